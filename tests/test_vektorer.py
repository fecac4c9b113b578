"""Worked cases in plain files: `cases/vektorer` (one a case), `cases/graenser` (one a rule), `cases/planer` and more.

Legal staff read and extend the files; every expected value in them was worked out by hand.
A file holds `titel`, `hjemmel`, `regnet` (how the dates were found) and `varianter`. A variant's
`slags` says what is checked:

* `vurdering` (the default): `sag`, `pr`, optionally `lovgrundlag` and `fortolkninger`; every entry
  of `forventet` must be found among the verdict's krav. `regel`, `trin`, `periode_fra` and
  `maalgruppe` say which krav is meant, the other fields what it must be. Beyond the krav's own
  fields: `antal_medregnet`, `medregnet` (dates only), `bemaerket` (true: carries a note), `mangler` (paths),
  `naevner` (words in its citations or explanation), `findes: false` (no krav at all is as said) and
  `ikke_udfald` (no such krav may have any of these outcomes).
* `plan`: `maalgruppe`, `fra` and other arguments of `plan`, with `forventet` as above.
* `ur`: the clock `ur` shows `forventet_timer` at the end of `dag`.
* `dato`: `fra` plus `uger`, `dage` or `maaneder` is the day `er`.
* `samtaledata`: whether the person meets the measure in `maaned`.

Run as a script it lists the rules that have a boundary file.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent / "cases"
VEKTORER = CASES / "vektorer"
GRAENSER = CASES / "graenser"
PLANER = CASES / "planer"
RETSGENNEMGANG = CASES / "retsgennemgang"
FOLDERS = (VEKTORER, GRAENSER, PLANER, RETSGENNEMGANG)

IDENTITY = ("regel", "trin", "periode_fra", "maalgruppe")
SPECIAL = ("findes", "ikke_udfald")
SHOWN = ("trin", "periode_fra", "maalgruppe", "fra", "frist", "forventet_frist", "afgjort", "udfald", "kraevet")
FILE_KEYS = {"id", "regel", "titel", "hjemmel", "kilde", "regnet", "varianter"}
PLAN_ARGUMENTS = ("horisont", "alder", "kategori", "forsikring")
COMMON_KEYS = {"titel", "regnet", "slags"}
VARIANT_KEYS = {
    "vurdering": {"lovgrundlag", "fortolkninger", "sag", "pr", "forventet"},
    "plan": {"lovgrundlag", "fortolkninger", "maalgruppe", "fra", *PLAN_ARGUMENTS, "forventet"},
    "ur": {"ur", "sag", "dag", "forventet_timer"},
    "dato": {"fra", "uger", "dage", "maaneder", "er"},
    "samtaledata": {"sag", "maaned", "forventet"},
}
KRAV_KEYS = {
    *IDENTITY,
    *SPECIAL,
    *SHOWN,
    *("ansvarlig", "efterfoelger", "antal_medregnet", "medregnet", "bemaerket", "naevner", "mangler"),
}


def read(folder: Path) -> list[dict[str, Any]]:
    """All case files of a folder, in the order of their names."""
    return [{"fil": path, **json.loads(path.read_text(encoding="utf-8"))} for path in sorted(folder.glob("*.json"))]


def rules_with_boundary_file() -> frozenset[str]:
    """The ids of the rules that have a file in `cases/graenser`."""
    return frozenset(document["regel"] for document in read(GRAENSER))


def _variants(folder: Path, slags: str) -> Iterator[Any]:
    for document in read(folder):
        for variant in document["varianter"]:
            if variant.get("slags", "vurdering") == slags:
                yield pytest.param(variant, id=f"{document['fil'].stem}: {variant['titel']}")


def _all(slags: str) -> list[Any]:
    return [case for folder in FOLDERS for case in _variants(folder, slags)]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _actual(krav: Any, key: str, expected: Any) -> Any:
    """What the krav shows for one field of an expectation."""
    match key:
        case "antal_medregnet":
            return len(krav.medregnet)
        case "medregnet":
            return [_plain(counted.dato) for counted in krav.medregnet]
        case "mangler":
            return list(krav.mangler)
        case "bemaerket":
            return bool(krav.bemaerkninger)
        case "naevner":
            words = [krav.forklaring, *(f"{h.kort} {h.retskilde}" for h in krav.hjemmel)]
            return expected if any(expected in text for text in words) else words
        case _:
            return _plain(getattr(krav, key))


def _line(krav: Any) -> str:
    shown = ", ".join(f"{key}={_plain(getattr(krav, key))}" for key in SHOWN if getattr(krav, key) is not None)
    return f"    {krav.regel}: {shown}, medregnet={[_plain(m.dato) for m in krav.medregnet]}"


def complaint(expected: dict[str, Any], all_krav: Any) -> str | None:
    """Why no krav is as expected, or None if one is."""
    regel = expected["regel"]
    same_rule = [krav for krav in all_krav if krav.regel == regel]
    identity = [key for key in IDENTITY if key in expected]
    meant = [krav for krav in same_rule if all(_plain(getattr(krav, key)) == expected[key] for key in identity)]
    compared = [key for key in expected if key not in IDENTITY and key not in SPECIAL]
    listing = "\n".join(map(_line, same_rule)) or "    (ingen)"
    tail = f"  alle krav for {regel}:\n{listing}\n  regler i vurderingen: {sorted({krav.regel for krav in all_krav})}"
    which = ", ".join(f"{key}={expected[key]}" for key in identity)

    if "ikke_udfald" in expected:
        forbidden = [krav for krav in meant if krav.udfald in expected["ikke_udfald"]]
        return f"{which}: må ikke have udfald {expected['ikke_udfald']}\n{tail}" if forbidden else None
    if expected.get("findes") is False:
        found = [krav for krav in meant if all(expected[key] == _actual(krav, key, expected[key]) for key in compared)]
        return f"{expected}: må ikke findes\n{tail}" if found else None
    if not meant:
        return f"{which}: findes ikke\n{tail}"

    differences: list[list[str]] = []
    for krav in meant:
        wrong = [
            f"    {key}: {expected[key]!r} != {_actual(krav, key, expected[key])!r}"
            for key in compared
            if expected[key] != _actual(krav, key, expected[key])
        ]
        if not wrong:
            return None
        differences.append(wrong)
    nearest = "\n".join(min(differences, key=len))
    return f"{which}: forventet (venstre) mod faktisk (højre)\n{nearest}\n{tail}"


def _check(expectations: list[dict[str, Any]], all_krav: Any) -> None:
    complaints = [text for expected in expectations if (text := complaint(expected, all_krav))]
    assert not complaints, "\n" + "\n".join(complaints)


def _sag(document: dict[str, Any]) -> Any:
    from kontaktforloeb.formater import sag_json

    return sag_json.fra_obj(document)


def _basis(variant: dict[str, Any]) -> dict[str, Any]:
    return {key: variant[key] for key in ("lovgrundlag", "fortolkninger") if key in variant}


@pytest.mark.parametrize("variant", _all("vurdering"))
def test_verdict(variant: dict[str, Any]) -> None:
    import kontaktforloeb

    vurdering = kontaktforloeb.vurder(_sag(variant["sag"]), pr=dt.date.fromisoformat(variant["pr"]), **_basis(variant))
    _check(variant["forventet"], vurdering.krav)


@pytest.mark.parametrize("variant", _all("plan"))
def test_plan(variant: dict[str, Any]) -> None:
    import kontaktforloeb

    arguments = {key: variant[key] for key in PLAN_ARGUMENTS if key in variant} | _basis(variant)
    plan = kontaktforloeb.plan(variant["maalgruppe"], fra=dt.date.fromisoformat(variant["fra"]), **arguments)
    _check(variant["forventet"], plan.krav)


@pytest.mark.parametrize("variant", _all("ur"))
def test_clock(variant: dict[str, Any]) -> None:
    import kontaktforloeb as kf

    hundredths = kf.aflaes(_sag(variant["sag"]), ur=variant["ur"], dag=dt.date.fromisoformat(variant["dag"]))
    assert Decimal(variant["forventet_timer"]) == Decimal(hundredths) / 100


@pytest.mark.parametrize("variant", _all("dato"))
def test_date(variant: dict[str, Any]) -> None:
    from kontaktforloeb import kalender

    day = dt.date.fromisoformat(variant["fra"]).toordinal()
    if "maaneder" in variant:
        day = kalender.plus_maaneder(day, variant["maaneder"])
    day += 7 * variant.get("uger", 0) + variant.get("dage", 0)
    assert variant["er"] == dt.date.fromordinal(day).isoformat()


@pytest.mark.parametrize("variant", _all("samtaledata"))
def test_samtaledata(variant: dict[str, Any]) -> None:
    from kontaktforloeb.maaling import dage, definitioner, fakta, optaelling

    tally = optaelling.Tally((dage.read_month(variant["maaned"]),), ("samtaledata",), optaelling.Options())
    sag = _sag(variant["sag"])
    tally.add(fakta.from_case(sag, definitioner.POOLED_BENEFITS))
    (counted,) = tally.sums.figures.values()
    needed = definitioner.SAMTALEDATA_N[sag.perioder[-1].maalgruppe].antal
    assert variant["forventet"] == {"opfyldt": list(counted[:2]) == [1, 1], "kraevet": needed}


@pytest.mark.parametrize("document", [pytest.param(d, id=d["fil"].stem) for f in FOLDERS for d in read(f)])
def test_file_is_well_formed(document: dict[str, Any]) -> None:
    """A misspelt key would silently check nothing."""
    assert set(document) - {"fil"} <= FILE_KEYS
    assert document["titel"].endswith(".")
    assert document["hjemmel"]
    assert document["varianter"]
    titles = [variant["titel"] for variant in document["varianter"]]
    assert len(titles) == len(set(titles)), "to varianter har samme titel"
    for variant in document["varianter"]:
        slags = variant.get("slags", "vurdering")
        assert variant["titel"].endswith("."), variant["titel"]
        assert set(variant) <= COMMON_KEYS | VARIANT_KEYS[slags], variant["titel"]
        if slags in {"vurdering", "plan"}:
            assert variant["forventet"], variant["titel"]
            for expected in variant["forventet"]:
                assert set(expected) <= KRAV_KEYS, variant["titel"]


@pytest.mark.parametrize("document", [pytest.param(d, id=d["fil"].stem) for d in read(GRAENSER)])
def test_boundary_file_names_its_rule(document: dict[str, Any]) -> None:
    assert document["regel"].replace(":", "_") == document["fil"].stem
    named = {expected["regel"] for variant in document["varianter"] for expected in variant.get("forventet", ())}
    assert document["regel"] in named
    assert document.get("regnet"), "hver grænsefil siger, hvordan datoerne er regnet"


@pytest.mark.parametrize("variant", [*_all("vurdering"), *_all("ur"), *_all("samtaledata")])
def test_case_document_is_valid(variant: dict[str, Any]) -> None:
    _sag(variant["sag"])


if __name__ == "__main__":
    sys.stdout.writelines(f"{rule}\n" for rule in sorted(rules_with_boundary_file()))
