# ruff: noqa: E501 - a case stands on a line
"""What rests on a verdict: all requirements met at each month's end from one judgement, and the working list."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.definitioner import POOLED_BENEFITS
from kontaktforloeb.maaling.fakta import from_case
from kontaktforloeb.maaling.krav import alle_krav_opfyldt, demands
from kontaktforloeb.maaling.liste import as_csv, as_icalendar, items
from kontaktforloeb.maaling.optaelling import Options, Tally
from kontaktforloeb.sag import Periode, Sag


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def krav(udfald: str, frist: str | None = None, afgjort: str | None = None, **more: Any) -> SimpleNamespace:
    values: dict[str, Any] = {
        "regel": "LAB-2019:31.1",
        "titel": "Mindst fire jobsamtaler",
        "udfald": udfald,
        "frist": day(frist),
        "afgjort": day(afgjort),
        "ansvarlig": "jobcenter",
        "maalgruppe": "dagpengemodtager",
        "periode_fra": dt.date(2021, 1, 4),
        "trin": None,
        "forventet_frist": None,
        "kraevet": 4,
        "medregnet": (),
        "hjemmel": (SimpleNamespace(kort="LAB § 31, stk. 1"),),
    }
    return SimpleNamespace(**values | more)


def case(*spells: tuple[str, str | None], group: str = "dagpengemodtager", benefit: str = "dagpenge") -> Sag:
    perioder = tuple(
        Periode(ydelse=benefit, maalgruppe=group, fra=dt.date.fromisoformat(a), til=day(b)) for a, b in spells
    )
    return Sag(id="S1", kommune="991", perioder=perioder)


def unmet(
    sag: Sag, *requirements: SimpleNamespace, months: str = "2021-06 2021-07 2021-08"
) -> dict[str, list[tuple[int, ...]]]:
    """For each responsible, numerator, people and undetermined in each month."""
    numbers = [read_month(m) for m in months.split()]
    tally = Tally(numbers, (), Options())
    tally.add(
        from_case(sag, POOLED_BENEFITS),
        [("alle-krav-opfyldt", alle_krav_opfyldt(demands(SimpleNamespace(krav=requirements))))],
    )
    variants = sorted({k.variant for k in tally.sums.figures})
    return {v: [tuple(x) for k, x in sorted(tally.sums.figures.items()) if k.variant == v] for v in variants}


RUNNING = case(("2021-01-04", None))
MET, MISSED, OPEN = (1, 1, 0), (0, 1, 0), (1, 1, 1)


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        (krav("opfyldt", "2021-07-04", "2021-06-20"), [MET, MET, MET]),
        (krav("ikke-opfyldt", "2021-07-04", "2021-07-05"), [MET, MISSED, MISSED]),
        (krav("ikke-opfyldt", "2021-06-30", "2021-07-01"), [MET, MISSED, MISSED]),  # on the day itself it is pending
        (krav("ikke-opfyldt", "2021-06-29", "2021-06-30"), [MISSED, MISSED, MISSED]),
        (krav("opfyldt-for-sent", "2021-06-20", "2021-07-31"), [MISSED, MET, MET]),  # met on the last day of July
        (krav("opfyldt-for-sent", "2021-06-20", "2021-08-01"), [MISSED, MISSED, MET]),
        (krav("uafklaret", "2021-06-20", None), [OPEN, OPEN, OPEN]),
        (krav("bortfaldet", "2021-06-20", "2021-06-01"), [MET, MET, MET]),
        (krav("afventer", "2021-09-20"), [MET, MET, MET]),
        (krav("afventer"), [MET, MET, MET]),
        (krav("intet-krav"), [MET, MET, MET]),
    ],
    ids=lambda v: v.udfald if isinstance(v, SimpleNamespace) else "",
)
def test_one_verdict_gives_every_month_end(requirement: SimpleNamespace, expected: list[tuple[int, ...]]) -> None:
    assert expected == unmet(RUNNING, requirement)["kommunen"]


def test_the_a_kasses_requirements_stand_apart() -> None:
    found = unmet(RUNNING, krav("ikke-opfyldt", "2021-06-01", "2021-06-02", ansvarlig="a-kasse"), months="2021-06")
    assert {"kommunen": [MET], "a-kassen": [MISSED]} == found
    found = unmet(RUNNING, krav("ikke-opfyldt", "2021-06-01", "2021-06-02", ansvarlig="kommune"), months="2021-06")
    assert {"kommunen": [MISSED], "a-kassen": [MET]} == found


def test_other_groups_have_no_row_for_the_a_kasse() -> None:
    assert {"kommunen"} == set(
        unmet(case(("2021-01-04", None), group="jobparat", benefit="kontanthjaelp"), months="2021-06")
    )


def test_a_breach_of_an_earlier_course_does_not_count() -> None:
    sag = case(("2020-01-06", "2020-09-30"), ("2021-01-04", None))
    assert [MET] == unmet(sag, krav("ikke-opfyldt", "2020-07-06", "2020-07-07"), months="2021-06")["kommunen"]


# --- the working list ------------------------------------------------------------------------------------------------

PR = dt.date(2021, 6, 30)


def listed(*requirements: SimpleNamespace, sag: Sag = RUNNING, weeks: int = 4) -> list[tuple[str, int]]:
    return [(i.tilstand, i.dage) for i in sorted(items(sag, SimpleNamespace(krav=requirements), PR, weeks))]


def test_what_is_overdue_comes_before_what_is_due_and_the_far_is_left_out() -> None:
    found = listed(
        krav("afventer", "2021-07-28"),
        krav("afventer", "2021-07-29"),
        krav("ikke-opfyldt", "2021-06-25"),
        krav("afventer", "2021-06-30"),
        krav("opfyldt", "2021-07-01"),
        krav("afventer"),
    )
    assert [("overskredet", -5), ("forestaar", 0), ("forestaar", 28)] == found


def test_the_expected_deadline_of_the_hour_clock_is_used() -> None:
    assert [("forestaar", 5)] == listed(krav("afventer", forventet_frist=dt.date(2021, 7, 5)))


def test_of_a_series_the_latest_unmet_step_is_listed() -> None:
    assert [("overskredet", -1)] == listed(
        krav("ikke-opfyldt", "2021-05-25", trin=1), krav("ikke-opfyldt", "2021-06-29", trin=2)
    )


def test_after_the_switch_nothing_is_listed_of_the_old_rules() -> None:
    assert [] == listed(krav("ikke-opfyldt", "2019-12-31"))
    assert [("overskredet", -546)] == listed(krav("ikke-opfyldt", "2020-01-01"))


def test_who_has_left_is_not_on_the_list() -> None:
    assert [] == listed(krav("ikke-opfyldt", "2021-06-25"), sag=case(("2021-01-04", "2021-06-29")))
    assert [] == listed(krav("ikke-opfyldt", "2021-06-25", maalgruppe="jobparat"))


def test_the_list_as_csv_and_as_icalendar() -> None:
    found = sorted(items(RUNNING, SimpleNamespace(krav=[krav("ikke-opfyldt", "2021-06-25", titel="Æ" * 60)]), PR, 4))
    assert (
        as_csv(found, synthetic=False).splitlines()[1]
        == f'S1,991,dagpengemodtager,jobcenter,LAB-2019:31.1,{"Æ" * 60},overskredet,2021-06-25,-5,4,0,nej,"LAB § 31, stk. 1",'
    )
    calendar = as_icalendar(found, PR, synthetic=True)
    lines = calendar.split("\r\n")
    assert ["BEGIN:VCALENDAR", "END:VCALENDAR", ""] == [lines[0], *lines[-2:]]
    assert "DTSTART;VALUE=DATE:20210625" in lines
    assert "DTEND;VALUE=DATE:20210626" in lines
    assert "DTSTAMP:20210630T000000Z" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    assert f"SUMMARY:SYNTETISK: S1: {'Æ' * 60}" in calendar.replace("\r\n ", "")
    assert "LAB § 31\\, stk. 1" in calendar.replace("\r\n ", "")
    assert calendar == as_icalendar(found, PR, synthetic=True)
