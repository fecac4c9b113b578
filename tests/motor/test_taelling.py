"""What counts, record by record: how long an offer must be, which kind it is, and whose interview it was."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Forbrug, Haendelse, Periode, Sag, Samtale
from kontaktforloeb.tidslinje import Tidslinje, Tilbudspost
from kontaktforloeb.vurdering import taelling
from kontaktforloeb.vurdering.dom import Dom
from motor.legetoej import LOV, jobparat, ledig, lov, regel

JUNI = dt.date(2021, 6, 1).toordinal()  # a Tuesday


def post(dage: int | None, **mere: Any) -> Tilbudspost:
    """An offer from Tuesday 1 June 2021 over so many days; None: it runs."""
    felter: dict[str, Any] = {
        "fra": JUNI, "slut": None if dage is None else JUNI + dage - 1, "planlagt": None, "afgivet": None,
        "art": "mentor", "status": "gennemfoert", "aarsag": None, "raadighedsafproevende": False, "kontakter": (),
        "begyndt": True, "noegle": None, "sti": "tilbud[0]",
    }  # fmt: skip
    return Tilbudspost(**{**felter, **mere})


def taeller(**mere: Any) -> r.Tilbudstaeller:
    return r.Tilbudstaeller((r.Tilbudsart("mentor", r.Hjemmel(LOV, "§ 1")),), **mere)


@pytest.mark.parametrize(
    ("mindst", "dage", "svar"),
    [
        (0, 1, True),
        (1, 1, True),
        (2, 1, False),
        (14, 13, False),
        (14, 14, True),
        (-1, 1, True),
        (-2, 1, False),
        # ten weekdays from Tuesday: to Monday 14 June, fourteen days
        (-10, 13, False),
        (-10, 14, True),
    ],
)
def test_days_or_weekdays_both_ends_included(mindst: int, dage: int, svar: bool) -> None:
    assert taelling.lang_nok(taeller(mindst_dage=mindst), post(dage), JUNI + 100) is svar
    # in progress: what has passed
    assert taelling.lang_nok(taeller(mindst_dage=mindst), post(None), JUNI + dage - 1) is (True if svar else None)
    # or what is planned
    planlagt = post(None, planlagt=JUNI + dage - 1)
    assert taelling.lang_nok(taeller(mindst_dage=mindst), planlagt, JUNI) is svar


def test_a_minimum_of_one_day_is_asked_of_what_has_not_begun() -> None:
    foer = post(None, begyndt=False)
    assert taelling.lang_nok(taeller(mindst_dage=1), foer, JUNI - 1) is None
    assert taelling.lang_nok(taeller(mindst_dage=0), foer, JUNI - 1) is True


# --- whose interview --------------------------------------------------------------------------------------------------


def samtale(dag: str, **mere: Any) -> Samtale:
    felter = {"art": "jobsamtale", "form": "fremmoede", "status": "afholdt", "holdt_af": "jobcenter", **mere}
    return Samtale(dato=dt.date.fromisoformat(dag), **felter)


def talte(t: r.Samtaler, sag: Sag, ur: str, gruppe: str, pr: str = "2021-12-31") -> list[str]:
    vindue = r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))
    law = lov(regel("1", vindue, t, ur=ur, maalgrupper=(gruppe,)), forbrug=FORBRUG)
    tl = Tidslinje(sag, dt.date.fromisoformat(pr).toordinal())
    (forloeb,) = Dom(law, tl).perioder_paa(ur)
    fundne = taelling.samtaler(law, tl, forloeb, "leg", "LEG:1", t, [], medregn_tvivl=False)
    return [dt.date.fromordinal(s.dag).isoformat() for s in fundne]


FORBRUG = r.Forbrugsur(navn="forbrug", titel="forbrug", graense=(41000, 33300), overtagelse="overgang-til-jobcenter")


@pytest.mark.parametrize(("grupper", "ventet"), [(("jobparat",), ["2020-01-01"]), (("revalidend",), None)])
def test_only_from_the_switch_for_the_groups_named(grupper: tuple[str, ...], ventet: list[str] | None) -> None:
    dage = ["2019-12-31", "2020-01-01"]
    sag = jobparat(dt.date(2019, 11, 4), samtaler=tuple(map(samtale, dage)))
    t = r.Samtaler(1, ("jobsamtale",), foerst_fra_skift_for=grupper)
    assert talte(t, sag, "ophold", "jobparat", "2020-06-01") == (dage if ventet is None else ventet)


def test_of_a_purpose_that_counts_once_the_first_counts_and_others_all() -> None:
    t = r.Samtaler(1, ("jobsamtale",), hoejst_en_formaal="16-maaneder")
    samtaler = (
        samtale("2021-03-02"),
        samtale("2021-03-03", formaal="16-maaneder"),
        samtale("2021-03-04", formaal="16-maaneder"),
        samtale("2021-03-05"),
    )
    sag = jobparat(dt.date(2021, 3, 1), samtaler=samtaler)
    assert talte(t, sag, "ophold", "jobparat") == ["2021-03-02", "2021-03-03", "2021-03-05"]


@pytest.mark.parametrize(("foer", "ventet"), [("2021-02-28", ["2021-03-04"]), ("2021-03-01", ["2021-03-01"])])
def test_one_before_the_course_is_not_the_one_that_counts(foer: str, ventet: list[str]) -> None:
    """The course begins on 1 March: what was held on that day is of it."""
    t = r.Samtaler(1, ("jobsamtale",), hoejst_en_formaal="16-maaneder")
    samtaler = (samtale(foer, formaal="16-maaneder"), samtale("2021-03-04", formaal="16-maaneder"))
    talt = talte(t, jobparat(dt.date(2021, 3, 1), samtaler=samtaler), "ophold", "jobparat")
    assert [x for x in talt if x >= "2021-03-01"] == ventet


@pytest.mark.parametrize(
    ("overgang", "fra", "ventet"),
    [
        (None, None, ["2021-09-30", "2021-10-01"]),  # not known to have ended: all its interviews count
        ("2021-10-01", None, ["2021-09-30"]),  # the job centre takes over on 1 October
        ("2021-10-02", None, ["2021-09-30", "2021-10-01"]),
        (None, dt.date(2021, 8, 2), ["2021-09-30", "2021-10-01"]),  # the course began the day the act did
        (None, dt.date(2021, 8, 3), []),  # and the day before it: no part is the a-kasse's
    ],
)
def test_the_a_kasses_interviews_count_in_its_part_of_the_course(
    overgang: str | None, fra: dt.date | None, ventet: list[str]
) -> None:
    t = r.Samtaler(1, ("jobsamtale",), holdere=("jobcenter",), holdere_i_fasen=("a-kasse",), fasen=r.AKassensDel(fra))
    haendelser = () if overgang is None else (
        Haendelse(art="overgang-til-jobcenter", dato=dt.date.fromisoformat(overgang)),
    )  # fmt: skip
    samtaler = tuple(samtale(x, holdt_af="a-kasse") for x in ("2021-09-30", "2021-10-01"))
    forbrug = (Forbrug(maaned=dt.date(2021, 8, 1), timer=Decimal(100)),)
    sag = ledig(dt.date(2021, 8, 2), haendelser=haendelser, samtaler=samtaler, forbrug=forbrug)
    assert talte(t, sag, "timer", "dagpengemodtager") == ventet


# --- the cv-samtale of the registration -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cv", "tilmeldt", "ventet"),
    [
        ("2021-05-02", None, "2021-05-02"),  # three months before 2 August
        ("2021-05-01", None, None),
        ("2021-08-31", None, "2021-08-31"),  # the last day
        ("2021-09-01", None, None),
        ("2021-08-09", "2021-08-10", "2021-08-09"),
        ("2021-08-10", "2021-08-10", None),  # of the next registration
        ("2021-08-10", "2021-08-02", "2021-08-10"),  # registered on the first day: the course's own
    ],
)
def test_the_cv_talk_of_the_registration_the_course_began_with(
    cv: str, tilmeldt: str | None, ventet: str | None
) -> None:
    assert cv_dag(samtale(cv, art="cv-samtale"), tilmeldt=tilmeldt) == ventet


def cv_dag(*samtaler: Samtale, tilmeldt: str | None = None, udeblevne_taeller: bool = False) -> str | None:
    """The day of the cv-samtale of a course from 2 to 31 August 2021."""
    perioder = (
        Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 8, 2), til=dt.date(2021, 8, 31)),
    )
    sket = () if tilmeldt is None else (Haendelse(art="tilmelding", dato=dt.date.fromisoformat(tilmeldt)),)
    sag = Sag(id="C", perioder=perioder, samtaler=samtaler, haendelser=sket)
    tl = Tidslinje(sag, dt.date(2021, 12, 1).toordinal())
    law = lov(regel("1", r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))))
    (f,) = Dom(law, tl).perioder_paa("ophold")
    dag = taelling._cv_dag(evolve(law, udeblevne_taeller=udeblevne_taeller), tl, f)
    return None if dag is None else dt.date.fromordinal(dag).isoformat()


@pytest.mark.parametrize(
    ("status", "taeller", "ventet"),
    [
        ("afholdt", False, "2021-08-09"),
        ("udeblevet", False, "2021-08-16"),
        ("udeblevet", True, "2021-08-09"),
        ("aflyst", True, "2021-08-16"),
    ],
)
def test_a_cv_talk_nobody_came_to_is_held_only_where_that_counts(status: str, taeller: bool, ventet: str) -> None:
    foerst = samtale("2021-08-09", art="cv-samtale", status=status)
    naeste = samtale("2021-08-16", art="cv-samtale")
    assert cv_dag(foerst, naeste, udeblevne_taeller=taeller) == ventet
    assert cv_dag(samtale("2021-08-09", status=status), naeste, udeblevne_taeller=taeller) == "2021-08-16"


@pytest.mark.parametrize(("dag", "taeller"), [("2019-12-31", True), ("2020-01-01", False)])
def test_standby_counts_by_the_act_of_the_day(dag: str, taeller: bool) -> None:
    t = r.Samtaler(1, ("jobsamtale",), standby=(), standby_foer_skift=("jobparat",))
    sag = jobparat(dt.date(2019, 12, 2), samtaler=(samtale(dag, form="standby"),))
    assert talte(t, sag, "ophold", "jobparat") == ([dag] if taeller else [])
