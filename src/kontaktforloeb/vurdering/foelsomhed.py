"""Which single other choice of a reading would change a requirement (`afhaenger_af`).

Each other choice of each reading is compiled once and the case judged again under it: what differs, depends.
"""

from __future__ import annotations

import datetime as dt

from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import AFVENTER, Fund
from kontaktforloeb.vurdering.oversaet import oversaet
from kontaktforloeb.vurdering.resultat import Afhaengighed

Noegle = tuple[str, str, int, int | None, int]


def noegler(fund: list[Fund]) -> list[Noegle]:
    """What tells a requirement from the others of its case: rule, group set, period, step, and place among equals."""
    set_: dict[tuple[str, str, int, int | None], int] = {}
    ud = []
    for x in fund:
        n = (x.klausul.regel.id, x.klausul.regel.ur, x.forloeb.start, x.trin)
        set_[n] = set_.get(n, -1) + 1
        ud.append((*n, set_[n]))
    return ud


def afhaengigheder(dom: Dom, fund: list[Fund]) -> dict[int, tuple[Afhaengighed, ...]]:
    """For each finding (by its place) the other choices that change its outcome, or a pending deadline."""
    lov = dom.lov
    ud: dict[int, list[Afhaengighed]] = {}
    egne = noegler(fund)
    for fortolkning in lov.regelsaet.fortolkninger:
        for valg in fortolkning.valg:
            if valg.kode == lov.valg[fortolkning.navn]:
                continue
            andet = oversaet(lov.regelsaet, lov.navn, {**lov.valg, fortolkning.navn: valg.kode})
            andre_fund = Dom(andet, dom.tl).koer()
            andre = dict(zip(noegler(andre_fund), andre_fund, strict=True))
            for i, (noegle, x) in enumerate(zip(egne, fund, strict=True)):
                y = andre.get(noegle)
                if y is None:
                    ud.setdefault(i, []).append(Afhaengighed(fortolkning.navn, valg.kode, None, None))
                elif y.udfald != x.udfald or (x.udfald == AFVENTER and y.frist != x.frist):
                    frist = None if y.frist is None or y.frist == x.frist else dt.date.fromordinal(y.frist)
                    ud.setdefault(i, []).append(Afhaengighed(fortolkning.navn, valg.kode, y.udfald, frist))
    return {i: tuple(a) for i, a in ud.items()}
