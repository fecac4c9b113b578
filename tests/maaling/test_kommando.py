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
    assert "ingen.jsonl" in done.stderr


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
