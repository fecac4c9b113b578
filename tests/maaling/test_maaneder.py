"""Months as they are written and read, and the whole months between two days."""

from __future__ import annotations

import datetime as dt

import pytest

from kontaktforloeb.maaling.dage import EVER, first_day, has_whole_month, last_day, month_text, read_month


@pytest.mark.parametrize("text", ["2010-01", "2019-12", "2035-12"])
def test_a_month_from_2010_to_2035_is_read_as_it_is_written(text: str) -> None:
    assert text == month_text(read_month(text))


@pytest.mark.parametrize("text", ["2009-12", "2036-01", "2019-00", "2019-13", "2019-6", "2019-06-01", "juni 2019", ""])
def test_what_is_no_month_of_those_years_is_refused_by_name(text: str) -> None:
    with pytest.raises(ValueError, match=f"^'{text}' er ikke en måned mellem 2010-01 og 2035-12, skrevet som 2019-06$"):
        read_month(text)


def test_the_days_of_february_in_a_leap_year_and_of_december() -> None:
    assert (dt.date(2020, 2, 1), dt.date(2020, 2, 29)) == tuple(
        dt.date.fromordinal(day(read_month("2020-02"))) for day in (first_day, last_day)
    )
    assert (dt.date(2019, 12, 1), dt.date(2019, 12, 31)) == tuple(
        dt.date.fromordinal(day(read_month("2019-12"))) for day in (first_day, last_day)
    )


def test_nothing_lies_between_a_running_spell_and_what_comes_after() -> None:
    assert not has_whole_month(EVER, dt.date(2021, 5, 1).toordinal())


def test_a_running_spell_has_the_last_day_there_is() -> None:
    assert dt.date.max.toordinal() == EVER
