"""Where a point lies in a period: the day, or None and the day expected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.ure.forbrug import faseslut
from kontaktforloeb.ure.forloeb import Forloeb, plus_kalender
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering.fund import OPFYLDT, UAFKLARET, Fund

Dag = tuple[int | None, int | None]
INGEN: Dag = (None, None)


class Sted:
    """Where a rule is being judged: the case, the period, and the event or segment it arose from."""

    __slots__ = ("afgoerende", "anledning", "antagelser", "dom", "f", "mangler")

    def __init__(self, dom: Any, f: Forloeb, anledning: Any = None) -> None:
        self.dom = dom  # the judgement, which knows the timeline, the law and what was found before
        self.f = f
        self.anledning = anledning
        self.antagelser: list[tuple[str, ...]] = []
        self.mangler: list[str] = []
        self.afgoerende: type | None = None  # the last single condition asked


def punkt(p: Any, sted: Sted) -> Dag:
    """The day of a point, or None and the day it is expected."""
    return _PUNKTER[type(p)](p, sted)


def _start(p: r.Start, sted: Sted) -> Dag:
    return sted.f.start, None


def _kalenderdag(p: r.Kalenderdag, sted: Sted) -> Dag:
    return p.dato.toordinal(), None


def _anledning(p: Any, sted: Sted) -> Dag:
    return sted.anledning.dag, None


def _slut(p: Any, sted: Sted) -> Dag:
    return sted.anledning.slut, None


def _skift(p: r.Skift, sted: Sted) -> Dag:
    return sted.dom.lov.skift, None


def _fase(p: r.Faseslut | r.FaseslutDagenEfter, sted: Sted) -> Dag:
    assert isinstance(sted.f, TimeForloeb)
    dag, ventet, antagelse = faseslut(sted.dom.lov.forbrug, sted.f)
    if antagelse is not None:
        sted.antagelser.append((antagelse,))
    frem = 1 if isinstance(p, r.FaseslutDagenEfter) else 0
    return (None if dag is None else dag + frem), (None if ventet is None else ventet + frem)


def _naaet(p: r.Naaet, sted: Sted) -> Dag:
    assert isinstance(p.maengde, r.Maengde)
    dag, ventet = sted.f.naaet(p.maengde)
    frem = p.forskydning
    assert isinstance(frem, int)
    return (None if dag is None else dag + frem), (None if ventet is None else ventet + frem)


def _plus(p: r.Plus, sted: Sted) -> Dag:
    dag, ventet = punkt(p.punkt, sted)
    maengde = p.maengde
    assert isinstance(maengde, r.Maengde)
    if p.benefituger:
        # a month of benefit weeks is 52/12 weeks, rounded up
        uger = maengde.antal if maengde.enhed == "uge" else -(-maengde.antal * 52 // 12)
        uge = r.Maengde(uger, "ydelsesuge")
        nu, siden = (None if d is None else sted.f.flyt(d, plus_kalender(d, uge)) for d in (dag, ventet))
        return nu, siden
    assert isinstance(p.fradrag, int)
    fradrag = p.fradrag
    sidste = bool(p.sidste_dag)
    nu, siden = (None if d is None else plus_kalender(d, maengde, sidste) - fradrag for d in (dag, ventet))
    return nu, siden


def _paa_uret(p: r.PaaUret, sted: Sted) -> Dag:
    dag, _ventet = punkt(p.punkt, sted)
    nu, siden = _plus(p, sted)
    if dag is None:
        return None, siden
    assert nu is not None  # from a day that is known
    return sted.f.flyt(dag, nu), siden


def _foerste(p: r.Foerste, sted: Sted) -> Dag:
    f = sted.f
    tilmeldt = sted.dom.tilmeldt_i(f, p.art)
    if tilmeldt:
        return tilmeldt[0].dag, None
    sted.antagelser.append((f"{p.art}-mangler",))
    return f.start, None


def _seneste(p: r.Seneste, sted: Sted) -> Dag:
    f = sted.f
    dage = [h.dag for h in sted.dom.tl.haendelser.get(p.art, ()) if f.slut is None or h.dag <= f.slut]
    foer = [d for d in dage if d <= f.start]
    if foer:
        return foer[-1], None
    if dage:
        return dage[0], None
    sted.mangler.append("haendelser")
    return INGEN


def _efter(p: r.Efter | r.EfterUanset, sted: Sted) -> Dag:
    """The last day on which one of the rules was met, or its deadline if it never was."""
    sidste: int | None = None
    ellers: int | None = None  # where nothing else bound, what comes after it comes after the course
    for navn in p.regler:
        for fund in sted.dom.fund_i(sted.f, navn):
            samme = isinstance(p, r.EfterUanset) or _samme_anledning(fund.anledning, sted.anledning)
            if samme and (fund.aaben_efter_slut or fund.aarsag == ("ophoert",)):
                ellers = fund.nominal
            if not fund.binder or not samme or fund.ved_skift:
                continue  # what arose only by a later change of group moves nothing that began before
            dag = fund.holdt_dag or fund.nominal
            if fund.holdt_dag is None and r.uden_sidste_dag(fund.klausul.regel.vindue):
                continue  # owed without a last day: until it is held nothing runs from it
            if dag is None:
                return None, fund.forventet
            if sidste is None or dag > sidste:
                sidste = dag
    if sidste is None and isinstance(p, r.Efter) and p.indtraeden:
        if ellers is not None:
            return ellers, None
        return next((ind for ind, _ in sted.f.indtraeden(p.indtraeden)), None), None
    return sidste, None


_MED_TIDEN = frozenset((("afloest",), ("ophoert",), ("maalgruppeskift",)))
"""Why a deadline lapses that stood until then: what was given before counts for what stands in its place."""


def _den_foerste(regler: tuple[str, ...], sted: Sted) -> Fund | None:
    """The first of these rules' findings that binds; else the first that bound until the course or the act ended."""
    fundne = [x for navn in regler for x in sted.dom.fund_i(sted.f, navn)]
    bindende = next((x for x in fundne if x.binder), None)
    return bindende or next((x for x in fundne if _bandt(x)), None)


