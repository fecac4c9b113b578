"""Conditions: yes, no, or not known."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from kontaktforloeb.regelsprog.laesning import Laes
from kontaktforloeb.regelsprog.maengder import Maengde


@frozen
class Sket:
    """An event of this kind is recorded from `fra` to `til` (points, inclusive; None: the window's own ends).

    `senest`: only where the date in its field `felt` is known and on or before this point. `senest_ved`: not after what
    this other rule asks for was held. `sidste`: of several only the last with a date in `felt` is asked, which took the
    place of those before it.
    """

    art: str
    fra: Any = None
    til: Any = None
    felt: str | None = None
    senest: Any = None
    senest_ved: str | None = None
    sidste: bool = False


@frozen
class Dato:
    """The deciding day lies in `fra`..`til`, both inclusive."""

    fra: Any = None
    til: Any = None


@frozen
class Fravalgt:
    """The person did not want the a-kasse to take part. `efter`: the rules whose interview comes before this one."""

    efter: tuple[str, ...] = ()


@frozen
class Haft:
    """At least `antal` such interviews were held from `fra` to `til` (points), both inclusive.

    `familie`: in a form that was lawful for interviews of this family. `standby`: also follow-up without contact.
    `ikke_formaal`: none held for this purpose. `holder_antages`: where the case does not say who held it, one of the
    `holdere` did.
    """

    antal: int
    arter: tuple[str, ...]
    fra: Any
    til: Any
    holdere: tuple[str, ...] | None = None
    faelles: bool = False
    formaal: str | None = None
    familie: str | None = None
    standby: bool = True
    ikke_formaal: str | None = None
    holder_antages: bool = False


@frozen
class Mellem:
    """On the switch day the clock stood from `fra` to `til`: in hours both ends left out, in weeks both included.

    `loft`: beyond `til`, to and including this amount, the act has no band, which cannot be determined.
    """

    fra: Maengde | None
    til: Maengde | None
    uger: str | Laes = "fuldfoerte"
    loft: Maengde | None = None


@frozen
class Alder:
    """The age in whole years on a day lies in `fra`..`til` - 1."""

    fra: int | None
    til: int | None
    dag: Any


@frozen
class Ordning:
    """The person is in this scheme on the day the period starts (or on the deciding day)."""

    art: str


@frozen
class Kategori:
    """The sickness category on the deciding day is one of these."""

    kategorier: tuple[int, ...]


@frozen
class Spell:
    """The spell on the deciding day has this field (`i_ansaettelse`, `forudsigeligt` ...) with this value."""

    felt: str
    vaerdi: Any


@frozen
class AnledningSenest:
    """The event the rule arose from was on or before this point."""

    punkt: Any


@frozen
class Ukendt:
    """This field is not recorded: then the answer is not known; recorded, it is no."""

    felt: str


@frozen
class IkkeLaest:
    """The texts read do not say: not known."""


@frozen
class Ydelse:
    """The spell on the deciding day, or on the day of the point `dag`, is of one of these benefits."""

    ydelser: tuple[str, ...]
    dag: Any = None


@frozen
class IArbejde:
    """The person works on the deciding day."""


@frozen
class FritagetPaa:
    """An exemption on this ground covers the deciding day, or the day of the point `dag`."""

    grund: str
    dag: Any = None


@frozen
class Opfyldt:
    """What this other rule asks for was held in the period, at latest on the day of the point `senest`."""

    regel: str
    senest: Any = None


@frozen
class SidsteTilbud:
    """At the window's start, or on `dag`, at least `mindst` has passed since the last offer ended, and none runs.

    `tilbud`: the counter of the offers meant (None: any offer that has ended, whatever runs); of them from the first
    one of the kinds `foerste_arter` on.
    """

    mindst: Maengde
    tilbud: Any = None
    dag: Any = None
    foerste_arter: Any = None


@frozen
class Paa:
    """This condition, with the day of the point `dag` as the deciding day; no where it is not known."""

    dag: Any
    led: Any


@frozen
class LangtNok:
    """The offer the rule arose from was as long as this counter asks for."""

    tilbud: Any


@frozen
class Ikke:
    """The opposite; not known stays not known."""

    led: Any


@frozen
class Alle:
    """All of them."""

    led: tuple[Any, ...]


@frozen
class Nogen:
    """At least one of them."""

    led: tuple[Any, ...]
