"""The hour clock as it was, and cases of the unemployed on it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Haendelse, Periode, Sag

UR = r.Timeur(
    navn="timer",
    titel="timer",
    maalgruppe="dagpengemodtager",
    ydelser=("dagpenge", "loentilskud"),
    start="indplacering",
    genstart=("indplacering",),
    uge=(3700, 3000),
    maaned=(16033, 13000),
    uger_til=dt.date(2015, 7, 1),
    uge_tal="52-12",
    fordeling="jaevnt",
)
"""Hours throughout: the weeks ended with Sunday 5 July 2015 at the latest."""

UGER = evolve(UR, uger_til=dt.date(2021, 9, 1))
"""Whole weeks before Wednesday 1 September 2021; the last whole week ends on Sunday 5 September."""


def d(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def sag(*spells: tuple[str, str | None], **mere: Any) -> Sag:
    perioder = tuple(
        Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=d(fra), til=None if til is None else d(til))
        for fra, til in spells
    )
    return Sag(id="T", perioder=perioder, **mere)


def placeret(*dage: str) -> tuple[Haendelse, ...]:
    return tuple(Haendelse(art="indplacering", dato=d(dag)) for dag in dage)
