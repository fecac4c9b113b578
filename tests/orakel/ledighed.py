"""Clock A, accumulated unemployment, day by day: hours (weeks before 2017) with dagpenge or loentilskud.

Everything is counted in 1/500 hour, so that 7.4 hours a weekday and hundredths spread over a month stay whole numbers.
"""
# ruff: noqa: SIM102 - long and plain, as the paragraphs are

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from kontaktforloeb.sag import Periode

from .dage import DAG, dage, hverdag, mandag, plus, plus_maaneder, sidste_i_maaneden, soendag
from .fakta import DP, Fakta, husk

TIME = 500
UGE = {"fuldtid": 37 * TIME, "deltid": 30 * TIME}
MAANED = {"fuldtid": 16033 * 5, "deltid": 130 * TIME}
FORBRUG = {"fuldtid": 410 * TIME, "deltid": 333 * TIME}

Tal = int | Fraction


def enheder(timer: Decimal) -> Tal:
    """Hours as 1/500 hour."""
    tal = Fraction(timer) * TIME
    return int(tal) if tal.denominator == 1 else tal


def forsikring(fakta: Fakta, p: Periode | None) -> str:
    """fuldtid or deltid; full time where nothing is said."""
    return (p.forsikring if p is not None else None) or fakta.sag.forsikring or "fuldtid"


def doed_tid(dag: dt.date) -> bool:
    """The hours of these days do not count (BEK 2636/2021 7.2)."""
    return dt.date(2020, 3, 1) <= dag <= dt.date(2020, 8, 31) or dt.date(2021, 1, 1) <= dag <= dt.date(2021, 6, 30)


class Dagbog:
    """For every day: is it a day of dagpenge or loentilskud, and how many hours does it carry?"""

    def __init__(self, fakta: Fakta) -> None:
        self.fakta = fakta
        self.perioder = [p for p in fakta.perioder if p.maalgruppe == DP and p.ydelse in {"dagpenge", "loentilskud"}]
        self.ydelsesdage: set[dt.date] = set()
        self.timer: dict[dt.date, Tal] = {}
        maaneder = {t.maaned: t.timer for t in fakta.timer}
        for p in self.perioder:
            # a month to come tells all the same that this spell is paid by the month: no day moves as `pr` does
            i_perioden = {m for m in maaneder if m <= (p.til or dt.date.max) and sidste_i_maaneden(m) >= p.fra}
            for dag in dage(p.fra, min(p.til or fakta.pr, fakta.pr)):
                self.ydelsesdage.add(dag)
                if not i_perioden and hverdag(dag):
                    self.timer[dag] = self.timer.get(dag, 0) + self._sats(p, dag)
        for maaned, timer in maaneder.items():
            self._spred(maaned, timer)

    def _sats(self, p: Periode, dag: dt.date) -> Tal:
        """The hours of one weekday by the weekly rate; where work is recorded, full time less the hours worked."""
        if p.timer_pr_uge is not None:
            tal = Fraction(enheder(p.timer_pr_uge), 5)
            return int(tal) if tal.denominator == 1 else tal
        fuld: Tal = UGE[forsikring(self.fakta, p)]
        for b in self.fakta.beskaeftigelse:
            if b.timer_pr_uge is not None and b.fra <= dag and (b.til is None or dag <= b.til):
                fuld -= enheder(b.timer_pr_uge)
        tal = Fraction(max(fuld, 0), 5)
        return int(tal) if tal.denominator == 1 else tal

    def _spred(self, maaned: dt.date, timer: Decimal) -> None:
        """Spread a month's hours over its weekdays inside the spells, first; cut at `pr`, afterwards."""
        slutdag = sidste_i_maaneden(maaned)
        ugedage = [
            dag
            for dag in dage(maaned, slutdag)
            if hverdag(dag) and any(p.fra <= dag and (p.til is None or dag <= p.til) for p in self.perioder)
        ]
        hundrededele = int(timer * 100)
        valg = self.fakta.laes["timer-pr-maaned"]
        for i, dag in enumerate(ugedage, start=1):
            if valg == "foerste-dag":
                del_ = hundrededele if i == 1 else 0
            elif valg == "sidste-dag":
                del_ = hundrededele if i == len(ugedage) else 0
            else:
                del_ = hundrededele * i // len(ugedage) - hundrededele * (i - 1) // len(ugedage)
            if dag <= self.fakta.pr:
                self.timer[dag] = self.timer.get(dag, 0) + del_ * 5


