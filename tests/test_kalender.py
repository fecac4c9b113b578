"""Date arithmetic: the answer key, and the properties proved of it (Monat, Fromherz and Merigoux 2024).

`kalender_facit.csv` was worked out without the library and without dateutil: month lengths and the leap rule, weekdays
by the doomsday rule, Easter from the published dates of 2015-2030, weekdays and weeks by counting day for day.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kontaktforloeb import kalender

KEY = Path(__file__).parent / "kalender_facit.csv"
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "loerdag", "soendag")
days = st.dates(dt.date(1950, 1, 1), dt.date(2060, 12, 31)).map(dt.date.toordinal)
months = st.integers(-240, 240)


def rows() -> list[dict[str, str]]:
    with KEY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def o(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize("row", rows(), ids=lambda r: f"{r['slags']} {r['fra']} {r['antal']}")
def test_answer_key(row: dict[str, str]) -> None:
    day, more, answer = o(row["fra"]), row["antal"], row["svar"]
    match row["slags"]:
        case "maaneder":
            assert answer == kalender.iso(kalender.plus_maaneder(day, int(more)))
        case "maaneder-sidste-dag":
            assert answer == kalender.iso(kalender.plus_maaneder_sidste_dag(day, int(more)))
        case "ugedag":
            assert answer == WEEKDAYS[kalender.ugedag(day)]
        case "soendag-i-ugen":
            assert answer == kalender.iso(kalender.soendag_i_ugen(day))
        case "n-te-hverdag":
            assert answer == kalender.iso(kalender.n_te_hverdag(day, int(more)))
        case "hverdage":
            assert int(answer) == kalender.hverdage(day, o(more))
        case "hele-uger":
            assert int(answer) == kalender.hele_uger(day, o(more))
        case "lukket":
            assert answer == ("ja" if kalender.lukket(day) else "nej")
        case "naeste-hverdag":
            assert answer == kalender.iso(kalender.naeste_hverdag(day))
        case "fylder":
            assert answer == kalender.iso(kalender.fylder(day, int(more)))
        case other:
            pytest.fail(f"no such kind: {other}")


def test_the_answer_key_is_long_enough_and_says_nothing_twice() -> None:
    asked = [(row["slags"], row["fra"], row["antal"]) for row in rows()]
    assert len(asked) >= 300
    assert len(asked) == len(set(asked))


# --- what is proved of adding months --------------------------------------------------------------------------------


def _month(day: int) -> int:
    date = dt.date.fromordinal(day)
    return date.year * 12 + date.month


@given(days, days, months)
@example(o("2019-01-30"), o("2019-01-31"), 1)
def test_adding_months_is_monotone(one: int, other: int, n: int) -> None:
    early, late = sorted((one, other))
    assert kalender.plus_maaneder(early, n) <= kalender.plus_maaneder(late, n)
    assert kalender.plus_maaneder_sidste_dag(early, n) <= kalender.plus_maaneder_sidste_dag(late, n)


@given(days, months, months)
def test_more_months_are_later(day: int, n: int, m: int) -> None:
    few, many = sorted((n, m))
    assert kalender.plus_maaneder(day, few) <= kalender.plus_maaneder(day, many)


@given(days, months)
def test_the_day_reached_lies_in_the_month_reached(day: int, n: int) -> None:
    reached = kalender.plus_maaneder(day, n)
    assert _month(day) + n == _month(reached)
    assert kalender.maanedens_foerste(reached) <= reached <= kalender.maanedens_sidste(reached)


@given(days, months)
def test_rounding_down_is_at_most_rounding_up_and_ambiguous_exactly_past_month_end(day: int, n: int) -> None:
    date = dt.date.fromordinal(day)
    down = kalender.plus_maaneder(day, n)
    first = kalender.plus_maaneder(kalender.maanedens_foerste(day), n)
    up = min(first + date.day - 1, kalender.maanedens_sidste(first) + 1)
    length = kalender.maanedens_sidste(first) - first + 1
    assert down <= up
    assert (down != up) == (date.day > length)
    assert down == first + min(date.day, length) - 1


@given(days, st.integers(-20, 20))
def test_years_are_twelve_months(day: int, n: int) -> None:
    date = dt.date.fromordinal(day)
    leap_day = (date.month, date.day) == (2, 29) and not calendar.isleap(date.year + n)
    same = date.replace(year=date.year + n, day=28 if leap_day else date.day)
    assert same.toordinal() == kalender.plus_maaneder(day, 12 * n) == kalender.fylder(day, n)


@given(days, st.integers(0, 24), st.integers(0, 24))
def test_additions_chain_only_where_no_day_is_lost(day: int, n: int, m: int) -> None:
    """Never past the sum, and equal where the month between had the day: so always add to the anchor."""
    between = kalender.plus_maaneder(day, n)
    chained, direct = kalender.plus_maaneder(between, m), kalender.plus_maaneder(day, n + m)
    assert chained <= direct
    if dt.date.fromordinal(between).day == dt.date.fromordinal(day).day:
        assert chained == direct


def test_the_example_of_chaining() -> None:
    start = o("2019-01-31")
    assert "2019-03-31" == kalender.iso(kalender.plus_maaneder(start, 2))
    assert "2019-03-28" == kalender.iso(kalender.plus_maaneder(kalender.plus_maaneder(start, 1), 1))


@given(days, months)
def test_last_day_keeps_last_days(day: int, n: int) -> None:
    kept, plain = kalender.plus_maaneder_sidste_dag(day, n), kalender.plus_maaneder(day, n)
    assert plain <= kept <= plain + 3
    if day == kalender.maanedens_sidste(day):
        assert kept == kalender.maanedens_sidste(kept)
    else:
        assert kept == plain


# --- weeks and weekdays ---------------------------------------------------------------------------------------------


@given(days, st.integers(1, 2000))
def test_the_nth_weekday_has_n_weekdays_to_it(day: int, n: int) -> None:
    reached = kalender.n_te_hverdag(day, n)
    assert kalender.ugedag(reached) < kalender.LOERDAG
    assert n == kalender.hverdage(day, reached) == kalender.hverdage(day, reached - 1) + 1


@given(days, st.integers(-3, 400))
def test_weekdays_are_counted_day_for_day(day: int, length: int) -> None:
    counted = sum(dt.date.fromordinal(d).weekday() < 5 for d in range(day, day + length))
    assert counted == kalender.hverdage(day, day + length - 1)


@given(days, st.integers(0, 120))
def test_whole_weeks_are_counted_week_for_week(day: int, length: int) -> None:
    last = day + length - 1
    counted = sum(dt.date.fromordinal(d).weekday() == 0 and d + 6 <= last for d in range(day, last + 1))
    assert counted == kalender.hele_uger(day, last)


@given(days)
def test_the_week_runs_from_monday_to_sunday(day: int) -> None:
    monday, sunday = kalender.mandag_i_ugen(day), kalender.soendag_i_ugen(day)
    assert monday <= day <= sunday == monday + 6
    assert dt.date.fromordinal(monday).weekday() == 0
    assert kalender.ugedag(day) == dt.date.fromordinal(day).weekday()


@given(st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)).map(dt.date.toordinal))
def test_the_next_open_day_is_the_first_that_is_not_closed(day: int) -> None:
    reached = kalender.naeste_hverdag(day)
    assert day <= reached <= day + 7
    assert not kalender.lukket(reached)
    assert all(kalender.lukket(d) for d in range(day, reached))
