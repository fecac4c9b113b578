"""The case before the court: its timeline, its periods on each clock, and what has been found so far."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Samtalepost, Tidslinje
from kontaktforloeb.ure import kalendertid, loebende, timer
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.oversaet import OversatLov


def grupper_paa(ur: Any) -> tuple[str, ...]:
    """The target groups that a clock runs for."""
    if isinstance(ur, (r.Timeur, r.Fravaersur)):
        return (ur.maalgruppe,)
    if isinstance(ur, r.Loebendeur):
        return tuple(g for saet in ur.grupper for g in saet)
    return tuple(ur.maalgrupper)


class Sagen:
    """One timeline under one compiled law; `horisont` is set for a plan."""

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

    def laan(self, anden: Sagen) -> None:
        """Take over the clocks and counted interviews of a judgement that differs only in its rules."""
        self.forloeb = anden.forloeb
        self._talt = anden._talt

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

    def alle_fund(self) -> Iterator[Fund]:
        """Every finding, also those judged only for what counts from them."""
        for fund in self._alle.values():
            yield from fund

    def _tilfoej(self, fund: Fund) -> None:
        if not fund.skjult:
            self.fund.append(fund)
        self._alle.setdefault(fund.klausul.regel.id, []).append(fund)
        self._paa.setdefault(id(fund.forloeb), {}).setdefault(fund.klausul.regel.id, []).append(fund)

    def advarsler(self) -> list[tuple[str, ...]]:
        """What is odd in the case and was worked around; each said once."""
        ud: list[tuple[str, ...]] = [
            ("indkaldt-i-fortiden", s.sti, kalender.iso(s.dag)) for s in self.tl.samtaler if s.status == "indkaldt"
        ]
        ud.extend(
            ("henvendelse-i-perioden", h.sti, kalender.iso(h.dag))
            for f in self.forloeb.get("ydelse-ny", ())
            for h in self.tl.haendelser.get("foerste-henvendelse", ())
            if f.foerste_dag < h.dag and f.paa_ydelse(h.dag)
        )
        if any("maaneder-uden-timer" in f.antagelser for f in self.forloeb.get("ledighed", ())):
            ud.append(("maaneder-uden-timer",))
        return list(dict.fromkeys(ud))
