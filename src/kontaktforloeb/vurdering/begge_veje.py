"""Interviews in a form of which the case does not tell whether it was lawful: judged both ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.vurdering.fund import BORTFALDET, FOR_SENT, IKKE, UAFKLARET, Fund

Navn = tuple[str, int, int | None]
Tvivl = tuple[str, ...]
"""The code of the remark, the day, the form, and the fact that would tell (empty: a case has none)."""


def navn(x: Fund) -> Navn:
    """What tells a requirement from most others of its case, to the reader of a verdict too: rule, period and step."""
    return x.klausul.regel.id, x.forloeb.start, x.trin


def forlig(uden: Sequence[Fund], med: Iterable[Fund], tvivl: Iterable[Tvivl]) -> None:
    """Leave open each of `uden`, where those in doubt do not count, that comes to something else where they do."""
    svar: dict[Navn, list[Fund]] = {}
    for y in med:
        svar.setdefault(navn(y), []).append(y)
    i_orden = sorted(set(tvivl), key=lambda t: t[1])
    for x in uden:
        ens = svar.get(navn(x))
        if not _staar(x, ens.pop(0) if ens else None):
            _lad_staa(x, i_orden)


def _staar(x: Fund, y: Fund | None) -> bool:
    """Whether a finding holds whichever way it is.

    Where a deadline was missed if they do not count, and met late by one of them if they do, it was missed in time both
    ways, and that it was met is not known. An offer is given; late, or too late by another day, is not the same.
    """
    if y is None:
        return x.udfald == BORTFALDET  # the other way it is not there at all
    if x.udfald == IKKE and y.udfald == FOR_SENT:
        return isinstance(x.klausul.regel.taeller, r.Samtaler)
    return x.udfald == y.udfald


def _lad_staa(x: Fund, i_orden: Sequence[Tvivl]) -> None:
    """Undetermined: the first interview in doubt from the window on leads, else the last one before it."""
    fra = "" if x.fra is None else kalender.iso(x.fra)
    aarsag = next((t for t in i_orden if t[1] >= fra), i_orden[-1])
    x.udfald, x.afgjort, x.efterfoelger, x.aarsag = UAFKLARET, None, None, aarsag
    if aarsag[3] and aarsag[3] not in x.mangler:
        x.mangler.append(aarsag[3])