class Dagpengeperiode:
    """One dagpengeperiode: from an indplacering (or the first spell) to the day before the next."""

    def __init__(self, dagbog: Dagbog, fra: dt.date, til: dt.date | None, *, indplaceret: bool) -> None:
        self.fakta, self.dagbog = dagbog.fakta, dagbog
        self.fra, self.til, self.indplaceret = fra, til, indplaceret
        self.ydelsesdage = sorted(d for d in dagbog.ydelsesdage if fra <= d and (til is None or d <= til))

    def sidste_dag(self) -> dt.date:
        """The last day on which facts belong to this period."""
        return min(self.til, self.fakta.pr) if self.til is not None else self.fakta.pr


@husk
def dagpengeperioder(fakta: Fakta) -> list[Dagpengeperiode]:
    """Clock A starts with each indplacering, and from 2021 also after five years without dagpenge or loentilskud."""
    dagbog = Dagbog(fakta)
    starter = {h.dato for h in fakta.art("indplacering")}
    indplaceret = set(starter)
    alle = sorted(dagbog.ydelsesdage)
    if alle and not any(s <= alle[0] for s in starter):
        starter.add(alle[0])
    for foer, dag in pairwise(alle):
        if dag - foer > DAG and dag >= dt.date(2021, 1, 1) and foer < plus_maaneder(dag, -60):
            # one placed since begins its own; but who was placed, and not paid for five years, begins anew
            if not any(foer < s <= dag and s >= plus_maaneder(dag, -60) for s in starter):
                starter.add(dag)
    ordnet = sorted(starter)
    ud = []
    for i, fra in enumerate(ordnet):
        til = plus(ordnet[i + 1], -1) if i + 1 < len(ordnet) else None
        periode = Dagpengeperiode(dagbog, fra, til, indplaceret=fra in indplaceret)
        if periode.ydelsesdage:
            ud.append(periode)
    return ud


def summer(poster: list[tuple[dt.date, Tal]]) -> list[tuple[dt.date, Tal]]:
    """Each day with what has been added by then, in the order given."""
    ialt: Tal = 0
    ud: list[tuple[dt.date, Tal]] = []
    for dag, timer in poster:
        ialt += timer
        ud.append((dag, ialt))
    return ud


def loebende(tilvaekst: dict[dt.date, Tal]) -> list[tuple[dt.date, Tal]]:
    """What has been accumulated by each day on which something was."""
    ud: list[tuple[dt.date, Tal]] = []
    ialt: Tal = 0
    for dag in sorted(tilvaekst):
        ialt += tilvaekst[dag]
        ud.append((dag, ialt))
    return ud


