"""Conditions: True, False, or None where it is not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Samtalepost
from kontaktforloeb.ure.forloeb import plus_kalender
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering import former, taelling
from kontaktforloeb.vurdering.fund import UAFKLARET
from kontaktforloeb.vurdering.punkter import Sted, punkt

Trevaerdi = bool | None
Proeve = Callable[[Any, Sted, "Vindue", list[tuple[str, ...]]], Trevaerdi]


class Vindue:
    """The window a condition is asked about: `fra`, `nominal`, and the day it was met in time, if it was."""

    __slots__ = ("fra", "moedt", "nominal")

    def __init__(self, fra: int | None, nominal: int | None, moedt: int | None = None) -> None:
        self.fra = fra
        self.nominal = nominal
        self.moedt = moedt


def holder(b: Any, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    """Whether a condition holds; `aarsag` collects why where it decides."""
    slags = type(b)
    sammensat = _SAMMENSATTE.get(slags)
    if sammensat is not None:
        return sammensat(b, sted, v, aarsag)
    svar = _ENKELTE[slags](b, sted, v, aarsag)
    sted.afgoerende = slags
    return svar


def _ikke(b: r.Ikke, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    svar = holder(b.led, sted, v, aarsag)
    return None if svar is None else not svar


def _alle(b: r.Alle, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    ja: list[tuple[str, ...]] = []
    aabne: list[tuple[str, ...]] = []
    ukendt = False
    for led in b.led:
        egne: list[tuple[str, ...]] = []
        svar = holder(led, sted, v, egne)
        if svar is False:
            aarsag.extend(egne)  # the one that fails is the reason, not those that hold
            return False
        (ja if svar else aabne).extend(egne)
        ukendt = ukendt or svar is None
    aarsag.extend(aabne if ukendt else ja)
    return None if ukendt else True


def _nogen(b: r.Nogen, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    nej: list[tuple[str, ...]] = []
    aabne: list[tuple[str, ...]] = []
    ukendt = False
    for led in b.led:
        egne: list[tuple[str, ...]] = []
        svar = holder(led, sted, v, egne)
        if svar is True:
            aarsag.extend(egne)
            return True
        (aabne if svar is None else nej).extend(egne)
        ukendt = ukendt or svar is None
    aarsag.extend(aabne if ukendt else nej)
    return None if ukendt else False


def _paa(b: r.Paa, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    dag = punkt(b.dag, sted)[0]
    return False if dag is None else holder(b.led, sted, Vindue(v.fra, dag, v.moedt), aarsag)


def _dag_nu(sted: Sted, v: Vindue) -> int:
    """The deciding day: the deadline, or `pr` where it is still ahead; not known, the day so far, within the course."""
    pr: int = sted.dom.tl.pr
    if v.nominal is not None:
        return min(v.nominal, pr)
    return pr if sted.f.slut is None else min(sted.f.slut, pr)


def _sket(b: r.Sket, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    fra = v.fra if b.fra is None else punkt(b.fra, sted)[0]
    til = v.nominal if b.til is None else punkt(b.til, sted)[0]
    if til is None:
        til = sted.f.slut  # what happens after the period is not of it
    if b.senest_ved is not None:
        holdt = [x.holdt_dag for x in sted.dom.fund_i(sted.f, b.senest_ved) if x.holdt_dag is not None]
        til = min((d for d in (til, *holdt) if d is not None), default=None)
    senest = None if b.senest is None else punkt(b.senest, sted)[0]
    alle = [
        h
        for h in sted.dom.tl.haendelser.get(b.art, ())
        if (fra is None or fra <= h.dag) and (til is None or h.dag <= til)
    ]
    if b.sidste:
        alle = [h for h in alle if h.felter.get(b.felt or "") is not None][-1:]
    for h in alle:
        if b.senest is not None:
            vaerdi = h.felter.get(b.felt or "")
            if vaerdi is None or senest is None or vaerdi > senest:
                continue
        aarsag.append(("sket", b.art, kalender.iso(h.dag)))
        return True
    aarsag.append(("ikke-sket", b.art))
    return False


def _dato(b: r.Dato, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    dag = _dag_nu(sted, v) if v.nominal is None else v.nominal
    return not ((b.fra is not None and dag < b.fra.toordinal()) or (b.til is not None and dag > b.til.toordinal()))


def _fravalgt(b: r.Fravalgt, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    """All, unless taken back; or the next joint interview, whichever requirement that falls to."""
    tl = sted.dom.tl
    senest = tl.pr if v.nominal is None else v.nominal
    tilvalg = [h.dag for h in tl.haendelser.get("a-kasse-tilvalg", ()) if h.dag <= senest]
    for h in tl.haendelser.get("a-kasse-fravalg", ()):
        if h.dag > senest or h.dag < sted.f.start or any(t >= h.dag for t in tilvalg):
            continue
        if v.moedt is not None and v.moedt <= h.dag:
            continue  # held before it was declined
        if h.felter.get("gaelder") == "naeste" and not _er_naeste(b, sted, v, h.dag):
            continue
        aarsag.append(("fravalgt", kalender.iso(h.dag)))
        return True
    return False


def _er_naeste(b: r.Fravalgt, sted: Sted, v: Vindue, dag: int) -> bool:
    """Whether this requirement's is the next joint interview after `dag`."""
    for navn in b.efter:
        fundne = sted.dom.fund_i(sted.f, navn) or sted.dom.sammen_med(sted, navn)
        if not fundne and _aabnede_aldrig(navn, sted, dag):
            return False
        for x in fundne:
            if x.fravalgt is not None:
                if x.fravalgt == kalender.iso(dag):
                    return False  # the refusal was of that one; an earlier refusal leaves this one to the next
                continue
            if not x.staar or (x.opfyldt_dag is not None and x.opfyldt_dag <= dag):
                continue
            if x.klausul.til is not None and dag > x.klausul.til:
                continue  # its act had given way
            # an earlier joint interview was still to come, whatever came of it
            if x.nominal is None or x.nominal >= dag:
                return False
    return True


