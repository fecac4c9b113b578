"""The tables of a caseload: one a kind of record, and what each column holds. Read off the records of `sag`."""

from __future__ import annotations

import datetime as dt
import types
import typing
from decimal import Decimal
from typing import Any, Final

import attrs

from kontaktforloeb import sag

#: What a cell can hold.
TEKST, DATO, MAANED, TAL, HELTAL, JANEJ, DATOER = "tekst", "dato", "maaned", "tal", "heltal", "ja-nej", "datoer"

_LISTER: Final[dict[str, type]] = {
    "perioder": sag.Periode,
    "haendelser": sag.Haendelse,
    "samtaler": sag.Samtale,
    "tilbud": sag.Tilbud,
    "fritagelser": sag.Fritagelse,
    "beskaeftigelse": sag.Beskaeftigelse,
    "timer": sag.Timer,
    "forbrug": sag.Forbrug,
    "ordninger": sag.Ordning,
}


def _kind(name: str, annotation: Any) -> str:
    if isinstance(annotation, types.UnionType):
        annotation = next(a for a in typing.get_args(annotation) if a is not type(None))
    if typing.get_origin(annotation) is tuple:
        return DATOER
    if annotation is dt.date:
        return MAANED if name == "maaned" else DATO
    return {Decimal: TAL, int: HELTAL, bool: JANEJ, str: TEKST}[annotation]


def _columns(record: type) -> dict[str, str]:
    hints = typing.get_type_hints(record)
    # The keys of a record come last, as in the JSON format; the case's id first.
    fields = [a.name for a in attrs.fields(record)]
    shared = [a.name for a in attrs.fields(sag.Registrering)]
    order = [f for f in fields if f not in shared] + shared
    return {"id": TEKST, **{name: _kind(name, hints[name]) for name in order}}


#: Table -> column -> what it holds. `sager` has the scalars; every table has `id`.
TABELLER: Final[dict[str, dict[str, str]]] = {
    "sager": {"id": TEKST, "kommune": TEKST, "foedselsdato": DATO, "forsikring": TEKST},
    **{name: _columns(record) for name, record in _LISTER.items()},
}

#: Columns without which a table cannot be read.
KRAEVEDE: Final[dict[str, tuple[str, ...]]] = {
    "sager": ("id",),
    "perioder": ("id", "ydelse", "maalgruppe", "fra"),
    "haendelser": ("id", "art", "dato"),
    "samtaler": ("id", "dato"),
    "tilbud": ("id", "art", "fra"),
    "fritagelser": ("id", "grund", "fra"),
    "beskaeftigelse": ("id", "fra"),
    "timer": ("id", "maaned", "timer"),
    "forbrug": ("id", "maaned", "timer"),
    "ordninger": ("id", "art", "fra"),
}
