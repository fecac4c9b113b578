"""Duties that an event starts: control actions (21 a, 38), systematic referral (21 d), talks on barsel (20 b, 27.2)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .afgoerelse import krav, naaet
from .dage import dage, plus, plus_maaneder
from .fakta import DP, JOB, SYGDOM, TO_TIL_FEM, ULAEST_2026, UNG, VOKSEN, Fakta, Form, lovlige, uge_efter
from .ledighed import Ur, dagpengeperioder, overdragelse
from .sammenhaeng import JULI_2025, gamle, nye
from .tilbud import afgivet, corona_1, efter_kontrol, talt

Krav = dict[str, Any]


def vurder(fakta: Fakta) -> list[Krav]:
    """Every duty that an event started."""
    ud: list[Krav] = []
    for h in fakta.art("kontrolaktion"):
        ud += kontrolaktion(fakta, h.dato, udland=h.udland)
    for h in fakta.art("systematisk-henvisning"):
        ud += henvisning(fakta, h.dato)
    return ud + barsel(fakta)


def gruppe_paa(fakta: Fakta, dag: dt.date) -> str | None:
    """The group of the day, dagpenge course included."""
    if fakta.paa_dagpenge(dag):
        return DP
    p = fakta.periode_paa(dag)
    return p.maalgruppe if p is not None else None


def gruppe_i_perioden(fakta: Fakta, dag: dt.date) -> str | None:
    """As `gruppe_paa`; in a gap that does not break a continuous period the last group still binds."""
    gruppe = gruppe_paa(fakta, dag)
    if gruppe is None:
        for s in gamle(fakta) if dag < fakta.skift else nye(fakta):
            if s.fra <= dag <= (s.lukket or fakta.pr):
                gruppe = s.gruppe(dag)
        if gruppe is None and any(p.fra <= dag and (p.til is None or dag <= p.til) for p in dagpengeperioder(fakta)):
            gruppe = DP
    return gruppe


def i_perioden(fakta: Fakta, dag: dt.date) -> bool:
    """In the dagpenge course, in a period in which dagpenge was paid."""
    perioder = (p for p in dagpengeperioder(fakta) if p.fra <= dag and (p.til is None or dag <= p.til))
    return fakta.paa_dagpenge(dag) and any(perioder)


def periode_fra(fakta: Fakta, dag: dt.date, gruppe: str) -> tuple[dt.date, dt.date | None]:
    """The start of the period on the person's clock, and its end where known; by the new partition from the switch."""
    if gruppe == DP:
        perioder = [p for p in dagpengeperioder(fakta) if p.fra <= dag and (p.til is None or dag <= p.til)]
        return (perioder[-1].fra, perioder[-1].til) if perioder else (dag, None)
    for s in gamle(fakta) if dag < fakta.skift else nye(fakta):
        if s.fra <= dag <= (s.lukket or fakta.pr):
            return s.fra, s.lukket
    p = fakta.periode_paa(dag)
    return (p.fra, p.til) if p is not None else (dag, None)


def seks_maaneder(fakta: Fakta, fra: dt.date, gruppe: str) -> dt.date | None:
    """The end of the first 6 months on the person's clock, after which LBK 701 33 lets the person choose the form."""
    if gruppe == DP:
        return next((Ur(p).naar(maaneder=6) for p in dagpengeperioder(fakta) if p.fra == fra), None)
    return next((s.maaneder_efter(s.fra, 6) for s in nye(fakta) if s.fra == fra), None)


def med_fritagne(fakta: Fakta, foerst: dt.date, frist: dt.date) -> dt.date:
    """The deadline with the exempt days (reading `delvis-fritagelse`)."""

    def fri(dag: dt.date) -> bool:
        gruppe = gruppe_i_perioden(fakta, dag)
        return gruppe is not None and fakta.undtaget(dag, gruppe, standby=False)

    return fakta.forlaenget(foerst, frist, fri)


def a_kassen_til(fakta: Fakta, fra: dt.date) -> dt.date:
    """38.1, 4. pkt.: the last day on which the a-kasse has the course (27.2), but not of who is visiteret (27.3)."""
    if fra < dt.date(2024, 1, 1):
        return dt.date.min
    periode = next(p for p in dagpengeperioder(fakta) if p.fra == fra)
    til = overdragelse(periode, Ur(periode)) or dt.date.max
    visiteret = [
        plus(o.fra, -1)
        for o in fakta.ordninger
        if o.art == "visiteret-til-jobcenter" and (o.til is None or o.til >= fra)
    ]
    return min([til, *visiteret])


