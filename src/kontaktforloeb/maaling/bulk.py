"""A caseload in tables, counted bucket by bucket (extra `bulk`)."""

from __future__ import annotations

import importlib.util
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define

from kontaktforloeb.formater import tabeller
from kontaktforloeb.maaling.opgoerelse import Part, Plan, count_part
from kontaktforloeb.masse.processer import fordel

if TYPE_CHECKING:
    from collections.abc import Callable

    from kontaktforloeb.formater.mapping import Kortlaegning

#: Smaller folders of CSV are grouped in memory without DuckDB: starting it would take longer.
SMALL = 30_000_000


@define
class _Counted:
    part: Part
    doubtful: list[str]
    doubled: dict[str, int]
    without_row: int


def wanted(source: Path, mapping: Kortlaegning) -> bool:
    """Whether a source is tables that are better grouped by DuckDB, and it is installed."""
    if not source.is_dir() or importlib.util.find_spec("duckdb") is None or importlib.util.find_spec("pyarrow") is None:
        return False
    files = tabeller.find_filer(source, mapping).values()
    return any(p.suffix.lower() == ".parquet" for p in files) or sum(p.stat().st_size for p in files) > SMALL


def count_bucket(number: int, spande: object, plan: Plan) -> _Counted:
    """Group and count one bucket."""
    from kontaktforloeb.maaling.partier import count_batches
    from kontaktforloeb.masse import samling

    assert isinstance(spande, samling.Spande)
    with samling.spand(spande, number) as one:
        return _Counted(count_batches(one.partier, plan), one.tvivl, one.dubletter, one.uden_sagsraekke)


def count(
    source: Path,
    plan: Plan,
    mapping: Kortlaegning,
    notes: tabeller.Bemaerkninger,
    processer: int,
    fremdrift: Callable[[int], None],
) -> Part:
    """Count a folder of tables; the same figures as case by case.

    Raises:
        Sagsfejl: The folder is no caseload.
    """
    from kontaktforloeb.maaling.optaelling import Sums
    from kontaktforloeb.masse import samling

    total = Part(Sums(), [], [])
    doubtful: list[str] = []
    with tempfile.TemporaryDirectory(prefix="kontaktforloeb-") as folder:
        spande = samling.laeg_i_spande(source, Path(folder), mapping, notes, traade=processer)
        for done in fordel(partial(count_bucket, spande=spande, plan=plan), range(spande.antal), processer):
            total.sums.merge(done.part.sums)
            total.rejected += done.part.rejected
            total.ids += done.part.ids
            doubtful += done.doubtful
            notes.uden_sagsraekke += done.without_row
            for table, number in done.doubled.items():
                notes.dubletter[table] = notes.dubletter.get(table, 0) + number
            fremdrift(len(total.ids))
    if doubtful:
        own = tabeller.Bemaerkninger()
        rest = count_part(list(tabeller.laes_mappe(source, mapping, own, kun=frozenset(doubtful))), plan)
        for table, number in own.dubletter.items():
            notes.dubletter[table] = notes.dubletter.get(table, 0) + number
        total.sums.merge(rest.sums)
        total.rejected += rest.rejected
        total.ids += rest.ids
    total.rejected.sort(key=lambda r: (r.id, r.grund))
    total.sums.behind.sort(key=lambda b: b.case_id)
    return total
