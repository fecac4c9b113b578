"""Ledighedsydelse and fleksjob, foertidspension, and the groups without a countable requirement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from kontaktforloeb.sag import Periode, Samtale

from .afgoerelse import krav, naaet
from .dage import dage, mandag, plus, plus_maaneder
from .fakta import (
    DP,
    FJERN,
    JOB,
    OPFOELGNING,
    SYV_TIL_TI,
    TO_TIL_FEM,
    ULAEST_2026,
    VOKSEN,
    Fakta,
    Form,
    datoer,
    lovlige,
    uge_efter,
)
from .kontanthjaelp import paragraf_209
from .ledighed import Ur, dagpengeperioder
from .sammenhaeng import JULI_2025, Sammenhaeng, gamle, nye, ophold

Krav = dict[str, Any]
FOERSTE_DAG = dt.date(2015, 7, 1)
INTL_ULAEST = dt.date(2025, 1, 1)


def vurder(fakta: Fakta) -> list[Krav]:
    """The requirements of the groups outside the core rules."""
    ud = ledighedsydelse(fakta) + fleksjob(fakta) + foertidspension(fakta) + intet(fakta)
    return ud + paragraf_32(fakta) + paragraf_32a(fakta)


def ledighedsydelse(fakta: Fakta) -> list[Krav]:
    """LAB-2016 73 e.1 and 73 a.2, before the switch."""
    egne = [p for p in fakta.perioder if p.maalgruppe == "ledighedsydelse" and p.ydelse != "ingen"]
    if not egne or egne[0].fra >= fakta.skift:
        return []
    ud = cv_samtale(fakta)
    visiteret = sorted({h.dato for h in fakta.art("visitation-fleksjob")})
    # 'regnet første gang fra visitationen': the one the benefit began with, and each new one after that
    starter: list[dt.date | None] = list(visiteret)
    foer = [d for d in visiteret if d <= egne[0].fra]
    if foer:
        starter = [d for d in visiteret if d >= foer[-1]]
    elif not visiteret or (egne[0].til is not None and visiteret[0] > egne[0].til):
        starter.insert(0, None)
    for i, start in enumerate(starter):
        naeste = starter[i + 1] if i + 1 < len(starter) else None
        med = [
            p for p in egne if (naeste is None or p.fra < naeste) and (start is None or p.til is None or p.til >= start)
        ]
        if not med or med[0].fra >= fakta.skift:
            continue  # nobody received the benefit under the act
        nye_krav = hver_tredje_maaned(fakta, med, start, naeste)
        if start is None and all(p.til is not None and p.til < FOERSTE_DAG for p in med):
            # what could not be determined was of a time before the law read
            nye_krav = [k for k in nye_krav if k["frist"] is not None]
        ud += nye_krav
    return ud


def cv_samtale(fakta: Fakta) -> list[Krav]:
    """73 e: within 3 weeks of the right to the benefit, unless one was held shortly before and after the visitation."""
    ud: list[Krav] = []
    forrige: dt.date | None = None
    # kap. 13: the suspension of kap. 7 in 2020 does not keep an old duty from being met late
    cv = [s for s in fakta.samtaler if s.art == "cv-samtale" and fakta.afholdt_altid(s)]
    for p in fakta.perioder:
        if p.maalgruppe != "ledighedsydelse" or p.ydelse == "ingen":
            continue
        sammen = forrige is not None and plus(forrige, 1) == p.fra
        forrige = p.til
        frist = uge_efter(fakta, p.fra, 21)
        if sammen or p.fra >= fakta.skift:
            continue
        visiteret = [h.dato for h in fakta.art("visitation-fleksjob") if h.dato <= p.fra]
        holdt = [
            s.dato
            for s in cv
            if p.fra <= s.dato
            and (s.dato < fakta.skift or frist < fakta.skift)
            and (p.til is None or s.dato <= p.til)
            and s.form != "standby"
            and (
                s.form in {None, "fremmoede"}
                or (s.dato < fakta.skift and fakta.mindre_intensiv(s.dato, "ledighedsydelse"))
                or fakta.laes["forkert-form"] == "taeller"
            )
        ]
        nyere = [s.dato for s in cv if plus_maaneder(p.fra, -3) <= s.dato < p.fra]
        foer = any(visiteret and dag >= visiteret[-1] for dag in nyere)
        # 73 e.2 asks whether it was held after the visitation, and no day of one is recorded
        uvist = bool(nyere) and not any(p.til is None or h.dato <= p.til for h in fakta.art("visitation-fleksjob"))
        q = fakta.periode_paa(frist)
        ud.append(
            krav(
                fakta,
                "LAB-2016:73e.1",
                periode_fra=p.fra,
                fra=p.fra,
                frist=frist,
                medregnet=holdt[:1],
                opfyldt=naaet(holdt, 1),
                bortfalder=foer,
                uafklaret=uvist or fakta.i_ordning("forsoegskommune", min(frist, fakta.pr)),
                # a new right to the benefit has its own
                slut=q is None
                or q.maalgruppe != "ledighedsydelse"
                or any(fakta.periode_paa(d) is None for d in dage(p.fra, min(frist, fakta.pr))),
                viger=frist >= fakta.skift,
            )
        )
    return ud


def hver_tredje_maaned(
    fakta: Fakta, perioder: list[Periode], start: dt.date | None, naeste: dt.date | None
) -> list[Krav]:
    """73 a.2: each accumulated 3 months; whole weeks without the benefit, or on barsel, do not count."""
    med = {d for p in perioder for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))}
    foerste = start or min(med)
    sluttet: dt.date | None = None  # a new visitation, or another benefit; else the months wait
    if naeste is not None:
        sluttet = min(plus(naeste, -1), max(med))
    elif any(p.fra > perioder[-1].fra and p.ydelse not in {"ingen", "loentilskud"} for p in fakta.perioder):
        sluttet = max(med)
    form = Form(fakta, lambda _d: "ledighedsydelse")
    i_hul = sluttet is None and fakta.pr not in med
    sidst = sluttet or (max(med) if i_hul else fakta.pr)
    holdt = datoer(lovlige(fakta, form, foerste, sidst))
    alle_nye = [s for s in nye(fakta) if s.fra < fakta.skift and (s.lukket is None or s.lukket >= fakta.skift)]
    band = paragraf_209(fakta, alle_nye[-1]) if alle_nye else None
    barselsdage = {
        d for f in fakta.fritagelser if f.grund == "barsel" for d in dage(f.fra, min(f.til or fakta.pr, fakta.pr))
    }
    tomme: set[dt.date] = set()
    man = mandag(foerste)
    while plus(man, 6) <= (sluttet or fakta.pr):
        uge = list(dage(man, plus(man, 6)))
        hel = man >= foerste  # a week that began before the count did is not a whole one of it
        uden = hel and not any(d in med for d in uge) and fakta.laes["kort-hul"] == "medregnes-ikke"
        if uden or all(d in barselsdage for d in uge):
            tomme.add(man)
        man = plus(man, 7)

    def om_tre(anker: dt.date) -> dt.date:
        dag = plus_maaneder(anker, 3, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag")
        if fakta.laes["to-maaneder-uger"] == "uger":
            dag = plus(anker, 13 * 7)
        man = plus(mandag(anker), 7)
        while man <= dag:
            if man in tomme:
                dag = plus(dag, 7)
            man = plus(man, 7)
        standby = {d for f in fakta.fritagelser if f.grund == "standby" for d in dage(f.fra, min(f.til or dag, dag))}
        # 73 a.5 is of the old act: after it standby lifts nothing of 73 a
        return fakta.forlaenget(plus(anker, 1), dag, lambda d: d in standby and d < fakta.skift)

    ud: list[Krav] = []
    anker, trin = foerste, 0
    while True:
        trin += 1
        uden_anker = start is None and trin == 1
        if plus(anker, 1) >= fakta.skift and not uden_anker:
            return ud
        if anker >= fakta.skift or (not uden_anker and sluttet is not None and anker >= sluttet):
            return ud
        frist = om_tre(anker)
        nu = [d for d in holdt if anker < d <= om_tre(frist)][:1] if not uden_anker else holdt[:1]
        if frist >= fakta.skift:
            nu = [d for d in nu if d < fakta.skift]
        ud.append(
            krav(
                fakta,
                "LAB-2016:73a.2",
                trin=trin,
                periode_fra=foerste,
                # whenever it might have fallen due in a course that is over
                dag=sluttet if uden_anker else None,
                fra=None if uden_anker else plus(anker, 1),
                frist=None if uden_anker else frist,
                medregnet=nu,
                opfyldt=None if uden_anker else naaet(nu, 1),
                uafklaret=uden_anker or fakta.i_ordning("forsoegskommune", min(frist, fakta.pr)),
                slut=sluttet is not None and frist > sluttet,
                viger=frist >= fakta.skift and not uden_anker,
                i_hul=i_hul and frist > max(med),
                fritaget=any(f.grund == "standby" for f in fakta.grunde(frist)),
                efterfoelger=band[0] if band else "LAB-2019:32.1",
            )
        )
        if uden_anker and not nu:
            return ud
        forbi = sluttet is not None and frist > sluttet and not nu
        if not uden_anker and (frist > fakta.pr or frist >= fakta.skift or forbi):
            return ud
        anker = nu[0] if nu else frist


def fleksjob(fakta: Fakta) -> list[Krav]:
    """LAB-2016 70 d and its twin LAB-2019 121: follow-up after 2½ years in fleksjob, then each 2½ years.

    121 is not of kap. 7: it was not suspended in the spring of 2020.
    """
    ud: list[Krav] = []
    for s in ophold(fakta, {"fleksjob"}):  # 'i fleksjobbet': another one begins anew
        holdt = [
            x.dato
            for x in fakta.samtaler
            if x.holdt_af != "a-kasse" and x.art in OPFOELGNING and fakta.afholdt_altid(x) and x.form != "standby"
            and s.fra < x.dato <= s.sidste_dag()
            and (x.form in {None, "fremmoede"} or fakta.laes["forkert-form"] == "taeller")
        ]  # fmt: skip
        anker, trin = s.fra, 0
        while s.lukket is None or anker < s.lukket:  # over before the day after it began, nothing runs
            trin += 1
            frist = s.kalender(anker, 30)
            nu = [d for d in holdt if anker < d <= s.kalender(frist, 30)][:1]
            ud.append(
                krav(
                    fakta,
                    "LAB-2016:70d.1" if frist < fakta.skift else "LAB-2019:121",
                    trin=trin,
                    periode_fra=s.fra,
                    fra=plus(anker, 1),
                    frist=frist,
                    medregnet=nu,
                    opfyldt=naaet(nu, 1),
                    slut=s.lukket is not None and frist > s.lukket,
                    ulaest=frist >= ULAEST_2026,
                    uafklaret=fakta.i_ordning("forsoegskommune", min(frist, fakta.pr)),
                )
            )
            if frist > fakta.pr or (s.lukket is not None and frist > s.lukket and not nu):
                break
            anker = nu[0] if nu else frist
    return ud


def foertidspension(fakta: Fakta) -> list[Krav]:
    """LAB-2016 15.2 and LAB-2019 27.3: a right to at least three with the job centre, on request."""
    ud: list[Krav] = []
    for s in ophold(fakta, {"foertidspensionist"}):
        if s.sidste_dag() < FOERSTE_DAG:
            continue
        bedt = [h.dato for h in fakta.art("anmodning-om-samtale") if s.fra <= h.dato <= s.sidste_dag()]
        holdt: list[dt.date] = []
        foerste = True  # 33.1: the first jobsamtale, whoever held it and however
        for x in fakta.samtaler:
            if x.art not in JOB or not s.fra <= x.dato <= s.sidste_dag() or not fakta.afholdt(x) or x.form == "standby":
                continue
            if not fakta.af_a_kasse(x) and bedt and x.dato >= bedt[0] and tre_samtalers_form(fakta, x, foerste=foerste):
                holdt.append(x.dato)
            foerste = False
        ny = s.sidste_dag() >= fakta.skift
        ud.append(
            krav(
                fakta,
                "LAB-2019:27.3" if ny else "LAB-2016:15.2",
                periode_fra=s.fra,
                fra=bedt[0] if bedt else None,
                kraevet=3,
                medregnet=holdt[:3],
                opfyldt=naaet(holdt, 3),
                bortfalder=not bedt,
                ret=s.lukket is None,
                slut=s.lukket is not None,
            )
        )
    return ud


def tre_samtalers_form(fakta: Fakta, s: Samtale, *, foerste: bool) -> bool:
    """Old: none written. 2020: by telephone or digitally too (33.2). From 22-03-2023 the first in person (33.1)."""
    if s.form == "fremmoede" and s.dato >= fakta.skift and fakta.laes["forkert-form"] != "taeller":
        return fakta.fremmoede_tilladt(s.dato)
    if s.form in {None, "fremmoede"} or s.dato < fakta.skift or fakta.laes["forkert-form"] == "taeller":
        return True
    if s.dato >= dt.date(2023, 3, 22):
        return s.form in FJERN and not foerste
    return s.form in FJERN or fakta.i_tilbud(s.dato)


def intet(fakta: Fakta) -> list[Krav]:
    """No countable requirement, by the person's group on `pr`."""
    p = fakta.periode_paa(fakta.pr)
    if p is None:
        return []
    # whether an act that is not read asks for nothing is not known
    ulaest = fakta.pr >= (INTL_ULAEST if p.maalgruppe == "integrationsprogram" else ULAEST_2026)
    ny = fakta.pr >= fakta.skift
    regler: list[tuple[str, dt.date]] = []
    gruppe = p.maalgruppe
    fra = p.fra
    if gruppe in {"selvforsoergende", "under-18", "nyuddannet-handicap"}:
        regler.append(("LAB-2019:31" if ny else "LAB-2016:15", fra))
    if gruppe not in TO_TIL_FEM | {DP, "integrationsprogram"}:
        regler.append(("LAB-2019:102" if ny else "LAB-2016:84", fra))
    if gruppe in {"uddannelsesparat", "aabenlyst-uddannelsesparat"} and not ny:
        regler.append(("LAB-2016:18.3", [p.fra, *(s.fra for s in gamle(fakta) if s.fra <= fakta.pr)][-1]))
    if ny and gruppe == DP:
        periode = dagpengeperioder(fakta)[-1]
        m6 = Ur(periode).naar(maaneder=6)
        if m6 is not None and m6 < fakta.pr:
            regler += [("LAB-2019:32.1", periode.fra), ("LAB-2019:101", periode.fra)]
    if ny and gruppe in TO_TIL_FEM | SYV_TIL_TI:
        s = nye(fakta)[-1]
        if s.seks_maaneder() < fakta.pr:
            regler.append(("LAB-2019:32.1", s.fra))
            if gruppe in VOKSEN:
                regler.append(("LAB-2019:101", s.fra))
    if ny and gruppe == "integrationsprogram":
        regler += integration_efter_behov(fakta, p)
    return [krav(fakta, regel, periode_fra=d, kraevet=None, intet=not ulaest, ulaest=ulaest) for regel, d in regler]


