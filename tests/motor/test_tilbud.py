"""Offers, and interviews that several rules could use: who is in time, and who gets which."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest
from attrs import evolve
from test_legetoejslov import TIMER, fund, jobparat, ledig, lov, regel, samtale

from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Haendelse, Samtale
from kontaktforloeb.vurdering import samtaletaelling, tilbudstaelling
from kontaktforloeb.vurdering.tilbudstaelling import Tilbudstaelling

D = dt.date


def tilbud(fra: int, slut: int | None = None, **mere: Any) -> Any:
    felter = {"art": "virksomhedspraktik", "status": "gennemfoert", "begyndt": True, "afgivet": None}
    return Ting(fra=fra, slut=slut, sti="tilbud[0]", **{**felter, **mere})


# --- løntilskud may begin within three weeks of the duty (LAB-2016 § 87; LAB-2019 § 102, stk. 3) ---


@pytest.mark.parametrize(("art", "afgivet", "svar"), [
    ("loentilskud", 100, True), ("loentilskud", 101, False), ("loentilskud", None, False), ("mentor", 100, False),
])  # fmt: skip
def test_given_by_the_day_of_the_duty(art: str, afgivet: int | None, svar: bool) -> None:
    assert tilbudstaelling._i_loentilskudsfristen(tilbud(110, art=art, afgivet=afgivet), 100) is svar


def grace(nominal: int | None, frist: int | None, *poster: Any) -> tuple[Any, int | None]:
    """The duty is on day 100, a Thursday; its week ends on day 103; three weeks on is day 121."""
    o: Any = Ting(nominal=nominal, frist=frist)
    fundet = Tilbudstaelling._loentilskudsfrist(Ting(loentilskud_dage=21), o, [(x, True) for x in poster])  # type: ignore[arg-type]
    return fundet, o.frist


LOEN = {"art": "loentilskud", "afgivet": 100}


def test_the_later_deadline_of_a_wage_subsidy_given_in_time() -> None:
    assert grace(100, 103, tilbud(104, **LOEN)) == ((100, 103), 121)
    # begun within the week it needs no later deadline
    assert grace(100, 103, tilbud(103, **LOEN)) == (None, 103)
    # nor where another offer has begun by then, on its last day
    assert grace(100, 103, tilbud(104, **LOEN), tilbud(103)) == (None, 103)
    assert grace(100, 103, tilbud(104, **LOEN), tilbud(104)) == ((100, 103), 121)
    assert grace(100, 103, tilbud(104, **LOEN), tilbud(103, begyndt=False)) == ((100, 103), 121)
    assert grace(100, 103) == (None, 103)
    assert grace(None, 103, tilbud(104, **LOEN)) == (None, 103)
    assert grace(100, None, tilbud(104, **LOEN)) == (None, None)


@pytest.mark.parametrize("dag", [100, 120])
def test_the_last_offer_that_ended_before_a_day(dag: int) -> None:
    """Ended on day 80, and on the day itself, which is not before it."""
    tl = Ting(tilbud=[tilbud(60, 80), tilbud(70, dag)])
    dom: Any = Ting(tl=tl)
    assert Tilbudstaelling.sidste_tilbud_foer(dom, Ting(start=50), dag) == 80  # type: ignore[arg-type]
    assert Tilbudstaelling.sidste_tilbud_foer(dom, Ting(start=60), dag) == 80  # type: ignore[arg-type]
    assert Tilbudstaelling.sidste_tilbud_foer(dom, Ting(start=61), dag) is None  # type: ignore[arg-type]


# --- what sets the deadline itself ------------------------------------------------------------------------------------


def saerlig(nominal: int | None, *poster: Any, ordning: bool = False) -> tuple[int | None, list[str]]:
    fra, til, ny = (Ting(toordinal=lambda x=x: x) for x in (100, 200, 500))
    t: Any = Ting(
        ordningsfrister=[Ting(fra=fra, til=til, frist=ny, ordning="forsoeg", hjemmel="§")], udskydes_af="jobrettet"
    )
    o: Any = Ting(nominal=nominal, hjemler=[])
    dom: Any = Ting(tl=Ting(tilbud=list(poster), ordning=lambda _navn, _dag: ordning))
    Tilbudstaelling._saerlige_frister(dom, t, o)
    return o.nominal, o.hjemler


@pytest.mark.parametrize(("nominal", "svar"), [(99, 99), (100, 500), (200, 500), (201, 201), (None, None)])
def test_a_scheme_of_the_municipality_sets_the_deadline(nominal: int | None, svar: int | None) -> None:
    assert saerlig(nominal, ordning=True) == (svar, ["§"] if svar == 500 else [])
    assert saerlig(nominal) == (nominal, [])


@pytest.mark.parametrize(
    ("fra", "slut", "svar"),
    [(150, 160, 161), (151, 160, 150), (140, 150, 151), (140, 149, 150), (150, None, None), (140, 160, 161)],
)
def test_a_course_puts_the_offer_off_to_the_day_after_it(fra: int, slut: int | None, svar: int | None) -> None:
    assert saerlig(150, tilbud(fra, slut, art="jobrettet")) == (svar, [])
    assert saerlig(150, tilbud(fra, slut, art="jobrettet", status="annulleret")) == (150, [])
    assert saerlig(150, tilbud(fra, slut, art="jobrettet", begyndt=False)) == (150, [])
    assert saerlig(150, tilbud(fra, slut)) == (150, [])


# --- exempt at the deadline: one month after the exemption (LAB-2019 § 102, stk. 4) ---


def fri(fra: str, til: str | None) -> Any:
    slut = None if til is None else D.fromisoformat(til).toordinal()
    return Ting(fra=D.fromisoformat(fra).toordinal(), slut=slut, navn="barsel", undergrund=None, fastholdt=False)


@pytest.mark.parametrize(
    ("fritagelser", "svar"),
    [
        ([("2021-03-01", "2021-03-31")], ("2021-04-30", "2021-03-31")),
        ([("2021-03-01", None)], (None, None)),
        ([("2021-03-11", "2021-03-31")], None),  # not exempt at the deadline, 10 March
        # one that begins on the last day of the month after moves it again; the day after that does not
        ([("2021-03-01", "2021-03-31"), ("2021-04-30", "2021-05-10")], ("2021-06-10", "2021-05-10")),
        ([("2021-03-01", "2021-03-31"), ("2021-05-01", "2021-05-10")], ("2021-04-30", "2021-03-31")),
        # one straight after it, for a single day
        ([("2021-03-01", "2021-03-31"), ("2021-04-01", "2021-04-01")], ("2021-05-01", "2021-04-01")),
        # of two in the month the first is met first
        (
            [("2021-03-01", "2021-03-31"), ("2021-04-05", "2021-04-06"), ("2021-05-20", "2021-05-25")],
            ("2021-05-06", "2021-04-06"),
        ),
        (
            [("2021-03-01", "2021-03-31"), ("2021-04-05", "2021-04-06"), ("2021-04-20", "2021-04-21")],
            ("2021-05-21", "2021-04-21"),
        ),
    ],
)
def test_one_month_after_the_last_exempt_day(fritagelser: list[Any], svar: Any) -> None:
    erklaering = Ting(
        gaelder=True, maalgrupper=None, ydelser=None, beskaeftigelse_timer=None, grund="barsel", undergrunde=None,
        medmindre_fastholdt=False, dage_foer=0, hoejst_dage=None,
    )  # fmt: skip
    t = Ting(erklaering=erklaering, gaelder=lambda _dag: True)
    dom: Any = Ting(lov=Ting(fritagelser={"leg": [t]}), tl=Ting(fritagelser=[fri(*x) for x in fritagelser], arbejde=[]))
    k: Any = Ting(regel=Ting(familie="leg"))
    nominal = D(2021, 3, 10).toordinal()
    fundet = Tilbudstaelling._efter_fritagelse(dom, k, "jobparat", nominal, r.maaneder(1))
    if svar is None:
        assert fundet is None
    elif svar[0] is None:
        assert fundet == (None, nominal)
    else:
        assert fundet is not None
        assert [dt.date.fromordinal(x or 1).isoformat() for x in fundet] == list(svar)


# --- interviews: a step by the deadline -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trin", "frist", "svar"),
    [
        ((100, None), (100, None), True),
        ((101, None), (100, None), False),
        ((None, 100), (100, None), True),
        ((100, None), (None, 99), False),
        ((None, None), (100, None), False),  # the step is not known to fall due at all
        ((100, None), (None, None), True),
        ((None, None), (None, None), True),
        ((None, None), (None, 100), True),
    ],
)
def test_whether_a_step_falls_due_by_the_deadline(trin: Any, frist: Any, svar: bool) -> None:
    x, o = (Ting(nominal=n, forventet=v) for n, v in (trin, frist))
    assert samtaletaelling._senest(x, o) is svar  # type: ignore[arg-type]


# --- who gets which interview -----------------------------------------------------------------------------------------

START = D(2021, 3, 1)


def haendelser(**dage: D) -> tuple[Haendelse, ...]:
    return tuple(Haendelse(art=art, dato=dag) for art, dag in dage.items())


def udfald(law: Any, sag: Any, pr: D) -> dict[str, str]:
    return {x.klausul.regel.id: x.udfald for x in fund(law, sag, pr)}


def test_of_two_narrow_requirements_the_one_with_the_earlier_deadline_is_served_first() -> None:
    """Windows from 8 March, to the 29th and to the 22nd; one interview, on the 15th."""
    besoeg = r.Haendelse("besoeg")
    law = lov(
        regel("3", r.Enkelt(besoeg, r.Plus(besoeg, r.uger(4))), besides=("LEG:1", "LEG:2")),
        regel("1", r.Enkelt(besoeg, r.Plus(besoeg, r.uger(3)))),
        regel("2", r.Enkelt(besoeg, r.Plus(besoeg, r.uger(2)))),
    )
    sag = jobparat(START, haendelser=haendelser(besoeg=D(2021, 3, 8)), samtaler=(samtale(D(2021, 3, 15)),))
    assert udfald(law, sag, D(2021, 5, 1)) == {
        "LEG:1": "ikke-opfyldt", "LEG:2": "opfyldt", "LEG:3": "ikke-opfyldt"
    }  # fmt: skip


def test_what_has_a_deadline_is_served_before_what_has_none_yet() -> None:
    """Thirteen weeks of hours are not reached; two weeks from an event are."""
    besoeg = r.Haendelse("besoeg")
    dagpenge: Any = {"ur": "timer", "maalgrupper": ("dagpengemodtager",)}
    law = lov(
        regel("3", r.Enkelt(besoeg, r.Plus(besoeg, r.uger(4))), besides=("LEG:1", "LEG:2"), **dagpenge),
        regel("1", r.Enkelt(besoeg, r.Naaet(r.uger(13))), **dagpenge),
        regel("2", r.Enkelt(besoeg, r.Plus(besoeg, r.uger(2))), **dagpenge),
        ure=(TIMER,),
    )
    sag = ledig(D(2021, 8, 2), haendelser=haendelser(besoeg=D(2021, 8, 9)), samtaler=(samtale(D(2021, 8, 16)),))
    assert udfald(law, sag, D(2021, 8, 20)) == {"LEG:1": "afventer", "LEG:2": "opfyldt", "LEG:3": "afventer"}


@pytest.mark.parametrize(("fravalg", "svar"), [(True, "opfyldt"), (False, "ikke-opfyldt")])
def test_where_the_a_kasse_is_declined_an_interview_without_it_counts(fravalg: bool, svar: str) -> None:
    t = r.Samtaler(1, ("jobsamtale",), faelles=True, ogsaa_uden=True)
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2))), t))
    sket = (Haendelse(art="a-kasse-fravalg", dato=START),) if fravalg else ()
    assert udfald(law, jobparat(START, haendelser=sket, samtaler=(samtale(D(2021, 3, 8)),)), D(2021, 5, 1)) == {
        "LEG:1": svar
    }


@pytest.mark.parametrize(
    ("dag", "antal"), [(D(2021, 2, 28), 0), (D(2021, 3, 1), 1), (D(2021, 3, 15), 1), (D(2021, 3, 16), 0)]
)
def test_an_interview_missed_in_the_window_is_remarked(dag: D, antal: int) -> None:
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))))
    (x,) = fund(law, jobparat(START, samtaler=(evolve(samtale(dag), status="udeblevet"),)), D(2021, 5, 1))
    assert [b[0] for b in x.bemaerkninger] == ["udeblevet"] * antal


@pytest.mark.parametrize(("dag", "svar"), [(D(2021, 3, 10), "opfyldt"), (D(2021, 3, 11), "bortfaldet")])
def test_until_the_event_that_ends_the_duty(dag: D, svar: str) -> None:
    """The duty ends on 10 March; what is held that day meets it."""
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2))), ophoerer_ved="besoeg"))
    sag = jobparat(START, haendelser=haendelser(besoeg=D(2021, 3, 10)), samtaler=(samtale(dag),))
    assert udfald(law, sag, D(2021, 5, 1)) == {"LEG:1": svar}


@pytest.mark.parametrize(
    ("ophoer", "svar"),
    [(D(2021, 3, 14), "bortfaldet"), (D(2021, 3, 15), "bortfaldet"), (D(2021, 3, 16), "ikke-opfyldt")],
)
def test_a_duty_that_ended_by_its_deadline_lapses(ophoer: D, svar: str) -> None:
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2))), ophoerer_ved="besoeg"))
    assert udfald(law, jobparat(START, haendelser=haendelser(besoeg=ophoer)), D(2021, 5, 1)) == {"LEG:1": svar}


@pytest.mark.parametrize(("dag", "talt"), [(D(2021, 2, 28), []), (D(2021, 3, 1), [D(2021, 3, 1)])])
def test_one_marked_with_the_purpose_counts_from_the_start_of_the_course(dag: D, talt: list[D]) -> None:
    """The window is from 8 March; the interview marked for it counts though it was held before, in the course."""
    besoeg = r.Haendelse("besoeg")
    t = r.Samtaler(1, ("jobsamtale",), fortrin="16-maaneder")
    law = lov(regel("1", r.Enkelt(besoeg, r.Plus(besoeg, r.uger(2))), t))
    holdt: Samtale = evolve(samtale(dag), formaal="16-maaneder")
    sag = jobparat(START, haendelser=haendelser(besoeg=D(2021, 3, 8)), samtaler=(holdt,))
    (x,) = fund(law, sag, D(2021, 5, 1))
    assert [dt.date.fromordinal(s.dag) for s in x.medregnet] == talt
