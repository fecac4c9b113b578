"""A case from JSON and back: first its shape, then its meaning, and every fault of both at once.

The shape is the table `felter`, the same that the JSON Schema is made from. The
meaning is the numbered list of `betydning`. Reading costs one look-up a field
where all is well; only what is not as expected takes the slower way that finds
out why.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from decimal import Context, Decimal
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

from kontaktforloeb.formater import betydning, felter, laesning
from kontaktforloeb.formater.betydning import Poster
from kontaktforloeb.formater.fejl import (
    HOEJST,
    Fejlart,
    Fejlliste,
    Sagsfejl,
    SomSkrevet,
    ligner_cpr,
    vis,
    vis_noegle,
)
from kontaktforloeb.formater.felter import FORMAT, Felt, Liste, Slags
from kontaktforloeb.sag import Registrering, Sag, er_kontrolleret, som_kontrolleret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["FORM", "fra_obj", "kontroller", "laes_dokument", "laes_linjer", "laes_sti", "til_obj"]

OBJEKT: Final = Fejlart(
    1,
    "intet-objekt",
    "er ikke et JSON-objekt.",
    "is not a JSON object.",
    "et objekt med felterne {felter}",
    "an object with the fields {felter}",
)
INTET: Final = OBJEKT._replace(da="Dokumentet er ikke et JSON-objekt.", en="The document is not a JSON object.")
UKENDT: Final = Fejlart(2, "ukendt-felt", "er ikke et felt her.", "is not a field here.", "{felter}", "{felter}")
MANGLER: Final = Fejlart(3, "mangler", "mangler.", "is missing.", "{tilladt}", "{tilladt}")
TYPE: Final = Fejlart(4, "type", "har en forkert type.", "has the wrong type.", "{tilladt}", "{tilladt}")
KODE: Final = Fejlart(5, "kode", "er ikke en kendt kode.", "is not a known code.", "{tilladt}", "{tilladt}")
MOENSTER: Final = Fejlart(
    6, "moenster", "er ikke skrevet rigtigt.", "is not written as it should be.", "{tilladt}", "{tilladt}"
)

FORM: Final = (OBJEKT, UKENDT, MANGLER, TYPE, KODE, MOENSTER)
"""The numbered list of faults of shape: what the JSON Schema refuses."""


# --- the fast way: one look-up a value -------------------------------------------
#
# A reader takes any JSON value and returns what it stands for. KeyError (or TypeError, for a
# value that cannot be looked up) says no more than that the slow way must have a look.


class _Dage(dict[Any, dt.date | None]):
    """Text -> day, for the days a case can be about, each made once.

    It only remembers days in range, so it stays small whatever is asked of it.
    """

    def __init__(self, moenster: str, rest: str = "", *, kraevet: bool) -> None:
        super().__init__(() if kraevet else ((None, None),))
        self._match = re.compile(moenster).fullmatch
        self._rest = rest

    def __missing__(self, text: str) -> dt.date:
        day = _iso(text, self._match, self._rest)
        if not betydning.FOERSTE <= day <= betydning.SIDSTE:
            raise KeyError(text)
        self[text] = day
        return day


def _iso(text: str, match: Callable[[str], object], rest: str = "") -> dt.date:
    if match(text) is None:
        raise KeyError(text)
    try:
        return dt.date.fromisoformat(text + rest)
    except ValueError:
        raise KeyError(text) from None


_DAG_KRAEVET: Final = _Dage(felter.DATO, kraevet=True).__getitem__
_DAG: Final = _Dage(felter.DATO, kraevet=False).__getitem__
_MAANED: Final = _Dage(felter.MAANED, "-01", kraevet=True).__getitem__
_ER_DATO: Final = re.compile(felter.DATO).fullmatch
_ER_TIMER: Final = re.compile("[0-9]{1,3}([.][0-9]{1,2})?").fullmatch


def _foedselsdato(value: str) -> dt.date:
    day = _iso(value, _ER_DATO)
    if not betydning.FOERSTE_FOEDSEL <= day <= betydning.SIDSTE:
        raise KeyError(value)
    return day


def _tekst(value: str) -> str:
    if value.__class__ is str and 0 < len(value) <= felter.LAENGDE and value.isprintable() and not ligner_cpr(value):
        return value
    raise KeyError(value)


_CIFRE: Final = 3


def _kommune(value: str) -> str:
    if value.__class__ is str and len(value) == _CIFRE and value.isascii() and value.isdigit():
        return value
    raise KeyError(value)


def _sandt(value: object) -> bool:
    if value.__class__ is not bool:
        raise KeyError(value)
    return bool(value)


def _timer(hoejst: Decimal) -> Callable[[Any], Decimal]:
    def laes(value: str | int) -> Decimal:
        if value.__class__ is int or (value.__class__ is str and _ER_TIMER(value) is not None):
            hours = Decimal(value)
            if 0 <= hours <= hoejst:
                return hours
        raise KeyError(value)

    return laes


def _langsomt(value: object) -> None:
    raise KeyError(value)


_LAESERE: Final[dict[Slags, Callable[[Any], Any]]] = {
    Slags.TEKST: _tekst,
    Slags.DATO: _DAG,
    Slags.MAANED: _MAANED,
    Slags.SANDHED: _sandt,
    Slags.HELTAL: _langsomt,
    Slags.KOMMUNE: _kommune,
    Slags.DATOER: _langsomt,
}


def _laeser(felt: Felt) -> Callable[[Any], Any]:
    if felt.slags is Slags.KODE:
        codes: dict[Any, Any] = {code: code for code in felt.koder}
        return (codes if felt.kraevet else {None: None, **codes}).__getitem__
    if felt.slags is Slags.TIMER:
        return _timer(_hoejst(felt))
    if felt.slags is Slags.DATO and felt.kraevet:
        return _DAG_KRAEVET
    return _foedselsdato if felt.navn == "foedselsdato" else _LAESERE[felt.slags]


def _hoejst(felt: Felt) -> Decimal:
    return betydning.TIMER_PR_UGE if felt.navn == "timer_pr_uge" else betydning.TIMER_PR_MAANED


class _Plan(NamedTuple):
    """The fields of one kind of object, ready to read with."""

    felter: dict[str, Felt]
    laesere: dict[str, Callable[[Any], Any]]
    kraevede: dict[str, None]  # a set that keeps the order of the contract
    alle: frozenset[str]
    navne: str

    @classmethod
    def af(cls, fields: tuple[Felt, ...], lister: tuple[Liste, ...] = ()) -> _Plan:
        every: tuple[Felt | Liste, ...] = (*fields, *lister)
        return cls(
            {felt.navn: felt for felt in fields},
            {felt.navn: _laeser(felt) for felt in fields},
            {each.navn: None for each in every if each.kraevet},
            frozenset(each.navn for each in every),
            ", ".join(each.navn for each in every),
        )


_SAGENS: Final = _Plan.af(felter.FELTER, felter.LISTER)
_LISTER: Final = tuple((liste, _Plan.af(liste.felter)) for liste in felter.LISTER)


# --- the slow way: what is it that is wrong? ---------------------------------------

_MOENSTRE: Final = {
    Slags.DATO: felter.DATO,
    Slags.MAANED: felter.MAANED,
    Slags.KOMMUNE: felter.KOMMUNE,
    Slags.TIMER: felter.TIMER,
}


def _objekt_naermere(
    raw: dict[str, Any], plan: _Plan, sti: str, fejl: Fejlliste
) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields that could be read, and the names of those that are missing or could not."""
    read: dict[str, Any] = {}
    bad: set[str] = set()
    if isinstance(raw, laesning.Dubletter):
        for key in raw.dubletter:
            fejl.meld(laesning.DUBLET, _sted(sti, key, fejl))
    for key, value in raw.items():
        felt = plan.felter.get(key)
        if felt is None:
            if key not in plan.alle:
                fejl.meld(UKENDT, _sted(sti, key, fejl), value, felter=plan.navne)
        elif value is not None or felt.kraevet:
            result = _naermere(felt, value, _sted(sti, key, fejl), fejl)
            if result is None:
                bad.add(key)
            else:
                read[key] = result
    for key in plan.kraevede:
        if key not in raw:
            felt = plan.felter.get(key)
            fejl.meld(MANGLER, _sted(sti, key, fejl), tilladt=_EN_LISTE if felt is None else felt.tilladt)
            bad.add(key)
    return read, _faelles(frozenset(bad))


