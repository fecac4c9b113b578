"""Ledighedsydelse and fleksjob, foertidspension, and the groups without a countable requirement."""

from __future__ import annotations

import datetime as dt
from typing import Any

from kontaktforloeb.sag import Periode

from .afgoerelse import krav, naaet
from .dage import dage, mandag, plus, plus_maaneder
from .fakta import DP, OPFOELGNING, SYV_TIL_TI, TO_TIL_FEM, ULAEST_2026, VOKSEN, Fakta, Form, datoer, lovlige, uge_efter
from .kontanthjaelp import paragraf_209
from .ledighed import Ur, dagpengeperioder
from .sammenhaeng import faste, gamle, nye

Krav = dict[str, Any]


def vurder(fakta: Fakta) -> list[Krav]:
    """The requirements of the groups outside the core rules."""
    return ledighedsydelse(fakta) + fleksjob(fakta) + foertidspension(fakta) + intet(fakta)


def ledighedsydelse(fakta: Fakta) -> list[Krav]:
    """LAB-2016 73 e.1 and 73 a.2, before the switch."""
    egne = [p for p in fakta.perioder if p.maalgruppe == "ledighedsydelse" and p.ydelse != "ingen"]
    if not egne or egne[0].fra >= fakta.skift:
        return []
    ud = cv_samtale(fakta)
    visiteret = [h.dato for h in fakta.art("visitation-fleksjob")]
    starter: list[dt.date | None] = [d for d in visiteret if d < fakta.skift]
    starter = starter or [None]
    # a visitation replaced by a later one before any benefit has nothing to count
    for i, start in enumerate(starter):
        naeste = starter[i + 1] if i + 1 < len(starter) else None
        med = [
            p for p in egne if (naeste is None or p.fra < naeste) and (start is None or p.til is None or p.til >= start)
        ]
        if med:
            ud += hver_tredje_maaned(fakta, start, naeste)
    return ud


def cv_samtale(fakta: Fakta) -> list[Krav]:
    """73 e: within 3 weeks of the right to the benefit, unless one was held shortly before and after the visitation."""
    ud: list[Krav] = []
    forrige: dt.date | None = None
    cv = [s for s in fakta.samtaler if s.art == "cv-samtale" and fakta.afholdt(s)]
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
            and (
                s.form in {None, "fremmoede"}
                or fakta.mindre_intensiv(s.dato, "ledighedsydelse")
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
                uafklaret=uvist and frist < fakta.skift,
                slut=q is None or q.maalgruppe != "ledighedsydelse",
                viger=frist >= fakta.skift,
            )
        )
    return ud


