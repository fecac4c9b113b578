# ruff: noqa: E501, S608 - the SQL is put together from our own names; what comes from files is quoted by `_q`
"""Exported tables grouped into one row a case by DuckDB, in hash buckets of the case's id (extra `bulk`).

Each table is brought to the types of the Arrow schema and laid out in buckets; then one bucket at a time is grouped.
A bucket is a piece of work of its own, so processes share them, and memory is that of one bucket a process.

What SQL cannot read for certain is not guessed at: those cases are taken as they stand, in text, through the same
reader as small caseloads, which reads more forms and otherwise names every fault.
"""

from __future__ import annotations

import csv
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb
import pyarrow as pa
from attrs import frozen

from kontaktforloeb.formater import tabeller
from kontaktforloeb.formater.fejl import Fejl, Sagsfejl
from kontaktforloeb.formater.tabelform import DATO, DATOER, HELTAL, JANEJ, MAANED, TABELLER, TAL
from kontaktforloeb.masse.skema import LISTER, sag_skema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kontaktforloeb.formater.mapping import Kortlaegning

#: Rows of all tables together that one bucket holds at most, and at least where more buckets keep processes busy.
_RAEKKER_PR_SPAND: Final = 600_000
_MINDSTE_SPAND: Final = 30_000
_TYPER: Final = {
    DATO: "DATE",
    MAANED: "DATE",
    TAL: "DECIMAL(5,2)",
    HELTAL: "INTEGER",
    JANEJ: "BOOLEAN",
    DATOER: "DATE[]",
}
#: Rows of a record batch.
PARTI: Final = 2000


@frozen
class Spande:
    """Tables laid out in buckets, in a folder that lives as long as the work."""

    mappe: Path
    antal: int


def _q(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@contextmanager
def _connection(folder: Path, memory: str, threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that spills into the work's own folder and reaches for nothing on the network."""
    con = duckdb.connect(
        ":memory:",
        config={
            "threads": threads,
            "memory_limit": memory,
            "temp_directory": str(folder / "tmp"),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "preserve_insertion_order": "false",
        },
    )
    try:
        # Long work says how far it is in words of our own, and only to a terminal.
        con.execute("SET enable_progress_bar = false")
        yield con
    finally:
        con.close()


def _source(path: Path, folder: Path, notes: tabeller.Bemaerkninger) -> tuple[str, list[str]]:
    """A FROM clause that gives a file's columns as text (c0, c1 ...), and the header."""
    if path.suffix.lower() == ".parquet":
        import pyarrow.parquet as pq

        header = pq.read_schema(path).names
        columns = ", ".join(f"CAST({_name(h)} AS VARCHAR) AS c{i}" for i, h in enumerate(header))
        return f"(SELECT {columns} FROM read_parquet({_q(path)}))", header
    coding = tabeller.find_kodning(path)
    notes.kodninger[path.name] = coding.removesuffix("-sig")
    with path.open("r", encoding=coding, errors="replace", newline="") as file:
        first = file.readline()
        sign = tabeller.find_adskiller(first)
        if coding == "cp1252":
            # DuckDB reads UTF-8: the file is written over once, piece by piece.
            path = folder / f"{path.stem}-utf8.csv"
            with path.open("w", encoding="utf-8", newline="") as copy:
                copy.write(first)
                while chunk := file.read(1 << 20):
                    copy.write(chunk)
    header = next(csv.reader([first], delimiter=sign), [])
    columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(header)))
    options = f"auto_detect=false, header=true, delim={_q(sign)}, quote='\"', escape='\"', null_padding=true, columns={{{columns}}}"
    return f"read_csv({_q(path)}, {options})", header


