"""The pages are what the rules make of them; whatever they show is computed, run or asserted."""

from __future__ import annotations

import contextlib
import doctest
import re
import tomllib
from pathlib import Path

import pytest
from book import everything, groups, lists, prose, readings, shown, source
from book.words import MONTHS

import kontaktforloeb as kf
from kontaktforloeb import koder
from kontaktforloeb.formater import betydning, felter, mapping
from kontaktforloeb.ret.lovgrundlag import LOVGRUNDLAG

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TEMPLATES = sorted((ROOT / "tools" / "docs" / "pages").rglob("*.md"))

_BLOCK = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


def _blocks(kind: str) -> list[tuple[str, str]]:
    return [
        (page.relative_to(DOCS).as_posix(), block)
        for page in PAGES
        for _, found, block in _BLOCK.findall(page.read_text(encoding="utf-8"))
        if found == kind
    ]


# --- in step with the rules ------------------------------------------------------------------------------------------


def test_every_page_is_what_the_rules_make_of_it() -> None:
    made, present = everything.made(), everything.present()

    assert sorted(made) == sorted(present), "run: make pages"
    stale = sorted(path for path in made if made[path] != present[path])
    assert [] == stale, "run: make pages"


def test_every_rule_group_reading_and_code_has_its_place() -> None:
    pages = {page.relative_to(DOCS).as_posix() for page in PAGES}
    glossary = (DOCS / "ordliste.md").read_text(encoding="utf-8")

    assert {source.rule_page(r.regel) for r in kf.regler()} <= pages
    assert {source.group_page(g) for g in koder.Maalgruppe.koder()} <= pages
    assert {source.reading_page(f.navn) for f in kf.fortolkninger()} <= pages
    assert set(koder.Maalgruppe.koder()) == set(groups.ABOUT)
    shown_kinds = {kind for kind, _ in lists.KINDS}
    every = {
        k
        for k in vars(koder).values()
        if isinstance(k, type) and issubclass(k, koder.Kode) and k not in {koder.Kode, koder.Sprog}
    }
    assert every == shown_kinds
    assert all(f"| `{m.value}` | {m.da} | {m.en} |" in glossary for kind in every for m in kind)


def test_the_menu_leads_to_every_group_and_to_every_page_of_prose() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = set(re.findall(r"[\w./-]+\.md", menu))
    inner = ("regler/", "paragraffer/", "fortolkninger/")

    assert listed == {
        path
        for path in (page.relative_to(DOCS).as_posix() for page in PAGES)
        if not path.startswith(inner) or path.endswith("index.md")
    }


def test_slugs_do_not_collide() -> None:
    pages = [source.rule_page(r.regel) for r in kf.regler()]

    assert len(set(pages)) == len(pages)


# --- nothing is typed twice ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.stem)
def test_no_date_is_typed_in_prose(template: Path) -> None:
    text = template.read_text(encoding="utf-8").replace("1. juli 2019 eller 1. januar 2020?", "")
    text = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)

    assert [] == re.findall(rf"\d+\. (?:{'|'.join(MONTHS)}) \d{{4}}|\d{{4}}-\d\d-\d\d", text)


def test_the_two_days_in_the_heading_are_those_of_the_law() -> None:
    assert ["2020-01-01", "2019-07-01"] == [g.skift.isoformat() for g in LOVGRUNDLAG]


@pytest.mark.parametrize("reading", [f.navn for f in kf.fortolkninger()])
def test_every_other_choice_of_a_reading_changes_something_on_its_page(reading: str) -> None:
    choices = next(f for f in kf.fortolkninger() if f.navn == reading).valg

    for choice in list(choices)[1:]:
        assert any(list(readings.differences(c, reading, choice)) for c in shown.shown_on(reading)), choice


def test_every_fault_of_meaning_and_every_field_is_listed() -> None:
    page = (DOCS / "en" / "formats.md").read_text(encoding="utf-8")

    assert [f.nr for f in betydning.BETYDNING] == list(range(1, len(betydning.BETYDNING) + 1))
    assert all(f"| {f.nr} | `{f.kode}` |" in page for f in betydning.BETYDNING)
    assert all(f"| `{f.navn}` |" in page for liste in felter.LISTER for f in liste.felter)


