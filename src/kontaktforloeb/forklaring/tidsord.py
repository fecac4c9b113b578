"""The facts and dates a deadline rests on: what it is counted from, where the clock stood, what moved it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring.grundnavn import fritagelse
from kontaktforloeb.forklaring.ordbog import efter, stort
from kontaktforloeb.forklaring.punktord import Sammenhaeng, haendelse, ledighed, punkt, rod
from kontaktforloeb.forklaring.regelord import tolerance_ord
from kontaktforloeb.forklaring.taelleord import enhed, tilbuddets_art
from kontaktforloeb.koder import Ordningsart
from kontaktforloeb.ure.forloeb import plus_kalender
from kontaktforloeb.ure.loebende import LoebendeForloeb
from kontaktforloeb.ure.timer import TimeForloeb, udeladt
from kontaktforloeb.vurdering import lempelser

if TYPE_CHECKING:
    from kontaktforloeb.vurdering.fund import Flytning, Fund

UGE = 7


def tider(fund: Fund, s: Sammenhaeng) -> list[str]:
    """The sentences on dates; the deadline is always said where there is one."""
    if not isinstance(s.regel, r.Regel):
        return _rettighed(fund, s) if isinstance(s.regel, r.Rettighed) else []
    ud = [t for t in _VINDUER[type(s.regel.vindue)](fund, s) if t]
    ud += _skift(fund, s)
    ud += _justering(fund, s)
    return ud


def startord(fund: Fund, s: Sammenhaeng) -> str:
    """What the period in fact begins with, by the events recorded on that day."""
    f, ur, o = fund.forloeb, s.ur, s.o
    arter = [a for a in (getattr(ur, "start", None), *getattr(ur, "genstart", ())) if a]
    if isinstance(ur, r.Loebendeur) and f.gruppe(f.start) not in ur.henvendelse_grupper:
        arter = []
    for art in arter:
        if any(h.dag == f.start for h in f.tl.haendelser.get(art, ())):
            return haendelse(art, o)
    if isinstance(ur, (r.Timeur, r.Loebendeur, r.Fravaersur)):
        if f.genstartet:
            return o("den første dag efter skiftet", "the first day after the change")
        return o("den første dag på ydelsen", "the first day on the benefit")
    if isinstance(ur, r.Forloebsur) and ur.begynder is not None:
        return o(*ur.begynder)
    return o("forløbets første dag", "the first day of the course")


def _var(dag: int, fund: Fund, s: Sammenhaeng) -> str:
    """`er` or `var`, by whether the day has passed; in a plan nothing has."""
    return s.o("var", "was") if dag < fund.forloeb.tl.pr and not er_plan(fund) else s.o("er", "is")


def er_plan(fund: Fund) -> bool:
    """Whether this is a line of a schedule."""
    return fund.aarsag[:1] == ("plan",)


def _fristen(dag: int, fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    return o(f"Fristen {_var(dag, fund, s)} {o.den(dag)}.", f"The deadline {_var(dag, fund, s)} {o.dato(dag)}.")


def _anker(p: Any, dag: int, fund: Fund, s: Sammenhaeng) -> str:
    """The point a deadline counts from, as this case has it: the deadline instead, where nothing was held that day."""
    if isinstance(p, r.Start) or (getattr(p, "ellers_start", False) and _antaget(p, fund)):
        return startord(fund, s)
    navn = punkt(p, s)
    if isinstance(p, r.Efter) and not any(x.dag == dag and x.status == "afholdt" for x in fund.forloeb.tl.samtaler):
        return s.o(f"fristen for {navn}", f"the deadline of {navn}")
    return navn


def _antaget(p: r.Haendelse, fund: Fund) -> bool:
    return (f"{p.art}-mangler",) in fund.antagelser


def _var_den(navn: str, dag: int, fund: Fund, s: Sammenhaeng) -> str:
    """`Den første henvendelse var den 4. marts 2019`, no full stop; `er` of a day to come."""
    pr = fund.forloeb.tl.pr if fund.plan_pr is None else fund.plan_pr
    er = s.o("er", "is") if dag > pr else s.o("var", "was")
    return stort(s.o(f"{efter(navn)} {er} {s.o.den(dag)}", f"{navn} {er} {s.o.paa(dag)}"))


def _og_fristen(navn: str, dag: int, frist: int, fund: Fund, s: Sammenhaeng) -> str:
    o, er = s.o, _var(frist, fund, s)
    if navn.startswith(("den dag", "the day")):
        return o(f"Der regnes fra {navn}, {o.den(dag)}, og fristen {er} {o.den(frist)}.",
                 f"Time is counted from {navn}, {o.dato(dag)}, and the deadline {er} {o.dato(frist)}.")  # fmt: skip
    return _var_den(navn, dag, fund, s) + o(
        f", og fristen {er} {o.den(frist)}.", f", and the deadline {er} {o.dato(frist)}."
    )


def _perioden(fund: Fund, s: Sammenhaeng) -> str:
    o, f = s.o, fund.forloeb
    hvad = o("Ledigheden", "Unemployment") if s.i_timer else o("Perioden", "The period")
    return o(
        f"{hvad} regnes fra {startord(fund, s)} {o.den(f.start)}.",
        f"{hvad} is counted from {startord(fund, s)}, {o.dato(f.start)}.",
    )


# a point on the clock ------------------------------------------------------------------------------------------------


def _naaet(m: r.Maengde, dag: int | None, ventet: int | None, fund: Fund, s: Sammenhaeng) -> str:
    """When an amount of hours was reached, or is expected."""
    o, f = s.o, fund.forloeb
    if not isinstance(f, TimeForloeb):
        return "" if dag is None else _fristen(dag, fund, s)
    hvad = f"{ledighed(m, s)} ({o.timer(f.behov(m))} {o('timer', 'hours')})"
    if er_plan(fund):
        naar = dag if dag is not None else ventet
        if naar is None:
            return ""
        return o(
            f"{stort(hvad)} nås {o.den(naar)}, hvis borgeren er ledig hele tiden.",
            f"{stort(hvad)} is reached {o.paa(naar)} if the person is unemployed throughout.",
        )
    if dag is not None:
        return o(f"{hvad} blev nået {o.den(dag)}.", f"{hvad} was reached {o.paa(dag)}.")
    pr = f.tl.pr
    talt = o.timer(f.beloeb(pr))
    if ventet is not None:
        return o(
            f"{stort(o.den(pr))} er der talt {talt} timer; {hvad} ventes nået {o.den(ventet)}, hvis borgeren "
            "fortsætter som nu.",
            f"On {o.dato(pr)} {talt} hours have been counted; {hvad} is expected to be reached {o.paa(ventet)} if the "
            "person goes on as now.",
        )
    return o(
        f"{stort(o.den(pr))} er der talt {talt} timer; det kan ikke beregnes, hvornår {hvad} nås.",
        f"On {o.dato(pr)} {talt} hours have been counted; when {hvad} will be reached cannot be calculated.",
    )


def _enkelt(fund: Fund, s: Sammenhaeng) -> list[str]:
    v = s.regel.vindue
    if isinstance(v.til, r.Naaet):
        oprindelig = fund.oprindelig
        m = v.til.maengde
        if not isinstance(fund.forloeb, TimeForloeb) and oprindelig is not None:
            return [_og_fristen(startord(fund, s), fund.forloeb.start, oprindelig, fund, s), *_fra(fund, s)]
        ud = [_perioden(fund, s), *_fra(fund, s)]
        if isinstance(fund.forloeb, TimeForloeb):
            ud.append(_naaet(m, oprindelig, fund.forventet, fund, s))
            if fund.frist is not None and fund.frist == fund.nominal == oprindelig and not er_plan(fund):
                ud[-1] = ud[-1].rstrip(".") + s.o(", som er fristen.", ", which is the deadline.")
        return ud
    return _kalender(fund, s)


def _fra(fund: Fund, s: Sammenhaeng) -> list[str]:
    """From which day things count, where that is not the start of the period."""
    fra, o = s.regel.vindue.fra, s.o
    if isinstance(fra, r.Start) or fund.fra is None:
        return []
    if isinstance(fra, r.Senere) and isinstance(fra.punkter[0], r.Start) and fund.fra == fund.forloeb.start:
        return []
    hvad = o("Samtaler", "Interviews") if isinstance(s.regel.taeller, r.Samtaler) else o("Tilbud", "Offers")
    return [o(f"{hvad} tæller fra og med {o.den(fund.fra)}.", f"{hvad} count from {o.dato(fund.fra)}.")]


def _kalender(fund: Fund, s: Sammenhaeng) -> list[str]:
    """A deadline in calendar time from an event."""
    o, v, f = s.o, s.regel.vindue, fund.forloeb
    grund = rod(v.til or v.fra)
    if isinstance(grund, (r.Faseslut, r.FaseslutDagenEfter)):
        return _a_kassens_del(fund, s)
    if isinstance(grund, r.FristFor):
        return [] if fund.oprindelig is None else [_fristen(fund.oprindelig, fund, s)]
    if isinstance(grund, r.Start):
        dag: int | None = f.start
    elif fund.anledning is not None and not isinstance(grund, r.Efter):
        dag = fund.anledning.slut if isinstance(grund, (r.Orlovsslut, r.Tilbudsslut)) else fund.anledning.dag
    else:
        dag = fund.fra
    if dag is None:
        return [o(f"Vi kender ikke {punkt(grund, s)} endnu.", f"{stort(punkt(grund, s))} is not known yet.")]
    navn = _anker(grund, dag, fund, s)
    if v.til is None and fund.oprindelig is not None:
        if dag == fund.oprindelig:
            return [_var_den(navn, dag, fund, s) + "."]
        forbi = fund.oprindelig <= f.tl.pr and not er_plan(fund)
        opstod = o(
            f", og kravet {'opstod' if forbi else 'opstår'} {o.den(fund.oprindelig)}.",
            f", and the requirement {'arose' if forbi else 'arises'} {o.paa(fund.oprindelig)}.",
        )
        return [_var_den(navn, dag, fund, s) + opstod]
    if fund.oprindelig is None:
        return [_var_den(navn, dag, fund, s) + "."]
    if dag == fund.oprindelig:
        er = _var(dag, fund, s)
        return [
            o(f"{stort(navn)} {er} {o.den(dag)}, som er fristen.", f"{stort(navn)} {er} {o.paa(dag)}, the deadline.")
        ]
    return [_og_fristen(navn, dag, fund.oprindelig, fund, s)]


def _a_kassens_del(fund: Fund, s: Sammenhaeng) -> list[str]:
    o = s.o
    ud = [_perioden(fund, s)]
    if er_plan(fund) and fund.oprindelig is not None:
        # that this is the deadline is the conclusion of a schedule
        ud.append(
            o(
                f"A-kassens del af forløbet slutter {o.den(fund.oprindelig)}, hvis borgeren er ledig hele tiden.",
                f"The unemployment fund's part of the course ends {o.paa(fund.oprindelig)} if the person is unemployed "
                "throughout.",
            )
        )
    elif fund.oprindelig is not None:
        ud.append(
            o(
                f"A-kassens del af forløbet sluttede {o.den(fund.oprindelig)}, som er fristen.",
                f"The unemployment fund's part of the course ended {o.paa(fund.oprindelig)}, which is the deadline.",
            )
        )
    elif fund.forventet is not None:
        ud.append(
            o(
                f"A-kassens del af forløbet ventes at slutte {o.den(fund.forventet)}.",
                f"The unemployment fund's part of the course is expected to end {o.paa(fund.forventet)}.",
            )
        )
    return ud


# series --------------------------------------------------------------------------------------------------------------


def _kumulativ(fund: Fund, s: Sammenhaeng) -> list[str]:
    o, v, f = s.o, s.regel.vindue, fund.forloeb
    trin = fund.trin or 1
    antal = (0 if v.fra is None else v.fra.antal) + trin * v.interval.antal
    m = r.Maengde(antal, v.interval.enhed)
    tolerance = v.antal is None or trin < v.antal
    naaet = f.naaet(m)
    ud = [_perioden(fund, s)]
    if naaet[0] is None:
        ud.append(_naaet(m, None, naaet[1], fund, s))
    else:
        ud.append(_trin(m, naaet[0], fund, s))
    if fund.oprindelig is not None:
        er = _var(fund.oprindelig, fund, s)
        if trin == 1 and v.foerst_fra is not None and f.naaet(v.foerst_fra.maengde)[0] == fund.oprindelig:
            hvad = ledighed(v.foerst_fra.maengde, s)
            return [*ud, o(f"Den første skal dog først være holdt, når {hvad} er nået, og fristen {er} derfor "
                           f"{o.den(fund.oprindelig)}.",
                           f"The first need only be held once {hvad} is reached, and the deadline {er} therefore "
                           f"{o.dato(fund.oprindelig)}.")]  # fmt: skip
        med = o(f"Med en tolerance på {_tolerance(v, s)} {er} fristen {o.den(fund.oprindelig)}.",
                f"With a tolerance of {_tolerance(v, s)} the deadline {er} {o.dato(fund.oprindelig)}.")  # fmt: skip
        ud.append(med if tolerance else _fristen(fund.oprindelig, fund, s))
    return ud


def _trin(m: r.Maengde, naaet: int, fund: Fund, s: Sammenhaeng) -> str:
    """Which interview a step is, and the day its amount was reached."""
    o, trin = s.o, fund.trin
    nr = f"{enhed(s.regel.taeller, o, flere=False)} {o('nr.', 'no.')} {trin}"
    hvad = f"{ledighed(m, s)} ({o.timer(fund.forloeb.behov(m))} {o('timer', 'hours')})"
    if er_plan(fund):
        naar = o(
            f"som nås {o.den(naaet)}, hvis borgeren er ledig hele tiden",
            f"which is reached {o.paa(naaet)} if the person is unemployed throughout",
        )
    else:
        naar = o(f"som blev nået {o.den(naaet)}", f"which was reached {o.paa(naaet)}")
    return o(f"Trin {trin} ({nr}) svarer til {hvad}, {naar}.", f"Step {trin} ({nr}) stands for {hvad}, {naar}.")


def _tolerance(v: r.Kumulativ, s: Sammenhaeng) -> str:
    """The amount of the tolerance, as the rule's own words have it."""
    tekst = tolerance_ord(v, s)
    return tekst.partition(s.o(" på ", " of "))[2].partition(",")[0]


