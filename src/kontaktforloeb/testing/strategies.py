"""Hypothesis strategies for timelines, caseloads, readings and bad documents.

Install them with `pip install kontaktforloeb[test]`. The timelines are those of `timelines`; here every choice is
Hypothesis's, so a counterexample shrinks to few records on plain days.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json
from kontaktforloeb.testing import timelines
from kontaktforloeb.testing.timelines import GROUPS, Document

T = TypeVar("T")


class _Drawn:
    """A `Chooser` whose choices are Hypothesis's."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def integer(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))

    def pick(self, options: Sequence[T]) -> T:
        return options[self._draw(st.integers(0, len(options) - 1))]

    def chance(self, percent: int) -> bool:
        # shrinks to False, which leaves the thing out
        return self._draw(st.integers(0, 99)) >= 100 - percent


@st.composite
def documents(draw: st.DrawFn, group: str | None = None, *, adversarial: bool = True) -> Document:
    """Valid case documents about somebody in `group` (None: any group).

    `adversarial` seeks the days beside deadlines, switches, month ends and gaps; otherwise courses look ordinary.
    """
    chooser = _Drawn(draw)
    return timelines.document(chooser, group or chooser.pick(GROUPS), adversarial=adversarial)


def cases(group: str | None = None, *, adversarial: bool = True) -> st.SearchStrategy[kf.Sag]:
    """Cases (`Sag`) about somebody in `group` (None: any group).

    >>> cases("jobparat").example().id  # doctest: +SKIP
    'TEST-1'
    """
    return documents(group, adversarial=adversarial).map(sag_json.fra_obj)


@frozen
class Judged:
    """A case with the day to judge it on and the arguments `lovgrundlag` and `fortolkninger`."""

    sag: kf.Sag
    pr: dt.date
    lovgrundlag: str
    fortolkninger: dict[str, str]

    @property
    def basis(self) -> dict[str, Any]:
        """The legal basis and the readings as arguments of `vurder`."""
        return {"lovgrundlag": self.lovgrundlag, "fortolkninger": self.fortolkninger}


@st.composite
def judged_cases(draw: st.DrawFn, group: str | None = None, *, adversarial: bool = True) -> Judged:
    """Cases with a day near one of their deadlines; now and then another legal basis or reading."""
    chooser = _Drawn(draw)
    made = timelines.document(chooser, group or chooser.pick(GROUPS), adversarial=adversarial)
    pr = timelines.judging_day(chooser, made)
    basis = kf.AFTALE_2018 if chooser.chance(20) else kf.GAELDENDE
    chosen = draw(readings(at_most=1)) if chooser.chance(30) else {}
    return Judged(sag_json.fra_obj(made), pr, basis, chosen)


def readings(*, at_most: int = 2) -> st.SearchStrategy[dict[str, str]]:
    """Choices of open readings other than the defaults, at most so many at a time."""
    others = [(r.navn, code) for r in kf.fortolkninger() for code in r.valg if code != r.standard]
    return st.lists(st.sampled_from(others), max_size=at_most, unique_by=lambda pair: pair[0]).map(dict)


def legal_bases() -> st.SearchStrategy[str]:
    """The names of the legal bases, the one in force first."""
    return st.sampled_from((kf.GAELDENDE, kf.AFTALE_2018))


def judging_days() -> st.SearchStrategy[dt.date]:
    """Days that `vurder` takes: from 1 July 2015 to the end of 2030."""
    return st.dates(dt.date(2015, 7, 1), dt.date(2030, 12, 31))


@st.composite
def caseloads(draw: st.DrawFn, *, most: int = 20, adversarial: bool = False) -> list[kf.Sag]:
    """Caseloads: up to `most` cases of any groups, each with an id of its own."""
    count = draw(st.integers(0, most))
    chooser = _Drawn(draw)
    return [
        sag_json.fra_obj(
            timelines.document(chooser, chooser.pick(GROUPS), adversarial=adversarial, number=f"TEST-{i + 1}")
        )
        for i in range(count)
    ]


# Among it invented texts that look like CPR numbers: the reader must refuse them.
_JUNK: tuple[Any, ...] = (
    None, "", "x", 0, -1, 1.5, True, [], {}, [None], "2021-02-30", "2009-12-31", "2036-01-01", "14-03-2021",
    "010190-1234", "0101901234", "\x00", "\ud800", "jobparat ", 10**400,
)  # fmt: skip


@st.composite
def bad_documents(draw: st.DrawFn, group: str | None = None, *, faults: int = 3) -> Any:
    """Documents that were valid once: up to `faults` values replaced, removed, repeated or given wrong names.

    Some are still valid, as where a replaced value happens to be allowed. None may raise anything but `Sagsfejl`.
    """
    made: Any = copy.deepcopy(draw(documents(group)))
    for _ in range(draw(st.integers(1, faults))):
        places = list(_places(made))
        holder, key = places[draw(st.integers(0, len(places) - 1))]
        what = draw(st.sampled_from(("replace", "remove", "rename", "repeat", "whole")))
        if what == "replace":
            holder[key] = draw(st.sampled_from(_JUNK) | st.text(max_size=5) | st.integers())
        elif what == "remove":
            del holder[key]
        elif what == "rename" and isinstance(holder, dict):
            holder[draw(st.sampled_from(("ukendt", "Fra", "til ", "")))] = holder.pop(key)
        elif what == "repeat" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        elif what == "whole":
            return draw(st.sampled_from(_JUNK))
    return made


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a value inside a document: its holder and the key or index there."""
    found: list[tuple[Any, Any]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        found.append((value, key))
        found.extend(_places(inner))
    return found or [({"": value}, "")]


def examined(holds: Callable[[T], None], strategy: st.SearchStrategy[T], examples: int) -> None:
    """Run a property over `examples` values of a strategy; the smallest counterexample raises."""

    @settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
    )
    @given(strategy)
    def run(value: T) -> None:
        holds(value)

    run()
