"""The schedule of a course under a toy law: what falls due by the horizon, and what is said of what is left open."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.vurdering.plan import skema
from motor.legetoej import TIMER, jobparat, ledig, lov, regel

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


def test_in_hours_what_is_not_reached_within_the_horizon_is_left_out() -> None:
    """65 weekdays of full-time unemployment from Monday 1 March 2021 end on 28 May: within 3 months, not 2."""
    dagpenge: Any = {"ur": "timer", "maalgrupper": ("dagpengemodtager",)}
    law = lov(regel("1", r.Enkelt(r.Start(), r.Naaet(r.uger(13))), **dagpenge), ure=(TIMER,))
    case = ledig(START)
    assert [(x.klausul.regel.id, x.frist, x.forventet) for x in skema(law, case, START.toordinal(), 3)] == [
        ("LEG:1", None, dt.date(2021, 5, 28).toordinal())
    ]
    assert skema(law, case, START.toordinal(), 2) == []


def test_the_act_that_was_not_read_is_named() -> None:
    unread = r.Ulaest(("leg",), dt.date(2021, 3, 15), "lov nr. 9", "act no. 9")
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))), ulaest=(unread,))
    (x,) = skema(law, jobparat(START), START.toordinal(), 1)
    assert x.bemaerkninger == [("plan-ulaest", "lov nr. 9\nact no. 9")]
