# ruff: noqa: E402, E501 - what may not be installed is asked for before the rest is imported
"""JSON Lines, CSV, Parquet, one process or two, and Spark: the same cases give the same figures and the same rejects."""

from __future__ import annotations

import datetime as dt

import pytest

pytest.importorskip("duckdb")
pa = pytest.importorskip("pyarrow")
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

import kontaktforloeb
from kontaktforloeb.formater.mapping import fra_dokument
from kontaktforloeb.formater.sag_json import fra_obj
from kontaktforloeb.formater.tabeller import raekker, skriv_csv_mappe
from kontaktforloeb.maaling import bulk
from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.opgoerelse import Opgoerelse, Plan, run
from kontaktforloeb.maaling.partier import saml, tael_partier
from kontaktforloeb.maaling.skriv import as_csv, rejects_csv
from kontaktforloeb.masse import samling
from kontaktforloeb.masse.kolonner import dokument, parti
from kontaktforloeb.masse.parti import vurder_partier
from kontaktforloeb.masse.skema import sag_skema
from kontaktforloeb.testing.generator import Caseload

if TYPE_CHECKING:
    from pathlib import Path

LOAD = Caseload(antal=400, froe=3)
PLAN = Plan(
    months=tuple(range(read_month("2019-07"), read_month("2020-06") + 1)),
    measures=(
        "samtaledata",
        "faelles-samtaler",
        "passivandel",
        "fokusmaal-tilbud",
        "fokusmaal-samtaler",
        "tidlig-indsats",
    ),
)

#: Rows that no reader may take: a month 13, spells that overlap, a case without spells, a code nobody knows, a CPR number.
DIRT = {
    "perioder": [
        "X1,dagpenge,dagpengemodtager,2019-13-01,",
        "X2,dagpenge,dagpengemodtager,2019-01-01,",
        "X2,dagpenge,dagpengemodtager,2019-02-01,",
        "X4,dagpenge,superbruger,2019-01-01,",
        "0101801234,dagpenge,dagpengemodtager,2019-01-01,",
        "X5,dagpenge,dagpengemodtager,1. maj 2019,",
        "X6,dagpenge,dagpengemodtager,1.5.2019,",
        "X7,dagpenge,dagpengemodtager,2009-01-01,",
    ],
    "samtaler": ["X3,2019-02-01,jobsamtale,,afholdt", "SYN-00000001,2019-02-30,jobsamtale,,afholdt"],
    "sager": ["X2,991,1980-01-01,", "X2,992,1980-01-01,"],
}


def figures(result: Opgoerelse) -> tuple[str, str]:
    return as_csv(result), rejects_csv(result.rejected)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sager")
    skriv_csv_mappe(LOAD, root / "csv")
    for table, rows in DIRT.items():
        with (root / "csv" / f"{table}.csv").open("a") as file:
            file.writelines(row + "\n" for row in rows)
            file.writelines(row + "\n" for row in rows[:1])  # and a duplicate
    (root / "parquet").mkdir()
    for path in (root / "csv").iterdir():
        header, *rows = raekker(path)
        full = [[*r, *[""] * (len(header) - len(r))] for r in rows]
        table = pa.table(
            {name: [row[i] or None for row in full] for i, name in enumerate(header)},
            schema=pa.schema([(n, pa.string()) for n in header]),
        )
        pq.write_table(table, root / "parquet" / f"{path.stem}.parquet")
    return root


@pytest.fixture
def by_duckdb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "SMALL", 0)


@pytest.fixture(scope="module")
def in_memory(folder: Path) -> Opgoerelse:
    return run(folder / "csv", PLAN)


def test_the_dirt_is_all_set_aside(in_memory: Opgoerelse) -> None:
    assert ["", "SYN-00000001", "X1", "X2", "X3", "X4", "X5", "X7"] == sorted(r.id for r in in_memory.rejected)
    assert 400 == in_memory.cases  # one lost, and X6, whose date can be read


@pytest.mark.usefixtures("by_duckdb")
def test_duckdb_gives_the_same_figures_rejects_and_notes_as_memory(folder: Path, in_memory: Opgoerelse) -> None:
    result = run(folder / "csv", PLAN)
    assert figures(in_memory) == figures(result)
    assert in_memory.notes == result.notes
    assert in_memory.cases == result.cases


