"""The synthetic caseload: the same from the same seed, valid, labelled, and worse when the knob is turned."""

from __future__ import annotations

import datetime as dt

import pytest

from kontaktforloeb.formater.sag_json import fra_obj, til_obj
from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.definitioner import POOLED_BENEFITS
from kontaktforloeb.maaling.fakta import from_case
from kontaktforloeb.maaling.optaelling import Options, Tally
from kontaktforloeb.testing.generator import PREFIX, PROFILES, Caseload


@pytest.mark.parametrize(
    ("fra", "til"), [("2016-01-01", "2018-12-31"), ("2018-01-01", "2020-12-31"), ("2023-06-01", "2026-06-30")]
)
def test_every_case_is_valid(fra: str, til: str) -> None:
    for document in Caseload(antal=600, froe=11, fra=dt.date.fromisoformat(fra), til=dt.date.fromisoformat(til)):
        case = fra_obj(document)
        assert case == fra_obj(til_obj(case))


def test_a_case_depends_on_its_number_and_the_seed_alone() -> None:
    small, large = Caseload(antal=20, froe=4), Caseload(antal=1_000_000, froe=4)
    assert list(small) == list(large.part(0, 20))
    assert small.case(17) == large.case(17)
    assert small.case(17) != Caseload(antal=20, froe=5).case(17)
    assert [] == list(small.part(20, 30))


def test_it_is_labelled_and_of_no_real_municipality() -> None:
    for document in Caseload(antal=50):
        assert document["id"].startswith(PREFIX)
        assert 900 < int(document["kommune"])


def test_every_group_of_the_mix_is_there() -> None:
    groups = {p["maalgruppe"] for document in Caseload(antal=2000) for p in document["perioder"]}
    assert set(PROFILES) == groups


def test_the_knob_makes_a_municipality_do_worse() -> None:
    def fails(knob: float) -> float:
        tally = Tally((read_month("2020-12"),), ("fokusmaal-samtaler",), Options())
        for document in Caseload(antal=600, daarlighed=knob):
            tally.add(from_case(fra_obj(document), POOLED_BENEFITS))
        hits, people = (sum(v[i] for v in tally.sums.figures.values()) for i in (0, 1))
        return hits / people

    shares = [fails(knob) for knob in (0.0, 0.3, 0.7, 1.0)]
    assert shares == sorted(shares)
    assert shares[0] < 0.2
    assert shares[-1] > 0.9


def test_a_municipality_may_have_a_knob_of_its_own() -> None:
    load = Caseload(antal=400, kommuner=("991", "992"), daarlighed=0.0, daarlighed_pr_kommune={"992": 1.0})
    talks = {"991": 0, "992": 0}
    for document in load:
        talks[document["kommune"]] += len(document.get("samtaler", ()))
    assert talks["991"] > 2 * talks["992"]
