"""A case made in Python is checked as one from a document: the same faults, all at once, before anything is judged."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json
from kontaktforloeb.sag import er_kontrolleret
from kontaktforloeb.testing import strategies as s

D = dt.date
PR = D(2022, 4, 1)


def spell(**mere: Any) -> kf.Periode:
    return kf.Periode(**{"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": D(2022, 3, 7), **mere})


def case(*perioder: Any, **mere: Any) -> kf.Sag:
    return kf.Sag(**{"id": "A", "perioder": perioder or (spell(),), **mere})


def refused(sag: Any) -> kf.Sagsfejl:
    with pytest.raises(kf.Sagsfejl) as fault:
        kf.vurder(sag, pr=PR)
    return fault.value


TALK = kf.Samtale(dato=D(2022, 3, 10))

FAULTS = {
    "a benefit that does not fit": (case(spell(ydelse="dagpenge")), [("perioder[0].ydelse", "ydelse-passer-ikke")]),
    "an unknown code": (
        case(spell(ydelse="x", maalgruppe="y")),
        [("perioder[0].ydelse", "kode"), ("perioder[0].maalgruppe", "kode")],
    ),
    "an empty id": (case(id=""), [("id", "moenster")]),
    "an id that is a number": (case(id=1), [("id", "type")]),
    "the end before the beginning": (case(spell(til=D(2022, 3, 6))), [("perioder[0].til", "til-foer-fra")]),
    "spells that overlap": (
        case(spell(), spell(maalgruppe="aktivitetsparat", fra=D(2022, 3, 20))),
        [("perioder[1].fra", "perioder-overlapper")],
    ),
    "the same interview twice": (case(samtaler=(TALK, TALK)), [("samtaler[1]", "samme-samtale")]),
    "a circle of corrections": (
        case(samtaler=(evolve(TALK, noegle="a", erstatter="b"), evolve(TALK, noegle="b", erstatter="a"))),
        [("samtaler[0].erstatter", "erstatter-i-ring")],
    ),
    "born after the start": (case(foedselsdato=D(2022, 3, 8)), [("foedselsdato", "foedt-efter-periode")]),
    "a month that is not the first": (
        case(timer=(kf.Timer(maaned=D(2022, 3, 2), timer=Decimal(3)),)),
        [("timer[0].maaned", "moenster")],
    ),
    "negative hours": (case(spell(timer_pr_uge=Decimal(-1))), [("perioder[0].timer_pr_uge", "timer-negative")]),
    "hours that are no number": (case(spell(timer_pr_uge=Decimal("NaN"))), [("perioder[0].timer_pr_uge", "type")]),
    "hours of a million digits": (
        case(spell(timer_pr_uge=Decimal("1e999999"))),
        [("perioder[0].timer_pr_uge", "moenster")],
    ),
    "a float": (case(spell(timer_pr_uge=37.5)), [("perioder[0].timer_pr_uge", "type")]),
    "hours as text": (case(spell(timer_pr_uge="37.5")), [("perioder[0].timer_pr_uge", "type")]),
    "a whole number for hours": (case(spell(timer_pr_uge=37)), [("perioder[0].timer_pr_uge", "type")]),
    "a date as text": (case(spell(fra="2022-03-07")), [("perioder[0].fra", "type")]),
    "a date with a time": (case(spell(fra=dt.datetime(2022, 3, 7))), [("perioder[0].fra", "type")]),  # noqa: DTZ001 - without a zone, as it would be given
    "a date before the cases": (case(spell(fra=D(2009, 12, 31))), [("perioder[0].fra", "dato-uden-for")]),
    "no date": (case(samtaler=(kf.Samtale(dato=None),)), [("samtaler[0].dato", "mangler")]),
    "none for a tuple": (case(samtaler=None), [("samtaler", "type")]),
    "a set for a tuple": (case(samtaler={TALK}), [("samtaler", "type")]),
    "a record of another kind": (case(haendelser=(TALK,)), [("haendelser[0]", "type")]),
    "a yes that is a number": (case(spell(i_ansaettelse=1)), [("perioder[0].i_ansaettelse", "type")]),
    "a number that is a yes": (case(spell(kategori=True)), [("perioder[0].kategori", "type")]),
    "none for no": (case(spell(annulleret=None)), [("perioder[0].annulleret", "type")]),
    "none for contacts": (
        case(tilbud=(kf.Tilbud(art="mentor", fra=D(2022, 4, 1), kontakter=None),)),
        [("tilbud[0].kontakter", "type")],
    ),
    "a contact that is no date": (
        case(tilbud=(kf.Tilbud(art="mentor", fra=D(2022, 4, 1), kontakter=(D(2022, 4, 2), "x")),)),
        [("tilbud[0].kontakter[1]", "type")],
    ),
    "no case at all": ("A-17", [("sag", "type")]),
}


def test_a_list_of_records_is_made_into_a_tuple() -> None:
    """So that a case that was checked does not change, and who writes a list gets a verdict."""
    talks = [TALK]
    made = case(spell(), samtaler=talks)
    talks.append(TALK)
    assert made.samtaler == (TALK,)
    assert kf.vurder(made, pr=PR).som_json() == kf.vurder(case(spell(), samtaler=(TALK,)), pr=PR).som_json()


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_named_where_it_stands(name: str) -> None:
    sag, faults = FAULTS[name]

    assert faults == [(f.sti, f.kode) for f in refused(sag).fejl]


def test_a_cpr_number_is_refused_and_not_shown() -> None:
    fault = refused(case(id="010101-1234"))

    assert ["ligner-cpr"] == [f.kode for f in fault.fejl]
    assert "010101" not in str(fault)
    assert "010101" not in str(refused(case(id=None, kommune=["010101-1234"])))


def test_every_fault_of_the_case_and_of_the_arguments_comes_at_once() -> None:
    sag = case(spell(til=D(2021, 1, 1)), samtaler=None, id=7)

    with pytest.raises(kf.Sagsfejl) as fault:
        kf.vurder(sag, pr="i dag", sprog="fr")

    assert ["pr", "sprog", "id", "samtaler", "perioder[0].til"] == [f.sti for f in fault.value.fejl]
    assert 5 == fault.value.antal
    assert "har en forkert type. Fik 7; tilladt: en tekst på 1 til 200 tegn." in str(fault.value)
    assert "allowed: a tuple." in fault.value.tekst("en")


def test_every_entrance_refuses_it() -> None:
    bad = case(spell(ydelse="dagpenge"))
    for call in (
        lambda: kf.vurder(bad, pr=PR),
        lambda: list(kf.vurder_mange([case(), bad], pr=PR)),
        lambda: kf.frister(bad, pr=PR),
        lambda: kf.aflaes(bad, ur="ledighed", dag=PR),
    ):
        with pytest.raises(kf.Sagsfejl, match="passer ikke til målgruppen"):
            call()


def test_codes_may_be_the_names_of_the_library() -> None:
    assert (
        kf.vurder(case(), pr=PR).som_json()
        == kf.vurder(case(spell(maalgruppe=kf.Maalgruppe.JOBPARAT)), pr=PR).som_json()
    )


def test_a_case_is_checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[object] = []
    laest = sag_json._laest
    monkeypatch.setattr(sag_json, "_laest", lambda obj: checks.append(obj) or laest(obj))
    made = case()

    for _ in range(3):
        kf.vurder(made, pr=PR)
    assert 1 == len(checks)

    read = sag_json.fra_obj(sag_json.til_obj(made))
    list(kf.vurder_mange([read, read], pr=PR))
    assert 2 == len(checks)  # the reading itself

    kf.vurder(evolve(read, id="B"), pr=PR)
    assert 3 == len(checks)


def test_the_mark_is_no_part_of_the_case() -> None:
    made, read = case(), sag_json.fra_obj(sag_json.til_obj(case()))

    assert er_kontrolleret(read)
    assert not er_kontrolleret(made)
    assert (made, hash(made), repr(made)) == (read, hash(read), repr(read))
    assert pickle.loads(pickle.dumps(read)) == made  # noqa: S301 - our own bytes
    assert not er_kontrolleret(evolve(read))


@given(s.judged_cases())
def test_what_a_document_can_hold_python_can(task: s.Judged) -> None:
    sag_json.kontroller(evolve(task.sag))


@given(s.bad_documents())
def test_what_the_reader_took_is_taken_again(document: Any) -> None:
    try:
        read = sag_json.fra_obj(document)
    except kf.Sagsfejl:
        return
    sag_json.kontroller(evolve(read))
