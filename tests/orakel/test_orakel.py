"""The naive judge against the worked cases and the boundary cases, all worked out by hand."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import orakel
from kontaktforloeb import sag as facts

CASES = Path(__file__).parent.parent / "cases"
RECORDS: dict[str, Any] = {
    "perioder": facts.Periode,
    "haendelser": facts.Haendelse,
    "samtaler": facts.Samtale,
    "tilbud": facts.Tilbud,
    "fritagelser": facts.Fritagelse,
    "beskaeftigelse": facts.Beskaeftigelse,
    "timer": facts.Timer,
    "forbrug": facts.Forbrug,
    "ordninger": facts.Ordning,
}
DATES = {"fra", "til", "dato", "afgivet", "planlagt_til", "ventet", "registreret", "foedselsdato"}
IDENTITY = ("regel", "trin", "periode_fra")
COMPARED = ("fra", "frist", "udfald", "kraevet", "medregnet", "efterfoelger")


def value(name: str, raw: Any) -> Any:
    """One field of a case document: this folder shares no reader with the library."""
    if raw is None:
        return None
    if name in DATES:
        return dt.date.fromisoformat(raw)
    if name == "maaned":
        return dt.date.fromisoformat(raw + "-01")
    if name in {"timer", "timer_pr_uge"}:
        return Decimal(str(raw))
    if name == "kontakter":
        return tuple(dt.date.fromisoformat(day) for day in raw)
    return raw


def read(document: dict[str, Any]) -> facts.Sag:
    fields: dict[str, Any] = {}
    for name, raw in document.items():
        if name in RECORDS:
            fields[name] = tuple(RECORDS[name](**{k: value(k, v) for k, v in record.items()}) for record in raw)
        elif name != "format":
            fields[name] = value(name, raw)
    return facts.Sag(**fields)


def variants() -> Iterator[Any]:
    for path in sorted(CASES.glob("*/*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for variant in document["varianter"]:
            if variant.get("slags", "vurdering") == "vurdering":
                yield pytest.param(variant, id=f"{path.parent.name} {path.stem}: {variant['titel']}")


def plain(krav: dict[str, Any]) -> dict[str, Any]:
    return {key: v.isoformat() if isinstance(v, dt.date) else v for key, v in krav.items()}


@pytest.mark.parametrize("variant", list(variants()))
def test_worked_case(variant: dict[str, Any]) -> None:
    found = orakel.vurder(
        read(variant["sag"]),
        dt.date.fromisoformat(variant["pr"]),
        variant.get("lovgrundlag", "gaeldende"),
        variant.get("fortolkninger"),
    )
    shown = [plain(krav) for krav in found]
    for expected in variant["forventet"]:
        meant = [krav for krav in shown if all(krav[key] == expected[key] for key in IDENTITY if key in expected)]
        as_expected = [
            krav
            for krav in meant
            if all(krav[key] == expected[key] for key in COMPARED if key in expected)
            and expected.get("antal_medregnet", len(krav["medregnet"])) == len(krav["medregnet"])
        ]
        if "ikke_udfald" in expected:
            assert not [krav for krav in meant if krav["udfald"] in expected["ikke_udfald"]], expected
        elif expected.get("findes") is False:
            assert not as_expected, expected
        else:
            assert as_expected, (expected, meant)
