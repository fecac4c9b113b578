"""The active offer: LAB-2016 kap. 16-17 a, LAB-2019 kap. 15-16."""
# ruff: noqa: PLR0913, SIM102 - long and plain, as the paragraphs are

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise
from typing import Any

from kontaktforloeb.sag import Tilbud

from .afgoerelse import krav
from .dage import dage, hverdag, mandag, plus, plus_maaneder, soendag
from .fakta import DP, HOVEDSTADEN_SJAELLAND, ULAEST_2026, UNG, VOKSEN, Fakta, uge_efter
from .ledighed import MAANED, UGE, Dagpengeperiode, Ur, dagpengeperioder, doed_tid, forsikring
from .sammenhaeng import JULI_2025, Sammenhaeng, gamle, nye

Krav = dict[str, Any]
KAP_10 = {"ordinaer-uddannelse", "oevrig-vejledning-opkvalificering"}
KAP_11_12 = {"virksomhedspraktik", "nytteindsats", "loentilskud"}
KAP_10_12 = KAP_10 | KAP_11_12  # the same kinds are kap. 11-14 of the new act
KURSER = {"lsr-kursus", "realkompetencevurdering"}  # 32 a of the old act, 93 of the new one


def vurder(fakta: Fakta) -> list[Krav]:
    """Every offer requirement of the person."""
    ud: list[Krav] = []
    for periode in paa_tilbudsuret(fakta):
        ud += gamle_dagpenge(fakta, periode)
    for periode in dagpengeperioder(fakta):
        ud += nye_dagpenge(fakta, periode)
    for s in gamle(fakta):
        if s.fra < fakta.skift:
            ud += GamleTilbud(fakta, s).alle()
    for s in nye(fakta):
        ud += nye_kontanthjaelp(fakta, s) + unge(fakta, s)
    return ud


# which offers count


def lang_nok(fakta: Fakta, t: Tilbud, gruppe: str) -> str:
    """Whether an offer lasts the two weeks: `ja`, `nej`, or `uafklaret` where the law leaves a broken-off one open."""

    def to_uger(til: dt.date) -> bool:
        valg = fakta.laes["to-uger-tilbud"]
        if valg == "10-hverdage":
            return sum(1 for d in dage(t.fra, til) if hverdag(d)) >= 10
        return (til - t.fra).days + 1 >= (14 if valg == "14-dage" else 12)

    slut = t.til if t.til is not None and t.til <= fakta.pr else None
    if slut is None:
        if t.fra <= fakta.pr and to_uger(fakta.pr):
            return "ja"  # it has lasted so long already
        planlagt = t.planlagt_til or (t.til if t.status != "afbrudt" else None)
        return "uafklaret" if planlagt is None else "ja" if to_uger(planlagt) else "nej"
    if to_uger(slut):
        return "ja"
    if t.status != "afbrudt":
        return "nej"
    planlagt_langt = t.planlagt_til is None or to_uger(t.planlagt_til)
    if not planlagt_langt:
        return "nej"
    # BEK-977 52 and BEK-1180 59 are about dagpengemodtagere alone
    if t.aarsag == "henvist-job" and gruppe == DP:
        return "ja"
    if fakta.laes["afbrudt-tilbud"] == "planlagt-laengde":
        return "uafklaret" if t.planlagt_til is None else "ja"
    return "nej" if t.aarsag == "jobcenter" else "uafklaret"


def seks_maaneder(fakta: Fakta, t: Tilbud) -> str:
    """93, 96.3 and 96 c: mentor support 'skal gives for en periode på 6 måneder': `ja`, `nej` or `uafklaret`."""
    fuld = plus(plus_maaneder(t.fra, 6), -1)
    slut = t.til if t.til is not None and t.til <= fakta.pr else None
    if (slut or fakta.pr) >= fuld:
        return "ja"
    if slut is None:
        planlagt = t.planlagt_til or (t.til if t.status != "afbrudt" else None)
        return "uafklaret" if planlagt is None else "ja" if planlagt >= fuld else "nej"
    if t.status != "afbrudt":
        return "nej"
    if t.planlagt_til is not None and t.planlagt_til < fuld:
        return "nej"
    if fakta.laes["afbrudt-tilbud"] == "planlagt-laengde":
        return "uafklaret" if t.planlagt_til is None else "ja"
    # what the engine does with any offer broken off: not by the job centre, it is not said
    return "nej" if t.aarsag == "jobcenter" else "uafklaret"


def afloest(fakta: Fakta, t: Tilbud, gruppe: str) -> bool:
    """'Tilbud om mentorstøtte kan kun afbrydes, hvis personen i stedet kan påbegynde et tilbud': one begun at once."""
    fuld = plus(plus_maaneder(t.fra, 6), -1)
    if t.status != "afbrudt" or t.til is None or t.til > fakta.pr:
        return False
    if t.planlagt_til is not None and t.planlagt_til < fuld:
        return False
    senest = plus(t.til, 1)
    while not hverdag(senest):
        senest = plus(senest, 1)
    arter = KAP_10_12 | ({"lsr-kursus"} if gruppe == "aktivitetsparat-ung" else KURSER)
    return any(x.art in arter and t.fra < x.fra <= min(senest, fakta.pr) for x in fakta.tilbud)


def efter_kontrol(fakta: Fakta, gruppe: str) -> list[tuple[Tilbud, str]]:
    """'Et tilbud efter kapitel 10-12' (21 a.3, 21 d.3) or 'kapitel 11-14' (38.2): any kind of those chapters.

    The courses of 32 a and 93 stand in them; 102.5 and 102.6 concern the offer of 102.1 alone.
    """
    return gyldige(fakta, KAP_10_12 | KURSER, gruppe, mindst_to_uger=False, kun_ret_og_pligt=False)


def gyldige(
    fakta: Fakta, arter: set[str], gruppe: str, *, mindst_to_uger: bool = True, kun_ret_og_pligt: bool = True
) -> list[tuple[Tilbud, str]]:
    """The offers of the kinds, each with whether it counts (`ja` or `uafklaret`)."""
    ud = []
    for t in fakta.tilbud:
        if t.art not in arter:
            continue
        if gruppe == DP and t.art == "nytteindsats" and not t.raadighedsafproevende:
            continue
        if kun_ret_og_pligt and gruppe not in UNG and t.art == "oevrig-vejledning-opkvalificering":
            if t.fra >= dt.date(2023, 3, 22):
                continue  # 102.6
        tal = lang_nok(fakta, t, gruppe) if mindst_to_uger else "ja"
        if tal != "nej":
            ud.append((t, tal))
    return ud


def givet(t: Tilbud) -> dt.date:
    """The day the offer was given."""
    return t.afgivet or t.fra


# exemptions from the duty


