"""Accumulated hours: exact sums of hundredths over weekdays, and the day a sum is reached.

Hours are blocks: a stretch of weekdays over which `taeller / naevner` hundredths fall on each, rounded down as they
add up, so that a month's hours add up to the month again. Integers only.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable

from kontaktforloeb import kalender
from kontaktforloeb.regelsprog import Laes, Maengde, Timeur
from kontaktforloeb.tidslinje import Spell, Tidslinje, arbejder_mindst
from kontaktforloeb.ure.forloeb import Forloeb

Blok = tuple[int, int, int, int, int]
"""First day, last day, numerator, denominator, weekdays of the block before its first day. Denominator 0: a lump."""

_UENDELIG = 10**7


def _op_til(blok: Blok, dag: int) -> int:
    """Hundredths of a block to the end of `dag`."""
    fra, til, taeller, naevner, foer = blok
    if dag < fra:
        return 0
    if naevner == 0:
        return taeller
    i = kalender.hverdage(fra, min(dag, til))
    return taeller * (foer + i) // naevner - taeller * foer // naevner


def _dag(blok: Blok, rest: int) -> int:
    """The day of a block on which `rest` hundredths are reached; the block holds at least so many."""
    fra, _, taeller, naevner, foer = blok
    if naevner == 0:
        return fra
    i = -(-(rest + taeller * foer // naevner) * naevner // taeller) - foer
    return kalender.n_te_hverdag(fra, max(i, 1))


class Timetaelling:
    """The blocks of a period in order, with prefix sums."""

    __slots__ = ("blokke", "summer")

    def __init__(self, blokke: list[Blok]) -> None:
        self.blokke = blokke
        self.summer: list[int] = []
        i_alt = 0
        for blok in blokke:
            i_alt += _op_til(blok, blok[1])
            self.summer.append(i_alt)

    def beloeb(self, dag: int) -> int:
        """Hundredths to the end of `dag`."""
        i_alt = 0
        for blok, sum_ in zip(self.blokke, self.summer, strict=True):
            if blok[1] <= dag:
                i_alt = sum_
            else:
                return i_alt + _op_til(blok, dag)
        return i_alt

    def naaet(self, behov: int) -> int | None:
        """The first day on which the sum is at least `behov`, which is more than nothing."""
        i = bisect_left(self.summer, behov)
        if i == len(self.summer):
            return None
        foer = self.summer[i - 1] if i else 0
        return _dag(self.blokke[i], behov - foer)


def _uden(blokke: Iterable[Blok], huller: list[tuple[int, int]]) -> list[Blok]:
    """The blocks without the days in `huller`; what is left keeps its place in the sum."""
    ud = list(blokke)
    for fra, til in huller:
        naeste: list[Blok] = []
        for blok in ud:
            a, b, taeller, naevner, foer = blok
            if b < fra or a > til:
                naeste.append(blok)
                continue
            if a < fra:  # a lump has one day, and goes with it
                naeste.append((a, fra - 1, taeller, naevner, foer))
            if b > til:
                naeste.append((til + 1, b, taeller, naevner, foer + kalender.hverdage(a, til)))
        ud = naeste
    return ud


def _uger_uden(blokke: list[Blok], spells: list[Spell], huller: list[tuple[int, int]], uger_til: int) -> list[Blok]:
    """Without the days in `huller`: a week that counts whole goes only where no benefit day of it is left.

    Of a week that hours begin in (`uger_til`) only the days before them make it a whole one.
    """
    timer_fra = _efter_ugen(uger_til)
    # a month's hours on one day lie on a weekday
    er_uge = [b[3] == 0 and b[0] < timer_fra and b[0] == kalender.soendag_i_ugen(b[0]) for b in blokke]
    uger = [b for b, uge in zip(blokke, er_uge, strict=True) if uge]
    ud = _uden([b for b, uge in zip(blokke, er_uge, strict=True) if not uge], huller)
    for uge in uger:
        dage = {
            d
            for p in spells
            for d in range(max(p.fra, uge[0] - 6), min(uge[0], uger_til - 1, uge[0] if p.slut is None else p.slut) + 1)
        }
        if any(not any(a <= d <= b for a, b in huller) for d in dage):
            ud.append(uge)
    return sorted(ud)


class TimeForloeb(Forloeb):
    """A period on an hour clock. On it an amount is reached only by days up to `pr`."""

    __slots__ = ("_beloeb", "_naaet", "_stand", "_uger_naaet", "deltid", "fremskrevet", "i_uger", "taelling", "timeur")

    def __init__(self, tl: Tidslinje, ur: Timeur, start: int, slut: int | None, spells: list[Spell]) -> None:
        super().__init__(tl, ur.navn, start, slut, spells)
        self.timeur = ur
        self.deltid = self.spells[0].forsikring == "deltid"
        self.taelling = Timetaelling([])
        self.fremskrevet = Timetaelling([])
        # the same with each week as a week's hours, where amounts in months have it as a part of a month
        self.i_uger: tuple[Timetaelling, Timetaelling] | None = None
        # what was asked, and the answer
        self._uger_naaet: dict[int, tuple[int | None, int | None]] = {}
        self._naaet: dict[int, tuple[int | None, int | None]] = {}
        self._beloeb: dict[int, int] = {}
        self._stand: dict[tuple[int, int], int] = {}

    def samme(self, anden: Forloeb) -> bool:
        return (
            super().samme(anden)
            and isinstance(anden, TimeForloeb)
            and (self.timeur.uge, self.timeur.maaned) == (anden.timeur.uge, anden.timeur.maaned)
            and all(anden.naaet_behov(behov) == svar for behov, svar in self._naaet.items())
            and all(anden.naaet_uger(behov) == svar for behov, svar in self._uger_naaet.items())
            and all(anden.beloeb(dag) == svar for dag, svar in self._beloeb.items())
            and all(anden.stand(dag, behov) == svar for (dag, behov), svar in self._stand.items())
        )

    def behov(self, maengde: Maengde) -> int:
        """An amount in hundredths of an hour."""
        enhed = self.timeur.uge if maengde.enhed == "uge" else self.timeur.maaned
        return maengde.antal * enhed[1 if self.deltid else 0]

    def naaet(self, maengde: Maengde) -> tuple[int | None, int | None]:
        behov = self.behov(maengde)
        return self.naaet_uger(behov) if maengde.enhed == "uge" else self.naaet_behov(behov)

    def naaet_uger(self, behov: int) -> tuple[int | None, int | None]:
        """As `naaet_behov`, for an amount in weeks."""
        fundet = self._uger_naaet.get(behov)
        if fundet is None:
            fundet = self._uger_naaet[behov] = (
                self.naaet_behov(behov) if self.i_uger is None else self._find(behov, *self.i_uger)
            )
        return fundet

    def naaet_behov(self, behov: int) -> tuple[int | None, int | None]:
        """As `naaet`, for hundredths of an hour."""
        fundet = self._naaet.get(behov)
        if fundet is None:
            fundet = self._naaet[behov] = self._find(behov, self.taelling, self.fremskrevet)
        return fundet

    def _find(self, behov: int, taelling: Timetaelling, fremskrevet: Timetaelling) -> tuple[int | None, int | None]:
        dag = taelling.naaet(behov)
        if dag is not None and dag <= self.tl.pr:
            return dag, None
        # nothing is to come in a period that has ended, nor off the benefit
        mangler = behov - taelling.beloeb(self.tl.pr)
        return None, fremskrevet.naaet(mangler)

    def beloeb(self, dag: int) -> int:
        """Hundredths of an hour accumulated to the end of `dag`."""
        fundet = self._beloeb.get(dag)
        if fundet is None:
            fundet = self._beloeb[dag] = self.taelling.beloeb(dag)
        return fundet

    def stand(self, dag: int, behov: int) -> int:
        """Where the clock stands at the end of `dag` beside so many hundredths of an hour: -1 below, 0 at, 1 above."""
        fundet = self._stand.get((dag, behov))
        if fundet is None:
            beloeb = self.taelling.beloeb(dag)
            fundet = self._stand[dag, behov] = (beloeb > behov) - (beloeb < behov)
        return fundet

    def ophoert(self, dag: int, familie: str = "") -> bool:
        if self.slut is not None and dag > self.slut:
            return True
        return not (self.paa_ydelse(dag) or self.fortsat(dag, familie))

    def fortsat(self, dag: int, familie: str) -> bool:
        e = self.timeur.fortsat
        if e is None or familie not in e.familier:
            return False
        foer = [p for p in self.tl.perioder if p.fra <= dag]
        p = foer[-1] if foer else None
        return (
            p is not None
            and (p.slut is None or dag <= p.slut)
            and p.ydelse == e.ydelse
            and p.kategori == e.kategori
            and bool(p.ledig_forsikret)
        )

    def gruppe(self, dag: int) -> str:
        return self.spells[0].gruppe


def udeladt(ur: Timeur, tl: Tidslinje) -> list[tuple[int, int]]:
    """The days this clock leaves out because the duty had lapsed (BEK-977 § 152, stk. 2)."""
    grunde = ur.udelader_undergrunde
    spaend = [
        f
        for f in tl.fritagelser
        if f.navn in ur.udelader
        and not f.fastholdt
        and (grunde is None or f.undergrund is None or f.undergrund in grunde)
    ]
    if ur.udelader_arbejde is not None:
        spaend += arbejder_mindst(tl.arbejde, ur.udelader_arbejde)
    return [(a.fra, _UENDELIG if a.slut is None else a.slut) for a in spaend]


def forloeb(ur: Timeur, tl: Tidslinje) -> list[TimeForloeb]:
    """The periods on an hour clock, in order."""
    spells = [p for p in tl.perioder if p.gruppe == ur.maalgruppe and p.ydelse in ur.ydelser]
    if not spells:
        return []
    foer = [h.dag for h in tl.haendelser.get(ur.start, ()) if h.dag <= spells[0].fra]
    begynder = max(foer, default=spells[0].fra)
    # what restarts a clock restarts one that has begun
    sket = {h.dag for art in ur.genstart for h in tl.haendelser.get(art, ()) if art == ur.start or h.dag > begynder}
    genstarter = sorted(sket) if ur.nulstilles else foer and [begynder]
    starter: list[tuple[int, str | None]] = []
    if not genstarter or genstarter[0] > spells[0].fra:
        foerste = tl.haendelser.get(ur.start, ())
        starter.append((spells[0].fra, None if foerste and foerste[0].dag == spells[0].fra else "indplacering-mangler"))
    starter.extend((d, None) for d in genstarter)
    if ur.aar_til_nulstilling is not None and ur.nulstilles:
        starter.extend(_efter_aar(ur, spells, [d for d, _ in starter]))
    starter.sort()
    blokke, antagelser = _blokke(ur, tl, spells)
    assert isinstance(ur.doede, tuple)
    huller = [(a.toordinal(), b.toordinal()) for a, b in ur.doede] + udeladt(ur, tl)
    ud: list[TimeForloeb] = []
    for i, (start, antagelse) in enumerate(starter):
        slut = starter[i + 1][0] - 1 if i + 1 < len(starter) else None
        dele = [p for p in spells if (slut is None or p.fra <= slut) and (p.slut is None or p.slut >= start)]
        if not dele:
            continue
        f = TimeForloeb(tl, ur, start, slut, dele)
        assert not isinstance(ur.uger_til, Laes)  # the law is compiled: no reading is left
        timer_fra = ur.uger_til.toordinal()
        udenfor = [(0, start - 1)] + ([(slut + 1, _UENDELIG)] if slut is not None else [])
        # a week's lump before hours counted belongs to the period it ends in; one that began since counts hours alone
        uger = _uger_uden(blokke, dele, huller, timer_fra)
        if start >= timer_fra:
            uger = [b for b in uger if b[3] or b[0] != _efter_ugen(timer_fra) - 1]
        f.taelling = Timetaelling(_uden(uger, udenfor))
        f.fremskrevet = Timetaelling(_uden(_fremskriv(tl, f, uger, blokke, _efter_ugen(timer_fra)), huller))
        if ur.uge_tal == "4-uger-2-dage" and start < timer_fra:
            f.i_uger = f.taelling, f.fremskrevet
            uger = _som_maaneder(ur, _uden(uger, udenfor), _efter_ugen(timer_fra))
            f.taelling = Timetaelling(uger)
            f.fremskrevet = Timetaelling(_uden(_fremskriv(tl, f, uger, blokke, _efter_ugen(timer_fra)), huller))
        if antagelse is not None:
            f.antagelser.append(antagelse)
        f.antagelser.extend(antagelser)
        ud.append(f)
    return ud


def _efter_aar(ur: Timeur, spells: list[Spell], indplaceret: list[int]) -> list[tuple[int, str | None]]:
    """Returns to the benefit after so many years without it, of who was not placed in a period since (LAB § 9, stk. 7).

    Who was placed, and not paid for as long after that, begins anew all the same.
    """
    ud: list[tuple[int, str | None]] = []
    assert ur.nulstilling_fra is not None
    assert ur.aar_til_nulstilling is not None
    for forrige, naeste in itertools.pairwise(spells):
        if forrige.slut is None or naeste.fra < ur.nulstilling_fra.toordinal():
            continue
        if kalender.plus_maaneder(forrige.slut, 12 * ur.aar_til_nulstilling) >= naeste.fra:
            continue
        tidligst = kalender.plus_maaneder(naeste.fra, -12 * ur.aar_til_nulstilling)
        if not any(tidligst <= d <= naeste.fra for d in indplaceret):
            ud.append((naeste.fra, None))
    return ud


def _som_maaneder(ur: Timeur, blokke: list[Blok], timer_fra: int) -> list[Blok]:
    """The whole weeks as their part of a month of 4 weeks and 2 days, rounded down as they add up: months are exact."""
    ud: list[Blok] = []
    i_22, givet = 0, 0
    for blok in blokke:
        a, b, vaerdi, naevner, foer = blok
        if naevner == 0 and a < timer_fra:
            i_22 += 5 * ur.maaned[ur.uge.index(vaerdi)]  # 4.4 weeks a month
            vaerdi, givet = i_22 // 22 - givet, i_22 // 22
        ud.append((a, b, vaerdi, naevner, foer))
    return ud


def _sidste(p: Spell) -> int:
    """The recorded last day of a spell, also beyond `pr`: a month's hours are spread over it before they are cut."""
    return _UENDELIG if p.til is None else p.til