def _bandt(x: Fund) -> bool:
    """Whether it bound until the course, the act or the group changed: lapsed for it, met before, or in doubt."""
    forladt = x.forladt and x.udfald in (OPFYLDT, UAFKLARET)
    return x.aarsag[:1] in _MED_TIDEN or forladt or x.aaben_efter_slut


def _start_for(p: r.StartFor, sted: Sted) -> Dag:
    fund = _den_foerste(p.regler, sted)
    return INGEN if fund is None else (fund.fra, None)


def _frist_for(p: r.FristFor, sted: Sted) -> Dag:
    fund = _den_foerste(p.regler, sted)
    return INGEN if fund is None else (fund.nominal, fund.forventet)


def _senere(p: r.Senere, sted: Sted) -> Dag:
    dage = [punkt(x, sted)[0] for x in p.punkter]
    return (None, None) if None in dage else (max(d for d in dage if d is not None), None)


def _samme_anledning(a: Any, b: Any) -> bool:
    """Whether two rules arose from the same event; those that arose from none go with all."""
    return a is None or b is None or (a.art == b.art and a.dag == b.dag)


_PUNKTER: dict[type, Callable[[Any, Sted], Dag]] = {
    r.Start: _start,
    r.Kalenderdag: _kalenderdag,
    r.Naaet: _naaet,
    r.Plus: _plus,
    r.PaaUret: _paa_uret,
    r.Haendelse: _anledning,
    r.HaendelseForOmfattede: _anledning,
    r.Skiftedag: _anledning,
    r.Orlovsstart: _anledning,
    r.Senere: _senere,
    r.Fritagelsesslut: _anledning,
    r.Tilbudsstart: _anledning,
    r.Orlovsslut: _slut,
    r.Tilbudsslut: _slut,
    r.Skift: _skift,
    r.Foerste: _foerste,
    r.Seneste: _seneste,
    r.Efter: _efter,
    r.EfterUanset: _efter,
    r.StartFor: _start_for,
    r.FristFor: _frist_for,
    r.Faseslut: _fase,
    r.FaseslutDagenEfter: _fase,
}
