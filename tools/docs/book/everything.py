"""All pages, and writing them."""

from __future__ import annotations

from pathlib import Path

from book import api, changes, clocks, groups, lists, look, measures, paragraphs, prose, readings, rules
from book.source import ROOT

DOCS = ROOT / "docs"
#: Below docs/, what is not made by the generator.
KEPT = ("proev/", "assets/site.", "assets/ikon.svg")


def made() -> dict[str, str]:
    """Every generated file below docs/, with its text."""
    pages = [
        *prose.pages(),
        *rules.pages(),
        *groups.pages(),
        *paragraphs.pages(),
        *changes.pages(),
        *readings.pages(),
        clocks.page(),
        *measures.pages(),
        *lists.pages(),
        *api.pages(),
    ]
    found: dict[str, str] = {}
    for page in pages:
        if page.path in found:
            raise ValueError(f"two pages at {page.path}")
        found[page.path] = prose.run_blocks(page.text()) if page.path == "maal.md" else page.text()
    found["assets/tidslinje.css"] = look.sheet()
    return found


def present() -> dict[str, str]:
    """Every file below docs/ that should come from the generator, as it stands."""
    return {
        path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(DOCS.rglob("*"))
        if path.is_file() and not path.relative_to(DOCS).as_posix().startswith(KEPT)
    }


def write(files: dict[str, str]) -> tuple[int, int]:
    """Write what differs and remove what is no longer made; how many of each."""
    before = present() if DOCS.exists() else {}
    changed = {path: text for path, text in files.items() if before.get(path) != text}
    gone = [path for path in before if path not in files]
    for path, text in changed.items():
        target = DOCS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for path in gone:
        Path(DOCS / path).unlink()
    return len(changed), len(gone)
