"""Which single other choice of a reading would change a requirement (`afhaenger_af`).

Each other choice is compiled once. Only the rules that mention the reading, where a guard says that it can matter in
this case, and those that ask for a finding that then changed, are judged again. A property proves it equal to brute
force.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Set as AbstractSet
from functools import lru_cache

from attrs import frozen

from kontaktforloeb.vurdering.begge_veje import Navn, navn
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import AFVENTER, Fund
from kontaktforloeb.vurdering.omdom import Omdom, Steder, steder
from kontaktforloeb.vurdering.opgave import orden
from kontaktforloeb.vurdering.oversaet import OversatLov, laeste_af, laeste_i, oversaet
from kontaktforloeb.vurdering.resultat import Afhaengighed
from kontaktforloeb.vurdering.vagter import VAGTER

Noegle = tuple[str, int, int | None, int]


@frozen(eq=False)
class Andet:
    """Another choice: the rules and clocks that mention the reading (`regler` None: it stands elsewhere in the law).

    Where a clock runs otherwise, or the choice parts the rules otherwise, `beroerte` are the rules it can bear on and
    `bedoemmes` those to judge with them (None: all).
    """

    navn: str
    kode: str
    vagt: str | None
    regler: frozenset[int] | None
    ure: frozenset[str]
    beroerte: frozenset[int] | None
    bedoemmes: frozenset[int] | None


def noegler(fund: list[Fund]) -> list[Noegle]:
    """As `navn`, with its place among equals."""
    set_: dict[Navn, int] = {}
    ud = []
    for x in fund:
        n = navn(x)
        set_[n] = set_.get(n, -1) + 1
        ud.append((*n, set_[n]))
    return ud


def _lukning(lov: OversatLov, numre: AbstractSet[int], *, bagud: bool) -> frozenset[int]:
    """The rules with what builds on them (or, `bagud`, what they build on), units kept whole."""
    enhed = {k.nr: e for es in lov.enheder.values() for e in es for k in e}
    fundet, rest = set(numre), list(numre)
    while rest:
        k = lov.klausuler[rest.pop()]
        naboer = [x.nr for x in enhed.get(k.nr, ())]
        if bagud:
            naboer.extend(nr for navn in k.behoever for nr in lov.numre.get(navn, ()))
        else:
            naboer.extend(lov.bruges_af.get(k.regel.id, ()))
        nye = {nr for nr in naboer if nr in enhed} - fundet
        fundet |= nye
        rest.extend(nye)
    return frozenset(fundet)


@lru_cache(maxsize=1024)
def _under(lov: OversatLov, navn: str, kode: str) -> tuple[OversatLov, bool]:
    """The law under another choice, compiled when first asked for, and whether it parts the rules as `lov` does."""
    anden = oversaet(lov.regelsaet, lov.navn, {**lov.valg, navn: kode})
    return anden, _delt_ens(lov, anden)


def _delt_ens(en: OversatLov, anden: OversatLov) -> bool:
    """Whether the rules are judged in the same units, and arise from the same, under both."""
    return all(
        [[k.nr for k in e] for e in enheder] == [[k.nr for k in e] for e in anden.enheder[ur]]
        for ur, enheder in en.enheder.items()
    ) and all(
        (a.fra, a.til, type(a.anker), a.regel.gaelder.dag) == (b.fra, b.til, type(b.anker), b.regel.gaelder.dag)
        for a, b in zip(en.klausuler, anden.klausuler, strict=True)
    )


@lru_cache(maxsize=256)
def _andre(lov: OversatLov) -> tuple[Andet, ...]:
    """Every other single choice."""
    ud: list[Andet] = []
    i_ure = {u.navn: laeste_af(u) for u in lov.regelsaet.ure}
    for f in lov.regelsaet.fortolkninger:
        i_regler = frozenset(k.nr for k in lov.klausuler if f.navn in k.laeste)
        ure = frozenset(navn for navn, navne in i_ure.items() if f.navn in navne)
        andre_steder = any(
            f.navn in laeste_i(lov.regelsaet, felt) for felt in ("fritagelser", "suspensioner", "former")
        )
        regler = beroerte = bedoemmes = None
        if not andre_steder and (i_regler or ure):
            regler = i_regler
            beroerte = _lukning(lov, {*i_regler, *(k.nr for k in lov.klausuler if k.regel.ur in ure)}, bagud=False)
            bedoemmes = _lukning(lov, beroerte, bagud=True)
        andre_koder = [v.kode for v in f.valg if v.kode != lov.valg[f.navn]]
        ud.extend(Andet(f.navn, kode, f.vagt, regler, ure, beroerte, bedoemmes) for kode in andre_koder)
    return tuple(ud)


def afhaengigheder(dom: Dom, fund: list[Fund], *, alle: bool = False) -> dict[int, tuple[Afhaengighed, ...]]:
    """For each finding (by its place) the other choices that change its outcome, or a pending deadline.

    `alle` judges the whole case again under every choice, guards or not: for the property.
    """
    if not fund:
        return {}
    maaling = _Foelsomhed(dom, fund)
    for andet in _andre(dom.lov):
        if alle or dom.tvivl:  # what is judged both ways is judged so under every choice
            maaling.forfra(andet)
        else:
            maaling.proev(andet)
    return {i: tuple(a) for i, a in maaling.ud.items()}


class _Foelsomhed:
    """What is collected on the way through the other choices."""

    def __init__(self, dom: Dom, fund: list[Fund]) -> None:
        self.dom = dom
        self.fund = fund
        self.noegler = noegler(fund)
        self.steder: Steder = steder(dom)
        self.vagter: dict[str, bool | AbstractSet[int]] = {}
        self.paa_navn: dict[Navn, list[int]] = {}
        for i, x in enumerate(fund):
            self.paa_navn.setdefault(navn(x), []).append(i)
        self.ud: dict[int, list[Afhaengighed]] = {}

    def proev(self, andet: Andet) -> None:
        """One other choice, as far as it can matter."""
        numre: AbstractSet[int] = self.steder.keys() if andet.regler is None else andet.regler & self.steder.keys()
        if not numre and not andet.ure:
            return
        if andet.vagt is not None:
            if andet.vagt not in self.vagter:
                self.vagter[andet.vagt] = VAGTER[andet.vagt](self.dom)
            svar = self.vagter[andet.vagt]
            if not svar:
                return
            if not isinstance(svar, bool):
                numre &= svar
        lov, delt_ens = _under(self.dom.lov, andet.navn, andet.kode)
        if andet.ure:
            ny = Dom(lov, self.dom.tl, kun=andet.bedoemmes)
            if not self._ens_ure(andet, ny):
                ny.forloeb = {navn: f for navn, f in self.dom.forloeb.items() if navn not in andet.ure} | ny.forloeb
                self._sammenlign_alle(andet, ny, andet.beroerte)
                return
        if numre and not delt_ens:
            self._sammenlign_alle(andet, Dom(lov, self.dom.tl, kun=andet.bedoemmes), andet.beroerte)
        elif numre:
            om = Omdom(lov, self.dom, self.steder, samme_tal=andet.regler is not None)
            om.igen(numre)
            if om.tvivl:
                self.forfra(andet)
            else:
                self._sammenlign(andet, om)

    def _ens_ure(self, andet: Andet, ny: Dom) -> bool:
        """Whether the clocks that mention the reading run the same in this case."""
        for ur in andet.ure:
            gamle = self.dom.forloeb.get(ur, [])
            nye = ny.perioder_paa(ur) if gamle else []
            if len(gamle) != len(nye) or not all(a.samme(b) for a, b in zip(gamle, nye, strict=True)):
                return False
        return True

    def forfra(self, andet: Andet) -> None:
        """The whole case under another choice, whether it can matter or not."""
        lov, _ = _under(self.dom.lov, andet.navn, andet.kode)
        self._sammenlign_alle(andet, Dom(lov, self.dom.tl), None)

    def _sammenlign_alle(self, andet: Andet, ny: Dom, beroerte: frozenset[int] | None) -> None:
        """Judge, and compare what the choice can bear on (None: everything)."""
        andre_fund = ny.koer()
        andre = dict(zip(noegler(andre_fund), andre_fund, strict=True))
        for i, (noegle, x) in enumerate(zip(self.noegler, self.fund, strict=True)):
            if beroerte is None or x.klausul.nr in beroerte:
                self._noter(andet, i, andre.get(noegle))

    def _sammenlign(self, andet: Andet, om: Omdom) -> None:
        """Compare the findings of the places judged again, each with its equal."""
        navne = {navn(x) for i in om.om for x in self.dom.pladser[i].fund if not x.skjult}
        for n in navne:
            pladser = sorted({i for nr in self.dom.lov.numre[n[0]] for i in self.steder.get(nr, ())})
            nye = [x for i in pladser for x in om.fund_paa(i) if not x.skjult and navn(x) == n]
            nye.sort(key=orden)
            for plads, i in enumerate(self.paa_navn[n]):
                self._noter(andet, i, nye[plads] if plads < len(nye) else None)

    def _noter(self, andet: Andet, i: int, y: Fund | None) -> None:
        x = self.fund[i]
        if y is None:
            self.ud.setdefault(i, []).append(Afhaengighed(andet.navn, andet.kode, None, None))
        elif y.udfald != x.udfald or (x.udfald == AFVENTER and y.frist != x.frist):
            frist = None if y.frist is None or y.frist == x.frist else dt.date.fromordinal(y.frist)
            self.ud.setdefault(i, []).append(Afhaengighed(andet.navn, andet.kode, y.udfald, frist))
