"""The integration programme: follow-up on the contract, INTL 20, and control actions, INTL 27."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.sag import Haendelse, Periode

from .afgoerelse import aabningsdag as aaben
from .afgoerelse import krav, naaet
from .dage import plus, plus_maaneder
from .fakta import OPFOELGNING, Fakta, uge_efter
from .sammenhaeng import Sammenhaeng, ophold, tolv_maaneder
from .tilbud import KAP_10_12, afgivet, gyldige, talt

Krav = dict[str, Any]
ARTER = OPFOELGNING | {"cv-samtale"}
ULAEST = dt.date(2025, 1, 1)
FOERSTE_DAG = dt.date(2015, 7, 1)
FORAAR_2020 = (dt.date(2020, 3, 20), dt.date(2020, 5, 26))


def vurder(fakta: Fakta) -> list[Krav]:
    """Follow-up after each visitation, and what control actions start."""
    ud: list[Krav] = []
    egne = [p for p in fakta.perioder if p.maalgruppe == "integrationsprogram"]
    for start, til in forloeb(fakta, egne):
        program = Program(fakta, egne, start, til)
        if program.perioder:
            ud += program.alle()
    for s in ophold(fakta, {"integrationsprogram"}):
        ud += kontrol(fakta, s)
    return ud


def forloeb(fakta: Fakta, egne: list[Periode]) -> list[tuple[dt.date | None, dt.date | None]]:
    """From each visitation to the day before the next; None where what came first is not recorded."""
    if not egne:
        return []
    visiteret = sorted({h.dato for h in fakta.art("visitation-integration")})
    starter: list[dt.date | None] = list(visiteret)
    foer = [d for d in visiteret if d <= egne[0].fra]
    if foer:
        starter = [d for d in visiteret if d >= foer[-1]]
    elif not visiteret or (egne[0].til is not None and visiteret[0] > egne[0].til):
        starter.insert(0, None)
    ud = []
    for i, start in enumerate(starter):
        naeste = starter[i + 1] if i + 1 < len(starter) else None
        ud.append((start, plus(naeste, -1) if naeste is not None else None))
    return ud


def kommunens(fakta: Fakta, sidst: dt.date) -> list[dt.date]:
    """The follow-ups held by or for the municipality."""
    return [
        x.dato
        for x in fakta.samtaler
        if x.holdt_af != "a-kasse" and x.art in ARTER and x.dato <= sidst and x.form != "standby"
        and (x.status == "afholdt" or (x.status == "udeblevet" and fakta.laes["udeblivelse"] == "taeller"))
    ]  # fmt: skip


class Program:
    """One person's programme from one visitation."""

    def __init__(self, fakta: Fakta, egne: list[Periode], start: dt.date | None, til: dt.date | None) -> None:
        self.fakta, self.kendt = fakta, start is not None
        self.perioder = [
            p for p in egne if (til is None or p.fra <= til) and (start is None or p.til is None or p.til >= start)
        ]
        self.start = start or (self.perioder[0].fra if self.perioder else dt.date.min)
        slut = fakta.slut(self.perioder[-1]) if self.perioder else None
        self.slut = til if slut is None or (til is not None and til < slut) else slut
        sidst = self.slut or fakta.pr
        # 'indtil udlændingen har opfyldt de mål'
        maal = [h.dato for h in fakta.art("maal-opfyldt") if self.start <= h.dato <= sidst]
        self.maal = maal[0] if maal else None
        self.holdt = [d for d in kommunens(fakta, sidst) if self.maal is None or d <= self.maal]

    def spell(self, dag: dt.date) -> Periode:
        """The spell of a day, or the last one before it."""
        return ([p for p in self.perioder if p.fra <= dag] or self.perioder[:1])[-1]

    def paa_ydelsen(self, frist: dt.date) -> bool:
        """On the benefit on the deciding day."""
        return self.spell(min(frist, self.fakta.pr)).ydelse != "ingen"

    def i_arbejde(self, frist: dt.date) -> bool:
        """At work on the deciding day."""
        return self.fakta.i_arbejde(min(frist, self.fakta.pr))

    def forlaenget(self, fra: dt.date, frist: dt.date) -> dt.date:
        """The deadline with the days of leave (reading `delvis-fritagelse`)."""
        return self.fakta.forlaenget(
            fra, frist, lambda dag: any(f.grund in {"barsel", "sorgorlov"} for f in self.fakta.grunde(dag))
        )

    def alle(self) -> list[Krav]:
        """20.1, 20.barsel, 20.beskaeftigelse."""
        if not self.kendt:
            return self.ukendt()
        return self.gamle() + self.nye() + self.barsel() + self.arbejde()

    def ukendt(self) -> list[Krav]:
        """The visitation is not recorded: what counts from it cannot be determined."""
        fakta = self.fakta
        dag = min(self.slut or fakta.pr, fakta.pr)
        regler: list[tuple[str, int | None]] = []
        if dag < FOERSTE_DAG:
            return []
        if self.start < fakta.skift and (self.paa_ydelsen(dag) or not self.i_arbejde(dag)):
            regler.append(("INTL-2017:20.1", 1))
        if dag >= fakta.skift and self.paa_ydelsen(dag):
            ukraine = dag >= ULAEST and any(
                o.art == "fordrevet-fra-ukraine" and (o.til is None or o.til >= self.start) and o.fra <= dag
                for o in fakta.ordninger
            )
            regler.append(("INTL-2025:20.1" if ukraine else "INTL-2020:20.1", None))
        ud = [
            krav(fakta, regel, periode_fra=self.start, trin=trin, kraevet=4, uafklaret=True) for regel, trin in regler
        ]
        # not even from the first day of the course did it fall due under the act that is over
        aldrig = dag < fakta.skift <= fakta.pr and maaneder(fakta, self.start, 12) >= fakta.skift
        if not self.paa_ydelsen(dag) and self.i_arbejde(dag) and not aldrig:
            regel = "INTL-2017:20.beskaeftigelse" if dag < fakta.skift else "INTL-2020:20.beskaeftigelse"
            ud.append(krav(fakta, regel, periode_fra=self.start, trin=1, uafklaret=True))
        foer = plus(fakta.skift, -1)
        if (
            foer < dag
            and maaneder(fakta, self.start, 12) <= foer
            and not self.paa_ydelsen(foer)
            and self.i_arbejde(foer)
        ):
            # and under the act before it may have fallen due
            ud.append(krav(fakta, "INTL-2017:20.beskaeftigelse", periode_fra=self.start, trin=1, uafklaret=True))
        return ud + self.barsel()

    def et_krav(self, regel: str, frist: dt.date, *, uafklaret: bool = False, orlov: bool = False, **mere: Any) -> Krav:
        """A deadline of the programme."""
        fakta = self.fakta
        suspenderet = FORAAR_2020[0] <= frist <= FORAAR_2020[1] or fakta.suspenderet(frist)
        return krav(
            fakta,
            regel,
            periode_fra=self.start,
            frist=frist,
            slut=(self.slut is not None and frist > self.slut) or (self.maal is not None and frist >= self.maal),
            fritaget=not orlov
            and frist <= fakta.pr
            and any(f.grund in {"barsel", "sorgorlov"} for f in fakta.grunde(frist)),
            uafklaret=not mere.get("viger")
            and (uafklaret or suspenderet or fakta.i_ordning("forsoegskommune", min(frist, fakta.pr))),
            **mere,
        )

    def gamle(self) -> list[Krav]:
        """To 31-12-2019: four in each 12 calendar months after the visitation."""
        fakta = self.fakta
        ud: list[Krav] = []
        # 'Når visitationen er gennemført': the day itself counts
        vinduer = tolv_maaneder(fakta, self.start, self.start, 12, self.holdt, self.forlaenget)
        for k, (fra, frist) in enumerate(vinduer, start=1):
            if fra >= fakta.skift or (self.slut is not None and fra > self.slut):
                return ud
            nu = [d for d in self.holdt if fra <= d <= aaben(fakta, frist) and d < fakta.skift]
            if self.paa_ydelsen(frist) or not self.i_arbejde(frist):
                ud.append(
                    self.et_krav(
                        "INTL-2017:20.1",
                        frist,
                        trin=k,
                        fra=fra,
                        kraevet=4,
                        medregnet=nu[:4],
                        opfyldt=naaet(nu, 4),
                        # without the benefit and without work the texts give no count
                        uafklaret=not self.paa_ydelsen(frist),
                        for_sent_muligt=False,
                        viger=frist >= fakta.skift,
                        efterfoelger=self.afloeser(),
                    )
                )
            if frist > fakta.pr or frist >= fakta.skift or (self.slut is not None and frist > self.slut):
                return ud
        return ud

    def afloeser(self) -> str | None:
        """What asks for follow-up from the switch on: the first six months, then as needed."""
        if self.slut is not None and self.slut < self.fakta.skift:
            return None
        seks = maaneder(self.fakta, self.start, 6)
        return "INTL-2020:20.1" if seks >= self.fakta.skift else "INTL-2020:20.1.behov"

    def nye(self) -> list[Krav]:
        """From 01-01-2020: four within the first 6 months after the visitation; from 2025 only Ukraine is known."""
        fakta = self.fakta
        fra, frist = self.start, maaneder(fakta, self.start, 6)
        if frist < fakta.skift or not self.paa_ydelsen(frist):
            return []
        corona = fra <= FORAAR_2020[1] and frist >= foraar(fakta)
        if fakta.laes["corona-vindue"] == "forlaenges":
            frist = plus(frist, fakta.overlap(fra, frist))
        frist = self.forlaenget(fra, frist)
        ukraine = any(
            o.art == "fordrevet-fra-ukraine" and (o.til is None or o.til >= self.start) and o.fra <= frist
            for o in fakta.ordninger
        )
        senere = frist >= ULAEST
        nu = [d for d in self.holdt if d >= fra]
        return [
            self.et_krav(
                "INTL-2025:20.1" if senere and ukraine else "INTL-2020:20.1",
                frist,
                fra=fra,
                kraevet=4,
                medregnet=nu[:4],
                opfyldt=naaet(nu, 4),
                ulaest=senere and not ukraine,
                uafklaret=corona and fakta.laes["corona-vindue"] == "uafklaret",
            )
        ]

    def barsel(self) -> list[Krav]:
        """20.1: who uses the right to leave is followed up 6 months after the birth."""
        fakta = self.fakta
        ud: list[Krav] = []
        for h in fakta.art("foedsel"):
            if not self.start <= h.dato <= (self.slut or fakta.pr):
                continue
            frist = maaneder(fakta, h.dato, 6)
            if not any(f.grund == "barsel" for f in fakta.grunde(min(frist, fakta.pr))):
                continue
            nu = [d for d in self.holdt if d >= h.dato]
            ud.append(
                self.et_krav(
                    "INTL-2017:20.barsel" if frist < fakta.skift else "INTL-2020:20.barsel",
                    frist,
                    orlov=True,
                    uafklaret=not self.kendt,
                    fra=h.dato,
                    medregnet=nu[:1],
                    opfyldt=naaet(nu, 1),
                    ulaest=frist >= ULAEST,
                )
            )
        return ud + self.barslens_udloeb()

    def barslens_udloeb(self) -> list[Krav]:
        """20.1: 'og derefter i forbindelse med den lovlige fraværsperiodes udløb', with no last day."""
        fakta = self.fakta
        ud: list[Krav] = []
        for f in fakta.fritagelser:
            if f.grund != "barsel" or f.til is None or f.til > fakta.pr:
                continue
            dag = f.til
            if not self.start <= dag <= (self.slut or fakta.pr):
                continue
            if self.maal is not None and dag >= self.maal:
                continue
            efter = [d for d in self.holdt if d >= dag]
            if efter and efter[0] < FOERSTE_DAG:
                continue
            # one held in the leave, but for that of the 6 months, may have been held in connection with its end
            i_orloven = [d for d in self.holdt if f.fra <= d < dag]
            for h in fakta.art("foedsel"):
                til = min(maaneder(fakta, h.dato, 6), fakta.pr)
                if self.start <= h.dato <= dag and any(x.grund == "barsel" for x in fakta.grunde(til)):
                    # 'og derefter': nothing before that of the 6 months was it
                    foerste = [x for x in self.holdt if x >= h.dato][:1]
                    i_orloven = [d for d in i_orloven if foerste and d > foerste[0]]
            forbi = self.slut is not None or self.maal is not None
            ud.append(
                krav(
                    fakta,
                    "INTL-2017:20.barsel.udloeb" if dag < fakta.skift else "INTL-2020:20.barsel.udloeb",
                    periode_fra=self.start,
                    fra=dag,
                    medregnet=efter[:1],
                    opfyldt=naaet(efter, 1),
                    ulaest=dag >= ULAEST,
                    uafklaret=self.slut is None
                    and (
                        bool(i_orloven)
                        or fakta.suspenderet(fakta.pr)
                        or fakta.i_ordning("forsoegskommune", fakta.pr)
                        or not self.kendt
                    ),
                    ret=not forbi,
                    slut=forbi,
                )
            )
        return ud

    def arbejde(self) -> list[Krav]:
        """In ordinary work or education without the benefit: every 12 months."""
        fakta = self.fakta
        ud: list[Krav] = []
        anker, trin = self.start, 0
        while True:
            frist = self.forlaenget(plus(anker, 1), maaneder(fakta, anker, 12))
            naeste = self.forlaenget(plus(frist, 1), maaneder(fakta, frist, 12))
            nu = [d for d in self.holdt if anker < d <= naeste][:1]
            trin += 1
            if self.slut is not None and anker >= self.slut:
                return ud
            if not self.paa_ydelsen(frist) and self.i_arbejde(frist):
                ud.append(
                    self.et_krav(
                        "INTL-2017:20.beskaeftigelse" if frist < fakta.skift else "INTL-2020:20.beskaeftigelse",
                        frist,
                        trin=trin,
                        fra=plus(anker, 1),
                        medregnet=nu,
                        opfyldt=naaet(nu, 1),
                        ulaest=frist >= ULAEST,
                        uafklaret=fakta.suspenderet(frist),
                    )
                )
            if frist > fakta.pr or (self.slut is not None and frist > self.slut and not nu):
                return ud
            anker = nu[0] if nu else frist


