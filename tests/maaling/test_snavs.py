"""Tables as they come: encodings, separators, duplicates, corrections, cases that cannot be judged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.formater.mapping import INGEN, fra_dokument, laes_mapping
from kontaktforloeb.formater.tabeller import Bemaerkninger, find_adskiller, find_kodning, laes_mappe, skriv_csv_mappe
from kontaktforloeb.koder import DFDG
from kontaktforloeb.maaling import bulk
from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.opgoerelse import Plan, run
from kontaktforloeb.maaling.skriv import as_csv
from kontaktforloeb.testing.generator import Caseload

if TYPE_CHECKING:
    from pathlib import Path

JUNE = Plan(months=(read_month("2019-06"),), measures=("samtaledata", "passivandel"))


def tables(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


PERIODER = "id,ydelse,maalgruppe,fra,til\nA,dagpenge,dagpengemodtager,2018-12-01,\n"


@pytest.mark.parametrize(
    ("kodning", "adskiller", "dansk"),
    [
        ("utf-8", ",", False),
        ("utf-8-sig", ",", False),
        ("cp1252", ";", True),
        ("utf-8", ";", True),
        ("utf-8-sig", "\t", True),
    ],
)
def test_every_way_of_writing_the_tables_gives_the_same_figures(
    kodning: str, adskiller: str, dansk: bool, tmp_path: Path
) -> None:
    load = Caseload(antal=150)
    (tmp_path / "s.jsonl").write_text("".join(load.lines()))
    skriv_csv_mappe(load, tmp_path / "t", kodning=kodning, adskiller=adskiller, dansk=dansk)
    lines, csv = run(tmp_path / "s.jsonl", JUNE), run(tmp_path / "t", JUNE)
    assert (150, []) == (csv.cases, csv.rejected)
    assert as_csv(lines) == as_csv(csv)


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (b"id;f\xf8dt\n", "cp1252"),
        ("id;født\n".encode(), "utf-8"),
        ("\ufeffid\n".encode(), "utf-8-sig"),
        (b"", "utf-8"),
        (b"id\n\xc3", "cp1252"),
    ],
)
def test_the_encoding_is_found(data: bytes, coding: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    assert coding == find_kodning(tmp_path / "a.csv")


def test_the_separator_is_found() -> None:
    assert [";", ",", "\t", ";"] == [find_adskiller(h) for h in ("id;fra;til", "id,fra", "id\tfra", "id")]


def test_danish_headers_are_read(tmp_path: Path) -> None:
    folder = tables(tmp_path, perioder="ID;Ydelse;Målgruppe;Fra;Til\nA;dagpenge;dagpengemodtager;01-12-2018;\n")
    assert [
        (
            "A",
            {
                "format": "kontaktforloeb-sag/1",
                "id": "A",
                "perioder": [{"ydelse": "dagpenge", "maalgruppe": "dagpengemodtager", "fra": "2018-12-01"}],
            },
        )
    ] == list(laes_mappe(folder))


def test_duplicated_rows_are_collapsed_and_counted(tmp_path: Path) -> None:
    talk = "A,2019-02-01,jobsamtale,afholdt\n"
    folder = tables(
        tmp_path, perioder=PERIODER + PERIODER.splitlines()[1] + "\n", samtaler="id,dato,art,status\n" + talk * 3
    )
    result = run(folder, JUNE)
    assert (1, []) == (result.cases, result.rejected)
    assert [
        "perioder: 1 dublerede rækker er slået sammen",
        "samtaler: 2 dublerede rækker er slået sammen",
    ] == result.notes


def test_the_same_row_written_in_two_ways_is_a_duplicate(tmp_path: Path) -> None:
    folder = tables(
        tmp_path,
        perioder="id,ydelse,maalgruppe,fra\nA,dagpenge,dagpengemodtager,2018-12-01\nA,dagpenge,dagpengemodtager,01-12-2018\n",
    )
    assert (1, []) == ((r := run(folder, JUNE)).cases, r.rejected)


def test_cases_that_cannot_be_judged_are_set_aside_with_their_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tables(
        tmp_path,
        sager="id,kommune\nA,991\nC,991\nE,991\nF,991\nF,992\n",
        perioder=PERIODER
        + "B,dagpenge,dagpengemodtager,2018-12-01,2018-13-01\n"
        + "E,dagpenge,dagpengemodtager,2018-12-01,2019-03-01\nE,dagpenge,dagpengemodtager,2019-02-01,\n"
        + "F,dagpenge,dagpengemodtager,2018-12-01,\n"
        + "0101801234,dagpenge,dagpengemodtager,2018-12-01,\n",
        samtaler="id,dato,art,status\nD,2019-02-01,jobsamtale,afholdt\nA,2019-02-01,jobsamtale,afholdt\n",
    )
    result = run(folder, JUNE)
    assert 1 == result.cases
    reasons = {r.id: r.grund for r in result.rejected}
    assert {"", "B", "C", "D", "E", "F"} == set(reasons)
    assert "perioder[0].til" in reasons["B"]
    assert "2018-13-01" in reasons["B"]
    assert "perioder" in reasons["C"]  # in sager alone
    assert "perioder" in reasons["D"]  # in samtaler alone
    assert "overlapper" in reasons["E"]
    assert "kommune" in reasons["F"]  # two rows of sager that disagree
    assert "CPR" in reasons[""]
    assert "0101801234" not in reasons[""]
    assert "3 sager har ingen række i tabellen sager" in result.notes


def test_json_lines_that_are_no_case_are_set_aside_by_line(tmp_path: Path) -> None:
    good = json.dumps(Caseload(antal=1).case(0))
    (tmp_path / "s.jsonl").write_text(f"{good}\n{{broken\n\n{good}\n[]\n")
    result = run(tmp_path / "s.jsonl", JUNE)
    assert 1 == result.cases
    assert ["linje 2", "linje 4", "linje 5"] == [r.sted for r in result.rejected]
    assert "flere gange" in result.rejected[1].grund


def test_own_names_and_codes(tmp_path: Path) -> None:
    (tmp_path / "spells.csv").write_text("Sag;Ydelsestype;Kategori;Start\nA;DP;1;01-12-2018\n")
    (tmp_path / "kontakt.csv").write_text("Sag;Kontaktdato;Kode\nA;01-02-2019;17\nA;02-02-2019;10\n")
    mapping = fra_dokument(
        {
            "format": "kontaktforloeb-mapping/1",
            "filer": {"perioder": "spells.csv", "samtaler": "kontakt.csv"},
            "kolonner": {
                "perioder": {"id": "Sag", "ydelse": "Ydelsestype", "maalgruppe": "Kategori", "fra": "Start"},
                "samtaler": {"id": "Sag", "dato": "Kontaktdato", "art": "Kode"},
            },
            "koder": {
                "perioder": {"ydelse": {"DP": "dagpenge"}, "maalgruppe": {"1": "dagpengemodtager"}},
                "samtaler": {
                    "art": {
                        "17": {"art": "jobsamtale", "holdt_af": "a-kasse", "status": "afholdt"},
                        "10": {"art": "cv-samtale", "status": "afholdt"},
                    }
                },
            },
        }
    )
    ((_, case),) = laes_mappe(tmp_path, mapping)
    assert [{"ydelse": "dagpenge", "maalgruppe": "dagpengemodtager", "fra": "2018-12-01"}] == case["perioder"]
    assert [
        {"dato": "2019-02-01", "art": "jobsamtale", "holdt_af": "a-kasse", "status": "afholdt"},
        {"dato": "2019-02-02", "art": "cv-samtale", "status": "afholdt"},
    ] == case["samtaler"]


def test_the_shipped_dfdg_mapping_says_what_the_codes_say() -> None:
    shipped = {
        int(code): (fields["art"], fields.get("holdt_af"))
        for code, fields in laes_mapping("dfdg").koder["samtaler"]["art"].items()
    }
    assert {code: (str(art), None if by is None else str(by)) for code, (art, by) in DFDG.items()} == shipped


def test_every_fault_of_a_mapping_is_told_at_once() -> None:
    with pytest.raises(Sagsfejl) as caught:
        fra_dokument(
            {
                "format": "x",
                "tabeller": {},
                "filer": {"samtale": "a"},
                "kolonner": {"samtaler": {"dag": "b"}},
                "koder": {"tilbud": {"art": {"1": {"dag": "x"}}}},
            }
        )
    assert ["format", "tabeller", "filer.samtale", "kolonner.samtaler.dag", "koder.tilbud.art.1"] == [
        f.sti for f in caught.value.fejl
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "perioder: mangler i mappen"),
        ({"perioder": "id,ydelse,fra\n"}, "perioder.csv: maalgruppe: mangler i overskriften"),
        ({"perioder": "id,ydelse,maalgruppe,fra,Fra\n"}, "perioder.csv: fra: står flere gange"),
        ({"perioder": ""}, "perioder.csv: id: mangler i overskriften"),
    ],
)
def test_a_folder_that_is_no_caseload_is_refused(files: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(Sagsfejl, match=said):
        run(tables(tmp_path / "t", **files), JUNE)


def test_a_row_with_more_cells_than_the_header_is_refused_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unquoted decimal comma makes two cells of one; which is which cannot be told."""
    folder = tables(
        tmp_path,
        perioder=PERIODER,
        timer='id,maaned,timer\nA,2019-01,"160,33"\nA,2019-02,160,33\nA,2019-03,"1\n",\nA,2019-04,160,5\n',
    )
    faults = []
    for limit in (30_000_000, 0):  # in memory, and grouped by DuckDB
        monkeypatch.setattr(bulk, "SMALL", limit)
        with pytest.raises(Sagsfejl) as refused:
            run(folder, JUNE)
        faults.append([(f.sti, f.vaerdi) for f in refused.value.fejl])
        assert "has 4 cells, more than the header." in refused.value.tekst("en")

    assert [("timer.csv: linje 3", '"A,2019-02,160,33"'), ("timer.csv: linje 6", '"A,2019-04,160,5"')] == faults[0]
    assert faults[0] == faults[1]


