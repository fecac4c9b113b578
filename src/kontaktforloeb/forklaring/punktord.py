"""Points in time as noun phrases, and windows as adverbials, from their declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring.haendelsesord import HAENDELSER
from kontaktforloeb.forklaring.ordbog import Ordbog, efter, samlet
from kontaktforloeb.forklaring.taelleord import tilbuddets_art
from kontaktforloeb.koder import Fritagelsesgrund

if TYPE_CHECKING:
    from kontaktforloeb.ure.forloeb import Forloeb
    from kontaktforloeb.vurdering.fund import Fund
    from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov

UGE = 7


@lru_cache(maxsize=64)
def _efter_id(lov: OversatLov) -> dict[str, Klausul]:
    """The rules of a law by id; of several with one id, the first."""
    ud: dict[str, Klausul] = {}
    for k in lov.klausuler:
        ud.setdefault(k.regel.id, k)
    return ud


def dele(vaerdi: Any) -> Iterator[Any]:
    """Every part of a declaration, itself first."""
    yield vaerdi
    if isinstance(vaerdi, tuple):
        for v in vaerdi:
            yield from dele(v)
    elif attrs.has(type(vaerdi)):
        for felt in attrs.fields(type(vaerdi)):
            yield from dele(getattr(vaerdi, felt.name))


class Sammenhaeng:
    """A rule in the law it belongs to, and the language it is told in."""

    __slots__ = ("ansvarlig", "f", "fund", "k", "lov", "o")

    def __init__(self, k: Klausul, lov: OversatLov, o: Ordbog, fund: Fund | None = None) -> None:
        """`k` is a rule of `lov`, with what was found of it in a period or without; `o` the words."""
        self.fund = fund
        self.f = None if fund is None else fund.forloeb
        self.ansvarlig: str = k.regel.ansvarlig if fund is None else fund.ansvarlig
        self.k = k
        self.lov = lov
        self.o = o

    @property
    def regel(self) -> Any:
        """The rule's declaration."""
        return self.k.regel

    @property
    def ur(self) -> Any:
        """The rule's clock, None for what holds on whatever clock."""
        return self.lov.ure.get(self.regel.ur)

    @property
    def i_timer(self) -> bool:
        """Whether the clock counts hours of unemployment."""
        return isinstance(self.ur, r.Timeur)

    def krav(self, regel_id: str) -> str:
        """Another rule by its citation, or its id where this law has no such rule."""
        regel = self.anden(regel_id)
        return regel_id if regel is None else self.o.citat(regel.hjemmel[0])

    def anden(self, regel_id: str) -> Any:
        """Another rule's declaration, None where this law has no such rule."""
        k = _efter_id(self.lov).get(regel_id)
        return None if k is None else k.regel

    def kravene(self, ider: tuple[str, ...]) -> str:
        """Several rules by their citations, each once."""
        return samlet((self.krav(i) for i in ider), self.o)


def haendelse(art: str, o: Ordbog) -> str:
    """An event as known: `den første henvendelse`."""
    return o(*HAENDELSER[art].bestemt)


def ny_haendelse(art: str, o: Ordbog) -> str:
    """An event as new: `en første henvendelse`."""
    return o(*HAENDELSER[art].ubestemt)


_OVERGANGE = {
    "ydelse": ("overgangen til ydelsen", "the move to the benefit"),
    "revalidering": ("overgangen til revalideringsforløbet", "the move to vocational rehabilitation"),
}


def start(s: Sammenhaeng) -> str:
    """What a period on the rule's clock begins with: this one where there is one, else any of the rule's."""
    ur, o = s.ur, s.o
    if isinstance(ur, r.Loebendeur):
        if s.f is not None:
            return _begyndte(ur, s.f, s)
        return o.eller(dict.fromkeys(_begynder(ur, g, s) for g in s.regel.maalgrupper))
    if isinstance(ur, r.Forloebsur) and ur.begynder is not None:
        return o(*ur.begynder)
    if ur is None or ur.start is None:
        return o("forløbets første dag", "the first day of the course")
    return haendelse(ur.start, o)