def rimelig_grund_da(fakta: Fakta, dag: dt.date) -> bool:
    """On a reasonable ground, holiday and leave among them, on the day (aktivloven 13)."""
    return any(f.grund in {"rimelig-grund", "ferie", "barsel"} for f in fakta.grunde(dag))


def fritaget(fakta: Fakta, dag: dt.date, gruppe: str) -> bool:
    """Exempt from the duty to take part in offers on the day."""
    if fakta.mindre_intensiv(dag, gruppe):
        return True
    ny = dag >= fakta.skift
    for f in fakta.grunde(dag):
        if gruppe == DP and f.grund in {"jobrettet-uddannelse", "sygdom-foerste-14-dage"}:
            return True
        if gruppe != DP and f.grund in {"rimelig-grund", "ferie", "barsel"}:  # as `rimelig_grund_da`
            return True
        if f.grund == "repatriering" and gruppe not in UNG and ny:
            return True
        if f.grund == "sorgorlov" and gruppe != DP and dag >= dt.date(2022, 1, 1):
            return True
        if f.grund == "stu" and gruppe in UNG and dag >= dt.date(2021, 1, 1):
            return True
        if f.grund == "kan-ikke-deltage" and not ny and gruppe in {"aktivitetsparat", "aktivitetsparat-ung"}:
            return True
    # 84.1 and 100: 'under deltagelse i jobrettet uddannelse', full time or not
    if gruppe == DP and any(
        t.art == "jobrettet-uddannelse"
        and t.fra <= dag
        and t.fra <= fakta.pr
        and (t.til is None or t.til > fakta.pr or dag <= t.til)
        for t in fakta.tilbud
    ):
        return True
    return gruppe == DP and fakta.laes["fritaget-20-timer"] == "ja" and fakta.arbejder_20_timer(dag)


