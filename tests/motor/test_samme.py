"""Whether a clock runs the same under another reading: in all that was asked of it, and in nothing less."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Periode, Sag
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.ure import timer as timerur
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.ure.loebende import LoebendeForloeb
from kontaktforloeb.ure.timer import TimeForloeb
from motor.dagpengesag import UR, sag

TL = Tidslinje(
    Sag(
        id="S",
        perioder=(
            Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=dt.date(2021, 3, 1), til=dt.date(2021, 3, 31)),
            Periode(ydelse="kontanthjaelp", maalgruppe="aktivitetsparat", fra=dt.date(2021, 4, 1)),
        ),
    ),
    dt.date(2021, 6, 1).toordinal(),
)


def forloeb(slags: type[Forloeb] = Forloeb, start: int = 100, slut: int | None = None, spells: int = 2) -> Any:
    return slags(TL, "ur", start, slut, TL.perioder[:spells])


def test_a_period_is_the_same_as_itself_made_again() -> None:
    for slags in (Forloeb, LoebendeForloeb):
        assert forloeb(slags).samme(forloeb(slags))


@pytest.mark.parametrize(
    "anden",
    [
        forloeb(start=101),
        forloeb(slut=200),
        forloeb(spells=1),
        forloeb(LoebendeForloeb),
    ],
)
def test_another_start_end_or_spell_makes_it_another(anden: Forloeb) -> None:
    assert not forloeb().samme(anden)
    assert not anden.samme(forloeb())


@pytest.mark.parametrize(
    ("felt", "vaerdi"),
    [("genstartet", True), ("antagelser", ["x"]), ("uafklaret", ["x"]), ("uafklaret_fra", 5)],
)
def test_another_beginning_or_doubt_makes_it_another(felt: str, vaerdi: Any) -> None:
    anden = forloeb()
    setattr(anden, felt, vaerdi)
    assert not forloeb().samme(anden)


def test_other_free_weeks_make_it_another() -> None:
    en, anden = forloeb(LoebendeForloeb), forloeb(LoebendeForloeb)
    en.frie_uger = [7]
    assert not en.samme(anden)
    anden.frie_uger = [7]
    assert en.samme(anden)
    anden.start = 101
    assert not en.samme(anden)


def timer(**mere: Any) -> TimeForloeb:
    (fundet,) = timerur.forloeb(evolve(UR, **mere), LEDIG)
    return fundet


LEDIG = Tidslinje(sag(("2021-08-02", None)), dt.date(2021, 8, 31).toordinal())


DAG = dt.date(2021, 8, 10).toordinal()


def test_an_hour_clock_of_which_nothing_was_asked_is_the_same_but_for_its_units() -> None:
    assert timer().samme(timer())
    assert timer().samme(timer(doede=((dt.date(2021, 8, 3), dt.date(2021, 8, 3)),)))
    assert not timer().samme(timer(uge=(3800, 3000)))
    assert not timer().samme(timer(maaned=(16034, 13000)))
    assert not forloeb().samme(timer())


@pytest.mark.parametrize(
    ("spurgt", "ens"),
    [
        (lambda f: f.naaet(r.uger(1)), False),  # a day later without the 3rd
        (lambda f: f.beloeb(DAG), False),
        (lambda f: f.beloeb(dt.date(2021, 8, 2).toordinal()), True),
        (lambda f: f.stand(DAG, 5180), False),  # seven weekdays are 51.80: at it, and below
        (lambda f: f.stand(DAG, 3000), True),  # above it, both
    ],
)
def test_an_hour_clock_is_the_same_where_it_gives_the_answers_it_gave(spurgt: Any, ens: bool) -> None:
    en = timer()
    spurgt(en)
    assert en.samme(timer())
    assert en.samme(timer(doede=((dt.date(2021, 8, 3), dt.date(2021, 8, 3)),))) is ens


def test_each_answer_counts() -> None:
    """Two were asked, and one of them would be another."""
    en = timer()
    en.beloeb(dt.date(2021, 8, 2).toordinal())
    en.beloeb(DAG)
    assert not en.samme(timer(doede=((dt.date(2021, 8, 3), dt.date(2021, 8, 3)),)))
