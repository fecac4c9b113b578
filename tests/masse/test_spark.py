# ruff: noqa: E402 - what may not be installed is asked for before the rest is imported
"""A real local Spark session gives the same verdicts and figures as one process; run by `make test-spark`."""

from __future__ import annotations

import datetime as dt
import importlib
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

pa = pytest.importorskip("pyarrow")

import pyarrow.parquet as pq

from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.opgoerelse import Plan
from kontaktforloeb.maaling.partier import saml, tael_partier, tal_skema
from kontaktforloeb.masse.kolonner import parti
from kontaktforloeb.masse.parti import vurder_partier
from kontaktforloeb.masse.skema import vurdering_skema
from kontaktforloeb.testing.generator import Caseload

if TYPE_CHECKING:
    from pathlib import Path

LOAD = Caseload(antal=400, froe=3)
PLAN = Plan(
    months=tuple(range(read_month("2019-07"), read_month("2020-06") + 1)),
    measures=("samtaledata", "passivandel", "fokusmaal-samtaler", "alle-krav-opfyldt"),
)


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
@pytest.mark.skipif("KONTAKTFORLOEB_SPARK" not in os.environ, reason="`make test-spark` has Spark and Java")
def test_a_real_spark_session_gives_the_same_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pyspark = importlib.import_module("pyspark.sql")
    # The workers are this Python, with what is installed here.
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    from kontaktforloeb.masse.spark import kort

    documents = list(LOAD)
    pq.write_table(pa.Table.from_batches([parti(documents)]), tmp_path / "sager.parquet")
    session = (
        pyspark.SparkSession.builder.master("local[2]")
        .appName("kontaktforloeb")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    try:
        frame = session.read.parquet(str(tmp_path / "sager.parquet")).repartition(3)
        judge = partial(vurder_partier, pr=dt.date(2020, 6, 30))
        verdicts = {row["id"]: row.asDict(recursive=True) for row in kort(frame, judge, vurdering_skema()).collect()}
        rows = [row.asDict() for row in kort(frame, partial(tael_partier, plan=PLAN), tal_skema()).collect()]
    finally:
        session.stop()
    here = saml(r for b in tael_partier([parti(documents)], PLAN) for r in b.to_pylist())
    there = saml(rows)
    assert {row["id"]: row for b in judge([parti(documents)]) for row in b.to_pylist()} == verdicts
    assert here.sums == there.sums
    assert here.rejected == there.rejected
