"""An `Opgoerelse` as CSV, JSON or Parquet. The same figures give the same bytes."""

from __future__ import annotations

import csv
import io
import json
from typing import IO, TYPE_CHECKING, Any, Final

from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.resultat import Figure, decimals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kontaktforloeb.maaling.opgoerelse import Opgoerelse, Rejected
    from kontaktforloeb.maaling.tilsyn_opgoerelse import StageRow

#: The columns of a figure, in every form.
COLUMNS: Final = (
    "maal",
    "variant",
    "kommune",
    "gruppe",
    "periode",
    "taeller",
    "naevner",
    "andel",
    "uafklaret",
    "graense",
    "graense_opfyldt",
    "skjult",
    "maaneder",
    "note",
)
FORMATS: Final = ("csv", "json", "parquet", "html")
#: The forms of the working list.
LIST_FORMATS: Final = ("csv", "ics")
FORMAT: Final = "kontaktforloeb-opgoerelse/1"

#: What stands on everything that rests on invented people.
SYNTHETIC_NOTE: Final = "SYNTETISKE DATA: opdigtede personer og kommuner"
SYNTHETIC_NOTE_EN: Final = "SYNTHETIC DATA: invented people and municipalities"


def row(figure: Figure) -> dict[str, Any]:
    """A figure as plain values; shares in per cent with two decimals."""
    return {
        "maal": figure.maal,
        "variant": figure.variant,
        "kommune": figure.kommune,
        "gruppe": figure.gruppe,
        "periode": figure.periode,
        "taeller": figure.taeller,
        "naevner": figure.naevner,
        "andel": decimals(figure.andel) or None,
        "uafklaret": figure.uafklaret,
        "graense": decimals(figure.graense, 0) or None,
        "graense_opfyldt": figure.graense_opfyldt,
        "skjult": figure.skjult or None,
        "maaneder": figure.maaneder,
        "note": figure.note or None,
    }


def _why(stage: StageRow, sprog: str) -> str:
    return (stage.trin.begrundelse_en if sprog == "en" else "") or stage.trin.begrundelse


def stage_row(stage: StageRow, sprog: str = "da") -> dict[str, Any]:
    """A stage of the supervision in the columns of a figure: `variant` is the stage, `note` why."""
    return {
        **dict.fromkeys(COLUMNS),
        "maal": "skaerpet-tilsyn",
        "variant": stage.trin.trin,
        "kommune": stage.kommune,
        "gruppe": "alle",
        "periode": str(stage.trin.aar),
        "graense_opfyldt": stage.trin.maal_opfyldt,
        "maaneder": 12,
        "note": f"{_why(stage, sprog)}; {stage.trin.hjemmel}",
    }


def rows(result: Opgoerelse, stages: Sequence[StageRow]) -> list[dict[str, Any]]:
    """Every row of the table."""
    return [row(f) for f in result.figures] + [stage_row(s, result.plan.sprog) for s in stages]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return {True: "ja", False: "nej"}[value] if isinstance(value, bool) else str(value)


def as_csv(result: Opgoerelse, stages: Sequence[StageRow] = ()) -> str:
    """The figures as CSV: comma, decimal point, UTF-8. A synthetic caseload says so in the column `data`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, "data"])
    label = "syntetisk" if result.synthetic else ""
    for values in rows(result, stages):
        writer.writerow([*(_cell(values[c]) for c in COLUMNS), label])
    return out.getvalue()


def as_json(result: Opgoerelse, stages: Sequence[StageRow] = ()) -> str:
    """The figures with the definitions they rest on, as one JSON document."""
    plan = result.plan
    document = {
        "format": FORMAT,
        "syntetisk": result.synthetic,
        "pr": plan.pr.isoformat(),
        "kendt": plan.kendt.isoformat() if plan.kendt else None,
        "lovgrundlag": plan.lovgrundlag,
        "fortolkninger": dict(sorted(plan.fortolkninger.items())),
        "valg": {c.navn: plan.options.choice(c) for m in plan.measures for c in d.MEASURES[m].valg},
        "sager": result.cases,
        "afvist": len(result.rejected),
        "bemaerkninger": result.notes,
        "maal": [definition(m, plan.sprog) for m in plan.measures],
        "tal": [_numbers(row(f)) for f in result.figures],
        "tilsyn": [
            {
                "kommune": s.kommune,
                "aar": s.trin.aar,
                "trin": s.trin.trin,
                "begrundelse": _why(s, plan.sprog),
                "hjemmel": s.trin.hjemmel,
                "krav_tilbud": decimals(s.trin.krav_tilbud, 0) or None,
                "krav_samtaler": decimals(s.trin.krav_samtaler, 0) or None,
            }
            for s in stages
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _numbers(values: dict[str, Any]) -> dict[str, Any]:
    """Shares as JSON numbers."""
    return {k: float(v) if k in {"andel", "graense"} and v is not None else v for k, v in values.items()}


def definition(name: str, sprog: str = "da") -> dict[str, Any]:
    """A measure's declaration as plain values."""
    m = d.MEASURES[name]
    en = sprog == "en"
    out: dict[str, Any] = {
        "id": m.id,
        "titel": m.titel_en if en else m.titel,
        "population": m.population_en if en else m.population,
        "tal": m.tal_en if en else m.tal,
        "ejer": m.ejer,
        "kilder": [{"kort": k.kort, "retskilde": k.retskilde, "eli": k.eli} for k in m.kilder],
        "noter": list(m.noter_en if en else m.noter),
        "graense": [{"fra": g.fra.isoformat(), "pct": decimals(g.vaerdi, 0), "kilde": g.kilde.kort} for g in m.graense],
    }
    if name == "samtaledata":
        out["n"] = {
            g: {"antal": n.antal, "udledt": n.udledt, "grundlag": n.grundlag_en if en else n.grundlag}
            for g, n in d.SAMTALEDATA_N.items()
        }
    return out


def write_parquet(result: Opgoerelse, stages: Sequence[StageRow], file: IO[bytes]) -> None:
    """The figures as a Parquet table; needs the extra `bulk`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema(
        [
            *((c, pa.string()) for c in COLUMNS[:5]),
            ("taeller", pa.int64()),
            ("naevner", pa.int64()),
            ("andel", pa.decimal128(7, 2)),
            ("uafklaret", pa.int64()),
            ("graense", pa.decimal128(7, 2)),
            ("graense_opfyldt", pa.bool_()),
            ("skjult", pa.string()),
            ("maaneder", pa.int64()),
            ("note", pa.string()),
        ],
        metadata={"format": FORMAT, "syntetisk": "ja" if result.synthetic else "nej"},
    )
    from decimal import Decimal

    values = rows(result, stages)
    for v in values:
        for name in ("andel", "graense"):
            v[name] = None if v[name] is None else Decimal(v[name])
    pq.write_table(pa.Table.from_pylist(values, schema=schema), file)


def rejects_csv(rejected: Sequence[Rejected]) -> str:
    """The cases that were set aside, each with its place, its id and every reason."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["sted", "id", "grund"])
    writer.writerows([r.sted, r.id, r.grund] for r in rejected)
    return out.getvalue()
