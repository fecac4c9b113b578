"""Days as integers: months, weeks, weekdays and closed days. The only user of dateutil.

A day is a proleptic ordinal (`datetime.date.toordinal`); day 1 is a Monday.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

MANDAG, FREDAG, LOERDAG, SOENDAG = 0, 4, 5, 6

STORE_BEDEDAG_TIL = 2023
"""The last year with store bededag as a holiday."""


def dag(aar: int, maaned: int, dag_i_maaned: int) -> int:
    """The ordinal of a date.

    >>> dag(1, 1, 1)
    1
    """
    return dt.date(aar, maaned, dag_i_maaned).toordinal()


@lru_cache(maxsize=65536)
def plus_maaneder(dag: int, antal: int) -> int:
    """The day `antal` months after `dag`: the same day number, or the month's last where it has none.

    Always add to the anchor, never month by month: additions do not chain.

    >>> dt.date.fromordinal(plus_maaneder(dt.date(2020, 1, 31).toordinal(), 1)).isoformat()
    '2020-02-29'
    """
    return (dt.date.fromordinal(dag) + relativedelta(months=antal)).toordinal()


@lru_cache(maxsize=65536)
def plus_maaneder_sidste_dag(dag: int, antal: int) -> int:
    """As `plus_maaneder`, but an event on the last day of its month gives the last day of the month reached.

    >>> dt.date.fromordinal(plus_maaneder_sidste_dag(dt.date(2021, 2, 28).toordinal(), 6)).isoformat()
    '2021-08-31'
    """
    if dag == maanedens_sidste(dag):
        return maanedens_sidste(plus_maaneder(maanedens_foerste(dag), antal))
    return plus_maaneder(dag, antal)


@lru_cache(maxsize=8192)
def maanedens_foerste(dag: int) -> int:
    """The first day of the month that `dag` lies in."""
    return dt.date.fromordinal(dag).replace(day=1).toordinal()


@lru_cache(maxsize=8192)
def maanedens_sidste(dag: int) -> int:
    """The last day of the month that `dag` lies in."""
    return plus_maaneder(maanedens_foerste(dag), 1) - 1


def ugedag(dag: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (dag - 1) % 7


def mandag_i_ugen(dag: int) -> int:
    """The Monday of the calendar week of `dag`."""
    return dag - (dag - 1) % 7


def soendag_i_ugen(dag: int) -> int:
    """The Sunday of the calendar week of `dag`."""
    return dag + 6 - (dag - 1) % 7


def hverdage_til(dag: int) -> int:
    """How many weekdays (Monday to Friday) there are from day 1 to `dag`, inclusive."""
    uger, rest = divmod(dag, 7)
    return uger * 5 + min(rest, 5)


def hverdage(fra: int, til: int) -> int:
    """The weekdays from `fra` to `til`, both inclusive; public holidays are weekdays here."""
    return hverdage_til(til) - hverdage_til(fra - 1) if til >= fra else 0


def n_te_hverdag(fra: int, antal: int) -> int:
    """The day of the `antal`-th weekday counted from `fra`, itself included; `antal` is at least 1.

    >>> dt.date.fromordinal(n_te_hverdag(dt.date(2019, 1, 7).toordinal(), 65)).isoformat()
    '2019-04-05'
    """
    uger, rest = divmod(hverdage_til(fra - 1) + antal - 1, 5)
    return uger * 7 + rest + 1


def hele_uger(fra: int, til: int) -> int:
    """The Monday-to-Sunday weeks that lie wholly within `fra`..`til`, inclusive."""
    foerste = fra + (-(fra - 1)) % 7
    return max(0, (til + 1 - foerste) // 7)


def fylder(foedt: int, alder: int) -> int:
    """The day a person born on `foedt` turns `alder`; born on 29 February: 28 February in other years."""
    return plus_maaneder(foedt, 12 * alder)


@lru_cache(maxsize=64)
def lukkedage(aar: int) -> frozenset[int]:
    """The year's closed days besides Saturdays and Sundays: the church's holidays and those of custom.

    Store bededag was a holiday to and including 2023. 5 June, 24 and 31 December are closed in public offices.
    """
    paaske = easter(aar).toordinal()
    forskudt = [-3, -2, 0, 1, 39, 49, 50] + ([26] if aar <= STORE_BEDEDAG_TIL else [])
    faste = [(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)]
    return frozenset([paaske + d for d in forskudt] + [dag(aar, m, d) for m, d in faste])


@lru_cache(maxsize=16384)
def lukket(dag: int) -> bool:
    """Whether public offices are closed that day."""
    return (dag - 1) % 7 >= LOERDAG or dag in lukkedage(dt.date.fromordinal(dag).year)


def naeste_hverdag(dag: int) -> int:
    """`dag`, or the first day after it that is not closed."""
    while lukket(dag):
        dag += 1
    return dag


@lru_cache(maxsize=16384)
def iso(dag: int) -> str:
    """A day as ISO 8601."""
    return dt.date.fromordinal(dag).isoformat()
