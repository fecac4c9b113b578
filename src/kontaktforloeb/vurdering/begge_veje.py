"""Interviews in a form of which the case does not tell whether it was lawful: judged both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.vurdering.fund import AFVENTER, BORTFALDET, FOR_SENT, FORM_UVIS, IKKE, UAFKLARET, Fund

Navn = tuple[str, int, int | None]
Tvivl = tuple[str, ...]
"""The code of the remark, the day, the form, and the fact that would tell (empty: a case has none)."""


def navn(x: Fund) -> Navn:
    """What tells a requirement from most others of its case, to the reader of a verdict too: rule, period and step."""
    return x.klausul.regel.id, x.forloeb.start, x.trin


def forlig(uden: Sequence[Fund], med: Iterable[Fund], tvivl: Mapping[str, set[Tvivl]]) -> None:
    """Leave open each of `uden`, where those in doubt do not count, that comes to something else where they do.

    `tvivl`: those in doubt, by the families of the rules that could have counted them. What would arise only where they
    count is not among the findings.
    """
    svar: dict[tuple[object, ...], list[Fund]] = {}
    for noegle, fund in _par(med):
        svar.setdefault(noegle, []).append(fund)
    for noegle, x in _par(uden):
        ens = svar.get(noegle)
        y = ens.pop(0) if ens else None
        if not _staar(x, y):
            _lad_staa(x, _om(x, tvivl))
        elif y is not None and y.udfald != x.udfald:
            # met late, perhaps: the reader is told of what may have met it
            sidst = kalender.iso(y.medregnet[-1].dag)
            x.bemaerkninger.extend(t for t in _om(x, tvivl) if t[1] == sidst)


def _par(fund: Iterable[Fund]) -> list[tuple[tuple[object, ...], Fund]]:
    """Each with what tells which it is: a series goes on over the events it arises from, so a step is of its event."""
    foerste: dict[tuple[object, ...], int] = {}
    ud: list[tuple[tuple[object, ...], Fund]] = []
    for x in sorted(fund, key=lambda x: x.trin or 0):
        a = x.anledning
        serie = (x.klausul.regel.id, x.forloeb.start, None if a is None else (a.art, a.dag))
        trin = x.trin
        if trin is not None and a is not None:  # else nothing tells the steps apart but their number
            trin -= foerste.setdefault(serie, trin)
        ud.append(((*serie, trin), x))
    return ud


def _staar(x: Fund, y: Fund | None) -> bool:
    """Whether a finding holds whichever way it is.

    Where a deadline was missed if they do not count, and met late by one of them if they do, it was missed in time both
    ways, and that it was met is not known. An offer is given; late, or too late by another day, is not the same.
    """
    if y is None:
        return x.udfald == BORTFALDET  # the other way it is not there at all
    if x.udfald == IKKE and y.udfald == FOR_SENT:
        return isinstance(x.klausul.regel.taeller, r.Samtaler)
    return x.udfald == y.udfald and (x.udfald != AFVENTER or x.frist == y.frist)


def _om(x: Fund, tvivl: Mapping[str, set[Tvivl]]) -> list[Tvivl]:
    """The interviews in doubt that bear on a finding: in its window, else of its family, else what it counts from."""
    i_vinduet = [b for b in x.bemaerkninger if b[0] == FORM_UVIS]
    alle = {t for egne in tvivl.values() for t in egne}
    egne = i_vinduet or tvivl.get(x.klausul.regel.familie) or alle
    return sorted(egne, key=lambda t: t[1])


def _lad_staa(x: Fund, i_orden: Sequence[Tvivl]) -> None:
    """Undetermined: the first interview in doubt from the window on leads, else the last one before it."""
    fra = "" if x.fra is None else kalender.iso(x.fra)
    aarsag = next((t for t in i_orden if t[1] >= fra), i_orden[-1])
    x.udfald, x.afgjort, x.efterfoelger, x.aarsag = UAFKLARET, None, None, aarsag
    if aarsag[3] and aarsag[3] not in x.mangler:
        x.mangler.append(aarsag[3])