def _begynder(ur: r.Loebendeur, gruppe: str, s: Sammenhaeng) -> str:
    if ur.start is not None and gruppe in ur.henvendelse_grupper:
        return haendelse(ur.start, s.o)
    hvad = next((hvad for hvad, grupper in ur.overgange if gruppe in grupper), None)
    if hvad is None:
        return s.o("den første dag på ydelsen", "the first day on the benefit")
    return s.o(*_OVERGANGE[hvad])


def _begyndte(ur: r.Loebendeur, f: Forloeb, s: Sammenhaeng) -> str:
    """A period that began by a change, without a contact of its own, is counted from the change."""
    gruppe = f.spells[0].gruppe
    if f.genstartet and ur.overgange and gruppe in ur.henvendelse_grupper:
        forrige = next((p.gruppe for p in reversed(f.tl.perioder) if p.fra < f.spells[0].fra), None)
        if forrige in ur.genstart_fra and gruppe in ur.genstart_til:
            return s.o("overgangen til den nye målgruppe", "the move into the new group")
        return s.o(*_OVERGANGE["ydelse"])
    return _begynder(ur, gruppe, s)


def ledighed(m: r.Maengde, s: Sammenhaeng) -> str:
    """An amount on the rule's clock: `6 måneders ledighed`, `6 måneder`."""
    if not s.i_timer:
        return s.o.maengde(m)
    return s.o(f"{s.o.ejefald(m)} ledighed", f"{s.o.maengde(m)} of unemployment")


def _plus(p: r.Plus, s: Sammenhaeng) -> str:
    grund = punkt(p.punkt, s)
    if p.maengde.antal < 0:
        return s.o(f"{s.o.maengde(p.maengde)} før {grund}", f"{s.o.maengde(p.maengde)} before {grund}")
    return s.o(f"{s.o.maengde(p.maengde)} efter {grund}", f"{s.o.maengde(p.maengde)} after {grund}")


def _skift(_p: Any, s: Sammenhaeng) -> str:
    return s.o(f"lovskiftet {s.o.den(s.lov.skift)}", f"the change of law on {s.o.dato(s.lov.skift)}")


def _efter(p: r.Efter, s: Sammenhaeng) -> str:
    """What was met last of what others require; the rules that this law has, each once."""
    regler = [x for i in p.regler if (x := s.anden(i)) is not None]
    # of rules that go on under another act, the ones that are this rule's own act come first
    egne = [x for x in regler if x.id.split(":")[0] == s.regel.id.split(":")[0]] or regler
    citat = samlet((s.o.citat(x.hjemmel[0]) for x in egne), s.o)
    hvad = s.o("samtale", "interview") if isinstance(egne[0].taeller, r.Samtaler) else s.o("tilbud", "offer")
    if len({x.id for x in egne}) > 1:
        return s.o(f"den sidste {hvad} efter {citat}", f"the last {hvad} under {citat}")
    bestemt = hvad + s.o("n" if hvad == "samtale" else "det", "")
    return s.o(f"{bestemt} efter {citat}", f"the {bestemt} under {citat}")


def _samme(p: r.StartFor | r.FristFor, s: Sammenhaeng) -> str:
    """The offer that another rule asks for."""
    citater = [s.o.citat(x.hjemmel[0]) for i in p.regler if (x := s.anden(i)) is not None]
    if len(citater) == 2:  # noqa: PLR2004 - a comma closes the first
        citater[0] = efter(citater[0])
    citat = s.o.eller(citater)
    return s.o(f"tilbuddet efter {citat}", f"the offer under {citat}")


def _senere(p: r.Senere, s: Sammenhaeng) -> str:
    """The later of two points; one of the calendar is the earliest that the others can be."""
    dage = [x for x in p.punkter if isinstance(x, r.Kalenderdag)]
    if dage:
        tidligst = s.o.og(punkt(x, s) for x in dage)
        andre = s.o.og(punkt(x, s) for x in p.punkter if x not in dage)
        return s.o(f"{andre}, dog tidligst {tidligst}", f"{andre}, but no earlier than {tidligst}")
    alle = s.o.og(punkt(x, s) for x in p.punkter)
    return s.o(f"den seneste af {alle}", f"the later of {alle}")


