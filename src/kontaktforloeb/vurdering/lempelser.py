"""What lifts, suspends or leaves undetermined on a day: exemptions, suspensions, unread acts, trials."""

from __future__ import annotations

from kontaktforloeb.regelsprog import Ulaest
from kontaktforloeb.tidslinje import Spaend, Tidslinje, arbejder_mindst
from kontaktforloeb.vurdering.oversaet import OversatLov, Tid

FORSOEG = "forsoegskommune"
ARBEJDSPLIGT = "arbejdspligt"


def _grunde(tl: Tidslinje, t: Tid) -> list[Spaend]:
    e = t.erklaering
    if e.beskaeftigelse_timer is not None:
        return arbejder_mindst(tl.arbejde, e.beskaeftigelse_timer)
    return [
        f
        for f in tl.fritagelser
        if f.navn == e.grund
        and (e.undergrunde is None or f.undergrund is None or f.undergrund in e.undergrunde)
        and not (e.medmindre_fastholdt and f.fastholdt)
    ]


def fritaget(lov: OversatLov, tl: Tidslinje, familie: str, gruppe: str, dag: int) -> tuple[Spaend, Tid] | None:
    """The exemption of this family that covers `dag` for the group, with its authority; the one that lasts longest."""
    if not tl.fritagelser and not tl.arbejde:
        return None
    bedst: tuple[Spaend, Tid] | None = None
    for t in lov.fritagelser.get(familie, ()):
        e = t.erklaering
        if not e.gaelder or not t.gaelder(dag):
            continue
        if e.maalgrupper is not None and gruppe not in e.maalgrupper:
            continue
        if e.ydelser is not None and ((p := tl.seneste(dag)) is None or p.ydelse not in e.ydelser):
            continue
        for f in _grunde(tl, t):
            if f.fra - e.dage_foer <= dag <= _slut(f, t) and (bedst is None or _slut(f, t) > _slut(*bedst)):
                bedst = (f, t)
    return bedst


def sidste_dag(f: Spaend, t: Tid) -> int | None:
    """The last day that an exemption lifts; None while that is not known."""
    slut = _slut(f, t)
    return None if slut == _UENDELIG else slut


def overlapper(lov: OversatLov, tl: Tidslinje, familie: str, gruppe: str, fra: int, til: int) -> list[Spaend]:
    """The exemptions of this family that cover part of `fra`..`til`."""
    ud: list[Spaend] = []
    for t in lov.fritagelser.get(familie, ()):
        e = t.erklaering
        if not e.gaelder or (e.maalgrupper is not None and gruppe not in e.maalgrupper):
            continue
        ud.extend(
            f
            for f in _grunde(tl, t)
            if f.fra - e.dage_foer <= til and _slut(f, t) >= fra and t.gaelder(max(f.fra, fra)) and f not in ud
        )
    return ud


_UENDELIG = 10**7


def _slut(f: Spaend, t: Tid) -> int:
    slut = _UENDELIG if f.slut is None else f.slut
    hoejst = t.erklaering.hoejst_dage
    return slut if hoejst is None else min(slut, f.fra + hoejst - 1)


def suspenderet(lov: OversatLov, tl: Tidslinje, familie: str, dag: int) -> Tid | None:
    """The suspension of this family on `dag`, where the person's municipality is or may be in it."""
    for t in lov.suspensioner.get(familie, ()):
        e = t.erklaering
        if t.gaelder(dag):
            if e.kommuner is not None:
                kommune = tl.kommune_paa(dag)
                if kommune is not None and kommune not in e.kommuner:
                    continue
            return t
    return None


def vindue_suspenderet(lov: OversatLov, familie: str, fra: int, til: int) -> tuple[Tid, int] | None:
    """The first nationwide interview suspension of this family that a window overlaps, and by how many days."""
    for t in lov.suspensioner.get(familie, ()):
        e = t.erklaering
        if e.kommuner is None and not e.aaben_pligt and t.til is not None:
            dage = min(til, t.til) - max(fra, t.fra) + 1
            if dage > 0:
                return t, dage
    return None


def samtale_suspenderet(lov: OversatLov, familie: str, dag: int) -> bool:
    """Whether an interview of this family held on `dag` does not count because the rules were suspended."""
    for t in lov.suspensioner.get(familie, ()):
        if t.fra <= dag and t.gaelder(dag) and t.erklaering.samtaler_taeller_ikke:
            return True
    return False


def ulaest(lov: OversatLov, familie: str, dag: int) -> Ulaest | None:
    """The unread act that governs this family on `dag`."""
    for t in lov.ulaeste.get(familie, ()):
        if t.gaelder(dag):
            fundet: Ulaest = t.erklaering
            return fundet
    return None
