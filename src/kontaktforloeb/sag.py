"""The facts of one citizen: a case (sag), exactly as `format.md` names them.

The classes are plain frozen values. They hold what was sent, nothing derived:
`formater` makes them from documents, `tidslinje` turns them into sorted integers.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import field, frozen


@frozen(kw_only=True)
class Registrering:
    """What every record may carry: its key, the day it was entered, and its correction.

    `noegle` is the sender's key, `registreret` the day the record was entered,
    `erstatter` the key of the record it corrects, `annulleret` whether it withdraws itself.
    """

    noegle: str | None = None
    registreret: dt.date | None = None
    erstatter: str | None = None
    annulleret: bool = False


@frozen(kw_only=True)
class Periode(Registrering):
    """A spell of one benefit (`ydelse`) in one target group; `til` is the last day, inclusive, None while running."""

    ydelse: str
    maalgruppe: str
    fra: dt.date
    til: dt.date | None = None
    kategori: int | None = None
    ledig_forsikret: bool | None = None
    i_ansaettelse: bool | None = None
    forudsigeligt: bool | None = None
    timer_pr_uge: Decimal | None = None
    forsikring: str | None = None
    kommune: str | None = None
    skift: str | None = None


@frozen(kw_only=True)
class Haendelse(Registrering):
    """Something that happened on one day, such as the first contact (`foerste-henvendelse`)."""

    art: str
    dato: dt.date
    af: str | None = None
    ventet: dt.date | None = None
    udland: bool | None = None
    gaelder: str | None = None


@frozen(kw_only=True)
class Samtale(Registrering):
    """An interview, summons or meeting; only those with status `afholdt` can count."""

    dato: dt.date
    art: str = "jobsamtale"
    form: str | None = None
    status: str = "afholdt"
    holdt_af: str | None = None
    a_kasse_deltog: bool | None = None
    formaal: str | None = None


@frozen(kw_only=True)
class Tilbud(Registrering):
    """An active offer; `til` is the last day, inclusive, None while running; `afgivet` the day it was given."""

    art: str
    fra: dt.date
    til: dt.date | None = None
    afgivet: dt.date | None = None
    status: str = "gennemfoert"
    aarsag: str | None = None
    planlagt_til: dt.date | None = None
    timer_pr_uge: Decimal | None = None
    raadighedsafproevende: bool | None = None
    kontakter: tuple[dt.date, ...] = ()


@frozen(kw_only=True)
class Fritagelse(Registrering):
    """A ground that lifts requirements from `fra` to `til`, inclusive; None while it lasts."""

    grund: str
    fra: dt.date
    til: dt.date | None = None
    undergrund: str | None = None
    pligt_fastholdt: bool | None = None


@frozen(kw_only=True)
class Beskaeftigelse(Registrering):
    """Ordinary work, in hours a week."""

    fra: dt.date
    til: dt.date | None = None
    timer_pr_uge: Decimal | None = None


@frozen(kw_only=True)
class Timer(Registrering):
    """Paid dagpenge (or løntilskud) hours of one month; `maaned` is the first day of the month."""

    maaned: dt.date
    timer: Decimal


@frozen(kw_only=True)
class Forbrug(Registrering):
    """Hours of the dagpenge right consumed in one month; `maaned` is the first day of the month."""

    maaned: dt.date
    timer: Decimal


@frozen(kw_only=True)
class Ordning(Registrering):
    """A scheme the person or municipality is in, such as a trial, from `fra` to `til`, inclusive."""

    art: str
    fra: dt.date
    til: dt.date | None = None


class _Maerket:
    """A place for the mark that a case has been checked; no field: it is not compared, shown, copied or changed."""

    __slots__ = ("_kontrolleret",)


@frozen(kw_only=True)
class Sag(_Maerket):
    """One citizen's case. `id` is opaque: never a CPR number.

    The values are those of the fields' types; who judges it refuses anything else, as the reader of documents does
    (`Sagsfejl`). A list of records is made into a tuple: a case does not change.

    >>> import datetime as dt
    >>> sag = Sag(id="A-1", perioder=(Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 9, 6)),))
    >>> sag.perioder[0].til is None
    True
    """

    id: str
    perioder: tuple[Periode, ...]
    kommune: str | None = None
    foedselsdato: dt.date | None = None
    forsikring: str | None = None
    haendelser: tuple[Haendelse, ...] = field(default=())
    samtaler: tuple[Samtale, ...] = field(default=())
    tilbud: tuple[Tilbud, ...] = field(default=())
    fritagelser: tuple[Fritagelse, ...] = field(default=())
    beskaeftigelse: tuple[Beskaeftigelse, ...] = field(default=())
    timer: tuple[Timer, ...] = field(default=())
    forbrug: tuple[Forbrug, ...] = field(default=())
    ordninger: tuple[Ordning, ...] = field(default=())

    def __attrs_post_init__(self) -> None:
        for navn in _LISTER:
            poster = getattr(self, navn)
            if type(poster) is list:
                object.__setattr__(self, navn, tuple(poster))


_LISTER = (
    "perioder",
    "haendelser",
    "samtaler",
    "tilbud",
    "fritagelser",
    "beskaeftigelse",
    "timer",
    "forbrug",
    "ordninger",
)


def er_kontrolleret(sag: Sag) -> bool:
    """Whether the values of this very case have been checked: the reader's are, those made in Python are not yet."""
    return getattr(sag, "_kontrolleret", False)


def som_kontrolleret(sag: Sag) -> Sag:
    """Mark a case as checked, so that it is not checked again each time it is judged."""
    object.__setattr__(sag, "_kontrolleret", True)
    return sag
