"""Put beside the bench what it runs: Python for the browser, the wheels, and the style of the reports.

`python tools/docs/bench_files.py site [dist]` after `mkdocs build`. It takes Pyodide from
tools/docs/npm/node_modules, our wheel from dist/, and downloads the wheels of the core's dependencies at the locked
versions; none of it is committed.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NPM = ROOT / "tools" / "docs" / "npm"
PYODIDE = NPM / "node_modules" / "pyodide"
NEEDED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
#: What of the locked dependencies runs in the browser: dates only, so no time zones.
NOT_NEEDED = {"tzdata"}


def locked() -> list[str]:
    """The dependencies of the core, each with its locked version."""
    text = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)", text, re.MULTILINE)
    return [f"{name}=={version}" for name, version in found if name not in NOT_NEEDED]


def wheels(folder: Path, dist: Path) -> list[str]:
    """Our wheel and those it needs, in a folder; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.whl"):
        old.unlink()
    ours = sorted(dist.glob("kontaktforloeb-*.whl"))
    if not ours:
        raise SystemExit(f"no wheel in {dist}; run: make wheel")
    shutil.copy(ours[-1], folder)
    subprocess.run(
        [
            sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
            "--only-binary", ":all:", "--dest", str(folder), *locked(),
        ],
        check=True,
    )  # fmt: skip
    return sorted(path.name for path in folder.glob("*.whl"))


def main(arguments: list[str]) -> int:
    """Fill the bench of a built site."""
    bench = Path(arguments[0]) / "proev"
    if not (bench / "index.html").exists():
        raise SystemExit(f"{bench} is no bench; build the site first")
    target = bench / "pyodide"
    target.mkdir(exist_ok=True)
    for name in NEEDED:
        shutil.copy(PYODIDE / name, target / name)
    names = wheels(bench / "hjul", Path(arguments[1]) if len(arguments) > 1 else ROOT / "dist")
    (bench / "hjul" / "liste.json").write_text(json.dumps(names), encoding="utf-8")
    from kontaktforloeb.visning.stil import style

    (bench / "rapport.css").write_text(style(), encoding="utf-8")
    subprocess.run(["node", str(NPM / "snapshot.mjs"), str(bench.resolve())], check=True)
    size = sum(path.stat().st_size for path in bench.rglob("*") if path.is_file())
    print(f"{bench}: {len(names)} wheels, {size / 1e6:.1f} MB in all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
