"""The deadlines of cases as a calendar (iCalendar, RFC 5545): what is overdue and what is to come.

It is the working list of `maaling`, without its horizon: of the cases at hand every known deadline is shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kontaktforloeb.maaling.liste import Item, as_icalendar, items

if TYPE_CHECKING:
    from kontaktforloeb.sag import Sag
    from kontaktforloeb.vurdering.resultat import Vurdering

__all__ = ["Item", "calendar", "deadlines"]

#: Further ahead than any deadline of the law.
_WEEKS: Final = 1000
#: What the ids of generated cases begin with.
_SYNTHETIC: Final = "SYN-"


def deadlines(vurdering: Vurdering, sag: Sag) -> tuple[Item, ...]:
    """What of one case is overdue or pending with a day, also one that is only expected."""
    return tuple(items(sag, vurdering, vurdering.pr, _WEEKS, vurdering.lovgrundlag))


def calendar(found: Iterable[Item], pr: dt.date, sprog: str = "da") -> str:
    """The calendar of these deadlines, the most urgent first; the same deadlines give the same bytes.

    >>> calendar([], dt.date(2019, 12, 1)).splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    in_order = sorted(found)
    synthetic = any(item.id.startswith(_SYNTHETIC) for item in in_order)
    return as_icalendar(in_order, pr, synthetic=synthetic, sprog=sprog)