def flyttet(fakta: Fakta, dag: dt.date, gruppe: str) -> dt.date | None:
    """One month after the exemption that covers `dag` ends, and those that follow it before that month is out."""
    while True:
        sidste = dag
        while fritaget(fakta, plus(sidste, 1), gruppe):
            sidste = plus(sidste, 1)
            if sidste > plus(fakta.pr, 14):
                return None  # it goes on
        frist = plus_maaneder(sidste, 1, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag")
        igen = [d for d in dage(plus(sidste, 1), min(frist, fakta.pr)) if fritaget(fakta, d, gruppe)]
        if not igen:
            return frist
        dag = igen[0]


# the requirement itself


class Dom:
    """How the offers stand against one deadline."""

    def __init__(self, opfyldt: dt.date | None, frist: dt.date | None, tvivl: bool, talt: Tilbud | None) -> None:
        self.opfyldt, self.frist, self.tvivl, self.talt = opfyldt, frist, tvivl, talt


def paabegyndt(
    fakta: Fakta,
    tilbud: list[tuple[Tilbud, str]],
    fra: dt.date,
    nominel: dt.date | None,
    *,
    sidst: dt.date | None = None,
    naade: bool = False,
    uge: bool = True,
    lukket: bool = False,
) -> Dom:
    """An offer begun by the Sunday of the week of the deadline; loentilskud given in time has three weeks."""
    frist = (soendag(nominel) if uge else nominel) if nominel is not None else None
    begyndt = [(t, tal) for t, tal in tilbud if fra <= t.fra <= fakta.pr and (sidst is None or t.fra <= sidst)]
    rettidige = [(t, tal) for t, tal in begyndt if frist is None or t.fra <= frist]
    if naade and nominel is not None and not any(tal == "ja" for _, tal in rettidige):
        # not after the course
        forbi = sidst if sidst is not None and (lukket or sidst < fakta.pr) else dt.date.max
        if any(
            t.art == "loentilskud" and max(fra, plus(soendag(nominel), 1)) <= t.fra <= forbi
            and t.afgivet and t.afgivet <= nominel
            for t, _ in tilbud
        ):  # fmt: skip
            frist = plus(nominel, 21)
            rettidige = [
                (t, tal)
                for t, tal in begyndt
                if t.fra <= soendag(nominel) or (t.art == "loentilskud" and t.fra <= frist and givet(t) <= nominel)
            ]
    sikre = [t for t, tal in rettidige if tal == "ja"]
    if sikre:
        return Dom(sikre[0].fra, frist, tvivl=False, talt=sikre[0])
    tvivl = bool(rettidige)
    sene = [t for t, tal in begyndt if tal == "ja" and frist is not None and t.fra > soendag_eller(frist, nominel)]
    if sene:
        dag = sene[0].fra
        # another kind within the grace of loentilskud is late; where that may count its deadline stands
        if frist is not None and dag <= frist:
            if tvivl:
                return Dom(None, frist, tvivl=True, talt=sene[0])
            frist = soendag(nominel) if nominel is not None else frist
        return Dom(dag, frist, tvivl=tvivl, talt=sene[0])
    return Dom(None, frist, tvivl=tvivl, talt=None)


def soendag_eller(frist: dt.date, nominel: dt.date | None) -> dt.date:
    """The last day for an offer that is not loentilskud."""
    return min(frist, soendag(nominel)) if nominel is not None else frist


def afgivet(
    fakta: Fakta,
    tilbud: list[tuple[Tilbud, str]],
    fra: dt.date,
    frist: dt.date | None,
    sidst: dt.date | None = None,
) -> Dom:
    """An offer given at latest on `frist` (102.4, 105.4)."""
    tilbud = [(t, tal) for t, tal in tilbud if sidst is None or t.fra <= sidst]
    mulige = sorted(
        ((givet(t), t) for t, tal in tilbud if t.fra >= fra and givet(t) <= fakta.pr and tal == "ja"),
        key=lambda x: x[0],
    )
    if mulige and (frist is None or mulige[0][0] <= frist):
        return Dom(mulige[0][0], frist, tvivl=False, talt=mulige[0][1])
    tvivl = any(t.fra >= fra and givet(t) <= (frist or fakta.pr) for t, tal in tilbud if tal == "uafklaret")
    if mulige:
        return Dom(mulige[0][0], frist, tvivl=tvivl, talt=mulige[0][1])
    return Dom(None, frist, tvivl=tvivl, talt=None)


def talt(d: Dom) -> list[dt.date]:
    """What was counted, by the day the offer began."""
    return [d.talt.fra] if d.talt is not None else []


def corona_1(fakta: Fakta, dag: dt.date, kommune: str | None) -> bool:
    """A deadline inside the first suspension of the offers, in the two regions also until 14 June 2020."""
    if dt.date(2020, 3, 20) <= dag <= dt.date(2020, 5, 26):
        return True
    return dt.date(2020, 5, 27) <= dag <= dt.date(2020, 6, 14) and (
        kommune is None or kommune.lstrip("0") in HOVEDSTADEN_SJAELLAND
    )


def corona_2(dag: dt.date) -> bool:
    """Inside the second suspension."""
    return dt.date(2020, 12, 20) <= dag <= dt.date(2021, 6, 30)


def nedlukket(fakta: Fakta, dag: dt.date) -> bool:
    """A deadline in a municipality locked down in July and August 2021."""
    return dt.date(2021, 7, 1) <= dag <= dt.date(2021, 8, 31) and fakta.i_ordning("nedlukket-kommune", dag)


def aabent(fakta: Fakta, dag: dt.date) -> bool:
    """Trials and the unread work duty leave it open."""
    kendt = min(dag, fakta.pr)
    if fakta.i_ordning("forsoegskommune", kendt):
        return True
    return dag >= dt.date(2025, 1, 1) and fakta.i_ordning("arbejdspligt", kendt)


# dagpenge


def paa_tilbudsuret(fakta: Fakta) -> list[Dagpengeperiode]:
    """The dagpengeperioder of the old act; where a new one leaves the offer clock alone (152 is silent), one in all."""
    perioder = [p for p in dagpengeperioder(fakta) if p.fra < fakta.skift]
    if fakta.laes["tilbudsur-nulstilling"] == "ja" or not perioder:
        return perioder
    return [Dagpengeperiode(perioder[0].dagbog, perioder[0].fra, None, indplaceret=perioder[0].indplaceret)]


def gamle_dagpenge(fakta: Fakta, p: Dagpengeperiode) -> list[Krav]:
    """85.1 under 30, 87 from 30 to 49, 88 from 50: by the old offer clock."""
    if p.fra >= fakta.skift:
        return []
    lempet = {d for d in p.ydelsesdage if fakta.arbejder_20_timer(d) or fakta.mindre_intensiv(d, DP)}
    ur = Ur(p, uden=lempet)
    uger_13, m6 = ur.naar(uger=13), ur.naar(maaneder=6)
    altid = bool(p.ydelsesdage) and all(d in lempet or fritaget(fakta, d, DP) for d in p.ydelsesdage)
    regler = [("LAB-2016:85.1", uger_13), ("LAB-2016:87", m6), ("LAB-2016:88", uger_13)]
    foedt = fakta.sag.foedselsdato
    if foedt is not None:
        stoppet = p.til is not None or fakta.pr in lempet  # it is not getting there
        dag = {
            "13-uger": uger_13 or (p.sidste_dag() if stoppet else tidligst(fakta, ur, uger=13)),
            "periodens-start": p.fra,
            "6-maaneder": m6 or (p.sidste_dag() if stoppet else tidligst(fakta, ur, maaneder=6)),
        }[fakta.laes["aldersdag"]]
        if dag < plus_maaneder(foedt, 30 * 12):
            regler = regler[:1]
        elif dag < plus_maaneder(foedt, 50 * 12):
            regler = regler[1:2]
        else:
            regler = regler[2:]
    tilbud = gyldige(fakta, KAP_10_12, DP)
    ud = []
    for regel, naaet_ in regler:
        dag_ = naaet_
        if dag_ is not None:  # the days that do not count on the clock (152.2) have moved it already
            dag_ = fakta.forlaenget(p.fra, dag_, lambda d: d not in lempet and fritaget(fakta, d, DP))
        # 89.2: a literacy course postpones the offers of 85 and 88, not that of 87
        nominel = dag_ if dag_ is None or regel == "LAB-2016:87" else efter_kursus(fakta, dag_)
        sidst = p.sidste_dag()
        if nominel is None or nominel >= fakta.skift:
            sidst = min(sidst, plus(fakta.skift, -1))
        d = paabegyndt(
            fakta, tilbud, p.fra, nominel, sidst=sidst, naade=regel == "LAB-2016:87", lukket=p.til is not None
        )
        if nominel is None:
            ude = altid and not fakta.modtager_dagpenge(fakta.pr)  # SDPL 13 a.4 does not name kap. 17
            slut, viger, fri = p.til is not None or ude, fakta.pr >= fakta.skift, False
        else:
            slut = not fakta.modtager_dagpenge(nominel) or (p.til is not None and nominel > p.til)
            viger, fri = nominel >= fakta.skift, fritaget(fakta, nominel, DP)
        ud.append(
            krav(
                fakta,
                regel,
                periode_fra=p.fra,
                fra=p.fra,
                frist=d.frist,
                # a period whose last day on the benefit was before the law is not shown
                dag=nominel or (None if p.til is None else p.ydelsesdage[-1]),
                medregnet=talt(d),
                opfyldt=d.opfyldt,
                # whatever the age it gives way with the act where the clock had not got there
                uafklaret=not viger
                and not (nominel is None and p.til is not None)
                and (d.tvivl or foedt is None or aabent(fakta, nominel or fakta.pr)),
                slut=slut,
                viger=viger,
                fritaget=fri,
                samtale=False,
                efterfoelger="LAB-2019:102.1",
            )
        )
    return ud


def tidligst(fakta: Fakta, ur: Ur, *, uger: int = 0, maaneder: int = 0) -> dt.date:
    """The day on which this much is accumulated by one who goes on at the present rate; today where that is never."""
    p = fakta.periode_paa(fakta.pr)
    if p is None or not fakta.paa_dagpenge(fakta.pr):
        return fakta.pr
    ins = forsikring(fakta, p)
    om_dagen = ur.nu()
    ugeur_til = dt.date.fromisoformat(fakta.laes["ledighedsur-2017"])
    if om_dagen == 0 and fakta.pr >= ugeur_til:
        return fakta.pr
    # while weeks count, each one to come counts whole on its Sunday
    fire_to = maaneder > 0 and fakta.laes["uger-til-maaneder"] == "4-uger-2-dage"
    om_ugen = Fraction(MAANED[ins] * 5, 22) if fire_to else Fraction(UGE[ins])
    mangler = Fraction(uger * UGE[ins] + maaneder * MAANED[ins] - ur.foer(dt.date.max, i_uger=uger > 0))
    dag = fakta.pr
    while mangler > 0:
        dag = plus(dag, 1)
        if mandag(dag) < ugeur_til:
            mangler -= om_ugen if dag == soendag(dag) else 0
        elif om_dagen == 0:
            return fakta.pr
        elif hverdag(dag) and not doed_tid(dag):
            mangler -= om_dagen
    return dag


def efter_kursus(fakta: Fakta, dag: dt.date) -> dt.date | None:
    """The day after the literacy course that runs on the deadline has ended; None while it runs."""
    for t in fakta.tilbud:
        if t.art == "lsr-kursus" and t.fra <= dag and (t.til is None or t.til >= dag):
            return plus(t.til, 1) if t.til is not None and t.til <= fakta.pr else None
    return dag


def nye_dagpenge(fakta: Fakta, p: Dagpengeperiode) -> list[Krav]:
    """102 on the hour clock."""
    m6 = Ur(p).naar(maaneder=6)
    # a period that is over last ran on the benefit
    sidste = fakta.pr if p.til is None or not p.ydelsesdage else p.ydelsesdage[-1]
    if (m6 or sidste) < fakta.skift or (p.til is not None and p.til < fakta.skift):
        return []
    # 102.4 exempts from nothing before the act
    altid = bool(p.ydelsesdage) and all(d >= fakta.skift and fritaget(fakta, d, DP) for d in p.ydelsesdage)
    tilbud = gyldige(fakta, KAP_10_12, DP)
    if m6 is None:
        d = paabegyndt(fakta, tilbud, p.fra, None, sidst=p.sidste_dag())
        return [
            krav(
                fakta,
                "LAB-2019:102.1",
                periode_fra=p.fra,
                fra=p.fra,
                medregnet=talt(d),
                # the act of 2026 is unread, and nothing fell due in a period that the clock did not fill
                opfyldt=d.opfyldt if p.til is None or p.ydelsesdage[-1] < ULAEST_2026 else None,
                ulaest=p.til is None and fakta.pr >= ULAEST_2026,
                uafklaret=p.til is None and (d.tvivl or aabent(fakta, fakta.pr)),
                # SDPL 13 a.4 does not name kap. 16
                slut=p.til is not None or (altid and not fakta.modtager_dagpenge(fakta.pr)),
                samtale=False,
            )
        ]
    return [
        paragraf_102(
            fakta,
            tilbud,
            fra=p.fra,
            dag=m6,
            gruppe=DP,
            bundet=lambda d: fakta.modtager_dagpenge(d) and (p.til is None or d <= p.til),
            periode_fra=p.fra,
            sidst=p.sidste_dag(),
            sidste_ydelsesdag=sidste,
            altid=altid,
        )
    ]


def paragraf_102(
    fakta: Fakta,
    tilbud: list[tuple[Tilbud, str]],
    *,
    fra: dt.date,
    dag: dt.date,
    gruppe: str,
    bundet: Any,
    periode_fra: dt.date,
    sidst: dt.date | None = None,
    regel: str = "LAB-2019:102.1",
    trin: int | None = None,
    uafklaret: bool = False,
    i_hul: bool = False,
    senere: list[tuple[Tilbud, str]] | None = None,
    sidste_ydelsesdag: dt.date | None = None,
    altid: bool = False,
    reform: bool = False,
) -> Krav:
    """102.1-102.6, 105.1, 105.2: begin by the deadline `dag`, with what exemptions and covid make of it."""
    unge_ = regel != "LAB-2019:102.1"
    slut = sidst if sidst is not None and sidst < fakta.pr else None
    # its exemptions are of the act: none before it
    dag = fakta.forlaenget(fra, dag, lambda d: d >= fakta.skift and fritaget(fakta, d, gruppe), slut=slut)
    ret = False
    ukendt = False
    beslut: dt.date | None = dag
    uge = not nedlukket(fakta, dag)
    if not uge:  # who is exempt on that day has a month all the same
        dag = beslut = dt.date(2021, 8, 31)
    lukket = fakta.loebende is None or not bundet(plus(fakta.pr, 1))
    d = paabegyndt(fakta, tilbud, fra, dag, sidst=sidst, naade=uge and not unge_, uge=uge, lukket=lukket)
    fri = dag <= fakta.pr and fritaget(fakta, dag, gruppe)
    if not unge_ and corona_2(dag) and not fri:
        d = paabegyndt(fakta, tilbud, fra, None, sidst=sidst)
        ret = bundet(fakta.pr)
    elif fri:
        beslut = flyttet(fakta, dag, gruppe)
        # where an offer is to be given, the first one given is what counts, whichever begins first
        tilbud = tilbud if senere is None else senere
        # given by now, though it begins later; while the exemption runs on it is not asked for
        d = afgivet(fakta, tilbud, fra, beslut, sidst if beslut is None else slut)
        ukendt = beslut is None
        if not unge_ and beslut is not None and corona_2(beslut):  # the moved deadline fell in the second suspension
            d = afgivet(fakta, tilbud, fra, None, slut)
            ret = bundet(fakta.pr)
    corona = beslut is not None and (corona_1(fakta, beslut, fakta.kommune(beslut)) or (unge_ and corona_2(beslut)))
    afgoer = min(beslut or fakta.pr, fakta.pr)
    # off dagpenge while the exemption runs it waits, as any deadline of the hour clock does
    loeber = gruppe == DP and (sidst is None or sidst >= fakta.pr)
    venter = ukendt and loeber and not altid
    # exempt to the end of the course: nothing fell due in it
    aldrig = ukendt and not loeber and sidst is not None and sidst < fakta.pr and not bundet(fakta.pr)
    aaben = aabent(fakta, beslut or fakta.pr) and not aldrig
    repatriering = unge_ and any(f.grund == "repatriering" for f in fakta.grunde(afgoer))
    return krav(
        fakta,
        regel,
        trin=trin,
        periode_fra=periode_fra,
        fra=fra,
        frist=d.frist,
        dag=dag,
        medregnet=talt(d),
        opfyldt=d.opfyldt,
        ulaest=(min(fakta.pr, sidste_ydelsesdag or sidst or fakta.pr) if ukendt else beslut or dag) >= ULAEST_2026,
        uafklaret=uafklaret
        or (reform and (beslut is None or beslut >= JULI_2025))
        or (d.tvivl and not aldrig)
        or corona
        or repatriering
        or aaben,
        slut=not venter and not bundet(beslut or fakta.pr),
        ret=ret,
        i_hul=i_hul,
        samtale=False,
    )


# groups 2-5, new act


def nye_kontanthjaelp(fakta: Fakta, s: Sammenhaeng) -> list[Krav]:
    """102 for jobparat and aktivitetsparat."""
    dag = s.maaneder_efter(s.fra, 6)
    if dag < fakta.skift:
        return []
    gruppe = s.gruppe(dag)
    uafklaret = False  # for the group on its day
    if gruppe not in VOKSEN:
        senere = [p.fra for p in s.perioder if p.fra > dag and p.maalgruppe in VOKSEN]
        valg = fakta.laes["passeret-frist-ved-skift"]
        if senere or not s.grupper_foer(dag) & VOKSEN:
            if not senere or valg == "opstaar-ikke":
                return []
            if valg == "paa-skiftedagen":
                dag = senere[0]
            else:
                uafklaret = True
        gruppe = "jobparat"
    passeret = uafklaret and s.gruppe(dag) not in VOKSEN
    return [
        paragraf_102(
            fakta,
            gyldige(fakta, KAP_10_12, gruppe),
            fra=s.fra,
            dag=dag,
            gruppe=gruppe,
            bundet=lambda d: passeret or s.gruppe(d) in VOKSEN,
            periode_fra=s.fra,
            sidst=s.sidste_dag(),
            uafklaret=uafklaret,
            reform=s.ydelsesskift_2025,
            i_hul=s.i_hul() and dag > s.sidste_ydelsesdag,
        )
    ]


def unges_tilbud(fakta: Fakta, s: Sammenhaeng) -> list[tuple[Tilbud, str]]:
    """Offers for 4 and 5: no minimum length, literacy courses too; before 2020 no loentilskud for the aabenlyst."""
    return [
        (t, tal)
        for t, tal in gyldige(fakta, KAP_10_12 | {"lsr-kursus"}, "uddannelsesparat", mindst_to_uger=False)
        if not (t.art == "loentilskud" and t.fra < fakta.skift and s.gruppe(t.fra) == "aabenlyst-uddannelsesparat")
    ]


def unge(fakta: Fakta, s: Sammenhaeng) -> list[Krav]:
    """105.1 where its deadline falls under the new act, and the gaps of 105.2."""
    ud: list[Krav] = []
    tilbud = unges_tilbud(fakta, s)
    dag = s.maaneder_efter(s.fra, 1)
    if dag >= fakta.skift:
        gruppe = s.gruppe(dag)
        uafklaret = False
        findes = gruppe in UNG or bool(s.grupper_foer(dag) & UNG)
        senere = [p.fra for p in s.perioder if p.fra > dag and p.maalgruppe in UNG]
        passeret = gruppe not in UNG and bool(senere)
        if passeret:
            valg = fakta.laes["passeret-frist-ved-skift"]
            findes = valg != "opstaar-ikke"
            if valg == "paa-skiftedagen":
                dag, gruppe, passeret = senere[0], s.gruppe(senere[0]), False
            else:
                uafklaret = True
        if findes:
            ud.append(
                paragraf_102(
                    fakta, tilbud, fra=s.fra, dag=dag, gruppe=gruppe or "uddannelsesparat",
                    bundet=lambda d: passeret or s.gruppe(d) in UNG, periode_fra=s.fra, sidst=s.sidste_dag(),
                    regel="LAB-2019:105.1", uafklaret=uafklaret, reform=s.ydelsesskift_2025,
                    i_hul=s.i_hul() and dag > s.sidste_ydelsesdag,
                )
            )  # fmt: skip
    for nummer, slut, naeste in huller(fakta, s, tilbud):
        fire_uger = plus(slut, 28)
        if fire_uger < fakta.skift:
            continue
        nye_regler = dt.date(2022, 1, 1)
        # met before the act of 2022, the gap is done with under the one before it
        foer = [x for x in naeste if x[0].fra < nye_regler]
        gammelt = fire_uger < nye_regler or bool(foer)
        fundet = hul(fakta, s, "LAB-2019:105.2", nummer, slut, fire_uger, foer or naeste) if gammelt else []
        fire_maaneder = plus_maaneder(slut, 4, sidste_dag=fakta.laes["frist-maaned"] == "sidste-dag")
        sluttet_foer = s.lukket is not None and s.lukket < nye_regler
        if not fundet and fire_maaneder >= nye_regler and not sluttet_foer:
            # nobody was bound when the four weeks ran out under the act before
            fundet = hul(fakta, s, "LAB-2022:105.2", nummer, slut, fire_maaneder, naeste)
        ud += fundet
    return ud


def huller(
    fakta: Fakta, s: Sammenhaeng, tilbud: list[tuple[Tilbud, str]]
) -> list[tuple[int, dt.date, list[tuple[Tilbud, str]]]]:
    """The gaps between offers: number, last day of the offers before it, the offers after it."""
    i_perioden = [x for x in tilbud if s.fra <= x[0].fra <= min(s.sidste_dag(), fakta.pr)]
    dage_med: set[dt.date] = set()
    for t, _ in i_perioden:
        dage_med |= set(dage(t.fra, min(t.til or fakta.pr, fakta.pr)))
    slutdage = sorted(d for d in dage_med if plus(d, 1) not in dage_med and d < fakta.pr)
    paa_dagen = [t for t, _ in i_perioden if t.til is None or t.til >= fakta.pr]
    if paa_dagen and all(t.til == fakta.pr for t in paa_dagen):
        slutdage.append(fakta.pr)
    return [(k, slut, [x for x in i_perioden if x[0].fra > slut]) for k, slut in enumerate(slutdage, start=1)]


def hul(
    fakta: Fakta,
    s: Sammenhaeng,
    regel: str,
    nummer: int,
    slut: dt.date,
    frist: dt.date,
    naeste: list[tuple[Tilbud, str]],
) -> list[Krav]:
    """One gap: the next offer must begin within four weeks (from 2022 four months)."""
    if not any(s.gruppe(d) in UNG for d in dage(plus(slut, 1), frist)):
        return []
    return [
        paragraf_102(
            fakta, naeste[:1], fra=plus(slut, 1), dag=frist, gruppe=s.gruppe(frist) or "uddannelsesparat",
            bundet=lambda d: s.gruppe(d) in UNG, periode_fra=s.fra, sidst=s.sidste_dag(), regel=regel, trin=nummer,
            reform=s.ydelsesskift_2025,
            i_hul=s.i_hul() and frist > s.sidste_ydelsesdag, senere=naeste,
        )
    ]  # fmt: skip


# groups 2, 3, 12, 13, old act


class GamleTilbud:
    """LAB-2016 kap. 17 and 17 a in one old period."""

    def __init__(self, fakta: Fakta, s: Sammenhaeng) -> None:
        self.fakta, self.s = fakta, s
        self.efter_grund: set[dt.date | None] = set()

    def alle(self) -> list[Krav]:
        """92, 94, 96, 91 a.3, 96 b."""
        return self.voksne() + self.unge() + self.kontakter()

    def et_krav(
        self,
        regel: str,
        grupper: set[str],
        tilbud: list[tuple[Tilbud, str]],
        fra: dt.date,
        dag: dt.date,
        *,
        trin: int | None = None,
        serie: bool = False,
        efterfoelger: str = "LAB-2019:102.1",
        uafklaret: bool = False,
        ulaest: bool = False,
        mentor_trin: int | None = None,
    ) -> tuple[list[Krav], Dom | None]:
        """One deadline to begin an offer under the old act, with what a change of group does to it."""
        fakta, s = self.fakta, self.s
        sidst_i = s.perioder[-1].maalgruppe
        dag = fakta.forlaenget(fra, dag, lambda d: fritaget(fakta, d, s.gruppe(d) or sidst_i), slut=s.lukket)
        if dag >= fakta.skift and not s.kom_foer(fakta.skift, grupper):
            return [], None  # the act had gone before it named the person
        gruppe = s.gruppe(dag)
        bundet = gruppe in grupper
        if serie and not any(s.gruppe(d) in grupper for d in dage(fra, dag)):
            return [], None
        senere = [p.fra for p in s.perioder if dag < p.fra < fakta.skift and p.maalgruppe in grupper]
        if not bundet and (not s.grupper_foer(dag) & grupper or (senere and not serie)):
            # the deadline had passed when the person came into the group, or back into it
            valg = fakta.laes["passeret-frist-ved-skift"]
            if serie or not senere or valg == "opstaar-ikke":
                return [], None
            bundet = True
            if valg == "paa-skiftedagen":
                dag, gruppe = senere[0], s.gruppe(senere[0])
            else:
                uafklaret = True
        sidst = s.sidste_dag()
        if dag >= fakta.skift:  # what begins after the act gave way meets nothing of it
            sidst = min(sidst, plus(fakta.skift, -1))
        d = paabegyndt(fakta, tilbud, fra, dag, sidst=sidst)
        fri = dag <= fakta.pr and gruppe is not None and fritaget(fakta, dag, gruppe)
        ud = [
            krav(
                fakta,
                regel,
                trin=trin,
                periode_fra=s.fra,
                fra=fra,
                frist=d.frist,
                dag=dag,
                medregnet=talt(d),
                opfyldt=d.opfyldt,
                slut=not bundet,
                viger=dag >= fakta.skift,
                ulaest=ulaest,
                uafklaret=uafklaret or d.tvivl or aabent(fakta, dag),
                fritaget=fri,
                i_hul=s.i_hul() and dag > s.sidste_ydelsesdag,
                samtale=False,
                efterfoelger=efterfoelger,
            )
        ]
        if fri and bundet and gruppe in VOKSEN and regel != "LAB-2016:91a.3" and ud[0]["udfald"] == "bortfaldet":
            nye_ = self.rimelig_grund(dag)
            # one ground that covered two deadlines puts one offer off
            ud += [k for k in nye_ if k["frist"] is None or k["frist"] not in self.efter_grund]
            self.efter_grund |= {k["frist"] for k in nye_}
        if any(f.grund == "kan-ikke-deltage" for f in fakta.grunde(min(dag, fakta.pr, plus(fakta.skift, -1)))):
            ud += self.mentor(regel, dag, fra, mentor_trin if mentor_trin is not None else trin)
        return ud, d

    def mentor(self, regel: str, dag: dt.date, fra: dt.date, trin: int | None) -> list[Krav]:
        """93, 96.3, 96 c: mentor support in the place of the offer, with contact at least every second week."""
        fakta, s = self.fakta, self.s
        mentor_regel, hvem = {
            "LAB-2016:92.2": ("LAB-2016:93", "aktivitetsparat"),
            "LAB-2016:94": ("LAB-2016:93", "aktivitetsparat"),
            "LAB-2016:96.2": ("LAB-2016:96.3", "aktivitetsparat"),
            "LAB-2016:96b.1a": ("LAB-2016:96c", "aktivitetsparat-ung"),
            "LAB-2016:96b.1b": ("LAB-2016:96c.mellem", "aktivitetsparat-ung"),
        }.get(regel, ("", ""))
        if not any(s.gruppe(d) == hvem for d in dage(fra, dag)):
            return []
        laest_fra = dt.date(2016, 11, 21)
        # support that still runs when the window opens is not to be given again
        mentorer = [
            (t, "ja" if afloest(fakta, t, hvem) else seks_maaneder(fakta, t)) for t in fakta.tilbud
            if t.art == "mentor" and s.fra <= t.fra and (t.fra >= fra or t.til is None or t.til >= fra)
        ]  # fmt: skip
        mentorer = [(t, tal) for t, tal in mentorer if tal != "nej"]
        sidst = s.sidste_dag()
        if dag >= fakta.skift:  # met before the act gave way it is met
            sidst = min(sidst, plus(fakta.skift, -1))
        d = paabegyndt(fakta, mentorer, min([fra, *(t.fra for t, _ in mentorer)]), dag, sidst=sidst)
        return [
            krav(
                fakta,
                mentor_regel,
                trin=trin if mentor_regel in {"LAB-2016:96.3", "LAB-2016:96c.mellem"} else None,
                periode_fra=s.fra,
                fra=fra,
                frist=d.frist,
                dag=dag,
                medregnet=talt(d),
                opfyldt=d.opfyldt,
                ulaest=mentor_regel == "LAB-2016:96.3" and dag < laest_fra,
                uafklaret=d.tvivl or aabent(fakta, dag),
                # 91 a.3: 'tilbud efter dette kapitel', of which mentor support is one
                fritaget=fakta.mindre_intensiv(dag, hvem) or rimelig_grund_da(fakta, dag),
                i_hul=s.i_hul() and dag > s.sidste_ydelsesdag,
                slut=s.gruppe(dag) != hvem,
                viger=dag >= fakta.skift,
                samtale=False,
            )
        ]

    def kontakter(self) -> list[Krav]:
        """93, 96.3, 96 c: contact at least every second week with the mentor given in the place of an offer."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        trin = {"LAB-2016:93m": 0, "LAB-2016:96.3m": 0, "LAB-2016:96cm": 0}
        for t in fakta.tilbud:
            gruppe = s.gruppe(t.fra)
            i_stedet = any(f.grund == "kan-ikke-deltage" for f in fakta.grunde(t.fra))
            if t.art != "mentor" or not s.fra <= t.fra <= min(s.sidste_dag(), fakta.pr) or not i_stedet:
                continue
            haft = any(
                x.til is not None
                and x.til < t.fra
                and x.til <= fakta.pr
                and x.fra >= s.fra
                and x.art not in {"mentor", "jobrettet-uddannelse"}  # no offers of the chapters
                for x in fakta.tilbud
            )
            for regel, hvem in (
                ("LAB-2016:96cm", "aktivitetsparat-ung"),
                ("LAB-2016:96.3m" if haft else "LAB-2016:93m", "aktivitetsparat"),
            ):
                ud += self.nyt_mentortilbud(t, regel.replace("m", ".nyt"), hvem)
                if gruppe == hvem or hvem in s.grupper_foer(plus(fakta.pr, 1)):
                    nye = self.hver_anden_uge(t, regel, hvem, trin[regel])
                    trin[regel] += len(nye)
                    ud += nye
        return ud

    def nyt_mentortilbud(self, t: Tilbud, regel: str, gruppe: str) -> list[Krav]:
        """93, 96.3 and 96 c, last sentence: who still cannot take part when the support ends is offered it anew."""
        fakta, s = self.fakta, self.s
        if t.til is None or t.til >= fakta.pr:
            return []
        dag = plus(t.til, 1)
        if dag >= fakta.skift or s.gruppe(dag) != gruppe or not s.fra <= dag:
            return []
        if not any(f.grund == "kan-ikke-deltage" for f in fakta.grunde(dag)):
            return []
        varede = seks_maaneder(fakta, t)
        if varede == "nej":  # 'efter de 6 måneder'
            return []
        til = min(s.sidste_dag(), plus(fakta.skift, -1))
        nye = [(x, seks_maaneder(fakta, x)) for x in fakta.tilbud if x.art == "mentor" and dag <= x.fra <= til]
        nye_ = [x.fra for x, tal in nye if tal == "ja"]
        uvist = varede == "uafklaret" or (not nye_ and any(tal == "uafklaret" for _, tal in nye))
        over = s.lukket is not None or fakta.pr >= fakta.skift
        forbi = over or fakta.mindre_intensiv(dag, gruppe) or rimelig_grund_da(fakta, dag)
        if regel != "LAB-2016:96.3.nyt" and nye_ and nye_[0] < dt.date(2015, 7, 1):  # before the law read
            return []
        return [
            krav(
                fakta,
                regel,
                periode_fra=s.fra,
                fra=dag,
                medregnet=nye_[:1],
                opfyldt=nye_[0] if nye_ else None,
                # the words of 93 and 96 c are the same in both texts; 96.3 was not read before the later one
                ulaest=regel == "LAB-2016:96.3.nyt" and dag < dt.date(2016, 11, 21),
                # owed still on the day asked about
                uafklaret=not over and (uvist or aabent(fakta, fakta.pr)),
                ret=not forbi,
                slut=forbi,
                samtale=False,
            )
        ]

    def hver_anden_uge(self, t: Tilbud, regel: str, gruppe: str, trin: int) -> list[Krav]:
        """Contact at least every second week while the support lasts and the person is in the group."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        laest_fra = dt.date(2016, 11, 21)
        slut = t.til if t.til is not None and t.til <= fakta.pr else None
        kontakter = sorted(k for k in t.kontakter if k <= fakta.pr)
        inde = [d for d in dage(t.fra, slut or plus(fakta.pr, 1)) if s.gruppe(d) == gruppe]
        if not inde:
            return []  # given to somebody who had left the group
        anker = inde[0]
        while True:
            trin += 1
            frist = uge_efter(fakta, anker, 14)
            if plus(anker, 1) >= fakta.skift or (slut is not None and frist > slut):
                return ud
            nu = [k for k in kontakter if anker < k <= uge_efter(fakta, frist, 14)][:1]
            if all(s.gruppe(d) != gruppe for d in dage(plus(anker, 1), frist)):
                return ud
            ud.append(
                krav(
                    fakta,
                    regel,
                    trin=trin,
                    periode_fra=s.fra,
                    fra=plus(anker, 1),
                    frist=frist,
                    medregnet=nu,
                    opfyldt=nu[0] if nu else None,
                    ulaest=frist < laest_fra,  # each week then, in words not encoded
                    uafklaret=aabent(fakta, frist),
                    slut=s.gruppe(frist) != gruppe,
                    viger=frist >= fakta.skift,
                    # 21 f: no offers of kap. 17; 91 a.3
                    fritaget=fakta.mindre_intensiv(frist, gruppe) or rimelig_grund_da(fakta, frist),
                    i_hul=s.i_hul() and frist > s.sidste_ydelsesdag,
                    samtale=False,
                )
            )
            if frist > fakta.pr or frist >= fakta.skift or (s.gruppe(frist) != gruppe and not nu):
                return ud
            anker = nu[0] if nu else frist
            if s.gruppe(plus(anker, 1)) != gruppe:
                return ud

    def rimelig_grund(self, dag: dt.date) -> list[Krav]:
        """91 a.3: one month after the reasonable ground that covered the deadline has ended."""
        fakta, s = self.fakta, self.s
        sidste: list[dt.date | None] = [
            f.til if f.til is not None and f.til <= fakta.pr else None
            for f in fakta.grunde(dag)
            if f.grund in {"rimelig-grund", "ferie", "barsel"}
        ]
        if not sidste:
            return []
        if None in sidste:
            return [
                krav(
                    fakta, "LAB-2016:91a.3", periode_fra=s.fra, samtale=False, slut=s.lukket is not None,
                    viger=fakta.pr >= fakta.skift,
                )
            ]  # fmt: skip
        slut = max(d for d in sidste if d is not None)
        frist = plus_maaneder(slut, 1)
        # 'tilbud efter dette kapitel': not only what 92.1 asks of the first
        tilbud = gyldige(fakta, KAP_10_12 | KURSER, "aktivitetsparat")
        return self.et_krav("LAB-2016:91a.3", VOKSEN, tilbud, plus(slut, 1), frist, serie=True)[0]

    def voksne(self) -> list[Krav]:
        """92.1 and 92.2, or 94 after a move on integrationsydelse; then 96."""
        fakta, s = self.fakta, self.s
        flyt = [
            p.fra
            for q, p in pairwise(s.perioder)
            if q.maalgruppe in UNG and p.maalgruppe in VOKSEN and p.ydelse == "integrationsydelse"
        ]
        kort = gyldige(fakta, KAP_11_12, "jobparat")
        # 92.3 bars the courses for 92.1 alone
        lang = gyldige(fakta, KAP_10_12 | KURSER, "aktivitetsparat")
        ud: list[Krav] = []
        ulaest_94 = False
        if flyt and flyt[0] < fakta.skift:
            dag = s.maaneder_efter(flyt[0], 3)
            # 'efter §§ 92 og 93': by what the person was when it began
            i_kort = [t for t, _ in kort]
            mulige = [x for x in lang if x[0] in i_kort or s.gruppe(x[0].fra) == "aktivitetsparat"]
            ulaest_94 = dag < dt.date(2016, 11, 21)
            ud = self.et_krav(
                "LAB-2016:94", VOKSEN, mulige, flyt[0], dag, ulaest=ulaest_94,
            )[0]  # fmt: skip
        if not (flyt and flyt[0] < fakta.skift) or ulaest_94:
            # LBK 807/2015: '94. (Ophævet)'; whether it took the place of 92 before LBK 1342 is not read
            for regel, gruppe, maaneder, mulige in (
                ("LAB-2016:92.1", "jobparat", 3, kort),
                ("LAB-2016:92.2", "aktivitetsparat", 6, lang),
            ):
                dag = s.maaneder_efter(s.fra, maaneder)
                nye_ = self.et_krav(regel, {gruppe}, mulige, s.fra, dag, uafklaret=ulaest_94)[0]
                # in the place of 92 before that of 94, where 92 bound on its day
                if any(k["regel"] == "LAB-2016:92.2" and s.gruppe(k["dag"]) in VOKSEN for k in nye_):
                    ud = [k for k in ud if k["regel"] != "LAB-2016:93"]
                ud += nye_
        return ud + self.senere(kort, lang)

    def afslutning(self, t: Tilbud, tilbud: list[tuple[Tilbud, str]]) -> dt.date | None:
        """The last day of an offer, and of those that overlap or adjoin it; None while one runs."""
        slut: dt.date | None = t.til
        while slut is not None and slut <= self.fakta.pr:
            videre = [
                x for x, tal in tilbud
                if tal == "ja" and x.fra <= plus(slut, 1) and x.fra >= t.fra and (x.til is None or x.til > slut)
            ]  # fmt: skip
            if not videre:
                return slut
            slut = videre[0].til
        return None

    def senere(self, kort: list[tuple[Tilbud, str]], lang: list[tuple[Tilbud, str]]) -> list[Krav]:
        """96.1 6 and 96.2 12 months after the end of the last offer; 96.4 after a move to jobparat.

        96 begins 'når personen har afsluttet det første tilbud': until then there is nothing to renew.
        """
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        if not self.i_gang(kort, lang):
            return ud
        tilbud = self.i_gang(kort, lang)
        trin = {"LAB-2016:96.1": 1, "LAB-2016:96.2": 1}  # of those that bound the person
        anker = self.afslutning(tilbud[0][0], tilbud)
        while anker is not None and anker <= fakta.pr:
            if plus(anker, 1) >= fakta.skift or (s.lukket is not None and anker >= s.lukket):
                return ud
            seks, tolv = s.maaneder_efter(anker, 6), s.maaneder_efter(anker, 12)
            skift = [
                p.fra
                for q, p in pairwise(s.perioder)
                if q.maalgruppe == "aktivitetsparat" and p.maalgruppe == "jobparat"
                and s.maaneder_efter(anker, 5) <= p.fra
            ]  # fmt: skip
            mulige = [x for x in tilbud if x[0].fra > anker]
            imellem = [tal for t, tal in tilbud if skift and anker < t.fra < skift[0]]
            if skift and "ja" not in imellem:
                # 'dog højst 12 måneder': where those had passed at the move, the month is what is left
                en = s.kalender(skift[0], 1)
                en = en if tolv < skift[0] else min(en, tolv)
                regler = [
                    ("LAB-2016:96.4", "jobparat", skift[0], en),
                    ("LAB-2016:96.2", "aktivitetsparat", plus(anker, 1), tolv),
                ]
            else:
                regler = [
                    ("LAB-2016:96.1", "jobparat", plus(anker, 1), seks),
                    ("LAB-2016:96.2", "aktivitetsparat", plus(anker, 1), tolv),
                ]
            for regel, gruppe, fra, frist in regler:
                nu = self.et_krav(
                    regel, {gruppe}, mulige, fra, frist,
                    trin=trin.get(regel), serie=True, efterfoelger=self.efterfoelger,
                    uafklaret=regel == "LAB-2016:96.4" and bool(imellem),
                )[0]  # fmt: skip
                if nu and regel in trin:
                    trin[regel] += 1
                ud += nu
            mulige = [x for x in mulige if x[1] == "ja"]
            if not mulige:
                return ud
            anker = self.afslutning(mulige[0][0], mulige)
        return ud

    def i_gang(self, kort: list[tuple[Tilbud, str]], lang: list[tuple[Tilbud, str]]) -> list[tuple[Tilbud, str]]:
        """The offers from the first valid one on."""
        s = self.s
        i_perioden = [x for x in lang if s.fra <= x[0].fra <= min(s.sidste_dag(), self.fakta.pr)]
        for i, (t, tal) in enumerate(i_perioden):
            gruppe = s.gruppe(t.fra)
            if tal != "ja":
                continue
            if gruppe == "aktivitetsparat" or (gruppe == "jobparat" and any(t is x for x, _ in kort)):
                return i_perioden[i:]
        return []

    @property
    def efterfoelger(self) -> str:
        """What 102 asks for where its deadline lies on the other side of the switch; else offers by 101."""
        fakta = self.fakta
        for s in nye(fakta):
            staar = s.fra <= fakta.skift and (s.lukket is None or s.lukket >= fakta.skift)
            if staar and s.gruppe(fakta.skift) in VOKSEN:
                return "LAB-2019:102.1" if s.maaneder_efter(s.fra, 6) >= fakta.skift else "LAB-2019:101"
        return "LAB-2019:101"

    def unge(self) -> list[Krav]:
        """96 b.1: first within a month, then at most four weeks between offers."""
        fakta, s = self.fakta, self.s
        ud: list[Krav] = []
        # 51: no loentilskud for the aabenlyst, whenever the old duty is met
        tilbud = [
            x for x in unges_tilbud(fakta, s)
            if not (x[0].art == "loentilskud" and s.gruppe(x[0].fra) == "aabenlyst-uddannelsesparat")
        ]  # fmt: skip
        dag = s.maaneder_efter(s.fra, 1)
        if dag < fakta.skift:  # else the twin LAB-2019:105.1 goes on
            ud += self.et_krav("LAB-2016:96b.1a", UNG, tilbud, s.fra, dag)[0]
        nummer = mentor = 1  # of the gaps that bound somebody
        for _, slut, naeste in huller(fakta, s, tilbud):
            frist = plus(slut, 28)
            if frist < fakta.skift and any(s.gruppe(d) in UNG for d in dage(plus(slut, 1), frist)):
                nye_ = self.et_krav(
                    "LAB-2016:96b.1b", UNG, naeste[:1], plus(slut, 1), frist,
                    trin=nummer, mentor_trin=mentor, serie=True,
                )[0]  # fmt: skip
                mentor += any(s.gruppe(d) == "aktivitetsparat-ung" for d in dage(plus(slut, 1), frist))
                nummer += any(k["regel"] == "LAB-2016:96b.1b" for k in nye_)
                ud += nye_
            elif plus(slut, 1) < fakta.skift <= frist:
                # the gap goes on under 105.2, but support given in its place before the act gave way was given
                kan_ikke = fakta.grunde(min(fakta.pr, plus(fakta.skift, -1)))
                if any(f.grund == "kan-ikke-deltage" for f in kan_ikke):
                    ud += self.mentor("LAB-2016:96b.1b", frist, plus(slut, 1), mentor)
                mentor += any(s.gruppe(d) == "aktivitetsparat-ung" for d in dage(plus(slut, 1), frist))
        return ud
