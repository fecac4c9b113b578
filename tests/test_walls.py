"""The import directions of the design, and that their check sees what it should."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


walls = _tool("check_walls")
coverage_gate = _tool("check_coverage")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house with every part that the walls name, all empty."""
    package = tmp_path / "src" / "kontaktforloeb"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("from kontaktforloeb import ret, vurdering\n")
    for part in walls.ALLOWED:
        (package / part).mkdir()
        (package / part / "__init__.py").write_text("")
    return package


def test_the_tree_keeps_its_walls() -> None:
    assert [] == walls.breaches(ROOT / "src")


def test_an_empty_house_has_no_breach(house: Path) -> None:
    assert [] == walls.breaches(house.parent)


@pytest.mark.parametrize(
    ("part", "line", "said"),
    [
        ("ret", "from kontaktforloeb.kalender import plus", "ret must not import kalender"),
        ("ret", "from kontaktforloeb.ure import ur", "ret must not import ure"),
        ("vurdering", "import kontaktforloeb.ret.kilder", "vurdering must not import ret"),
        ("vurdering", "from kontaktforloeb import ret", "vurdering must not import ret"),
        ("vurdering", "from .. import ret", "vurdering must not import ret"),
        ("vurdering", "from ..ret import kilder", "vurdering must not import ret"),
        ("vurdering", "def f():\n    from kontaktforloeb.ret import kilder", "vurdering must not import ret"),
        (
            "vurdering",
            "import importlib\nimportlib.import_module('kontaktforloeb.ret')",
            "vurdering must not import ret",
        ),
        ("vurdering", "from kontaktforloeb import vurder", "vurdering must not import kontaktforloeb"),
        ("vurdering", "from kontaktforloeb.visning import tekst", "vurdering must not import visning"),
        ("regelsprog", "from kontaktforloeb.sag import Sag", "regelsprog must not import sag"),
        ("tidslinje", "from kontaktforloeb.ure import ur", "tidslinje must not import ure"),
        ("ure", "from kontaktforloeb.vurdering import motor", "ure must not import vurdering"),
        ("sag", "from kontaktforloeb.formater import json", "sag must not import formater"),
        ("maaling", "from kontaktforloeb.visning import tekst", "maaling must not import visning"),
        ("kommandolinje", "from kontaktforloeb.ret import kilder", "kommandolinje must not import ret"),
        ("testing", "from kontaktforloeb.ret import kilder", "testing must not import ret"),
        ("ure", "from dateutil.relativedelta import relativedelta", "ure must not import dateutil; only kalender may"),
        ("sag", "import duckdb", "sag must not import duckdb; only formater, maaling, masse may"),
        ("sag", "import requests", "requests is no library we depend on"),
    ],
)
def test_a_breach_is_named(house: Path, part: str, line: str, said: str) -> None:
    (house / part / "dyb.py").write_text(line + "\n")

    found = walls.breaches(house.parent)

    assert 1 == len(found)
    assert found[0].endswith(said)
    assert f"src/kontaktforloeb/{part}/dyb.py:" in found[0].replace("\\", "/")


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("ret", "from kontaktforloeb.regelsprog import Regel\nfrom kontaktforloeb import koder"),
        ("ret", "from . import kilder\nfrom kontaktforloeb.ret.kilder import LAB"),
        ("kalender", "from dateutil.relativedelta import relativedelta"),
        ("vurdering", "from kontaktforloeb.ure import ur\nfrom ..formater.fejl import Sagsfejl"),
        ("visning", "from kontaktforloeb.vurdering.resultat import Vurdering"),
        ("kommandolinje", "import kontaktforloeb as kf"),
        ("sag", "import json\nfrom attrs import frozen"),
    ],
)
def test_what_the_design_allows_is_allowed(house: Path, part: str, line: str) -> None:
    (house / part / "dyb.py").write_text(line + "\n")

    assert [] == walls.breaches(house.parent)


def test_a_new_room_needs_a_line_in_the_plan(house: Path) -> None:
    (house / "kaelder.py").write_text("from kontaktforloeb import koder\n")

    assert ["src/kontaktforloeb/kaelder.py:1: kaelder is not in the plan of the house: give it a line in ALLOWED"] == [
        line.replace("\\", "/") for line in walls.breaches(house.parent)
    ]


def _measured(lines: int, covered: int, branches: int = 0, covered_branches: int = 0) -> dict[str, object]:
    summary = {
        "num_statements": lines,
        "covered_lines": covered,
        "num_branches": branches,
        "covered_branches": covered_branches,
    }
    return {"summary": summary, "missing_lines": [], "missing_branches": []}


def test_the_law_must_be_covered_whole_and_branches_count() -> None:
    files = {
        "src/kontaktforloeb/ret/kilder.py": _measured(50, 50, 10, 9),
        "src/kontaktforloeb/sag.py": _measured(20, 19),
    }

    found = coverage_gate.faults({"files": files})

    assert 1 == len(found)
    assert found[0].startswith("src/kontaktforloeb/ret/kilder.py: 98.3 %, must be 100")


def test_the_rest_is_measured_together() -> None:
    files = {"src/kontaktforloeb/cli.py": _measured(100, 80), "src/kontaktforloeb/sag.py": _measured(100, 100)}

    assert ["everything outside ret, ure, vurdering: 90.0 %, must be 95"] == coverage_gate.faults({"files": files})
