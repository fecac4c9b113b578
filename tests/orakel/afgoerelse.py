"""One requirement, decided in the order of the contract."""
# ruff: noqa: PLR0913 - long and plain, as the paragraphs are

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from .dage import lukkedag, plus
from .fakta import Fakta


def aabningsdag(fakta: Fakta, frist: dt.date) -> dt.date:
    """The deadline itself, or where the reading moves it the next open day."""
    while fakta.laes["frist-helligdag"] == "naeste-hverdag" and lukkedag(frist):
        frist = plus(frist, 1)
    return frist


def krav(
    fakta: Fakta,
    regel: str,
    *,
    periode_fra: dt.date,
    trin: int | None = None,
    fra: dt.date | None = None,
    frist: dt.date | None = None,
    dag: dt.date | None = None,
    kraevet: int | None = 1,
    medregnet: Iterable[dt.date] = (),
    opfyldt: dt.date | None = None,
    intet: bool = False,
    bortfalder: bool = False,
    ulaest: bool = False,
    uafklaret: bool = False,
    slut: bool = False,
    viger: bool = False,
    fritaget: bool = False,
    i_hul: bool = False,
    ret: bool = False,
    samtale: bool = True,
    for_sent_muligt: bool = True,
    efterfoelger: str | None = None,
    haendelse: dt.date | None = None,
) -> dict[str, Any]:
    """The verdict on one requirement.

    `dag` is the nominal day where the week rule or a grace makes `frist` a later one. `opfyldt` is the day on which
    the requirement was met, in time or late. `slut`: on the deciding day the person was not bound (course ended,
    other group). `viger`: the act gives way before the deadline. `i_hul`: an open gap that may close.
    `ret`: a right, or a duty without a date. `haendelse`: the day of the event it arose from.
    """
    if frist is not None and samtale:
        frist = aabningsdag(fakta, frist)
    til_tiden = opfyldt is not None and (frist is None or opfyldt <= frist)
    if intet:
        udfald = "intet-krav"
    elif bortfalder:
        udfald = "bortfaldet"
    elif til_tiden and not ulaest:
        udfald = "opfyldt"
    elif ulaest or (uafklaret and not viger):
        # an old count that gives way lapses, whatever was open about it
        udfald = "uafklaret"
    elif ret:
        udfald = "afventer"
    elif slut or viger:
        # a deadline ahead: known to fall away; a deadline passed: nobody was bound on it
        udfald = "bortfaldet"
    elif i_hul or frist is None or frist >= fakta.pr:
        udfald = "afventer"
    elif fritaget:
        udfald = "bortfaldet"
    elif opfyldt is not None and for_sent_muligt:
        udfald = "opfyldt-for-sent"
    else:
        udfald = "ikke-opfyldt"
    return {
        "regel": regel,
        "trin": trin,
        "periode_fra": periode_fra,
        "fra": fra,
        "frist": frist,
        "udfald": udfald,
        "kraevet": kraevet,
        "medregnet": sorted(d.isoformat() for d in medregnet),
        "efterfoelger": efterfoelger if udfald == "bortfaldet" else None,
        "dag": dag or frist,
        "haendelse": haendelse,  # what a series arose from, where it is an event
    }


def fordel(
    behov: list[tuple[str, int, dt.date | None, dt.date | None, list[dt.date]]],
) -> dict[str, list[dt.date]]:
    """Allot interviews to requirements that stand besides each other: in time first, then late ones.

    `behov`: name, number, first and last day, and the days that could serve it; narrower requirements first.
    An unknown first day has not come; an unknown last day is still ahead. A day may be listed twice (two interviews).
    """
    givet: dict[str, list[dt.date]] = {navn: [] for navn, *_ in behov}
    forraad: dict[dt.date, int] = {}
    for *_, mulige in behov:
        for dag in set(mulige):
            forraad[dag] = max(forraad.get(dag, 0), mulige.count(dag))
    for sent in (False, True):
        for navn, antal, fra, frist, mulige in behov:
            for dag in sorted(mulige):
                if len(givet[navn]) == antal:
                    break
                if fra is None or dag < fra or forraad[dag] == 0:
                    continue
                if (frist is not None and dag > frist) == sent:
                    givet[navn].append(dag)
                    forraad[dag] -= 1
    return givet


def naaet(dage_: list[dt.date], antal: int) -> dt.date | None:
    """The day the number was reached, if it was."""
    return sorted(dage_)[antal - 1] if len(dage_) >= antal else None
