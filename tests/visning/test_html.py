"""The HTML report: well formed, whole, safe against what a case holds, and linked to nothing but the statutes."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kontaktforloeb as kf
from kontaktforloeb import cli
from kontaktforloeb.visning import html, opmaerkning
from kontaktforloeb.visning.stil import style

D = dt.date
EXAMPLES = Path(next(iter(kf.__path__))) / "eksempler"
INDEX = json.loads((EXAMPLES / "oversigt.json").read_text(encoding="utf-8"))
EVIL = "</title></svg><script>alert('x')</script><img src=x onerror=\"y\">&amp;\u202e"


def page(sag: kf.Sag, *, sprog: str = "da", **choices: Any) -> tuple[kf.Vurdering, str, ET.Element]:
    verdict = kf.vurder(sag, sprog=sprog, **choices)
    text = html.report(verdict, sag, sprog, kf.fortolkninger(sprog))
    return verdict, text, ET.fromstring(text)  # noqa: S314 - our own


def words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u00a0", " ").split())


@pytest.fixture(scope="module", params=["da", "en"])
def example(request: pytest.FixtureRequest) -> tuple[str, kf.Vurdering, str, ET.Element]:
    sag = kf.indlaes(EXAMPLES / "EKS-TO-LOVGRUNDLAG.json")
    return request.param, *page(sag, pr=D(2020, 1, 9), sprog=request.param)


class Tags(HTMLParser):
    """What a browser would make of it: every element closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("line", INDEX, ids=[line["navn"] for line in INDEX])
def test_every_example_is_well_formed_and_links_only_to_the_statutes(line: dict[str, Any]) -> None:
    sag = kf.indlaes(EXAMPLES / line["sag"])
    _, text, root = page(sag, pr=D.fromisoformat(line["pr"]), lovgrundlag=line["lovgrundlag"])
    tags = Tags(text)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    links = [e.get("href", "") for e in root.iter("a")]

    assert [] == tags.open
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(tags.seen)
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert all(link.startswith(("#", "https://www.retsinformation.dk/eli/")) for link in links)
    assert set(re.findall(r"https?://[^/\"<\s]*", text)) <= {"https://www.retsinformation.dk"}
    assert "url(" not in text
    assert "@import" not in text


def test_every_requirement_says_all_that_the_verdict_says(example: Any) -> None:
    sprog, verdict, _, root = example
    sections = [e for e in root.iter("section") if e.get("class") == "krav"]

    assert len(verdict.krav) == len(sections)
    for krav, section in zip(verdict.krav, sections, strict=True):
        text = words(section)
        assert krav.titel in text
        assert krav.regel in text
        assert " ".join(krav.forklaring.split()) in text
        for hjemmel in krav.hjemmel:
            assert hjemmel.kort in text
            assert hjemmel.retskilde in text
        for note in (*krav.antagelser, *krav.bemaerkninger):
            assert " ".join(note.tekst.split()) in text
        for name, choice in krav.fortolkninger.items():
            assert f"{name}: {choice}" in text
        for other in krav.afhaenger_af:
            assert other.fortolkning in text
        for counted in krav.medregnet:
            assert opmaerkning.day_text(counted.dato, sprog).replace("\u00a0", " ") in text


def test_the_head_and_the_foot(example: Any) -> None:
    sprog, verdict, text, root = example
    body = words(root)

    assert sprog == root.get("lang")
    assert verdict.version in body
    assert verdict.regelsaet in body
    assert ("ikke en afgørelse" if sprog == "da" else "not a decision") in body
    assert ("9. januar 2020" if sprog == "da" else "9 January 2020") in body
    assert "EKS-TO-LOVGRUNDLAG" in words(next(root.iter("h1")))
    assert 'class="bemaerk kontrafaktisk"' not in text


def test_headings_go_down_one_step_at_a_time(example: Any) -> None:
    levels = [int(e.tag[1]) for e in example[3].iter() if re.fullmatch("h[1-6]", e.tag)]

    assert 1 == levels[0] == levels.count(1)
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


def test_every_table_has_a_caption_and_scoped_heads(example: Any) -> None:
    tables = list(example[3].iter("table"))

    assert tables
    for table in tables:
        assert words(table.findall("caption")[0])
        assert all(th.get("scope") for th in table.iter("th"))


def test_the_counterfactual_says_so_at_the_top() -> None:
    sag = kf.indlaes(EXAMPLES / "EKS-TO-LOVGRUNDLAG.json")
    for sprog, word, day in (("da", "Kontrafaktisk", "1. juli 2019"), ("en", "counterfactual", "1 July 2019")):
        _, _, root = page(sag, pr=D(2020, 1, 9), lovgrundlag="aftale-2018", sprog=sprog)
        note = next(e for e in root.iter("div") if "kontrafaktisk" in e.get("class", ""))
        assert word in words(note)
        assert day in words(note)


def test_known_day_chosen_readings_and_warnings_stand_in_the_head() -> None:
    sag = kf.indlaes(EXAMPLES / "EKS-TO-LOVGRUNDLAG.json")
    _, _, root = page(sag, pr=D(2020, 1, 9), kendt=D(2020, 1, 3), fortolkninger={"seks-maaneder": "dagen-foer"})
    head = words(next(root.iter("header")))

    assert "Som kendt3. januar 2020" in head
    assert "seks-maaneder: dagen-foer" in head