def _expression(kind: str, text: str) -> str:
    """SQL that reads a text (already trimmed, null where empty) as a kind, and gives null where it is not sure."""
    if kind in {DATO, MAANED}:
        whole = f"{text} || '-01'" if kind == MAANED else text
        read = f"COALESCE(TRY_CAST({whole} AS DATE), CAST(TRY_STRPTIME({text}, '%d-%m-%Y') AS DATE))"
        if kind == MAANED:
            read = f"COALESCE(TRY_CAST({whole} AS DATE), DATE_TRUNC('month', TRY_CAST({text} AS DATE))::DATE)"
        form = r"\d{4}-\d{2}(-\d{2}.*)?" if kind == MAANED else r"\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}"
        low = "1900-01-01" if kind == DATO else "2010-01-01"
        return f"CASE WHEN REGEXP_FULL_MATCH({text}, {_q(form)}) THEN (CASE WHEN {read} BETWEEN DATE {_q(low)} AND DATE '2035-12-31' THEN {read} END) END"
    if kind == TAL:
        return f"CASE WHEN REGEXP_FULL_MATCH({text}, '\\d{{1,3}}([.,]\\d{{1,2}})?') THEN TRY_CAST(REPLACE({text}, ',', '.') AS DECIMAL(5,2)) END"
    if kind == HELTAL:
        return f"CASE WHEN REGEXP_FULL_MATCH({text}, '\\d{{1,6}}') THEN TRY_CAST({text} AS INTEGER) END"
    if kind == JANEJ:
        return (
            f"CASE WHEN LOWER({text}) IN ('ja','j','true','sand','1','yes') THEN TRUE "
            f"WHEN LOWER({text}) IN ('nej','n','false','falsk','0','no') THEN FALSE END"
        )
    if kind == DATOER:
        day = r"\d{4}-\d{2}-\d{2}"
        form = _q(rf"\[?{day}([|;,\s]+{day})*\]?")
        return f"CASE WHEN REGEXP_FULL_MATCH({text}, {form}) THEN TRY_CAST(REGEXP_EXTRACT_ALL({text}, {_q(day)}) AS DATE[]) END"
    return text


def _select(
    table: str, source: str, header: list[str], mapping: Kortlaegning, sti: str, notes: tabeller.Bemaerkninger
) -> str:
    """The SELECT that brings a table to our columns and types, with `_tvivl` where a cell could not be read for certain."""
    places = tabeller.kolonner(table, header, mapping, sti, notes)
    empty = "('', 'null', 'none', 'na', 'n/a', 'nan')"
    trimmed = [f"TRIM(c{i}, ' \t\r\n') AS c{i}" for i in places.values()]
    cleaned = [
        f"CASE WHEN LOWER(c{i}) IN {empty} THEN NULL ELSE c{i} END AS c{i}" for n, i in places.items() if n != "id"
    ]
    codes = mapping.koder.get(table, {})
    columns: list[str] = []
    doubts: list[str] = []
    for name, kind in list(TABELLER[table].items())[1:]:
        text = f"c{places[name]}" if name in places else "NULL::VARCHAR"
        own = codes.get(name)
        if own is not None and name in places:
            cases = " ".join(
                f"WHEN {_q(code)} THEN {_q(fields.get(name)) if name in fields else 'NULL'}"
                for code, fields in own.items()
            )
            text = f"(CASE {text} {cases} ELSE {text} END)"
        for other, meanings in codes.items():
            if other != name and other in places and any(name in fields for fields in meanings.values()):
                cases = " ".join(
                    f"WHEN {_q(code)} THEN {_q(fields[name])}" for code, fields in meanings.items() if name in fields
                )
                text = f"COALESCE({text}, CASE c{places[other]} {cases} END)"
        if text == "NULL::VARCHAR":
            columns.append(f"CAST(NULL AS {_TYPER.get(kind, 'VARCHAR')}) AS {name}")
            continue
        read = _expression(kind, text)
        columns.append(f"{read} AS {name}")
        if kind in _TYPER:
            doubts.append(f"({text} IS NOT NULL AND ({read}) IS NULL)")
        if kind == DATOER:
            doubts.append(f"LIST_AGGREGATE({read}, 'count') <> LEN({read})")
    if "format" in places:
        doubts.append(f"COALESCE(c{places['format']} <> {_q(tabeller.FORMAT)}, FALSE)")
    doubt = " OR ".join(doubts) or "FALSE"
    inner = f"SELECT {', '.join(trimmed)} FROM {source}"
    body = f"SELECT COALESCE(c{places['id']}, '') AS c{places['id']}{''.join(', ' + c for c in cleaned)} FROM ({inner})"
    return f"SELECT c{places['id']} AS id, {', '.join(columns)}, COALESCE({doubt}, FALSE) AS _tvivl FROM ({body})"