def _aabent(p: Spell) -> int:
    """The last day of a spell as known on `pr`: what goes on then goes on, whatever was planned."""
    return _UENDELIG if p.slut is None else p.slut


def _blokke(ur: Timeur, tl: Tidslinje, spells: list[Spell]) -> tuple[list[Blok], list[str]]:
    assert not isinstance(ur.uger_til, Laes)  # as above
    skift = ur.uger_til.toordinal()
    blokke: list[Blok] = []
    antagelser: list[str] = []
    if spells[0].fra < skift:
        blokke.extend(_ugeblokke(ur, spells, skift))
    maaneder = dict(tl.timer)
    for p in spells:
        fra, til = max(p.fra, _efter_ugen(skift) if p.fra < skift else p.fra), _sidste(p)
        if any(kalender.maanedens_sidste(m) >= p.fra and m <= til for m in maaneder):
            if fra <= til:
                blokke.extend(_maanedsblokke(ur, maaneder, spells, fra, til))
                if _mangler_maaned(tl, maaneder, fra, min(til, tl.pr)):
                    antagelser.append("maaneder-uden-timer")
        elif fra <= _aabent(p):
            blokke.extend(_satsblokke(ur, tl, p, fra, _aabent(p), antagelser))
    return _efter_hinanden(sorted(blokke)), list(dict.fromkeys(antagelser))


