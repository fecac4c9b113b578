"""Timelines moved onto the days on which the law changes: the judges agree on them too."""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sammenligning as sm

TOOLS = Path(__file__).parent.parent.parent / "tools"
TIMELINES = 200


@pytest.fixture(scope="module")
def flyttet() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(TOOLS)])
        yield importlib.import_module("flyttet")


def test_the_days_are_those_of_the_law(flyttet: Any) -> None:
    days = {day.isoformat() for day in flyttet.law_days()}
    assert {"2017-07-01", "2019-07-01", "2020-01-01", "2022-01-01", "2023-03-22", "2024-01-01", "2026-02-01"} <= days


def test_what_is_moved_is_moved_to_such_a_day_and_the_same_again(flyttet: Any) -> None:
    near = {day + dt.timedelta(n) for day in flyttet.law_days() for n in (-1, 0, 1)}
    moved = 0
    for name, task in flyttet.all_of("test", range(20)):
        number = int(name.partition(flyttet.MARK)[0])
        before = [*map(str, _days(sm.task("test", number).document))]
        after = [*map(str, _days(task.document))]
        assert task == flyttet.named("test", name)
        assert len(before) == len(after)
        to = {b for a, b in zip(before, after, strict=True) if a != b}
        assert to <= {(day + dt.timedelta(n)).isoformat() for day in near for n in (-1, 0)}
        moved += bool(to)
    assert moved > 40


def _days(value: Any) -> list[dt.date]:
    if isinstance(value, dict | list):
        return [day for v in (value.values() if isinstance(value, dict) else value) for day in _days(v)]
    return [dt.date.fromisoformat(value)] if isinstance(value, str) and len(value) == 10 and value[4] == "-" else []


@pytest.mark.parametrize("part", range(4))
def test_engine_and_naive_judge_agree_on_the_days_of_the_law(flyttet: Any, part: int) -> None:
    differing = {
        name: kinds
        for name, task in flyttet.all_of("hverdag", range(part, TIMELINES, 4))
        if (kinds := [k for d in sm.compare(task) if not sm.settled(k := f"{d.regel} {d.kind}")])
    }
    assert not differing  # shown by `tools/sammenlign_orakel.py --froe hverdag --vis`
