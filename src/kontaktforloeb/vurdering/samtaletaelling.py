"""Interviews: which could count for a rule, which fall in its window, and who gets them where several could."""

from __future__ import annotations

from typing import Any

import attrs

from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Samtalepost
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering import taelling
from kontaktforloeb.vurdering.betingelser import Vindue, holder
from kontaktforloeb.vurdering.fund import AFVENTER, BORTFALDET, FORM_UVIS, OPFYLDT, Fund
from kontaktforloeb.vurdering.opgave import Opgave
from kontaktforloeb.vurdering.oversaet import Klausul, taellernummer
from kontaktforloeb.vurdering.punkter import Sted
from kontaktforloeb.vurdering.sagen import Sagen


def _senest(x: Any, o: Opgave) -> bool:
    """Whether a step falls due by the deadline, as far as either is known or expected."""
    trin = x.forventet if x.nominal is None else x.nominal
    frist = o.forventet if o.nominal is None else o.nominal
    if trin is None or frist is None:
        return x.nominal is not None or o.nominal is None
    return bool(trin <= frist)


class Samtaletaelling(Sagen):
    """Counting interviews."""

    def _kandidater(self, k: Klausul, f: Forloeb, o: Opgave) -> list[Samtalepost]:
        t = k.regel.taeller
        if t.ogsaa_uden is not None and self._fravalgt(k, f, o):
            t = attrs.evolve(t, faelles=False)
        fundet, bem = self._taellelige(k, f, t)
        if t.foerste:
            fundet = self._kun_foerste(k, f, fundet)
        if t.fortrin is not None:
            fundet = self._med_fortrin(k, f, o, fundet)
        elif t.ikke_brugt_af:
            # a late one is still free for what it is in time for
            opfyldte = [x for navn in t.ikke_brugt_af for x in self.fund_i(f, navn) if x.udfald == OPFYLDT]
            brugt = {id(s) for x in opfyldte for s in x.medregnet}
            fundet = [s for s in fundet if id(s) not in brugt]
        for dag, b in bem:
            if (o.fra is None or dag >= o.fra) and (o.frist is None or dag <= o.frist):
                o.sted.antagelser.append(("bemaerk", *b))
        return fundet

    def _fravalgt(self, k: Klausul, f: Forloeb, o: Opgave) -> bool:
        """Whether the a-kasse was declined for this one, not held with it before."""
        t = k.regel.taeller
        holdt = [s.dag for s in self._taellelige(k, f, t)[0] if o.fra is not None and s.dag >= o.fra]
        aarsag: list[tuple[str, ...]] = []
        moedt = holdt[t.antal - 1] if len(holdt) >= t.antal else None
        if not holder(t.ogsaa_uden, o.sted, Vindue(o.fra, o.nominal, moedt), aarsag):
            return False
        o.fravalgt = aarsag[-1][1]
        return True

    def sammen_med(self, sted: Sted, navn: str) -> list[Fund]:
        """What a rule of the same unit comes to, as far as it can be told before interviews are allotted."""
        return [self._foreloebigt(o) for o in self.sammen if o.klausul.regel.id == navn and o.forloeb is sted.f]

    def _foreloebigt(self, o: Opgave) -> Fund:
        fund = Fund(o.klausul, o.forloeb, o.trin)
        fund.nominal, fund.fravalgt, fund.udfald = o.nominal, o.fravalgt, AFVENTER
        aarsag: list[tuple[str, ...]] = []
        betingelse = o.klausul.regel.betingelse
        if betingelse is not None and holder(betingelse, o.sted, self._vindue(o), aarsag) is False:
            fund.udfald, fund.aarsag = BORTFALDET, aarsag[-1] if aarsag else ()
            if fund.aarsag[:1] == ("fravalgt",):
                fund.fravalgt = fund.aarsag[1]
        elif len(o.i_tide) >= o.kraevet:
            fund.udfald, fund.afgjort = OPFYLDT, o.i_tide[o.kraevet - 1].dag
        return fund

    def _taellelige(
        self, k: Klausul, f: Forloeb, t: r.Samtaler
    ) -> tuple[list[Samtalepost], list[tuple[int, tuple[str, ...]]]]:
        """The interviews a counter can take, once for all rules that count alike."""
        taeller = k.taeller if t is k.regel.taeller else taellernummer(t)
        noegle = (id(f), k.regel.familie, k.regel.id if k.saerlig_form else "", taeller)
        fundet = self._talt.get(noegle)
        if fundet is None:
            bem: list[tuple[int, tuple[str, ...]]] = []
            fundet = (
                taelling.samtaler(
                    self.lov, self.tl, f, k.regel.familie, k.regel.id, t, bem, medregn_tvivl=self.medregn_tvivl
                ),
                bem,
            )
            self._talt[noegle] = fundet
        if fundet[1]:
            self.bemaerket.update((k.nr, b[0]) for _, b in fundet[1])
            uvisse = {b for _, b in fundet[1] if b[0] == FORM_UVIS}
            if uvisse and not self.lov.forkert_form_taeller:
                self.tvivl.setdefault(k.regel.familie, set()).update(uvisse)
        return fundet

    def _kun_foerste(self, k: Klausul, f: Forloeb, fundet: list[Samtalepost]) -> list[Samtalepost]:
        """Only the first interview of the period, where the a-kasse took part in that one."""
        alle = attrs.evolve(k.regel.taeller, faelles=False)
        i_perioden = [s for s in self._taellelige(k, f, alle)[0] if s.dag >= f.start]
        return [s for s in fundet if i_perioden and s is i_perioden[0]]

    def _maerkede(self, k: Klausul, f: Forloeb) -> list[Samtalepost]:
        """The interviews that could count and are marked with the purpose that goes first, with the a-kasse or not."""
        t = k.regel.taeller
        if not any(s.formaal == t.fortrin for s in self.tl.samtaler):
            return []
        fundet = self._taellelige(k, f, attrs.evolve(t, faelles=False))[0]
        return [s for s in fundet if s.formaal == t.fortrin and s.dag >= f.start]

    def _fra_maerket(self, k: Klausul, f: Forloeb, fra: int | None) -> int | None:
        """The first day of the window: the marked one counts whenever it was held."""
        maerket = self._maerkede(k, f)
        return fra if not maerket or (fra is not None and fra <= maerket[0].dag) else maerket[0].dag

    def _med_fortrin(self, k: Klausul, f: Forloeb, o: Opgave, fundet: list[Samtalepost]) -> list[Samtalepost]:
        """One marked with the purpose, else one in the window that the series served first do not need by then."""
        t = k.regel.taeller
        if self._maerkede(k, f):
            return [s for s in fundet if s.formaal == t.fortrin and s.dag >= f.start]
        brugt = {id(s) for navn in t.ikke_brugt_af for s in self._til_raekken(navn, f, o)}
        return [s for s in fundet if id(s) not in brugt and s.formaal is None]

    def _til_raekken(self, navn: str, f: Forloeb, o: Opgave) -> list[Samtalepost]:
        """What the steps of a series that are reached by the requirement's amount take: also those still ahead."""
        k = self.lov.klausuler[self.lov.numre[navn][0]]
        v = k.regel.vindue
        if v.forrige_trin:
            # a step takes nothing before the one before it is reached
            fund = self.fund_i(f, navn)
            return [s for x in fund if x.trin is not None and _senest(x, o) for s in x.medregnet[-1:]]
        assert isinstance(f, TimeForloeb)
        begyndt = f.naaet(v.fra)[0]
        if begyndt is None:
            return []
        antal = (f.behov(o.klausul.regel.vindue.til.maengde) - f.behov(v.fra)) // f.behov(v.interval)
        return [s for s in self._taellelige(k, f, k.regel.taeller)[0] if s.dag > begyndt][:antal]

    def _tael_samtaler(self, k: Klausul, f: Forloeb, o: Opgave) -> None:
        fundet = self._kandidater(k, f, o)
        if o.fra is None:
            return
        o.pligt_til = self._pligtens_slut(k, f)
        for s in fundet:
            if s.dag < o.fra or (o.falder_med_loven and s.dag > (o.klausul.til or s.dag)):
                continue  # what is held after the act gave way meets nothing of it
            if o.pligt_til is not None and s.dag > o.pligt_til:
                continue
            if o.frist is None or s.dag <= o.frist:
                o.i_tide.append(s)
            elif o.kan_for_sent:
                o.sene.append(s)

    def _pligtens_slut(self, k: Klausul, f: Forloeb) -> int | None:
        """The day of the event until which the duty lasts, once it has happened in the course."""
        art = getattr(k.regel, "ophoerer_ved", None)
        return None if art is None else next((h.dag for h in self.tl.haendelser.get(art, ()) if h.dag >= f.start), None)

    def _fordel(self, opgaver: list[Opgave]) -> None:
        """Allot interviews that several requirements besides each other could use, each once."""
        if not any(o.klausul.regel.besides for o in opgaver):
            return
        besides = {id(o): set(o.klausul.regel.besides) for o in opgaver}
        ider = {o.klausul.regel.id for o in opgaver}
        if not any(b & ider for b in besides.values()):
            return
        # the narrower first (those others stand besides), then the earlier deadline
        smalle = set().union(*besides.values())
        orden = sorted(
            (o for o in opgaver if self._kan_staa(o)),
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

    @staticmethod
    def _vindue(o: Opgave) -> Vindue:
        """What a condition is asked about, with the day the last one needed was held in time."""
        samtaler = isinstance(o.klausul.regel.taeller, r.Samtaler) and len(o.i_tide) >= o.kraevet
        nominal, til = o.nominal, o.klausul.til
        if o.afloest and til is not None and (nominal is None or nominal > til):
            nominal = til  # what happens after the act gave way is not of it
        return Vindue(o.fra, nominal, o.i_tide[o.kraevet - 1].dag if samtaler else None)

    def _kan_staa(self, o: Opgave) -> bool:
        """Whether its condition leaves the requirement standing, or may; those besides others have no exceptions."""
        betingelse = o.klausul.regel.betingelse
        return betingelse is None or holder(betingelse, o.sted, self._vindue(o), []) is not False
