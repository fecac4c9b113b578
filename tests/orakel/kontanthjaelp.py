"""The contact course on clock B: groups 2-5 by the old and the new act, and 7-10 by the new act and 209."""
# ruff: noqa: PLR0913, SIM102 - long and plain, as the paragraphs are

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.sag import Samtale

from .afgoerelse import aabningsdag, krav, naaet
from .dage import dage, plus
from .fakta import (
    JOB,
    OPFOELGNING,
    SYV_TIL_TI,
    TO_TIL_FEM,
    ULAEST_2026,
    UNG,
    VOKSEN,
    Fakta,
    Form,
    datoer,
    lovlige,
    uge_efter,
)
from .sammenhaeng import JULI_2025, Sammenhaeng, faste, gamle, nye, tolv_maaneder

ALLE = TO_TIL_FEM | SYV_TIL_TI
Krav = dict[str, Any]


def vurder(fakta: Fakta) -> list[Krav]:
    """Interview requirements of groups 2-5 and 7-10, except those of ledighedsydelse before 2020."""
    ud: list[Krav] = []
    efter = nye(fakta)
    for s in gamle(fakta):
        ud += Gammel(fakta, s, efter).alle()
    for gruppe in ("revalidend", "jobafklaring", "ressourceforloeb"):
        for s in faste(fakta, gruppe):
            g = Gammel(fakta, s, efter)
            ud += g.paragraf_18_1() if gruppe == "revalidend" else g.paragraf_18_2(gruppe)
    for s in efter:
        ud += Ny(fakta, s).alle()
    return [k for k in ud if k]


def krav_b(
    fakta: Fakta,
    s: Sammenhaeng,
    regel: str,
    grupper: set[str],
    *,
    frist: dt.date,
    gammel: bool,
    uafklaret: bool = False,
    serie: bool = False,
    kraevet: int = 1,
    fra: dt.date | None = None,
    periode_fra: dt.date | None = None,
    **mere: Any,
) -> list[Krav]:
    """A requirement whose deadline is a day of a continuous period, with the rules on a change of group."""
    vindue = kraevet >= 2 or regel.startswith("LAB-2019:209.4")  # the windows in which a number is counted
    if vindue and fra is not None and fakta.laes["corona-vindue"] == "forlaenges":
        if not gammel or frist < fakta.skift:
            frist = plus(frist, fakta.overlap(fra, frist))
    if gammel and frist >= fakta.skift and not s.kom_foer(fakta.skift, grupper):
        return []  # the act had gone before it named the person
    gruppe = s.gruppe(frist)
    andet = fakta.periode_paa(fakta.pr) if frist > fakta.pr and s.i_hul() else None
    if andet is not None and andet.ydelse == "loentilskud" and andet not in s.perioder:
        gruppe = andet.maalgruppe  # the gap is one in another group
    bundet = gruppe in grupper
    senere = [
        p.fra for p in s.perioder
        if p.fra > frist and p.maalgruppe in grupper and not (gammel and p.fra >= fakta.skift)
    ]  # fmt: skip
    if not bundet and (not s.grupper_foer(frist) & grupper or (senere and not serie)):
        # the deadline had passed when the person came into the group, or back into it
        valg = fakta.laes["passeret-frist-ved-skift"]
        if serie or not senere or valg == "opstaar-ikke":
            return []
        if valg == "paa-skiftedagen":
            frist, gruppe, bundet = senere[0], s.gruppe(senere[0]), True
        else:
            uafklaret, bundet = True, True
    if not uafklaret and fra is not None and fra <= frist and not any(s.gruppe(d) in grupper for d in dage(fra, frist)):
        return []  # left before the window began it never was this person's
    kendt = min(frist, fakta.pr)
    viger = gammel and frist >= fakta.skift
    # the suspension of 2020 can matter only to a requirement that is still one by then
    corona = fakta.suspenderet(frist) or (
        vindue
        and fra is not None
        and fakta.laes["corona-vindue"] == "uafklaret"
        and fakta.overlapper_suspension(fra, frist)
    )
    return [
        krav(
            fakta,
            regel,
            periode_fra=periode_fra or s.fra,
            fra=fra,
            frist=frist,
            kraevet=kraevet,
            slut=not bundet,
            viger=viger,
            ulaest=not gammel and frist >= ULAEST_2026,
            uafklaret=uafklaret
            or (corona and not viger)
            or fakta.i_ordning("forsoegskommune", kendt)
            or (s.ydelsesskift_2025 and frist >= JULI_2025),
            fritaget=frist <= fakta.pr and gruppe is not None and fakta.undtaget(frist, gruppe),
            i_hul=s.i_hul() and frist > s.sidste_ydelsesdag,
            **mere,
        )
    ]


