"""Where a rule stands: acts, their consolidations by date, and citations."""

from __future__ import annotations

import datetime as dt

from attrs import frozen


@frozen
class Konsolidering:
    """One published text of an act: cited from `fra` until the next one of the same act."""

    fra: dt.date
    navn: str  # "LBK nr. 1342 af 21/11/2016"
    eli: str


@frozen
class Lov:
    """An act or order with its published texts in order of date."""

    kort: str
    navn: str
    navn_en: str
    tekster: tuple[Konsolidering, ...]


@frozen
class Hjemmel:
    """A paragraph of an act, from the day it has that number; `fra` None: from the beginning."""

    lov: Lov
    paragraf: str  # "§ 20, stk. 1"
    fra: dt.date | None = None
    til: dt.date | None = None