def _paa_hinanden(fund: Fund, s: Sammenhaeng) -> list[str]:
    o, v = s.o, s.regel.vindue
    ud: list[str] = []
    anker = fund.anker
    if anker is not None and (v.form != "rullende" or fund.trin == 1):
        if isinstance(v.fra, r.Naaet):
            ud += [_perioden(fund, s), _naaet(v.fra.maengde, anker, None, fund, s)]
        else:
            ud.append(_var_den(_anker(v.fra, anker, fund, s), anker, fund, s) + ".")
    if fund.fra is not None and fund.oprindelig is not None:
        ud.append(
            o(
                f"Periode {fund.trin} går fra {o.den(fund.fra)} til og med {o.den(fund.oprindelig)}.",
                f"Period {fund.trin} runs from {o.dato(fund.fra)} to {o.dato(fund.oprindelig)} inclusive.",
            )
        )
    elif isinstance(fund.forloeb, TimeForloeb) and fund.trin is not None and isinstance(v.fra, r.Naaet):
        m = r.Maengde(v.fra.maengde.antal + fund.trin * v.laengde.antal, v.laengde.enhed)
        ud.append(_naaet(m, None, fund.forventet, fund, s))
    return ud


def _fra_seneste(fund: Fund, s: Sammenhaeng) -> list[str]:
    o, v, f = s.o, s.regel.vindue, fund.forloeb
    if fund.anker is None:
        return []
    anker = fund.anker
    kontakt = isinstance(s.regel.taeller, r.Kontakter)
    holdt = any(p.dag == anker and p.status == "afholdt" for p in f.tl.samtaler)
    if kontakt:
        holdt = fund.anledning is not None and anker in fund.anledning.kontakter
    if v.fra is None:
        navn = o("det forrige tilbuds sidste dag", "the last day of the previous offer")
    elif holdt:
        navn = (
            o("den forrige kontakt", "the previous contact")
            if kontakt
            else o("den forrige samtale", "the previous interview")
        )
    elif isinstance(v.fra, r.Start) and anker == f.start:
        navn = startord(fund, s)
    elif fund.trin == 1:
        navn = _anker(v.fra, anker, fund, s)
    else:
        navn = o("den forrige frist", "the previous deadline")
    oprindelig = fund.oprindelig
    if oprindelig is None:
        return [_var_den(navn, anker, fund, s) + "."]
    return [_og_fristen(navn, anker, oprindelig, fund, s)]


