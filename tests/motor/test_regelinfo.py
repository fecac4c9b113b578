"""What `regler` says of a rule: kind, groups, time in force, title and the text in force, as they stand in the acts."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import kontaktforloeb as kf
from kontaktforloeb.vurdering.beskriv import Regelinfo

SKIFT = dt.date(2020, 1, 1)


def info(navn: str, **mere: object) -> Regelinfo:
    (fundet,) = (x for x in kf.regler(**mere) if x.regel == navn)
    return fundet


def test_a_rule_of_the_old_act_ends_the_day_before_the_switch_and_under_the_plan_of_2018_half_a_year_before() -> None:
    gammel = info("LAB-2016:17.1")
    assert (gammel.slags, gammel.gaelder_fra, gammel.gaelder_til) == (
        "krav",
        dt.date(2015, 7, 1),
        dt.date(2019, 12, 31),
    )
    assert info("LAB-2016:17.1", lovgrundlag="aftale-2018").gaelder_til == dt.date(2019, 6, 30)


def test_a_rule_in_force_has_no_last_day() -> None:
    ny = info("LAB-2019:31.3")
    assert (ny.gaelder_fra, ny.gaelder_til) == (SKIFT, None)
    assert ny.som_dict()["gaelder_til"] is None
    assert info("LAB-2016:17.1").som_dict()["gaelder_til"] == "2019-12-31"


def test_of_a_rule_that_has_ceased_the_last_text_is_named_and_else_the_text_of_the_day() -> None:
    """LAB-2016 was last consolidated as LBK 1342/2016; before that LBK 807/2015 was in force."""
    sidste = {h.retskilde for h in info("LAB-2016:17.1").hjemmel}
    foerste = {h.retskilde for h in info("LAB-2016:17.1", dato=dt.date(2015, 8, 1)).hjemmel}
    assert any("1342" in x for x in sidste), sidste
    assert any("807" in x for x in foerste), foerste


@pytest.mark.parametrize(("sprog", "samme"), [("da", True), ("en", False)])
def test_the_title_is_in_the_language_asked_for(sprog: str, samme: bool) -> None:
    assert (info("LAB-2016:17.1", sprog=sprog).titel == info("LAB-2016:17.1").titel) is samme
    assert "amtale" in info("LAB-2016:17.1").titel


@pytest.mark.parametrize(
    ("navn", "slags"),
    [
        ("LAB-2019:27.3", "rettighed"),
        ("LAB-2019:31", "intet-krav"),
        ("LAB-2019:31.3", "krav"),
        ("LAB-2016:15", "intet-krav"),
    ],
)
def test_the_kind_of_a_rule(navn: str, slags: str) -> None:
    assert info(navn).slags == slags


def test_a_declaration_is_shown_without_what_it_leaves_out() -> None:
    """An empty list, an absent value and a choice not made are no part of what is declared."""
    tekst = json.dumps([x.som_dict() for x in kf.regler()], ensure_ascii=False)
    dele = [x.som_dict() for x in kf.regler()]

    def alle(v: object) -> list[object]:
        if isinstance(v, dict):
            return [v, *(y for x in v.values() for y in alle(x))]
        return [y for x in v for y in alle(x)] if isinstance(v, list) else []

    erklaeringer = [v for v in alle(dele) if isinstance(v, dict) and "slags" in v and "regel" not in v]
    assert erklaeringer, tekst[:500]
    assert all(x not in (None, [], False) for v in erklaeringer for x in v.values())
    assert any(True in v.values() for v in erklaeringer)
