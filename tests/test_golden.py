"""The schedules of every group against the files in git: `tests/golden`, written by `make golden` and read by a person."""

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
            first: [row for row in rows if row not in stored[basis][first]] + ["for"] + [row for row in stored[basis][first] if row not in rows]
            for first, rows in made[basis].items()
            if rows != stored[basis][first]
        }
        assert not changed, f"name rule and paragraph in CHANGELOG.md, then `make golden`: {changed}"
