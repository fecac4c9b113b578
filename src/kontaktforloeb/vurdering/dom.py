"""Judge one case: every rule on every period of its clock, in the order of `semantics.md`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Hop, Samtalepost, Tidslinje, Tilbudspost
from kontaktforloeb.ure import kalendertid, loebende, timer
from kontaktforloeb.ure.forloeb import Forloeb, plus_kalender
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering import lempelser, taelling
from kontaktforloeb.vurdering.betingelser import Vindue, holder
from kontaktforloeb.vurdering.fund import (
    AFVENTER,
    BORTFALDET,
    FOR_SENT,
    IKKE,
    INTET,
    OPFYLDT,
    UAFKLARET,
    Fund,
)
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov
from kontaktforloeb.vurdering.punkter import Sted, punkt

# Where one of these is not so, the rule does not concern the person at all; other absent conditions lapse it.
_VEDKOMMER_IKKE = frozenset(
    (
        r.Mellem,
        r.Alder,
        r.Kategori,
        r.Ordning,
        r.PaaYdelse,
        r.Spell,
        r.SidsteTilbud,
        r.Dato,
        r.Ydelse,
        r.IArbejde,
        r.FritagetPaa,
        r.Ukendt,
    )
)


def grupper_paa(ur: Any) -> tuple[str, ...]:
    """The target groups that a clock runs for."""
    if isinstance(ur, (r.Timeur, r.Fravaersur)):
        return (ur.maalgruppe,)
    if isinstance(ur, r.Loebendeur):
        return tuple(g for saet in ur.grupper for g in saet)
    return tuple(ur.maalgrupper)


def orden(x: Fund) -> tuple[bool, int, str, int, int]:
    """The order of the contract: frist (null last), regel, periode_fra, trin."""
    return x.frist is None, x.frist or 0, x.klausul.regel.id, x.forloeb.start, x.trin or 0


class Opgave:
    """One window of one rule, before it is decided."""

    __slots__ = (
        "afloest", "anker", "efter_maerke", "forloeb", "forventet", "fra", "frist", "hjemler", "i_tide", "kan_for_sent",
        "klausul", "kraevet", "nominal", "passeret", "sene", "skjult", "sted", "trin", "uafklaret",
    )  # fmt: skip

    def __init__(self, klausul: Klausul, sted: Sted, trin: int | None, kraevet: int) -> None:
        self.klausul = klausul
        self.sted = sted
        self.forloeb = sted.f
        self.trin = trin
        self.kraevet = kraevet
        self.fra: int | None = None
        self.nominal: int | None = None
        self.forventet: int | None = None
        self.frist: int | None = None
        self.anker: int | None = None
        self.kan_for_sent = True
        self.i_tide: list[Any] = []
        self.sene: list[Any] = []
        self.afloest = False
        self.skjult = False
        self.hjemler: list[Any] = []
        self.passeret: int | None = None
        self.uafklaret: list[tuple[str, ...]] = []
        self.efter_maerke: tuple[int | None, int] | None = None


class Dom:
    """The judgement of one timeline under one compiled law; `horisont` is set for a plan."""

    def __init__(
        self, lov: OversatLov, tl: Tidslinje, horisont: int | None = None, kun: frozenset[int] | None = None
    ) -> None:
        self.lov = lov
        self.kun = kun  # judge only the rules of these numbers
        self.sete: set[int] = set()  # the numbers of the rules that had a window
        self.set_corona = self.set_form = self.set_lukkedag = False
        self.tl = tl
        self.pr = tl.pr
        self.horisont = horisont
        self._grupper = {p.gruppe for p in tl.perioder}
        self.fund: list[Fund] = []
        self._paa: dict[int, dict[str, list[Fund]]] = {}
        self._alle: dict[str, list[Fund]] = {}
        self._kursus: dict[int, int | None] = {}
        self._talt: dict[Any, tuple[list[Samtalepost], list[tuple[int, tuple[str, ...]]]]] = {}
        self.forloeb: dict[str, list[Any]] = {}

    def laan(self, anden: Dom) -> None:
        """Take over the clocks and counted interviews of a judgement that differs only in its rules."""
        self.forloeb = anden.forloeb
        self._talt = anden._talt

    # running ------------------------------------------------------------------------------------------------------

    def koer(self) -> list[Fund]:
        """Every finding, in the order of the contract: frist (null last), regel, periode_fra, trin."""
        if self.tl.perioder:
            for navn in self.lov.enheder:
                for f in self._forloeb(navn):
                    for enhed in self.lov.enheder_for(navn, f.grupper()):
                        if self.kun is None or enhed[0].nr in self.kun:
                            self._enhed(enhed, f)
            if self.kun is None:
                self._uden_ur()
                for fund in self.fund:
                    self._efterfoelger(fund)
        self.fund.sort(key=orden)
        return self.fund

    def _forloeb(self, navn: str) -> list[Any]:
        if navn not in self.forloeb:
            ur = self.lov.ure[navn]
            if self._grupper.isdisjoint(grupper_paa(ur)):
                self.forloeb[navn] = []
            elif isinstance(ur, r.Timeur):
                self.forloeb[navn] = list(timer.forloeb(ur, self.tl))
            elif isinstance(ur, r.Loebendeur):
                self.forloeb[navn] = list(loebende.forloeb(ur, self.tl))
            elif isinstance(ur, r.Fravaersur):
                self.forloeb[navn] = kalendertid.fravaer(ur, self.tl)
            else:
                self.forloeb[navn] = kalendertid.ophold(ur, self.tl)
        return self.forloeb[navn]

    def fund_i(self, f: Forloeb, regel_id: str) -> list[Fund]:
        """The findings of a rule in a period, or in the periods of another clock that share its spells."""
        egne = self._paa.get(id(f), {}).get(regel_id)
        if egne is not None:
            return egne
        return [x for x in self._alle.get(regel_id, ()) if x.forloeb.spells[-1] in f.spells]

    def _tilfoej(self, fund: Fund) -> None:
        if not fund.skjult:
            self.fund.append(fund)
        self._alle.setdefault(fund.klausul.regel.id, []).append(fund)
        self._paa.setdefault(id(fund.forloeb), {}).setdefault(fund.klausul.regel.id, []).append(fund)

    def _enhed(self, enhed: tuple[Klausul, ...], f: Forloeb) -> None:
        if "haendelser" in f.uafklaret:
            enhed = self._uden_anker(enhed, f)
            if not enhed:
                return
        foerste = enhed[0].regel
        if isinstance(foerste, r.UdenKrav):
            self._uden_krav(enhed[0], f)
        elif isinstance(foerste, r.Rettighed):
            self._rettighed(enhed[0], f)
        elif len(enhed) == 1 and not isinstance(foerste.vindue, r.Enkelt):
            self._raekke(enhed[0], f)
        else:
            opgaver = [o for k in enhed if self._kan_ramme(k, f) for o in self._enkelte(k, f)]
            if opgaver:
                self._fordel(opgaver)
                for o in opgaver:
                    self._afgoer(o)

    def _kan_ramme(self, k: Klausul, f: Forloeb) -> bool:
        """A quick no: the rule's time, its course or what it arises from is not there."""
        if k.til is not None and f.start > k.til:
            return False
        art = k.regel.gaelder.dag
        if art == "skift":
            skift = self.lov.skift
            if not (f.start < skift <= self.pr and (f.slut is None or f.slut >= skift) and f.paa_ydelse(skift)):
                return False
        elif art == "forloeb":
            start = self._kursusstart(f)
            if start is None or start < k.fra or (k.til is not None and start > k.til):
                return False
        anker = k.anker
        if anker is None:
            return True
        if isinstance(anker, r.Haendelse):
            return anker.ellers_start or anker.art in self.tl.haendelser
        if isinstance(anker, r.Skiftedag):
            return len(f.spells) > 1
        return bool(self.tl.tilbud if isinstance(anker, r.Tilbudsstart) else self.tl.fritagelser)

    # when a rule applies --------------------------------------------------------------------------------------------

    def _kursusstart(self, f: Forloeb) -> int | None:
        """The start of the course; off the benefit on the switch day, the return to it after."""
        skift = self.lov.skift
        if f.start >= skift or self.pr < skift:
            return f.start
        if id(f) not in self._kursus:
            retur = next((p.fra for p in f.spells if p.fra >= skift), None)
            self._kursus[id(f)] = f.start if f.paa_ydelse(skift) else retur
        return self._kursus[id(f)]

    def _virker(self, k: Klausul, f: Forloeb, o: Opgave) -> bool:
        """Whether the act in force on the deciding day is the rule's; marks a count that gives way to another."""
        art = k.regel.gaelder.dag
        if art == "forloeb":
            # reached before the act: nothing of it is left to hold
            return o.nominal is None or o.nominal >= k.fra
        if art == "skift":
            return True
        # a forecast is not known: an amount not reached yet is judged by the law of the day
        dag = self.pr if o.nominal is None else o.nominal
        if dag < k.fra:
            # judged all the same for what counts from it, but not shown: the law before was not read
            o.skjult = k.fra == self.lov.foerste_dag
            return o.skjult
        if k.til is not None and dag > k.til:
            efter = k.regel.efterfoelger
            if efter is None or efter.tvilling:
                return False
            if efter.regler and (o.fra is None or o.fra > k.til):
                return False  # its window would only begin under the other act
            o.afloest = True
        return True

    def _gruppe(self, k: Klausul, f: Forloeb, o: Opgave) -> str | None:
        """Whether the rule binds: "ja", "forladt" (was in the groups, left before the deadline), "passeret", or None: never bound."""
        grupper = k.regel.maalgrupper
        if k.regel.gaelder.dag == "skift":
            return "ja" if f.gruppe(self.lov.skift) in grupper else None
        if k.regel.bindes_paa_haendelsen:
            return "ja" if f.gruppe(o.sted.anledning.dag) in grupper else None
        dag = self.pr if o.nominal is None else o.nominal
        if f.gruppe(dag) in grupper:
            return "ja"
        for fra, _ in f.indtraeden(grupper):
            if fra > dag:
                o.passeret = fra
                return "passeret"
        return "forladt" if f.indtraeden(grupper) else None

    # single windows -------------------------------------------------------------------------------------------------

    def _anledninger(self, k: Klausul, f: Forloeb) -> Iterator[tuple[Any, bool]]:
        """What a rule arises from in a period: once, or once for each event, move or exemption."""
        anker = k.anker
        if isinstance(anker, r.Haendelse):
            tidligst = self.efter_forrige_ydelse(f) if anker.ellers_start else f.start
            fundet = [
                h
                for h in self.tl.haendelser.get(anker.art, ())
                if h.dag >= tidligst and (f.slut is None or h.dag <= f.slut)
            ]
            for h in fundet:
                yield h, False
            if not fundet and anker.ellers_start:
                yield Hop(f.start, anker.art, {}, "haendelser"), True
        elif isinstance(anker, r.Skiftedag):
            for a, b in zip(f.spells, f.spells[1:], strict=False):
                if (
                    a.gruppe in anker.fra_grupper
                    and b.gruppe in k.regel.maalgrupper
                    and (anker.ydelse is None or b.ydelse == anker.ydelse)
                ):
                    yield Hop(b.fra, "maalgruppeskift", {}, b.sti), False
        elif isinstance(anker, r.Fritagelsesslut):
            daekket = [x for navn in anker.daekker for x in self.fund_i(f, navn)]
            for x in self.tl.fritagelser:
                if (
                    x.navn in anker.grunde
                    and x.slut is not None
                    and any(
                        d.nominal is not None and x.daekker(d.nominal) and d.aarsag[:1] == ("fritaget",)
                        for d in daekket
                    )
                ):
                    yield Hop(x.slut, x.navn, {}, x.sti), False
        elif isinstance(anker, r.Orlovsslut):
            for x in self.tl.fritagelser:
                if x.navn == anker.grund and f.start <= (x.slut or self.pr) and (f.slut is None or x.fra <= f.slut):
                    yield Hop(x.fra, x.navn, {}, x.sti, x.slut), False
        elif isinstance(anker, r.Tilbudsstart):
            for t in self.tl.tilbud:
                if t.art == anker.art and t.begyndt and t.fra >= f.start and t.status != "annulleret":
                    yield Hop(t.fra, t.art, {}, t.sti, t.slut, t.kontakter), False
        else:
            yield None, False

    def efter_forrige_ydelse(self, f: Forloeb) -> int:
        """The first day after the benefit before the period: people register before the first benefit day."""
        forrige = [
            p.slut
            for p in self.tl.perioder
            if p.fra < f.spells[0].fra and p.slut is not None and p.ydelse != "ingen" and p not in f.spells
        ]
        return min(f.start, max(forrige, default=0) + 1)

    def _enkelte(self, k: Klausul, f: Forloeb) -> list[Opgave]:
        regel = k.regel
        ud: list[Opgave] = []
        if regel.genstart is False and f.genstartet:
            return ud
        for anledning, antaget in self._anledninger(k, f):
            sted = Sted(self, f, anledning)
            if antaget:
                sted.antagelser.append((f"{anledning.art}-mangler",))
            o = Opgave(k, sted, None, getattr(regel.taeller, "antal", 1))
            fra, fra_ventet = punkt(regel.vindue.fra, sted)
            if fra is not None and regel.vindue.efter:
                fra += 1
            o.fra = fra
            o.anker = fra
            o.nominal, o.forventet = punkt(regel.vindue.til, sted)
            for saerfrist in regel.saerfrister:
                if anledning is not None and saerfrist.fra.toordinal() <= anledning.dag <= saerfrist.til.toordinal():
                    o.nominal = saerfrist.frist.toordinal()
                    o.hjemler.append(saerfrist.hjemmel)
            o.kan_for_sent = regel.vindue.kan_for_sent
            if fra is None and fra_ventet is not None and self.horisont is None and o.nominal is not None:
                continue
            if regel.hoejst_efter_tilbud is not None and fra is not None and o.nominal is not None:
                sidste = self.sidste_tilbud_foer(f, fra)
                if sidste is not None:
                    o.nominal = min(o.nominal, f.flyt(sidste, plus_kalender(sidste, regel.hoejst_efter_tilbud)))
            if self._klargoer(k, f, o):
                ud.append(o)
        return ud

    def _klargoer(self, k: Klausul, f: Forloeb, o: Opgave) -> bool:
        """Whether the window is to be judged: the act, the group, what extends it; counts what falls in it."""
        regel = k.regel
        self.sete.add(k.nr)
        corona = self._corona(k, o)
        if not self._virker(k, f, o):
            return False
        gruppe = self._gruppe(k, f, o)
        if gruppe is None:
            return False
        if gruppe == "passeret":
            if regel.passeret is None or regel.passeret == "opstaar-ikke":
                return False
            if regel.passeret == "paa-skiftedagen":
                o.nominal, o.passeret = o.passeret, None
        if corona:
            o.uafklaret.append(corona)
        if self.lov.fritagelse_forlaenger and o.nominal is not None and o.fra is not None:
            self._forlaeng(k, f, o)
        self._tael(k, f, o)
        return True

    def _corona(self, k: Klausul, o: Opgave) -> tuple[str, ...] | None:
        """The reading `corona-vindue` where a window overlaps the suspension of 2020."""
        valg = k.regel.vindue_corona
        if valg is None or o.fra is None or o.nominal is None:
            return None
        ramt = lempelser.vindue_suspenderet(self.lov, k.regel.familie, o.fra, o.nominal)
        if ramt is None:
            return None
        self.set_corona = True
        if valg == "uaendret":
            return None
        if valg == "forlaenges":
            o.nominal += ramt[1]
            return None
        tid = ramt[0]
        assert tid.til is not None
        return ("corona-vindue", kalender.iso(tid.fra), kalender.iso(tid.til))

    def _forlaeng(self, k: Klausul, f: Forloeb, o: Opgave) -> None:
        assert o.nominal is not None
        assert o.fra is not None
        gruppe = f.gruppe(o.nominal)
        if lempelser.fritaget(self.lov, self.tl, k.regel.familie, gruppe, o.nominal):
            return
        dage: set[int] = set()
        for x in lempelser.overlapper(self.lov, self.tl, k.regel.familie, gruppe, o.fra, o.nominal):
            slut = o.nominal if x.slut is None else min(x.slut, o.nominal)
            dage.update(range(max(x.fra, o.fra), slut + 1))
        o.nominal += len(dage)

    # counting -------------------------------------------------------------------------------------------------------

    def _tael(self, k: Klausul, f: Forloeb, o: Opgave) -> None:
        if isinstance(k.regel.taeller, r.Samtaler):
            o.frist = o.nominal
            if o.nominal is not None and kalender.lukket(o.nominal):
                self.set_lukkedag = True
                if k.regel.helligdag:
                    o.frist = kalender.naeste_hverdag(o.nominal)
            self._tael_samtaler(k, f, o)
        elif isinstance(k.regel.taeller, r.Kontakter):
            o.frist = o.nominal
            for dag in o.sted.anledning.kontakter:
                if o.fra is not None and dag >= o.fra:
                    (o.i_tide if o.nominal is None or dag <= o.nominal else o.sene).append(
                        Hop(dag, "kontakt", {"noegle": None}, o.sted.anledning.sti)
                    )
        else:
            self._tael_tilbud(k, f, o)

    def _kandidater(self, k: Klausul, f: Forloeb, o: Opgave) -> list[Samtalepost]:
        t = k.regel.taeller
        if t.ogsaa_uden and holder(r.Fravalgt(), o.sted, Vindue(o.fra, o.nominal), []):
            t = attrs.evolve(t, faelles=False)
        fundet, bem = self._taellelige(k, f, t)
        if t.foerste:
            fundet = self._kun_foerste(k, f, fundet)
        if t.fortrin is not None:
            fundet = self._med_fortrin(k, f, o, fundet)
        for dag, b in bem:
            if (o.fra is None or dag >= o.fra) and (o.frist is None or dag <= o.frist):
                o.sted.antagelser.append(("bemaerk", *b))
        return fundet

    def _taellelige(
        self, k: Klausul, f: Forloeb, t: r.Samtaler
    ) -> tuple[list[Samtalepost], list[tuple[int, tuple[str, ...]]]]:
        """The interviews a counter can take, once for all rules that count alike."""
        noegle = (id(f), k.regel.familie, k.regel.id if k.saerlig_form else "", taelling.noegle(t))
        fundet = self._talt.get(noegle)
        if fundet is None:
            bem: list[tuple[int, tuple[str, ...]]] = []
            fundet = (taelling.samtaler(self.lov, self.tl, f, k.regel.familie, k.regel.id, t, bem), bem)
            self.set_form = self.set_form or any(b[0].startswith("forkert-form") for _, b in bem)
            self._talt[noegle] = fundet
        return fundet

    def _kun_foerste(self, k: Klausul, f: Forloeb, fundet: list[Samtalepost]) -> list[Samtalepost]:
        """Only the first interview of the period, where the a-kasse took part in that one."""
        alle = attrs.evolve(k.regel.taeller, faelles=False)
        i_perioden = [s for s in self._taellelige(k, f, alle)[0] if s.dag >= f.start]
        return [s for s in fundet if i_perioden and s is i_perioden[0]]

    def _med_fortrin(self, k: Klausul, f: Forloeb, o: Opgave, fundet: list[Samtalepost]) -> list[Samtalepost]:
        """One marked with the purpose, else one in the window that the series served first do not need by then."""
        t = k.regel.taeller
        maerket = [s for s in fundet if s.formaal == t.fortrin and s.dag >= f.start]
        if maerket:
            if o.fra is None or maerket[0].dag < o.fra:
                o.fra = min(s.dag for s in maerket) if o.fra is None else min(o.fra, maerket[0].dag)
            return maerket
        brugt = {
            id(s)
            for navn in t.ikke_brugt_af
            for x in self.fund_i(f, navn)
            if x.trin is not None and (o.frist is None or x.frist is None or x.nominal is None or x.nominal <= o.frist)
            for s in x.medregnet[-1:]
        }
        return [s for s in fundet if id(s) not in brugt and s.formaal is None]

    def _tael_samtaler(self, k: Klausul, f: Forloeb, o: Opgave) -> None:
        fundet = self._kandidater(k, f, o)
        if o.fra is None:
            return
        for s in fundet:
            if s.dag < o.fra or (o.afloest and s.dag > (o.klausul.til or s.dag)):
                continue  # what is held after the act gave way meets nothing of it
            if o.frist is None or s.dag <= o.frist:
                o.i_tide.append(s)
            elif o.kan_for_sent:
                o.sene.append(s)

    def _fordel(self, opgaver: list[Opgave]) -> None:
        """Allot interviews that several requirements besides each other could use, each once."""
        if len(opgaver) == 1:
            return
        besides = {id(o): set(o.klausul.regel.besides) for o in opgaver}
        ider = {o.klausul.regel.id for o in opgaver}
        if not any(b & ider for b in besides.values()):
            return
        # the narrower first (those others stand besides), then the earlier deadline
        smalle = set().union(*besides.values())
        orden = sorted(
            (o for o in opgaver if self._gate(o) is not False),
            key=lambda o: (o.klausul.regel.id not in smalle, o.frist is None, o.frist or 0, o.klausul.nr),
        )
        brugt: set[int] = set()
        valgt: dict[int, tuple[list[Any], list[Any]]] = {id(o): ([], []) for o in opgaver}
        for o in orden:
            if (
                o.klausul.regel.id in smalle
                and not o.klausul.regel.taeller.faelles
                and o.fra == o.forloeb.start
                and o.klausul.regel.ur != "raadighed"
            ):
                # the first interview held is theirs, late or not
                alle = o.i_tide + o.sene
                if alle:
                    brugt.add(id(alle[0]))
                    (valgt[id(o)][0] if o.i_tide else valgt[id(o)][1]).append(alle[0])
        for sent in (False, True):
            for o in orden:
                i_tide, sene = valgt[id(o)]
                kilde = o.sene if sent else o.i_tide
                maal = sene if sent else i_tide
                for s in kilde:
                    if len(i_tide) + len(sene) >= o.kraevet:
                        break
                    if id(s) not in brugt:
                        brugt.add(id(s))
                        maal.append(s)
        for o in opgaver:
            o.i_tide, o.sene = valgt[id(o)]

    def _gate(self, o: Opgave) -> bool | None:
        """Whether the conditions leave the requirement standing (None: not known)."""
        regel = o.klausul.regel
        v = Vindue(o.fra, o.nominal)
        if regel.undtagelse is not None:
            svar = holder(regel.undtagelse, o.sted, v, [])
            if svar is not False:
                return None if svar is None else False
        return True if regel.betingelse is None else holder(regel.betingelse, o.sted, v, [])

    # offers ---------------------------------------------------------------------------------------------------------

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
            if not afgivet and t.uge and nominal is not None:
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

    # series ---------------------------------------------------------------------------------------------------------

    def _raekke(self, k: Klausul, f: Forloeb) -> None:
        if not self._kan_ramme(k, f):
            return
        vindue = k.regel.vindue
        if isinstance(vindue, r.Kumulativ):
            self._kumulativ(k, f)
        elif isinstance(vindue, r.PaaHinanden):
            self._paa_hinanden(k, f)
        elif vindue.fra is None:
            self._mellem_tilbud(k, f)
        else:
            self._fra_seneste(k, f)

    def _graense(self) -> int:
        """Steps are emitted whose nominal point is reached by this day, and the next one."""
        return self.pr if self.horisont is None else self.horisont

    def _kumulativ(self, k: Klausul, f: Forloeb) -> None:
        v = k.regel.vindue
        assert isinstance(f, TimeForloeb)
        fase = f.start
        if v.fra is not None:
            dag, _ = f.naaet(v.fra)
            if dag is None:
                self._ikke_begyndt(k, f, f.naaet(r.maaneder(v.fra.antal + v.interval.antal))[1])
                return
            fase = dag + 1
        # an interview after the end of a limited phase is not of it
        fase_slut = None if v.antal is None else f.naaet(r.maaneder(v.antal * v.interval.antal))[0]
        brugt: set[int] = set()
        trin = 0
        forrige_nominal: int | None = None
        while v.antal is None or trin < v.antal:
            trin += 1
            sidste = v.antal is not None and trin == v.antal
            antal = (0 if v.fra is None else v.fra.antal) + trin * v.interval.antal
            sted = Sted(self, f)
            o = Opgave(k, sted, trin, 1)
            o.fra = o.anker = fase
            o.nominal, o.forventet, naaet = self._med_tolerance(f, v, antal, tolerance=not sidste)
            if v.forrige_trin and forrige_nominal is not None:
                o.fra = forrige_nominal + 1
            forrige_nominal = naaet
            if self._klargoer(k, f, o):
                if v.forrige_trin:
                    self._foerste_ubrugte(o, brugt)
                else:
                    self._k_te(o, trin, fase_slut)
                self._afgoer(o)
                if o.afloest:
                    return
            elif o.nominal is not None and o.nominal > (k.til or o.nominal):
                return
            if naaet is None or naaet > self._graense():
                return

    def _ikke_begyndt(self, k: Klausul, f: Forloeb, ventet: int | None) -> None:
        """The next step of a series whose phase the clock has not reached: pending, without dates."""
        o = Opgave(k, Sted(self, f), 1, k.regel.taeller.antal)
        o.forventet = ventet
        if self._klargoer(k, f, o):
            self._afgoer(o)

    @staticmethod
    def _k_te(o: Opgave, trin: int, fase_slut: int | None) -> None:
        """Step k is met by the k-th of its phase, in time or late."""
        alle = [s for s in o.i_tide + o.sene if fase_slut is None or s.dag <= fase_slut]
        post = alle[trin - 1 : trin]
        o.i_tide, o.sene = (post, []) if len(o.i_tide) >= trin and post else ([], post)

    @staticmethod
    def _foerste_ubrugte(o: Opgave, brugt: set[int]) -> None:
        """The first that no earlier step used."""
        for kilde, sent in ((o.i_tide, False), (o.sene, True)):
            for s in kilde:
                if id(s) not in brugt:
                    brugt.add(id(s))
                    o.i_tide, o.sene = ([], [s]) if sent else ([s], [])
                    return
        o.i_tide, o.sene = [], []

    def _med_tolerance(
        self, f: TimeForloeb, v: r.Kumulativ, antal: int, *, tolerance: bool
    ) -> tuple[int | None, int | None, int | None]:
        """The deadline of a step, the day it is expected, and the day the step's own amount is reached."""
        behov = f.behov(r.maaneder(antal))
        naaet, ventet = f.naaet_behov(behov)
        if not tolerance:
            return naaet, ventet, naaet
        if v.tolerance.enhed == "dag":
            til = v.tolerance.antal
            return (None if naaet is None else naaet + til), (None if ventet is None else ventet + til), naaet
        med, med_ventet = f.naaet_behov(behov + f.behov(v.tolerance))
        return med, med_ventet, naaet

    def _paa_hinanden(self, k: Klausul, f: Forloeb) -> None:
        v = k.regel.vindue
        for anledning, _ in self._anledninger(k, f):
            basis, _ventet = punkt(v.fra, Sted(self, f, anledning))
            if basis is None:
                if v.paa_uret:
                    self._ikke_begyndt(k, f, f.naaet(r.maaneder(v.fra.maengde.antal + v.laengde.antal))[1])
                continue
            if v.form == "rullende":
                self._rullende(k, f, anledning, basis)
            else:
                self._blokke(k, f, anledning, basis)

    def _blokslut(self, v: r.PaaHinanden, f: Forloeb, basis: int, trin: int) -> tuple[int | None, int | None]:
        if v.paa_uret:
            assert isinstance(f, TimeForloeb)
            start = v.fra.maengde.antal
            return f.naaet(r.maaneder(start + trin * v.laengde.antal))
        if v.form == "kalendermaaned":
            # whole calendar months, the first beginning on the 1st after the base
            foerste = (
                basis
                if basis == kalender.maanedens_foerste(basis) and not v.efter
                else kalender.maanedens_sidste(basis) + 1
            )
            return kalender.plus_maaneder(foerste, trin * v.laengde.antal) - 1, None
        return kalender.plus_maaneder(basis, trin * v.laengde.antal), None

    def _blokke(self, k: Klausul, f: Forloeb, anledning: Any, basis: int) -> None:
        v = k.regel.vindue
        trin = 0
        fra = basis + 1 if v.efter else basis
        while v.antal is None or trin < v.antal:
            trin += 1
            o = Opgave(k, Sted(self, f, anledning), trin, k.regel.taeller.antal)
            o.fra = fra
            o.anker = basis
            o.kan_for_sent = False
            o.nominal, o.forventet = self._blokslut(v, f, basis, trin)
            if self._klargoer(k, f, o):
                self._afgoer(o)
                if o.afloest:
                    return
            if o.nominal is None or o.nominal > self._graense() or f.ophoert(o.nominal):
                return
            if k.til is not None and o.nominal > k.til:
                return
            fra = o.nominal + 1

    def _rullende(self, k: Klausul, f: Forloeb, anledning: Any, basis: int) -> None:
        """Rolling windows: one from the base and one from each counted interview."""
        v = k.regel.vindue
        anker = basis
        trin = 0
        dage = [s.dag for s in self._kandidater(k, f, Opgave(k, Sted(self, f, anledning), None, 1)) if s.dag > basis]
        while True:
            trin += 1
            o = Opgave(k, Sted(self, f, anledning), trin, k.regel.taeller.antal)
            o.fra = anker + 1 if v.efter or trin > 1 else anker
            o.anker = anker
            o.kan_for_sent = False
            if v.paa_uret:
                assert isinstance(f, TimeForloeb)
                o.nominal, o.forventet = f.naaet_behov(f.beloeb(anker) + f.behov(v.laengde))
            else:
                o.nominal = kalender.plus_maaneder(anker, v.laengde.antal)
            if self._klargoer(k, f, o):
                self._afgoer(o)
                if o.afloest:
                    return
            if o.nominal is None or o.nominal > self._graense() or f.ophoert(o.nominal):
                return
            naeste = next((d for d in dage if d > anker), None)
            anker = naeste if naeste is not None and naeste <= o.nominal else o.nominal

    def _fra_seneste(self, k: Klausul, f: Forloeb) -> None:
        """At latest each amount since the last one held, in time or late; else since the missed deadline."""
        v = k.regel.vindue
        trin = 0
        for anledning, _ in self._anledninger(k, f):
            for ind, ud in f.indtraeden(k.regel.maalgrupper):
                sted = Sted(self, f, anledning)
                basis, _ventet = punkt(v.fra, sted)
                if basis is None:
                    if not sted.mangler:
                        return
                    self._ukendt_anker(k, f, sted)
                    trin = 1
                    holdte = [s.dag for s in self._kandidater(k, f, Opgave(k, sted, None, 1)) if s.dag >= f.start]
                    if not holdte:
                        return
                    basis = holdte[0]
                anker = max(basis, ind) if ind > f.start else basis
                indtil = None if v.indtil is None else punkt(v.indtil, sted)[0]
                gitter = anker
                while True:
                    trin += 1
                    o = Opgave(k, Sted(self, f, anledning), trin, 1)
                    o.fra = anker + 1
                    o.anker = gitter if v.gitter else anker
                    o.nominal = self._efter(f, v, o.anker)
                    if indtil is not None and o.nominal > indtil:
                        trin -= 1
                        break
                    if v.gitter:
                        o.kan_for_sent = False
                    klar = self._klargoer(k, f, o)
                    if not klar:
                        self._tael(k, f, o)  # the chain goes on from what was held under the act before
                    # late only until the deadline that the miss itself would set
                    naeste = self._efter(f, v, o.nominal)
                    o.sene = [s for s in o.sene if s.dag <= naeste]
                    self._en(o)
                    if klar:
                        self._afgoer(o)
                        if o.afloest:
                            return
                    else:
                        trin -= 1
                    if o.nominal > self._graense() or (ud is not None and o.nominal >= ud) or f.ophoert(o.nominal):
                        break
                    if k.til is not None and o.nominal > k.til:
                        return
                    holdt = (o.i_tide or o.sene)[:1]
                    gitter = o.nominal
                    anker = o.nominal if v.gitter or not holdt else holdt[0].dag

    def _efter(self, f: Forloeb, v: r.FraSeneste, anker: int) -> int:
        """The interval after an anchor, moved by what the clock leaves out."""
        assert isinstance(v.fradrag, int)
        frist = plus_kalender(anker, v.interval) - v.fradrag
        if not v.flyttes:
            return frist
        hviler: list[int] = []
        for x in self.tl.fritagelser:
            if x.navn in v.hviler_under:
                mandag = kalender.mandag_i_ugen(x.fra + 6)
                while mandag + 6 <= (self.pr if x.slut is None else x.slut):
                    hviler.append(mandag)
                    mandag += 7
        return f.flyt(anker, frist, tuple(hviler))

    @staticmethod
    def _en(o: Opgave) -> None:
        """A step needs one: the first held, in time or late."""
        o.i_tide, o.sene = (o.i_tide[:1], []) if o.i_tide else ([], o.sene[:1])

    def _uden_anker(self, enhed: tuple[Klausul, ...], f: Forloeb) -> tuple[Klausul, ...]:
        """Where the event a period counts from is not recorded: what counts from an event of its own goes on."""
        for k in enhed:
            if k.anker is None and isinstance(k.regel, r.Regel) and self._kan_ramme(k, f):
                sted = Sted(self, f)
                sted.mangler.append("haendelser")
                self._ukendt_anker(k, f, sted)
        return tuple(k for k in enhed if k.anker is not None or not isinstance(k.regel, r.Regel))

    def _ukendt_anker(self, k: Klausul, f: Forloeb, sted: Sted) -> None:
        """What counts from an event that is not recorded cannot be determined."""
        trin = None if isinstance(k.regel.vindue, r.Enkelt) else 1
        o = Opgave(k, sted, trin, getattr(k.regel.taeller, "antal", 1))
        if self._virker(k, f, o) and self._gruppe(k, f, o) == "ja":
            o.uafklaret.append(("mangler", *sted.mangler))
            self._afgoer(o)

    def _mellem_tilbud(self, k: Klausul, f: Forloeb) -> None:
        """The gaps between offers: from the end of each offer to the next one begun."""
        v = k.regel.vindue
        t = k.regel.taeller if v.efter_arter is None else attrs.evolve(k.regel.taeller, arter=v.efter_arter)
        gyldige = [x for x, lang in self._gyldige_tilbud(k, f, t) if lang and x.begyndt]
        trin = 0
        slut: int | None = None
        for i, x in enumerate(gyldige):
            if x.slut is None:
                return
            slut = x.slut if slut is None else max(slut, x.slut)
            if any(n.fra <= slut + 1 for n in gyldige[i + 1 :]):
                continue  # the next one began before this gap opened
            if any(y.anker == slut and y.aarsag[:1] != ("afloest",) for y in self._forgaengere(k, f)):
                continue  # this gap was judged under the rule before
            trin += 1
            o = Opgave(k, Sted(self, f), trin, 1)
            o.fra = slut + 1
            o.anker = slut
            frist = plus_kalender(slut, v.interval)
            o.nominal = f.flyt(slut, frist) if v.flyttes else frist
            if self._klargoer(k, f, o):
                self._en(o)
                self._afgoer(o)
            else:
                trin -= 1

    # deciding -------------------------------------------------------------------------------------------------------

    def _afgoer(self, o: Opgave) -> None:
        """The seven steps of `semantics.md`."""
        k, f = o.klausul, o.forloeb
        regel = k.regel
        fund = Fund(k, f, o.trin)
        fund.fra, fund.nominal, fund.frist, fund.forventet = o.fra, o.nominal, o.frist, o.forventet
        fund.kraevet = o.kraevet
        fund.anker = o.anker
        fund.anledning = o.sted.anledning
        fund.skjult = o.skjult
        fund.hjemler = list(o.hjemler)
        fund.gruppe = self._gruppe_paa(o)
        fund.medregnet = (o.i_tide + o.sene)[: o.kraevet]
        fund.mangler = list(dict.fromkeys(o.sted.mangler))
        dag = self.pr if o.nominal is None else o.nominal

        # 2. conditions and exceptions
        v = Vindue(o.fra, o.nominal)
        ukendt: list[tuple[str, ...]] = list(o.uafklaret)
        for betingelse, skal in ((regel.undtagelse, False), (regel.betingelse, True)):
            if betingelse is None:
                continue
            aarsag: list[tuple[str, ...]] = []
            svar = holder(betingelse, o.sted, v, aarsag)
            if svar is None:
                ukendt.append(aarsag[-1] if aarsag else ("mangler", *o.sted.mangler))
                fund.mangler = list(dict.fromkeys(o.sted.mangler))
            elif svar is not skal:
                if o.sted.afgoerende in _VEDKOMMER_IKKE:
                    return
                fund.aarsag = aarsag[-1] if aarsag else ("betingelse",)
                self._luk(fund, o, BORTFALDET, self.pr if o.frist is None else min(o.frist, self.pr))
                return
        if self._fortraengt(fund, o):
            return

        # 3. met in time
        ulaest = lempelser.ulaest(self.lov, regel.familie, dag)
        if len(o.i_tide) >= o.kraevet and not ulaest and o.passeret is None:
            self._luk(fund, o, OPFYLDT, self._dag(o.i_tide[o.kraevet - 1], o))
            return

        # 4. left open by facts or law
        ukendt.extend(self._aabne(o, dag))
        if ulaest:
            ukendt.insert(0, ("ulaest", ulaest.akt, ulaest.akt_en))
        if o.passeret is not None:
            if len(o.i_tide) >= o.kraevet and not ulaest:
                self._luk(fund, o, OPFYLDT, self._dag(o.i_tide[o.kraevet - 1], o))
                return
            ukendt.insert(0, ("passeret", kalender.iso(o.passeret)))
        if ukendt and not o.afloest:
            fund.aarsag = ukendt[0]
            for u in ukendt:
                if u[0] == "mangler":
                    fund.mangler.extend(m for m in u[1:] if m not in fund.mangler)
                if u[0] == "tilbuddets-laengde":
                    fund.mangler.append(f"{u[1]}.aarsag")
            self._luk(fund, o, UAFKLARET, None)
            return

        # 5. the deadline is still ahead
        if o.frist is None or o.frist >= self.pr:
            self._fremme(fund, o)
            return

        # 6. the deadline has passed unmet
        assert o.nominal is not None
        if o.afloest:
            self._giver_plads(fund, o)
            return
        hul = f.aabent_hul()
        if hul is not None and o.nominal > hul:
            fund.bemaerkninger.append(("aabent-hul", kalender.iso(hul)))
            self._luk(fund, o, AFVENTER, None)
            return
        if f.ophoert(o.nominal):
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, f.slut if f.slut is not None else o.nominal)
            return
        if self._gruppe(k, f, o) == "forladt":
            fund.aarsag = ("maalgruppeskift",)
            self._luk(fund, o, BORTFALDET, o.nominal)
            return
        ramt = lempelser.fritaget(self.lov, self.tl, regel.familie, fund.gruppe, o.nominal)
        if ramt is not None:
            fund.aarsag = ("fritaget", ramt[0].navn, kalender.iso(ramt[0].fra))
            fund.hjemler.append(ramt[1].erklaering.hjemmel)
            self._luk(fund, o, BORTFALDET, o.nominal)
            return
        if len(o.i_tide) + len(o.sene) >= o.kraevet and o.sene:
            sidste = (o.i_tide + o.sene)[o.kraevet - 1]
            self._luk(fund, o, FOR_SENT, self._dag(sidste, o))
            return
        self._luk(fund, o, IKKE, o.frist + 1)

    def _gruppe_paa(self, o: Opgave) -> str:
        regel, f = o.klausul.regel, o.forloeb
        if regel.gaelder.dag == "skift":
            dag = self.lov.skift
        elif regel.bindes_paa_haendelsen:
            dag = o.sted.anledning.dag
        else:
            dag = self.pr if o.nominal is None else min(o.nominal, self.pr)
        gruppe = f.gruppe(dag)
        if gruppe in regel.maalgrupper:
            return gruppe
        # left before the deadline, or entered after it: the group of the rule that the person was in
        return next((p.gruppe for p in reversed(f.spells) if p.gruppe in regel.maalgrupper), gruppe)

    @staticmethod
    def _dag(post: Any, o: Opgave) -> int:
        if isinstance(post, Tilbudspost):
            if o.klausul.regel.taeller.afgivet or o.efter_maerke is not None:
                return post.afgivet if post.afgivet is not None else post.fra
            return post.fra
        return int(post.dag)

    def _fortraengt(self, fund: Fund, o: Opgave) -> bool:
        """Another rule takes this one's place while it stands and their windows meet."""
        for navn in o.klausul.regel.fortraenges_af:
            for x in self.fund_i(o.forloeb, navn):
                if not x.binder:
                    continue
                moedes = (x.fra is None or o.nominal is None or x.fra <= o.nominal) and (
                    x.nominal is None or o.fra is None or x.nominal >= o.fra
                )
                if moedes or o.passeret is not None:
                    fund.aarsag = ("fortraengt", navn)
                    fund.efterfoelger = navn
                    self._luk(fund, o, BORTFALDET, x.fra if x.fra is not None else self.pr)
                    return True
        return False

    def _aabne(self, o: Opgave, dag: int) -> list[tuple[str, ...]]:
        """What leaves a requirement open on its deciding day."""
        regel = o.klausul.regel
        ud: list[tuple[str, ...]] = [
            ("forloeb-uafklaret", x)
            for x in o.forloeb.uafklaret
            if x != "haendelser" and (o.nominal is None or o.nominal >= o.forloeb.uafklaret_fra)
        ]
        if "haendelser" in o.forloeb.uafklaret:
            ud.append(("mangler", "haendelser"))
        t = None if o.nominal is None else lempelser.suspenderet(self.lov, self.tl, regel.familie, o.nominal)
        if t is not None and not t.erklaering.aaben_pligt:
            ud.append(("suspenderet", kalender.iso(t.fra), kalender.iso(t.til or t.fra)))
        for navn in self.lov.regelsaet.uafklarede_ordninger:
            kun = self.lov.regelsaet.uafklarede_ordninger[navn]
            if kun is None and regel.ansvarlig == "a-kasse":
                continue  # the trials were the municipalities'
            if (kun is None or regel.familie in kun) and self.tl.ordning(navn, min(dag, self.pr)):
                ud.append(("ordning", navn))
        return ud

    def _fremme(self, fund: Fund, o: Opgave) -> None:
        """Pending, unless the course is known to have ended or the act to give way before the deadline."""
        f = o.forloeb
        if o.afloest:
            self._giver_plads(fund, o)
            return
        if o.nominal is None:
            if f.slut is not None:
                fund.aarsag = ("ophoert",)
                self._luk(fund, o, BORTFALDET, f.slut)
            elif isinstance(f, TimeForloeb) and not f.paa_ydelse(self.pr) and self._fritaget_hele_tiden(o):
                fund.aarsag = ("fritaget-hele-tiden",)
                self._luk(fund, o, BORTFALDET, f.spells[-1].slut)
            else:
                self._luk(fund, o, AFVENTER, None)
            return
        if f.ophoert(o.nominal):
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, f.slut if f.slut is not None else f.spells[-1].slut)
        elif o.passeret is None and self._gruppe(o.klausul, f, o) == "forladt":
            fund.aarsag = ("maalgruppeskift",)
            self._luk(fund, o, BORTFALDET, f.spell(self.pr).fra)
        else:
            self._luk(fund, o, AFVENTER, None)

    def _fritaget_hele_tiden(self, o: Opgave) -> bool:
        """Whether the person was exempt on every benefit day of the period so far."""
        f, familie = o.forloeb, o.klausul.regel.familie
        for p in f.spells:
            dag = p.fra
            slut = self.pr if p.slut is None else p.slut
            while dag <= slut:
                ramt = lempelser.fritaget(self.lov, self.tl, familie, p.gruppe, dag)
                if ramt is None:
                    return False
                dag = slut + 1 if ramt[0].slut is None else ramt[0].slut + 1
        return True

    def _giver_plads(self, fund: Fund, o: Opgave) -> None:
        fund.aarsag = ("afloest",)
        til = o.klausul.til
        assert til is not None
        self._luk(fund, o, BORTFALDET, min(til + 1, self.pr))

    def _luk(self, fund: Fund, o: Opgave, udfald: str, afgjort: int | None) -> None:
        fund.udfald = udfald
        fund.afgjort = afgjort
        for a in dict.fromkeys(o.sted.antagelser):
            if a[0] == "bemaerk":
                fund.bemaerkninger.append(a[1:])
            else:
                fund.antagelser.append(a)
        if o.forloeb.antagelser:
            fund.antagelser.extend((a,) for a in o.forloeb.antagelser)
        if (
            udfald == BORTFALDET
            and fund.aarsag[:1] in (("ikke-sket",), ("fravalgt",))
            and ("ikke-registreret",) not in fund.antagelser
        ):
            fund.antagelser.append(("ikke-registreret",))
        if o.frist is not None and isinstance(o.klausul.regel.taeller, r.Samtaler) and kalender.lukket(o.frist):
            fund.bemaerkninger.append(("lukkedag", kalender.iso(o.frist)))
        if o.fra is not None and o.nominal is not None and udfald not in (INTET, BORTFALDET):
            for x in lempelser.overlapper(self.lov, self.tl, o.klausul.regel.familie, fund.gruppe, o.fra, o.nominal):
                fund.bemaerkninger.append(
                    ("delvis-fritagelse", x.navn, kalender.iso(x.fra), "" if x.slut is None else kalender.iso(x.slut))
                )
        self._aaben_pligt(fund, o)
        self._tilfoej(fund)

    def _aaben_pligt(self, fund: Fund, o: Opgave) -> None:
        """A duty the law leaves without a date: owed and not given is pending, never unmet."""
        regel = o.klausul.regel
        if fund.udfald not in (IKKE, FOR_SENT, AFVENTER, OPFYLDT):
            return
        t = None if o.nominal is None else lempelser.suspenderet(self.lov, self.tl, regel.familie, o.nominal)
        aaben = t is not None and t.erklaering.aaben_pligt
        if isinstance(regel, r.Rettighed):
            return
        if regel.aaben_pligt_efter is not None and isinstance(o.forloeb, TimeForloeb):
            aaben = aaben or o.forloeb.beloeb(self.lov.skift - 1) > o.forloeb.behov(regel.aaben_pligt_efter)
        if not aaben:
            return
        fund.bemaerkninger.append(("aaben-pligt",))
        fund.frist = fund.forventet = None
        if o.i_tide or o.sene:
            fund.udfald = OPFYLDT
            fund.medregnet = (o.i_tide + o.sene)[: o.kraevet]
            fund.afgjort = self._dag(fund.medregnet[-1], o)
        else:
            fund.udfald, fund.afgjort = AFVENTER, None

    def advarsler(self) -> list[tuple[str, ...]]:
        """What is odd in the case and was worked around; each said once."""
        ud: list[tuple[str, ...]] = []
        for s in self.tl.samtaler:
            if s.status == "indkaldt":
                ud.append(("indkaldt-i-fortiden", s.sti, kalender.iso(s.dag)))
        for f in self.forloeb.get("ydelse-ny", ()):
            for h in self.tl.haendelser.get("foerste-henvendelse", ()):
                if f.foerste_dag < h.dag and f.paa_ydelse(h.dag):
                    ud.append(("henvendelse-i-perioden", h.sti, kalender.iso(h.dag)))
        for navn in ("ledighed",):
            for f in self.forloeb.get(navn, ()):
                if "maaneder-uden-timer" in f.antagelser:
                    ud.append(("maaneder-uden-timer",))
        return list(dict.fromkeys(ud))

    # rights, and no requirement --------------------------------------------------------------------------------------

    def _rettighed(self, k: Klausul, f: Forloeb) -> None:
        """Asked for or owed and not given: pending without a date; given: met; not asked for: lapsed."""
        regel = k.regel
        if not self._kan_ramme(k, f):
            return
        sted = Sted(self, f)
        slut = self.pr if f.slut is None else min(f.slut, self.pr)
        dag, aarsag = slut, []  # type: int, list[tuple[str, ...]]
        if not (k.fra <= dag and (k.til is None or dag <= k.til)):
            return
        begynder = f.start
        if regel.efter is not None:
            naaet = punkt(regel.efter, sted)[0]
            if naaet is None or slut < naaet:
                return
            begynder = naaet
        tidligst = max(f.start, k.fra) if regel.kun_fra_ikraft else f.start
        v = Vindue(tidligst, None)
        svar = True if regel.naar is None else holder(regel.naar, sted, v, aarsag)
        if svar is False and sted.afgoerende in _VEDKOMMER_IKKE:
            return
        o = Opgave(k, sted, None, regel.taeller.antal)
        o.fra = begynder
        bedt = next((a for a in aarsag if a[0] == "sket"), None)
        if bedt is not None:
            o.fra = next(h.dag for h in self.tl.haendelser[bedt[1]] if kalender.iso(h.dag) == bedt[2])
        self._tael_samtaler(k, f, o)
        fund = Fund(k, f, None)
        fund.fra, fund.anker, fund.kraevet, fund.gruppe = o.fra, o.fra, o.kraevet, f.gruppe(slut)
        fund.medregnet = o.i_tide[: o.kraevet]
        fund.mangler = list(sted.mangler)
        if svar is False:
            fund.aarsag = aarsag[-1] if aarsag else ("ikke-sket",)
            fund.fra, fund.medregnet = None, []
            self._luk(fund, o, BORTFALDET, None)
        elif len(o.i_tide) >= o.kraevet:
            self._luk(fund, o, OPFYLDT, o.i_tide[o.kraevet - 1].dag)
        elif svar is None:
            fund.aarsag = aarsag[-1] if aarsag else ("mangler", *sted.mangler)
            self._luk(fund, o, UAFKLARET, None)
        elif f.slut is not None:
            fund.aarsag = ("ophoert",)
            self._luk(fund, o, BORTFALDET, f.slut)
        else:
            self._luk(fund, o, AFVENTER, None)

    def _uden_krav(self, k: Klausul, f: Forloeb) -> None:
        """The paragraph that shows there is no countable requirement, where it is so within the rule's time."""
        regel = k.regel
        slut = self.pr if f.slut is None else min(f.slut, self.pr)
        dag = slut if k.til is None else min(slut, k.til)
        if dag < k.fra or dag < f.start or f.gruppe(dag) not in regel.maalgrupper:
            return
        sted = Sted(self, f)
        if regel.efter is not None:
            naaet = punkt(regel.efter, sted)[0]
            if naaet is None or dag <= naaet:
                return
        if regel.naar is not None and holder(regel.naar, sted, Vindue(f.start, None), []) is not True:
            return
        self._intet(k, f, f.gruppe(dag), dag)

    def _intet(self, k: Klausul, f: Forloeb, gruppe: str, dag: int) -> None:
        fund = Fund(k, f, None)
        fund.udfald = INTET
        fund.gruppe = gruppe
        fund.aarsag = ("intet-krav",)
        fund.anker = dag
        self._tilfoej(fund)

    def _uden_ur(self) -> None:
        """The statements that hold for a group on whatever clock: once for each stretch in one of their groups."""
        for k in self.lov.uden_ur:
            for dele in kalendertid.sammenhaengende([p for p in self.tl.perioder if p.gruppe in k.regel.maalgrupper]):
                slut = self.pr if dele[-1].slut is None else dele[-1].slut
                dag = slut if k.til is None else min(slut, k.til)
                if dag < k.fra or dag < dele[0].fra:
                    continue
                f = Forloeb(self.tl, "*", dele[0].fra, dele[-1].slut, dele)
                self._intet(k, f, f.gruppe(dag), dag)

    def _efterfoelger(self, fund: Fund) -> None:
        """Name what takes over: the first of the successors that binds the person in this course."""
        if fund.aarsag[:1] != ("afloest",):
            return
        regler = fund.klausul.regel.efterfoelger.regler
        if not regler:
            return
        slut = fund.forloeb.slut
        for navn in regler:
            for x in self.fund:
                if (
                    x.klausul.regel.id == navn
                    and x.forloeb.spells[0].gruppe
                    and (slut is None or x.forloeb.start <= slut)
                    and x.forloeb.spells[-1] in fund.forloeb.spells
                ):
                    fund.efterfoelger = navn
                    return
        fund.efterfoelger = regler[0] if len(regler) == 1 else regler[0] if self.pr < self.lov.skift else regler[-1]
