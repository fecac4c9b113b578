"""The library's functions: they bind the law to the engine and to the words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any

from attrs import frozen

from kontaktforloeb import GAELDENDE, __version__, kalender
from kontaktforloeb.forklaring.sprog import beskriv_regel, sprogvalg
from kontaktforloeb.formater import sag_json
from kontaktforloeb.formater.fejl import Fejl, Fejlart, Sagsfejl
from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.regelsprog import Timeur
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.ret.plan import BEGYNDER
from kontaktforloeb.sag import Haendelse, Periode, Sag
from kontaktforloeb.tidslinje import Overlapfejl, Tidslinje
from kontaktforloeb.ure.timer import forloeb as timeforloeb
from kontaktforloeb.vurdering.aftryk import aftryk
from kontaktforloeb.vurdering.beskriv import Regelinfo, regelinfo
from kontaktforloeb.vurdering.oversaet import Klausul, OversatLov, Valgfejl, oversaet
from kontaktforloeb.vurdering.plan import skema as planskema
from kontaktforloeb.vurdering.resultat import Krav, Vurdering
from kontaktforloeb.vurdering.vurder import vurder as _vurder

SENESTE = dt.date(2035, 12, 31)
"""The last day a case may name."""

LAENGSTE = 120
"""The longest horizon of a plan, in months."""

AELDST = 110


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


def _fejl(sti: str, vaerdi: object, tilladt: str, besked: str, kode: str, besked_en: str, tilladt_en: str) -> Sagsfejl:
    return Sagsfejl([Fejl(sti, repr(vaerdi), tilladt, besked, kode, besked_en, tilladt_en)])


def _lov(lovgrundlag: str, fortolkninger: Mapping[str, str] | None) -> OversatLov:
    try:
        return oversaet(REGELSAET, lovgrundlag, fortolkninger)
    except Valgfejl as e:
        raise Sagsfejl(
            [Fejl(e.sti, repr(e.vaerdi), ", ".join(e.tilladte), "kendes ikke.", "ukendt-valg", "is not known.")]
        ) from e


def _tjek_dato(navn: str, dag: object) -> None:
    er_dato = isinstance(dag, dt.date) and not isinstance(dag, dt.datetime)
    if not (er_dato and isinstance(dag, dt.date) and REGELSAET.foerste_dag <= dag <= SENESTE):
        raise _fejl(
            navn,
            str(dag),
            f"en dato fra {REGELSAET.foerste_dag} til {SENESTE}",
            "ligger uden for den lov, der er beskrevet.",
            "dato-uden-for-loven",
            "lies outside the law encoded.",
            f"a date from {REGELSAET.foerste_dag} to {SENESTE}",
        )


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
    Raises `Sagsfejl` for a date before 1 July 2015, an unknown legal basis, reading or choice.

    >>> import datetime as dt
    >>> import kontaktforloeb as kf
    >>> periode = kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 9, 6))
    >>> sag = kf.Sag(id="D3b", perioder=(periode,))
    >>> kf.vurder(sag, pr=dt.date(2022, 3, 6)).samlet, kf.vurder(sag, pr=dt.date(2022, 3, 7)).samlet
    ('ikke-opfyldt', 'ikke-opfyldt')
    """
    _tjek_dato("pr", pr)
    lov = _lov(lovgrundlag, fortolkninger)
    try:
        return _vurder(
            sag,
            pr=pr,
            lov=lov,
            aftryk=_aftryk(),
            version=__version__,
            sprog=sprogvalg(sprog),
            fortolkninger=fortolkninger,
            kendt=kendt,
            afhaengigheder=afhaengigheder,
        )
    except Overlapfejl as e:
        raise Sagsfejl([_OVERLAP.fejl(f"{sti}.fra", "", anden=anden, kendt=str(kendt)) for sti, anden in e.par]) from e


def vurder_mange(sager: Iterable[Sag], *, pr: dt.date, **mere: Any) -> Iterator[Vurdering]:
    """Judge cases one after the other, as they come; the arguments are those of `vurder`."""
    for sag in sager:
        yield vurder(sag, pr=pr, **mere)


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
    _tjek_dato("fra", fra)
    if maalgruppe not in BEGYNDER:
        raise _fejl(
            "maalgruppe",
            maalgruppe,
            ", ".join(BEGYNDER),
            "kendes ikke.",
            "ukendt-maalgruppe",
            "is not known.",
            ", ".join(BEGYNDER),
        )
    if not 1 <= horisont <= LAENGSTE:
        raise _fejl(
            "horisont", horisont, "1-120 måneder", "er ikke tilladt.", "horisont", "is not allowed.", "1-120 months"
        )
    if kategori is not None and kategori not in (1, 2, 3):
        raise _fejl("kategori", kategori, "1, 2, 3", "er ikke tilladt.", "kategori", "is not allowed.", "1, 2, 3")
    if forsikring not in (None, "fuldtid", "deltid"):
        raise _fejl(
            "forsikring",
            forsikring,
            "fuldtid, deltid",
            "kendes ikke.",
            "forsikring",
            "is not known.",
            "fuldtid, deltid",
        )
    if alder is not None and not 0 <= alder <= AELDST:
        raise _fejl("alder", alder, "0-110", "er ikke tilladt.", "alder", "is not allowed.", "0-110")
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
        fortolkninger=dict(sorted((fortolkninger or {}).items())),
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
    lov = _lov(lovgrundlag, fortolkninger)
    erklaering = lov.ure.get(ur)
    if not isinstance(erklaering, Timeur):
        navne = ", ".join(n for n, u in lov.ure.items() if isinstance(u, Timeur))
        raise _fejl("ur", ur, navne, "kendes ikke.", "ukendt-ur", "is not known.", navne)
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
    lov = _lov(lovgrundlag, None)
    if maalgruppe is not None and maalgruppe not in BEGYNDER:
        raise _fejl(
            "maalgruppe",
            maalgruppe,
            ", ".join(BEGYNDER),
            "kendes ikke.",
            "ukendt-maalgruppe",
            "is not known.",
            ", ".join(BEGYNDER),
        )
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
    lov = _lov(lovgrundlag, None)
    skift = dt.date.fromordinal(lov.skift)
    foer = foer or skift - dt.timedelta(1)
    efter = efter or skift
    for navn, dag in (("foer", foer), ("efter", efter)):
        _tjek_dato(navn, dag)
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
    """The open readings with their choices, the default first.

    >>> fortolkninger()[0].navn, fortolkninger()[0].standard
    ('frist-dag', 'ikke-medregnet')
    """
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
