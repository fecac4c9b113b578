"""The demonstration: judges the example cases that the package carries and writes a report of them."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path

from attrs import frozen

import kontaktforloeb as kf
from kontaktforloeb.formater.udfil import hel_fil
from kontaktforloeb.visning import html, tekst
from kontaktforloeb.visning.opsaetning import Style, table

EXAMPLES = Path(__file__).resolve().parent.parent / "eksempler"


@frozen(kw_only=True)
class Example:
    """One line of `oversigt.json`: a case, what it shows, and how it is judged."""

    navn: str
    sag: str
    titel: str
    titel_en: str
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
    paper = Style(sprog=style.sprog)
    readings = kf.fortolkninger(style.sprog)
    results: list[html.Entry] = []
    for example in examples():
        sag = kf.indlaes(EXAMPLES / example.sag)
        verdict = kf.vurder(
            sag,
            pr=example.pr,
            lovgrundlag=example.lovgrundlag,
            fortolkninger=example.fortolkninger,
            sprog=style.sprog,
        )
        title = style.say(example.titel, example.titel_en)
        page = html.report(verdict, sag, style.sprog, readings, shows=title, overview="index.html")
        _write(folder / f"{example.navn}.html", page)
        _write(folder / f"{example.navn}.txt", f"{title}\n\n{tekst.verdict(verdict, paper)}")
        _write(folder / f"{example.navn}.json", json.dumps(verdict.som_dict(), ensure_ascii=False, indent=2) + "\n")
        results.append(
            html.Entry(
                samlet=verdict.samlet,
                navn=example.navn,
                titel=title,
                pr=example.pr,
                lovgrundlag=example.lovgrundlag,
            )
        )
    _write(folder / "index.html", html.index(results, style.sprog))
    _write(folder / "oversigt.txt", _summary(results, paper))
    page_name = folder / "index.html"
    where = style.say(f"Rapporten ligger i {folder}; åbn {page_name}", f"The report is in {folder}; open {page_name}")
    return f"{_summary(results, style)}\n{where}\n"


def _summary(results: list[html.Entry], style: Style) -> str:
    """One line an example, and how many ended how."""
    head = style.say("Samlet Eksempel Viser", "Overall Example Shows").split()
    rows = [[tekst.outcome(e.samlet, style), e.navn, e.titel] for e in results]
    lines = "\n".join(table(head, rows, style, grows=2))
    return f"{lines}\n\n{tekst.tally(Counter(e.samlet for e in results), style)}"


def _write(target: Path, text: str) -> None:
    with hel_fil(target) as file:
        file.write(text.encode("utf-8"))
