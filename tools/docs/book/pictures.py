"""Drawings as SVG in the page: the first year of a course under four laws, and the clocks.

Colours come from the style sheet, shapes tell kinds apart without them, and every drawing has its words in a table or a
sentence beside it.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Sequence

from attrs import frozen

from book.words import MONTHS, plain_date

_WIDTH, _LEFT, _RIGHT, _ROW = 900, 334, 26, 22

#: Kind -> the mark at the deadline, drawn around (0, 0).
MARKS = {
    "samtale": '<circle r="5" class="kf-fyld"/>',
    "a-kasse": '<rect x="-4.6" y="-4.6" width="9.2" height="9.2" class="kf-fyld"/>',
    "tilbud": '<path d="M0-6L6 0L0 6L-6 0Z" class="kf-hul"/>',
}
WORDS = {"samtale": "samtale, jobcenter eller kommune", "a-kasse": "samtale i a-kassen", "tilbud": "tilbud"}


@frozen
class Bar:
    """One line of a drawing: its words, the window in days from the start, the marks in it, and their kind."""

    words: str
    first: int | None
    last: int | None
    marks: tuple[int, ...] = ()
    kind: str = "samtale"
    open_end: bool = False


@frozen
class Lane:
    """A heading and its lines; `start` is the day that 0 is."""

    words: str
    start: dt.date
    bars: Sequence[Bar]


def _x(day: float, days: int) -> float:
    return round(_LEFT + max(0.0, min(day, days)) / days * (_WIDTH - _LEFT - _RIGHT), 1)


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    style = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{style} text-anchor="{anchor}">{html.escape(words)}</text>'


def _short(words: str, most: int = 44) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip(" ,") + "…"


def first_year(lanes: Sequence[Lane], name: str, title: str, description: str) -> str:
    """Courses begun on different days, each drawn over its own first year, month by month from the start."""
    days = 366
    rows = sum(len(lane.bars) + 1.6 for lane in lanes)
    height = round(34 + rows * _ROW)
    parts = [
        f'<svg class="kf-tegning" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-labelledby="{name}-titel {name}-beskrivelse" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{name}-titel">{html.escape(title)}</title>',
        f'<desc id="{name}-beskrivelse">{html.escape(description)}</desc>',
    ]
    for month in range(13):
        x = _x(month * days / 12, days)
        parts.append(f'<path class="kf-gitter{" kf-halv" if month % 6 == 0 else ""}" d="M{x} 24V{height - 4}"/>')
        if month % 3 == 0:
            parts.append(_text(x, 15, "start" if month == 0 else f"{month} mdr.", "kf-svag", "middle"))
    y = 34.0
    for lane in lanes:
        parts.append(_text(0, y + 15, lane.words, "kf-overskrift"))
        y += _ROW * 1.15
        for bar in lane.bars:
            middle = y + _ROW / 2
            parts.append(f"<g><title>{html.escape(_spoken(bar, lane.start))}</title>")
            parts.append(_text(10, middle + 4, _short(bar.words)))
            if bar.first is not None and bar.last is not None:
                left, right = _x(bar.first, days), _x(bar.last, days)
                parts.append(
                    f'<rect class="kf-vindue" x="{left}" y="{middle - 4}" width="{max(right - left, 2)}" height="8"/>'
                )
                if bar.last > days:
                    parts.append(f'<path class="kf-pil" d="M{right} {middle - 5}l6 5l-6 5"/>')
            parts += [
                f'<g transform="translate({_x(m, days)} {middle})">{MARKS[bar.kind]}</g>'
                for m in bar.marks
                if m <= days
            ]
            parts.append("</g>")
            y += _ROW
        y += _ROW * 0.45
    return "".join([*parts, "</svg>"])


def _spoken(bar: Bar, start: dt.date) -> str:
    days = ", ".join(plain_date(start + dt.timedelta(m)) for m in bar.marks)
    return f"{bar.words}: {days}" if days else bar.words


def framed(svg: str, caption: str, *, kinds: Sequence[str] = ()) -> str:
    """A drawing in a frame that scrolls on a phone, with its legend and caption."""
    legend = "".join(
        f'<li><svg class="kf-ikon" viewBox="-8 -8 16 16" aria-hidden="true">{MARKS[k]}</svg> {WORDS[k]}</li>'
        for k in kinds
    )
    listed = f'<ul class="tegnforklaring">{legend}</ul>' if legend else ""
    return (
        f'<figure><div class="bred tegning" tabindex="0" role="region" aria-label="Tegning, der kan rulles">{svg}</div>'
        f"<figcaption>{listed}{caption}</figcaption></figure>"
    )


@frozen
class Stretch:
    """A stretch of days in a drawing of time, both included."""

    first: dt.date
    last: dt.date
    words: str
    kind: str = "ydelse"


@frozen
class Mark:
    """A day in a drawing of time."""

    day: dt.date
    words: str


def timeline(
    first: dt.date,
    last: dt.date,
    rows: Sequence[Sequence[Stretch | Mark]],
    name: str,
    title: str,
    description: str,
    labels: Sequence[str],
) -> str:
    """Stretches and days along one axis of months, a row for each."""
    days = (last - first).days + 1
    left, row = 150, 46

    def at(day: dt.date) -> float:
        return round(left + (day - first).days / days * (_WIDTH - left - 16), 1)

    height = 30 + row * len(rows) + 8
    parts = [
        f'<svg class="kf-tegning" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-labelledby="{name}-titel {name}-beskrivelse" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{name}-titel">{html.escape(title)}</title>',
        f'<desc id="{name}-beskrivelse">{html.escape(description)}</desc>',
    ]
    month = first.replace(day=1)
    count = 0
    many = days > 420  # noqa: PLR2004 - where names of months would run into each other
    while month <= last:
        if month >= first:
            x = at(month)
            parts.append(f'<path class="kf-gitter" d="M{x} 22V{height - 4}"/>')
            if not many or month.month in {1, 7}:
                words = MONTHS[month.month - 1][:3] + (f" {month.year}" if month.month == 1 or count == 0 else "")
                parts.append(_text(x + 3, 15, words, "kf-svag"))
                count += 1
        month = (month + dt.timedelta(31)).replace(day=1)
    for number, things in enumerate(rows):
        y = 30 + row * number
        parts.append(_text(0, y + 18, labels[number]))
        for thing in things:
            if isinstance(thing, Stretch):
                x, end = at(thing.first), at(thing.last + dt.timedelta(1))
                parts.append(
                    f'<rect class="kf-{thing.kind}" x="{x}" y="{y + 4}" width="{max(end - x, 2)}" height="20" rx="2">'
                    f"<title>{html.escape(thing.words)}: {plain_date(thing.first)} til {plain_date(thing.last)}</title></rect>"
                )
                if end - x > 7.2 * len(thing.words):
                    parts.append(_text((x + end) / 2, y + 18, thing.words, f"kf-i-{thing.kind}", "middle"))
            else:
                x = at(thing.day)
                anchor = "end" if x > _WIDTH - 180 else "start"
                shift = -6 if anchor == "end" else 6
                parts.append(f'<path class="kf-streg" d="M{x} {y}V{y + 28}"/>')
                parts.append(_text(x + shift, y + 39, f"{thing.words}: {plain_date(thing.day)}", "kf-lille", anchor))
    return "".join([*parts, "</svg>"])
