"""A caseload as tables: one CSV or Parquet file a kind of record, keyed by the case's id, read into JSON documents.

CSV as it comes: UTF-8 with or without a byte order mark, Windows-1252, semicolons, tabs or commas, decimal commas,
dates such as 31-12-2019. Duplicated rows are collapsed and counted. Nothing is judged here: a cell that cannot be
read goes on as it stands, and the reader of cases refuses the case with its path and value.
"""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import json
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any, Final

from attrs import define, field

from kontaktforloeb.formater.celler import LAESERE, er_tom
from kontaktforloeb.formater.fejl import Fejl, Fejlart, Fejlliste, Sagsfejl
from kontaktforloeb.formater.mapping import INGEN, Kortlaegning
from kontaktforloeb.formater.tabelform import DATO, DATOER, KRAEVEDE, MAANED, TABELLER, TAL, TEKST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Dokument = dict[str, Any]

FORMAT: Final = "kontaktforloeb-sag/1"
KAN_IKKE_LAESES: Final = Fejlart(
    2, "tabel-form", "kan ikke læses ({grund}).", "cannot be read ({grund}).", "en fil som {form}", "a file as {form}"
)
FOR_MANGE_CELLER: Final = Fejlart(
    1,
    "for-mange-celler",
    "har {antal} celler, flere end overskriften.",
    "has {antal} cells, more than the header.",
    "højst {hoejst}; et decimalkomma mellem kommaer står i anførselstegn",
    "at most {hoejst}; a decimal comma between commas stands in quotation marks",
)
_ADSKILLERE: Final = ";,\t|"
_BID: Final = 1 << 20
_ASCII: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "_", "-": "_"})


@define
class Bemaerkninger:
    """What was done to the tables on the way in; shown in the report, never silent."""

    dubletter: dict[str, int] = field(factory=dict)
    ubrugte_kolonner: dict[str, list[str]] = field(factory=dict)
    ubrugte_filer: list[str] = field(factory=list)
    uden_sagsraekke: int = 0
    kodninger: dict[str, str] = field(factory=dict)

    def linjer(self, sprog: str = "da") -> list[str]:
        """One sentence for each thing done, in a fixed order."""
        repeated, unused, no_file, no_row, read_as = _TIL_ORDE if sprog == "en" else _I_ORD
        out = [f"{name}: {count} {repeated}" for name, count in sorted(self.dubletter.items()) if count]
        out += [f"{name}: {unused}: {', '.join(cols)}" for name, cols in sorted(self.ubrugte_kolonner.items()) if cols]
        out += [f"{name}: {no_file}" for name in sorted(self.ubrugte_filer)]
        if self.uden_sagsraekke:
            out.append(f"{self.uden_sagsraekke} {no_row}")
        out += [f"{name}: {read_as} {code}" for name, code in sorted(self.kodninger.items()) if code != "utf-8"]
        return out


_I_ORD: Final = (
    "dublerede rækker er slået sammen",
    "kolonner, der ikke er brugt",
    "filen er ikke brugt",
    "sager har ingen række i tabellen sager",
    "læst som",
)
_TIL_ORDE: Final = (
    "repeated rows were made one",
    "columns that are not used",
    "the file is not used",
    "cases have no row in the table sager",
    "read as",
)


