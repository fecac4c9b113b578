"""Edges of the numbered list: the last value that is taken beside the first that is refused."""

from __future__ import annotations

import copy
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kontaktforloeb import koder
from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.formater.sag_json import fra_obj

SPELL = {"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2019-03-04"}
TALK = {"dato": "2019-03-08", "art": "jobsamtale", "status": "afholdt"}
OFFER = {"art": "virksomhedspraktik", "fra": "2019-06-03", "status": "i-gang"}
EVENT = {"art": "kontrolaktion", "dato": "2019-03-08"}


def document(**fields: Any) -> dict[str, Any]:
    return copy.deepcopy({"format": "kontaktforloeb-sag/1", "id": "A-17", "perioder": [SPELL], **fields})


def told(**fields: Any) -> list[tuple[str, str]]:
    """Where what is wrong, or nothing."""
    try:
        fra_obj(document(**fields))
    except Sagsfejl as found:
        return [(fault.sti, fault.kode) for fault in found.fejl]
    return []


def test_a_pair_that_fits_on_no_day_is_told_where_the_day_cannot_be_read() -> None:
    post = {"ydelse": "dagpenge", "maalgruppe": "jobparat", "fra": "2020-02-30"}
    assert told(perioder=[post]) == [
        ("perioder[0].fra", "dato-findes-ikke"),
        ("perioder[0].ydelse", "ydelse-passer-ikke"),
    ]
    # kontanthjaelp goes with uddannelsesparat from 1 July 2025 on: on which day this is nobody can tell
    later = {**post, "ydelse": "kontanthjaelp", "maalgruppe": "uddannelsesparat"}
    assert told(perioder=[later]) == [("perioder[0].fra", "dato-findes-ikke")]


@pytest.mark.parametrize(
    "id_",
    [
        *(
            "A-17",
            "1234567890",
            "3213991234",
            "320180-1234",
            "000180-1234",
            "010080-1234",
            "310480-1234",
            "300280-1234",
        ),
        *("290281-1234", "010180--1234", "01018-01234", "010180-123", "010180-12345", "101801234", "x010180-1234", "Å"),
        *("0101801234x", "６", "010180-12a4", "x" * 200),
    ],
)
def test_an_id_that_cannot_be_a_cpr_number_is_taken(id_: str) -> None:
    assert told(id=id_) == []


@pytest.mark.parametrize(
    "id_",
    ["010180-1234", "0101801234", "311299-9999", "290200-1234", "2902841234", "3004801234", " 010180-1234 "],
)
@pytest.mark.parametrize("field", ["id", "noegle", "erstatter"])
def test_what_looks_like_a_cpr_number_is_refused_and_never_repeated(id_: str, field: str) -> None:
    bad = document(id=id_) if field == "id" else document(samtaler=[{**TALK, field: id_}])
    with pytest.raises(Sagsfejl) as caught:
        fra_obj(bad)
    (fault,) = caught.value.fejl
    assert fault.kode == "ligner-cpr"
    assert id_.strip() not in caught.value.tekst("da") + caught.value.tekst("en") + repr(caught.value)


@pytest.mark.parametrize(("day", "kode"), [("2010-01-01", None), ("2009-12-31", "dato-uden-for")])
def test_the_first_day_is_in(day: str, kode: str | None) -> None:
    assert told(samtaler=[{**TALK, "dato": day}]) == ([("samtaler[0].dato", kode)] if kode else [])


@pytest.mark.parametrize(("day", "kode"), [("2035-12-31", None), ("2036-01-01", "dato-uden-for")])
def test_the_last_day_is_in(day: str, kode: str | None) -> None:
    assert told(samtaler=[{**TALK, "dato": day}]) == ([("samtaler[0].dato", kode)] if kode else [])


@pytest.mark.parametrize(("day", "taken"), [("1900-01-01", True), ("1899-12-31", False), ("2019-03-04", True)])
def test_births_go_back_to_1900(day: str, taken: bool) -> None:
    assert (told(foedselsdato=day) == []) == taken


def test_one_is_born_before_the_first_spell_that_stands() -> None:
    later = {**SPELL, "fra": "2020-01-01"}
    assert told(foedselsdato="2019-03-05") == [("foedselsdato", "foedt-efter-periode")]
    assert told(foedselsdato="2019-03-05", perioder=[{**SPELL, "annulleret": True}, later]) == []
    assert told(foedselsdato="2019-03-05", perioder=[]) == []


