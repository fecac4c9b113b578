"""The four shapes a deadline takes."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from kontaktforloeb.regelsprog.laesning import Laes
from kontaktforloeb.regelsprog.maengder import Maengde


@frozen
class Enkelt:
    """One window from point to point, both inclusive (`efter` True: from the day after `fra`).

    `kan_for_sent`: what comes later in the same period meets it late; False where the window is another's after it.
    `til` None: the law sets no last day: owed from `fra` on, by which act, group and exemption are judged, and met
    whenever, never late.
    """

    fra: Any
    til: Any = None
    efter: bool = False
    kan_for_sent: bool = True


def uden_sidste_dag(vindue: Any) -> bool:
    """Whether the law sets no last day for a window."""
    return isinstance(vindue, Enkelt) and vindue.til is None


@frozen
class Kumulativ:
    """Step k needs k in all by `fra` + k x `interval` + `tolerance`, counted from the start of the phase.

    The phase begins the day after the clock reaches `fra` (None: with the period). `antal` steps (None: without end);
    the last of a limited series has no tolerance. `tolerance` in days is calendar, otherwise on the rule's clock.
    `forrige_trin`: a step counts only what was held after the step before it was reached. `foerst_fra`: the deadline of
    the first step is never before this point.
    """

    interval: Maengde
    tolerance: Any
    fra: Maengde | None = None
    antal: int | None = None
    forrige_trin: bool | Laes = False
    foerst_fra: Any = None


@frozen
class PaaHinanden:
    """Equal windows one after the other, each judged alone; `laengde` is calendar unless `paa_uret`.

    Window k runs to `fra` + k x `laengde`; the first begins the day after `fra` where `efter`, else that day.
    `form`: "blokke", "rullende" (a window from each counted one) or "kalendermaaned" (whole calendar months).
    """

    fra: Any
    laengde: Maengde
    efter: bool = True
    paa_uret: bool = False
    form: str | Laes = "blokke"


@frozen
class FraSeneste:
    """At latest each `interval` since the last one held; the next runs from a missed deadline where none was.

    `flyttes`: whole benefit-free weeks move the deadline (continuous clock). `gitter`: fixed steps instead.
    `hviler_under`: whole weeks under an exemption on these grounds move it too.
    `indtil`: no step after this point. `fra` None: the ends of offers (gaps between them), of the counter `efter`
    where those are others than the rule counts, from the first one of the kinds `foerste_arter` on.
    """

    fra: Any
    interval: Any
    flyttes: bool | Laes = False
    gitter: bool | Laes = False
    indtil: Any = None
    fradrag: int | Laes = 0
    efter: Any = None
    foerste_arter: Any = None
    hviler_under: tuple[str, ...] = ()