class Ur:
    """The accumulated hours of one period, day by day up to `pr`."""

    def __init__(
        self,
        periode: Dagpengeperiode,
        *,
        fra: dt.date | None = None,
        uden: set[dt.date] | None = None,
        covid: bool = False,
    ) -> None:
        """`fra` restarts the clock inside the period (the raadighed clock); the days `uden` carry nothing.

        `covid`: the covid months carry hours too.
        """
        self.periode, fakta = periode, periode.fakta
        start = fra or periode.fra
        ugeur_til = dt.date.fromisoformat(fakta.laes["ledighedsur-2017"])
        uden = uden or set()
        taellende = {d for d in periode.ydelsesdage if d >= start and d not in uden and (covid or not doed_tid(d))}
        uger: set[dt.date] = {mandag(d) for d in taellende if d < ugeur_til}
        tilvaekst: dict[dt.date, Tal] = {}
        i_uger: dict[dt.date, Tal] = {}  # where the law counts weeks (6 and 13), a counted week is one of them
        for man in uger:
            soen = soendag(man)
            if soen <= fakta.pr and (periode.til is None or soen <= periode.til):
                ins = forsikring(fakta, self._spell(man))
                i_uger[soen] = UGE[ins]
                # 4 weeks and 2 of the 5 days of a week are a month
                fire_to = fakta.laes["uger-til-maaneder"] == "4-uger-2-dage"
                tilvaekst[soen] = Fraction(MAANED[ins] * 5, 22) if fire_to else UGE[ins]
        for dag in taellende:
            if dag >= ugeur_til:
                tilvaekst[dag] = tilvaekst.get(dag, 0) + periode.dagbog.timer.get(dag, 0)
                i_uger[dag] = i_uger.get(dag, 0) + periode.dagbog.timer.get(dag, 0)
        self.sum = loebende(tilvaekst)
        self.ugesum = loebende(i_uger)

    def _spell(self, man: dt.date) -> Periode | None:
        for dag in dage(man, soendag(man)):
            p = self.periode.fakta.periode_paa(dag)
            if p is not None and p.maalgruppe == DP:
                return p
        return None

    def naar(self, *, uger: int = 0, maaneder: int = 0, efter: dt.date | None = None) -> dt.date | None:
        """The first day on which that much unemployment has been accumulated; None while it has not.

        `efter`: what was accumulated up to this day, and on it, is left out.
        """
        fakta = self.periode.fakta
        foer = self.foer(plus(efter, 1)) if efter else 0
        for dag, ialt in self.sum if maaneder else self.ugesum:
            ins = forsikring(fakta, fakta.periode_paa(dag))
            if ialt - foer >= UGE[ins] * uger + MAANED[ins] * maaneder:
                return dag
        return None

    def nu(self) -> Fraction:
        """The hours a weekday carries at the present rate: that of the last month with hours, else of the week."""
        fakta, dagbog = self.periode.fakta, self.periode.dagbog
        p = fakta.periode_paa(fakta.pr)
        assert p is not None
        maaneder = [
            t for t in fakta.timer if t.maaned <= (p.til or dt.date.max) and sidste_i_maaneden(t.maaned) >= p.fra
        ]
        if not maaneder:
            return Fraction(dagbog._sats(p, fakta.pr))
        # hours of a month to come are no rate of today's
        sidst = max((t for t in maaneder if t.timer and t.maaned <= fakta.pr), key=lambda t: t.maaned, default=None)
        if sidst is None:
            return Fraction(0)
        ugedage = [
            d
            for d in dage(sidst.maaned, sidste_i_maaneden(sidst.maaned))
            if hverdag(d) and any(q.fra <= d and (q.til is None or d <= q.til) for q in dagbog.perioder)
        ]
        return Fraction(enheder(sidst.timer), len(ugedage)) if ugedage else Fraction(0)

    def foer(self, dag: dt.date, *, i_uger: bool = False) -> Tal:
        """The hours accumulated before a day."""
        ialt: Tal = 0
        for d, s in self.ugesum if i_uger else self.sum:
            if d < dag:
                ialt = s
        return ialt


def overdragelse(periode: Dagpengeperiode, ur: Ur) -> dt.date | None:
    """The last day of the a-kasse's phase (2024, and the trial of 2020-2023); None while it is not known."""
    fakta = periode.fakta
    for h in fakta.art("overgang-til-jobcenter"):
        if h.dato >= periode.fra and (periode.til is None or h.dato <= periode.til):
            return plus(h.dato, -1)
    forbrug = sorted(
        (f for f in fakta.forbrug if sidste_i_maaneden(f.maaned) >= periode.fra and f.maaned <= periode.sidste_dag()),
        key=lambda f: f.maaned,
    )
    ins = forsikring(fakta, fakta.periode_paa(periode.ydelsesdage[0])) if periode.ydelsesdage else "fuldtid"
    if forbrug:
        # what a month used is not known before its end, unless it is registered before
        opgjort = [(f.registreret or sidste_i_maaneden(f.maaned), enheder(f.timer)) for f in forbrug]
        kendt = [(dag, timer) for dag, timer in opgjort if dag <= fakta.pr]
        registreret = next((dag for dag, ialt in summer(sorted(kendt)) if ialt >= FORBRUG[ins]), None)
        if registreret is None:
            return None
        maaneder = [(sidste_i_maaneden(f.maaned), enheder(f.timer)) for f in forbrug]
        naaet = next(dag for dag, ialt in summer(maaneder) if ialt >= FORBRUG[ins])
        return max(registreret, naaet)  # 63.6 of BEK 1220/2023: 'dags dato'
    for dag, sum_ in ur.sum:
        if sum_ >= FORBRUG[ins]:
            return sidste_i_maaneden(dag)
    return None
