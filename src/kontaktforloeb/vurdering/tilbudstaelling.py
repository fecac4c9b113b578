"""Offers: which are valid and long enough, and what an exemption at the deadline or the løntilskud grace does."""

from __future__ import annotations

from typing import Any

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Tilbudspost
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.vurdering import lempelser, taelling
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.opgave import Opgave
from kontaktforloeb.vurdering.oversaet import Klausul
from kontaktforloeb.vurdering.samtaletaelling import Samtaletaelling


class Tilbudstaelling(Samtaletaelling):
    """Counting offers."""

    def _forgaengere(self, k: Klausul, f: Forloeb) -> list[Fund]:
        return [] if k.regel.forgaenger is None else self.fund_i(f, k.regel.forgaenger)

    def _gyldige_tilbud(self, k: Klausul, f: Forloeb, t: Any = None) -> list[tuple[Tilbudspost, bool | None]]:
        """The valid offers of a period with whether they were long enough, in order."""
        t = t or k.regel.taeller
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
            if lang is not False:
                ud.append((x, lang))
        return ud

    def sidste_tilbud_foer(self, f: Forloeb, dag: int) -> int | None:
        """The last day of the last offer that ended before `dag` in the period."""
        slut = [
            x.slut
            for x in self.tl.tilbud
            if x.slut is not None
            and x.slut < dag
            and x.fra >= f.start
            and x.status != "annulleret"
            and x.art != "mentor"
        ]
        return max(slut, default=None)

    def _tael_tilbud(self, k: Klausul, f: Forloeb, o: Opgave) -> None:
        t = k.regel.taeller
        afgivet = t.afgivet
        uge = t.uge
        self._saerlige_frister(t, o)
        if o.hjemler and t.ordningsfrister:
            uge = False
        nominal = o.nominal
        o.frist = nominal
        if nominal is not None:
            gruppe = f.gruppe(nominal)
            if t.fritaget_maaneder and nominal <= self.pr and not o.afloest:
                flyttet = self._efter_fritagelse(k, gruppe, nominal, t.fritaget_maaneder)
                if flyttet is not None:
                    afgivet = True
                    o.frist = o.nominal = nominal = flyttet[0]
                    o.efter_maerke = flyttet
            if not afgivet and uge and nominal is not None:
                o.frist = kalender.soendag_i_ugen(nominal)
        if o.fra is None:
            return
        gyldige = self._gyldige_tilbud(k, f)
        if t.loentilskud_dage and nominal is not None and not afgivet:
            assert o.frist is not None
            senest = nominal + t.loentilskud_dage
            if any(
                x.art == "loentilskud" and x.afgivet is not None and x.afgivet <= nominal and x.fra > o.frist
                for x, _ in gyldige
            ) and not any(x.fra <= o.frist and x.begyndt and lang for x, lang in gyldige if x.fra >= o.fra):
                o.frist = max(o.frist, senest)
        for x, lang in gyldige:
            if x.fra < o.fra or (o.afloest and x.fra > (k.til or x.fra)):
                continue
            dag = (x.afgivet if x.afgivet is not None else x.fra) if afgivet else x.fra
            if not afgivet and not x.begyndt:
                continue
            if o.efter_maerke is not None and o.frist is None and not x.begyndt:
                continue
            i_tide = o.frist is None or dag <= o.frist
            if i_tide and not afgivet and nominal is not None and o.frist != kalender.soendag_i_ugen(nominal):
                # the løntilskud grace reaches only a løntilskud given in time
                if (
                    dag > kalender.soendag_i_ugen(nominal)
                    and not (x.art == "loentilskud" and x.afgivet is not None and x.afgivet <= nominal)
                    and t.uge
                ):
                    i_tide = False
            if lang is None:
                if i_tide:
                    o.uafklaret.append(("tilbuddets-laengde", f"{x.sti}"))
                continue
            (o.i_tide if i_tide else o.sene).append(x)
        if o.i_tide:
            o.uafklaret = [u for u in o.uafklaret if u[0] != "tilbuddets-laengde"]

    def _saerlige_frister(self, t: r.Tilbudstaeller, o: Opgave) -> None:
        """What sets the deadline itself: a scheme of the municipality's, or a course that puts the offer off."""
        if o.nominal is None:
            return
        for f in t.ordningsfrister:
            if f.fra.toordinal() <= o.nominal <= f.til.toordinal() and self.tl.ordning(f.ordning, o.nominal):
                o.nominal = f.frist.toordinal()
                o.hjemler.append(f.hjemmel)
                return
        if t.udskydes_af is not None:
            for x in self.tl.tilbud:
                if (
                    x.art == t.udskydes_af
                    and x.begyndt
                    and x.status != "annulleret"
                    and x.fra <= o.nominal
                    and (x.slut is None or o.nominal <= x.slut)
                ):
                    o.nominal = None if x.slut is None else x.slut + 1
                    return

    def _efter_fritagelse(self, k: Klausul, gruppe: str, nominal: int, maaneder: int) -> tuple[int | None, int] | None:
        """Exempt at the deadline: the offer is given by so many months after the exemption ends (None while it runs)."""
        ramt = lempelser.fritaget(self.lov, self.tl, k.regel.familie, gruppe, nominal)
        if ramt is None:
            return None
        while True:
            slut = ramt[0].slut
            if slut is None:
                return None, nominal
            frist = kalender.plus_maaneder(slut, maaneder)
            naeste = None
            for dag in range(slut + 1, frist + 1):
                naeste = lempelser.fritaget(self.lov, self.tl, k.regel.familie, gruppe, dag)
                if naeste is not None:
                    break
            if naeste is None:
                return frist, slut
            ramt = naeste
