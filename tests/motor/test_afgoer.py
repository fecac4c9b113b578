"""Deciding under toy laws: what lapses, what is left open and what takes another's place, on the day and beside it."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest
from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.regelsprog.regelsaet import AabenOrdning
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.sag import Fritagelse, Haendelse, Ordning, Periode, Sag, Tilbud
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering import hjemler
from kontaktforloeb.vurdering.afgoer import Afgoer
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.opgave import orden
from motor.legetoej import FOERSTE, LOV, SKIFT, fund, jobparat, lov, opgave, regel, samtale

D = dt.date
START = D(2021, 3, 1)
TO_UGER = r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))  # to 15 March
BESOEG, BREV = r.Haendelse("besoeg"), r.Haendelse("brev")


def sket(**dage: str) -> tuple[Haendelse, ...]:
    return tuple(Haendelse(art=art, dato=D.fromisoformat(dag)) for art, dag in dage.items())


def vist(law: Any, sag: Sag, pr: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(x.klausul.regel.id[4:], x.udfald, x.aarsag[:2]) for x in fund(law, sag, D.fromisoformat(pr))]


# --- schemes and exemptions that leave it open ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fra", "til", "ansvarlig", "udfald"),
    [
        ("2021-03-15", None, "jobcenter", "uafklaret"),
        ("2021-03-16", None, "jobcenter", "ikke-opfyldt"),
        ("2021-03-01", "2021-03-15", "jobcenter", "uafklaret"),
        ("2021-03-01", "2021-03-14", "jobcenter", "ikke-opfyldt"),
        ("2021-03-01", None, "a-kasse", "ikke-opfyldt"),  # the trials were the municipalities'
    ],
)
def test_a_trial_leaves_open_what_falls_due_in_it(fra: str, til: str | None, ansvarlig: str, udfald: str) -> None:
    law = lov(evolve(regel("1", TO_UGER), ansvarlig=ansvarlig), uafklarede_ordninger=(AabenOrdning("forsoeg"),))
    ordning = Ordning(art="forsoeg", fra=D.fromisoformat(fra), til=None if til is None else D.fromisoformat(til))
    assert [x[1] for x in vist(law, jobparat(START, ordninger=(ordning,)), "2021-06-01")] == [udfald]


@pytest.mark.parametrize(
    ("fra", "familier", "udfald"),
    [
        (D(2021, 3, 15), ("leg",), "uafklaret"),
        (D(2021, 3, 16), ("leg",), "ikke-opfyldt"),
        (None, ("leg",), "uafklaret"),
        (None, ("andet",), "ikke-opfyldt"),
        (None, None, "uafklaret"),
    ],
)
def test_a_scheme_leaves_open_from_its_day_and_in_its_families(
    fra: D | None, familier: tuple[str, ...] | None, udfald: str
) -> None:
    law = lov(regel("1", TO_UGER), uafklarede_ordninger=(AabenOrdning("forsoeg", familier, fra),))
    sag = jobparat(START, ordninger=(Ordning(art="forsoeg", fra=START),))
    assert [x[1] for x in vist(law, sag, "2021-06-01")] == [udfald]


@pytest.mark.parametrize(("til", "udfald"), [("2021-03-15", "uafklaret"), ("2021-03-14", "ikke-opfyldt")])
def test_an_exemption_that_the_law_leaves_open(til: str, udfald: str) -> None:
    law = lov(regel("1", TO_UGER), uafklarede_fritagelser={"arbejdspligt": ("leg",)})
    fri = Fritagelse(grund="arbejdspligt", fra=START, til=D.fromisoformat(til))
    assert [x[1] for x in vist(law, jobparat(START, fritagelser=(fri,)), "2021-06-01")] == [udfald]


# --- a course that is itself in doubt ---------------------------------------------------------------------------------


def test_a_course_without_the_event_it_counts_from_is_left_open_until_it_is_recorded() -> None:
    ur = r.Forloebsur("kraevet", "tid", ("jobparat",), "besoeg", kraeves=True)
    law = lov(regel("1", TO_UGER, ur="kraevet"), ure=(ur,))
    assert vist(law, jobparat(START), "2021-03-10") == [("1", "uafklaret", ("mangler", "haendelser"))]
    assert [x.mangler for x in fund(law, jobparat(START), D(2021, 3, 10))] == [["haendelser"]]
    assert vist(law, jobparat(START, haendelser=sket(besoeg="2021-03-01")), "2021-03-10") == [("1", "afventer", ())]


@pytest.mark.parametrize(("uger", "udfald"), [(4, "ikke-opfyldt"), (5, "uafklaret")])
def test_what_fell_due_before_a_change_in_doubt_is_not_in_doubt(uger: int, udfald: str) -> None:
    """Another benefit from 1 April 2021, and the law does not say whether the period goes on: 29 March, 5 April."""
    ur = r.Loebendeur(
        "loeb", "løbende", (("jobparat",),), ("kontanthjaelp", "overgangsydelse"), None, samme_ydelse=True,
        ydelsesskift_dag=D(2021, 4, 1), ydelsesskift_grupper=("jobparat",),
        ydelsesskift_ydelser=(("kontanthjaelp",), "overgangsydelse"),
    )  # fmt: skip
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(uger))), ur="loeb"), ure=(ur,))
    perioder = (
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=START, til=D(2021, 3, 31)),
        Periode(ydelse="overgangsydelse", maalgruppe="jobparat", fra=D(2021, 4, 1)),
    )
    assert [x[1] for x in vist(law, Sag(id="Y", perioder=perioder), "2021-06-01")] == [udfald]


def test_what_falls_due_on_the_day_of_a_change_in_doubt_is_in_doubt() -> None:
    ur = r.Loebendeur(
        "loeb", "løbende", (("jobparat",),), ("kontanthjaelp", "overgangsydelse"), None, samme_ydelse=True,
        ydelsesskift_dag=D(2021, 3, 29), ydelsesskift_grupper=("jobparat",),
        ydelsesskift_ydelser=(("kontanthjaelp",), "overgangsydelse"),
    )  # fmt: skip
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(4))), ur="loeb"), ure=(ur,))
    perioder = (
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=START, til=D(2021, 3, 28)),
        Periode(ydelse="overgangsydelse", maalgruppe="jobparat", fra=D(2021, 3, 29)),
    )
    assert vist(law, Sag(id="Y", perioder=perioder), "2021-06-01") == [
        ("1", "uafklaret", ("forloeb-uafklaret", "ydelsesskift-2025"))
    ]


# --- another rule in its place ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("brev", "fortraengt"),
    [
        ("2021-03-06", False),  # it began before: its place was another's
        ("2021-03-07", True),  # both begin that day
        ("2021-03-21", True),  # it begins on the window's last day
        ("2021-03-22", False),
    ],
)
def test_a_rule_gives_way_to_another_whose_window_opens_in_its_own(brev: str, fortraengt: bool) -> None:
    """The window is 7-21 March, from an event; the other is a week from a letter."""
    law = lov(
        regel("2", r.Enkelt(BREV, r.Plus(BREV, r.uger(1)))),
        regel("1", r.Enkelt(BESOEG, r.Plus(BESOEG, r.uger(2))), fortraenges_af=("LEG:2",)),
    )
    sag = jobparat(D(2021, 2, 1), haendelser=sket(besoeg="2021-03-07", brev=brev))
    (en,) = (x for x in vist(law, sag, "2021-06-01") if x[0] == "1")
    assert en[1:] == (("bortfaldet", ("fortraengt", "LEG:2")) if fortraengt else ("ikke-opfyldt", ()))


# --- the course is over -----------------------------------------------------------------------------------------------


def test_what_is_due_after_a_course_that_ended_lapses_on_its_last_day() -> None:
    (x,) = fund(lov(regel("1", TO_UGER)), jobparat(START, D(2021, 3, 10)), D(2021, 3, 12))
    assert (x.udfald, x.aarsag, x.afgjort) == ("bortfaldet", ("ophoert",), D(2021, 3, 10).toordinal())


@pytest.mark.parametrize(
    ("slut", "aarsag"), [(D(2021, 3, 10), ("ophoert",)), (D(2021, 3, 12), ("ophoert",)), (D(2021, 3, 13), ("afloest",))]
)
def test_a_course_that_ended_with_the_act_ended_and_one_that_went_on_gave_way(slut: D, aarsag: tuple[str, ...]) -> None:
    """The act goes on 12 March 2021, before the deadline of the 15th; another takes over."""
    law = lov(
        regel("1", TO_UGER, gaelder=r.Gaelder(FOERSTE, D(2021, 3, 12)), efterfoelger=r.Efterfoelger(("LEG:2",))),
        regel("2", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(1))), gaelder=r.Gaelder(D(2021, 3, 13))),
    )
    (x,) = (x for x in fund(law, jobparat(START, slut), D(2021, 6, 1)) if x.klausul.regel.id == "LEG:1")
    assert (x.udfald, x.aarsag) == ("bortfaldet", aarsag)


@pytest.mark.parametrize(
    ("fritagelser", "fritaget"),
    [
        ((("2021-08-02", "2021-08-31"),), True),
        ((("2021-08-02", None),), True),
        ((("2021-08-03", None),), False),  # the first day
        ((("2021-08-02", "2021-08-30"),), False),  # the last
        ((("2021-08-02", "2021-08-10"), ("2021-08-11", "2021-08-31")), True),
        ((("2021-08-02", "2021-08-10"), ("2021-08-12", "2021-08-31")), False),
        ((("2021-08-02", "2021-08-30"), ("2021-08-31", "2021-08-31")), True),
    ],
)
def test_exempt_on_every_benefit_day_and_gone(fritagelser: Any, fritaget: bool) -> None:
    """On dagpenge in August 2021; thirteen weeks of hours were not reached."""
    t = r.Fritagelsesregel("barsel", ("leg",), None, r.Hjemmel(LOV, "§ 9"), FOERSTE)
    law = lov(
        regel("1", r.Enkelt(r.Start(), r.Naaet(r.uger(13))), ur="timer", maalgrupper=("dagpengemodtager",)),
        fritagelser=(t,),
    )
    poster = tuple(
        Fritagelse(grund="barsel", fra=D.fromisoformat(a), til=None if b is None else D.fromisoformat(b))
        for a, b in fritagelser
    )
    periode = Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=D(2021, 8, 2), til=D(2021, 8, 31))
    (x,) = fund(law, Sag(id="F", perioder=(periode,), fritagelser=poster), D(2021, 10, 1))
    ventet = ("bortfaldet", ("fritaget-hele-tiden",)) if fritaget else ("afventer", ())
    assert (x.udfald, x.aarsag) == ventet
    if fritaget:
        assert x.afgjort == D(2021, 8, 31).toordinal()


# --- what offers are counted by ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("afgivet", "talt"), [(True, D(2021, 3, 5)), (False, D(2021, 3, 10))])
def test_an_offer_is_met_on_the_day_it_was_given_or_begun(afgivet: bool, talt: D) -> None:
    arter = (r.Tilbudsart("mentor", r.Hjemmel(LOV, "§ 1")),)
    law = lov(regel("1", TO_UGER, r.Tilbudstaeller(arter, afgivet=afgivet)))
    tilbud = Tilbud(art="mentor", fra=D(2021, 3, 10), til=D(2021, 4, 30), afgivet=D(2021, 3, 5), status="gennemfoert")
    (x,) = fund(law, jobparat(START, tilbud=(tilbud,)), D(2021, 6, 1))
    assert (x.udfald, x.afgjort) == ("opfyldt", talt.toordinal())


# --- the switch -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "slut", "antal"),
    [
        (D(2019, 12, 31), None, 1),
        (D(2020, 1, 1), None, 0),  # a course that begins that day is the new act's
        (D(2019, 9, 2), D(2019, 12, 31), 0),
        (D(2019, 9, 2), D(2020, 1, 1), 1),
    ],
)
def test_the_switch_is_of_courses_that_run_over_it(start: D, slut: D | None, antal: int) -> None:
    law = lov(
        regel("1", r.Enkelt(r.Skift(), r.Plus(r.Skift(), r.maaneder(6))), gaelder=r.Gaelder("skift", dag="skift"))
    )
    assert len(fund(law, jobparat(start, slut), D(2020, 9, 1))) == antal
    assert len(fund(law, jobparat(start, slut), D(2020, 1, 1))) == antal
    assert fund(law, jobparat(start, slut), D(2019, 12, 31)) == []


@pytest.mark.parametrize(
    ("art", "start", "dag", "planen"),
    [
        ("frist", "2019-01-01", "2019-12-31", True),
        ("frist", "2019-01-01", "2020-01-01", False),
        ("forloeb", "2019-12-31", "2020-06-01", True),
        ("forloeb", "2020-01-01", "2020-06-01", False),
        ("skift", "2019-01-01", "2020-06-01", True),
    ],
)
def test_what_applies_by_the_plan_alone_is_said_to(art: str, start: str, dag: str, planen: bool) -> None:
    """Under the plan of 2018 the act applies from 1 July 2019; it came into force on 1 January 2020."""
    skift, ikraft = D(2019, 7, 1).toordinal(), SKIFT.toordinal()
    k: Any = Ting(fra=skift, regel=Ting(gaelder=Ting(dag=art)))
    law: Any = Ting(grundlag=Ting(kontrafaktisk=True), skift=skift, ikraft=ikraft)
    dage = [D.fromisoformat(x).toordinal() for x in (start, dag)]
    assert hjemler.efter_planen(k, *dage, law) is planen
    law.grundlag.kontrafaktisk = False
    assert hjemler.efter_planen(k, *dage, law) is False


def test_the_order_is_by_deadline_rule_period_and_step() -> None:
    def x(frist: int | None, navn: str, start: int, trin: int | None) -> Any:
        return Ting(frist=frist, klausul=Ting(regel=Ting(id=navn)), forloeb=Ting(start=start), trin=trin)

    ordnet = [
        x(5, "B", 1, None), x(6, "A", 1, 2), x(6, "A", 2, None), x(6, "A", 2, 1), x(6, "A", 2, 2), x(6, "B", 1, None),
        x(None, "A", 1, None), x(None, "A", 1, 1), x(None, "B", 0, 1),
    ]  # fmt: skip
    baglaens = ordnet.copy()
    baglaens.reverse()
    assert sorted(baglaens, key=orden) == ordnet


@pytest.mark.parametrize(("pr", "forladt"), [("2021-06-01", True)])
def test_whether_the_person_had_left_the_group_on_the_deciding_day(pr: str, forladt: bool) -> None:
    ur = r.Loebendeur(
        "loeb", "løbende", (("jobparat", "aktivitetsparat"),), ("kontanthjaelp",), None, samme_ydelse=True
    )
    law = lov(regel("1", TO_UGER, ur="loeb"), ure=(ur,))
    perioder = (
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=START, til=D(2021, 3, 14)),
        Periode(ydelse="kontanthjaelp", maalgruppe="aktivitetsparat", fra=D(2021, 3, 15)),
    )
    (x,) = fund(law, Sag(id="G", perioder=perioder, samtaler=(samtale(D(2021, 3, 5)),)), D(2021, 6, 1))
    assert (x.udfald, x.forladt) == ("opfyldt", True)
    (x,) = fund(law, Sag(id="G", perioder=perioder[:1], samtaler=(samtale(D(2021, 3, 5)),)), D(2021, 3, 10))
    assert x.forladt is False
    (x,) = fund(law, Sag(id="G", perioder=perioder), D(2021, 3, 20))
    assert (x.udfald, x.aarsag) == ("bortfaldet", ("maalgruppeskift",))


# --- open duties, hours -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("dag", "antal"), [(D(2015, 6, 30), 0), (D(2015, 7, 1), 1)])
def test_an_open_duty_met_before_the_law_encoded_begins_is_not_shown(dag: D, antal: int) -> None:
    law = lov(regel("1", r.Enkelt(BESOEG)))
    sag = jobparat(D(2015, 6, 1), haendelser=sket(besoeg="2015-06-10"), samtaler=(samtale(dag),))
    assert len(fund(law, sag, D(2015, 9, 1))) == antal


def test_an_open_duty_that_arose_under_an_exemption_lapses() -> None:
    t = r.Fritagelsesregel("barsel", ("leg",), None, r.Hjemmel(LOV, "§ 9"), FOERSTE)
    law = lov(regel("1", r.Enkelt(BESOEG)), fritagelser=(t,))
    fri = Fritagelse(grund="barsel", fra=D(2021, 3, 5), til=D(2021, 3, 20))
    sag = jobparat(START, haendelser=sket(besoeg="2021-03-10"), fritagelser=(fri,))
    (x,) = fund(law, sag, D(2021, 6, 1))
    assert (x.udfald, x.aarsag) == ("bortfaldet", ("fritaget", "barsel", "2021-03-05"))


def test_off_the_hour_clock_a_later_date_lapses_on_the_last_benefit_day() -> None:
    law = lov(
        regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(2))), ur="timer", maalgrupper=("dagpengemodtager",))
    )
    periode = Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=D(2021, 8, 2), til=D(2021, 8, 10))
    (x,) = fund(law, Sag(id="T", perioder=(periode,)), D(2021, 8, 20))
    assert (x.udfald, x.aarsag, x.afgjort) == ("bortfaldet", ("ophoert",), D(2021, 8, 10).toordinal())


@pytest.mark.parametrize(("fra", "udfald"), [(D(2019, 11, 21), "ikke-opfyldt"), (D(2019, 11, 20), "afventer")])
def test_a_duty_without_a_date_for_who_has_reached_so_many_hours_at_the_switch(fra: D, udfald: str) -> None:
    """From Wednesday 20 November 2019 the year has 30 weekdays left, 222.00 hours: six weeks to the hour."""
    law = lov(
        regel(
            "1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(3))), ur="timer",
            maalgrupper=("dagpengemodtager",), aaben_pligt_efter=r.uger(6),
        )
    )  # fmt: skip
    periode = Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=fra)
    (x,) = fund(law, Sag(id="T", perioder=(periode,)), D(2020, 4, 1))
    assert x.udfald == udfald


def test_a_deadline_passed_at_the_change_of_group_is_the_reason_that_leads() -> None:
    grupper = ("aktivitetsparat", "jobparat")
    ur = r.Loebendeur("loeb", "løbende", (grupper,), ("kontanthjaelp",), None, samme_ydelse=True)
    law = lov(regel("1", TO_UGER, ur="loeb", passeret="uafklaret", betingelse=r.IkkeLaest()), ure=(ur,))
    perioder = (
        Periode(ydelse="kontanthjaelp", maalgruppe="aktivitetsparat", fra=START, til=D(2021, 3, 31)),
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2021, 4, 1)),
    )
    (x,) = fund(law, Sag(id="P", perioder=perioder), D(2021, 6, 1))
    assert (x.udfald, x.aarsag) == ("uafklaret", ("passeret", "2021-04-01"))


# --- who takes over at the switch -------------------------------------------------------------------------------------


def binder(ny: Any, start: int = 100, gruppe: str = "jobparat") -> bool:
    """Day 500 is the switch; the person is in one spell from day 100 on."""
    p: Any = Ting(fra=100, slut=None, gruppe=gruppe)
    f = Forloeb(Ting(pr=1000), "gammel", 100, None, [p])
    g = Forloeb(Ting(pr=1000), "ny", start, None, [p])
    law = Ting(skift=500, numre={"NY": [0]}, klausuler=[Ting(regel=ny)])
    return Dom._binder_ved_skiftet(
        Ting(lov=law, pr=1000, tl=Ting(pr=1000, haendelser={}), perioder_paa=lambda _ur: [g]), "NY", f
    )


UDEN = next(x for x in REGELSAET.regler if isinstance(x, r.UdenKrav))


@pytest.mark.parametrize(("dage", "svar"), [(None, True), (399, True), (400, False), (401, False)])
def test_the_absence_of_a_requirement_takes_over_from_where_it_is_so(dage: int | None, svar: bool) -> None:
    efter = None if dage is None else r.Plus(r.Start(), r.dage(dage))
    assert binder(evolve(UDEN, maalgrupper=("jobparat",), efter=efter)) is svar
    assert binder(evolve(UDEN, maalgrupper=("revalidend",), efter=efter)) is False


@pytest.mark.parametrize(("til", "svar"), [(399, False), (400, True), (401, True)])
def test_a_rule_takes_over_where_its_deadline_is_still_ahead(til: int, svar: bool) -> None:
    assert binder(regel("2", r.Enkelt(r.Start(), r.Plus(r.Start(), r.dage(til))))) is svar


@pytest.mark.parametrize(("start", "svar"), [(500, True), (501, False)])
def test_a_period_that_begins_after_the_switch_takes_nothing_over(start: int, svar: bool) -> None:
    assert binder(regel("2", r.Enkelt(r.Start(), r.Plus(r.Start(), r.dage(400)))), start=start) is svar


def test_a_rule_whose_deadline_is_not_known_takes_over() -> None:
    assert binder(regel("2", r.Enkelt(r.Start(), r.Senere((r.Naaet(r.uger(1)), r.Seneste("besoeg")))))) is True


@pytest.mark.parametrize(("start", "svar"), [(499, True), (500, False)])
def test_a_rule_of_the_switch_takes_over_a_course_that_ran(start: int, svar: bool) -> None:
    ny = regel("2", TO_UGER, gaelder=r.Gaelder("skift", dag="skift"), betingelse=r.Dato())
    assert binder(ny, start) is svar
    assert binder(evolve(ny, betingelse=r.Ikke(r.Dato())), start) is False


# --- one question at a time -------------------------------------------------------------------------------------------


def test_what_is_missing_is_named_once_and_whole() -> None:
    lukket: list[Any] = []
    dom: Any = Ting(_luk=lambda *x: lukket.append(x[2:]))
    fund: Any = Ting(aarsag=(), mangler=["samtaler[0].form"])
    ukendt: list[tuple[str, ...]] = [("mangler", "haendelser", "samtaler[0].form"), ("ordning", "x")]
    Afgoer._lad_staa(dom, fund, Ting(), ukendt)
    assert fund.aarsag == ukendt[0]
    assert fund.mangler == ["samtaler[0].form", "haendelser"]
    assert lukket == [("uafklaret", None)]


@pytest.mark.parametrize(
    ("fortsat", "ophoert", "paa_ydelse", "nominal", "ventet"),
    [
        (True, False, False, 200, ["§ 13 a"]),
        (True, False, True, 200, []),  # on the benefit itself
        (True, True, False, 200, []),  # on the other benefit no longer
        (True, False, False, None, []),
        (False, True, False, 200, []),
    ],
)
def test_what_keeps_the_person_in_the_course_is_cited_only_where_it_does(
    fortsat: bool, ophoert: bool, paa_ydelse: bool, nominal: int | None, ventet: list[str]
) -> None:
    f = TimeForloeb.__new__(TimeForloeb)
    f.timeur = Ting(fortsat=Ting(hjemmel="§ 13 a") if fortsat else None)
    x: Any = Ting(hjemler=[])
    svar = {"paa_ydelse": lambda *_: paa_ydelse, "ophoert": lambda *_: ophoert}
    with pytest.MonkeyPatch.context() as lap:
        for navn, f_ in svar.items():
            lap.setattr(TimeForloeb, navn, f_)
        Afgoer._fortsat(x, Ting(forloeb=f, nominal=nominal, klausul=Ting(regel=Ting(familie="leg"))))
    assert x.hjemler == ventet


@pytest.mark.parametrize(("spells", "nominal", "ventet"), [(2, 200, True), (2, None, False), (1, 200, False)])
def test_who_left_the_group_is_asked_where_there_is_a_day_and_another_group(
    spells: int, nominal: int | None, ventet: bool
) -> None:
    o = opgave(forloeb=Ting(spells=[None] * spells), fra=100, nominal=nominal, frist=nominal)
    dom: Any = Ting(_gruppe_paa=lambda _o: "jobparat", _gruppe=lambda *_: "forladt", _har_forloebet=lambda _o: None)
    assert Afgoer._fund(dom, o).forladt is ventet


@pytest.mark.parametrize(("pr", "udfald"), [("2021-05-09", "afventer"), ("2021-05-10", "uafklaret")])
def test_what_has_no_last_day_is_open_while_the_rules_are_suspended(pr: str, udfald: str) -> None:
    """Owed from the first day; the rules are suspended from 10 May 2021 to 31 May, and then it is owed again."""
    suspension = r.Suspension(
        ("leg",), D(2021, 5, 10), D(2021, 5, 31), r.Hjemmel(LOV, "§ 9"), samtaler_taeller_ikke=True
    )
    law = lov(regel("1", r.Enkelt(r.Start(), None)), suspensioner=(suspension,))
    assert [u for _, u, _ in vist(law, jobparat(START), pr)] == [udfald]
    assert [u for _, u, _ in vist(law, jobparat(START), "2021-06-01")] == ["afventer"]
    # the course ended: it lapsed
    assert [u for _, u, _ in vist(law, jobparat(START, D(2021, 5, 5)), pr)] == ["bortfaldet"]


def test_an_exception_is_cited_where_it_decided_and_not_where_a_condition_was_absent() -> None:
    bedt, holdt = r.Sket("bedt", fra=r.Start()), r.Sket("holdt", fra=r.Start())
    law = lov(
        regel(
            "1",
            r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2))),
            betingelse=bedt,
            undtagelse=holdt,
            afgjort_af=(("undtagelse", r.Hjemmel(LOV, "§ 9")),),
        )
    )
    svar = {}
    for navn, haendelser in (("undtaget", ("bedt", "holdt")), ("ikke bedt", ()), ("skyldig", ("bedt",))):
        sag = jobparat(D(2021, 3, 1), haendelser=tuple(Haendelse(art=a, dato=D(2021, 3, 3)) for a in haendelser))
        (x,) = fund(law, sag, D(2021, 4, 1))
        svar[navn] = (x.udfald, [h.paragraf for h in x.hjemler])
    assert svar == {
        "undtaget": ("bortfaldet", ["§ 9"]),
        "ikke bedt": ("bortfaldet", []),
        "skyldig": ("ikke-opfyldt", []),
    }
