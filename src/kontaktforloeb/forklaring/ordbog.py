"""The words of one language: numbers, dates, amounts, lists and citations as people write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from kontaktforloeb.regelsprog import Hjemmel, Maengde

_MAANEDER: Final = {
    "da": (
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
        "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip
_TAL: Final = {
    "da": ("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"),
    "en": (
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ),
}  # fmt: skip
_ENHEDER: Final = {
    "dag": ("dag", "dage", "dags", "dages", "day", "days"),
    "uge": ("uge", "uger", "uges", "ugers", "week", "weeks"),
    "maaned": ("måned", "måneder", "måneds", "måneders", "month", "months"),
    "ydelsesuge": (
        "hel ydelsesuge", "hele ydelsesuger", "hel ydelsesuges", "hele ydelsesugers", "whole benefit week",
        "whole benefit weeks",
    ),
    "kalenderuge": (
        "kalenderuge", "kalenderuger", "kalenderuges", "kalenderugers", "calendar week", "calendar weeks",
    ),
}  # fmt: skip
_DELT: Final = {
    "da": re.compile(r"(.* )([0-9]+)"),
    "en": re.compile(r"(.*?§ .*?(?: (?=no))?)((?:no\. [0-9]+)|(?:\([0-9]+\)))"),
}
"""A citation as what it may share with the next one, and its last number."""
_STYKKE: Final = re.compile(r",? (?:stk\.|pkt\.) ([0-9]+)")


@lru_cache(maxsize=65536)
def dato(dag: int, sprog: str) -> str:
    """A day as people write it.

    >>> dato(dt.date(2019, 3, 4).toordinal(), "da"), dato(dt.date(2019, 3, 4).toordinal(), "en")
    ('4. marts 2019', '4 March 2019')
    """
    d = dt.date.fromordinal(dag)
    return f"{d.day}{'.' if sprog == 'da' else ''} {_MAANEDER[sprog][d.month - 1]} {d.year}"


class Ordbog:
    """The words of one language; `o(da, en)` gives the one that is spoken.

    >>> o = Ordbog("da")
    >>> o("ja", "yes"), o.tal(4), o.tal(13), o.timer(16033), o.og(["a", "b", "c"])
    ('ja', 'fire', '13', '160,33', 'a, b og c')
    """

    __slots__ = ("kode",)

    def __init__(self, kode: str) -> None:
        """`kode` is `da` or `en`."""
        self.kode = kode

    def __call__(self, da: str, en: str) -> str:
        """The one of the two that is spoken."""
        return en if self.kode == "en" else da

    # numbers and amounts --------------------------------------------------------------------------------------------

    def tal(self, antal: int, *, intetkoen: bool = False) -> str:
        """A number in running text: in letters to twelve."""
        if antal == 1 and intetkoen and self.kode == "da":
            return "ét"
        ord_ = _TAL[self.kode]
        return ord_[antal] if 0 <= antal < len(ord_) else str(antal)

    def timer(self, hundrededele: int) -> str:
        """Hundredths of an hour as hours; Danish writes a comma."""
        hele, rest = divmod(hundrededele, 100)
        tusinder = f"{hele:,}"
        if self.kode == "da":
            return tusinder.replace(",", ".") + (f",{rest:02d}" if rest else "")
        return tusinder + (f".{rest:02d}" if rest else "")

    def maengde(self, m: Maengde) -> str:
        """An amount of time: `6 måneder`, `1 week`."""
        ord_ = _ENHEDER[m.enhed]
        antal = abs(m.antal)
        return f"{antal} {ord_[(0 if antal == 1 else 1) + (4 if self.kode == 'en' else 0)]}"

    def ejefald(self, m: Maengde) -> str:
        """An amount before a noun: `6 måneders`; in English as it is."""
        if self.kode == "en":
            return self.maengde(m)
        return f"{m.antal} {_ENHEDER[m.enhed][2 if m.antal == 1 else 3]}"

    def dage(self, antal: int) -> str:
        """A number of days."""
        return self.maengde(Maengde(antal, "dag"))

    # dates ----------------------------------------------------------------------------------------------------------

    def dato(self, dag: int) -> str:
        """A day: `4. marts 2019`."""
        return dato(dag, self.kode)

    def den(self, dag: int) -> str:
        """A day in running text: `den 4. marts 2019`; in English the date alone."""
        return f"den {self.dato(dag)}" if self.kode == "da" else self.dato(dag)

    def paa(self, dag: int) -> str:
        """On a day: `den 4. marts 2019`, `on 4 March 2019`."""
        return f"den {self.dato(dag)}" if self.kode == "da" else f"on {self.dato(dag)}"

    def iso(self, tekst: str) -> int:
        """The day that a code's argument names."""
        return dt.date.fromisoformat(tekst).toordinal()

    def datoer(self, dage: Sequence[int]) -> str:
        """Several days, the year said once: `8. marts, 4. april og 9. maj 2019`."""
        ud: list[str] = []
        for i, dag in enumerate(dage):
            tekst = self.dato(dag)
            if i + 1 < len(dage) and dt.date.fromordinal(dag).year == dt.date.fromordinal(dage[i + 1]).year:
                tekst = tekst[:-5]
            ud.append(tekst)
        return self.og(ud)

    # putting together -----------------------------------------------------------------------------------------------

    def og(self, led: Iterable[str]) -> str:
        """A list: `a, b og c`."""
        return self._liste(led, self("og", "and"))

    def eller(self, led: Iterable[str]) -> str:
        """A choice: `a, b eller c`."""
        return self._liste(led, self("eller", "or"))

    @staticmethod
    def _liste(led: Iterable[str], ord_: str) -> str:
        alle = list(led)
        return alle[0] if len(alle) == 1 else f"{', '.join(alle[:-1])} {ord_} {alle[-1]}" if alle else ""

    def navn(self, koder: Any, kode: str) -> str:
        """The label of a code of one of the lists of `koder`. Raises `ValueError` for a code not in it."""
        return str(koder(kode).tekst(self.kode))

    def citat(self, hjemmel: Hjemmel) -> str:
        """A citation in running text: `LAB § 20, stk. 1`, `LAB § 20(1)`."""
        if self.kode == "da":
            return f"{hjemmel.lov.kort} {hjemmel.paragraf}"
        navn = hjemmel.lov.kort if hjemmel.lov.kort[:1].isupper() else hjemmel.lov.navn_en
        paragraf = _STYKKE.sub(r"(\1)", hjemmel.paragraf)
        return f"{navn} {paragraf.replace(', nr.', ' no.').replace(', litra', ' letter')}"


