"""Dagpengemodtagere: the contact course on clock A, before 2020, in the transition, from 2020 and from 2024."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from kontaktforloeb.sag import Samtale

from .afgoerelse import aabningsdag, fordel, krav, naaet
from .dage import dage, plus, plus_maaneder
from .fakta import DP, RAAD_SKIFT, ULAEST_2026, Fakta, Form, august_2021, corona_fjern, datoer, lovlige, uge_efter
from .ledighed import MAANED, Dagpengeperiode, Ur, dagpengeperioder, forsikring, overdragelse

LOV_2024 = dt.date(2024, 1, 1)
Krav = dict[str, Any]


def vurder(fakta: Fakta) -> list[Krav]:
    """Every interview requirement of the person's dagpengeperioder."""
    ud: list[Krav] = []
    for periode in dagpengeperioder(fakta):
        ud += Forloeb(fakta, periode).alle()
    return ud


def fravalgte(
    fakta: Fakta, orden: list[tuple[str, dt.date | None, dt.date | None]], fra: dt.date = dt.date.min
) -> set[str]:
    """The requirements for which the a-kasse was declined. `orden`: name, deadline, the day it was met."""
    ud: set[str] = set()
    # of the two on one day the taking back comes last
    valg = sorted(fakta.art("a-kasse-fravalg", "a-kasse-tilvalg"), key=lambda h: (h.dato, h.art == "a-kasse-tilvalg"))
    for h in valg:
        if h.dato < fra:
            continue  # of an earlier course
        i_tide = [(n, moedt) for n, frist, moedt in orden if frist is None or frist >= h.dato]
        aabne = [n for n, moedt in i_tide if not moedt or moedt > h.dato]
        if h.art == "a-kasse-tilvalg":
            ud -= {n for n, _ in i_tide}  # also one held meanwhile: its time is not out
        elif h.gaelder != "naeste":
            ud |= set(aabne)
        else:
            ud |= set([n for n in aabne if n not in ud][:1])
    return ud


