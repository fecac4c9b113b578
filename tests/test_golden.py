"""Schedules and verdicts against the files in git: `tests/golden`, written by `make golden` and read by a person."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from kontaktforloeb.koder import Maalgruppe

ROOT = Path(__file__).resolve().parent.parent


def _writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("skriv_golden", ROOT / "tools" / "skriv_golden.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITER = _writer()


@pytest.mark.parametrize("group", Maalgruppe.koder())
def test_schedules_are_those_in_git(group: str) -> None:
    stored = json.loads((ROOT / "tests" / "golden" / f"{group}.json").read_text(encoding="utf-8"))
    made = json.loads(WRITER.text(WRITER.document(group)))
    for basis in ("gaeldende", "aftale-2018"):
        assert list(stored[basis]) == list(made[basis])
        changed = {
            first: [row for row in rows if row not in stored[basis][first]]
            + ["for"]
            + [row for row in stored[basis][first] if row not in rows]
            for first, rows in made[basis].items()
            if rows != stored[basis][first]
        }
        assert not changed, f"name rule and paragraph in CHANGELOG.md, then `make golden`: {changed}"


def test_verdicts_are_those_in_git() -> None:
    stored = json.loads((ROOT / "tests" / "golden" / "vurderinger.json").read_text(encoding="utf-8"))
    assert WRITER.VERDICTS == len(stored)
    decided, worded = {}, []
    for number, kept in stored.items():
        made = WRITER.verdict(int(number))
        if made["krav"] != kept["krav"]:
            decided[number] = (
                [x for x in kept["krav"] if x not in made["krav"]],
                [x for x in made["krav"] if x not in kept["krav"]],
            )
        elif made != kept:
            worded.append(number)
    assert not decided, f"name rule and paragraph in CHANGELOG.md, then `make golden`: {decided}"
    assert not worded, f"words, notes or citations changed (`make golden` if that was meant): {worded}"