def _aabnede_aldrig(navn: str, sted: Sted, dag: int) -> bool:
    """Whether a rule of the old act was to come on `dag`, with a window that never opened before the switch."""
    lov = sted.dom.lov
    return any(
        k.fra <= dag <= (k.til or 0) < lov.skift and punkt(k.regel.vindue.fra, sted)[0] is None
        for k in (lov.klausuler[nr] for nr in lov.numre[navn])
    )


def _holdt(s: Samtalepost, familie: str | None, sted: Sted) -> bool:
    """Held; where a family is named, as its rules have it."""
    lov = sted.dom.lov
    if familie is None:
        return s.status == "afholdt"
    if s.status != "afholdt" and not (s.status == "udeblevet" and lov.udeblevne_taeller):
        return False
    if s.form == former.STANDBY or lov.forkert_form_taeller:
        return True
    # where the case does not tell whether the form was lawful, the interview was held
    return former.lovlig(lov, sted.dom.tl, sted.f, familie, "", s, foerste=False) is not False


def _haft(b: r.Haft, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    fra, til = punkt(b.fra, sted)[0], punkt(b.til, sted)[0]
    if fra is None:
        # where it counts from is not recorded: that none was held cannot be said
        aarsag.append(("mangler", *sted.mangler))
        return None
    dage = [
        s.dag
        for s in sted.dom.tl.samtaler
        if _holdt(s, b.familie, sted)
        and s.art in b.arter
        and (b.holdere is None or s.holdt_af in b.holdere or (b.holder_antages and s.holdt_af_antaget))
        and (not b.faelles or s.faelles)
        and (b.formaal is None or s.formaal == b.formaal)
        and (b.standby or s.form != former.STANDBY)
        and (b.ikke_formaal is None or s.formaal != b.ikke_formaal)
        and fra <= s.dag
        and (til is None or s.dag <= til)
    ]
    if len(dage) >= b.antal:
        aarsag.append(("haft", str(b.antal), kalender.iso(dage[b.antal - 1])))
        return True
    return False


def _mellem(b: r.Mellem, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    """Where the clock stood at the switch."""
    if isinstance(sted.f, TimeForloeb):
        return _mellem_timer(b, sted.f, sted.dom.lov.skift, aarsag)
    f, skift = sted.f, sted.dom.lov.skift
    uger = f.fuldfoerte_uger(skift)
    if b.uger == "paabegyndte" and (skift - f.start) % 7:
        uger += 1
    assert b.til is not None
    if b.fra is None:
        return uger < b.til.antal
    if uger < b.fra.antal:
        return False
    loft = None if b.loft is None else f.flyt(f.start, plus_kalender(f.start, b.loft))
    if loft == skift or (loft is not None and uger > b.til.antal and skift < loft):
        aarsag.append(("intet-baand",))
        return None
    return uger <= b.til.antal


def _mellem_timer(b: r.Mellem, f: TimeForloeb, skift: int, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    """In hours: strictly between; exactly at an end is in no band."""
    for graense, retning in ((b.fra, 1), (b.til, -1)):
        if graense is not None:
            forskel = f.stand(skift - 1, f.behov(graense)) * retning
            if forskel < 0:
                return False
            if forskel == 0:
                aarsag.append(("intet-baand",))
                return None
    return True


def _alder(b: r.Alder, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    foedt = sted.dom.tl.foedt
    if foedt is None:
        sted.mangler.append("foedselsdato")
        return None
    dag, ventet = punkt(b.dag, sted)
    if dag is None:
        # in a period that ended without it, the age asked for was that of its last day: it does not change since
        sidste = sted.dom.tl.pr if sted.f.slut is None else min(sted.f.slut, sted.dom.tl.pr)
        dag = ventet if ventet is not None else sidste
    aarsag.append(("alder",))
    if b.fra is not None and dag < kalender.fylder(foedt, b.fra):
        return False
    return b.til is None or dag < kalender.fylder(foedt, b.til)


def _ordning(b: r.Ordning, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    senest = sted.f.slut if v.nominal is None else v.nominal
    for o in sted.dom.tl.ordninger:
        if o.navn == b.art and (o.slut is None or o.slut >= sted.f.start) and (senest is None or o.fra <= senest):
            aarsag.append(("ordning", b.art))
            return True
    return False


def _kategori(b: r.Kategori, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    p = sted.f.spell(_dag_nu(sted, v))
    if p.kategori is None:
        sted.mangler.append(f"{p.sti}.kategori")
        return None
    aarsag.append(("kategori", str(p.kategori)))
    return p.kategori in b.kategorier


def _spell(b: r.Spell, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    if b.felt.startswith("haendelse."):
        return bool(sted.anledning.felter.get(b.felt.removeprefix("haendelse.")) == b.vaerdi)
    return bool(getattr(sted.f.spell(_dag_nu(sted, v)), b.felt) == b.vaerdi)


def _sidste_tilbud(b: r.SidsteTilbud, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    """At least so long since the last offer ended, when the window begins or on the day named."""
    dag = v.fra if b.dag is None else punkt(b.dag, sted)[0]
    if dag is None:
        return False
    uvis = None
    if b.tilbud is None:
        sidste = sted.dom.sidste_tilbud_foer(sted.f, dag)
    else:
        sidste, uvis = sted.dom.sidste_gyldige_foer(sted.f, dag, b.tilbud, b.foerste_arter)
    if sidste is None:
        return False
    maengde = b.mindst
    moden = sted.f.flyt(sidste, plus_kalender(sidste, maengde))
    if moden <= dag and uvis is not None:
        aarsag.append(("tilbuddets-laengde", uvis.sti, taelling.uoplyst(b.tilbud, uvis)))
        return None
    return bool(moden <= dag)


def _ydelse(b: r.Ydelse, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    dag = _dag_nu(sted, v) if b.dag is None else punkt(b.dag, sted)[0]
    return dag is not None and sted.f.spell(dag).ydelse in b.ydelser


def _i_arbejde(b: r.IArbejde, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    dag = _dag_nu(sted, v)
    return any(a.daekker(dag) for a in sted.dom.tl.arbejde)


def _fritaget_paa(b: r.FritagetPaa, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    dag = _dag_nu(sted, v) if b.dag is None else punkt(b.dag, sted)[0]
    return dag is not None and any(x.navn == b.grund and x.daekker(dag) for x in sted.dom.tl.fritagelser)


def _langt_nok(b: r.LangtNok, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    tl = sted.dom.tl
    tilbud = next(x for x in tl.tilbud if x.sti == sted.anledning.sti)
    svar = taelling.lang_nok(b.tilbud, tilbud, tl.pr)
    if svar is None:
        aarsag.append(("tilbuddets-laengde", tilbud.sti, taelling.uoplyst(b.tilbud, tilbud)))
    return svar


def _ikke_laest(b: r.IkkeLaest, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    aarsag.append(("ikke-laest",))
    return None


def _ukendt(b: r.Ukendt, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    felt = b.felt.removeprefix("haendelse.")
    if sted.anledning.felter.get(felt) is None:
        sted.mangler.append(f"{sted.anledning.sti}.{felt}")
        return None
    return False


def _anledning_senest(b: r.AnledningSenest, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    dag = punkt(b.punkt, sted)[0]
    return dag is None or sted.anledning.dag <= dag


def _opfyldt(b: r.Opfyldt, sted: Sted, v: Vindue, aarsag: list[tuple[str, ...]]) -> Trevaerdi:
    senest = None if b.senest is None else punkt(b.senest, sted)[0]
    fundne = sted.dom.fund_i(sted.f, b.regel)
    for fund in fundne:
        # held, also where the law leaves open whether that was enough
        if fund.holdt_dag is not None and (senest is None or fund.holdt_dag <= senest):
            aarsag.append(("haft", "1", kalender.iso(fund.holdt_dag)))
            return True
    # what could first be held after that day leaves nothing open
    if any(x.udfald == UAFKLARET and (senest is None or x.fra is None or x.fra <= senest) for x in fundne):
        aarsag.append(("krav-uafklaret", b.regel))
        return None
    aarsag.append(("krav-ikke-opfyldt", b.regel))
    return False


_ENKELTE: dict[type, Proeve] = {
    r.Opfyldt: _opfyldt,
    r.Ydelse: _ydelse,
    r.IArbejde: _i_arbejde,
    r.FritagetPaa: _fritaget_paa,
    r.Ukendt: _ukendt,
    r.AnledningSenest: _anledning_senest,
    r.IkkeLaest: _ikke_laest,
    r.Sket: _sket,
    r.Dato: _dato,
    r.Fravalgt: _fravalgt,
    r.Haft: _haft,
    r.Mellem: _mellem,
    r.Alder: _alder,
    r.Ordning: _ordning,
    r.Kategori: _kategori,
    r.Spell: _spell,
    r.SidsteTilbud: _sidste_tilbud,
    r.LangtNok: _langt_nok,
}
_SAMMENSATTE: dict[type, Proeve] = {r.Ikke: _ikke, r.Alle: _alle, r.Nogen: _nogen, r.Paa: _paa}
