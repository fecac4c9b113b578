"""Clocks, declared: what counts, what starts and restarts them, what breaks them, and their units."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from kontaktforloeb.regelsprog.kilder import Hjemmel
from kontaktforloeb.regelsprog.laesning import Laes


@frozen
class Fortsat:
    """On this other benefit an unemployed insured person still takes part in the course, by the rules of `familier`."""

    ydelse: str
    kategori: int
    familier: tuple[str, ...]
    hjemmel: Hjemmel


@frozen
class Timeur:
    """Accumulated hours on a benefit. Hundredths of an hour for the fully and the part-time insured.

    `genstart`: events that start it anew. `uger_til`: before this day whole weeks counted, each worth a week's hours.
    `doede`: ranges whose hours do not count. `udelader`: exemption families whose days do not count,
    on the grounds `udelader_undergrunde` where they are named.
    `aar_til_nulstilling` from `nulstilling_fra`: so many years without the benefit restart it. `fortsat`: where the
    course goes on while the clock rests.
    """

    navn: str
    titel: str
    maalgruppe: str
    ydelser: tuple[str, ...]
    start: str
    genstart: tuple[str, ...]
    uge: tuple[int, int]
    maaned: tuple[int, int]
    uger_til: dt.date | Laes
    uge_tal: Any
    fordeling: str | Laes
    doede: tuple[tuple[dt.date, dt.date], ...] | Laes = ()
    udelader: tuple[str, ...] = ()
    udelader_undergrunde: tuple[str, ...] | None = None
    udelader_arbejde: int | None = None
    aar_til_nulstilling: int | None = None
    nulstilling_fra: dt.date | None = None
    nulstilles: bool | Laes = True
    fortsat: Fortsat | None = None


@frozen
class Loebendeur:
    """A continuous period on benefit, begun by an event and broken by a calendar month without it.

    `henvendelse_grupper` count from `start`, the others from the first day on the benefit; `overgange`: what that day
    is the move to ("ydelse" or "revalidering"), by group. `samme_ydelse`: a change
    of benefit starts a new period. `genstart_grupper`: a move between these sets of groups does. On `ydelsesskift_dag`
    the benefits of `ydelsesskift_ydelser` became the one after them: whether that is a change, `ydelsesskift` says.
    """

    navn: str
    titel: str
    grupper: tuple[tuple[str, ...], ...]
    ydelser: tuple[str, ...]
    start: str | None
    samme_ydelse: bool
    ens: tuple[tuple[str, ...], ...] = ()
    henvendelse_grupper: tuple[str, ...] = ()
    overgange: tuple[tuple[str, tuple[str, ...]], ...] = ()
    uden_skift_grupper: tuple[str, ...] = ()
    genstart_fra: tuple[str, ...] = ()
    genstart_til: tuple[str, ...] = ()
    brud: str | Laes = "hel"
    hul_flytter: bool | Laes = True
    loentilskud_bryder: bool | Laes = False
    genstart_ved_gruppeskift: bool | Laes = False
    retur: str | Laes = "ny-periode"
    ydelsesskift_dag: dt.date | None = None
    ydelsesskift: str | Laes = "uafklaret"
    ydelsesskift_grupper: tuple[str, ...] = ()
    ydelsesskift_ydelser: tuple[tuple[str, ...], str] = ((), "")


@frozen
class Fravaersur:
    """Calendar time from the first day of absence; adjoining spells are one period."""

    navn: str
    titel: str
    maalgruppe: str
    start: str


@frozen
class Forloebsur:
    """Calendar time in one group from the spell's first day, an event before it, or the event alone.

    `begynder`: what its first day is called where no event begins it, in Danish and English.

    `samler`: the time is added up, so that only a new `start` ends it; `hul_flytter`: whole weeks without it move
    deadlines.
    """

    navn: str
    titel: str
    maalgrupper: tuple[str, ...]
    start: str | None
    kraeves: bool = False
    samler: bool = False
    hul_flytter: bool | Laes = False
    begynder: tuple[str, str] | None = None


@frozen
class Forbrugsur:
    """Consumption of the dagpenge right in hours: the a-kasse's part ends with the month that reaches it."""

    navn: str
    titel: str
    graense: tuple[int, int]
    overtagelse: str
