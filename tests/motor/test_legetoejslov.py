"""The engine under toy laws: what the vocabulary can say and the law at hand does not."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

import kontaktforloeb as kf
from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Haendelse, Periode, Sag, Tilbud
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.foelsomhed import afhaengigheder
from kontaktforloeb.vurdering.oversaet import OversatLov
from motor.legetoej import BESOEG, FOERSTE, LOV, fund, jobparat, ledig, lov, regel, samtale, udfald


def test_a_clock_without_free_weeks_moves_no_deadline() -> None:
    law = lov(regel("1", r.FraSeneste(r.Start(), r.maaneder(2), flyttes=True)))
    sag = Sag(
        id="L-3",
        perioder=(
            Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 1, 4), til=dt.date(2021, 1, 15)),
            Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 2, 1)),
        ),
    )
    # two stays, each on its own: neither waits for the two weeks between them
    assert udfald(law, sag, dt.date(2021, 4, 2))[:2] == [
        ("LEG:1", dt.date(2021, 3, 4), "bortfaldet"),
        ("LEG:1", dt.date(2021, 4, 1), "ikke-opfyldt"),
    ]


@pytest.mark.parametrize(("fra", "bundet"), [(dt.date(2019, 10, 2), False), (dt.date(2019, 10, 3), True)])
def test_a_calendar_clock_has_whole_weeks_at_the_switch(fra: dt.date, bundet: bool) -> None:
    """13 whole weeks from Wednesday 2 October end on Tuesday 31 December; from the 3rd they are 12."""
    law = lov(
        regel(
            "2",
            r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(6))),
            betingelse=r.Mellem(None, r.uger(13)),
            gaelder=r.Gaelder("skift", dag="skift"),
        )
    )
    assert bool(fund(law, jobparat(fra), dt.date(2020, 2, 1))) is bundet


def test_of_a_clock_for_two_groups_only_those_of_the_case_have_periods() -> None:
    law = lov(regel("3", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(1))), ur="besoeg"))
    sag = jobparat(dt.date(2021, 3, 1), haendelser=(Haendelse(art="besoeg", dato=dt.date(2021, 2, 22)),))
    assert udfald(law, sag, dt.date(2021, 3, 5)) == [("LEG:3", dt.date(2021, 3, 1), "ikke-opfyldt")]


def test_an_unemployed_person_without_benefit_is_on_no_hour_clock() -> None:
    """No case pairs group and benefit so, in a file or made in Python; the clock asks for the benefit all the same."""
    sag = Sag(id="L-4", perioder=(Periode(ydelse="ingen", maalgruppe="dagpengemodtager", fra=dt.date(2021, 8, 2)),))
    law = lov(regel("4", r.Enkelt(r.Start(), r.Naaet(r.uger(6))), ur="timer", maalgrupper=("dagpengemodtager",)))
    assert fund(law, sag, dt.date(2021, 12, 1)) == []
    with pytest.raises(kf.Sagsfejl, match="ydelse: passer ikke til målgruppen"):
        kf.vurder(sag, pr=dt.date(2021, 12, 1))


def test_what_has_not_begun_is_not_long_since_an_offer() -> None:
    """The window begins with the sixth week; in the fourth nobody can say what went before it."""
    vindue = r.Enkelt(r.Naaet(r.uger(6)), r.Naaet(r.uger(13)))
    laenge_siden = r.SidsteTilbud(r.maaneder(1))
    law = lov(regel("5", vindue, ur="timer", maalgrupper=("dagpengemodtager",), betingelse=laenge_siden))
    tilbud = Tilbud(art="virksomhedspraktik", fra=dt.date(2021, 8, 2), til=dt.date(2021, 8, 6), status="gennemfoert")
    sag = ledig(dt.date(2021, 8, 2), tilbud=(tilbud,))
    assert fund(law, sag, dt.date(2021, 8, 27)) == []
    assert len(fund(law, sag, dt.date(2021, 9, 13))) == 1


def _valg(navn: str) -> r.Fortolkning:
    return r.Fortolkning(navn, "Hvad?", "What?", (r.Valg("foer", "før", "before"), r.Valg("nu", "nu", "now")))


def test_a_reading_that_moves_a_rules_time_in_force_is_judged_from_the_start() -> None:
    laes = r.Laes("til", {"foer": dt.date(2021, 3, 31), "nu": dt.date(2021, 12, 31)})
    law = lov(
        regel(
            "6",
            r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(1))),
            gaelder=r.Gaelder(FOERSTE, laes),
            efterfoelger=r.Efterfoelger(("LEG:7",)),
        ),
        regel("7", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(2))), gaelder=r.Gaelder(dt.date(2021, 4, 1))),
        fortolkninger=(_valg("til"),),
    )
    dom = Dom(law, Tidslinje(jobparat(dt.date(2021, 3, 8)), dt.date(2021, 5, 20).toordinal()))
    fundet = dom.koer()
    assert [(x.klausul.regel.id, x.udfald) for x in fundet] == [
        ("LEG:6", "bortfaldet"),
        ("LEG:7", "ikke-opfyldt"),
    ]
    svar = afhaengigheder(dom, fundet)
    assert {i: [(a.fortolkning, a.valg, a.udfald) for a in x] for i, x in svar.items()} == {
        0: [("til", "nu", "ikke-opfyldt")]
    }
    assert svar == afhaengigheder(dom, fundet, alle=True)


def test_a_course_whose_event_is_not_recorded_is_judged_again_under_another_reading() -> None:
    """From the first day of the course a week ends under the act that went; a year does not, and nothing is open."""
    laengde = r.Fortolkning("laengde", "?", "?", (r.Valg("uge", "uge", "week"), r.Valg("aar", "år", "year")))
    vindue = r.FraSeneste(r.Start(), r.Laes("laengde", {"uge": r.uger(1), "aar": r.maaneder(12)}))
    law = lov(
        regel("6", vindue, ur="visiteret", gaelder=r.Gaelder(FOERSTE, dt.date(2021, 12, 31))),
        ure=(evolve(BESOEG, navn="visiteret", kraeves=True),),
        fortolkninger=(laengde,),
    )
    dom = Dom(law, Tidslinje(jobparat(dt.date(2021, 3, 1)), dt.date(2022, 2, 1).toordinal()))
    fundet = dom.koer()
    assert [(x.udfald, x.aarsag) for x in fundet] == [("uafklaret", ("mangler", "haendelser"))]
    ((en,),) = afhaengigheder(dom, fundet).values()
    assert (en.fortolkning, en.valg, en.udfald) == ("laengde", "aar", None)


def test_a_suspension_of_some_municipalities_is_no_suspension_of_the_window() -> None:
    def dage(kommuner: tuple[str, ...] | None) -> dt.date | None:
        law = lov(
            regel("8", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(6))), vindue_corona="forlaenges"),
            suspensioner=(
                r.Suspension(
                    ("leg",),
                    dt.date(2021, 3, 1),
                    dt.date(2021, 3, 10),
                    r.Hjemmel(LOV, "§ 9"),
                    samtaler_taeller_ikke=False,
                    kommuner=kommuner,
                ),
            ),
        )
        ((_, frist, _),) = udfald(law, jobparat(dt.date(2021, 2, 1)), dt.date(2021, 2, 15))
        return frist

    assert dage(("101",)) == dt.date(2021, 8, 1)
    assert dage(None) == dt.date(2021, 8, 11)


def test_rules_that_need_each_other_in_a_circle_are_refused() -> None:
    def efter(navn: str) -> r.Enkelt:
        return r.Enkelt(r.Efter((navn,)), r.Plus(r.Efter((navn,)), r.uger(1)))

    with pytest.raises(ValueError, match=r"circle: \['LEG:9', 'LEG:10'\]"):
        lov(regel("9", efter("LEG:10")), regel("10", efter("LEG:9")))


def _enheder(law: OversatLov) -> list[list[str]]:
    return [[k.regel.id[4:] for k in enhed] for enhed in law.enheder["ophold"]]


EN_UGE = r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(1)))


def test_a_rule_beside_several_that_stood_alone_is_judged_with_all_of_them() -> None:
    alene = [regel(navn, EN_UGE) for navn in ("30", "31", "32")]
    assert _enheder(lov(*alene)) == [["30"], ["31"], ["32"]]
    sammen = lov(*alene, regel("33", EN_UGE, besides=("LEG:30", "LEG:31", "LEG:32")))
    assert [sorted(e) for e in _enheder(sammen)] == [["30", "31", "32", "33"]]


def test_what_needs_a_rule_that_stands_twice_comes_after_both() -> None:
    """The same rule before and after a change of the act: each stands for itself."""
    foer = regel("34", EN_UGE, gaelder=r.Gaelder(FOERSTE, dt.date(2021, 6, 30)))
    efter = regel("34", EN_UGE, gaelder=r.Gaelder(dt.date(2021, 7, 1)))
    derefter = regel("35", r.Enkelt(r.Efter(("LEG:34",)), r.Plus(r.Efter(("LEG:34",)), r.uger(1))))
    assert _enheder(lov(foer, derefter, efter)) == [["34"], ["34"], ["35"]]


def test_a_rule_that_a_form_leaves_out_has_forms_of_its_own() -> None:
    telefon = r.Formregel(("leg",), ("telefon",), r.Hjemmel(LOV, "§ 8"), FOERSTE, undtagen=("LEG:37",))
    law = lov(regel("37", EN_UGE), regel("38", EN_UGE), former=(telefon,))
    assert [(k.regel.id, k.saerlig_form) for k in law.klausuler] == [("LEG:37", True), ("LEG:38", False)]


@pytest.mark.parametrize(("fra", "ventet"), [(dt.date(2019, 12, 31), "ikke-opfyldt"), (dt.date(2020, 1, 1), "opfyldt")])
def test_kinds_that_are_all_valid_from_the_switch_have_its_day(fra: dt.date, ventet: str) -> None:
    arter = (r.Tilbudsart("mentor", r.Hjemmel(LOV, "§ 15"), fra="skift"),)
    law = lov(regel("36", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(2))), r.Tilbudstaeller(arter)))
    tilbud = (Tilbud(art="mentor", fra=fra, til=dt.date(2020, 1, 20), status="gennemfoert"),)
    sag = jobparat(dt.date(2019, 12, 2), tilbud=tilbud)
    assert [u for _, _, u in udfald(law, sag, dt.date(2020, 6, 1))] == [ventet]


def test_what_counts_from_a_deadline_still_to_come_is_only_expected() -> None:
    """Six weeks of 37 hours from 2 August 2021 end on 10 September; two weeks on is the 24th."""
    law = lov(
        regel("11", r.Enkelt(r.Start(), r.Naaet(r.uger(6))), ur="timer", maalgrupper=("dagpengemodtager",)),
        regel(
            "12",
            r.Enkelt(r.Start(), r.Plus(r.Efter(("LEG:11",)), r.uger(2))),
            ur="timer",
            maalgrupper=("dagpengemodtager",),
        ),
    )
    for pr, frist, forventet in (
        (dt.date(2021, 9, 9), None, dt.date(2021, 9, 24)),
        (dt.date(2021, 9, 10), dt.date(2021, 9, 24), None),
    ):
        (x,) = (x for x in fund(law, ledig(dt.date(2021, 8, 2)), pr) if x.klausul.regel.id == "LEG:12")
        assert (x.frist, x.forventet) == (
            None if frist is None else frist.toordinal(),
            None if forventet is None else forventet.toordinal(),
        )


def test_rules_besides_one_that_does_not_arise_share_what_was_held() -> None:
    """Twice a week's duty after an event, besides a duty that never began: one interview meets both."""
    law = lov(
        regel(
            "13",
            r.Enkelt(r.Haendelse("besoeg"), r.Plus(r.Haendelse("besoeg"), r.uger(1))),
            besides=("LEG:14",),
        ),
        regel("14", r.Enkelt(r.Haendelse("brev"), r.Plus(r.Haendelse("brev"), r.uger(1)))),
    )
    besoeg = tuple(Haendelse(art="besoeg", dato=dt.date(2021, 3, dag)) for dag in (8, 10))
    brev = Haendelse(art="brev", dato=dt.date(2021, 3, 9))
    holdt = (samtale(dt.date(2021, 3, 12)),)
    fra, pr = dt.date(2021, 3, 1), dt.date(2021, 4, 1)
    assert [u for _, _, u in udfald(law, jobparat(fra, haendelser=besoeg, samtaler=holdt), pr)] == ["opfyldt"] * 2
    alle = udfald(law, jobparat(fra, haendelser=(*besoeg, brev), samtaler=holdt), pr)
    assert sorted(u for _, _, u in alle) == ["ikke-opfyldt", "ikke-opfyldt", "opfyldt"]


