"""Counting Arrow record batches of cases: the batch function of the measures, the same on one machine and in Spark.

Partial sums are rows, so they can be collected from anywhere and added up in any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.maaling.opgoerelse import (
    FROM_VERDICT,
    Part,
    Plan,
    Rejected,
    count_one,
    judge_with,
    one_line,
    shown_id,
)
from kontaktforloeb.maaling.optaelling import Behind, Key, Sums, Tally
from kontaktforloeb.masse.kolonner import sager

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kontaktforloeb.maaling.krav import Judge


def count_batches(batches: Iterable[pa.RecordBatch], plan: Plan) -> Part:
    """Count every case of some batches; what cannot be read or judged is set aside with its reason."""
    judge = judge_with(plan) if FROM_VERDICT & set(plan.measures) else None
    tally = Tally(plan.months, plan.measures, plan.options, list_cases=plan.list_cases, sprog=plan.sprog)
    rejected: list[Rejected] = []
    ids: list[str] = []
    for batch in batches:
        for case_id, case in sager(batch):
            ids.append(case_id)
            fault = case if isinstance(case, Sagsfejl) else _counted(tally, case, plan, judge)
            if fault is not None:
                rejected.append(Rejected("", shown_id(case_id), one_line(fault, plan.sprog)))
    return Part(tally.sums, rejected, ids)


def _counted(tally: Tally, case: Any, plan: Plan, judge: Judge | None) -> ValueError | None:
    try:
        count_one(tally, case, plan, judge)
    except ValueError as fault:
        return fault
    return None


def tal_skema() -> pa.Schema:
    """Partial sums: a figure's key and numbers, a case behind one (`id`, `grund`), or a rejected case (no `maal`)."""
    return pa.schema(
        [
            ("maal", pa.string()),
            ("variant", pa.string()),
            ("kommune", pa.string()),
            ("gruppe", pa.string()),
            ("maaned", pa.int32()),
            ("taeller", pa.int64()),
            ("naevner", pa.int64()),
            ("uafklaret", pa.int64()),
            ("id", pa.string()),
            ("grund", pa.string()),
            ("sager", pa.int64()),
        ]
    )


def tael_partier(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """The partial sums of some batches, as one batch. `partial(tael_partier, plan=plan)` is what `mapInArrow` takes."""
    part = count_batches(batches, plan)
    rows: list[dict[str, Any]] = [{"sager": part.sums.cases}]
    for key, (hits, people, undetermined) in part.sums.figures.items():
        rows.append({**_key(key), "taeller": hits, "naevner": people, "uafklaret": undetermined})
    rows += [{**_key(b.key), "id": b.case_id, "grund": b.reason} for b in part.sums.behind]
    rows += [{"id": r.id, "grund": r.grund} for r in part.rejected]
    yield pa.RecordBatch.from_pylist(rows, schema=tal_skema())


def _key(key: Key) -> dict[str, Any]:
    return {
        "maal": key.measure,
        "variant": key.variant,
        "kommune": key.municipality,
        "gruppe": key.group,
        "maaned": key.month,
    }


def saml(rows: Iterable[dict[str, Any]]) -> Part:
    """Partial sums from anywhere added up; the cases behind and the rejected in order of id."""
    sums = Sums()
    rejected: list[Rejected] = []
    for row in rows:
        if row["maal"] is None:
            if row["sager"] is not None:
                sums.cases += row["sager"]
            else:
                rejected.append(Rejected("", row["id"] or "", row["grund"]))
            continue
        key = Key(row["maal"], row["variant"], row["kommune"], row["gruppe"], row["maaned"])
        if row["id"] is not None:
            sums.behind.append(Behind(key, row["id"], row["grund"]))
            continue
        mine = sums.figures.setdefault(key, [0, 0, 0])
        for i, name in enumerate(("taeller", "naevner", "uafklaret")):
            mine[i] += row[name]
    sums.behind.sort(key=lambda b: (b.key, b.case_id))
    rejected.sort(key=lambda r: (r.id, r.grund))
    return Part(sums, rejected, [])
