"""Guards: what must be in a case for another choice of a reading to matter.

A guard answers for the whole case, or gives the numbers of the rules for which it can matter directly. Rather too
often yes than once too seldom: a yes only costs a second look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from kontaktforloeb import kalender
from kontaktforloeb.tidslinje import Spaend
from kontaktforloeb.vurdering.dom import Dom

_TIMER_FRA = kalender.dag(2018, 7, 1)
_UDMELDT, _BEKENDTGJORT = kalender.dag(2020, 3, 12), kalender.dag(2020, 3, 20)
_SUSPENSION = (_UDMELDT, kalender.dag(2020, 5, 26))
_CORONA_TIMER = (kalender.dag(2020, 3, 1), kalender.dag(2021, 6, 30))
_UGE, _TO_MAANEDER = 7, 62
_FORMER = frozenset(("forkert-form", "forkert-form-taeller", "form-uvis"))
_REFORM_2025 = kalender.dag(2025, 7, 1)


def _dage(dom: Dom) -> Iterator[int]:
    """Every day that something may be counted from."""
    for p in dom.tl.perioder:
        yield p.fra
    for s in dom.tl.samtaler:
        yield s.dag
    for hop in dom.tl.haendelser.values():
        for h in hop:
            yield h.dag
    slut = [x.slut for x in dom.tl.fritagelser] + [t.slut for t in dom.tl.tilbud]
    yield from (d for d in slut if d is not None)
    for f in (f for fs in dom.forloeb.values() for f in fs):
        yield f.start
    for fund in dom.fund:
        for dag in (fund.anker, fund.nominal):
            if dag is not None:
                yield dag


def _maanedsslut(dom: Dom) -> bool:
    return any(d == kalender.maanedens_sidste(d) for d in _dage(dom))


def _hul(dom: Dom) -> bool:
    """After a spell a gap so short that it may not have broken the period; another group may fill it."""
    dage = [dom.pr, *(p.fra for p in dom.tl.perioder)]
    return any(p.slut is not None and 1 < d - p.slut <= _TO_MAANEDER for p in dom.tl.perioder for d in dage)


def _kort_hul(dom: Dom) -> bool:
    """A gap, of any length where time is added up, or a course counted from a contact a week or more before it."""
    return (
        _hul(dom)
        or any(f.foerste_dag - f.start >= _UGE for fs in dom.forloeb.values() for f in fs)
        or any(
            getattr(dom.lov.ure[navn], "samler", False) and any(p.slut is not None for f in fs for p in f.spells)
            for navn, fs in dom.forloeb.items()
        )
    )


def _i_vinduet(dom: Dom, fra: int, til: int | None) -> set[int]:
    """The rules one of whose windows meets `fra`..`til` (None: without end); a deadline not known has no end either."""
    ud = set()
    for nr, a, b in dom.vinduer:
        begynder = b if a is None or (b is not None and b < a) else a
        if (b is None or b >= fra or (a is not None and a >= fra)) and (
            til is None or begynder is None or begynder <= til
        ):
            ud.add(nr)
    return ud


def _spaend(dom: Dom, spaend: Sequence[Spaend]) -> AbstractSet[int]:
    """An exemption or work within a window."""
    return set().union(*(_i_vinduet(dom, x.fra, x.slut) for x in spaend))


def _lukkedag(dom: Dom) -> AbstractSet[int]:
    """A deadline on a closed day, where a move of it past the closed days would matter."""
    ud = set()
    for nr, _, frist in dom.vinduer:
        if frist is not None and kalender.lukket(frist):
            flyttet = kalender.naeste_hverdag(frist)
            if dom.pr <= flyttet or any(frist < s.dag <= flyttet for s in dom.tl.samtaler):
                ud.add(nr)
    return ud


def _foraar_2020(dom: Dom) -> bool | AbstractSet[int]:
    """An interview, a deadline or `pr` in the days between the announcement and the order, or a window made longer."""
    if _UDMELDT <= dom.pr < _BEKENDTGJORT or any(_UDMELDT <= s.dag < _BEKENDTGJORT for s in dom.tl.samtaler):
        return True
    laengere = dom.lov.valg["corona-vindue"] == "forlaenges"
    ud = _i_vinduet(dom, *_SUSPENSION) if laengere else set()
    return ud | {nr for nr, _, frist in dom.vinduer if frist is not None and _UDMELDT <= frist < _BEKENDTGJORT}


def _udeblevet(dom: Dom) -> bool | AbstractSet[int]:
    """Somebody stayed away; which rules passed over it is known where it does not count."""
    if dom.lov.udeblevne_taeller:
        return any(s.status == "udeblevet" for s in dom.tl.samtaler)
    ud = {nr for nr, kode in dom.bemaerket if kode == "udeblevet"}
    if any(s.status == "udeblevet" and s.art == "cv-samtale" for s in dom.tl.samtaler):
        # what may not be held before it
        ud |= {k.nr for k in dom.lov.klausuler if getattr(getattr(k.regel, "taeller", None), "efter_cv", False)}
    return ud


def _flere_indplaceringer(dom: Dom) -> bool:
    foerste = next((p.fra for p in dom.tl.perioder if p.gruppe == "dagpengemodtager"), None)
    return any(h.dag != foerste for h in dom.tl.haendelser.get("indplacering", ()))


def _foedselsdag(dom: Dom) -> bool:
    """A birthday that parts the old offer deadlines, at 30 or 50, can fall in a course on the hour clock."""
    foedt = dom.tl.foedt
    if foedt is None:
        return False
    sidste = kalender.fylder(foedt, 50)
    return any(f.start <= sidste for f in dom.forloeb.get("tilbud-gammel", ()))


VAGTER: dict[str, Callable[[Dom], bool | AbstractSet[int]]] = {
    "lukkedag": _lukkedag,
    "maanedsslut": _maanedsslut,
    "hul": _hul,
    "kort-hul": _kort_hul,
    "flere-ydelser": lambda d: len({(p.ydelse, p.gruppe) for p in d.tl.perioder}) > 1,
    "loentilskud": lambda d: any(p.ydelse == "loentilskud" for p in d.tl.perioder),
    "genstart": lambda d: any(f.genstartet for fs in d.forloeb.values() for f in fs),
    "flere-grupper": lambda d: len({p.gruppe for p in d.tl.perioder}) > 1,
    "foer-timer": lambda d: d.tl.perioder[0].fra < _TIMER_FRA,
    "timer": lambda d: bool(d.tl.timer),
    "fravalg": lambda d: "a-kasse-fravalg" in d.tl.haendelser,
    "tilbud": lambda d: bool(d.tl.tilbud),
    "afbrudt": lambda d: any(t.status == "afbrudt" for t in d.tl.tilbud),
    "arbejde": lambda d: _spaend(d, d.tl.arbejde),
    "fritagelse": lambda d: _spaend(d, [*d.tl.fritagelser, *d.tl.arbejde]),
    "form": lambda d: {nr for nr, kode in d.bemaerket if kode in _FORMER},
    "udeblevet": _udeblevet,
    "corona": lambda d: _i_vinduet(d, *_SUSPENSION),
    "foraar-2020": _foraar_2020,
    "reform-2025": lambda d: any(p.fra == _REFORM_2025 for p in d.tl.perioder),
    "foedselsdag": _foedselsdag,
    "sygefravaer": lambda d: bool(d.forloeb.get("sygefravaer")),
    "flere-indplaceringer": _flere_indplaceringer,
    "corona-timer": lambda d: any(
        p.fra <= _CORONA_TIMER[1] and (p.slut is None or p.slut >= _CORONA_TIMER[0]) for p in d.tl.perioder
    ),
}
