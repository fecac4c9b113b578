"""From bytes to plain JSON values, safe for any input: bounded size, bounded depth, no surprises among the numbers.

JSON that is too big, too deep, in another encoding or simply broken ends in a
`Sagsfejl` before anything looks at its contents. What JSON itself would let pass
(a key given twice, `NaN`, numbers of any length) is kept in a form that the
caller can point at.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from kontaktforloeb.formater.fejl import Fejlart, Sagsfejl

__all__ = ["BEHOLDERE", "DYBDE", "LAESNING", "STOERST", "VAERDIER", "Dubletter", "IkkeTal", "laes_json"]

STOERST: Final = 8_000_000
"""The most bytes a document may have (8 MB)."""

DYBDE: Final = 32
"""A case is four levels deep; what is nested deeper than this is refused unread."""

# No case that could be right comes near these: the shortest record takes 31 bytes, the shortest date in a list 13.
BEHOLDERE: Final = 250_000
"""The most objects and lists a document may have: one of `{}` alone would take a gigabyte of memory."""

VAERDIER: Final = 650_000
"""The most values that commas part."""

FOR_STOR: Final = Fejlart(
    1, "for-stort", "Dokumentet er for stort.", "The document is too big.", "højst 8 MB", "at most 8 MB"
)
TOM: Final = Fejlart(2, "tomt", "Dokumentet er tomt.", "The document is empty.", "ét JSON-objekt", "one JSON object")
BOM: Final = Fejlart(
    3,
    "bom",
    "Dokumentet begynder med et byte order mark.",
    "The document begins with a byte order mark.",
    "UTF-8 uden BOM",
    "UTF-8 without BOM",
)
UTF16: Final = Fejlart(
    4,
    "utf-16",
    "Dokumentet er skrevet i UTF-16 eller UTF-32.",
    "The document is written in UTF-16 or UTF-32.",
    "UTF-8",
    "UTF-8",
)
UTF8: Final = Fejlart(
    5,
    "utf-8",
    "Dokumentet er ikke gyldig UTF-8 (byte {byte}).",
    "The document is not valid UTF-8 (byte {byte}).",
    "UTF-8",
    "UTF-8",
)
SYNTAKS: Final = Fejlart(
    6,
    "json",
    "Dokumentet er ikke gyldig JSON (linje {linje}, tegn {tegn}).",
    "The document is not valid JSON (line {linje}, character {tegn}).",
    "JSON (RFC 8259)",
    "JSON (RFC 8259)",
)
# Of JSON Lines the line is named with the fault: the document's own is always the first.
SYNTAKS_I_LINJE: Final = SYNTAKS._replace(
    da="Dokumentet er ikke gyldig JSON (tegn {tegn}).", en="The document is not valid JSON (character {tegn})."
)
FOR_DYB: Final = Fejlart(
    7,
    "for-dybt",
    "Dokumentet er indlejret for dybt.",
    "The document is nested too deep.",
    f"højst {DYBDE} niveauer",
    f"at most {DYBDE} levels",
)
DUBLET: Final = Fejlart(
    8,
    "felt-to-gange",
    "står to gange i samme objekt.",
    "is given twice in one object.",
    "hvert felt én gang",
    "each field once",
)
IKKE_TAL: Final = Fejlart(9, "ikke-tal", "er ikke et tal i JSON.", "is not a number in JSON.", "{tilladt}", "{tilladt}")
FOR_MANGE: Final = Fejlart(
    10,
    "for-mange-vaerdier",
    "Dokumentet har for mange værdier.",
    "The document has too many values.",
    "højst 250.000 objekter og lister og 650.000 værdier",
    "at most 250,000 objects and lists and 650,000 values",
)

LAESNING: Final = (FOR_STOR, TOM, BOM, UTF16, UTF8, SYNTAKS, FOR_DYB, DUBLET, IKKE_TAL, FOR_MANGE)
"""What can be wrong with a document before anybody looks at its fields."""


class Dubletter(dict[str, Any]):
    """An object in which some keys stood more than once; the last value is kept, as JSON readers do."""

    __slots__ = ("dubletter",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        self.dubletter: list[str] = []
        for key, _ in pairs:
            if key in seen:
                self.dubletter.append(key)
            seen.add(key)


class IkkeTal:
    """`NaN`, `Infinity` or `-Infinity`, which many programs write and JSON does not have."""

    __slots__ = ("tekst",)

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst

    def __str__(self) -> str:
        return self.tekst


_LANGT: Final = 18


def _objekt(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Dubletter(pairs)


def _heltal(text: str) -> int | Decimal:
    # The time to convert to an int grows with the square of the length; to a Decimal it does not.
    return int(text) if len(text) <= _LANGT else Decimal(text)


def _decimaltal(text: str) -> Decimal | float:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what a Decimal can hold
        return float(text)


_LAESER: Final = json.JSONDecoder(
    object_pairs_hook=_objekt, parse_int=_heltal, parse_float=_decimaltal, parse_constant=IkkeTal
)

_UTF8_MAERKE: Final = b"\xef\xbb\xbf"
_UTF16_MAERKER: Final = (b"\xff\xfe", b"\xfe\xff")
_KUN_PARENTESER: Final = bytes.maketrans(b"{}", b"[]")
_ANDRE_TEGN: Final = bytes(byte for byte in range(256) if byte not in b"[]{},")


def _sagsfejl(art: Fejlart, **dele: int) -> Sagsfejl:
    return Sagsfejl([art.fejl("", "", **dele)])


def _ramme(data: bytes) -> bytes:
    """The brackets (all as lists) and commas of a document, without what stands in strings."""
    outside = data.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2]
    return b"".join(outside).translate(_KUN_PARENTESER, _ANDRE_TEGN)


def _for_dyb(brackets: bytes) -> bool:
    """Return whether brackets nest deeper than `DYBDE`, in linear time and without recursion.

    The innermost pairs are taken out, one level at a time. In a broken document the brackets need
    not match; a reader goes at most as deep as the levels taken out and the
    opening brackets left, so a few of those are left for it to complain about.
    """
    for _ in range(DYBDE):
        brackets = brackets.replace(b"[]", b"")
    return b"[]" in brackets or brackets.count(b"[") > DYBDE


def _kontroller_ramme(data: bytes) -> None:
    """Refuse what is too deep or has too many values, before anything is made of it.

    For nearly every document counting the brackets is enough: no more than levels allowed.
    """
    if data.count(b"[") + data.count(b"{") <= DYBDE and data.count(b",") <= VAERDIER:
        return
    frame = _ramme(data)
    brackets = frame.replace(b",", b"")
    if _for_dyb(brackets):
        raise _sagsfejl(FOR_DYB)
    if brackets.count(b"[") > BEHOLDERE or len(frame) - len(brackets) > VAERDIER:
        raise _sagsfejl(FOR_MANGE)


def _tekst(data: bytes) -> str:
    if not data.strip():
        raise _sagsfejl(TOM)
    if data.startswith(_UTF8_MAERKE):
        raise _sagsfejl(BOM)
    # JSON begins with two ASCII characters, so a null byte there belongs to a wider encoding.
    if data.startswith(_UTF16_MAERKER) or (b"\0" in data[:4] and data.strip(b"\0")):
        raise _sagsfejl(UTF16)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _sagsfejl(UTF8, byte=error.start + 1) from None


def laes_json(data: bytes | str, *, i_linje: bool = False) -> Any:
    """Return the JSON value of a document.

    Numbers with decimals are `Decimal` (no rounding), objects with a key given
    twice are `Dubletter`, and `NaN` and its like are `IkkeTal`.

    Args:
        data: the document; bytes are UTF-8 without byte order mark, at most `STOERST` bytes.
        i_linje: it is one line of many, which the caller names.

    Raises:
        Sagsfejl: the document is too big, empty, too deep, of too many values, not UTF-8 or not JSON.

    >>> laes_json(b'{"timer": 160.33}')
    {'timer': Decimal('160.33')}
    >>> laes_json(b'{"timer": ')
    Traceback (most recent call last):
    ...
    kontaktforloeb.formater.fejl.Sagsfejl: Dokumentet er ikke gyldig JSON (linje 1, tegn 11). Tilladt: JSON (RFC 8259).
    """
    if len(data) > STOERST:
        raise _sagsfejl(FOR_STOR)
    if isinstance(data, str):
        text = data
        # Half a surrogate pair can stand in a str; the reader below finds it where it matters.
        data = text.encode("utf-8", "surrogatepass")
        if len(data) > STOERST:
            raise _sagsfejl(FOR_STOR)
        if not data.strip():
            raise _sagsfejl(TOM)
        if text.startswith("\ufeff"):
            raise _sagsfejl(BOM)
    else:
        text = _tekst(data)
    _kontroller_ramme(data)
    try:
        return _LAESER.decode(text)
    except json.JSONDecodeError as error:
        raise _sagsfejl(SYNTAKS_I_LINJE if i_linje else SYNTAKS, linje=error.lineno, tegn=error.colno) from None
    except RecursionError:  # the caller had nearly used up the stack
        raise _sagsfejl(FOR_DYB) from None
