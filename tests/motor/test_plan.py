"""The schedule of a course under a toy law: what falls due by the horizon, and what is said of what is left open."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import kontaktforloeb as kf
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


@pytest.mark.parametrize("horisont", [6, 12, 24, 60])
def test_a_schedule_cites_the_law_of_its_day_where_the_deadline_is_in_hours(horisont: int) -> None:
    """The deadline of § 102 is expected on 4 September 2022; what is in force at the horizon is no citation of it."""
    plan = kf.plan("dagpengemodtager", fra=dt.date(2022, 3, 1), horisont=horisont)
    sources = {h.retskilde for k in plan.krav if k.frist is None and k.regel == "LAB-2019:102.1" for h in k.hjemmel}
    assert sources == {"LBK nr. 701 af 22/5/2022", "BEK nr. 2636 af 28/12/2021"}


@pytest.mark.parametrize("gruppe", ["selvforsoergende", "foertidspensionist", "under-18"])
def test_who_is_owed_nothing_is_owed_nothing_however_far_the_schedule_looks(gruppe: str) -> None:
    near, far = (kf.plan(gruppe, fra=dt.date(2024, 11, 1), horisont=h).som_dict() for h in (1, 36))
    assert near == far
    assert {k["udfald"] for k in near["krav"]} <= {"intet-krav", "afventer"}


def test_a_day_to_come_is_not_told_of_as_past() -> None:
    steps = [k for k in kf.plan("sygedagpengemodtager", fra=dt.date(2018, 3, 5), horisont=4).krav if k.trin]
    assert all("frist er den" in k.forklaring or "er den 29. april 2018" in k.forklaring for k in steps)
    assert not any("frist var den" in k.forklaring for k in steps)


def test_a_schedule_tells_a_deadline_once_and_why_it_is_that_day() -> None:
    plan = kf.plan("dagpengemodtager", fra=dt.date(2018, 3, 1))
    reasons = {(k.regel, k.trin): k.forklaring for k in plan.krav}
    tilbud = reasons["LAB-2016:85.1", None]
    assert tilbud.endswith(
        "13 ugers ledighed (481 timer) nås den 30. maj 2018, hvis borgeren er ledig hele tiden. Et tilbud, der "
        "begynder i samme uge, senest søndag den 3. juni 2018, er i tide. Kravet afventer."
    )
    assert reasons["LAB-2016:16a.1", 6].count("29. august 2018") == 2  # reached that day, and due that day
    assert reasons["LAB-2019:209.2c", None].endswith("loven sætter derfor ingen bestemt frist. Kravet afventer.")
