"""Short forms shared by the law modules."""

from __future__ import annotations

import datetime as dt

from kontaktforloeb.regelsprog import Efterfoelger, Gaelder, Hjemmel
from kontaktforloeb.ret import kilder

JOBSAMTALER = ("jobsamtale", "faelles-jobsamtale")
JOBSAMTALER_OG_OPFOELGNING = (*JOBSAMTALER, "opfoelgningssamtale")
OPFOELGNING = ("opfoelgningssamtale",)
CV = ("cv-samtale",)
RAADIGHED = ("raadighedssamtale",)
A_KASSE = ("a-kasse",)
JOBCENTER = ("jobcenter", "anden-aktoer")
VEJLEDNING = "vejledning-jobrettet-uddannelse"

START_2015 = dt.date(2015, 7, 1)
"""The first day of the law encoded here."""

GAMMEL = Gaelder(START_2015, "foer-skift")
"""The old act: from 1 July 2015 to the day before the switch, judged on the deadline."""

NY = Gaelder("skift")
"""The 2019 act: from the switch, judged on the deadline."""

SKIFT_I_2024 = dt.date(2024, 1, 1)


def lab(*paragraffer: str) -> tuple[Hjemmel, ...]:
    """Citations of the act on the active effort, both of its lives."""
    return tuple(Hjemmel(kilder.LAB, p) for p in paragraffer)


def lab_ny(*paragraffer: str) -> tuple[Hjemmel, ...]:
    """Citations of the 2019 act."""
    return tuple(Hjemmel(kilder.LAB_2019, p) for p in paragraffer)


def bek(*paragraffer: str) -> tuple[Hjemmel, ...]:
    """Citations of the order on the active effort."""
    return tuple(Hjemmel(kilder.BEK_LAB, p) for p in paragraffer)


def tvilling(regel: str) -> Efterfoelger:
    """The same requirement goes on under the other act."""
    return Efterfoelger((regel,), tvilling=True)


def afloeses_af(*regler: str) -> Efterfoelger:
    """The count lapses; the first of these that binds the person takes over."""
    return Efterfoelger(regler)
