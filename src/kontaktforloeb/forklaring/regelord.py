"""A rule in words, from its declaration alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring.betingelsesord import betingelse
from kontaktforloeb.forklaring.ordbog import Ordbog, efter, saetning
from kontaktforloeb.forklaring.punktord import Sammenhaeng, punkt, start, vindue
from kontaktforloeb.forklaring.taelleord import laengde, samtaler, tilbudsarter
from kontaktforloeb.koder import Ansvarlig, Maalgruppe, Ordningsart, Tilbudsart
from kontaktforloeb.vurdering import lempelser

if TYPE_CHECKING:
    from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov


def pligt(s: Sammenhaeng) -> str:
    """What the rule requires of whom within what: `skal jobcenteret holde mindst fire jobsamtaler ...`, no full stop.

    It follows a citation: in Danish the verb comes first.
    """
    o, regel = s.o, s.regel
    hvem = o.navn(Ansvarlig, s.ansvarlig)
    hvad = _hvad(s)
    naar = vindue(regel.vindue, s) if isinstance(regel, r.Regel) else ""
    ud = o(f"skal {hvem} {hvad}", f"{hvem} must {hvad}")
    if naar:
        ud += f" {naar}"
    besides = tuple(getattr(regel, "besides", ()))
    citater = {s.krav(b) for b in besides}
    if citater & {o.citat(h) for h in regel.hjemmel}:
        # twins of two acts have one title
        titler = dict.fromkeys(titel(x, o) for b in besides if (x := s.anden(b)) is not None)
        navne = o.og(o(f"»{t}«", f"“{t}”") for t in titler)
        ud += o(f", ud over kravet {navne}", f", besides the requirement {navne}")
    elif besides:
        requires = "requires" if len(citater) == 1 else "require"
        ud += o(
            f", ud over det, der kræves efter {s.kravene(besides)}", f", besides what {s.kravene(besides)} {requires}"
        )
    return ud


def _hvad(s: Sammenhaeng) -> str:
    o, t = s.o, s.regel.taeller
    if isinstance(t, r.Samtaler):
        return _samtaler(t, s)
    if isinstance(t, r.Tilbudstaeller):
        mindst = laengde(t, o)
        hvad = o("et aktivt tilbud", "an active offer")
        if {a.art for a in t.arter} == {"mentor"}:
            hvad = o("mentorstøtte", "mentor support")
        if t.afgivet:
            return o(f"give borgeren {hvad}", f"give the person {hvad}")
        varer = o(f"varer {mindst} og ", f"lasts {mindst} and ") if mindst else ""
        return o(f"give borgeren {hvad}, der {varer}begynder", f"give the person {hvad} that {varer}begins")
    return o(
        "sørge for, at mentoren har kontakt med borgeren", "see to it that the mentor is in contact with the person"
    )


def _samtaler(t: r.Samtaler, s: Sammenhaeng) -> str:
    o = s.o
    hold = o("tilbyde", "offer") if t.tilbudt_er_nok else o("holde", "hold")
    if t.foerste:
        return o(
            f"{hold} den første jobsamtale som en fælles jobsamtale med a-kassen",
            f"{hold} the first job interview as a joint interview with the unemployment fund",
        )
    antal = samtaler(t, t.antal, o)
    if not isinstance(s.regel, r.Regel) or isinstance(s.regel.vindue, (r.Enkelt, r.PaaHinanden)):
        antal = o(f"mindst {antal}", f"at least {antal}")
    med_a_kassen = o(", hvor a-kassen deltager,", ", in which the unemployment fund takes part,") if t.faelles else ""
    med = o(" med borgeren", " with the person")
    return f"{hold} {antal}{med}{med_a_kassen}" if not t.tilbudt_er_nok else f"{hold} {antal}{med_a_kassen}"


def uden_krav(s: Sammenhaeng) -> str:
    """That a paragraph sets no number, by its own title; until when, where the act after it was not read."""
    o, regel, fund = s.o, s.regel, s.fund
    titel = o(f"»{regel.titel}«", f"“{regel.titel_en}”")
    if fund is not None and fund.aarsag[:1] == ("ulaest",) and fund.anker is not None:
        ulaest = lempelser.ulaest(s.lov, regel.familie, fund.anker)
        assert ulaest is not None  # it is why the finding is open
        sidst = ulaest.fra.toordinal() - 1
        return o(
            f"stillede loven til og med {o.den(sidst)} ikke et krav, der kunne tælles: {titel}",
            f"the law, to {o.dato(sidst)} inclusive, set no requirement that could be counted: {titel}",
        )
    return o(
        f"stiller loven ikke et krav, der kan tælles: {titel}",
        f"the law sets no requirement that can be counted: {titel}",
    )


def _foerste_saetning(s: Sammenhaeng, kort: str | None = None) -> str:
    o, regel = s.o, s.regel
    hjemmel = next((h for h in regel.hjemmel if kort == f"{h.lov.kort} {h.paragraf}"), regel.hjemmel[0])
    citat = o.citat(hjemmel)
    hvad = uden_krav(s) if isinstance(regel, r.UdenKrav) else pligt(s).rstrip(",")
    return saetning(o(f"Efter {efter(citat)} {hvad}", f"Under {citat}, {hvad}"))


def regelsaetning(s: Sammenhaeng, kort: str | None) -> str:
    """The rule in one sentence; `kort` is the citation in force, where a rule has moved within its act."""
    return _foerste_saetning(s, kort)


def beskriv(k: Klausul, lov: OversatLov, o: Ordbog) -> str:
    """A rule in words: what it requires, what counts, conditions, whom it binds, its clock and its time in force."""
    s = Sammenhaeng(k, lov, o)
    regel = k.regel
    dele = [
        _foerste_saetning(s),
        *_detaljer(s),
        *_betingelser(s),
        _grupper(regel.maalgrupper, o),
        *_ur(s),
        _i_kraft(k, o),
    ]
    return " ".join(saetning(d) for d in dele)


def _i_fasen(s: Sammenhaeng, fasen: r.AKassensDel) -> str:
    """Who holds it where the deadline falls in the a-kasse's part."""
    o = s.o
    hvem = o.navn(Ansvarlig, s.regel.ansvarlig_i_fasen)
    fra, fra_en, ordning, ordning_en = "", "", "", ""
    if fasen.forloeb_fra is not None:
        dag = fasen.forloeb_fra.toordinal()
        fra, fra_en = (
            f" af et forløb begyndt {o.den(dag)} eller senere",
            f" of a course begun on {o.dato(dag)} or later",
        )
    if fasen.indtil_ordning is not None:
        navn = o.navn(Ordningsart, fasen.indtil_ordning)
        ordning, ordning_en = f", medmindre borgeren er »{navn}«", f", unless the person is “{navn}”"
    return o(
        f"Falder fristen i a-kassens del{fra}, er det {hvem}, der skal holde samtalen{ordning}",
        f"Where the deadline falls in the unemployment fund's part{fra_en}, {hvem} must hold it{ordning_en}",
    )