_VINDUER: dict[type, Callable[[Fund, Sammenhaeng], list[str]]] = {
    r.Enkelt: _enkelt,
    r.Kumulativ: _kumulativ,
    r.PaaHinanden: _paa_hinanden,
    r.FraSeneste: _fra_seneste,
}


# what moves a deadline -----------------------------------------------------------------------------------------------


def _plus(fund: Fund, v: r.FraSeneste) -> int:
    assert fund.anker is not None
    dag = plus_kalender(fund.anker, v.interval) - _heltal(v.fradrag)
    return int(fund.forloeb.flyt(fund.anker, dag)) if v.flyttes else dag


def _heltal(vaerdi: Any) -> int:
    return int(vaerdi)


def _justering(fund: Fund, s: Sammenhaeng) -> list[str]:
    ud = [*_frie_uger(fund, s), *_uger_paa_barsel(fund, s), *_doede_timer(fund, s), *_staar_stille(fund, s)]
    flyttet = [_FLYTNINGER[f.hvorfor](f, fund, s) for f in fund.flytninger]
    if ("aaben-pligt",) in fund.bemaerkninger:  # 'den dag' is the one it was moved to
        return [*ud, *flyttet, _aaben_pligt(s)]
    ud += flyttet
    if fund.frist is None or fund.nominal is None or fund.frist == fund.nominal:
        return ud
    o = s.o
    if isinstance(s.regel.taeller, r.Tilbudstaeller):
        if fund.frist == kalender.soendag_i_ugen(fund.nominal):
            ud.append(
                o(
                    f"Et tilbud, der begynder i samme uge, senest søndag {o.den(fund.frist)}, er i tide.",
                    f"An offer that begins in the same week, by Sunday {o.dato(fund.frist)}, is in time.",
                )
            )
        else:
            ud.append(
                o(
                    f"Løntilskud, der er givet inden fristen, skal begynde senest {o.den(fund.frist)}.",
                    f"A wage-subsidised job given by the deadline must begin by {o.dato(fund.frist)}.",
                )
            )
        return ud
    ud.append(
        o(
            f"Den dag er en lukkedag, og efter den valgte fortolkning er fristen flyttet til {o.den(fund.frist)}.",
            f"That day is closed, and under the chosen reading the deadline is moved to {o.dato(fund.frist)}.",
        )
    )
    return ud


