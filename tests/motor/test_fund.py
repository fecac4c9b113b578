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
