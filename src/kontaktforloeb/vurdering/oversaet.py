"""Compile a body of law for one legal basis and one choice of readings: no reading is left after this."""

from __future__ import annotations

import datetime as dt
import itertools
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import attrs
from attrs import field, frozen

from kontaktforloeb.regelsprog import (
    Efter,
    EfterUanset,
    Enkelt,
    Faseslut,
    Fravaersur,
    Fravalgt,
    FristFor,
    Fritagelsesslut,
    Haendelse,
    Hjemmel,
    Kumulativ,
    Laes,
    Loebendeur,
    Naaet,
    Opfyldt,
    Orlovsslut,
    PaaHinanden,
    Samtaler,
    Sket,
    Skiftedag,
    StartFor,
    Tilbudsstart,
    Tilbudstaeller,
    Timeur,
)
from kontaktforloeb.regelsprog.regelsaet import Lovgrundlag, Regelsaet


class Valgfejl(ValueError):  # noqa: N818 - named as the contract names its own: Sagsfejl
    """An unknown legal basis, reading or choice: where, what stood there, and what is allowed."""

    def __init__(self, sti: str, vaerdi: object, tilladte: list[str]) -> None:
        super().__init__(f"{sti}: {vaerdi!r}; {', '.join(tilladte)}")
        self.sti = sti
        self.vaerdi = vaerdi
        self.tilladte = tilladte


@frozen(eq=False)
class Klausul:
    """One rule ready to be judged. `fra`/`til` are ordinals; `laest` the readings it mentions, with the choice used."""

    nr: int
    regel: Any
    fra: int
    til: int | None
    laest: dict[str, str]
    anker: Any = None
    paa_timeur: bool = False
    behoever: frozenset[str] = frozenset()
    grupper: frozenset[str] = frozenset()
    laeste: tuple[str, ...] = ()
    saerlig_form: bool = False
    taeller: int = 0


@frozen(eq=False)
class Tid:
    """A declaration with its dates as ordinals."""

    erklaering: Any
    fra: int
    til: int | None

    def gaelder(self, dag: int) -> bool:
        """Whether `dag` lies in it, both ends included."""
        return self.fra <= dag and (self.til is None or dag <= self.til)


def grupper_paa(ur: Any) -> tuple[str, ...]:
    """The target groups that a clock runs for."""
    if isinstance(ur, (Timeur, Fravaersur)):
        return (ur.maalgruppe,)
    if isinstance(ur, Loebendeur):
        return tuple(g for saet in ur.grupper for g in saet)
    return tuple(ur.maalgrupper)