def _aaben_pligt(s: Sammenhaeng) -> str:
    o = s.o
    if r.uden_sidste_dag(s.regel.vindue):
        return o("Loven sætter ingen bestemt frist.", "The law sets no particular deadline.")
    if s.regel.aaben_pligt_efter is not None:
        m = ledighed(s.regel.aaben_pligt_efter, s)
        return o(
            f"Borgeren havde nået {m} ved lovskiftet, og loven sætter derfor ingen bestemt frist.",
            f"The person had reached {m} at the change of law, and the law therefore sets no particular deadline.",
        )
    return o(
        "Reglen var suspenderet den dag, og loven satte ingen bestemt ny frist.",
        "The rule was suspended on that day, and the law set no particular new deadline.",
    )


def _flyttet(f: Flytning, s: Sammenhaeng, fordi: str, because: str) -> str:
    """How far and why, where the days that moved it can be counted."""
    assert f.til is not None
    o, dage = s.o, f.til - f.fra
    return o(
        f"Fristen er flyttet {o.tal(dage)} {'dag' if dage == 1 else 'dage'} til {o.den(f.til)}, fordi {fordi}.",
        f"The deadline is moved by {o.tal(dage)} {'day' if dage == 1 else 'days'} to {o.dato(f.til)}, because "
        f"{because}.",
    )


