"""What is counted: interviews and offers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from kontaktforloeb.regelsprog.kilder import Hjemmel
from kontaktforloeb.regelsprog.laesning import Laes


@frozen
class AKassensDel:
    """The a-kasse's part of a course begun on or after `forloeb_fra`; the scheme `indtil_ordning` ends it."""

    forloeb_fra: dt.date | None = None
    indtil_ordning: str | None = None


@frozen
class Samtaler:
    """`antal` interviews of the given kinds, held (or only `tilbudt`) by one of `holdere`.

    `faelles`: the a-kasse must have taken part. `foerste`: it is the first interview of the period that must do so.
    `formaal`: only those marked so; `fortrin`: those marked so first, else any in the window that the series
    `ikke_brugt_af` does not need; without a `fortrin` none that met those rules in time. `levner`: the rules
    besides a series to which its steps due after their deadline leave the one that meets them in time. `efter_cv`:
    not before the cv-samtale. `ikke_formaal`: never those marked so; `hoejst_en_formaal`: at most one of those.
    `standby`: groups for which follow-up without contact counts, before the switch for `standby_foer_skift` where
    that is others. `ogsaa`: kinds that count besides for the groups `ogsaa_for`, with `ogsaa_formaal` only those
    marked so. `ogsaa_uden`: where the a-kasse was declined, an interview without it. `foerst_fra_skift_for`: for
    these groups none held before the switch. `holder_antages`: where no holder is recorded, it was one of
    `holdere`. `holdere_i_fasen`: these too in the a-kasse's part, `fasen`.
    """

    antal: int
    arter: tuple[str, ...]
    holdere: tuple[str, ...] | None = ("jobcenter", "anden-aktoer")
    faelles: bool = False
    foerste: bool = False
    tilbudt_er_nok: bool = False
    formaal: str | None = None
    fortrin: str | None = None
    ikke_brugt_af: tuple[str, ...] | Laes = ()
    levner: tuple[str, ...] | Laes = ()
    efter_cv: bool | Laes = False
    ikke_formaal: tuple[str, ...] = ()
    hoejst_en_formaal: str | None = None
    standby: tuple[str, ...] = ()
    standby_foer_skift: tuple[str, ...] | None = None
    ogsaa: tuple[str, ...] = ()
    ogsaa_for: tuple[str, ...] = ()
    ogsaa_formaal: str | None = None
    ogsaa_uden: Any = None  # a condition
    foerst_fra_skift_for: tuple[str, ...] | Laes = ()
    holder_antages: bool = False
    holdere_i_fasen: tuple[str, ...] = ()
    fasen: AKassensDel | None = None


@frozen
class Tilbudsart:
    """A kind of offer that is valid, within dates by the day it began, with its source; `fra` may be "skift"."""

    art: str
    hjemmel: Hjemmel
    fra: dt.date | str | None = None
    til: dt.date | None = None
    kun_raadighedsafproevende: bool = False
    maalgrupper: tuple[str, ...] | None = None


@frozen
class Ordningsfrist:
    """A duty that arises in `fra`..`til` while the municipality is in the scheme has this deadline."""

    ordning: str
    fra: dt.date
    til: dt.date
    frist: dt.date
    hjemmel: Hjemmel


@frozen
class Tilbudstaeller:
    """One offer, begun (or, where `afgivet`, given) in time.

    `mindst_dage`: its least continuous length; `mindst`: the period it is given for, in the calendar. `uge`: timely
    in the calendar week of the deadline. `loentilskud_dage`: given by the deadline it may begin so many days later.
    `efter_fritagelse`: exempt at the deadline, it is given at latest so long after the exemption ends.
    `henvist_job_er_nok`: left for a referred job before the minimum, it still counts. `udskydes_af`: an offer of
    this kind that runs on the deadline puts it off to the day after it ends. `ellers`: it can also be met by
    something that a case does not record; that it was not is assumed, and this is the code of the assumption.
    `loebende`: one that already runs when the window opens counts. `afloest_af`: broken off for an offer of these
    kinds, begun in its place at latest on the first weekday after it, it lasted as long as it was to.
    """

    arter: tuple[Tilbudsart, ...]
    mindst_dage: int | Laes = 0
    mindst: Any = None  # a Maengde
    uge: bool = True
    afgivet: bool = False
    loentilskud_dage: int = 0
    efter_fritagelse: Any = None  # a Maengde
    afbrudt: Any = "ikke-opfyldt"
    henvist_job_er_nok: bool = False
    ordningsfrister: tuple[Ordningsfrist, ...] = ()
    udskydes_af: str | None = None
    ellers: str | None = None
    loebende: bool = False
    afloest_af: tuple[Tilbudsart, ...] = ()


@frozen
class Kontakter:
    """The contacts recorded on the offer the rule arose from."""

    antal: int = 1
