"""Calendar clocks: absence, and the time in a group from its first day or from an event."""

from __future__ import annotations

from kontaktforloeb.regelsprog import Forloebsur, Fravaersur
from kontaktforloeb.tidslinje import Spell, Tidslinje
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.ure.loebende import LoebendeForloeb, frie_uger


def sammenhaengende(spells: list[Spell]) -> list[list[Spell]]:
    """Adjoining spells together."""
    ud: list[list[Spell]] = []
    for p in spells:
        if ud and ud[-1][-1].slut is not None and p.fra == ud[-1][-1].slut + 1:
            ud[-1].append(p)
        else:
            ud.append([p])
    return ud


class Fravaersforloeb(Forloeb):
    """A course of absence, which runs from its first day: before sygedagpenge there may be dagpenge, or wages."""

    __slots__ = ()

    def fortsat(self, dag: int, familie: str) -> bool:
        return self.start <= dag < self.foerste_dag


def fravaer(ur: Fravaersur, tl: Tidslinje) -> list[Forloeb]:
    """Periods of absence: the earliest first day of absence in each, else the spell's first day, stated."""
    ud: list[Forloeb] = []
    forrige = 0
    for dele in sammenhaengende([p for p in tl.perioder if p.gruppe == ur.maalgruppe]):
        slut = dele[-1].slut
        f = Fravaersforloeb(tl, ur.navn, dele[0].fra, slut, dele)
        dage = [h.dag for h in tl.haendelser.get(ur.start, ()) if forrige < h.dag and (slut is None or h.dag <= slut)]
        if dage:
            f.start = dage[0]
        else:
            f.antagelser.append("foerste-fravaersdag-er-foerste-ydelsesdag")
        forrige = slut or tl.pr
        ud.append(f)
    return ud


def ophold(ur: Forloebsur, tl: Tidslinje) -> list[Forloeb]:
    """Stays in a group: from the first day, or from a `start` event, which then also carries over gaps."""
    ud: list[Forloeb] = []
    for gruppe in ur.maalgrupper:
        spells = [p for p in tl.perioder if p.gruppe == gruppe]
        if ur.start is None:
            ud.extend(Forloeb(tl, ur.navn, dele[0].fra, dele[-1].slut, dele) for dele in sammenhaengende(spells))
        elif spells:
            ud.extend(_fra_haendelser(ur, tl, spells))
    return sorted(ud, key=lambda f: f.start)


def _fra_haendelser(ur: Forloebsur, tl: Tidslinje, spells: list[Spell]) -> list[Forloeb]:
    """One period for each event that begins one: the spells from it on, up to the next."""
    assert ur.start is not None
    dage = [h.dag for h in tl.haendelser.get(ur.start, ())]
    foer = [d for d in dage if d <= spells[0].fra][-1:]
    starter = foer + [d for d in dage if d > spells[0].fra]
    if not foer and starter and (spells[0].slut is None or starter[0] <= spells[0].slut):
        pass  # visited during the first spell: nothing counts before
    elif not foer:
        starter = [spells[0].fra, *starter]
    ud = []
    for i, start in enumerate(starter):
        til = starter[i + 1] - 1 if i + 1 < len(starter) else None
        dele = [p for p in spells if (til is None or p.fra <= til) and (p.slut is None or p.slut >= start)]
        if not dele:
            continue
        slut = dele[-1].slut
        if ur.samler and slut is not None and til is None and not _andet_efter(tl, dele[-1]):
            slut = None  # it waits until the person is back
        slut = til if slut is None or (til is not None and til < slut) else slut
        f = LoebendeForloeb(tl, ur.navn, start, slut, dele) if ur.samler else Forloeb(tl, ur.navn, start, slut, dele)
        f.venter = ur.samler  # 'sammenlagt ... modtaget': added up, and owed to who receives it
        if isinstance(f, LoebendeForloeb) and ur.hul_flytter:
            f.frie_uger = frie_uger(tl, dele, slut, start)
        if start not in dage and ur.kraeves:
            f.uafklaret.append("haendelser")
        ud.append(f)
    return ud


def _andet_efter(tl: Tidslinje, sidste: Spell) -> bool:
    """Whether the person went over to another benefit after a spell."""
    return any(p.fra > sidste.fra and p.ydelse not in ("ingen", "loentilskud") for p in tl.perioder)
