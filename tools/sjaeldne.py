"""The outcomes of requirements that the comparison with the naive judge reached too seldom, and why.

A reason is either how the rule is declared, read off the declaration here, or a line of `tests/orakel_sjaeldne.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kontaktforloeb.koder import Udfald
from kontaktforloeb.regelsprog import PaaHinanden, uden_sidste_dag
from kontaktforloeb.ret.lovgrundlag import REGELSAET

ENOUGH = 100
OUTCOMES = tuple(u for u in Udfald.koder() if u != "intet-krav")
WRITTEN = Path(__file__).resolve().parent.parent / "tests" / "orakel_sjaeldne.json"
DECLARED: dict[str, list[Any]] = {}
for _rule in REGELSAET.regler:
    DECLARED.setdefault(_rule.id, []).append(_rule)


def rare(reached: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    """The outcomes of requirements reached too seldom, those never reached included."""
    return [
        (rule, outcome)
        for rule, declared in sorted(DECLARED.items())
        for outcome in OUTCOMES
        if hasattr(declared[0], "vindue") and reached.get((rule, outcome), 0) < ENOUGH
    ]


def why_not(rule: str, outcome: str) -> str | None:
    """Why an outcome cannot be, by how the rule is declared, else as it is written down; None where it can."""
    windows = [declared.vindue for declared in DECLARED[rule] if hasattr(declared, "vindue")]
    if not windows:
        return None
    if outcome in {"opfyldt-for-sent", "ikke-opfyldt"} and all(map(uden_sidste_dag, windows)):
        return "loven sætter ingen sidste dag"
    if outcome == "opfyldt-for-sent" and all(map(_alone, windows)):
        return "hver periode bedømmes for sig: en samtale efter den hører til den næste"
    written: dict[str, str] = json.loads(WRITTEN.read_text(encoding="utf-8"))
    return written.get(f"{rule} {outcome}")


def _alone(window: Any) -> bool:
    return isinstance(window, PaaHinanden) or getattr(window, "kan_for_sent", True) is False
