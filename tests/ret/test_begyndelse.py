"""How a course begins: the benefit of its first day, on each side of the day on which the benefits changed."""

from __future__ import annotations

import datetime as dt

import pytest

from kontaktforloeb.ret.plan import BEGYNDER


@pytest.mark.parametrize(
    ("group", "day", "benefit"),
    [
        ("uddannelsesparat", "2025-06-30", "uddannelseshjaelp"),
        ("uddannelsesparat", "2025-07-01", "kontanthjaelp"),  # lov 1655/2024: uddannelseshjælp is gone
        ("integrationsprogram", "2019-12-31", "integrationsydelse"),
        ("integrationsprogram", "2020-01-01", "overgangsydelse"),
        ("integrationsprogram", "2025-06-30", "overgangsydelse"),
        ("integrationsprogram", "2025-07-01", "kontanthjaelp"),
        ("dagpengemodtager", "2010-01-01", "dagpenge"),  # the first day a case may hold
    ],
)
def test_a_course_is_on_the_benefit_of_its_first_day(group: str, day: str, benefit: str) -> None:
    assert benefit == BEGYNDER[group].ydelse_paa(dt.date.fromisoformat(day))
