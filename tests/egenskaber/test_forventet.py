"""`forventet_frist` is the day the deadline falls when the person goes on as now, week rule and tolerances included."""

from __future__ import annotations

import datetime as dt

import pytest

import kontaktforloeb as kf

D = dt.date.fromisoformat
STARTS = (
    "2015-08-03",
    "2016-09-01",
    "2017-03-06",
    "2018-02-15",
    "2018-10-01",
    "2020-10-05",
    "2021-08-04",
    "2022-05-10",
)


@pytest.mark.parametrize("readings", [{}, {"frist-helligdag": "naeste-hverdag"}, {"tolerance": "timer"}], ids=str)
@pytest.mark.parametrize("born", ["1980-03-01", "1995-01-01"])
@pytest.mark.parametrize("start", STARTS)
def test_an_expected_deadline_is_the_one_that_comes(start: str, born: str, readings: dict[str, str]) -> None:
    first = D(start)
    case = kf.Sag(
        id="F",
        foedselsdato=D(born),
        perioder=(kf.Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=first),),
        haendelser=tuple(kf.Haendelse(art=kind, dato=first) for kind in ("indplacering", "tilmelding")),
    )

    def judged(day: dt.date) -> dict[tuple[str, int | None], kf.Krav]:
        verdict = kf.vurder(case, pr=day, fortolkninger=readings, afhaengigheder=False)
        return {(k.regel, k.trin): k for k in verdict.krav}

    came = judged(first + dt.timedelta(days=800))
    foretold = 0
    for days in range(3, 640, 53):
        for key, krav in judged(first + dt.timedelta(days=days)).items():
            known = came[key].frist if key in came else None
            if krav.forventet_frist is not None and known is not None:
                foretold += 1
                assert (key, days, krav.forventet_frist) == (key, days, known)
    assert foretold
