"""The style sheet of the reports, `rapport.css` beside this file; it is put into every page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def style() -> str:
    """The style sheet.

    >>> "url(" in style() or "@import" in style()
    False
    """
    return files("kontaktforloeb.visning").joinpath("rapport.css").read_text(encoding="utf-8")
