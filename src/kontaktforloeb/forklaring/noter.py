"""The one list of codes of assumptions, remarks and warnings, each with its words in Danish and English.

A template's braces are the code's arguments in order, made into words by the kind that stands in them: `{0:dato}` a
day, `{0:form}` a form of interview, `{0:grund}` a ground of exemption, `{0:sti}` a place in the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kontaktforloeb.forklaring.grundnavn import fritagelse
from kontaktforloeb.forklaring.haendelsesord import HAENDELSER
from kontaktforloeb.forklaring.ordbog import Ordbog, stort
from kontaktforloeb.koder import HoldtAf, Samtaleform
from kontaktforloeb.vurdering.resultat import Note

ANTAGELSER: Final = {
    "start-er-foerste-ydelsesdag": (
        "Den første henvendelse er ikke registreret; perioden regnes fra den første dag på ydelsen.",
        "The first contact is not recorded; the period is counted from the first day on the benefit.",
    ),
    "foerste-fravaersdag-er-foerste-ydelsesdag": (
        "Den første fraværsdag er ikke registreret; der regnes fra den første dag på ydelsen.",
        "The first day of absence is not recorded; time is counted from the first day on the benefit.",
    ),
    "timer-fuld-tid": (
        "Der er ikke registreret timer; hver uge på ydelsen regnes som fuld tid.",
        "No hours are recorded; each week on the benefit is counted as full time.",
    ),
    "timer-fuld-tid-minus-arbejde": (
        "Der er ikke registreret timer; hver uge på ydelsen regnes som fuld tid minus de registrerede arbejdstimer.",
        "No hours are recorded; each week on the benefit is counted as full time less the recorded hours of work.",
    ),
    "maaneder-uden-timer": (
        "Måneder uden registrerede timer regnes som nul timer.",
        "Months without recorded hours are counted as zero hours.",
    ),
    "timer-som-forbrug": (
        "Forbruget af dagpengeretten er ikke registreret; timerne på ydelsen er brugt i stedet.",
        "Consumption of the benefit right is not recorded; the hours on the benefit are used instead.",
    ),
    "paalaeg-i-stedet": (
        "Et pålæg om tidligere tilbudte aktiviteter kan ikke stå i en sag; der regnes med, at det ikke er givet.",
        "An order to take part in earlier activities cannot stand in a case; it is taken not to have been given.",
    ),
    "fuldtidsforsikret-antaget": (
        "Forsikringen er ikke registreret; borgeren regnes som fuldtidsforsikret.",
        "The insurance is not recorded; the person is taken to be insured full time.",
    ),
    "form-antaget": (
        "Formen for samtalen {0:dato} er ikke registreret; den regnes som en form, loven tillod.",
        "The form of the interview on {0:dato} is not recorded; it is taken to be one that the law allowed.",
    ),
    "holder-antaget": (
        "Det er ikke registreret, hvem der holdt samtalen {0:dato}; det regnes som {1:holder}.",
        "Who held the interview on {0:dato} is not recorded; it is taken to be {1:holder}.",
    ),
    "a-kassens-deltagelse-antaget": (
        "Det er ikke registreret, om a-kassen deltog i den fælles jobsamtale {0:dato}; det regnes der med.",
        "Whether the a-kasse took part in the joint interview on {0:dato} is not recorded; it is taken to have.",
    ),
    "indkaldt-ikke-holdt": (
        "Samtalen {0:dato} er registreret som indkaldt; den regnes som ikke holdt.",
        "The interview on {0:dato} is recorded as called; it is taken not to have been held.",
    ),
    "ikke-registreret": (
        "Det, der ikke er registreret, er regnet som ikke sket.",
        "What is not recorded is taken not to have happened.",
    ),
}
"""What was taken as given. Besides these: `X-mangler` for each kind of event X (`mangler`)."""

BEMAERKNINGER: Final = {
    "udeblevet": (
        "Borgeren udeblev fra samtalen {0:dato}. Samtalen tæller ikke med, men udeblivelsen kan være formildende.",
        "The person did not turn up for the interview on {0:dato}. It does not count, but may be mitigating.",
    ),
    "forkert-form": (
        "Samtalen {0:dato} var holdt i en form ({1:form}), som loven ikke tillod den dag. Den tæller ikke med.",
        (
            "The interview on {0:dato} was held in a form ({1:form}) that the law did not allow that day. It does"
            " not count."
        ),
    ),
    "forkert-form-taeller": (
        (
            "Samtalen {0:dato} var holdt i en form ({1:form}), som loven ikke tillod den dag. Den tæller med "
            "efter den valgte fortolkning."
        ),
        (
            "The interview on {0:dato} was held in a form ({1:form}) that the law did not allow that day. It "
            "counts under the chosen reading."
        ),
    ),
    "form-uvis": (
        "Det fremgår ikke af sagen, om samtalen {0:dato} måtte holdes i den form ({1:form}).",
        "The case does not show whether the interview on {0:dato} was allowed in that form ({1:form}).",
    ),
    "standby-taeller-ikke": (
        "Opfølgningen {0:dato} var standby uden kontakt. Det tæller ikke for denne målgruppe.",
        "The follow-up on {0:dato} was standby without contact. That does not count for this group.",
    ),
    "holdt-under-suspension": (
        "Samtalen {0:dato} blev holdt, mens reglen var suspenderet. Den tæller ikke med.",
        "The interview on {0:dato} was held while the rule was suspended. It does not count.",
    ),
    "foer-cv-samtale": (
        "Samtalen {0:dato} blev holdt før cv-samtalen. Den tæller ikke som den første jobsamtale.",
        "The interview on {0:dato} was held before the CV interview. It does not count as the first job interview.",
    ),
    "lukkedag": (
        "Fristen {0:dato} falder på en lukkedag. Den er ikke flyttet.",
        "The deadline, {0:dato}, falls on a closed day. It is not moved.",
    ),
    "delvis-fritagelse": (
        "Borgeren var fritaget ({0:grund}) fra {1:dato} i en del af perioden. Det ændrer hverken antal eller frist.",
        (
            "The person was exempt ({0:grund}) from {1:dato} for part of the period. That changes neither number "
            "nor deadline."
        ),
    ),
    "delvis-fritagelse-slut": (
        (
            "Borgeren var fritaget ({0:grund}) fra {1:dato} til {2:dato}, en del af perioden. Det ændrer hverken "
            "antal eller frist."
        ),
        (
            "The person was exempt ({0:grund}) from {1:dato} to {2:dato}, part of the period. That changes "
            "neither number nor deadline."
        ),
    ),
    "delvis-fritagelse-flyttet": (
        "Borgeren var fritaget ({0:grund}) fra {1:dato} i en del af perioden, og det har betydning for fristen.",
        "The person was exempt ({0:grund}) from {1:dato} for part of the period, and that bears on the deadline.",
    ),
    "delvis-fritagelse-slut-flyttet": (
        (
            "Borgeren var fritaget ({0:grund}) fra {1:dato} til {2:dato}, en del af perioden, og det har betydning for "
            "fristen."
        ),
        (
            "The person was exempt ({0:grund}) from {1:dato} to {2:dato}, part of the period, and that bears on the "
            "deadline."
        ),
    ),
    "aaben-pligt": (
        "Loven siger ikke, hvornår det senest skal ske. Kravet kan derfor ikke være overskredet.",
        "The law does not say by when it must be done. The requirement can therefore not be overdue.",
    ),
    "aabent-hul": (
        "Borgeren har ikke fået ydelsen siden {0:dato}. Perioden er ikke brudt endnu, og udfaldet kan ændre sig.",
        (
            "The person has not been on the benefit since {0:dato}. The period is not broken yet, and the outcome"
            " may change."
        ),
    ),
    "plan-uafklaret": (
        "Kravet kan ikke bedømmes sikkert: loven eller oplysningerne lader det stå åbent.",
        "The requirement cannot be judged with certainty: the law or the facts leave it open.",
    ),
    "plan-ulaest": (
        "Dagen er ikke sikker: {0:akt} gælder på det tidspunkt, og den tekst er ikke indarbejdet i reglerne her.",
        "The day is not certain: {0:akt} applies at that time, and that text is not part of the rules here.",
    ),
}
"""What a reader should know besides."""

ADVARSLER: Final = {
    "indkaldt-i-fortiden": (
        "{0:sti}: Samtalen {1:dato} står som indkaldt, selv om dagen er gået. Den er regnet som ikke holdt.",
        (
            "{0:sti}: The interview on {1:dato} is recorded as summoned though the day has passed. It is taken "
            "not to have been held."
        ),
    ),
    "periode-afkortet": (
        (
            "{0:sti}: Som sagen var kendt, løber perioden stadig, da den næste begynder {1:dato}. Den er regnet som "
            "sluttet dagen før."
        ),
        (
            "{0:sti}: As the case was known, the spell still runs when the next one begins on {1:dato}. It is taken to "
            "have ended the day before."
        ),
    ),
    "henvendelse-i-perioden": (
        "{0:sti}: Den første henvendelse {1:dato} ligger inde i en periode på ydelse. Den begynder ikke en ny periode.",
        "{0:sti}: The first contact on {1:dato} lies inside a period on benefit. It does not begin a new period.",
    ),
    "maaneder-uden-timer": (
        "Nogle måneder på dagpenge har ingen registrerede timer. De er regnet som nul timer.",
        "Some months on dagpenge have no recorded hours. They are counted as zero hours.",
    ),
    "loentilskud-uden-periode": (
        (
            "{0:sti}: Løntilskuddet, der begyndte {1:dato}, ligger uden for sagens perioder. Tiden i det regnes kun "
            "med, når den også står som en periode med ydelsen loentilskud."
        ),
        (
            "{0:sti}: The wage-subsidised job that began on {1:dato} lies outside the spells of the case. Time in it "
            "counts only where it is also recorded as a spell on the benefit loentilskud."
        ),
    ),
    "loentilskud-uden-tilbud": (
        (
            "{0:sti}: Perioden med løntilskud, der begyndte {1:dato}, har intet tilbud om løntilskud i sagen. Den "
            "tæller kun som et tilbud, når den også står som et tilbud."
        ),
        (
            "{0:sti}: The spell in a wage-subsidised job that began on {1:dato} has no such offer in the case. It "
            "counts as an offer only where it is also recorded as one."
        ),
    ),
    "ferie-med-dagpenge": (
        (
            "{0:sti}: Ferien, der begyndte {1:dato}, ligger i en periode på dagpenge uden registrerede timer. Dagene "
            "er regnet som timer med dagpenge; udbetales der feriedagpenge, skal perioden afbrydes."
        ),
        (
            "{0:sti}: The holiday that began on {1:dato} lies in a spell on dagpenge without recorded hours. Its days "
            "are counted as hours on dagpenge; where holiday benefit is paid, the spell is to be interrupted."
        ),
    ),
}
"""What is odd in the case and was worked around."""

GRUND_TIL_IKKE: Final = {
    "udeblevet": ("borgeren udeblev", "the person did not turn up"),
    "forkert-form": (
        "loven ikke tillod den form på det tidspunkt",
        "the law did not allow that form at the time",
    ),
    "form-uvis": (
        "det ikke fremgår af sagen, om loven tillod den form på det tidspunkt",
        "the case does not show whether the law allowed that form at the time",
    ),
    "standby-taeller-ikke": (
        "standby uden kontakt ikke tæller for målgruppen",
        "standby without contact does not count for the group",
    ),
    "holdt-under-suspension": ("reglen var suspenderet", "the rule was suspended"),
    "foer-cv-samtale": ("cv-samtalen endnu ikke var holdt", "the CV interview had not yet been held"),
}
"""Why an interview was not counted, as a clause; of those remarks that say so."""

DELVIS: Final = "delvis-fritagelse"
KODEN_FOR: Final = {ordlyd: DELVIS for ordlyd in BEMAERKNINGER if ordlyd.startswith(DELVIS)}
"""The code under which a verdict has a wording, where that is another."""

_PLADS: Final = re.compile(r"\{([0-9]):([a-z]+)\}")
_MANGLER: Final = "-mangler"


def _form(kode: str, o: Ordbog) -> str:
    return o.navn(Samtaleform, kode)


_SLAGS: Final[dict[str, Callable[[str, Ordbog], str]]] = {
    "dato": lambda v, o: o.den(o.iso(v)),
    "form": _form,
    "grund": fritagelse,
    "holder": lambda v, o: o.navn(HoldtAf, v),
    "sti": lambda v, _o: v,
    "akt": lambda v, o: v.split("\n")[o.kode == "en"],
}


def mangler(art: str) -> tuple[str, str]:
    """The words of `art-mangler`: an event is not recorded and the period's first day stands in for it."""
    da, en = HAENDELSER[art].bestemt
    return (
        f"{stort(da)} er ikke registreret; periodens første dag er brugt i stedet.",
        f"{stort(en)} is not recorded; the first day of the period is used instead.",
    )


