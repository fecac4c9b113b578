"""A body of law as one value: what the engine is given."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from kontaktforloeb.regelsprog.laesning import Fortolkning


@frozen
class Lovgrundlag:
    """A legal basis: the day the switch happens; `kontrafaktisk` where it is not the law in force."""

    navn: str
    skift: dt.date
    titel: str
    titel_en: str
    kontrafaktisk: bool


@frozen
class AabenOrdning:
    """A scheme that leaves requirements of these families (None: all) undetermined from `fra` on."""

    navn: str
    familier: tuple[str, ...] | None = None
    fra: dt.date | None = None


@frozen(eq=False)
class Regelsaet:
    """Rules, clocks, exemptions, suspensions, unread acts, forms, readings and legal bases.

    `uafklarede_fritagelser` leave requirements of these families undetermined. Nothing is judged before
    `foerste_dag`; `ikraft` is the day the switch happened in fact.
    """

    regler: tuple[Any, ...]
    ure: tuple[Any, ...]
    forbrug: Any
    fritagelser: tuple[Any, ...]
    suspensioner: tuple[Any, ...]
    ulaest: tuple[Any, ...]
    former: tuple[Any, ...]
    fortolkninger: tuple[Fortolkning, ...]
    lovgrundlag: tuple[Lovgrundlag, ...]
    uafklarede_ordninger: tuple[AabenOrdning, ...]
    uafklarede_fritagelser: dict[str, tuple[str, ...]]
    foerste_dag: dt.date
    ikraft: dt.date
