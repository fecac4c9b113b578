"""The JSON Schema of a case, made from the table of fields (`felter`) that the reader uses too.

It says what a document looks like and nothing about what it means: a document that it
accepts can still be refused by the numbered list in `betydning`.
"""

from __future__ import annotations

from typing import Any, Final

from kontaktforloeb.formater import felter
from kontaktforloeb.formater.felter import Felt, Liste, Slags

__all__ = ["sagsskema"]

_Skema = dict[str, Any]

_DEFS: Final[dict[str, _Skema]] = {
    "tekst": {"type": "string", "minLength": 1, "maxLength": felter.LAENGDE},
    "dato": {"type": "string", "pattern": felter.DATO, "maxLength": 10},
    "maaned": {"type": "string", "pattern": felter.MAANED, "maxLength": 7},
    "kommune": {"type": "string", "pattern": felter.KOMMUNE, "maxLength": 3},
    "timer": {
        "anyOf": [
            {"type": "string", "pattern": felter.TIMER, "not": {"pattern": "\\n"}},
            {"type": "number", "minimum": -felter.TAL, "maximum": felter.TAL},
        ]
    },
}

_NAVNE: Final = {
    Slags.TEKST: "tekst",
    Slags.DATO: "dato",
    Slags.MAANED: "maaned",
    Slags.KOMMUNE: "kommune",
    Slags.TIMER: "timer",
}


def _felt(felt: Felt) -> _Skema:
    schema: _Skema
    if felt.koder:
        schema = {"enum": [*felt.koder] if felt.kraevet else [*felt.koder, None]}
    elif felt.slags is Slags.SANDHED:
        schema = {"type": ["boolean", "null"]}
    elif felt.slags is Slags.DATOER:
        schema = {"type": ["array", "null"], "items": {"$ref": "#/$defs/dato"}}
    else:
        ref = {"$ref": f"#/$defs/{_NAVNE[felt.slags]}"}
        schema = ref if felt.kraevet else {"anyOf": [ref, {"type": "null"}]}
    return {"description": felt.om, **schema}


def _post(liste: Liste) -> _Skema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [felt.navn for felt in liste.felter if felt.kraevet],
        "properties": {felt.navn: _felt(felt) for felt in liste.felter},
    }


def _liste(liste: Liste) -> _Skema:
    return {
        "description": liste.om,
        "type": "array" if liste.kraevet else ["array", "null"],
        "items": {"$ref": f"#/$defs/{liste.navn}-post"},
    }


def sagsskema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a case, as plain dicts and lists.

    >>> skema = sagsskema()
    >>> skema["required"]
    ['format', 'id', 'perioder']
    >>> skema["properties"]["forsikring"]["enum"]
    ['fuldtid', 'deltid', None]
    """
    fields = (*felter.FELTER, *felter.LISTER)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kontaktforloeb:sag:1",
        "title": "Sag",
        "description": "Kendsgerningerne om én borger. Dage er ISO 8601; til er den sidste dag, inklusive.",
        "type": "object",
        "additionalProperties": False,
        "required": [each.navn for each in fields if each.kraevet],
        "properties": {
            **{felt.navn: _felt(felt) for felt in felter.FELTER},
            **{liste.navn: _liste(liste) for liste in felter.LISTER},
        },
        "$defs": {
            **{name: dict(schema) for name, schema in _DEFS.items()},
            **{f"{liste.navn}-post": _post(liste) for liste in felter.LISTER},
        },
    }
