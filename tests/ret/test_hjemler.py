"""Paragraphs that were renumbered: on each day one of them, the one in force that day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from kontaktforloeb.ret.fritagelser import FRITAGELSER
from kontaktforloeb.ret.raadighed import REGLER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kontaktforloeb.regelsprog.kilder import Hjemmel


def on(hjemler: Sequence[Hjemmel], day: str) -> list[str]:
    when = dt.date.fromisoformat(day)
    return [h.paragraf for h in hjemler if (h.fra is None or h.fra <= when) and (h.til is None or when <= h.til)]


@pytest.mark.parametrize(
    ("day", "paragraph"),
    [
        ("2016-11-13", "§ 31, stk. 2, nr. 7"),
        ("2016-11-14", "§ 34, stk. 2, nr. 7"),  # BEK 1297/2016
        ("2019-12-31", "§ 34, stk. 2, nr. 7"),
    ],
)
def test_who_is_outside_the_contact_course_by_the_old_orders(day: str, paragraph: str) -> None:
    old, _new, *_ = (f.hjemmel for f in FRITAGELSER if f.grund == "stu")
    assert [paragraph] == on(old, day)


@pytest.mark.parametrize(
    ("day", "paragraph"),
    [("2020-01-01", "§ 40, nr. 7"), ("2023-12-31", "§ 40, nr. 7"), ("2024-01-01", "§ 39, nr. 7")],
)
def test_who_is_outside_the_contact_course_by_the_new_orders(day: str, paragraph: str) -> None:
    _old, new, *_ = (f.hjemmel for f in FRITAGELSER if f.grund == "stu")
    assert [paragraph] == on(new, day)


@pytest.mark.parametrize(("day", "paragraph"), [("2017-06-30", "§ 35, stk. 1"), ("2017-07-01", "§ 37, stk. 1")])
def test_the_availability_interviews_by_the_old_orders(day: str, paragraph: str) -> None:
    for rule in REGLER:
        if rule.id.startswith("RAAD-808"):
            assert [paragraph] == on(rule.hjemmel, day)
