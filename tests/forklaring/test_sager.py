"""Every case of the collection can be told in both languages, with its deadline, its paragraph and plain words."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb.forklaring.ordbog import ORDBOEGER
from kontaktforloeb.forklaring.sprog import afhaengighed_i_ord
from kontaktforloeb.formater import sag_json

CASES = Path(__file__).resolve().parents[1] / "cases"
GYLDNE = Path(__file__).with_name("gyldne.json")
SPROG = ("da", "en")
AFTALT = "den aftalte plan fra 2018"

# No word of a decision, nor of what only a court or an authority does.
AFGOERELSESORD = {
    "da": re.compile(r"afgør|afsl[åa]g|bevilg|klage|medhold", re.IGNORECASE),
    "en": re.compile(r"\b(decision|decided|grant|refus|reject|appeal|rul(?:ing|ed))", re.IGNORECASE),
}
# Where Danish has a real double a: none of these words is ours.
DOBBELT_A = re.compile(r"\b\w*aa\w*\b", re.IGNORECASE)


def varianter() -> Iterator[Any]:
    for sti in sorted(CASES.glob("*/*.json")):
        for nr, v in enumerate(json.loads(sti.read_text(encoding="utf-8"))["varianter"]):
            if "sag" in v and "pr" in v:
                yield pytest.param(v, id=f"{sti.stem}/{nr}")


def vurderet(v: dict[str, Any], sprog: str, **mere: Any) -> kf.Vurdering:
    return kf.vurder(
        sag_json.fra_obj(v["sag"]),
        pr=dt.date.fromisoformat(v["pr"]),
        lovgrundlag=v.get("lovgrundlag", kf.GAELDENDE),
        fortolkninger=v.get("fortolkninger"),
        sprog=sprog,
        **{"afhaengigheder": False, **mere},
    )


@pytest.mark.parametrize("v", [*varianter()])
def test_every_requirement_is_told(v: dict[str, Any]) -> None:
    for sprog in SPROG:
        o = ORDBOEGER[sprog]
        vurdering = vurderet(v, sprog)
        for krav in vurdering.krav:
            tekst = krav.forklaring
            assert tekst.endswith("."), tekst
            assert "  " not in tekst
            assert not re.search(r"None|[{}<>]|\.\.|,,|, \.|\b(\d{4}-\d\d-\d\d)\b", tekst), tekst
            if krav.frist is not None:
                assert o.dato(krav.frist.toordinal()) in tekst, (krav.regel, krav.frist, tekst)
            paragraf = krav.hjemmel[0].kort.partition("§")[2].partition(",")[0].strip()
            assert f"§ {paragraf}" in tekst, (krav.hjemmel, tekst)
            if sprog == "da":
                assert krav.hjemmel[0].kort in tekst
            assert not AFGOERELSESORD[sprog].search(tekst), tekst
            assert 2 <= len(re.findall(r"\.(?= [A-ZÆØÅ]|$)", tekst)) <= 9, tekst
            noter = [*krav.antagelser, *krav.bemaerkninger]
            assert all(n.tekst.endswith(".") and not AFGOERELSESORD[sprog].search(n.tekst) for n in noter)
            if sprog == "da":
                assert not DOBBELT_A.search(re.sub(r"»[^«]*«", "", tekst)), tekst
        assert all(a.tekst.endswith(".") for a in vurdering.advarsler)


@pytest.mark.parametrize("v", [p for p in varianter() if p.values[0].get("lovgrundlag") == kf.AFTALE_2018])
def test_the_announced_plan_is_named_and_the_law_in_force_is_not_claimed(v: dict[str, Any]) -> None:
    assert all(AFTALT in k.forklaring for k in vurderet(v, "da").krav)
    assert all("plan agreed in 2018" in k.forklaring for k in vurderet(v, "en").krav)


def test_the_law_in_force_is_not_called_a_plan() -> None:
    v = next(p.values[0] for p in varianter() if "lovgrundlag" not in p.values[0])

    assert not any(AFTALT in k.forklaring for k in vurderet(v, "da").krav)


@pytest.mark.parametrize("gylden", json.loads(GYLDNE.read_text(encoding="utf-8")), ids=lambda g: g["navn"])
def test_the_words_are_as_they_were_read_and_approved(gylden: dict[str, Any]) -> None:
    dokument = json.loads((CASES / gylden["fil"]).read_text(encoding="utf-8"))
    v = dokument["varianter"][gylden["variant"]]
    for sprog in SPROG:
        krav = next(
            k for k in vurderet(v, sprog).krav
            if (k.regel, k.trin, k.periode_fra.isoformat()) == (gylden["regel"], gylden["trin"], gylden["periode_fra"])
        )  # fmt: skip
        assert gylden[sprog] == krav.forklaring


@pytest.mark.parametrize("maalgruppe", kf.Maalgruppe.koder())
@pytest.mark.parametrize("fra", [dt.date(2016, 2, 29), dt.date(2019, 3, 4), dt.date(2022, 9, 5), dt.date(2024, 3, 4)])
@pytest.mark.parametrize("lovgrundlag", [kf.GAELDENDE, kf.AFTALE_2018])
def test_every_line_of_a_schedule_is_told(maalgruppe: str, fra: dt.date, lovgrundlag: str) -> None:
    for sprog in SPROG:
        for krav in kf.plan(maalgruppe, fra=fra, lovgrundlag=lovgrundlag, sprog=sprog, alder=35).krav:
            tekst = krav.forklaring
            frist = krav.frist or krav.forventet_frist
            assert frist is None or ORDBOEGER[sprog].dato(frist.toordinal()) in tekst
            assert not re.search(r"None|[{}<>]|\b(blev nået|was reached)\b", tekst), tekst
            assert not [n for n in krav.bemaerkninger if not n.tekst]


def test_dependence_in_words() -> None:
    v = json.loads((CASES / "vektorer" / "D17.json").read_text(encoding="utf-8"))["varianter"][0]
    krav = {k.regel: k for k in vurderet(v, "da", afhaengigheder=True).krav}

    assert ("Ingen enkelt anden fortolkning ændrer udfaldet.",) == afhaengighed_i_ord(krav["LAB-2019:31.3"], "da")
    assert ("No single other reading changes the outcome.",) == afhaengighed_i_ord(krav["LAB-2019:31.3"], "en")
    assert (
        "Læses »seks-maaneder« som »dagen-foer« (dagen før), er udfaldet »opfyldt for sent« "
        "med frist den 7. januar 2020." in afhaengighed_i_ord(krav["LAB-2019:31.1"], "da")
    )


def test_dependence_in_words_of_plain_values() -> None:
    class Krav:
        afhaenger_af = (
            {"fortolkning": "frist-dag", "valg": "medregnet", "udfald": "afventer", "frist": "2020-06-30"},
            {"fortolkning": "genstart", "valg": "med-ny-frist", "udfald": None},
        )

    assert (
        "Læses »frist-dag« som »medregnet«, er udfaldet »afventer« med frist den 30. juni 2020.",
        "Læses »genstart« som »med-ny-frist«, findes kravet ikke.",
    ) == afhaengighed_i_ord(Krav(), "da")


def test_telling_is_quick() -> None:
    """Twenty requirements in less than 5 ms; in a process of its own, where nothing measures the lines that are run."""
    maalt = subprocess.run([sys.executable, "-P", "-c", _MAAL_FORKLARING], capture_output=True, text=True, check=True)

    assert float(maalt.stdout) < 0.005


_MAAL_FORKLARING = """
import datetime as dt
from time import process_time
import kontaktforloeb as kf
krav = (kf.plan("dagpengemodtager", fra=dt.date(2016, 8, 1), horisont=36).krav * 20)[:20]
def maal():
    begyndt = process_time()
    for k in krav:
        assert k.forklaring
    return process_time() - begyndt
print(min(maal() for _ in range(25)))
"""