@frozen(eq=False)
class OversatLov:
    """The law under one legal basis and one choice of readings, in ordinals where days are compared."""

    navn: str
    grundlag: Lovgrundlag
    regelsaet: Regelsaet
    valg: dict[str, str]
    skift: int
    ikraft: int
    foerste_dag: int
    klausuler: tuple[Klausul, ...]
    ure: dict[str, Any]
    forbrug: Any
    fritagelser: dict[str, tuple[Tid, ...]]
    suspensioner: dict[str, tuple[Tid, ...]]
    former: dict[str, tuple[Tid, ...]]
    ulaeste: dict[str, tuple[Tid, ...]]
    udeblevne_taeller: bool
    forkert_form_taeller: bool
    fritagelse_forlaenger: bool
    enheder: dict[str, list[tuple[Klausul, ...]]]
    uden_ur: tuple[Klausul, ...]
    numre: dict[str, tuple[int, ...]]
    bruges_af: dict[str, frozenset[int]]
    _udvalg: dict[tuple[str, frozenset[str]], list[tuple[Klausul, ...]]] = field(factory=dict, repr=False)
    _deres_ure: dict[frozenset[str], list[str]] = field(factory=dict, init=False, repr=False)
    _deres_former: dict[tuple[str, str], tuple[list[int], list[tuple[Tid, ...]]]] = field(
        factory=dict, init=False, repr=False
    )
    _deres_uden_ur: dict[frozenset[str], tuple[Klausul, ...]] = field(factory=dict, init=False, repr=False)

    def enheder_for(self, ur: str, grupper: frozenset[str]) -> list[tuple[Klausul, ...]]:
        """The units of rules on a clock that can concern somebody in these groups, in order."""
        noegle = (ur, grupper)
        fundet = self._udvalg.get(noegle)
        if fundet is None:
            udvalgt = (tuple(k for k in e if not k.grupper.isdisjoint(grupper)) for e in self.enheder.get(ur, ()))
            fundet = self._udvalg[noegle] = [e for e in udvalgt if e]
        return fundet

    def ure_for(self, grupper: frozenset[str]) -> list[str]:
        """The clocks, in order, that run for somebody in these groups."""
        fundet = self._deres_ure.get(grupper)
        if fundet is None:
            fundet = self._deres_ure[grupper] = [
                navn for navn in self.enheder if not grupper.isdisjoint(grupper_paa(self.ure[navn]))
            ]
        return fundet

    def former_for(self, familie: str, gruppe: str, dag: int) -> tuple[Tid, ...]:
        """The rules on form of a family that concern a group on a day; what excludes a form before what allows it."""
        fundet = self._deres_former.get((familie, gruppe))
        if fundet is None:
            deres = [
                t
                for t in self.former.get(familie, ())
                if t.erklaering.maalgrupper is None or gruppe in t.erklaering.maalgrupper
            ]
            deres.sort(key=lambda t: not t.erklaering.udelukket)
            # the days on which what is in force changes, and what is in force from each; nothing before the first
            skel = sorted({t.fra for t in deres} | {t.til + 1 for t in deres if t.til is not None})
            stykker = [(), *(tuple(t for t in deres if t.gaelder(d)) for d in skel)]
            fundet = self._deres_former[familie, gruppe] = (skel, stykker)
        return fundet[1][bisect_right(fundet[0], dag)]

    def uden_ur_for(self, grupper: frozenset[str]) -> tuple[Klausul, ...]:
        """The statements without a clock that can concern somebody in these groups."""
        fundet = self._deres_uden_ur.get(grupper)
        if fundet is None:
            fundet = self._deres_uden_ur[grupper] = tuple(k for k in self.uden_ur if not k.grupper.isdisjoint(grupper))
        return fundet


def valgte(regelsaet: Regelsaet, fortolkninger: Mapping[str, str] | None) -> dict[str, str]:
    """Every reading with its choice: the caller's, else the default. Raises `Valgfejl` for what does not exist."""
    valg = {f.navn: f.standard for f in regelsaet.fortolkninger}
    for navn, kode in (fortolkninger or {}).items():
        fortolkning = next((f for f in regelsaet.fortolkninger if f.navn == navn), None)
        if fortolkning is None:
            raise Valgfejl("fortolkninger", navn, sorted(valg))
        koder = [v.kode for v in fortolkning.valg]
        if kode not in koder:
            raise Valgfejl(f"fortolkninger.{navn}", kode, koder)
        valg[navn] = kode
    return valg


_FELTER: dict[type, tuple[str, ...]] = {}


def _felter(slags: type) -> tuple[str, ...]:
    """The fields of a declaration's class that may hold parts of the law; citations hold none."""
    felter = _FELTER.get(slags)
    if felter is None:
        ingen = slags is Hjemmel or not attrs.has(slags)
        felter = () if ingen else tuple(f.name for f in attrs.fields(slags) if f.name not in _ORD)
        _FELTER[slags] = felter
    return felter


#: What holds no part of the law in itself.
_BLADE = frozenset((str, int, bool, float, type(None), dt.date))
_ORD = frozenset(
    (
        "id",
        "titel",
        "titel_en",
        "hjemmel",
        "afgjort_af",
        "note",
        "ansvarlig",
        "ansvarlig_i_fasen",
        "ur",
        "familie",
        "laeser",
    )
)


def _indsaet(vaerdi: Any, valg: Mapping[str, str], laest: dict[str, str]) -> Any:
    """The value with every reading replaced by its choice; `laest` collects their names."""
    slags = type(vaerdi)
    if slags is Laes:
        laest[vaerdi.navn] = valg[vaerdi.navn]
        return _indsaet(dict(vaerdi.vaerdier)[valg[vaerdi.navn]], valg, laest)
    if slags is tuple:
        nye = tuple([v if type(v) in _BLADE else _indsaet(v, valg, laest) for v in vaerdi])
        return nye if any(a is not b for a, b in zip(nye, vaerdi, strict=True)) else vaerdi
    navne = _felter(slags)
    if navne:
        aendret = {}
        for navn in navne:
            gammel = getattr(vaerdi, navn)
            if type(gammel) in _BLADE:
                continue
            ny = _indsaet(gammel, valg, laest)
            if ny is not gammel:
                aendret[navn] = ny
        return attrs.evolve(vaerdi, **aendret) if aendret else vaerdi
    return vaerdi