@pytest.mark.parametrize(
    ("month", "most"), [("2019-02", "672"), ("2020-02", "696"), ("2019-04", "720"), ("2019-12", "744")]
)
def test_a_month_has_so_many_hours(month: str, most: str) -> None:
    assert told(timer=[{"maaned": month, "timer": most}]) == []
    over = str(Decimal(most) + Decimal("0.01"))
    assert told(forbrug=[{"maaned": month, "timer": over}]) == [("forbrug[0].timer", "timer-for-mange")]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("160.33", "160.33"), (160.33, "160.33"), ("007.5", "7.5"), ("160.3300", "160.33"), (37, "37"), ("-0", "0")],
)
def test_hours_are_exact(given: object, kept: str) -> None:
    (hours,) = fra_obj(document(timer=[{"maaned": "2019-04", "timer": given}])).timer
    assert Decimal(kept) == hours.timer
    assert not str(hours.timer).startswith("-")


@pytest.mark.parametrize("given", [Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), float("nan"), float("inf")])
@pytest.mark.parametrize("field", ["timer_pr_uge", "kategori"])
def test_what_is_no_number_is_refused(given: object, field: str) -> None:
    assert [sti for sti, _ in told(perioder=[{**SPELL, field: given}])] == [f"perioder[0].{field}"]


def test_a_day_before_and_the_day_itself() -> None:
    assert told(tilbud=[{**OFFER, "til": "2019-06-03", "afgivet": "2019-06-03", "planlagt_til": "2019-06-03"}]) == []
    assert told(tilbud=[{**OFFER, "til": "2019-06-02", "afgivet": "2019-06-04", "planlagt_til": "2019-06-02"}]) == [
        ("tilbud[0].til", "til-foer-fra"),
        ("tilbud[0].planlagt_til", "planlagt-til-foer-fra"),
        ("tilbud[0].afgivet", "afgivet-efter-fra"),
    ]


@pytest.mark.parametrize("status", koder.Tilbudsstatus.koder())
def test_an_offer_of_any_status_may_have_ended_or_not(status: str) -> None:
    assert told(tilbud=[{**OFFER, "status": status, "til": "2019-06-30"}, {**OFFER, "fra": "2019-07-01"}]) == []


def test_spells_may_touch_but_not_overlap() -> None:
    first = {**SPELL, "til": "2019-06-30"}
    assert told(perioder=[{**SPELL, "fra": "2019-07-01"}, first]) == []
    assert told(perioder=[{**SPELL, "fra": "2019-06-30"}, first]) == [("perioder[0].fra", "perioder-overlapper")]


def test_a_long_spell_overlaps_later_ones_past_a_short_one() -> None:
    long, short = {**SPELL, "til": "2019-12-31"}, {**SPELL, "fra": "2019-04-01", "til": "2019-04-30"}
    third = {**SPELL, "fra": "2019-05-01", "til": "2019-05-31"}
    assert [sti for sti, _ in told(perioder=[long, short, third])] == ["perioder[1].fra", "perioder[2].fra"]


def test_history_collides_with_nothing() -> None:
    old, new = {**SPELL, "noegle": "p1"}, {**SPELL, "noegle": "p2", "erstatter": "p1"}
    assert told(perioder=[old, new]) == []
    assert told(perioder=[new, old]) == []
    assert told(perioder=[{**SPELL, "annulleret": True}, SPELL]) == []
    assert told(perioder=[{**SPELL, "annulleret": False}, SPELL]) != []
    chain = [old, new, {**SPELL, "noegle": "p3", "erstatter": "p2"}]
    assert told(perioder=chain) == []
    assert told(perioder=[*chain, SPELL]) == [("perioder[3].fra", "perioder-overlapper")]


def test_a_record_that_is_history_must_still_be_right() -> None:
    wrong = {**SPELL, "til": "2019-03-03", "annulleret": True}
    assert told(perioder=[wrong, SPELL]) == [("perioder[0].til", "til-foer-fra")]


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        ({}, {}, False),
        ({}, {"holdt_af": "jobcenter"}, False),
        ({}, {"status": "aflyst", "form": "telefon"}, False),
        ({}, {"holdt_af": "a-kasse"}, True),
        ({}, {"art": "anden"}, True),
        ({}, {"dato": "2019-03-09"}, True),
        ({"noegle": "1"}, {"noegle": "2"}, True),
        ({"noegle": "1"}, {}, True),
        ({"art": "cv-samtale"}, {"art": "cv-samtale", "holdt_af": "a-kasse"}, False),
        ({"art": "cv-samtale"}, {"art": "cv-samtale", "holdt_af": "jobcenter"}, True),
    ],
)
def test_interviews_of_the_same_day_kind_and_holder(first: dict[str, str], second: dict[str, str], taken: bool) -> None:
    expected = [] if taken else [("samtaler[1]", "samme-samtale")]
    assert expected == told(samtaler=[{**TALK, **first}, {**TALK, **second}])


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("haendelser", EVENT),
        ("tilbud", OFFER),
        ("tilbud", {**OFFER, "art": "mentor", "kontakter": ["2019-06-03"]}),
        ("fritagelser", {"grund": "ferie", "fra": "2019-06-03"}),
        ("beskaeftigelse", {"fra": "2019-06-03"}),
        ("ordninger", {"art": "arbejdspligt", "fra": "2025-06-03"}),
    ],
)
def test_a_repeated_record_needs_a_key(name: str, post: dict[str, Any]) -> None:
    assert told(**{name: [post, {**post, "registreret": "2025-07-01"}]}) == [(f"{name}[1]", "gentaget")]
    assert told(**{name: [{**post, "noegle": "1"}, {**post, "noegle": "2"}]}) == []
    assert told(**{name: [post, {**post, "annulleret": True}]}) == []


