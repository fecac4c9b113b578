"""What can be wrong with input: one fault (`Fejl`), and the exception that carries all of them (`Sagsfejl`).

A fault never repeats a CPR number, wherever in the input it stood, and never
more than a short piece of the value: messages end up in logs and mails.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, TypeAlias

from attrs import evolve, field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["HOEJST", "Fejl", "Fejlart", "Fejlliste", "Sagsfejl", "SomSkrevet", "ligner_cpr", "vis", "vis_noegle"]

Del: TypeAlias = "str | int | tuple[str, str]"
"""What fills a brace in a sentence: one text for both languages, or a pair of Danish and English."""

HOEJST: Final = 200
"""So many faults are listed one by one; the rest are counted."""

UDEN: Final = object()
"""Stands for no value at all, which null is not."""

_BREDDE: Final = 60
_BITS: Final = 256

_CPR: Final = re.compile(r"\s*([0-9]{2})([0-9]{2})([0-9]{2})-?[0-9]{4}\s*", re.ASCII)
# In a message every run that has the shape is masked, possible date or not: better one too many.
_CPR_I_TEKST: Final = r"(?<![0-9])[0-9]{6}[^0-9A-Za-z]?[0-9]{4}(?![0-9])"
_NAVN: Final = r"[A-Za-z_][A-Za-z0-9_]{0,40}"
_DAGE: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def ligner_cpr(text: str) -> bool:
    """Return whether a whole text looks like a CPR number: ten digits, or six, a dash and four, with a possible date.

    >>> ligner_cpr("010180-1234"), ligner_cpr("3112991234"), ligner_cpr("300280-1234"), ligner_cpr("A-17")
    (True, True, False, False)
    """
    found = _CPR.fullmatch(text)
    if found is None:
        return False
    day, month, year = int(found[1]), int(found[2]), int(found[3])
    if not 1 <= month <= len(_DAGE) or not 1 <= day <= _DAGE[month - 1]:
        return False
    # The century is not known, so 29 February is possible in every year divisible by four.
    return (day, month) != (29, 2) or year % 4 == 0


def vis(value: object) -> str:
    """Return a value as it may stand in a message: as JSON, on one line, short, and with CPR numbers masked.

    >>> vis("010180-1234"), vis(None), vis("x" * 100)[-5:]
    ('"******-****"', 'null', 'xxxx…')
    """
    if isinstance(value, str):
        # Cut before quoting: a value of megabytes costs nothing. The margin shows the mask a number on the edge.
        text = json.dumps(value[: 2 * _BREDDE], ensure_ascii=False)
    elif isinstance(value, dict):
        text = "{…}" if value else "{}"
    elif isinstance(value, (list, tuple)):
        text = "[…]" if value else "[]"
    elif value is None or isinstance(value, bool):
        text = {None: "null", True: "true", False: "false"}[value]
    elif isinstance(value, int) and value.bit_length() > _BITS:
        # Python refuses to print very large integers.
        text = "-…" if value < 0 else "…"
    else:
        text = str(value)[: 2 * _BREDDE]
    text = re.sub(_CPR_I_TEKST, "******-****", text)
    if len(text) > _BREDDE:
        text = text[: _BREDDE - 1] + "…"
    # What cannot be printed (control characters, half a surrogate pair, marks that turn the text around) is escaped.
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


class SomSkrevet:
    """A Python value that JSON has no form for: `vis` shows it as Python writes it."""

    __slots__ = ("vaerdi",)

    def __init__(self, vaerdi: object) -> None:
        self.vaerdi = vaerdi

    def __str__(self) -> str:
        return repr(self.vaerdi)


def vis_noegle(sti: str, noegle: object) -> str:
    """Return the path of a key below `sti`; a key that is not a plain name is quoted and masked.

    >>> vis_noegle("samtaler[3]", "dato"), vis_noegle("", "min dato")
    ('samtaler[3].dato', '["min dato"]')
    """
    if isinstance(noegle, str) and re.fullmatch(_NAVN, noegle):
        return f"{sti}.{noegle}" if sti else noegle
    return f"{sti}[{vis(noegle)}]"


@frozen
class Fejl:
    """One fault: where (`sti`), what stood there (`vaerdi`), what is allowed (`tilladt`), and a sentence about it.

    `sti` is the path in the document, such as `samtaler[3].dato`, empty for the
    document as a whole (the sentence then names it); `vaerdi` is the value as JSON, shortened and masked;
    `kode` is stable and meant for programs. `besked` and `tilladt` are Danish;
    `paa("en")` gives the same fault in English.

    >>> fejl = Fejl("kommune", '"16"', "tre cifre", "er forkert.", "moenster", "is wrong.", "three digits")
    >>> print(fejl)
    kommune: er forkert. Fik "16"; tilladt: tre cifre.
    >>> print(fejl.paa("en"))
    kommune: is wrong. Got "16"; allowed: three digits.
    """

    sti: str
    vaerdi: str
    tilladt: str
    besked: str
    kode: str
    besked_en: str = ""
    tilladt_en: str = ""
    sprog: str = field(default="da", kw_only=True)

    def paa(self, sprog: str) -> Fejl:
        """Return the fault in `sprog` (`da` or `en`); Danish where nobody wrote an English sentence."""
        if sprog == self.sprog or sprog != "en":
            return self
        return evolve(self, besked=self.besked_en or self.besked, tilladt=self.tilladt_en or self.tilladt, sprog="en")

    def under(self, sted: str) -> Fejl:
        """Return the fault with a place before its path, such as `linje 5`."""
        return evolve(self, sti=f"{sted}: {self.sti}" if self.sti else sted)

    def __str__(self) -> str:
        got, allowed = ("Got", "allowed") if self.sprog == "en" else ("Fik", "tilladt")
        line = f"{self.sti}: {self.besked}" if self.sti else self.besked
        parts = [f"{got} {self.vaerdi}"] if self.vaerdi else []
        parts += [f"{allowed}: {self.tilladt}"] if self.tilladt else []
        if not parts:
            return line
        tail = "; ".join(parts)
        return f"{line} {tail[:1].upper()}{tail[1:]}."


class Sagsfejl(ValueError):  # noqa: N818 - the name is part of the contract
    """Bad input. `fejl` holds every fault, but of very many the first 200 (`Sagsfejl.HOEJST`); `antal` counts them all.

    `str()` lists them in Danish, one a line; `tekst("en")` in English.

    >>> print(Sagsfejl([Fejl("id", "", "", "mangler.", "mangler"), Fejl("perioder", "", "", "mangler.", "mangler")]))
    id: mangler.
    perioder: mangler.
    """

    HOEJST: ClassVar[int] = HOEJST
    """So many faults are written out; the rest are counted in `antal`."""

    fejl: tuple[Fejl, ...]
    antal: int

    def __init__(self, fejl: Iterable[Fejl], antal: int | None = None) -> None:
        every = tuple(fejl)
        self.fejl = every[:HOEJST]
        self.antal = len(every) if antal is None else antal
        super().__init__(self.fejl, self.antal)

    def tekst(self, sprog: str = "da") -> str:
        """Return every fault, one a line, in `sprog` (`da` or `en`), and how many more there are."""
        lines = [str(fault.paa(sprog)) for fault in self.fejl]
        more = self.antal - len(self.fejl)
        if more > 0:
            lines.append(f"… and {more} more." if sprog == "en" else f"… og {more} fejl mere.")
        return "\n".join(lines)

    def under(self, sted: str) -> Sagsfejl:
        """Return the same faults with a place before every path, such as `linje 5`."""
        return Sagsfejl([fault.under(sted) for fault in self.fejl], self.antal)

    def __str__(self) -> str:
        return self.tekst()


class Fejlart(NamedTuple):
    """One kind of fault, as a row of the documented list: number, code, and its sentences in both languages.

    `da` and `en` are the sentences after the path, `tilladt` and `allowed` what
    is allowed; all four may name parts in braces.
    """

    nr: int
    kode: str
    da: str
    en: str
    tilladt: str
    allowed: str

    def fejl(self, sti: str, vaerdi: str, **dele: Del) -> Fejl:
        """Return the fault of this kind at `sti`; `dele` fill the braces (a pair is Danish and English)."""
        da: Mapping[str, str | int] = {key: part[0] if isinstance(part, tuple) else part for key, part in dele.items()}
        en: Mapping[str, str | int] = {key: part[1] if isinstance(part, tuple) else part for key, part in dele.items()}
        return Fejl(
            sti,
            vaerdi,
            self.tilladt.format_map(da),
            self.da.format_map(da),
            self.kode,
            self.en.format_map(en),
            self.allowed.format_map(en),
        )


class Fejlliste:
    """The faults found so far. Only the first `HOEJST` are written out, so bad input of any size costs little."""

    __slots__ = ("antal", "fejl")

    def __init__(self) -> None:
        self.fejl: list[Fejl] = []
        self.antal = 0

    def meld(self, art: Fejlart, sti: str, vaerdi: object = UDEN, /, **dele: Del) -> None:
        """Add a fault of kind `art`; `vaerdi` is shown by `vis`, where there is one."""
        self.antal += 1
        if self.antal <= HOEJST:
            self.fejl.append(art.fejl(sti, "" if vaerdi is UDEN else vis(vaerdi), **dele))

    def rejs(self) -> None:
        """Raise `Sagsfejl` if anything was found."""
        if self.antal:
            raise Sagsfejl(self.fejl, self.antal)
