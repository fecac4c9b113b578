"""Cases out of Arrow columns and into them.

A batch is checked column by column: where every code, date and text is one that a case may hold, cases are made
from the columns at once. Where anything is odd, each case goes the slow way through the reader of JSON documents,
which names every fault.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa

from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.formater.sag_json import fra_obj
from kontaktforloeb.formater.tabelform import DATO, DATOER, MAANED, TABELLER, TAL
from kontaktforloeb.masse.skema import LISTER, sag_skema
from kontaktforloeb.sag import Sag

Dokument = dict[str, Any]


def _json(kind: str, value: Any) -> Any:  # noqa: ANN401 - any Arrow value
    """A value of a column as the JSON format writes it."""
    if isinstance(value, dt.date):
        return value.isoformat()[:7] if kind == MAANED else value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if kind == DATOER:
        return [v.isoformat() for v in value]
    return value


def dokument(row: dict[str, Any]) -> Dokument:
    """A row of the schema as a JSON document; null members are left out."""
    out: Dokument = {"format": "kontaktforloeb-sag/1"}
    for name, kind in TABELLER["sager"].items():
        if row.get(name) is not None:
            out[name] = _json(kind, row[name])
    for name in LISTER:
        records = row.get(name)
        # No list and an empty one are the same, but for the one list that a case must have.
        if records or (records is not None and name == "perioder"):
            kinds = TABELLER[name]
            out[name] = [{k: _json(kinds[k], v) for k, v in r.items() if v is not None} for r in records or ()]
    return out


def sager(batch: pa.RecordBatch) -> Iterator[tuple[str, Sag | Sagsfejl]]:
    """Each case of a batch with its id; a case that cannot be read comes as the fault."""
    for row in batch.to_pylist():
        try:
            yield row["id"], fra_obj(dokument(row))
        except Sagsfejl as fault:
            yield row["id"] or "", fault


_ARROW = {DATO: dt.date.fromisoformat, MAANED: lambda v: dt.date.fromisoformat(f"{v}-01"), TAL: lambda v: Decimal(str(v)),
          DATOER: lambda v: [dt.date.fromisoformat(d) for d in v]}


def parti(documents: Iterable[Dokument]) -> pa.RecordBatch:
    """JSON documents of good cases as one batch.

    Raises:
        ValueError: A date or number is not one; check the documents first.
    """
    rows = []
    for document in documents:
        row: dict[str, Any] = {n: _arrow(k, document.get(n)) for n, k in TABELLER["sager"].items()}
        for name in LISTER:
            kinds = list(TABELLER[name].items())[1:]
            records = document.get(name)
            row[name] = None if records is None else [{n: _arrow(k, r.get(n)) for n, k in kinds} for r in records]
        rows.append(row)
    return pa.RecordBatch.from_pylist(rows, schema=sag_skema())


def _arrow(kind: str, value: Any) -> Any:  # noqa: ANN401 - any JSON value
    convert = _ARROW.get(kind)
    return value if value is None or convert is None else convert(value)
