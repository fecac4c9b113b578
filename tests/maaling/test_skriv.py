"""Figures as they are written: CSV, JSON and Parquet of the same few figures, cell by cell."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.definitioner import MEASURES, SAMTALEDATA_N
from kontaktforloeb.maaling.opgoerelse import Opgoerelse, Plan, Rejected
from kontaktforloeb.maaling.optaelling import Options
from kontaktforloeb.maaling.resultat import Figure
from kontaktforloeb.maaling.skaerpet_tilsyn import Stage
from kontaktforloeb.maaling.skriv import as_csv, as_json, definition, rejects_csv, stage_row, write_parquet
from kontaktforloeb.maaling.tilsyn_opgoerelse import StageRow


def figure(**more: Any) -> Figure:
    usual: dict[str, Any] = {
        "maal": "alle-krav-opfyldt",
        "variant": "kommunen",
        "kommune": "991",
        "gruppe": "jobparat",
        "periode": "2023-11",
        "taeller": 39,
        "naevner": 87,
        "andel": Fraction(3900, 87),
    }
    return Figure(**usual | more)


SHOWN = figure(uafklaret=2, graense=Fraction(100), graense_opfyldt=False, note="en note")
KEPT = figure(graense=Fraction(20), graense_opfyldt=True, taeller=0, andel=Fraction(0), uafklaret=0)
HIDDEN = figure(taeller=None, naevner=None, andel=None, skjult="under-10")
MEAN = figure(periode="2023", taeller=None, naevner=None, andel=Fraction(1, 8), maaneder=12)
STAGE = StageRow(
    "991",
    Stage(
        aar=2023,
        trin="saerligt-krav",
        begrundelse="derfor",
        hjemmel="§ 12",
        maal_opfyldt=False,
        krav_tilbud=Fraction(70),
        krav_samtaler=Fraction(80),
    ),
)
STAGE_WITHOUT = StageRow("992", Stage(aar=2023, trin="omfattet", begrundelse="b", hjemmel="§ 6", maal_opfyldt=None))


def result(synthetic: bool = False, **more: Any) -> Opgoerelse:
    plan = Plan(months=(read_month("2023-11"), read_month("2023-12")), measures=("alle-krav-opfyldt",), **more)
    rejected = [Rejected("linje 2", "", "en, to"), Rejected("", "B", "tre")]
    return Opgoerelse(plan, [SHOWN, KEPT, HIDDEN, MEAN], rejected, ["bemærket"], 87, [], synthetic)


def test_the_rows_of_csv() -> None:
    assert [
        "maal,variant,kommune,gruppe,periode,taeller,naevner,andel,uafklaret,graense,graense_opfyldt,skjult,maaneder,note,data",
        "alle-krav-opfyldt,kommunen,991,jobparat,2023-11,39,87,44.83,2,100,nej,,1,en note,",
        "alle-krav-opfyldt,kommunen,991,jobparat,2023-11,0,87,0.00,0,20,ja,,1,,",
        "alle-krav-opfyldt,kommunen,991,jobparat,2023-11,,,,,,,under-10,1,,",
        "alle-krav-opfyldt,kommunen,991,jobparat,2023,,,0.13,,,,,12,,",
        "skaerpet-tilsyn,saerligt-krav,991,alle,2023,,,,,,nej,,12,derfor; § 12,",
        "skaerpet-tilsyn,omfattet,992,alle,2023,,,,,,,,12,b; § 6,",
    ] == as_csv(result(), [STAGE, STAGE_WITHOUT]).splitlines()
    invented = list(csv.DictReader(io.StringIO(as_csv(result(synthetic=True), [STAGE]))))
    assert ["syntetisk"] * 5 == [r["data"] for r in invented]


def test_the_cases_set_aside_as_csv() -> None:
    assert 'sted,id,grund\nlinje 2,,"en, to"\n,B,tre\n' == rejects_csv(result().rejected)


def test_json_has_the_figures_the_stages_and_what_they_rest_on() -> None:
    text = as_json(result(), [STAGE, STAGE_WITHOUT])
    assert text.startswith('{\n "format": "kontaktforloeb-opgoerelse/1",\n "syntetisk": false,\n')
    assert "bemærket" in text  # Danish letters as they are
    document = json.loads(text)
    head = {k: v for k, v in document.items() if k not in {"maal", "tal", "tilsyn"}}
    assert {
        "format": "kontaktforloeb-opgoerelse/1",
        "syntetisk": False,
        "pr": "2023-12-31",
        "kendt": None,
        "lovgrundlag": "gaeldende",
        "fortolkninger": {},
        "valg": {},
        "sager": 87,
        "afvist": 2,
        "bemaerkninger": ["bemærket"],
    } == head
    first, kept, hidden, mean = document["tal"]
    assert {
        "maal": "alle-krav-opfyldt",
        "variant": "kommunen",
        "kommune": "991",
        "gruppe": "jobparat",
        "periode": "2023-11",
        "taeller": 39,
        "naevner": 87,
        "andel": 44.83,
        "uafklaret": 2,
        "graense": 100.0,
        "graense_opfyldt": False,
        "skjult": None,
        "maaneder": 1,
        "note": "en note",
    } == first
    assert (0.0, 20.0, True) == (kept["andel"], kept["graense"], kept["graense_opfyldt"])
    assert (None, None, None, "under-10") == (hidden["andel"], hidden["graense"], hidden["note"], hidden["skjult"])
    assert (0.13, 12) == (mean["andel"], mean["maaneder"])
    demands = [(t["kommune"], t["aar"], t["trin"], t["krav_tilbud"], t["krav_samtaler"]) for t in document["tilsyn"]]
    assert [("991", 2023, "saerligt-krav", "70", "80"), ("992", 2023, "omfattet", None, None)] == demands


def test_json_says_when_it_was_known_and_how_the_open_questions_were_answered() -> None:
    plan = Plan(
        months=(read_month("2023-11"),),
        measures=("fokusmaal-tilbud", "skaerpet-tilsyn"),
        options=Options(choices={"timer-over-skiftet": "hver-del"}),
        lovgrundlag="aftale-2018",
        fortolkninger={"b": "2", "a": "1"},
        kendt=dt.date(2023, 12, 5),
    )
    document = json.loads(as_json(Opgoerelse(plan, [], [], [], 0, [], synthetic=True)))
    assert ("2023-12-05", "aftale-2018", ["a", "b"], True) == (
        document["kendt"],
        document["lovgrundlag"],
        list(document["fortolkninger"]),
        document["syntetisk"],
    )
    assert {
        "timer-over-skiftet": "hver-del",
        "fokusmaal-ikke-opfyldt": "et",
        "halv-fremgang": "hvert",
    } == document["valg"]
    limits = [(g["fra"], g["pct"]) for g in document["maal"][0]["graense"]]
    assert [("2020-01-01", "20"), ("2023-03-22", "30"), ("2025-07-01", "30")] == limits


def test_the_definition_of_samtaledata_has_its_numbers_and_no_other_has() -> None:
    plan = Plan(months=(read_month("2019-06"),), measures=("samtaledata", "passivandel"))
    document = json.loads(as_json(Opgoerelse(plan, [], [], [], 0, [], synthetic=False)))
    first, second = document["maal"]
    assert (6, False) == (first["n"]["dagpengemodtager"]["antal"], first["n"]["dagpengemodtager"]["udledt"])
    assert "n" not in second


def test_english_has_the_measures_in_english() -> None:
    m = MEASURES["samtaledata"]
    told = definition("samtaledata", "en")
    assert (m.titel_en, m.population_en, m.tal_en, [*m.noter_en]) == tuple(
        told[k] for k in ("titel", "population", "tal", "noter")
    )
    assert {k: n.grundlag_en for k, n in SAMTALEDATA_N.items()} == {k: n["grundlag"] for k, n in told["n"].items()}
    assert m.titel == definition("samtaledata")["titel"] != m.titel_en


def test_a_stage_says_why_in_the_language_asked_for() -> None:
    reasons = {"trin": "omfattet", "begrundelse": "derfor", "begrundelse_en": "therefore", "hjemmel": "§ 6"}
    row = StageRow("991", Stage(aar=2023, maal_opfyldt=None, **reasons))
    assert ["derfor; § 6", "therefore; § 6", "b; § 6"] == [
        stage_row(*x)["note"] for x in ((row, "da"), (row, "en"), (STAGE_WITHOUT, "en"))
    ]


@pytest.mark.parametrize("synthetic", [False, True])
def test_parquet_has_the_same_rows_in_its_own_types(synthetic: bool) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    file = io.BytesIO()
    write_parquet(result(synthetic), [STAGE], file)
    table = pq.read_table(io.BytesIO(file.getvalue()))
    assert {b"format": b"kontaktforloeb-opgoerelse/1", b"syntetisk": b"ja" if synthetic else b"nej"} == {
        k: v for k, v in table.schema.metadata.items() if k in {b"format", b"syntetisk"}
    }
    types = {f.name: str(f.type) for f in table.schema}
    assert ["string"] * 5 == [types[c] for c in ("maal", "variant", "kommune", "gruppe", "periode")]
    assert ["decimal128(7, 2)"] * 2 == [types["andel"], types["graense"]]
    rows = table.to_pylist()
    assert [Decimal("44.83"), Decimal("0.00"), None, Decimal("0.13"), None] == [r["andel"] for r in rows]
    assert [Decimal(100), Decimal(20), None, None, None] == [r["graense"] for r in rows]
    assert [False, True, None, None, False] == [r["graense_opfyldt"] for r in rows]
    assert [1, 1, 1, 12, 12] == [r["maaneder"] for r in rows]
    assert "derfor; § 12" == rows[-1]["note"]