def _delvis_fritaget(f: Flytning, _fund: Fund, s: Sammenhaeng) -> str:
    return _flyttet(
        f,
        s,
        "borgeren var fritaget en del af tiden, og fritagelsen efter den valgte fortolkning forlænger fristen",
        "the person was exempt for part of the time, and under the chosen reading that extends the deadline",
    )


def _corona(f: Flytning, _fund: Fund, s: Sammenhaeng) -> str:
    return _flyttet(
        f,
        s,
        "reglen var suspenderet en del af tiden, og suspensionen efter den valgte fortolkning forlænger fristen",
        "the rule was suspended for part of the time, and under the chosen reading that extends the deadline",
    )


def _paa_skiftedagen(f: Flytning, _fund: Fund, s: Sammenhaeng) -> str:
    assert f.til is not None
    return s.o(
        f"Den frist var gået, da borgeren kom ind i målgruppen {s.o.den(f.til)}. Efter den valgte fortolkning er "
        "fristen derfor den dag.",
        f"That deadline had gone when the person came into the target group on {s.o.dato(f.til)}. Under the chosen "
        "reading the deadline is therefore that day.",
    )


def _efter_kursus(f: Flytning, _fund: Fund, s: Sammenhaeng) -> str:
    o = s.o
    hvad = tilbuddets_art(f.hvad, o)
    if f.til is None:
        return o(
            f"Den dag var et tilbud om {hvad} i gang, og det er ikke slut. Fristen kendes derfor ikke endnu.",
            f"On that day an offer of {hvad} was under way, and it has not ended. The deadline is therefore not yet "
            "known.",
        )
    return o(
        f"Den dag var et tilbud om {hvad} i gang, og fristen er derfor dagen efter det, {o.den(f.til)}.",
        f"On that day an offer of {hvad} was under way, and the deadline is therefore the day after it, "
        f"{o.dato(f.til)}.",
    )


