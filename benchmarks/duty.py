"""The duty that all contenders judge: at least four interviews in the first six months, then one in each three months.

A course begins on `start` and runs on. The first window is from `start` to the same date six months later, both
included; each later one runs from the day after the one before to so many times three months after the first one's
last day. On `PR` a window is met, else pending if its last day is `PR` or later, else unmet. Windows are judged up to
and with the first that ends after `PR`, and always the first two.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

PR = dt.date(2022, 3, 31)
#: Months from the first possible start to `PR`; gives a little over four windows a case.
MONTHS = 26
MET, PENDING, UNMET = "opfyldt", "afventer", "ikke-opfyldt"
#: The most windows a case can have: the first, one each three months up to month 26, and the pending one.
WINDOWS = 8

Outcomes = tuple[str, ...]


class Case(NamedTuple):
    """A start and 0-8 interviews, in order."""

    start: dt.date
    talks: tuple[dt.date, ...]


def cases(number: int, seed: int = 1) -> list[Case]:
    """Invented cases; a tenth of the starts lie at the end of a month, where adding months is hardest."""
    rng = random.Random(seed)
    first = (PR - relativedelta(months=MONTHS)).toordinal() + 1
    out = []
    for _ in range(number):
        start = rng.randint(first, PR.toordinal())
        if rng.random() < 0.1:
            day = dt.date.fromordinal(start)
            start = min(PR.toordinal(), (day + relativedelta(months=1, day=1)).toordinal() - 1)
        span = PR.toordinal() - start
        days = sorted(start + rng.randint(0, span) for _ in range(rng.randint(0, 8)))
        out.append(Case(dt.date.fromordinal(start), tuple(map(dt.date.fromordinal, days))))
    return out


def reference(case: Case) -> Outcomes:
    """The duty in plain Python and `relativedelta`: the answers everybody is held to."""
    start, talks = case
    six = start + relativedelta(months=6)
    ends = [six]
    while len(ends) < 2 or ends[-1] <= PR:
        ends.append(six + relativedelta(months=3 * len(ends)))
    out = [_outcome(sum(start <= t <= six for t in talks) >= 4, six)]
    for before, end in itertools.pairwise(ends):
        out.append(_outcome(any(before < t <= end for t in talks), end))
    return tuple(out)


def _outcome(met: bool, end: dt.date) -> str:
    return MET if met else PENDING if end >= PR else UNMET
