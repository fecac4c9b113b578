"""A second, naive judge, written from the paragraphs day by day: an oracle for the tests of the engine.

It shares nothing with the library but the case classes. Slow, long-winded and plain on purpose.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.sag import Sag

from . import andre, dagpenge, integration, kontanthjaelp, kontrol, sygedagpenge, tilbud
from .fakta import Fakta
from .laesninger import vaelg

LOVE = (dagpenge, kontanthjaelp, tilbud, sygedagpenge, kontrol, andre, integration)

FOERSTE_DAG = dt.date(2015, 7, 1)


def begge_veje(uden: list[dict[str, Any]], med: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where it decides the outcome whether a talk's form was lawful, and the case does not say: undetermined.

    A deadline missed both ways is missed: a talk of that form after it is not known to have met anything. But an offer
    is given, and was late or none at all by the day of the talk it is counted from.
    """
    svar: dict[Any, list[dict[str, Any]]] = {}
    for k in med:
        svar.setdefault((k["regel"], k["periode_fra"], k["haendelse"], k["trin"]), []).append(k)
    for k in uden:
        samme = svar.get((k["regel"], k["periode_fra"], k["haendelse"], k["trin"]))
        y = samme.pop(0) if samme else {"udfald": "bortfaldet"}  # the other way it is not there
        sent = y["udfald"] == "opfyldt-for-sent" and not k["regel"].endswith((":38.2", ":21a.3"))
        ventes_andetsteds = k["udfald"] == "afventer" == y["udfald"] and k["frist"] != y["frist"]
        if (y["udfald"] != k["udfald"] and not sent) or ventes_andetsteds:
            k["udfald"] = "uafklaret"
    return uden


def vurder(
    sag: Sag, pr: dt.date, lovgrundlag: str = "gaeldende", fortolkninger: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    """Every requirement of the case as seen on `pr`, ordered by deadline (none last), rule, period and step."""
    laes = vaelg(fortolkninger)
    fakta = Fakta(sag, pr, lovgrundlag, laes)
    alle = [k for lov in LOVE for k in lov.vurder(fakta)]
    if fakta.saa_uvist:
        andet = Fakta(sag, pr, lovgrundlag, laes, uvis_form=True)
        alle = begge_veje(alle, [k for lov in LOVE for k in lov.vurder(andet)])
    for k in alle:
        del k["haendelse"]
    # a deadline before the encoded law is not shown; it is the nominal day that says so, not the Sunday of its week
    alle = [k for k in alle if (k.pop("dag") or dt.date.max) >= FOERSTE_DAG]
    return sorted(alle, key=lambda k: (k["frist"] or dt.date.max, k["regel"], k["periode_fra"], k["trin"] or 0))
