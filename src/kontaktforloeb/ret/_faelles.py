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
RETTIGHED = "rettighed-foertidspension"
"""The first day of the law encoded here."""

GAMMEL = Gaelder(START_2015, "foer-skift")
"""The old act: from 1 July 2015 to the day before the switch, judged on the deadline."""

NY = Gaelder("skift")
"""The 2019 act: from the switch, judged on the deadline."""

MINDRE_INTENSIV_GAMMEL = ("job", "fleksjob", "barsel", "pension", "hjemsendt", "arbejdsfordeling")
"""The grounds of § 21 f; education came with the 2019 act, from 2021 (LAB-2019 § 106)."""

SKIFT_I_2024 = dt.date(2024, 1, 1)


def lab(*paragraffer: str) -> tuple[Hjemmel, ...]:
    """Citations of the act on the active effort, both of its lives."""
    return tuple(Hjemmel(kilder.LAB, p) for p in paragraffer)


def afgjort_af(hvorfor: str, hjemmel: tuple[Hjemmel, ...]) -> tuple[tuple[str, Hjemmel], ...]:
    """Citations of what decides only where it does (`Tilbudstaeller.afgjort_af`)."""
    return tuple((hvorfor, h) for h in hjemmel)


def lab_ny(*paragraffer: str) -> tuple[Hjemmel, ...]:
    """Citations of the 2019 act."""
    return tuple(Hjemmel(kilder.LAB_2019, p) for p in paragraffer)


def bek(*paragraffer: str) -> tuple[Hjemmel, ...]:
    """Citations of the order on the active effort."""
    return tuple(Hjemmel(kilder.BEK_LAB, p) for p in paragraffer)


# An offer is timely in the calendar week in which the duty arises: the paragraph by date.
RETTIDIGT = tuple(
    Hjemmel(kilder.BEK_LAB, p, dt.date.fromisoformat(fra), None if til is None else dt.date.fromisoformat(til))
    for p, fra, til in (
        ("§ 125", "2015-09-01", "2016-11-13"),
        ("§ 134", "2016-11-14", "2018-06-30"),
        ("§ 136, stk. 1", "2018-07-01", "2019-12-31"),
        ("§ 113", "2020-01-01", "2021-12-31"),
        ("§ 115", "2022-01-01", None),
    )
)


def tvilling(regel: str, *, regnes_fra: bool = False) -> Efterfoelger:
    """The same requirement goes on under the other act; `regnes_fra`: others of this act are counted from it."""
    return Efterfoelger((regel,), tvilling=True, regnes_fra=regnes_fra)


def afloeses_af(*regler: str) -> Efterfoelger:
    """The count lapses; the first of these that binds the person takes over."""
    return Efterfoelger(regler)
