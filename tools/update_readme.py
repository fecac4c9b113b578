"""Writes the answers in README.md anew: the case, the output of each command, and what the Python example prints.

`python tools/update_readme.py` from the root of the project, with the package installed or on the path.
A test fails when README.md is not what this makes of it.
"""

from __future__ import annotations

import code
import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import kontaktforloeb

ROOT = Path(__file__).resolve().parent.parent
#: Module files stand in package or namespace; the examples travel with it.
EXAMPLES = Path(next(iter(kontaktforloeb.__path__))) / "eksempler"
CASE = "EKS-TO-LOVGRUNDLAG.json"

_BLOCK = re.compile(r"^```(json|console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def case(_: str, __: Path) -> str:
    """The shipped case, as it stands in its file."""
    return (EXAMPLES / CASE).read_text(encoding="utf-8")


def console(block: str, folder: Path) -> str:
    """Each command with what it prints; status 2 is no example."""
    lines: list[str] = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        script = f'kontaktforloeb() {{ "{sys.executable}" -P -m kontaktforloeb.cli "$@"; }}\n{command}\n'
        ran = subprocess.run(
            ["sh", "-c", script],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        if ran.returncode not in {0, 1}:
            raise SystemExit(f"{command}\n{ran.stderr}")
        lines.append(f"$ {command}\n{ran.stdout}")
    return "".join(lines)


def pycon(block: str, folder: Path) -> str:
    """The statements with what they print, run one after the other where the case is."""
    source = [line for line in block.splitlines() if line.startswith((">>>", "..."))]
    console = code.InteractiveInterpreter({"__name__": "__main__"})
    lines: list[str] = []
    pending: list[str] = []
    with contextlib.chdir(folder):
        for number, line in enumerate(source):
            pending.append(line[4:])
            if number + 1 < len(source) and source[number + 1].startswith("..."):
                continue
            lines += [f"{'...' if i else '>>>'} {text}".rstrip() for i, text in enumerate(pending)]
            said, wrong = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
                console.runsource("\n".join(pending) + "\n", symbol="single")
            if wrong.getvalue():
                raise SystemExit(wrong.getvalue())
            lines += said.getvalue().splitlines()
            pending = []
    return "\n".join(lines) + "\n"


_ANSWERS: dict[str, Callable[[str, Path], str]] = {"json": case, "console": console, "pycon": pycon}


def renewed(readme: str) -> str:
    """The same text with every answer as the package gives it now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sag.json").write_bytes((EXAMPLES / CASE).read_bytes())
        return _BLOCK.sub(lambda m: f"```{m[1]}\n{_ANSWERS[m[1]](m[2], folder)}```", readme)


def main() -> int:
    """Write README.md."""
    path = ROOT / "README.md"
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