def find_kodning(path: Path) -> str:
    """The encoding of a text file: `utf-8-sig` with a byte order mark, `utf-8` where every byte fits, else `cp1252`."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        start = file.read(3)
        if start == codecs.BOM_UTF8:
            return "utf-8-sig"
        try:
            decoder.decode(start)
            while chunk := file.read(_BID):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def find_adskiller(header: str) -> str:
    """The sign between columns: the one of ; , tab | that the first line has most of."""
    return max(_ADSKILLERE, key=header.count)


def kolonnenavn(text: str) -> str:
    """A column's name as we compare it: lower case, æøå written out, blanks and hyphens as underscores.

    >>> kolonnenavn(" Målgruppe "), kolonnenavn("A-kasse deltog")
    ('maalgruppe', 'a_kasse_deltog')
    """
    return text.strip().strip("\ufeff").lower().translate(_ASCII)


def find_filer(folder: Path, mapping: Kortlaegning = INGEN, noter: Bemaerkninger | None = None) -> dict[str, Path]:
    """The file of each table in a folder: named as the table, or as the mapping says.

    Raises:
        Sagsfejl: The folder has no `perioder`, mixes CSV and Parquet for one table, or lacks a file the mapping names.
    """
    found: dict[str, Path] = {}
    faults: list[Fejl] = []
    for table in TABELLER:
        if name := mapping.filer.get(table):
            if (folder / name).is_file():
                found[table] = folder / name
            else:
                faults.append(
                    Fejl(
                        name,
                        "",
                        "en fil i mappen",
                        "findes ikke, men er nævnt i mappingen.",
                        "tabel-mangler",
                        "is not there, though the mapping names it.",
                        "a file in the folder",
                    )
                )
            continue
        here = [
            p
            for p in sorted(folder.iterdir())
            if p.stem.lower() == table and p.suffix.lower() in {".csv", ".parquet", ".txt"}
        ]
        if len(here) > 1:
            names = ", ".join(p.name for p in here)
            faults.append(
                Fejl(
                    table,
                    names,
                    "én fil pr. tabel",
                    "findes flere gange.",
                    "tabel-flere",
                    "is there more than once.",
                    "one file a table",
                )
            )
        elif here:
            found[table] = here[0]
    if "perioder" not in found and not faults:
        faults.append(
            Fejl(
                "perioder",
                "",
                "perioder.csv eller perioder.parquet",
                f"mangler i mappen {folder.name}.",
                "tabel-mangler",
                f"is missing in the folder {folder.name}.",
                "perioder.csv or perioder.parquet",
            )
        )
    if faults:
        raise Sagsfejl(faults)
    if noter is not None:
        used = set(found.values())
        noter.ubrugte_filer = [
            p.name for p in folder.iterdir() if p.is_file() and p not in used and not p.name.startswith(".")
        ]
    return found


def kolonner(
    table: str, header: list[str], mapping: Kortlaegning, sti: str, noter: Bemaerkninger | None = None
) -> dict[str, int]:
    """Where each of our columns stands in a header.

    Raises:
        Sagsfejl: A column that is needed or that the mapping names is not there; or one is there twice.
    """
    places: dict[str, int] = {}
    faults: list[Fejl] = []
    names = [kolonnenavn(h) for h in header]
    own = {ours: kolonnenavn(theirs) for ours, theirs in mapping.kolonner.get(table, {}).items()}
    for ours in TABELLER[table]:
        wanted = own.get(ours, ours)
        # A column that the mapping gives to one of ours is not taken for another by its name.
        count = 0 if ours not in own and wanted in own.values() else names.count(wanted)
        if count > 1:
            faults.append(
                Fejl(
                    f"{sti}: {ours}",
                    wanted,
                    "én kolonne",
                    "står flere gange i overskriften.",
                    "kolonne-flere",
                    "stands more than once in the header.",
                    "one column",
                )
            )
        elif count:
            places[ours] = names.index(wanted)
        elif ours in own or ours in KRAEVEDE[table]:
            faults.append(
                Fejl(
                    f"{sti}: {ours}",
                    "",
                    f"en kolonne ved navn {own.get(ours, ours)}",
                    "mangler i overskriften.",
                    "kolonne-mangler",
                    "is missing in the header.",
                    f"a column named {own.get(ours, ours)}",
                )
            )
    if faults:
        raise Sagsfejl(faults)
    # The one scalar that says nothing of the person: a table that gives it is held to it.
    if table == "sager" and names.count("format") == 1 and "format" not in own.values():
        places["format"] = names.index("format")
    if noter is not None:
        used = set(places.values())
        noter.ubrugte_kolonner[table] = [h.strip() for i, h in enumerate(header) if i not in used and h.strip()]
    return places


def raekker(path: Path, noter: Bemaerkninger | None = None) -> Iterator[list[str]]:
    """The rows of a CSV or Parquet file as lists of text, the header first; encoding and separator are looked for."""
    if path.suffix.lower() == ".parquet":
        yield from _parquet(path)
        return
    coding = find_kodning(path)
    if noter is not None:
        noter.kodninger[path.name] = coding.removesuffix("-sig")
    # 0x81 and four others mean nothing in Windows-1252: they become the replacement sign instead of stopping the work.
    with path.open("r", encoding=coding, errors="replace", newline="") as file:
        first = file.readline()
        rows = csv.reader(_with_first(first, file), delimiter=find_adskiller(first))
        yield from rows


def _parquet(path: Path) -> Iterator[list[str]]:
    """The rows of a Parquet file as text (extra `bulk`)."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            yield list(file.schema_arrow.names)
            for batch in file.iter_batches(batch_size=8192):
                for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    yield [_text(value) for value in row]
    except pa.ArrowException as fault:
        raise Sagsfejl([KAN_IKKE_LAESES.fejl(path.name, "", grund=str(fault), form=("Parquet", "Parquet"))]) from None


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "|".join(_text(v) for v in value)
    return str(value)


