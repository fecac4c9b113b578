"""Lawful forms of an interview."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from kontaktforloeb.regelsprog.kilder import Hjemmel
from kontaktforloeb.regelsprog.laesning import Laes


@frozen
class Formregel:
    """These forms are lawful for interviews of these families and groups on days `fra`..`til`.

    `naar`: None (always), "i-tilbud" (while in an offer), "mindre-intensiv" (a job soon), "efter-6-maaneder",
    "ikke-foerste" (any but the first of the course), "syg" (standby), "anmodet", "delvist-i-job", "paragraf-13b4"
    (SDPL), "i-ansaettelse".

    `foerste_maaneder`: only in so many months from the start of the clock. `udelukket`: these forms are not lawful,
    whatever else allows them. `kommuner`: only in these municipalities. `usikker`: whether the form was lawful
    turns on what a case does not tell. `ikke_i`: "i-tilbud", but not in these offers. `undergrunde`:
    "mindre-intensiv" on these grounds alone. `fradrag`: so many days before their date the first 6 months have
    their last day.
    """

    familier: tuple[str, ...]
    former: tuple[str, ...]
    hjemmel: Hjemmel
    fra: dt.date | str
    til: dt.date | str | None = None
    maalgrupper: tuple[str, ...] | None = None
    undtagen: tuple[str, ...] = ()
    naar: str | None = None
    foerste_maaneder: int | None = None
    regler: tuple[str, ...] | None = None
    udelukket: bool = False
    kommuner: tuple[str, ...] | None = None
    usikker: bool = False
    undergrunde: tuple[str, ...] | None = None
    fradrag: int | Laes = 0
    ikke_i: tuple[str, ...] = ()
