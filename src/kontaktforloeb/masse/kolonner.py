"""Cases out of Arrow columns and into them.

A batch is checked column by column: where every code, date and text is one that a case may hold, cases are made
from the columns at once. Where anything is odd, each case goes the slow way through the reader of JSON documents,
which names every fault.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from kontaktforloeb.formater import betydning, felter
from kontaktforloeb.formater.betydning import Poster
from kontaktforloeb.formater.fejl import Fejlliste, Sagsfejl, ligner_cpr
from kontaktforloeb.formater.felter import Slags
from kontaktforloeb.formater.sag_json import fra_obj
from kontaktforloeb.formater.tabelform import DATO, DATOER, MAANED, TABELLER, TAL
from kontaktforloeb.masse.skema import LISTER, sag_skema
from kontaktforloeb.sag import Sag, som_kontrolleret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Dokument = dict[str, Any]


def _json(kind: str, value: Any) -> Any:
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
    if not batch.schema.equals(sag_skema()) or not _in_form(batch):
        for row in batch.to_pylist():
            yield row["id"] or "", _slowly(row)
        return
    scalars = [batch.column(felt.navn).to_pylist() for felt in _SKALARER]
    lists = [_Liste(liste, batch.column(liste.navn)) for liste in felter.LISTER]
    for nr, values in enumerate(zip(*scalars, strict=True)):
        head = {felt.navn: v for felt, v in zip(_SKALARER, values, strict=True) if v is not None}
        records = {one.navn: found for one in lists if (found := one.poster(nr)) is not None}
        faults = Fejlliste()
        betydning.kontroller(head.get("foedselsdato"), records, faults)
        if faults.antal or "perioder" not in records:
            yield head["id"], _slowly(batch.slice(nr, 1).to_pylist()[0])
            continue
        for one in lists:
            if one.navn in records:
                make = one.klasse
                head[one.navn] = tuple([make(**post) for post in records[one.navn].poster])
        yield head["id"], som_kontrolleret(Sag(**head))


def _slowly(row: dict[str, Any]) -> Sag | Sagsfejl:
    """One case through the reader of JSON documents."""
    try:
        return fra_obj(dokument(row))
    except Sagsfejl as fault:
        return fault


class _Liste:
    """One list of a batch as plain columns, without those that hold nothing."""

    __slots__ = ("columns", "klasse", "names", "navn", "null", "offsets")

    def __init__(self, liste: felter.Liste, column: pa.ListArray) -> None:
        self.navn, self.klasse = liste.navn, liste.klasse
        self.offsets = column.offsets.to_pylist()
        self.null = column.is_null().to_pylist()
        # `values` has the records of the whole array, whatever slice of it this is: the offsets say which are ours.
        values = column.values
        held = [f.navn for f in liste.felter if values.field(f.navn).null_count < len(values)]
        self.names = held
        self.columns = [values.field(name).to_pylist() for name in held]

    def poster(self, nr: int) -> Poster | None:
        """The records of one case, absent members left out; None where there is no list."""
        if self.null[nr]:
            return None
        start, stop = self.offsets[nr], self.offsets[nr + 1]
        out = Poster(self.navn)
        names = self.names
        for place, values in enumerate(zip(*[c[start:stop] for c in self.columns], strict=True)):
            out.tilfoej(place, {name: v for name, v in zip(names, values, strict=True) if v is not None})
        return out


_SKALARER = tuple(felt for felt in felter.FELTER if felt.navn != "format")


def _in_form(batch: pa.RecordBatch) -> bool:
    """Whether every value of a batch is one that its field may hold, so that only the meaning is left to check."""
    if not all(_good(felt, batch.column(felt.navn)) for felt in _SKALARER):
        return False
    for liste in felter.LISTER:
        values = batch.column(liste.navn).values
        if values.null_count or not all(_good(felt, values.field(felt.navn)) for felt in liste.felter):
            return False
    return True


def _good(felt: felter.Felt, column: pa.Array) -> bool:
    if felt.kraevet and column.null_count:
        return False
    if column.null_count == len(column):
        return True
    kind = felt.slags
    if kind is Slags.SANDHED:
        return True
    if kind is Slags.DATOER:
        return _days(felt, column.flatten())
    if kind in {Slags.DATO, Slags.MAANED}:
        return _days(felt, column)
    if kind is Slags.TIMER:
        low, high = (v.as_py() for v in pc.min_max(column).values())
        most = betydning.TIMER_PR_UGE if felt.navn == "timer_pr_uge" else betydning.TIMER_PR_MAANED
        return bool(low >= 0 and high <= most)
    found = [v for v in column.unique().to_pylist() if v is not None]
    if felt.koder:
        return set(found) <= set(felt.koder)
    if kind is Slags.KOMMUNE:
        return all(len(v) == 3 and v.isascii() and v.isdigit() for v in found)  # noqa: PLR2004 - three digits
    return all(0 < len(v) <= felter.LAENGDE and v.isprintable() and not ligner_cpr(v) for v in found)


def _days(felt: felter.Felt, column: pa.Array) -> bool:
    if len(column) == column.null_count:
        return True
    low, high = (v.as_py() for v in pc.min_max(column).values())
    first = betydning.FOERSTE_FOEDSEL if felt.navn == "foedselsdato" else betydning.FOERSTE
    if low < first or high > betydning.SIDSTE:
        return False
    return felt.slags is not Slags.MAANED or all(v is None or v.day == 1 for v in column.unique().to_pylist())


_ARROW: dict[str, Callable[[Any], Any]] = {
    DATO: dt.date.fromisoformat,
    MAANED: lambda v: dt.date.fromisoformat(f"{v}-01"),
    TAL: lambda v: Decimal(str(v)),
    DATOER: lambda v: [dt.date.fromisoformat(d) for d in v],
}


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


def _arrow(kind: str, value: Any) -> Any:
    convert = _ARROW.get(kind)
    return value if value is None or convert is None else convert(value)
