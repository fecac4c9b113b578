"""Conditions, points and exemptions one at a time, at both ends of what they ask. Days are plain numbers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace as Ting
from typing import Any

import pytest

from kontaktforloeb import kalender
from kontaktforloeb import regelsprog as r
from kontaktforloeb.tidslinje import Spaend
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.vurdering import betingelser, lempelser, punkter
from kontaktforloeb.vurdering.betingelser import Vindue, holder
from kontaktforloeb.vurdering.punkter import Sted, punkt


def o(tekst: str) -> int:
    return dt.date.fromisoformat(tekst).toordinal()


def hop(dag: int, art: str = "besoeg", **felter: Any) -> Ting:
    return Ting(dag=dag, art=art, felter=felter, sti="haendelser[0]", slut=None)


def spell(fra: int, slut: int | None = None, gruppe: str = "jobparat", **mere: Any) -> Ting:
    return Ting(fra=fra, slut=slut, gruppe=gruppe, ydelse=mere.pop("ydelse", "kontanthjaelp"), **mere)


def sted(
    start: int = 100, slut: int | None = None, spells: list[Any] | None = None, anledning: Any = None, **mere: Any
) -> Any:
    """A place in a judgement: a period from `start`, and of the rest what a test names."""
    tl: dict[str, Any] = {
        "pr": 1000,
        "haendelser": {},
        "samtaler": [],
        "ordninger": [],
        "fritagelser": [],
        "arbejde": [],
    }
    tl.update({k: mere.pop(k) for k in list(mere) if k in tl})
    lov: dict[str, Any] = {"skift": 500, "numre": {"FOER": ()}, "klausuler": (), "former_for": lambda *_: ()}
    lov.update(udeblevne_taeller=False, forkert_form_taeller=False)
    lov.update({k: mere.pop(k) for k in list(mere) if k in lov})
    fundne: dict[str, list[Any]] = mere.pop("fundne", {})
    dom = Ting(
        tl=Ting(**tl), lov=Ting(**lov), fund_i=lambda _f, navn: fundne.get(navn, []), sammen_med=lambda *_: [], **mere
    )
    return Sted(dom, Forloeb(dom.tl, "ur", start, slut, spells or [spell(start, slut)]), anledning)


def svar(b: Any, s: Any, fra: int | None = 200, nominal: int | None = 300) -> Any:
    return holder(b, s, Vindue(fra, nominal), [])


# --- an event happened ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("dag", "sket"), [(199, False), (200, True), (300, True), (301, False)])
def test_an_event_in_the_window_both_ends_included(dag: int, sket: bool) -> None:
    assert svar(r.Sket("besoeg"), sted(haendelser={"besoeg": [hop(dag)]})) is sket


@pytest.mark.parametrize(("slut", "dag", "sket"), [(None, 900, True), (400, 400, True), (400, 401, False)])
def test_without_a_deadline_what_happens_after_the_period_is_not_of_it(slut: int | None, dag: int, sket: bool) -> None:
    assert svar(r.Sket("besoeg"), sted(slut=slut, haendelser={"besoeg": [hop(dag)]}), nominal=None) is sket
    # with one it is the deadline that counts
    assert svar(r.Sket("besoeg"), sted(slut=slut, haendelser={"besoeg": [hop(dag)]}), nominal=2000) is True


@pytest.mark.parametrize(("dag", "sket"), [(99, False), (100, True), (500, True), (501, False)])
def test_an_event_between_two_points(dag: int, sket: bool) -> None:
    assert svar(r.Sket("besoeg", r.Start(), r.Skift()), sted(haendelser={"besoeg": [hop(dag)]})) is sket


@pytest.mark.parametrize(("ventet", "sket"), [(None, False), (499, True), (500, True), (501, False)])
def test_an_event_whose_date_is_on_or_before_a_point(ventet: int | None, sket: bool) -> None:
    b = r.Sket("besoeg", felt="ventet", senest=r.Skift())
    assert svar(b, sted(haendelser={"besoeg": [hop(250, ventet=ventet)]})) is sket


@pytest.mark.parametrize(("fra", "til"), [("2021-03-01", "2021-03-31"), ("2021-03-01", None), (None, "2021-03-31")])
def test_the_deciding_day_lies_between_two_dates(fra: str | None, til: str | None) -> None:
    b = r.Dato(*(None if x is None else dt.date.fromisoformat(x) for x in (fra, til)))
    assert svar(b, sted(), nominal=o("2021-02-28")) is (fra is None)
    assert svar(b, sted(), nominal=o("2021-03-01")) is True
    assert svar(b, sted(), nominal=o("2021-03-31")) is True
    assert svar(b, sted(), nominal=o("2021-04-01")) is (til is None)
    # not known: `pr`
    assert svar(b, sted(pr=o("2021-04-01")), nominal=None) is (til is None)


# --- the a-kasse declined ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fravalg", "tilvalg", "ventet"),
    [
        (99, None, False),  # before the course
        (100, None, True),
        (300, None, True),
        (301, None, False),  # after the deadline
        (200, 199, True),
        (200, 200, False),
        (200, 300, False),
        (200, 301, True),  # taken back after the deadline
    ],
)
def test_declined_in_the_course_by_the_deadline_and_not_taken_back(
    fravalg: int, tilvalg: int | None, ventet: bool
) -> None:
    sket = {"a-kasse-fravalg": [hop(fravalg)], "a-kasse-tilvalg": [] if tilvalg is None else [hop(tilvalg)]}
    assert svar(r.Fravalgt(), sted(haendelser=sket)) is ventet


def fund(
    udfald: str = "ikke-opfyldt", aarsag: tuple[str, ...] = (), nominal: int | None = 250, opfyldt: int | None = None,
    binder: bool = True, fravalgt: int | None = None, til: int | None = None, **mere: Any,
) -> Ting:  # fmt: skip
    return Ting(
        udfald=udfald, aarsag=aarsag, nominal=nominal, opfyldt_dag=opfyldt, binder=binder, staar=binder,
        fravalgt=None if fravalgt is None else kalender.iso(fravalgt), **{"klausul": Ting(til=til), **mere},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("foer", "ventet"),
    [
        (None, True),  # no joint interview before this one
        (fund(nominal=149), True),  # its deadline was before the refusal
        (fund(nominal=150), False),  # and this that day: the refusal was of that one
        (fund(nominal=None), False),
        (fund(nominal=250, opfyldt=149), True),  # held before
        (fund(nominal=250, opfyldt=150), True),  # or that day
        (fund(nominal=250, opfyldt=151), False),
        (fund(nominal=250, binder=False), True),
        (fund("bortfaldet", nominal=250), False),  # it was to come, whatever came of it
        (fund("bortfaldet", fravalgt=150), False),  # that one was refused
        (fund("bortfaldet", fravalgt=149), True),  # an earlier refusal
        (fund(fravalgt=149), True),  # also where it was held without
        (fund(til=150), False),
        (fund(til=149), True),  # its act had given way
    ],
)
def test_the_next_joint_interview_is_refused_once(foer: Ting | None, ventet: bool) -> None:
    """Refused on day 150, 30 May of year 1, for the next one; the rule FOER comes before."""
    fundne = {} if foer is None else {"FOER": [foer]}
    s = sted(haendelser={"a-kasse-fravalg": [hop(150, gaelder="naeste")]}, fundne=fundne)
    assert svar(r.Fravalgt(efter=("FOER",)), s) is ventet
    # after those that say nothing comes one that does
    fundne = {"FOER": [*fundne.get("FOER", []), fund(nominal=250)]}
    s = sted(haendelser={"a-kasse-fravalg": [hop(150, gaelder="naeste")]}, fundne=fundne)
    assert svar(r.Fravalgt(efter=("FOER",)), s) is False


@pytest.mark.parametrize(
    ("fra", "til", "begynder", "dag", "ventet"),
    [
        (100, 499, None, 150, True),
        (150, 499, None, 150, True),
        (151, 499, None, 150, False),  # not in force yet
        (100, 150, None, 150, True),
        (100, 149, None, 150, False),  # nor any more
        (100, 500, None, 150, False),  # nor one of the old act
        (1, None, None, 1, False),
        (100, 499, 120, 150, False),  # it opened: what came of it is a finding
    ],
)
def test_a_joint_interview_of_the_old_act_whose_window_never_opened_was_to_come(
    fra: int, til: int | None, begynder: int | None, dag: int, ventet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(betingelser, "punkt", lambda p, _sted: p)
    foer = Ting(fra=fra, til=til, regel=Ting(vindue=Ting(fra=(begynder, 600))))
    s = sted(
        start=1, numre={"FOER": (0,)}, klausuler=(foer,), haendelser={"a-kasse-fravalg": [hop(dag, gaelder="naeste")]}
    )
    assert svar(r.Fravalgt(efter=("FOER",)), s) is not ventet


@pytest.mark.parametrize("lang", [True, False, None])
def test_only_an_offer_of_unknown_length_is_named_as_what_would_settle_it(
    lang: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(betingelser.taelling, "lang_nok", lambda *_: lang)
    monkeypatch.setattr(betingelser.taelling, "uoplyst", lambda *_: "planlagt_til")
    s = sted(anledning=Ting(sti="tilbud[0]"))
    s.dom.tl.tilbud = [Ting(sti="tilbud[1]"), Ting(sti="tilbud[0]")]
    aarsag: list[tuple[str, ...]] = []
    assert holder(r.LangtNok(None), s, Vindue(200, 300), aarsag) is lang
    assert aarsag == ([("tilbuddets-laengde", "tilbud[0]", "planlagt_til")] if lang is None else [])


@pytest.mark.parametrize(("moedt", "ventet"), [(None, True), (199, False), (200, False), (201, True)])
def test_what_was_held_by_the_day_of_the_refusal_is_not_declined(moedt: int | None, ventet: bool) -> None:
    s = sted(haendelser={"a-kasse-fravalg": [hop(200)]})
    assert holder(r.Fravalgt(), s, Vindue(100, 300, moedt), []) is ventet


# --- another rule, and the last offer ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("holdt", "ventet"), [(499, True), (500, True), (501, False), (None, False)])
def test_what_another_rule_asks_for_was_held_by_a_point(holdt: int | None, ventet: bool) -> None:
    b = r.Opfyldt("FOER", r.Skift())
    assert svar(b, sted(fundne={"FOER": [fund(holdt_dag=None), fund(holdt_dag=holdt)]})) is ventet
    # whenever, where no point is named
    assert svar(r.Opfyldt("FOER"), sted(fundne={"FOER": [fund(holdt_dag=holdt)]})) is (holdt is not None)
    # and not known where the law leaves it open
    for fra, kan in ((None, True), (500, True), (501, False)):  # what could first be held after the point is none
        aaben = fund("uafklaret", holdt_dag=None, fra=fra)
        uvist = None if kan else False
        assert svar(b, sted(fundne={"FOER": [aaben, fund(holdt_dag=holdt)]})) is (ventet or uvist)


def test_a_point_that_is_only_expected_is_no_last_day_of_what_was_held() -> None:
    s = sted(fundne={"FOER": [fund(holdt_dag=150)]})
    s.f = Ting(naaet=lambda _m: (None, 140), start=100, slut=None)
    assert svar(r.Opfyldt("FOER", r.Naaet(r.uger(1))), s) is True


@pytest.mark.parametrize(
    ("sidste", "uvis", "ventet"),
    [
        (193, False, True),
        (194, False, False),
        (193, True, None),  # a week to day 200: had the other been long enough, it would be less
        (192, True, None),
        (194, True, False),
        (None, False, False),
    ],
)
def test_a_week_since_the_last_offer_of_a_kind(sidste: int | None, uvis: bool, ventet: bool | None) -> None:
    s = sted(sidste_gyldige_foer=lambda *_: (sidste, Ting(sti="tilbud[1]", slut=None) if uvis else None))
    assert svar(r.SidsteTilbud(r.uger(1), tilbud=r.Tilbudstaeller(())), s) is ventet


# --- interviews held --------------------------------------------------------------------------------------------------


def talk(dag: int, **mere: Any) -> Ting:
    felter = {"art": "jobsamtale", "status": "afholdt", "form": "fremmoede", "holdt_af": "jobcenter", "faelles": False}
    return Ting(dag=dag, formaal=mere.pop("formaal", None), **{**felter, **mere})


@pytest.mark.parametrize(
    ("dage", "ventet"), [((99, 300), False), ((100, 500), True), ((100, 501), False), ((150,), False), ((1, 2), False)]
)
def test_so_many_held_between_two_points(dage: tuple[int, ...], ventet: bool) -> None:
    b = r.Haft(2, ("jobsamtale",), r.Start(), r.Skift())
    s = sted(samtaler=[talk(d) for d in dage])
    aarsag: list[tuple[str, ...]] = []
    assert holder(b, s, Vindue(200, 300), aarsag) is ventet
    if ventet:
        assert aarsag == [("haft", "2", dt.date.fromordinal(500).isoformat())]


def test_the_day_that_made_the_number_is_named_not_the_last() -> None:
    aarsag: list[tuple[str, ...]] = []
    b = r.Haft(1, ("jobsamtale",), r.Start(), r.Skift())
    assert holder(b, sted(samtaler=[talk(110), talk(120)]), Vindue(200, 300), aarsag) is True
    assert aarsag == [("haft", "1", dt.date.fromordinal(110).isoformat())]


@pytest.mark.parametrize(("formaal", "ventet"), [("16-maaneder", True), ("andet", False), (None, False)])
def test_held_for_a_purpose_or_for_any(formaal: str | None, ventet: bool) -> None:
    s = sted(samtaler=[talk(150, formaal=formaal)])
    assert svar(r.Haft(1, ("jobsamtale",), r.Start(), r.Skift(), formaal="16-maaneder"), s) is ventet
    assert svar(r.Haft(1, ("jobsamtale",), r.Start(), r.Skift()), s) is True


@pytest.mark.parametrize(
    ("familie", "status", "form", "taeller", "ventet"),
    [
        (None, "afholdt", "brev", {}, True),
        (None, "udeblevet", "fremmoede", {"udeblevne_taeller": True}, False),
        ("leg", "afholdt", "fremmoede", {}, True),
        ("leg", "afholdt", "brev", {}, False),
        ("leg", "afholdt", "brev", {"forkert_form_taeller": True}, True),
        ("leg", "afholdt", "standby", {}, True),
        ("leg", "udeblevet", "fremmoede", {}, False),
        ("leg", "udeblevet", "fremmoede", {"udeblevne_taeller": True}, True),
        ("leg", "aflyst", "fremmoede", {"udeblevne_taeller": True}, False),
    ],
)
def test_held_and_in_a_form_that_was_lawful(
    familie: str | None, status: str, form: str, taeller: dict[str, bool], ventet: bool
) -> None:
    lovlig = Ting(
        erklaering=Ting(udelukket=False, former=("fremmoede",), undtagen=(), usikker=False, naar=None,
                        foerste_maaneder=None),
        gaelder=lambda _dag: True,
    )  # fmt: skip
    s = sted(former_for=lambda *_: (lovlig,), **taeller)
    assert betingelser._holdt(talk(150, status=status, form=form), familie, s) is ventet


def test_the_first_form_of_all_is_asked_for_as_of_one_that_is_not_the_first() -> None:
    """Digital but for the first: what was held before is no first."""
    lovlig = Ting(
        erklaering=Ting(udelukket=False, former=("video",), undtagen=(), usikker=False, naar="ikke-foerste",
                        foerste_maaneder=None),
        gaelder=lambda _dag: True,
    )  # fmt: skip
    assert betingelser._holdt(talk(150, form="video"), "leg", sted(former_for=lambda *_: (lovlig,))) is True


# --- where the clock stood at the switch ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "uger", "ventet"),
    [
        # thirteen weeks are 91 days: the switch is day 500
        (500 - 91, "fuldfoerte", False),
        (500 - 90, "fuldfoerte", True),
        (500 - 91, "paabegyndte", False),
        (500 - 90, "paabegyndte", False),
        (500 - 84, "paabegyndte", True),
        (500 - 85, "paabegyndte", False),
        (500 - 77, "paabegyndte", True),
        (500 - 78, "paabegyndte", True),
    ],
)
def test_fewer_than_thirteen_weeks_whole_or_begun(start: int, uger: str, ventet: bool) -> None:
    assert svar(r.Mellem(None, r.uger(13), uger), sted(start=start)) is ventet


@pytest.mark.parametrize(("uger_foer", "ventet"), [(12, False), (13, True), (26, True), (27, False)])
def test_between_two_numbers_of_weeks_both_included(uger_foer: int, ventet: bool) -> None:
    assert svar(r.Mellem(r.uger(13), r.uger(26)), sted(start=500 - 7 * uger_foer)) is ventet


@pytest.mark.parametrize(
    ("start", "ventet"),
    [
        (500 - 26 * 7, True),
        (500 - 27 * 7, None),  # over 26 weeks, and the ceiling of 28 is not passed
        (500 - 28 * 7, None),  # at the ceiling itself
        (500 - 28 * 7 - 1, False),
    ],
)
def test_over_the_band_and_under_the_ceiling_nothing_is_said(start: int, ventet: bool | None) -> None:
    assert svar(r.Mellem(r.uger(13), r.uger(26), loft=r.uger(28)), sted(start=start)) is ventet


def test_a_ceiling_inside_the_band_leaves_its_own_day_open() -> None:
    assert svar(r.Mellem(r.uger(13), r.uger(26), loft=r.uger(20)), sted(start=500 - 140)) is None
    assert svar(r.Mellem(r.uger(13), r.uger(26), loft=r.uger(20)), sted(start=500 - 141)) is True
    assert svar(r.Mellem(r.uger(13), r.uger(26), loft=r.uger(20)), sted(start=500 - 139)) is True


@pytest.mark.parametrize(
    ("stand", "ventet"),
    [({481: -1, 962: -1}, False), ({481: 0, 962: -1}, None), ({481: 1, 962: -1}, True), ({481: 1, 962: 0}, None),
     ({481: 1, 962: 1}, False)],
)  # fmt: skip
def test_in_hours_strictly_between(stand: dict[int, int], ventet: bool | None) -> None:
    f: Any = Ting(behov=lambda m: m, stand=lambda _dag, behov: stand[behov])
    assert betingelser._mellem_timer(Ting(fra=481, til=962), f, 500, []) is ventet
    if stand[481] == 1:
        assert betingelser._mellem_timer(Ting(fra=481, til=None), f, 500, []) is True


# --- schemes, occasions -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fra", "slut", "ventet"), [(50, 99, False), (50, 100, True), (300, None, True), (301, None, False)]
)
def test_a_scheme_that_meets_the_period_and_begins_by_the_deadline(fra: int, slut: int | None, ventet: bool) -> None:
    assert svar(r.Ordning("forsoeg"), sted(ordninger=[Ting(navn="forsoeg", fra=fra, slut=slut)])) is ventet
    assert svar(r.Ordning("andet"), sted(ordninger=[Ting(navn="forsoeg", fra=fra, slut=slut)])) is False


@pytest.mark.parametrize(("dag", "ventet"), [(499, True), (500, True), (501, False)])
def test_an_occasion_on_or_before_a_point(dag: int, ventet: bool) -> None:
    assert svar(r.AnledningSenest(r.Skift()), sted(anledning=hop(dag))) is ventet


# --- points -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("dage", "ventet"), [((), 100), ((90,), 90), ((95, 99), 95)])
def test_the_first_of_an_event_by_which_the_course_is_entered(dage: tuple[int, ...], ventet: int) -> None:
    spurgt: list[str] = []

    def tilmeldt_i(_f: Any, art: str) -> list[Any]:
        spurgt.append(art)
        return [hop(d) for d in dage]

    s = sted(tilmeldt_i=tilmeldt_i)
    assert punkt(r.Foerste("besoeg"), s) == (ventet, None)
    assert s.antagelser == ([] if dage else [("besoeg-mangler",)])
    assert spurgt == ["besoeg"]


@pytest.mark.parametrize(
    ("dage", "slut", "ventet"),
    [
        ((80, 100, 120), None, 100),
        ((120, 140), None, 120),
        ((400,), 400, 400),
        ((401,), 400, None),
    ],
)
def test_the_latest_of_an_event(dage: tuple[int, ...], slut: int | None, ventet: int | None) -> None:
    s = sted(slut=slut, haendelser={"besoeg": [hop(d) for d in dage]})
    assert punkt(r.Seneste("besoeg"), s)[0] == ventet
    assert s.mangler == ([] if ventet else ["haendelser"])


def test_a_period_on_the_clock_from_a_day_that_is_not_known_is_not_known() -> None:
    s = sted(haendelser={"besoeg": []})
    assert punkt(r.PaaUret(r.Seneste("besoeg"), r.maaneder(3)), s) == (None, None)
    s = sted(haendelser={"besoeg": [hop(o("2021-01-31"))]}, start=o("2021-02-01"))
    assert punkt(r.PaaUret(r.Seneste("besoeg"), r.maaneder(1)), s) == (o("2021-02-28"), None)


def efter(*fundne: tuple[int | None, int | None]) -> list[Ting]:
    return [fundet(holdt, nominal) for holdt, nominal in fundne]


def fundet(holdt: int | None, nominal: int | None, **mere: Any) -> Ting:
    """A finding to count from."""
    felter: dict[str, Any] = {
        "anledning": None, "forventet": 77, "aaben_efter_slut": False, "ved_skift": False,
        "klausul": Ting(regel=Ting(vindue=r.Enkelt(r.Start(), r.Skift()))),
    }  # fmt: skip
    return fund(nominal=nominal, holdt_dag=holdt, **{**felter, **mere})


@pytest.mark.parametrize(
    ("fundne", "ventet"),
    [
        ([(150, 200)], (150, None)),
        ([(None, 200)], (200, None)),
        ([(150, 200), (160, 170)], (160, None)),
        ([(160, 170), (150, 200)], (160, None)),
        ([(None, None)], (None, 77)),
        ([], (None, None)),
    ],
)
def test_after_the_last_of_what_was_held_or_due(fundne: list[Any], ventet: Any) -> None:
    assert punkt(r.Efter(("FOER",)), sted(fundne={"FOER": efter(*fundne)})) == ventet


@pytest.mark.parametrize(
    ("foer", "ventet"),
    [
        (fundet(150, 200, binder=False), 110),
        (fundet(150, 200, ved_skift=True), 110),
        (fundet(None, 200, binder=False, aaben_efter_slut=True), 200),
        (fundet(None, 200, klausul=Ting(regel=Ting(vindue=r.Enkelt(r.Start(), None)))), 110),
        (fundet(150, 200, klausul=Ting(regel=Ting(vindue=r.Enkelt(r.Start(), None)))), 150),
    ],
)
def test_where_nothing_else_bound_it_is_counted_from_the_entry_or_the_end(foer: Any, ventet: int) -> None:
    """Into the group on day 110: what does not bind, or is owed without a last day and not held, moves nothing."""
    spells = [spell(100, 109, "aktivitetsparat"), spell(110)]
    s = sted(spells=spells, fundne={"FOER": [foer]})
    assert punkt(r.Efter(("FOER",), ("jobparat",)), s) == (ventet, None)
    # one that binds goes before what is left open
    s = sted(spells=spells, fundne={"FOER": [fundet(160, 170), foer]})
    assert punkt(r.Efter(("FOER",), ("jobparat",)), s) == (160, None)


@pytest.mark.parametrize(("dag", "ventet"), [(120, 150), (121, None)])
def test_only_what_arose_from_the_same_event_is_counted_from(dag: int, ventet: int | None) -> None:
    s = sted(anledning=hop(120), fundne={"FOER": [fundet(150, 200, anledning=hop(dag))]})
    assert punkt(r.Efter(("FOER",)), s)[0] == ventet
    assert punkt(r.EfterUanset(("FOER",)), s)[0] == 150


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ({"binder": True}, 120),
        ({"aarsag": ("afloest", "x")}, 120),
        ({"aarsag": ("maalgruppeskift", "x")}, 120),  # it stood until then
        ({"aarsag": ("ophoert",)}, 120),
        ({"aarsag": ("fortraengt", "x")}, None),
        ({}, None),
        ({"udfald": "opfyldt", "forladt": True}, 120),  # met before the group changed
        ({"udfald": "ikke-opfyldt", "forladt": True}, None),
        ({"udfald": "opfyldt"}, None),
        ({"aaben_efter_slut": True}, 120),  # in doubt, for a day after the course
    ],
)
def test_the_start_of_the_first_that_binds_or_gives_way(felter: dict[str, Any], ventet: int | None) -> None:
    x = {"binder": False, "aarsag": (), "udfald": "", "forladt": False, "aaben_efter_slut": False} | felter
    s = sted(fundne={"FOER": [fund(**x, fra=120, forventet=None)]})
    assert punkt(r.StartFor(("FOER",)), s)[0] == ventet
    assert punkt(r.FristFor(("FOER",)), s)[0] == (250 if ventet else None)


def test_what_is_expected_is_moved_and_shortened_as_what_is_known() -> None:
    f = Ting(naaet=lambda _m: (None, 300), start=100, slut=None)
    s: Any = Ting(f=f, dom=None, antagelser=[])
    assert punkter._naaet(r.Naaet(r.uger(1), forskydning=3), s) == (None, 303)
    assert punkter._plus(r.Plus(r.Naaet(r.uger(1)), r.uger(1), fradrag=2), s) == (None, 305)
    f.naaet = lambda _m: (300, None)
    assert punkter._naaet(r.Naaet(r.uger(1), forskydning=3), s) == (303, None)
    assert punkter._plus(r.Plus(r.Naaet(r.uger(1)), r.uger(1), fradrag=2), s) == (305, None)


# --- exemptions -------------------------------------------------------------------------------------------------------


def undtagelse(**mere: Any) -> Ting:
    felter: dict[str, Any] = {
        "gaelder": True, "maalgrupper": None, "ydelser": None, "beskaeftigelse_timer": None, "grund": "barsel",
        "undergrunde": None, "medmindre_fastholdt": False, "dage_foer": 0, "hoejst_dage": None,
    }  # fmt: skip
    fra, til = mere.pop("fra", 0), mere.pop("til", 10_000)
    return Ting(erklaering=Ting(**{**felter, **mere}), gaelder=lambda dag: fra <= dag <= til)


def fri(fra: int, slut: int | None, navn: str = "barsel", **mere: Any) -> Ting:
    return Ting(fra=fra, slut=slut, navn=navn, undergrund=None, fastholdt=False, **mere)


def ramt(t: list[Any], dag: int, *fritagelser: Any, arbejde: tuple[Any, ...] = (), **mere: Any) -> Any:
    tl: Any = Ting(fritagelser=list(fritagelser), arbejde=list(arbejde), seneste=lambda _d: spell(1, **mere))
    fundet = lempelser.fritaget(Ting(fritagelser={"leg": t}), tl, "leg", "jobparat", dag)
    return None if fundet is None else (fundet[0].fra, lempelser.sidste_dag(*fundet))


@pytest.mark.parametrize(("holdt", "dag", "sket"), [(250, 250, True), (250, 251, False), (None, 251, True)])
def test_an_event_by_the_day_of_what_another_rule_asks_for(holdt: int | None, dag: int, sket: bool) -> None:
    s = sted(haendelser={"besoeg": [hop(dag)]}, fundne={"FOER": [fund(holdt_dag=None), fund(holdt_dag=holdt)]})
    assert svar(r.Sket("besoeg", senest_ved="FOER"), s) is sket
    assert svar(r.Sket("besoeg", til=r.Kalenderdag(dt.date.fromordinal(dag - 1)), senest_ved="FOER"), s) is False


@pytest.mark.parametrize(("dag", "ventet"), [(194, None), (195, (200, 300)), (300, (200, 300)), (301, None)])
def test_an_exemption_covers_its_days_and_some_before(dag: int, ventet: Any) -> None:
    assert ramt([undtagelse(dage_foer=5)], dag, fri(200, 300)) == ventet


def test_the_exemption_that_lasts_longest_and_of_equals_the_first() -> None:
    assert ramt([undtagelse()], 250, fri(200, 300), fri(210, 310)) == (210, 310)
    assert ramt([undtagelse()], 250, fri(210, 310), fri(200, 300)) == (210, 310)
    assert ramt([undtagelse()], 250, fri(200, 300), fri(210, 300)) == (200, 300)
    assert ramt([undtagelse()], 250, fri(200, None), fri(210, 300)) == (200, None)


@pytest.mark.parametrize(("dag", "ventet"), [(209, (200, 209)), (210, None)])
def test_an_exemption_of_at_most_so_many_days(dag: int, ventet: Any) -> None:
    assert ramt([undtagelse(hoejst_dage=10)], dag, fri(200, None)) == ventet


def test_what_is_said_not_to_hold_or_of_others_exempts_nobody() -> None:
    assert ramt([undtagelse(gaelder=False)], 250, fri(200, 300)) is None
    assert ramt([undtagelse(til=249)], 250, fri(200, 300)) is None
    assert ramt([undtagelse(gaelder=False, til=249)], 250, fri(200, 300)) is None
    assert ramt([undtagelse(maalgrupper=("revalidend",))], 250, fri(200, 300)) is None
    assert ramt([undtagelse(ydelser=("dagpenge",))], 250, fri(200, 300)) is None
    assert ramt([undtagelse(ydelser=("dagpenge",))], 250, fri(200, 300), ydelse="dagpenge") == (200, 300)


@pytest.mark.parametrize(("timer", "ventet"), [(19, None), (20, (200, None)), (None, None)])
def test_work_of_so_many_hours_exempts(timer: int | None, ventet: Any) -> None:
    assert ramt([undtagelse(beskaeftigelse_timer=20)], 250, arbejde=(job(200, None, timer),)) == ventet


def job(fra: int, slut: int | None, timer: int | str | None) -> Spaend:
    return Spaend(fra, slut, "beskaeftigelse", None, False, None if timer is None else Decimal(timer), "")


@pytest.mark.parametrize(
    ("andet", "dag", "ventet"),
    [
        (job(220, 240, 8), 219, None),
        (job(220, 240, 8), 220, (220, 240)),
        (job(220, 240, 8), 240, (220, 240)),
        (job(220, 240, 8), 241, None),
        (job(220, None, "7.99"), 230, None),
        (job(220, None, None), 230, None),
        (job(301, None, 20), 301, (301, None)),  # one after the other is not at the same time
        (job(301, None, 8), 301, None),
        (job(220, 340, 20), 330, (220, 340)),  # 32 hours to day 300, and 20 from then on, is one stretch
    ],
)
def test_jobs_at_the_same_time_are_added_up(andet: Spaend, dag: int, ventet: Any) -> None:
    """BEK 977/2018 § 51, stk. 1: the person's ordinary work; the first job is of 12 hours from day 200 to day 300."""
    arbejde = (job(200, 300, 12), andet)
    assert ramt([undtagelse(beskaeftigelse_timer=20)], dag, arbejde=arbejde) == ventet