def maaneder(fakta: Fakta, dag: dt.date, antal: int) -> dt.date:
    """Calendar months after a day."""
    return plus_maaneder(dag, antal, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag")


def foraar(fakta: Fakta) -> dt.date:
    """The first day of the suspension of 2020."""
    return dt.date.fromisoformat(fakta.laes["suspension-start"])


def kontrol(fakta: Fakta, s: Sammenhaeng) -> list[Krav]:
    """27: after a control action on somebody on the benefit."""
    ud: list[Krav] = []
    for h in fakta.art("kontrolaktion"):
        if s.fra <= h.dato <= s.sidste_dag():
            p = fakta.periode_paa(h.dato)
            if p is not None and p.ydelse != "ingen":
                ud += efter_kontrol(fakta, s, h)
    return ud


def efter_kontrol(fakta: Fakta, s: Sammenhaeng, h: Haendelse) -> list[Krav]:
    """An interview within a week, abroad each 14 days for 3 months, an offer within two weeks of the interview."""
    ud: list[Krav] = []

    def et_krav(led: str, frist: dt.date, **mere: Any) -> None:
        p = [q for q in s.perioder if q.fra <= min(frist, fakta.pr)][-1]
        if p.ydelse == "ingen":
            return
        suspenderet = FORAAR_2020[0] <= frist <= FORAAR_2020[1] or fakta.suspenderet(frist)
        opstod = mere.pop("opstod", True)
        ud.append(
            krav(
                fakta,
                f"INTL-2017:27.{led}" if frist < fakta.skift else f"INTL-2020:27.{led}",
                periode_fra=s.fra,
                frist=frist,
                # what never arose is of the law of the course's last days
                ulaest=(frist if opstod or s.lukket is None else s.lukket) >= ULAEST,
                uafklaret=opstod
                and (
                    mere.pop("uafklaret", False)
                    or suspenderet
                    or fakta.i_ordning("forsoegskommune", min(frist, fakta.pr))
                ),
                slut=s.lukket is not None and frist > s.lukket,
                **mere,
            )
        )

    uge = uge_efter(fakta, h.dato, 7)
    holdt = [d for d in kommunens(fakta, s.sidste_dag()) if d >= h.dato]
    et_krav("1a", uge, fra=h.dato, medregnet=holdt[:1], opfyldt=naaet(holdt, 1))
    foerste = holdt[0] if holdt else uge
    if h.udland is not False:
        anker, trin, til = foerste, 0, plus_maaneder(foerste, 3)
        while uge_efter(fakta, anker, 14) <= til and (s.lukket is None or anker < s.lukket):
            trin += 1
            frist = uge_efter(fakta, anker, 14)
            nu = [d for d in holdt if anker < d <= uge_efter(fakta, frist, 14)][:1]
            et_krav("1b", frist, trin=trin, fra=plus(anker, 1), medregnet=nu, opfyldt=naaet(nu, 1),
                    uafklaret=h.udland is None)  # fmt: skip
            if frist > fakta.pr or (s.lukket is not None and frist > s.lukket and not nu):
                break
            anker = nu[0] if nu else frist
    frist = uge_efter(fakta, foerste, 14)
    tilbud = gyldige(fakta, KAP_10_12, "uddannelsesparat", mindst_to_uger=False)
    d = afgivet(fakta, tilbud, foerste, frist, s.lukket)
    # nothing runs from an interview that was due, and not held, after the course had ended
    opstod = bool(holdt) or s.lukket is None or uge <= s.lukket
    et_krav("2", frist, fra=foerste, opstod=opstod, medregnet=talt(d), opfyldt=d.opfyldt, samtale=False)
    return ud
