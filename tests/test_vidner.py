"""The cases sought at the edges of each rule: what is said of the rule there is said by both judges."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import sammenligning as sm

FILE = Path(__file__).parent / "vidner.jsonl"
LINES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def said(row: dict[str, Any]) -> list[Any]:
    text = [None if v is None else str(v) for v in (row["periode_fra"], row["fra"], row["frist"])]
    return [row["trin"], *text, row["udfald"], row["kraevet"], row["medregnet"]]


@pytest.mark.parametrize("rule", sorted({line["regel"] for line in LINES}))
def test_both_judges_still_say_so(rule: str) -> None:
    for line in LINES:
        if line["regel"] != rule:
            continue
        task = sm.Task("", line["sag"], dt.date.fromisoformat(line["pr"]), "gaeldende", {})
        ours = sm.engine(task)
        assert line["krav"] == [said(row) for row in ours if row["regel"] == rule], line
        differ = sm.meant(task, sm.differences(ours, sm.oracle(task)))
        assert not [d for d in differ if d.regel == rule], line
