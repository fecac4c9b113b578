"""Small pieces of Markdown and Danish typography: dates, labels, tables, links between pages."""

from __future__ import annotations

import datetime as dt
import html
import json
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define

from kontaktforloeb import koder

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

#: Outcome -> the sign beside the word: told apart without any colour.
SIGNS: Mapping[str, str] = {
    "opfyldt": "✓",
    "opfyldt-for-sent": "▲",
    "ikke-opfyldt": "✗",
    "afventer": "○",
    "bortfaldet": "–",
    "uafklaret": "?",
    "intet-krav": "·",
}


def date(day: dt.date | None, nothing: str = "–") -> str:
    """A day as Danish writes it: 31. december 2019. The space after the day does not break."""
    return nothing if day is None else f"{day.day}.&nbsp;{MONTHS[day.month - 1]} {day.year}"


def date_en(day: dt.date | None, nothing: str = "–") -> str:
    """A day in English: 31 December 2019."""
    return nothing if day is None else f"{day.day}&nbsp;{MONTHS_EN[day.month - 1]} {day.year}"


def plain_date(day: dt.date | None, nothing: str = "–") -> str:
    """The same without markup, for pictures and titles."""
    return date(day, nothing).replace("&nbsp;", " ")


def iso(text: str) -> dt.date:
    """A day from its ISO form."""
    return dt.date.fromisoformat(text)


def span(fra: dt.date | None, til: dt.date | None) -> str:
    """A time in force, both days inclusive."""
    if til is None:
        return f"fra {date(fra)}"
    return f"{date(fra)} til og med {date(til)}"


def label(kind: Any, code: str, sprog: str = "da") -> str:
    """The words of a code."""
    return str(kind(code).tekst(sprog))


def group(code: str) -> str:
    """The words of a target group."""
    return label(koder.Maalgruppe, code)


def big(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def outcome(code: str) -> str:
    """An outcome as sign and word; the colour only repeats them."""
    return (
        f'<span class="udfald {code}"><span aria-hidden="true">{SIGNS[code]}</span> {label(koder.Udfald, code)}</span>'
    )


def cell(text: str) -> str:
    """Text that may stand in a table cell."""
    return text.replace("|", "\\|").replace("\n", " ").strip()


def esc(text: str) -> str:
    """Text that means nothing to Markdown or HTML."""
    return re.sub(r"([*_`\[\]])", r"\\\1", html.escape(text, quote=False))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, wide: bool = True) -> str:
    """A Markdown table; it scrolls in a frame of its own that the keyboard can reach, unless it is not `wide`."""
    lines = [
        "| " + " | ".join(map(cell, head)) + " |",
        "|" + "|".join(" --- " for _ in head) + "|",
        *("| " + " | ".join(map(cell, row)) + " |" for row in rows),
    ]
    body = "\n".join(lines)
    if wide:
        words = re.sub(r"<[^>]*>", " ", ", ".join(h for h in head if h)).replace("&nbsp;", " ").lower() or "oplysninger"
        return f'<div class="bred" markdown="block" tabindex="0" role="region" aria-label="Tabel: {words}">\n\n{body}\n\n</div>'
    return body


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {item}" for item in items)


def details(title: str, body: str) -> str:
    """Something folded away."""
    indented = "\n".join(f"    {line}" if line else "" for line in body.splitlines())
    return f'??? note "{title}"\n\n{indented}'


def slug(text: str) -> str:
    """A name for a file or an anchor: lower case, ASCII, dashes."""
    text = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("½", "halv")
    return re.sub(r"-+", "-", re.sub(r"[^a-z0-9]+", "-", text)).strip("-")


@define
class Page:
    """A page under way: its path below docs/, and the parts of its text."""

    path: str
    parts: list[str]

    @classmethod
    def at(cls, path: str, title: str, *, description: str = "", wide: bool = False) -> Page:
        """A new page with its title; a `wide` one has no list of contents beside it."""
        hide = "hide: [toc]\n" if wide else ""
        # JSON is YAML: a colon in the words is no key
        front = f"---\ndescription: {json.dumps(description, ensure_ascii=False)}\n{hide}---\n\n" if description else ""
        return cls(path, [f"{front}# {title}"])

    def add(self, *parts: str) -> None:
        """Add paragraphs."""
        self.parts += [part for part in parts if part]

    def to(self, target: str, words: str) -> str:
        """A link to another page of the site."""
        return f"[{words}]({here_to(self.path, target)})"

    def text(self) -> str:
        """The whole page."""
        return "\n\n".join(part.strip("\n") for part in self.parts) + "\n"


def here_to(here: str, target: str) -> str:
    """The relative address of a page from another one."""
    path, _, anchor = target.partition("#")
    relative = posixpath.relpath(path, posixpath.dirname(here) or ".") if path else ""
    return f"{relative}#{anchor}" if anchor else relative
