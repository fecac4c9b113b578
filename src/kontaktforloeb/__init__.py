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
[('LAB-2019:31.3', 'ikke-opfyldt', '2021-09-13'), ('LAB-2019:102.1', 'ikke-opfyldt', '2022-03-06')]

The library reads no clock, no network and no locale: the same arguments give the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kontaktforloeb.bibliotek import aflaes as aflaes
    from kontaktforloeb.bibliotek import fortolkninger as fortolkninger
    from kontaktforloeb.bibliotek import frister as frister
    from kontaktforloeb.bibliotek import indlaes as indlaes
    from kontaktforloeb.bibliotek import indlaes_linjer as indlaes_linjer
    from kontaktforloeb.bibliotek import plan as plan
    from kontaktforloeb.bibliotek import regler as regler
    from kontaktforloeb.bibliotek import sammenlign as sammenlign
    from kontaktforloeb.bibliotek import skema as skema
    from kontaktforloeb.bibliotek import vurder as vurder
    from kontaktforloeb.bibliotek import vurder_mange as vurder_mange
    from kontaktforloeb.formater.fejl import Fejl as Fejl
    from kontaktforloeb.formater.fejl import Sagsfejl as Sagsfejl
    from kontaktforloeb.koder import Maalgruppe as Maalgruppe
    from kontaktforloeb.sag import Beskaeftigelse as Beskaeftigelse
    from kontaktforloeb.sag import Forbrug as Forbrug
    from kontaktforloeb.sag import Fritagelse as Fritagelse
    from kontaktforloeb.sag import Haendelse as Haendelse
    from kontaktforloeb.sag import Ordning as Ordning
    from kontaktforloeb.sag import Periode as Periode
    from kontaktforloeb.sag import Sag as Sag
    from kontaktforloeb.sag import Samtale as Samtale
    from kontaktforloeb.sag import Tilbud as Tilbud
    from kontaktforloeb.sag import Timer as Timer
    from kontaktforloeb.vurdering.resultat import Hjemmel as Hjemmel
    from kontaktforloeb.vurdering.resultat import Krav as Krav
    from kontaktforloeb.vurdering.resultat import Vurdering as Vurdering

__version__ = "0.1.0"

GAELDENDE = "gaeldende"
"""The law as it was in force on each day: the 2019 act from 1 January 2020. The default."""

AFTALE_2018 = "aftale-2018"
"""The plan of 2018: the 2019 act from 1 July 2019. A counterfactual; every result says so."""

_MODUL = {
    "aflaes": "kontaktforloeb.bibliotek",
    "fortolkninger": "kontaktforloeb.bibliotek",
    "frister": "kontaktforloeb.bibliotek",
    "indlaes": "kontaktforloeb.bibliotek",
    "indlaes_linjer": "kontaktforloeb.bibliotek",
    "plan": "kontaktforloeb.bibliotek",
    "regler": "kontaktforloeb.bibliotek",
    "sammenlign": "kontaktforloeb.bibliotek",
    "skema": "kontaktforloeb.bibliotek",
    "vurder": "kontaktforloeb.bibliotek",
    "vurder_mange": "kontaktforloeb.bibliotek",
    "Fejl": "kontaktforloeb.formater.fejl",
    "Sagsfejl": "kontaktforloeb.formater.fejl",
    "Maalgruppe": "kontaktforloeb.koder",
    "Beskaeftigelse": "kontaktforloeb.sag",
    "Forbrug": "kontaktforloeb.sag",
    "Fritagelse": "kontaktforloeb.sag",
    "Haendelse": "kontaktforloeb.sag",
    "Ordning": "kontaktforloeb.sag",
    "Periode": "kontaktforloeb.sag",
    "Sag": "kontaktforloeb.sag",
    "Samtale": "kontaktforloeb.sag",
    "Tilbud": "kontaktforloeb.sag",
    "Timer": "kontaktforloeb.sag",
    "Hjemmel": "kontaktforloeb.vurdering.resultat",
    "Krav": "kontaktforloeb.vurdering.resultat",
    "Vurdering": "kontaktforloeb.vurdering.resultat",
}

__all__ = [
    "AFTALE_2018",
    "GAELDENDE",
    "Beskaeftigelse",
    "Fejl",
    "Forbrug",
    "Fritagelse",
    "Haendelse",
    "Hjemmel",
    "Krav",
    "Maalgruppe",
    "Ordning",
    "Periode",
    "Sag",
    "Sagsfejl",
    "Samtale",
    "Tilbud",
    "Timer",
    "Vurdering",
    "aflaes",
    "fortolkninger",
    "frister",
    "indlaes",
    "indlaes_linjer",
    "plan",
    "regler",
    "sammenlign",
    "skema",
    "vurder",
    "vurder_mange",
]


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