@pytest.mark.usefixtures("by_duckdb")
def test_buckets_and_processes_change_nothing(
    folder: Path, in_memory: Opgoerelse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samling, "_RAEKKER_PR_SPAND", 1000)
    assert figures(in_memory) == figures(run(folder / "csv", PLAN, processer=2))


def test_parquet_gives_the_same(folder: Path, in_memory: Opgoerelse) -> None:
    result = run(folder / "parquet", PLAN)
    assert figures(in_memory) == figures(result)
    assert in_memory.notes == result.notes


def test_json_lines_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text("".join(LOAD.lines()))
    skriv_csv_mappe(LOAD, tmp_path / "csv")
    lines = run(tmp_path / "s.jsonl", PLAN)
    assert figures(lines) == figures(run(tmp_path / "csv", PLAN))
    assert figures(lines) == figures(run(tmp_path / "s.jsonl", PLAN, processer=2))


@pytest.mark.usefixtures("by_duckdb")
def test_own_codes_in_duckdb(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (folder / "csv" / "samtaler.csv").read_text()
    other = tmp_path / "csv"
    other.mkdir()
    for path in (folder / "csv").iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    (other / "samtaler.csv").write_text(
        text.replace(",faelles-jobsamtale,", ",19,").replace(",opfoelgningssamtale,", ",4,").replace("dato", "Dag", 1)
    )
    mapping = fra_dokument(
        {
            "format": "kontaktforloeb-mapping/1",
            "kolonner": {"samtaler": {"dato": "Dag"}},
            "koder": {
                "samtaler": {
                    "art": {"19": {"art": "faelles-jobsamtale", "holdt_af": "jobcenter"}, "4": "opfoelgningssamtale"}
                }
            },
        }
    )
    duck = run(other, PLAN, mapping=mapping)
    monkeypatch.setattr(bulk, "SMALL", 10**12)
    assert figures(run(other, PLAN, mapping=mapping)) == figures(duck)
    assert figures(run(folder / "csv", PLAN))[0] == figures(duck)[0]


def test_a_document_goes_through_columns_and_back() -> None:
    documents = [
        *LOAD,
        {
            "format": "kontaktforloeb-sag/1",
            "id": "alt",
            "forsikring": "deltid",
            "perioder": [
                {
                    "ydelse": "sygedagpenge",
                    "maalgruppe": "sygedagpengemodtager",
                    "fra": "2019-01-01",
                    "til": None,
                    "kategori": 1,
                    "ledig_forsikret": True,
                    "timer_pr_uge": "18.50",
                    "noegle": "p1",
                }
            ],
            "tilbud": [
                {"art": "mentor", "fra": "2019-02-01", "status": "i-gang", "kontakter": ["2019-02-01", "2019-02-15"]}
            ],
            "timer": [{"maaned": "2019-01", "timer": "160.33"}],
        },
    ]
    batch = parti(documents)
    assert sag_skema() == batch.schema
    assert [fra_obj(d) for d in documents] == [fra_obj(dokument(row)) for row in batch.to_pylist()]


def test_a_case_judged_alone_and_in_a_batch_agree() -> None:
    pr = dt.date(2020, 6, 30)
    documents = list(LOAD)[:100]
    (batch,) = vurder_partier([parti(documents)], pr=pr)
    for document, row in zip(documents, batch.to_pylist(), strict=True):
        alone = kontaktforloeb.vurder(fra_obj(document), pr=pr)
        assert (alone.id, alone.samlet, None) == (row["id"], row["samlet"], row["fejl"])
        assert [(k.regel, k.udfald, k.trin, k.fra, k.frist, k.afgjort) for k in alone.krav] == [
            (k["regel"], k["udfald"], k["trin"], k["fra"], k["frist"], k["afgjort"]) for k in row["krav"]
        ]


def test_partial_sums_of_any_split_add_up_to_the_same() -> None:
    documents = list(LOAD)
    whole = saml(r for b in tael_partier([parti(documents)], PLAN) for r in b.to_pylist())
    split = saml(
        r
        for i in range(0, 400, 130)
        for b in tael_partier([parti(documents[i : i + 130])], PLAN)
        for r in b.to_pylist()
    )
    assert whole.sums == split.sums
    assert 400 == whole.sums.cases