def _sted(sti: str, noegle: object, fejl: Fejlliste) -> str:
    """As `vis_noegle`, while faults are still written out."""
    return vis_noegle(sti, noegle) if fejl.antal < HOEJST else ""


@lru_cache(maxsize=1024)
def _faelles(navne: frozenset[str]) -> frozenset[str]:
    """One object for the same names: a document can have very many bad records."""
    return navne


_EN_LISTE: Final = ("en liste", "a list")


def _naermere(felt: Felt, value: Any, sti: str, fejl: Fejlliste) -> Any:
    """Return the value of a field that the fast way did not take, or report why there is none."""
    if isinstance(value, laesning.IkkeTal):
        fejl.meld(laesning.IKKE_TAL, sti, value, tilladt=felt.tilladt)
        return None
    if isinstance(value, _Forkert):
        value.meld(sti, fejl)
        return None
    return _NAERMERE[felt.slags](felt, value, sti, fejl)


def _som_tekst(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> str | None:
    """Return a text that fits the pattern of its kind."""
    if not isinstance(value, str):
        fejl.meld(TYPE, sti, value, tilladt=felt.tilladt)
        return None
    text = str(value)
    # The last character is looked at by itself: `$` in a pattern would let a line break pass.
    if felt.slags in _MOENSTRE and (re.fullmatch(_MOENSTRE[felt.slags], text) is None or text.endswith("\n")):
        fejl.meld(MOENSTER, sti, text, tilladt=felt.tilladt)
        return None
    return text


def _noegle(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> str | None:
    text = _som_tekst(felt, value, sti, fejl)
    if text is None:
        return None
    if not 0 < len(text) <= felter.LAENGDE:
        fejl.meld(MOENSTER, sti, text, tilladt=felt.tilladt)
        return None
    if ligner_cpr(text):
        fejl.meld(betydning.LIGNER_CPR, sti, text)
        return None
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text):
        fejl.meld(betydning.TEGN, sti, text)
        return None
    return text


def _kode(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> str | None:
    text = _som_tekst(felt, value, sti, fejl)
    if text is not None and text not in felt.koder:
        fejl.meld(KODE, sti, text, tilladt=felt.tilladt)
        return None
    return text


def _dag(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> dt.date | None:
    text = _som_tekst(felt, value, sti, fejl)
    if text is None:
        return None
    month = felt.slags is Slags.MAANED
    try:
        day = dt.date.fromisoformat(f"{text}-01" if month else text)
    except ValueError:
        fejl.meld(betydning.FINDES_IKKE, sti, text)
        return None
    first = betydning.FOERSTE_FOEDSEL if felt.navn == "foedselsdato" else betydning.FOERSTE
    if not first <= day <= betydning.SIDSTE:
        width = len(text)
        fejl.meld(
            betydning.UDEN_FOR, sti, text, fra=first.isoformat()[:width], til=betydning.SIDSTE.isoformat()[:width]
        )
        return None
    return day


def _dage(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> tuple[dt.date, ...] | None:
    if not isinstance(value, list):
        fejl.meld(TYPE, sti, value, tilladt=felt.tilladt)
        return None
    before = fejl.antal
    each = Felt(felt.navn, Slags.DATO, felt.om, kraevet=True)
    days = [_naermere(each, text, f"{sti}[{nr}]", fejl) for nr, text in enumerate(value)]
    return tuple(days) if fejl.antal == before else None


def _sandhed(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> bool | None:
    if isinstance(value, bool):
        return value
    fejl.meld(TYPE, sti, value, tilladt=felt.tilladt)
    return None


def _tal(value: object) -> int | float | Decimal | None:
    """Return a value if it is a number as JSON knows them."""
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _heltal(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> int | None:
    number = _tal(value)
    if number is None:
        fejl.meld(TYPE, sti, value, tilladt=felt.tilladt)
        return None
    # 2.0 is the whole number 2, as JSON Schema has it.
    for code in felt.koder:
        if number == code:
            return int(code)
    fejl.meld(KODE, sti, value, tilladt=felt.tilladt)
    return None


_CENT: Final = Decimal("0.01")
# Not the caller's context, which may round or raise as the caller likes.
_KONTEKST: Final = Context(prec=28, traps=[])


def _som_timer(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> Decimal | None:
    """Return a number that may be hours, whatever their amount."""
    if isinstance(value, str):
        text = _som_tekst(felt, value, sti, fejl)
        return None if text is None else Decimal(text)
    number = _tal(value)
    if number is None:
        fejl.meld(TYPE, sti, value, tilladt=felt.tilladt)
        return None
    # Compared before it is converted: a number of a million digits is not worth converting.
    if not -felter.TAL <= number <= felter.TAL:
        fejl.meld(MOENSTER, sti, value, tilladt=felt.tilladt)
        return None
    # What a float was written as is what was meant: 160.33, not the nearest binary fraction.
    return Decimal(repr(number)) if isinstance(number, float) else Decimal(number)


def _timetal(felt: Felt, value: object, sti: str, fejl: Fejlliste) -> Decimal | None:
    hours = _som_timer(felt, value, sti, fejl)
    if hours is None:
        return None
    most = _hoejst(felt)
    if hours < 0:
        fejl.meld(betydning.NEGATIV, sti, value)
        return None
    if hours > most:
        what = ("ugen", "the week") if felt.navn == "timer_pr_uge" else ("måneden", "the month")
        fejl.meld(betydning.FOR_MANGE, sti, value, hvad=what, hoejst=str(most))
        return None
    # Neither 1.6E+2 nor 160.3300 nor -0: the same amount is kept the same way.
    exact = hours.quantize(_CENT, context=_KONTEKST).copy_abs()
    if hours != exact:
        fejl.meld(betydning.DECIMALER, sti, value)
        return None
    return exact


_NAERMERE: Final[dict[Slags, Callable[[Felt, Any, str, Fejlliste], Any]]] = {
    Slags.TEKST: _noegle,
    Slags.KODE: _kode,
    Slags.DATO: _dag,
    Slags.MAANED: _dag,
    Slags.SANDHED: _sandhed,
    Slags.HELTAL: _heltal,
    Slags.TIMER: _timetal,
    Slags.KOMMUNE: _som_tekst,
    Slags.DATOER: _dage,
}


# --- the whole case ------------------------------------------------------------------


def _laes_liste(liste: Liste, plan: _Plan, raw: object, fejl: Fejlliste) -> Poster | None:
    name = liste.navn
    if not isinstance(raw, list):
        if isinstance(raw, _Forkert):
            raw.meld(name, fejl)
        elif raw is not None or liste.kraevet:
            fejl.meld(TYPE, name, raw, tilladt=_EN_LISTE)
        return None
    poster = Poster(name)
    readers, required = plan.laesere, plan.kraevede.keys()
    for nr, item in enumerate(raw):
        if item.__class__ is dict:
            try:
                read = {key: readers[key](value) for key, value in item.items()}
            except (KeyError, TypeError):
                pass
            else:
                if required <= read.keys():
                    poster.tilfoej(nr, read)
                    continue
        if isinstance(item, dict):
            poster.tilfoej(nr, *_objekt_naermere(item, plan, f"{name}[{nr}]", fejl))
        elif isinstance(item, _Forkert):
            item.meld(f"{name}[{nr}]", fejl)
        else:
            fejl.meld(OBJEKT, f"{name}[{nr}]", item, felter=plan.navne)
    return poster


def _laes_skalarer(raw: dict[str, Any], fejl: Fejlliste) -> dict[str, Any]:
    if raw.__class__ is dict and _SAGENS.kraevede.keys() <= raw.keys() <= _SAGENS.alle:
        try:
            return {key: read(raw[key]) for key, read in _SAGENS.laesere.items() if key in raw}
        except (KeyError, TypeError):
            pass
    return _objekt_naermere(raw, _SAGENS, "", fejl)[0]


def fra_obj(obj: object) -> Sag:
    """Return the case that a JSON value (dicts, lists and scalars) describes.

    Args:
        obj: one case as format.md has it. Hours may be `Decimal`, int, float or text.

    Raises:
        Sagsfejl: with every fault of shape and of meaning.

    >>> sag = fra_obj({"format": "kontaktforloeb-sag/1", "id": "A-1", "perioder": [
    ...     {"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2021-09-06"}]})
    >>> sag.perioder[0].fra
    datetime.date(2021, 9, 6)
    >>> fra_obj({"format": "kontaktforloeb-sag/1", "id": "A-1", "perioder": [
    ...     {"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2021-02-29"}], "samtale": []})
    Traceback (most recent call last):
    ...
    kontaktforloeb.formater.fejl.Sagsfejl: samtale: er ikke et felt her. Fik []; tilladt: format, id, kommune, foedselsdato, forsikring, perioder, haendelser, samtaler, tilbud, fritagelser, beskaeftigelse, timer, forbrug, ordninger.
    perioder[0].fra: findes ikke i kalenderen. Fik "2021-02-29"; tilladt: en dag eller måned, der findes.
    """  # noqa: E501 - the messages are as long as they are
    if not isinstance(obj, dict):
        raise Sagsfejl([INTET.fejl("", vis(obj), felter=_SAGENS.navne)])
    scalars, lists = _laest(obj)
    del scalars["format"]
    for liste, _ in _LISTER:
        if liste.navn in lists:
            make = liste.klasse
            scalars[liste.navn] = tuple([make(**post) for post in lists[liste.navn].poster])
    return som_kontrolleret(Sag(**scalars))


def _laest(obj: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Poster]]:
    """The scalars and the lists of a case, checked. Raises `Sagsfejl` with every fault."""
    fejl = Fejlliste()
    scalars = _laes_skalarer(obj, fejl)
    lists: dict[str, Poster] = {}
    for liste, plan in _LISTER:
        if liste.navn in obj:
            poster = _laes_liste(liste, plan, obj[liste.navn], fejl)
            if poster is not None:
                lists[liste.navn] = poster
    betydning.kontroller(scalars.get("foedselsdato"), lists, fejl)
    fejl.rejs()
    return scalars, lists


def laes_dokument(data: bytes | str) -> Sag:
    """Return the case in a JSON document.

    Args:
        data: the document, UTF-8 without byte order mark, at most 8 MB.

    Raises:
        Sagsfejl: the document cannot be read, or with every fault of shape and of meaning.

    >>> laes_dokument('{"format": "kontaktforloeb-sag/1", "id": "A-1", "perioder": []}').id
    'A-1'
    """
    return fra_obj(laesning.laes_json(data))


def laes_sti(sti: str | os.PathLike[str]) -> Sag:
    """Return the case in a file that holds one JSON document.

    Raises:
        Sagsfejl: as `laes_dokument`.
        OSError: there is no such file, or it cannot be opened.
    """
    with Path(sti).open("rb") as file:
        # One byte more than allowed is enough to see that there is too much.
        return laes_dokument(file.read(laesning.STOERST + 1))


def laes_linjer(
    kilde: str | os.PathLike[str] | IO[bytes] | IO[str], *, afvist: Callable[[Sagsfejl], None] | None = None
) -> Iterator[Sag]:
    r"""Yield the cases of a JSON Lines file, one document a line; empty lines are passed over.

    Paths in faults begin with the line: `linje 5: samtaler[3].dato`.

    Args:
        kilde: a path, or an open file (bytes or text), which is left open.
        afvist: called with the faults of each line that is refused, and the reading goes on;
            without it the first such line raises.

    Raises:
        Sagsfejl: with every fault of the first line that has any, unless `afvist` is given.
        OSError: there is no such file, or it cannot be opened.

    >>> import io
    >>> good = '{"format": "kontaktforloeb-sag/1", "id": "A-1", "perioder": []}'
    >>> [sag.id for sag in laes_linjer(io.StringIO(good + "\n\n" + good.replace("A-1", "A-2")))]
    ['A-1', 'A-2']
    """
    if isinstance(kilde, (str, os.PathLike)):
        with Path(kilde).open("rb") as file:
            yield from laes_linjer(file, afvist=afvist)
        return
    for nr, line in _linjer(kilde):
        try:
            sag = fra_obj(laesning.laes_json(line, i_linje=True))
        except Sagsfejl as error:
            placed = error.under(f"linje {nr}")
            if afvist is None:
                raise placed from None
            afvist(placed)
        else:
            yield sag


def _linjer(file: IO[bytes] | IO[str]) -> Iterator[tuple[int, bytes | str]]:
    """The lines that hold anything, numbered from 1; of a line that is too long only so much as shows it."""
    nr = 0
    while line := file.readline(laesning.STOERST + 2):
        nr += 1
        end: Any = b"\n" if isinstance(line, bytes) else "\n"
        rest: Any = line
        while not rest.endswith(end) and len(rest) == laesning.STOERST + 2:
            rest = file.readline(laesning.STOERST + 2)
        line = line.rstrip(b"\r\n") if isinstance(line, bytes) else line.rstrip("\r\n")
        if line.strip():
            yield nr, line


def til_obj(sag: Sag) -> dict[str, Any]:
    """Return the JSON value of a case: `fra_obj(til_obj(sag)) == sag`.

    Fields stand in the order of the contract. What is not given is left out, but
    for `til`, which is null while a record runs. Hours are text, so that nothing is rounded.

    >>> import datetime as dt
    >>> from kontaktforloeb.sag import Fritagelse
    >>> sag = Sag(id="A-1", perioder=(), fritagelser=(Fritagelse(grund="ferie", fra=dt.date(2021, 9, 6)),))
    >>> til_obj(sag)["fritagelser"]
    [{'grund': 'ferie', 'fra': '2021-09-06', 'til': None}]
    """
    return _obj(sag, _som_obj, _post_som_obj)


def _obj(
    sag: Sag, scalar: Callable[[Felt, Any], Any], post: Callable[[Liste, Registrering], Any], *, noeje: bool = False
) -> dict[str, Any]:
    """The JSON value of a case, its parts made by those two; `noeje` where a list may be something else."""
    made: dict[str, Any] = {"format": FORMAT}
    for felt in felter.FELTER[1:]:
        value = getattr(sag, felt.navn)
        if value is not None:
            made[felt.navn] = scalar(felt, value)
    for liste in felter.LISTER:
        records: Any = getattr(sag, liste.navn)
        if noeje and not isinstance(records, tuple):
            made[liste.navn] = _Forkert(records, _EN_TUPEL)
        elif records or liste.kraevet:
            made[liste.navn] = [post(liste, record) for record in records]
    return made


# A field that has its default is left out; these are the defaults that are not None.
_UDELADES: Final[dict[str, Any]] = {"annulleret": False, "kontakter": ()}


def _post_som_obj(
    liste: Liste, record: Registrering, scalar: Callable[[Felt, Any], Any] | None = None
) -> dict[str, Any]:
    som = scalar or _som_obj
    made: dict[str, Any] = {}
    for felt in liste.felter:
        value = getattr(record, felt.navn)
        if value is not None and value != _UDELADES.get(felt.navn):
            made[felt.navn] = som(felt, value)
        elif felt.navn == "til":
            made["til"] = None
        elif value is None and felt.navn in _UDELADES and scalar is not None:
            made[felt.navn] = scalar(felt, value)
    return made


def _som_obj(felt: Felt, value: Any) -> Any:
    if felt.slags is Slags.DATO:
        return value.isoformat()
    if felt.slags is Slags.MAANED:
        return value.isoformat()[:7]
    if felt.slags is Slags.TIMER:
        return f"{value:f}"
    if felt.slags is Slags.DATOER:
        return [day.isoformat() for day in value]
    return value


# --- a case made in Python -----------------------------------------------------------


class _Forkert(SomSkrevet):
    """A value that no document could hold, where a document has another; what is allowed instead."""

    __slots__ = ("art", "tilladt")

    def __init__(self, vaerdi: object, tilladt: tuple[str, str], art: Fejlart = TYPE) -> None:
        super().__init__(vaerdi)
        self.tilladt = tilladt
        self.art = art

    def meld(self, sti: str, fejl: Fejlliste) -> None:
        """Report it where it stands."""
        fejl.meld(self.art, sti, self, tilladt=self.tilladt)


_EN_TUPEL: Final = ("en tuple", "a tuple")
_EN_SAG: Final = ("en kf.Sag", "a kf.Sag")
_DATOTYPE: Final = ("en datetime.date", "a datetime.date")
_FOERSTE_I_MAANEDEN: Final = ("månedens første dag", "the first day of the month")
_TYPER: Final[dict[Slags, tuple[type, tuple[str, str] | None]]] = {
    Slags.TEKST: (str, None),
    Slags.KODE: (str, None),
    Slags.KOMMUNE: (str, None),
    Slags.DATO: (dt.date, _DATOTYPE),
    Slags.MAANED: (dt.date, _DATOTYPE),
    Slags.SANDHED: (bool, ("True eller False", "True or False")),
    Slags.HELTAL: (int, None),
    Slags.TIMER: (Decimal, ("en decimal.Decimal", "a decimal.Decimal")),
    Slags.DATOER: (tuple, ("en tuple af datetime.date", "a tuple of datetime.date")),
}
"""What a field holds in Python, and how that is said where a document says it otherwise."""


def kontroller(sag: object) -> None:
    """Check a case made in Python as one from a document is; a case that was read or checked before costs nothing.

    Raises:
        Sagsfejl: with every fault of type, of shape and of meaning.

    >>> import datetime as dt
    >>> from kontaktforloeb.sag import Periode
    >>> kontroller(Sag(id="A-1", perioder=(Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra="2021-09-06"),)))
    Traceback (most recent call last):
    ...
    kontaktforloeb.formater.fejl.Sagsfejl: perioder[0].fra: har en forkert type. Fik '2021-09-06'; tilladt: en datetime.date.
    """  # noqa: E501 - the message is as long as it is
    if not isinstance(sag, Sag):
        fejl = Fejlliste()
        _Forkert(sag, _EN_SAG).meld("sag", fejl)
        fejl.rejs()
    elif not er_kontrolleret(sag):
        _laest(_obj(sag, _noeje, _post_noeje, noeje=True))
        som_kontrolleret(sag)


def _post_noeje(liste: Liste, record: object) -> Any:
    if not isinstance(record, liste.klasse):
        name = f"kf.{liste.klasse.__name__}"
        return _Forkert(record, (f"en {name}", f"a {name}"))
    return _post_som_obj(liste, record, _noeje)


def _noeje(felt: Felt, value: object) -> Any:
    """A value as the document has it; one of another type than the field's stays what it is, to be reported."""
    kind, said = _TYPER[felt.slags]
    # bool is an int and datetime a date, but neither says what the field means
    other = isinstance(value, dt.datetime if kind is dt.date else bool) and kind is not bool
    if other or not isinstance(value, kind):
        if said is None:
            return _Forkert(value, felt.tilladt)
        da, en = said
        alone = felt.kraevet or felt.navn in _UDELADES
        return _Forkert(value, said if alone else (f"{da} eller None", f"{en} or None"))
    if felt.slags is Slags.DATOER and isinstance(value, tuple):
        each = Felt(felt.navn, Slags.DATO, felt.om, kraevet=True)
        return [_noeje(each, day) for day in value]
    if felt.slags is Slags.MAANED and isinstance(value, dt.date) and value.day != 1:
        return _Forkert(value, _FOERSTE_I_MAANEDEN, MOENSTER)
    # hours of any size stay a number: written out in full they could be a million digits
    return value if felt.slags is Slags.TIMER else _som_obj(felt, value)
