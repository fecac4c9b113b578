"""Sickness benefit: follow-up by SDPL 13 a and 13 b, counted in calendar time from the first day of absence."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.sag import Haendelse, Periode, Samtale

from .afgoerelse import krav, naaet
from .dage import mandag, plus, plus_maaneder
from .fakta import FJERN, OPFOELGNING, ULAEST_2026, Fakta, corona_fjern, uge_efter

Krav = dict[str, Any]


def vurder(fakta: Fakta) -> list[Krav]:
    """Every follow-up requirement."""
    egne = [p for p in fakta.perioder if p.maalgruppe == "sygedagpengemodtager"]
    ud: list[Krav] = []
    samling: list[Periode] = []
    forrige = dt.date.min
    for i, p in enumerate(egne):
        samling.append(p)
        if i + 1 < len(egne) and p.til is not None and plus(p.til, 1) == egne[i + 1].fra:
            continue
        s = Sygeperiode(fakta, samling, forrige)
        ud += s.alle()
        forrige = s.sidste_dag()
        samling = []
    return ud


class Sygeperiode:
    """Adjoining sickness spells: one period with one first day of absence."""

    def __init__(self, fakta: Fakta, perioder: list[Periode], forrige: dt.date) -> None:
        self.fakta, self.perioder = fakta, perioder
        self.slut = fakta.slut(perioder[-1])
        fravaer = [h.dato for h in fakta.art("foerste-fravaersdag") if forrige < h.dato <= self.sidste_dag()]
        self.fra = min(fravaer) if fravaer else perioder[0].fra
        halvt = plus_maaneder(self.fra, 6, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag")
        self.halvt_aar = plus(halvt, -1) if fakta.laes["halve-aar"] == "dagen-foer" else halvt
        uge_8 = {
            "dag-56": plus(self.fra, 55),
            "dag-57": plus(self.fra, 56),
            "kalenderuge": plus(mandag(self.fra), 55),
        }
        self.uge_8 = self.forlaenget(self.fra, uge_8[fakta.laes["otte-uger"]])
        self.opfulgt = self.samtaler()
        # 13 b.1: 'Den første opfølgning' has its own form; the person chooses only after it
        self.foerste_opfoelgninger = self.samtaler(selve_den_foerste=True)

    def sidste_dag(self) -> dt.date:
        """The last day on which facts belong to this period."""
        return self.slut or self.fakta.pr

    def samtaler(self, *, selve_den_foerste: bool = False) -> list[dt.date]:
        """The follow-ups held, in a lawful form (`selve_den_foerste`: lawful for the first of all)."""
        ud: list[dt.date] = []
        foerste = True  # whoever held it and however
        for s in self.fakta.samtaler:
            if s.art not in OPFOELGNING or not self.fakta.afholdt(s) or not self.fra <= s.dato <= self.sidste_dag():
                continue
            if s.holdt_af != "a-kasse" and self.form(s, foerste=foerste or selve_den_foerste):
                ud.append(s.dato)
            foerste = foerste and s.form == "standby"
        return ud

    def form(self, s: Samtale, *, foerste: bool) -> bool:
        """13 b.1, 4 and 5 as they stood on the day."""
        fakta, dag = self.fakta, s.dato
        if s.form in {None, "fremmoede", "standby"} or fakta.laes["forkert-form"] == "taeller":
            return True
        lempet = fakta.i_tilbud(dag) or fakta.i_arbejde(dag) or self.snart_ude(dag)
        # 13 b.4: the illness makes it impossible
        lempet = lempet or any(f.grund == "kan-ikke-deltage" for f in fakta.grunde(dag))
        if dag < fakta.skift:
            return s.form in FJERN or lempet
        if dag >= dt.date(2023, 3, 22):
            # 'er i et ansættelsesforhold'
            ansat = ([p for p in self.perioder if p.fra <= dag] or self.perioder[:1])[-1].i_ansaettelse
            return s.form in FJERN and (not foerste or lempet or ansat)
        if s.form == "brev":
            return lempet
        return lempet or corona_fjern(dag) or (dag >= dt.date(2022, 1, 1) and dag > self.halvt_aar)

    def snart_ude(self, dag: dt.date) -> bool:
        """13 b.4 nr. 2 and 3: expected well, or to go on barsel, within 4 weeks."""
        fire_uger = plus(dag, 28)
        ventet = [h.ventet for h in self.fakta.art("raskmelding-ventet") if self.fra <= h.dato <= dag and h.ventet]
        barsel = any(f.grund == "barsel" and dag < f.fra <= fire_uger for f in self.fakta.fritagelser)
        return barsel or (bool(ventet) and dag <= ventet[-1] <= fire_uger)

    def sidste_kategori(self, dag: dt.date) -> int | None:
        """The category of a day, or the last one before it."""
        foer = [p for p in self.perioder if p.fra <= min(dag, self.fakta.pr)]
        return (foer[-1] if foer else self.perioder[0]).kategori

    def et_krav(self, regel: str, frist: dt.date, **mere: Any) -> Krav:
        """A deadline of this period; of category 2 and 3 but for the fast track."""
        fakta = self.fakta
        if mere.get("kraevet", 1) >= 2 and fakta.laes["corona-vindue"] == "forlaenges":
            frist = plus(frist, fakta.overlap(mere["fra"], frist))
        kategori = self.sidste_kategori(frist)
        hurtig = regel == "SDPL-2015:13b.2"
        corona = fakta.suspenderet(frist)
        if mere.get("kraevet", 1) >= 2 and fakta.laes["corona-vindue"] == "uafklaret":
            corona = corona or fakta.overlapper_suspension(mere["fra"], frist)
        # lov 1750/2025 is unread, and what it makes of a follow-up asked for is not known either
        ulaest_2026 = frist >= ULAEST_2026
        return krav(
            fakta,
            regel,
            periode_fra=self.fra,
            frist=frist,
            slut=self.slut is not None and frist > self.slut,
            fritaget=frist <= fakta.pr and any(f.grund == "standby" for f in fakta.grunde(frist)),
            bortfalder=mere.pop("bortfalder", False) or (not hurtig and kategori == 1),
            ulaest=ulaest_2026,
            uafklaret=mere.pop("uafklaret", False)
            or corona
            or (kategori is None and not hurtig)
            or fakta.i_ordning("forsoegskommune", min(frist, fakta.pr)),
            **mere,
        )

    def forlaenget(self, fra: dt.date, frist: dt.date) -> dt.date:
        """The deadline with the days of standby (reading `delvis-fritagelse`)."""
        return self.fakta.forlaenget(fra, frist, lambda dag: any(f.grund == "standby" for f in self.fakta.grunde(dag)))

    def gyldig(self, h: Haendelse) -> bool:
        """The fast track: the employer's within 5 weeks and not declined in time; none once a first talk was held."""
        foer = [
            s.dato
            for s in self.fakta.samtaler
            if s.holdt_af != "a-kasse"
            and s.art in OPFOELGNING
            and s.status == "afholdt"
            and self.fra <= s.dato < h.dato
        ]
        if foer:
            return False
        if h.af != "arbejdsgiver":
            return True
        frist = uge_efter(self.fakta, h.dato, 14)
        afslag = any(self.fra <= x.dato <= frist for x in self.fakta.art("fast-track-afslag"))
        return not afslag and h.dato <= plus(self.fra, 34)

    def moedt(self, holdt: list[dt.date], frist: dt.date, *, uvist: bool) -> dt.date:
        """The day it was held, in time or late; lapsed for standby on the deadline, and not in doubt, never met."""
        sent = not holdt or holdt[0] > frist
        fri = not uvist and frist <= self.fakta.pr and any(f.grund == "standby" for f in self.fakta.grunde(frist))
        return frist if not holdt or (sent and fri) else holdt[0]

    def alle(self) -> list[Krav]:
        """13 b.1 (or fast track 13 b.2), the later follow-ups, and the talk of 13 a.1."""
        fakta = self.fakta
        ud: list[Krav] = []
        fortraengt = sikkert = False
        begynder: list[dt.date] = []  # 'Herefter': after the first follow-up, or the day it should have been held
        for h in fakta.art("fast-track-anmodning"):
            if not self.fra <= h.dato <= self.sidste_dag():
                continue
            frist = self.forlaenget(h.dato, uge_efter(fakta, h.dato, 14))
            holdt = [d for d in self.foerste_opfoelgninger if d >= h.dato]
            gyldig = self.gyldig(h)
            rk = self.et_krav(
                "SDPL-2015:13b.2",
                frist,
                fra=h.dato,
                medregnet=holdt[:1],
                opfyldt=naaet(holdt, 1),
                bortfalder=not gyldig,
            )
            ud.append(rk)
            if rk["udfald"] != "bortfaldet" or (gyldig and not self.forbi(frist)):
                begynder.append(self.moedt(holdt, frist, uvist=rk["udfald"] == "uafklaret"))
            fortraengt = fortraengt or (gyldig and h.dato <= self.uge_8)
            # what falls due under an act that was not read is not known to take the place of anything
            sikkert = sikkert or (gyldig and h.dato <= self.uge_8 and frist < ULAEST_2026)
        rk = self.et_krav(
            "SDPL-2020:13b.1a" if self.uge_8 >= fakta.skift else "SDPL-2015:13b.1a",
            self.uge_8,
            fra=self.fra,
            medregnet=self.foerste_opfoelgninger[:1],
            opfyldt=naaet(self.foerste_opfoelgninger, 1),
            bortfalder=sikkert,
            uafklaret=fortraengt and not sikkert,
        )
        if self.sidste_kategori(self.uge_8) != 1:  # else 13 a is what binds
            ud.append(rk)
        if (
            not fortraengt
            and self.sidste_kategori(self.uge_8) != 1
            and not (self.forbi(self.uge_8) and not self.foerste_opfoelgninger)
        ):
            begynder.append(self.moedt(self.foerste_opfoelgninger, self.uge_8, uvist=rk["udfald"] == "uafklaret"))
        # 13 a.1, 2. pkt.: after the talk of 13 a the follow-up is by the new visitation, each fourth week from it
        if self.skyldig_13a():
            begynder += self.holdt_13a()[:1]
        if begynder:
            ud += self.hver_fjerde_uge(max(begynder))
        ud += self.fire()
        ud += self.kategori_1()
        ud += self.ret_til_samtale()
        return ud

    def forbi(self, dag: dt.date) -> bool:
        """The course ended before the day."""
        return self.slut is not None and dag > self.slut

    def hver_fjerde_uge(self, begynder: dt.date) -> list[Krav]:
        """Before 2020: at least every fourth week after the first follow-up."""
        fakta = self.fakta
        ud: list[Krav] = []
        gitter = fakta.laes["hver-fjerde-uge"] == "fast-gitter"
        anker = begynder
        trin = 0
        while True:
            trin += 1
            frist = self.forlaenget(plus(anker, 1), plus(anker, 28))
            if plus(anker, 1) >= fakta.skift or (self.slut is not None and plus(anker, 1) > self.slut):
                break
            til = frist if gitter else self.forlaenget(plus(frist, 1), plus(frist, 28))
            viger = frist >= fakta.skift
            holdt = [d for d in self.opfulgt if anker < d <= til and not (viger and d >= fakta.skift)][:1]
            ud.append(
                self.et_krav(
                    "SDPL-2015:13b.1b",
                    frist,
                    trin=trin,
                    fra=plus(anker, 1),
                    medregnet=holdt,
                    opfyldt=naaet(holdt, 1),
                    viger=viger,
                    efterfoelger="SDPL-2020:13b.1b" if self.halvt_aar >= fakta.skift else None,
                )
            )
            if frist > fakta.pr or viger or (self.forbi(frist) and not holdt):
                break
            anker = holdt[0] if holdt and not gitter else frist
        return ud

    def fire(self) -> list[Krav]:
        """From 2020: four within the first half-year, the first included; from 2025 not for the predictable courses."""
        fakta = self.fakta
        if self.halvt_aar < fakta.skift:
            return []
        ud = []
        undtaget = False
        if self.halvt_aar >= dt.date(2025, 1, 1):
            undtaget = self.efter_13f()
            if undtaget and self.sidste_dag() >= dt.date(2025, 1, 1):
                ulaest = self.sidste_dag() >= ULAEST_2026
                ud.append(
                    krav(
                        fakta,
                        "SDPL-2025:13f.1",
                        periode_fra=self.fra,
                        kraevet=None,
                        intet=not ulaest,
                        ulaest=ulaest,
                    )
                )
        ud.append(
            self.et_krav(
                "SDPL-2020:13b.1b",
                self.forlaenget(self.fra, self.halvt_aar),
                fra=self.fra,
                kraevet=4,
                medregnet=self.opfulgt[:4],
                opfyldt=naaet(self.opfulgt, 4),
                bortfalder=undtaget,
            )
        )
        return ud

    def paa_dagen(self, dag: dt.date) -> Periode:
        """The spell of a day, or the last one before it."""
        return ([p for p in self.perioder if p.fra <= min(dag, self.fakta.pr)] or self.perioder[:1])[-1]

    def dag_13f(self) -> dt.date:
        """The day of the first follow-up, when 13 f takes hold (13 f.2: unemployed later is still of 13 f.1)."""
        return max(self.foerste_opfoelgninger[0] if self.foerste_opfoelgninger else self.uge_8, dt.date(2025, 1, 1))

    def ansat_og_forudsigelig(self) -> bool:
        """13 f.1: employed, and the course predictable, when it takes hold."""
        p = self.paa_dagen(self.dag_13f())
        return bool(p.i_ansaettelse and p.forudsigeligt)

    def efter_13f(self) -> bool:
        """13 f.1: the first follow-up was held, and what was expected then is recovery by week 13 from it."""
        dag = self.dag_13f()
        return bool(self.foerste_opfoelgninger) and self.ansat_og_forudsigelig() and self.ventes_rask(dag)

    def ventes_rask(self, dag: dt.date) -> bool:
        """Recovery expected on the day, by the end of the 13th week from the first follow-up (or its deadline)."""
        ventet = [h.ventet for h in self.fakta.art("raskmelding-ventet") if self.fra <= h.dato <= dag and h.ventet]
        foerste = self.foerste_opfoelgninger[0] if self.foerste_opfoelgninger else self.uge_8
        # 'inden udgangen af 13. uge': the words of the 8th week, so the same reading
        uge_13 = {
            "dag-56": plus(foerste, 90),
            "dag-57": plus(foerste, 91),
            "kalenderuge": plus(mandag(foerste), 90),
        }
        return bool(ventet) and ventet[-1] <= uge_13[self.fakta.laes["otte-uger"]]

    def ret_til_samtale(self) -> list[Krav]:
        """13 b.1, 5. pkt.: after the first half-year a talk if the person wishes; 13 f.1-2: before it too."""
        fakta = self.fakta
        ud: list[Krav] = []
        bedt = [h.dato for h in fakta.art("anmodning-om-samtale") if self.fra <= h.dato <= self.sidste_dag()]
        efter = [d for d in bedt if d > self.halvt_aar and d >= fakta.skift]
        inden = [d for d in bedt if d <= self.halvt_aar and d >= dt.date(2025, 1, 1)]
        # asked for without a right to it: lapsed
        ny = self.halvt_aar >= dt.date(2025, 1, 1)
        # whether the first was held as the unread act wants it is not known; before its day it was not yet due
        uvist = not self.foerste_opfoelgninger and self.uge_8 >= ULAEST_2026 and self.ventes_rask(self.dag_13f())
        uden_ret = [
            d
            for d in inden
            if not (uvist and d >= self.uge_8) and (not (ny and self.efter_13f()) or d < self.foerste_opfoelgninger[0])
        ]
        # the rule is not about the others
        inden = [d for d in inden if self.ansat_og_forudsigelig()]
        for regel, dage_ in (("SDPL-2020:13b.1.ret", efter), ("SDPL-2025:13f.1.ret", inden)):
            for dag in dage_:
                kategori = self.sidste_kategori(dag)
                if kategori == 1:
                    continue
                # no contact is no talk
                uden = [x.dato for x in fakta.samtaler if x.form == "standby"]
                holdt = [d for d in self.opfulgt if d >= dag and d not in uden]
                ud.append(
                    krav(
                        fakta,
                        regel,
                        periode_fra=self.fra,
                        fra=dag,
                        medregnet=holdt[:1],
                        opfyldt=naaet(holdt, 1),
                        bortfalder=regel == "SDPL-2025:13f.1.ret" and dag in uden_ret,
                        ulaest=dag >= ULAEST_2026,
                        uafklaret=self.slut is None
                        and (
                            # owed still on the day asked about
                            fakta.suspenderet(fakta.pr)
                            or kategori is None
                            or fakta.i_ordning("forsoegskommune", fakta.pr)
                        ),
                        # exempt when it was asked for it never arose
                        ret=self.slut is None and not any(f.grund == "standby" for f in fakta.grunde(dag)),
                        slut=self.slut is not None or any(f.grund == "standby" for f in fakta.grunde(dag)),
                    )
                )
        return ud

    def skyldig_13a(self) -> bool:
        """13 a.1: the absence lasts beyond the 8 weeks, and the person is then of category 1."""
        dag_57 = plus(self.fra, 56)
        return dag_57 <= self.sidste_dag() and self.sidste_kategori(dag_57) == 1

    def holdt_13a(self) -> list[dt.date]:
        """The talks that may be that of 13 a; 13 a.2: the municipality decides how."""
        fakta = self.fakta
        return [
            s.dato
            for s in fakta.samtaler
            if s.holdt_af != "a-kasse" and s.art in OPFOELGNING and fakta.afholdt(s)
            and plus(self.fra, 56) <= s.dato <= self.sidste_dag()
        ]  # fmt: skip

    def kategori_1(self) -> list[Krav]:
        """13 a.1: a talk if the absence lasts beyond 8 weeks; the law sets no day. By the category on day 57."""
        fakta = self.fakta
        dag_57 = plus(self.fra, 56)
        uvist = dag_57 <= self.sidste_dag() and self.sidste_kategori(dag_57) is None
        if not uvist and not self.skyldig_13a():
            return []
        holdt = self.holdt_13a()
        # standby lifts it where it covers the day it arises
        fri = self.slut is not None or any(f.grund == "standby" for f in fakta.grunde(dag_57))
        faerdig = naaet(holdt, 1) or self.slut
        if faerdig is not None and faerdig < dt.date(2015, 7, 1):
            return []  # met, or over, before the law of this engine
        return [
            krav(
                fakta,
                "SDPL-2015:13a.1",
                periode_fra=self.fra,
                fra=dag_57,
                medregnet=holdt[:1],
                opfyldt=naaet(holdt, 1),
                ulaest=dag_57 >= ULAEST_2026,
                # owed only by a course that goes on, and then on the day asked about
                uafklaret=self.slut is None
                and (uvist or fakta.suspenderet(fakta.pr) or fakta.i_ordning("forsoegskommune", fakta.pr)),
                ret=not fri,
                slut=fri,
            )
        ]
