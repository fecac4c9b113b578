"""The shapes: one an outcome and one a kind of mark, told apart without any colour.

Each is drawn around (0, 0) in a square of sixteen; its colour comes from the style sheet (`currentColor`), and what is
cut out of it takes the colour of the paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_CUT: Final = 'fill="none" stroke="var(--papir)" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"'
_DRAWN: Final = 'fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"'

#: Outcome -> (the name of its shape, the shape).
OUTCOMES: Final[Mapping[str, tuple[str, str]]] = {
    "opfyldt": (
        "cirkel",
        f'<circle r="7" fill="currentColor"/><path d="M-3.2 .3L-1 2.6L3.4-2.3" {_CUT}/>',
    ),
    "opfyldt-for-sent": (
        "trekant",
        f'<path d="M0-7.4L7.8 6.4H-7.8Z" fill="currentColor"/><path d="M0-2.6V1.6M0 4.2V4.3" {_CUT}/>',
    ),
    "ikke-opfyldt": (
        "kvadrat",
        (
            f'<rect x="-6.6" y="-6.6" width="13.2" height="13.2" rx="1.6" fill="currentColor"/>'
            f'<path d="M-2.8-2.8L2.8 2.8M2.8-2.8L-2.8 2.8" {_CUT}/>'
        ),
    ),
    "afventer": (
        "ur",
        (
            f'<circle r="6.2" fill="var(--papir)" stroke="currentColor" stroke-width="1.7"/>'
            f'<path d="M0-3.2V.2L2.2 1.8" {_DRAWN}/>'
        ),
    ),
    "bortfaldet": (
        "streg",
        (
            '<rect x="-7" y="-2.2" width="14" height="4.4" rx="2.2" fill="var(--papir)" stroke="currentColor" '
            'stroke-width="1.5"/>'
        ),
    ),
    "uafklaret": (
        "rude",
        (
            f'<path d="M0-8L8 0L0 8L-8 0Z" fill="currentColor"/>'
            f'<path d="M-2-1.7a2 2 0 1 1 2.9 1.8Q0 .6 0 1.5M0 4V4.1" {_CUT}/>'
        ),
    ),
    "intet-krav": ("punkt", '<circle r="3" fill="currentColor"/>'),
}

#: Mark -> (the name of its shape, the shape).
MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "afholdt": ("skive", '<circle r="4.6" fill="currentColor"/>'),
    "a-kasse": ("plade", '<rect x="-4.2" y="-4.2" width="8.4" height="8.4" fill="currentColor"/>'),
    "faelles": (
        "ring",
        (
            '<circle r="5.4" fill="var(--papir)" stroke="currentColor" stroke-width="1.5"/>'
            '<circle r="2.6" fill="currentColor"/>'
        ),
    ),
    "ikke-afholdt": ("kryds", f'<path d="M-3.6-3.6L3.6 3.6M3.6-3.6L-3.6 3.6" {_DRAWN}/>'),
    "haendelse": ("pind", '<path d="M0 5V-5" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/>'),
}


def outcome_icon(udfald: str) -> str:
    """The shape of an outcome to set in a line of text; the word stands beside it, so it is hidden from readers-aloud.

    >>> outcome_icon("intet-krav").count("<circle")
    1
    """
    return _icon(OUTCOMES[udfald][1])


def mark_icon(mark: str) -> str:
    """The shape of a mark to set in a line of text, as `outcome_icon`."""
    return _icon(MARKS[mark][1])


def _icon(shape: str) -> str:
    return f'<svg class="ikon" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">{shape}</svg>'