def _efter_ordning(f: Flytning, _fund: Fund, s: Sammenhaeng) -> str:
    assert f.til is not None
    o = s.o
    hvad = o.navn(Ordningsart, f.hvad)
    return o(
        f"Den dag gjaldt ordningen »{hvad}«, og fristen er derfor {o.den(f.til)}.",
        f"On that day the scheme “{hvad}” applied, and the deadline is therefore {o.dato(f.til)}.",
    )


def _efter_saerfrist(f: Flytning, _fund: Fund, s: Sammenhaeng) -> str:
    assert f.til is not None
    return s.o(
        f"En særregel for den tid satte i stedet fristen til {s.o.den(f.til)}.",
        f"A special rule for that time set the deadline to {s.o.dato(f.til)} instead.",
    )


def _hoejst_efter_tilbud(f: Flytning, _fund: Fund, s: Sammenhaeng) -> str:
    assert f.til is not None
    o = s.o
    m = o.maengde(s.regel.hoejst_efter_tilbud)
    return o(
        f"Tilbuddet skal dog komme senest {m} efter det forrige tilbud, og fristen er derfor {o.den(f.til)}.",
        f"The offer must however come within {m} of the previous offer, and the deadline is therefore {o.dato(f.til)}.",
    )


def _efter_fritagelse(f: Flytning, fund: Fund, s: Sammenhaeng) -> str:
    o, regel, forloeb = s.o, s.regel, fund.forloeb
    ramt = lempelser.fritaget(s.lov, forloeb.tl, regel.familie, forloeb.gruppe(f.fra), f.fra)
    grund = "" if ramt is None else f" ({fritagelse(ramt[0].navn, o)})"
    if f.til is None:
        return o(
            f"Den dag var borgeren fritaget{grund}, og fritagelsen er ikke slut. Fristen kendes derfor ikke endnu.",
            f"On that day the person was exempt{grund}, and the exemption has not ended. The deadline is therefore "
            "not yet known.",
        )
    m = o.maengde(regel.taeller.efter_fritagelse)
    return o(
        f"Den dag var borgeren fritaget{grund}. Tilbuddet skal derfor gives senest {m} efter fritagelsens sidste "
        f"dag, det vil sige {o.den(f.til)}.",
        f"On that day the person was exempt{grund}. The offer must therefore be given within {m} of the last day "
        f"of the exemption, that is by {o.dato(f.til)}.",
    )