def _efter_hinanden(blokke: list[Blok]) -> list[Blok]:
    """The blocks in order, none inside another: a whole week's Sunday may lie in a spell begun as hours begin."""
    ud: list[Blok] = []
    for blok in blokke:
        if ud and ud[-1][1] > blok[0]:
            fra, til, taeller, naevner, foer = ud.pop()
            ud += [
                (fra, blok[0], taeller, naevner, foer),
                blok,
                (blok[0] + 1, til, taeller, naevner, foer + kalender.hverdage(fra, blok[0])),
            ]
        else:
            ud.append(blok)
    return ud


def _efter_ugen(skift: int) -> int:
    """The first day after the last week that counts whole."""
    return kalender.soendag_i_ugen(skift - 1) + 1


def _ugeblokke(ur: Timeur, spells: list[Spell], skift: int) -> list[Blok]:
    """Whole weeks with any benefit, each worth a week's hours, reached on its Sunday."""
    ud: dict[int, Blok] = {}
    for p in spells:
        til = min(_aabent(p), skift - 1)
        if til < p.fra:
            continue
        mandag = kalender.mandag_i_ugen(p.fra)
        vaerdi = ur.uge[1 if p.forsikring == "deltid" else 0]
        while mandag <= til:
            ud[mandag] = (mandag + 6, mandag + 6, vaerdi, 0, 0)
            mandag += 7
    return list(ud.values())