def test_whatever_a_case_holds_is_only_text() -> None:
    sag = kf.Sag(
        id=EVIL,
        perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2019, 3, 4), noegle=EVIL),),
        haendelser=(kf.Haendelse(art="foerste-henvendelse", dato=D(2019, 3, 4)),),
        samtaler=(kf.Samtale(dato=D(2019, 3, 8), noegle=EVIL),),
    )
    _, text, root = page(sag, pr=D(2019, 12, 1))

    assert "<script" not in text
    assert "<img" not in text
    assert EVIL in "".join(next(root.iter("h1")).itertext())
    assert EVIL in "".join(next(root.iter("title")).itertext())
    assert any(e.text == EVIL for e in root.iter("bdi"))


@pytest.mark.parametrize("id_", ["a\x00b", "a\ud800b", "a\x1bb", "a\uffffb"])
def test_what_no_document_can_hold_is_replaced(id_: str) -> None:
    """No case can be judged under such an id; the view is safe all the same."""
    sag = kf.Sag(id="a", perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2019, 3, 4)),))
    verdict = kf.vurder(sag, pr=D(2019, 12, 1))

    assert "a\ufffdb" in html.report(evolve(verdict, id=id_), evolve(sag, id=id_), "da", kf.fortolkninger())


def test_an_address_that_is_no_statute_is_no_link() -> None:
    for address in ("javascript:alert(1)", "http://www.retsinformation.dk/x", "https://example.org", ""):
        assert "x" == opmaerkning.link(address, "x")


def test_what_is_missing_and_what_takes_over_are_named() -> None:
    sag = kf.indlaes(EXAMPLES / "P1.json")
    verdict, _, root = page(sag, pr=D(2018, 9, 1))
    missing = [path for krav in verdict.krav for path in krav.mangler]

    assert missing
    assert all(path in words(root) for path in missing)


def test_an_expected_deadline_is_called_expected() -> None:
    sag = kf.indlaes(EXAMPLES / "EKS-DAGPENGE-2022.json")

    assert "(ventet)" in words(next(page(sag, pr=D(2022, 9, 15))[2].iter("header")))
    assert "(expected)" in words(next(page(sag, pr=D(2022, 9, 15), sprog="en")[2].iter("header")))


def test_facts_after_the_day_judged_are_marked() -> None:
    sag = kf.indlaes(EXAMPLES / "EKS-DAGPENGE-2022.json")

    assert "efter pr.-dagen, ikke brugt" in words(page(sag, pr=D(2022, 3, 15))[2])


def test_without_requirements_the_page_still_stands() -> None:
    sag = kf.Sag(id="A", perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2022, 3, 7)),))
    _, _, root = page(sag, pr=D(2022, 3, 1))

    assert "0 krav" in words(root)


def test_the_same_verdict_gives_the_same_bytes(example: Any) -> None:
    sag = kf.indlaes(EXAMPLES / "EKS-TO-LOVGRUNDLAG.json")

    assert example[2] == page(sag, pr=D(2020, 1, 9), sprog=example[0])[1]


# --- many cases, the overview, the style -----------------------------------------------------------------------------


def vurder(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    status = cli.main(["vurder", *args, "--format", "html"])
    return status, capsys.readouterr().out


def test_one_case_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = vurder(capsys, str(EXAMPLES / "EKS-TO-LOVGRUNDLAG.json"), "--pr", "2020-01-09")
    sag = kf.indlaes(EXAMPLES / "EKS-TO-LOVGRUNDLAG.json")

    assert status == 1
    assert page(sag, pr=D(2020, 1, 9))[1] == out


@pytest.mark.parametrize("sprog", ["da", "en"])
def test_several_cases_share_a_page_with_a_list_of_them(sprog: str, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["P1.json", "P2.json", "P3.json"]
    _, out = vurder(capsys, *(str(EXAMPLES / n) for n in names), "--pr", "2019-07-13", "--sprog", sprog)
    root = ET.fromstring(out)  # noqa: S314 - our own
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    nav = next(root.iter("nav"))

    assert [] == Tags(out).open
    assert len(ids) == len(set(ids))
    assert ["#sag-1", "#sag-2", "#sag-3"] == [a.get("href") for a in nav.iter("a")]
    assert ["sag-1", "sag-2", "sag-3"] == [e.get("id") for e in root.iter("article")]
    assert 1 == len(list(root.iter("h1"))) == len(list(root.iter("main"))) == out.count("<style>")


def test_lines_without_a_case_make_an_empty_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ingen.jsonl").write_text("", encoding="utf-8")
    status, out = vurder(capsys, str(tmp_path / "ingen.jsonl"), "--pr", "2019-07-13")

    assert status == 0
    assert "0 sager" in words(ET.fromstring(out))  # noqa: S314 - our own


@pytest.mark.parametrize("sprog", ["da", "en"])
def test_the_demonstration_links_to_what_it_writes(
    sprog: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == cli.main(["demo", "--ud", str(tmp_path), "--sprog", sprog])

    root = ET.fromstring((tmp_path / "index.html").read_text(encoding="utf-8"))  # noqa: S314 - our own
    links = [a.get("href", "") for a in root.iter("a")]
    assert len(INDEX) * 3 == len(links)
    assert all((tmp_path / link).is_file() for link in links)
    assert str(tmp_path / "index.html") in capsys.readouterr().out
    for line in INDEX:
        text = (tmp_path / f"{line['navn']}.html").read_text(encoding="utf-8")
        assert 'href="index.html"' in text
        assert opmaerkning.safe(line["titel" if sprog == "da" else "titel_en"]) in text


def test_the_style_serves_the_dark_the_phone_and_paper() -> None:
    for piece in ("prefers-color-scheme:dark", "max-width:40rem", "@media print", "break-inside:avoid"):
        assert piece in style()
    assert style().count("{") == style().count("}")
