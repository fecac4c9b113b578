"""`--sprog en`: every command answers in English, in text and for programs."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

import kontaktforloeb as kf
from kontaktforloeb import cli
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.skaerpet_tilsyn import STAGES_EN
from kontaktforloeb.testing.generator import Caseload

TITLES = {r.titel for r in kf.regler()} - {r.titel for r in kf.regler(sprog="en")}


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = cli.main([str(w) for w in words])
    caught = capsys.readouterr()
    return status, caught.out, caught.err


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sager") / "s.jsonl"
    path.write_text("".join(Caseload(antal=300, froe=5, fra=dt.date(2022, 1, 1), til=dt.date(2023, 12, 31)).lines()))
    with path.open("a") as file:
        file.write("{,\n")
    return path


def test_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "regler", "--sprog", "en")
    found = json.loads(run(capsys, "regler", "--sprog", "en", "--format", "json")[1])

    assert "CV interview in the a-kasse" in text
    assert [r.som_dict() for r in kf.regler(sprog="en")] == found
    assert not TITLES & {rule["titel"] for rule in found}


def test_the_readings(capsys: pytest.CaptureFixture[str]) -> None:
    english = kf.fortolkninger("en")
    _, text, _ = run(capsys, "regler", "--fortolkninger", "--sprog", "en")

    assert english[0].spoergsmaal[:40] in text
    assert [r.som_dict() for r in english] == json.loads(
        run(capsys, "regler", "--fortolkninger", "--sprog", "en", "--format", "json")[1]
    )


def test_the_readings_of_a_group_are_those_that_its_rules_mention(capsys: pytest.CaptureFixture[str]) -> None:
    def names(*words: str) -> set[str]:
        return {r["navn"] for r in json.loads(run(capsys, "regler", "--fortolkninger", "--format", "json", *words)[1])}

    own = names("--maalgruppe", "jobparat")
    assert own == {name for rule in kf.regler("jobparat") for name in rule.fortolkninger}
    assert own < names()
    assert names("--maalgruppe", "jobparat", "--dato", "2022-01-01") < own
    assert 2 == run(capsys, "regler", "--fortolkninger", "--maalgruppe", "astronaut")[0]


def test_the_comparison(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = run(capsys, "sammenlign", "jobparat", "--sprog", "en")

    assert not any(title in text for title in TITLES if len(title) > 12)
    assert kf.sammenlign("jobparat", sprog="en").som_dict() == json.loads(
        run(capsys, "sammenlign", "jobparat", "--sprog", "en", "--format", "json")[1]
    )


@pytest.mark.parametrize(("sprog", "said"), [("da", "ligger efter dagen"), ("en", "lies after the day")])
def test_a_comparison_the_wrong_way_round_is_refused(capsys: pytest.CaptureFixture[str], sprog: str, said: str) -> None:
    words = ("sammenlign", "jobparat", "--foer", "2022-01-01", "--efter", "2021-01-01", "--sprog", sprog)
    status, out, err = run(capsys, *words)

    assert (2, "") == (status, out)
    assert said in err


def test_the_working_list(capsys: pytest.CaptureFixture[str], lines: Path) -> None:
    words = ("opgoer", lines, "--fra", "2023-06", "--til", "2023-06", "--liste")
    english = {row["titel"] for row in csv.DictReader(run(capsys, *words, "--sprog", "en")[1].splitlines())}
    danish = {row["titel"] for row in csv.DictReader(run(capsys, *words)[1].splitlines())}

    assert english
    assert not TITLES & english
    assert danish <= {r.titel for r in kf.regler()}


def test_the_report_of_the_figures(capsys: pytest.CaptureFixture[str], lines: Path, tmp_path: Path) -> None:
    shares = tmp_path / "y.csv"
    shares.write_text("kommune,aar,faktisk,forventet\n991,2023,18.4,17.9\n")
    words = ("opgoer", lines, "--fra", "2023-01", "--til", "2023-12", "--format", "html", "--forventet", shares)
    _, page, err = run(capsys, *words, "--sprog", "en")

    assert '<html lang="en">' in page
    text = " ".join(unescape(re.sub(r"<(style|svg).*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)).split())
    for english in (
        "Figures on contact, 2023-01 to 2023-12",
        "Figures on fewer than 10 people are not shown",
        "all groups",
        "The cases behind the figures",
        "Cases that could not be judged (1)",
        "not valid JSON",
    ):
        assert english in text
    for m in d.MEASURES.values():
        assert m.titel_en in text or m is d.SUPERVISION
        assert m.titel not in text
        assert m.population not in text
    for danish in ("kommune ", "Kommune ", "Gruppe", "sager", "alle grupper", "skjult", "uafklaret", "Vurderet"):
        assert danish not in text
    assert "could not be judged" in err
    document = json.loads(run(capsys, *words[:-4], "--format", "json", "--sprog", "en")[1])
    assert [m["titel"] for m in document["maal"]] == [m.titel_en for m in d.MEASURES.values()]


def test_every_measure_and_stage_has_its_words_in_both_languages() -> None:
    for m in d.MEASURES.values():
        assert m.titel_en
        assert m.population_en
        assert m.tal_en
        assert len(m.noter) == len(m.noter_en)
    assert all(n.grundlag_en for n in d.SAMTALEDATA_N.values())
    assert ["not supervised", "supervised", "extended", "special demand", "ended"] == list(STAGES_EN.values())
    assert all(a != b for a, b in pairwise(STAGES_EN.values()))