def _dag(vaerdi: Any, skift: int) -> int | None:
    if vaerdi is None:
        return None
    if vaerdi == "skift":
        return skift
    if vaerdi == "foer-skift":
        return skift - 1
    assert isinstance(vaerdi, dt.date)
    return vaerdi.toordinal()


def _dele(vaerdi: Any) -> list[Any]:
    """Every declared part, in order, also what stands behind the choices of its readings."""
    ud, rest = [], [vaerdi]
    while rest:
        del_ = rest.pop()
        slags = type(del_)
        if slags in _BLADE:
            continue
        if slags is tuple:
            rest.extend(reversed(del_))
            continue
        ud.append(del_)
        if slags is Laes:
            rest.extend(v for _, v in reversed(del_.vaerdier))
        else:
            rest.extend([getattr(del_, navn) for navn in _felter(slags)[::-1]])
    return ud


_ANLEDNINGER = (Haendelse, Skiftedag, Fritagelsesslut, Orlovsslut, Tilbudsstart)


def _anker(regel: Any) -> Any:
    """The event, move or exemption that a rule arises from, if any."""
    if getattr(regel, "anledning", None) is not None:
        return regel.anledning
    return next((d for d in _dele(getattr(regel, "vindue", None)) if isinstance(d, _ANLEDNINGER)), None)


def _paa_timeur(regel: Any) -> bool:
    """Whether the deadline is an amount on the rule's clock or the a-kasse's phase, rather than a date."""
    vindue = getattr(regel, "vindue", None)
    if isinstance(vindue, Enkelt):
        return any(isinstance(d, (Naaet, Faseslut)) for d in _dele(vindue.til))
    return isinstance(vindue, Kumulativ) or (isinstance(vindue, PaaHinanden) and vindue.paa_uret)


def _behoever(regel: Any) -> frozenset[str]:
    """The rules whose findings a rule asks for, so that they are judged first."""
    navne: set[str] = set(getattr(regel, "fortraenges_af", ()))
    if getattr(regel, "forgaenger", None) is not None:
        navne.add(regel.forgaenger)
    for d in _dele(regel):
        slags = type(d)
        if slags in (Efter, EfterUanset, StartFor, FristFor):
            navne.update(d.regler)
        elif slags is Fravalgt:
            navne.update(d.efter)
        elif slags is Fritagelsesslut:
            navne.update(d.daekker)
        elif slags is Opfyldt:
            navne.add(d.regel)
        elif slags is Sket and d.senest_ved is not None:
            navne.add(d.senest_ved)
        elif slags is Samtaler:
            assert not isinstance(d.ikke_brugt_af, Laes)
            navne.update(d.ikke_brugt_af)
    return frozenset(navne - {regel.id})


def _besides(regel: Any) -> tuple[str, ...]:
    """The rules that a rule stands beside under some choice of readings: with them it is always judged together."""
    besides = getattr(regel, "besides", ())
    return tuple(navn for _, navne in besides.vaerdier for navn in navne) if isinstance(besides, Laes) else besides


def _enheder(regelsaet: Regelsaet, klausuler: list[Klausul]) -> dict[str, list[tuple[Klausul, ...]]]:
    """Per clock, the rules to judge together, each after what it needs."""
    numre = _orden(tuple((k.regel.id, k.regel.ur, k.behoever, _besides(regelsaet.regler[k.nr])) for k in klausuler))
    return {ur: [tuple(klausuler[n] for n in e) for e in es] for ur, es in numre}


