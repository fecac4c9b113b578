"""`kontaktforloeb opgoer` as a command: what it writes, what it refuses, and that it is ended hard without a trace."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, cast

import pytest

from kontaktforloeb import cli
from kontaktforloeb.formater.tabeller import skriv_csv_mappe
from kontaktforloeb.maaling.definitioner import MEASURES
from kontaktforloeb.maaling.kommando import _processes, progress
from kontaktforloeb.testing.generator import Caseload

if TYPE_CHECKING:
    from pathlib import Path

CASES = 900
#: How often each source is ended hard; more in the long run.
KILLS = 12 if os.environ.get("HYPOTHESIS_PROFILE") == "lang" else 3
DIRECT = "samtaledata,passivandel,fokusmaal-tilbud,fokusmaal-samtaler,skaerpet-tilsyn"


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "kontaktforloeb.cli", "opgoer", *(str(w) for w in words)]


def opgoer(*words: object) -> subprocess.CompletedProcess[str]:
    """The command without a process of its own: the same status and streams, without starting Python each time."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.main(["opgoer", *(str(w) for w in words)])
    out.flush()
    return subprocess.CompletedProcess(
        words, status, cast("io.BytesIO", out.buffer).getvalue().decode(), err.getvalue()
    )


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sager") / "s.jsonl"
    path.write_text("".join(Caseload(antal=CASES, froe=5, fra=dt.date(2022, 1, 1), til=dt.date(2023, 12, 31)).lines()))
    return path


def test_figures_as_csv_on_standard_output(lines: Path) -> None:
    words = (lines, "--maal", "samtaledata", "--fra", "2023-06", "--til", "2023-06")
    done = subprocess.run(command(*words), capture_output=True, check=False, timeout=120, encoding="utf-8")
    assert 0 == done.returncode, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {"samtaledata"} == {r["maal"] for r in rows}
    assert {"syntetisk"} == {r["data"] for r in rows}
    assert "SYNTETISKE DATA" in done.stderr
    assert "\r" not in done.stderr  # no progress in a pipe


def test_json_csv_and_html_say_the_same(lines: Path, tmp_path: Path) -> None:
    for ending in ("csv", "json", "html"):
        done = opgoer(
            lines,
            "--maal",
            DIRECT,
            "--fra",
            "2023-01",
            "--til",
            "2023-12",
            "--ud",
            tmp_path / f"u.{ending}",
            "--forventet",
            "18,4/17,9",
        )
        assert (0, "") == (done.returncode, done.stdout), done.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "u.csv").read_text(encoding="utf-8"))))
    document = json.loads((tmp_path / "u.json").read_text())
    assert len(rows) == len(document["tal"]) + len(document["tilsyn"])
    assert document["syntetisk"] is True
    assert 12 == len({t["periode"] for t in document["tal"] if len(t["periode"]) == 7})
    shown = [(r["variant"], r["gruppe"], r["periode"], r["andel"]) for r in rows if r["maal"] == "passivandel"]
    assert shown == [
        (t["variant"], t["gruppe"], t["periode"], "" if t["andel"] is None else f"{t['andel']:.2f}")
        for t in document["tal"]
        if t["maal"] == "passivandel"
    ]
    html = (tmp_path / "u.html").read_text()
    assert "<script" not in html
    assert "http" not in html.replace("https://www.retsinformation.dk", "")
    assert "SYNTETISKE DATA" in html
    assert "<svg" in html
    assert "SYN-" in html
    assert {"omfattet"} >= {t["trin"] for t in document["tilsyn"]} - {"ikke-omfattet"}


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()


def test_the_report_is_well_formed(lines: Path, tmp_path: Path) -> None:
    opgoer(lines, "--maal", DIRECT, "--fra", "2023-03", "--til", "2023-05", "--ud", tmp_path / "u.html")
    parser = _Balance()
    parser.feed((tmp_path / "u.html").read_text())
    assert [] == parser.open


