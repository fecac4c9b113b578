"""Consumption of the dagpenge right: where the a-kasse's part of the course ends."""

from __future__ import annotations

from itertools import accumulate

from kontaktforloeb import kalender
from kontaktforloeb.regelsprog import Forbrugsur
from kontaktforloeb.ure.timer import TimeForloeb


def faseslut(ur: Forbrugsur, f: TimeForloeb) -> tuple[int | None, int | None, str | None]:
    """The last day of the a-kasse's part, the day it is expected, and what was taken as given.

    The hand-over event where given; else the end of the month in which consumption reaches the limit, or the day on
    which so much was registered in a later month; else the hours taken as consumption.
    """
    tl = f.tl

    def i_forloebet(dag: int) -> bool:
        return f.slut is None or dag <= f.slut

    overtagelser = [h.dag for h in tl.haendelser.get(ur.overtagelse, ()) if h.dag >= f.start and i_forloebet(h.dag)]
    if overtagelser:
        return overtagelser[0] - 1, None, None
    graense = ur.graense[1 if f.deltid else 0]
    poster = [
        p for p in tl.forbrug if kalender.maanedens_sidste(p[0]) >= f.start and i_forloebet(p[0]) and p[0] <= tl.pr
    ]
    if poster:
        i_alt = 0
        for maaned, timer, registreret in poster:
            sidste = kalender.maanedens_sidste(maaned)
            if sidste > tl.pr and (registreret is None or registreret > tl.pr):
                break
            i_alt += timer
            if i_alt >= graense:
                kendt = _registreret(poster, graense)
                dag = max(sidste, kendt)
                return (dag, None, None) if kendt <= tl.pr else (None, dag, None)
        return None, None, None
    naaet, ventet = f.naaet_behov(graense)
    if naaet is not None:
        return kalender.maanedens_sidste(naaet), None, "timer-som-forbrug"
    return None, None if ventet is None else kalender.maanedens_sidste(ventet), "timer-som-forbrug"


def _registreret(poster: list[tuple[int, int, int | None]], graense: int) -> int:
    """The day on which so much has been registered; a month without a day of registration is when it ends."""
    dage = sorted((kalender.maanedens_sidste(m) if dag is None else dag, timer) for m, timer, dag in poster)
    return next(dag for (dag, _), i_alt in zip(dage, accumulate(t for _, t in dage), strict=True) if i_alt >= graense)
