"""Which form of an interview is lawful on a day, by the paragraphs' own words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kontaktforloeb import regelsprog as r
from kontaktforloeb.bibliotek import _lov
from kontaktforloeb.sag import Beskaeftigelse, Fritagelse, Haendelse, Periode, Sag, Samtale, Tilbud
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering import former
from kontaktforloeb.vurdering.dom import Dom
from motor.legetoej import FOERSTE, LOV, jobparat, lov, regel


def d(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def lovlig(
    form: str,
    dag: str,
    *,
    gruppe: str = "sygedagpengemodtager",
    ydelse: str = "sygedagpenge",
    fra: str = "2019-02-04",
    ur: str = "sygefravaer",
    familie: str = "sygedagpenge",
    foerste: bool = False,
    spell: dict[str, Any] | None = None,
    **mere: Any,
) -> bool | None:
    perioder = (Periode(ydelse=ydelse, maalgruppe=gruppe, fra=d(fra), **(spell or {})),)
    samtale = Samtale(dato=d(dag), art="opfoelgningssamtale", form=form, status="afholdt", holdt_af="kommune")
    tl = Tidslinje(Sag(id="F", perioder=perioder, samtaler=(samtale,), **mere), d("2025-12-31").toordinal())
    lov = _lov("gaeldende", None)
    (f,) = Dom(lov, tl).perioder_paa(ur)
    return former.lovlig(lov, tl, f, familie, "X", tl.samtaler[0], foerste)


def venter_rask(dag: str, ventet: str | None) -> dict[str, Any]:
    h = Haendelse(art="raskmelding-ventet", dato=d(dag), ventet=None if ventet is None else d(ventet))
    return {"haendelser": (h,)}


def fri(grund: str, fra: str, til: str | None = None) -> dict[str, Any]:
    return {"fritagelser": (Fritagelse(grund=grund, fra=d(fra), til=None if til is None else d(til)),)}


# SDPL § 13 b, stk. 4 (lbk. 68/2019): written where 1) back at work in part, 2) well within 4 weeks, 3) on leave within
# 4 weeks, 4) in an offer, 5) illness stands in the way. The talk is on Monday 6 May 2019; 4 weeks on is Monday 3 June.


def test_a_letter_alone_is_no_follow_up() -> None:
    assert lovlig("brev", "2019-05-06") is False
    assert lovlig("fremmoede", "2019-05-06") is True


@pytest.mark.parametrize(
    ("ventet", "svar"),
    [("2019-05-05", False), ("2019-05-06", True), ("2019-06-03", True), ("2019-06-04", False), (None, False)],
)
def test_well_again_within_four_weeks(ventet: str | None, svar: bool) -> None:
    assert lovlig("brev", "2019-05-06", **venter_rask("2019-04-29", ventet)) is svar


@pytest.mark.parametrize(
    ("oplyst", "svar"), [("2019-02-03", False), ("2019-02-04", True), ("2019-05-06", True), ("2019-05-07", False)]
)
def test_well_again_as_it_was_expected_on_the_day_in_this_absence(oplyst: str, svar: bool) -> None:
    """The absence began on 4 February 2019; the talk is on 6 May."""
    assert lovlig("brev", "2019-05-06", **venter_rask(oplyst, "2019-05-20")) is svar


@pytest.mark.parametrize(
    ("fra", "svar"), [("2019-05-06", False), ("2019-05-07", True), ("2019-06-03", True), ("2019-06-04", False)]
)
def test_on_leave_within_four_weeks(fra: str, svar: bool) -> None:
    assert lovlig("brev", "2019-05-06", **fri("barsel", fra)) is svar
    assert lovlig("brev", "2019-05-06", **fri("mindre-intensiv-indsats", fra)) is False


@pytest.mark.parametrize(
    ("fra", "til", "svar"),
    [
        ("2019-05-06", "2019-05-06", True),
        ("2019-05-07", None, False),
        ("2019-05-01", "2019-05-05", False),
    ],
)
def test_illness_or_work_on_the_day(fra: str, til: str | None, svar: bool) -> None:
    assert lovlig("brev", "2019-05-06", **fri("kan-ikke-deltage", fra, til)) is svar
    assert lovlig("brev", "2019-05-06", **fri("mindre-intensiv-indsats", fra, til)) is False
    arbejde = Beskaeftigelse(fra=d(fra), til=None if til is None else d(til))
    assert lovlig("brev", "2019-05-06", beskaeftigelse=(arbejde,)) is svar


@pytest.mark.parametrize(
    ("fra", "til", "mere", "svar"),
    [
        ("2019-05-06", "2019-06-02", {}, True),
        ("2019-04-08", "2019-05-06", {}, True),
        ("2019-04-08", "2019-05-05", {}, False),
        ("2019-05-07", "2019-06-02", {}, False),
        ("2019-05-06", "2019-06-02", {"status": "annulleret"}, False),
        ("2019-05-06", "2019-06-02", {"art": "mentor"}, False),
    ],
)
def test_in_an_offer_on_the_day(fra: str, til: str, mere: dict[str, str], svar: bool) -> None:
    felter = {"art": "virksomhedspraktik", "status": "gennemfoert", **mere}
    assert lovlig("brev", "2019-05-06", tilbud=(Tilbud(fra=d(fra), til=d(til), **felter),)) is svar


# SDPL § 13 b, stk. 1, 2022: after 6 months of absence the talk may be by phone, video or otherwise digital.


@pytest.mark.parametrize(("dag", "svar"), [("2022-08-06", False), ("2022-08-07", True)])
def test_digitally_after_six_months(dag: str, svar: bool) -> None:
    """The first day of absence is 7 February 2022, so 6 August is the last of the first half-year."""
    assert lovlig("video", dag, fra="2022-02-07") is svar


# LAB § 31 a, stk. 3 (2022): by letter to one in an offer in the first 6 months, no longer after.


@pytest.mark.parametrize(("dag", "svar"), [("2022-08-07", True), ("2022-08-08", False)])
def test_by_letter_in_an_offer_in_the_first_six_months(dag: str, svar: bool) -> None:
    tilbud = (Tilbud(art="virksomhedspraktik", fra=d("2022-07-01"), til=d("2022-09-30"), status="gennemfoert"),)
    assert (
        lovlig(
            "brev",
            dag,
            gruppe="jobparat",
            ydelse="kontanthjaelp",
            fra="2022-02-07",
            ur="ydelse-ny",
            familie="samtaler-lab-2019",
            tilbud=tilbud,
        )
        is svar
    )


# BEK 686/2020 § 2: 27 May - 14 June 2020 no talk in person in Hovedstaden and Sjælland; without a municipality unknown.


@pytest.mark.parametrize(
    ("kommune", "dag", "svar"),
    [("101", "2020-06-08", False), ("751", "2020-06-08", True), (None, "2020-06-08", None), (None, "2020-06-15", True)],
)
def test_in_person_in_the_east_during_the_reopening(kommune: str | None, dag: str, svar: bool | None) -> None:
    """Copenhagen is 101, Aarhus 751."""
    case = {"gruppe": "jobparat", "ydelse": "kontanthjaelp", "fra": "2020-02-03", "ur": "ydelse-ny"}
    assert lovlig("fremmoede", dag, familie="samtaler-lab-2019", kommune=kommune, **case) is svar


@pytest.mark.parametrize(
    ("kommune", "dag", "sti"),
    [(None, "2020-06-08", "kommune"), ("751", "2020-06-08", ""), (None, "2020-06-15", "")],
)
def test_the_municipality_is_missing_only_while_it_decides(kommune: str | None, dag: str, sti: str) -> None:
    perioder = (Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=d("2020-02-03")),)
    tl = Tidslinje(Sag(id="F", perioder=perioder, kommune=kommune), d("2020-12-31").toordinal())
    lov = _lov("gaeldende", None)
    (f,) = Dom(lov, tl).perioder_paa("ydelse-ny")
    assert former.oplysning(lov, tl, f, "samtaler-lab-2019", d(dag).toordinal()) == sti


def test_a_form_is_lawful_to_the_last_day_of_its_rule() -> None:
    """Under a toy law in which nothing else changes on the day after."""
    telefon = r.Formregel(("leg",), ("telefon",), r.Hjemmel(LOV, "§ 1"), FOERSTE, d("2021-03-08"))
    moede = r.Formregel(("leg",), ("fremmoede",), r.Hjemmel(LOV, "§ 2"), FOERSTE)
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))), former=(telefon, moede))
    for dag, svar in (("2021-03-08", True), ("2021-03-09", False), ("2021-03-10", False)):
        samtale = Samtale(dato=d(dag), art="jobsamtale", form="telefon", status="afholdt", holdt_af="jobcenter")
        tl = Tidslinje(jobparat(d("2021-03-01"), samtaler=(samtale,)), d("2021-04-01").toordinal())
        (f,) = Dom(law, tl).perioder_paa("ophold")
        assert former.lovlig(law, tl, f, "leg", "LEG:1", tl.samtaler[0], foerste=False) is svar


@pytest.mark.parametrize(("kommune", "svar"), [("101", True), ("751", True)])
def test_where_only_the_meeting_in_person_is_barred_any_other_form_is_free(kommune: str, svar: bool) -> None:
    """Under a toy law that knows no rule on form but the bar."""
    bar = r.Formregel(("leg",), ("fremmoede",), r.Hjemmel(LOV, "§ 1"), FOERSTE, None, udelukket=True, kommuner=("101",))
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))), former=(bar,))
    samtale = Samtale(dato=d("2021-03-08"), art="jobsamtale", form="telefon", status="afholdt", holdt_af="jobcenter")
    tl = Tidslinje(jobparat(d("2021-03-01"), samtaler=(samtale,), kommune=kommune), d("2021-04-01").toordinal())
    (f,) = Dom(law, tl).perioder_paa("ophold")
    assert former.lovlig(law, tl, f, "leg", "LEG:1", tl.samtaler[0], foerste=False) is svar
