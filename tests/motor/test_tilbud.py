"""Offers, and interviews that several rules could use: who is in time, and who gets which."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest
from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Haendelse, Samtale
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering import samtaletaelling, tilbudstaelling
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.samtaletaelling import Samtaletaelling
from kontaktforloeb.vurdering.tilbudstaelling import Tilbudstaelling
from motor.legetoej import LOV, TIMER, fund, jobparat, ledig, lov, opgave, regel, samtale

D = dt.date


def tilbud(fra: int, slut: int | None = None, **mere: Any) -> Any:
    felter = {"art": "virksomhedspraktik", "status": "gennemfoert", "begyndt": True, "afgivet": None, "aarsag": None}
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
    fundet = Tilbudstaelling._loentilskudsfrist(Ting(loentilskud_dage=21), o, [(x, True) for x in poster])
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
    # planned for that day it is in time for the others' deadline
    assert grace(100, 103, tilbud(103, begyndt=False, **LOEN)) == (None, 103)
    assert grace(100, 103) == (None, 103)
    assert grace(None, 103, tilbud(104, **LOEN)) == (None, 103)
    assert grace(100, None, tilbud(104, **LOEN)) == (None, None)


@pytest.mark.parametrize("dag", [100, 120])
def test_the_last_offer_that_ended_before_a_day(dag: int) -> None:
    """Ended on day 80, and on the day itself, which is not before it."""
    tl = Ting(tilbud=[tilbud(60, 80), tilbud(70, dag)])
    dom: Any = Ting(tl=tl)
    assert Tilbudstaelling.sidste_tilbud_foer(dom, Ting(start=50), dag) == 80
    assert Tilbudstaelling.sidste_tilbud_foer(dom, Ting(start=60), dag) == 80
    assert Tilbudstaelling.sidste_tilbud_foer(dom, Ting(start=61), dag) is None


# --- what sets the deadline itself ------------------------------------------------------------------------------------


def saerlig(nominal: int | None, ordning: bool = False) -> tuple[int | None, list[str]]:
    fra, til, ny = (Ting(toordinal=lambda x=x: x) for x in (100, 200, 500))
    t: Any = Ting(ordningsfrister=[Ting(fra=fra, til=til, frist=ny, ordning="forsoeg", hjemmel="§")])
    o = opgave(nominal=nominal)
    dom: Any = Ting(tl=Ting(ordning=lambda _navn, _dag: ordning))
    Tilbudstaelling._saerlige_frister(dom, t, o)
    return o.nominal, o.hjemler


@pytest.mark.parametrize(("nominal", "svar"), [(99, 99), (100, 500), (200, 500), (201, 201), (None, None)])
def test_a_scheme_of_the_municipality_sets_the_deadline(nominal: int | None, svar: int | None) -> None:
    assert saerlig(nominal, ordning=True) == (svar, ["§"] if svar == 500 else [])
    assert saerlig(nominal) == (nominal, [])


def udskudt(*poster: Any, nominal: int | None = 150) -> int | None:
    o = opgave(nominal=nominal)
    dom: Any = Ting(tl=Ting(tilbud=list(poster)))
    Tilbudstaelling._udskyd(dom, Ting(udskydes_af="jobrettet"), o)
    return o.nominal


@pytest.mark.parametrize(
    ("fra", "slut", "svar"),
    [(150, 160, 161), (151, 160, 150), (140, 150, 151), (140, 149, 150), (150, None, None), (140, 160, 161)],
)
def test_a_course_puts_the_offer_off_to_the_day_after_it(fra: int, slut: int | None, svar: int | None) -> None:
    assert udskudt(tilbud(fra, slut, art="jobrettet")) == svar
    assert udskudt(tilbud(fra, slut, art="jobrettet", status="annulleret")) == 150
    assert udskudt(tilbud(fra, slut, art="jobrettet", begyndt=False)) == 150
    assert udskudt(tilbud(fra, slut)) == 150


def test_a_course_puts_off_what_has_a_deadline_and_of_two_the_first() -> None:
    kurser = [tilbud(140, 160, art="jobrettet"), tilbud(150, 170, art="jobrettet")]
    assert udskudt(*kurser) == 161
    assert udskudt(*kurser, nominal=None) is None


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
    assert samtaletaelling._senest(x, o) is svar


def talk(dag: int, formaal: str | None = None) -> Ting:
    return Ting(dag=dag, formaal=formaal)


@pytest.mark.parametrize(
    ("samtaler", "fra", "svar"),
    [
        ([], 200, 200),
        ([talk(150)], 200, 200),  # unmarked
        ([talk(150, "16")], 200, 150),  # counts whenever it was held
        ([talk(250, "16")], 200, 200),
        ([talk(200, "16")], 200, 200),
        ([talk(99, "16"), talk(160, "16")], 200, 160),  # of the course before
        ([talk(100, "16")], 200, 100),
        ([talk(150, "andet"), talk(160, "16")], 200, 160),
        ([talk(150, "16")], None, 150),
    ],
)
def test_a_window_begins_with_the_marked_one_in_the_course(samtaler: list[Any], fra: int | None, svar: int) -> None:
    dom: Any = Ting(tl=Ting(samtaler=samtaler), _taellelige=lambda *_: (samtaler, []))
    dom._maerkede = lambda k, f: Samtaletaelling._maerkede(dom, k, f)
    k: Any = Ting(regel=Ting(taeller=r.Samtaler(1, ("jobsamtale",), fortrin="16")))
    f: Any = Ting(start=100)
    assert Samtaletaelling._fra_maerket(dom, k, f, fra) == svar


def test_a_series_takes_what_its_steps_count_by_the_deadline() -> None:
    """Steps on day 100 and day 201; what stands outside the series, and what comes after day 200, takes nothing."""
    fundne = [
        Ting(trin=1, nominal=100, forventet=None, medregnet=["a", "b"]),
        Ting(trin=None, nominal=100, forventet=None, medregnet=["c"]),
        Ting(trin=2, nominal=201, forventet=None, medregnet=["d"]),
    ]
    k = Ting(regel=Ting(vindue=Ting(forrige_trin=True)))
    dom: Any = Ting(lov=Ting(klausuler=[k], numre={"RAEKKE": (0,)}), fund_i=lambda *_: fundne)
    o: Any = Ting(nominal=200, forventet=None)
    assert Samtaletaelling._til_raekken(dom, "RAEKKE", Ting(), o) == ["b"]


@pytest.mark.parametrize(("begyndt", "ventet"), [(None, []), (120, [121, 130]), (119, [120, 121]), (131, [])])
def test_a_series_on_the_clock_takes_the_first_after_its_phase_began(begyndt: int | None, ventet: list[int]) -> None:
    """From 6 months every third: 12 months hold two steps."""
    f = TimeForloeb.__new__(TimeForloeb)
    k = Ting(regel=Ting(vindue=Ting(forrige_trin=False, fra=6, interval=3), taeller=None))
    samtaler = [talk(d) for d in (119, 120, 121, 130, 131)]
    dom: Any = Ting(lov=Ting(klausuler=[k], numre={"RAEKKE": (0,)}), _taellelige=lambda *_: (samtaler, []))
    o: Any = Ting(klausul=Ting(regel=Ting(vindue=Ting(til=Ting(maengde=12)))))
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(TimeForloeb, "naaet", lambda *_: (begyndt, None))
        lap.setattr(TimeForloeb, "behov", lambda _f, maengde: maengde)
        assert [s.dag for s in Samtaletaelling._til_raekken(dom, "RAEKKE", f, o)] == ventet


@pytest.mark.parametrize(
    ("afloest", "nominal", "til", "ventet"),
    [
        (True, 201, 200, 200),
        (True, 199, 200, 199),
        (True, None, 200, 200),
        (False, 201, 200, 201),
        (False, None, 200, None),
        (True, 201, None, 201),
    ],
)
def test_what_happens_after_the_act_gave_way_is_not_asked_about(
    afloest: bool, nominal: int | None, til: int | None, ventet: int | None
) -> None:
    taeller = r.Samtaler(2, ("jobsamtale",))
    klausul = Ting(til=til, regel=Ting(taeller=taeller))
    o: Any = Ting(
        afloest=afloest, nominal=nominal, klausul=klausul, fra=100, kraevet=2, i_tide=[talk(d) for d in (110, 120, 130)]
    )
    v = Samtaletaelling._vindue(o)
    assert (v.fra, v.nominal, v.moedt) == (100, ventet, 120)
    # not met yet
    o.i_tide = o.i_tide[:1]
    assert Samtaletaelling._vindue(o).moedt is None
    o.kraevet = 1
    assert Samtaletaelling._vindue(o).moedt == 110
    # and offers are not held
    klausul.regel.taeller = None
    assert Samtaletaelling._vindue(o).moedt is None


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
    t = r.Samtaler(1, ("jobsamtale",), faelles=True, ogsaa_uden=r.Fravalgt())
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


@pytest.mark.parametrize(
    ("sidste", "ventet"),
    [(None, 200), (193, 200), (93, 100), (92, 200), (150, 157)],  # 92 and a week is before the window
)
def test_a_week_after_the_last_offer_at_most_unless_that_passed_before(sidste: int | None, ventet: int) -> None:
    """The window is day 100 to day 200."""
    dom: Any = Ting(sidste_gyldige_foer=lambda *_: (sidste, None))
    k: Any = Ting(regel=Ting(taeller=None, hoejst_efter_tilbud=r.uger(1)))
    f: Any = Ting(flyt=lambda _fra, dag: dag)
    assert Dom._hoejst_efter_tilbud(dom, k, f, 100, 200) == ventet


# --- the offers in a window -------------------------------------------------------------------------------------------


def talte(
    *poster: Any,
    fra: int | None = 100,
    frist: int | None = 200,
    afgivet: bool = False,
    aaben: bool = False,
    til: int | None = None,
    pr: int = 1000,
    uafklaret: tuple[Any, ...] = (),
    **mere: Any,
) -> Any:
    """The first days of what is in time and of what is late, and the requirement itself; a pair has its length."""
    felter = {"loebende": False, "loentilskud_dage": 0, "ellers": None, "afbrudt": "ikke-opfyldt", **mere}
    gyldige = [x if isinstance(x, tuple) else (x, True) for x in poster]
    dom: Any = Ting(
        pr=pr, _tilbudsfrist=lambda *_: afgivet, _uden_dato=lambda *_: aaben, _gyldige_tilbud=lambda *_: gyldige
    )
    dom._loentilskudsfrist = Tilbudstaelling._loentilskudsfrist
    o = opgave(
        fra=fra, frist=frist, nominal=None if frist is None else frist - 3, afloest=til is not None,
        uafklaret=list(uafklaret),
    )  # fmt: skip
    k: Any = Ting(til=til, regel=Ting(taeller=Ting(**felter)))
    Tilbudstaelling._tael_tilbud(dom, k, Ting(), o)
    return [x.fra for x in o.i_tide], [x.fra for x in o.sene], o


def test_an_offer_counts_from_the_first_day_to_the_last_and_then_late() -> None:
    alle = [tilbud(d) for d in (99, 100, 200, 201)]
    assert talte(*alle)[:2] == ([100, 200], [201])
    assert talte(*alle, frist=None)[:2] == ([100, 200, 201], [])
    assert talte(*alle, fra=None)[:2] == ([], [])
    # under the act that gave way on day 200
    assert talte(*alle, til=200, frist=300)[:2] == ([100, 200], [])


@pytest.mark.parametrize(("slut", "antal"), [(99, 0), (100, 1), (None, 1)])
def test_one_that_runs_when_the_window_opens_counts_where_that_is_enough(slut: int | None, antal: int) -> None:
    assert len(talte(tilbud(90, slut), loebende=True)[0]) == antal
    assert talte(tilbud(90, slut))[0] == []


@pytest.mark.parametrize(
    ("afgivet", "frist", "aaben", "antal"),
    [
        (False, 200, False, 0),
        (True, 200, False, 1),
        (True, None, False, 0),
        (True, None, True, 1),
        (False, None, True, 0),
    ],
)
def test_one_that_has_not_begun_counts_where_it_is_enough_that_it_is_given(
    afgivet: bool, frist: int | None, aaben: bool, antal: int
) -> None:
    assert len(talte(tilbud(150, begyndt=False, afgivet=110), afgivet=afgivet, frist=frist, aaben=aaben)[0]) == antal
    assert len(talte(tilbud(150, afgivet=110), afgivet=afgivet, frist=frist, aaben=aaben)[0]) == 1


def test_only_a_wage_subsidy_given_by_the_duty_has_the_later_deadline() -> None:
    """The duty is on day 197 and its week ends on day 200: given on 197 it may begin by 218, given on 198 by 200."""
    i_tide = tilbud(210, art="loentilskud", afgivet=197)
    for_sent = tilbud(205, art="loentilskud", afgivet=198)
    assert talte(i_tide, for_sent, tilbud(201), loentilskud_dage=21)[:2] == ([210], [205, 201])
    # where it is enough that it is given there is no later deadline
    assert talte(i_tide, afgivet=True, loentilskud_dage=21)[2].frist == 200


def test_an_offer_whose_length_is_unknown_leaves_it_open_until_another_meets_it() -> None:
    andet, uvis = ("ordning", "x"), (tilbud(150), None)
    laengde = ("tilbuddets-laengde", "tilbud[0]", "planlagt_til")  # it runs
    assert talte(uvis, uafklaret=(andet,))[2].uafklaret == [andet, laengde]
    assert talte(uvis, tilbud(160), uafklaret=(andet,))[2].uafklaret == [andet]
    # a late one never was enough
    assert talte((tilbud(201), None))[2].uafklaret == []


@pytest.mark.parametrize(
    ("slut", "aarsag", "afbrudt", "felt"),
    [
        (None, None, "ikke-opfyldt", "planlagt_til"),
        (160, None, "ikke-opfyldt", "aarsag"),
        (160, "ukendt", "ikke-opfyldt", "aarsag"),
        (160, "borger", "ikke-opfyldt", ""),  # the case tells, the law does not
        (160, "borger", "planlagt-laengde", "planlagt_til"),
    ],
)
def test_what_would_tell_whether_an_offer_was_long_enough(
    slut: int | None, aarsag: str | None, afbrudt: str, felt: str
) -> None:
    o = talte((tilbud(150, slut, aarsag=aarsag), None), afbrudt=afbrudt)[2]
    assert o.uafklaret == [("tilbuddets-laengde", "tilbud[0]", felt)]


@pytest.mark.parametrize(("pr", "antal"), [(200, 0), (201, 1)])
def test_what_is_taken_as_given_is_said_once_the_deadline_has_passed(pr: int, antal: int) -> None:
    assert len(talte(pr=pr, ellers="ingen-tilbud")[2].sted.antagelser) == antal
    assert talte(tilbud(150), pr=pr, ellers="ingen-tilbud")[2].sted.antagelser == []
    assert talte(pr=pr)[2].sted.antagelser == []


@pytest.mark.parametrize(
    ("poster", "svar"),
    [
        ([(110, 150, True)], (150, None)),
        ([(110, 199, True)], (199, None)),
        ([(110, 200, True)], (None, None)),  # it runs on the day itself
        ([(110, None, True)], (None, None)),
        ([(110, 150, True), (200, 210, True)], (150, None)),  # begins that day: not before it
        ([(110, 150, True), (120, 151, None)], (150, 120)),
        ([(110, 150, True), (120, 150, None)], (150, None)),  # it ended no later
        ([(110, 150, True), (120, None, None)], (150, 120)),
        ([(110, 150, True), (120, 140, True)], (150, None)),
        ([(110, 150, True), (120, 160, True)], (160, None)),
        ([(110, 150, None)], (None, None)),
    ],
)
def test_the_last_day_of_the_valid_offers_before_day_200(poster: list[Any], svar: Any) -> None:
    gyldige = [(tilbud(a, b), lang) for a, b, lang in poster]
    slut, uvis = Tilbudstaelling.sidste_gyldige_foer(Ting(_gyldige_tilbud=lambda *_: gyldige), Ting(), 200, Ting())
    assert (slut, None if uvis is None else uvis.fra) == svar


@pytest.mark.parametrize(
    ("nominal", "aaben_pligt", "afloest", "svar"),
    [
        (100, True, False, (True, None)),
        (99, True, False, (False, 150)),
        (100, False, False, (False, 150)),
        (100, True, True, (False, 150)),
    ],
)
def test_a_deadline_in_a_suspension_that_leaves_the_duty_open_has_no_last_day(
    nominal: int, aaben_pligt: bool, afloest: bool, svar: Any
) -> None:
    """The suspension is day 100 to day 200."""
    erklaering = Ting(kommuner=None, aaben_pligt=aaben_pligt)
    suspension = Ting(fra=100, til=200, erklaering=erklaering, gaelder=lambda dag: 100 <= dag <= 200)
    dom: Any = Ting(lov=Ting(suspensioner={"leg": [suspension]}), tl=Ting())
    o: Any = Ting(frist=150, nominal=nominal, afloest=afloest)
    assert (Tilbudstaelling._uden_dato(dom, Ting(regel=Ting(familie="leg")), o), o.frist) == svar


FOERSTE_ARTER = (r.Tilbudsart("virksomhedspraktik", r.Hjemmel(LOV, "§ 1")),)
ALLE_ARTER = (*FOERSTE_ARTER, r.Tilbudsart("loentilskud", r.Hjemmel(LOV, "§ 1")))


@pytest.mark.parametrize(
    ("poster", "svar"),
    [
        ([("loentilskud", 110, 180, True), ("virksomhedspraktik", 120, 150, True)], (150, None)),
        ([("loentilskud", 120, 180, True), ("virksomhedspraktik", 120, 150, True)], (180, None)),  # begun the same day
        ([("virksomhedspraktik", 110, 150, True), ("loentilskud", 120, 180, True)], (180, None)),
        ([("loentilskud", 110, 180, True)], (None, None)),
        ([("virksomhedspraktik", 110, 150, None)], (None, None)),  # not known to have been the first
        ([("virksomhedspraktik", 110, 150, True), ("loentilskud", 120, 180, None)], (150, 120)),
        ([("loentilskud", 110, 180, None), ("loentilskud", 120, 150, True)], (None, None)),
    ],
)
def test_the_last_day_of_the_offers_from_the_first_of_its_kinds_on(poster: list[Any], svar: Any) -> None:
    gyldige = [(tilbud(a, b, art=art), lang) for art, a, b, lang in poster]
    d: Any = Ting(_gyldige_tilbud=lambda *_: gyldige, _fra_det_foerste=Tilbudstaelling._fra_det_foerste)
    f: Any = Ting(gruppe=lambda _dag: "jobparat")
    slut, uvis = Tilbudstaelling.sidste_gyldige_foer(d, f, 200, r.Tilbudstaeller(ALLE_ARTER), FOERSTE_ARTER)
    assert (slut, None if uvis is None else uvis.fra) == svar
