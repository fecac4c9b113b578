"""The library's functions: they bind the law to the engine and to the words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any

from attrs import frozen

from kontaktforloeb import GAELDENDE, __version__, kalender
from kontaktforloeb.forklaring.ordbog import ORDBOEGER
from kontaktforloeb.forklaring.sprog import beskriv_regel, sprogvalg
from kontaktforloeb.formater import sag_json
from kontaktforloeb.formater.argumenter import Argumenter
from kontaktforloeb.formater.fejl import Fejlart, Sagsfejl
from kontaktforloeb.koder import Forsikring, Maalgruppe
from kontaktforloeb.regelsprog import Timeur
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.ret.plan import BEGYNDER
from kontaktforloeb.sag import Haendelse, Periode, Sag
from kontaktforloeb.tidslinje import Overlapfejl, Tidslinje
from kontaktforloeb.ure.timer import forloeb as timeforloeb
from kontaktforloeb.vurdering.aftryk import aftryk
from kontaktforloeb.vurdering.beskriv import Regelinfo, regelinfo
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov, oversaet
from kontaktforloeb.vurdering.plan import skema as planskema
from kontaktforloeb.vurdering.resultat import Krav, Vurdering
from kontaktforloeb.vurdering.vurder import vurder as _vurder

LAENGSTE = 120
"""The longest horizon of a plan, in months."""

AELDST = 110

SPROG = tuple(ORDBOEGER)

FOER_EFTER = Fejlart(
    1,
    "foer-efter",
    "ligger efter dagen, der sammenlignes med ({efter}).",
    "lies after the day it is compared with ({efter}).",
    "{efter} eller tidligere",
    "{efter} or earlier",
)


_OVERLAP = Fejlart(
    1,
    "perioder-overlapper-som-kendt",
    "overlapper {anden}, som sagen var kendt den {kendt}.",
    "overlaps {anden}, as the case was known on {kendt}.",
    "én periode ad gangen",
    "one spell at a time",
)


@cache
def _aftryk() -> str:
    return aftryk(REGELSAET)


_LAESNINGER = {f.navn: tuple(v.kode for v in f.valg) for f in REGELSAET.fortolkninger}
_STANDARD = {f.navn: f.standard for f in REGELSAET.fortolkninger}
_GRUNDLAG = tuple(g.navn for g in REGELSAET.lovgrundlag)


def _lov(lovgrundlag: str, fortolkninger: Mapping[str, str] | None) -> OversatLov:
    return oversaet(REGELSAET, lovgrundlag, _valgte(fortolkninger))


def _valgte(fortolkninger: Mapping[str, str] | None) -> dict[str, str]:
    """The readings chosen besides the defaults: a default that is named is no choice."""
    return {navn: valg for navn, valg in sorted((fortolkninger or {}).items()) if valg != _STANDARD[navn]}


def _tjek_ret(tjek: Argumenter, lovgrundlag: str, fortolkninger: Mapping[str, str] | None, sprog: str) -> None:
    tjek.en_af("lovgrundlag", lovgrundlag, _GRUNDLAG, "ukendt-valg")
    tjek.laesninger("fortolkninger", fortolkninger, _LAESNINGER)
    tjek.en_af("sprog", sprog, SPROG, "ukendt-sprog")


def _tjek_vurdering(
    pr: dt.date, lovgrundlag: str, fortolkninger: Mapping[str, str] | None, kendt: dt.date | None, sprog: str
) -> Argumenter:
    """What is wrong with the arguments that are the same for every case."""
    tjek = Argumenter()
    tjek.dato_i_loven("pr", pr, REGELSAET.foerste_dag)
    if kendt is not None:
        tjek.dato_i_sager("kendt", kendt)
    _tjek_ret(tjek, lovgrundlag, fortolkninger, sprog)
    return tjek


def indlaes(sti: str | Path) -> Sag:
    """Read one case from a JSON file. Raises `Sagsfejl`, which lists every fault, and `OSError`.

    Source: the format `kontaktforloeb-sag/1`.
    """
    return sag_json.laes_sti(sti)


def indlaes_linjer(sti: str | Path | IO[bytes], **mere: Any) -> Iterator[Sag]:
    """Read cases from JSON Lines, one at a time. Raises `Sagsfejl` at the first bad line.

    Given `afvist`, a function that takes a `Sagsfejl`, it reports there and goes on.
    """
    return sag_json.laes_linjer(sti, **mere)


def vurder(
    sag: Sag,
    *,
    pr: dt.date,
    lovgrundlag: str = GAELDENDE,
    fortolkninger: Mapping[str, str] | None = None,
    kendt: dt.date | None = None,
    sprog: str = "da",
    afhaengigheder: bool = True,
) -> Vurdering:
    """Judge a case as of `pr`: facts up to and including that day, and what was known on `kendt` if given.

    `lovgrundlag` is the legal basis, `fortolkninger` the choices of open readings besides the defaults, `sprog` the
    language of the words (`da` or `en`). `afhaengigheder=False` leaves `afhaenger_af` empty, which is faster.
    Raises `Sagsfejl`, which lists every fault of the arguments and of a case that was made in Python: a date before
    1 July 2015, an unknown legal basis, reading or choice, a value that a document could not hold.

    >>> import datetime as dt
    >>> import kontaktforloeb as kf
    >>> periode = kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 9, 6))
    >>> sag = kf.Sag(id="D3b", perioder=(periode,))
    >>> kf.vurder(sag, pr=dt.date(2022, 3, 6)).samlet, kf.vurder(sag, pr=dt.date(2022, 3, 7)).samlet
    ('ikke-opfyldt', 'ikke-opfyldt')
    """
    tjek = _tjek_vurdering(pr, lovgrundlag, fortolkninger, kendt, sprog)
    tjek.sag(sag)
    tjek.rejs()
    return _doem(sag, pr, _lov(lovgrundlag, fortolkninger), _valgte(fortolkninger), kendt, sprog, afhaengigheder)


def vurder_mange(
    sager: Iterable[Sag],
    *,
    pr: dt.date,
    lovgrundlag: str = GAELDENDE,
    fortolkninger: Mapping[str, str] | None = None,
    kendt: dt.date | None = None,
    sprog: str = "da",
    afhaengigheder: bool = True,
) -> Iterator[Vurdering]:
    """Judge cases one after the other, as they come; the arguments are those of `vurder`.

    Raises `Sagsfejl` at once for the arguments, and for a case when its turn comes.
    """
    _tjek_vurdering(pr, lovgrundlag, fortolkninger, kendt, sprog).rejs()
    lov, valgte = _lov(lovgrundlag, fortolkninger), _valgte(fortolkninger)

    def en_ad_gangen() -> Iterator[Vurdering]:
        for sag in sager:
            sag_json.kontroller(sag)
            yield _doem(sag, pr, lov, valgte, kendt, sprog, afhaengigheder)

    return en_ad_gangen()


def _doem(
    sag: Sag,
    pr: dt.date,
    lov: OversatLov,
    valgte: Mapping[str, str],
    kendt: dt.date | None,
    sprog: str,
    afhaengigheder: bool,
) -> Vurdering:
    """The verdict on a case that was checked. Raises `Sagsfejl` where spells overlap as known on `kendt`."""
    try:
        return _vurder(
            sag,
            pr=pr,
            lov=lov,
            aftryk=_aftryk(),
            version=__version__,
            sprog=sprogvalg(sprog),
            fortolkninger=valgte,
            kendt=kendt,
            afhaengigheder=afhaengigheder,
        )
    except Overlapfejl as e:
        raise Sagsfejl([_OVERLAP.fejl(f"{sti}.fra", "", anden=anden, kendt=str(kendt)) for sti, anden in e.par]) from e


def frister(
    sag: Sag, *, pr: dt.date, lovgrundlag: str = GAELDENDE, fortolkninger: Mapping[str, str] | None = None, **mere: Any
) -> tuple[Krav, ...]:
    """The requirements still pending on `pr`, soonest first: those with a deadline, then those expected, then the rest.

    >>> import datetime as dt
    >>> import kontaktforloeb as kf
    >>> periode = kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2022, 9, 5))
    >>> sag = kf.Sag(id="A", perioder=(periode,))
    >>> [(k.regel, str(k.frist)) for k in kf.frister(sag, pr=dt.date(2022, 9, 6))]
    [('LAB-2019:31.3', '2022-09-12'), ('LAB-2019:102.1', '2023-03-05'), ('LAB-2019:31.1', '2023-03-05')]
    """
    vurdering = vurder(sag, pr=pr, lovgrundlag=lovgrundlag, fortolkninger=fortolkninger, **mere)
    aabne = [k for k in vurdering.krav if k.udfald == "afventer"]
    ingen = dt.date.max
    return tuple(sorted(aabne, key=lambda k: k.frist or k.forventet_frist or ingen))


def plan(
    maalgruppe: str,
    *,
    fra: dt.date,
    lovgrundlag: str = GAELDENDE,
    fortolkninger: Mapping[str, str] | None = None,
    horisont: int = 24,
    alder: int | None = None,
    kategori: int | None = None,
    forsikring: str | None = None,
    sprog: str = "da",
) -> Vurdering:
    """The statutory schedule of a course that begins on `fra`: a verdict in which every requirement is pending.

    `horisont` is in months. On the hour clock a full-time rate is assumed. `alder` (years), `kategori` (sickness) and
    `forsikring` matter for some groups. Raises `Sagsfejl`.

    >>> import datetime as dt
    >>> [(k.regel, str(k.frist)) for k in plan("jobparat", fra=dt.date(2022, 9, 5)).krav]
    [('LAB-2019:31.3', '2022-09-12'), ('LAB-2019:102.1', '2023-03-05'), ('LAB-2019:31.1', '2023-03-05')]
    """
    tjek = Argumenter()
    tjek.dato_i_loven("fra", fra, REGELSAET.foerste_dag)
    tjek.en_af("maalgruppe", maalgruppe, tuple(BEGYNDER), "ukendt-maalgruppe")
    tjek.heltal("horisont", horisont, 1, LAENGSTE, ("måneder", "months"))
    if kategori is not None:
        tjek.en_af("kategori", kategori, (1, 2, 3), "kategori")
    if forsikring is not None:
        tjek.en_af("forsikring", forsikring, Forsikring.koder(), "forsikring")
    if alder is not None:
        tjek.heltal("alder", alder, 0, AELDST)
    _tjek_ret(tjek, lovgrundlag, fortolkninger, sprog)
    tjek.rejs()
    lov = _lov(lovgrundlag, fortolkninger)
    start = fra.toordinal()
    begynder = BEGYNDER[maalgruppe]
    ydelse = begynder.ydelse_paa(fra)
    sag = Sag(
        id=f"plan-{maalgruppe}",
        foedselsdato=None if alder is None else dt.date.fromordinal(kalender.plus_maaneder(start, -12 * alder)),
        forsikring=forsikring,
        perioder=(
            Periode(
                ydelse=ydelse,
                maalgruppe=maalgruppe,
                fra=fra,
                kategori=(kategori or 2) if maalgruppe == Maalgruppe.SYGEDAGPENGEMODTAGER else None,
            ),
        ),
        haendelser=tuple(Haendelse(art=art, dato=fra) for art in begynder.haendelser),
    )
    fund = planskema(lov, sag, start, horisont)
    ord_ = sprogvalg(sprog)
    return Vurdering(
        id=sag.id,
        pr=fra,
        kendt=None,
        lovgrundlag=lovgrundlag,
        version=__version__,
        regelsaet=_aftryk(),
        fortolkninger=_valgte(fortolkninger),
        krav=tuple(Krav(x, lov, ord_) for x in fund),
    )


def aflaes(
    sag: Sag, *, ur: str, dag: dt.date, lovgrundlag: str = GAELDENDE, fortolkninger: Mapping[str, str] | None = None
) -> int:
    """How many hundredths of an hour an hour clock stands at, at the end of `dag`, in the period that then runs.

    `ur` is `ledighed` (accumulated unemployment), `tilbud-gammel` (the old offer clock) or `raadighed`.
    Source: BEK 977/2018 §§ 150 and 152, BEK 1180/2019 § 7. Raises `Sagsfejl` for an unknown clock.

    >>> import datetime as dt
    >>> import kontaktforloeb as kf
    >>> periode = kf.Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=dt.date(2021, 8, 2))
    >>> sag = kf.Sag(id="A", perioder=(periode,))
    >>> kf.aflaes(sag, ur="ledighed", dag=dt.date(2021, 8, 6))
    3700
    """
    tjek = Argumenter()
    tjek.sag(sag)
    tjek.en_af("ur", ur, tuple(u.navn for u in REGELSAET.ure if isinstance(u, Timeur)), "ukendt-ur")
    tjek.dato_i_sager("dag", dag)
    _tjek_ret(tjek, lovgrundlag, fortolkninger, "da")
    tjek.rejs()
    erklaering = _lov(lovgrundlag, fortolkninger).ure[ur]
    perioder = [f for f in timeforloeb(erklaering, Tidslinje(sag, dag.toordinal())) if f.start <= dag.toordinal()]
    return perioder[-1].beloeb(dag.toordinal()) if perioder else 0


def _samlede(lov: OversatLov) -> dict[str, list[Klausul]]:
    ud: dict[str, list[Klausul]] = {}
    for k in lov.klausuler:
        ud.setdefault(k.regel.id, []).append(k)
    return ud


def regler(
    maalgruppe: str | None = None,
    dato: dt.date | None = None,
    lovgrundlag: str = GAELDENDE,
    sprog: str = "da",
) -> tuple[Regelinfo, ...]:
    """The rules, those of one group and in force on one day if given, in the order of the acts. Raises `Sagsfejl`.

    >>> import datetime as dt
    >>> [r.regel for r in regler("jobparat", dt.date(2016, 1, 1))][:4]
    ['LAB-2016:20.1', 'LAB-2016:20.2', 'LAB-2016:17.1', 'LAB-2016:92.1']
    """
    tjek = Argumenter()
    if maalgruppe is not None:
        tjek.en_af("maalgruppe", maalgruppe, tuple(BEGYNDER), "ukendt-maalgruppe")
    if dato is not None:
        tjek.dato_i_sager("dato", dato)
    _tjek_ret(tjek, lovgrundlag, None, sprog)
    tjek.rejs()
    lov = _lov(lovgrundlag, None)
    dag = None if dato is None else dato.toordinal()
    ud = []
    for klausuler in _samlede(lov).values():
        med = [k for k in klausuler if maalgruppe is None or maalgruppe in k.regel.maalgrupper]
        if dag is not None:
            med = [k for k in med if k.fra <= dag and (k.til is None or dag <= k.til)]
        if med:
            ud.append(
                regelinfo(lov, med, dato, " ".join(dict.fromkeys(beskriv_regel(k, lov, sprog) for k in med)), sprog)
            )
    return tuple(ud)


@frozen
class Sammenligning:
    """The rules of a group on two days, and the schedules of courses begun on them."""

    maalgruppe: str
    lovgrundlag: str
    foer_dato: dt.date
    efter_dato: dt.date
    foer: tuple[Regelinfo, ...]
    efter: tuple[Regelinfo, ...]

    def som_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "maalgruppe": self.maalgruppe,
            "lovgrundlag": self.lovgrundlag,
            "foer": {"dato": self.foer_dato.isoformat(), "regler": [r.som_dict() for r in self.foer]},
            "efter": {"dato": self.efter_dato.isoformat(), "regler": [r.som_dict() for r in self.efter]},
        }


def sammenlign(
    maalgruppe: str,
    foer: dt.date | None = None,
    efter: dt.date | None = None,
    lovgrundlag: str = GAELDENDE,
    sprog: str = "da",
) -> Sammenligning:
    """Before and after: the rules of a group on two days, by default the eve and the day of the switch.

    >>> s = sammenlign("jobparat", lovgrundlag="aftale-2018")
    >>> str(s.foer_dato), str(s.efter_dato)
    ('2019-06-30', '2019-07-01')
    """
    tjek = Argumenter()
    tjek.en_af("maalgruppe", maalgruppe, tuple(BEGYNDER), "ukendt-maalgruppe")
    for navn, dag in (("foer", foer), ("efter", efter)):
        if dag is not None:
            tjek.dato_i_loven(navn, dag, REGELSAET.foerste_dag)
    _tjek_ret(tjek, lovgrundlag, None, sprog)
    tjek.rejs()
    skift = dt.date.fromordinal(_lov(lovgrundlag, None).skift)
    foer = foer or skift - dt.timedelta(1)
    efter = efter or skift
    if foer > efter:
        tjek.meld(FOER_EFTER, "foer", foer, efter=str(efter))
        tjek.rejs()
    return Sammenligning(
        maalgruppe,
        lovgrundlag,
        foer,
        efter,
        regler(maalgruppe, foer, lovgrundlag, sprog),
        regler(maalgruppe, efter, lovgrundlag, sprog),
    )


@frozen
class Fortolkningsinfo:
    """An open reading: its question, default and choices with their words."""

    navn: str
    spoergsmaal: str
    standard: str
    valg: dict[str, str]

    def som_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {"navn": self.navn, "spoergsmaal": self.spoergsmaal, "standard": self.standard, "valg": dict(self.valg)}


def fortolkninger(sprog: str = "da") -> tuple[Fortolkningsinfo, ...]:
    """The open readings with their choices, the default first. Raises `Sagsfejl` for an unknown language.

    >>> fortolkninger()[0].navn, fortolkninger()[0].standard
    ('frist-dag', 'ikke-medregnet')
    """
    tjek = Argumenter()
    tjek.en_af("sprog", sprog, SPROG, "ukendt-sprog")
    tjek.rejs()
    en = sprog == "en"
    return tuple(
        Fortolkningsinfo(
            f.navn,
            f.spoergsmaal_en if en else f.spoergsmaal,
            f.standard,
            {v.kode: v.tekst_en if en else v.tekst for v in f.valg},
        )
        for f in REGELSAET.fortolkninger
    )


def skema() -> dict[str, Any]:
    """The JSON Schema of a case: the SHAPE stage of the parser, to the letter."""
    from kontaktforloeb.formater.skema import sagsskema

    return sagsskema()
