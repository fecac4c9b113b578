"""The arguments of the library's functions, checked all at once: every fault in one `Sagsfejl`, as for a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from kontaktforloeb.formater import sag_json
from kontaktforloeb.formater.betydning import FOERSTE, SIDSTE, UDEN_FOR
from kontaktforloeb.formater.fejl import Fejl, Fejlart, Sagsfejl, SomSkrevet, vis

__all__ = ["Argumenter"]

INGEN_DATO: Final = Fejlart(
    1, "ingen-dato", "er ikke en dato.", "is no date.", "en datetime.date{fra}", "a datetime.date{fra}"
)
UDEN_FOR_LOVEN: Final = Fejlart(
    2,
    "dato-uden-for-loven",
    "ligger uden for den lov, der er beskrevet.",
    "lies outside the law encoded.",
    "en dato fra {fra} til {til}",
    "a date from {fra} to {til}",
)
UKENDT: Final = Fejlart(3, "ukendt-valg", "kendes ikke.", "is not known.", "{tilladt}", "{tilladt}")
IKKE_TILLADT: Final = Fejlart(4, "", "er ikke tilladt.", "is not allowed.", "{tilladt}", "{tilladt}")
INTET_OPSLAG: Final = Fejlart(
    5,
    "fortolkninger",
    "er ikke læsninger med valg.",
    "is no mapping of readings.",
    "en dict fra læsning til valg, eller None",
    "a dict from reading to choice, or None",
)


class Argumenter:
    """Collects what is wrong with the arguments of one call; `rejs` raises it.

    >>> import datetime as dt
    >>> tjek = Argumenter()
    >>> tjek.heltal("horisont", True, 1, 120, ("måneder", "months"))
    >>> tjek.en_af("sprog", "fr", ("da", "en"), "ukendt-sprog")
    >>> tjek.rejs()
    Traceback (most recent call last):
    ...
    kontaktforloeb.formater.fejl.Sagsfejl: horisont: er ikke tilladt. Fik True; tilladt: 1-120 måneder.
    sprog: kendes ikke. Fik 'fr'; tilladt: da, en.
    """

    __slots__ = ("antal", "fejl")

    def __init__(self) -> None:
        self.fejl: list[Fejl] = []
        self.antal = 0

    def meld(self, art: Fejlart, navn: str, vaerdi: object, **dele: str | tuple[str, str]) -> None:
        """Add a fault; a day is shown as such, any other value as Python writes it, short and masked."""
        self.antal += 1
        self.fejl.append(art.fejl(navn, _vist(vaerdi), **dele))

    def sag(self, sag: object) -> None:
        """A case: as one from a document, or every fault of it."""
        try:
            sag_json.kontroller(sag)
        except Sagsfejl as refused:
            self.fejl += refused.fejl
            self.antal += refused.antal

    def dato_i_loven(self, navn: str, dag: object, foerste: dt.date) -> None:
        """A day under the law that is encoded, from `foerste` on."""
        self._dato(navn, dag, foerste, UDEN_FOR_LOVEN)

    def dato_i_sager(self, navn: str, dag: object) -> None:
        """A day that cases can be about."""
        self._dato(navn, dag, FOERSTE, UDEN_FOR)

    def _dato(self, navn: str, dag: object, foerste: dt.date, uden_for: Fejlart) -> None:
        if not isinstance(dag, dt.date) or isinstance(dag, dt.datetime):
            span = (f" fra {foerste} til {SIDSTE}", f" from {foerste} to {SIDSTE}")
            self.meld(INGEN_DATO, navn, dag, fra=span)
        elif not foerste <= dag <= SIDSTE:
            self.meld(uden_for, navn, dag, fra=str(foerste), til=str(SIDSTE))

    def heltal(self, navn: str, tal: object, mindst: int, hoejst: int, enhed: tuple[str, str] = ("", "")) -> None:
        """A whole number, both ends allowed; True is none."""
        if isinstance(tal, bool) or not isinstance(tal, int) or not mindst <= tal <= hoejst:
            da, en = (f"{mindst}-{hoejst} {unit}".rstrip() for unit in enhed)
            self.meld(IKKE_TILLADT._replace(kode=navn), navn, tal, tilladt=(da, en))

    def en_af(self, navn: str, vaerdi: object, tilladte: Sequence[object], kode: str) -> None:
        """One of a few values, of their own type."""
        if isinstance(vaerdi, bool) or not isinstance(vaerdi, (str, int)) or vaerdi not in tilladte:
            kendt = UKENDT if any(isinstance(v, str) for v in tilladte) else IKKE_TILLADT
            self.meld(kendt._replace(kode=kode), navn, vaerdi, tilladt=", ".join(map(str, tilladte)))

    def laesninger(self, navn: str, valg: object, kendte: Mapping[str, Sequence[str]]) -> None:
        """Readings with their choices, or None."""
        if valg is None:
            return
        if not isinstance(valg, Mapping):
            self.meld(INTET_OPSLAG, navn, valg)
            return
        for laesning, kode in valg.items():
            if not isinstance(laesning, str) or laesning not in kendte:
                self.meld(UKENDT, navn, laesning, tilladt=", ".join(sorted(kendte)))
            else:
                self.en_af(f"{navn}.{laesning}", kode, kendte[laesning], UKENDT.kode)

    def rejs(self) -> None:
        """Raise `Sagsfejl` if anything was found."""
        if self.antal:
            raise Sagsfejl(self.fejl, self.antal)


def _vist(vaerdi: object) -> str:
    day = isinstance(vaerdi, dt.date) and not isinstance(vaerdi, dt.datetime)
    return str(vaerdi) if day else vis(SomSkrevet(vaerdi))