def test_keys_belong_to_their_list() -> None:
    assert told(samtaler=[{**TALK, "noegle": "1"}], tilbud=[{**OFFER, "noegle": "1"}]) == []


def test_a_key_that_cannot_be_read_may_be_the_one_that_is_meant() -> None:
    found = told(samtaler=[{**TALK, "noegle": 7}, {**TALK, "dato": "2019-03-09", "erstatter": "7"}])
    assert found == [("samtaler[0].noegle", "type")]


def test_two_circles_are_two_faults_and_the_way_into_one_is_none() -> None:
    arrows = {"a": "b", "b": "a", "c": "a", "d": "e", "e": "d"}
    posts = [
        {**TALK, "dato": f"2019-04-0{nr}", "noegle": key, "erstatter": target}
        for nr, (key, target) in enumerate(arrows.items(), 1)
    ]
    assert told(samtaler=posts) == [
        ("samtaler[0].erstatter", "erstatter-i-ring"),
        ("samtaler[3].erstatter", "erstatter-i-ring"),
    ]


@pytest.mark.parametrize("group", koder.Maalgruppe)
def test_each_group_takes_its_benefits_and_no_others(group: koder.Maalgruppe) -> None:
    for benefit in koder.Ydelse:
        post = {"ydelse": str(benefit), "maalgruppe": str(group), "fra": "2019-03-04"}
        expected = [] if benefit in koder.YDELSER[group] else [("perioder[0].ydelse", "ydelse-passer-ikke")]
        assert expected == told(perioder=[post])


@pytest.mark.parametrize("group", ["aabenlyst-uddannelsesparat", "uddannelsesparat", "aktivitetsparat-ung"])
def test_the_young_are_on_kontanthjaelp_from_july_2025(group: str) -> None:
    post = {"ydelse": "kontanthjaelp", "maalgruppe": group}
    assert told(perioder=[{**post, "fra": "2025-06-30"}]) == [("perioder[0].ydelse", "ydelse-passer-ikke")]
    assert told(perioder=[{**post, "fra": "2025-07-01"}]) == []
    # A spell from before the reform is not refused because it goes on.
    assert told(perioder=[{**post, "ydelse": "uddannelseshjaelp", "fra": "2025-06-30"}]) == []


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("perioder", {**SPELL, "ledig_forsikret": False, "i_ansaettelse": False, "forudsigeligt": None}),
        ("haendelser", {"art": "foedsel", "dato": "2019-03-08", "udland": False, "af": None}),
        ("samtaler", {**TALK, "art": "gruppemoede", "a_kasse_deltog": False}),
        ("tilbud", {**OFFER, "raadighedsafproevende": False, "kontakter": []}),
        ("fritagelser", {"grund": "barsel", "fra": "2019-03-08", "pligt_fastholdt": False}),
    ],
)
def test_saying_no_is_allowed_everywhere(name: str, post: dict[str, Any]) -> None:
    assert told(**{name: [post]}) == []


def test_a_governing_field_that_cannot_be_read_raises_no_second_fault() -> None:
    post = {"ydelse": "sygedagpenge", "maalgruppe": "syg", "fra": "2019-03-04", "kategori": 2}
    assert told(perioder=[post]) == [("perioder[0].maalgruppe", "kode")]


def test_meaning_is_checked_where_shape_allows() -> None:
    assert told(perioder=[{**SPELL, "til": "2019-03-01", "kategori": "2"}], samtaler=[{**TALK, "form": 1}, TALK]) == [
        ("perioder[0].kategori", "type"),
        ("samtaler[0].form", "type"),
        ("perioder[0].til", "til-foer-fra"),
        ("samtaler[1]", "samme-samtale"),
    ]


def test_events_may_precede_every_spell() -> None:
    sag = fra_obj(document(haendelser=[{"art": "indplacering", "dato": "2018-01-01"}]))
    assert dt.date(2018, 1, 1) == sag.haendelser[0].dato
