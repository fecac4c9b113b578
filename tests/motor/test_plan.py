"""The schedule of a course under a toy law: what falls due by the horizon, and what is said of what is left open."""

from __future__ import annotations

import datetime as dt

from kontaktforloeb import regelsprog as r
from kontaktforloeb.vurdering.plan import skema
from motor.legetoej import jobparat, lov, regel

START = dt.date(2021, 3, 1)


def test_what_is_left_open_is_pending_in_a_schedule_with_a_remark_on_why() -> None:
    """Two and three weeks from Monday 1 March 2021; of the second the engine knows only that it was not read."""
    law = lov(
        regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))),
        regel("2", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(3))), betingelse=r.IkkeLaest()),
    )
    fundne = skema(law, jobparat(START), START.toordinal(), 1)
    assert [(x.klausul.regel.id, x.frist, x.udfald, x.aarsag, x.bemaerkninger) for x in fundne] == [
        ("LEG:1", dt.date(2021, 3, 15).toordinal(), "afventer", ("plan",), []),
        ("LEG:2", dt.date(2021, 3, 22).toordinal(), "afventer", ("plan",), [("plan-uafklaret", "ikke-laest")]),
    ]