def kontrolaktion(  # noqa: PLR0915 - one paragraph
    fakta: Fakta, dag: dt.date, *, udland: bool | None
) -> list[Krav]:
    """21 a and 38: a talk within a week; abroad, each 14 days for 3 months; an offer within two weeks of the talk."""
    gruppe = gruppe_i_perioden(fakta, dag)
    if gruppe not in VOKSEN | {DP} or (gruppe == DP and not i_perioden(fakta, dag)):
        return []  # 'omfattet af § 6, nr. 1' (2, nr. 1) is who receives dagpenge
    fra, lukket = periode_fra(fakta, dag, gruppe)
    sidst = lukket if lukket is not None and lukket <= fakta.pr else fakta.pr
    gamle_, nye_ = (
        next((s for s in saet if gruppe != DP and s.fra <= dag <= (s.lukket or fakta.pr)), None)
        for saet in (gamle(fakta), nye(fakta))
    )
    if gruppe != DP and gamle_ is None and dag < fakta.skift:
        return []  # in loentilskud where it breaks the period: no benefit, so none of nr. 2 and 3
    ny_fra, ny_lukket = (fra, lukket) if nye_ is None else (nye_.fra, nye_.lukket)
    s = gamle_ if dag < fakta.skift else nye_
    # what lies in an open gap belongs to the course only if it closes
    i_hul = s is not None and s.i_hul()
    sidst_paa = s.sidste_ydelsesdag if s is not None and i_hul else dt.date.max
    sidst = min(sidst, sidst_paa)
    # a deadline from the switch on has the new act's course: none where the event lay outside it
    uden_for = gruppe != DP and nye_ is None
    # 21 a binds on in another group, but 16 asks who the person is on the day: those of 12 need not meet in person
    form = Form(fakta, lambda d: gruppe_paa(fakta, d) or gruppe, seks_maaneder(fakta, fra, gruppe))
    fasen_til = a_kassen_til(fakta, fra) if gruppe == DP else dt.date.min
    # the form of 33: only the first jobsamtale of the course, whoever held it, must be in person
    i_forloebet = lovlige(fakta, form, fra, sidst, arter=JOB, a_kasse_ogsaa=True, ikke_lempet=True)
    holdt = [
        s.dato
        for s in i_forloebet
        if s.dato >= dag and s.form != "standby" and (s.dato <= fasen_til or not fakta.af_a_kasse(s))
    ]

    def regel(frist: dt.date, led: str) -> str:
        if frist >= fakta.skift:
            return f"LAB-2019:38.{led}"
        if led == "2":
            return "LAB-2016:21a.3"
        return f"LAB-2016:21a.{1 if gruppe == DP else 2}{led[1]}"

    def slut_for(frist: dt.date) -> dt.date | None:
        return ny_lukket if frist >= fakta.skift else lukket

    def et_krav(frist: dt.date, led: str, **mere: Any) -> Krav:
        nu = gruppe_i_perioden(fakta, frist)
        slut_ = slut_for(frist)
        return krav(
            fakta,
            regel(frist, led),
            haendelse=dag,
            periode_fra=ny_fra if frist >= fakta.skift else fra,
            frist=frist,
            # whom the event has bound it binds to the end of the course
            slut=(gruppe == DP and not fakta.paa_dagpenge(frist)) or (slut_ is not None and frist > slut_),
            i_hul=i_hul and frist > sidst_paa,
            fritaget=frist <= fakta.pr and nu is not None and fakta.undtaget(frist, nu, standby=False),
            ulaest=frist >= ULAEST_2026,
            uafklaret=mere.pop("uafklaret", False)
            or fakta.suspenderet(frist)
            or (nye_ is not None and nye_.ydelsesskift_2025 and frist >= JULI_2025)
            # the trials were the municipalities': not where the a-kasse holds the talk
            or ((led == "2" or frist > fasen_til) and fakta.i_ordning("forsoegskommune", min(frist, fakta.pr))),
            **mere,
        )

    uge = med_fritagne(fakta, dag, uge_efter(fakta, dag, 7))
    # late within the course that the deadline lies in
    holdt = [d for d in holdt if d <= (slut_for(uge) or dt.date.max)]
    ud = [et_krav(uge, "1a", fra=dag, medregnet=holdt[:1], opfyldt=naaet(holdt, 1))]
    if uden_for:
        ud = [k for k in ud if uge < fakta.skift]
    slut_uge = slut_for(uge)
    ikke_bundet = (gruppe == DP and not fakta.paa_dagpenge(uge)) or (slut_uge is not None and uge > slut_uge)
    if ikke_bundet and not (holdt and holdt[0] <= uge):
        # the talk was not due, so nothing runs from it
        ud.append(
            krav(
                fakta,
                regel(uge, "2"),
                haendelse=dag,
                periode_fra=ny_fra if uge >= fakta.skift else fra,
                ulaest=min(lukket or fakta.pr, fakta.pr) >= ULAEST_2026,
                uafklaret=lukket is None and fakta.i_ordning("forsoegskommune", fakta.pr),
                slut=lukket is not None,
                samtale=False,
            )
        )
        return ud
    # lapsed for an exemption the talk was never due; what follows is counted from its day
    foerste = holdt[0] if holdt and not (ud and ud[0]["udfald"] == "bortfaldet") else uge
    if udland is not False:
        anker, trin = foerste, 0
        til = plus_maaneder(foerste, 3)
        while uge_efter(fakta, anker, 14) <= til:
            frist = med_fritagne(fakta, plus(anker, 1), uge_efter(fakta, anker, 14))
            naeste = med_fritagne(fakta, plus(frist, 1), uge_efter(fakta, frist, 14))
            slut = slut_for(frist)
            if (slut is not None and anker >= slut) or (uden_for and frist >= fakta.skift):
                break
            trin += 1
            nu = [d for d in holdt if anker < d <= min(naeste, slut or dt.date.max)][:1]
            ud.append(
                et_krav(
                    frist,
                    "1b",
                    trin=trin,
                    fra=plus(anker, 1),
                    medregnet=nu,
                    opfyldt=naaet(nu, 1),
                    uafklaret=udland is None,
                )
            )
            if frist > fakta.pr or (slut is not None and frist > slut and not nu):
                break
            anker = nu[0] if nu else frist
    frist = med_fritagne(fakta, foerste, uge_efter(fakta, foerste, 14))
    if uden_for and frist >= fakta.skift:
        return ud
    # what begins off the benefit is of the course only if it is back on it
    ende = s.sidste_ydelsesdag if s is not None and (i_hul or fakta.loebende is None) else slut_for(frist)
    d = afgivet(fakta, efter_kontrol(fakta, gruppe), foerste, frist, ende)
    lukket_ned = frist >= fakta.skift and corona_1(fakta, frist, fakta.kommune(frist))  # BEK 686/2020 2.1 nr. 6
    ud.append(
        et_krav(
            frist,
            "2",
            fra=foerste,
            medregnet=talt(d),
            opfyldt=d.opfyldt,
            uafklaret=d.tvivl or lukket_ned,
            samtale=False,
        )
    )
    return ud


