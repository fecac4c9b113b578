"""Months and days as integers, for the measures.

Days are proleptic ordinals (`datetime.date.toordinal`). A measure is always taken at the end of a month,
so the first day after it is the first of a month, and its look-back windows begin on a first of a month too.
All other arithmetic on dates is `kalender`'s.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from typing import NamedTuple

#: Later than any day a case can hold; stands for 'still running'.
EVER = dt.date(9999, 12, 31).toordinal()

#: The first of every month a case can touch, as ordinals; `_MONTH0` is the month of the first entry.
_MONTH0 = 2000 * 12
_FIRSTS = tuple(dt.date(m // 12, m % 12 + 1, 1).toordinal() for m in range(_MONTH0, 2050 * 12))

_MONTH = re.compile(r"^(\d{4})-(\d{2})$")


def read_month(text: str) -> int:
    """The number of a month written as 2019-06 (year times 12 plus month less one); ValueError for anything else.

    >>> month_text(read_month("2019-06"))
    '2019-06'
    """
    found = _MONTH.match(text)
    if not found or not 1 <= int(found[2]) <= 12 or not 2010 <= int(found[1]) <= 2035:  # noqa: PLR2004
        raise ValueError(f"{text!r} er ikke en måned mellem 2010-01 og 2035-12, skrevet som 2019-06")
    return int(found[1]) * 12 + int(found[2]) - 1


def month_text(month: int) -> str:
    """The written form of a month's number: 2019-06."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def month_of(day: int) -> int:
    """The number of the month in which an ordinal day lies."""
    date = dt.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def first_day(month: int) -> int:
    """The ordinal of the first day of a month."""
    return _FIRSTS[month - _MONTH0]


def last_day(month: int) -> int:
    """The ordinal of the last day of a month."""
    return _FIRSTS[month + 1 - _MONTH0] - 1


def has_whole_month(last: int, following: int) -> bool:
    """Whether a whole calendar month lies between two days, neither of them included.

    >>> day = lambda *ymd: dt.date(*ymd).toordinal()
    >>> has_whole_month(day(2021, 3, 31), day(2021, 5, 1)), has_whole_month(day(2021, 3, 31), day(2021, 4, 30))
    (True, False)
    """
    i = bisect_left(_FIRSTS, last + 1)
    return i + 1 < len(_FIRSTS) and _FIRSTS[i + 1] <= following


class Length(NamedTuple):
    """A span in whole months and days, counted back from the month's end: 1½ months is one month, then 15 days."""

    months: int
    days: int = 0

    @property
    def code(self) -> str:
        """The span in months as a figure's variant writes it: 6, or 1,5."""
        return f"{self.months},5" if self.days else f"{self.months}"


def window_start(month: int, length: Length) -> int:
    """The first day of the window of that length which ends with the month's last day."""
    return first_day(month + 1 - length.months) - length.days
