"""The case before the court: its timeline, its periods on each clock, and what has been found so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Samtalepost, Tidslinje
from kontaktforloeb.ure import kalendertid, loebende, timer
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov

if TYPE_CHECKING:
    from collections.abc import Iterator


class Plads(NamedTuple):
    """A unit of rules judged in one period, with what was found, hidden findings too."""

    enhed: tuple[Klausul, ...]
    f: Forloeb
    fund: list[Fund]


class Sagen:
    """One timeline under one compiled law; `horisont` is set for a plan.

    `medregn_tvivl`: interviews count in a form of which the case does not tell whether it was lawful.
    """

    def __init__(
        self,
        lov: OversatLov,
        tl: Tidslinje,
        horisont: int | None = None,
        kun: frozenset[int] | None = None,
        *,
        medregn_tvivl: bool = False,
    ) -> None:
        self.lov = lov
        self.medregn_tvivl = medregn_tvivl
        self.kun = kun  # judge only the rules of these numbers
        # what was judged, in order, and what was seen on the way: `afhaenger_af` builds on it
        self.pladser: list[Plads] = []
        self.vinduer: list[tuple[int, int | None, int | None]] = []  # the rule's number, the first day, the deadline
        self.bemaerket: set[tuple[int, str]] = set()  # the rule's number, the code of a remark on an interview
        self.tvivl: dict[str, set[tuple[str, ...]]] = {}  # by family, the remarks on interviews in such a form
        self._nye: list[Fund] = []
        self.sammen: list[Any] = []  # the windows of the unit being judged
        self.tl = tl
        self.pr = tl.pr
        self.horisont = horisont
        self._grupper = frozenset([p.gruppe for p in tl.perioder])
        self.fund: list[Fund] = []
        self._paa: dict[int, dict[str, list[Fund]]] = {}
        self._alle: dict[str, list[Fund]] = {}
        self._kursus: dict[int, int | None] = {}
        self._talt: dict[Any, tuple[list[Samtalepost], list[tuple[int, tuple[str, ...]]]]] = {}
        self.forloeb: dict[str, list[Any]] = {}

    def perioder_paa(self, navn: str) -> list[Any]:
        """The periods on a clock, made when first asked for."""
        if navn not in self.forloeb:
            ur = self.lov.ure[navn]
            if isinstance(ur, r.Timeur):
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
        return [
            x
            for x in self._alle.get(regel_id, ())
            if x.forloeb.ur != f.ur and any(p in f.spells for p in x.forloeb.spells)
        ]

    def _tilfoej(self, fund: Fund) -> None:
        self._nye.append(fund)
        if not fund.skjult:
            self.fund.append(fund)
        self._alle.setdefault(fund.klausul.regel.id, []).append(fund)
        self._paa.setdefault(id(fund.forloeb), {}).setdefault(fund.klausul.regel.id, []).append(fund)

    def advarsler(self) -> list[tuple[str, ...]]:
        """What is odd in the case and was worked around; each said once."""
        ud: list[tuple[str, ...]] = [
            ("indkaldt-i-fortiden", s.sti, kalender.iso(s.dag)) for s in self.tl.samtaler if s.status == "indkaldt"
        ]
        ud.extend(("periode-afkortet", sti, kalender.iso(dag)) for sti, dag in self.tl.afkortede)
        ud.extend(
            ("henvendelse-i-perioden", h.sti, kalender.iso(h.dag))
            for f in self.forloeb.get("ydelse-ny", ())
            for h in self.tl.haendelser.get("foerste-henvendelse", ())
            if f.foerste_dag < h.dag and f.paa_ydelse(h.dag)
        )
        if any("maaneder-uden-timer" in f.antagelser for f in self.forloeb.get("ledighed", ())):
            ud.append(("maaneder-uden-timer",))
        ud.extend(self._loentilskud())
        ud.extend(
            ("ferie-med-dagpenge", x.sti, kalender.iso(x.fra))
            for f in self.forloeb.get("ledighed", ())
            if "timer-fuld-tid" in f.antagelser
            for x in self.tl.fritagelser
            if x.navn == "ferie" and f.paa_ydelse(x.fra)
        )
        return list(dict.fromkeys(ud))

    def _loentilskud(self) -> Iterator[tuple[str, ...]]:
        """Løntilskud said in one list and not in the other: clocks read the spells, offers are read of the offers."""
        tilbud = [t for t in self.tl.tilbud if t.art == "loentilskud" and t.begyndt and t.status != "annulleret"]
        for t in tilbud:
            foer = [p for p in self.tl.perioder if p.fra <= t.fra and p.ydelse != "ingen"]
            if foer and self.tl.spell(t.fra) is None:
                yield "loentilskud-uden-periode", t.sti, kalender.iso(t.fra)
        for p in self.tl.perioder:
            slut = self.pr if p.slut is None else p.slut
            if p.ydelse == "loentilskud" and not any(
                t.fra <= slut and (t.slut is None or t.slut >= p.fra) for t in tilbud
            ):
                yield "loentilskud-uden-tilbud", p.sti, kalender.iso(p.fra)