class Forloeb:
    """The rules of one dagpengeperiode."""

    def __init__(self, fakta: Fakta, periode: Dagpengeperiode) -> None:
        self.fakta, self.p = fakta, periode
        self.ur = Ur(periode)
        self.m6 = self.ur.naar(maaneder=6)
        self.m16 = self.ur.naar(maaneder=16)
        self.lukket = periode.til is not None
        self.form = Form(fakta, lambda _dag: DP, self.m6)
        self.orden: list[tuple[str, dt.date | None, dt.date | None]] = []  # the joint interviews, in their order
        self.altid_undtaget = bool(periode.ydelsesdage) and all(fakta.undtaget(d, DP) for d in periode.ydelsesdage)

    def staar(self, navn: str, frist: dt.date | None, moedt: dt.date | None) -> None:
        """A joint interview of the old act in the order: after the switch it is not to come."""
        til = plus(self.fakta.skift, -1)
        self.orden.append((navn, til if frist is None else min(frist, til), moedt))

    def uden(self, navn: str) -> list[tuple[str, dt.date | None, dt.date | None]]:
        """The joint interviews but that one: what takes its place under the new act is the same one declined."""
        return [x for x in self.orden if x[0] != navn]

    def alle(self) -> list[Krav]:
        """All the rules that this period can meet."""
        ud = [*self.raadighed(), *self.kontrol_cv()]
        if self.p.fra >= LOV_2024:
            return ud + self.fra_2024()
        if self.p.fra >= self.fakta.skift:
            return ud + self.fra_2020()
        return ud + self.gamle() + self.overgang()

    # what every rule on the hour clock shares

    def time_krav(
        self,
        regel: str,
        *,
        frist: dt.date | None,
        gammel: bool = False,
        bortfalder: bool = False,
        uvist: bool = False,
        **mere: Any,
    ) -> Krav:
        """With a deadline on the hour clock; `uvist` where the law does not say if it is owed."""
        fakta = self.fakta
        frist = self.til(mere.get("fra"), frist)
        if frist is None and self.lukket and not gammel and self.p.ydelsesdage[-1] >= ULAEST_2026:
            mere["opfyldt"] = None  # the act of 2026 is unread, and nothing fell due
        if frist is None:
            altid = self.altid_undtaget
            if "LAB-2019:209" in regel:  # it binds from the switch on
                altid = all(fakta.undtaget(d, DP) for d in self.p.ydelsesdage if d >= fakta.skift)
            slut = self.lukket or (altid and not fakta.paa_dagpenge(fakta.pr))
            viger = gammel and fakta.pr >= fakta.skift
            ulaest = not gammel and not self.lukket and fakta.pr >= ULAEST_2026
            fritaget = False
            frikommune = fakta.i_ordning("forsoegskommune", fakta.pr) and not self.lukket
        else:
            slut = not fakta.paa_dagpenge(frist) or (self.p.til is not None and frist > self.p.til)
            viger = gammel and frist >= fakta.skift
            ulaest = not gammel and frist >= ULAEST_2026
            fritaget = fakta.undtaget(frist, DP)
            frikommune = fakta.i_ordning("forsoegskommune", min(frist, fakta.pr))
        return krav(
            fakta,
            regel,
            periode_fra=self.p.fra,
            frist=frist,
            # a period whose last day on the benefit was before the law is not shown
            dag=self.p.ydelsesdage[-1] if frist is None and self.lukket else None,
            slut=slut,
            viger=viger,
            ulaest=ulaest,
            # what ended before its last day is owed by nobody, whether it was or not
            uafklaret=mere.pop("uafklaret", False)
            or (uvist and not (frist is None and slut))
            or (frikommune and regel != "LAB-2024:31.1a"),
            fritaget=fritaget,
            bortfalder=bortfalder,
            **mere,
        )

    def til(self, fra: dt.date | None, frist: dt.date | None) -> dt.date | None:
        """The deadline with the exempt days (reading `delvis-fritagelse`)."""
        if frist is None:
            return None
        return self.fakta.forlaenget(fra, frist, lambda dag: self.fakta.undtaget(dag, DP))

    # LAB-2016

    def gamle(self) -> list[Krav]:
        """LAB-2016 19, 16 a, 16 b, 26 a.3."""
        fakta, p = self.fakta, self.p
        til = min(p.sidste_dag(), plus(fakta.skift, -1))
        alle = lovlige(fakta, self.form, p.fra, til)
        vejledning = [s for s in alle if s.formaal == "vejledning-jobrettet-uddannelse"]
        job = [s for s in alle if s not in vejledning]
        # an old duty can be met late after the switch, but not without contact, which the old act did not know here
        sene = [s for s in lovlige(fakta, self.form, p.fra, p.sidste_dag()) if s.form != "standby"]
        # the guidance of 26 a.3 is 'en samtale', of whatever kind
        andre = lovlige(fakta, self.form, p.fra, p.sidste_dag(), arter={"anden"})
        sene += [s for s in andre if s.formaal == "vejledning-jobrettet-uddannelse" and s.form != "standby"]
        sene.sort(key=lambda s: s.dato)
        uge_6 = self.ur.naar(uger=6)
        kan_sene = uge_6 is not None and uge_6 < fakta.skift
        # 16 a.5 lets those of 16 a.1-2 be held otherwise in an offer, not the first of 19
        foerste = lovlige(fakta, self.form, p.fra, p.sidste_dag() if kan_sene else til, ikke_lempet=True)
        ud = self.gamle_foerste(
            [s for s in foerste if s.formaal != "vejledning-jobrettet-uddannelse" and s.form != "standby"]
        )
        self.sene = sene
        ud += self.gamle_maanedlige()
        ud += self.gamle_senere(job)
        ud += self.vejledning(job, [s for s in sene if s.formaal == "vejledning-jobrettet-uddannelse"])
        return ud

    def gamle_foerste(self, job: list[Samtale]) -> list[Krav]:
        """19: the first jobsamtale after the cv-samtale, at latest at 6 weeks; 16 b.1.1: jointly, if needed."""
        fakta, p = self.fakta, self.p
        frist = self.ur.naar(uger=6)
        cv = [
            s.dato
            for s in fakta.samtaler
            if s.art == "cv-samtale" and fakta.afholdt_altid(s) and plus_maaneder(p.fra, -3) <= s.dato <= p.sidste_dag()
        ]
        # the one of the registration the course began with
        senere = [h.dato for h in fakta.art("tilmelding") if h.dato > p.ydelsesdage[0]]
        if cv and senere and cv[0] >= senere[0]:
            cv = []
        mulige = job
        if cv and fakta.laes["foer-cv-samtale"] == "nej":
            mulige = [s for s in job if s.dato >= cv[0]]
        foerste = mulige[0] if mulige else None
        ud = [
            self.time_krav(
                "LAB-2016:19",
                frist=frist,
                gammel=True,
                fra=p.fra,
                medregnet=datoer(mulige[:1]),
                opfyldt=foerste.dato if foerste else None,
                efterfoelger="LAB-2019:209.2a",
            )
        ]
        dag = frist or fakta.pr
        if dt.date(2015, 7, 1) <= dag <= dt.date(2016, 6, 30):
            return ud
        # 16 b.1.1: for that talk, so not what is found or asked for when it is over
        senest = min([dag, p.sidste_dag()] + ([foerste.dato] if foerste else []))
        behov = any(p.fra <= h.dato <= senest for h in fakta.art("behov-for-a-kasse"))
        # 16 b.3: until 1 July 2016 the a-kasse takes no part in the first talk, whenever its last day is
        behov = behov and not (foerste is not None and foerste.dato < dt.date(2016, 7, 1))
        faelles = foerste if foerste is not None and fakta.med_a_kasse(foerste) else None
        if behov:
            self.staar("1", frist, faelles.dato if faelles else None)
        afslag = "1" in fravalgte(fakta, self.orden, self.p.fra)
        ud.append(
            self.time_krav(
                "LAB-2016:16b.1.1",
                frist=frist,
                gammel=True,
                fra=p.fra,
                medregnet=[faelles.dato] if faelles else [],
                opfyldt=faelles.dato if faelles else None,
                bortfalder=not behov or bool(afslag),
                efterfoelger="LAB-2019:209.2b",
            )
        )
        return ud

    def gamle_maanedlige(self) -> list[Krav]:
        """16 a.1 and 16 a.4: one each month and at least six in the first 6 months; 16 b.1.2: one of them jointly."""
        fakta, p, m6 = self.fakta, self.p, self.m6
        ud: list[Krav] = []
        vejl = [s for s in self.sene if s.formaal == "vejledning-jobrettet-uddannelse"]
        uden = [s for s in self.sene if s not in vejl]
        alle = sorted(uden + vejl[:1], key=lambda s: s.dato)

        def kan(samtaler: list[Samtale], frist: dt.date | None) -> list[dt.date]:
            """An old duty due before the switch can be met late after it; one that gives way cannot."""
            sene = frist is not None and frist < fakta.skift
            return [s.dato for s in samtaler if (sene or s.dato < fakta.skift) and (m6 is None or s.dato <= m6 or sene)]

        brugt: list[dt.date] = []
        for k in range(1, 7):
            nominel = self.ur.naar(maaneder=k)
            # earlier, or up to two weeks later; the sixth by 6 months, since 16 a.4 allows no later
            frist = nominel if nominel is None or k == 6 else self.tolerance(nominel, k)
            if k == 1 and frist is not None:  # 'jf. dog § 19': the first is not due before the 6 weeks
                seks_uger = self.ur.naar(uger=6)
                frist = None if seks_uger is None else max(frist, seks_uger)
            i_fasen = [d for d in kan(alle, frist) if m6 is None or d <= m6]
            fra, nu = self.trin(i_fasen, k, p.fra, self.ur.naar(maaneder=k - 1) if k > 1 else None, brugt)
            ud.append(
                self.time_krav(
                    "LAB-2016:16a.1",
                    trin=k,
                    frist=frist,
                    gammel=True,
                    fra=fra,
                    medregnet=nu,
                    opfyldt=naaet(nu, 1),
                    efterfoelger="LAB-2019:209.2a",
                )
            )
            if nominel is None or nominel >= fakta.skift:
                break
        dage_ = kan(alle, m6)
        ud.append(
            self.time_krav(
                "LAB-2016:16a.4a",
                frist=m6,
                gammel=True,
                fra=p.fra,
                kraevet=6,
                medregnet=dage_[:6],
                opfyldt=naaet(dage_, 6),
                efterfoelger="LAB-2019:209.2a",
            )
        )
        m4 = self.ur.naar(maaneder=4)
        faelles = kan([s for s in uden if fakta.med_a_kasse(s) and m4 is not None and s.dato >= m4], m6)
        self.staar("2", m6, naaet(faelles, 1))
        afslag = "2" in fravalgte(fakta, self.orden, self.p.fra)
        ud.append(
            self.time_krav(
                "LAB-2016:16b.1.2",
                frist=m6,
                gammel=True,
                fra=m4,
                medregnet=faelles[:1],
                opfyldt=naaet(faelles, 1),
                bortfalder=bool(afslag),
                efterfoelger="LAB-2019:209.2b",
            )
        )
        return ud

    def trin(
        self, holdt: list[dt.date], k: int, fra: dt.date | None, forrige: dt.date | None, brugt: list[dt.date]
    ) -> tuple[dt.date | None, list[dt.date]]:
        """The first day for step `k` of a series, and the interview that fills it.

        From the start of the phase step k takes the k-th interview. From the step before it takes the first one held
        after that step's time which the steps before have left over (`brugt`).
        """
        if self.fakta.laes["tidlig-samtale"] == "fasen":
            return fra, holdt[k - 1 : k]
        if k > 1:
            fra = plus(forrige, 1) if forrige else None
        tilbage = list(holdt)
        for dag in brugt:
            if dag in tilbage:
                tilbage.remove(dag)
        nu = [dag for dag in tilbage if fra is not None and dag >= fra][:1]
        brugt += nu
        return fra, nu

    def tolerance(self, nominel: dt.date, maaneder: int) -> dt.date | None:
        """16 a.4: up to two weeks later, by the calendar or by two weeks' hours."""
        if self.fakta.laes["tolerance"] == "timer":
            return self.ur.naar(maaneder=maaneder, uger=2)
        return plus(nominel, 14)

    def gamle_senere(self, job: list[Samtale]) -> list[Krav]:
        """16 a.2, 16 a.4 second part, 16 a.3 and 16 b.1.3: after the first 6 months."""
        fakta, m6 = self.fakta, self.m6
        fra = plus(m6, 1) if m6 else None
        i_fasen = [s for s in job if m6 is not None and s.dato > m6]
        trinvise = datoer(s for s in i_fasen if s.formaal != "16-maaneder")
        uden_seksten = list(trinvise)
        senere = [
            s.dato for s in self.sene
            if s.formaal not in {"16-maaneder", "vejledning-jobrettet-uddannelse"} and m6 is not None and s.dato > m6
        ]  # fmt: skip
        seksten = [s for s in self.seksten_kandidater(job) if self.form.lab(s, ikke_lempet=True)][:1]
        if seksten and self.m16 is not None and seksten[0].dato > self.m16:
            seksten = []  # held after its time it is not yet in the way of the others
        ud: list[Krav] = []
        brugt: list[dt.date] = []
        k = 0
        while True:
            k += 1
            # 16 a.3: held besides those of 16 a.2, so none of the steps at 18 months and later
            umaerket = seksten and seksten[0].formaal != "16-maaneder" and fakta.laes["seksten-maaneder"] != "enhver"
            if k == 4 and umaerket:
                senere.remove(seksten[0].dato)
                if seksten[0].dato in trinvise:
                    trinvise.remove(seksten[0].dato)
            nominel = self.ur.naar(maaneder=6 + 3 * k)
            frist = self.tolerance(nominel, 6 + 3 * k) if nominel else None
            forrige = self.ur.naar(maaneder=3 + 3 * k)
            fra_k, nu = self.trin(senere if frist and frist < fakta.skift else trinvise, k, fra, forrige, brugt)
            ud.append(
                self.time_krav(
                    "LAB-2016:16a.2",
                    trin=k,
                    frist=frist,
                    gammel=True,
                    fra=fra_k,
                    medregnet=nu,
                    opfyldt=naaet(nu, 1),
                    efterfoelger="LAB-2019:209.2c",
                )
            )
            if nominel is None or nominel >= fakta.skift:
                break
        if seksten and seksten[0].formaal != "16-maaneder" and fakta.laes["seksten-maaneder"] != "enhver":
            uden_seksten.remove(seksten[0].dato)
        for k, (fra_k, frist) in enumerate(self.tolv_maaneders_gulv(uden_seksten), start=1):
            til = self.til(plus(fra_k, 1) if fra_k else None, frist)
            i_vinduet = [
                dag
                for dag in uden_seksten  # 16 a.3: the one at 16 months is besides those of 16 a.2
                if fra_k is not None and dag > fra_k and (til is None or dag <= aabningsdag(fakta, til))
            ]
            ud.append(
                self.time_krav(
                    "LAB-2016:16a.4b",
                    trin=k,
                    frist=frist,
                    gammel=True,
                    fra=plus(fra_k, 1) if fra_k else None,
                    kraevet=4,
                    medregnet=i_vinduet[:4],
                    opfyldt=naaet(i_vinduet, 4),
                    for_sent_muligt=False,
                    efterfoelger="LAB-2019:209.2c",
                )
            )
            if frist is None or frist >= fakta.skift:
                break
        ud += self.seksten(job)
        return ud

    def tolv_maaneders_gulv(self, holdt: list[dt.date]) -> Iterator[tuple[dt.date | None, dt.date | None]]:
        """The day before each window of 16 a.4 second part, and its last day, where the hours have reached them."""
        starter: list[dt.date | None] = [None]
        if self.fakta.laes["tolv-maaneders-gulv"] == "rullende":
            # four in any 12 months: it is after an interview that they can come to fail, and after 12 months of none
            starter += sorted(set(holdt))

        def maaned(start: dt.date | None, antal: int) -> dt.date | None:
            if start is None:  # from the 6 months, which may have been reached within a day
                return self.ur.naar(maaneder=6 + antal)
            return self.ur.naar(maaneder=antal, efter=start) if antal else start

        for i, start in enumerate(starter):
            naeste = starter[i + 1] if i + 1 < len(starter) else None
            k = 0
            while True:
                fra, frist = maaned(start, 12 * k), maaned(start, 12 * (k + 1))
                yield fra, frist
                k += 1
                til = self.til(plus(fra, 1) if fra else None, frist)
                if til != frist:  # the next begins when the one before it has ended, and is as long
                    start, k = til, 0  # noqa: PLW2901 - the window is made anew
                if naeste is not None and frist is not None and naeste <= frist:
                    break

    def seksten_kandidater(self, job: list[Samtale]) -> list[Samtale]:
        """The interviews that may be the 16-month one: marked, else not needed by the three-month steps."""
        # one in a form that this one may not have (16 a.5 names stk. 1-2 alone) was none: another may be it
        maerket = [s for s in job if s.formaal == "16-maaneder" and self.form.lab(s, ikke_lempet=True)]
        if maerket:
            return maerket
        job = [s for s in job if s.formaal != "16-maaneder"]
        if self.fakta.laes["seksten-maaneder"] == "enhver":
            return job
        m9 = self.ur.naar(maaneder=9)
        if m9 is None or self.m6 is None:
            return []
        efter = [s for s in job if s.dato > self.m6]
        til_overs = list(efter)
        brugt: list[dt.date] = []
        for k in (1, 2, 3):  # the steps at 9, 12 and 15 months
            forrige = self.ur.naar(maaneder=3 + 3 * k)
            for dag in self.trin(datoer(efter), k, plus(self.m6, 1), forrige, brugt)[1]:
                til_overs.remove(next(s for s in til_overs if s.dato == dag))
        return [s for s in til_overs if s.dato >= m9]

    def seksten(self, job: list[Samtale]) -> list[Krav]:
        """16 a.3 and 16 b.1.3."""
        fakta = self.fakta
        m9 = self.ur.naar(maaneder=9)
        if self.m16 is not None and self.m16 < fakta.skift:
            job = [s for s in self.sene if s.formaal != "vejledning-jobrettet-uddannelse"]
        kandidater = [s for s in self.seksten_kandidater(job) if self.form.lab(s, ikke_lempet=True)]
        faelles = datoer(s for s in kandidater if fakta.med_a_kasse(s))
        dage_ = datoer(kandidater)
        self.staar("3", self.m16, naaet(faelles, 1))
        afslag = "3" in fravalgte(fakta, self.orden, self.p.fra)
        efter = "LAB-2019:209.2c" if self.over_seks_ved_skiftet() else "LAB-2019:32.2"
        fra = self.p.fra if fakta.laes["seksten-maaneder"] == "enhver" else m9
        maerket = [s.dato for s in kandidater if s.formaal == "16-maaneder"]
        if maerket and (fra is None or maerket[0] < fra):
            fra = maerket[0]
        faelles_krav: dict[str, Any] = {"frist": self.m16, "gammel": True, "fra": fra, "efterfoelger": efter}
        return [
            self.time_krav("LAB-2016:16a.3", medregnet=dage_[:1], opfyldt=naaet(dage_, 1), **faelles_krav),
            self.time_krav(
                "LAB-2016:16b.1.3",
                medregnet=faelles[:1],
                opfyldt=naaet(faelles, 1),
                bortfalder=bool(afslag),
                **faelles_krav,
            ),
        ]

    def vejledning(self, job: list[Samtale], vejledning: list[Samtale]) -> list[Krav]:
        """26 a.3: guidance within a week of the request, after the cv-samtale and before the first jobsamtale."""
        fakta, p = self.fakta, self.p
        ud = []
        for h in fakta.art("anmodning-jobrettet-uddannelse"):
            if not p.fra <= h.dato <= p.sidste_dag() or h.dato >= fakta.skift:
                continue
            if not fakta.paa_dagpenge(h.dato):
                continue  # who is not in the groups of 26 a asks for nothing of it
            frist = uge_efter(fakta, h.dato, 7)
            cv = any(
                s.art == "cv-samtale" and fakta.afholdt(s) and plus_maaneder(p.fra, -3) <= s.dato <= h.dato
                for s in fakta.samtaler
            )
            foerst = any(s.dato <= h.dato for s in job)
            # 'en samtale i jobcenteret': 21 f and 16 a.5 are of the jobsamtaler
            form_ok = fakta.laes["forkert-form"] == "taeller"
            holdt = [s.dato for s in vejledning if s.dato >= h.dato and (form_ok or s.form in {None, "fremmoede"})]
            ud.append(
                krav(
                    fakta,
                    "LAB-2016:26a.3",
                    periode_fra=p.fra,
                    fra=h.dato,
                    frist=frist,
                    medregnet=holdt[:1],
                    opfyldt=naaet(holdt, 1),
                    bortfalder=not cv or foerst,
                    uafklaret=fakta.i_ordning("forsoegskommune", min(frist, fakta.pr)),
                    slut=not fakta.paa_dagpenge(frist),
                    viger=frist >= fakta.skift,
                )
            )
        return ud

    # LAB-2019 209

    def over_seks_ved_skiftet(self) -> bool:
        """More than 6 months of unemployment had been accumulated on the day of the switch."""
        fakta = self.fakta
        ins = forsikring(fakta, fakta.periode_paa(plus(min(fakta.skift, fakta.pr), -1)))
        return self.ur.foer(fakta.skift) > 6 * MAANED[ins]

    def overgang(self) -> list[Krav]:
        """209.2: who was on dagpenge on the day of the switch; then 32.2 for those below 6 months."""
        fakta, p = self.fakta, self.p
        if fakta.pr < fakta.skift or (p.til is not None and p.til < fakta.skift):
            return []
        job = lovlige(fakta, self.form, p.fra, p.sidste_dag())
        if not fakta.modtager_dagpenge(fakta.skift):
            # what ran out before the switch is judged by 16 a.3; 32.2 does not ask for it again
            ude = self.m16 is not None and self.m16 < fakta.skift
            # 209 names those on dagpenge that day; who returns to the same period later meets the new rules as they are
            over = self.m6 is not None and self.m6 < fakta.skift
            holdt_16b = over and any(
                fakta.med_a_kasse(s) for s in self.seksten_kandidater([s for s in job if s.dato < fakta.skift])
            )
            seksten = self.faelles_seksten(job, bortfalder=holdt_16b)
            if over or not any(d > fakta.skift for d in p.ydelsesdage):
                # a period that is over, and whose last day on the benefit was under the old act, never met the new
                forbi = p.til is not None and not any(d >= fakta.skift for d in p.ydelsesdage)
                return [] if ude or forbi else [seksten]
            return self.fra_2020()
        ins = forsikring(fakta, fakta.periode_paa(fakta.skift))
        timer = self.ur.foer(fakta.skift)
        if timer < 6 * MAANED[ins]:
            return [*self.under_seks(job), self.faelles_seksten(job)]
        gamle = [s for s in job if s.dato < fakta.skift and s.formaal != "vejledning-jobrettet-uddannelse"]
        kandidater = [s for s in self.seksten_kandidater(gamle) if self.form.lab(s, ikke_lempet=True)]
        holdt_16b = any(fakta.med_a_kasse(s) for s in kandidater)
        nye = datoer(s for s in job if s.dato >= fakta.skift and fakta.med_a_kasse(s))
        afslag = "c" in fravalgte(fakta, [*self.uden("3"), ("c", self.m16, naaet(nye, 1))], self.p.fra)
        forbi = self.m16 is not None and self.m16 < fakta.skift
        # exactly 6 months is neither less nor more
        midt = timer == 6 * MAANED[ins]
        return [
            *(self.under_seks(job, uvist=True) if midt else ()),
            self.time_krav(
                "LAB-2019:209.2c",
                frist=None if forbi else self.m16,
                fra=fakta.skift,
                medregnet=nye[:1],
                opfyldt=naaet(nye, 1),
                bortfalder=holdt_16b or bool(afslag),
                # what has no last day is owed again once the suspension is over
                uafklaret=forbi and not self.lukket and fakta.suspenderet(fakta.pr),
                uvist=midt,
                ret=forbi and not self.lukket,
            ),
        ]

    def under_seks(self, job: list[Samtale], *, uvist: bool = False) -> list[Krav]:
        """209.2: six in the first 6 months, the a-kasse in two of them."""
        fakta = self.fakta
        faelles = datoer(s for s in job if fakta.med_a_kasse(s))
        # 209.2 knows no declining; 31 and 32 do
        denne = ("209b", self.m6, naaet(faelles, 2))
        afslag = fakta.laes["fravalg-209"] == "ja" and "209b" in fravalgte(fakta, [denne], self.p.fra)
        self.orden.append(denne)
        return [
            self.time_krav(
                "LAB-2019:209.2a",
                frist=self.m6,
                fra=self.p.fra,
                kraevet=6,
                medregnet=datoer(job)[:6],
                opfyldt=naaet(datoer(job), 6),
                uvist=uvist,
            ),
            self.time_krav(
                "LAB-2019:209.2b",
                frist=self.m6,
                fra=self.p.fra,
                kraevet=2,
                medregnet=faelles[:2],
                opfyldt=naaet(faelles, 2),
                bortfalder=bool(afslag),
                uvist=uvist,
            ),
        ]

    def faelles_seksten(self, job: list[Samtale], *, afslag: bool | None = None, bortfalder: bool = False) -> Krav:
        """32.2: one with the a-kasse after the first 6 and at latest at 16 months."""
        fakta = self.fakta
        faelles = datoer(s for s in job if fakta.med_a_kasse(s) and self.m6 is not None and s.dato > self.m6)
        if afslag is None:
            afslag = "32" in fravalgte(fakta, [*self.uden("3"), ("32", self.m16, naaet(faelles, 1))], self.p.fra)
        return self.time_krav(
            "LAB-2019:32.2",
            frist=self.m16,
            fra=plus(self.m6, 1) if self.m6 else None,
            medregnet=faelles[:1],
            opfyldt=naaet(faelles, 1),
            bortfalder=afslag or bortfalder,
        )

    # LAB-2019 31-32

    def fra_2020(self) -> list[Krav]:
        """31.1, 31.2, 32.2; in the trial FORSOEG-1186 10 takes the place of 31."""
        fakta, p = self.fakta, self.p
        # 13: who becomes unemployed in the trial, from the act to 31 December 2023, and is in it before it falls due
        sidst = self.m6 or fakta.pr
        if fakta.skift <= p.fra <= dt.date(2023, 12, 31) and any(
            o.art == "a-kasseforsoeg" and o.fra <= sidst and (o.til is None or o.til >= p.fra) for o in fakta.ordninger
        ):
            return self.forsoeg()
        job = lovlige(fakta, self.form, p.fra, p.sidste_dag())
        m3, m6 = self.ur.naar(maaneder=3), self.m6
        alle = datoer(job)
        faelles = datoer(s for s in job if fakta.med_a_kasse(s))
        behov = any(p.fra <= h.dato <= min(m3 or fakta.pr, p.sidste_dag()) for h in fakta.art("behov-for-a-kasse"))
        til_3, til_6 = self.til(p.fra, m3), self.til(m3, m6)
        a = ("a", 1 if behov else 0, p.fra, til_3, faelles)
        b = ("b", 1, m3, til_6, faelles)
        senere = [d for d in faelles if m6 is not None and d > m6]
        foreloebig = fordel([a, b])
        afslag = fravalgte(
            fakta,
            ([("a", til_3, naaet(foreloebig["a"], 1))] if behov else [])
            + [("b", til_6, naaet(foreloebig["b"], 1)), ("32", self.m16, naaet(senere, 1))],
            p.fra,
        )
        uden = fakta.laes["fravalgt-a-kasse"] == "holdes-uden"
        if "a" in afslag:
            a = ("a", 1 if uden else 0, p.fra, til_3, alle)
        if "b" in afslag:
            b = ("b", 1 if uden else 0, m3, til_6, alle)
        givet = fordel([a, b, ("31", 4, p.fra, self.til(p.fra, m6), alle)])
        return [
            self.time_krav(
                "LAB-2019:31.1",
                frist=m6,
                fra=p.fra,
                kraevet=4,
                medregnet=givet["31"],
                opfyldt=naaet(givet["31"], 4),
            ),
            self.time_krav(
                "LAB-2019:31.2.1",
                frist=m3,
                fra=p.fra,
                medregnet=givet["a"],
                opfyldt=naaet(givet["a"], 1),
                bortfalder=not behov or ("a" in afslag and not uden),
            ),
            self.time_krav(
                "LAB-2019:31.2.2",
                frist=m6,
                fra=m3,
                medregnet=givet["b"],
                opfyldt=naaet(givet["b"], 1),
                bortfalder="b" in afslag and not uden,
            ),
            self.faelles_seksten(job, afslag="32" in afslag),
        ]

    def forsoeg(self) -> list[Krav]:
        """FORSOEG-1186 10: four jobsamtaler and two joint ones in all, held by the a-kasse or the job centre."""
        fakta, p = self.fakta, self.p
        job = lovlige(fakta, self.form, p.fra, p.sidste_dag(), a_kasse_ogsaa=True)
        faelles = datoer(s for s in job if fakta.med_a_kasse(s))
        givet = fordel([("b", 2, p.fra, self.m6, faelles), ("a", 4, p.fra, self.m6, datoer(job))])
        # 13.1 nr. 4 derogates from 31.1 and 31.2 nr. 1, not from nr. 2: the joint one from 3 to 6 months is still due
        m3 = self.ur.naar(maaneder=3)
        af_jobcenter = [s for s in job if not fakta.af_a_kasse(s)]
        fra_tre = [s.dato for s in af_jobcenter if fakta.med_a_kasse(s) and m3 is not None and s.dato >= m3]
        senere = [d for d in fra_tre if self.m6 is not None and d > self.m6]
        afslag = fravalgte(fakta, [("b", self.m6, naaet(fra_tre, 1)), ("32", self.m16, naaet(senere, 1))], p.fra)
        return [
            self.time_krav(
                "FORSOEG-1186:10a",
                frist=self.m6,
                fra=p.fra,
                kraevet=4,
                medregnet=givet["a"],
                opfyldt=naaet(givet["a"], 4),
            ),
            self.time_krav(
                "FORSOEG-1186:10b",
                frist=self.m6,
                fra=p.fra,
                kraevet=2,
                medregnet=givet["b"],
                opfyldt=naaet(givet["b"], 2),
            ),
            self.time_krav(
                "LAB-2019:31.2.2",
                frist=self.m6,
                fra=m3,
                medregnet=fra_tre[:1],
                opfyldt=naaet(fra_tre, 1),  # 13.1 nr. 5: not to be declined in the trial
            ),
            self.faelles_seksten(af_jobcenter, afslag="32" in afslag),
        ]

    # LAB-2024

    def fra_2024(self) -> list[Krav]:
        """31.1 and 31.4 as from 2024, and 32.2."""
        fakta, p = self.fakta, self.p
        job = lovlige(fakta, self.form, p.fra, p.sidste_dag(), a_kasse_ogsaa=True)
        jobcenter = [s for s in job if not fakta.af_a_kasse(s)]
        a_kasse = [s for s in job if fakta.af_a_kasse(s)]
        ud = [self.faelles_seksten(jobcenter)]

        def visiteret(dag: dt.date | None) -> bool:
            """Visited to the job centre in the course by the day that decides: then not the main rule."""
            return any(
                o.art == "visiteret-til-jobcenter" and o.fra <= (dag or fakta.pr) and (o.til is None or o.til >= p.fra)
                for o in fakta.ordninger
            )

        if visiteret(self.m6):
            ud.append(
                self.time_krav(
                    "LAB-2024:31.1c",
                    frist=self.m6,
                    fra=p.fra,
                    kraevet=6,
                    medregnet=datoer(jobcenter)[:6],
                    opfyldt=naaet(datoer(jobcenter), 6),
                )
            )
        slut = overdragelse(p, self.ur)
        til = self.til(p.fra, slut)
        a = [s.dato for s in a_kasse if til is None or s.dato <= aabningsdag(fakta, til)]
        b = [s.dato for s in jobcenter if slut is not None and s.dato > slut]
        if not visiteret(slut):
            ud.append(
                self.time_krav(
                    "LAB-2024:31.1a",
                    frist=slut,
                    fra=p.fra,
                    kraevet=3,
                    medregnet=a[:3],
                    opfyldt=naaet(a, 3),
                    for_sent_muligt=False,
                )
            )
        if not visiteret(self.m6):
            ud.append(
                self.time_krav(
                    "LAB-2024:31.1b",
                    frist=self.m6,
                    fra=plus(slut, 1) if slut else None,
                    kraevet=3,
                    medregnet=b[:3],
                    opfyldt=naaet(b, 3),
                    uafklaret=slut is None and self.m6 is not None,
                )
            )
        tilmeldt = (self.tilmeldinger() or [p.fra])[0]
        frist = fakta.forlaenget(tilmeldt, uge_efter(fakta, tilmeldt, 14), lambda d: fakta.undtaget(d, DP))
        tidlige = lovlige(fakta, self.form, tilmeldt, p.sidste_dag(), a_kasse_ogsaa=True, selve_den_foerste=True)
        foerste = [s.dato for s in tidlige if fakta.af_a_kasse(s)][:1]
        if not visiteret(frist):
            ud.append(
                krav(
                    fakta,
                    "LAB-2024:31.4",
                    periode_fra=p.fra,
                    fra=tilmeldt,
                    frist=frist,
                    medregnet=foerste,
                    opfyldt=naaet(foerste, 1),
                    slut=not fakta.paa_dagpenge(frist) or (p.til is not None and frist > p.til),
                    fritaget=fakta.undtaget(frist, DP),
                    ulaest=frist >= ULAEST_2026,
                )
            )
        return ud

    # the a-kasse's own talks

    def tilmeldinger(self) -> list[dt.date]:
        """The registrations of this period: people register before the first day, but after what they had before."""
        fakta, p = self.fakta, self.p
        sidst = p.sidste_dag()
        naeste = [q for q in dagpengeperioder(fakta) if q.fra > p.fra]
        if naeste:
            sidst = min(sidst, plus(self.tidligst(naeste[0].fra), -1))
        return [
            h.dato
            for h in fakta.art("tilmelding")
            if self.tidligst(p.fra) <= h.dato <= sidst
            and not (h.dato >= (p.ydelsesdage or [p.fra])[0] and self.paa_andet(h.dato))
        ]

    def paa_andet(self, dag: dt.date) -> bool:
        """On another benefit: who registers then does so for that one (11.3), as before the first day (`tidligst`)."""
        p = self.fakta.periode_paa(dag)
        return p is not None and p.ydelse != "ingen" and not self.fakta.modtager_dagpenge(dag)

    def tidligst(self, start: dt.date) -> dt.date:
        """The day after the last benefit day before a start; the start itself where the benefit went on over it."""
        foer = [
            dag
            for q in self.fakta.perioder
            if q.ydelse != "ingen"
            for dag in dage(q.fra, min(q.til or self.fakta.pr, self.fakta.pr))
            if dag < start
        ]
        return plus(max(foer), 1) if foer else dt.date.min

    def kontrol_cv(self) -> list[Krav]:
        """LAB-2016 14 and its twin LAB-2019 25: the a-kasse's cv-samtale within 2 weeks of each registration."""
        fakta, p = self.fakta, self.p
        ud: list[Krav] = []
        tilmeldt = self.tilmeldinger() or [p.fra]
        alle_cv = [s for s in fakta.samtaler if s.art == "cv-samtale" and fakta.afholdt_altid(s)]
        cv = [s for s in alle_cv if fakta.af_a_kasse(s)]
        for dag in tilmeldt:
            if dag >= LOV_2024:
                continue
            frist = uge_efter(fakta, dag, 14)
            ny = frist >= fakta.skift
            if ny:
                frist = fakta.forlaenget(dag, frist, self.fri_for_cv)
            if ny and dt.date(2020, 3, 1) <= dag <= dt.date(2020, 5, 26):
                frist = dt.date(2020, 8, 15)
            holdt = [s.dato for s in cv if dag <= s.dato <= p.sidste_dag() and self.cv_form(s)]
            if frist >= LOV_2024:  # what is held after the rule gave way meets nothing of it
                holdt = [d for d in holdt if d < LOV_2024]
            if ny:
                afmeldt = [h.dato for h in fakta.art("afmelding") if plus_maaneder(h.dato, 3) > dag and h.dato <= dag]
                undtagelse = bool(afmeldt)
            else:
                # 14.2: 'en samtale om personens cv og Min Plan', not 'efter stk. 1': whoever held it
                undtagelse = any(plus_maaneder(dag, -3) <= s.dato < dag for s in alle_cv)
            fritaget = ny and self.fri_for_cv(frist)
            ud.append(
                krav(
                    fakta,
                    "LAB-2019:25.1" if ny else "LAB-2016:14.1",
                    periode_fra=p.fra,
                    fra=dag,
                    frist=frist,
                    medregnet=holdt[:1],
                    opfyldt=naaet(holdt, 1),
                    bortfalder=undtagelse,
                    uafklaret=fakta.suspenderet(frist),
                    slut=not fakta.modtager_dagpenge(frist) or (p.til is not None and frist > p.til),
                    fritaget=fritaget,
                    viger=frist >= LOV_2024,
                )
            )
        return ud

    def fri_for_cv(self, dag: dt.date) -> bool:
        """BEK-1180 34: no cv-samtale during mindre intensiv indsats or jobrettet uddannelse."""
        fakta = self.fakta
        return fakta.mindre_intensiv(dag, DP) or any(f.grund == "jobrettet-uddannelse" for f in fakta.grunde(dag))

    def cv_form(self, s: Samtale) -> bool:
        """In person; not during mindre intensiv indsats before 2020; covid."""
        fakta = self.fakta
        if s.form == "standby":
            return False  # without contact there was no talk
        if s.form is None or fakta.laes["forkert-form"] == "taeller":
            return True
        if s.form == "fremmoede":
            return s.dato < fakta.skift or fakta.fremmoede_tilladt(s.dato)
        if s.dato < fakta.skift:
            if fakta.mindre_intensiv(s.dato, DP):
                return True
            return s.form == "telefon" and fakta.uvist()  # BEK-977 15.2: by telephone if it only updates the cv
        if s.form == "brev":
            return False
        return self.covid_fjern(s.dato) or (august_2021(s.dato) and fakta.uvist())

    def covid_fjern(self, dag: dt.date) -> bool:
        """The duties of 25 and of RAAD-1172 37-41 were lifted from the suspension's start (BEK 245/2020 1.1, 4.1)."""
        return corona_fjern(dag) or self.fakta.suspenderet(dag)

    def raadighed(self) -> list[Krav]:
        """RAAD-808 37.1 and RAAD-1172 39.1: two talks, the first by 3, the second from 3 to 6 months."""
        fakta, p = self.fakta, self.p
        ud: list[Krav] = []
        genoptjent = [h.dato for h in fakta.art("ret-genoptjent") if p.fra < h.dato <= p.sidste_dag()]
        starter = [p.fra, *genoptjent]
        for i, fra in enumerate(starter):
            if fra >= LOV_2024:
                continue
            naeste = starter[i + 1] if i + 1 < len(starter) else None
            sidst = plus(naeste, -1) if naeste else p.sidste_dag()
            if not any(fra <= d <= sidst for d in p.ydelsesdage):
                continue  # placed, and nothing paid before the right was earned anew
            lukket = self.lukket or naeste is not None
            # BEK 2636/2021 7.2 names the contact course, jobrettet uddannelse and offers, not these talks
            ur = Ur(p, fra=fra, covid=fakta.laes["corona-raadighed"] == "medregnes")
            m3, m6 = ur.naar(maaneder=3), ur.naar(maaneder=6)
            if naeste is not None:
                m3 = m3 if m3 is not None and m3 < naeste else None
                m6 = m6 if m6 is not None and m6 < naeste else None
            til_3 = fakta.forlaenget(fra, m3, self.raad_fri) if m3 is not None else None
            til_6 = fakta.forlaenget(m3, m6, self.raad_fri) if m6 is not None else None
            aaben_3, aaben_6 = (None if d is None else aabningsdag(fakta, d) for d in (til_3, til_6))
            holdt = [
                s.dato
                for s in fakta.samtaler
                if s.art == "raadighedssamtale"
                and fakta.afholdt_altid(s)
                and fakta.af_a_kasse(s)
                and fra <= s.dato <= sidst
                and self.raad_form(s)
            ]
            til = min(plus(naeste, -1) if naeste else dt.date.max, p.til or dt.date.max, fakta.pr)
            if lukket:  # over: the last day on which it ran was on the benefit
                til = max([d for d in p.ydelsesdage if fra <= d <= til], default=til)
            if (til_6 or til) >= LOV_2024:  # what is held after the order gave way meets nothing of it
                foer = [d for d in holdt if d < LOV_2024]
                foerst_a = foer if (til_3 or til) >= LOV_2024 else holdt
                givet = fordel([("a", 1, fra, aaben_3, foerst_a), ("b", 1, m3, aaben_6, foer)])
            else:
                # the talks of the orders before 2020 that were never due meet nothing by what is held after them
                foer = [d for d in holdt if d < RAAD_SKIFT] if til < RAAD_SKIFT else holdt
                foerst_a, foerst_b = (holdt if frist is not None else foer for frist in (til_3, til_6))
                givet = fordel([("a", 1, fra, aaben_3, foerst_a), ("b", 1, m3, aaben_6, foerst_b)])
            altid = bool(p.ydelsesdage) and all(
                d >= RAAD_SKIFT and fakta.fri_for_raadighed(d) for d in p.ydelsesdage if d >= fra
            )
            for navn, foerst, frist in (("a", fra, til_3), ("b", m3, til_6)):
                dag = frist or til
                ny = dag >= RAAD_SKIFT
                slut = (
                    # SDPL 13 a.4 keeps the insured sick in kap. 7 of LAB: these are no talks of it
                    lukket or (altid and not fakta.modtager_dagpenge(fakta.pr))
                    if frist is None
                    else not fakta.modtager_dagpenge(frist)
                )
                ud.append(
                    krav(
                        fakta,
                        f"RAAD-1172:39.1{navn}" if ny else f"RAAD-808:37.1{navn}",
                        periode_fra=fra,
                        fra=foerst,
                        frist=frist,
                        dag=dag,
                        medregnet=givet[navn],
                        opfyldt=naaet(givet[navn], 1),
                        uafklaret=frist is not None and fakta.suspenderet(frist),
                        slut=slut,
                        viger=dag >= LOV_2024,
                        fritaget=ny and frist is not None and fakta.fri_for_raadighed(frist),
                    )
                )
        return ud

    def raad_fri(self, dag: dt.date) -> bool:
        """Exempt from these talks on the day, which nobody was under the orders before 2020."""
        return dag >= RAAD_SKIFT and self.fakta.fri_for_raadighed(dag)

    def raad_form(self, s: Samtale) -> bool:
        """In the a-kasse in person; otherwise during mindre intensiv indsats (old) or in an offer (new)."""
        fakta = self.fakta
        if s.form == "standby":
            return False  # without contact there was no talk
        if s.form in {None, "fremmoede"} or fakta.laes["forkert-form"] == "taeller":
            return True
        if fakta.suspenderet(s.dato) and s.form != "brev":
            return True
        return fakta.i_tilbud(s.dato) if s.dato >= RAAD_SKIFT else fakta.mindre_intensiv(s.dato, DP)
