"""Points in time that a window runs between."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from kontaktforloeb.regelsprog.laesning import Laes


@frozen
class Start:
    """The first day of the period (its anchor)."""


@frozen
class Kalenderdag:
    """This day of the calendar."""

    dato: dt.date


@frozen
class Naaet:
    """The day the clock of the rule reaches an amount; `forskydning` days are added (readings)."""

    maengde: Any  # a Maengde, or a reading of it
    forskydning: int | Laes = 0


@frozen
class Plus:
    """A point plus a calendar amount. `fradrag` days are taken off; `sidste_dag` keeps the last day of the month."""

    punkt: Any
    maengde: Any  # a Maengde, or a reading of it
    fradrag: int | Laes = 0
    sidste_dag: bool | Laes = False
    benefituger: bool | Laes = False


@frozen
class PaaUret(Plus):
    """The same on the rule's continuous clock: the weeks the clock leaves out move the day."""


@frozen
class Haendelse:
    """The day of an event; a rule with this anchor arises once for each such event in the period.

    `ellers_start`: where none is recorded, once for the period's first day, which is stated. `efter`: only events
    after this point; `senest`: only those up to it.
    """

    art: str
    ellers_start: bool = False
    efter: Any = None
    senest: Any = None


@frozen
class HaendelseForOmfattede(Haendelse):
    """As `Haendelse`, of who is of a group with a benefit then: not of one who is recorded as without one."""


@frozen
class Seneste:
    """The latest such event on or before the period's first day (else the first in it); not known: undetermined."""

    art: str


@frozen
class Foerste:
    """The first such event in the period; the period's first day where none is recorded, which is stated."""

    art: str


@frozen
class Skift:
    """The day the 2019 act takes effect under the chosen legal basis."""


@frozen
class Skiftedag:
    """The day the person moved into the rule's groups from one of `fra_grupper`; the rule arises once for each.

    `ydelse`: only where the new spell is of that benefit.
    """

    fra_grupper: tuple[str, ...]
    ydelse: str | None = None


@frozen
class Efter:
    """When other rules were met, in time or late, or their deadline if never: the last of those that bind.

    Of rules that arise from events, those of the same event. `indtraeden`: where none of them binds, the day the person
    came into these groups.
    """

    regler: tuple[str, ...]
    indtraeden: tuple[str, ...] = ()


@frozen
class EfterUanset:
    """The same, whatever event the rules arose from."""

    regler: tuple[str, ...]


@frozen
class StartFor:
    """The first day of the window of the first of these rules that binds; a rule with it arises only where one does."""

    regler: tuple[str, ...]


@frozen
class FristFor:
    """The day the duty of the first of these rules that binds falls due."""

    regler: tuple[str, ...]


@frozen
class Fritagelsesslut:
    """The last day of an exemption on one of the grounds that covered the deadline of one of `daekker`."""

    grunde: tuple[str, ...]
    daekker: tuple[str, ...]


@frozen
class Orlovsslut:
    """The last day of a leave (an exemption on this ground); the rule arises once for each."""

    grund: str


@frozen
class Orlovsstart:
    """The first day of the leave the rule arose from."""


@frozen
class Senere:
    """The latest of these points."""

    punkter: tuple[Any, ...]


@frozen
class Tilbudsstart:
    """The first day of an offer of this kind; the rule arises once for each."""

    art: str


@frozen
class Tilbudsslut:
    """The last day of the offer the rule arose from, while it runs not known."""


@frozen
class Faseslut:
    """The last day of the a-kasse's part of the course: the hand-over event, else consumption."""


@frozen
class FaseslutDagenEfter:
    """The job centre's first day."""
