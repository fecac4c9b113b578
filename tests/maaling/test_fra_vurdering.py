# ruff: noqa: E501 - a case stands on a line
"""What rests on a verdict: all requirements met at each month's end from one judgement, and the working list."""

from __future__ import annotations

import csv
import datetime as dt
import io
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


@pytest.mark.parametrize(("frist", "counted"), [("2021-01-03", MET), ("2021-01-04", MISSED)])
def test_the_present_course_begins_with_its_first_day(frist: str, counted: tuple[int, ...]) -> None:
    sag = case(("2020-01-06", "2020-09-30"), ("2021-01-04", None))
    assert [counted] == unmet(sag, krav("ikke-opfyldt", frist, "2021-01-05"), months="2021-06")["kommunen"]


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


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        ("2021-01-04", "2021-06-30", True),  # on the last day judged
        ("2021-06-30", None, True),
        ("2021-01-04", "2021-06-29", False),
        ("2021-07-01", None, False),
    ],
)
def test_who_is_on_the_benefit_that_day_is_on_the_list(first: str, last: str | None, there: bool) -> None:
    assert there == bool(listed(krav("afventer", "2021-07-05"), sag=case((first, last))))


@pytest.mark.parametrize(
    ("pr", "lovgrundlag", "frist", "there"),
    [
        ("2019-12-31", "gaeldende", "2019-12-30", True),
        ("2020-01-01", "gaeldende", "2019-12-31", False),  # the new rules of that day took its place
        ("2020-02-01", "gaeldende", "2020-01-01", True),
        ("2019-06-30", "aftale-2018", "2019-06-29", True),
        ("2019-07-01", "aftale-2018", "2019-06-30", False),
        ("2019-08-01", "aftale-2018", "2019-07-01", True),
        ("2019-08-01", "gaeldende", "2019-06-30", True),
    ],
)
def test_a_deadline_before_the_new_rules_is_listed_until_they_begin(
    pr: str, lovgrundlag: str, frist: str, there: bool
) -> None:
    verdict = SimpleNamespace(krav=[krav("ikke-opfyldt", frist, maalgruppe="dagpengemodtager")])
    sag = case(("2019-01-07", None))
    assert there == bool(list(items(sag, verdict, dt.date.fromisoformat(pr), 4, lovgrundlag)))


def test_the_latest_unmet_step_is_found_for_each_rule_and_period() -> None:
    found = listed(
        krav("ikke-opfyldt", "2021-06-29", trin=2),
        krav("ikke-opfyldt", "2021-05-25", trin=1),
        krav("ikke-opfyldt", "2021-06-10", trin=1, regel="LAB-2019:98"),
        krav("ikke-opfyldt", "2021-03-10", trin=1, periode_fra=dt.date(2020, 1, 6)),
        krav("ikke-opfyldt", "2021-06-11", regel="LAB-2019:100"),
        krav("opfyldt-for-sent", "2021-06-27", trin=3),
    )
    assert [-112, -20, -19, -1] == [days for _, days in found]


def said(item: Any) -> tuple[Any, ...]:
    return item.trin, item.kraevet, item.medregnet, item.forventet, item.hjemmel, item.kommune


def test_what_an_item_says_of_its_requirement() -> None:
    short = (SimpleNamespace(kort="LAB § 31, stk. 1"), SimpleNamespace(kort="LAB § 27"))
    requirement = krav("afventer", "2021-07-05", trin=3, medregnet=(1, 2), hjemmel=short)
    (found,) = items(RUNNING, SimpleNamespace(krav=[requirement]), PR, 4)
    assert (3, 4, 2, False, "LAB § 31, stk. 1", "991") == said(found)
    bare = krav("afventer", forventet_frist=dt.date(2021, 7, 5), kraevet=None, hjemmel=())
    sag = Sag(
        id="S1",
        perioder=(Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=dt.date(2021, 1, 4), kommune="992"),),
    )
    (found,) = items(sag, SimpleNamespace(krav=[bare]), PR, 4)
    assert (0, 0, 0, True, "", "992") == said(found)
    (found,) = items(Sag(id="S1", perioder=RUNNING.perioder), SimpleNamespace(krav=[bare]), PR, 4)
    assert "" == found.kommune


def test_the_expected_deadline_of_what_does_not_pend_is_none() -> None:
    assert [] == listed(krav("ikke-opfyldt", forventet_frist=dt.date(2021, 6, 5)))