def _maanedsblokke(ur: Timeur, maaneder: dict[int, int], spells: list[Spell], fra: int, til: int) -> list[Blok]:
    ud: list[Blok] = []
    for maaned, timer in sorted(maaneder.items()):
        slut = kalender.maanedens_sidste(maaned)
        dele = [(max(maaned, p.fra), min(slut, _sidste(p))) for p in spells if p.fra <= slut and _sidste(p) >= maaned]
        i_alt = sum(kalender.hverdage(a, b) for a, b in dele)
        if i_alt == 0 or timer == 0:
            continue
        foer = 0
        for a, b in dele:
            fra_dag, til_dag = max(a, fra), min(b, til)
            if fra_dag <= til_dag:  # the days before `fra` count in whole weeks
                if ur.fordeling == "jaevnt":
                    ud.append((fra_dag, til_dag, timer, i_alt, foer + kalender.hverdage(a, fra_dag - 1)))
                elif ur.fordeling == "foerste-dag":
                    d = kalender.n_te_hverdag(a, 1)
                    if foer == 0 and fra_dag <= d <= til_dag:
                        ud.append((d, d, timer, 0, 0))
                elif foer + kalender.hverdage(a, b) == i_alt:
                    d = kalender.n_te_hverdag(a, kalender.hverdage(a, b))
                    if fra_dag <= d <= til_dag:
                        ud.append((d, d, timer, 0, 0))
            foer += kalender.hverdage(a, b)
    return ud


