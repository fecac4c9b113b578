"""The Arrow schema of a case and of a verdict: the JSON format as nested columns, one row a case.

Lists of fixed structs with nullable members; dates as date32 (a month as its first day), hours as decimals.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import pyarrow as pa

from kontaktforloeb.formater.tabelform import DATO, DATOER, HELTAL, JANEJ, MAANED, TABELLER, TAL, TEKST

#: Hours: up to 744.00 in a month; two decimals as the format has it.
TIMER: Final = pa.decimal128(5, 2)

_TYPER: Final[dict[str, pa.DataType]] = {
    TEKST: pa.string(),
    DATO: pa.date32(),
    MAANED: pa.date32(),
    TAL: TIMER,
    HELTAL: pa.int32(),
    JANEJ: pa.bool_(),
    DATOER: pa.list_(pa.date32()),
}

#: The lists of a case, in the order of the format.
LISTER: Final = tuple(name for name in TABELLER if name != "sager")


@cache
def post_type(table: str) -> pa.DataType:
    """The struct of one record of a list."""
    return pa.struct([pa.field(name, _TYPER[kind]) for name, kind in list(TABELLER[table].items())[1:]])


@cache
def sag_skema() -> pa.Schema:
    """One row a case: the scalars, then a list of structs for each kind of record (null and empty mean the same)."""
    scalars = [pa.field(name, _TYPER[kind], nullable=name != "id") for name, kind in TABELLER["sager"].items()]
    return pa.schema([*scalars, *(pa.field(name, pa.list_(post_type(name))) for name in LISTER)])


@cache
def krav_type() -> pa.DataType:
    """The struct of one requirement of a verdict: what the measures and an analyst need, without the prose."""
    day = pa.date32()
    counted = pa.struct([pa.field("dato", day), pa.field("noegle", pa.string())])
    return pa.struct(
        [
            pa.field("regel", pa.string()),
            pa.field("maalgruppe", pa.string()),
            pa.field("ansvarlig", pa.string()),
            pa.field("udfald", pa.string()),
            pa.field("periode_fra", day),
            pa.field("trin", pa.int32()),
            pa.field("fra", day),
            pa.field("frist", day),
            pa.field("forventet_frist", day),
            pa.field("afgjort", day),
            pa.field("kraevet", pa.int32()),
            pa.field("medregnet", pa.list_(counted)),
            pa.field("efterfoelger", pa.string()),
        ]
    )


@cache
def vurdering_skema() -> pa.Schema:
    """One row a case: its id, the overall outcome and requirements; or, where it cannot be judged, why (`fejl`)."""
    return pa.schema(
        [
            pa.field("id", pa.string(), nullable=False),
            pa.field("pr", pa.date32()),
            pa.field("samlet", pa.string()),
            pa.field("krav", pa.list_(krav_type())),
            pa.field("fejl", pa.string()),
        ]
    )