_FLYTNINGER: dict[str, Callable[[Flytning, Fund, Sammenhaeng], str]] = {
    "delvis-fritagelse": _delvis_fritaget,
    "corona-vindue": _corona,
    "paa-skiftedagen": _paa_skiftedagen,
    "kursus": _efter_kursus,
    "ordning": _efter_ordning,
    "saerfrist": _efter_saerfrist,
    "hoejst-efter-tilbud": _hoejst_efter_tilbud,
    "efter-fritagelse": _efter_fritagelse,
}


def _frie_uger(fund: Fund, s: Sammenhaeng) -> list[str]:
    """How far whole weeks without benefit moved the deadline."""
    f, v, o = fund.forloeb, s.regel.vindue, s.o
    if not isinstance(f, LoebendeForloeb) or not f.frie_uger or fund.oprindelig is None:
        return []
    if isinstance(v, r.Enkelt) and isinstance(v.til, r.Naaet):
        uden = plus_kalender(f.start, v.til.maengde)
        flyttet = (f.naaet(v.til.maengde)[0] or uden) - uden
    elif isinstance(v, r.FraSeneste) and v.flyttes and fund.anker is not None:
        flyttet = _plus(fund, v) - (plus_kalender(fund.anker, v.interval) - _heltal(v.fradrag))
    elif isinstance(v, r.Enkelt) and isinstance(v.til, r.PaaUret) and fund.fra is not None:
        uden = plus_kalender(fund.fra, v.til.maengde)
        flyttet = f.flyt(fund.fra, uden) - uden
    else:
        return []
    uger = flyttet // UGE
    return _flyttet_uger(
        uger,
        s,
        o(
            f"borgeren var uden ydelse i {o.tal(uger)} {'hel uge' if uger == 1 else 'hele uger'}",
            f"the person was without benefit for {o.tal(uger)} whole {'week' if uger == 1 else 'weeks'}",
        ),
    )


def _flyttet_uger(uger: int, s: Sammenhaeng, fordi: str) -> list[str]:
    """By how many weeks the deadline is moved, and why; nothing where it is not."""
    if uger < 1:
        return []
    o, en = s.o, uger == 1
    return [
        o(
            f"Fristen er flyttet {o.tal(uger)} {'uge' if en else 'uger'}, fordi {fordi}.",
            f"The deadline is moved by {o.tal(uger)} {'week' if en else 'weeks'}, because {fordi}.",
        )
    ]


def _uger_paa_barsel(fund: Fund, s: Sammenhaeng) -> list[str]:
    """How far whole weeks of an exemption under which the months rest moved the deadline."""
    v, o = s.regel.vindue, s.o
    if not isinstance(v, r.FraSeneste) or not v.hviler_under or fund.anker is None or fund.oprindelig is None:
        return []
    uger = (fund.oprindelig - _plus(fund, v)) // UGE
    grund = fritagelse(v.hviler_under[0], o)
    return _flyttet_uger(
        uger,
        s,
        o(
            f"{'en hel uge' if uger == 1 else 'hele uger'} med fritagelse ({grund}) ikke tæller med",
            f"whole weeks of an exemption ({grund}) do not count",
        ),
    )


