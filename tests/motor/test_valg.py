"""A choice the law base does not know is refused by name, with what it could have been."""

from __future__ import annotations

import datetime as dt

import pytest

import kontaktforloeb as kf
from kontaktforloeb import regelsprog as r
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.sag import Periode, Sag
from kontaktforloeb.vurdering.oversaet import Valgfejl, oversaet
from motor.legetoej import lov, regel

FRA = dt.date(2021, 9, 6)
SAG = Sag(id="V-1", perioder=(Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=FRA, til=None),))
PR = dt.date(2021, 12, 1)


@pytest.mark.parametrize(
    ("argumenter", "naevnt"),
    [
        ({"lovgrundlag": "aftale-2017"}, "aftale-2018"),
        ({"fortolkninger": {"frist-maned": "samme-dag"}}, "frist-maaned"),
        ({"fortolkninger": {"frist-maaned": "sammedag"}}, "samme-dag"),
    ],
)
def test_an_unknown_choice_names_those_that_exist(argumenter: dict[str, object], naevnt: str) -> None:
    with pytest.raises(ValueError, match=naevnt):
        kf.vurder(SAG, pr=PR, **argumenter)


@pytest.mark.parametrize(
    ("grundlag", "fortolkninger", "sti", "tilladt"),
    [
        ("aftale-2017", None, "lovgrundlag", "aftale-2018"),
        ("gaeldende", {"frist-maned": "samme-dag"}, "fortolkninger", "frist-maaned"),
        ("gaeldende", {"frist-maaned": "sammedag"}, "fortolkninger.frist-maaned", "samme-dag"),
    ],
)
def test_the_engine_refuses_what_the_law_base_does_not_know(
    grundlag: str, fortolkninger: dict[str, str] | None, sti: str, tilladt: str
) -> None:
    with pytest.raises(Valgfejl) as fejl:
        oversaet(REGELSAET, grundlag, fortolkninger)
    assert fejl.value.sti == sti
    assert tilladt in fejl.value.tilladte
    assert str(fejl.value.vaerdi) in str(fejl.value)


def test_a_case_with_nothing_before_the_day_has_no_requirement() -> None:
    assert kf.vurder(SAG, pr=dt.date(2021, 9, 5)).krav == ()


def test_a_rule_is_judged_after_those_it_asks_about() -> None:
    """An event by the day another requirement was met asks about that one; an event alone asks about none."""
    vindue = r.Enkelt(r.Start(), r.Plus(r.Start(), r.uger(2)))
    law = lov(
        regel("1", vindue),
        regel("2", vindue, betingelse=r.Sket("bedt", senest_ved="LEG:1")),
        regel("3", vindue, betingelse=r.Sket("bedt")),
    )
    assert [k.behoever for k in law.klausuler] == [frozenset(), frozenset({"LEG:1"}), frozenset()]
