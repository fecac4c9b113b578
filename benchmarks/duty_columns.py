"""The duty in Polars and in DuckDB, on one thread each: over a table of cases and one of interviews, both ready."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

os.environ["POLARS_MAX_THREADS"] = "1"  # read when Polars is loaded

import duckdb
import polars as pl

from benchmarks.duty import MET, PENDING, PR, UNMET, WINDOWS, Case, Outcomes

if TYPE_CHECKING:
    import pyarrow as pa


def frames(cases: Sequence[Case]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The two tables as Polars has them."""
    starts = pl.DataFrame({"id": range(len(cases)), "start": [c.start for c in cases]})
    pairs = [(number, talk) for number, c in enumerate(cases) for talk in c.talks]
    return starts, pl.DataFrame(pairs, schema={"id": pl.Int64, "talk": pl.Date}, orient="row")


def polars(starts: pl.DataFrame, talks: pl.DataFrame) -> pl.DataFrame:
    """One row a case: the outcome of each window, null where it is not judged."""
    six = pl.col("start").dt.offset_by("6mo")
    ends = (
        starts.lazy()
        .with_columns(end0=six)
        .with_columns(pl.col("end0").dt.offset_by(f"{3 * k}mo").alias(f"end{k}") for k in range(1, WINDOWS))
    )
    counted = [pl.col("talk").is_between("start", "end0").sum().alias("n0")]
    counted += [
        ((pl.col("talk") > pl.col(f"end{k - 1}")) & (pl.col("talk") <= pl.col(f"end{k}"))).sum().alias(f"n{k}")
        for k in range(1, WINDOWS)
    ]
    numbers = talks.lazy().join(ends, on="id").group_by("id").agg(counted)
    judged = []
    for k in range(WINDOWS):
        met = pl.col(f"n{k}").fill_null(0) >= (4 if k == 0 else 1)
        pending = pl.col(f"end{k}") >= PR
        outcome = pl.when(met).then(pl.lit(MET)).when(pending).then(pl.lit(PENDING)).otherwise(pl.lit(UNMET))
        if k >= 2:
            outcome = pl.when(pl.col(f"end{k - 1}") <= PR).then(outcome)
        judged.append(outcome.alias(f"w{k}"))
    return ends.join(numbers, on="id", how="left").sort("id").select(judged).collect()


def polars_answers(found: pl.DataFrame) -> list[Outcomes]:
    return [tuple(v for v in row if v is not None) for row in found.iter_rows()]


def database(cases: Sequence[Case]) -> duckdb.DuckDBPyConnection:
    """The two tables in a database in memory."""
    con = duckdb.connect(":memory:", config={"threads": 1})
    starts, talks = (frame.to_arrow() for frame in frames(cases))
    con.register("_starts", starts)
    con.register("_talks", talks)
    con.execute("CREATE TABLE starts AS SELECT * FROM _starts")
    con.execute("CREATE TABLE talks AS SELECT * FROM _talks")
    return con


def _sql() -> str:
    ends = ", ".join(f"(e0 + INTERVAL {3 * k} MONTH)::DATE AS e{k}" for k in range(1, WINDOWS))
    counts = ["COUNT(*) FILTER (talk BETWEEN start AND e0) AS n0"]
    counts += [f"COUNT(*) FILTER (talk > e{k - 1} AND talk <= e{k}) AS n{k}" for k in range(1, WINDOWS)]
    judged = []
    for k in range(WINDOWS):
        need = 4 if k == 0 else 1
        later = f"WHEN e{k - 1} > DATE '{PR}' THEN NULL " if k >= 2 else ""
        judged.append(
            f"CASE {later}WHEN COALESCE(n{k}, 0) >= {need} THEN '{MET}' WHEN e{k} >= DATE '{PR}' THEN '{PENDING}' "
            f"ELSE '{UNMET}' END AS w{k}"
        )
    return f"""
        WITH first AS (SELECT id, start, (start + INTERVAL 6 MONTH)::DATE AS e0 FROM starts),
        ends AS (SELECT *, {ends} FROM first),
        numbers AS (SELECT id, {", ".join(counts)} FROM talks JOIN ends USING (id) GROUP BY id)
        SELECT {", ".join(judged)} FROM ends LEFT JOIN numbers USING (id) ORDER BY id
    """  # noqa: S608 - our own names


SQL = _sql()


def in_duckdb(con: duckdb.DuckDBPyConnection) -> pa.Table:
    """One row a case, as for Polars."""
    return con.sql(SQL).to_arrow_table()


def duckdb_answers(found: pa.Table) -> list[Outcomes]:
    columns = [c.to_pylist() for c in found.columns]
    return [tuple(v for v in row if v is not None) for row in zip(*columns, strict=True)]
