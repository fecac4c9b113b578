"""The gate over what the tests ran: every branch of the law, the clocks and the engine, 95 percent of the rest.

Reads the data that `make coverage` recorded. Prints each module below its bar; exit 1 if there is one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

#: Packages whose every statement and branch is run by a test.
WHOLE = ("ret", "ure", "vurdering")
REST = 95.0


def part(path: str) -> str | None:
    """The subpackage that a measured file belongs to, "" at the top; None outside the package.

    >>> part(".venv/lib/python3.11/site-packages/kontaktforloeb/ret/kilder.py")
    'ret'
    >>> part("src/kontaktforloeb/sag.py")
    ''
    """
    pieces = Path(path).parts
    if "kontaktforloeb" not in pieces:
        return None
    inner = pieces[len(pieces) - 1 - pieces[::-1].index("kontaktforloeb") + 1 :]
    return inner[0] if len(inner) > 1 else ""


def percent(summary: dict[str, Any]) -> float:
    """Statements and branches together, as coverage itself counts them."""
    total = summary["num_statements"] + summary["num_branches"]
    return 100.0 if total == 0 else 100.0 * (summary["covered_lines"] + summary["covered_branches"]) / total


def faults(report: dict[str, Any]) -> list[str]:
    """One line for each bar that is not reached."""
    found = []
    rest = {"num_statements": 0, "num_branches": 0, "covered_lines": 0, "covered_branches": 0}
    for path, measured in sorted(report["files"].items()):
        where = part(path)
        if where is None:
            continue
        summary = measured["summary"]
        if where in WHOLE:
            if percent(summary) < 100.0:  # noqa: PLR2004 - a percentage
                missing = [*measured["missing_lines"], *measured.get("missing_branches", [])]
                found.append(f"{path}: {percent(summary):.1f} %, must be 100: {missing}")
        else:
            for key in rest:
                rest[key] += summary[key]
    if percent(rest) < REST:
        found.append(f"everything outside {', '.join(WHOLE)}: {percent(rest):.1f} %, must be {REST:.0f}")
    return found


def main() -> int:
    """Turn the recorded data into a verdict."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "coverage.json"
        subprocess.run([sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(target)], check=True)
        report = json.loads(target.read_text(encoding="utf-8"))
    found = faults(report)
    print("\n".join(found) if found else "coverage: ok")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
