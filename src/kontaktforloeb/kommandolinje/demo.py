"""The demonstration: judges the example cases that the package carries and writes a report of them."""

from __future__ import annotations

import datetime as dt
import html as escaping
import importlib.util
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

import kontaktforloeb as kf
from kontaktforloeb.kommandolinje.ud import whole_file
from kontaktforloeb.visning import tekst
from kontaktforloeb.visning.opsaetning import Style, table

if TYPE_CHECKING:
    from kontaktforloeb import Sag, Vurdering

EXAMPLES = Path(__file__).resolve().parent.parent / "eksempler"

_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>kontaktforloeb: {title}</title>
<style>
body {{ font: 1rem/1.5 sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }}
li {{ margin: .4rem 0 }}
</style>
</head>
<body>
<h1>{title}</h1>
<ul>
{items}
</ul>
</body>
</html>
"""


@frozen(kw_only=True)
class Example:
    """One line of `oversigt.json`: a case, what it shows, and how it is judged."""

    navn: str
    sag: str
    titel: str
    pr: dt.date
    lovgrundlag: str
    fortolkninger: dict[str, str]


def examples() -> tuple[Example, ...]:
    """The shipped examples, in the order in which they are best read."""
    lines = json.loads((EXAMPLES / "oversigt.json").read_text(encoding="utf-8"))
    return tuple(Example(**{**line, "pr": dt.date.fromisoformat(line["pr"])}) for line in lines)


def run(folder: Path, style: Style) -> str:
    """Judge every example, write one report each and an overview, and say how it went.

    Args:
        folder: Where the reports go; made if it is not there. Files of other names in it are left alone.
        style: How the summary is set; the reports themselves are plain text of a fixed width.

    Returns:
        The summary.
    """
    folder.mkdir(parents=True, exist_ok=True)
    page = _page_maker()
    paper = Style(sprog=style.sprog)
    results: list[tuple[Example, str]] = []
    links: list[str] = []
    for example in examples():
        sag = kf.indlaes(EXAMPLES / example.sag)
        verdict = kf.vurder(
            sag,
            pr=example.pr,
            lovgrundlag=example.lovgrundlag,
            fortolkninger=example.fortolkninger,
            sprog=style.sprog,
        )
        results.append((example, verdict.samlet))
        _write(folder / f"{example.navn}.txt", f"{example.titel}\n\n{tekst.verdict(verdict, paper)}")
        _write(folder / f"{example.navn}.json", json.dumps(verdict.som_dict(), ensure_ascii=False, indent=2) + "\n")
        if page is not None:
            _write(folder / f"{example.navn}.html", page(verdict, sag))
            links.append(f'<li><a href="{example.navn}.html">{escaping.escape(example.titel)}</a></li>')
    title = style.say("Eksempler", "Examples")
    if links:
        _write(folder / "index.html", _PAGE.format(lang=style.sprog, title=title, items="\n".join(links)))
    _write(folder / "oversigt.txt", _summary(results, paper))
    where = style.say(f"Rapporten ligger i {folder}", f"The report is in {folder}")
    return f"{_summary(results, style)}\n{where}\n"


def _summary(results: list[tuple[Example, str]], style: Style) -> str:
    """One line an example, and how many ended how."""
    head = style.say("Samlet Eksempel Viser", "Overall Example Shows").split()
    rows = [[tekst.outcome(samlet, style), example.navn, example.titel] for example, samlet in results]
    lines = "\n".join(table(head, rows, style, grows=2))
    return f"{lines}\n\n{tekst.tally(Counter(samlet for _, samlet in results), style)}"


def _page_maker() -> Callable[[Vurdering, Sag], str] | None:
    """The HTML report, where this build has it."""
    if importlib.util.find_spec("kontaktforloeb.visning.html") is None:
        return None
    from kontaktforloeb.visning import html

    return html.rapport


def _write(target: Path, text: str) -> None:
    with whole_file(target) as file:
        file.write(text.encode("utf-8"))
