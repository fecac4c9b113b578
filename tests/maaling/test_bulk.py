"""Which sources are grouped by DuckDB, and partial sums added up from rows."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")

from kontaktforloeb.formater.mapping import INGEN
from kontaktforloeb.formater.tabeller import Bemaerkninger
from kontaktforloeb.maaling import bulk
from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.opgoerelse import Plan, Rejected, run
from kontaktforloeb.maaling.optaelling import Behind, Key
from kontaktforloeb.maaling.partier import saml

if TYPE_CHECKING:
    from pathlib import Path

JUNE = read_month("2019-06")
HEADER = "id,ydelse,maalgruppe,fra\n"
ROW = "{},dagpenge,dagpengemodtager,2018-12-01\n"


def folder(root: Path, name: str = "perioder.csv", text: str = HEADER) -> Path:
    root.mkdir(exist_ok=True)
    (root / name).write_text(text)
    return root


def test_tables_of_parquet_and_large_ones_of_csv_are_grouped_by_duckdb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = folder(tmp_path / "csv")
    folder(small, "samtaler.csv", "id,dato\n")
    assert not bulk.wanted(small, INGEN)
    size = len(HEADER) + len("id,dato\n")
    for limit, large in ((size, False), (size - 1, True)):
        monkeypatch.setattr(bulk, "SMALL", limit)
        assert large == bulk.wanted(small, INGEN)
        assert large == bulk.wanted(folder(tmp_path / "parquet", "perioder.csv", HEADER + "x" * 8), INGEN)
    monkeypatch.setattr(bulk, "SMALL", 1000)
    assert bulk.wanted(folder(tmp_path / "p", "perioder.PARQUET"), INGEN)


def test_a_file_of_lines_is_no_folder_of_tables(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text("")
    assert not bulk.wanted(path, INGEN)


@pytest.mark.parametrize("missing", ["duckdb", "pyarrow"])
def test_without_the_extra_the_tables_are_read_one_by_one(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "p", "perioder.parquet")
    assert bulk.wanted(source, INGEN)
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else find(name))
    assert not bulk.wanted(source, INGEN)


def test_repeated_rows_are_counted_of_the_cases_that_are_clear_and_of_those_in_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # B's other row has a date that cannot be one, so that the case is read again, whole.
    rows = [ROW.format("A")] * 3 + [ROW.format("B")] * 2 + ["B,dagpenge,dagpengemodtager,2019-13-01\n"]
    source = folder(tmp_path / "t", text=HEADER + "".join(rows))
    plan = Plan(months=(JUNE,), measures=("samtaledata",))
    monkeypatch.setattr(bulk, "SMALL", 0)
    grouped = run(source, plan)
    assert (1, ["B"]) == (grouped.cases, [r.id for r in grouped.rejected])
    assert ["perioder: 3 dublerede rækker er slået sammen"] == grouped.notes
    monkeypatch.setattr(bulk, "SMALL", 30_000_000)
    assert run(source, plan).notes == grouped.notes


def test_a_verdict_is_asked_for_only_where_a_measure_rests_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "SMALL", 0)
    source = folder(tmp_path / "t", text=HEADER + ROW.format("A"))
    for measure in ("samtaledata", "alle-krav-opfyldt"):
        plan = Plan(months=(JUNE,), measures=(measure,))
        part = bulk.count(source, plan, INGEN, Bemaerkninger(), 1, lambda _: None)
        assert {measure} == {k.measure for k in part.sums.figures}


def row(**more: Any) -> dict[str, Any]:
    names = (
        "maal",
        "variant",
        "kommune",
        "gruppe",
        "maaned",
        "taeller",
        "naevner",
        "uafklaret",
        "id",
        "grund",
        "sager",
    )
    return dict.fromkeys(names) | more


def test_partial_sums_from_rows_are_the_sums_the_cases_behind_and_the_rejected() -> None:
    key = {"maal": "samtaledata", "variant": "6-9", "kommune": "991", "gruppe": "jobparat", "maaned": JUNE}
    part = saml(
        [
            row(sager=3),
            row(**key, taeller=1, naevner=2, uafklaret=0),
            row(**key, id="B", grund="b"),
            row(id="D", grund="d"),
            row(sager=4),
            row(**key, taeller=10, naevner=20, uafklaret=5),
            row(**key, id="A", grund="a"),
            row(id=None, grund="uden id"),
        ]
    )
    named = Key("samtaledata", "6-9", "991", "jobparat", JUNE)
    assert (7, {named: [11, 22, 5]}) == (part.sums.cases, part.sums.figures)
    assert [Behind(named, "A", "a"), Behind(named, "B", "b")] == part.sums.behind
    assert [Rejected("", "", "uden id"), Rejected("", "D", "d")] == part.rejected
