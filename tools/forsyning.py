"""The supply chain: a bill of materials (CycloneDX), the licences of what is installed, and a wheel built twice.

`forsyning.py sbom` writes `build/sbom.json` from the lock files; `licenser` rewrites the table in `requirements/LICENSER.md`
from what is installed; `hjul` builds the wheel twice in two folders and compares every byte.
"""
# ruff: noqa: E501 - sentences and cells read best in one piece

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEWEST_TIME = "315532800"  # 1 January 1980: the earliest a zip can hold


def locked(name: str) -> dict[str, tuple[str, list[str]]]:
    """The packages of a lock file with version and hashes."""
    found: dict[str, tuple[str, list[str]]] = {}
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        match = re.match(r"^([a-zA-Z0-9._-]+)==([^ ;]+)", line)
        if match:
            found[match[1].lower()] = (match[2], re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
    return found


def sbom() -> dict[str, Any]:
    """What the installed library needs (scope required) and what building and testing it needs (excluded)."""
    runtime = locked("runtime")
    components: list[dict[str, Any]] = []
    for lock in sorted(p.stem for p in LOCKS.glob("*.txt") if p.stem != "lowest"):
        for name, (version, hashes) in locked(lock).items():
            entry = {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name}@{version}",
                "scope": "required" if name in runtime else "excluded",
                "hashes": [{"alg": "SHA-256", "content": h} for h in hashes],
                "properties": [{"name": "lock", "value": f"requirements/{lock}.txt"}],
            }
            if entry["purl"] not in {c["purl"] for c in components}:
                components.append(entry)
    components.sort(key=lambda c: (c["scope"] != "required", c["name"], c["version"]))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "name": PROJECT["name"],
                "version": PROJECT["version"],
                "licenses": [{"license": {"id": PROJECT["license"]}}],
            }
        },
        "components": components,
    }


def licence(name: str) -> str:
    """The licence that an installed package declares."""
    try:
        told: Any = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "ikke installeret her"
    trove = [c.rsplit(" :: ", 1)[-1] for c in told.get_all("Classifier") or [] if c.startswith("License ::")]
    return told.get("License-Expression") or ", ".join(trove) or (told.get("License") or "ikke oplyst").splitlines()[0]


def licences() -> str:
    """A table of the licences of what the locks of everyday use name."""
    names = {name: lock for lock in ("test", "build", "runtime") for name in locked(lock)}
    lines = ["| pakke | version | bruges til | licens |", "|---|---|---|---|"]
    for name, lock in sorted(names.items(), key=lambda item: (item[1] != "runtime", item[0])):
        use = {"runtime": "biblioteket selv", "build": "at bygge", "test": "at prøve, og tabeller"}[lock]
        lines.append(f"| {name} | {locked(lock)[name][0]} | {use} | {licence(name)} |")
    return "\n".join(lines) + "\n"


def wheel() -> int:
    """Build twice from two copies; 0 where every byte is equal."""
    digests = []
    for turn in ("en", "to"):
        with tempfile.TemporaryDirectory(prefix=f"hjul-{turn}-") as folder:
            copy = Path(folder) / "kilde"
            shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
            for name in ("pyproject.toml", "README.md", "LICENSE"):
                shutil.copy(ROOT / name, copy / name)
            subprocess.run(
                [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, str(copy)],
                check=True,
                capture_output=True,
                env={
                    "PATH": "/usr/bin:/bin",
                    "SOURCE_DATE_EPOCH": NEWEST_TIME,
                    "PYTHONHASHSEED": "1" if turn == "en" else "2",
                },
            )
            (made,) = Path(folder).glob("*.whl")
            digests.append(hashlib.sha256(made.read_bytes()).hexdigest())
    print(f"hjul bygget to gange: {digests[0][:16]} og {digests[1][:16]}")
    return 0 if digests[0] == digests[1] else 1


def main() -> int:
    """Run one of the three."""
    what = sys.argv[1] if len(sys.argv) > 1 else ""
    if what == "sbom":
        out = ROOT / "build" / "sbom.json"
        out.parent.mkdir(exist_ok=True)
        made = sbom()
        out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
        needed = sum(c["scope"] == "required" for c in made["components"])
        print(f"{out.relative_to(ROOT)}: {len(made['components'])} pakker, heraf {needed} som biblioteket selv kræver")
        return 0
    if what == "licenser":
        (LOCKS / "LICENSER.md").write_text(
            "# Licenser\n\nSkrevet af `make licences` af det, der er installeret.\n\n" + licences(), encoding="utf-8"
        )
        return 0
    if what == "hjul":
        return wheel()
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
