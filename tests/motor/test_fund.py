"""What a finding says of itself: whether it bound the person, stood, and when it was held."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb.vurdering.fund import BORTFALDET, IKKE, OPFYLDT, UAFKLARET, Fund


def fund(udfald: str, *aarsag: str, **mere: Any) -> Fund:
    x = Fund(Ting(), None, None)  # type: ignore[arg-type]
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
    assert not Fund(Ting(), None, None).ved_skift  # type: ignore[arg-type]
