"""What lifts, suspends or leaves unread."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import field, frozen

from kontaktforloeb.regelsprog.kilder import Hjemmel
from kontaktforloeb.regelsprog.laesning import Laes


def _flere(hjemmel: Hjemmel | tuple[Hjemmel, ...]) -> tuple[Hjemmel, ...]:
    return (hjemmel,) if isinstance(hjemmel, Hjemmel) else hjemmel


@frozen
class Fritagelsesregel:
    """On this ground the requirements of these families do not bind these groups while it lasts.

    `fra`/`til` may be "skift"/"foer-skift". `undergrunde`: only these. `beskaeftigelse_timer`: ordinary work of at
    least so many hours a week, in all the jobs of the day together (0: any), instead of a recorded ground.
    `medmindre_fastholdt`: not where the duty was kept. `hoejst_dage`: only so many days from its first. `dage_foer`:
    also so many days before its first. `ydelser`: only on these benefits. `saerlig_hjemmel`: cited
    instead for the rules `saerlige`.
    """

    grund: str
    familier: tuple[str, ...]
    maalgrupper: tuple[str, ...] | None
    hjemmel: tuple[Hjemmel, ...] = field(converter=_flere)
    fra: dt.date | str
    til: dt.date | str | None = None
    undergrunde: tuple[str, ...] | None = None
    beskaeftigelse_timer: int | None = None
    medmindre_fastholdt: bool = False
    gaelder: bool | Laes = True
    hoejst_dage: int | None = None
    dage_foer: int = 0
    ydelser: tuple[str, ...] | None = None
    saerlige: tuple[str, ...] = ()
    saerlig_hjemmel: tuple[Hjemmel, ...] = ()

    def hjemler(self, regel_id: str) -> tuple[Hjemmel, ...]:
        """What a rule is lifted by."""
        return self.saerlig_hjemmel if regel_id in self.saerlige else self.hjemmel


@frozen
class Suspension:
    """Requirements of these families whose deadline falls in `fra`..`til` cannot be determined."""

    familier: tuple[str, ...]
    fra: Any
    til: dt.date
    hjemmel: Hjemmel
    samtaler_taeller_ikke: bool
    kommuner: tuple[str, ...] | None = None
    aaben_pligt: bool = False


@frozen
class Ulaest:
    """From `fra` (to `til`) the act is unread: requirements of these families that end then cannot be determined."""

    familier: tuple[str, ...]
    fra: dt.date
    akt: str
    akt_en: str
    maalgrupper: tuple[str, ...] | None = None
    til: dt.date | None = None