def _grunde(grunde: tuple[str, ...], s: Sammenhaeng) -> str:
    return s.o.eller(s.o.navn(Fritagelsesgrund, g) for g in grunde)


_PUNKTER: dict[type, Callable[[Any, Sammenhaeng], str]] = {
    r.Start: lambda _p, s: start(s),
    r.Kalenderdag: lambda p, s: s.o(s.o.den(p.dato.toordinal()), s.o.dato(p.dato.toordinal())),
    r.Naaet: lambda p, s: ledighed(p.maengde, s),
    r.Plus: _plus,
    r.PaaUret: _plus,
    r.Haendelse: lambda p, s: haendelse(p.art, s.o),
    r.HaendelseForOmfattede: lambda p, s: haendelse(p.art, s.o),
    r.Foerste: lambda p, s: haendelse(p.art, s.o),
    r.Seneste: lambda p, s: haendelse(p.art, s.o),
    r.Skift: _skift,
    r.Skiftedag: lambda _p, s: s.o("skiftet til målgruppen", "the move into the group"),
    r.Efter: _efter,
    r.EfterUanset: _efter,
    r.StartFor: lambda p, s: s.o(f"den dag, {_samme(p, s)} regnes fra,", f"the day {_samme(p, s)} is counted from"),
    r.FristFor: lambda p, s: s.o(f"fristen for {_samme(p, s)}", f"the deadline of {_samme(p, s)}"),
    r.Fritagelsesslut: lambda p, s: s.o(
        f"den dag, fritagelsen ({_grunde(p.grunde, s)}) sluttede",
        f"the day the exemption ({_grunde(p.grunde, s)}) ended",
    ),
    r.Orlovsstart: lambda _p, s: s.o("orlovens første dag", "the first day of the leave"),
    r.Orlovsslut: lambda p, s: s.o(
        f"den sidste dag med {_grunde((p.grund,), s)}", f"the last day of {_grunde((p.grund,), s)}"
    ),
    r.Orlovsstart: lambda _p, s: s.o("orlovens første dag", "the first day of the leave"),
    r.Senere: _senere,
    r.Tilbudsstart: lambda p, s: s.o(
        f"den første dag med {tilbuddets_art(p.art, s.o)}", f"the first day of {tilbuddets_art(p.art, s.o)}"
    ),
    r.Tilbudsslut: lambda _p, s: s.o("tilbuddets sidste dag", "the last day of the offer"),
    r.Faseslut: lambda _p, s: s.o(
        "den sidste dag i a-kassens del af forløbet", "the last day of the unemployment fund's part of the course"
    ),
    r.FaseslutDagenEfter: lambda _p, s: s.o(
        "jobcenterets overtagelse af forløbet", "the job centre's take-over of the course"
    ),
}


def punkt(p: Any, s: Sammenhaeng) -> str:
    """A point as a noun phrase. Raises `KeyError` for a kind without words."""
    return _PUNKTER[type(p)](p, s)


def rod(p: Any) -> Any:
    """The point that a point is counted from."""
    while isinstance(p, r.Plus):
        p = p.punkt
    return p


def _foerste(m: r.Maengde, s: Sammenhaeng) -> str:
    """`de første 6 måneder`, `den første måneds ledighed`."""
    o = s.o
    if m.antal == 1:
        hvad = _uden_tal(ledighed(m, s))
        return o(f"den første {hvad}", f"the first {hvad}")
    return o(f"de første {ledighed(m, s)}", f"the first {ledighed(m, s)}")


def _uden_tal(tekst: str) -> str:
    return tekst.removeprefix("1 ")


def _regnet_fra(s: Sammenhaeng, hvorfra: str) -> str:
    return s.o(f", regnet fra {hvorfra}", f", counted from {hvorfra}")