KODER: Final = {
    **ANTAGELSER,
    **BEMAERKNINGER,
    **{f"{art}{_MANGLER}": mangler(art) for art in HAENDELSER},
}
"""Assumptions and remarks by code."""


#: What fills a template's brace, in words for a list of the codes.
_PLADSORD: Final = {
    "dato": ("datoen", "the date"),
    "form": ("formen", "the form"),
    "grund": ("grunden", "the ground"),
    "holder": ("den, der holdt den", "who held it"),
    "akt": ("loven", "the act"),
    "sti": ("stedet i sagen", "the place in the case"),
}


def ordliste() -> dict[str, dict[str, tuple[str, str]]]:
    """The codes of each kind (`antagelser`, `bemaerkninger`, `advarsler`) with their words; what varies in brackets.

    A remark whose words vary with the facts is listed with each of its wordings.

    >>> ordliste()["bemaerkninger"]["lukkedag"][0]
    'Fristen [datoen] falder på en lukkedag. Den er ikke flyttet.'
    """
    grupper: dict[str, dict[str, tuple[str, str]]] = {
        "antagelser": {**ANTAGELSER, **{f"{art}{_MANGLER}": mangler(art) for art in HAENDELSER}},
        "bemaerkninger": BEMAERKNINGER,
        "advarsler": ADVARSLER,
    }
    return {
        gruppe: {kode: (_aaben(da, 0), _aaben(en, 1)) for kode, (da, en) in koder.items()}
        for gruppe, koder in grupper.items()
    }


def _aaben(skabelon: str, sprog: int) -> str:
    return _PLADS.sub(lambda m: f"[{_PLADSORD[m[2]][sprog]}]", skabelon)


def tekst(kode: tuple[str, ...], skabelon: tuple[str, str], o: Ordbog) -> str:
    """A template with the code's arguments in words."""
    return _PLADS.sub(lambda m: _SLAGS[m[2]](kode[1 + int(m[1])], o), o(*skabelon))


def note(kode: tuple[str, ...], o: Ordbog) -> Note:
    """A code in words; one of the case itself is worded as a warning. Raises `KeyError` for one without words."""
    navn = kode[0]
    if navn == DELVIS:
        hvilken = navn + ("-slut" if kode[3] else "") + ("-flyttet" if kode[4] else "")
        return Note(navn, tekst(kode, BEMAERKNINGER[hvilken], o))
    skabelon = ADVARSLER[navn] if navn in ADVARSLER and navn not in KODER else KODER[navn]
    return Note(navn, tekst(kode, skabelon, o))
