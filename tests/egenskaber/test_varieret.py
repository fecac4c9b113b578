"""The timelines that the long comparison (`make orakel`) varies, and what is kept of where an outcome was reached."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sammenligning as sm
from kontaktforloeb.formater import sag_json

TOOLS = Path(__file__).parent.parent.parent / "tools"
SOURCES = ("4", "11", "LAB-2016:93/17", "SDPL-2015:13b.2/5", "INTL-2017:27.1a/8")
RULES = ("LAB-2016:93", "FORSOEG-1186:10a", "SDPL-2015:13b.2", "INTL-2020:20.barsel", "LAB-2019:209.2a")


@pytest.fixture(scope="module")
def varieret() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [*sys.path, str(TOOLS)])
        yield importlib.import_module("varieret")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("source", SOURCES)
def test_a_variation_is_a_valid_case_or_none_and_the_same_again(varieret: Any, source: str, rule: str) -> None:
    before = varieret.named("test", source)
    assert before is not None
    as_it_was = json.dumps(before.as_json())
    made = 0
    for number in range(40):
        name = f"{source}~{rule}~{number}"
        task = varieret.variation(before, rule, "test", name)
        assert task == varieret.named("test", name)
        if task is not None:
            sag_json.fra_obj(task.document)
            made += 1
    assert made > 10
    assert json.dumps(before.as_json()) == as_it_was, "what is varied stays as it was"


def test_variations_are_named_and_none_comes_twice(varieret: Any) -> None:
    rule, sources = "LAB-2016:93", ["4", "LAB-2016:93/17"]
    seen = [json.dumps(varieret.named("test", source).as_json()) for source in sources]
    deepest = 0
    for name, task, keep in varieret.variations(rule, "test", sources, 120):
        assert task == varieret.named("test", name)
        seen.append(json.dumps(task.as_json()))
        deepest = max(deepest, name.count("~"))
        keep(False)
    assert len(set(seen)) == len(seen) > 60
    assert 2 < deepest <= varieret.DEEPEST + 1, "variations are varied again, but not without end"


def test_another_search_makes_others(varieret: Any) -> None:
    def first(number: int) -> list[str]:
        made = varieret.variations("LAB-2016:93", "test", ["LAB-2016:93/17"], 60, number)
        return [name for name, _, _ in itertools.islice(made, 10)]

    assert first(0) == first(0)
    assert not set(first(0)) & set(first(60))


def test_one_that_takes_over_is_the_only_one_varied(varieret: Any) -> None:
    made = varieret.variations("LAB-2016:93", "test", ["LAB-2016:93/17", "4"], 60)
    name, _, keep = next(made)
    keep(True)
    assert all(other.startswith(name + "~") for other, _, _ in made)


def test_nothing_to_vary_gives_nothing(varieret: Any) -> None:
    assert list(varieret.variations("LAB-2016:93", "test", [], 60)) == []


def test_where_each_outcome_was_reached_is_kept(varieret: Any) -> None:
    tool = importlib.import_module("sammenlign_orakel")
    parts = []
    expected: dict[str, list[str]] = {}
    for first in (0, 30):
        tally = tool._Tally()
        for number in range(first, first + 30):
            for rule, outcome in tally.judge(sm.task("test", number), number):
                expected.setdefault(f"{rule} {outcome}", []).append(str(number))
        parts.append(tool._made(tally))
    found = tool.total(json.loads(json.dumps(parts)))["fundet"]
    assert set(found) == set(expected)
    for key, names in found.items():
        halves = [[n for n in expected[key] if (int(n) < 30) == low][: tool.SEEDS] for low in (True, False)]
        assert names == [*halves[0], *halves[1]]