@lru_cache(maxsize=64)
def _orden(
    regler: tuple[tuple[str, str, frozenset[str], tuple[str, ...]], ...],
) -> tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]:
    """Per clock.

    The rules to judge together (those that may not use each other's interviews), each after what it needs.
    """
    ud: list[tuple[str, tuple[tuple[int, ...], ...]]] = []
    for ur in dict.fromkeys(r[1] for r in regler if r[1] != "*"):
        egne = [n for n, r in enumerate(regler) if r[1] == ur]
        enheder: list[list[int]] = []
        for n in egne:
            navn, _, _, naboer = regler[n]
            hjem = [e for e in enheder if any(regler[x][0] in naboer or navn in regler[x][3] for x in e)]
            if not hjem:
                enheder.append([n])
                continue
            # a rule may stand beside several that until now stood alone
            for e in hjem[1:]:
                enheder.remove(e)
                hjem[0].extend(e)
            hjem[0].append(n)
        klar: list[tuple[int, ...]] = []
        faerdige: set[str] = set()
        navne = {regler[n][0] for n in egne}
        while enheder:
            for e in enheder:
                egne_navne = {regler[n][0] for n in e}
                if all((regler[n][2] & navne) - egne_navne <= faerdige for n in e):
                    break
            else:
                raise ValueError(f"rules need each other in a circle: {[regler[n][0] for e in enheder for n in e]}")
            enheder.remove(e)
            klar.append(tuple(e))
            resten = {regler[n][0] for x in enheder for n in x}
            faerdige.update(navn for navn in egne_navne if navn not in resten)
        ud.append((ur, tuple(klar)))
    return tuple(ud)


def _numre(klausuler: list[Klausul]) -> dict[str, tuple[int, ...]]:
    """For each rule the numbers of its declarations."""
    ud: dict[str, tuple[int, ...]] = {}
    for k in klausuler:
        ud[k.regel.id] = (*ud.get(k.regel.id, ()), k.nr)
    return ud


def _bruges_af(klausuler: list[Klausul]) -> dict[str, frozenset[int]]:
    """For each rule the numbers of those that ask for its findings."""
    ud: dict[str, set[int]] = {}
    for k in klausuler:
        for navn in k.behoever:
            ud.setdefault(navn, set()).add(k.nr)
    return {navn: frozenset(numre) for navn, numre in ud.items()}


def oversaet(regelsaet: Regelsaet, lovgrundlag: str, fortolkninger: Mapping[str, str] | None) -> OversatLov:
    """The law under `lovgrundlag` and the given readings. Raises `Valgfejl`."""
    return _standard(regelsaet, lovgrundlag) if not fortolkninger else _valgt(regelsaet, lovgrundlag, fortolkninger)


@lru_cache(maxsize=8)
def _standard(regelsaet: Regelsaet, lovgrundlag: str) -> OversatLov:
    return _valgt(regelsaet, lovgrundlag, None)


def _valgt(regelsaet: Regelsaet, lovgrundlag: str, fortolkninger: Mapping[str, str] | None) -> OversatLov:
    return _oversaet(regelsaet, lovgrundlag, tuple(valgte(regelsaet, fortolkninger).items()))


def _arter_fra_skiftet(regel: Any, skift: int) -> Any:
    """The kinds of offer that are valid from the switch, with its day."""
    t = getattr(regel, "taeller", None)
    if not isinstance(t, Tilbudstaeller) or all(a.fra != "skift" for a in t.arter):
        return regel
    dag = dt.date.fromordinal(skift)
    arter = tuple(attrs.evolve(a, fra=dag) if a.fra == "skift" else a for a in t.arter)
    return attrs.evolve(regel, taeller=attrs.evolve(t, arter=arter))


@lru_cache(maxsize=8192)
def _klausul(regelsaet: Regelsaet, nr: int, skift: int, valgpar: tuple[tuple[str, str], ...]) -> Klausul:
    """A rule under the choices of the readings it mentions; the same object wherever those are the same."""
    regel = regelsaet.regler[nr]
    valg = dict(valgpar)
    ny = _arter_fra_skiftet(_indsaet(regel, valg, {}) if valg else regel, skift)
    fra = _dag(ny.gaelder.fra, skift)
    assert fra is not None
    return Klausul(
        nr,
        ny,
        fra,
        _dag(ny.gaelder.til, skift),
        dict(sorted(valg.items())),
        _anker(ny),
        _paa_timeur(ny),
        _behoever(ny),
        frozenset(ny.maalgrupper),
        tuple(sorted(valg)),
        any(ny.id in f.undtagen for f in regelsaet.former),
        taellernummer(getattr(ny, "taeller", None)),
    )


_TAELLERE: dict[Any, int] = {}
_NUMRE = itertools.count()


@lru_cache(maxsize=4096)
def taellernummer(t: Any) -> int:
    """A number that two counters of interviews share where they count the same: all but how many."""
    if not isinstance(t, Samtaler):
        return -1
    return _TAELLERE.setdefault(
        attrs.evolve(t, antal=0, fortrin=None, ikke_brugt_af=(), levner=(), foerste=False), next(_NUMRE)
    )