def test_the_same_bytes_again(lines: Path, tmp_path: Path) -> None:
    some = tmp_path / "s.jsonl"
    some.write_text("".join(lines.read_text().splitlines(keepends=True)[:250]))
    for ending in ("csv", "json", "html", "parquet"):
        for name in ("a", "b"):
            words = (
                some,
                "--maal",
                DIRECT,
                "--fra",
                "2023-03",
                "--til",
                "2023-04",
                "--ud",
                tmp_path / f"{name}.{ending}",
            )
            assert 0 == opgoer(*words).returncode
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()


def test_rejects_are_written_and_told(lines: Path, tmp_path: Path) -> None:
    other = tmp_path / "s.jsonl"
    other.write_text(lines.read_text() + "{}\n")
    done = opgoer(
        other,
        "--maal",
        "samtaledata",
        "--fra",
        "2023-06",
        "--til",
        "2023-06",
        "--ud",
        tmp_path / "u.csv",
        "--afvist",
        tmp_path / "a.csv",
    )
    assert 0 == done.returncode
    assert "1 sag kunne ikke vurderes og er ikke talt med\n" in done.stderr
    assert [f"linje {CASES + 1}"] == [
        r["sted"] for r in csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--maal", "lykke", "--fra", "2023-06", "--til", "2023-06"), "lykke"),
        (("--maal", "samtaledata", "--fra", "2023-06", "--til", "2023-05"), "--til"),
        (("--maal", "samtaledata", "--til", "2023-05"), "--fra: mangler"),
        (("--maal", "samtaledata", "--fra", "2023-06", "--til", "2023-06", "--format", "pdf"), "pdf"),
        (("--maal", "samtaledata", "--fra", "2023-06", "--til", "2023-06", "--mapping", "dfdg"), "--mapping"),
        (("--maal", "skaerpet-tilsyn", "--fra", "2023-01", "--til", "2023-12", "--forventet", "mange"), "--forventet"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(words: tuple[str, ...], said: str, lines: Path, tmp_path: Path) -> None:
    done = opgoer(lines, *words, "--ud", tmp_path / "u.csv")
    assert (2, "") == (done.returncode, done.stdout)
    assert said in done.stderr
    assert [] == list(tmp_path.iterdir())


MAANED = ("--fra", "2023-06", "--til", "2023-06")


def test_several_measures_are_named_with_commas_and_all_of_them_by_alle(lines: Path) -> None:
    few = opgoer(lines, "--maal", "passivandel, samtaledata,passivandel", *MAANED)
    assert ["passivandel", "samtaledata"] == sorted({r["maal"] for r in csv.DictReader(io.StringIO(few.stdout))})
    small = "".join(lines.read_text().splitlines(keepends=True)[:40])
    some = lines.with_name("40.jsonl")
    some.write_text(small)
    shown = {r["maal"] for r in csv.DictReader(io.StringIO(opgoer(some, "--maal", "alle", *MAANED).stdout))}
    assert {"samtaledata", "alle-krav-opfyldt", "fokusmaal-samtaler"} <= shown <= set(MEASURES)
    assert opgoer(some, *MAANED).stdout == opgoer(some, "--maal", "alle", *MAANED).stdout


def test_the_number_required_and_the_way_to_count_can_be_chosen(lines: Path) -> None:
    words = (
        lines,
        "--maal",
        "samtaledata,fokusmaal-tilbud",
        "--fra",
        "2023-03",
        "--til",
        "2023-06",
        "--format",
        "json",
    )
    usual = json.loads(opgoer(*words).stdout)
    other = ("--antal", "aktivitetsparat=30", "--antal", "jobparat=30", "--valg", "timer-over-skiftet=hver-del")
    chosen = json.loads(opgoer(*words, *other).stdout)
    assert {"timer-over-skiftet": "hver-del"} == chosen["valg"] != usual["valg"]

    def met(document: dict[str, Any]) -> int:
        rows = [t for t in document["tal"] if t["maal"] == "samtaledata" and t["gruppe"] == "alle"]
        return sum(t["taeller"] or 0 for t in rows)

    assert 0 < met(chosen) < met(usual)


def test_the_working_list_looks_as_far_ahead_as_it_is_told(lines: Path, tmp_path: Path) -> None:
    some = tmp_path / "s.jsonl"
    some.write_text("".join(lines.read_text().splitlines(keepends=True)[:150]) + "{}\n")
    near, far = (
        list(csv.DictReader(io.StringIO(opgoer(some, "--liste", *MAANED, "--uger", uger).stdout))) for uger in (1, 52)
    )
    assert all(int(r["dage"]) <= 7 for r in near)
    assert len(near) < len(far)
    assert max(int(r["dage"]) for r in far) > 28
    assert [r["frist"] for r in far] == sorted(r["frist"] for r in far)

    done = opgoer(some, "--liste", *MAANED, "--format", "ics", "--sprog", "en")
    assert done.stdout.startswith("BEGIN:VCALENDAR\r\n")
    assert "SYNTHETIC DATA" in done.stderr
    assert "1 case could not be judged" in done.stderr
    done = opgoer(some, "--liste", *MAANED, "--ud", tmp_path / "liste", "--afvist", tmp_path / "a.csv", "--streng")
    assert (1, "") == (done.returncode, done.stdout)
    assert ["a.csv", "liste.csv", "liste.ics", "s.jsonl"] == sorted(p.name for p in tmp_path.iterdir())
    for ending in ("csv", "ics"):
        assert 0 == opgoer(some, "--liste", *MAANED, "--ud", tmp_path / f"u.{ending}").returncode
        assert (tmp_path / f"u.{ending}").read_bytes() == (tmp_path / f"liste.{ending}").read_bytes()


@pytest.mark.parametrize(
    ("words", "da", "en"),
    [
        (
            ("--maal", "lykke,held"),
            "--maal: er ikke et mål. Fik lykke; tilladt: samtaledata, ",
            "--maal: is no measure. Got held; allowed: samtaledata, ",
        ),
        (("--maal", "a,,b"), "--maal: 'a,,b' kan ikke bruges", "allowed: names with commas between, or alle"),
        (("--antal", "jobparat=mange"), "tilladt: GRUPPE=N, som jobparat=4", "allowed: GROUP=N, such as jobparat=4"),
        (("--antal", "jobparat=0"), "N fra 1 til 99", "N from 1 to 99"),
        (("--antal", "superbruger=3"), "--antal: går ikke. Fik superbruger=3", "--antal: cannot be used."),
        (("--valg", "lykke=ja"), "--valg: er ikke et valg. Fik lykke=ja", "--valg: is no choice. Got lykke=ja"),
        (("--valg", "lykke"), "tilladt: NAVN=VALG, som halv-fremgang=samlet", "allowed: NAME=CHOICE"),
        (
            ("--valg", "x=a", "--valg", "x=b"),
            "--valg: x er valgt både som 'a' og 'b'",
            "was chosen both as 'a' and 'b'",
        ),
        (("--antal", "x=1", "--antal", "x=2"), "--antal: x er valgt både som 1 og 2", "was chosen both as 1 and 2"),
        (("--liste", "--uger", "0"), "--uger: '0' kan ikke bruges; tilladt: et helt tal", "allowed: a whole number"),
        (
            ("--format", "pdf"),
            "tilladt: csv, json, parquet, html eller ics",
            "allowed: csv, json, parquet, html or ics",
        ),
        (
            ("--format", "ics"),
            "--format: er ikke en form, tallene kan skrives i. Fik ics; tilladt: csv, json, parquet, html.",
            "--format: is no form of the figures.",
        ),
        (
            ("--liste", "--format", "html"),
            "--format: er ikke en form, arbejdslisten kan skrives i. Fik html; tilladt: csv, ics.",
            "--format: is no form of the working list.",
        ),
        (("--format", "parquet"), "--ud: mangler; Parquet kan ikke vises på skærmen.", "--ud: is missing; Parquet"),
        (
            ("--mapping", "dfdg"),
            "--mapping: kan ikke bruges på JSON Lines.",
            "--mapping: cannot be used on JSON Lines.",
        ),
        (
            ("--maal", "skaerpet-tilsyn", "--forventet", "mange"),
            "--forventet: er hverken et par eller en fil.",
            "--forventet: is neither a pair nor a file.",
        ),
        (
            ("--maal", "skaerpet-tilsyn", "--forventet", "118/9"),
            "--forventet: er ikke en andel i procent. Fik 118; tilladt: en andel fra 0 til 100.",
            "--forventet: is no share in per cent.",
        ),
    ],
)
def test_what_is_refused_is_said_in_both_languages(words: tuple[str, ...], da: str, en: str, tmp_path: Path) -> None:
    some = tmp_path / "s.jsonl"
    some.write_text("")
    for sprog, said in (("da", da), ("en", en)):
        done = opgoer(some, *words, *MAANED, "--sprog", sprog)
        assert (2, "") == (done.returncode, done.stdout)
        assert said in done.stderr


def test_every_fault_of_the_arguments_is_said_at_once(lines: Path) -> None:
    done = opgoer(lines, "--maal", "lykke", "--antal", "x=1", "--valg", "y=z", "--til", "2023-05", "--format", "ics")
    assert ["--format", "--fra", "--maal", "--valg", "--antal"] == [
        line.split(": ")[1] for line in done.stderr.splitlines()
    ]


def test_a_missing_file(tmp_path: Path) -> None:
    done = opgoer(tmp_path / "ingen.jsonl", "--maal", "samtaledata", "--fra", "2023-06", "--til", "2023-06")
    assert (2, "") == (done.returncode, done.stdout)
    assert f"kontaktforloeb opgoer: {tmp_path / 'ingen.jsonl'}: findes ikke\n" == done.stderr


def few(folder: Path, people: int = 3, faults: int = 0, case_id: str = "A") -> Path:
    """A caseload of dagpenge from December 2018, and lines that are no case."""
    path = folder / "faa.jsonl"
    period = {"ydelse": "dagpenge", "maalgruppe": "dagpengemodtager", "fra": "2018-12-03"}
    cases = [
        {"format": "kontaktforloeb-sag/1", "id": f"{case_id}{i}", "kommune": "991", "perioder": [period]}
        for i in range(people)
    ]
    path.write_text("".join(json.dumps(c) + "\n" for c in cases) + "{}\n" * faults)
    return path


JUNI = ("--maal", "samtaledata", "--fra", "2019-06", "--til", "2019-06")


@pytest.mark.parametrize("form", [(), ("--liste",)], ids=["figures", "list"])
@pytest.mark.parametrize(("faults", "strict", "status"), [(0, True, 0), (1, False, 0), (1, True, 1)])
def test_a_case_set_aside_fails_the_command_only_where_that_is_asked_for(
    form: tuple[str, ...], faults: int, strict: bool, status: int, tmp_path: Path
) -> None:
    words = (few(tmp_path, faults=faults), *form, *JUNI, *(("--streng",) if strict else ()))
    assert status == opgoer(*words).returncode


@pytest.mark.parametrize(
    ("faults", "sprog", "said"),
    [
        (0, "da", []),
        (1, "da", ["1 sag kunne ikke vurderes og er ikke talt med"]),
        (2, "da", ["2 sager kunne ikke vurderes og er ikke talt med"]),
        (0, "en", []),
        (1, "en", ["1 case could not be judged and were left out"]),
        (2, "en", ["2 cases could not be judged and were left out"]),
    ],
)
def test_how_many_cases_are_not_in_the_answer_and_how_to_find_them(
    faults: int, sprog: str, said: list[str], tmp_path: Path
) -> None:
    words = (few(tmp_path, faults=faults), *JUNI, "--sprog", sprog)
    hint = {"da": " (--afvist FIL skriver dem med grund)", "en": " (--afvist FILE writes them with the reason)"}[sprog]
    named = [f"kontaktforloeb opgoer: {s}" for s in said]
    *lines, told = [line.removesuffix(hint) for line in opgoer(*words).stderr.splitlines()] or [""]
    assert "".join(named) == told
    missing = {"da": "id: mangler.", "en": "id: is missing."}[sprog]
    assert [True] * faults == [f"opgoer: linje {4 + nr}: " in line and missing in line for nr, line in enumerate(lines)]
    assert named == opgoer(*words, "--afvist", tmp_path / "a.csv").stderr.splitlines()
    assert faults == len((tmp_path / "a.csv").read_text().splitlines()) - 1  # also with none in it


def test_of_very_many_cases_set_aside_the_first_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    lines = opgoer(few(tmp_path, faults=203), *JUNI).stderr.splitlines()
    assert [True] * 200 == ["linje" in line for line in lines[:-2]]
    assert "kontaktforloeb opgoer: … og 3 mere" == lines[-2]


@pytest.mark.parametrize("form", [(), ("--liste",), ("--format", "html")])
def test_where_no_case_can_be_judged_there_is_no_answer(form: tuple[str, ...], tmp_path: Path) -> None:
    """A case written over several lines is no JSON Lines: each line is a fault, and none of them a case."""
    source = tmp_path / "sag.json"
    source.write_text(json.dumps({"format": "kontaktforloeb-sag/1", "id": "A", "perioder": []}, indent=1))
    done = opgoer(source, *form, *JUNI, "--ud", tmp_path / "a", "--afvist", tmp_path / "b")
    assert (2, "") == (done.returncode, done.stdout)
    assert ["sag.json"] == [p.name for p in tmp_path.iterdir()]
    said = done.stderr.splitlines()
    assert (
        "kontaktforloeb opgoer: linje 1: Dokumentet er ikke gyldig JSON (tegn 2). Tilladt: JSON (RFC 8259)." == said[0]
    )
    assert said[-1].endswith(
        "sag.json: ingen sag kunne vurderes; tilladt: JSON Lines, én sag pr. linje, eller en mappe med tabeller"
    )


@pytest.mark.parametrize("form", [(), ("--liste",)])
def test_a_reading_that_does_not_exist_is_a_fault_of_the_command(form: tuple[str, ...], tmp_path: Path) -> None:
    done = opgoer(few(tmp_path), *form, *JUNI, "--fortolkning", "frist-dag=q")
    assert (2, "") == (done.returncode, done.stdout)
    assert [
        "kontaktforloeb opgoer: fortolkninger.frist-dag: kendes ikke. Fik 'q'; tilladt: ikke-medregnet, medregnet."
    ] == (done.stderr.splitlines())


def test_invented_people_are_told_on_standard_error_in_the_language_asked_for(tmp_path: Path) -> None:
    source = few(tmp_path, case_id="SYN-")
    assert "kontaktforloeb opgoer: SYNTETISKE DATA: opdigtede personer og kommuner\n" == opgoer(source, *JUNI).stderr
    assert "SYNTHETIC DATA: invented people and municipalities" in opgoer(source, *JUNI, "--sprog", "en").stderr
    assert "" == opgoer(few(tmp_path), *JUNI).stderr


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    source = few(tmp_path)
    usual = opgoer(source, *JUNI)
    assert (0, usual.stdout) == ((dashed := opgoer(source, *JUNI, "--ud", "-")).returncode, dashed.stdout)
    assert usual.stdout.startswith("maal,variant,")
    for out in ((), ("--ud", "-")):
        listed = opgoer(source, "--liste", *JUNI, *out)
        assert (0, True) == (listed.returncode, listed.stdout.startswith("id,kommune,")), listed.stderr
        refused = opgoer(source, *JUNI, "--format", "parquet", *out)
        assert (2, "") == (refused.returncode, refused.stdout)
    assert ["faa.jsonl"] == [p.name for p in tmp_path.iterdir()]


def test_the_ending_of_the_file_gives_the_form_unless_another_is_asked_for(tmp_path: Path) -> None:
    source = few(tmp_path, people=10)
    for name, form, begins in (
        ("u.JSON", (), b"{"),
        ("u.html", (), b"<!DOCTYPE html>"),
        ("u", (), b"maal,"),
        ("v.csv", ("--format", "json"), b"{"),
    ):
        assert 0 == opgoer(source, *JUNI, "--ud", tmp_path / name, *form).returncode
        assert (tmp_path / name).read_bytes().startswith(begins)
    refused = opgoer(source, *JUNI, "--ud", tmp_path / "u.txt")
    assert "Fik txt; tilladt: csv, json, parquet, html." in refused.stderr
    listed = opgoer(source, "--liste", *JUNI, "--ud", tmp_path / "l.html")
    assert "Fik html; tilladt: csv, ics." in listed.stderr
    assert 0 == opgoer(source, "--liste", *JUNI, "--format", "ics", "--ud", tmp_path / "liste").returncode
    assert (tmp_path / "liste").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_report_lists_the_cases_behind_its_figures(tmp_path: Path) -> None:
    source = few(tmp_path, people=10)
    assert 0 == opgoer(source, *JUNI, "--ud", tmp_path / "u.html").returncode
    assert "0 af 6 samtaler" in (tmp_path / "u.html").read_text(encoding="utf-8")


def test_a_fault_in_one_output_leaves_nothing_on_standard_output(tmp_path: Path) -> None:
    # The files are written first, and the screen last: what cannot be written is told before anything is shown.
    done = opgoer(few(tmp_path, faults=1), *JUNI, "--afvist", tmp_path / "ingen" / "a.csv")
    assert (2, "") == (done.returncode, done.stdout)
    assert "ingen" in done.stderr


def test_the_supervision_is_not_made_up_without_the_benefit_shares(tmp_path: Path) -> None:
    words = (few(tmp_path), "--maal", "skaerpet-tilsyn", "--fra", "2019-06", "--til", "2019-06")
    done = opgoer(*words)
    assert "skaerpet-tilsyn: ikke opgjort, for ydelsesgraderne er ikke givet (--forventet)" in done.stderr
    assert "forventet" not in opgoer(few(tmp_path), *JUNI).stderr


def test_the_supervision_brings_its_two_targets_with_it(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    period = {"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2021-06-01"}
    path.write_text(
        "".join(
            json.dumps({"format": "kontaktforloeb-sag/1", "id": f"A{i}", "kommune": "991", "perioder": [period]}) + "\n"
            for i in range(10)
        )
    )
    words = (path, "--maal", "skaerpet-tilsyn", "--fra", "2023-01", "--til", "2023-12", "--forventet", "18/17")
    rows = list(csv.DictReader(io.StringIO(opgoer(*words).stdout)))
    assert {"fokusmaal-tilbud", "fokusmaal-samtaler", "skaerpet-tilsyn"} == {r["maal"] for r in rows}
    assert [("omfattet", "2023")] == [(r["variant"], r["periode"]) for r in rows if r["maal"] == "skaerpet-tilsyn"]
    done = opgoer(*words[:3], "--fra", "2023-01", "--til", "2023-11", "--forventet", "18/17")
    assert "skaerpet-tilsyn" not in {r["maal"] for r in csv.DictReader(io.StringIO(done.stdout))}  # no whole year


class _Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def test_how_far_the_work_has_come_is_told_on_a_terminal_five_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter((10.0, 10.1, 10.25, 10.3, 10.5))
    monkeypatch.setattr("kontaktforloeb.maaling.kommando.time.monotonic", lambda: next(moments))
    screen = _Screen(terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    tell = progress()
    for cases in (1000, 2000, 3000, 4000, 1234567):
        tell(cases)
    assert "\r1.000 sager ...\r3.000 sager ...\r1.234.567 sager ..." == screen.getvalue()
    quiet = _Screen(terminal=False)
    monkeypatch.setattr(sys, "stderr", quiet)
    progress()(1000)
    assert "" == quiet.getvalue()


def test_a_small_caseload_is_counted_in_one_process_and_a_large_one_in_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kontaktforloeb.maaling.kommando.antal_kerner", lambda: 7)
    folder = tmp_path / "tabeller"
    (folder / "under").mkdir(parents=True)
    for size, processes in ((4_000_000, 1), (4_000_001, 7)):
        one = tmp_path / "en.jsonl"
        one.write_bytes(b"\n" * size)
        assert processes == _processes(one)
        (folder / "a.csv").write_bytes(b"\n" * 3_000_000)
        (folder / "b.csv").write_bytes(b"\n" * (size - 3_000_000))
        assert processes == _processes(folder)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups")
@pytest.mark.parametrize("source", ["jsonl", "csv"])
def test_ended_hard_at_random_moments_there_is_no_partial_output(source: str, tmp_path: Path) -> None:
    load = Caseload(antal=5000 if source == "jsonl" else 1500, froe=9)  # the lines are many enough for two processes
    path = tmp_path / "ind"
    if source == "csv":
        skriv_csv_mappe(load, path)
    else:
        path = tmp_path / "ind.jsonl"
        path.write_text("".join(load.lines()))
    out = tmp_path / "ud"
    out.mkdir()
    words = (path, "--maal", "passivandel,samtaledata", "--fra", "2019-07", "--til", "2020-06", "--ud", out / "u.csv")
    began = time.monotonic()
    subprocess.run(command(*words), check=True, stderr=subprocess.DEVNULL)
    took = time.monotonic() - began
    whole = (out / "u.csv").read_bytes()
    (out / "u.csv").unlink()
    rng = random.Random(20190701)  # noqa: S311 - moments, no secrets
    for _ in range(KILLS):
        with subprocess.Popen(
            command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(rng.uniform(0.1, 1.05) * took)
            process.send_signal(signal.SIGKILL)
        # The workers end by themselves when the process that started them is gone.
        for _ in range(100):
            try:
                os.killpg(process.pid, 0)
            except ProcessLookupError:
                break
            time.sleep(0.1)
        else:
            os.killpg(process.pid, signal.SIGKILL)
            pytest.fail("a worker outlived the command")
        assert not (out / "u.csv").exists() or (out / "u.csv").read_bytes() == whole
        (out / "u.csv").unlink(missing_ok=True)
    assert 0 == opgoer(*words).returncode
    assert whole == (out / "u.csv").read_bytes()


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    source = few(tmp_path, faults=1)
    done = opgoer(source, *JUNI, "--ud", tmp_path / "a.csv", "--afvist", tmp_path / "ingen" / "b.csv")
    assert (2, False) == (done.returncode, (tmp_path / "a.csv").exists())
    (tmp_path / "liste.ics").mkdir()
    done = opgoer(source, "--liste", *JUNI, "--ud", tmp_path / "liste")
    assert (2, False) == (done.returncode, (tmp_path / "liste.csv").exists())
    assert [] == [p.name for p in tmp_path.iterdir() if p.name.endswith(".tmp")]


def test_standard_input_is_named_as_what_it_is() -> None:
    done = opgoer("-", *JUNI)
    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("kontaktforloeb opgoer: SAGER: er standardinput, som opgoer ikke læser. Fik -; ")
