"""From sums to figures, from sums written by hand: totals, limits, means over months and what may not be shown."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.optaelling import Key
from kontaktforloeb.maaling.resultat import Figure, decimals, early_runs, figures, hide

Counted = tuple[int, int, int]


def months(first: str, last: str) -> range:
    return range(read_month(first), read_month(last) + 1)


def made(
    measure: str,
    span: range,
    groups: dict[str, dict[int, Counted]],
    variant: str = "samlet",
    municipality: str = "991",
) -> list[Figure]:
    """The figures of sums by group and month; month 0 stands for every month of the span that has none of its own."""
    sums = {
        Key(measure, variant, municipality, group, m): list(by_month.get(m, by_month.get(0, (0, 0, 0))))
        for group, by_month in groups.items()
        for m in span
        if m in by_month or 0 in by_month
    }
    return figures(sums, span, (measure,))


def of(rows: list[Figure], group: str, period: str) -> Figure:
    (found,) = [r for r in rows if (r.gruppe, r.periode) == (group, period)]
    return found


def periods(rows: list[Figure], group: str = "alle") -> list[str]:
    return [r.periode for r in rows if r.gruppe == group]


JUNE = months("2019-06", "2019-06")

# --- a month ---------------------------------------------------------------------------------------------------------


def test_the_sum_over_all_groups_comes_first_and_adds_up_people_hits_and_undetermined() -> None:
    rows = made("samtaledata", JUNE, {"revalidend": {0: (3, 12, 1)}, "jobparat": {0: (4, 20, 5)}}, "6-9")
    shown = [(r.gruppe, r.taeller, r.naevner, r.uafklaret, r.andel) for r in rows]
    assert [
        ("alle", 7, 32, 6, Fraction(700, 32)),
        ("jobparat", 4, 20, 5, Fraction(20)),
        ("revalidend", 3, 12, 1, Fraction(25)),
    ] == shown


def test_a_group_has_a_row_in_every_month_also_where_nobody_was_in_it() -> None:
    span = months("2019-05", "2019-07")
    rows = made("samtaledata", span, {"jobparat": {span[1]: (4, 20, 1)}}, "6-9")
    assert [
        ("2019-05", 0, 0, None, 0),
        ("2019-06", 4, 20, Fraction(20), 1),
        ("2019-07", 0, 0, None, 0),
    ] == [
        (r.periode, r.taeller, r.naevner, r.andel, r.uafklaret)
        for r in rows
        if r.gruppe == "jobparat" and "/" not in r.periode
    ]


def test_a_hidden_figure_keeps_no_number() -> None:
    row = of(made("alle-krav-opfyldt", JUNE, {"jobparat": {0: (9, 9, 3)}}, "kommunen"), "jobparat", "2019-06")
    assert (None, None, None, None, None) == (
        row.taeller,
        row.naevner,
        row.andel,
        row.uafklaret,
        row.graense_opfyldt,
    )
    assert ("under-10", Fraction(100)) == (row.skjult, row.graense)


def test_a_case_of_no_known_municipality_is_of_an_unknown_one() -> None:
    rows = made("samtaledata", JUNE, {"jobparat": {0: (4, 20, 0)}}, municipality="")
    assert {"ukendt"} == {r.kommune for r in rows}


def test_a_measure_that_was_not_asked_for_has_no_row() -> None:
    sums = {
        Key("samtaledata", "6-9", "991", "jobparat", JUNE[0]): [1, 20, 0],
        Key("faelles-samtaler", "6-9", "991", "dagpengemodtager", JUNE[0]): [1, 20, 0],
        Key("passivandel", "tilbud-12", "991", "jobparat", JUNE[0]): [1, 20, 0],
    }
    assert ["passivandel", "samtaledata"] == sorted(
        {r.maal for r in figures(sums, JUNE, ("samtaledata", "passivandel"))}
    )


def test_the_targets_bind_the_sum_over_all_groups_and_no_group() -> None:
    span = months("2023-11", "2023-11")
    rows = made("fokusmaal-tilbud", span, {"jobparat": {0: (5, 20, 0)}, "revalidend": {0: (6, 20, 0)}})
    assert [
        ("alle", Fraction(30), True),
        ("jobparat", None, None),
        ("revalidend", None, None),
    ] == [(r.gruppe, r.graense, r.graense_opfyldt) for r in rows]


@pytest.mark.parametrize(("hits", "kept"), [(20, True), (19, False)])
def test_all_requirements_met_is_asked_of_every_group(hits: int, kept: bool) -> None:
    rows = made("alle-krav-opfyldt", JUNE, {"jobparat": {0: (hits, 20, 0)}}, "kommunen")
    assert [("alle", Fraction(100), kept), ("jobparat", Fraction(100), kept)] == [
        (r.gruppe, r.graense, r.graense_opfyldt) for r in rows
    ]


def test_of_nobody_it_is_not_said_whether_the_limit_is_kept() -> None:
    span = months("2023-10", "2023-11")
    rows = made("fokusmaal-tilbud", span, {"jobparat": {span[1]: (5, 20, 0)}})
    empty = of(rows, "alle", "2023-10")
    assert (Fraction(30), None) == (empty.graense, empty.graense_opfyldt)


@pytest.mark.parametrize(
    ("month", "outside"), [("2017-12", True), ("2018-01", False), ("2019-12", False), ("2020-01", True)]
)
def test_a_month_outside_the_years_of_a_measure_is_noted(month: str, outside: bool) -> None:
    rows = made("samtaledata", months(month, month), {"jobparat": {0: (4, 20, 0)}}, "6-9")
    assert {"uden-for-anvendelsesperioden" if outside else ""} == {r.note for r in rows}


def test_a_mean_is_noted_as_its_last_month_is() -> None:
    rows = made("samtaledata", months("2019-11", "2020-01"), {"jobparat": {0: (4, 20, 0)}}, "6-9")
    noted = [r.periode for r in rows if r.gruppe == "alle" and r.note]
    assert ["2020-01", "2019-11/2020-01"] == noted


def test_a_measure_without_years_of_its_own_is_never_outside_them() -> None:
    for measure, month in (("alle-krav-opfyldt", "2012-01"), ("passivandel", "2034-01")):
        rows = made(measure, months(month, month), {"jobparat": {0: (4, 20, 0)}})
        assert {""} == {r.note for r in rows}


def test_a_measure_begins_with_the_month_in_which_its_order_came_into_force() -> None:
    rows = made("fokusmaal-samtaler", months("2019-11", "2020-02"), {"jobparat": {0: (4, 20, 0)}})
    assert ["2020-01", "2020-02", "2020-01/2020-02"] == periods(rows)


# --- what may not be shown -------------------------------------------------------------------------------------------


def hidden(total_is_the_measure: bool = False, **people: int) -> dict[str, str]:
    cells = {g: (0, n, 0) for g, n in people.items()}
    return hide({**cells, "alle": (0, sum(people.values()), 0)}, total_is_the_measure=total_is_the_measure)


def test_two_hidden_groups_hide_each_other_when_they_are_ten_together() -> None:
    assert {"a": "under-10", "b": "under-10"} == hidden(a=5, b=5, c=20, e=30)
    assert {"a": "under-10", "b": "under-10", "c": "ville-afsloere"} == hidden(a=5, b=4, c=20, e=30)


def test_the_smallest_other_group_is_hidden_with_a_single_one() -> None:
    assert {"a": "under-10", "e": "ville-afsloere"} == hidden(a=9, b=30, c=20, e=10)
    assert {"a": "under-10", "b": "ville-afsloere"} == hidden(a=9, b=10, c=10)


def test_a_group_of_nobody_is_neither_hidden_nor_hides_another() -> None:
    assert {} == hidden(a=0, b=10)
    assert {"a": "under-10", "alle": "ville-afsloere"} == hidden(a=9, b=0, c=10)
    assert {"a": "under-10", "c": "ville-afsloere"} == hidden(total_is_the_measure=True, a=1, b=0, c=10)


def test_where_all_are_fewer_than_ten_all_is_hidden_and_nothing_more() -> None:
    assert {"a": "under-10", "alle": "under-10"} == hidden(a=9)
    assert {"a": "under-10", "b": "under-10", "alle": "under-10"} == hidden(a=4, b=5)


def test_a_single_group_that_is_hidden_with_nobody_else_leaves_no_sum() -> None:
    assert {"a": "under-10", "b": "under-10", "c": "under-10"} == hidden(a=9, b=9, c=1)


# --- means -----------------------------------------------------------------------------------------------------------

TEN = {"jobparat": {0: (1, 10, 0)}}


@pytest.mark.parametrize(
    ("first", "last", "means"),
    [
        ("2023-06", "2023-06", []),  # one month is its own mean
        ("2023-06", "2023-07", ["2023-06/2023-07"]),
        ("2023-01", "2023-11", ["2023-01/2023-11"]),
        ("2023-01", "2023-12", ["2023"]),
        ("2022-02", "2023-01", ["2022-02/2023-01"]),  # twelve months of no calendar year
        ("2022-12", "2023-12", ["2023", "2022-12/2023-12"]),
        ("2023-01", "2024-01", ["2023", "2023-01/2024-01"]),
        ("2022-01", "2023-12", ["2022", "2023", "2022-01/2023-12"]),
    ],
)
def test_whole_calendar_years_and_the_whole_span_have_a_mean(first: str, last: str, means: list[str]) -> None:
    rows = made("passivandel", months(first, last), TEN, "tilbud-12")
    assert means == [p for p in periods(rows) if len(p) != len("2023-06")]
    assert all((r.taeller, r.naevner, r.uafklaret) == (None, None, None) for r in rows if r.periode in means)


def test_the_mean_of_a_year_is_of_that_year_alone() -> None:
    span = months("2022-01", "2023-12")
    by_month = {m: (1 if m < span[12] else 3, 10, 0) for m in span}
    rows = made("passivandel", span, {"jobparat": by_month}, "tilbud-12")
    assert [("2022", Fraction(10), 12), ("2023", Fraction(30), 12), ("2022-01/2023-12", Fraction(20), 24)] == [
        (r.periode, r.andel, r.maaneder) for r in rows if r.gruppe == "alle" and r.maaneder > 1
    ]


def test_march_to_june_2020_are_left_out_of_the_targets_alone() -> None:
    span = months("2020-01", "2020-12")
    by_month = {m: (10 if m in span[2:6] else 1, 10, 0) for m in span}
    target = of(made("fokusmaal-samtaler", span, {"jobparat": by_month}), "alle", "2020")
    assert (Fraction(10), 8) == (target.andel, target.maaneder)
    other = of(made("passivandel", span, {"jobparat": by_month}, "tilbud-12"), "alle", "2020")
    assert (Fraction(40), 12) == (other.andel, other.maaneder)  # eight of 10 per cent and four of 100


def test_a_month_of_nobody_is_not_in_the_mean() -> None:
    span = months("2023-05", "2023-08")
    rows = made("passivandel", span, {"jobparat": {span[0]: (2, 10, 0), span[2]: (4, 10, 0)}}, "tilbud-12")
    mean = of(rows, "jobparat", "2023-05/2023-08")
    assert (Fraction(30), 2, "") == (mean.andel, mean.maaneder, mean.skjult)


def test_a_mean_of_no_month_has_no_share() -> None:
    span = months("2020-03", "2020-06")  # all of them are left out
    mean = of(made("fokusmaal-samtaler", span, TEN), "alle", "2020-03/2020-06")
    assert (None, 0, "", Fraction(20), None) == (
        mean.andel,
        mean.maaneder,
        mean.skjult,
        mean.graense,
        mean.graense_opfyldt,
    )


def test_the_limit_of_a_mean_is_that_of_its_last_day() -> None:
    span = months("2022-04", "2023-03")
    mean = of(made("fokusmaal-tilbud", span, {"jobparat": {0: (5, 20, 0)}}), "alle", "2022-04/2023-03")
    assert (Fraction(25), Fraction(30), True) == (mean.andel, mean.graense, mean.graense_opfyldt)
    before = of(made("fokusmaal-tilbud", months("2022-04", "2023-02"), TEN), "alle", "2022-04/2023-02")
    assert Fraction(20) == before.graense
    group = of(made("fokusmaal-tilbud", span, {"jobparat": {0: (5, 20, 0)}}), "jobparat", "2022-04/2023-03")
    assert (None, None) == (group.graense, group.graense_opfyldt)


@pytest.mark.parametrize(
    ("small", "large", "shown"),
    [
        ({1: 9}, 100, False),  # the one hidden month could be found from the mean and the others
        ({1: 9, 2: 9}, 100, True),  # two cannot, and 218 people in four months are many enough
        ({1: 9, 2: 9}, 10, False),  # 38 people in four months
        ({1: 9, 2: 9}, 11, True),  # 40
        ({}, 10, True),
    ],
)
def test_a_mean_that_would_give_away_a_hidden_month_is_hidden(small: dict[int, int], large: int, shown: bool) -> None:
    span = months("2023-05", "2023-08")
    by_month = {m: (1, small.get(i, large), 0) for i, m in enumerate(span)}
    mean = of(made("passivandel", span, {"jobparat": by_month}, "tilbud-12"), "jobparat", "2023-05/2023-08")
    assert (4, "" if shown else "skjult-maaned") == (mean.maaneder, mean.skjult)
    assert shown == (mean.andel is not None)


# --- the early effort ------------------------------------------------------------------------------------------------


def early(*hits: int) -> list[str]:
    """The notes of the months; ten people in each, of whom eight of ten is the limit."""
    span = range(read_month("2021-07"), read_month("2021-07") + len(hits))
    by_month = {m: (h, 10, 0) for m, h in zip(span, hits, strict=True)}
    rows = early_runs(made("tidlig-indsats", span, {"jobparat": by_month}, "samtaler"))
    assert [r.note for r in rows if r.gruppe == "alle"] == [r.note for r in rows if r.gruppe == "jobparat"]
    return [r.note for r in rows if r.gruppe == "jobparat" and len(r.periode) == len("2021-07")]


def test_the_sixth_month_running_below_80_per_cent_is_flagged_and_those_after_it() -> None:
    assert ["", "", "", "", "", "6-maaneder-i-traek", "7-maaneder-i-traek"] == early(*[7] * 7)


def test_a_month_of_exactly_80_per_cent_breaks_the_run() -> None:
    assert [""] * 11 == early(7, 7, 7, 7, 7, 8, 7, 7, 7, 7, 7)
    assert "6-maaneder-i-traek" == early(8, 7, 7, 7, 7, 7, 7)[-1]


def test_the_runs_of_two_municipalities_are_apart_and_a_mean_is_no_month() -> None:
    span = months("2021-07", "2021-12")
    rows = [
        row
        for municipality in ("991", "992")
        for row in made("tidlig-indsats", span, {"jobparat": {0: (7, 10, 0)}}, "tilbud", municipality)
    ]
    noted = [(r.kommune, r.gruppe, r.periode) for r in early_runs(rows) if r.note]
    assert [(k, g, "2021-12") for k in ("991", "992") for g in ("alle", "jobparat")] == noted
    other = made("passivandel", span, {"jobparat": {0: (7, 10, 0)}}, "tilbud-12")
    assert other == early_runs(other)


# --- writing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "places", "written"),
    [
        (Fraction(1, 2), 0, "1"),  # halves upwards
        (Fraction(449, 10), 0, "45"),
        (Fraction(2, 3), 1, "0.7"),
        (Fraction(1, 200), 2, "0.01"),
        (Fraction(1, 201), 2, "0.00"),
        (Fraction(100), 2, "100.00"),
        (Fraction(1005, 100), 1, "10.1"),
    ],
)
def test_a_share_is_written_with_its_decimals(share: Fraction, places: int, written: str) -> None:
    assert written == decimals(share, places)


def test_no_share_is_written_as_nothing() -> None:
    assert "" == decimals(None)
