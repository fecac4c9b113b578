"""Streams that are closed or full, files that are one and the same, and how the system's faults are said."""

from __future__ import annotations

import datetime as dt
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kontaktforloeb import cli
from kontaktforloeb.bibliotek import SPROG
from kontaktforloeb.kommandolinje import argumenter
from kontaktforloeb.ret.lovgrundlag import REGELSAET

CASE: dict[str, Any] = {
    "format": "kontaktforloeb-sag/1",
    "id": "A-17",
    "perioder": [{"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2022-03-07"}],
}
PR = "--pr 2022-03-20"
PROGRAM = shlex.join([sys.executable, "-c", "import sys; from kontaktforloeb import cli; sys.exit(cli.main())"])

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ok.json").write_text(json.dumps(CASE))
    (tmp_path / "to.jsonl").write_text("".join(json.dumps(CASE | {"id": i}) + "\n" for i in ("A", "B")))
    return tmp_path


def shell(line: str) -> tuple[int, str, str]:
    """A command line with its redirections, as the shell runs it."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run(["bash", "-c", line], env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, list[str]]:
    status = cli.main(list(words))
    caught = capsys.readouterr()
    return status, caught.out, caught.err.splitlines()


@pytest.mark.parametrize(
    ("words", "redirected", "said"),
    [
        (f"vurder - {PR}", "<&-", "vurder: standardinput: er ikke åben"),
        (f"vurder ok.json {PR}", ">&-", "vurder: standardoutput: er ikke åben"),
        ("--version", ">&-", "standardoutput: er ikke åben"),
        ("vurder --hjaelp", ">&-", "vurder: standardoutput: er ikke åben"),
        pytest.param("--hjaelp", ">/dev/full", "standardoutput: der er ikke mere plads", marks=needs_full),
        pytest.param("skema", ">/dev/full", "skema: standardoutput: der er ikke mere plads", marks=needs_full),
        pytest.param(
            f"vurder ok.json {PR} --sprog en",
            ">/dev/full",
            "vurder: standard output: No space left on device",
            marks=needs_full,
        ),
        pytest.param(
            "opgoer to.jsonl --maal samtaledata --fra 2022-04 --til 2022-04",
            ">/dev/full",
            "opgoer: standardoutput: der er ikke mere plads",
            marks=needs_full,
        ),
    ],
)
def test_a_stream_that_cannot_be_used_is_one_line_and_status_2(
    here: Path, words: str, redirected: str, said: str
) -> None:
    assert (2, "", f"kontaktforloeb {said}\n") == _without_prefix(shell(f"{PROGRAM} {words} {redirected}"))


def _without_prefix(done: tuple[int, str, str]) -> tuple[int, str, str]:
    return done[0], done[1], done[2].replace("kontaktforloeb: ", "kontaktforloeb ")


@pytest.mark.parametrize("redirected", ["2>&-", pytest.param("2>/dev/full", marks=needs_full)])
@pytest.mark.parametrize("words", [f"vurder nope.json {PR}", "", "opgoer nope.jsonl --fra 2022-04 --til 2022-04"])
def test_faults_that_nobody_can_read_leave_the_status(here: Path, words: str, redirected: str) -> None:
    assert (2, "", "") == shell(f"{PROGRAM} {words} {redirected}")


@pytest.mark.parametrize("words", ["--hjaelp", "vurder --hjaelp", "--version", "skema", f"vurder ok.json {PR} --kort"])
def test_a_reader_that_has_gone_is_no_fault(here: Path, words: str) -> None:
    assert "" == shell(f"{PROGRAM} {words} | true")[2]


# --- files that are one ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["ok.json", "./ok.json", "link.json", "hard.json"])
def test_a_case_is_not_replaced_by_its_verdict(here: Path, capsys: pytest.CaptureFixture[str], target: str) -> None:
    (here / "link.json").symlink_to("ok.json")
    (here / "hard.json").hardlink_to("ok.json")
    before = (here / "ok.json").read_bytes()

    status, out, err = run(capsys, "vurder", "ok.json", *PR.split(), "--format", "json", "--ud", target)

    assert (2, "") == (status, out)
    assert [f"kontaktforloeb vurder: --ud: '{target}' er det, der læses (ok.json); tilladt: en anden fil"] == err
    assert before == (here / "ok.json").read_bytes()


def test_nor_is_what_comes_on_standard_input(here: Path) -> None:
    status, out, err = shell(f"{PROGRAM} vurder - {PR} --ud ok.json --sprog en <ok.json")

    assert (2, "") == (status, out)
    assert "--ud: 'ok.json' is what is read (standard input); allowed: another file" in err
    assert CASE == json.loads((here / "ok.json").read_text())
    assert 1 == shell(f"{PROGRAM} vurder - {PR} --ud ny.txt <ok.json")[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--ud", "to.jsonl"], "--ud: 'to.jsonl' er det, der læses (to.jsonl); tilladt: en anden fil"),
        (["--afvist", "to.jsonl"], "--afvist: 'to.jsonl' er det, der læses (to.jsonl); tilladt: en anden fil"),
        (["--ud", "a.csv", "--afvist", "./a.csv"], "--afvist: './a.csv' er samme fil som --ud; tilladt: en anden fil"),
        (
            ["--liste", "--ud", "a", "--afvist", "a.ics"],
            "--ud: 'a.ics' er samme fil som --afvist; tilladt: en anden fil",
        ),
    ],
)
def test_nor_a_caseload_by_its_figures(
    here: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    before = (here / "to.jsonl").read_bytes()

    status, out, err = run(
        capsys, "opgoer", "to.jsonl", "--maal", "samtaledata", "--fra", "2022-04", "--til", "2022-04", *words
    )

    assert (2, "") == (status, out)
    assert [f"kontaktforloeb opgoer: {said}"] == err
    assert before == (here / "to.jsonl").read_bytes()


def test_nor_a_table_of_a_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "t").mkdir()
    table = here / "t" / "perioder.csv"
    table.write_text("id,ydelse,maalgruppe,fra\nA,kontanthjaelp,jobparat,2022-03-07\n")

    status, _, err = run(capsys, "opgoer", "t", "--fra", "2022-04", "--til", "2022-04", "--ud", "t/perioder.csv")

    assert 2 == status
    assert "--ud: 't/perioder.csv' er det, der læses (t)" in err[0]
    assert table.read_text().startswith("id,ydelse")


def test_a_device_may_be_written_to_twice(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--maal", "samtaledata", "--fra", "2022-04", "--til", "2022-04", "--format", "csv")

    assert 0 == run(capsys, "opgoer", "to.jsonl", *words, "--ud", os.devnull, "--afvist", os.devnull)[0]


# --- what is said, and where -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--ud", "SAG"])
def test_an_empty_name_is_no_file(here: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    words = ["vurder", "ok.json", "--ud", ""] if option == "--ud" else ["vurder", ""]

    status, _, err = run(capsys, *words, *PR.split())

    assert 2 == status
    assert [f"kontaktforloeb vurder: {option}: '' kan ikke bruges; tilladt: navnet på en fil eller mappe"] == err


def test_a_wrong_reading_is_said_once_and_the_files_are_still_looked_at(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "bad.json").write_text("{}")

    status, out, err = run(
        capsys, "vurder", "to.jsonl", "nope.json", "bad.json", *PR.split(), "--fortolkning", "frist-dag=q"
    )

    assert (2, "") == (status, out)
    assert 1 == sum("fortolkninger.frist-dag: kendes ikke. Fik 'q'" in line for line in err)
    assert "kontaktforloeb vurder: nope.json: findes ikke" in err
    assert "kontaktforloeb vurder: bad.json: id: mangler. Tilladt: en tekst på 1 til 200 tegn." in err
    assert not any("to.jsonl" in line for line in err)


def test_the_days_of_the_law_are_those_that_are_allowed() -> None:
    assert argumenter.FIRST_LAW == REGELSAET.foerste_dag
    assert argumenter.law_date("2015-07-01") == dt.date(2015, 7, 1)
    with pytest.raises(argumenter.InvalidValueError, match="fra 2015-07-01 til 2035-12-31"):
        argumenter.law_date("2015-06-30")
    assert argumenter.LANGUAGES == SPROG


@pytest.mark.parametrize(
    ("name", "da", "en"), [(".", "er en mappe", "Is a directory"), ("x", "findes ikke", "No such file")]
)
def test_the_faults_of_the_system_are_said_in_the_language_asked_for(
    here: Path, capsys: pytest.CaptureFixture[str], name: str, da: str, en: str
) -> None:
    assert [f"kontaktforloeb vurder: {name}: {da}"] == run(capsys, "vurder", name, *PR.split())[2]
    assert en in run(capsys, "vurder", name, *PR.split(), "--sprog", "en")[2][0]


def test_of_json_lines_a_fault_names_one_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "bad.jsonl").write_text(json.dumps(CASE) + "\n{,\n")

    status, _, err = run(capsys, "vurder", "bad.jsonl", *PR.split())

    assert 2 == status
    assert [
        "kontaktforloeb vurder: bad.jsonl: linje 2: Dokumentet er ikke gyldig JSON (tegn 2). Tilladt: JSON (RFC 8259)."
    ] == err


@pytest.mark.parametrize("words", ["--hjaelp", "vurder --hjaelp"])
def test_help_is_shown_where_the_letters_cannot_be(words: str) -> None:
    status, out, err = shell(f"PYTHONIOENCODING=ascii {PROGRAM} {words}")
    assert (0, "") == (status, err)
    assert out.startswith("Brug: kontaktforloeb")
    assert "?" in out
