"""The folders `good` and `bad`: documents that are taken, and documents whose every fault is pinned in both languages.

Beside each bad document stands what it is told, in Danish (`.txt`) and in English (`.en.txt`).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kontaktforloeb.formater.betydning import BETYDNING, HOERER_TIL
from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.formater.laesning import LAESNING
from kontaktforloeb.formater.sag_json import FORM, fra_obj, laes_dokument, laes_sti, til_obj

HERE = Path(__file__).parent
GOOD = sorted((HERE / "good").glob("*.json"))
BAD = sorted((HERE / "bad").glob("*.json"))
CASES = sorted((HERE.parent / "cases").rglob("*.json"))


def faults(path: Path) -> Sagsfejl:
    with pytest.raises(Sagsfejl) as caught:
        laes_sti(path)
    return caught.value


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_document_is_taken_and_survives_the_way_out_and_back(path: Path) -> None:
    sag = laes_sti(path)
    assert sag == fra_obj(til_obj(sag))
    assert sag == laes_dokument(json.dumps(til_obj(sag)))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_fault_of_a_bad_document_is_named(path: Path) -> None:
    found = faults(path)
    assert path.with_suffix(".txt").read_text(encoding="utf-8") == f"{found}\n"
    assert path.with_suffix(".en.txt").read_text(encoding="utf-8") == f"{found.tekst('en')}\n"


def test_every_worked_case_is_taken() -> None:
    sager = [
        variant["sag"]
        for path in CASES
        for variant in json.loads(path.read_text(encoding="utf-8")).get("varianter", [])
        if "sag" in variant
    ]
    assert sager
    for sag in sager:
        read = fra_obj(sag)
        assert read == fra_obj(til_obj(read))


@pytest.mark.parametrize("row", BETYDNING, ids=lambda row: row.kode)
def test_every_row_of_the_numbered_list_has_a_document_of_its_own(row: object) -> None:
    path = HERE / "bad" / f"{row.nr:02}-{row.kode}.json"
    assert {row.kode} == {fault.kode for fault in faults(path).fejl}


def test_every_field_that_belongs_to_some_records_only_is_shown() -> None:
    shown = {fault.sti.rsplit(".", 1)[1] for fault in faults(HERE / "bad" / "12-felt-hoerer-ikke-til.json").fejl}
    assert {row.felt for row in HOERER_TIL} == shown


def test_every_kind_of_fault_is_pinned_by_some_document() -> None:
    # What is too big to keep as a file is in test_fjendtlig.
    expected = {row.kode for row in (*LAESNING, *FORM, *BETYDNING)} - {"for-stort", "for-mange-vaerdier"}
    assert expected == {fault.kode for path in BAD for fault in faults(path).fejl}


@pytest.mark.parametrize("rows", [LAESNING, FORM, BETYDNING])
def test_the_lists_are_numbered_without_gaps_and_the_codes_are_unique(rows: tuple[object, ...]) -> None:
    assert list(range(1, len(rows) + 1)) == [row.nr for row in rows]
    every = [row.kode for row in (*LAESNING, *FORM, *BETYDNING)]
    assert len(set(every)) == len(every)


def test_no_pinned_message_repeats_a_cpr_number() -> None:
    for path in (HERE / "bad").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "1234" not in text.replace("12345", "")
