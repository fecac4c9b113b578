"""The measures as declared, against what the orders, the letters and the agencies' pages say."""

from __future__ import annotations

import datetime as dt

import pytest

from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.skriv import definition

#: The orders on the supervision: number, date, in force from.
ORDERS = (
    (1409, "16/12/2019", "2020-01-01"),
    (301, "20/3/2023", "2023-03-22"),
    (760, "18/6/2025", "2025-07-01"),
)


@pytest.mark.parametrize(
    ("parameter", "paragraphs", "values"),
    [
        (d.TARGET_HOURS, ("§ 5, nr. 1",) * 3, (225, 100, 100)),
        (d.TARGET_INTERVIEWS, ("§ 5, nr. 2",) * 3, (4, 4, 4)),
        (d.TARGET_OFFERS.graense, ("§ 5, nr. 1",) * 3, (20, 30, 30)),
        (d.TARGET_TALKS.graense, ("§ 5, nr. 2",) * 3, (20, 20, 20)),
        (d.GUIDANCE_COUNTS, ("§ 3, stk. 2",) * 3, (True, False, False)),
        (d.SPECIAL_OFFERS, ("§ 13, stk. 1, nr. 1", *("§ 12, stk. 1, nr. 1",) * 2), (80, 70, 70)),
        (d.SPECIAL_INTERVIEWS, ("§ 13, stk. 1, nr. 1", *("§ 12, stk. 1, nr. 1",) * 2), (80, 80, 80)),
    ],
)
def test_a_number_of_the_supervision_has_its_order_from_the_day_it_was_in_force(
    parameter: tuple[d.Dated[object], ...], paragraphs: tuple[str, ...], values: tuple[object, ...]
) -> None:
    assert [
        (fra, value, f"{paragraph} (BEK nr. {number} af {date})", f"BEK nr. {number} af {date} om skærpet tilsyn")
        for (number, date, fra), paragraph, value in zip(ORDERS, paragraphs, values, strict=True)
    ] == [(p.fra.isoformat(), p.vaerdi, p.kilde.kort, p.kilde.retskilde) for p in parameter]


@pytest.mark.parametrize("parameter", [d.TARGET_HOURS, d.LISTED_BENEFITS, d.SPECIAL_OFFERS])
def test_each_order_has_its_link(parameter: tuple[d.Dated[object], ...]) -> None:
    assert [
        "https://www.retsinformation.dk/eli/lta/2019/1409",
        "https://www.retsinformation.dk/eli/lta/2023/301",
        "https://www.retsinformation.dk/eli/lta/2025/760",
    ] == [p.kilde.eli for p in parameter]


def test_the_list_of_benefits_and_its_orders() -> None:
    assert [f"§ 2, stk. 2 (BEK nr. {number} af {date})" for number, date, _ in ORDERS] == [
        p.kilde.kort for p in d.LISTED_BENEFITS
    ]
    assert [10, 10, 6] == [len(p.vaerdi) for p in d.LISTED_BENEFITS]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2019-12-31", None),
        ("2020-01-01", 1409),
        ("2023-03-21", 1409),
        ("2023-03-22", 301),
        ("2025-06-30", 301),
        ("2025-07-01", 760),
    ],
)
def test_the_order_in_force_on_a_day(day: str, number: int | None) -> None:
    found = d.at(d.TARGET_HOURS, dt.date.fromisoformat(day))
    assert number == (found and int(found.kilde.eli.rpartition("/")[2]))


def test_march_to_june_2020_are_left_out() -> None:
    assert {(2020, 3), (2020, 4), (2020, 5), (2020, 6)} == d.LEFT_OUT


def test_only_the_number_of_dagpenge_was_published() -> None:
    assert ["dagpengemodtager"] == [g for g, n in d.SAMTALEDATA_N.items() if not n.udledt]


@pytest.mark.parametrize(
    ("measure", "owner", "good", "whole", "first", "last"),
    [
        ("samtaledata", "STAR", True, False, 2018, 2019),
        ("alle-krav-opfyldt", "egen", True, False, None, None),
        ("faelles-samtaler", "STAR", True, False, 2017, None),
        ("passivandel", "KL", False, False, 2016, None),
        ("fokusmaal-tilbud", "STAR", False, True, 2020, 2026),
        ("fokusmaal-samtaler", "STAR", False, True, 2020, 2026),
        ("skaerpet-tilsyn", "STAR", False, True, 2022, None),
        ("tidlig-indsats", "STAR", True, False, 2021, None),
    ],
)
def test_whose_a_measure_is_in_which_years_and_which_way_is_good(
    measure: str, owner: str, good: bool, whole: bool, first: int | None, last: int | None
) -> None:
    m = d.MEASURES[measure]
    assert (owner, good, whole, first, last) == (m.ejer, m.god, m.samlet_er_maalet, m.anvendt_fra, m.anvendt_til)


@pytest.mark.parametrize(
    ("measure", "limits"),
    [
        ("samtaledata", []),
        ("alle-krav-opfyldt", [("2010-01-01", "100")]),
        ("passivandel", []),
        ("fokusmaal-tilbud", [("2020-01-01", "20"), ("2023-03-22", "30"), ("2025-07-01", "30")]),
        ("fokusmaal-samtaler", [("2020-01-01", "20"), ("2023-03-22", "20"), ("2025-07-01", "20")]),
        ("tidlig-indsats", [("2021-01-01", "80")]),
    ],
)
def test_the_limits_of_a_measure_as_they_are_written(measure: str, limits: list[tuple[str, str]]) -> None:
    assert limits == [(g["fra"], g["pct"]) for g in definition(measure)["graense"]]


def test_the_new_rules_begin_half_a_year_earlier_under_the_agreement_of_2018() -> None:
    assert {"gaeldende": "2020-01-01", "aftale-2018": "2019-07-01"} == {k: v.isoformat() for k, v in d.SWITCH.items()}


def test_the_bands_and_windows_in_months() -> None:
    assert "6-9" == d.SAMTALEDATA_BAND.code
    assert [("1,5-3", "0"), ("6-9", "3"), ("16-20", "9")] == [(b.code, n.code) for b, n in d.JOINT_BANDS]
    assert ["12", "1,5", "3", "6", "9"] == [n.code for n in d.PASSIVE_WINDOWS]
    assert ("12", "6") == (d.TARGET_WINDOW.code, d.EARLY_AT.code)
