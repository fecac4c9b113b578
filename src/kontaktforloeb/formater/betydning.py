"""What a document of the right shape can still get wrong: the numbered list, and the checks behind it.

`BETYDNING` is the list; the documentation is made from it. The checks work on
the fields of each record as far as they could be read, so that faults of shape
in one place hide no faults of meaning in another.

A record that is withdrawn (`annulleret`) or corrected by another (`erstatter`)
is history: it is checked for itself, but collides with nothing.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kontaktforloeb import koder
from kontaktforloeb.formater.fejl import Fejlart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kontaktforloeb.formater.fejl import Fejlliste

__all__ = ["BETYDNING", "FOERSTE", "FOERSTE_FOEDSEL", "HOERER_TIL", "SIDSTE", "Poster", "Tilhoer", "kontroller"]

FOERSTE: Final = dt.date(2010, 1, 1)
SIDSTE: Final = dt.date(2035, 12, 31)
FOERSTE_FOEDSEL: Final = dt.date(1900, 1, 1)
TIMER_PR_UGE: Final = Decimal(7 * 24)
TIMER_PR_MAANED: Final = Decimal(31 * 24)

FINDES_IKKE: Final = Fejlart(
    1,
    "dato-findes-ikke",
    "findes ikke i kalenderen.",
    "does not exist in the calendar.",
    "en dag eller måned, der findes",
    "a day or month that exists",
)
UDEN_FOR: Final = Fejlart(
    2,
    "dato-uden-for",
    "ligger uden for den tid, sager kan handle om.",
    "lies outside the time that cases can be about.",
    "{fra} til {til}",
    "{fra} to {til}",
)
LIGNER_CPR: Final = Fejlart(
    3,
    "ligner-cpr",
    "ligner et CPR-nummer.",
    "looks like a CPR number.",
    "en nøgle, der ikke er et personnummer",
    "a key that is not a personal number",
)
TEGN: Final = Fejlart(
    4,
    "ulovligt-tegn",
    "indeholder styretegn eller halve tegnpar.",
    "contains control characters or halves of surrogate pairs.",
    "tekst, der kan skrives ud",
    "text that can be printed",
)
NEGATIV: Final = Fejlart(
    5, "timer-negative", "er et negativt antal timer.", "is a negative number of hours.", "0 eller mere", "0 or more"
)
FOR_MANGE: Final = Fejlart(
    6,
    "timer-for-mange",
    "er flere timer, end {hvad} har.",
    "is more hours than {hvad} has.",
    "0 til {hoejst}",
    "0 to {hoejst}",
)
DECIMALER: Final = Fejlart(
    7,
    "timer-decimaler",
    "har mere end to decimaler.",
    "has more than two decimals.",
    "højst to decimaler",
    "at most two decimals",
)
TIL_FOER_FRA: Final = Fejlart(
    8,
    "til-foer-fra",
    "ligger før fra ({fra}).",
    "lies before fra ({fra}).",
    "{fra} eller senere, eller null",
    "{fra} or later, or null",
)
PLANLAGT_FOER_FRA: Final = Fejlart(
    9,
    "planlagt-til-foer-fra",
    "ligger før fra ({fra}).",
    "lies before fra ({fra}).",
    "{fra} eller senere, eller null",
    "{fra} or later, or null",
)
AFGIVET_EFTER_FRA: Final = Fejlart(
    10,
    "afgivet-efter-fra",
    "ligger efter fra ({fra}): et tilbud gives, før det begynder.",
    "lies after fra ({fra}): an offer is given before it begins.",
    "{fra} eller tidligere, eller null",
    "{fra} or earlier, or null",
)
PASSER_IKKE: Final = Fejlart(
    11,
    "ydelse-passer-ikke",
    "passer ikke til målgruppen {maalgruppe} fra {fra}.",
    "does not fit the group {maalgruppe} from {fra}.",
    "{ydelser}",
    "{ydelser}",
)
# Where the day could not be read, a pair that fits on no day is a fault all the same.
PASSER_ALDRIG: Final = PASSER_IKKE._replace(
    da="passer ikke til målgruppen {maalgruppe}.", en="does not fit the group {maalgruppe}."
)
HOERER_IKKE: Final = Fejlart(
    12,
    "felt-hoerer-ikke-til",
    "bruges ikke, hvor {styrer} {er}.",
    "is not used where {styrer} {er}.",
    "kun hvor {styrer} er {blandt}",
    "only where {styrer} is {blandt}",
)
NOEGLE_TO_GANGE: Final = Fejlart(
    13,
    "noegle-to-gange",
    "er også nøgle på {anden}.",
    "is also the key of {anden}.",
    "en nøgle, som ingen anden post i listen har",
    "a key that no other record in the list has",
)
ERSTATTER_SIG_SELV: Final = Fejlart(
    14,
    "erstatter-sig-selv",
    "er postens egen nøgle.",
    "is the record's own key.",
    "nøglen på en anden post i listen",
    "the key of another record in the list",
)
ERSTATTER_UKENDT: Final = Fejlart(
    15,
    "erstatter-ukendt",
    "er ikke nøgle på nogen post i listen.",
    "is the key of no record in the list.",
    "nøglen på en anden post i listen",
    "the key of another record in the list",
)
ERSTATTER_I_RING: Final = Fejlart(
    16,
    "erstatter-i-ring",
    "fører i ring tilbage til posten selv.",
    "leads in a circle back to the record itself.",
    "en rettelse af en tidligere post",
    "a correction of an earlier record",
)
GENTAGET: Final = Fejlart(
    17,
    "gentaget",
    "gentager {anden}.",
    "repeats {anden}.",
    "hver post én gang, ellers hver sin noegle",
    "each record once, or each with a noegle of its own",
)
SAMME_SAMTALE: Final = Fejlart(
    18,
    "samme-samtale",
    "har samme dag, art og holder som {anden}.",
    "has the same day, kind and holder as {anden}.",
    "hver sin noegle",
    "each with a noegle of its own",
)
SAMME_MAANED: Final = Fejlart(
    19,
    "samme-maaned",
    "er allerede givet i {anden}.",
    "is already given in {anden}.",
    "én post om måneden; en rettelse skrives med erstatter",
    "one record a month; a correction is written with erstatter",
)
OVERLAPPER: Final = Fejlart(
    20,
    "perioder-overlapper",
    "overlapper {anden} ({fra} til {til}).",
    "overlaps {anden} ({fra} to {til}).",
    "én periode ad gangen",
    "one spell at a time",
)
FOEDT_EFTER: Final = Fejlart(
    21,
    "foedt-efter-periode",
    "ligger efter den første periodes begyndelse ({fra}).",
    "lies after the beginning of the first spell ({fra}).",
    "{fra} eller tidligere",
    "{fra} or earlier",
)

BETYDNING: Final = (
    FINDES_IKKE,
    UDEN_FOR,
    LIGNER_CPR,
    TEGN,
    NEGATIV,
    FOR_MANGE,
    DECIMALER,
    TIL_FOER_FRA,
    PLANLAGT_FOER_FRA,
    AFGIVET_EFTER_FRA,
    PASSER_IKKE,
    HOERER_IKKE,
    NOEGLE_TO_GANGE,
    ERSTATTER_SIG_SELV,
    ERSTATTER_UKENDT,
    ERSTATTER_I_RING,
    GENTAGET,
    SAMME_SAMTALE,
    SAMME_MAANED,
    OVERLAPPER,
    FOEDT_EFTER,
)
"""The numbered list of faults of meaning."""


class Tilhoer(NamedTuple):
    """A field that is used only where another field of the record has one of some values (row 12).

    An absent field, null, false and an empty list say nothing and are allowed everywhere.
    """

    liste: str
    felt: str
    styrer: str
    blandt: tuple[str | int, ...]


_SYG: Final = "sygedagpengemodtager"
_ENESAMTALER: Final = tuple(
    kind for kind in koder.Samtaleart.koder() if kind not in {"informationsmoede", "gruppemoede"}
)

HOERER_TIL: Final = (
    Tilhoer("perioder", "kategori", "maalgruppe", (_SYG,)),
    Tilhoer("perioder", "ledig_forsikret", "kategori", (1,)),
    # Partly back at work matters for the form of an interview in a jobafklaringsforløb too.
    Tilhoer("perioder", "i_ansaettelse", "maalgruppe", (_SYG, "jobafklaring")),
    Tilhoer("perioder", "forudsigeligt", "maalgruppe", (_SYG,)),
    Tilhoer("perioder", "skift", "ydelse", ("kontanthjaelp", "uddannelseshjaelp")),
    Tilhoer("haendelser", "af", "art", ("fast-track-anmodning",)),
    Tilhoer("haendelser", "ventet", "art", ("raskmelding-ventet",)),
    Tilhoer("haendelser", "udland", "art", ("kontrolaktion",)),
    Tilhoer("haendelser", "gaelder", "art", ("a-kasse-fravalg",)),
    Tilhoer("samtaler", "a_kasse_deltog", "art", _ENESAMTALER),
    Tilhoer("samtaler", "formaal", "art", ("jobsamtale", "faelles-jobsamtale", "anden")),
    Tilhoer("tilbud", "aarsag", "status", ("afbrudt",)),
    Tilhoer("tilbud", "raadighedsafproevende", "art", ("nytteindsats",)),
    Tilhoer("tilbud", "kontakter", "art", ("mentor",)),
    Tilhoer("fritagelser", "undergrund", "grund", ("mindre-intensiv-indsats",)),
    Tilhoer("fritagelser", "pligt_fastholdt", "grund", ("mindre-intensiv-indsats",)),
)
"""Row 12, field by field."""

_STYREDE: Final = {
    name: tuple((row.felt, row.styrer, frozenset(row.blandt), row) for row in HOERER_TIL if row.liste == name)
    for name in {row.liste for row in HOERER_TIL}
}
_REGISTRERING: Final = ("registreret", "erstatter", "annulleret")
_SAERLIGE: Final = {
    name: frozenset({"noegle", *_REGISTRERING}).union(rule[0] for rule in _STYREDE.get(name, ()))
    for name in {row.liste for row in HOERER_TIL}
}
"""The fields of a list that most records do without; where none is there, much need not be looked at."""

_FIRE_UGER: Final = Decimal(28 * 24)

_Post = dict[str, Any]


class Poster:
    """The records of one list as far as they could be read.

    `poster` are their fields by name (None is the same as absent); `daarlige`
    names, for the records that have such, the fields that are missing or could not be
    read. `indeks` is the place of each in the document (what is no object has no record).
    """

    __slots__ = ("daarlige", "indeks", "navn", "poster")

    def __init__(self, navn: str) -> None:
        self.navn = navn
        self.poster: list[_Post] = []
        self.indeks: list[int] = []
        self.daarlige: dict[int, frozenset[str]] = {}

    def tilfoej(self, indeks: int, post: _Post, daarlige: frozenset[str] = frozenset()) -> None:
        """Add the record that stands at `indeks` in the document."""
        if daarlige:
            self.daarlige[len(self.poster)] = daarlige
        self.poster.append(post)
        self.indeks.append(indeks)

    def sti(self, nr: int, felt: str = "") -> str:
        """Return the path of a record, or of a field of it."""
        return f"{self.navn}[{self.indeks[nr]}].{felt}" if felt else f"{self.navn}[{self.indeks[nr]}]"

    def ulaest(self, nr: int, felt: str) -> bool:
        """Return whether this field of the record should have been there, or was, but could not be read."""
        return nr in self.daarlige and felt in self.daarlige[nr]

    def gaeldende(self) -> Iterator[tuple[int, _Post]]:
        """The records that nothing withdraws or corrects."""
        replaced = {post.get("erstatter") for post in self.poster}
        for nr, post in enumerate(self.poster):
            key = post.get("noegle")
            if not post.get("annulleret") and (key is None or key not in replaced):
                yield nr, post


def kontroller(foedselsdato: dt.date | None, lister: dict[str, Poster], fejl: Fejlliste) -> None:
    """Check everything that takes more than one field, and report it to `fejl`."""
    for navn, liste in lister.items():
        enkelt = _ENKELT.get(navn)
        special = _SAERLIGE.get(navn, _SAERLIGE["samtaler"])
        plain = True
        for nr, post in enumerate(liste.poster):
            if enkelt is not None:
                enkelt(liste, nr, post, fejl)
            if not special.isdisjoint(post):
                plain = False
                _felter(liste, nr, post, fejl)
        if not plain:
            _noegler(liste, fejl)
        if len(liste.poster) > 1:
            _SAMMEN.get(navn, _gentaget)(liste, fejl)
    perioder = lister.get("perioder")
    if foedselsdato is not None and perioder is not None:
        _foedt(foedselsdato, perioder, fejl)


def _foedt(foedselsdato: dt.date, perioder: Poster, fejl: Fejlliste) -> None:
    starts = [post["fra"] for _, post in perioder.gaeldende() if "fra" in post]
    if starts and min(starts) < foedselsdato:
        fejl.meld(FOEDT_EFTER, "foedselsdato", foedselsdato.isoformat(), fra=min(starts).isoformat())


# --- one record ---------------------------------------------------------------


def _felter(liste: Poster, nr: int, post: _Post, fejl: Fejlliste) -> None:
    for name, governor, allowed, row in _STYREDE.get(liste.navn, ()):
        value, is_now = post.get(name), post.get(governor)
        if value and is_now not in allowed and not liste.ulaest(nr, governor):
            fejl.meld(
                HOERER_IKKE,
                liste.sti(nr, name),
                _som_json(value),
                styrer=governor,
                er=("ikke er givet", "is not given") if is_now is None else (f"er {is_now}", f"is {is_now}"),
                blandt=", ".join(map(str, row.blandt)),
            )


def _som_json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _spaend(liste: Poster, nr: int, post: _Post, fejl: Fejlliste) -> None:
    fra, til = post.get("fra"), post.get("til")
    if fra is not None and til is not None and til < fra:
        fejl.meld(TIL_FOER_FRA, liste.sti(nr, "til"), til.isoformat(), fra=fra.isoformat())


def _periode(liste: Poster, nr: int, post: _Post, fejl: Fejlliste) -> None:
    _spaend(liste, nr, post, fejl)
    fra, group, benefit = post.get("fra"), post.get("maalgruppe"), post.get("ydelse")
    # What fits from the first day on fits on the last too: a benefit that is added stays.
    if group is None or benefit is None or koder.ydelse_passer(group, benefit, fra or SIDSTE):
        return
    fits = (each for each in koder.Ydelse.koder() if koder.ydelse_passer(group, each, fra or SIDSTE))
    fejl.meld(
        PASSER_ALDRIG if fra is None else PASSER_IKKE,
        liste.sti(nr, "ydelse"),
        benefit,
        maalgruppe=group,
        fra="" if fra is None else fra.isoformat(),
        ydelser=", ".join(fits),
    )


def _tilbud(liste: Poster, nr: int, post: _Post, fejl: Fejlliste) -> None:
    _spaend(liste, nr, post, fejl)
    fra = post.get("fra")
    if fra is None:
        return
    planned, given = post.get("planlagt_til"), post.get("afgivet")
    if planned is not None and planned < fra:
        fejl.meld(PLANLAGT_FOER_FRA, liste.sti(nr, "planlagt_til"), planned.isoformat(), fra=fra.isoformat())
    if given is not None and given > fra:
        fejl.meld(AFGIVET_EFTER_FRA, liste.sti(nr, "afgivet"), given.isoformat(), fra=fra.isoformat())


def _maanedstimer(liste: Poster, nr: int, post: _Post, fejl: Fejlliste) -> None:
    month, hours = post.get("maaned"), post.get("timer")
    # No month has fewer than 28 days; only what exceeds those needs the calendar.
    if month is None or hours is None or hours <= _FIRE_UGER:
        return
    following = dt.date(month.year + month.month // 12, month.month % 12 + 1, 1)
    most = (following - month).days * 24
    if hours > most:
        fejl.meld(FOR_MANGE, liste.sti(nr, "timer"), hours, hvad=("måneden", "the month"), hoejst=most)


_ENKELT: Final[dict[str, Callable[[Poster, int, _Post, Fejlliste], None]]] = {
    "perioder": _periode,
    "tilbud": _tilbud,
    "fritagelser": _spaend,
    "beskaeftigelse": _spaend,
    "timer": _maanedstimer,
    "forbrug": _maanedstimer,
    "ordninger": _spaend,
}


# --- keys and corrections -------------------------------------------------------


def _noegler(liste: Poster, fejl: Fejlliste) -> None:
    """Keys are unique in their list, and corrections point at other records and never in a circle."""
    owner: dict[str, int] = {}
    for nr, post in enumerate(liste.poster):
        key = post.get("noegle")
        if key is not None and owner.setdefault(key, nr) != nr:
            fejl.meld(NOEGLE_TO_GANGE, liste.sti(nr, "noegle"), key, anden=liste.sti(owner[key]))
    corrects: dict[str, str] = {}
    for nr, post in enumerate(liste.poster):
        key, target = post.get("noegle"), post.get("erstatter")
        if target is None:
            continue
        if target == key:
            fejl.meld(ERSTATTER_SIG_SELV, liste.sti(nr, "erstatter"), target)
        elif target not in owner:
            _ukendt(liste, nr, target, fejl)
        elif key is not None:
            corrects.setdefault(key, target)
    for key in _i_ring(corrects):
        fejl.meld(ERSTATTER_I_RING, liste.sti(owner[key], "erstatter"), corrects[key])


def _ukendt(liste: Poster, nr: int, target: str, fejl: Fejlliste) -> None:
    # Where a key could not be read, it may be the one that is meant.
    if not any("noegle" in fields for fields in liste.daarlige.values()):
        fejl.meld(ERSTATTER_UKENDT, liste.sti(nr, "erstatter"), target)


def _i_ring(corrects: dict[str, str]) -> list[str]:
    """The first key of each circle, in the order given; every arrow is followed once."""
    found: list[str] = []
    seen: set[str] = set()
    for start in corrects:
        trail: set[str] = set()
        key = start
        while key in corrects and key not in seen:
            seen.add(key)
            trail.add(key)
            key = corrects[key]
        if key in trail:
            # `start` may only lead to the circle; name the first of its members.
            circle = {key}
            walk = corrects[key]
            while walk != key:
                circle.add(walk)
                walk = corrects[walk]
            found.append(next(each for each in corrects if each in circle))
    return found


# --- records against each other ---------------------------------------------------

# The day that a record hangs on: where all of these differ, no record repeats another.
_DAG: Final = {"haendelser": "dato", "samtaler": "dato", "timer": "maaned", "forbrug": "maaned"}


def _forskellige_dage(liste: Poster) -> bool:
    name = _DAG.get(liste.navn, "fra")
    return len({post.get(name) for post in liste.poster}) == len(liste.poster)


def _gentaget(liste: Poster, fejl: Fejlliste) -> set[int]:
    """Report records that say the same as an earlier one; return them."""
    found: set[int] = set()
    if _forskellige_dage(liste):
        return found
    first: dict[frozenset[tuple[str, Any]], int] = {}
    for nr, post in liste.gaeldende():
        if nr in liste.daarlige:
            continue
        content = frozenset(
            (name, value) for name, value in post.items() if value is not None and name not in _REGISTRERING
        )
        earlier = first.setdefault(content, nr)
        # The same key twice is a fault of its own.
        if earlier != nr and post.get("noegle") is None:
            day = post.get(_DAG.get(liste.navn, "fra"))
            fejl.meld(GENTAGET, liste.sti(nr), "" if day is None else day.isoformat(), anden=liste.sti(earlier))
            found.add(nr)
    return found


def _samtaler(liste: Poster, fejl: Fejlliste) -> None:
    if _forskellige_dage(liste):
        return
    first: dict[tuple[Any, ...], int] = {}
    for nr, post in liste.gaeldende():
        day, kind = post.get("dato"), post.get("art")
        if day is None or kind is None or liste.ulaest(nr, "holdt_af"):
            continue
        if post.get("noegle") is not None or liste.ulaest(nr, "noegle"):
            continue
        earlier = first.setdefault((day, kind, koder.holder(kind, post.get("holdt_af"))), nr)
        if earlier != nr:
            fejl.meld(SAMME_SAMTALE, liste.sti(nr), day.isoformat(), anden=liste.sti(earlier))


def _maaneder(liste: Poster, fejl: Fejlliste) -> None:
    if _forskellige_dage(liste):
        return
    first: dict[dt.date, int] = {}
    for nr, post in liste.gaeldende():
        month = post.get("maaned")
        if month is None:
            continue
        earlier = first.setdefault(month, nr)
        if earlier != nr:
            fejl.meld(SAMME_MAANED, liste.sti(nr, "maaned"), month.isoformat()[:7], anden=liste.sti(earlier))


def _perioder(liste: Poster, fejl: Fejlliste) -> None:
    repeated = _gentaget(liste, fejl)
    spells: list[tuple[dt.date, int, dt.date]] = []
    for nr, post in liste.gaeldende():
        fra, til = post.get("fra"), post.get("til") or dt.date.max
        if fra is not None and til >= fra and nr not in repeated and not liste.ulaest(nr, "til"):
            spells.append((fra, nr, til))
    spells.sort()
    # The spell that lasts longest of those that have begun: if any overlaps the next one, it does.
    longest: tuple[dt.date, int, dt.date] | None = None
    for spell in spells:
        fra, nr, til = spell
        if longest is not None and fra <= longest[2]:
            before, earlier, end = longest
            fejl.meld(
                OVERLAPPER,
                liste.sti(nr, "fra"),
                fra.isoformat(),
                anden=liste.sti(earlier),
                fra=before.isoformat(),
                til="null" if end == dt.date.max else end.isoformat(),
            )
        if longest is None or til > longest[2]:
            longest = spell


_SAMMEN: Final[dict[str, Callable[[Poster, Fejlliste], object]]] = {
    "perioder": _perioder,
    "samtaler": _samtaler,
    "timer": _maaneder,
    "forbrug": _maaneder,
}
