"""Guards: what must be in a case for another choice of a reading to matter.

Rather too often yes than once too seldom: a yes only costs a second look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from kontaktforloeb import kalender
from kontaktforloeb.vurdering.dom import Dom

_TIMER_FRA = kalender.dag(2018, 7, 1)
_UDMELDT, _BEKENDTGJORT = kalender.dag(2020, 3, 12), kalender.dag(2020, 3, 20)
_CORONA_TIMER = (kalender.dag(2020, 3, 1), kalender.dag(2021, 6, 30))
_TO_MAANEDER = 62
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
    """A gap between spells, or after the last one and so short that it may not have broken the period."""
    p = dom.tl.perioder
    slut = p[-1].slut
    if slut is not None and dom.tl.pr - slut <= _TO_MAANEDER:
        return True
    return any(b.slut is None or a.fra > b.slut + 1 for b, a in pairwise(p))


def _foraar_2020(dom: Dom) -> bool:
    """A deadline, an interview or the end of a window in the days between the announcement and the order."""
    if dom.lov.valg["corona-vindue"] == "forlaenges" and dom.set_corona:
        return True
    dage = [s.dag for s in dom.tl.samtaler] + [x.nominal for x in dom.alle_fund() if x.nominal is not None]
    return any(_UDMELDT <= d < _BEKENDTGJORT for d in dage)


def _flere_indplaceringer(dom: Dom) -> bool:
    foerste = next((p.fra for p in dom.tl.perioder if p.gruppe == "dagpengemodtager"), None)
    return any(h.dag != foerste for h in dom.tl.haendelser.get("indplacering", ()))


def _foedselsdag(dom: Dom) -> bool:
    """A birthday that parts the old offer deadlines falls in a course on the hour clock."""
    foedt = dom.tl.foedt
    if foedt is None:
        return False
    dage = [kalender.fylder(foedt, alder) for alder in (30, 50)]
    return any(f.start <= d for f in dom.forloeb.get("tilbud-gammel", ()) for d in dage)


VAGTER: dict[str, Callable[[Dom], bool]] = {
    "lukkedag": lambda d: d.set_lukkedag,
    "maanedsslut": _maanedsslut,
    "hul": _hul,
    "loentilskud": lambda d: any(p.ydelse == "loentilskud" for p in d.tl.perioder),
    "genstart": lambda d: any(f.genstartet for fs in d.forloeb.values() for f in fs),
    "flere-grupper": lambda d: len({p.gruppe for p in d.tl.perioder}) > 1,
    "foer-timer": lambda d: d.tl.perioder[0].fra < _TIMER_FRA,
    "timer": lambda d: bool(d.tl.timer),
    "fravalg": lambda d: "a-kasse-fravalg" in d.tl.haendelser,
    "tilbud": lambda d: bool(d.tl.tilbud),
    "afbrudt": lambda d: any(t.status == "afbrudt" for t in d.tl.tilbud),
    "arbejde": lambda d: bool(d.tl.arbejde),
    "fritagelse": lambda d: bool(d.tl.fritagelser or d.tl.arbejde),
    "form": lambda d: d.set_form,
    "udeblevet": lambda d: any(s.status == "udeblevet" for s in d.tl.samtaler),
    "corona": lambda d: d.set_corona,
    "foraar-2020": _foraar_2020,
    "reform-2025": lambda d: any(p.fra == _REFORM_2025 for p in d.tl.perioder),
    "foedselsdag": _foedselsdag,
    "flere-indplaceringer": _flere_indplaceringer,
    "corona-timer": lambda d: any(
        p.fra <= _CORONA_TIMER[1] and (p.slut is None or p.slut >= _CORONA_TIMER[0]) for p in d.tl.perioder
    ),
}
