"""The package speaks to no network: neither when it is imported nor when any command runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kontaktforloeb.testing.generator import Caseload

#: Ends the process at the first name looked up, connection, or port; what opens a socket raises these events.
GUARD = """
import os, sys
def guard(event, _):
    if event.partition(".")[0] in {"socket", "urllib", "http", "ftplib", "smtplib"}:
        os.write(2, f"network: {event}".encode())
        os._exit(99)
sys.addaudithook(guard)
"""
IMPORT_ALL = """
import importlib, pkgutil, kontaktforloeb
for module in pkgutil.walk_packages(kontaktforloeb.__path__, "kontaktforloeb."):
    if module.name != "kontaktforloeb.masse.spark":  # Spark comes with an extra
        importlib.import_module(module.name)
"""
RUN_ALL = """
from kontaktforloeb import cli
case, cases, out = sys.argv[1:]
os.chdir(out)
months = ["--fra", "2019-10", "--til", "2019-11"]
for words in (
    ["vurder", case, "--pr", "2022-09-15"],
    ["vurder", case, "--pr", "2022-09-15", "--format", "html"],
    ["plan", "jobparat", "2022-02-07"],
    ["regler"],
    ["regler", "--fortolkninger"],
    ["sammenlign", "jobparat"],
    ["skema"],
    ["opgoer", cases, *months, "--ud", "tal.html"],
    ["opgoer", cases, *months, "--ud", "tal.parquet"],
    ["opgoer", cases, *months, "--liste"],
    ["demo", "--ud", "rapport"],
):
    assert cli.main(words) in {0, 1}, words
"""


def guarded(script: str, *words: object) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith("COV")} | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-P", "-c", GUARD + script, *map(str, words)],
        env=env,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_the_guard_sees_a_connection() -> None:
    done = guarded("import socket\nsocket.create_connection(('127.0.0.1', 9))")

    assert (99, "network: socket.") == (done.returncode, done.stderr[:16])


def test_no_module_speaks_to_a_network_when_it_is_imported() -> None:
    pytest.importorskip("duckdb")
    done = guarded(IMPORT_ALL)

    assert (0, "") == (done.returncode, done.stderr)


def test_no_command_speaks_to_a_network(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import kontaktforloeb

    case = Path(next(iter(kontaktforloeb.__path__))) / "eksempler" / "EKS-JOBPARAT-2022.json"
    cases = tmp_path / "sager.jsonl"
    cases.write_text("".join(Caseload(antal=20, froe=1).lines()), encoding="utf-8")
    done = guarded(RUN_ALL, case, cases, tmp_path)

    assert 0 == done.returncode, done.stderr
    assert (tmp_path / "tal.parquet").stat().st_size > 0
