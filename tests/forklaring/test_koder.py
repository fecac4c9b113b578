"""Every code that the engine can produce has words in both languages, and every declaration can be told."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from kontaktforloeb import koder
from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring import betingelsesord, grundord, haendelsesord, konklusion, noter, punktord, tidsord
from kontaktforloeb.forklaring.ordbog import ORDBOEGER
from kontaktforloeb.forklaring.sprog import beskriv_regel, sprogvalg
from kontaktforloeb.formater.fejl import Sagsfejl
from kontaktforloeb.regelsprog import betingelser, punkter, vinduer
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.vurdering import fund
from kontaktforloeb.vurdering.oversaet import OversatLov, oversaet

SRC = Path(__file__).resolve().parents[2] / "src" / "kontaktforloeb"
MOTOR = [*sorted((SRC / "vurdering").glob("*.py")), *sorted((SRC / "ure").glob("*.py"))]
KODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
SPROG = ("da", "en")
MODTAGERE = {"antagelser", "bemaerkninger", "aarsag", "uafklaret", "ukendt", "bem", "ud"}
IKKE_KODER = {"bemaerk"}
"""A mark inside the engine: what follows it is the code."""


def lov(grundlag: str = "gaeldende", fortolkninger: dict[str, str] | None = None) -> OversatLov:
    return oversaet(REGELSAET, grundlag, fortolkninger)


def _navn(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _foerste(node: ast.AST) -> Iterator[str]:
    """The code of each tuple below a node that begins with one; starred and nested tuples too."""
    for x in ast.walk(node):
        if isinstance(x, ast.Tuple) and x.elts:
            for e in x.elts[:2]:
                if isinstance(e, ast.Constant) and isinstance(e.value, str) and KODE.fullmatch(e.value):
                    yield e.value
                    break


def _slags(modul: Any) -> set[type]:
    """The kinds that a module of the vocabulary declares."""
    return {x for x in vars(modul).values() if attrs.has(x) and x.__module__ == modul.__name__}


def producerede() -> dict[str, set[str]]:
    """What the engine's source puts in its lists of reasons, assumptions, remarks and warnings, by the list's name."""
    ud: dict[str, set[str]] = {}
    for sti in MOTOR:
        for node in ast.walk(ast.parse(sti.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("append", "insert")
            ):
                navn = _navn(node.func.value)
                if navn in MODTAGERE and node.args:
                    kode = node.args[-1]
                    ud.setdefault(navn, set()).update(_foerste(kode))
                    if isinstance(kode, ast.Constant) and isinstance(kode.value, str):
                        ud[navn].add(kode.value)
            elif isinstance(node, ast.Assign) and any(_navn(t) == "aarsag" for t in node.targets):
                ud.setdefault("aarsag", set()).update(_foerste(node.value))
            elif isinstance(node, ast.Assign) and any(_navn(t) == "hindring" for t in node.targets):
                ud.setdefault("bem", set()).update(_foerste(node.value))
            elif isinstance(node, ast.FunctionDef) and node.name == "_hindring":
                for svar in ast.walk(node):
                    if isinstance(svar, ast.Return) and svar.value is not None:
                        ud.setdefault("bem", set()).update(_foerste(svar.value))
            elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                ud.setdefault("return", set()).update(_foerste(node.value))
    return ud


PRODUCEREDE = producerede()


def test_the_scan_finds_what_the_engine_says() -> None:
    assert {"ikke-sket", "fravalgt", "haft", "intet-baand"} <= PRODUCEREDE["aarsag"]
    assert {"ophoert", "afloest", "fritaget", "fortraengt", "intet-krav"} <= PRODUCEREDE["aarsag"]
    assert {"udeblevet", "forkert-form", "foer-cv-samtale"} <= PRODUCEREDE["bem"]
    assert {"lukkedag", "delvis-fritagelse"} <= PRODUCEREDE["bemaerkninger"]


@pytest.mark.parametrize("liste", ["aarsag", "uafklaret", "ukendt"])
def test_every_reason_of_the_engine_has_words(liste: str) -> None:
    # a clock's `uafklaret` holds readings; the reason they give is `forloeb-uafklaret`
    egne = PRODUCEREDE.get(liste, set()) - {"ydelsesskift-2025", "haendelser"}

    assert set() == egne - set(grundord.GRUNDE)


@pytest.mark.parametrize("liste", ["antagelser", "bemaerkninger", "bem"])
def test_every_note_of_the_engine_has_words(liste: str) -> None:
    assert set() == PRODUCEREDE[liste] - set(noter.KODER) - IKKE_KODER


def test_every_warning_and_open_fact_of_the_engine_has_words() -> None:
    kendte = set(noter.ADVARSLER) | set(noter.KODER) | set(grundord.GRUNDE)

    assert set() == {k for k in PRODUCEREDE["ud"] | PRODUCEREDE["return"] if "-" in k} - kendte


def test_an_event_that_stands_in_for_another_has_words() -> None:
    for regel in REGELSAET.regler:
        for del_ in punktord.dele(regel):
            if isinstance(del_, r.Foerste) or (isinstance(del_, r.Haendelse) and del_.ellers_start):
                assert f"{del_.art}-mangler" in noter.KODER


def test_the_list_of_the_codes_has_them_all_and_shows_what_varies() -> None:
    liste = noter.ordliste()
    assert {*noter.KODER, *noter.ADVARSLER} == {kode for gruppe in liste.values() for kode in gruppe}
    for gruppe in liste.values():
        for da, en in gruppe.values():
            assert "{" not in da + en
    assert liste["advarsler"]["periode-afkortet"][1].startswith("[the place in the case]: As the case was known")
    assert {"delvis-fritagelse"} == set(noter.KODEN_FOR.values())


@pytest.mark.parametrize("kode", ["ukendt-kode", "x-mangler", ""])
def test_a_code_without_words_raises(kode: str) -> None:
    with pytest.raises(KeyError):
        sprogvalg("da").note((kode,))


@pytest.mark.parametrize("sprog", SPROG)
@pytest.mark.parametrize("kode", [*noter.KODER, *noter.ADVARSLER])
def test_every_note_is_a_sentence_with_its_arguments(kode: str, sprog: str) -> None:
    o = ORDBOEGER[sprog]
    skabelon = {**noter.ADVARSLER, **noter.KODER}[kode][sprog == "en"]
    prove = {
        "dato": "2019-03-04",
        "form": "telefon",
        "grund": "barsel",
        "holder": "a-kasse",
        "sti": "samtaler[3]",
        "akt": "lov\nact",
    }
    felter = {int(nr): prove[slags] for nr, slags in re.findall(r"\{([0-9]):([a-z]+)\}", skabelon)}

    tekst = noter.tekst((kode, *(felter[i] for i in sorted(felter))), (skabelon, skabelon), o)

    assert tekst.endswith(".")
    assert "{" not in tekst
    assert tekst[0].isupper() or tekst.startswith("samtaler[")
    if "dato" in skabelon:
        assert ("4. marts 2019" if sprog == "da" else "4 March 2019") in tekst


def test_both_languages_of_a_note_name_the_same_arguments() -> None:
    for skabeloner in (noter.KODER, noter.ADVARSLER):
        for kode, (da, en) in skabeloner.items():
            assert sorted(re.findall(r"\{[^}]+\}", da)) == sorted(re.findall(r"\{[^}]+\}", en)), kode


def test_a_partial_exemption_says_its_end_where_it_is_known() -> None:
    note = sprogvalg("da").note

    aaben = note(("delvis-fritagelse", "barsel", "2019-03-04", "", "")).tekst
    lukket = note(("delvis-fritagelse", "barsel", "2019-03-04", "2019-04-01", "")).tekst

    assert "til den" not in aaben
    assert "fra den 4. marts 2019 til den 1. april 2019" in lukket
    assert "ændrer hverken antal eller frist" in aaben
    assert "ændrer hverken antal eller frist" in lukket


@pytest.mark.parametrize("slut", ["", "2019-04-01"])
def test_a_partial_exemption_that_moved_the_deadline_does_not_say_that_it_changed_nothing(slut: str) -> None:
    for kode, ord_ in (("da", "det har betydning for fristen"), ("en", "that bears on the deadline")):
        tekst = sprogvalg(kode).note(("delvis-fritagelse", "barsel", "2019-03-04", slut, "ja")).tekst
        assert ord_ in tekst
        assert "hverken" not in tekst
        assert "neither" not in tekst


def test_every_outcome_has_a_conclusion() -> None:
    assert set(konklusion._UDFALD) == set(fund.VAERST_FOERST) == set(koder.Udfald.koder())


def test_every_event_has_words() -> None:
    assert set(koder.Haendelsesart.koder()) == set(haendelsesord.HAENDELSER)


def test_every_kind_of_point_window_and_condition_has_words() -> None:
    assert _slags(punkter) == set(punktord._PUNKTER)
    assert _slags(vinduer) == set(punktord._VINDUER) == set(tidsord._VINDUER)
    assert _slags(betingelser) == set(betingelsesord._BETINGELSER)


def _lovene() -> list[Any]:
    """The law under both bases, and under each other choice of each reading."""
    ud = [pytest.param(g.navn, None, id=g.navn) for g in REGELSAET.lovgrundlag]
    ud += [
        pytest.param("gaeldende", {f.navn: v.kode}, id=f"{f.navn}={v.kode}")
        for f in REGELSAET.fortolkninger
        for v in f.valg[1:]
    ]
    return ud


@pytest.mark.parametrize("sprog", SPROG)
@pytest.mark.parametrize(("grundlag", "fortolkninger"), _lovene())
def test_every_rule_can_be_told(grundlag: str, fortolkninger: dict[str, str] | None, sprog: str) -> None:
    loven = lov(grundlag, fortolkninger)
    for k in loven.klausuler:
        tekst = beskriv_regel(k, loven, sprog)
        citat = ORDBOEGER[sprog].citat(k.regel.hjemmel[0])
        assert citat in tekst, k.regel.id
        assert "<" not in tekst
        assert "  " not in tekst
        assert "None" not in tekst
        if sprog == "da":
            assert not re.search(r"\b[a-zæøå]*aa[a-zæøå]*\b", tekst.replace("»", " ")), tekst


@pytest.mark.parametrize(
    ("regel_id", "sprog", "begynder"),
    [
        (
            "LAB-2016:20.1",
            "da",
            (
                "Efter LAB § 20, stk. 1, skal jobcenteret holde mindst én jobsamtale med borgeren senest 1 uge "
                "efter den første henvendelse. Målgrupper: jobparat; aktivitetsparat."
            ),
        ),
        (
            "LAB-2016:17.1",
            "da",
            (
                "Efter LAB § 17, stk. 1, skal jobcenteret holde mindst fire jobsamtaler med borgeren i hver "
                "periode på 12 måneder, regnet fra den sidste samtale efter LAB § 20, stk. 1 og 2."
            ),
        ),
        (
            "LAB-2016:16a.1",
            "en",
            (
                "Under LAB § 16 a(1), the job centre must hold one job interview with the person for every month "
                "of unemployment in the first 6 months. Each step has a tolerance of 14 days, but not the last."
            ),
        ),
        (
            "SDPL-2020:13b.1b",
            "da",
            (
                "Efter sygedagpengeloven § 13 b, stk. 1, skal kommunen holde mindst fire opfølgningssamtaler med "
                "borgeren inden for de første 6 måneder, regnet fra den første fraværsdag. Reglen gælder kun, "
                "hvis borgeren er i kategori 2 eller 3."
            ),
        ),
        (
            "LAB-2022:105.2",
            "da",
            (
                "Efter LAB § 105, stk. 2, skal jobcenteret give borgeren et aktivt tilbud, der begynder senest 4 "
                "måneder efter det forrige tilbud."
            ),
        ),
        (
            "LAB-2024:31.1a",
            "da",
            (
                "Efter LAB § 31, stk. 1, skal a-kassen holde mindst tre jobsamtaler med borgeren i a-kassens del "
                "af forløbet. Reglen gælder ikke, hvis borgeren er omfattet af ordningen »visiteret til "
                "jobcenteret«."
            ),
        ),
        (
            "LAB-2016:18.3",
            "da",
            "Efter LAB § 18, stk. 3, stiller loven ikke et krav, der kan tælles: »Samtaler efter behov«.",
        ),
        (
            "LAB-2019:209.4.2",
            "da",
            (
                "Efter LAB § 209, stk. 4, nr. 2, skal jobcenteret holde mindst én jobsamtale med borgeren fra "
                "lovskiftet den 1. januar 2020 til og med 6 måneder, regnet fra den første henvendelse."
            ),
        ),
    ],
)
def test_a_rule_in_words(regel_id: str, sprog: str, begynder: str) -> None:
    loven = lov()
    k = next(k for k in loven.klausuler if k.regel.id == regel_id)

    assert beskriv_regel(k, loven, sprog).startswith(begynder)


def test_a_chosen_reading_shows_in_the_rule() -> None:
    loven = lov("gaeldende", {"otte-uger": "kalenderuge"})
    k = next(k for k in loven.klausuler if k.regel.id == "SDPL-2020:13b.1a")

    assert "inden udgangen af den 8. kalenderuge, regnet fra den første fraværsdag" in beskriv_regel(k, loven, "da")


def test_an_unknown_language_is_a_fault() -> None:
    for kald in (lambda: sprogvalg("sv"), lambda: beskriv_regel(lov().klausuler[0], lov(), "sv")):
        with pytest.raises(Sagsfejl) as e:
            kald()
        assert isinstance(e.value, ValueError)
        assert "ukendt-sprog" in {f.kode for f in e.value.fejl}


def test_a_field_asked_about_has_words_both_ways() -> None:
    spurgt = {
        (d.felt, d.vaerdi) for regel in REGELSAET.regler for d in punktord.dele(regel) if isinstance(d, r.Spell)
    } | {(d.felt, None) for regel in REGELSAET.regler for d in punktord.dele(regel) if isinstance(d, r.Ukendt)}

    assert set() == spurgt - set(haendelsesord.FELTER)


def test_a_window_by_the_calendar_uses_no_hours() -> None:
    assert not tidsord._bruger_timer(r.FraSeneste(None, r.maaneder(1)))
    assert tidsord._bruger_timer(r.Kumulativ(r.maaneder(3), 12))


def test_parts_of_a_declaration_are_all_found() -> None:
    assert [1, 2] == [x for x in punktord.dele((1, (2,))) if isinstance(x, int)]
    assert attrs.has(r.Start)