def _staar_stille(fund: Fund, s: Sammenhaeng) -> list[str]:
    """The days on which the clock of the offers stood still because the duty had lapsed."""
    f, o = fund.forloeb, s.o
    if not isinstance(f, TimeForloeb) or not _bruger_timer(s.regel.vindue):
        return []
    slut = f.tl.pr if fund.oprindelig is None else min(fund.oprindelig, f.tl.pr)
    spaend = sorted({(a, b) for a, b in udeladt(f.timeur, f.tl) if a <= slut and b >= f.start})
    if not spaend:
        return []
    hvornaar = o.og(
        o(f"fra {o.den(a)}", f"from {o.dato(a)}")
        if b >= slut
        else o(f"fra {o.den(a)} til {o.den(b)}", f"from {o.dato(a)} to {o.dato(b)}")
        for a, b in spaend
    )
    return [
        o(
            f"Timer {hvornaar} tæller ikke med, fordi pligten til tilbud da var bortfaldet.",
            f"Hours {hvornaar} do not count, because the duty of offers had lapsed then.",
        )
    ]


def _doede_timer(fund: Fund, s: Sammenhaeng) -> list[str]:
    """The ranges whose hours do not count, where the period meets them."""
    f, o = fund.forloeb, s.o
    if not isinstance(f, TimeForloeb):
        return []
    slut = f.tl.pr if fund.nominal is None else min(fund.nominal, f.tl.pr)
    assert isinstance(f.timeur.doede, tuple)
    ramte: list[tuple[dt.date, dt.date]] = [
        (a, b) for a, b in f.timeur.doede if a.toordinal() <= slut and b.toordinal() >= f.start
    ]
    if not ramte or not _bruger_timer(s.regel.vindue):
        return []
    hvornaar = o.og(
        o(f"{o.den(a.toordinal())} til {o.den(b.toordinal())}", f"{o.dato(a.toordinal())} to {o.dato(b.toordinal())}")
        for a, b in ramte
    )
    return [o(f"Timer fra {hvornaar} tæller ikke med.", f"Hours from {hvornaar} do not count.")]


def _bruger_timer(v: Any) -> bool:
    """Whether a window ends by hours; what runs from the latest one held runs by the calendar."""
    return isinstance(v, (r.Kumulativ, r.PaaHinanden)) or (isinstance(v, r.Enkelt) and isinstance(v.til, r.Naaet))


def _skift(fund: Fund, s: Sammenhaeng) -> list[str]:
    """Where the clock stood at the switch, for those whom the transition covers."""
    if s.regel.gaelder.dag != "skift":
        return []
    o, f, skift = s.o, fund.forloeb, s.lov.skift
    if isinstance(f, TimeForloeb):
        timer = o.timer(f.beloeb(skift - 1))
        return [
            o(
                f"Ved lovskiftet {o.den(skift)} var der talt {timer} timer.",
                f"At the change of law on {o.dato(skift)} {timer} hours had been counted.",
            )
        ]
    uger = f.fuldfoerte_uger(skift)
    if uger == 0:
        return [
            o(
                f"Ved lovskiftet {o.den(skift)} var der ikke gået en hel uge.",
                f"At the change of law on {o.dato(skift)} not one whole week had passed.",
            )
        ]
    return [
        o(
            f"Ved lovskiftet {o.den(skift)} var der gået {o.tal(uger)} {'hel uge' if uger == 1 else 'hele uger'}.",
            f"At the change of law on {o.dato(skift)} {o.tal(uger)} whole week{'' if uger == 1 else 's'} had passed.",
        )
    ]


def _rettighed(fund: Fund, s: Sammenhaeng) -> list[str]:
    naar, o = s.regel.naar, s.o
    if isinstance(naar, r.Sket) and fund.aarsag[:1] != ("ikke-sket",) and fund.fra is not None:
        hvad = haendelse(naar.art, o)
        return [stort(o(f"{hvad} kom {o.den(fund.fra)}.", f"{hvad} came {o.paa(fund.fra)}."))]
    return []
