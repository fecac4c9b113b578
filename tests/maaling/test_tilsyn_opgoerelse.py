"""The supervision of each municipality from its yearly means, and the benefit shares as they are given."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.maaling.optaelling import Options
from kontaktforloeb.maaling.resultat import Figure
from kontaktforloeb.maaling.skaerpet_tilsyn import YearResult
from kontaktforloeb.maaling.tilsyn_opgoerelse import read_expected, supervision, yearly_means

if TYPE_CHECKING:
    from pathlib import Path


def mean(measure: str, percent: int, period: str = "2023", group: str = "alle", municipality: str = "991") -> Figure:
    return Figure(
        maal=measure,
        variant="samlet",
        kommune=municipality,
        gruppe=group,
        periode=period,
        taeller=None,
        naevner=None,
        andel=Fraction(percent),
    )


def result(aar: int, faktisk: str | None, forventet: str | None, **targets: str) -> YearResult:
    shares = {"faktisk": faktisk, "forventet": forventet, "tilbud": None, "samtaler": None, **targets}
    return YearResult(aar=aar, **{k: None if v is None else Fraction(v) for k, v in shares.items()})


TARGETS = [mean("fokusmaal-tilbud", 40), mean("fokusmaal-samtaler", 15)]

# --- what is given ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["18,4/17,9", "18.4/17.9"])
def test_a_pair_is_for_every_municipality_and_year(text: str) -> None:
    known = [("991", 2022), ("992", 2023)]
    given = {("991", 2022): result(2022, "18.4", "17.9"), ("992", 2023): result(2023, "18.4", "17.9")}
    assert given == read_expected(text, known)


@pytest.mark.parametrize(("text", "wrong"), [("100/0", []), ("100,1/0", ["100,1"]), ("1.2.3/200", ["1.2.3", "200"])])
def test_a_share_lies_from_0_to_100_both_included(text: str, wrong: list[str]) -> None:
    if not wrong:
        assert {("991", 2023): result(2023, "100", "0")} == read_expected(text, [("991", 2023)])
        return
    with pytest.raises(Sagsfejl) as caught:
        read_expected(text, [("991", 2023)])
    assert [("--forventet", w) for w in wrong] == [(f.sti, f.vaerdi) for f in caught.value.fejl]


def file(folder: Path, text: str) -> str:
    path = folder / "grader.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_has_a_row_for_each_municipality_and_year(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "Kommune;Aar;Faktisk;Forventet;Tilbud\n"
        "991;2023;18,4 %;17,9;\n"
        ";;\n"
        "92; 2024 ;18;17;25\n"
        "993;2024;;17\n",  # the last cell is left out; an empty one is not known
    )
    assert {
        ("991", 2023): result(2023, "18.4", "17.9"),
        ("092", 2024): result(2024, "18", "17", tilbud="25"),
        ("993", 2024): result(2024, None, "17"),
    } == read_expected(path, [])


def test_every_fault_of_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "kommune,aar,faktisk,forventet,samtaler\n"
        "991,i fjor,18,17,\n\n991,2023,mange,17,\n991,1999,1,1,\n991,2024,18,17,-1\n",
    )
    with pytest.raises(Sagsfejl) as caught:
        read_expected(path, [])
    assert [
        ("grader.csv linje 2: aar", "i fjor"),
        ("grader.csv linje 4: faktisk", "mange"),
        ("grader.csv linje 5: aar", "1999"),
        ("grader.csv linje 6: samtaler", "-1"),
    ] == [(f.sti, f.vaerdi) for f in caught.value.fejl]


@pytest.mark.parametrize(
    ("text", "missing"), [("", "kommune, aar, faktisk, forventet"), ("kommune,aar,forventet\n", "faktisk")]
)
def test_what_is_missing_in_the_header_of_a_file_is_told(text: str, missing: str, tmp_path: Path) -> None:
    with pytest.raises(Sagsfejl) as caught:
        read_expected(file(tmp_path, text), [])
    assert [f"grader.csv: {missing}"] == [f.sti for f in caught.value.fejl]


# --- the means -------------------------------------------------------------------------------------------------------


def test_only_the_targets_of_all_groups_in_whole_years_are_means_of_the_supervision() -> None:
    figures = [
        *TARGETS,
        mean("fokusmaal-tilbud", 1, period="2023-06"),
        mean("fokusmaal-tilbud", 2, period="2022-07/2023-06"),
        mean("fokusmaal-tilbud", 3, group="jobparat"),
        mean("passivandel", 4),
        mean("fokusmaal-samtaler", 5, municipality="992", period="2022"),
    ]
    assert {
        ("991", 2023): {"fokusmaal-tilbud": Fraction(40), "fokusmaal-samtaler": Fraction(15)},
        ("992", 2022): {"fokusmaal-samtaler": Fraction(5)},
    } == yearly_means(figures)


# --- the stages ------------------------------------------------------------------------------------------------------


def found(given: dict[tuple[str, int], YearResult], **choices: str) -> tuple[list[tuple[str, int, str]], list[str]]:
    rows, notes = supervision(TARGETS, given, Options(choices=choices))
    return [(r.kommune, r.trin.aar, r.trin.trin) for r in rows], notes


def test_the_means_of_the_caseload_and_the_given_shares_decide_the_stage() -> None:
    given = {("991", 2023): result(2023, "18", "17")}
    assert ([("991", 2023, "omfattet")], []) == found(given)
    assert ([("991", 2023, "ikke-omfattet")], []) == found(given, **{"fokusmaal-ikke-opfyldt": "begge"})


def test_a_given_target_comes_before_the_mean_of_the_caseload() -> None:
    assert ([("991", 2023, "ikke-omfattet")], []) == found({("991", 2023): result(2023, "18", "17", tilbud="0")})
    given = {("991", 2023): result(2023, "18", "17", tilbud="0", samtaler="20")}
    assert ([("991", 2023, "omfattet")], []) == found(given)


def test_years_outside_the_caseload_are_given_whole_and_the_choice_of_progress_is_used() -> None:
    given = {
        ("991", 2023): result(2023, "18", "17", samtaler="40"),
        ("991", 2024): result(2024, "18", "17", tilbud="30", samtaler="31"),  # all of 10, and 9 of 20
    }
    assert ([("991", 2023, "omfattet"), ("991", 2024, "saerligt-krav")], []) == found(given)
    assert "forlaenget" == found(given, **{"halv-fremgang": "samlet"})[0][-1][-1]


def test_municipalities_come_in_order_and_who_cannot_be_carried_through_is_told() -> None:
    given = {
        ("993", 2023): result(2023, "18", "17", tilbud="1", samtaler="1"),
        ("992", 2023): result(2023, "18", "17"),
        ("990", 2023): result(2023, "18", "17", tilbud="1", samtaler="1"),
    }
    assert (
        [("990", 2023, "ikke-omfattet"), ("993", 2023, "ikke-omfattet")],
        [
            "skaerpet-tilsyn: kommune 991 har ingen ydelsesgrader (--forventet)",
            "skaerpet-tilsyn: kommune 992: 2023: faktisk og forventet ydelsesgrad og begge fokusmål skal være kendt",
        ],
    ) == found(given)