@pytest.mark.parametrize(("fra", "ventet"), [(dt.date(2021, 3, 31), "ikke-opfyldt"), (dt.date(2021, 4, 1), "opfyldt")])
def test_a_kind_of_offer_is_valid_from_the_day_it_became_so(fra: dt.date, ventet: str) -> None:
    arter = (r.Tilbudsart("mentor", r.Hjemmel(LOV, "§ 15"), fra=dt.date(2021, 4, 1)),)
    law = lov(regel("15", r.Enkelt(r.Start(), r.Plus(r.Start(), r.maaneder(2))), r.Tilbudstaeller(arter)))
    tilbud = (Tilbud(art="mentor", fra=fra, til=dt.date(2021, 4, 30), status="gennemfoert"),)
    assert [u for _, _, u in udfald(law, jobparat(dt.date(2021, 3, 1), tilbud=tilbud), dt.date(2021, 6, 1))] == [ventet]


@pytest.mark.parametrize("status", ["udeblevet", "afholdt"])
def test_where_a_no_show_counts_the_other_choice_is_named(status: str) -> None:
    """Week 1 from 6 September 2021 ends on the 13th; the only interview was on the 10th."""
    moede = evolve(samtale(dt.date(2021, 9, 10)), status=status)
    sag = jobparat(dt.date(2021, 9, 6), samtaler=(moede,))
    valg = {"udeblivelse": "taeller"}
    vurdering = kf.vurder(sag, pr=dt.date(2021, 10, 1), fortolkninger=valg)
    (krav,) = (k for k in vurdering.krav if k.regel == "LAB-2019:31.3")
    assert krav.udfald == "opfyldt"
    afhaenger = [(a.valg, a.udfald) for a in krav.afhaenger_af if a.fortolkning == "udeblivelse"]
    assert afhaenger == ([("taeller-ikke", "ikke-opfyldt")] if status == "udeblevet" else [])


