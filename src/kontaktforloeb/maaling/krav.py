"""`alle-krav-opfyldt`: what one verdict, given on the last day, says about every month end before it.

A case is judged once. `afgjort` is the day an outcome became fixed, so a requirement was unmet at a month's end when
its deadline had passed and it was not met by then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kontaktforloeb.maaling.dage import EVER
from kontaktforloeb.sag import Sag

if TYPE_CHECKING:
    from kontaktforloeb.maaling.fakta import Facts
    from kontaktforloeb.maaling.optaelling import AtMonthEnd, Month, Outcome


class Requirement(Protocol):
    """What the measures need of one requirement of a verdict."""

    @property
    def regel(self) -> str:
        """The rule's identity."""
        ...

    @property
    def maalgruppe(self) -> str:
        """The target group it bound the person in."""
        ...

    @property
    def ansvarlig(self) -> str:
        """Who answers for it."""
        ...

    @property
    def udfald(self) -> str:
        """The outcome."""
        ...

    @property
    def periode_fra(self) -> dt.date:
        """The anchor of the period it counts in."""
        ...

    @property
    def frist(self) -> dt.date | None:
        """The last day in time."""
        ...

    @property
    def afgjort(self) -> dt.date | None:
        """The day the outcome became fixed."""
        ...


class Verdict(Protocol):
    """What the measures need of a verdict."""

    @property
    def krav(self) -> Iterable[Requirement]:
        """Its requirements."""
        ...


#: Judges one case as of the last month's end.
Judge = Callable[[Sag], Verdict]

_NEVER_UNMET = frozenset({"bortfaldet", "intet-krav", "afventer"})
_MET = frozenset({"opfyldt", "opfyldt-for-sent"})
#: The two variants: what the municipality (job centre included) answers for, and what the a-kasse does.
MUNICIPALITY, FUND = "kommunen", "a-kassen"


class Demand(NamedTuple):
    """One requirement with a deadline, as integers: unmet from the day after `due` until `met` (exclusive)."""

    due: int
    met: int
    open: bool
    rule: str
    variant: str
    group: str
    period: int


def demands(verdict: Verdict) -> list[Demand]:
    """The requirements of a verdict that can be unmet or undetermined at some month's end."""
    found: list[Demand] = []
    for k in verdict.krav:
        outcome = k.udfald
        if outcome in _NEVER_UNMET:
            continue
        due = k.frist
        if due is None:
            continue
        settled = k.afgjort
        met = settled.toordinal() if outcome in _MET and settled is not None else EVER
        found.append(
            Demand(
                due.toordinal(),
                met,
                outcome == "uafklaret",
                k.regel,
                FUND if k.ansvarlig == "a-kasse" else MUNICIPALITY,
                k.maalgruppe,
                k.periode_fra.toordinal(),
            )
        )
    return found


def alle_krav_opfyldt(found: Sequence[Demand]) -> AtMonthEnd:
    """No requirement whose deadline has passed is unmet; the municipality's and the a-kasse's apart.

    Only what fell due in the present run on benefits counts: a breach of an earlier one, before a whole calendar month
    without any of them, is no longer the person's. An undetermined requirement is not unmet; it is counted beside.
    """

    def take(facts: Facts, i: int, month: Month) -> Sequence[Outcome]:
        start = facts.pooled[i]
        unmet: dict[str, list[str]] = {MUNICIPALITY: [], FUND: []}
        undetermined = {MUNICIPALITY: False, FUND: False}
        for demand in found:
            if demand.due >= month.end or demand.due < start:
                continue
            if demand.open:
                undetermined[demand.variant] = True
            elif demand.met > month.end:
                unmet[demand.variant].append(demand.rule)
        out: list[Outcome] = [_outcome(MUNICIPALITY, unmet, undetermined)]
        if facts.spells[i].group == "dagpengemodtager":
            out.append(_outcome(FUND, unmet, undetermined))
        return out

    return take


def _outcome(variant: str, unmet: dict[str, list[str]], undetermined: dict[str, bool]) -> Outcome:
    rules = sorted(set(unmet[variant]))
    return (variant, not rules, not rules and undetermined[variant], " ".join(rules))
