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
from typing import TYPE_CHECKING

import pytest

from kontaktforloeb.formater.tabeller import skriv_csv_mappe
from kontaktforloeb.testing.generator import Caseload

if TYPE_CHECKING:
    from pathlib import Path

DIRECT = "samtaledata,passivandel,fokusmaal-tilbud,fokusmaal-samtaler,skaerpet-tilsyn"


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "kontaktforloeb.cli", "opgoer", *(str(w) for w in words)]


def opgoer(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words), capture_output=True, text=True, check=False, timeout=120, encoding="utf-8")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sager") / "s.jsonl"
    path.write_text("".join(Caseload(antal=1500, froe=5, fra=dt.date(2022, 1, 1), til=dt.date(2023, 12, 31)).lines()))
    return path


def test_figures_as_csv_on_standard_output(lines: Path) -> None:
    done = opgoer(lines, "--maal", "samtaledata", "--fra", "2023-06", "--til", "2023-06")
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
    for ending in ("csv", "json", "html"):
        for name in ("a", "b"):
            opgoer(
                lines, "--maal", DIRECT, "--fra", "2023-03", "--til", "2023-05", "--ud", tmp_path / f"{name}.{ending}"
            )
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
    assert "1 sager kunne ikke vurderes" in done.stderr
    assert ["linje 1501"] == [
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
    assert 0 == opgoer(*words).returncode
    took = time.monotonic() - began
    whole = (out / "u.csv").read_bytes()
    (out / "u.csv").unlink()
    rng = random.Random(20190701)  # noqa: S311 - moments, no secrets
    for _ in range(6):
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