def test_what_counts_from_a_deadline_of_hours_is_expected_with_it() -> None:
    """Thirteen weeks are not reached in the fourth; two weeks after them is expected two weeks after."""
    efter = r.Efter(("LEG:16",))
    law = lov(
        regel("16", r.Enkelt(r.Start(), r.Naaet(r.uger(13))), ur="timer", maalgrupper=("dagpengemodtager",)),
        regel("17", r.Enkelt(r.Start(), r.Plus(efter, r.uger(2))), ur="timer", maalgrupper=("dagpengemodtager",)),
    )
    foerst, derefter = fund(law, ledig(dt.date(2021, 8, 2)), dt.date(2021, 8, 27))
    assert [foerst.frist, derefter.frist] == [None, None]
    assert foerst.forventet is not None
    assert derefter.forventet == foerst.forventet + 14


@pytest.mark.parametrize(("grupper", "antal"), [(("aktivitetsparat",), 0), (("jobparat",), 1)])
def test_a_series_from_a_rule_that_does_not_bind_does_not_begin(grupper: tuple[str, ...], antal: int) -> None:
    law = lov(
        regel("18", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(1))), maalgrupper=grupper),
        regel("19", r.PaaHinanden(r.Efter(("LEG:18",)), r.maaneder(12))),
    )
    fundne = fund(law, jobparat(dt.date(2021, 3, 1)), dt.date(2021, 6, 1))
    assert sum(x.klausul.regel.id == "LEG:19" for x in fundne) == antal


@pytest.mark.parametrize(
    ("besoegt", "ventet"),
    [
        ((dt.date(2021, 2, 8), dt.date(2021, 2, 22), dt.date(2021, 3, 15)), dt.date(2021, 3, 8)),
        ((dt.date(2021, 3, 15), dt.date(2021, 3, 22)), dt.date(2021, 3, 29)),
    ],
)
def test_the_latest_event_is_the_one_before_the_period_or_else_the_first_in_it(
    besoegt: tuple[dt.date, ...], ventet: dt.date
) -> None:
    seneste = r.Seneste("besoeg")
    law = lov(regel("20", r.Enkelt(seneste, r.Plus(seneste, r.uger(2)))))
    haendelser = tuple(Haendelse(art="besoeg", dato=dag) for dag in besoegt)
    sag = jobparat(dt.date(2021, 3, 1), haendelser=haendelser)
    assert udfald(law, sag, dt.date(2021, 6, 1)) == [("LEG:20", ventet, "ikke-opfyldt")]
