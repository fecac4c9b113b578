"""Judge a case again under another choice of a reading: only what it can change, the rest as it was found."""

from __future__ import annotations

from collections.abc import Iterable

from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.oversaet import OversatLov

Steder = dict[int, list[int]]


def steder(dom: Dom) -> Steder:
    """For each rule's number, the places in `dom.pladser` where it was judged."""
    ud: Steder = {}
    for i, plads in enumerate(dom.pladser):
        for k in plads.enhed:
            ud.setdefault(k.nr, []).append(i)
    return ud


class Omdom(Dom):
    """A judgement under another law with the same clocks, beside one already made.

    `om` has what is now found at each place judged again. `samme_tal`: the same interviews count.
    """

    def __init__(self, lov: OversatLov, dom: Dom, steder: Steder, *, samme_tal: bool) -> None:
        super().__init__(lov, dom.tl)
        self.forloeb = dom.forloeb
        self._kursus = dom._kursus  # noqa: SLF001 - its own kind
        if samme_tal:
            self._talt = dom._talt  # noqa: SLF001 - the same
        self.dom = dom
        self.steder = steder
        self.om: dict[int, list[Fund]] = {}
        self._her = 0

    def igen(self, numre: Iterable[int]) -> dict[int, list[Fund]]:
        """Judge the units of these rules again, and each later one that asks for a finding that changed."""
        venter = {i for nr in numre for i in self.steder.get(nr, ())}
        while venter:
            self._her = i = min(venter)
            venter.remove(i)
            plads = self.dom.pladser[i]
            self.om[i] = self._nye = []
            self._enhed(tuple(self.lov.klausuler[k.nr] for k in plads.enhed), plads.f)
            if list(map(_spor, self._nye)) != list(map(_spor, plads.fund)):
                for k in plads.enhed:
                    for nr in self.lov.bruges_af.get(k.regel.id, ()):
                        venter.update(j for j in self.steder.get(nr, ()) if j > i)
        return self.om

    def fund_paa(self, i: int) -> list[Fund]:
        """What is found at a place: now, or as before where nothing can have changed it."""
        return self.om[i] if i in self.om else self.dom.pladser[i].fund

    def fund_i(self, f: Forloeb, regel_id: str) -> list[Fund]:
        """As in any judgement; what stands later in its order has not been judged yet."""
        pladser = [i for nr in self.lov.numre.get(regel_id, ()) for i in self.steder.get(nr, ()) if i <= self._her]
        alle = [x for i in sorted(set(pladser)) for x in self.fund_paa(i) if x.klausul.regel.id == regel_id]
        return [x for x in alle if x.forloeb is f] or [
            x for x in alle if x.forloeb.ur != f.ur and any(p in f.spells for p in x.forloeb.spells)
        ]

    def _tilfoej(self, fund: Fund) -> None:
        self._nye.append(fund)


def _spor(x: Fund) -> tuple[object, ...]:
    """All of a finding that another rule could ask for."""
    a = x.anledning
    return (
        (x.klausul.nr, x.trin, x.skjult, x.forladt, x.udfald, x.aarsag[:1], None if a is None else (a.art, a.dag)),
        (x.fra, x.nominal, x.frist, x.forventet, x.afgjort, x.anker),
        x.medregnet,
    )
