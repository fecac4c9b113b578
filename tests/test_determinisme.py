"""The same input gives the same bytes: over hash seeds, locales, time zones, threads, processes and Pythons."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

#: Judges the shipped examples and thirty-four invented cases, under both bases, and prints the hash of every byte.
SCRIPT = """
import datetime as dt, hashlib, json
from pathlib import Path
import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json
from kontaktforloeb.testing import timelines
from kontaktforloeb.testing.chooser import RandomChooser

def answers():
    folder = Path(kf.__file__).parent / "eksempler"
    for file in sorted(folder.glob("*.json")):
        if file.name != "oversigt.json":
            for basis in ("gaeldende", "aftale-2018"):
                more = {"lovgrundlag": basis, "afhaengigheder": basis == "aftale-2018"}
                yield kf.vurder(kf.indlaes(file), pr=dt.date(2022, 9, 15), **more).som_json()
    for n in range(34):
        chooser = RandomChooser(f"determinisme/{n}")
        made = timelines.document(chooser, timelines.GROUPS[n % len(timelines.GROUPS)])
        pr = timelines.judging_day(chooser, made)
        yield kf.vurder(sag_json.fra_obj(made), pr=pr, sprog=("da", "en")[n % 2], afhaengigheder=False).som_json()
    for group in timelines.GROUPS:
        yield kf.plan(group, fra=dt.date(2019, 12, 31)).som_json()
    yield json.dumps([r.som_dict() for r in kf.regler()], ensure_ascii=False)

digest = hashlib.sha256()
for text in answers():
    digest.update(text.encode() + b"\\n")
"""


def here() -> str:
    scope: dict[str, object] = {}
    exec(SCRIPT, scope)  # noqa: S102 - the script above
    return scope["digest"].hexdigest()


@pytest.fixture(scope="module")
def expected() -> str:
    return here()


def elsewhere(python: str, env: dict[str, str], path: str | None = None) -> str:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("COV", "PYTHON", "LC_", "LANG", "TZ"))}
    script = SCRIPT + "\nimport sys\nsys.stdout.write(digest.hexdigest())\n"
    where = path or os.pathsep.join(p for p in sys.path if p)
    done = subprocess.run(
        [python, "-c", script],
        env={**clean, "PYTHONPATH": where, **env},
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


SURROUNDINGS = {
    "hash seed 1": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    "hash seed 4711, far east": {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.utf8"},
    "no UTF-8, far west, optimised": {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "TZ": "Etc/GMT+12", "PYTHONOPTIMIZE": "1"},
}


@pytest.mark.parametrize("env", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings_change_nothing(env: dict[str, str], expected: str) -> None:
    assert expected == elsewhere(sys.executable, env)


def pythons() -> list[str]:
    """Every other Python from 3.11 on this machine: those on the path, and those that pyenv holds."""
    found: dict[str, str] = {}
    places = [shutil.which(f"python3.{minor}") for minor in range(11, 20)]
    places += [str(p) for p in Path("~/.pyenv/versions").expanduser().glob("3.*/bin/python3")]
    for place in filter(None, places):
        done = subprocess.run(
            [place, "-c", "import sys; print(sys.version_info[:2] >= (3, 11), sys.version.split()[0])"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode == 0 and done.stdout.startswith("True"):
            found.setdefault(done.stdout.split()[1], place)
    return [place for version, place in sorted(found.items()) if version != sys.version.split()[0]]


def test_every_python_says_the_same(expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # attrs, dateutil and the package are plain Python, so that another version can borrow them from here.
    for name in ("attr", "attrs", "dateutil", "six", "kontaktforloeb"):
        if importlib.util.find_spec(name) is None:
            continue  # older versions of dateutil need six, newer ones do not
        module = importlib.import_module(name)
        source = Path(str(module.__file__))
        source = source.parent if source.name == "__init__.py" else source
        (tmp_path / source.name).symlink_to(source)
    tried = [sys.executable]
    for python in pythons():
        assert expected == elsewhere(python, {"PYTHONDONTWRITEBYTECODE": "1"}, str(tmp_path)), python
        tried.append(python)
    with capsys.disabled():
        sys.stdout.write(f"\n  samme bytes: {', '.join(tried)}\n")


def test_threads_change_nothing(expected: str) -> None:
    with ThreadPoolExecutor(32) as pool:
        assert {expected} == set(pool.map(lambda _: here(), range(4)))


def _child(_: int) -> str:
    return here()


@pytest.mark.skipif(sys.platform == "win32", reason="spawned children would import the tests")
def test_processes_change_nothing(expected: str) -> None:
    with get_context("fork").Pool(2) as pool:
        assert {expected} == set(pool.map(_child, range(2)))


def test_the_script_looks_at_something(expected: str) -> None:
    assert expected != hashlib.sha256().hexdigest()