def laeg_i_spande(
    source: Path,
    folder: Path,
    mapping: Kortlaegning,
    notes: tabeller.Bemaerkninger,
    *,
    hukommelse: str = "700MB",
    traade: int = 2,
) -> Spande:
    """Lay every table of a folder out in buckets below `folder`.

    Raises:
        Sagsfejl: A table or column is missing, or a file is no table.
    """
    files = tabeller.find_filer(source, mapping, notes)
    plans: dict[str, str] = {}
    faults: list[Fejl] = []
    for table, path in files.items():
        try:
            clause, header = _source(path, folder, notes)
            plans[table] = _select(table, clause, header, mapping, path.name, notes)
        except Sagsfejl as found:
            faults += found.fejl
        except (OSError, pa.ArrowException) as fault:
            faults.append(_unreadable(path, str(fault)))
    if faults:
        raise Sagsfejl(faults)
    with _connection(folder, hukommelse, traade) as con:
        path = source
        try:
            total = sum(_size(con, path) for path in files.values())
            count = antal_spande(total, traade)
            for table, plan in plans.items():
                path, target = files[table], folder / table
                con.execute(
                    f"COPY (SELECT *, HASH(id) % {count} AS spand FROM ({plan})) TO {_q(target)} "
                    "(FORMAT parquet, PARTITION_BY (spand), COMPRESSION snappy)"
                )
        except duckdb.Error as fault:
            message = str(fault).splitlines()[0]
            if path.suffix.lower() != ".parquet" and path.is_file():
                rows = tabeller.raekker(path)
                for _ in tabeller.inden_for(rows, next(rows, []), path.name):
                    pass  # a row with too many cells is what stops DuckDB: each is named
            raise Sagsfejl([_unreadable(path, message)]) from None
    return Spande(folder, int(count))


def _unreadable(path: Path, why: str) -> Fejl:
    return tabeller.KAN_IKKE_LAESES.fejl(path.name, "", grund=why, form=("CSV eller Parquet", "CSV or Parquet"))