def _with_first(first: str, file: IO[str]) -> Iterator[str]:
    yield first
    yield from file


def poster(
    table: str, rows: Iterable[list[Any]], header: list[str], mapping: Kortlaegning, sti: str, noter: Bemaerkninger
) -> Iterator[tuple[str, Dokument]]:
    """Each row as its case id and a record in JSON form; empty cells are absent."""
    places = kolonner(table, header, mapping, sti, noter)
    codes = mapping.koder.get(table, {})
    at = places.pop("id")
    kinds = {**TABELLER[table], "format": TEKST}
    plan = [(name, place, LAESERE[kinds[name]], codes.get(name)) for name, place in places.items()]
    width = len(header)
    for row in inden_for(rows, header, sti):
        if not row or (len(row) == 1 and not row[0].strip()):
            continue
        if len(row) < width:
            row = [*row, *[""] * (width - len(row))]  # noqa: PLW2901 - short rows have empty last cells
        record: Dokument = {}
        for name, place, read, own_codes in plan:
            text = row[place].strip()
            if er_tom(text):
                continue
            if own_codes is not None and text in own_codes:
                for key, value in own_codes[text].items():
                    record.setdefault(key, value) if key != name else record.__setitem__(name, value)
            else:
                record[name] = read(text)
        yield row[at].strip(), record


def inden_for(rows: Iterable[list[Any]], header: list[str], sti: str) -> Iterator[list[Any]]:
    """The rows as they come; where any said more than the header has columns for, all of those are named at the end.

    Which cell belongs to which column cannot be told then: a decimal comma may stand unquoted between commas. Empty
    cells after the last column say nothing.

    Raises:
        Sagsfejl: Some rows have too many cells.
    """
    width = len(header)
    line = 1
    faults = Fejlliste()
    for row in rows:
        line += 1
        if len(row) > width and any(str(cell).strip() for cell in row[width:]):
            faults.meld(FOR_MANGE_CELLER, f"{sti}: linje {line}", ",".join(map(str, row)), antal=len(row), hoejst=width)
        yield row
        line += sum(str(cell).count("\n") for cell in row)
    faults.rejs()


