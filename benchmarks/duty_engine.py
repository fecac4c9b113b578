"""The duty as rules of our own vocabulary, judged by the engine itself. A toy law; `ret` has no part in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from benchmarks.duty import PR, Case, Outcomes
from kontaktforloeb.regelsprog import (
    Enkelt,
    Forloebsur,
    Gaelder,
    Hjemmel,
    Konsolidering,
    Lov,
    PaaHinanden,
    Plus,
    Regel,
    Samtaler,
    Start,
    maaneder,
)
from kontaktforloeb.regelsprog.regelsaet import Lovgrundlag, Regelsaet
from kontaktforloeb.sag import Periode, Sag, Samtale
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.oversaet import oversaet
from kontaktforloeb.vurdering.resultat import Note, Sprog, Vurdering
from kontaktforloeb.vurdering.vurder import vurder

_DAY = dt.date(2015, 7, 1)
_LOV = Lov("PLIGT", "pligtloven", "the duty act", (Konsolidering(_DAY, "pligtloven", ""),))
_SEX = Plus(Start(), maaneder(6))


def _rule(name: str, window: Any, number: int) -> Regel:
    return Regel(
        id=f"PLIGT:{name}",
        titel="Samtaler",
        titel_en="Interviews",
        maalgrupper=("jobparat",),
        ansvarlig="jobcenter",
        ur="ophold",
        vindue=window,
        taeller=Samtaler(number, ("jobsamtale",)),
        gaelder=Gaelder(_DAY),
        hjemmel=(Hjemmel(_LOV, f"§ {name}"),),
        familie="samtaler",
    )


TOY = Regelsaet(
    regler=(
        _rule("1", Enkelt(Start(), _SEX, kan_for_sent=False), 4),
        _rule("2", PaaHinanden(_SEX, maaneder(3)), 1),
    ),
    ure=(Forloebsur("ophold", "tid på ydelsen", ("jobparat",), None),),
    forbrug=None,
    fritagelser=(),
    suspensioner=(),
    ulaest=(),
    former=(),
    fortolkninger=(),
    lovgrundlag=(Lovgrundlag("pligt", dt.date(2020, 1, 1), "pligt", "duty", kontrafaktisk=False),),
    uafklarede_ordninger=(),
    uafklarede_fritagelser={},
    foerste_dag=_DAY,
    ikraft=dt.date(2020, 1, 1),
)
LAW = oversaet(TOY, "pligt", None)
_WORDS = Sprog("da", lambda _fund, _lov: "", lambda koder: Note(koder[0], ""))
_PR = PR.toordinal()


def sager(cases: Sequence[Case]) -> list[Sag]:
    """The cases as the library's own."""
    return [
        Sag(
            id=str(number),
            perioder=(Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=case.start),),
            samtaler=tuple(Samtale(dato=t, holdt_af="jobcenter") for t in case.talks),
        )
        for number, case in enumerate(cases)
    ]


def timelines(found: Sequence[Sag]) -> list[Tidslinje]:
    """As sorted integers, which Arrow columns can give too."""
    return [Tidslinje(sag, _PR) for sag in found]


def findings(lines: Sequence[Tidslinje]) -> list[list[Any]]:
    """Judged: findings in integers."""
    return [Dom(LAW, line).koer() for line in lines]


def from_cases(found: Sequence[Sag]) -> list[list[Any]]:
    """The same from cases."""
    return [Dom(LAW, Tidslinje(sag, _PR)).koer() for sag in found]


def verdicts(found: Sequence[Sag]) -> list[Vurdering]:
    """Result objects, with rule, outcome, window and counted records read from each."""
    out = []
    for sag in found:
        verdict = vurder(
            sag,
            pr=PR,
            lov=LAW,
            aftryk="",
            version="",
            sprog=_WORDS,
            fortolkninger=None,
            kendt=None,
            afhaengigheder=False,
        )
        for krav in verdict.krav:
            _ = krav.regel, krav.udfald, krav.fra, krav.frist, krav.afgjort, krav.medregnet
        out.append(verdict)
    return out


def outcomes(found: Sequence[Sequence[Any]]) -> list[Outcomes]:
    """The outcomes in order of deadline, which is the order of the findings."""
    return [tuple(x.udfald for x in one) for one in found]


def outcomes_of_verdicts(found: Sequence[Vurdering]) -> list[Outcomes]:
    """The same of result objects."""
    return outcomes([one.krav for one in found])
