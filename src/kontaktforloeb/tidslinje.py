"""One case as sorted integers, as it was known on a day and as far as `pr`.

Facts after `pr` are not used: later records fall away, and what ends after `pr` is still running. The law is not a
fact. `sti` names a record's place in the document, for what is missing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar

from attrs import evolve, frozen

from kontaktforloeb import sag as s

R = TypeVar("R", bound=s.Registrering)


DELTAGELSE = {"jobrettet-uddannelse": "deltagelse-jobrettet-uddannelse"}
"""Offers whose participation may itself exempt from something, and the ground of it."""


@frozen(slots=True, eq=False)
class Spell:
    """A spell of one benefit in one group; `slut` is None while it runs on `pr`, `til` is as recorded."""

    fra: int
    slut: int | None
    til: int | None
    ydelse: str
    gruppe: str
    timer_pr_uge: int | None
    forsikring: str
    forsikring_antaget: bool
    kommune: str | None
    kategori: int | None
    skift: str | None
    ledig_forsikret: bool | None
    i_ansaettelse: bool | None
    forudsigeligt: bool | None
    sti: str


@frozen(slots=True, eq=False)
class Samtalepost:
    """An interview; `holdt_af` and `faelles` resolved, `form` None where not recorded."""

    dag: int
    art: str
    form: str | None
    status: str
    holdt_af: str
    holdt_af_antaget: bool
    faelles: bool
    faelles_antaget: bool
    formaal: str | None
    noegle: str | None
    sti: str


@frozen(slots=True, eq=False)
class Tilbudspost:
    """An offer; `slut` None while it is in progress on `pr`; `planlagt` the last day it is planned to last."""

    fra: int
    slut: int | None
    planlagt: int | None
    afgivet: int | None
    art: str
    status: str
    aarsag: str | None
    raadighedsafproevende: bool
    kontakter: tuple[int, ...]
    begyndt: bool
    noegle: str | None
    sti: str


@frozen(slots=True, eq=False)
class Hop:
    """An event; `slut` where what it stands for has an end."""

    dag: int
    art: str
    felter: dict[str, Any]
    sti: str
    slut: int | None = None
    kontakter: tuple[int, ...] = ()


@frozen(slots=True, eq=False)
class Spaend:
    """An exemption, a stretch of work or a scheme, from `fra` to `slut` (None while it runs on `pr`)."""

    fra: int
    slut: int | None
    navn: str
    undergrund: str | None
    fastholdt: bool
    timer: Decimal | None
    sti: str

    def daekker(self, dag: int) -> bool:
        """Whether `dag` lies in it, both ends included."""
        return self.fra <= dag and (self.slut is None or dag <= self.slut)


def arbejder_mindst(arbejde: Iterable[Spaend], timer: int) -> list[Spaend]:
    """The stretches in which the jobs held at the same time come to at least so many hours a week, each as one.

    Hours that are not recorded are none; at least 0 hours is any work.
    """
    alle = list(arbejde)
    skift = sorted({d for a in alle for d in ((a.fra,) if a.slut is None else (a.fra, a.slut + 1))})
    ud: list[Spaend] = []
    for fra, naeste in zip(skift, (*skift[1:], None), strict=False):
        slut = None if naeste is None else naeste - 1
        samtidige = [a for a in alle if a.daekker(fra)]
        i_alt = sum((a.timer or Decimal(0) for a in samtidige), Decimal(0))
        if not samtidige or i_alt < timer:
            continue
        if ud and ud[-1].slut == fra - 1:
            ud[-1] = evolve(ud[-1], slut=slut)
        else:
            ud.append(Spaend(fra, slut, samtidige[0].navn, None, False, i_alt, samtidige[0].sti))
    return ud


def kendte(poster: Iterable[R], navn: str, kendt: dt.date | None) -> list[tuple[str, R]]:
    """The records of a list that stood on `kendt` (None: all), with their paths: corrections supersede."""
    synlige = [
        (f"{navn}[{i}]", p)
        for i, p in enumerate(poster)
        if kendt is None or p.registreret is None or p.registreret <= kendt
    ]
    erstattede = {p.erstatter for _, p in synlige if p.erstatter is not None}
    return [(sti, p) for sti, p in synlige if not p.annulleret and (p.noegle is None or p.noegle not in erstattede)]


class Overlapfejl(ValueError):  # noqa: N818 - named as the contract names its own: Sagsfejl
    """Spells that overlap as the case was known on a day, and none of the two can give way: pairs of their paths."""

    def __init__(self, par: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{en}: {anden}" for en, anden in par))
        self.par = par


def _ord(dag: dt.date | None) -> int | None:
    return None if dag is None else dag.toordinal()


def hundrededele(timer: Decimal) -> int:
    """Hours as whole hundredths."""
    return int((timer * 100).to_integral_value())


def _i_forlaengelse(fritagelser: list[Spaend], navn: str) -> list[Spaend]:
    """Those of one ground that follow each other without a day between as one: 'barselsperiodens afslutning' is one."""
    samme = [x for x in fritagelser if x.navn == navn]
    if not samme[1:]:
        return fritagelser
    ud = [x for x in fritagelser if x.navn != navn]
    samlet: Spaend | None = None
    for x in sorted(samme, key=lambda x: x.fra):
        if samlet is not None and (samlet.slut is None or x.fra <= samlet.slut + 1):
            slut = None if samlet.slut is None or x.slut is None else max(samlet.slut, x.slut)
            samlet = evolve(samlet, slut=slut)
        else:
            if samlet is not None:
                ud.append(samlet)
            samlet = x
    assert samlet is not None
    return [*ud, samlet]


class Tidslinje:
    """The facts of a case on `pr`, sorted, in ordinals.

    >>> import datetime as dt
    >>> fra, til = dt.date(2021, 8, 2), dt.date(2021, 9, 12)
    >>> periode = s.Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=fra, til=til)
    >>> sag = s.Sag(id="A", perioder=(periode,))
    >>> Tidslinje(sag, dt.date(2021, 9, 1).toordinal()).perioder[0].slut is None
    True
    """

    __slots__ = (
        "afkortede", "arbejde", "foedt", "forbrug", "forsikring", "fritagelser", "haendelser", "id",
        "kommune", "ordninger", "perioder", "pr", "samtaler", "tilbud", "timer",
    )  # fmt: skip

    def __init__(self, sag: s.Sag, pr: int, kendt: dt.date | None = None) -> None:
        self.id = sag.id
        self.pr = pr
        self.kommune = sag.kommune
        self.foedt = _ord(sag.foedselsdato)
        self.forsikring = sag.forsikring or "fuldtid"

        def slut(til: dt.date | None) -> int | None:
            o = _ord(til)
            return None if o is None or o > pr else o

        spells = sorted(
            (_spell(sti, p, sag, self.forsikring) for sti, p in kendte(sag.perioder, "perioder", kendt)),
            key=lambda p: p.fra,
        )
        # the spells of the whole case do not overlap, but before a correction was entered they may
        self.afkortede: list[tuple[str, int]] = [] if kendt is None else _afkort(spells, pr)
        # joined before the cut at `pr`: where nothing changes, a spell split in two is one
        self.perioder = [
            p if p.til is None or p.til > pr else evolve(p, slut=p.til) for p in _samlet(spells) if p.fra <= pr
        ]
        self.samtaler = sorted(
            (_samtale(sti, p) for sti, p in kendte(sag.samtaler, "samtaler", kendt) if p.dato.toordinal() <= pr),
            # which of two on one day came first is not told: the one in person, so that it counts against nobody
            key=lambda p: (p.dag, p.form not in (None, "fremmoede"), p.art, p.holdt_af, p.noegle or ""),
        )
        self.tilbud = sorted(
            (_tilbud(sti, p, pr) for sti, p in kendte(sag.tilbud, "tilbud", kendt) if _tilbud_kendt(p, pr)),
            key=lambda p: (p.fra, p.slut or 0, p.art, p.noegle or ""),
        )
        self.haendelser: dict[str, list[Hop]] = {}
        for sti, h in sorted(
            kendte(sag.haendelser, "haendelser", kendt), key=lambda x: (x[1].dato, x[1].art, x[1].af or "")
        ):
            if h.dato.toordinal() <= pr:
                felter = {"af": h.af, "ventet": _ord(h.ventet), "udland": h.udland, "gaelder": h.gaelder}
                self.haendelser.setdefault(h.art, []).append(Hop(h.dato.toordinal(), h.art, felter, sti))
        fritagelser = [
            Spaend(f.fra.toordinal(), slut(f.til), f.grund, f.undergrund, bool(f.pligt_fastholdt), None, sti)
            for sti, f in kendte(sag.fritagelser, "fritagelser", kendt)
            if f.fra.toordinal() <= pr
        ]
        fritagelser = _i_forlaengelse(fritagelser, "barsel")
        # recorded as what the person takes part in, full time or not: it lifts what participation itself lifts
        fritagelser += [
            Spaend(t.fra, t.slut, DELTAGELSE[t.art], None, False, None, t.sti)
            for t in self.tilbud
            if t.art in DELTAGELSE and t.begyndt and t.status != "annulleret"
        ]
        self.fritagelser = sorted(fritagelser, key=lambda f: (f.fra, f.navn, f.undergrund or ""))
        self.arbejde = sorted(
            (
                Spaend(b.fra.toordinal(), slut(b.til), "beskaeftigelse", None, False, b.timer_pr_uge, sti)
                for sti, b in kendte(sag.beskaeftigelse, "beskaeftigelse", kendt)
                if b.fra.toordinal() <= pr
            ),
            key=lambda b: (b.fra, b.sti),
        )
        self.ordninger = sorted(
            (
                Spaend(o.fra.toordinal(), slut(o.til), o.art, None, False, None, sti)
                for sti, o in kendte(sag.ordninger, "ordninger", kendt)
                if o.fra.toordinal() <= pr
            ),
            key=lambda o: (o.fra, o.navn),
        )
        self.timer = sorted((t.maaned.toordinal(), hundrededele(t.timer)) for _, t in kendte(sag.timer, "timer", kendt))
        self.forbrug = sorted(
            (f.maaned.toordinal(), hundrededele(f.timer), _ord(f.registreret))
            for _, f in kendte(sag.forbrug, "forbrug", kendt)
        )

    def spell(self, dag: int) -> Spell | None:
        """The spell that runs on `dag`."""
        for p in reversed(self.perioder):
            if p.fra <= dag:
                return p if p.slut is None or dag <= p.slut else None
        return None

    def seneste(self, dag: int) -> Spell | None:
        """The spell that runs on `dag`, or ran last before it."""
        return next((p for p in reversed(self.perioder) if p.fra <= dag), None)

    def ordning(self, navn: str, dag: int) -> Spaend | None:
        """The scheme of this name on `dag`."""
        for o in self.ordninger:
            if o.navn == navn and o.daekker(dag):
                return o
        return None

    def kommune_paa(self, dag: int) -> str | None:
        """The municipality on `dag`: the spell's own, else the case's."""
        p = self.spell(dag)
        return p.kommune if p is not None else self.kommune


def _spell(sti: str, p: s.Periode, sag: s.Sag, forsikring: str) -> Spell:
    return Spell(
        p.fra.toordinal(),
        None,
        _ord(p.til),
        p.ydelse,
        p.maalgruppe,
        None if p.timer_pr_uge is None else hundrededele(p.timer_pr_uge),
        p.forsikring or forsikring,
        p.forsikring is None and sag.forsikring is None,
        p.kommune or sag.kommune,
        p.kategori,
        p.skift,
        p.ledig_forsikret,
        p.i_ansaettelse,
        p.forudsigeligt,
        sti,
    )


def _afkort(spells: list[Spell], pr: int) -> list[tuple[str, int]]:
    """End each spell that runs on when a later one begins, the day before that; `spells` are sorted and changed.

    Returns the paths of those cut short and the first day of what followed. What begins or ends after `pr` is not
    known yet. Raises `Overlapfejl` where two begin on one day, or the later one has ended and the earlier runs on.
    """
    kortet: list[tuple[str, int]] = []
    par: list[tuple[str, str]] = []
    laengst = 0  # the place of the spell that lasts longest of those that have begun
    for nr, p in enumerate(spells):
        if nr == 0 or p.fra > pr:
            continue
        f = spells[laengst]
        slut, f_slut = (dt.date.max.toordinal() if x.til is None or x.til > pr else x.til for x in (p, f))
        if f_slut >= p.fra:
            if f.fra == p.fra or slut < f_slut:
                par.append((p.sti, f.sti))
            else:
                spells[laengst] = evolve(f, til=p.fra - 1)
                kortet.append((f.sti, p.fra))
        if slut >= f_slut:
            laengst = nr
    if par:
        raise Overlapfejl(par)
    return kortet


_ENS = (
    "ydelse",
    "gruppe",
    "timer_pr_uge",
    "forsikring",
    "kommune",
    "kategori",
    "ledig_forsikret",
    "i_ansaettelse",
    "forudsigeligt",
)


def _samlet(perioder: list[Spell]) -> list[Spell]:
    """Adjoining spells that differ in nothing but their days are one."""
    ud: list[Spell] = []
    for p in perioder:
        f = ud[-1] if ud else None
        if (
            f is not None
            and f.til is not None
            and f.til + 1 == p.fra
            and p.skift in (None, f.skift)
            and all(getattr(f, n) == getattr(p, n) for n in _ENS)
        ):
            ud[-1] = evolve(f, til=p.til)
        else:
            ud.append(p)
    return ud


def _samtale(sti: str, p: s.Samtale) -> Samtalepost:
    faelles = p.art == "faelles-jobsamtale" and p.a_kasse_deltog is not False
    a_kasse = p.art in ("cv-samtale", "raadighedssamtale")
    return Samtalepost(
        p.dato.toordinal(),
        "jobsamtale" if p.art == "faelles-jobsamtale" and p.a_kasse_deltog is False else p.art,
        p.form,
        p.status,
        p.holdt_af or ("a-kasse" if a_kasse else "jobcenter"),
        p.holdt_af is None,
        faelles or p.a_kasse_deltog is True,
        faelles and p.a_kasse_deltog is None,
        p.formaal,
        p.noegle,
        sti,
    )


def _tilbud_kendt(p: s.Tilbud, pr: int) -> bool:
    return p.fra.toordinal() <= pr or (p.afgivet is not None and p.afgivet.toordinal() <= pr)


def _tilbud(sti: str, p: s.Tilbud, pr: int) -> Tilbudspost:
    til = _ord(p.til)
    slut = None if til is None or til > pr else til
    # an end in the future is a plan, unless the offer was broken off there
    planlagt = _ord(p.planlagt_til) or (til if p.status != "afbrudt" else None)
    return Tilbudspost(
        p.fra.toordinal(),
        slut,
        planlagt,
        _ord(p.afgivet),
        p.art,
        p.status,
        p.aarsag,
        bool(p.raadighedsafproevende),
        tuple(k.toordinal() for k in p.kontakter if k.toordinal() <= pr),
        p.fra.toordinal() <= pr,
        p.noegle,
        sti,
    )
