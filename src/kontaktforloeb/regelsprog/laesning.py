"""Readings: a question the text leaves open, its choices, and the place in a rule where a choice decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen


@frozen
class Valg:
    """One answer to an open question: its code and what it means, in Danish and English."""

    kode: str
    tekst: str
    tekst_en: str


@frozen
class Fortolkning:
    """An open question of the text with its choices; the first is the default.

    `vagt` names what must be in a case for another choice to matter there (None: a rule that mentions it is enough).
    """

    navn: str
    spoergsmaal: str
    spoergsmaal_en: str
    valg: tuple[Valg, ...]
    vagt: str | None = None

    @property
    def standard(self) -> str:
        """The default choice."""
        return self.valg[0].kode


def _frosset(vaerdier: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(vaerdier.items())


@frozen
class Laes:
    """A value that depends on a reading: `Laes("seks-maaneder", {"samme-dato": 0, "dagen-foer": -1})`."""

    navn: str
    vaerdier: tuple[tuple[str, Any], ...] = field(converter=_frosset)