def _detaljer(s: Sammenhaeng) -> list[str]:
    o, regel = s.o, s.regel
    t = getattr(regel, "taeller", None)
    ud: list[str] = []
    if isinstance(t, r.Samtaler) and t.fasen is not None and getattr(regel, "ansvarlig_i_fasen", None) is not None:
        ud.append(_i_fasen(s, t.fasen))
    if isinstance(t, r.Tilbudstaeller):
        arter = tilbudsarter(t, o)
        ud.append(o(f"Som tilbud tæller {arter}", f"As an offer counts {arter}"))
        if t.uge and not t.afgivet:
            ud.append(
                o(
                    "Tilbuddet er i tide, når det begynder senest søndag i den uge, fristen falder i",
                    "The offer is in time if it begins by the Sunday of the week of the deadline",
                )
            )
        if t.loentilskud_dage:
            dage = o.dage(t.loentilskud_dage)
            ud.append(
                o(
                    f"Løntilskud, der er givet inden fristen, kan begynde indtil {dage} efter den",
                    f"A wage-subsidised job given by the deadline may begin up to {dage} after it",
                )
            )
        if t.udskydes_af is not None:
            art = o.navn(Tilbudsart, t.udskydes_af)
            ud.append(
                o(
                    f"Er borgeren i tilbuddet »{art}« på fristdagen, er fristen dagen efter, at det slutter",
                    f"If the person is in the offer “{art}” on the deadline, the deadline is the day after it ends",
                )
            )
        if t.afloest_af:
            ud.append(
                o(
                    "Afbrydes det for et andet tilbud, der begynder senest den første hverdag efter, er det langt nok",
                    "Broken off for another offer that begins by the first weekday after, it is long enough",
                )
            )
        if t.efter_fritagelse:
            m = o.maengde(t.efter_fritagelse)
            ud.append(
                o(
                    f"Er borgeren fritaget på fristdagen, gives tilbuddet senest {m} efter, at fritagelsen er ophørt",
                    f"If the person is exempt on the deadline, the offer is given within {m} of the exemption's end",
                )
            )
    v = getattr(regel, "vindue", None)
    if isinstance(v, r.Kumulativ) and v.tolerance is not None:
        ud.append(tolerance_ord(v, s))
    if isinstance(regel, r.Rettighed) or r.uden_sidste_dag(v):
        ud.append(o("Loven sætter ingen frist", "The law sets no deadline"))
    return ud


