"""The batch function: record batches of cases in, of verdicts out. The same on one machine and in Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.masse.kolonner import sager
from kontaktforloeb.masse.skema import vurdering_skema

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping


def vurder_partier(
    batches: Iterable[pa.RecordBatch],
    *,
    pr: dt.date,
    lovgrundlag: str = "gaeldende",
    fortolkninger: Mapping[str, str] | None = None,
    kendt: dt.date | None = None,
) -> Iterator[pa.RecordBatch]:
    """Judge every case of every batch, in order; one batch out for each in.

    A case that cannot be read or judged has a row too, with `fejl` and nothing else. The function keeps no state, so
    `functools.partial(vurder_partier, pr=...)` is what `mapInArrow` takes.
    """
    from kontaktforloeb import vurder

    for batch in batches:
        rows: list[dict[str, Any]] = []
        for case_id, case in sager(batch):
            if isinstance(case, Sagsfejl):
                rows.append({"id": case_id, "fejl": str(case)})
                continue
            try:
                verdict = vurder(
                    case,
                    pr=pr,
                    lovgrundlag=lovgrundlag,
                    fortolkninger=dict(fortolkninger) if fortolkninger else None,
                    kendt=kendt,
                    afhaengigheder=False,
                )
            except ValueError as fault:  # what the engine refuses: a day before the encoded law
                rows.append({"id": case_id, "fejl": str(fault)})
                continue
            rows.append({"id": case_id, "pr": pr, "samlet": verdict.samlet, "krav": [_krav(k) for k in verdict.krav]})
        yield pa.RecordBatch.from_pylist(rows, schema=vurdering_skema())


def _krav(krav: Any) -> dict[str, Any]:
    return {
        "regel": krav.regel,
        "maalgruppe": krav.maalgruppe,
        "ansvarlig": krav.ansvarlig,
        "udfald": krav.udfald,
        "periode_fra": krav.periode_fra,
        "trin": krav.trin,
        "fra": krav.fra,
        "frist": krav.frist,
        "forventet_frist": krav.forventet_frist,
        "afgjort": krav.afgjort,
        "kraevet": krav.kraevet,
        "medregnet": [{"dato": m.dato, "noegle": m.noegle} for m in krav.medregnet],
        "efterfoelger": krav.efterfoelger,
    }
