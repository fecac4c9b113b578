"""Series under toy laws: rolling windows, whole calendar months, fixed steps, and steps on the hour clock. By hand."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest
from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Fritagelse, Haendelse, Periode, Sag, Tilbud
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.fund import Fund
from kontaktforloeb.vurdering.raekker import Raekker
from motor.legetoej import BESOEG, FOERSTE, LOV, fund, jobparat, ledig, lov, regel, samtale

D = dt.date
START = D(2021, 3, 1)  # a Monday


def iso(dag: int | None) -> str | None:
    return None if dag is None else dt.date.fromordinal(dag).isoformat()


def trin(fundne: list[Fund]) -> list[tuple[Any, ...]]:
    """Step, first day, deadline, outcome and what was counted."""
    return [
        (x.trin, iso(x.fra), iso(x.frist), x.udfald, [iso(getattr(m, "dag", None) or m.fra) for m in x.medregnet])
        for x in sorted(fundne, key=lambda x: (x.klausul.regel.id, x.trin or 0))
    ]


def holdt(*dage: str) -> tuple[Any, ...]:
    return tuple(samtale(D.fromisoformat(x)) for x in dage)


# --- rolling windows --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("efter", "foerste"), [(True, "2021-03-02"), (False, "2021-03-01")])
def test_a_rolling_window_runs_from_each_interview_and_else_from_the_deadline(efter: bool, foerste: str) -> None:
    """Two weeks each. Held on 10 March: the next runs 11-24 March; nothing then: 25 March - 7 April."""
    law = lov(regel("1", r.PaaHinanden(r.Start(), r.uger(2), efter=efter, form="rullende")))
    fundne = trin(fund(law, jobparat(START, samtaler=holdt("2021-03-10")), D(2021, 3, 31)))
    assert fundne == [
        (1, foerste, "2021-03-15", "opfyldt", ["2021-03-10"]),
        (2, "2021-03-11", "2021-03-24", "ikke-opfyldt", []),
        (3, "2021-03-25", "2021-04-07", "afventer", []),
    ]


def test_a_rolling_window_counts_from_the_last_day_in_time_and_not_from_the_day_after() -> None:
    law = lov(regel("1", r.PaaHinanden(r.Start(), r.uger(2), form="rullende")))
    paa = trin(fund(law, jobparat(START, samtaler=holdt("2021-03-15")), D(2021, 3, 16)))
    assert paa == [
        (1, "2021-03-02", "2021-03-15", "opfyldt", ["2021-03-15"]),
        (2, "2021-03-16", "2021-03-29", "afventer", []),
    ]
    # late: the window before is unmet and the talk is the next one's; what was held on the first day is not after it
    efter = trin(fund(law, jobparat(START, samtaler=holdt("2021-03-01", "2021-03-16", "2021-03-20")), D(2021, 4, 2)))
    assert efter == [
        (1, "2021-03-02", "2021-03-15", "ikke-opfyldt", []),
        (2, "2021-03-16", "2021-03-29", "opfyldt", ["2021-03-16"]),
        (3, "2021-03-17", "2021-03-30", "opfyldt", ["2021-03-20"]),
        (4, "2021-03-21", "2021-04-03", "afventer", []),
    ]


def test_the_next_rolling_window_is_shown_once_the_deadline_is_reached() -> None:
    law = lov(regel("1", r.PaaHinanden(r.Start(), r.uger(2), form="rullende")))
    assert [len(fund(law, jobparat(START), D(2021, 3, dag))) for dag in (14, 15)] == [1, 2]


def test_a_rolling_window_on_the_hour_clock() -> None:
    """Two weeks are 74 hours, ten weekdays of full time from Monday 2 August 2021: to Friday 13; then to the 27th."""
    law = lov(
        regel(
            "1", r.PaaHinanden(r.Start(), r.uger(2), paa_uret=True, form="rullende", efter=False), ur="timer",
            maalgrupper=("dagpengemodtager",),
        )
    )  # fmt: skip
    fundne = trin(fund(law, ledig(D(2021, 8, 2)), D(2021, 8, 20)))
    # the first day is itself on the clock: ten weekdays after it
    assert next(x[2] for x in fundne) == "2021-08-16"


# --- whole calendar months --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fra", "efter", "frister"),
    [
        (D(2021, 3, 1), False, ["2021-04-30", "2021-06-30"]),  # March itself is whole
        (D(2021, 3, 1), True, ["2021-05-31", "2021-07-31"]),  # from the day after: April and May
        (D(2021, 3, 2), False, ["2021-05-31", "2021-07-31"]),
        (D(2021, 3, 31), True, ["2021-05-31", "2021-07-31"]),
    ],
)
def test_windows_of_whole_calendar_months(fra: dt.date, efter: bool, frister: list[str]) -> None:
    law = lov(regel("1", r.PaaHinanden(r.Start(), r.maaneder(2), efter=efter, form="kalendermaaned")))
    assert [x[2] for x in trin(fund(law, jobparat(fra), D(2021, 6, 1)))][:2] == frister


# --- windows one after the other --------------------------------------------------------------------------------------


def test_windows_stop_with_the_course_and_one_shown_is_the_next() -> None:
    law = lov(regel("1", r.PaaHinanden(r.Start(), r.maaneder(1), efter=False)))
    assert [x[1:4] for x in trin(fund(law, jobparat(START), D(2021, 3, 31)))] == [
        ("2021-03-01", "2021-04-01", "afventer")
    ]
    assert [x[1:3] for x in trin(fund(law, jobparat(START), D(2021, 4, 1)))] == [
        ("2021-03-01", "2021-04-01"),
        ("2021-04-02", "2021-05-01"),
    ]
    # the course ends the day the second window would begin: it is shown as lapsed; the day before, not at all
    assert len(fund(law, jobparat(START, D(2021, 4, 2)), D(2021, 6, 1))) == 2
    assert len(fund(law, jobparat(START, D(2021, 4, 1)), D(2021, 6, 1))) == 1


# --- at latest each so long -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gitter", "ventet"),
    [
        (
            False,
            [
                (1, "2021-03-02", "2021-04-01", "opfyldt", ["2021-03-20"]),
                (2, "2021-03-21", "2021-04-20", "opfyldt-for-sent", ["2021-04-28"]),
                (3, "2021-04-29", "2021-05-28", "afventer", []),
            ],
        ),
        (
            True,
            [
                (1, "2021-03-02", "2021-04-01", "opfyldt", ["2021-03-20"]),
                (2, "2021-04-02", "2021-05-01", "opfyldt", ["2021-04-28"]),
                (3, "2021-05-02", "2021-06-01", "afventer", []),
            ],
        ),
    ],
)
def test_a_month_since_the_last_or_in_fixed_steps(gitter: bool, ventet: list[Any]) -> None:
    law = lov(regel("1", r.FraSeneste(r.Start(), r.maaneder(1), gitter=gitter)))
    assert trin(fund(law, jobparat(START, samtaler=holdt("2021-03-20", "2021-04-28")), D(2021, 5, 10))) == ventet


def test_in_fixed_steps_nothing_is_met_late() -> None:
    law = lov(regel("1", r.FraSeneste(r.Start(), r.maaneder(1), gitter=True)))
    assert [x[3] for x in trin(fund(law, jobparat(START, samtaler=holdt("2021-04-03")), D(2021, 5, 10)))] == [
        "ikke-opfyldt", "opfyldt", "afventer"
    ]  # fmt: skip


def test_late_only_until_the_deadline_that_the_miss_itself_sets() -> None:
    """Missed on 1 April: the next is 1 May. Held that day it is late for the first; the day after, not."""
    law = lov(regel("1", r.FraSeneste(r.Start(), r.maaneder(1))))
    assert [x[3] for x in trin(fund(law, jobparat(START, samtaler=holdt("2021-05-01")), D(2021, 5, 10)))][:1] == [
        "opfyldt-for-sent"
    ]
    assert [x[3] for x in trin(fund(law, jobparat(START, samtaler=holdt("2021-05-02")), D(2021, 5, 10)))][:2] == [
        "ikke-opfyldt", "opfyldt-for-sent"
    ]  # fmt: skip


def test_a_deduction_in_days_makes_the_interval_shorter() -> None:
    law = lov(regel("1", r.FraSeneste(r.Start(), r.maaneder(1), fradrag=3)))
    assert [x[2] for x in trin(fund(law, jobparat(START), D(2021, 3, 15)))] == ["2021-03-29"]


@pytest.mark.parametrize(
    ("fra", "til", "frist"),
    [
        ("2021-03-08", "2021-03-14", "2021-04-08"),  # a whole week, Monday to Sunday
        ("2021-03-08", "2021-03-13", "2021-04-01"),
        ("2021-03-09", "2021-03-15", "2021-04-01"),
        ("2021-03-09", "2021-03-21", "2021-04-08"),
        ("2021-03-07", "2021-03-21", "2021-04-15"),
        ("2021-03-08", None, "2021-04-08"),  # it runs, and `pr` is Sunday the 14th
    ],
)
def test_whole_weeks_under_an_exemption_put_the_deadline_off(fra: str, til: str | None, frist: str) -> None:
    ur = r.Loebendeur("loeb", "løbende", (("jobparat",),), ("kontanthjaelp",), None, samme_ydelse=True)
    law = lov(
        regel("1", r.FraSeneste(r.Start(), r.maaneder(1), flyttes=True, hviler_under=("barsel",)), ur="loeb"), ure=(ur,)
    )
    fri = Fritagelse(grund="barsel", fra=D.fromisoformat(fra), til=None if til is None else D.fromisoformat(til))
    pr = D(2021, 3, 14) if til is None else D(2021, 3, 28)
    assert [x[2] for x in trin(fund(law, jobparat(START, fritagelser=(fri,)), pr))] == [frist]
    # another ground puts nothing off
    andet = evolve(fri, grund="kan-ikke-deltage")
    assert [x[2] for x in trin(fund(law, jobparat(START, fritagelser=(andet,)), pr))] == ["2021-04-01"]


# --- steps on the hour clock ------------------------------------------------------------------------------------------


def maanedlige(**mere: Any) -> r.Regel:
    return regel("1", r.Kumulativ(r.maaneder(1), r.dage(14), **mere), ur="timer", maalgrupper=("dagpengemodtager",))


def test_a_step_counts_only_what_was_held_after_the_step_before_was_reached() -> None:
    """160.33 hours at 7.40 a day are reached on the 22nd weekday, 320.66 on the 44th, 480.99 on the 65th.

    From Monday 2 August 2021: Tuesday 31 August, Thursday 30 September, Friday 29 October.
    """
    held = holdt("2021-08-10", "2021-08-31", "2021-09-01")
    law = lov(maanedlige(antal=3, forrige_trin=True))
    assert trin(fund(law, ledig(D(2021, 8, 2), samtaler=held), D(2021, 10, 20))) == [
        (1, "2021-08-02", "2021-09-14", "opfyldt", ["2021-08-10"]),
        (2, "2021-09-01", "2021-10-14", "opfyldt", ["2021-09-01"]),
        (3, "2021-10-01", None, "afventer", []),
    ]
    # without that each step counts all of the phase
    law = lov(maanedlige(antal=3))
    assert [x[4] for x in trin(fund(law, ledig(D(2021, 8, 2), samtaler=held), D(2021, 10, 20)))] == [
        ["2021-08-10"], ["2021-08-31"], ["2021-09-01"]
    ]  # fmt: skip


def test_a_later_phase_begins_the_day_after_the_clock_reaches_it() -> None:
    law = lov(maanedlige(fra=r.maaneder(1)))
    held = holdt("2021-08-31", "2021-09-01")
    fundne = fund(law, ledig(D(2021, 8, 2), samtaler=held), D(2021, 9, 3))
    assert trin(fundne) == [(1, "2021-09-01", None, "opfyldt", ["2021-09-01"])]
    # not reached yet: one step without dates, expected 14 days after two months are, on 30 September
    (foer,) = fund(law, ledig(D(2021, 8, 2)), D(2021, 8, 30))
    assert (foer.fra, foer.frist, iso(foer.forventet)) == (None, None, "2021-10-14")


@pytest.mark.parametrize(("dag", "talt"), [("2021-10-29", ["2021-10-29"]), ("2021-10-30", [])])
def test_an_interview_after_the_end_of_a_limited_phase_is_not_of_it(dag: str, talt: list[str]) -> None:
    """Three months are reached on Friday 29 October 2021."""
    law = lov(maanedlige(antal=3))
    sidste = trin(fund(law, ledig(D(2021, 8, 2), samtaler=holdt("2021-08-03", "2021-08-04", dag)), D(2021, 11, 15)))[-1]
    assert (sidste[0], sidste[4]) == (3, talt)


# --- gaps between offers ----------------------------------------------------------------------------------------------

BEGGE = r.Loebendeur("loeb", "løbende", (("jobparat", "aktivitetsparat"),), ("kontanthjaelp",), None, samme_ydelse=True)
ARTER = (r.Tilbudsart("virksomhedspraktik", r.Hjemmel(LOV, "§ 1")),)


def tilbud(fra: str, til: str | None) -> Tilbud:
    status = "i-gang" if til is None else "gennemfoert"
    return Tilbud(
        art="virksomhedspraktik",
        fra=D.fromisoformat(fra),
        til=None if til is None else D.fromisoformat(til),
        status=status,
    )


def huller(*poster: Tilbud, til: str | None = None, pr: str = "2021-12-01", **mere: Any) -> list[tuple[Any, ...]]:
    law = lov(regel("1", r.FraSeneste(None, r.maaneder(1)), r.Tilbudstaeller(ARTER), maalgrupper=("jobparat",), **mere))
    slut = None if til is None else D.fromisoformat(til)
    return [x[1:4] for x in trin(fund(law, jobparat(START, slut, tilbud=poster), D.fromisoformat(pr)))]


@pytest.mark.parametrize(
    ("naeste", "antal"),
    [("2021-04-30", 0), ("2021-05-01", 0), ("2021-05-02", 1)],
)
def test_a_gap_opens_where_the_next_offer_does_not_begin_the_day_after(naeste: str, antal: int) -> None:
    """The first ends on 30 April; the last runs on."""
    fundne = huller(tilbud("2021-04-01", "2021-04-30"), tilbud(naeste, None))
    assert fundne == [("2021-05-01", "2021-05-30", "opfyldt")][:antal]


def test_an_offer_inside_a_longer_one_closes_no_gap() -> None:
    # a month on is Friday 30 July, and its week ends on 1 August
    fundne = huller(tilbud("2021-04-01", "2021-06-30"), tilbud("2021-04-10", "2021-04-20"), tilbud("2021-09-01", None))
    assert fundne == [("2021-07-01", "2021-08-01", "opfyldt-for-sent")]


def test_an_offer_only_planned_closes_no_gap_and_opens_none() -> None:
    """The first ended on 30 April; another is planned from 10 May to 20 May and has not begun."""
    planlagt = evolve(tilbud("2021-05-10", "2021-05-20"), status="planlagt")
    fundne = huller(tilbud("2021-04-01", "2021-04-30"), planlagt, pr="2021-05-05")
    assert fundne == [("2021-05-01", "2021-05-30", "afventer")]


@pytest.mark.parametrize(("slut", "antal"), [("2021-04-30", 0), ("2021-05-01", 1)])
def test_no_gap_opens_in_a_course_that_ended_with_the_offer(slut: str, antal: int) -> None:
    assert len(huller(tilbud("2021-04-01", "2021-04-30"), til=slut)) == antal


@pytest.mark.parametrize(("ud", "antal"), [("2021-05-01", 0), ("2021-05-02", 1)])
def test_a_gap_is_of_one_who_is_in_the_group_when_it_opens(ud: str, antal: int) -> None:
    """The offer ends on 30 April; into another group on 1 or 2 May."""
    ur = r.Loebendeur(
        "loeb", "løbende", (("jobparat", "aktivitetsparat"),), ("kontanthjaelp",), None, samme_ydelse=True
    )
    law = lov(regel("1", r.FraSeneste(None, r.maaneder(1)), r.Tilbudstaeller(ARTER), ur="loeb"), ure=(ur,))
    dag = D.fromisoformat(ud)
    perioder = (
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=START, til=dag - dt.timedelta(1)),
        Periode(ydelse="kontanthjaelp", maalgruppe="aktivitetsparat", fra=dag),
    )
    sag = Sag(id="H", perioder=perioder, tilbud=(tilbud("2021-04-01", "2021-04-30"),))
    assert len(fund(law, sag, D(2021, 12, 1))) == antal


@pytest.mark.parametrize(("ind", "antal"), [("2021-05-30", 1), ("2021-05-31", 0)])
def test_a_gap_is_of_one_who_is_in_the_group_by_its_deadline(ind: str, antal: int) -> None:
    """The offer ends on 30 April, while of the other group; a month on is 30 May."""
    ur = r.Loebendeur(
        "loeb", "løbende", (("jobparat", "aktivitetsparat"),), ("kontanthjaelp",), None, samme_ydelse=True
    )
    law = lov(regel("1", r.FraSeneste(None, r.maaneder(1)), r.Tilbudstaeller(ARTER), ur="loeb"), ure=(ur,))
    dag = D.fromisoformat(ind)
    perioder = (
        Periode(ydelse="kontanthjaelp", maalgruppe="aktivitetsparat", fra=START, til=dag - dt.timedelta(1)),
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dag),
    )
    sag = Sag(id="H", perioder=perioder, tilbud=(tilbud("2021-04-01", "2021-04-30"),))
    assert len(fund(law, sag, D(2021, 12, 1))) == antal


# --- whom the group binds ---------------------------------------------------------------------------------------------


def to_grupper(skift: str, fra: dt.date = START) -> tuple[Periode, ...]:
    dag = D.fromisoformat(skift)
    return (
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=fra, til=dag - dt.timedelta(1)),
        Periode(ydelse="kontanthjaelp", maalgruppe="aktivitetsparat", fra=dag),
    )


@pytest.mark.parametrize(("skift", "udfald"), [("2021-04-01", "bortfaldet"), ("2021-04-02", "ikke-opfyldt")])
def test_who_leaves_the_group_by_the_deadline_is_not_bound(skift: str, udfald: str) -> None:
    """A month from 1 March: the deadline is 1 April, and the group of that day decides."""
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(1))), ur="loeb"), ure=(BEGGE,))
    (x,) = fund(law, Sag(id="G", perioder=to_grupper(skift)), D(2021, 6, 1))
    assert (x.udfald, x.gruppe) == (udfald, "jobparat")


@pytest.mark.parametrize(("skift", "antal"), [("2021-03-15", 0), ("2021-03-16", 1)])
def test_who_left_before_the_window_began_was_never_bound(skift: str, antal: int) -> None:
    """The window begins on 15 March, by an event."""
    besoeg = r.Haendelse("besoeg")
    law = lov(regel("1", r.Enkelt(besoeg, r.Plus(besoeg, r.maaneder(1))), ur="loeb"), ure=(BEGGE,))
    sket = (Haendelse(art="besoeg", dato=D(2021, 3, 15)),)
    assert len(fund(law, Sag(id="G", perioder=to_grupper(skift), haendelser=sket), D(2021, 6, 1))) == antal


@pytest.mark.parametrize(("klar", "levnet"), [(True, 1), (False, 0)])
def test_a_series_leaves_an_interview_only_to_a_rule_that_binds(klar: bool, levnet: int) -> None:
    samtale_ = Ting(dag=150)

    def klargoer(_k: Any, _f: Any, o: Any) -> bool:
        o.i_tide = [samtale_]
        return klar

    anden: Any = Ting(regel=Ting(taeller=Ting(antal=1), vindue=r.Enkelt(r.Start(), r.Start())))
    d: Any = Ting(
        lov=Ting(numre={"B": [0]}, klausuler=[anden]), _fra_maerket=lambda _k, _f, fra: fra, _klargoer=klargoer
    )
    k: Any = Ting(regel=Ting(taeller=Ting(levner=("B",))))
    assert len(Raekker._levnet(d, k, Ting(start=100))) == levnet


# --- one step at a time -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frist", "forventet", "punkt", "svar"),
    [
        (200, None, (150, None), (200, None)),
        (200, None, (250, None), (250, None)),
        (200, None, (None, 250), (None, 250)),  # not known yet while the point is not
        (None, 300, (150, None), (None, 300)),
        (None, 300, (None, 250), (None, 300)),
        (None, 300, (None, 350), (None, 350)),
        (None, 300, (None, None), (None, None)),  # nor expected while one of the two is not
        (200, None, (None, None), (None, None)),
        (None, None, (None, 250), (None, None)),
    ],
)
def test_a_deadline_lies_at_the_earliest_at_its_point(frist: Any, forventet: Any, punkt: Any, svar: Any) -> None:
    o: Any = Ting(nominal=frist, forventet=forventet, sted=Ting(f=Ting(naaet=lambda _m: punkt)))
    Raekker._ikke_foer(o, r.Naaet(r.uger(1)))
    assert (o.nominal, o.forventet) == svar


def test_a_step_takes_the_first_that_none_before_it_used_in_time_before_late() -> None:
    a, b, c = (Ting(dag=x) for x in (1, 2, 3))
    brugt = {id(a)}
    o: Any = Ting(i_tide=[a, b], sene=[c])
    Raekker._foerste_ubrugte(o, brugt)
    assert (o.i_tide, o.sene) == ([b], [])
    o = Ting(i_tide=[a, b], sene=[c])
    Raekker._foerste_ubrugte(o, brugt)
    assert (o.i_tide, o.sene) == ([], [c])
    o = Ting(i_tide=[a, b], sene=[c])
    Raekker._foerste_ubrugte(o, brugt)
    assert (o.i_tide, o.sene) == ([], [])


MAANED = r.FraSeneste(r.Start(), r.maaneder(1))


def test_a_series_counts_from_an_event_before_the_course() -> None:
    """Visited on 15 February, in the group from 1 March: a month from the visit is 15 March."""
    law = lov(regel("1", r.FraSeneste(r.Seneste("besoeg"), r.maaneder(1))))
    sag = jobparat(START, haendelser=(Haendelse(art="besoeg", dato=D(2021, 2, 15)),))
    assert trin(fund(law, sag, D(2021, 3, 20)))[0] == (1, "2021-02-16", "2021-03-15", "ikke-opfyldt", [])


def test_an_event_not_recorded_leaves_the_series_open_once_for_whoever_comes_back_to_the_group() -> None:
    """Jobparat, aktivitetsparat from May and jobparat again from July: the first talk held is what is counted from."""
    begge = ("jobparat", "aktivitetsparat")
    ur = r.Loebendeur("loeb", "løbende", (begge,), ("kontanthjaelp",), None, samme_ydelse=True)
    law = lov(regel("1", r.FraSeneste(r.Seneste("besoeg"), r.maaneder(1)), ur="loeb"), ure=(ur,))
    grupper = (("jobparat", "03-01", "04-30"), ("aktivitetsparat", "05-01", "06-30"), ("jobparat", "07-01", None))
    perioder = tuple(
        Periode(
            ydelse="kontanthjaelp",
            maalgruppe=gruppe,
            fra=D.fromisoformat(f"2021-{fra}"),
            til=None if til is None else D.fromisoformat(f"2021-{til}"),
        )
        for gruppe, fra, til in grupper
    )
    sag = Sag(id="L-3", perioder=perioder, samtaler=holdt("2021-03-10"))
    fundne = trin(fund(law, sag, D(2021, 7, 20)))
    assert [(x[0], x[2], x[3]) for x in fundne] == [
        (1, None, "uafklaret"),
        (2, "2021-04-10", "ikke-opfyldt"),
        (3, "2021-05-10", "bortfaldet"),
        (4, "2021-08-01", "afventer"),
    ]


def test_a_step_due_on_the_last_day_of_the_act_lets_the_next_one_begin() -> None:
    """Held on 10 March: the month after runs when the act goes with 1 April, and gives way."""
    law = lov(
        regel("1", MAANED, gaelder=r.Gaelder(FOERSTE, D(2021, 4, 1)), efterfoelger=r.Efterfoelger(("LEG:2",))),
        regel("2", MAANED, gaelder=r.Gaelder(D(2021, 4, 2))),
    )
    fundne = [
        x
        for x in fund(law, jobparat(START, samtaler=holdt("2021-03-10")), D(2021, 5, 20))
        if x.klausul.regel.id == "LEG:1"
    ]
    assert trin(fundne) == [
        (1, "2021-03-02", "2021-04-01", "opfyldt", ["2021-03-10"]),
        (2, "2021-03-11", "2021-04-10", "bortfaldet", []),
    ]


@pytest.mark.parametrize(
    ("fra", "pr", "antal"),
    [
        (D(2021, 3, 31), D(2022, 2, 1), 1),  # nine months end on the last day of the act
        (D(2021, 4, 1), D(2022, 2, 1), 0),
        (D(2021, 4, 1), D(2021, 12, 31), 1),  # and until the act has gone it is open
    ],
)
def test_what_counts_from_an_event_not_recorded_is_open_where_it_can_have_fallen_due(fra: D, pr: D, antal: int) -> None:
    law = lov(
        regel("1", r.FraSeneste(r.Start(), r.maaneder(9)), ur="besoeg", gaelder=r.Gaelder(FOERSTE, D(2021, 12, 31))),
        ure=(evolve(BESOEG, kraeves=True),),
    )
    fundne = fund(law, jobparat(fra), pr)
    assert [(x.udfald, x.kraevet) for x in fundne] == [("uafklaret", 1)] * antal


def test_one_offer_is_asked_for_where_the_event_it_counts_from_is_not_recorded() -> None:
    arter = (r.Tilbudsart("mentor", r.Hjemmel(LOV, "§ 15")),)
    law = lov(
        regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(1))), r.Tilbudstaeller(arter), ur="besoeg"),
        ure=(evolve(BESOEG, kraeves=True),),
    )
    assert [(x.udfald, x.kraevet) for x in fund(law, jobparat(START), D(2021, 6, 1))] == [("uafklaret", 1)]


def test_a_series_the_clock_has_not_reached_is_expected_with_its_first_step() -> None:
    """From 6 months on the clock every third: the first step is at 9."""
    law = lov(
        regel("1", r.PaaHinanden(r.Naaet(r.maaneder(6)), r.maaneder(3), paa_uret=True), ur="timer", maalgrupper=LEDIGE),
        regel("2", r.Enkelt(r.Start(), r.Naaet(r.maaneder(9))), ur="timer", maalgrupper=LEDIGE),
    )
    raekke, enkelt = fund(law, ledig(D(2021, 8, 2)), D(2021, 8, 27))
    assert (raekke.frist, enkelt.frist) == (None, None)
    assert raekke.forventet == enkelt.forventet is not None


LEDIGE = ("dagpengemodtager",)


# --- windows that nobody was talked to in, windows made longer, and the end of an act ---------------------------------


def test_a_rolling_window_counts_in_whole_lengths_from_the_last_one_talked_to() -> None:
    """A month from Sunday 31 January is 28 February, two are 31 March; a month from 28 February is 28 March.

    The anchor of the first window is what it counts from; after one with nobody talked to it is its last day.
    """
    law = lov(regel("1", r.PaaHinanden(r.Start(), r.maaneder(1), form="rullende")))

    def vinduer(*dage: str) -> list[tuple[Any, ...]]:
        fundne = fund(law, jobparat(D(2021, 1, 31), samtaler=holdt(*dage)), D(2021, 4, 2))
        return [(x.trin, iso(x.anker), iso(x.fra), iso(x.frist)) for x in sorted(fundne, key=lambda x: x.trin or 0)]

    assert vinduer() == [
        (1, "2021-01-31", "2021-02-01", "2021-02-28"),
        (2, "2021-02-28", "2021-03-01", "2021-03-31"),
        (3, "2021-03-31", "2021-04-01", "2021-04-30"),
    ]
    # talked to on the last day: the next is a month from that day
    assert vinduer("2021-02-28") == [
        (1, "2021-01-31", "2021-02-01", "2021-02-28"),
        (2, "2021-02-28", "2021-03-01", "2021-03-28"),
        (3, "2021-03-28", "2021-03-29", "2021-04-28"),
    ]
    # and the day after it: of the second window, which counts from January still
    assert vinduer("2021-03-01") == [
        (1, "2021-01-31", "2021-02-01", "2021-02-28"),
        (2, "2021-02-28", "2021-03-01", "2021-03-31"),
        (3, "2021-03-01", "2021-03-02", "2021-04-01"),
        (4, "2021-04-01", "2021-04-02", "2021-05-01"),
    ]


FRI = r.Fritagelsesregel("barsel", ("leg",), None, r.Hjemmel(LOV, "§ 9"), FOERSTE)


def forlaenges(vindue: Any, **mere: Any) -> Any:
    """The law under the reading that the exempt days of a window make it so much longer."""
    return evolve(lov(regel("1", vindue, **mere), fritagelser=(FRI,)), fritagelse_forlaenger=True)


def barsel(fra: str, til: str) -> tuple[Fritagelse, ...]:
    return (Fritagelse(grund="barsel", fra=D.fromisoformat(fra), til=D.fromisoformat(til)),)


def test_after_a_window_made_longer_the_next_one_on_the_hour_clock_is_as_long() -> None:
    """160.33 hours at 7.40 a day from Monday 2 August 2021: one month on 31 August, two on 30 September.

    Three exempt days move that to Sunday 3 October, the 45th weekday being the 1st: 333.00 hours. A month more is
    493.33, the 67th weekday, 2 November; two are 653.66, the 89th, 2 December.
    """
    law = forlaenges(
        r.PaaHinanden(r.Naaet(r.maaneder(1)), r.maaneder(1), paa_uret=True), ur="timer", maalgrupper=LEDIGE
    )
    fri = barsel("2021-09-06", "2021-09-08")
    assert [x[:3] for x in trin(fund(law, ledig(D(2021, 8, 2), fritagelser=fri), D(2021, 12, 10)))][:3] == [
        (1, "2021-09-01", "2021-10-03"),
        (2, "2021-10-04", "2021-11-02"),
        (3, "2021-11-03", "2021-12-02"),
    ]
    # without the exemption: 480.99 on the 65th weekday, 641.32 on the 87th
    assert [x[2] for x in trin(fund(law, ledig(D(2021, 8, 2)), D(2021, 12, 10)))][:3] == [
        "2021-09-30", "2021-10-29", "2021-11-30"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fritaget", "samtale", "ventet"),
    [
        # the missed deadline is 1 April. Exempt on the day after it: the next is 2 May, and until then it is late
        ("2021-04-02", "2021-05-02", [("2021-04-01", "opfyldt-for-sent"), ("2021-06-02", "afventer")]),
        ("2021-04-03", "2021-05-02", [("2021-04-01", "opfyldt-for-sent"), ("2021-06-02", "afventer")]),
        # exempt on the deadline: the next is 1 May, and what is held on the 2nd is late for that one
        (
            "2021-04-01",
            "2021-05-02",
            [("2021-04-01", "bortfaldet"), ("2021-05-01", "opfyldt-for-sent"), ("2021-06-02", "afventer")],
        ),
    ],
)
def test_late_until_the_next_deadline_as_the_exempt_days_after_the_missed_one_make_it(
    fritaget: str, samtale: str, ventet: list[Any]
) -> None:
    law = forlaenges(MAANED)
    sag = jobparat(START, samtaler=holdt(samtale), fritagelser=barsel(fritaget, fritaget))
    assert [x[2:4] for x in trin(fund(law, sag, D(2021, 5, 10)))] == ventet


def test_back_in_the_group_the_steps_are_numbered_on() -> None:
    """Talked to on 20 March, in another group from the 21st: no step began that day. Back on 1 June."""
    perioder = (
        *(evolve(p, til=p.til or D(2021, 5, 31)) for p in to_grupper("2021-03-21")),
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2021, 6, 1)),
    )
    law = lov(regel("1", MAANED, ur="loeb"), ure=(BEGGE,))
    fundne = trin(fund(law, Sag(id="G", perioder=perioder, samtaler=holdt("2021-03-20")), D(2021, 6, 10)))
    assert [x[:4] for x in fundne] == [
        (1, "2021-03-02", "2021-04-01", "opfyldt"),
        (2, "2021-06-02", "2021-07-01", "afventer"),
    ]


def test_steps_that_fell_due_before_the_act_are_passed_over_and_the_next_is_of_it() -> None:
    """One month with 14 days is 14 September 2021; the rule begins with the 20th."""
    law = lov(evolve(maanedlige(), gaelder=r.Gaelder(D(2021, 9, 20))))
    fundne = trin(fund(law, ledig(D(2021, 8, 2)), D(2021, 10, 10)))
    assert [x[:4] for x in fundne] == [(2, "2021-08-02", "2021-10-14", "afventer"), (3, "2021-08-02", None, "afventer")]


def test_the_last_day_of_a_limited_phase_is_of_it_also_for_a_step_long_missed() -> None:
    """Three months are reached on Friday 29 October 2021; the first step was due on 14 September."""
    law = lov(maanedlige(antal=3, forrige_trin=True))

    def holdt_paa(*dage: str) -> list[Any]:
        return [x[3:] for x in trin(fund(law, ledig(D(2021, 8, 2), samtaler=holdt(*dage)), D(2021, 11, 15)))]

    tidligere = ("2021-08-10", "2021-09-10")
    i_tide = [("opfyldt", ["2021-08-10"]), ("opfyldt", ["2021-09-10"])]
    assert holdt_paa(*tidligere, "2021-10-29") == [*i_tide, ("opfyldt", ["2021-10-29"])]
    assert holdt_paa(*tidligere, "2021-10-30") == [*i_tide, ("ikke-opfyldt", [])]
    # none before it: the first step takes it, late
    assert holdt_paa("2021-10-29") == [("opfyldt-for-sent", ["2021-10-29"]), ("ikke-opfyldt", []), ("ikke-opfyldt", [])]
    assert holdt_paa("2021-10-30") == [("ikke-opfyldt", [])] * 3


def test_the_windows_go_on_unseen_until_one_ends_after_the_act() -> None:
    """The twin shows what comes after 1 April; what is counted from the old windows finds the one that follows it."""
    en = regel(
        "1",
        r.PaaHinanden(r.Start(), r.maaneder(1)),
        gaelder=r.Gaelder(FOERSTE, D(2021, 4, 1)),
        efterfoelger=r.Efterfoelger(("LEG:2",), tvilling=True, regnes_fra=True),
    )
    law = lov(en, regel("2", r.PaaHinanden(r.Start(), r.maaneder(1)), gaelder=r.Gaelder(D(2021, 4, 2))))
    d = Dom(law, Tidslinje(jobparat(START), D(2021, 7, 1).toordinal()))
    d.koer()
    fundne = [x for plads in d.pladser for x in plads.fund if x.klausul.regel.id == "LEG:1"]
    assert [(x.trin, iso(x.frist), x.skjult) for x in fundne] == [(1, "2021-04-01", False), (2, "2021-05-01", True)]