def laeste_af(erklaering: Any) -> frozenset[str]:
    """The readings a declaration mentions."""
    return frozenset(d.navn for d in _dele(erklaering) if type(d) is Laes)


@lru_cache(maxsize=8)
def _laeste(regelsaet: Regelsaet) -> tuple[tuple[str, ...], ...]:
    """For each rule the readings it mentions, in its declaration or as one it rests on."""
    return tuple(tuple(sorted(laeste_af(regel) | set(getattr(regel, "laeser", ())))) for regel in regelsaet.regler)


@lru_cache(maxsize=64)
def laeste_i(regelsaet: Regelsaet, felt: str) -> frozenset[str]:
    """The readings that a part of the law mentions: its clocks, exemptions, suspensions or rules on form."""
    return laeste_af(getattr(regelsaet, felt))


def _efter_familie(tider: tuple[Tid, ...]) -> dict[str, tuple[Tid, ...]]:
    ud: dict[str, list[Tid]] = {}
    for t in tider:
        for familie in t.erklaering.familier:
            ud.setdefault(familie, []).append(t)
    return {familie: tuple(ts) for familie, ts in ud.items()}


@lru_cache(maxsize=512)
def _tider(
    regelsaet: Regelsaet, felt: str, skift: int, valgpar: tuple[tuple[str, str], ...]
) -> dict[str, tuple[Tid, ...]]:
    """The dated declarations of one part of the law, by family, under the choices of the readings it mentions."""
    valg = dict(valgpar)
    foerste_dag = regelsaet.foerste_dag.toordinal()
    ud = []
    for e in getattr(regelsaet, felt):
        ny = _indsaet(e, valg, {}) if valg else e
        fra = _dag(ny.fra, skift)
        assert fra is not None
        # what the law encoded begins with was so before too: it feeds what counts from then
        ud.append(Tid(ny, 0 if fra == foerste_dag else fra, _dag(ny.til, skift)))
    return _efter_familie(tuple(ud))


@lru_cache(maxsize=64)
def _ure(regelsaet: Regelsaet, valgpar: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {u.navn: _indsaet(u, dict(valgpar), {}) for u in regelsaet.ure}


@lru_cache(maxsize=512)
def _oversaet(regelsaet: Regelsaet, lovgrundlag: str, valgpar: tuple[tuple[str, str], ...]) -> OversatLov:
    valg = dict(valgpar)
    grundlag = next((g for g in regelsaet.lovgrundlag if g.navn == lovgrundlag), None)
    if grundlag is None:
        raise Valgfejl("lovgrundlag", lovgrundlag, [g.navn for g in regelsaet.lovgrundlag])
    skift = grundlag.skift.toordinal()
    foerste_dag = regelsaet.foerste_dag.toordinal()
    klausuler = [
        _klausul(regelsaet, nr, skift, tuple((n, valg[n]) for n in navne))
        for nr, navne in enumerate(_laeste(regelsaet))
    ]

    def af(felt: str) -> tuple[tuple[str, str], ...]:
        return tuple((n, valg[n]) for n in sorted(laeste_i(regelsaet, felt)))

    return OversatLov(
        navn=lovgrundlag,
        grundlag=grundlag,
        regelsaet=regelsaet,
        valg=valg,
        skift=skift,
        ikraft=regelsaet.ikraft.toordinal(),
        foerste_dag=foerste_dag,
        klausuler=tuple(klausuler),
        ure=_ure(regelsaet, af("ure")),
        forbrug=_indsaet(regelsaet.forbrug, valg, {}),
        fritagelser=_tider(regelsaet, "fritagelser", skift, af("fritagelser")),
        suspensioner=_tider(regelsaet, "suspensioner", skift, af("suspensioner")),
        former=_tider(regelsaet, "former", skift, af("former")),
        ulaeste=_efter_familie(
            tuple(Tid(u, u.fra.toordinal(), None if u.til is None else u.til.toordinal()) for u in regelsaet.ulaest)
        ),
        udeblevne_taeller=valg.get("udeblivelse") == "taeller",
        forkert_form_taeller=valg.get("forkert-form") == "taeller",
        fritagelse_forlaenger=valg.get("delvis-fritagelse") == "forlaenger",
        enheder=_enheder(regelsaet, klausuler),
        uden_ur=tuple(k for k in klausuler if k.regel.ur == "*"),
        numre=_numre(klausuler),
        bruges_af=_bruges_af(klausuler),
    )