def test_every_key_of_a_verdict_is_explained() -> None:
    page = (DOCS / "en" / "formats.md").read_text(encoding="utf-8").partition("## A verdict")[2]
    verdict = source.case("EKS-TO-LOVGRUNDLAG-gaeldende").verdict().som_dict()
    explained = {name.removeprefix("krav[].") for name in re.findall(r"`([\w\[\].]+)`", page)}
    plain = {"format", "id", "regel", "titel", "maalgruppe", "ansvarlig", "periode_fra", "trin"}

    assert {*verdict, *verdict["krav"][0]} - plain <= explained
    assert ", ".join(koder.SAMLET_ORDEN) in page


# --- every block runs ------------------------------------------------------------------------------------------------


def test_no_kind_of_block_goes_unchecked() -> None:
    kinds = {kind for page in PAGES for _, kind, _ in _BLOCK.findall(page.read_text(encoding="utf-8"))}

    # console and pycon are run when the pages are made; text holds signatures, which are made
    assert kinds <= {"console", "pycon", "json", "python", "sh", "toml", "text"}


@pytest.mark.parametrize(("page", "block"), _blocks("python"))
def test_blocks_of_python_run(page: str, block: str, tmp_path: Path) -> None:
    prose.furnish(tmp_path)

    with contextlib.chdir(tmp_path):
        exec(compile(block, page, "exec"), {"__name__": "docs"})  # noqa: S102 - our own pages


#: Modules whose own names the examples of their docstrings use.
_REFERENCED = (
    "kontaktforloeb",
    "kontaktforloeb.bibliotek",
    "kontaktforloeb.sag",
    "kontaktforloeb.formater.fejl",
    "kontaktforloeb.formater.mapping",
    "kontaktforloeb.koder",
    "kontaktforloeb.testing.generator",
)


def test_the_examples_of_the_reference_run() -> None:
    blocks = "\n".join(block for page, block in _blocks("pycon") if page == "en/api.md")
    test = doctest.DocTestParser().get_doctest(blocks, {"__name__": "api"}, "en/api.md", None, 0)
    for example in test.examples:
        example.options.setdefault(doctest.NORMALIZE_WHITESPACE, True)
    # the examples of a module see its names
    for module in _REFERENCED:
        loaded = __import__(module, fromlist=["*"])
        test.globs.update({k: getattr(loaded, k) for k in dir(loaded) if not k.startswith("__")})
    test.globs["Fejl"] = kf.Fejl
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed

    assert len(test.examples) > 20
    assert 0 == failed


@pytest.mark.parametrize(("page", "block"), _blocks("toml"))
def test_blocks_of_toml_are_mappings(page: str, block: str, tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_text(block, encoding="utf-8")

    assert page.startswith("en/")
    assert tomllib.loads(block)["format"] == "kontaktforloeb-mapping/1"
    assert mapping.laes_mapping(str(tmp_path / "mapping.toml")).kolonner


def test_commands_of_the_shell_name_what_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    for _, block in _blocks("sh"):
        for line in block.splitlines():
            words = line.split()
            assert words[:3] == ["pip", "install", project["name"]] or (words[0] == "make" and words[1] in targets)


# --- tried as a lawyer would -----------------------------------------------------------------------------------------


def _links(path: str) -> dict[str, str]:
    """The links of a page: words -> target, relative to docs/."""
    text = (DOCS / path).read_text(encoding="utf-8")
    found = {}
    for words, target in re.findall(r"\[([^\]]*)\]\(([^)]+)\)", text):
        where = target if "://" in target else (Path(path).parent / target).as_posix()
        found.setdefault(words, re.sub(r"(^|/)[^/]+/\.\./", r"\1", where))
    return found


def test_from_the_front_page_to_the_act_in_three_clicks() -> None:
    """How many interviews must a jobparat have had by 6 March 2022 who first asked for help on 6 September 2021?"""
    front, group = _links("index.md"), "maalgrupper/jobparat.md"
    text = (DOCS / group).read_text(encoding="utf-8").replace("&nbsp;", " ")
    rule = _links(group)["LAB-2019:31.1"]
    act = _links(rule)

    assert front["Jobparat"] == group
    assert "første henvendelse: 6. september 2021" in text
    answer = next(line for line in text.splitlines() if "LAB-2019:31.1" in line and "6. marts 2022" in line)
    assert "0 af 4" in answer
    assert "mindst fire jobsamtaler" in (DOCS / rule).read_text(encoding="utf-8")
    assert any(target == "https://www.retsinformation.dk/eli/lta/2019/548" for target in act.values())
