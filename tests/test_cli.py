"""The command line: arguments, exit statuses, what stands where, and output that appears whole or not at all."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb import cli
from kontaktforloeb.formater.fejl import Fejl, Sagsfejl
from kontaktforloeb.formater.udfil import hel_fil
from kontaktforloeb.kommandolinje import argumenter, kommandoer
from kontaktforloeb.visning import tekst
from kontaktforloeb.visning.opsaetning import Style, table, visible

D = dt.date


def et_krav(udfald: str = "opfyldt", **andet: Any) -> SimpleNamespace:
    """A requirement with the attributes that the views read."""
    grund: dict[str, Any] = {
        "regel": "LAB-2016:20.1",
        "titel": "Første jobsamtale",
        "maalgruppe": "jobparat",
        "ansvarlig": "jobcenter",
        "udfald": udfald,
        "periode_fra": D(2019, 3, 4),
        "trin": None,
        "fra": D(2019, 3, 4),
        "frist": D(2019, 3, 11),
        "forventet_frist": None,
        "afgjort": D(2019, 3, 8),
        "kraevet": 1,
        "medregnet": (SimpleNamespace(dato=D(2019, 3, 8), noegle=None),),
        "hjemmel": (
            SimpleNamespace(
                kort="LAB § 20, stk. 1",
                retskilde="LBK nr. 1342 af 21/11/2016",
                eli="https://www.retsinformation.dk/eli/lta/2016/1342",
            ),
        ),
        "forklaring": "Samtalen skulle holdes senest den 11. marts 2019 og blev holdt den 8. marts 2019.",
        "fortolkninger": {},
        "afhaenger_af": (),
        "antagelser": (),
        "bemaerkninger": (),
        "mangler": (),
        "efterfoelger": None,
    }
    return SimpleNamespace(**(grund | andet))


def en_vurdering(*udfald: str, id: str = "A-17", **andet: Any) -> SimpleNamespace:  # noqa: A002 - the name of the contract
    krav = tuple(et_krav(u) for u in udfald)
    grund: dict[str, Any] = {
        "id": id,
        "pr": D(2019, 12, 1),
        "kendt": None,
        "lovgrundlag": "gaeldende",
        "fortolkninger": {},
        "samlet": udfald[0] if udfald else "intet-krav",
        "krav": krav,
        "advarsler": (),
        "som_dict": lambda: {"id": id, "titel": "Første jobsamtale", "krav": [{"udfald": u} for u in udfald]},
    }
    return SimpleNamespace(**(grund | andet))


class Bibliotek:
    """A stand-in for the library: remembers what it was asked and answers with outcomes named by the file."""

    def __init__(self) -> None:
        self.kald: list[dict[str, Any]] = []

    def indlaes(self, sti: Any) -> SimpleNamespace:
        navn = Path(sti).read_text(encoding="utf-8").strip()
        if navn.startswith("daarlig"):
            raise Sagsfejl(
                [
                    Fejl(
                        "samtaler[3].dato", '"igår"', "en dato", "er ikke en dato.", "dato", "is not a date.", "a date"
                    ),
                    Fejl("id", "", "", "mangler.", "mangler", "is missing."),
                ]
            )
        return SimpleNamespace(id=navn)

    def indlaes_linjer(self, sti: Any, *, afvist: Callable[[Sagsfejl], None]) -> Iterator[SimpleNamespace]:
        for nummer, linje in enumerate(Path(sti).read_text(encoding="utf-8").splitlines(), 1):
            navn = json.loads(linje)["id"]
            if navn == "daarlig":
                afvist(Sagsfejl([Fejl(f"linje {nummer}: id", "", "", "mangler.", "mangler")]))
            else:
                yield SimpleNamespace(id=navn)

    def vurder(self, sag: Any, **valg: Any) -> SimpleNamespace:
        self.kald.append(valg)
        if sag.id == "afvist":
            raise Sagsfejl([Fejl("perioder[0].maalgruppe", '"x"', "jobparat", "kendes ikke.", "maalgruppe")])
        return en_vurdering(*sag.id.split("+"), id=sag.id)

    def plan(self, maalgruppe: str, **valg: Any) -> SimpleNamespace:
        self.kald.append({"maalgruppe": maalgruppe, **valg})
        if maalgruppe == "astronaut":
            raise Sagsfejl(
                [Fejl("maalgruppe", '"astronaut"', "jobparat ...", "kendes ikke.", "maalgruppe", "is unknown.")]
            )
        return en_vurdering("afventer")


@pytest.fixture
def bib(monkeypatch: pytest.MonkeyPatch) -> Bibliotek:
    bib = Bibliotek()
    for navn in ("indlaes", "indlaes_linjer", "vurder", "plan"):
        monkeypatch.setattr(kf, navn, getattr(bib, navn), raising=False)
    monkeypatch.setattr(kf, "Sagsfejl", Sagsfejl, raising=False)
    return bib


@pytest.fixture
def sag(tmp_path: Path) -> Any:
    def skriv(indhold: str, navn: str = "sag.json") -> str:
        (tmp_path / navn).write_text(indhold, encoding="utf-8")
        return str(tmp_path / navn)

    return skriv


def koer(capsys: pytest.CaptureFixture[str], *ord_: str) -> tuple[int, str, str]:
    status = cli.main(list(ord_))
    fanget = capsys.readouterr()
    return status, fanget.out, fanget.err


# --- exit statuses ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("udfald", "almindelig", "streng"),
    [
        ("opfyldt", 0, 0),
        ("afventer", 0, 0),
        ("bortfaldet", 0, 0),
        ("intet-krav", 0, 0),
        ("opfyldt-for-sent", 0, 1),
        ("uafklaret", 0, 1),
        ("ikke-opfyldt", 1, 1),
        ("opfyldt+ikke-opfyldt", 1, 1),
    ],
)
def test_the_exit_status_tells_the_outcome(
    bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str], udfald: str, almindelig: int, streng: int
) -> None:
    fil = sag(udfald)

    assert almindelig == koer(capsys, "vurder", fil, "--pr", "2019-12-01")[0]
    assert streng == koer(capsys, "vurder", fil, "--pr", "2019-12-01", "--streng")[0]


def test_bad_input_names_every_fault_of_every_file_and_shows_nothing(
    bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    god, daarlig, afvist = sag("opfyldt", "god.json"), sag("daarlig", "daarlig.json"), sag("afvist", "afvist.json")

    status, out, err = koer(capsys, "vurder", god, daarlig, afvist, god + "x", "--pr", "2019-12-01")

    assert (2, "") == (status, out)
    assert [
        f'kontaktforloeb vurder: {daarlig}: samtaler[3].dato: er ikke en dato. Fik "igår"; tilladt: en dato.',
        f"kontaktforloeb vurder: {daarlig}: id: mangler.",
        f'kontaktforloeb vurder: {afvist}: afvist: perioder[0].maalgruppe: kendes ikke. Fik "x"; tilladt: jobparat.',
        f"kontaktforloeb vurder: {god}x: findes ikke",
    ] == err.splitlines()


def test_every_bad_line_is_named(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    fil = sag('{"id": "daarlig"}\n{"id": "afvist"}\n{"id": "opfyldt"}\n{"id": "daarlig"}\n', "s.jsonl")

    status, out, err = koer(capsys, "vurder", fil, "--pr", "2019-12-01")

    assert (2, "") == (status, out)
    assert [
        f"kontaktforloeb vurder: {fil}: linje 1: id: mangler.",
        f'kontaktforloeb vurder: {fil}: afvist: perioder[0].maalgruppe: kendes ikke. Fik "x"; tilladt: jobparat.',
        f"kontaktforloeb vurder: {fil}: linje 4: id: mangler.",
    ] == err.splitlines()


def test_faults_are_told_in_english_on_request(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = koer(capsys, "vurder", sag("daarlig"), "--pr", "2019-12-01", "--sprog", "en")

    assert "is not a date." in err
    assert "id: is missing." in err


# --- usage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ord_", "linjer"),
    [
        (
            ["vurder"],
            [
                "SAG: mangler (en sag som JSON, eller JSON Lines (.jsonl); - læser fra standardinput)",
                "--pr: mangler (dagen, der vurderes pr.; senere oplysninger bruges ikke)",
            ],
        ),
        (
            ["vurder", "a.json", "--pr", "igår", "--kendt=2019-02-30", "--sprog", "fr", "--format", "xml"],
            [
                "--pr: 'igår' kan ikke bruges; tilladt: en dato som 2019-12-01, fra 2015-07-01 til 2035-12-31",
                "--kendt: '2019-02-30' kan ikke bruges; tilladt: en dato som 2019-12-01, fra 2010-01-01 til 2035-12-31",
                "--format: 'xml' kan ikke bruges; tilladt: text, json, html eller ics",
                "--sprog: 'fr' kan ikke bruges; tilladt: da eller en",
            ],
        ),
        (
            ["vurder", "a.json", "--pr", "2015-06-30", "--sprog", "en"],
            ["--pr: '2015-06-30' cannot be used; allowed: a date such as 2019-12-01, from 2015-07-01 to 2035-12-31"],
        ),
        (
            ["vurder", "a.json", "--pr", "20191201"],
            ["--pr: '20191201' kan ikke bruges; tilladt: en dato som 2019-12-01, fra 2015-07-01 til 2035-12-31"],
        ),
        (["vurder", "a.json", "--pr"], ["--pr: mangler en værdi (DATO)"]),
        (
            ["vurder", "a.json", "--pr", "2019-12-01", "--pr", "2019-12-02"],
            ["--pr: er angivet 2 gange; tilladt: én gang"],
        ),
        (
            ["vurder", "a.json", "--pr", "2019-12-01", "--lovgrundlag", "2018"],
            ["--lovgrundlag: '2018' kan ikke bruges; tilladt: gaeldende eller aftale-2018"],
        ),
        (
            ["vurder", "a.json", "--pr", "2019-12-01", "--fortolkning", "frist-dag"],
            [
                (
                    "--fortolkning: 'frist-dag' kan ikke bruges; tilladt: NAVN=VALG, som seks-maaneder=dagen-foer; "
                    "'kontaktforloeb regler --fortolkninger' viser dem alle"
                )
            ],
        ),
        (
            [
                *("plan", "jobparat", "2019-03-04"),
                *("--fortolkning", "frist-dag=medregnet", "--fortolkning", "frist-dag=ikke-medregnet"),
            ],
            ["--fortolkning: frist-dag er valgt både som 'medregnet' og 'ikke-medregnet'; tilladt: én af dem"],
        ),
        (
            [
                *("plan", "jobparat", "2019-03-04", "--fortolkning", "frist-dag=x"),
                *("--fortolkning", "frist-dag=medregnet"),
            ],
            [
                "--fortolkning: frist-dag er valgt både som 'x' og 'medregnet'; tilladt: én af dem",
                "fortolkninger.frist-dag: kendes ikke. Fik 'x'; tilladt: ikke-medregnet, medregnet.",
            ],
        ),
        (["vurder", "a.json", "--pr", "2019-12-01", "--streng=ja"], ["--streng: tager ingen værdi"]),
        (
            ["skema", "--xyz", "mere"],
            ["'--xyz': kendes ikke; skema kender --sprog og --ud", "'mere': kendes ikke; skema kender --sprog og --ud"],
        ),
        (
            ["plan", "jobparat", "2019-03-04", "--horisont", "0", "--alder", "tyve", "--kategori", "4"],
            [
                "--horisont: '0' kan ikke bruges; tilladt: et helt tal fra 1 til 120",
                "--alder: 'tyve' kan ikke bruges; tilladt: et helt tal fra 0 til 110",
                "--kategori: '4' kan ikke bruges; tilladt: et helt tal fra 1 til 3",
            ],
        ),
        (["plan"], ["MAALGRUPPE: mangler (målgruppen, for eksempel jobparat)", "DATO: mangler (forløbets første dag)"]),
        (
            ["opgoer", "s.jsonl", "--fra", "2019-13"],
            ["--fra: '2019-13' kan ikke bruges; tilladt: en måned som 2019-12, fra 2010-01 til 2035-12"],
        ),
    ],
)
def test_every_usage_fault_is_named_at_once(
    bib: Bibliotek, capsys: pytest.CaptureFixture[str], ord_: list[str], linjer: list[str]
) -> None:
    status, out, err = koer(capsys, *ord_)

    assert (2, "") == (status, out)
    assert [f"kontaktforloeb {ord_[0]}: {linje}" for linje in linjer] == err.splitlines()


def test_an_unknown_command_is_answered_with_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = koer(capsys, "bedøm")

    assert (2, "") == (status, out)
    assert (
        "kontaktforloeb: 'bedøm' er ingen kommando; "
        "tilladt: vurder, plan, regler, sammenlign, opgoer, skema eller demo\n" == err
    )


def test_without_arguments_the_overview_is_shown_as_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = koer(capsys)

    assert (2, "") == (status, out)
    assert err.startswith("Brug: kontaktforloeb KOMMANDO")


@pytest.mark.parametrize("ord_", [["--hjaelp"], ["-h"], ["--help"]])
def test_help_names_every_command(capsys: pytest.CaptureFixture[str], ord_: list[str]) -> None:
    status, out, err = koer(capsys, *ord_)

    assert (0, "") == (status, err)
    assert all(f"  {kommando.name} " in out for kommando in argumenter.COMMANDS)


@pytest.mark.parametrize("kommando", [c.name for c in argumenter.COMMANDS])
def test_help_of_a_command_names_every_option_in_both_languages(
    capsys: pytest.CaptureFixture[str], kommando: str
) -> None:
    _, dansk, _ = koer(capsys, kommando, "--hjaelp")
    _, engelsk, _ = koer(capsys, kommando, "--help", "--sprog", "en")

    assert dansk.startswith("Brug: kontaktforloeb " + kommando)
    assert engelsk.startswith("Usage: kontaktforloeb " + kommando)
    valg = next(c for c in argumenter.COMMANDS if c.name == kommando).options
    assert all(v.name in dansk and v.name in engelsk for v in valg)


def test_every_command_of_the_help_can_be_run() -> None:
    assert [c.name for c in argumenter.COMMANDS] == list(kommandoer.COMMANDS)


def test_an_interrupt_ends_quietly(
    bib: Bibliotek, sag: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def afbrudt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(kf, "vurder", afbrudt, raising=False)

    assert (130, "", "") == koer(capsys, "vurder", sag("opfyldt"), "--pr", "2019-12-01")


# --- what the library is asked, and the formats ----------------------------------------------------------------------


def test_the_options_reach_the_library(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    koer(
        capsys, "vurder", "--pr=2019-12-01", sag("opfyldt"), "--kendt", "2019-11-01", "--lovgrundlag", "aftale-2018",
        "--fortolkning", "seks-maaneder=dagen-foer", "--fortolkning", "frist-dag=medregnet", "--sprog", "en",
    )  # fmt: skip

    assert [
        {
            "pr": D(2019, 12, 1),
            "kendt": D(2019, 11, 1),
            "lovgrundlag": "aftale-2018",
            "fortolkninger": {"seks-maaneder": "dagen-foer", "frist-dag": "medregnet"},
            "sprog": "en",
        }
    ] == bib.kald


def test_the_defaults_reach_the_library(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    koer(capsys, "vurder", sag("opfyldt"), "--pr", "2019-12-01")
    koer(capsys, "plan", "jobparat", "2019-03-04")

    assert [
        {"pr": D(2019, 12, 1), "kendt": None, "lovgrundlag": "gaeldende", "fortolkninger": {}, "sprog": "da"},
        {
            "maalgruppe": "jobparat",
            "fra": D(2019, 3, 4),
            "lovgrundlag": "gaeldende",
            "fortolkninger": {},
            "horisont": 24,
            "alder": None,
            "kategori": None,
            "forsikring": None,
            "sprog": "da",
        },
    ] == bib.kald


def test_one_case_as_json_is_one_document(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = koer(capsys, "vurder", sag("opfyldt"), "--pr", "2019-12-01", "--format", "json")

    assert 0 == status
    assert {"id": "opfyldt", "titel": "Første jobsamtale", "krav": [{"udfald": "opfyldt"}]} == json.loads(out)
    assert "Første" in out


def test_several_cases_as_json_are_json_lines(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    linjer = sag('{"id": "afventer"}\n{"id": "opfyldt"}\n', "sager.JSONL")

    status, out, _ = koer(capsys, "vurder", sag("bortfaldet"), linjer, "--pr", "2019-12-01", "--format", "json")

    assert 0 == status
    assert ["bortfaldet", "afventer", "opfyldt"] == [json.loads(linje)["id"] for linje in out.splitlines()]


def test_a_file_of_one_line_is_json_lines_too(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = koer(capsys, "vurder", sag('{"id": "opfyldt"}\n', "a.jsonl"), "--pr", "2019-12-01", "--format", "json")

    assert 1 == out.count("\n")


@pytest.mark.parametrize(
    ("indhold", "linjer"),
    [
        (b'{"id": "opfyldt"}\n{"id": "afventer"}\n', 2),
        (b"opfyldt", None),
        (b'{\n"id": 1}\n', None),
        (b'{"id": "opfyldt"}\n', None),
        (b"[1]\n[2]\n", None),
        (b"[" * 100_000 + b"\n2", None),
    ],
)
def test_standard_input_is_one_document_or_lines(indhold: bytes, linjer: int | None) -> None:
    with kommandoer.from_standard_input(io.BytesIO(indhold)) as sti:
        assert (".json" if linjer is None else ".jsonl") == sti.suffix
        assert indhold == sti.read_bytes()
    assert not sti.exists()


def test_a_dash_reads_standard_input(
    bib: Bibliotek, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"daarlig")))

    status, out, err = koer(capsys, "vurder", "-", "--pr", "2019-12-01")

    assert (2, "") == (status, out)
    assert err.startswith("kontaktforloeb vurder: standardinput: samtaler[3].dato")


def test_lines_on_standard_input_are_json_lines(
    bib: Bibliotek, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b'{"id": "opfyldt"}\n{"id": "afventer"}\n')))

    _, out, _ = koer(capsys, "vurder", "-", "--pr", "2019-12-01", "--format", "json")

    assert 2 == out.count("\n")


def test_the_html_report_of_one_case_and_of_several(
    bib: Bibliotek, sag: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Side:
        def __init__(self, sprog: str, readings: Any) -> None:
            self.alone = True
            self.antal = 0

        def add(self, vurdering: Any, sag: Any) -> str:
            self.antal += 1
            return f"<p>{vurdering.id}</p>"

        def head(self) -> str:
            return "<html>" if self.alone else f"<html><nav>{self.antal}</nav>"

        def foot(self) -> str:
            return "</html>"

    html = SimpleNamespace(Report=Side)
    monkeypatch.setitem(sys.modules, "kontaktforloeb.visning.html", html)
    monkeypatch.setattr("kontaktforloeb.visning.html", html, raising=False)
    fil = sag("opfyldt")

    assert (0, "<html><p>opfyldt</p></html>", "") == koer(
        capsys, "vurder", fil, "--pr", "2019-12-01", "--format", "html"
    )
    assert (0, "<html><nav>2</nav><p>opfyldt</p><p>opfyldt</p></html>", "") == koer(
        capsys, "vurder", fil, fil, "--pr", "2019-12-01", "--format", "html"
    )


def test_the_short_text_is_the_table_alone(bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = koer(capsys, "vurder", sag("opfyldt"), "--pr", "2019-12-01", "--kort")

    assert out.endswith("Første jobsamtale  11. marts 2019  1 af 1\n")


def test_several_cases_as_text_are_told_apart_and_counted(
    bib: Bibliotek, sag: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = koer(capsys, "vurder", sag("opfyldt", "a.json"), sag("uafklaret", "b.json"), "--pr", "2019-12-01")

    assert "\n" + "─" * 100 + "\n" in out
    assert out.endswith("\n2 sager: 1 uafklaret, 1 opfyldt\n")


def test_a_plan_that_is_refused_is_a_fault(bib: Bibliotek, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = koer(capsys, "plan", "astronaut", "2019-03-04", "--sprog", "en")

    assert (2, "") == (status, out)
    assert err.startswith("kontaktforloeb plan: maalgruppe: is unknown.")


def test_the_plan_as_text_and_as_json(bib: Bibliotek, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = koer(capsys, "plan", "jobparat", "2019-03-04")

    assert 0 == status
    assert out.startswith("Lovens tidsplan for jobparat · forløb fra 4. marts 2019\n")
    assert "11. marts 2019" in out
    assert (
        "afventer"
        == json.loads(koer(capsys, "plan", "jobparat", "2019-03-04", "--format", "json")[1])["krav"][0]["udfald"]
    )


REGEL = {
    "regel": "LAB-2016:20.1",
    "titel": "Første jobsamtale",
    "maalgrupper": ["jobparat", "aktivitetsparat"],
    "ansvarlig": "jobcenter",
    "gaelder_fra": "2015-07-01",
    "gaelder_til": "2019-12-31",
    "hjemmel": [{"kort": "LAB § 20, stk. 1", "retskilde": "LBK nr. 1342 af 21/11/2016", "eli": "https://x"}],
    "erklaering": {},
    "fortolkninger": ["frist-dag"],
}


def test_the_rules_as_text_and_as_json(
    bib: Bibliotek, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spurgt: list[Any] = []

    def regler(*valg: Any, **andet: Any) -> list[SimpleNamespace]:
        spurgt.append((valg, andet))
        return [SimpleNamespace(som_dict=lambda: REGEL)]

    monkeypatch.setattr(kf, "regler", regler, raising=False)

    _, out, _ = koer(capsys, "regler", "--maalgruppe", "jobparat", "--dato", "2019-03-04")

    assert [(("jobparat", D(2019, 3, 4)), {"lovgrundlag": "gaeldende", "sprog": "da"})] == spurgt
    assert out == (
        "LAB-2016:20.1  Første jobsamtale\n"
        "  Målgrupper    jobparat, aktivitetsparat\n"
        "  I kraft       1. juli 2015 til og med 31. dec. 2019\n"
        "  Ansvarlig     jobcenteret\n"
        "  Hjemmel       LAB § 20, stk. 1 (LBK nr. 1342 af 21/11/2016) https://x\n"
        "  Fortolkninger frist-dag\n"
        "\n"
        "1 regel\n"
    )
    assert [REGEL] == json.loads(koer(capsys, "regler", "--format", "json")[1])


def test_the_readings_and_their_choices(
    bib: Bibliotek, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    laesning = {
        "navn": "frist-dag",
        "spoergsmaal": "Tælles dagen med?",
        "standard": "ikke-medregnet",
        "valg": ["ikke-medregnet", "medregnet"],
    }
    monkeypatch.setattr(kf, "fortolkninger", lambda _sprog: [SimpleNamespace(som_dict=lambda: laesning)], raising=False)

    _, out, _ = koer(capsys, "regler", "--fortolkninger")

    assert out == (
        "frist-dag\n"
        "  Spørgsmål     Tælles dagen med?\n"
        "  Valg          ikke-medregnet (standard)\n"
        "                medregnet\n"
    )
    assert [laesning] == json.loads(koer(capsys, "regler", "--fortolkninger", "--format", "json")[1])


def test_the_comparison_stands_side_by_side(
    bib: Bibliotek, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    svar = {
        "maalgruppe": "jobparat",
        "lovgrundlag": "gaeldende",
        "foer": {"dato": "2019-12-31", "regler": [REGEL]},
        "efter": {"dato": "2020-01-01", "regler": []},
    }
    monkeypatch.setattr(kf, "sammenlign", lambda *_, **__: SimpleNamespace(som_dict=lambda: svar), raising=False)

    _, out, _ = koer(capsys, "sammenlign", "jobparat")

    assert "Før: 31. dec. 2019                               │ Efter: 1. jan. 2020\n" in out
    assert "LAB-2016:20.1                                    │ (ingen regler)\n" in out
    assert svar == json.loads(koer(capsys, "sammenlign", "jobparat", "--format", "json")[1])


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = koer(capsys, "skema")

    assert 0 == status
    assert "$schema" in json.loads(out)


# --- opgoer ----------------------------------------------------------------------------------------------------------


def test_opgoer_hands_over_to_the_figures(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    faaet: list[argparse.Namespace] = []

    def run(args: argparse.Namespace) -> int:
        faaet.append(args)
        return 0

    monkeypatch.setitem(sys.modules, "kontaktforloeb.maaling.kommando", SimpleNamespace(run=run))
    monkeypatch.setattr("kontaktforloeb.maaling.kommando", SimpleNamespace(run=run), raising=False)

    status, _, _ = koer(
        capsys, "opgoer", "sager.jsonl", "--maal", "seks-maaneder", "--fra", "2019-01", "--til", "2019-06",
        "--fortolkning", "frist-dag=medregnet", "--antal", "jobparat=6", "--valg", "timer=jaevnt",
    )  # fmt: skip

    assert 0 == status
    assert ({"jobparat": 6}, {"timer": "jaevnt"}) == (faaet[0].antal, faaet[0].valg)
    assert (D(2019, 1, 1), D(2019, 6, 1)) == (faaet[0].fra, faaet[0].til)
    assert {"frist-dag": "medregnet"} == faaet[0].fortolkninger


@pytest.mark.parametrize(("modul", "ekstra"), [("duckdb", "bulk"), ("pyarrow.parquet", "bulk"), ("pyspark", "spark")])
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], modul: str, ekstra: str
) -> None:
    def run(_: Any) -> int:
        raise ModuleNotFoundError(name=modul)

    monkeypatch.setitem(sys.modules, "kontaktforloeb.maaling.kommando", SimpleNamespace(run=run))
    monkeypatch.setattr("kontaktforloeb.maaling.kommando", SimpleNamespace(run=run), raising=False)

    status, out, err = koer(capsys, "opgoer", "s.jsonl", "--maal", "x", "--fra", "2019-01", "--til", "2019-02")

    assert (2, "") == (status, out)
    assert f"pip install 'kontaktforloeb[{ekstra}]'" in err


def test_a_module_of_ours_that_is_missing_is_no_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: Any) -> int:
        raise ModuleNotFoundError(name="kontaktforloeb.nyt")

    monkeypatch.setitem(sys.modules, "kontaktforloeb.maaling.kommando", SimpleNamespace(run=run))
    monkeypatch.setattr("kontaktforloeb.maaling.kommando", SimpleNamespace(run=run), raising=False)

    with pytest.raises(ModuleNotFoundError):
        cli.main(["opgoer", "s.jsonl", "--maal", "x", "--fra", "2019-01", "--til", "2019-02"])


# --- output that is whole --------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_with_the_usual_rights(
    bib: Bibliotek, sag: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maal = tmp_path / "svar.json"
    gammel = os.umask(0o022)
    try:
        status, out, err = koer(
            capsys, "vurder", sag("opfyldt"), "--pr", "2019-12-01", "--format", "json", "--ud", str(maal)
        )
    finally:
        os.umask(gammel)

    assert (0, "", "") == (status, out, err)
    assert "opfyldt" == json.loads(maal.read_text(encoding="utf-8"))["id"]
    assert 0o644 == stat.S_IMODE(maal.stat().st_mode)
    assert ["sag.json", "svar.json"] == sorted(p.name for p in tmp_path.iterdir())


def test_bad_input_leaves_an_old_file_as_it_was(
    bib: Bibliotek, sag: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maal = tmp_path / "svar.txt"
    maal.write_text("det gamle svar")

    assert 2 == koer(capsys, "vurder", sag("daarlig"), "--pr", "2019-12-01", "--ud", str(maal))[0]

    assert "det gamle svar" == maal.read_text()
    assert ["sag.json", "svar.txt"] == sorted(p.name for p in tmp_path.iterdir())


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    maal = tmp_path / "svar.txt"
    maal.write_text("det gamle svar")
    maal.chmod(0o640)

    with pytest.raises(RuntimeError), hel_fil(maal) as fil:
        fil.write(b"halvt")
        raise RuntimeError

    assert ["svar.txt"] == [p.name for p in tmp_path.iterdir()]
    with hel_fil(maal) as fil:
        fil.write(b"helt")
    assert ("helt", 0o640) == (maal.read_text(), stat.S_IMODE(maal.stat().st_mode))


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("gammel")
    (tmp_path / "henvisning").symlink_to(tmp_path / "fil")

    with hel_fil(tmp_path / "henvisning") as fil:
        fil.write(b"ny")

    assert (tmp_path / "henvisning").is_symlink()
    assert "ny" == (tmp_path / "fil").read_text()


def test_a_device_is_written_to_and_not_replaced() -> None:
    with hel_fil(Path(os.devnull)) as fil:
        fil.write(b"x")

    assert Path(os.devnull).is_char_device()


def test_a_folder_that_does_not_exist_is_named(
    bib: Bibliotek, sag: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maal = tmp_path / "ingen" / "svar.txt"

    status, out, err = koer(capsys, "vurder", sag("opfyldt"), "--pr", "2019-12-01", "--ud", str(maal))

    assert (2, "") == (status, out)
    assert f"kontaktforloeb vurder: {maal}: findes ikke\n" == err


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    skript = "import sys; from kontaktforloeb import cli; sys.exit(cli.main(['skema']))"
    proces = subprocess.Popen(
        [sys.executable, "-c", skript],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert proces.stdout is not None
    assert proces.stderr is not None
    proces.stdout.close()

    assert b"" == proces.stderr.read()
    proces.stderr.close()
    assert 0 == proces.wait(timeout=30)


class Terminal(io.TextIOWrapper):
    """A standard output that says it is a terminal."""

    def __init__(self, kodning: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=kodning)

    def isatty(self) -> bool:
        return True

    def vist(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


@pytest.mark.parametrize(
    ("miljoe", "farver"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colours_where_it_allows_them(
    bib: Bibliotek, sag: Any, monkeypatch: pytest.MonkeyPatch, miljoe: dict[str, str], farver: bool
) -> None:
    for navn, vaerdi in ({"NO_COLOR": "", "TERM": "xterm", "COLUMNS": "60"} | miljoe).items():
        monkeypatch.setenv(navn, vaerdi)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)

    cli.main(["vurder", sag("opfyldt"), "--pr", "2019-12-01"])

    assert farver is ("\x1b[32m✓ opfyldt\x1b[0m" in terminal.vist())
    assert farver is ("\x1b[" in terminal.vist())
    assert all(visible(linje) <= 60 or "https://" in linje for linje in terminal.vist().splitlines())


def test_a_terminal_of_few_signs_is_given_plain_ones(bib: Bibliotek, sag: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal("latin-1")
    monkeypatch.setattr(sys, "stdout", terminal)

    cli.main(["vurder", sag("ikke-opfyldt"), "--pr", "2019-12-01"])

    assert "x ikke opfyldt" in terminal.vist()
    assert "Første jobsamtale" in terminal.vist()


def test_a_pipe_gets_plain_text_of_a_fixed_width(
    bib: Bibliotek, sag: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "41")

    _, out, _ = koer(capsys, "vurder", sag("opfyldt"), "--pr", "2019-12-01")

    assert out == (
        "opfyldt · vurderet pr. 1. dec. 2019\n"
        "Samlet        ✓ opfyldt (1 opfyldt)\n"
        "Lovgrundlag   gældende ret på hver dag\n"
        "\n"
        "  Udfald     Regel          Krav               Frist           Talt\n"
        "  ✓ opfyldt  LAB-2016:20.1  Første jobsamtale  11. marts 2019  1 af 1\n"
        "\n"
        "✓ opfyldt  LAB-2016:20.1  Første jobsamtale\n"
        "  Samtalen skulle holdes senest den 11. marts 2019 og blev holdt den 8. marts 2019.\n"
        "  Medregnet     8. marts 2019\n"
        "  Ansvarlig     jobcenteret\n"
        "  Hjemmel       LAB § 20, stk. 1 (LBK nr. 1342 af 21/11/2016)\n"
        "                https://www.retsinformation.dk/eli/lta/2016/1342\n"
        "  Afhænger af   Ingen enkelt anden fortolkning ændrer udfaldet.\n"
    )


# --- text ------------------------------------------------------------------------------------------------------------


def test_a_verdict_shows_everything_that_it_rests_on() -> None:
    note = SimpleNamespace(kode="k", tekst="Formen er ikke oplyst.")
    krav = et_krav(
        "uafklaret",
        trin=3,
        frist=None,
        forventet_frist=D(2020, 7, 1),
        kraevet=4,
        medregnet=(SimpleNamespace(dato=D(2019, 3, 8), noegle="s1"),),
        antagelser=(note,),
        bemaerkninger=(SimpleNamespace(kode="b", tekst="Fristen er en lukkedag."),),
        mangler=("foedselsdato", "perioder[0].timer_pr_uge"),
        afhaenger_af=(
            {"fortolkning": "frist-dag", "valg": "medregnet", "udfald": "afventer", "frist": "2020-06-30"},
            {"fortolkning": "genstart", "valg": "med-ny-frist", "udfald": None},
        ),
        efterfoelger="LAB-2019:31.1",
    )
    vurdering = en_vurdering(
        samlet="uafklaret",
        krav=(krav,),
        kendt=D(2019, 6, 1),
        fortolkninger={"tolerance": "timer"},
        advarsler=(SimpleNamespace(kode="a", tekst="Samtalen er indkaldt i fortiden."),),
    )

    dansk = tekst.verdict(vurdering, Style())
    engelsk = tekst.verdict(vurdering, Style(sprog="en", width=70))

    for stump in (
        "A-17 · vurderet pr. 1. dec. 2019 · som kendt 1. juni 2019",
        "Fortolkninger tolerance = timer",
        "Første jobsamtale, trin 3  ventet 1. juli 2020  1 af 4",
        "Medregnet     8. marts 2019 (s1)",
        "Antaget       Formen er ikke oplyst.",
        "Bemærk        Fristen er en lukkedag.",
        "Mangler       foedselsdato, perioder[0].timer_pr_uge",
        "Afhænger af   Læses »frist-dag« som »medregnet«, er udfaldet »afventer« med frist",
        "Læses »genstart« som »med-ny-frist«, findes kravet ikke.",
        "Føres videre  LAB-2019:31.1",
        "Advarsler     Samtalen er indkaldt i fortiden.",
    ):
        assert stump in dansk
    assert "as of 1 Dec 2019" in engelsk
    assert "expected 1 July 2020" in engelsk
    assert "the requirement does not exist" in " ".join(engelsk.split())
    assert all(len(linje) <= 70 or "https://" in linje for linje in engelsk.splitlines())


def test_the_growing_column_is_wrapped_and_the_rest_lines_up() -> None:
    linjer = table(["A", "B", "C"], [["1", "et ord og et ord og et ord mere", "x"]], Style(width=30), grows=1)

    assert ["  A  B" + " " * 23 + "C", "  1  et ord og et ord og et  x", "     ord mere"] == linjer


def test_two_columns_stand_above_each_other_where_there_is_no_room() -> None:
    svar = {
        "maalgruppe": "jobparat",
        "lovgrundlag": "aftale-2018",
        "foer": {"dato": "2019-06-30", "regler": [REGEL]},
        "efter": {"dato": "2019-07-01", "regler": [REGEL]},
    }

    linjer = tekst.comparison(svar, Style(width=50)).splitlines()

    assert linjer.index("Før: 30. juni 2019") < linjer.index("Efter: 1. juli 2019")


@pytest.mark.parametrize(
    "udfald", ["opfyldt", "opfyldt-for-sent", "ikke-opfyldt", "afventer", "bortfaldet", "uafklaret", "intet-krav"]
)
def test_outcomes_are_told_apart_without_colours(udfald: str) -> None:
    andre = set(tekst._SIGNS) - {udfald}

    assert all(tekst._SIGNS[udfald][:1] != tekst._SIGNS[andet][:1] for andet in andre)
    assert tekst.outcome(udfald, Style(signs=False)).isascii()
