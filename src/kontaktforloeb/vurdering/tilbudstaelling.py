"""Offers: which are valid and long enough, and what an exemption at the deadline or the løntilskud grace does."""

from __future__ import annotations

from typing import Any

import attrs

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Tilbudspost
from kontaktforloeb.ure.forloeb import Forloeb, plus_kalender
from kontaktforloeb.vurdering import former, lempelser, taelling
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.opgave import Opgave
from kontaktforloeb.vurdering.oversaet import Klausul
from kontaktforloeb.vurdering.samtaletaelling import Samtaletaelling


class Tilbudstaelling(Samtaletaelling):
    """Counting offers."""

    def _forgaengere(self, k: Klausul, f: Forloeb) -> list[Fund]:
        return [] if k.regel.forgaenger is None else self.fund_i(f, k.regel.forgaenger)

    def _gyldige_tilbud(self, f: Forloeb, t: r.Tilbudstaeller) -> list[tuple[Tilbudspost, bool | None]]:
        """The valid offers of a period with whether they were long enough, in order."""
        hul = f.aabent_hul()
        ud: list[tuple[Tilbudspost, bool | None]] = []
        for x in self.tl.tilbud:
            if x.status == "annulleret" or (f.slut is not None and x.fra > f.slut) or x.fra < f.start:
                continue
            if hul is not None and x.fra > hul:
                continue
            if taelling.gyldig_art(t, x, f.gruppe(x.fra)) is None:
                continue
            lang = taelling.lang_nok(t, x, self.pr)
            if lang is not True and t.afloest_af and self._afloest(f, t, x):
                lang = True
            if lang is not False:
                ud.append((x, lang))
        return ud

    def _afloest(self, f: Forloeb, t: r.Tilbudstaeller, x: Tilbudspost) -> bool:
        """Whether an offer was broken off because the person could begin another in its place."""
        if x.status != "afbrudt" or x.slut is None or taelling.for_kort_fra_start(t, x):
            return False
        senest = kalender.n_te_hverdag(x.slut + 1, 1)
        i_stedet = attrs.evolve(t, arter=t.afloest_af)
        return any(
            y.begyndt
            and y.status != "annulleret"
            and x.fra < y.fra <= senest
            and taelling.gyldig_art(i_stedet, y, f.gruppe(y.fra)) is not None
            for y in self.tl.tilbud
        )

    @staticmethod
    def _fra_det_foerste(
        f: Forloeb, t: r.Tilbudstaeller, foerste_arter: Any, gyldige: list[Tilbudspost]
    ) -> list[Tilbudspost]:
        """The offers from the first one that could be the first: 'har afsluttet det første tilbud'.

        What was no valid first offer begins no series, but one that begins on the same day as the first is in it.
        """
        t = attrs.evolve(t, arter=foerste_arter)
        foerste = next((x.fra for x in gyldige if taelling.gyldig_art(t, x, f.gruppe(x.fra)) is not None), None)
        return [x for x in gyldige if foerste is not None and x.fra >= foerste]

    def sidste_gyldige_foer(
        self, f: Forloeb, dag: int, t: r.Tilbudstaeller, foerste_arter: Any = None
    ) -> tuple[int | None, Tilbudspost | None]:
        """The last day of the valid offers, where they ended before `dag`; one that ended later, of unknown length."""
        foer = [(x, lang) for x, lang in self._gyldige_tilbud(f, t) if x.begyndt and x.fra < dag]
        if foerste_arter is not None:
            # one of unknown length is not known to have been the first
            inde = self._fra_det_foerste(f, t, foerste_arter, [x for x, lang in foer if lang])
            foer = [(x, lang) for x, lang in foer if inde and x.fra >= inde[0].fra]
        sikre = [x.slut for x, lang in foer if lang]
        slut = None if None in sikre or not sikre else max(d for d in sikre if d is not None)
        if slut is None or slut >= dag:
            return None, None
        return slut, next((x for x, lang in foer if lang is None and (x.slut is None or x.slut > slut)), None)

    def sidste_tilbud_foer(self, f: Forloeb, dag: int) -> int | None:
        """The last day of the last offer that ended before `dag` in the period."""
        slut = [
            x.slut
            for x in self.tl.tilbud
            if x.slut is not None
            and x.slut < dag
            and x.fra >= f.start
            and x.status != "annulleret"
            and x.art not in former.IKKE_TILBUD
        ]
        return max(slut, default=None)

    def _tael_tilbud(self, k: Klausul, f: Forloeb, o: Opgave) -> None:
        t = k.regel.taeller
        afgivet = self._tilbudsfrist(k, f, o)
        aaben = self._uden_dato(k, o)
        if o.fra is None:
            return
        gyldige = [
            (x, lang)
            for x, lang in self._gyldige_tilbud(f, t)
            if (x.fra >= o.fra or (t.loebende and (x.slut is None or x.slut >= o.fra)))
            and not (o.falder_med_loven and _dagen(x, afgivet) > (k.til or x.fra))
        ]
        senest = self._loentilskudsfrist(t, o, gyldige) if t.loentilskud_dage and not afgivet else None
        if senest is not None:
            o.afgjort_af("loentilskud")
        for x, lang in gyldige:
            if not x.begyndt and (not afgivet or (o.frist is None and not aaben)):
                continue
            frist = senest[1] if senest is not None and not _i_loentilskudsfristen(x, senest[0]) else o.frist
            dag = _dagen(x, afgivet)
            i_tide = frist is None or dag <= frist
            if lang is not None:
                (o.i_tide if i_tide else o.sene).append(x)
            elif i_tide:
                o.uafklaret.append(("tilbuddets-laengde", x.sti, taelling.uoplyst(t, x)))
        if afgivet:  # the first one given is the one that met it
            for fundne in (o.i_tide, o.sene):
                fundne.sort(key=lambda x: _dagen(x, True))
        if o.i_tide:
            o.uafklaret = [u for u in o.uafklaret if u[0] != "tilbuddets-laengde"]
        elif t.ellers is not None and o.frist is not None and o.frist < self.pr:
            o.sted.antagelser.append((t.ellers,))

    def _uden_dato(self, k: Klausul, o: Opgave) -> bool:
        """A deadline in a suspension that left the duty open has no last day: whenever it is met, it is met."""
        t = (
            None
            if o.frist is None or o.nominal is None or o.afloest
            else lempelser.suspenderet(self.lov, self.tl, k.regel.familie, o.nominal)
        )
        if t is None or not t.erklaering.aaben_pligt:
            return False
        o.frist = None
        return True

    def _tilbudsfrist(self, k: Klausul, f: Forloeb, o: Opgave) -> bool:
        """Set the deadline; whether what counts is the day the offer was given rather than begun."""
        t = k.regel.taeller
        sat = len(o.hjemler)
        self._saerlige_frister(t, o)
        uge = t.uge and len(o.hjemler) == sat
        if o.uden_frist:
            return bool(t.afgivet)
        o.frist = o.nominal
        if o.nominal is None:
            if uge and not t.afgivet and o.forventet is not None:
                o.forventet = kalender.soendag_i_ugen(o.forventet)
            return bool(t.afgivet)
        if t.efter_fritagelse and o.nominal <= self.pr and not o.afloest:
            flyttet = self._efter_fritagelse(k, f.gruppe(o.nominal), o.nominal, t.efter_fritagelse)
            if flyttet is not None:
                o.flyt("efter-fritagelse", flyttet[0])
                o.frist = o.nominal
                o.efter_maerke = flyttet
                return True
        if uge and not t.afgivet:
            o.frist = kalender.soendag_i_ugen(o.nominal)
        return bool(t.afgivet)

    @staticmethod
    def _loentilskudsfrist(
        t: r.Tilbudstaeller, o: Opgave, gyldige: list[tuple[Tilbudspost, bool | None]]
    ) -> tuple[int, int] | None:
        """Where a løntilskud was given in time, its later deadline to begin: the duty's day, and others' deadline."""
        if o.nominal is None or o.frist is None:
            return None
        ugens, nominal = o.frist, o.nominal
        givet = any(_i_loentilskudsfristen(x, nominal) and x.fra > ugens for x, _ in gyldige)
        begyndt = any(x.fra <= ugens and x.begyndt and lang for x, lang in gyldige)
        if not givet or begyndt:
            return None
        o.frist = max(ugens, nominal + t.loentilskud_dage)
        return nominal, ugens

    def _saerlige_frister(self, t: r.Tilbudstaeller, o: Opgave) -> None:
        """What sets the deadline itself: a scheme of the municipality's."""
        if o.nominal is None:
            return
        for f in t.ordningsfrister:
            if f.fra.toordinal() <= o.nominal <= f.til.toordinal() and self.tl.ordning(f.ordning, o.nominal):
                o.flyt("ordning", f.frist.toordinal(), f.ordning)
                o.hjemler.append(f.hjemmel)
                return

    def _udskyd(self, t: r.Tilbudstaeller, o: Opgave) -> None:
        """A course that runs on the deadline puts the offer off to the day after it; unknown while it runs."""
        for x in self.tl.tilbud:
            if (
                o.nominal is not None
                and x.art == t.udskydes_af
                and x.begyndt
                and x.status != "annulleret"
                and x.fra <= o.nominal
                and (x.slut is None or o.nominal <= x.slut)
            ):
                o.flyt("kursus", None if x.slut is None else x.slut + 1, x.art)
                return

    def _efter_fritagelse(
        self, k: Klausul, gruppe: str, nominal: int, derefter: r.Maengde
    ) -> tuple[int | None, int] | None:
        """Exempt at the deadline: the offer is given by so long after the exemption ends (None: it runs)."""
        ramt = lempelser.fritaget(self.lov, self.tl, k.regel.familie, gruppe, nominal)
        if ramt is None:
            return None
        while True:
            slut = lempelser.sidste_dag(*ramt)
            if slut is None:
                return None, nominal
            frist = plus_kalender(slut, derefter)
            naeste = None
            for dag in range(slut + 1, frist + 1):
                naeste = lempelser.fritaget(self.lov, self.tl, k.regel.familie, gruppe, dag)
                if naeste is not None:
                    break
            if naeste is None:
                return frist, slut
            ramt = naeste


def _dagen(x: Tilbudspost, afgivet: bool) -> int:
    """The day that counts of an offer: that on which it was given, or begun."""
    return x.afgivet if afgivet and x.afgivet is not None else x.fra


def _i_loentilskudsfristen(x: Tilbudspost, nominal: int) -> bool:
    """A løntilskud given by the day of the duty may begin later (LAB-2016 § 87, LAB-2019 § 102, stk. 3)."""
    return x.art == "loentilskud" and x.afgivet is not None and x.afgivet <= nominal
