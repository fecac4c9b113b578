"""Calendar clocks: absence, and the time in a group from its first day or from an event."""

from __future__ import annotations

from kontaktforloeb.regelsprog import Forloebsur, Fravaersur
from kontaktforloeb.tidslinje import Spell, Tidslinje
from kontaktforloeb.ure.forloeb import Forloeb


def sammenhaengende(spells: list[Spell]) -> list[list[Spell]]:
    """Adjoining spells together."""
    ud: list[list[Spell]] = []
    for p in spells:
        if ud and ud[-1][-1].slut is not None and p.fra == ud[-1][-1].slut + 1:
            ud[-1].append(p)
        else:
            ud.append([p])
    return ud


def fravaer(ur: Fravaersur, tl: Tidslinje) -> list[Forloeb]:
    """Periods of absence: the earliest first day of absence in each, else the spell's first day, stated."""
    ud: list[Forloeb] = []
    forrige = 0
    for dele in sammenhaengende([p for p in tl.perioder if p.gruppe == ur.maalgruppe]):
        slut = dele[-1].slut
        f = Forloeb(tl, ur.navn, dele[0].fra, slut, dele)
        dage = [
            h.dag for h in tl.haendelser.get(ur.start, ()) if forrige < h.dag and (slut is None or h.dag <= slut)
        ]
        if dage:
            f.start = dage[0]
        else:
            f.antagelser.append("foerste-fravaersdag-er-foerste-ydelsesdag")
        forrige = slut or tl.pr
        ud.append(f)
    return ud


def ophold(ur: Forloebsur, tl: Tidslinje) -> list[Forloeb]:
    """Stays in a group: from the latest `start` event on or before their end, else from the first day."""
    ud: list[Forloeb] = []
    for gruppe in ur.maalgrupper:
        for dele in sammenhaengende([p for p in tl.perioder if p.gruppe == gruppe]):
            slut = dele[-1].slut
            f = Forloeb(tl, ur.navn, dele[0].fra, slut, dele)
            if ur.start is not None:
                dage = [h.dag for h in tl.haendelser.get(ur.start, ()) if slut is None or h.dag <= slut]
                foer = [d for d in dage if d <= dele[0].fra]
                if foer:
                    f.start = foer[-1]
                elif dage:
                    f.start = dage[0]
                elif ur.kraeves:
                    f.uafklaret.append("haendelser")
            ud.append(f)
    return sorted(ud, key=lambda f: f.start)
