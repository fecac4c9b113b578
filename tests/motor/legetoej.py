"""A toy act: rules, clocks and cases that a test puts together of what the vocabulary can say."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.regelsprog.regelsaet import Lovgrundlag, Regelsaet
from kontaktforloeb.sag import Periode, Sag, Samtale
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.opgave import Opgave
from kontaktforloeb.vurdering.oversaet import OversatLov, oversaet

FOERSTE = dt.date(2015, 7, 1)
SKIFT = dt.date(2020, 1, 1)
LOV = r.Lov("LEG", "legeloven", "the toy act", (r.Konsolidering(FOERSTE, "legeloven", ""),))
OPHOLD = r.Forloebsur("ophold", "tid i gruppen", ("jobparat", "aktivitetsparat"), None)
BESOEG = r.Forloebsur("besoeg", "tid fra besøget", ("jobparat", "aktivitetsparat"), "besoeg")
TIMER = r.Timeur(
    navn="timer",
    titel="timer",
    maalgruppe="dagpengemodtager",
    ydelser=("dagpenge",),
    start="indplacering",
    genstart=(),
    uge=(3700, 3000),
    maaned=(16033, 13000),
    uger_til=FOERSTE,
    uge_tal="52-12",
    fordeling="jaevnt",
)


def opgave(**felter: Any) -> Opgave:
    """A window of a rule with these values, the rest as they are when it is made."""
    klausul: Any = SimpleNamespace(til=None, regel=SimpleNamespace(gaelder=SimpleNamespace(dag="frist"), afgjort_af=()))
    sted: Any = felter.pop("sted", None) or SimpleNamespace(f=None, anledning=None, antagelser=[], mangler=[])
    o = Opgave(klausul, sted, None, 1)
    for navn, vaerdi in felter.items():
        setattr(o, navn, vaerdi)
    return o


def regel(
    navn: str,
    vindue: Any,
    taeller: Any = None,
    ur: str = "ophold",
    maalgrupper: tuple[str, ...] = ("jobparat",),
    gaelder: r.Gaelder | None = None,
    **mere: Any,
) -> r.Regel:
    return r.Regel(
        id=f"LEG:{navn}",
        titel="Samtale",
        titel_en="Interview",
        maalgrupper=maalgrupper,
        ansvarlig="jobcenter",
        ur=ur,
        vindue=vindue,
        taeller=taeller or r.Samtaler(1, ("jobsamtale",)),
        gaelder=gaelder or r.Gaelder(FOERSTE),
        hjemmel=(r.Hjemmel(LOV, f"§ {navn}"),),
        familie="leg",
        **mere,
    )


def lov(*regler: Any, ure: tuple[Any, ...] = (OPHOLD, BESOEG, TIMER), **mere: Any) -> OversatLov:
    regelsaet = Regelsaet(
        regler=regler,
        ure=ure,
        forbrug=None,
        fritagelser=(),
        suspensioner=(),
        ulaest=(),
        former=(),
        fortolkninger=(),
        lovgrundlag=(Lovgrundlag("leg", SKIFT, "leg", "toy", kontrafaktisk=False),),
        uafklarede_ordninger={},
        uafklarede_fritagelser={},
        foerste_dag=FOERSTE,
        ikraft=SKIFT,
    )
    return oversaet(evolve(regelsaet, **mere), "leg", None)


def jobparat(fra: dt.date, til: dt.date | None = None, **mere: Any) -> Sag:
    periode = Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=fra, til=til)
    return Sag(id="L-1", perioder=(periode,), **mere)


def ledig(fra: dt.date, **mere: Any) -> Sag:
    return Sag(id="L-2", perioder=(Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=fra),), **mere)


def samtale(dag: dt.date) -> Samtale:
    return Samtale(dato=dag, art="jobsamtale", form="fremmoede", status="afholdt", holdt_af="jobcenter")


def fund(law: OversatLov, sag: Sag, pr: dt.date) -> list[Fund]:
    return Dom(law, Tidslinje(sag, pr.toordinal())).koer()


def udfald(law: OversatLov, sag: Sag, pr: dt.date) -> list[tuple[str, dt.date | None, str]]:
    return [
        (x.klausul.regel.id, None if x.frist is None else dt.date.fromordinal(x.frist), x.udfald)
        for x in fund(law, sag, pr)
    ]
