"""What was known on a day: spells that overlapped until a correction was entered."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb.formater import sag_json

D = dt.date
PR = D(2022, 8, 1)


def spell(maalgruppe: str, fra: str, til: str | None = None, **mere: Any) -> dict[str, Any]:
    return {"ydelse": "kontanthjaelp", "maalgruppe": maalgruppe, "fra": fra, "til": til, **mere}


def case(*perioder: dict[str, Any]) -> kf.Sag:
    return sag_json.fra_obj({"format": "kontaktforloeb-sag/1", "id": "H", "perioder": list(perioder)})


#: The end of the first spell was entered a month after the second began.
LATE = (
    spell("jobparat", "2022-03-07", noegle="a"),
    spell("aktivitetsparat", "2022-06-01"),
    spell("jobparat", "2022-03-07", "2022-05-31", noegle="b", erstatter="a", registreret="2022-07-01"),
)


def krav(v: kf.Vurdering) -> list[tuple[Any, ...]]:
    return [(k.regel, k.udfald, k.periode_fra, k.frist) for k in v.krav]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_a_spell_that_ran_on_as_known_ends_the_day_before_the_next(order: tuple[int, ...]) -> None:
    sag = case(*(LATE[i] for i in order))

    known = kf.vurder(sag, pr=PR, kendt=D(2022, 6, 15))

    assert krav(kf.vurder(sag, pr=PR)) == krav(known)
    (warning,) = known.advarsler
    assert "periode-afkortet" == warning.kode
    assert (
        f"perioder[{order.index(0)}]: Som sagen var kendt, løber perioden stadig, da den næste begynder den 1. juni "
        "2022. Den er regnet som sluttet dagen før."
    ) == warning.tekst
    (english,) = kf.vurder(sag, pr=PR, kendt=D(2022, 6, 15), sprog="en").advarsler
    assert "As the case was known, the spell still runs when the next one begins on 1 June 2022" in english.tekst


@pytest.mark.parametrize("kendt", [None, D(2022, 7, 1)])
def test_once_the_end_was_entered_nothing_is_cut_short(kendt: dt.date | None) -> None:
    assert () == kf.vurder(case(*LATE), pr=PR, kendt=kendt).advarsler


def test_a_spell_that_begins_after_pr_ends_nothing() -> None:
    verdict = kf.vurder(case(*LATE), pr=D(2022, 5, 31), kendt=D(2022, 6, 15))

    assert () == verdict.advarsler
    assert {"jobparat"} == {k.maalgruppe for k in verdict.krav}


def test_an_end_beyond_pr_is_as_good_as_none() -> None:
    one = spell("jobparat", "2022-03-07", "2022-12-31", noegle="a")
    sag = case(one, LATE[1] | {"til": "2022-10-31"}, LATE[2])

    known = kf.vurder(sag, pr=PR, kendt=D(2022, 6, 15))

    assert ["periode-afkortet"] == [a.kode for a in known.advarsler]
    assert krav(kf.vurder(case(*LATE), pr=PR)) == krav(known)


def test_of_three_spells_each_gives_way_to_the_next() -> None:
    sag = case(
        spell("jobparat", "2022-03-07", noegle="a"),
        spell("aktivitetsparat", "2022-04-01", noegle="b"),
        spell("jobparat", "2022-06-01"),
        spell("jobparat", "2022-03-07", "2022-03-31", erstatter="a", registreret="2022-07-01"),
        spell("aktivitetsparat", "2022-04-01", "2022-05-31", erstatter="b", registreret="2022-07-01"),
    )

    known = kf.vurder(sag, pr=PR, kendt=D(2022, 6, 15))

    assert ["periode-afkortet", "periode-afkortet"] == [a.kode for a in known.advarsler]
    assert krav(kf.vurder(sag, pr=PR)) == krav(known)


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(spell("aktivitetsparat", "2022-03-07"), id="same first day"),
        pytest.param(spell("aktivitetsparat", "2022-06-01", "2022-06-30"), id="the later one has ended"),
    ],
)
def test_where_neither_can_give_way_the_overlap_is_named(second: dict[str, Any]) -> None:
    sag = case(
        spell("jobparat", "2022-03-07", noegle="a"),
        second,
        spell("jobparat", "2021-03-01", "2021-05-31", erstatter="a", registreret="2022-07-15"),
    )

    with pytest.raises(kf.Sagsfejl) as refused:
        kf.vurder(sag, pr=PR, kendt=D(2022, 7, 10))

    assert ["perioder-overlapper-som-kendt"] == [f.kode for f in refused.value.fejl]
    assert (
        "perioder[1].fra: overlapper perioder[0], som sagen var kendt den 2022-07-10. Tilladt: én periode ad gangen."
        == str(refused.value)
    )
    assert "overlaps perioder[0], as the case was known on 2022-07-10." in refused.value.tekst("en")
    assert kf.vurder(sag, pr=PR).krav
