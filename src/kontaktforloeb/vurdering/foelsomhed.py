"""Which single other choice of a reading would change a requirement (`afhaenger_af`).

Each other choice is compiled once. Only the rules that mention the reading, and those that build on them, are judged
again, and only where a guard says that it can matter in this case. A property proves it equal to brute force.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from attrs import frozen

from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import AFVENTER, Fund
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov, laeste_af, oversaet
from kontaktforloeb.vurdering.resultat import Afhaengighed
from kontaktforloeb.vurdering.vagter import VAGTER

Noegle = tuple[str, str, int, int | None, int]


@frozen(eq=False)
class Andet:
    """Another choice: the rules it bears on and those to judge with them (None: all)."""

    navn: str
    kode: str
    vagt: str | None
    beroerte: frozenset[int] | None
    bedoemmes: frozenset[int] | None
    samme_ure: bool

    def lov(self, ved: OversatLov) -> OversatLov:
        """The law under the choice, compiled when first asked for."""
        return oversaet(ved.regelsaet, ved.navn, {**ved.valg, self.navn: self.kode})


def noegler(fund: list[Fund]) -> list[Noegle]:
    """What tells a requirement from the others of its case: rule, clock, period, step, and place among equals."""
    set_: dict[tuple[str, str, int, int | None], int] = {}
    ud = []
    for x in fund:
        n = (x.klausul.regel.id, x.klausul.regel.ur, x.forloeb.start, x.trin)
        set_[n] = set_.get(n, -1) + 1
        ud.append((*n, set_[n]))
    return ud


def _lukning(lov: OversatLov, numre: set[int], *, bagud: bool) -> frozenset[int]:
    """The rules with what builds on them (or, `bagud`, what they build on), units kept whole."""
    enheder = [e for es in lov.enheder.values() for e in es]
    vokser = True
    while vokser:
        vokser = False
        for e in enheder:
            egne = {k.nr for k in e}
            if egne <= numre:
                continue
            if egne & numre or (not bagud and _bygger_paa(e, numre, lov)) or (bagud and _bruges_af(e, numre, lov)):
                numre |= egne
                vokser = True
    return frozenset(numre)


def _bygger_paa(e: tuple[Klausul, ...], numre: set[int], lov: OversatLov) -> bool:
    navne = {lov.klausuler[n].regel.id for n in numre}
    return any(k.behoever & navne for k in e)


def _bruges_af(e: tuple[Klausul, ...], numre: set[int], lov: OversatLov) -> bool:
    navne: set[str] = set().union(*(lov.klausuler[n].behoever for n in numre)) if numre else set()
    return any(k.regel.id in navne for k in e)


@lru_cache(maxsize=256)
def _andre(lov: OversatLov) -> tuple[Andet, ...]:
    """Every other single choice."""
    ud: list[Andet] = []
    i_ure = {navn: laeste_af(ur) for navn, ur in ((u.navn, u) for u in lov.regelsaet.ure)}
    for f in lov.regelsaet.fortolkninger:
        i_regler = {k.nr for k in lov.klausuler if f.navn in k.laeste}
        ure = {navn for navn, navne in i_ure.items() if f.navn in navne}
        andre_steder = any(
            f.navn in laeste_af(e)
            for e in (*lov.regelsaet.fritagelser, *lov.regelsaet.suspensioner, *lov.regelsaet.former)
        )
        beroerte: frozenset[int] | None = None
        bedoemmes: frozenset[int] | None = None
        if not andre_steder and (i_regler or ure):
            numre = i_regler | {k.nr for k in lov.klausuler if k.regel.ur in ure}
            beroerte = _lukning(lov, numre, bagud=False)
            bedoemmes = _lukning(lov, set(beroerte), bagud=True)
        ud.extend(
            Andet(f.navn, valg.kode, f.vagt, beroerte, bedoemmes, not ure)
            for valg in f.valg
            if valg.kode != lov.valg[f.navn]
        )
    return tuple(ud)


def afhaengigheder(dom: Dom, fund: list[Fund], *, alle: bool = False) -> dict[int, tuple[Afhaengighed, ...]]:
    """For each finding (by its place) the other choices that change its outcome, or a pending deadline.

    `alle` judges the whole case again under every choice, guards or not: for the property.
    """
    ud: dict[int, list[Afhaengighed]] = {}
    if not fund:
        return {}
    egne = noegler(fund)
    vagt: dict[str, bool] = {}
    for andet in _andre(dom.lov):
        if not alle:
            if andet.beroerte is not None and andet.samme_ure and andet.beroerte.isdisjoint(dom.sete):
                continue
            if andet.vagt is not None:
                if andet.vagt not in vagt:
                    vagt[andet.vagt] = VAGTER[andet.vagt](dom)
                if not vagt[andet.vagt]:
                    continue
        ny = Dom(andet.lov(dom.lov), dom.tl, kun=None if alle else andet.bedoemmes)
        if not alle and andet.beroerte is not None and andet.samme_ure:
            ny.laan(dom)
        andre_fund = ny.koer()
        andre = dict(zip(noegler(andre_fund), andre_fund, strict=True))
        for i, (noegle, x) in enumerate(zip(egne, fund, strict=True)):
            if not alle and andet.beroerte is not None and x.klausul.nr not in andet.beroerte:
                continue
            y = andre.get(noegle)
            if y is None:
                ud.setdefault(i, []).append(Afhaengighed(andet.navn, andet.kode, None, None))
            elif y.udfald != x.udfald or (x.udfald == AFVENTER and y.frist != x.frist):
                frist = None if y.frist is None or y.frist == x.frist else dt.date.fromordinal(y.frist)
                ud.setdefault(i, []).append(Afhaengighed(andet.navn, andet.kode, y.udfald, frist))
    return {i: tuple(a) for i, a in ud.items()}