def stort(tekst: str) -> str:
    """The text with a capital first letter."""
    return tekst[:1].upper() + tekst[1:]


def saetning(tekst: str) -> str:
    """The text as a sentence: a capital first, a full stop last."""
    tekst = stort(tekst)
    return tekst if tekst.endswith((".", ":", "?")) else tekst + "."


def efter(citat: str) -> str:
    """A citation before a verb: a comma closes one that holds a comma.

    >>> efter("LAB § 20, stk. 1"), efter("LAB § 19")
    ('LAB § 20, stk. 1,', 'LAB § 19')
    """
    return citat + "," if "," in citat else citat


def samlet(citater: Iterable[str], o: Ordbog) -> str:
    """Several citations as one: what they share is said once.

    >>> samlet(["LAB § 20, stk. 1", "LAB § 20, stk. 2"], Ordbog("da"))
    'LAB § 20, stk. 1 og 2'
    >>> samlet(["LAB § 20(1)", "LAB § 20(2)"], Ordbog("en"))
    'LAB § 20(1) and (2)'
    """
    alle = list(dict.fromkeys(citater))
    delt = [_DELT[o.kode].fullmatch(c) for c in alle]
    faelles = {d[1] for d in delt if d is not None}
    if len(alle) > 1 and len(faelles) == 1 and None not in delt:
        return faelles.pop() + o.og(d[2] for d in delt if d is not None)
    return o.og(alle)


ORDBOEGER: Final = {"da": Ordbog("da"), "en": Ordbog("en")}
"""One for each language."""
