"""The reasons why an outcome of a rule is never reached: none is contradicted, and none is about nothing."""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def sjaeldne() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(TESTS.parent / "tools")])
        yield importlib.import_module("sjaeldne")


@pytest.fixture(scope="module")
def reached() -> Counter[tuple[str, str]]:
    """How often the long comparison met each outcome of each rule."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, rule, outcome, n in json.loads((TESTS / "orakel_tal.json").read_text(encoding="utf-8"))["talt"]:
        counts[rule, outcome] += n
    return counts


def test_no_outcome_was_reached_against_its_reason(sjaeldne: Any, reached: Counter[tuple[str, str]]) -> None:
    assert {key: n for key, n in reached.items() if n and sjaeldne.why_not(*key)} == {}


def test_each_written_reason_is_of_a_rule_and_an_outcome(sjaeldne: Any) -> None:
    written = json.loads(sjaeldne.WRITTEN.read_text(encoding="utf-8"))
    possible = {f"{rule} {outcome}" for rule, outcome in sjaeldne.rare({})}
    assert set(written) <= possible
    assert all(written.values())


def test_a_reason_read_off_the_declaration(sjaeldne: Any) -> None:
    assert sjaeldne.why_not("LAB-2016:93.nyt", "ikke-opfyldt") == "loven sætter ingen sidste dag"
    assert sjaeldne.why_not("LAB-2016:93.nyt", "opfyldt") is None
    assert "hver periode bedømmes for sig" in sjaeldne.why_not("LAB-2016:17.1", "opfyldt-for-sent")
    assert sjaeldne.why_not("LAB-2016:17.1", "ikke-opfyldt") is None
    assert sjaeldne.why_not("LAB-2016:84", "intet-krav") is None
