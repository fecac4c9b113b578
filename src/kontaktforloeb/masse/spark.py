"""The same batch functions on a cluster: Apache Spark's `mapInArrow` (extra `spark`). Nothing else is different."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame


def spark_skema(schema: pa.Schema) -> Any:
    """An Arrow schema as Spark's."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def kort(
    frame: DataFrame, function: Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]], schema: pa.Schema
) -> DataFrame:
    """A frame of cases (the schema of `skema.sag_skema`, for example read from Parquet) put through a batch function.

    `function` is `parti.vurder_partier` or `maaling.partier.tael_partier` with its arguments bound by
    `functools.partial`, unchanged; `schema` is what it gives back.
    """
    return frame.mapInArrow(function, spark_skema(schema))
