"""What of a case the measures see: records known on a day, corrections, runs, follow-ups and the hours of a job."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kontaktforloeb.maaling.definitioner import POOLED_BENEFITS
from kontaktforloeb.maaling.fakta import Facts, from_case
from kontaktforloeb.sag import Beskaeftigelse, Periode, Sag, Samtale, Tilbud


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def facts(*spells: Periode, known: str | None = None, **more: Any) -> Facts:
    case = Sag(id="S1", kommune="991", perioder=spells, **more)
    return from_case(case, POOLED_BENEFITS, day(known) if known else None)


def spell(
    fra: str, til: str | None = None, maalgruppe: str = "dagpengemodtager", ydelse: str = "dagpenge", **more: Any
) -> Periode:
    return Periode(ydelse=ydelse, maalgruppe=maalgruppe, fra=day(fra), til=day(til) if til else None, **more)


def talked(found: Facts) -> list[str]:
    return [dt.date.fromordinal(d).isoformat() for d in found.days]


RUNNING = spell("2019-01-01")


@pytest.mark.parametrize(
    ("known", "seen"),
    [
        ("2019-03-04", ["2019-01-10"]),
        ("2019-03-05", ["2019-01-10", "2019-03-01"]),  # entered that day
        (None, ["2019-01-10", "2019-03-01"]),
    ],
)
def test_a_record_is_seen_from_the_day_it_was_entered(known: str | None, seen: list[str]) -> None:
    records = (
        Samtale(dato=day("2019-01-10")),  # nobody says when it was entered
        Samtale(dato=day("2019-03-01"), registreret=day("2019-03-05")),
    )
    assert seen == talked(facts(RUNNING, known=known, samtaler=records))


@pytest.mark.parametrize(("known", "seen"), [("2019-03-14", ["2019-03-01"]), ("2019-03-15", ["2019-03-08"])])
def test_a_correction_takes_the_place_of_its_record_when_it_is_known(known: str, seen: list[str]) -> None:
    records = (
        Samtale(dato=day("2019-03-01"), noegle="a"),
        Samtale(dato=day("2019-03-08"), noegle="b", erstatter="a", registreret=day("2019-03-15")),
    )
    assert seen == talked(facts(RUNNING, known=known, samtaler=records))


def test_a_record_without_a_key_stands_beside_a_corrected_one() -> None:
    records = (
        Samtale(dato=day("2019-02-01")),
        Samtale(dato=day("2019-03-01"), noegle="a"),
        Samtale(dato=day("2019-03-08"), erstatter="a"),
    )
    assert ["2019-02-01", "2019-03-08"] == talked(facts(RUNNING, samtaler=records))


@pytest.mark.parametrize(
    ("held", "seen"),
    [("2019-01-31", []), ("2019-02-01", ["2019-02-01"]), ("2019-03-31", ["2019-03-31"]), ("2019-04-01", [])],
)
def test_a_follow_up_is_an_interview_from_the_first_to_the_last_day_of_its_group(held: str, seen: list[str]) -> None:
    sick = spell("2019-02-01", "2019-03-31", "sygedagpengemodtager", "sygedagpenge", kategori=2)
    talks = (Samtale(dato=day(held), art="opfoelgningssamtale"),)
    around = (spell("2018-01-01", "2019-01-31"), sick, spell("2019-04-01"))
    assert seen == talked(facts(*around, samtaler=talks))


def run_starts(*spells: Periode) -> list[str]:
    return [dt.date.fromordinal(d).isoformat() for d in facts(*spells).runs_group]


def sick(fra: str, til: str | None, kategori: int) -> Periode:
    return spell(fra, til, "sygedagpengemodtager", "sygedagpenge", kategori=kategori)


def test_leaving_category_1_begins_a_new_run_and_going_from_2_to_3_does_not() -> None:
    assert ["2018-12-01", "2019-02-01"] == run_starts(sick("2018-12-01", "2019-01-31", 1), sick("2019-02-01", None, 2))
    assert ["2018-12-01", "2018-12-01"] == run_starts(sick("2018-12-01", "2019-01-31", 2), sick("2019-02-01", None, 3))


def test_a_job_without_hours_is_a_working_week_of_37() -> None:
    some = Beskaeftigelse(fra=day("2019-02-01"), til=day("2019-02-28"))
    told = Beskaeftigelse(fra=day("2019-03-01"), til=None, timer_pr_uge=Decimal(12))
    assert [Decimal(37), Decimal(12)] == [w.hours for w in facts(RUNNING, beskaeftigelse=(some, told)).work]


def test_what_has_no_last_day_runs_on() -> None:
    found = facts(
        RUNNING,
        beskaeftigelse=(Beskaeftigelse(fra=day("2019-02-01"), til=None),),
        tilbud=(Tilbud(art="virksomhedspraktik", fra=day("2019-02-01"), til=None),),
    )
    assert [dt.date.max.toordinal()] * 3 == [found.spells[0].last, found.work[0].last, found.offers[0].last]


LATE = (
    spell("2019-01-01", noegle="a"),
    spell("2019-03-01", maalgruppe="sygedagpengemodtager", ydelse="sygedagpenge"),
    spell("2019-01-01", "2019-02-28", noegle="b", erstatter="a", registreret=day("2019-04-01")),
)


@pytest.mark.parametrize("known", ["2019-03-31", "2019-04-01", None])
def test_a_spell_whose_end_was_entered_late_gives_way_to_the_next(known: str | None) -> None:
    first, second = facts(*LATE, known=known).spells
    assert (day("2019-02-28").toordinal(), day("2019-03-01").toordinal()) == (first.last, second.first)


def test_a_day_in_two_spells_is_of_the_later_one() -> None:
    late = (spell("2019-01-01", "2019-03-01", noegle="a"), *LATE[1:])
    first, second = facts(*late, known="2019-03-31").spells
    assert (day("2019-02-28").toordinal(), day("2019-03-01").toordinal()) == (first.last, second.first)


def test_where_neither_spell_can_give_way_the_case_is_not_counted() -> None:
    closed = spell("2019-03-01", "2019-03-15", maalgruppe="sygedagpengemodtager", ydelse="sygedagpenge")
    with pytest.raises(ValueError, match="overlapper"):
        facts(LATE[0], closed, LATE[2], known="2019-03-31")
