"""Setting text for a screen: style, dates, wrapped paragraphs, and columns that line up."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

_MONTHS: Final = {
    "da": ("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."),
    "en": ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
}
_CODES: Final = {
    "fed": "1",
    "svag": "2",
    "roed": "31",
    "groen": "32",
    "gul": "33",
    "blaa": "34",
    "lilla": "35",
}
_ESCAPE: Final = re.compile(r"\x1b\[[0-9;]*m")
_GAP: Final = "  "


@frozen(kw_only=True)
class Style:
    """How text is set: language, width in columns, whether colours and signs beyond ASCII letters may be used."""

    sprog: str = "da"
    width: int = 100
    colours: bool = False
    signs: bool = True

    def paint(self, text: str, *names: str) -> str:
        """The text in that colour or weight; plain where there are no colours.

        >>> Style().paint("opfyldt", "groen")
        'opfyldt'
        """
        if not self.colours or not text:
            return text
        return f"\x1b[{';'.join(_CODES[n] for n in names)}m{text}\x1b[0m"

    def say(self, da: str, en: str) -> str:
        """The words in the style's language."""
        return en if self.sprog == "en" else da

    def sign(self, sign: str, plain: str) -> str:
        """A sign, or what stands for it in plain ASCII."""
        return sign if self.signs else plain

    def date(self, day: dt.date | str | None) -> str:
        """A day as people write it, short enough for a table; a dash where there is none.

        >>> Style().date(dt.date(2019, 3, 11)), Style(sprog="en").date("2019-12-01")
        ('11. marts 2019', '1 Dec 2019')
        """
        if day is None:
            return self.sign("–", "-")
        if isinstance(day, str):
            day = dt.date.fromisoformat(day)
        month = _MONTHS["en" if self.sprog == "en" else "da"][day.month - 1]
        return f"{day.day} {month} {day.year}" if self.sprog == "en" else f"{day.day}. {month} {day.year}"


def visible(text: str) -> int:
    r"""The columns that a text takes, colours not counted.

    >>> visible("\x1b[31mnej\x1b[0m")
    3
    """
    return len(_ESCAPE.sub("", text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; a word that is longer (a link) keeps a line of its own whole."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines += textwrap.wrap(paragraph, max(width, 20), break_long_words=False, break_on_hyphens=False)
    return lines


def labelled(label: str, texts: Iterable[str], style: Style, *, indent: int = 2, column: int = 14) -> list[str]:
    """A label and what it says, wrapped beside it; nothing where it says nothing."""
    lines: list[str] = []
    for text in texts:
        for line in wrap(text, style.width - indent - column):
            head = "" if lines else label
            lines.append(" " * indent + style.paint(f"{head:<{column}}", "svag") + line)
    return lines


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], style: Style, *, grows: int, right: int = -1
) -> list[str]:
    """Rows in columns that line up.

    Args:
        head: The titles of the columns.
        rows: One sequence of cells a row, as long as `head`; cells may be coloured.
        style: How wide the whole may be.
        grows: The column that is wrapped when the others leave it too little room.
        right: The column that is set to the right; -1: none.

    Returns:
        The lines, without trailing blanks.
    """
    columns = range(len(head))
    widths = [max(visible(row[c]) for row in [head, *rows]) for c in columns]
    others = sum(widths) - widths[grows] + len(_GAP) * len(head)
    widths[grows] = min(widths[grows], max(16, style.width - others))
    lines = [_row([style.paint(cell, "fed") for cell in head], widths, right)]
    if sum(widths) + len(_GAP) * len(head) > style.width:
        return _stacked(head, rows, style)
    for row in rows:
        broken = wrap(row[grows], widths[grows]) or [""]
        for number, piece in enumerate(broken):
            cells = ["" if number and c != grows else row[c] for c in columns]
            cells[grows] = piece
            lines.append(_row(cells, widths, right))
    return lines


def _stacked(head: Sequence[str], rows: Sequence[Sequence[str]], style: Style) -> list[str]:
    """The same for a narrow screen: a row is a small block, its first cell on top."""
    column = max(map(len, head[1:])) + 1
    lines: list[str] = []
    for row in rows:
        lines += [_GAP + row[0]]
        for title, cell in zip(head[1:], row[1:], strict=True):
            lines += labelled(title, [cell], style, indent=4, column=column)
    return lines


def _row(cells: Sequence[str], widths: Sequence[int], right: int) -> str:
    set_cells = []
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        room = " " * max(0, width - visible(cell))
        set_cells.append(room + cell if number == right else cell + room)
    return (_GAP + _GAP.join(set_cells)).rstrip()


def side_by_side(left: Sequence[str], right: Sequence[str], style: Style) -> list[str]:
    """Two columns of lines with a bar between; one above the other where the width is too small for two."""
    room = half(style)
    if room == style.width:
        return [*left, "", *right]
    bar = style.sign("│", "|")
    height = max(len(left), len(right))
    pairs = zip(
        [*left, *[""] * (height - len(left))],
        [*right, *[""] * (height - len(right))],
        strict=True,
    )
    return [f"{a}{' ' * max(0, room - visible(a))} {bar} {b}".rstrip() for a, b in pairs]


def half(style: Style) -> int:
    """The width of each of two columns: half of it, or all where half is too little to read."""
    room = (style.width - 3) // 2
    return room if room >= 30 else style.width  # noqa: PLR2004 - a matter of taste, not of law
