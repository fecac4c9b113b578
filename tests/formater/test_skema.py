"""The shape that the reader asks for is the JSON Schema, no more and no less: tried on good and on spoilt documents."""

from __future__ import annotations

import copy
import json
import os
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kontaktforloeb.formater import felter, sag_json
from kontaktforloeb.formater.fejl import HOEJST, Sagsfejl
from kontaktforloeb.formater.felter import FELTER, LISTER, Felt, Slags
from kontaktforloeb.formater.sag_json import FORM, fra_obj, laes_dokument
from kontaktforloeb.formater.skema import sagsskema
from kontaktforloeb.sag import Sag

#: The long run tries many more, and new ones each time; every day the same.
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "lang"


def profile(examples: int) -> settings:
    """So many examples every day, fifty times as many in the long run."""
    return settings(
        max_examples=examples * 50 if LONG else examples,
        derandomize=not LONG,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


VALIDATOR = Draft202012Validator(sagsskema())
CODES = {row.kode for row in FORM}

DATES = st.dates().map(str) | st.sampled_from(["2019-02-30", "0000-00-00", "2019-13-99", "2036-01-01"])
MONTHS = st.dates().map(lambda day: str(day)[:7]) | st.sampled_from(["2019-13", "0000-00"])
HOURS = (
    st.decimals(-1000, 1000, places=2).map(str)
    | st.integers(-1000, 1000)
    | st.floats(-1000, 1000, allow_nan=False)
    | st.sampled_from(["0", "-0", "007.5", "160.3333", 999_999, -999_999])
)
VALUES = {
    Slags.TEKST: st.text(min_size=1, max_size=12) | st.sampled_from(["010180-1234", "x" * felter.LAENGDE]),
    Slags.DATO: DATES,
    Slags.MAANED: MONTHS,
    Slags.SANDHED: st.booleans(),
    Slags.TIMER: HOURS,
    Slags.KOMMUNE: st.from_regex(r"[0-9]{3}", fullmatch=True),
    Slags.DATOER: st.lists(DATES, max_size=3),
}
# What goes wrong in practice, and what goes wrong in validators.
SPOILT: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, False, 0, 1, 2, 2.0, 2.5, 1e400, -1e400, 10**30, 1_000_000, -1_000_000, 999_999.5),
        *("", "x", "x" * (felter.LAENGDE + 1), "2019-03-04", "2019-03-04\n", "2019-03", "2019-03\n", "20190304"),
        *("2019-W10-1", "٢٠١٩-٠٣-٠٤", "165", "165\n", "16", "1.5", "1.5\n", "1e2", "+1", ".5", "1.", "1,5", "１", "-"),
        *("jobparat", "Jobparat", "fuldtid", "kontaktforloeb-sag/1", "kontaktforloeb-sag/1\n", "true", "\ud800"),
        *([], {}, [None], [1], ["2019-03-04"], ["2019-03-04\n"], [{}], [[]], {"fra": "2019-03-04"}),
    ]
)


def value(felt: Felt) -> st.SearchStrategy[Any]:
    made: st.SearchStrategy[Any] = st.sampled_from(felt.koder) if felt.koder else VALUES[felt.slags]
    return made if felt.kraevet else made | st.none()


