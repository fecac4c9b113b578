"""Calendar arithmetic for the naive judge: plain dates, one day at a time."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DAG = dt.timedelta(days=1)


def dage(fra: dt.date, til: dt.date) -> Iterator[dt.date]:
    """Every day from `fra` to `til`, both included."""
    while fra <= til:
        yield fra
        fra += DAG


def plus(dag: dt.date, antal: int) -> dt.date:
    """The day `antal` days later."""
    return dag + dt.timedelta(days=antal)


def sidste_i_maaneden(dag: dt.date) -> dt.date:
    """The last day of the month of `dag`."""
    return dag.replace(day=calendar.monthrange(dag.year, dag.month)[1])


def plus_maaneder(dag: dt.date, antal: int, *, sidste_dag: bool = False) -> dt.date:
    """The same day number `antal` months later, or the last day of a month too short for it.

    `sidste_dag` is the reading `frist-maaned` = `sidste-dag`: from the last day of a month to the last day of a month.
    """
    nummer = dag.year * 12 + dag.month - 1 + antal
    aar, maaned = divmod(nummer, 12)
    laengde = calendar.monthrange(aar, maaned + 1)[1]
    if sidste_dag and dag == sidste_i_maaneden(dag):
        return dt.date(aar, maaned + 1, laengde)
    return dt.date(aar, maaned + 1, min(dag.day, laengde))


def mandag(dag: dt.date) -> dt.date:
    """The Monday of the week of `dag`."""
    return plus(dag, -dag.weekday())


def soendag(dag: dt.date) -> dt.date:
    """The Sunday of the week of `dag`."""
    return plus(dag, 6 - dag.weekday())


def hverdag(dag: dt.date) -> bool:
    """Monday to Friday; public holidays are weekdays here."""
    return dag.weekday() < 5


def paaskedag(aar: int) -> dt.date:
    """Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = aar % 19, aar // 100, aar % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    maaned, dag = divmod(h + n - 7 * m + 114, 31)
    return dt.date(aar, maaned, dag + 1)


def lukkedag(dag: dt.date) -> bool:
    """Whether the public offices are closed: weekends, church holidays and the fixed days of the reading."""
    if dag.weekday() >= 5 or (dag.month, dag.day) in {(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)}:
        return True
    fra_paaske = (dag - paaskedag(dag.year)).days
    if fra_paaske == 26:  # store bededag, a holiday for the last time in 2023
        return dag.year <= 2023
    return fra_paaske in {-3, -2, 1, 39, 50}
