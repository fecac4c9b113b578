# ruff: noqa: E501 - a line of SVG is a line
"""Line charts as SVG, with nothing that runs: months along the bottom, per cent up the side."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from attrs import frozen

from kontaktforloeb.maaling.dage import month_text
from kontaktforloeb.maaling.resultat import decimals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

#: The field in which the lines are drawn, and what stands to the left of it, above and below.
_WIDE, _HIGH = 516, 252
_LEFT, _TOP, _BOTTOM = 44, 14, 34
#: From the field to the names of the lines, and the room for a sign of a name: the picture is as wide as the longest.
_NAMES, _SIGN = 46, 7
#: Colours that people who see few colours can tell apart, each with a dash of its own.
_COLOURS = (
    "#0b62a4",
    "#c44e00",
    "#008a66",
    "#a8007a",
    "#6b6b00",
    "#5a3fb0",
    "#b00020",
    "#3a6b7e",
    "#7a4b1e",
    "#2f7d32",
    "#555555",
)
_DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 3", "10 4")


@frozen
class Line:
    """A named line: its share in per cent by month; a month that is absent leaves a gap."""

    name: str
    points: Mapping[int, Fraction]


@frozen
class Mark:
    """A vertical line at the beginning of a month, or (with `share`) a horizontal one at a limit."""

    name: str
    month: int | None = None
    share: Fraction | None = None


def chart(
    title: str, months: Sequence[int], lines: Sequence[Line], marks: Sequence[Mark] = (), sprog: str = "da"
) -> str:
    """One chart. Its title and each point's value can be read by a screen reader or by pointing at it."""
    height = _TOP + _HIGH + _BOTTOM
    width = _LEFT + _WIDE + _NAMES + _SIGN * max((len(line.name) for line in lines), default=0)
    step = _WIDE / max(1, len(months) - 1)
    place = {m: _LEFT + i * step for i, m in enumerate(months)}

    def y(share: Fraction | int) -> float:
        return _TOP + _HIGH * (1 - float(share) / 100)

    out = [
        f'<svg class="diagram" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
    ]
    for share in range(0, 101, 20):
        out.append(f'<line class="gitter" x1="{_LEFT}" x2="{_LEFT + _WIDE}" y1="{y(share):.1f}" y2="{y(share):.1f}"/>')
        out.append(f'<text class="akse" x="{_LEFT - 6}" y="{y(share) + 4:.1f}" text-anchor="end">{share}</text>')
    every = max(1, -(-len(months) // 12))
    for i, m in enumerate(months):
        if i % every == 0:
            out.append(
                f'<text class="akse" x="{place[m]:.1f}" y="{height - 12}" text-anchor="middle">{month_text(m)}</text>'
            )
    for mark in marks:
        if mark.share is not None:
            out.append(
                f'<line class="graense" x1="{_LEFT}" x2="{_LEFT + _WIDE}" y1="{y(mark.share):.1f}" y2="{y(mark.share):.1f}"/>'
            )
            out.append(f'<text class="akse" x="{_LEFT + 4}" y="{y(mark.share) - 4:.1f}">{escape(mark.name)}</text>')
        elif mark.month in place:
            x = max(_LEFT, place[mark.month] - step / 2)  # nothing stands before the first month
            out.append(f'<line class="skift" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_TOP + _HIGH}"/>')
            out.append(f'<text class="akse" x="{x + 4:.1f}" y="{_TOP + 10}">{escape(mark.name)}</text>')
    for n, line in enumerate(lines):
        colour, dash = _COLOURS[n % len(_COLOURS)], _DASHES[n % len(_DASHES)]
        style = f'stroke="{colour}"' + (f' stroke-dasharray="{dash}"' if dash else "")
        for run in _runs(months, line.points):
            path = " ".join(f"{place[m]:.1f},{y(line.points[m]):.1f}" for m in run)
            out.append(f'<polyline class="linje" {style} points="{path}"/>')
        for m in months:
            if m in line.points:
                said = decimals(line.points[m], 1, "." if sprog == "en" else ",")
                text = f"{line.name}, {month_text(m)}: {said} {'per cent' if sprog == 'en' else 'pct.'}"
                out.append(
                    f'<circle cx="{place[m]:.1f}" cy="{y(line.points[m]):.1f}" r="3" fill="{colour}"><title>{escape(text)}</title></circle>'
                )
        at = _TOP + 10 + n * 17
        out.append(
            f'<line class="linje" {style} x1="{_LEFT + _WIDE + 14}" x2="{_LEFT + _WIDE + 40}" y1="{at - 4}" y2="{at - 4}"/>'
        )
        out.append(f'<text class="akse" x="{_LEFT + _WIDE + _NAMES}" y="{at}">{escape(line.name)}</text>')
    out.append("</svg>")
    return "\n".join(out)


def _runs(months: Sequence[int], points: Mapping[int, Fraction]) -> list[list[int]]:
    """The months of a line in stretches without a gap."""
    runs: list[list[int]] = [[]]
    for m in months:
        if m in points:
            runs[-1].append(m)
        elif runs[-1]:
            runs.append([])
    return [r for r in runs if len(r) > 1]
