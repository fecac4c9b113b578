"""Sickness benefit: follow-up by SDPL 13 a and 13 b, counted in calendar time from the first day of absence."""
# ruff: noqa: SIM102 - long and plain, as the paragraphs are

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.sag import Periode, Samtale

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
        self.uge_8 = uge_8[fakta.laes["otte-uger"]]
        self.opfulgt = self.samtaler()

    def sidste_dag(self) -> dt.date:
        """The last day on which facts belong to this period."""
        return self.slut or self.fakta.pr

    def kategori(self, dag: dt.date) -> int | None:
        """The category of a day; None outside the period or where it is not known."""
        if self.slut is not None and dag > self.slut:
            return None
        kat = None
        for p in self.perioder:
            if p.fra <= dag or p is self.perioder[0]:
                kat = p.kategori
        return kat

    def bundet(self, dag: dt.date) -> bool:
        """In category 2 or 3 on the day (or the category is not known)."""
        if self.slut is not None and dag > self.slut:
            return False
        if dag > self.fakta.pr and self.fakta.loebende not in self.perioder:
            return False
        return self.kategori(dag) != 1

    def samtaler(self) -> list[dt.date]:
        """The follow-ups held, in a lawful form."""
        ud: list[dt.date] = []
        for s in self.fakta.samtaler:
            if (
                s.holdt_af != "a-kasse"
                and s.art in OPFOELGNING
                and self.fakta.afholdt(s)
                and self.fra <= s.dato <= self.sidste_dag()
            ):
                if self.form(s, foerste=not ud):
                    ud.append(s.dato)
        return ud

    def form(self, s: Samtale, *, foerste: bool) -> bool:
        """13 b.1, 4 and 5 as they stood on the day."""
        fakta, dag = self.fakta, s.dato
        if s.form in {None, "fremmoede", "standby"} or fakta.laes["forkert-form"] == "taeller":
            return True
        lempet = fakta.i_tilbud(dag) or fakta.i_arbejde(dag)
        if dag < fakta.skift:
            return s.form in FJERN or lempet
        if dag >= dt.date(2023, 3, 22):
            ansat = any(p.i_ansaettelse for p in self.perioder if p.fra <= dag)
            return s.form in FJERN and (not foerste or lempet or ansat)
        if s.form == "brev":
            return lempet
        return lempet or corona_fjern(dag) or (dag >= dt.date(2022, 1, 1) and dag > self.halvt_aar)

    def et_krav(self, regel: str, frist: dt.date, **mere: Any) -> Krav:
        """A deadline of this period."""
        fakta = self.fakta
        ukendt = self.kategori(frist) is None and (self.slut is None or frist <= self.slut)
        if mere.get("kraevet", 1) >= 2 and fakta.laes["corona-vindue"] == "forlaenges":
            frist = plus(frist, fakta.overlap(mere["fra"], frist))
        corona = fakta.suspenderet(frist)
        if mere.get("kraevet", 1) >= 2 and fakta.laes["corona-vindue"] == "uafklaret":
            corona = corona or fakta.overlapper_suspension(mere["fra"], frist)
        # the unread 13 f of lov 1750/2025 lets people off unless somebody asks; a fast track has been asked for
        ulaest_2026 = frist >= ULAEST_2026 and regel != "SDPL-2015:13b.2"
        return krav(
            fakta,
            regel,
            periode_fra=self.fra,
            frist=frist,
            slut=not self.bundet(frist),
            fritaget=frist <= fakta.pr and any(f.grund == "standby" for f in fakta.grunde(frist)),
            uafklaret=corona or ukendt or ulaest_2026,
            **mere,
        )

    def tidlig(self) -> tuple[dt.date, bool] | None:
        """The fast track: the day of the request, and whether its conditions hold."""
        for h in self.fakta.art("fast-track-anmodning"):
            if self.fra <= h.dato <= self.sidste_dag():
                afslag = any(x.dato >= h.dato for x in self.fakta.art("fast-track-afslag"))
                fra_arbejdsgiver = h.af != "sygemeldt"
                if fra_arbejdsgiver and (afslag or h.dato > plus(self.fra, 34)):
                    return h.dato, False
                return h.dato, True
        return None

    def alle(self) -> list[Krav]:
        """13 b.1 (or fast track 13 b.2), the later follow-ups, and the talk of 13 a.1."""
        fakta = self.fakta
        ud: list[Krav] = []
        har_2_3 = any(p.kategori != 1 for p in self.perioder)
        tidlig = self.tidlig()
        tidlig_frist: dt.date | None = None
        if tidlig is not None:
            frist = uge_efter(fakta, tidlig[0], 14)
            holdt = [d for d in self.opfulgt if d >= tidlig[0]]
            ud.append(
                self.et_krav(
                    "SDPL-2015:13b.2",
                    frist,
                    fra=tidlig[0],
                    medregnet=holdt[:1],
                    opfyldt=naaet(holdt, 1),
                    bortfalder=not tidlig[1],
                )
            )
            tidlig_frist = frist if tidlig[1] else None
        if har_2_3:
            ny = self.uge_8 >= fakta.skift
            ud.append(
                self.et_krav(
                    "SDPL-2020:13b.1a" if ny else "SDPL-2015:13b.1a",
                    self.uge_8,
                    fra=self.fra,
                    medregnet=self.opfulgt[:1],
                    opfyldt=naaet(self.opfulgt, 1),
                    bortfalder=tidlig_frist is not None,
                )
            )
            ud += self.hver_fjerde_uge(tidlig_frist or self.uge_8)
            ud += self.fire()
        ud += self.kategori_1()
        return ud

    def hver_fjerde_uge(self, foerste_frist: dt.date) -> list[Krav]:
        """Before 2020: at least every fourth week after the first follow-up."""
        fakta = self.fakta
        ud: list[Krav] = []
        foerst = self.opfulgt[0] if self.opfulgt else None
        anker = foerst or foerste_frist
        gitter = fakta.laes["hver-fjerde-uge"] == "fast-gitter"
        if gitter:
            anker = self.uge_8
        trin = 0
        while True:
            trin += 1
            frist = plus(anker, 28)
            if plus(anker, 1) >= fakta.skift or (self.slut is not None and anker >= self.slut):
                break
            til = frist if gitter else plus(frist, 28)
            holdt = [d for d in self.opfulgt if anker < d <= til and d < fakta.skift][:1]
            viger = frist >= fakta.skift
            rk = self.et_krav(
                "SDPL-2015:13b.1b",
                frist,
                trin=trin,
                fra=plus(anker, 1),
                medregnet=holdt,
                opfyldt=naaet(holdt, 1),
                viger=viger,
                efterfoelger="SDPL-2020:13b.1b" if self.halvt_aar >= fakta.skift else None,
            )
            ud.append(rk)
            if frist > fakta.pr or viger or (self.slut is not None and frist > self.slut):
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
            sidste = self.perioder[-1]
            foerst = self.opfulgt[0] if self.opfulgt else self.uge_8
            ventet = [h.ventet for h in fakta.art("raskmelding-ventet") if h.dato >= self.fra and h.ventet is not None]
            undtaget = bool(
                sidste.i_ansaettelse and sidste.forudsigeligt and ventet and ventet[-1] <= plus(foerst, 13 * 7 - 1)
            )
            if undtaget and self.sidste_dag() >= dt.date(2025, 1, 1):
                ud.append(krav(fakta, "SDPL-2025:13f.1", periode_fra=self.fra, kraevet=None, intet=True))
        ud.append(
            self.et_krav(
                "SDPL-2020:13b.1b",
                self.halvt_aar,
                fra=self.fra,
                kraevet=4,
                medregnet=self.opfulgt[:4],
                opfyldt=naaet(self.opfulgt, 4),
                bortfalder=undtaget,
            )
        )
        return ud

    def kategori_1(self) -> list[Krav]:
        """13 a.1: a talk if the absence lasts beyond 8 weeks; the law sets no day."""
        fakta = self.fakta
        dagen_efter = plus(self.fra, 56)
        uvist = dagen_efter <= self.sidste_dag() and self.kategori(dagen_efter) is None
        if not uvist and not any(p.kategori == 1 for p in self.perioder):
            return []
        skyldig = fakta.pr >= dagen_efter and self.kategori(dagen_efter) == 1
        # 13 a.2: the municipality decides how
        holdt = [
            s.dato
            for s in fakta.samtaler
            if s.holdt_af != "a-kasse" and s.art in OPFOELGNING and fakta.afholdt(s)
            and dagen_efter <= s.dato <= self.sidste_dag()
        ]  # fmt: skip
        return [
            krav(
                fakta,
                "SDPL-2015:13a.1",
                periode_fra=self.fra,
                fra=dagen_efter,
                medregnet=holdt[:1],
                opfyldt=naaet(holdt, 1),
                bortfalder=not skyldig and not uvist,
                uafklaret=uvist,
                ret=self.slut is None,
                slut=self.slut is not None,
            )
        ]
