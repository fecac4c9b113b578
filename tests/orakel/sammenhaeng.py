"""Clock B, continuous periods on benefit, by the old law and by the new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from kontaktforloeb.sag import Periode

from .dage import dage, mandag, plus, plus_maaneder, sidste_i_maaneden
from .fakta import SYV_TIL_TI, TO_TIL_FEM, UNG, VOKSEN, Fakta, husk

GAMLE_YDELSER = {"revalideringsydelse", "uddannelseshjaelp", "kontanthjaelp", "integrationsydelse", "overgangsydelse"}
UGER = {2: 9, 3: 13}  # the reading `to-maaneder-uger`
JULI_2025 = dt.date(2025, 7, 1)


def hel_maaned(fra: dt.date, til: dt.date, uden: set[dt.date]) -> dt.date | None:
    """The last day of the first whole calendar month in `fra`..`til` on which no day is in `uden`."""
    foerste = fra if fra.day == 1 else plus(sidste_i_maaneden(fra), 1)
    while sidste_i_maaneden(foerste) <= til:
        if not any(d in uden for d in dage(foerste, sidste_i_maaneden(foerste))):
            return sidste_i_maaneden(foerste)
        foerste = plus(sidste_i_maaneden(foerste), 1)
    return None


def brud(fakta: Fakta, fra: dt.date, til: dt.date, ydelsesdage: set[dt.date]) -> bool:
    """Whether the days `fra`..`til` hold a calendar month without benefit, as the reading has it."""
    if fakta.laes["kalendermaaned"] == "hel":
        return hel_maaned(fra, til, ydelsesdage) is not None
    tomme = 0
    start: dt.date | None = None
    for dag in dage(fra, til):
        if dag in ydelsesdage:
            start = None
            continue
        start = start or dag
        tomme += 1
        if plus(dag, 1) >= plus_maaneder(start, 1):
            return True
    return False


class Sammenhaeng:
    """One continuous period: its spells, its first day on the clock, its last day once that is known."""

    def __init__(self, fakta: Fakta, perioder: list[Periode], *, genstart: bool, ny: bool) -> None:
        self.fakta, self.perioder, self.genstart, self.ny = fakta, perioder, genstart, ny
        self.foerste_dag = perioder[0].fra
        self.fra = self.foerste_dag
        self.frist_uge_1 = True
        self.lukket: dt.date | None = None  # last day, once something ended the period
        self.ydelsesdage = {d for p in perioder for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))}
        self.sidste_ydelsesdag = max(self.ydelsesdage)
        self.ydelsesskift_2025 = False

    def sidste_dag(self) -> dt.date:
        """The last day on which facts belong to this period; those of an open gap do only if it closes."""
        if self.lukket is not None:
            return self.lukket
        return self.sidste_ydelsesdag if self.i_hul() else self.fakta.pr

    def i_hul(self) -> bool:
        """On `pr` nobody is on benefit, and the gap could still close."""
        return self.lukket is None and self.fakta.pr not in self.ydelsesdage

    def gruppe(self, dag: dt.date) -> str | None:
        """The group of a day in the period; in a gap that does not break it, the last one; None after its end."""
        if dag < self.foerste_dag:
            return self.perioder[0].maalgruppe
        if self.lukket is not None and dag > self.lukket:
            return None
        p = self.fakta.periode_paa(dag)
        if p is not None and p in self.perioder:
            return p.maalgruppe
        foer = [q for q in self.perioder if q.fra <= dag]
        return foer[-1].maalgruppe

    def grupper_foer(self, dag: dt.date) -> set[str]:
        """The groups the person has been in, in this period, before a day."""
        return {p.maalgruppe for p in self.perioder if p.fra < dag}

    def kom_foer(self, dag: dt.date, grupper: set[str]) -> bool:
        """Whether the person came into one of these groups before a day; the first of them from the contact on."""
        return any(
            (self.fra if p is self.perioder[0] else p.fra) < dag for p in self.perioder if p.maalgruppe in grupper
        )

    def tomme_uger(self) -> list[dt.date]:
        """The Mondays of the weeks without any benefit, in an open gap too."""
        ud = []
        man = plus(mandag(self.foerste_dag), 7)
        while plus(man, 6) <= (self.lukket or self.fakta.pr):
            if not any(d in self.ydelsesdage for d in dage(man, plus(man, 6))):
                ud.append(man)
            man = plus(man, 7)
        return ud

    def maaneder_efter(self, anker: dt.date, antal: int) -> dt.date:
        """The day `antal` months after `anker` on this clock: each whole benefit-free week moves it by 7 days."""
        return self.uden_tomme_uger(anker, self.kalender(anker, antal))

    def hver(self, anker: dt.date, antal: int) -> dt.date:
        """The end of the 2 or 3 months of 18.4 and 18.1, or of 9 or 13 whole weeks of benefit."""
        if self.fakta.laes["to-maaneder-uger"] == "uger":
            return self.uden_tomme_uger(anker, plus(anker, UGER[antal] * 7))
        return self.maaneder_efter(anker, antal)

    def uden_tomme_uger(self, anker: dt.date, dag: dt.date) -> dt.date:
        """A day counted from `anker`, moved by 7 days for each whole benefit-free week on the way."""
        if self.fakta.laes["kort-hul"] == "medregnes":
            return dag
        for man in self.tomme_uger():
            if anker < man <= dag:
                dag = plus(dag, 7)
        return dag

    def ydelsesuge(self, nummer: int) -> dt.date:
        """The last day of this benefit week: BEK-977 151.3 and BEK-1180 8.3 count a week with any benefit as whole.

        The first is the week of the first contact, from which the paragraphs count.
        """
        tomme = self.tomme_uger() if self.fakta.laes["kort-hul"] == "medregnes-ikke" else []
        man = mandag(self.fra)
        while True:
            if man not in tomme:
                nummer -= 1
            if nummer == 0:
                return plus(man, 6)
            man = plus(man, 7)

    def seks_maaneder(self) -> dt.date:
        """The last day of 'de første 6 måneder' of LAB-2019 31 and 209.3-4."""
        valg = self.fakta.laes["seks-maaneder"]
        if valg == "26-uger":
            return self.ydelsesuge(26)
        seks = self.maaneder_efter(self.fra, 6)
        return plus(seks, -1) if valg == "dagen-foer" else seks

    def kalender(self, anker: dt.date, antal: int) -> dt.date:
        """The day `antal` calendar months after `anker`."""
        return plus_maaneder(anker, antal, sidste_dag=self.fakta.laes["frist-maaned"] == "sidste-dag")

    def bundet(self, dag: dt.date, grupper: set[str]) -> bool:
        """Whether a requirement that names `grupper` binds the person on the day."""
        return self.gruppe(dag) in grupper


@husk
def gamle(fakta: Fakta) -> list[Sammenhaeng]:
    """BEK-977 151 and 153: a change between the benefits, or of group, does not restart the period."""
    # where loentilskud breaks it, those days are none of the period's
    uden = {"ingen"} if fakta.laes["loentilskud-brud"] == "nej" else {"ingen", "loentilskud"}
    egne = [p for p in fakta.perioder if p.maalgruppe in TO_TIL_FEM and p.ydelse not in uden]
    ydelsesdage = {
        d
        for p in fakta.perioder
        if (p.ydelse in GAMLE_YDELSER and p.maalgruppe != "integrationsprogram")
        or (p.ydelse == "loentilskud" and p.maalgruppe in TO_TIL_FEM and fakta.laes["loentilskud-brud"] == "nej")
        for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))
    }
    ud: list[Sammenhaeng] = []
    samling: list[Periode] = []

    genstart = False

    def luk(til: dt.date | None) -> None:
        if samling:
            s = Sammenhaeng(fakta, list(samling), genstart=genstart, ny=False)
            s.lukket = til
            # weeks on the benefit are weeks of it, in another group too (151.3)
            for p in fakta.perioder:
                imellem = samling[0].fra < p.fra < samling[-1].fra
                if imellem and p.til is not None and p.ydelse in {q.ydelse for q in samling}:
                    s.ydelsesdage |= set(dage(p.fra, p.til))
            ud.append(s)
            samling.clear()

    for p in egne:
        if samling:
            sidst = samling[-1].til
            assert sidst is not None
            gruppeskift = fakta.laes["maalgruppeskift-gammel"] == "ja" and samling[-1].maalgruppe != p.maalgruppe
            brudt = brud(fakta, plus(sidst, 1), plus(p.fra, -1), ydelsesdage)
            if gruppeskift or brudt:
                luk(sidst)
                genstart = not brudt
        if not samling:
            # from revalidering without a break: a change of group, no new start with a new first week
            foer = [q for q in fakta.perioder if q.maalgruppe == "revalidend" and q.til is not None and q.til < p.fra]
            naer = bool(foer) and not brud(fakta, plus(foer[-1].til or p.fra, 1), plus(p.fra, -1), ydelsesdage)
            genstart = naer if not ud or not genstart else genstart
        samling.append(p)
    if samling:
        sidst = fakta.slut(samling[-1])
        egne_dage = {d for p in egne for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))}
        luk(sidst if sidst is not None and brud(fakta, plus(sidst, 1), fakta.pr, egne_dage) else None)
    kontakt(fakta, ud)
    return ud


def ydelse(p: Periode) -> str:
    """Integrationsydelse outside the programme counts as overgangsydelse (LAB-2019 209.8); LAS 22 gives one benefit
    under the names selvforsoergelses- og hjemrejseydelse or overgangsydelse."""
    return "overgangsydelse" if p.ydelse in {"integrationsydelse", "sho-ydelse"} else p.ydelse


def reformen(p: Periode, sidste_ydelse: str, sidste_dag: dt.date | None) -> bool:
    """The benefits that were gone on 1 July 2025, and kontanthjaelp in their place, at once or after a pause."""
    return (
        sidste_ydelse in {"uddannelseshjaelp", "overgangsydelse"}
        and p.ydelse == "kontanthjaelp"
        and sidste_dag is not None
        and sidste_dag < JULI_2025 <= p.fra
    )


def ny_periode(fakta: Fakta, foer: Periode, p: Periode, sidste_ydelse: str, sidste_dag: dt.date | None = None) -> bool:
    """LAB-2019 9: does the spell `p`, next after `foer`, start a new period though no month lies between them?"""
    if (foer.maalgruppe in TO_TIL_FEM) != (p.maalgruppe in TO_TIL_FEM):
        return True
    if p.maalgruppe in SYV_TIL_TI:
        if foer.maalgruppe != p.maalgruppe:
            return True
        return (
            p.maalgruppe != "revalidend"
            and "loentilskud" not in {p.ydelse, sidste_ydelse}
            and (ydelse(p) != sidste_ydelse)
        )
    if foer.maalgruppe in UNG and p.maalgruppe in VOKSEN:
        return True
    if p.ydelse == "loentilskud" or ydelse(p) == sidste_ydelse or sidste_ydelse == "loentilskud":
        return False
    if p.skift == "opholdskrav" and sidste_ydelse == "overgangsydelse":
        return False
    if reformen(p, sidste_ydelse, sidste_dag):
        return fakta.laes["ydelsesskift-2025"] == "ny-periode"
    return True


@husk
def nye(fakta: Fakta) -> list[Sammenhaeng]:
    """LAB-2019 9 and BEK-1180 8: a continuous period on the same benefit."""
    ud = _perioder(fakta, TO_TIL_FEM | SYV_TIL_TI)
    samme = [p for p in fakta.perioder if p.maalgruppe in SYV_TIL_TI and paa_samme(fakta, p)]
    if samme:
        # no change of benefit on the way to it and back: the period of 2-5 goes on around it
        ud = [s for s in ud if s.perioder[0].maalgruppe in SYV_TIL_TI]
        ud = sorted([*ud, *_perioder(fakta, TO_TIL_FEM, samme)], key=lambda s: s.foerste_dag)
    if fakta.laes["retur-efter-anden-ydelse"] == "samme-periode":
        # a quick return goes on with the period, from a benefit of another of these groups too
        ud = [s for egne in (TO_TIL_FEM, *({g} for g in sorted(SYV_TIL_TI))) for s in _perioder(fakta, egne)]
        ud.sort(key=lambda s: s.foerste_dag)
    kontakt(fakta, ud)
    return ud


def paa_samme(fakta: Fakta, p: Periode) -> bool:
    """Whether one of 7-10 came to it from 2-5 and went back to them on one benefit (revalidering on kontanthjaelp)."""
    foer = [q for q in fakta.perioder if q.fra < p.fra and q.ydelse != "ingen"]
    efter = [q for q in fakta.perioder if q.fra > p.fra and q.ydelse != "ingen"]
    naboer = [*foer[-1:], *efter[:1]]
    return len(naboer) == 2 and all(q.maalgruppe in TO_TIL_FEM and q.ydelse == p.ydelse for q in naboer)


def _perioder(  # noqa: C901, PLR0915 - one paragraph
    fakta: Fakta, egne: set[str], samme: list[Periode] | tuple[()] = ()
) -> list[Sammenhaeng]:
    """The periods of these groups; those of `samme` are of another one, on the same benefit."""
    ydelsesdage = {
        d
        for p in fakta.perioder
        if p.ydelse != "ingen" and p.maalgruppe != "fleksjob"
        for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))
    }
    # 'sammenhængende ... på samme ydelse': a month on another benefit breaks it too
    egne_dage = {
        d
        for p in fakta.perioder
        if p.ydelse != "ingen" and (p.maalgruppe in egne or p in samme)
        for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))
    }
    ud: list[Sammenhaeng] = []
    samling: list[Periode] = []
    genstart = False
    sidste_ydelse = ""
    sidste_dag: dt.date | None = None  # on that benefit
    skiftet = False  # the benefit changed by the reform, and the period goes on or not
    anden = False  # another benefit came between
    forrige: Periode | None = None

    def luk(til: dt.date | None) -> None:
        nonlocal skiftet
        if samling:
            s = Sammenhaeng(fakta, list(samling), genstart=genstart, ny=True)
            s.lukket = til
            for p in fakta.perioder:
                imellem = samling[0].fra < p.fra < samling[-1].fra
                if imellem and p.til is not None and p.ydelse in {q.ydelse for q in samling}:
                    s.ydelsesdage |= set(dage(p.fra, p.til))
            s.ydelsesskift_2025 = fakta.laes["ydelsesskift-2025"] == "uafklaret" and skiftet
            ud.append(s)
            samling.clear()
            skiftet = False

    for p in fakta.perioder:
        if p.ydelse == "ingen":
            continue
        if p in samme:
            forrige = p
            continue
        if p.maalgruppe not in egne:
            # another benefit: in the new law it ends the period, unless the reading lets a quick return go on
            anden = True
            forrige = p if p.maalgruppe in TO_TIL_FEM | SYV_TIL_TI else forrige
            continue
        if samling:
            foer = samling[-1]
            sidst = foer.til
            assert sidst is not None
            if anden and fakta.laes["retur-efter-anden-ydelse"] == "ny-periode":
                luk(sidst)
                genstart = True
            elif brud(fakta, plus(sidst, 1), plus(p.fra, -1), egne_dage):
                luk(sidst)
                genstart = False
            elif ny_periode(fakta, foer, p, sidste_ydelse, sidste_dag):
                luk(sidst)
                genstart = True
            else:
                opholdskrav = p.skift == "opholdskrav" and sidste_ydelse == "overgangsydelse"
                reform = foer.maalgruppe in TO_TIL_FEM and reformen(p, sidste_ydelse, sidste_dag)
                skiftet = skiftet or (reform and not opholdskrav)
        if not samling:
            sidst = forrige.til if forrige is not None else None
            if sidst is None or brud(fakta, plus(sidst, 1), plus(p.fra, -1), ydelsesdage):
                genstart = False
            elif forrige is not None and forrige.maalgruppe not in egne:
                genstart = True  # straight from another of the groups
        samling.append(p)
        forrige = p
        anden = False
        if p.ydelse != "loentilskud":
            sidste_ydelse, sidste_dag = ydelse(p), p.til
        elif len(samling) == 1:
            sidste_ydelse = "loentilskud"
    if samling:
        sidst = fakta.slut(samling[-1])
        afbrudt = sidst is not None and (
            brud(fakta, plus(sidst, 1), fakta.pr, egne_dage)
            or (anden and fakta.laes["retur-efter-anden-ydelse"] == "ny-periode")
        )
        luk(sidst if afbrudt else None)
    return ud


def kontakt(fakta: Fakta, perioder: list[Sammenhaeng]) -> None:
    """Groups 2-5 count from the first contact: the latest on or before the first day and after the previous period."""
    forrige_slut = dt.date.min
    for s in perioder:
        if s.perioder[0].maalgruppe in TO_TIL_FEM:
            henvendt = [h.dato for h in fakta.art("foerste-henvendelse") if forrige_slut < h.dato <= s.foerste_dag]
            if henvendt:
                s.fra = henvendt[-1]
            elif s.genstart:
                s.frist_uge_1 = fakta.laes["genstart"] == "med-ny-frist"
            forrige_slut = s.sidste_ydelsesdag  # a contact while on another kind of benefit is the first about this one


def faste(fakta: Fakta, gruppe: str) -> list[Sammenhaeng]:
    """The stretches of one group alone, joined unless a calendar month without the group lies between."""
    egne = [p for p in fakta.perioder if p.maalgruppe == gruppe and (p.ydelse != "ingen" or gruppe == "fleksjob")]
    egne_dage = {d for p in egne for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))}
    ud: list[Sammenhaeng] = []
    samling: list[Periode] = []
    for i, p in enumerate(egne):
        samling.append(p)
        naeste = egne[i + 1] if i + 1 < len(egne) else None
        sidst = fakta.slut(p)
        til = plus(naeste.fra, -1) if naeste is not None else fakta.pr
        # ressourceforloebsydelse: the same benefit, so another one in between ends the course at once
        andet = (
            gruppe != "revalidend"
            and sidst is not None
            and any(sidst < q.fra <= til and q.ydelse not in {"ingen", "loentilskud"} for q in fakta.perioder)
        )
        if sidst is not None and (andet or brud(fakta, plus(sidst, 1), til, egne_dage)):
            s = Sammenhaeng(fakta, samling, genstart=False, ny=False)
            s.lukket = sidst
            ud.append(s)
            samling = []
    if samling:
        ud.append(Sammenhaeng(fakta, samling, genstart=False, ny=False))
    return ud


def ophold(fakta: Fakta, grupper: set[str], *, med_ingen: bool = True) -> list[Sammenhaeng]:
    """The stretches in these groups without a day between."""
    ud: list[Sammenhaeng] = []
    samling: list[Periode] = []
    for p in [p for p in fakta.perioder if p.maalgruppe in grupper and (med_ingen or p.ydelse != "ingen")]:
        if samling and samling[-1].til is not None and plus(samling[-1].til, 1) < p.fra:
            ud.append(Sammenhaeng(fakta, samling, genstart=False, ny=False))
            samling = []
        samling.append(p)
    if samling:
        ud.append(Sammenhaeng(fakta, samling, genstart=False, ny=False))
    for s in ud:
        s.lukket = fakta.slut(s.perioder[-1])
    return ud


def tolv_maaneder(
    fakta: Fakta,
    anker: dt.date,
    start: dt.date,
    maaneder: int,
    holdt: list[dt.date],
    forlaenget: Callable[[dt.date, dt.date], dt.date],
) -> Iterator[tuple[dt.date, dt.date]]:
    """First and last days of the windows of 'inden for 12 kalendermåneder', in their order and without end.

    `start` is the first day that counts, `anker` the day from which the months run.
    """
    sidste_dag = fakta.laes["frist-maaned"] == "sidste-dag"
    k = 0
    fra = start
    while fakta.laes["delvis-fritagelse"] == "forlaenger":
        # the next window begins when the one before it has ended, and is as long
        frist = plus_maaneder(anker, maaneder * (k + 1), sidste_dag=sidste_dag)
        laengere = forlaenget(fra, frist)
        yield fra, laengere
        anker, k = (anker, k + 1) if laengere == frist else (laengere, 0)
        fra = plus(laengere, 1)
    valg = fakta.laes["tolv-maaneder"]
    if valg == "rullende":
        # so many in any 12 months: it is after an interview that they can come to fail, and after 12 months of none
        efter = [anker, *sorted({d for d in holdt if d > anker})]
        for i, dag in enumerate(efter):
            naeste = efter[i + 1] if i + 1 < len(efter) else None
            k = 0
            while True:
                fra = plus(plus_maaneder(dag, maaneder * k, sidste_dag=sidste_dag), 1)
                k += 1
                frist = plus_maaneder(dag, maaneder * k, sidste_dag=sidste_dag)
                yield start if i == 0 and k == 1 else fra, frist
                if naeste is not None and naeste <= frist:
                    break
    if valg == "hele-kalendermaaneder":
        # whole months, the 1st to the last; the days before the first of them belong to the first window
        foerste = start if start.day == 1 else plus(sidste_i_maaneden(start), 1)
        k = 0
        while True:
            naeste = plus_maaneder(foerste, maaneder)
            yield start if k == 0 else foerste, plus(naeste, -1)
            foerste, k = naeste, k + 1
    k = 0
    while True:
        fra = start if k == 0 else plus(plus_maaneder(anker, maaneder * k, sidste_dag=sidste_dag), 1)
        k += 1
        yield fra, plus_maaneder(anker, maaneder * k, sidste_dag=sidste_dag)
