"""The statutory schedule of a course that begins on a day: a judgement in which nothing has happened yet."""

from __future__ import annotations

from kontaktforloeb import kalender
from kontaktforloeb.sag import Sag
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import AFVENTER, BORTFALDET, INTET, UAFKLARET, Fund
from kontaktforloeb.vurdering.opgave import orden
from kontaktforloeb.vurdering.oversaet import OversatLov


def _paa_timeur(x: Fund, fra: int) -> None:
    """In hours nothing is known yet: the deadline is the day it falls at the assumed rate."""
    if x.klausul.paa_timeur:
        x.frist, x.forventet = None, x.frist
    if x.fra is not None and x.fra > fra:
        x.fra = None


def skema(lov: OversatLov, sag: Sag, fra: int, horisont: int) -> list[Fund]:
    """Every requirement that falls due within `horisont` months of `fra`, all pending.

    The course is judged as if it had run to the horizon with nothing held: each deadline is then counted from the one
    before it, as the law does where nobody was seen. What only an event would bring about is left out.
    """
    slut = kalender.plus_maaneder(fra, horisont)
    fund = [x for x in Dom(lov, Tidslinje(sag, slut), horisont=slut).koer() if x.udfald != BORTFALDET]
    ud = [x for x in fund if x.udfald != INTET and (x.nominal is None or x.nominal <= slut)]
    if not ud:
        return [x for x in fund if x.udfald == INTET]
    for x in ud:
        if x.udfald == UAFKLARET:
            x.bemaerkninger.append(("plan-uafklaret", *x.aarsag))
        if isinstance(x.forloeb, TimeForloeb):
            _paa_timeur(x, fra)
        x.udfald, x.afgjort, x.aarsag, x.mangler, x.medregnet = AFVENTER, None, ("plan",), [], []
    return sorted(ud, key=orden)
