"""The witnesses of the engine: each tells whether what it looks at is as it should be.

The hand-worked cases of `tests/cases`, the cases sought at the edges (`tests/vidner.jsonl` and `tests/vidner_motor.jsonl`),
the schedules and verdicts of `tests/golden`, and the tests of `MOTOR` and `TESTS`, each collected once and run where it is needed.
"""
# ruff: noqa: E501 - sentences in one piece

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = {"ret": ("ret",), "maaling": ("maaling", "test_cli.py", "test_doctests.py", "masse/test_samme_svar.py")}
"""The tests that are witnesses of a part besides those of the engine under other laws, `MOTOR`."""
MOTOR = ("motor", "test_antagelser.py")
SLOW = ("at_random_moments", "is_quick", "reader_that_leaves")
"""Tests of the machine, not of what is said."""


def witnesses() -> list[Callable[[], bool]]:
    """Those that need no test runner. The cases are read once, by code that is not changed."""
    import kontaktforloeb as kf
    import sammenligning as sm
    import skriv_golden
    import test_vektorer as cases
    from kontaktforloeb.formater import sag_json

    made: list[Callable[[], bool]] = []

    def worked(v: dict[str, Any]) -> Callable[[], bool]:
        def right() -> bool:
            rest = {k: v[k] for k in ("lovgrundlag", "fortolkninger") if k in v}
            sag, pr = sag_json.fra_obj(v["sag"]), dt.date.fromisoformat(v["pr"])
            found = kf.vurder(sag, pr=pr, afhaengigheder=False, **rest).krav
            return not any(cases.complaint(e, found) for e in v["forventet"])

        return right

    def sought(line: dict[str, Any]) -> Callable[[], bool]:
        task = sm.task_of(line)
        return lambda: sm.said(task, line["regel"]) == line["krav"]

    def verdict(number: str, kept: Any) -> Callable[[], bool]:
        return lambda: bool(skriv_golden.verdict(int(number)) == kept)

    def plan(group: str, first: str, rows: list[Any], basis: str) -> Callable[[], bool]:
        return lambda: skriv_golden.schedule(group, dt.date.fromisoformat(first), basis) == rows

    for folder in cases.FOLDERS:
        for document in cases.read(folder):
            made += [worked(v) for v in document["varianter"] if v.get("slags", "vurdering") == "vurdering"]
    for file in sm.SOUGHT:
        made += [sought(json.loads(x)) for x in file.read_text(encoding="utf-8").splitlines()]
    for golden in sorted(skriv_golden.GOLDEN.glob("*.json")):
        stored = json.loads(golden.read_text(encoding="utf-8"))
        if golden.stem == "vurderinger":
            made += [verdict(n, kept) for n, kept in stored.items()]
            continue
        for basis in ("gaeldende", "aftale-2018"):
            made += [plan(stored["maalgruppe"], first, rows, basis) for first, rows in stored[basis].items()]
    return made


def sensitivity() -> list[Callable[[], bool]]:
    """Cases on which `afhaenger_af` is what judging again under every other choice finds."""
    import sammenligning as sm

    if not sm.SENSITIVE.exists():
        return []
    lines = [json.loads(x) for x in sm.SENSITIVE.read_text(encoding="utf-8").splitlines()]

    def right(task: Any, kept: Any) -> Callable[[], bool]:
        return lambda: bool(sm.depends(task) == kept)

    return [right(sm.task_of(line), line["afhaenger_af"]) for line in lines]


def collected(parts: set[str], work: Callable[[list[Any]], None]) -> None:
    """Call `work` with the tests for these parts, inside the test runner: their fixtures stand while it runs."""
    import pytest

    failed: list[BaseException] = []

    class Plugin:
        def pytest_runtestloop(self, session: Any) -> bool:
            try:
                work([item for item in session.items if not any(word in item.nodeid for word in SLOW)])
            except BaseException as e:  # noqa: BLE001 - raised again outside the test runner
                failed.append(e)
            return True

    names = [*(MOTOR if parts - {"maaling"} else ()), *(name for part in sorted(parts) for name in TESTS.get(part, ()))]
    files = [str(ROOT / "tests" / name) for name in names]
    options = ["-s", "-o", "addopts=", *(x for name in ("cacheprovider", "terminal") for x in ("-p", f"no:{name}"))]
    pytest.main([*options, *files], plugins=[Plugin()])
    if failed:
        raise failed[0]


def as_witness(item: Any) -> Callable[[], bool]:
    """A test as a witness."""
    from _pytest.runner import runtestprotocol

    def right() -> bool:
        return all(report.passed for report in runtestprotocol(item, log=False, nextitem=None))

    return right