def tolerance_ord(v: r.Kumulativ, s: Sammenhaeng) -> str:
    """How much later than its own amount a step may be."""
    o = s.o
    kalender = v.tolerance.enhed == "dag"
    m = (
        o.maengde(v.tolerance)
        if kalender
        else o(f"{o.ejefald(v.tolerance)} ledighed", f"{o.maengde(v.tolerance)} of unemployment")
    )
    sidste = o(", dog ikke det sidste", ", but not the last") if v.antal is not None else ""
    return o(f"Hvert trin har en tolerance på {m}{sidste}", f"Each step has a tolerance of {m}{sidste}")


def _betingelser(s: Sammenhaeng) -> list[str]:
    o, regel = s.o, s.regel
    ud: list[str] = []
    hvis = getattr(regel, "betingelse", None) or getattr(regel, "naar", None)
    if hvis is not None and (tekst := betingelse(hvis, s)) is not None:
        ud.append(o(f"Reglen gælder kun, hvis {tekst}", f"The rule applies only if {tekst}"))
    undtaget = getattr(regel, "undtagelse", None)
    if isinstance(undtaget, r.Ikke):
        ud.append(
            o(
                f"Reglen gælder kun, hvis {betingelse(undtaget.led, s)}",
                f"The rule applies only if {betingelse(undtaget.led, s)}",
            )
        )
    elif undtaget is not None and (tekst := betingelse(undtaget, s)) is not None:
        ud.append(o(f"Reglen gælder ikke, hvis {tekst}", f"The rule does not apply if {tekst}"))
    foerst = getattr(regel, "efter", None) or getattr(s.k.anker, "efter", None)
    if foerst is not None:
        ud.append(o(f"Reglen gælder først efter {punkt(foerst, s)}", f"The rule applies only after {punkt(foerst, s)}"))
    return ud


def _grupper(grupper: tuple[str, ...], o: Ordbog) -> str:
    navne = [o.navn(Maalgruppe, g) for g in grupper]
    if len(navne) == 1:
        return o(f"Målgruppe: {navne[0]}", f"Group: {navne[0]}")
    return o(f"Målgrupper: {'; '.join(navne)}", f"Groups: {'; '.join(navne)}")


def _ur(s: Sammenhaeng) -> list[str]:
    o, ur = s.o, s.ur
    if ur is None:
        return []
    if isinstance(ur, r.Timeur):
        uge = o.timer(ur.uge[0])
        maaned = o.timer(ur.maaned[0])
        return [
            o(
                f"Tiden er {ur.titel}, regnet i timer fra {start(s)}; en uge er {uge} timer og en måned {maaned} timer "
                "for fuldtidsforsikrede",
                f"Time is accumulated unemployment, counted in hours from {start(s)}; a week is {uge} hours and a "
                f"month {maaned} hours for the full-time insured",
            )
        ]
    if isinstance(ur, r.Loebendeur):
        return [
            o(
                f"Tiden er en {ur.titel}" if ur.titel.startswith("sammenhængende") else f"Tiden er {ur.titel}",
                "Time is a continuous period on the same benefit"
                if ur.samme_ydelse
                else "Time is a continuous period on benefit",
            )
        ]
    return [o(f"Tiden er {ur.titel}", f"Time is calendar time from {start(s)}")]


def _i_kraft(k: Klausul, o: Ordbog) -> str:
    hvilken = {
        "forloeb": o("forløb, der begyndte", "courses begun"),
        "haendelse": o("begivenheder", "events"),
        "skift": o("forløb, der var i gang ved lovskiftet", "courses running at the change of law"),
    }.get(getattr(k.regel.gaelder, "dag", "frist"), o("frister", "deadlines"))
    if r.uden_sidste_dag(getattr(k.regel, "vindue", None)):
        hvilken = o("pligter, der opstår", "duties that arise")
    if k.regel.gaelder.dag == "skift":
        return o(f"Reglen gælder for {hvilken} {o.den(k.fra)}", f"The rule covers {hvilken} on {o.dato(k.fra)}")
    if k.til is None:
        return o(f"Reglen gælder for {hvilken} fra {o.den(k.fra)}", f"The rule covers {hvilken} from {o.dato(k.fra)}")
    return o(
        f"Reglen gælder for {hvilken} fra {o.den(k.fra)} til og med {o.den(k.til)}",
        f"The rule covers {hvilken} from {o.dato(k.fra)} to {o.dato(k.til)} inclusive",
    )


def titel(regel: Any, o: Ordbog) -> str:
    """The rule's title."""
    return str(o(regel.titel, regel.titel_en))
