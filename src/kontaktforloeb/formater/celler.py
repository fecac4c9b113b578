"""One cell of a table as people write it, turned into the JSON form of the format.

What cannot be understood is handed on as it stands: the reader of cases then refuses it with its path and value.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from kontaktforloeb.formater.tabelform import DATO, DATOER, HELTAL, JANEJ, MAANED, TAL, TEKST

if TYPE_CHECKING:
    from collections.abc import Callable

#: Ways to write a day and a month: ISO, Danish, and without signs between.
_DAGE: Final = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?Z?"),
    re.compile(r"(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>\d{4})(?: 00:00(?::00)?)?"),
    re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})"),
)
_MAANEDER: Final = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})(?:-\d{1,2})?"),
    re.compile(r"(?:\d{1,2}[-./])?(?P<m>\d{1,2})[-./](?P<y>\d{4})"),
    re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})"),
)
_TAL: Final = re.compile(r"\d+(?:[.,]\d+)?")
_TUSINDER_DANSK: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_JA: Final = frozenset({"ja", "j", "true", "sand", "1", "yes"})
_NEJ: Final = frozenset({"nej", "n", "false", "falsk", "0", "no"})
_TOM: Final = frozenset({"", "null", "none", "na", "n/a", "nan"})


@lru_cache(maxsize=65536)
def dato(text: str) -> str:
    """A date as ISO; 31-12-2019, 31.12.2019, 31/12/2019 and 20191231 are read too, midnight after it is dropped.

    >>> dato("31-12-2019"), dato("2019-12-31 00:00:00"), dato("31-13"), dato("1.2.2020")
    ('2019-12-31', '2019-12-31', '31-13', '2020-02-01')
    """
    for way in _DAGE:
        if found := way.fullmatch(text):
            return f"{found['y']}-{found['m']:0>2}-{found['d']:0>2}"
    return text


@lru_cache(maxsize=4096)
def maaned(text: str) -> str:
    """A month as 2019-04; 04-2019, 201904 and any day of the month are read too.

    >>> maaned("04-2019"), maaned("201904"), maaned("2019-04-30"), maaned("1.4.2019"), maaned("april")
    ('2019-04', '2019-04', '2019-04', '2019-04', 'april')
    """
    for way in _MAANEDER:
        if found := way.fullmatch(text):
            return f"{found['y']}-{found['m']:0>2}"
    return text


@lru_cache(maxsize=4096)
def tal(text: str) -> str:
    """A number as a decimal string; a comma is a decimal comma, and points before it part thousands.

    >>> tal("160,33"), tal("1.160,50"), tal("37"), tal("meget")
    ('160.33', '1160.50', '37', 'meget')
    """
    if _TUSINDER_DANSK.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", ".") if _TAL.fullmatch(text) else text


def heltal(text: str) -> int | str:
    """A whole number; 2,0 and 2.0 are 2."""
    cut = tal(text)
    whole, _, rest = cut.partition(".")
    return int(whole) if whole.isascii() and whole.isdigit() and not rest.strip("0") else text


def ja_nej(text: str) -> bool | str:
    """Yes or no, in the words and digits that exports use."""
    low = text.lower()
    return True if low in _JA else False if low in _NEJ else text


def datoer(text: str) -> list[str]:
    """Several dates, parted by |, semicolon, comma or space, with or without brackets around them."""
    return [dato(part) for part in re.split(r"[|;,\s]+", text.strip("[]")) if part]


def uaendret(text: str) -> str:
    """Text as it stands."""
    return text


LAESERE: Final[dict[str, Callable[[str], Any]]] = {
    TEKST: uaendret,
    DATO: dato,
    MAANED: maaned,
    TAL: tal,
    HELTAL: heltal,
    JANEJ: ja_nej,
    DATOER: datoer,
}


def er_tom(text: str) -> bool:
    """Whether a cell says nothing."""
    return not text or text.lower() in _TOM