def record(fields: tuple[Felt, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {felt.navn: value(felt) for felt in fields if felt.kraevet},
        optional={felt.navn: value(felt) for felt in fields if not felt.kraevet},
    )


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    made = draw(record(FELTER))
    for liste in LISTER:
        if liste.kraevet or draw(st.booleans()):
            made[liste.navn] = draw(st.lists(record(liste.felter), max_size=2))
    return made


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a document."""
    found: list[tuple[Any, Any]] = []
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        found.append((node, key))
        if isinstance(node[key], (dict, list)):
            found += places(node[key])
    return found


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    made = copy.deepcopy(draw(documents()))
    for _ in range(draw(st.integers(1, 2))):
        container, key = draw(st.sampled_from(places(made)))
        change = draw(st.sampled_from(["set", "drop", "add"]))
        if change == "set":
            container[key] = copy.deepcopy(draw(SPOILT))
        elif change == "drop":
            del container[key]
        elif isinstance(container, dict):
            names = [felt.navn for felt in FELTER] + [f.navn for liste in LISTER for f in liste.felter]
            container[draw(st.sampled_from([*names, "ukendt", ""]))] = copy.deepcopy(draw(SPOILT))
        else:
            container.append(copy.deepcopy(draw(SPOILT)))
        if not made:
            break
    return made


def has_shape(document: object) -> bool:
    try:
        fra_obj(document)
    except Sagsfejl as found:
        return found.antal <= HOEJST and not any(fault.kode in CODES for fault in found.fejl)
    return True


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(sagsskema())
    assert json.loads(json.dumps(sagsskema())) == sagsskema()


@given(documents())
@profile(30)
def test_what_is_made_from_the_table_has_its_shape(document: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(document)
    assert has_shape(document)


@given(spoilt())
@profile(100)
def test_reader_and_schema_refuse_the_same_documents(document: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(document) == has_shape(document)


@pytest.mark.parametrize("navn", ["", *(liste.navn for liste in LISTER)])
def test_every_field_takes_and_refuses_what_the_schema_does(navn: str) -> None:
    """Every spoilt value in every field, one at a time."""
    fields = FELTER if not navn else next(liste.felter for liste in LISTER if liste.navn == navn)
    spoilt_values = list(SPOILT.elements)
    for felt in fields:
        for wrong in [*spoilt_values, *(code for code in felt.koder)]:
            post = {each.navn: _good(each) for each in fields if each.kraevet} | {felt.navn: wrong}
            base = {"format": felter.FORMAT, "id": "A-1", "perioder": []}
            document = {**base, **post} if not navn else {**base, navn: [post]}
            assert VALIDATOR.is_valid(document) == has_shape(document), (felt.navn, wrong)


def _good(felt: Felt) -> Any:
    good = {Slags.TEKST: "A-1", Slags.DATO: "2019-03-04", Slags.MAANED: "2019-03", Slags.TIMER: "1"}
    return felt.koder[0] if felt.koder else good[felt.slags]


@pytest.mark.parametrize("wrong", [None, 1, "x", [], [{}], True])
def test_what_is_no_object_is_refused_by_both(wrong: object) -> None:
    assert not VALIDATOR.is_valid(wrong)
    assert not has_shape(wrong)


@given(spoilt())
@profile(40)
def test_a_document_as_text_fares_as_the_value_does(document: dict[str, Any]) -> None:
    def outcome(read: Any, given_value: object) -> object:
        try:
            return read(given_value)
        except Sagsfejl as found:
            return [fault.sti for fault in found.fejl]

    assert outcome(fra_obj, document) == outcome(laes_dokument, json.dumps(document))


@given(documents() | spoilt())
@profile(60)
def test_the_fast_way_and_the_slow_one_agree(document: dict[str, Any]) -> None:
    def outcome() -> object:
        try:
            return fra_obj(document)
        except Sagsfejl as found:
            return found.fejl

    fast = outcome()
    with pytest.MonkeyPatch.context() as patch:
        # Without readers every value takes the slow way.
        slow = tuple((liste, plan._replace(laesere={})) for liste, plan in sag_json._LISTER)
        patch.setattr(sag_json, "_LISTER", slow)
        assert fast == outcome()


def test_the_table_names_the_fields_of_the_records() -> None:
    scalars = {felt.navn for felt in FELTER} - {"format"}
    assert {each.name for each in attrs.fields(Sag)} == scalars | {liste.navn for liste in LISTER}
    for liste in LISTER:
        assert {each.name for each in attrs.fields(liste.klasse)} == {felt.navn for felt in liste.felter}