def hver_tredje_maaned(fakta: Fakta, start: dt.date | None, naeste: dt.date | None) -> list[Krav]:
    """73 a.2: each accumulated 3 months; whole weeks without the benefit, or on barsel, do not count."""
    ydelsesdage = {
        d
        for p in fakta.perioder
        if p.maalgruppe == "ledighedsydelse" and p.ydelse != "ingen"
        for d in dage(p.fra, min(p.til or fakta.pr, fakta.pr))
        if not any(f.grund == "barsel" for f in fakta.grunde(d))
    }
    if not ydelsesdage:
        return []
    foerste = start or min(ydelsesdage)
    form = Form(fakta, lambda _d: "ledighedsydelse")
    holdt = [d for d in datoer(lovlige(fakta, form, foerste, fakta.pr)) if d < fakta.skift]
    paa = fakta.pr in ydelsesdage
    alle_nye = [s for s in nye(fakta) if s.fra < fakta.skift and (s.lukket is None or s.lukket >= fakta.skift)]
    band = paragraf_209(fakta, alle_nye[0]) if alle_nye else None

    def om_tre(anker: dt.date) -> dt.date:
        dag = plus_maaneder(anker, 3, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag")
        if fakta.laes["kort-hul"] == "medregnes":
            return dag
        man = plus(mandag(anker), 7)
        while man <= dag and plus(man, 6) <= max(ydelsesdage):
            if not any(d in ydelsesdage for d in dage(man, plus(man, 6))):
                dag = plus(dag, 7)
            man = plus(man, 7)
        return dag

    ud: list[Krav] = []
    anker, trin = foerste, 0
    while True:
        trin += 1
        if anker >= fakta.skift or (naeste is not None and anker >= naeste):
            return ud
        uden_anker = start is None and trin == 1
        frist = om_tre(anker)
        nu = [d for d in holdt if anker < d <= (fakta.pr if uden_anker else om_tre(frist))][:1]
        p = fakta.periode_paa(frist)
        paa_fristen = p is not None and p.maalgruppe == "ledighedsydelse"
        ud.append(
            krav(
                fakta,
                "LAB-2016:73a.2",
                trin=trin,
                periode_fra=foerste,
                fra=None if uden_anker else plus(anker, 1),
                frist=None if uden_anker else frist,
                medregnet=nu,
                opfyldt=None if uden_anker else naaet(nu, 1),
                uafklaret=uden_anker,
                slut=(p is not None and not paa_fristen) or (naeste is not None and frist >= naeste),
                viger=frist >= fakta.skift,
                i_hul=not paa and frist > max(ydelsesdage),
                fritaget=any(f.grund == "standby" for f in fakta.grunde(frist)),
                efterfoelger=band[0] if band else "LAB-2019:32.1",
            )
        )
        if uden_anker and not nu:
            return ud
        if not uden_anker and (frist > fakta.pr or frist >= fakta.skift):
            return ud
        anker = nu[0] if nu else frist


def fleksjob(fakta: Fakta) -> list[Krav]:
    """LAB-2016 70 d and its twin LAB-2019 121: follow-up after 2½ years in fleksjob, then each 2½ years.

    121 is not of kap. 7: it was not suspended in the spring of 2020.
    """
    ud: list[Krav] = []
    for s in faste(fakta, "fleksjob"):
        holdt = [
            x.dato
            for x in fakta.samtaler
            if x.holdt_af != "a-kasse" and x.art in OPFOELGNING and x.status == "afholdt"
            and s.fra < x.dato <= s.sidste_dag()
            and (x.form in {None, "fremmoede"} or fakta.laes["forkert-form"] == "taeller")
        ]  # fmt: skip
        anker, trin = s.fra, 0
        while True:
            trin += 1
            frist = s.kalender(anker, 30)
            nu = [d for d in holdt if anker < d <= s.kalender(frist, 30)][:1]
            p = fakta.periode_paa(frist)
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
                    slut=p is None or p.maalgruppe != "fleksjob",
                    ulaest=frist >= ULAEST_2026,
                    uafklaret=fakta.i_ordning("forsoegskommune", min(frist, fakta.pr)),
                )
            )
            if frist > fakta.pr or (s.lukket is not None and frist > s.lukket):
                break
            anker = nu[0] if nu else frist
    return ud


def foertidspension(fakta: Fakta) -> list[Krav]:
    """LAB-2016 15.2 and LAB-2019 27.3: a right to at least three, on request."""
    ud: list[Krav] = []
    for s in faste(fakta, "foertidspensionist"):
        bedt = [h.dato for h in fakta.art("anmodning-om-samtale") if s.fra <= h.dato <= s.sidste_dag()]
        form = Form(fakta, lambda _d: "revalidend")  # by telephone or digitally too, as group 10
        holdt = datoer(lovlige(fakta, form, bedt[0], s.sidste_dag())) if bedt else []
        antal = min(len(bedt), 3)
        ny = fakta.pr >= fakta.skift
        ud.append(
            krav(
                fakta,
                "LAB-2019:27.3" if ny else "LAB-2016:15.2",
                periode_fra=s.fra,
                fra=bedt[0] if bedt else None,
                kraevet=3,
                medregnet=holdt[:3],
                opfyldt=naaet(holdt, antal) if antal else None,
                bortfalder=not bedt,
                ulaest=fakta.pr >= ULAEST_2026,
                ret=s.lukket is None,
                slut=s.lukket is not None,
            )
        )
    return ud


