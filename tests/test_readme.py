"""Every example of the README is what the package answers, and every command and target it names exists."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from kontaktforloeb import cli
from kontaktforloeb.kommandolinje import argumenter

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_answer_is_what_the_package_gives() -> None:
    spec = importlib.util.spec_from_file_location("update_readme", ROOT / "tools" / "update_readme.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert README == tool.renewed(README), "run: python tools/update_readme.py"


def test_no_kind_of_block_goes_unchecked() -> None:
    assert {"sh", "json", "console", "pycon"} == set(re.findall(r"^```(\w+)$", README, re.MULTILINE))


def test_the_make_targets_exist() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert set(re.findall(r"^make ([a-z-]+)", README, re.MULTILINE)) == {"demo", "test"} <= set(targets)


def test_the_table_of_commands_is_the_command_line() -> None:
    assert [c.name for c in argumenter.COMMANDS] == re.findall(r"^\| `kontaktforloeb (\w+)", README, re.MULTILINE)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"--[a-z][a-z-]*", README))))
def test_every_option_is_known(option: str) -> None:
    known = {o.name for c in argumenter.COMMANDS for o in c.options} | set(cli._HELP)

    assert option in known


def test_it_opens_with_the_question_the_two_commands_and_the_case() -> None:
    order = [
        "til tiden?",
        "make demo",
        "make test",
        "kontaktforloeb-sag/1",
        "--pr 2020-01-09",
        "--lovgrundlag aftale-2018",
    ]
    places = [README.index(piece) for piece in order]

    assert sorted(places) == places
