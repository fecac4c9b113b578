"""The fields of a case: one table that both the reader (`sag_json`) and the JSON Schema (`skema`) are made from.

A field that is not required may also be null, which says the same as leaving it
out. Nothing here judges what a value means; that is `betydning`.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from kontaktforloeb import koder, sag

__all__ = [
    "DATO",
    "FELTER",
    "FORMAT",
    "KOMMUNE",
    "LAENGDE",
    "LISTER",
    "MAANED",
    "TAL",
    "TIMER",
    "Felt",
    "Liste",
    "Slags",
]

FORMAT: Final = "kontaktforloeb-sag/1"

# The patterns say what a value looks like, in the part of the language that every dialect of regular
# expressions reads alike. `$` also matches before a last line break in some; the lengths shut that out.
DATO: Final = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MAANED: Final = "^[0-9]{4}-[0-9]{2}$"
KOMMUNE: Final = "^[0-9]{3}$"
TIMER: Final = "^-?[0-9]{1,6}([.][0-9]{1,6})?$"
LAENGDE: Final = 200
"""The longest key or id."""
TAL: Final = 999_999
"""The largest number, of either sign, that is a number of hours at all."""


class Slags(Enum):
    """The kinds of value."""

    TEKST = auto()
    KODE = auto()
    DATO = auto()
    MAANED = auto()
    SANDHED = auto()
    HELTAL = auto()
    TIMER = auto()
    KOMMUNE = auto()
    DATOER = auto()


_TILLADT: Final = {
    Slags.TEKST: (f"en tekst på 1 til {LAENGDE} tegn", f"a text of 1 to {LAENGDE} characters"),
    Slags.DATO: ('en dato som "2019-03-04"', 'a date such as "2019-03-04"'),
    Slags.MAANED: ('en måned som "2019-03"', 'a month such as "2019-03"'),
    Slags.SANDHED: ("true eller false", "true or false"),
    Slags.TIMER: ('et antal timer som "160.33" eller 37', 'a number of hours such as "160.33" or 37'),
    Slags.KOMMUNE: ('tre cifre som "165"', 'three digits such as "165"'),
    Slags.DATOER: ("en liste af datoer", "a list of dates"),
}


# Named tuples, not attrs: they are made in a third of the time, and a command line waits for every import.
class Felt(NamedTuple):
    """One field: its name, the kind of its value, whether it must be there, and its codes if they are a closed list."""

    navn: str
    slags: Slags
    om: str
    kraevet: bool = False
    koder: tuple[str, ...] | tuple[int, ...] = ()

    @property
    def tilladt(self) -> tuple[str, str]:
        """What is allowed, in Danish and in English."""
        if self.koder:
            da = en = ", ".join(map(str, self.koder))
        else:
            da, en = _TILLADT[self.slags]
        return (da, en) if self.kraevet else (f"{da}, eller null", f"{en}, or null")


class Liste(NamedTuple):
    """One list of the case: its name, the class of its records, and their fields."""

    navn: str
    klasse: type[sag.Registrering]
    om: str
    felter: tuple[Felt, ...]
    kraevet: bool = False


def _kode(navn: str, liste: type[koder.Kode], om: str, *, kraevet: bool = False) -> Felt:
    return Felt(navn, Slags.KODE, om, kraevet=kraevet, koder=liste.koder())


_FRA: Final = Felt("fra", Slags.DATO, "Første dag.", kraevet=True)
_TIL: Final = Felt("til", Slags.DATO, "Sidste dag, inklusive; null: løber stadig.")
_DAG: Final = Felt("dato", Slags.DATO, "Dagen.", kraevet=True)
_MAANED: Final = Felt("maaned", Slags.MAANED, "Måneden.", kraevet=True)

_REGISTRERING: Final = (
    Felt("noegle", Slags.TEKST, "Afsenderens nøgle til posten."),
    Felt("registreret", Slags.DATO, "Dagen, posten blev registreret."),
    Felt("erstatter", Slags.TEKST, "Nøglen på den post i samme liste, som denne retter."),
    Felt("annulleret", Slags.SANDHED, "Posten er trukket tilbage."),
)

FELTER: Final = (
    Felt("format", Slags.KODE, "Formatets navn og udgave.", kraevet=True, koder=(FORMAT,)),
    Felt("id", Slags.TEKST, "Sagens id; aldrig et CPR-nummer.", kraevet=True),
    Felt("kommune", Slags.KOMMUNE, "Kommunekode."),
    Felt("foedselsdato", Slags.DATO, "Personens fødselsdato."),
    _kode("forsikring", koder.Forsikring, "Fuldtids- eller deltidsforsikret."),
)
"""The scalars of the case."""

LISTER: Final = (
    Liste(
        "perioder",
        sag.Periode,
        "Perioder på én ydelse i én målgruppe; skifter en af dem, er det en ny periode.",
        (
            _kode("ydelse", koder.Ydelse, "Ydelsen.", kraevet=True),
            _kode("maalgruppe", koder.Maalgruppe, "Målgruppen.", kraevet=True),
            _FRA,
            _TIL,
            Felt("kategori", Slags.HELTAL, "Visitationskategori ved sygedagpenge.", koder=(1, 2, 3)),
            Felt("ledig_forsikret", Slags.SANDHED, "Ledig og forsikret (kategori 1)."),
            Felt("i_ansaettelse", Slags.SANDHED, "I ansættelse under sygdommen (sygedagpengelovens § 13 f)."),
            Felt("forudsigeligt", Slags.SANDHED, "Forudsigeligt forløb (sygedagpengelovens § 13 f)."),
            Felt("timer_pr_uge", Slags.TIMER, "Timer med ydelse om ugen."),
            _kode("forsikring", koder.Forsikring, "Går forud for sagens."),
            Felt("kommune", Slags.KOMMUNE, "Går forud for sagens."),
            _kode("skift", koder.Skift, "Hvorfor ydelsen skiftede, uden at en ny periode begynder."),
            *_REGISTRERING,
        ),
        kraevet=True,
    ),
    Liste(
        "haendelser",
        sag.Haendelse,
        "Hændelser på én dag.",
        (
            _kode("art", koder.Haendelsesart, "Hvad der skete.", kraevet=True),
            _DAG,
            _kode("af", koder.FastTrackAf, "Hvem der anmodede om fast track."),
            Felt("ventet", Slags.DATO, "Den ventede dag for raskmelding."),
            Felt("udland", Slags.SANDHED, "Om personen havde været i udlandet; null: ikke oplyst."),
            _kode("gaelder", koder.Fravalg, "Hvilke samtaler fravalget af a-kassen gælder."),
            *_REGISTRERING,
        ),
    ),
    Liste(
        "samtaler",
        sag.Samtale,
        "Samtaler, indkaldelser og møder.",
        (
            _DAG,
            _kode("art", koder.Samtaleart, "Samtalens art.", kraevet=True),
            _kode("form", koder.Samtaleform, "Hvordan samtalen blev holdt."),
            _kode("status", koder.Samtalestatus, "Hvad der blev af samtalen.", kraevet=True),
            _kode("holdt_af", koder.HoldtAf, "Hvem der holdt samtalen."),
            Felt("a_kasse_deltog", Slags.SANDHED, "A-kassen deltog."),
            _kode("formaal", koder.Formaal, "Samtalens særlige formål."),
            *_REGISTRERING,
        ),
    ),
    Liste(
        "tilbud",
        sag.Tilbud,
        "Aktive tilbud.",
        (
            _kode("art", koder.Tilbudsart, "Tilbuddets art.", kraevet=True),
            _FRA,
            _TIL,
            Felt("afgivet", Slags.DATO, "Dagen, tilbuddet blev givet."),
            _kode("status", koder.Tilbudsstatus, "Hvad der blev af tilbuddet; datoerne går forud.", kraevet=True),
            _kode("aarsag", koder.Aarsag, "Hvorfor tilbuddet blev afbrudt."),
            Felt("planlagt_til", Slags.DATO, "Den planlagte sidste dag, inklusive."),
            Felt("timer_pr_uge", Slags.TIMER, "Timer i tilbuddet om ugen."),
            Felt("raadighedsafproevende", Slags.SANDHED, "Nytteindsatsen afprøver rådigheden."),
            Felt("kontakter", Slags.DATOER, "Dage med kontakt til mentoren."),
            *_REGISTRERING,
        ),
    ),
    Liste(
        "fritagelser",
        sag.Fritagelse,
        "Grunde, der løfter krav.",
        (
            _kode("grund", koder.Fritagelsesgrund, "Grunden.", kraevet=True),
            _FRA,
            _TIL,
            _kode("undergrund", koder.Undergrund, "Hvad mindre intensiv indsats bygger på."),
            Felt("pligt_fastholdt", Slags.SANDHED, "Jobcenteret har besluttet, at pligterne fortsætter."),
            *_REGISTRERING,
        ),
    ),
    Liste(
        "beskaeftigelse",
        sag.Beskaeftigelse,
        "Ordinært arbejde.",
        (_FRA, _TIL, Felt("timer_pr_uge", Slags.TIMER, "Timer om ugen."), *_REGISTRERING),
    ),
    Liste(
        "timer",
        sag.Timer,
        "Timer med udbetalte dagpenge eller løntilskud, måned for måned.",
        (_MAANED, Felt("timer", Slags.TIMER, "Timer i måneden.", kraevet=True), *_REGISTRERING),
    ),
    Liste(
        "forbrug",
        sag.Forbrug,
        "Forbrugte timer af dagpengeretten, måned for måned.",
        (_MAANED, Felt("timer", Slags.TIMER, "Timer i måneden.", kraevet=True), *_REGISTRERING),
    ),
    Liste(
        "ordninger",
        sag.Ordning,
        "Ordninger, som personen eller kommunen er i.",
        (_kode("art", koder.Ordningsart, "Ordningen.", kraevet=True), _FRA, _TIL, *_REGISTRERING),
    ),
)
"""The lists of the case, in the order of the contract."""