def intet(fakta: Fakta) -> list[Krav]:
    """No countable requirement, by the person's group on `pr`, and the right of 32 a from 2026."""
    p = fakta.periode_paa(fakta.pr)
    if p is None:
        return []
    ny = fakta.pr >= fakta.skift
    regler: list[tuple[str, dt.date]] = []
    gruppe = p.maalgruppe
    fra = p.fra
    if gruppe in {"selvforsoergende", "under-18", "nyuddannet-handicap"}:
        regler.append(("LAB-2019:31" if ny else "LAB-2016:15", fra))
    if gruppe not in TO_TIL_FEM | {DP, "integrationsprogram"}:
        regler.append(("LAB-2019:102" if ny else "LAB-2016:84", fra))
    if gruppe in {"uddannelsesparat", "aabenlyst-uddannelsesparat"} and not ny:
        regler.append(("LAB-2016:18.3", [s.fra for s in gamle(fakta) if s.fra <= fakta.pr][-1]))
    if ny and gruppe == DP:
        periode = dagpengeperioder(fakta)[-1]
        m6 = Ur(periode).naar(maaneder=6)
        if m6 is not None and m6 < fakta.pr:
            regler += [("LAB-2019:32.1", periode.fra), ("LAB-2019:101", periode.fra)]
    if ny and gruppe in TO_TIL_FEM | SYV_TIL_TI:
        s = nye(fakta)[-1]
        if s.maaneder_efter(s.fra, 6) < fakta.pr:
            regler.append(("LAB-2019:32.1", s.fra))
            if gruppe in VOKSEN:
                regler.append(("LAB-2019:101", s.fra))
    if ny and gruppe == "integrationsprogram":
        regler += integration_efter_behov(fakta, p)
    ud = [krav(fakta, regel, periode_fra=d, kraevet=None, intet=True) for regel, d in regler]
    if fakta.pr >= ULAEST_2026 and gruppe not in {"sygedagpengemodtager", "ressourceforloeb", "revalidend"}:
        ud += paragraf_32a(fakta, gruppe, fra)
    return ud


def integration_efter_behov(fakta: Fakta, p: Periode) -> list[tuple[str, dt.date]]:
    """INTL 16.4 outside the benefit and work, 20.1 on it after the first 6 months: no number."""
    visiteret = [h.dato for h in fakta.art("visitation-integration") if h.dato <= fakta.pr]
    fra = visiteret[-1] if visiteret else p.fra
    if p.ydelse == "ingen":
        i_arbejde = any(b.fra <= fakta.pr and (b.til is None or fakta.pr <= b.til) for b in fakta.beskaeftigelse)
        return [] if i_arbejde else [("INTL-2020:16.4", fra)]
    if (
        p.ydelse != "loentilskud"
        and plus_maaneder(fra, 6, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag") < fakta.pr
    ):
        return [("INTL-2020:20.1.behov", fra)]
    return []


def paragraf_32a(fakta: Fakta, gruppe: str, fra: dt.date) -> list[Krav]:
    """LAB-2026 32 a: a right to an interview when the person asks for one."""
    if gruppe == "integrationsprogram":
        return []
    bedt = [h.dato for h in fakta.art("anmodning-om-samtale") if h.dato >= ULAEST_2026]
    form = Form(fakta, lambda _d: gruppe)
    holdt = datoer(lovlige(fakta, form, bedt[0], fakta.pr)) if bedt else []
    return [
        krav(
            fakta,
            "LAB-2026:32a",
            periode_fra=fra,
            fra=bedt[0] if bedt else None,
            medregnet=holdt[: len(bedt)],
            opfyldt=naaet(holdt, len(bedt)) if bedt else None,
            bortfalder=not bedt,
            ret=True,
        )
    ]
