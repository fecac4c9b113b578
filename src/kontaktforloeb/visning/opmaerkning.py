"""Writing markup: what is data is escaped here, and dates and spans are written as people write them."""

from __future__ import annotations

import datetime as dt
import re
from html import escape
from typing import Final

from kontaktforloeb.forklaring.ordbog import dato

#: Neither XML nor HTML can hold these, whatever a sender put in a key.
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: Only the official collection of statutes is linked to; any other address is shown as text.
_LINKED: Final = "https://www.retsinformation.dk/"


def safe(text: object) -> str:
    """The text with nothing in it that markup would act on.

    >>> safe('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return escape(_UNPRINTABLE.sub("\ufffd", str(text)), quote=True)


def isolated(text: object) -> str:
    """What a sender wrote, kept apart so that its writing direction disturbs nothing around it.

    >>> isolated("A&B")
    '<bdi>A&amp;B</bdi>'
    """
    return f"<bdi>{safe(text)}</bdi>"


def day_text(day: dt.date, sprog: str = "da") -> str:
    """A day in full; the number never stands alone at the end of a line.

    >>> [day_text(dt.date(2019, 12, 31), sprog).replace("\u00a0", "_") for sprog in ("da", "en")]
    ['31._december 2019', '31_December 2019']
    """
    return dato(day.toordinal(), sprog).replace(" ", "\u00a0", 1)


def time(day: dt.date, sprog: str = "da") -> str:
    """A day in full, which programs can read too.

    >>> time(dt.date(2019, 3, 11)).replace("\u00a0", "_")
    '<time datetime="2019-03-11">11._marts 2019</time>'
    """
    return f'<time datetime="{day.isoformat()}">{day_text(day, sprog)}</time>'


def span_text(first: dt.date | None, last: dt.date | None, sprog: str = "da") -> str:
    """From one day to another, both included; open where one is missing.

    >>> span_text(dt.date(2019, 3, 4), None).replace("\u00a0", " ")
    'fra 4. marts 2019'
    """
    if first is None:
        return ("until " if sprog == "en" else "til ") + day_text(last, sprog) if last is not None else ""
    if last is None:
        return ("from " if sprog == "en" else "fra ") + day_text(first, sprog)
    return f"{day_text(first, sprog)} – {day_text(last, sprog)}"


def link(address: str, words: str) -> str:
    """A link to a statute; plain words where the address is not one.

    >>> link("javascript:alert(1)", "LAB § 20")
    'LAB § 20'
    """
    if not address.startswith(_LINKED):
        return safe(words)
    return f'<a href="{safe(address)}" rel="noreferrer">{safe(words)}</a>'