def integration_efter_behov(fakta: Fakta, p: Periode) -> list[tuple[str, dt.date]]:
    """INTL 16.4 outside the benefit and work, 20.1 on it after the first 6 months: no number."""
    visiteret = [h.dato for h in fakta.art("visitation-integration") if h.dato <= fakta.pr]
    fra = visiteret[-1] if visiteret else p.fra
    if p.ydelse == "ingen":
        i_arbejde = any(b.fra <= fakta.pr and (b.til is None or fakta.pr <= b.til) for b in fakta.beskaeftigelse)
        return [] if i_arbejde else [("INTL-2020:16.4", fra)]
    if (
        p.ydelse != "loentilskud"
        and visiteret  # from when the 6 months count is else not known
        and plus_maaneder(fra, 6, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag") < fakta.pr
    ):
        return [("INTL-2020:20.1.behov", fra)]
    return []


HAR_RET_2026 = TO_TIL_FEM | {
    DP, "jobafklaring", "ledighedsydelse", "fleksjob", "foertidspensionist", "selvforsoergende", "under-18"
}  # fmt: skip


def paragraf_32a(fakta: Fakta) -> list[Krav]:
    """LAB-2026 32 a: a right to an interview each time the person asks for one; its form is in an act not read."""
    ud: list[Krav] = []
    for gruppe in sorted(HAR_RET_2026):
        for s in ophold(fakta, {gruppe}):
            if s.sidste_dag() < ULAEST_2026:
                continue
            bedt = [
                h.dato for h in fakta.art("anmodning-om-samtale") if max(s.fra, ULAEST_2026) <= h.dato <= s.sidste_dag()
            ]
            holdt = [
                x.dato
                for x in fakta.samtaler
                if x.art in JOB and fakta.afholdt(x) and x.form != "standby" and bedt
                and bedt[-1] <= x.dato <= s.sidste_dag()
            ]  # fmt: skip
            ud.append(
                krav(
                    fakta,
                    "LAB-2026:32a",
                    periode_fra=s.fra,
                    fra=bedt[-1] if bedt else None,
                    medregnet=holdt[:1],
                    opfyldt=naaet(holdt, 1),
                    bortfalder=not bedt,
                    ret=s.lukket is None,
                    slut=s.lukket is not None,
                )
            )
    return ud


def paragraf_32(fakta: Fakta) -> list[Krav]:
    """LAB-2019 32.1, 3. pkt.: after the first 6 months a jobsamtale, if the person asks for one; no last day."""
    ud: list[Krav] = []
    for s in nye(fakta):
        gruppe = s.perioder[0].maalgruppe
        if gruppe not in TO_TIL_FEM | SYV_TIL_TI:
            continue
        seks = s.seks_maaneder()
        arter = OPFOELGNING if gruppe in {"jobafklaring", "ressourceforloeb"} else JOB
        form = Form(fakta, lambda d, s=s, g=gruppe: s.gruppe(d) or g, s.maaneder_efter(s.fra, 6))
        samtaler = lovlige(fakta, form, s.fra, s.sidste_dag(), arter=arter)
        tvivl_fra = JULI_2025 if s.ydelsesskift_2025 else dt.date.max
        sidst = s.lukket or fakta.pr
        ud += en_anmodning(fakta, s.fra, seks, sidst, s.lukket, samtaler, lambda d, s=s: hos(fakta, s, d), tvivl_fra)
    for p in dagpengeperioder(fakta):
        m6 = Ur(p).naar(maaneder=6)
        if m6 is not None:
            samtaler = lovlige(fakta, Form(fakta, lambda _d: DP, m6), p.fra, p.sidste_dag())
            ud += en_anmodning(
                fakta, p.fra, m6, p.sidste_dag(), p.til, samtaler, lambda d: DP if fakta.paa_dagpenge(d) else None
            )
    return ud


def hos(fakta: Fakta, s: Sammenhaeng, dag: dt.date) -> str | None:
    """The group in the period, also in a gap of it; nobody's who is on another benefit then."""
    p = fakta.periode_paa(dag)
    return None if p is not None and p.ydelse != "ingen" and p not in s.perioder else s.gruppe(dag)


def en_anmodning(
    fakta: Fakta,
    fra: dt.date,
    seks: dt.date,
    sidst: dt.date,
    lukket: dt.date | None,
    samtaler: list[Samtale],
    gruppe: Callable[[dt.date], str | None],
    tvivl_fra: dt.date = dt.date.max,
) -> list[Krav]:
    """Each request after the 6 months, and the jobsamtale that answers it."""
    bedt = [
        h.dato
        for h in fakta.art("anmodning-om-samtale")
        if h.dato > seks and fakta.skift <= h.dato <= sidst and gruppe(h.dato) is not None
    ]
    ud: list[Krav] = []
    for dag in bedt:
        holdt = [s.dato for s in samtaler if s.dato >= dag and s.form != "standby"]  # no contact, no answer
        ud.append(
            krav(
                fakta,
                "LAB-2019:32.1.ret",
                periode_fra=fra,
                fra=dag,
                medregnet=holdt[:1],
                opfyldt=naaet(holdt, 1),
                ulaest=dag >= ULAEST_2026,
                uafklaret=lukket is None
                and (dag >= tvivl_fra or fakta.suspenderet(fakta.pr) or fakta.i_ordning("forsoegskommune", fakta.pr)),
                # exempt when it was asked for it never arose
                ret=lukket is None and not fakta.undtaget(dag, gruppe(dag) or DP),
                slut=lukket is not None or fakta.undtaget(dag, gruppe(dag) or DP),
            )
        )
    return ud