def described(*, sprog: str = "da", synthetic: bool = False, **requirement: Any) -> list[str]:
    verdict = SimpleNamespace(krav=[krav(**requirement)])
    calendar = as_icalendar(list(items(RUNNING, verdict, PR, 4)), PR, synthetic=synthetic, sprog=sprog)
    lines = calendar.replace("\r\n ", "").split("\r\n")
    return [x.partition(":")[2] for x in lines if x.startswith(("SUMMARY", "DESCRIPTION", "PRIORITY", "PRODID"))]


@pytest.mark.parametrize(
    ("requirement", "da", "en"),
    [
        (
            {"udfald": "ikke-opfyldt", "frist": "2021-06-29"},
            "Overskredet med 1 dag. 0 af 4. Jobcenteret. LAB § 31\\, stk. 1",
            "Overdue by 1 day. 0 of 4. The job centre. LAB § 31\\, stk. 1",
        ),
        (
            {"udfald": "ikke-opfyldt", "frist": "2021-06-28", "ansvarlig": "a-kasse", "medregnet": (1,)},
            "Overskredet med 2 dage. 1 af 4. A-kassen. LAB § 31\\, stk. 1",
            "Overdue by 2 days. 1 of 4. The unemployment fund. LAB § 31\\, stk. 1",
        ),
        (
            {"udfald": "afventer", "forventet_frist": dt.date(2021, 7, 5)},
            "0 af 4. Jobcenteret. LAB § 31\\, stk. 1 Forventet frist.",
            "0 of 4. The job centre. LAB § 31\\, stk. 1 Expected deadline.",
        ),
    ],
    ids=["one day", "two days", "expected"],
)
def test_the_calendar_says_how_late_who_answers_and_where_it_stands(
    requirement: dict[str, Any], da: str, en: str
) -> None:
    urgent = "1" if requirement["udfald"] == "ikke-opfyldt" else "5"  # the highest priority and the middle one
    title = "S1: Mindst fire jobsamtaler"
    assert ["-//kontaktforloeb//arbejdsliste//DA", title, da, urgent] == described(**requirement)
    assert ["-//kontaktforloeb//arbejdsliste//EN", title, en, urgent] == described(sprog="en", **requirement)


def test_the_calendar_of_invented_people_says_so_in_its_language() -> None:
    for sprog, label in (("da", "SYNTETISK"), ("en", "SYNTHETIC")):
        shown = described(sprog=sprog, synthetic=True, udfald="afventer", frist="2021-07-05")
        assert f"{label}: S1: Mindst fire jobsamtaler" == shown[1]


def test_an_event_keeps_its_identity_from_one_list_to_the_next() -> None:
    # A calendar that reads the next list moves the event instead of adding one; so the mark never changes.
    for pr, more in ((PR, {}), (dt.date(2021, 6, 29), {"medregnet": (1,)})):
        verdict = SimpleNamespace(krav=[krav("afventer", "2021-07-05", **more)])
        calendar = as_icalendar(list(items(RUNNING, verdict, pr, 4)), pr, synthetic=False)
        assert "\r\nUID:191bd55d7f9bf615ed16f1821e8cb0be@kontaktforloeb\r\n" in calendar


@pytest.mark.parametrize(("title", "folds"), [("x" * 63, 0), ("x" * 64, 1), ("x" * 137, 1), ("x" * 138, 2)])
def test_a_line_is_folded_after_75_octets_and_the_fold_counts_its_space(title: str, folds: int) -> None:
    # "SUMMARY:S1: " is 12 octets: 63 more fill the first line, 74 more the second after its space.
    verdict = SimpleNamespace(krav=[krav("afventer", "2021-07-05", titel=title)])
    calendar = as_icalendar(list(items(RUNNING, verdict, PR, 4)), PR, synthetic=False)
    text = calendar[calendar.index("SUMMARY") : calendar.index("\r\nDESCRIPTION")]
    assert folds == text.count("\r\n ")
    assert all(len(line) == 75 for line in text.split("\r\n")[:-1])


def test_nothing_in_a_text_ends_a_line_of_the_calendar() -> None:
    (_, summary, *_) = described(udfald="afventer", frist="2021-07-05", titel="a\r\nb\\c;d,e\x00f")
    assert "S1: a\ufffd\\nb\\\\c\\;d\\,e\ufffdf" == summary


def test_the_list_as_csv_says_what_is_expected_and_what_is_invented() -> None:
    verdict = SimpleNamespace(krav=[krav("afventer", forventet_frist=dt.date(2021, 7, 5))])
    found = list(items(RUNNING, verdict, PR, 4))
    for synthetic, label in ((False, ""), (True, "syntetisk")):
        (row,) = list(csv.DictReader(io.StringIO(as_csv(found, synthetic=synthetic))))
        assert ("ja", label, "5") == (row["forventet"], row["data"], row["dage"])