def _til_naaet(v: r.Enkelt, s: Sammenhaeng) -> str:
    o, m = s.o, v.til.maengde
    fra = v.fra
    if isinstance(fra, r.Start):
        efter = "" if s.i_timer else _regnet_fra(s, start(s))
        return o("inden for ", "within ") + _foerste(m, s) + efter
    if isinstance(fra, r.Naaet):
        return o(f"mellem {fra.maengde.antal} og {ledighed(m, s)}", f"between {fra.maengde.antal} and {ledighed(m, s)}")
    efter = "" if s.i_timer else _regnet_fra(s, start(s))
    return o(
        f"fra {punkt(fra, s)} til og med {ledighed(m, s)}{efter}",
        f"from {punkt(fra, s)} to {ledighed(m, s)} inclusive{efter}",
    )


def senest(p: r.Plus, s: Sammenhaeng) -> str:
    """By a point counted from another: `senest 1 uge efter den første henvendelse`."""
    o, m, hvorfra = s.o, p.maengde, punkt(p.punkt, s)
    if m.enhed == "kalenderuge":
        return o(
            f"inden udgangen af den {m.antal}. kalenderuge, regnet fra {hvorfra}",
            f"by the end of calendar week {m.antal} counted from {hvorfra}",
        )
    if m.enhed == "dag" and (m.antal + 1) % UGE == 0:  # the first day counts as day 1
        return o("inden for ", "within ") + _kalender(r.uger((m.antal + 1) // UGE), s) + _regnet_fra(s, hvorfra)
    if p.fradrag and m.enhed == "maaned":
        return o("inden for ", "within ") + _kalender(m, s) + _regnet_fra(s, hvorfra)
    return o(f"senest {o.maengde(m)} efter {hvorfra}", f"at the latest {o.maengde(m)} after {hvorfra}")


def _kalender(m: r.Maengde, s: Sammenhaeng) -> str:
    if m.antal == 1:
        return s.o(f"den første {_uden_tal(s.o.maengde(m))}", f"the first {_uden_tal(s.o.maengde(m))}")
    return s.o(f"de første {s.o.maengde(m)}", f"the first {s.o.maengde(m)}")


def _enkelt(v: r.Enkelt, s: Sammenhaeng) -> str:
    o, til = s.o, v.til
    if isinstance(v.fra, r.Senere) and isinstance(v.fra.punkter[0], r.Start):
        # the start is said by the deadline counted from it
        andre = o.og(punkt(p, s) for p in v.fra.punkter[1:])
        vindue = _enkelt(attrs.evolve(v, fra=v.fra.punkter[0]), s)
        return o(f"{vindue}, og tidligst {andre}", f"{vindue}, and no earlier than {andre}")
    if til is None:
        fra = punkt(v.fra, s)
        if isinstance(v.fra, r.Plus):
            return _efter_saa_laenge(v.fra, s)
        return o(f"fra og med {fra}", f"from {fra} on")
    if isinstance(til, r.Naaet):
        return _til_naaet(v, s)
    if isinstance(til, r.FristFor):
        return o(f"inden {punkt(til, s)}", f"by {punkt(til, s)}")
    if isinstance(til, r.Faseslut):
        return o("i a-kassens del af forløbet", "in the unemployment fund's part of the course")
    if isinstance(til, r.Plus) and til.punkt == v.fra:
        return senest(til, s)
    fra = v.fra.punkter[0] if isinstance(v.fra, r.Senere) else v.fra
    if isinstance(fra, r.Plus) and fra.punkt == til and fra.maengde.antal < 0:
        m = o.maengde(fra.maengde)
        return o(f"inden for de sidste {m} til og med {punkt(til, s)}", f"within the last {m} up to {punkt(til, s)}")
    if til == v.fra:
        return o(f"senest på dagen for {punkt(til, s)}", f"at the latest on the day of {punkt(til, s)}")
    return o(f"fra {punkt(v.fra, s)} til {punkt(til, s)}", f"from {punkt(v.fra, s)} to {punkt(til, s)}")


def _efter_saa_laenge(p: r.Plus, s: Sammenhaeng) -> str:
    """From when what has no last day is owed: the law says how long must have passed, not the earliest day."""
    o, m, fra = s.o, p.maengde, punkt(p.punkt, s)
    if m == r.dage(1):
        return o(f"fra dagen efter {fra}", f"from the day after {fra}")
    if m.enhed == "dag" and m.antal % UGE == 0:
        m = r.uger(m.antal // UGE)
    return o("efter ", "after ") + _kalender(m, s) + _regnet_fra(s, fra)


def _kumulativ(v: r.Kumulativ, s: Sammenhaeng) -> str:
    o = s.o
    hver = o(f"for hver {_uden_tal(ledighed(v.interval, s))}", f"for every {_uden_tal(ledighed(v.interval, s))}")
    if v.interval.antal != 1:
        hver = o(f"for hver {ledighed(v.interval, s)}", f"for every {ledighed(v.interval, s)}")
    if v.fra is not None:
        return o(f"{hver} efter de første {o.maengde(v.fra)}", f"{hver} after the first {o.maengde(v.fra)}")
    if v.antal is not None:
        i_alt = r.Maengde(v.interval.antal * v.antal, v.interval.enhed)
        return o(f"{hver} i de første {o.maengde(i_alt)}", f"{hver} in the first {o.maengde(i_alt)}")
    return hver


def _paa_hinanden(v: r.PaaHinanden, s: Sammenhaeng) -> str:
    o = s.o
    laengde = ledighed(v.laengde, s) if v.paa_uret else o.maengde(v.laengde)
    fra = punkt(v.fra, s)
    if v.form == "rullende":
        return o(
            f"inden for {laengde}, rullende fra {fra}",
            f"within {laengde}, in rolling windows from {fra}",
        )
    enhed = o("hele kalendermåneder", "whole calendar months") if v.form == "kalendermaaned" else o.maengde(v.laengde)
    if v.form == "kalendermaaned":
        laengde = f"{v.laengde.antal} {enhed}"
    if isinstance(v.fra, r.Naaet):
        return o(
            f"i hver periode på {laengde} efter de første {o.maengde(v.fra.maengde)}",
            f"in each period of {laengde} after the first {o.maengde(v.fra.maengde)}",
        )
    return o(f"i hver periode på {laengde}, regnet fra {fra}", f"in each period of {laengde} counted from {fra}")


def _fra_seneste(v: r.FraSeneste, s: Sammenhaeng) -> str:
    o = s.o
    m = o.maengde(v.interval)
    if v.fra is None:
        return o(f"senest {m} efter det forrige tilbud", f"at the latest {m} after the previous offer")
    if isinstance(v.fra, r.Tilbudsstart):
        return o(f"mindst hver {v.interval.antal}. {'dag' if v.interval.enhed == 'dag' else m}", f"at least every {m}")
    if v.gitter:
        return o(f"for hver {m}, regnet fra {punkt(v.fra, s)}", f"for every {m} counted from {punkt(v.fra, s)}")
    ud = o(f"senest {m} efter den seneste", f"at the latest {m} after the last one")
    if v.indtil is not None and isinstance(v.indtil, r.Plus):
        i_alt = o.maengde(v.indtil.maengde)
        ud += o(f" i {i_alt} efter {punkt(v.indtil.punkt, s)}", f" for {i_alt} after {punkt(v.indtil.punkt, s)}")
    return ud


_VINDUER: dict[type, Callable[[Any, Sammenhaeng], str]] = {
    r.Enkelt: _enkelt,
    r.Kumulativ: _kumulativ,
    r.PaaHinanden: _paa_hinanden,
    r.FraSeneste: _fra_seneste,
}


def vindue(v: Any, s: Sammenhaeng) -> str:
    """A window as an adverbial. Raises `KeyError` for a kind without words."""
    return _VINDUER[type(v)](v, s)