def formen(fakta: Fakta, s: Sammenhaeng, seks: dt.date | None = None) -> Form:
    """The lawful forms by the person's group on the day."""
    return Form(fakta, lambda dag: s.gruppe(dag) or s.perioder[-1].maalgruppe, seks)


def forlaenget(s: Sammenhaeng, fra: dt.date | None, frist: dt.date) -> dt.date:
    """The deadline of an interview with the days on which the person was exempt (reading `delvis-fritagelse`)."""

    def fri(dag: dt.date) -> bool:
        return s.fakta.undtaget(dag, s.gruppe(dag) or s.perioder[-1].maalgruppe)

    return s.fakta.forlaenget(fra, frist, fri, slut=s.lukket)


def ny_ved_skiftet(fakta: Fakta, perioder: list[Sammenhaeng]) -> Sammenhaeng | None:
    """The new-law period in which the person stood on the day of the switch."""
    for s in perioder:
        if s.fra < fakta.skift and (s.lukket is None or s.lukket >= fakta.skift):
            return s
    return None


def paragraf_209(fakta: Fakta, s: Sammenhaeng) -> tuple[str, int] | None:
    """Which part of 209.3-4 names the person, and how many; number 0 where the bands fit nobody; None past 6 months."""
    gruppe = s.gruppe(fakta.skift)
    if gruppe not in ALLE:
        return None
    seks = s.maaneder_efter(s.fra, 6)
    if seks < fakta.skift:
        return None
    dage_ = (fakta.skift - s.fra).days
    if fakta.laes["kort-hul"] == "medregnes-ikke":
        dage_ -= 7 * sum(1 for man in s.tomme_uger() if man < fakta.skift)
    uger = dage_ // 7 if fakta.laes["uger-209"] == "fuldfoerte" else -(-dage_ // 7)
    if uger < 13:
        return "LAB-2019:209.3", 4
    udenfor = uger > 25 or seks == fakta.skift
    if gruppe in {"jobparat", "uddannelsesparat"}:
        return "LAB-2019:209.4.2", 0 if udenfor else 1
    if uger <= 20:
        return "LAB-2019:209.4.1a", 2
    return "LAB-2019:209.4.1b", 0 if udenfor else 1