def test_empty_cells_after_the_last_column_say_nothing(tmp_path: Path) -> None:
    folder = tables(tmp_path, perioder="id,ydelse,maalgruppe,fra\nA,dagpenge,dagpengemodtager,2018-12-01,, \n")
    assert (1, []) == ((r := run(folder, JUNE)).cases, r.rejected)


@pytest.mark.parametrize("limit", [30_000_000, 0])
def test_a_table_that_gives_the_format_is_held_to_it(
    limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "SMALL", limit)
    good = "kontaktforloeb-sag/1"
    folder = tables(
        tmp_path,
        sager=f"id,Format\nA,{good}\nB,kontaktforloeb-sag/2\nC,\n",
        perioder=PERIODER + "B,dagpenge,dagpengemodtager,2018-12-01,\nC,dagpenge,dagpengemodtager,2018-12-01,\n",
    )
    result = run(folder, JUNE)

    assert 2 == result.cases
    assert [("B", f'format: er ikke en kendt kode. Fik "kontaktforloeb-sag/2"; tilladt: {good}.')] == [
        (r.id, r.grund) for r in result.rejected
    ]
    assert [] == [note for note in result.notes if "ikke brugt" in note]


def test_the_faults_of_a_mapping_name_its_file(tmp_path: Path) -> None:
    (tmp_path / "egne.toml").write_text('format = "x"\nfiler = 1\n')
    with pytest.raises(Sagsfejl) as refused:
        laes_mapping(str(tmp_path / "egne.toml"))

    assert ["egne.toml: format", "egne.toml: filer"] == [f.sti for f in refused.value.fejl]
    assert "egne.toml: filer: is no table. Got 1; allowed: a table." in refused.value.tekst("en")


def test_columns_and_files_that_are_not_used_are_told(tmp_path: Path) -> None:
    folder = tables(
        tmp_path,
        perioder="id,ydelse,maalgruppe,fra,sagsbehandler\nA,dagpenge,dagpengemodtager,2018-12-01,XX\n",
        noter="id\n",
    )
    assert ["perioder: kolonner, der ikke er brugt: sagsbehandler", "noter.csv: filen er ikke brugt"] == run(
        folder, JUNE
    ).notes


def test_only_the_rows_asked_for() -> None:
    assert INGEN == fra_dokument({"format": "kontaktforloeb-mapping/1"})
    assert [] == Bemaerkninger().linjer()