@pytest.mark.parametrize(
    ("fra", "slut", "ventet"),
    [(50, 99, False), (50, 100, True), (205, None, True), (206, None, False), (150, 160, True)],
)
def test_exemptions_that_cover_part_of_a_window(fra: int, slut: int | None, ventet: bool) -> None:
    """The window is day 100 to day 200; the exemption lifts from five days before it begins."""
    tl: Any = Ting(fritagelser=[fri(fra, slut)], arbejde=[])
    lov: Any = Ting(fritagelser={"leg": [undtagelse(dage_foer=5), undtagelse(dage_foer=5)]})
    assert len(lempelser.overlapper(lov, tl, "leg", "jobparat", 100, 200)) == ventet


def suspension(fra: int, til: int | None, **mere: Any) -> Ting:
    felter = {"kommuner": None, "aaben_pligt": False, "samtaler_taeller_ikke": True, **mere}
    return Ting(fra=fra, til=til, erklaering=Ting(**felter), gaelder=lambda d: d >= fra and (til is None or d <= til))


@pytest.mark.parametrize(
    ("fra", "til", "dage"),
    [(50, 99, None), (50, 100, 1), (110, 120, 11), (200, 250, 1), (201, 250, None), (90, 130, 31)],
)
def test_a_window_that_meets_a_suspension_by_so_many_days(fra: int, til: int, dage: int | None) -> None:
    """The suspension is day 100 to day 200."""
    lov: Any = Ting(suspensioner={"leg": [suspension(100, 200)]})
    fundet = lempelser.vindue_suspenderet(lov, "leg", fra, til)
    assert (None if fundet is None else fundet[1]) == dage


@pytest.mark.parametrize(("dag", "ventet"), [(99, False), (100, True), (200, True), (201, False)])
def test_an_interview_held_under_a_suspension(dag: int, ventet: bool) -> None:
    lov: Any = Ting(suspensioner={"leg": [suspension(100, 200)]})
    assert lempelser.samtale_suspenderet(lov, "leg", dag) is ventet
    lov = Ting(suspensioner={"leg": [suspension(100, 200, samtaler_taeller_ikke=False)]})
    assert lempelser.samtale_suspenderet(lov, "leg", dag) is False
