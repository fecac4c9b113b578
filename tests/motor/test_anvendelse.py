"""When a rule applies, one question at a time: the course over the switch, the group, the occasions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kontaktforloeb import regelsprog as r
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering.anvendelse import Anvendelse
from motor.legetoej import opgave

#: Stands in for whatever a method asks of its arguments.
Ting: Any = SimpleNamespace

SKIFT = 500


def spell(fra: int, slut: int | None = None, gruppe: str = "jobparat", ydelse: str = "kontanthjaelp") -> Any:
    return Ting(fra=fra, slut=slut, gruppe=gruppe, ydelse=ydelse, sti="perioder[0]")


def forloeb(start: int, *spells: Any, slut: int | None = None) -> Forloeb:
    return Forloeb(Ting(pr=1000), "ur", start, slut, list(spells) or [spell(start, slut)])


def dom(pr: int = 1000, **mere: Any) -> Any:
    tl: dict[str, Any] = {"tilbud": [], "fritagelser": [], "haendelser": {}, "perioder": [], "spell": lambda _d: None}
    tl.update({k: mere.pop(k) for k in list(mere) if k in tl})
    grund = {"pr": pr, "lov": Ting(skift=SKIFT), "tl": Ting(**tl), "_kursus": {}, "fund_i": lambda _f, _navn: []}
    return Ting(**{**grund, **mere})


# --- the course over the switch ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "spells", "pr", "svar"),
    [
        (400, [spell(400)], 1000, 400),
        (400, [spell(400, 499), spell(520)], 1000, 520),  # off the benefit that day: the return to it
        (400, [spell(400, 499), spell(500)], 1000, 400),
        (400, [spell(400, 499)], 1000, None),
        (400, [spell(400, 499)], 499, 400),  # the switch is still ahead
        (400, [spell(400, 499)], 500, None),
        (500, [spell(520)], 1000, 500),  # contact on the switch day, the benefit later
        (501, [spell(520)], 1000, 501),
    ],
)
def test_where_a_course_begins_for_the_new_act(start: int, spells: list[Any], pr: int, svar: int | None) -> None:
    assert Anvendelse._kursusstart(dom(pr), forloeb(start, *spells)) == svar


@pytest.mark.parametrize(("nominal", "svar"), [(None, True), (599, False), (600, True)])
def test_what_was_due_before_the_act_is_nothing_of_it(nominal: int | None, svar: bool) -> None:
    k: Any = Ting(fra=600, regel=Ting(gaelder=Ting(dag="forloeb")))
    assert Anvendelse._virker(dom(), k, Ting(nominal=nominal)) is svar


# --- the group --------------------------------------------------------------------------------------------------------


def gruppe(
    f: Forloeb, nominal: int | None, fra: int | None = None, til: int | None = None, passeret: Any = "uafklaret"
) -> Any:
    k: Any = Ting(
        til=til,
        regel=Ting(
            maalgrupper=("jobparat",), gaelder=Ting(dag="frist"), bindes_paa_haendelsen=False, passeret=passeret
        ),
    )
    o: Any = Ting(nominal=nominal, fra=fra, passeret=None)
    return Anvendelse._gruppe(dom(), k, f, o), o.passeret


@pytest.mark.parametrize(
    ("nominal", "fra", "svar"),
    [
        (300, 100, "ja"),
        (301, 100, "forladt"),
        (301, 300, "forladt"),
        (301, 301, None),  # left the day the window began
        (400, None, "forladt"),
    ],
)
def test_in_the_group_left_it_or_never_bound(nominal: int, fra: int | None, svar: Any) -> None:
    """Jobparat from day 100, aktivitetsparat from day 301."""
    f = forloeb(100, spell(100, 300), spell(301, None, "aktivitetsparat"))
    assert gruppe(f, nominal, fra) == (svar, None)


@pytest.mark.parametrize(
    ("nominal", "til", "svar"),
    [
        (300, None, ("passeret", 301)),
        (300, 301, ("passeret", 301)),
        (300, 300, (None, None)),  # the act went before the person entered
        (301, None, ("ja", None)),
    ],
)
def test_entered_after_the_deadline(nominal: int, til: int | None, svar: Any) -> None:
    """Aktivitetsparat from day 100, jobparat from day 301."""
    f = forloeb(100, spell(100, 300, "aktivitetsparat"), spell(301))
    assert gruppe(f, nominal, 200, til) == svar
    # a rule that begins anew on entry has no deadline that passed
    assert gruppe(f, nominal, 200, til, None) == (("ja", None) if nominal == 301 else (None, None))


def test_the_group_of_the_deadline_s_own_day_is_asked_not_of_the_day_after() -> None:
    """In on day 200, out on day 301, and in again from day 400: due on day 301, one was bound, and enters again."""
    f = forloeb(100, spell(100, 199, "aktivitetsparat"), spell(200, 300), spell(301, None, "aktivitetsparat"))
    assert gruppe(f, 301, 250) == ("forladt", None)
    # due before it was entered at all
    assert gruppe(f, 199, 150) == ("passeret", 200)


# --- what a rule arises from ------------------------------------------------------------------------------------------


def anledninger(anker: Any, f: Forloeb, d: Any, **k: Any) -> list[Any]:
    klausul: Any = Ting(anker=anker, regel=Ting(maalgrupper=("jobparat",)), **k)
    return [(x.dag, x.slut, antaget) for x, antaget in Anvendelse._anledninger(d, klausul, f)]


def fri(fra: int, slut: int | None, navn: str = "barsel") -> Any:
    daekker = lambda dag: fra <= dag and (slut is None or dag <= slut)  # noqa: E731 - as the record has it
    return Ting(fra=fra, slut=slut, navn=navn, sti="fritagelser[0]", daekker=daekker)


@pytest.mark.parametrize(
    ("fra", "til", "med"),
    [(50, 99, False), (50, 100, True), (50, None, True), (300, 400, True), (301, 400, False)],
)
def test_a_leave_that_meets_the_course(fra: int, til: int | None, med: bool) -> None:
    """The course is day 100 to day 300."""
    anker = r.Orlovsslut("barsel")
    f = forloeb(100, slut=300)
    assert anledninger(anker, f, dom(fritagelser=[fri(fra, til)])) == ([(fra, til, False)] if med else [])
    assert anledninger(anker, f, dom(fritagelser=[fri(fra, til, "andet")])) == []


def test_a_leave_that_runs_on_the_first_day_of_the_course() -> None:
    assert anledninger(r.Orlovsslut("barsel"), forloeb(100), dom(100, fritagelser=[fri(50, None)])) == [
        (50, None, False)
    ]


class IHul(Forloeb):
    """Off the benefit since day 300, and not for so long that the course is over."""

    def aabent_hul(self) -> int:
        return 300


@pytest.mark.parametrize(
    ("fra", "felter", "med"),
    [
        (99, {}, False),
        (100, {}, True),
        (100, {"status": "annulleret"}, False),
        (100, {"begyndt": False}, False),
        (100, {"art": "andet"}, False),
        (300, {}, True),
        (301, {}, False),
    ],
)
def test_an_offer_that_began_in_the_course(fra: int, felter: dict[str, Any], med: bool) -> None:
    """The course is day 100 to day 300, known to have ended or in a gap that may close."""
    grund = {"art": "mentor", "begyndt": True, "status": "i-gang", "slut": None, "kontakter": (), "sti": "tilbud[0]"}
    t = Ting(fra=fra, **{**grund, **felter})
    fundet = [(fra, None, False)] if med else []
    assert anledninger(r.Tilbudsstart("mentor"), forloeb(100, slut=300), dom(tilbud=[t])) == fundet
    assert (
        anledninger(r.Tilbudsstart("mentor"), IHul(Ting(pr=1000), "ur", 100, None, [spell(100, 300)]), dom(tilbud=[t]))
        == fundet
    )


@pytest.mark.parametrize(
    ("nominal", "aarsag", "med"),
    [(200, ("fritaget", "barsel"), True), (200, ("ophoert",), False), (301, ("fritaget", "barsel"), False),
     (None, ("fritaget", "barsel"), False)],
)  # fmt: skip
def test_an_exemption_that_covered_a_deadline_it_lifted(nominal: int | None, aarsag: Any, med: bool) -> None:
    anker: Any = r.Fritagelsesslut(("barsel",), ("FOER",))
    fundet = [(300, None, False)] if med else []
    for anden, slut, svar in (
        (fri(150, None, "andet"), None, fundet),
        (fri(201, None), None, fundet),  # it did not cover the deadline
        (fri(150, 299), None, fundet),
        (fri(150, None), None, []),  # another that covered it goes on
        (fri(150, None, "andet"), 300, fundet),
        (fri(150, None, "andet"), 299, []),  # it ended after the course
    ):
        d = dom(fritagelser=[fri(150, 300), anden])
        d.fund_i = lambda _f, _navn: [Ting(nominal=nominal, aarsag=aarsag)]
        d._daekkende_fritagelser = lambda a, f, d=d: Anvendelse._daekkende_fritagelser(d, a, f)
        assert anledninger(anker, forloeb(100, slut=slut), d) == svar


@pytest.mark.parametrize(
    ("senest", "slut", "svar"),
    [
        (None, None, [100, 150, 250, 501]),
        (None, 200, [100, 150]),
        (r.Skift(), None, [100, 150, 250]),
        (r.Skift(), 150, [100, 150]),
    ],
)
def test_events_to_the_end_of_the_course_or_the_point_before_it(senest: Any, slut: int | None, svar: list[int]) -> None:
    sket = {"besoeg": [Ting(dag=x) for x in (99, 100, 150, 250, 501)]}
    d = dom(haendelser=sket, _paa_andet=lambda *_: False)
    anker = r.Haendelse("besoeg", senest=senest)
    assert [h.dag for h, _ in Anvendelse._haendelser(d, anker, forloeb(100, slut=slut), "leg")] == svar


@pytest.mark.parametrize(
    ("slut", "naeste", "svar"),
    [
        (None, None, [90, 99, 101, 250]),  # not before the day after the benefit before
        (200, None, [90, 99, 101]),
        (250, None, [90, 99, 101, 250]),
        (250, 250, [90, 99, 101]),  # what comes after the benefit is of the period that follows
        (250, 251, [90, 99, 101, 250]),
    ],
)
def test_registrations_from_the_benefit_before_to_the_end_of_the_course(
    slut: int | None, naeste: int | None, svar: list[int]
) -> None:
    f = forloeb(100, slut=slut)
    naboer = [forloeb(40), f] if naeste is None else [forloeb(40), f, forloeb(300)]
    d = dom(
        haendelser={"tilmelding": [Ting(dag=x) for x in (89, 90, 99, 100, 101, 140, 250)]},
        efter_forrige_ydelse=lambda g: {40: 1, 100: 90}.get(g.start, naeste),
        perioder_paa=lambda _ur: naboer,
        # on another benefit before the first day, on it, and on the 140th day
        _paa_andet=lambda _f, dag, _familie: dag <= 100 or dag == 140,
    )
    assert [h.dag for h in Anvendelse.tilmeldt_i(d, f, "tilmelding")] == svar


def test_a_registration_or_else_the_first_day_which_is_stated() -> None:
    anker = r.Haendelse("tilmelding", ellers_start=True)
    for dage, svar in (([90, 95], [(90, False), (95, False)]), ([], [(100, True)])):
        d = dom(tilmeldt_i=lambda _f, _art, _familie, dage=dage: [Ting(dag=x) for x in dage])
        assert [(h.dag, antaget) for h, antaget in Anvendelse._haendelser(d, anker, forloeb(100), "leg")] == svar


@pytest.mark.parametrize(("ydelse", "svar"), [("dagpenge", True), ("ingen", False)])
def test_what_happens_on_another_benefit_is_not_of_the_course(ydelse: str, svar: bool) -> None:
    anden = spell(90, ydelse=ydelse)
    f = forloeb(100, spell(100, 120))
    assert Anvendelse._paa_andet(dom(spell=lambda _d: anden), f, 150, "leg") is svar
    assert Anvendelse._paa_andet(dom(spell=lambda _d: f.spells[0]), f, 150, "leg") is False
    assert Anvendelse._paa_andet(dom(), f, 150, "leg") is False


def test_a_course_that_goes_on_while_its_clock_rests_has_what_happens_on_the_other_benefit() -> None:
    f: Any = Ting(foerste_dag=100, spells=[], fortsat=lambda dag, familie: (dag, familie) == (150, "leg"))
    paa = dom(spell=lambda _d: spell(90))
    assert Anvendelse._paa_andet(paa, f, 150, "leg") is False
    assert Anvendelse._paa_andet(paa, f, 150, "anden") is True


@pytest.mark.parametrize(
    ("perioder", "svar"),
    [
        ([], 1),
        ([(40, 80)], 81),
        ([(40, 60), (61, 80)], 81),
        ([(40, 98)], 99),
        ([(40, 99)], 100),
        ([(40, 80, "ingen")], 1),
        ([(100, 120, "dagpenge")], 1),  # beside the course's own first spell, not before it
    ],
)
def test_the_day_after_the_benefit_before(perioder: list[Any], svar: int) -> None:
    egen = spell(100)
    foer = [spell(p[0], p[1], ydelse=p[2] if len(p) > 2 else "dagpenge") for p in perioder]
    assert Anvendelse.efter_forrige_ydelse(dom(perioder=[*foer, egen]), forloeb(100, egen)) == svar
    # begun while the benefit went on
    assert Anvendelse.efter_forrige_ydelse(dom(perioder=[*foer, egen]), forloeb(105, egen)) == 105


# --- what makes a window longer, and what falls in it -----------------------------------------------------------------


BARSEL = Ting(
    erklaering=Ting(
        gaelder=True, maalgrupper=None, ydelser=None, beskaeftigelse_timer=None, grund="barsel", undergrunde=None,
        medmindre_fastholdt=False, dage_foer=0, hoejst_dage=None,
    ),
    gaelder=lambda dag: dag < 190,  # the authority for it goes on day 190
)  # fmt: skip


def forlaenget(
    fritagelser: list[Any],
    *,
    fra: int | None = 100,
    slut: int | None = None,
    forlaenger: bool = True,
    pr: int = 1000,
    f: Forloeb | None = None,
) -> int:
    """The deadline, day 200 before: what exempt days of the window make of it."""
    poster = [Ting(fra=a, slut=b, navn="barsel", undergrund=None, fastholdt=False) for a, b in fritagelser]
    d = dom(pr, lov=Ting(fritagelser={"leg": [BARSEL]}, fritagelse_forlaenger=forlaenger), fritagelser=poster)
    d.tl.arbejde = []
    return Anvendelse._forlaenget(d, Ting(regel=Ting(familie="leg")), f or forloeb(100, slut=slut), fra, 200)


@pytest.mark.parametrize(
    ("fritagelser", "dage"),
    [
        ([], 0),
        ([(150, 150)], 1),
        ([(150, 159)], 10),
        ([(50, 100)], 1),  # the first day of the window
        ([(50, 99)], 0),
        ([(150, 152), (152, 154)], 5),  # a day is counted once
        ([(180, None)], 10),  # by the law of each day; on the last day nobody is exempt
    ],
)
def test_a_window_is_longer_by_its_exempt_days(fritagelser: list[Any], dage: int) -> None:
    assert forlaenget(fritagelser) == 200 + dage
    assert forlaenget(fritagelser, forlaenger=False) == 200
    assert forlaenget(fritagelser, fra=None) == 200


def test_an_exemption_that_has_not_ended_may_yet_cover_the_deadline() -> None:
    """As seen on day 150: on the day after somebody is exempt, whatever the law says of day 200."""
    assert forlaenget([(151, 151)], pr=150) == 200
    assert forlaenget([(149, 150)], pr=150) == 202
    assert forlaenget([(152, 152)], pr=150) == 201


def test_days_that_the_clock_leaves_out_have_moved_it_already(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kontaktforloeb.vurdering.anvendelse.udeladt", lambda _ur, _tl: [(150, 159)])
    ur: Any = Ting(navn="timer")
    foerste = spell(100)
    foerste.forsikring = "fuldtid"
    paa_uret = TimeForloeb(Ting(pr=1000), ur, 100, None, [foerste])
    assert forlaenget([(149, 160)], f=paa_uret) == 202
    assert forlaenget([(149, 160)]) == 212


def test_after_the_course_nobody_is_exempt_from_it() -> None:
    assert forlaenget([(150, 159)], slut=154) == 205


def test_a_deadline_that_is_exempt_itself_is_not_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BARSEL, "gaelder", lambda _dag: True)
    assert forlaenget([(150, 159), (200, 200)]) == 200
    assert forlaenget([(150, 159), (201, 201)]) == 210


@pytest.mark.parametrize(("dag", "i_tide", "sene"), [(99, 0, 0), (100, 1, 0), (200, 1, 0), (201, 0, 1)])
def test_a_mentors_contact_in_the_window_or_late(dag: int, i_tide: int, sene: int) -> None:
    k: Any = Ting(regel=Ting(taeller=r.Kontakter(1)))
    o: Any = Ting(fra=100, nominal=200, frist=None, i_tide=[], sene=[])
    o.sted = Ting(anledning=Ting(kontakter=(dag,), sti="tilbud[0]"))
    Anvendelse._tael(dom(), k, forloeb(100), o)
    assert (len(o.i_tide), len(o.sene), o.frist) == (i_tide, sene, 200)


@pytest.mark.parametrize(
    ("passeret", "svar"), [("opstaar-ikke", False), ("uafklaret", True), ("paa-skiftedagen", True)]
)
def test_a_deadline_that_had_passed_when_the_group_was_entered(passeret: str, svar: bool) -> None:
    k: Any = Ting(nr=1, regel=Ting(passeret=passeret, taeller=None))
    o = opgave(fra=100, nominal=200, passeret=301)
    talt: list[int] = []
    d = dom(vinduer=[], _corona=lambda *_: None, _virker=lambda *_: True, _gruppe=lambda *_: "passeret")
    d._forlaenget = lambda _k, _f, _fra, nominal: nominal
    d._tael = lambda *_: talt.append(1)
    assert Anvendelse._klargoer(d, k, forloeb(100), o) is svar
    assert len(talt) == svar
    assert (o.nominal, o.passeret) == ((301, None) if passeret == "paa-skiftedagen" else (200, 301))
    # and the window is remembered where it was moved
    assert d.vinduer == [(1, 100, 200), *([(1, 100, 301)] if passeret == "paa-skiftedagen" else [])]


@pytest.mark.parametrize(("nominal", "bliver"), [(200, 207), (None, None)])
def test_a_deadline_is_moved_before_the_act_and_the_group_are_asked_for(
    nominal: int | None, bliver: int | None
) -> None:
    k: Any = Ting(nr=1, regel=Ting(passeret=None, taeller=None))
    spurgt: list[int | None] = []
    d = dom(vinduer=[], _corona=lambda *_: None, _gruppe=lambda *_: "ja", _tael=lambda *_: None)

    def virker(_k: Any, o: Any) -> bool:
        spurgt.append(o.nominal)
        return True

    d._virker = virker
    d._forlaenget = lambda _k, _f, _fra, dag: dag + 7
    assert Anvendelse._klargoer(d, k, forloeb(100), opgave(fra=100, nominal=nominal))
    assert spurgt == [bliver]
    assert d.vinduer == [(1, 100, nominal), *([] if nominal is None else [(1, 100, 207)])]
