"""The arguments of the library: what is wrong with them is a `Sagsfejl` that names all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import kontaktforloeb as kf

D = dt.date
PR = D(2022, 4, 1)
SAG: Any = kf.Sag(id="A", perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2022, 3, 7)),))
NOON = dt.datetime(2022, 4, 1, 12)  # noqa: DTZ001 - a time is what must be refused
K: Any = kf

WRONG: dict[str, tuple[Callable[[], Any], list[str]]] = {
    "readings as a list": (lambda: K.vurder(SAG, pr=PR, fortolkninger=["x"]), ["fortolkninger"]),
    "a reading that is no text": (lambda: K.vurder(SAG, pr=PR, fortolkninger={1: "x"}), ["fortolkninger"]),
    "a choice that is no text": (
        lambda: K.vurder(SAG, pr=PR, fortolkninger={"frist-dag": []}),
        ["fortolkninger.frist-dag"],
    ),
    "kendt as text": (lambda: K.vurder(SAG, pr=PR, kendt="2022"), ["kendt"]),
    "kendt with a time": (lambda: K.vurder(SAG, pr=PR, kendt=NOON), ["kendt"]),
    "kendt before the cases": (lambda: K.vurder(SAG, pr=PR, kendt=D(2001, 1, 1)), ["kendt"]),
    "a language that is a list": (lambda: K.vurder(SAG, pr=PR, sprog=["da"]), ["sprog"]),
    "everything at once": (
        lambda: K.vurder(
            SAG, pr=D(2010, 1, 1), lovgrundlag="x", fortolkninger={"x": "y", "frist-dag": "z"}, sprog="fr"
        ),
        ["pr", "lovgrundlag", "fortolkninger", "fortolkninger.frist-dag", "sprog"],
    ),
    "many cases": (lambda: K.vurder_mange([SAG], pr=None, kendt=1), ["pr", "kendt"]),
    "the deadlines": (lambda: K.frister(SAG, pr="x", lovgrundlag=None), ["pr", "lovgrundlag"]),
    "a horizon of text": (lambda: K.plan("jobparat", fra=PR, horisont="x"), ["horisont"]),
    "half a month": (lambda: K.plan("jobparat", fra=PR, horisont=1.5), ["horisont"]),
    "true is no month": (lambda: K.plan("jobparat", fra=PR, horisont=True), ["horisont"]),
    "the whole plan": (
        lambda: K.plan([], fra="x", horisont=0, kategori="2", forsikring=1, alder="x", sprog=None, lovgrundlag="?"),
        ["fra", "maalgruppe", "horisont", "kategori", "forsikring", "alder", "lovgrundlag", "sprog"],
    ),
    "rules of a year": (lambda: K.regler("astronaut", dato="2022", sprog="fr"), ["maalgruppe", "dato", "sprog"]),
    "a comparison": (lambda: K.sammenlign("x", "2019", NOON), ["maalgruppe", "foer", "efter"]),
    "a comparison the wrong way round": (lambda: K.sammenlign("jobparat", D(2022, 1, 1), D(2021, 1, 1)), ["foer"]),
    "the readings in French": (lambda: K.fortolkninger("fr"), ["sprog"]),
    "a clock": (lambda: K.aflaes(SAG, ur="x", dag="y", lovgrundlag="z"), ["ur", "dag", "lovgrundlag"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_every_fault_is_named(name: str) -> None:
    call, paths = WRONG[name]

    with pytest.raises(kf.Sagsfejl) as fault:
        call()

    assert paths == [f.sti for f in fault.value.fejl]
    assert all(f.besked_en and f.kode for f in fault.value.fejl)


@pytest.mark.parametrize(
    ("pr", "said"),
    [
        (
            "2022-04-01",
            "pr: er ikke en dato. Fik '2022-04-01'; tilladt: en datetime.date fra 2015-07-01 til 2035-12-31.",
        ),
        (
            D(2015, 6, 30),
            (
                "pr: ligger uden for den lov, der er beskrevet. "
                "Fik 2015-06-30; tilladt: en dato fra 2015-07-01 til 2035-12-31."
            ),
        ),
    ],
)
def test_a_day_of_the_wrong_type_is_not_said_to_lie_outside_the_law(pr: Any, said: str) -> None:
    with pytest.raises(kf.Sagsfejl) as fault:
        kf.vurder(SAG, pr=pr)

    assert said == str(fault.value)


def test_an_argument_that_looks_like_a_cpr_number_is_masked() -> None:
    with pytest.raises(kf.Sagsfejl) as fault:
        kf.plan("010180-1234", fra=PR)

    assert "010180" not in str(fault.value)


def test_a_default_that_is_named_is_no_choice() -> None:
    named = {r.navn: r.standard for r in kf.fortolkninger()}

    assert kf.vurder(SAG, pr=PR).som_json() == kf.vurder(SAG, pr=PR, fortolkninger=named).som_json()
    assert kf.plan("jobparat", fra=PR).som_json() == kf.plan("jobparat", fra=PR, fortolkninger=named).som_json()
    chosen = kf.vurder(SAG, pr=PR, fortolkninger={**named, "frist-dag": "medregnet"})
    assert {"frist-dag": "medregnet"} == chosen.fortolkninger
