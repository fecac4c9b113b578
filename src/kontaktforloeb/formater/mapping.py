"""A municipality's own names for files, columns and codes, read from a mapping file (TOML).

    format = "kontaktforloeb-mapping/1"

    [filer]
    samtaler = "kontakter.csv"

    [kolonner.samtaler]
    dato = "Kontaktdato"

    [koder.samtaler.art]
    "7" = "jobsamtale"
    "17" = { art = "jobsamtale", holdt_af = "a-kasse" }

The mapping `dfdg` is shipped: the DFDG codes of interviews. Every fault of a file is told at once.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from kontaktforloeb.formater.fejl import Fejl, Fejlart, Sagsfejl, vis
from kontaktforloeb.formater.tabelform import TABELLER

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The mappings that come with the library, by the name a user writes.
MEDFOELGER: Final = ("dfdg",)
_FORMAT: Final = "kontaktforloeb-mapping/1"
_DELE: Final = ("format", "beskrivelse", "filer", "kolonner", "koder")


def _art(nr: int, da: str, en: str, tilladt: str = "{tilladt}", allowed: str = "{tilladt}") -> Fejlart:
    return Fejlart(nr, "mapping", da, en, tilladt, allowed)


_UKENDT_FORM: Final = _art(1, "er ikke en kendt form.", "is no known form.")
_INGEN_DEL: Final = _art(2, "er ikke en del af en mapping.", "is no part of a mapping.")
_INTET_FILNAVN: Final = _art(3, "er ikke et filnavn.", "is no file name.", "et filnavn", "a file name")
_INGEN_TABEL: Final = _art(4, "er ikke en tabel.", "is no table.", "en tabel", "a table")
_UKENDT_TABEL: Final = _art(5, "er ikke en tabel, vi kender.", "is no table that we know.")
_INGEN_KOLONNE: Final = _art(6, "er ikke en kolonne i tabellen.", "is no column of the table.")
_INTET_NAVN: Final = _art(7, "er ikke et navn.", "is no name.", "navnet på en kolonne", "the name of a column")
_KAN_IKKE_BRUGES: Final = _art(
    8,
    "kan ikke bruges.",
    "cannot be used.",
    "en tekst, eller felter i samme tabel",
    "a text, or fields of the same table",
)


@frozen
class Kortlaegning:
    """Own names.

    `filer`: table -> file name; `kolonner`: table -> our column -> theirs; `koder`: table -> column -> code -> fields.
    """

    filer: Mapping[str, str] = field(factory=dict)
    kolonner: Mapping[str, Mapping[str, str]] = field(factory=dict)
    koder: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]] = field(factory=dict)


INGEN: Final = Kortlaegning()


def laes_mapping(navn: str) -> Kortlaegning:
    """Read a mapping: the name of a shipped one, or the path of a TOML file.

    Raises:
        Sagsfejl: The file is missing, is not TOML, or names a table, column or part that does not exist.
        OSError: The file cannot be read.

    >>> laes_mapping("dfdg").koder["samtaler"]["art"]["17"]
    {'art': 'jobsamtale', 'holdt_af': 'a-kasse'}
    """
    if navn in MEDFOELGER:
        raw = files("kontaktforloeb.formater").joinpath(f"mapping_{navn}.toml").read_bytes()
    else:
        raw = Path(navn).read_bytes()
    try:
        document = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise Sagsfejl(
            [
                Fejl(
                    navn,
                    "",
                    "en TOML-fil i UTF-8",
                    f"kan ikke læses ({fault}).",
                    "mapping-form",
                    f"cannot be read ({fault}).",
                    "a TOML file in UTF-8",
                )
            ]
        ) from None
    try:
        return fra_dokument(document)
    except Sagsfejl as faults:
        raise faults.under(Path(navn).name) from None


def fra_dokument(document: Mapping[str, Any]) -> Kortlaegning:
    """Check a mapping that was read, and make each code a set of fields."""
    faults: list[Fejl] = []

    def fault(path: str, value: object, art: Fejlart, allowed: str = "") -> None:
        faults.append(art.fejl(path, vis(value), tilladt=allowed))

    if document.get("format") != _FORMAT:
        fault("format", document.get("format"), _UKENDT_FORM, f'"{_FORMAT}"')
    for part in document:
        if part not in _DELE:
            fault(part, part, _INGEN_DEL, ", ".join(_DELE))
    filer = _tables(document, "filer", fault)
    for table, name in filer.items():
        if not isinstance(name, str):
            fault(f"filer.{table}", name, _INTET_FILNAVN)
    kolonner = _tables(document, "kolonner", fault)
    for table, columns in kolonner.items():
        _columns(f"kolonner.{table}", table, columns, fault)
    koder = _codes(document, fault)
    if faults:
        raise Sagsfejl(faults)
    return Kortlaegning(dict(filer), {t: dict(c) for t, c in kolonner.items()}, koder)


def _codes(document: Mapping[str, Any], fault: Any) -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    """The codes of each table and column, each as the fields it stands for."""
    koder: dict[str, dict[str, dict[str, dict[str, str]]]] = {}
    for table, columns in _tables(document, "koder", fault).items():
        if not _columns(f"koder.{table}", table, columns, fault, names=False):
            continue
        for column, codes in columns.items():
            if not isinstance(codes, dict):
                fault(f"koder.{table}.{column}", codes, _INGEN_TABEL)
                continue
            for code, meaning in codes.items():
                fields = {column: meaning} if isinstance(meaning, str) else meaning
                if not isinstance(fields, dict) or not all(
                    k in TABELLER[table] and isinstance(v, str) for k, v in fields.items()
                ):
                    fault(f"koder.{table}.{column}.{code}", meaning, _KAN_IKKE_BRUGES)
                    continue
                koder.setdefault(table, {}).setdefault(column, {})[str(code)] = dict(fields)
    return koder


def _tables(document: Mapping[str, Any], part: str, fault: Any) -> Mapping[str, Any]:
    found = document.get(part, {})
    if not isinstance(found, dict):
        fault(part, found, _INGEN_TABEL)
        return {}
    for table in found:
        if table not in TABELLER:
            fault(f"{part}.{table}", table, _UKENDT_TABEL, ", ".join(TABELLER))
    return {t: v for t, v in found.items() if t in TABELLER}


def _columns(path: str, table: str, columns: Any, fault: Any, *, names: bool = True) -> bool:
    if not isinstance(columns, dict):
        fault(path, columns, _INGEN_TABEL)
        return False
    good = True
    for ours, theirs in columns.items():
        if ours not in TABELLER[table]:
            fault(f"{path}.{ours}", ours, _INGEN_KOLONNE, ", ".join(TABELLER[table]))
            good = False
        elif names and not isinstance(theirs, str):
            fault(f"{path}.{ours}", theirs, _INTET_NAVN)
    return good
