"""What a finding says of itself: whether it bound the person, stood, and when it was held."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb.vurdering.fund import BORTFALDET, IKKE, OPFYLDT, UAFKLARET, Fund
from kontaktforloeb.vurdering.omdom import Omdom
from kontaktforloeb.vurdering.sagen import Sagen


def fund(udfald: str, *aarsag: str, **mere: Any) -> Fund:
    x = Fund(Ting(), None, None)
    x.udfald, x.aarsag = udfald, aarsag
    for navn, vaerdi in mere.items():
        setattr(x, navn, vaerdi)
    return x


@pytest.mark.parametrize(
    ("x", "binder", "staar"),
    [
        (fund(IKKE), True, True),
        (fund(IKKE, forladt=True), False, True),
        (fund(UAFKLARET, "passeret", "2021-04-01"), False, False),
        (fund(UAFKLARET, "ophoert", "x"), True, True),
        (fund(BORTFALDET, "fritaget", "barsel", "2021-03-01"), True, True),
        (fund(BORTFALDET, "ophoert"), False, True),
        (fund(BORTFALDET, "maalgruppeskift", "x"), False, True),
        (fund(BORTFALDET, "ikke-sket", "x"), False, False),
        (fund(UAFKLARET, "passeret", "x", forladt=True), False, True),
    ],
)
def test_whether_it_bound_the_person_and_stood(x: Fund, binder: bool, staar: bool) -> None:
    assert (x.binder, x.staar) == (binder, staar)


@pytest.mark.parametrize(
    ("udfald", "talt", "kraevet", "svar"),
    [
        (UAFKLARET, (5,), 1, 5),
        (UAFKLARET, (5,), 2, None),
        (UAFKLARET, (5, 9), 2, 9),
        (UAFKLARET, (5,), None, 5),
        (UAFKLARET, (), None, None),
        (IKKE, (5,), 1, None),
        (OPFYLDT, (5,), 1, 77),
    ],
)
def test_the_day_it_was_held(udfald: str, talt: tuple[int, ...], kraevet: int | None, svar: int | None) -> None:
    x = fund(udfald, medregnet=[Ting(dag=d) for d in talt], kraevet=kraevet, afgjort=77)
    assert x.holdt_dag == svar


def test_a_verdict_as_json_keeps_its_danish_letters() -> None:
    periode = kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 9, 6))
    tekst = kf.vurder(kf.Sag(id="A", perioder=(periode,)), pr=dt.date(2022, 3, 7)).som_json()
    assert "å" in tekst
    assert "\\u00" not in tekst


@pytest.mark.parametrize(
    ("slut", "ved_skift", "aaben", "staar"),
    [
        (299, False, True, True),  # the course may have ended before its day: the rule names the person
        (299, True, True, False),  # but not where it arose only by a move into the group
        (300, False, False, True),
        (300, True, False, True),
    ],
)
def test_left_open_for_a_day_after_the_course(slut: int, ved_skift: bool, aaben: bool, staar: bool) -> None:
    forloeb = Ting(ophoert=lambda dag, familie: familie == "leg" and dag > slut)
    felter = {"forloeb": forloeb, "klausul": Ting(regel=Ting(familie="leg")), "ved_skift": ved_skift}
    x = fund(UAFKLARET, "mangler", nominal=300, **felter)
    assert (x.aaben_efter_slut, x.binder, x.staar) == (aaben, not aaben, staar)
    # what is decided, or has no day, is not left open for one
    assert not fund(IKKE, nominal=300, **felter).aaben_efter_slut
    assert not fund(UAFKLARET, "mangler", **felter).aaben_efter_slut


def test_a_new_finding_arose_by_no_move() -> None:
    assert not Fund(Ting(), None, None).ved_skift


def test_the_findings_of_a_rule_in_a_period_or_on_another_clock_over_the_same_spells() -> None:
    """Of another clock's periods only those that share a spell; never those of another period on the same clock."""
    spells = [Ting(fra=1), Ting(fra=2)]
    egen, samme_ur = Ting(ur="a", spells=spells[:1]), Ting(ur="a", spells=spells[:1])
    delt, andet = Ting(ur="b", spells=spells), Ting(ur="b", spells=spells[1:])
    k = Ting(regel=Ting(id="R"), nr=0)
    fundne = [Ting(forloeb=f, klausul=k) for f in (samme_ur, delt, andet)]
    sagen: Any = Ting(_paa={}, _alle={"R": fundne})
    assert Sagen.fund_i(sagen, egen, "R") == [fundne[1]]
    egne = Ting(forloeb=egen, klausul=k)
    sagen._paa = {id(egen): {"R": [egne]}}
    assert Sagen.fund_i(sagen, egen, "R") == [egne]

    steder = {0: [0, 1]}
    omdom: Any = Ting(lov=Ting(numre={"R": (0,)}), steder=steder, _her=1, fund_paa=lambda i: [fundne, [egne]][i])
    assert Omdom.fund_i(omdom, egen, "R") == [egne]
    # what stands later has not been judged yet
    omdom._her = 0
    assert Omdom.fund_i(omdom, egen, "R") == [fundne[1]]
