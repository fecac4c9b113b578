"""Judge a case: from a Sag to a Vurdering. The law is an argument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from kontaktforloeb.sag import Sag
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.foelsomhed import afhaengigheder as find_afhaengigheder
from kontaktforloeb.vurdering.oversaet import OversatLov
from kontaktforloeb.vurdering.resultat import Krav, Sprog, Vurdering


def vurder(
    sag: Sag,
    *,
    pr: dt.date,
    lov: OversatLov,
    aftryk: str,
    version: str,
    sprog: Sprog,
    fortolkninger: Mapping[str, str] | None,
    kendt: dt.date | None,
    afhaengigheder: bool,
) -> Vurdering:
    """The verdict on `sag` as of `pr` under a compiled law."""
    tl = Tidslinje(sag, pr.toordinal(), kendt)
    dom = Dom(lov, tl)
    fund = dom.koer()
    af = find_afhaengigheder(dom, fund) if afhaengigheder else {}
    return Vurdering(
        id=sag.id,
        pr=pr,
        kendt=kendt,
        lovgrundlag=lov.navn,
        version=version,
        regelsaet=aftryk,
        fortolkninger=dict(sorted((fortolkninger or {}).items())),
        krav=tuple(Krav(x, lov, sprog, af.get(i, ())) for i, x in enumerate(fund)),
        advarsler=tuple(sprog.note(a) for a in dom.advarsler()),
    )