def laes_mappe(
    folder: Path, mapping: Kortlaegning = INGEN, noter: Bemaerkninger | None = None, kun: frozenset[str] | None = None
) -> Iterator[tuple[str, Dokument]]:
    """The cases of a folder of tables as JSON documents, in order of id, held in memory; `kun` picks some by id.

    A case that stands in other tables but has no spell has no `perioder`, and the reader of cases refuses it.
    """
    notes = noter if noter is not None else Bemaerkninger()
    files = find_filer(folder, mapping, notes)
    cases: dict[str, Dokument] = {}
    seen: dict[str, set[str]] = {}
    known: set[str] = set()
    faults: list[Fejl] = []
    for table, path in files.items():
        rows = raekker(path, notes)
        header = next(rows, [])
        try:
            records = poster(table, rows, header, mapping, path.name, notes)
            doubled = 0
            for case_id, record in records:
                if kun is not None and case_id not in kun:
                    continue
                case = cases.get(case_id)
                if case is None:
                    case = cases[case_id] = {"format": FORMAT, "id": case_id}
                marks = seen.setdefault(case_id, set())
                latest = table + json.dumps(record, sort_keys=True)
                if latest in marks:
                    doubled += 1
                    continue
                marks.add(latest)
                if table == "sager":
                    known.add(case_id)
                    _scalars(case, record)
                else:
                    case.setdefault(table, []).append(record)
            notes.dubletter[table] = doubled
        except Sagsfejl as found:
            faults += found.fejl
    if faults:
        raise Sagsfejl(faults)
    if "sager" in files:
        notes.uden_sagsraekke = sum(1 for case_id in cases if case_id not in known)
    for case_id in sorted(cases):
        yield case_id, cases[case_id]


def _scalars(case: Dokument, record: Dokument) -> None:
    """Put a row of `sager` in its case. Where two rows disagree it holds both, which the reader of cases refuses."""
    for name, value in record.items():
        if name not in case or (name == "format" and value != FORMAT):
            case[name] = value
        elif case[name] != value:
            case[name] = [*(case[name] if isinstance(case[name], list) else [case[name]]), value]


# --- writing ---------------------------------------------------------------------------------------------------------


def celle(kind: str, value: Any) -> str:
    """A value of a document as a cell; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind == DATOER:
        return "|".join(str(v) for v in value)
    if isinstance(value, (dt.date, Decimal)) and kind in {DATO, MAANED, TAL}:
        return str(value)
    return str(value)


def skriv_csv_mappe(
    documents: Iterable[Dokument], folder: Path, *, kodning: str = "utf-8", adskiller: str = ",", dansk: bool = False
) -> None:
    """Write documents as a folder of CSV tables; `dansk` writes decimal commas and dates as 31-12-2019.

    Made for examples and tests: the reader takes back every form that this writes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    buffers = {name: io.StringIO() for name in TABELLER}
    writers = {
        name: csv.writer(b, delimiter=adskiller, lineterminator="\r\n" if dansk else "\n")
        for name, b in buffers.items()
    }
    for name, writer in writers.items():
        writer.writerow(TABELLER[name])
    used: set[str] = {"sager", "perioder"}
    for document in documents:
        for name, columns in TABELLER.items():
            records = [document] if name == "sager" else document.get(name, ())
            for record in records:
                used.add(name)
                cells = [document["id"], *(celle(kind, record.get(c)) for c, kind in list(columns.items())[1:])]
                if dansk:
                    cells = [_danish(kind, text) for kind, text in zip(columns.values(), cells, strict=True)]
                writers[name].writerow(cells)
    for name in used:
        (folder / f"{name}.csv").write_bytes(buffers[name].getvalue().encode(kodning))


def _danish(kind: str, text: str) -> str:
    if kind == DATO and text:
        return f"{text[8:10]}-{text[5:7]}-{text[:4]}"
    return text.replace(".", ",") if kind == TAL else text


def som_tabeller(documents: Iterable[Mapping[str, Any]]) -> dict[str, list[Dokument]]:
    """Documents as rows of each table, in JSON form; for tests and for writers of other formats."""
    out: dict[str, list[Dokument]] = {name: [] for name in TABELLER}
    for document in documents:
        out["sager"].append({c: document.get(c) for c in TABELLER["sager"]})
        for name in TABELLER:
            if name != "sager":
                out[name] += [{"id": document["id"], **record} for record in document.get(name, ())]
    return out