def henvisning(fakta: Fakta, dag: dt.date) -> list[Krav]:
    """21 d.3: an offer when three months of systematic referral have passed without a job."""
    gruppe = gruppe_i_perioden(fakta, dag)
    frist = plus_maaneder(dag, 3, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag")
    if gruppe is not None and gruppe != DP:  # whom it names on its last day
        ved_fristen = [
            s.gruppe(frist)
            for s in gamle(fakta)
            if s.fra <= dag <= (s.lukket or fakta.pr) and (dag >= s.foerste_dag or fakta.periode_paa(dag) is None)
        ]
        gruppe = "jobparat" if "jobparat" in {gruppe, *ved_fristen} else gruppe
    if gruppe not in {DP, "jobparat"} or dag >= fakta.skift or (gruppe == DP and not i_perioden(fakta, dag)):
        return []
    fra, lukket = periode_fra(fakta, dag, gruppe)
    i_hul = False
    if gruppe == DP:
        slut = not fakta.paa_dagpenge(frist) or (lukket is not None and frist > lukket)
    else:
        slut = True
        for s in gamle(fakta):
            if s.fra == fra and s.lukket == lukket:
                slut = s.gruppe(frist) != "jobparat"
                i_hul = s.i_hul() and frist > s.sidste_ydelsesdag
                lukket = s.sidste_ydelsesdag if s.i_hul() else s.lukket

    def i_job(d: dt.date) -> bool:
        return d < fakta.skift and fakta.i_arbejde(d)

    def fri(d: dt.date) -> bool:
        """In work; no duty to take part in offers: sick for the first 14 days on dagpenge, else a reasonable ground."""
        grunde = {SYGDOM} if gruppe == DP else {"rimelig-grund", "ferie", "barsel"}
        return i_job(d) or (d < fakta.skift and any(f.grund in grunde for f in fakta.grunde(d)))

    # 'ved udløbet af perioden på 3 måneder ikke kommet i beskæftigelse'
    frist = fakta.forlaenget(dag, frist, fri, slut=lukket)
    tilbud = efter_kontrol(fakta, gruppe)
    if frist >= fakta.skift:  # what is given after the act gave way meets nothing of it
        tilbud = [(t, tal) for t, tal in tilbud if (t.afgivet or t.fra) < fakta.skift]
    # given, in time or late, within the course
    d = afgivet(fakta, tilbud, dag, frist, lukket)
    return [
        krav(
            fakta,
            "LAB-2016:21d.3",
            periode_fra=fra,
            fra=dag,
            frist=frist,
            medregnet=talt(d),
            opfyldt=d.opfyldt,
            slut=slut,
            i_hul=i_hul,
            viger=frist >= fakta.skift,
            fritaget=fri(frist),
            uafklaret=fakta.i_ordning("forsoegskommune", min(frist, fakta.pr)),
            samtale=False,
        )
    ]


TILBUDT = {"afholdt", "tilbudt", "indkaldt", "udeblevet", "aflyst"}  # whatever came of it, it was offered


def barsel(fakta: Fakta) -> list[Krav]:
    """20 b and 27.2: on barsel, the offer of an interview within the last 3 months of the leave."""
    ud: list[Krav] = []
    for f in fakta.fritagelser:
        if f.grund != "barsel":
            continue
        slut = f.til if f.til is not None and f.til <= fakta.pr else None
        fra = max(f.fra, plus_maaneder(slut, -3)) if slut is not None else None
        for s in gamle(fakta) + nye(fakta):
            dag = slut or min(fakta.pr, s.lukket or fakta.pr)
            if s.ny != (dag >= fakta.skift):
                continue
            if s.fra > (slut or fakta.pr) or (s.lukket is not None and f.fra > s.lukket):
                continue
            gruppe = s.gruppe(min(dag, s.lukket or dag))
            if gruppe not in TO_TIL_FEM:
                continue
            tilbudt = [
                x.dato
                for x in fakta.samtaler
                if x.art in JOB and x.status in TILBUDT and not fakta.suspenderet(x.dato)
                and fra is not None and fra <= x.dato <= s.sidste_dag() and x.form != "standby"
                and not fakta.af_a_kasse(x)
            ]  # fmt: skip
            gamle_ = (("LAB-2016:20b.1", VOKSEN), ("LAB-2016:20b.2", UNG))
            for regel, grupper in gamle_ if dag < fakta.skift else (("LAB-2019:27.2", TO_TIL_FEM),):
                # who left the group during the leave may have been offered it there
                if gruppe not in grupper and (fra is None or all(s.gruppe(d) not in grupper for d in dage(fra, dag))):
                    continue
                ud.append(
                    krav(
                        fakta,
                        regel,
                        periode_fra=s.fra,
                        fra=fra,
                        frist=slut,
                        medregnet=tilbudt[:1],
                        opfyldt=naaet(tilbudt, 1),
                        ulaest=dag >= ULAEST_2026,
                        # a leave that goes on after the course had no end in it: nothing fell due
                        uafklaret=(slut is not None and fakta.suspenderet(slut))
                        or ((slut is not None or s.lukket is None) and fakta.i_ordning("forsoegskommune", dag)),
                        slut=gruppe not in grupper or (s.lukket is not None and (slut is None or dag > s.lukket)),
                        i_hul=s.i_hul() and dag > s.sidste_ydelsesdag,
                        samtale=False,  # 'inden barselsperiodens afslutning': the leave ends when it ends
                    )
                )
    return ud