def antal_spande(raekker: int, processer: int) -> int:
    """How many buckets: few enough to be worth a process, full enough for memory, and as many for each process.

    >>> antal_spande(20_000, 2), antal_spande(200_000, 2), antal_spande(7_000_000, 2), antal_spande(7_000_000, 1)
    (1, 4, 12, 12)
    """
    mindst = -(-raekker // _RAEKKER_PR_SPAND)
    deles = min(2 * processer, raekker // _MINDSTE_SPAND) if processer > 1 else 1
    antal = max(1, mindst, deles)
    return antal if antal < processer else -(-antal // processer) * processer


def _size(con: duckdb.DuckDBPyConnection, path: Path) -> int:
    """About how many rows a file has: counted in Parquet, guessed from the bytes of a CSV."""
    if path.suffix.lower() == ".parquet":
        found = con.execute(f"SELECT SUM(num_rows) FROM parquet_file_metadata({_q(path)})").fetchone()
        return int(found[0] or 0) if found else 0
    return path.stat().st_size // 45


def _bucket(folder: Path, table: str, number: int) -> str | None:
    place = folder / table / f"spand={number}"
    return f"read_parquet({_q(place / '*.parquet')}, hive_partitioning=false)" if place.is_dir() else None


@frozen
class Spand:
    """One bucket, grouped: batches of the cases read for certain, the ids of the doubtful ones, and what was collapsed."""

    partier: Iterator[pa.RecordBatch]
    tvivl: list[str]
    dubletter: dict[str, int]
    uden_sagsraekke: int


@contextmanager
def spand(spande: Spande, number: int, *, hukommelse: str = "600MB") -> Iterator[Spand]:
    """Group one bucket. The batches are read while the context is open."""
    folder = spande.mappe
    with tempfile.TemporaryDirectory(dir=folder) as own, _connection(Path(own), hukommelse, 1) as con:
        doubled: dict[str, int] = {}
        for table in TABELLER:
            source = _bucket(folder, table, number)
            if source is None:
                empty = ", ".join(
                    f"CAST(NULL AS {_TYPER.get(k, 'VARCHAR')}) AS {n}" for n, k in TABELLER[table].items()
                )
                con.execute(f"CREATE TEMP TABLE {table} AS SELECT {empty}, FALSE AS _tvivl WHERE FALSE")
                continue
            con.execute(f"CREATE TEMP TABLE {table} AS SELECT DISTINCT * FROM {source}")
        con.execute("CREATE TEMP TABLE alle AS " + " UNION ".join(f"SELECT id FROM {t}" for t in TABELLER))
        con.execute(
            "CREATE TEMP TABLE tvivl AS "
            + " UNION ".join(f"SELECT id FROM {t} WHERE _tvivl" for t in TABELLER)
            + " UNION SELECT id FROM sager GROUP BY id HAVING COUNT(*) > 1"
        )
        for table in TABELLER:
            # Of doubtful cases whoever reads them from the text counts what was repeated.
            if source := _bucket(folder, table, number):
                both = (f"SELECT COUNT(*) FROM {t} ANTI JOIN tvivl USING (id)" for t in (source, table))
                doubled[table] = _one(con, next(both)) - _one(con, next(both))
        has_rows = bool(list((folder / "sager").glob("spand=*"))) if (folder / "sager").is_dir() else False
        without = _one(con, "SELECT COUNT(*) FROM alle ANTI JOIN sager USING (id)") if has_rows else 0
        yield Spand(_batches(con), _doubtful(con), doubled, without)


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    found = con.execute(sql).fetchone()
    return int(found[0]) if found else 0


def _batches(con: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    lists, joins = [], []
    for table in LISTER:
        columns = list(TABELLER[table])[1:]
        fields = ", ".join(f"{_q(c)}: {c}" for c in columns)
        con.execute(
            f"CREATE TEMP TABLE g_{table} AS SELECT id, LIST(s ORDER BY s) AS poster FROM "
            f"(SELECT id, {{{fields}}} AS s FROM {table} ANTI JOIN tvivl USING (id)) GROUP BY id"
        )
        con.execute(f"DROP TABLE {table}") if table != "perioder" else None
        lists.append(f"g_{table}.poster AS {table}")
        joins.append(f"LEFT JOIN g_{table} ON g_{table}.id = alle.id")
    sql = (
        f"SELECT alle.id, sager.kommune, sager.foedselsdato, sager.forsikring, {', '.join(lists)} "
        f"FROM (SELECT id FROM alle ANTI JOIN tvivl USING (id)) alle LEFT JOIN sager ON sager.id = alle.id {' '.join(joins)} "
        "ORDER BY alle.id"
    )
    result = con.sql(sql)
    # DuckDB renamed the method on its way from 1 to 2.
    reader = result.to_arrow_reader(PARTI) if hasattr(result, "to_arrow_reader") else result.fetch_record_batch(PARTI)
    schema = sag_skema()
    for batch in reader:
        yield batch.cast(schema) if batch.schema != schema else batch


def _doubtful(con: duckdb.DuckDBPyConnection) -> list[str]:
    return [row[0] for row in con.execute("SELECT id FROM tvivl ORDER BY id").fetchall()]