def _mangler_maaned(tl: Tidslinje, maaneder: dict[int, int], fra: int, til: int) -> bool:
    """Whether a month that ended before `pr` has benefit days and no hours recorded."""
    m = kalender.maanedens_foerste(fra)
    while m <= til:
        if kalender.maanedens_sidste(m) < tl.pr and m not in maaneder:
            return True
        m = kalender.maanedens_sidste(m) + 1
    return False


def _satsblokke(ur: Timeur, tl: Tidslinje, p: Spell, fra: int, til: int, antagelser: list[str]) -> list[Blok]:
    """Hours at a weekly rate: the spell's own, or full time less the hours worked."""
    fuld = ur.uge[1 if p.forsikring == "deltid" else 0]
    if p.timer_pr_uge is not None:
        return [(fra, til, p.timer_pr_uge, 5, 0)] if p.timer_pr_uge else []
    arbejde = [
        (max(a.fra, fra), min(_UENDELIG if a.slut is None else a.slut, til), int((a.timer or 0) * 100))
        for a in tl.arbejde
        if a.timer is not None and a.fra <= til and (a.slut is None or a.slut >= fra)
    ]
    antagelser.append("timer-fuld-tid-minus-arbejde" if arbejde else "timer-fuld-tid")
    if not arbejde:
        return [(fra, til, fuld, 5, 0)]
    graenser = sorted({fra, til + 1, *(a for a, _, _ in arbejde), *(b + 1 for _, b, _ in arbejde)})
    ud: list[Blok] = []
    for a, b in itertools.pairwise(graenser):
        sats = max(0, fuld - sum(t for x, y, t in arbejde if x <= a and y >= b - 1))
        if sats:
            ud.append((a, b - 1, sats, 5, 0))
    return ud


def _fremskriv(tl: Tidslinje, f: TimeForloeb, tilbage: list[Blok], alle: list[Blok], timer_fra: int) -> list[Blok]:
    """The hours to come after `pr` if the person goes on at the present rate; `tilbage` are the blocks that count."""
    if f.slut is not None or f.spell(tl.pr).slut is not None:
        return []
    efter = _uden(tilbage, [(0, tl.pr)])
    if efter and efter[-1][1] == _UENDELIG:
        return efter  # a weekly rate goes on as it is, and whole weeks before it
    # by the month: the whole weeks to come, then the rate of the last month with hours, also where its own do not count
    uger = [b for b in efter if b[0] < timer_fra]
    takt = _maanedstakt(tl, f, alle)
    return uger if takt is None else [*uger, (max(tl.pr + 1, timer_fra), _UENDELIG, *takt, 0)]


def _maanedstakt(tl: Tidslinje, f: TimeForloeb, alle: list[Blok]) -> tuple[int, int] | None:
    """The hours of the last month with any, and the weekdays they were for; of the whole weeks' time too."""
    med_timer = [b for b in alle if b[0] <= tl.pr and b[3]]
    if med_timer:
        return med_timer[-1][2], med_timer[-1][3]
    for maaned, timer in sorted(tl.timer, reverse=True):
        slut = kalender.maanedens_sidste(maaned)
        i_alt = sum(kalender.hverdage(max(maaned, p.fra), min(slut, _sidste(p))) for p in f.spells)
        if maaned <= tl.pr and timer and i_alt:
            return timer, i_alt
    return None
