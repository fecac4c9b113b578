"""The package as it is installed: its files, its metadata, what importing it costs, and the examples it carries."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import kontaktforloeb
from kontaktforloeb.formater.skema import sagsskema
from kontaktforloeb.kommandolinje import argumenter

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path(next(iter(kontaktforloeb.__path__)))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXAMPLES = PACKAGE / "eksempler"
INDEX: list[dict[str, Any]] = json.loads((EXAMPLES / "oversigt.json").read_text(encoding="utf-8"))

#: `make test` sets this: what is tested must be the wheel.
only_for_the_wheel = pytest.mark.skipif(
    "KONTAKTFORLOEB_TEST_WHEEL" not in os.environ, reason="the tree is tested; `make test` tests the wheel"
)


@only_for_the_wheel
def test_what_is_tested_is_the_wheel() -> None:
    assert "site-packages" in PACKAGE.parts
    assert not [p for p in sys.path if Path(p).resolve() == ROOT / "src"]


@only_for_the_wheel
def test_the_wheel_carries_every_file_of_the_package() -> None:
    (wheel,) = (ROOT / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    tree = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "kontaktforloeb").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert tree == packed
    assert {"kontaktforloeb/py.typed", "kontaktforloeb/eksempler/oversigt.json"} <= packed


@only_for_the_wheel
def test_the_metadata_is_that_of_the_project() -> None:
    installed = metadata.metadata("kontaktforloeb")

    assert PROJECT["version"] == installed["Version"]
    assert "MPL-2.0" == installed["License-Expression"]
    needed = [line for line in metadata.requires("kontaktforloeb") or [] if "extra ==" not in line]
    assert ["attrs", "python-dateutil"] == sorted(re.split(r"[^a-z-]", line)[0] for line in needed)


def test_the_core_needs_two_libraries() -> None:
    assert ["attrs", "python-dateutil"] == [line.split(">=")[0] for line in PROJECT["dependencies"]]
    assert {"bulk", "spark", "docs", "test"} == set(PROJECT["optional-dependencies"])


def test_the_lowest_versions_tested_are_the_lowest_allowed() -> None:
    pinned = (ROOT / "requirements" / "lowest.in").read_text(encoding="utf-8").splitlines()

    assert [line.replace(">=", "==") for line in PROJECT["dependencies"]] == [line for line in pinned if "==" in line]


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name)
def test_locked_versions_have_hashes_and_name_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9][^ ]*==[^ ]+ .*\\\n    --hash=sha256:", text, re.MULTILINE)

    assert len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) == len(pinned) > 0
    assert "://" not in text


def test_the_licence_is_the_mozilla_public_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert text.startswith("Mozilla Public License Version 2.0\n")
    assert 373 == text.count("\n")


def test_the_marker_of_types_is_there() -> None:
    assert (PACKAGE / "py.typed").is_file()


# --- what it costs ---------------------------------------------------------------------------------------------------


def _milliseconds(*command: str, times: int) -> float:
    """The least computing of a whole process; the least, since other work on the machine only ever adds."""
    script = (
        "import os, subprocess\n"
        "def once():\n"
        "    before = os.times()\n"
        f"    subprocess.run({list(command)!r}, stdout=subprocess.DEVNULL, check=False)\n"
        "    after = os.times()\n"
        "    return after[2] + after[3] - before[2] - before[3]\n"
        f"once(); print(min(once() for _ in range({times})) * 1000)\n"
    )
    env = {k: v for k, v in os.environ.items() if not k.startswith("COV")} | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return float(
        subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True, text=True).stdout
    )


def test_importing_the_package_adds_at_most_forty_milliseconds_to_attrs() -> None:
    ours = _milliseconds(sys.executable, "-P", "-c", "import attrs, kontaktforloeb", times=9)
    attrs = _milliseconds(sys.executable, "-P", "-c", "import attrs", times=9)

    assert ours - attrs <= 40


def test_one_case_by_the_command_line_takes_less_than_300_milliseconds() -> None:
    """On a machine that imports attrs in 50 ms, as an idle one does; on a slower or busier one, in proportion."""
    case = str(EXAMPLES / "EKS-JOBPARAT-2022.json")
    command = (sys.executable, "-P", "-m", "kontaktforloeb.cli", "vurder", case, "--pr", "2022-09-15")

    def holds() -> bool:
        attrs = _milliseconds(sys.executable, "-P", "-c", "import attrs", times=7)
        return _milliseconds(*command, times=7) < 300 * max(1, attrs / 50)

    # the machine may become busy between the two
    assert any(holds() for _ in range(3))


def test_the_command_line_loads_nothing_heavy_before_it_must() -> None:
    script = "import sys; import kontaktforloeb.kommandolinje.argumenter; print(*sys.modules)"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    loaded = subprocess.run(
        [sys.executable, "-P", "-c", script], env=env, capture_output=True, check=True, text=True
    ).stdout

    assert not {"duckdb", "pyarrow", "kontaktforloeb.visning", "kontaktforloeb.maaling"} & set(loaded.split())


# --- the examples ----------------------------------------------------------------------------------------------------


def test_every_example_is_listed_and_every_listed_one_is_there() -> None:
    files = {p.name for p in EXAMPLES.glob("*.json")} - {"oversigt.json"}

    assert files == {line["sag"] for line in INDEX}
    assert len(INDEX) == len({line["navn"] for line in INDEX})


@pytest.mark.parametrize("line", INDEX, ids=lambda line: line["navn"])
def test_an_example_is_listed_with_what_it_needs(line: dict[str, Any]) -> None:
    assert ["navn", "sag", "titel", "titel_en", "pr", "lovgrundlag", "fortolkninger"] == list(line)
    assert line["lovgrundlag"] in argumenter.LOVGRUNDLAG
    argumenter.read_date(line["pr"])


@pytest.mark.parametrize("file", sorted({line["sag"] for line in INDEX}))
def test_an_example_is_named_by_its_id_and_fits_the_schema(file: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    case = json.loads((EXAMPLES / file).read_text(encoding="utf-8"))

    assert Path(file).stem == case["id"]
    jsonschema.validate(case, sagsskema())


def test_the_examples_are_those_that_were_promised() -> None:
    groups = {
        (group, year)
        for group in (
            "DAGPENGE",
            "JOBPARAT",
            "AKTIVITETSPARAT",
            "SYGEDAGPENGE",
            "UDDANNELSESPARAT",
            "AKTIVITETSPARAT-UNG",
        )
        for year in (2018, 2022)
    }
    names = {line["navn"] for line in INDEX}

    assert {f"EKS-{group}-{year}" for group, year in groups} <= names
    assert {
        "EKS-OVERGANG-2020",
        "EKS-TO-LOVGRUNDLAG-aftale-2018",
        "P1",
        "P2-juni",
        "P3",
        "P10a",
        "P10b",
        "P12",
    } <= names


def test_the_demonstration_writes_its_report(tmp_path: Path) -> None:
    from kontaktforloeb import cli

    assert 0 == cli.main(["demo", "--ud", str(tmp_path / "rapport")])

    written = {p.name for p in (tmp_path / "rapport").iterdir()}
    assert {f"{line['navn']}.{ending}" for line in INDEX for ending in ("html", "txt", "json")} | {
        "oversigt.txt",
        "index.html",
    } == written
