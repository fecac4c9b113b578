"""The guards of `afhaenger_af`: exactly where they see that another reading can matter. Days are plain numbers here."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest

from kontaktforloeb.vurdering import vagter


def o(tekst: str) -> int:
    return dt.date.fromisoformat(tekst).toordinal()


def dom(**mere: Any) -> Any:
    """A judgement with as little in it as the guards ask for."""
    tl: dict[str, Any] = {
        "perioder": [], "samtaler": [], "haendelser": {}, "fritagelser": [], "tilbud": [], "arbejde": [],
        "foedt": None, "timer": [],
    }  # fmt: skip
    tl.update({k: mere.pop(k) for k in list(mere) if k in tl})
    grund = {"pr": o("2021-06-01"), "forloeb": {}, "fund": [], "vinduer": [], "bemaerket": set(), "tl": Ting(**tl)}
    grund["lov"] = Ting(ure={}, valg={"corona-vindue": "forlaenges-ikke"}, udeblevne_taeller=False)
    return Ting(**{**grund, **mere})


def spell(fra: int, slut: int | None = None, gruppe: str = "jobparat") -> Ting:
    return Ting(fra=fra, slut=slut, gruppe=gruppe)


@pytest.mark.parametrize(("dag", "svar"), [("2021-02-27", False), ("2021-02-28", True), ("2021-03-01", False)])
def test_a_day_that_is_the_last_of_its_month(dag: str, svar: bool) -> None:
    assert vagter._maanedsslut(dom(perioder=[spell(o(dag))])) is svar
    assert vagter._maanedsslut(dom(samtaler=[Ting(dag=o(dag))])) is svar
    assert vagter._maanedsslut(dom(fritagelser=[Ting(slut=o(dag)), Ting(slut=None)])) is svar


@pytest.mark.parametrize(("dage", "svar"), [(1, False), (2, True), (62, True), (63, False)])
def test_a_gap_of_two_days_to_two_months(dage: int, svar: bool) -> None:
    """From the last benefit day to `pr`, or to the next spell."""
    assert vagter._hul(dom(perioder=[spell(100, 200)], pr=200 + dage)) is svar
    assert vagter._hul(dom(perioder=[spell(100, 200), spell(200 + dage)], pr=10_000)) is svar
    assert vagter._kort_hul(dom(perioder=[spell(100, 200)], pr=200 + dage)) is svar


@pytest.mark.parametrize(("foer", "svar"), [(6, False), (7, True), (-7, False)])
def test_a_course_counted_from_a_contact_a_week_before(foer: int, svar: bool) -> None:
    f = Ting(foerste_dag=1000, start=1000 - foer, spells=[spell(1000)])
    case = dom(perioder=[spell(1000)], forloeb={"ur": [f]}, pr=1100)
    case.lov.ure["ur"] = Ting()
    assert vagter._kort_hul(case) is svar


@pytest.mark.parametrize(("samler", "slut", "svar"), [(True, 1100, True), (True, None, False), (False, 1100, False)])
def test_a_gap_of_any_length_where_time_is_added_up(samler: bool, slut: int | None, svar: bool) -> None:
    f = Ting(foerste_dag=1000, start=1000, spells=[spell(1000, slut)])
    case = dom(perioder=[spell(1000, slut)], forloeb={"ur": [f]}, pr=5000)
    case.lov.ure["ur"] = Ting(samler=samler)
    assert vagter._kort_hul(case) is svar
    case.lov.ure["ur"] = Ting()
    assert vagter._kort_hul(case) is False


@pytest.mark.parametrize(
    ("a", "b", "med"),
    [
        (10, 19, False),
        (10, 20, True),
        (30, 40, True),
        (31, 40, False),
        (10, 50, True),
        (22, 28, True),
        (None, 25, True),
        (None, 19, False),
        (None, 20, True),
        (None, 30, True),
        (None, 31, False),  # it is not known when it begins: its deadline is all there is
        (25, None, True),
        (10, None, True),
        (30, None, True),
        (31, None, False),
        (None, None, True),
        (35, 25, True),  # a deadline before the first day, as where the window was moved
        (35, 19, True),
        (20, 10, True),
        (19, 10, False),
        (40, 31, False),
        (40, 30, True),
    ],
)
def test_the_rules_whose_window_meets_a_stretch(a: int | None, b: int | None, med: bool) -> None:
    """From day 20 to day 30."""
    assert vagter._i_vinduet(dom(vinduer=[(7, a, b)]), 20, 30) == ({7} if med else set())


@pytest.mark.parametrize(("a", "b", "med"), [(10, 19, False), (10, 20, True), (90, 99, True), (10, None, True)])
def test_a_stretch_without_an_end(a: int, b: int | None, med: bool) -> None:
    assert vagter._i_vinduet(dom(vinduer=[(7, a, b)]), 20, None) == ({7} if med else set())


@pytest.mark.parametrize(
    ("pr", "samtale", "med"),
    [
        ("2021-06-07", None, True),  # Saturday 5 June is moved to Monday 7
        ("2021-06-08", None, False),
        ("2021-06-08", "2021-06-05", False),
        ("2021-06-08", "2021-06-06", True),
        ("2021-06-08", "2021-06-07", True),
        ("2021-06-30", "2021-06-08", False),
    ],
)
def test_a_deadline_on_a_closed_day(pr: str, samtale: str | None, med: bool) -> None:
    samtaler = [] if samtale is None else [Ting(dag=o(samtale))]
    frister = [(7, None, o("2021-06-05")), (8, None, o("2021-06-04")), (9, None, None)]
    assert vagter._lukkedag(dom(pr=o(pr), vinduer=frister, samtaler=samtaler)) == ({7} if med else set())


@pytest.mark.parametrize(
    ("dag", "svar"), [("2020-03-11", False), ("2020-03-12", True), ("2020-03-19", True), ("2020-03-20", False)]
)
def test_between_the_announcement_and_the_order(dag: str, svar: bool) -> None:
    """Announced on 12 March 2020, in force on the 20th: `pr`, an interview or a deadline."""
    assert vagter._foraar_2020(dom(pr=o(dag))) == (True if svar else set())
    assert vagter._foraar_2020(dom(samtaler=[Ting(dag=o(dag))])) == (True if svar else set())
    assert vagter._foraar_2020(dom(vinduer=[(7, None, o(dag)), (8, None, None)])) == ({7} if svar else set())


@pytest.mark.parametrize(("laesning", "svar"), [("forlaenges", {7}), ("forlaenges-ikke", set())])
def test_where_windows_are_made_longer_those_that_meet_the_suspension(laesning: str, svar: set[int]) -> None:
    case = dom(vinduer=[(7, o("2020-04-01"), o("2020-05-01")), (8, o("2020-06-01"), o("2020-07-01"))])
    case.lov.valg["corona-vindue"] = laesning
    assert vagter._foraar_2020(case) == svar
    case.vinduer.append((9, None, o("2020-03-15")))
    assert vagter._foraar_2020(case) == svar | {9}


def test_somebody_stayed_away() -> None:
    assert vagter._udeblevet(dom(bemaerket={(7, "udeblevet"), (8, "forkert-form")})) == {7}
    for status, svar in (("udeblevet", True), ("afholdt", False)):
        case = dom(samtaler=[Ting(dag=1, status=status)])
        case.lov.udeblevne_taeller = True
        assert vagter._udeblevet(case) is svar


@pytest.mark.parametrize(("dage", "svar"), [((), False), ((100,), False), ((101,), True), ((100, 200), True)])
def test_a_placement_on_another_day_than_the_first_on_the_benefit(dage: tuple[int, ...], svar: bool) -> None:
    perioder = [spell(50, 60), spell(100, gruppe="dagpengemodtager"), spell(200, gruppe="dagpengemodtager")]
    case = dom(perioder=perioder, haendelser={"indplacering": [Ting(dag=d) for d in dage]})
    assert vagter._flere_indplaceringer(case) is svar


@pytest.mark.parametrize(
    ("foedt", "svar"),
    [
        (None, False),
        ("1987-06-01", True),  # 30 on the day the course begins
        ("1967-06-01", True),  # 50 that day
        ("1967-05-31", False),  # 50 the day before
        ("1966-08-01", False),  # 51 in the course parts nothing
    ],
)
def test_a_birthday_in_the_course(foedt: str | None, svar: bool) -> None:
    case = dom(foedt=None if foedt is None else o(foedt), forloeb={"tilbud-gammel": [Ting(start=o("2017-06-01"))]})
    assert vagter._foedselsdag(case) is svar


@pytest.mark.parametrize(
    ("vagt", "fra", "slut", "svar"),
    [
        ("foer-timer", "2018-06-30", None, True),  # hours count from 1 July 2018 at the latest
        ("foer-timer", "2018-07-01", None, False),
        ("reform-2025", "2025-06-30", None, False),  # the new benefit of 1 July 2025
        ("reform-2025", "2025-07-01", None, True),
        ("reform-2025", "2025-07-02", None, False),
        ("corona-timer", "2019-01-01", "2020-02-29", False),  # hours left out from 1 March 2020 to 30 June 2021
        ("corona-timer", "2019-01-01", "2020-03-01", True),
        ("corona-timer", "2021-06-30", None, True),
        ("corona-timer", "2021-07-01", None, False),
    ],
)
def test_a_spell_on_the_day_that_a_reading_speaks_of(vagt: str, fra: str, slut: str | None, svar: bool) -> None:
    case = dom(perioder=[spell(o(fra), None if slut is None else o(slut))])
    assert vagter.VAGTER[vagt](case) is svar


@pytest.mark.parametrize(
    ("fra", "til", "med"),
    [
        ("2020-02-01", "2020-03-11", False),
        ("2020-02-01", "2020-03-12", True),
        ("2020-05-26", "2020-06-30", True),
        ("2020-05-27", "2020-06-30", False),
    ],
)
def test_a_window_that_meets_the_suspension_of_2020(fra: str, til: str, med: bool) -> None:
    assert vagter.VAGTER["corona"](dom(vinduer=[(7, o(fra), o(til))])) == ({7} if med else set())


def paa(ydelse: str, gruppe: str) -> Ting:
    return Ting(fra=1, slut=None, ydelse=ydelse, gruppe=gruppe)


@pytest.mark.parametrize(
    ("perioder", "ydelser", "grupper", "loentilskud"),
    [
        ([("kontanthjaelp", "jobparat")], False, False, False),
        ([("kontanthjaelp", "jobparat")] * 2, False, False, False),
        ([("kontanthjaelp", "jobparat"), ("kontanthjaelp", "aktivitetsparat")], True, True, False),
        ([("kontanthjaelp", "jobparat"), ("loentilskud", "jobparat")], True, False, True),
        ([("loentilskud", "jobparat")], False, False, True),
    ],
)
def test_more_than_one_benefit_or_group(
    perioder: list[tuple[str, str]], ydelser: bool, grupper: bool, loentilskud: bool
) -> None:
    case = dom(perioder=[paa(*x) for x in perioder])
    svar = [vagter.VAGTER[navn](case) for navn in ("flere-ydelser", "flere-grupper", "loentilskud")]
    assert svar == [ydelser, grupper, loentilskud]


def test_what_is_in_the_case_at_all() -> None:
    fravalg = vagter.VAGTER["fravalg"]
    assert fravalg(dom(haendelser={"a-kasse-fravalg": [Ting(dag=1)]})) is True
    assert fravalg(dom(haendelser={"besoeg": [Ting(dag=1)]})) is False
    afbrudt = vagter.VAGTER["afbrudt"]
    assert [afbrudt(dom(tilbud=[Ting(status=x)])) for x in ("afbrudt", "gennemfoert")] == [True, False]
    bemaerket = {(7, "udeblevet"), (8, "forkert-form"), (9, "form-uvis"), (10, "lukkedag")}
    assert vagter.VAGTER["form"](dom(bemaerket=bemaerket)) == {8, 9}


@pytest.mark.parametrize(
    ("status", "art", "svar"),
    [("udeblevet", "cv-samtale", {3}), ("udeblevet", "jobsamtale", set()), ("afholdt", "cv-samtale", set())],
)
def test_who_stayed_away_from_the_cv_talk_bears_on_what_may_not_come_before_it(
    status: str, art: str, svar: set[int]
) -> None:
    taellere = {3: Ting(efter_cv=True), 4: Ting(efter_cv=False), 5: Ting(), 6: None}
    case = dom(samtaler=[Ting(dag=1, status=status, art=art)])
    case.lov.klausuler = [*(Ting(nr=nr, regel=Ting(taeller=t)) for nr, t in taellere.items()), Ting(nr=7, regel=Ting())]
    assert vagter._udeblevet(case) == svar
