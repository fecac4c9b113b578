"""Judge whether a citizen got the interviews and the active offer that Danish law requires, in time.

>>> import datetime as dt
>>> import kontaktforloeb as kf
>>> sag = kf.Sag(
...     id="A-1",
...     perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 9, 6)),),
...     haendelser=(kf.Haendelse(art="foerste-henvendelse", dato=dt.date(2021, 9, 6)),),
... )
>>> vurdering = kf.vurder(sag, pr=dt.date(2022, 3, 7))
>>> [(krav.regel, krav.udfald, str(krav.frist)) for krav in vurdering.krav][:2]
[('LAB-2019:31.3', 'ikke-opfyldt', '2021-09-13'), ('LAB-2019:31.1', 'ikke-opfyldt', '2022-03-06')]

The library reads no clock, no network and no locale: the same arguments give the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kontaktforloeb.bibliotek import (
        aflaes as aflaes,
        fortolkninger as fortolkninger,
        frister as frister,
        indlaes as indlaes,
        indlaes_linjer as indlaes_linjer,
        plan as plan,
        regler as regler,
        sammenlign as sammenlign,
        skema as skema,
        vurder as vurder,
        vurder_mange as vurder_mange,
    )
    from kontaktforloeb.formater.fejl import Fejl as Fejl
    from kontaktforloeb.formater.fejl import Sagsfejl as Sagsfejl
    from kontaktforloeb.koder import Maalgruppe
    from kontaktforloeb.sag import (
        Beskaeftigelse,
        Forbrug,
        Fritagelse,
        Haendelse,
        Ordning,
        Periode,
        Sag,
        Samtale,
        Tilbud,
        Timer,
    )
    from kontaktforloeb.vurdering.resultat import Hjemmel, Krav, Vurdering

__version__ = "0.1.0"

GAELDENDE = "gaeldende"
"""The law as it was in force on each day: the 2019 act from 1 January 2020. The default."""

AFTALE_2018 = "aftale-2018"
"""The plan of 2018: the 2019 act from 1 July 2019. A counterfactual; every result says so."""

_HJEM = {
    "kontaktforloeb.bibliotek": (
        "aflaes", "fortolkninger", "frister", "indlaes", "indlaes_linjer", "plan", "regler", "sammenlign", "skema", "vurder",
        "vurder_mange",
    ),
    "kontaktforloeb.formater.fejl": ("Fejl", "Sagsfejl"),
    "kontaktforloeb.koder": ("Maalgruppe",),
    "kontaktforloeb.sag": (
        "Beskaeftigelse", "Forbrug", "Fritagelse", "Haendelse", "Ordning", "Periode", "Sag", "Samtale", "Tilbud",
        "Timer",
    ),
    "kontaktforloeb.vurdering.resultat": ("Hjemmel", "Krav", "Vurdering"),
}  # fmt: skip
_MODUL = {navn: modul for modul, navne in _HJEM.items() for navn in navne}

__all__ = ["AFTALE_2018", "GAELDENDE", *sorted(_MODUL)]


def __getattr__(navn: str) -> Any:
    """Load a public name when it is first used, so that the import itself stays light."""
    modul = _MODUL.get(navn)
    if modul is None:
        raise AttributeError(f"module 'kontaktforloeb' has no attribute {navn!r}")
    from importlib import import_module

    vaerdi = getattr(import_module(modul), navn)
    globals()[navn] = vaerdi
    return vaerdi


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODUL])
