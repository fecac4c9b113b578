"""Timelines moved onto the days on which the law changes: what is drawn lies there only by luck.

Of a drawn timeline one or two of its days are moved to a day the law names, the day before it or the day after; where a
spell begins on the moved day, the spell that ended the day before it goes along. `17>2` is the second so made of the
timeline `17`; the same seed and name give the same timeline.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

import kontaktforloeb as kf
import sammenligning as sm
from kontaktforloeb.formater import sag_json
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.testing.chooser import RandomChooser

MARK = ">"
EACH = 3
"""So many are made of each drawn timeline."""
_FIRST_DAY, _LAST_DAY = dt.date(2015, 7, 1), dt.date(2026, 12, 31)
_DATED = ("fra", "til", "dato", "afgivet", "planlagt_til", "ventet", "registreret")
_NEAREST = 3


@cache
def law_days() -> tuple[dt.date, ...]:
    """Every day that a declaration of the law names."""
    found: set[dt.date] = set()
    rest: list[Any] = [REGELSAET]
    while rest:
        part = rest.pop()
        if isinstance(part, dt.date):
            found.add(part)
        elif isinstance(part, dict):
            rest.extend(part.values())
        elif isinstance(part, tuple | list | frozenset):
            rest.extend(part)
        elif attrs.has(type(part)):
            rest.extend(getattr(part, field.name) for field in attrs.fields(type(part)))
    return tuple(sorted(day for day in found if _FIRST_DAY <= day <= _LAST_DAY))


def moved(seed: str, number: int, which: int) -> sm.Task | None:
    """One of the timelines made of a drawn one; None where it is not a valid case."""
    c = RandomChooser(f"{seed}/{number}{MARK}{which}")
    task = sm.task(seed, number)
    document = copy.deepcopy(task.document)
    for _ in range(c.pick((1, 1, 2))):
        _move(c, document)
    try:
        sag_json.fra_obj(document)
    except kf.Sagsfejl:
        return None
    return sm.Task(task.group, document, task.pr, task.basis, task.readings)


def _move(c: RandomChooser, document: dict[str, Any]) -> None:
    records = [r for value in document.values() if isinstance(value, list) for r in value]
    fields = [(r, key) for r in records for key in _DATED if r.get(key)]
    record, key = c.pick(fields)
    day = dt.date.fromisoformat(record[key])
    near = sorted(law_days(), key=lambda x: (abs((x - day).days), x))[:_NEAREST]
    to = c.pick(near) + dt.timedelta(c.pick((-1, 0, 0, 0, 1)))
    if key == "fra":
        for other in records:
            if other is not record and other.get("til") == (day - dt.timedelta(1)).isoformat():
                other["til"] = (to - dt.timedelta(1)).isoformat()
    record[key] = to.isoformat()


def named(seed: str, name: str) -> sm.Task | None:
    """By its name."""
    number, _, which = name.partition(MARK)
    return moved(seed, int(number), int(which))


def all_of(seed: str, numbers: range) -> Iterator[tuple[str, sm.Task]]:
    """Those made of the drawn timelines of these numbers, with their names."""
    for number in numbers:
        for which in range(1, EACH + 1):
            task = moved(seed, number, which)
            if task is not None:
                yield f"{number}{MARK}{which}", task