class Gammel:
    """LAB-2016 kap. 7 in one old period."""

    def __init__(self, fakta: Fakta, s: Sammenhaeng, efter: list[Sammenhaeng]) -> None:
        self.fakta, self.s = fakta, s
        self.form = formen(fakta, s, s.maaneder_efter(s.fra, 6))
        self.til = min(s.sidste_dag(), plus(fakta.skift, -1))
        ny = ny_ved_skiftet(fakta, efter)
        # 209 and 32 name those who had the benefit on the day
        paa = ny is not None and fakta.periode_paa(fakta.skift) in ny.perioder
        band = paragraf_209(fakta, ny) if ny is not None and paa else None
        self.efterfoelger = (band[0] if band else "LAB-2019:32.1") if paa else None

    def alle(self) -> list[Krav]:
        """20, 20 a, 17, 18.4."""
        if self.s.fra >= self.fakta.skift:
            return []
        return self.paragraf_20() + self.paragraf_17() + self.paragraf_18_4()

    def samtaler(
        self, *, ikke_lempet: bool, arter: set[str] = JOB, senere: bool = False, standby: bool = True
    ) -> list[dt.date]:
        """The days of the interviews held in the period under the old act; an old duty can be met late after it."""
        til = self.s.sidste_dag() if ikke_lempet or senere else self.til
        fundet = lovlige(self.fakta, self.form, self.s.fra, til, ikke_lempet=ikke_lempet, arter=arter)
        foer = plus(self.fakta.skift, -1)  # follow-up without contact meets an old duty where the old act knew it
        return [
            x.dato
            for x in fundet
            if x.form != "standby"
            or (standby and self.fakta.standby_lovlig(min(x.dato, foer), self.form.gruppe(x.dato)))
        ]

    def uge_1(self) -> dt.date:
        """1 week from the first contact; as benefit weeks the first of them, that of the contact."""
        uger = self.fakta.laes["uge-og-tre-maaneder"] == "ydelsesuger"
        return forlaenget(self.s, self.s.fra, self.s.ydelsesuge(1) if uger else uge_efter(self.fakta, self.s.fra, 7))

    def maaned_3(self) -> dt.date:
        """3 calendar months from the first contact, or 13 benefit weeks."""
        uger = self.fakta.laes["uge-og-tre-maaneder"] == "ydelsesuger"
        return forlaenget(self.s, self.s.fra, self.s.ydelsesuge(13) if uger else self.s.kalender(self.s.fra, 3))

    def efter_den_foerste(self, to_mere: str) -> list[dt.date]:
        """The interviews that may serve 20.2 and 20 a.2: held after the first one, on its day too.

        They are those of jobparate and uddannelsesparate, for whom there is no follow-up without contact (18.6).
        """
        alle = self.samtaler(ikke_lempet=True)
        holdt = self.samtaler(ikke_lempet=True, standby=False)
        ingen_foerste = not self.s.frist_uge_1 or (
            # its week had passed when the person came into the groups of the paragraph
            self.fakta.laes["passeret-frist-ved-skift"] == "opstaar-ikke"
            and not self.s.kom_foer(plus(self.uge_1(), 1), VOKSEN if to_mere == "jobparat" else UNG)
        )
        if self.fakta.laes["foerste-samtale-medregnes"] == "ja" or ingen_foerste:
            return holdt
        return holdt[1:] if alle[:1] == holdt[:1] else holdt

    def paragraf_20(self) -> list[Krav]:
        """20.1 and 20 a.1: within a week; 20.2 and 20 a.2: two more within 3 months."""
        fakta, s = self.fakta, self.s
        holdt = self.samtaler(ikke_lempet=True)
        uge, tre = self.uge_1(), self.maaned_3()
        ud: list[Krav] = []
        for regel, grupper in (("LAB-2016:20.1", VOKSEN), ("LAB-2016:20a.1", UNG)):
            if uge < fakta.skift and s.frist_uge_1:  # else the twin LAB-2019:31.3 goes on
                ud += krav_b(
                    fakta,
                    s,
                    regel,
                    grupper,
                    frist=uge,
                    gammel=True,
                    fra=s.fra,
                    medregnet=holdt[:1],
                    opfyldt=naaet(holdt, 1),
                )
        for regel, gruppe in (("LAB-2016:20.2", "jobparat"), ("LAB-2016:20a.2", "uddannelsesparat")):
            mulige = [d for d in self.efter_den_foerste(gruppe) if tre < fakta.skift or d < fakta.skift]
            ud += krav_b(
                fakta,
                s,
                regel,
                {gruppe},
                frist=tre,
                gammel=True,
                fra=s.fra,  # 'inden for de første 3 måneder': from the first contact, the first interview not counted
                kraevet=2,
                medregnet=mulige[:2],
                opfyldt=naaet(mulige, 2),
                efterfoelger=self.efterfoelger,
            )
        return ud

    def gruppe_ved_3(self) -> str | None:
        """The group at 3 months; the two more held before the period ended were held."""
        gruppe, sidst = self.s.gruppe(self.maaned_3()), self.s.perioder[-1].maalgruppe
        return sidst if gruppe is None and len(self.efter_den_foerste(sidst)) >= 2 else gruppe

    def anker(self, to_mere: str) -> dt.date:
        """The day after which 17 and 18.4 begin: that of the last interview of 20 or 20 a, or their deadline."""

        def moedt(dag: dt.date | None, frist: dt.date) -> dt.date:
            """Met in time or late; lapsed for an exemption it was never met, but in a trial all is open."""
            gruppe = self.s.gruppe(frist)
            fri = gruppe is not None and frist <= self.fakta.pr and self.fakta.undtaget(frist, gruppe)
            fri = fri and not self.fakta.i_ordning("forsoegskommune", min(frist, self.fakta.pr))
            return frist if dag is None or (dag > frist and fri) else dag

        holdt = self.samtaler(ikke_lempet=True)
        foerste = moedt(holdt[0] if holdt else None, self.uge_1())
        to_holdt, skift = naaet(self.efter_den_foerste(to_mere), 2), self.fakta.skift
        viger = self.maaned_3() >= skift and (to_holdt is None or to_holdt >= skift)
        if self.gruppe_ved_3() == to_mere and not (viger and self.s.frist_uge_1):
            to = moedt(to_holdt, self.maaned_3())
            foerst_bundet = self.s.gruppe(self.uge_1()) in (VOKSEN if to_mere == "jobparat" else UNG)
            return max(foerste, to) if self.s.frist_uge_1 and foerst_bundet else to
        if self.s.frist_uge_1:
            return foerste
        return self.maaned_3() if self.kom_ikke(to_mere) else self.s.fra

    def kom_ikke(self, to_mere: str) -> bool:
        """The two more were still to come when the period ended: nothing comes after them."""
        slut = self.s.lukket
        return slut is not None and self.maaned_3() > slut and self.s.gruppe(slut) == to_mere

    def vinduer(
        self,
        regel: str,
        grupper: set[str],
        anker: dt.date,
        maaneder: int,
        antal: int,
        holdt: list[dt.date],
        *,
        fra_start: bool,
        periode_fra: dt.date | None = None,
    ) -> list[Krav]:
        """Windows of `maaneder` calendar months, each judged alone when it has run out."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        start = anker if fra_start else plus(anker, 1)
        vinduer = tolv_maaneder(fakta, anker, start, maaneder, holdt, lambda a, b: forlaenget(s, a, b))
        for k, (fra, frist) in enumerate(vinduer, start=1):
            if fra >= fakta.skift or (s.lukket is not None and fra > s.lukket):
                break
            i_vinduet = [d for d in holdt if fra <= d <= aabningsdag(fakta, frist)]
            ud += krav_b(
                fakta,
                s,
                regel,
                grupper,
                frist=frist,
                gammel=True,
                serie=True,
                trin=k,
                fra=fra,
                kraevet=antal,
                medregnet=i_vinduet[:antal],
                opfyldt=naaet(i_vinduet, antal),
                for_sent_muligt=False,
                efterfoelger=self.efterfoelger,
                periode_fra=periode_fra,
            )
            if frist > fakta.pr or frist >= fakta.skift or (s.lukket is not None and frist > s.lukket):
                break
        return ud

    def paragraf_17(self) -> list[Krav]:
        """17.1: after 20, four within 12 calendar months; who was never bound by 20, from the day 17 came to bind."""
        s = self.s
        anker = self.anker("jobparat")
        if s.frist_uge_1 and s.gruppe(self.uge_1()) is None:
            return []  # the period ended before the first talk was due: nothing comes after it
        if s.gruppe(self.uge_1()) not in VOKSEN and self.gruppe_ved_3() != "jobparat":
            senere = [p.fra for p in s.perioder if p.maalgruppe in VOKSEN]
            if not senere or self.kom_ikke("jobparat"):
                return []
            anker = s.fra if senere[0] == s.foerste_dag else senere[0]
        return self.vinduer("LAB-2016:17.1", VOKSEN, anker, 12, 4, self.samtaler(ikke_lempet=False), fra_start=False)

    def hver_gang(
        self,
        regel: str,
        grupper: set[str],
        anker: dt.date,
        maaneder: int,
        holdt: list[dt.date],
        til: dt.date | None,
        *,
        trin: int = 1,
    ) -> list[Krav]:
        """'At latest each time N months have passed': from the last interview, or from a missed deadline.

        An interview after a missed deadline, but not after the one that would follow it, meets the missed step late.
        """
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        while True:
            frist = forlaenget(s, plus(anker, 1), s.hver(anker, maaneder))
            naeste = forlaenget(s, plus(frist, 1), s.hver(frist, maaneder))
            holdt_nu = [d for d in holdt if anker < d <= naeste][:1]
            if frist >= fakta.skift:
                holdt_nu = [d for d in holdt_nu if d < fakta.skift]
            fra = plus(anker, 1)
            if fra >= fakta.skift or (til is not None and fra > til):
                break
            ud += krav_b(
                fakta,
                s,
                regel,
                grupper,
                frist=frist,
                gammel=True,
                serie=True,
                trin=trin,
                fra=fra,
                medregnet=holdt_nu,
                opfyldt=naaet(holdt_nu, 1),
                efterfoelger=self.efterfoelger,
            )
            if frist > fakta.pr or frist >= fakta.skift or (til is not None and frist > til and not holdt_nu):
                break
            anker = holdt_nu[0] if holdt_nu else frist
            trin += 1
        return ud

    def paragraf_18_4(self) -> list[Krav]:
        """18.4: after the interview(s) of 20 a, at latest each continuous 2 months."""
        s = self.s
        holdt = self.samtaler(ikke_lempet=False, senere=True)
        ud: list[Krav] = []
        i = 0
        while i < len(s.perioder):
            if s.perioder[i].maalgruppe != "aktivitetsparat-ung":
                i += 1
                continue
            j = i
            while j + 1 < len(s.perioder) and s.perioder[j + 1].maalgruppe == "aktivitetsparat-ung":
                j += 1
            # 'efter at samtalen efter § 20 a er afholdt', and not before the person came into the group
            bundet = s.gruppe(self.uge_1()) in UNG or self.gruppe_ved_3() == "uddannelsesparat"
            ind = s.fra if i == 0 else s.perioder[i].fra
            anker = max(self.anker("uddannelsesparat"), ind) if bundet else ind
            til = plus(s.perioder[j + 1].fra, -1) if j + 1 < len(s.perioder) else s.lukket
            foerste = self.samtaler(ikke_lempet=True)
            if i == 0 and s.gruppe(self.uge_1()) is None and foerste:
                anker = foerste[0]  # held in a period that ended before it was due, it was held all the same
            if i > 0 or foerste or s.gruppe(self.uge_1()) is not None:
                ud += self.hver_gang("LAB-2016:18.4", {"aktivitetsparat-ung"}, anker, 2, holdt, til, trin=len(ud) + 1)
            i = j + 1
        return ud

    def paragraf_18_1(self) -> list[Krav]:
        """18.1: at latest each accumulated 3 months on benefit or in offers."""
        if self.s.fra >= self.fakta.skift:
            return []
        holdt = self.samtaler(ikke_lempet=False, senere=True)
        return self.hver_gang("LAB-2016:18.1", {"revalidend"}, self.s.fra, 3, holdt, self.s.lukket)

    def paragraf_18_2(self, gruppe: str) -> list[Krav]:
        """18.2: six within 12 calendar months; 68 e.3: six within 6 from the intensified course."""
        fakta, s = self.fakta, self.s
        if s.fra >= fakta.skift:
            return []
        holdt = self.samtaler(ikke_lempet=False, arter=OPFOELGNING)
        ud = self.vinduer("LAB-2016:18.2", {gruppe}, s.fra, 12, 6, holdt, fra_start=True)
        for h in fakta.art("intensiveret-forloeb"):
            if gruppe == "jobafklaring" and s.fra <= h.dato <= s.sidste_dag():
                ud += self.vinduer("LAB-2016:68e.3", {gruppe}, h.dato, 6, 6, holdt, fra_start=True)
        return ud


class Ny:
    """LAB-2019 31 and 209.3-4 in one new period."""

    def __init__(self, fakta: Fakta, s: Sammenhaeng) -> None:
        self.fakta, self.s = fakta, s
        self.seks = s.seks_maaneder()
        # 33 says 'efter de første 6 måneder': the reading is of 'inden for' them
        self.form = formen(fakta, s, s.maaneder_efter(s.fra, 6))
        syv_otte = s.perioder[0].maalgruppe in {"jobafklaring", "ressourceforloeb"}
        self.job: list[Samtale] = lovlige(
            fakta, self.form, s.fra, s.sidste_dag(), arter=OPFOELGNING if syv_otte else JOB
        )
        self.foerste: list[Samtale] = lovlige(fakta, self.form, s.fra, s.sidste_dag(), selve_den_foerste=True)

    def alle(self) -> list[Krav]:
        """31.3, 31.1, 209."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        holdt = datoer(self.job)
        uge = forlaenget(s, s.fra, uge_efter(fakta, s.fra, 7))
        if s.perioder[0].maalgruppe in TO_TIL_FEM and s.frist_uge_1 and uge >= fakta.skift:
            ud += krav_b(
                fakta,
                s,
                "LAB-2019:31.3",
                TO_TIL_FEM,
                frist=uge,
                gammel=False,
                fra=s.fra,
                medregnet=datoer(self.foerste)[:1],
                opfyldt=naaet(datoer(self.foerste), 1),
            )
        if s.fra >= fakta.skift or (
            self.seks >= fakta.skift
            and
            # off the benefit on the day: 209 names those who had it, who came back meets the new rules
            fakta.pr >= fakta.skift
            and fakta.skift not in s.ydelsesdage
            and s.sidste_ydelsesdag > fakta.skift
        ):
            ud += krav_b(
                fakta,
                s,
                "LAB-2019:31.1",
                ALLE,
                frist=forlaenget(s, s.fra, self.seks),
                gammel=False,
                fra=s.fra,
                kraevet=4,
                medregnet=holdt[:4],
                opfyldt=naaet(holdt, 4),
            )
        elif fakta.skift in s.ydelsesdage:
            ud += self.overgang()
        return ud

    def i_25_uger(self) -> list[Samtale]:
        """The interviews of kap. 7 held in the 25 weeks before the switch."""
        fakta = self.fakta

        def gruppe(dag: dt.date) -> str:
            return self.s.gruppe(dag) or self.s.perioder[0].maalgruppe

        form = Form(fakta, gruppe)
        fra, til = plus(fakta.skift, -25 * 7), plus(fakta.skift, -1)
        return [
            x
            for x in fakta.samtaler
            if fra <= x.dato <= til and x.art in OPFOELGNING and fakta.afholdt(x) and not fakta.af_a_kasse(x)
            and (x.form == "standby" or form.lab(x))
        ]  # fmt: skip

    def overgang(self) -> list[Krav]:
        """209.3 and 209.4: by the weeks on the same benefit on the day of the switch."""
        fakta, s = self.fakta, self.s
        navngivet = paragraf_209(fakta, s)
        if navngivet is None:
            return []
        regel, antal = navngivet
        job = self.job
        if fakta.laes["kredit-209"] == "nej" and s.gruppe(fakta.skift) == "ledighedsydelse":
            job = [x for x in job if x.dato >= fakta.skift]
        if regel == "LAB-2019:209.3":
            fra = max(s.fra, plus(fakta.skift, -13 * 7))
            holdt = [x.dato for x in job if x.dato >= fra]
            undtaget = False
        else:
            fra = fakta.skift
            holdt = [x.dato for x in job if x.dato >= fakta.skift]
            # 'de seneste 25 uger': in whatever course
            undtaget = len(self.i_25_uger()) >= 4
            if regel.endswith("1a") and fakta.laes["medmindre-209"] == "kun-21-25":
                undtaget = False
        return krav_b(
            fakta,
            s,
            regel,
            ALLE,
            # exempt under the act before, nobody was exempt from this
            frist=forlaenget(s, max(fra, fakta.skift), self.seks),
            gammel=False,
            fra=fra,
            kraevet=antal or 1,
            medregnet=holdt[: antal or 1],
            opfyldt=naaet(holdt, antal or 1),  # in no band: met all the same where the one of either was held
            bortfalder=undtaget,  # with four held nothing more is asked, whichever band it is
            uafklaret=not antal,
        )
