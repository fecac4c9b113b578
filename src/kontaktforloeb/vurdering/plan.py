"""The statutory schedule of a course that begins on a day: a judgement in which nothing has happened yet."""

from __future__ import annotations

from kontaktforloeb import kalender
from kontaktforloeb.regelsprog import UdenKrav
from kontaktforloeb.sag import Sag
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import AFVENTER, BORTFALDET, UAFKLARET, Fund
from kontaktforloeb.vurdering.opgave import orden
from kontaktforloeb.vurdering.oversaet import OversatLov


def _paa_timeur(x: Fund, fra: int) -> None:
    """In hours nothing is known yet: the deadline is the day it falls at the assumed rate."""
    if x.klausul.paa_timeur:
        x.frist, x.forventet = None, x.frist
    if x.fra is not None and x.fra > fra:
        x.fra = None


def _inden(x: Fund, slut: int) -> bool:
    """Whether it falls due by `slut`; in hours what is not reached by then falls due after it."""
    if x.nominal is None:
        return not isinstance(x.forloeb, TimeForloeb)
    return x.nominal <= slut


def _aaben(x: Fund) -> tuple[str, ...]:
    """The remark on what is left open: the act that was not read is named."""
    if x.aarsag[:1] == ("ulaest",):
        return ("plan-ulaest", f"{x.aarsag[1]}\n{x.aarsag[2]}")
    return ("plan-uafklaret", *x.aarsag)


def skema(lov: OversatLov, sag: Sag, fra: int, horisont: int) -> list[Fund]:
    """Every requirement that falls due within `horisont` months of `fra`, all pending.

    The course is judged as if it had run to the horizon with nothing held: each deadline is then counted from the one
    before it, as the law does where nobody was seen. What only an event would bring about is left out.
    """
    slut = kalender.plus_maaneder(fra, horisont)
    fund = [x for x in Dom(lov, Tidslinje(sag, slut), horisont=slut).koer() if x.udfald != BORTFALDET]
    ud = [x for x in fund if not isinstance(x.klausul.regel, UdenKrav) and _inden(x, slut)]
    if not ud:  # what has no deadline is judged on the day asked about, however far the plan looks
        intet = [x for x in Dom(lov, Tidslinje(sag, fra)).koer() if isinstance(x.klausul.regel, UdenKrav)]
        return intet or [x for x in fund if isinstance(x.klausul.regel, UdenKrav)]
    for x in ud:
        x.plan_pr = fra
        if x.udfald == UAFKLARET:
            x.bemaerkninger.append(_aaben(x))
        if isinstance(x.forloeb, TimeForloeb):
            _paa_timeur(x, fra)
        x.udfald, x.afgjort, x.aarsag, x.mangler, x.medregnet = AFVENTER, None, ("plan",), [], []
    return sorted(ud, key=orden)
