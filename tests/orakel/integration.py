"""The integration programme: follow-up on the contract, INTL 20, and control actions, INTL 27."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.sag import Periode

from .afgoerelse import krav, naaet
from .dage import plus
from .fakta import OPFOELGNING, Fakta, uge_efter
from .sammenhaeng import Sammenhaeng, faste
from .tilbud import KAP_10_12, afgivet, gyldige, talt

Krav = dict[str, Any]
ARTER = OPFOELGNING | {"cv-samtale"}
ULAEST = dt.date(2025, 1, 1)
FORAAR_2020 = (dt.date(2020, 3, 20), dt.date(2020, 5, 26))


def vurder(fakta: Fakta) -> list[Krav]:
    """Every follow-up requirement of the programme."""
    ud: list[Krav] = []
    for gruppe in ("integrationsprogram",):
        for s in faste_med_ingen(fakta, gruppe):
            ud += Program(fakta, s).alle()
    return ud


def faste_med_ingen(fakta: Fakta, gruppe: str) -> list[Sammenhaeng]:
    """The stretches in the programme, also those without benefit."""
    egne = [p for p in fakta.perioder if p.maalgruppe == gruppe]
    if all(p.ydelse != "ingen" for p in egne):
        return faste(fakta, gruppe)
    return [Sammenhaeng(fakta, egne, genstart=False, ny=False)] if egne else []


class Program:
    """One person's programme."""

    def __init__(self, fakta: Fakta, s: Sammenhaeng) -> None:
        self.fakta, self.s = fakta, s
        # BEK 867/2020 8.3, which counts from 27 May, is about the numbers of LAB and SDPL
        self.holdt = [
            x.dato
            for x in fakta.samtaler
            if x.holdt_af != "a-kasse" and x.art in ARTER and fakta.afholdt_altid(x) and x.dato <= s.sidste_dag()
            and (x.form != "standby" or fakta.laes["forkert-form"] == "taeller")
        ]  # fmt: skip

    def paa(self, dag: dt.date) -> Periode | None:
        """The programme spell of a day."""
        p = self.fakta.periode_paa(dag)
        return p if p is not None and p.maalgruppe == "integrationsprogram" else None

    def alle(self) -> list[Krav]:
        """20.1 after the visitation, 20.barsel, 20.beskaeftigelse, 27."""
        fakta, s = self.fakta, self.s
        visiteret = [h.dato for h in fakta.art("visitation-integration") if h.dato <= s.sidste_dag()]
        ud: list[Krav] = []
        ydelse = any(p.ydelse != "ingen" for p in s.perioder)
        if visiteret and ydelse:
            ud += self.gamle(visiteret[-1]) + self.nye(visiteret[-1])
        elif ydelse:
            ny = s.fra >= fakta.skift
            regel = ("INTL-2025:20.1" if fakta.i_ordning("fordrevet-fra-ukraine", fakta.pr) and fakta.pr >= ULAEST
                     else "INTL-2020:20.1" if ny or fakta.pr >= fakta.skift else "INTL-2017:20.1")  # fmt: skip
            ud.append(
                krav(fakta, regel, periode_fra=s.fra, trin=1 if "2017" in regel else None, kraevet=4, uafklaret=True)
            )
        ud += self.barsel() + self.arbejde(visiteret) + self.kontrol()
        return ud

    def et_krav(self, regel: str, frist: dt.date, periode_fra: dt.date, **mere: Any) -> Krav:
        """A deadline of the programme."""
        fakta = self.fakta
        opfyldt_maal = any(h.dato <= frist for h in fakta.art("maal-opfyldt"))
        p = self.paa(frist)
        barsel = frist <= fakta.pr and any(f.grund == "barsel" for f in fakta.grunde(frist))
        return krav(
            fakta,
            regel,
            periode_fra=periode_fra,
            frist=frist,
            slut=p is None or (p.ydelse == "ingen" and regel.endswith("20.1")) or opfyldt_maal,
            fritaget=barsel and regel.endswith("20.1"),
            **mere,
        )

    def gamle(self, anker: dt.date) -> list[Krav]:
        """To 31-12-2019: four in each 12 calendar months after the visitation."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        k = 0
        while True:
            k += 1
            fra, frist = plus(s.kalender(anker, 12 * (k - 1)), 1), s.kalender(anker, 12 * k)
            if k == 1:
                fra = anker  # 'Når visitationen er gennemført': the day itself counts
            if fra >= fakta.skift or (s.lukket is not None and fra > s.lukket):
                return ud
            nu = [d for d in self.holdt if fra <= d <= frist and d < fakta.skift]
            ud.append(
                self.et_krav(
                    "INTL-2017:20.1",
                    frist,
                    anker,
                    trin=k,
                    fra=fra,
                    kraevet=4,
                    medregnet=nu[:4],
                    opfyldt=naaet(nu, 4),
                    for_sent_muligt=False,
                    viger=frist >= fakta.skift,
                    efterfoelger="INTL-2020:20.1" if s.kalender(anker, 6) >= fakta.skift else None,
                )
            )
            if frist > fakta.pr or frist >= fakta.skift:
                return ud

    def nye(self, anker: dt.date) -> list[Krav]:
        """From 01-01-2020: four within the first 6 months after the visitation; from 2025 only Ukraine is known."""
        fakta, s = self.fakta, self.s
        fra, frist = anker, s.kalender(anker, 6)
        if frist < fakta.skift:
            return []
        ukraine = fakta.i_ordning("fordrevet-fra-ukraine", min(frist, fakta.pr))
        senere = frist >= ULAEST
        nu = [d for d in self.holdt if d >= fra]
        corona = fra <= FORAAR_2020[1] and frist >= FORAAR_2020[0]
        if fakta.laes["corona-vindue"] == "forlaenges":
            frist = plus(frist, fakta.overlap(fra, frist))
        return [
            self.et_krav(
                "INTL-2025:20.1" if senere and ukraine else "INTL-2020:20.1",
                frist,
                anker,
                fra=fra,
                kraevet=4,
                medregnet=nu[:4],
                opfyldt=naaet(nu, 4),
                ulaest=senere and not ukraine,
                uafklaret=corona and fakta.laes["corona-vindue"] == "uafklaret",
            )
        ]

    def barsel(self) -> list[Krav]:
        """On barsel: 6 months after the birth, then at the end of the leave."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        for f in fakta.fritagelser:
            if f.grund != "barsel" or self.paa(max(f.fra, s.fra)) is None:
                continue
            foedt = [h.dato for h in fakta.art("foedsel") if h.dato <= (f.til or fakta.pr)]
            frister = [s.kalender(foedt[-1], 6)] if foedt else []
            if f.til is not None and f.til <= fakta.pr:
                frister = [d for d in frister if d < f.til] + [f.til]
            anker = foedt[-1] if foedt else f.fra
            for trin, frist in enumerate(frister, start=1):
                nu = [d for d in self.holdt if d >= anker]
                ud.append(
                    self.et_krav(
                        "INTL-2017:20.barsel" if frist < fakta.skift else "INTL-2020:20.barsel",
                        frist,
                        s.fra,
                        trin=trin,
                        fra=anker,
                        medregnet=nu[:1],
                        opfyldt=naaet(nu, 1),
                        ulaest=frist >= ULAEST,
                    )
                )
                anker = nu[0] if nu and nu[0] <= frist else frist
        return ud

    def arbejde(self, visiteret: list[dt.date]) -> list[Krav]:
        """In ordinary work or education without the benefit: every 12 months."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        for p in s.perioder:
            if p.ydelse != "ingen" or not any(fakta.i_arbejde(d) for d in (p.fra, min(p.til or fakta.pr, fakta.pr))):
                continue
            anker, trin = max([p.fra, *visiteret[-1:]]), 0
            while True:
                trin += 1
                frist = s.kalender(anker, 12)
                nu = [d for d in self.holdt if anker < d <= s.kalender(frist, 12)][:1]
                ud.append(
                    self.et_krav(
                        "INTL-2017:20.beskaeftigelse" if frist < fakta.skift else "INTL-2020:20.beskaeftigelse",
                        frist,
                        s.fra,
                        trin=trin,
                        fra=plus(anker, 1),
                        medregnet=nu,
                        opfyldt=naaet(nu, 1),
                        ulaest=frist >= ULAEST,
                        uafklaret=fakta.suspenderet(frist),
                    )
                )
                if frist > fakta.pr or (p.til is not None and frist > p.til):
                    break
                anker = nu[0] if nu else frist
        return ud

    def kontrol(self) -> list[Krav]:
        """27: after a control action."""
        fakta = self.fakta
        ud: list[Krav] = []
        for h in fakta.art("kontrolaktion"):
            p = self.paa(h.dato)
            if p is None or p.ydelse == "ingen":
                continue

            def regel(frist: dt.date, led: str) -> str:
                return f"INTL-2017:27.{led}" if frist < fakta.skift else f"INTL-2020:27.{led}"

            uge = uge_efter(fakta, h.dato, 7)
            holdt = [d for d in self.holdt if d >= h.dato]
            ud.append(
                self.et_krav(regel(uge, "1a"), uge, self.s.fra, fra=h.dato, medregnet=holdt[:1],
                             opfyldt=naaet(holdt, 1), ulaest=uge >= ULAEST)
            )  # fmt: skip
            foerste = holdt[0] if holdt else uge
            if h.udland is not False:
                anker, trin, til = foerste, 0, self.s.kalender(foerste, 3)
                while plus(anker, 14) <= til:
                    trin += 1
                    frist = plus(anker, 14)
                    nu = [d for d in holdt if anker < d <= plus(frist, 14)][:1]
                    ud.append(
                        self.et_krav(regel(frist, "1b"), frist, self.s.fra, trin=trin, fra=plus(anker, 1),
                                     medregnet=nu, opfyldt=naaet(nu, 1), uafklaret=h.udland is None,
                                     ulaest=frist >= ULAEST)
                    )  # fmt: skip
                    if frist > fakta.pr:
                        break
                    anker = nu[0] if nu else frist
            frist = uge_efter(fakta, foerste, 14)
            tilbud = gyldige(fakta, KAP_10_12, "uddannelsesparat", mindst_to_uger=False)
            d = afgivet(fakta, tilbud, h.dato, frist)
            ud.append(
                self.et_krav(regel(frist, "2"), frist, self.s.fra, fra=foerste, medregnet=talt(d), opfyldt=d.opfyldt,
                             samtale=False, ulaest=frist >= ULAEST)
            )  # fmt: skip
        return ud
