"""The hour clock by hand: hundredths of an hour on given days (LAB § 9; BEK 977/2018 § 150; BEK 1180/2019 § 7).

Full time is 37 hours a week, 7.40 a weekday; part time 30 and 6.00. 2 August 2021 is a Monday.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve

import kontaktforloeb as kf
from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Beskaeftigelse, Fritagelse, Haendelse, Periode, Sag, Timer
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.ure import forbrug, timer
from kontaktforloeb.vurdering import punkter
from motor.dagpengesag import UGER, UR, d, placeret, sag
from motor.legetoej import LOV


def forloeb(ur: r.Timeur, case: Sag, pr: str) -> list[timer.TimeForloeb]:
    return timer.forloeb(ur, Tidslinje(case, d(pr).toordinal()))


def et(ur: r.Timeur, case: Sag, pr: str) -> timer.TimeForloeb:
    (fundet,) = forloeb(ur, case, pr)
    return fundet


def stand(f: timer.TimeForloeb, *dage: str) -> list[int]:
    return [f.beloeb(d(dag).toordinal()) for dag in dage]


def naaet(f: timer.TimeForloeb, behov: int) -> tuple[str | None, str | None]:
    dag, ventet = f.naaet_behov(behov)
    return tuple(None if x is None else dt.date.fromordinal(x).isoformat() for x in (dag, ventet))


def uden(ur: r.Timeur, fra: str, til: str) -> r.Timeur:
    return evolve(ur, doede=((d(fra), d(til)),))


# --- the day a sum is reached -----------------------------------------------------------------------------------------


def test_full_time_is_a_fifth_of_the_week_each_weekday() -> None:
    f = et(UR, sag(("2021-08-02", None)), "2021-09-30")
    assert stand(f, "2021-08-01", "2021-08-02", "2021-08-06", "2021-08-08", "2021-08-09") == [0, 740, 3700, 3700, 4440]
    # 7.40 is reached on the first day; a hundredth more on the second
    assert naaet(f, 740) == ("2021-08-02", None)
    assert naaet(f, 741) == ("2021-08-03", None)
    # 6 weeks, 222 hours: the thirtieth weekday
    assert naaet(f, 22200) == ("2021-09-10", None)


def test_the_part_time_insured_have_thirty_hours_a_week() -> None:
    f = et(UR, sag(("2021-08-02", None), forsikring="deltid"), "2021-08-10")
    assert stand(f, "2021-08-02", "2021-08-10") == [600, 4200]
    assert (f.behov(r.uger(6)), f.behov(r.Maengde(6, "maaned"))) == (18000, 78000)
    # 180 hours at 6.00: the thirtieth weekday too; the rate goes on
    assert naaet(f, 18000) == (None, "2021-09-10")


def test_after_a_break_the_sum_goes_on() -> None:
    f = et(UR, sag(("2021-08-02", "2021-08-06"), ("2021-09-06", None)), "2021-09-30")
    assert stand(f, "2021-08-06", "2021-09-05", "2021-09-06") == [3700, 3700, 4440]
    assert naaet(f, 3700) == ("2021-08-06", None)
    # one hundredth more needs the next benefit day
    assert naaet(f, 3701) == ("2021-09-06", None)
    assert naaet(f, 4441) == ("2021-09-07", None)


def test_days_left_out_do_not_count_the_first_and_the_last_included() -> None:
    """Friday 6 August is left out; then Monday 2; then the middle days, which keep Monday and Friday."""
    case = sag(("2021-08-02", "2021-08-06"))
    assert stand(et(uden(UR, "2021-08-06", "2021-08-10"), case, "2021-08-31"), "2021-08-31") == [2960]
    assert stand(et(uden(UR, "2021-07-30", "2021-08-02"), case, "2021-08-31"), "2021-08-31") == [2960]
    midt = et(uden(UR, "2021-08-03", "2021-08-05"), case, "2021-08-31")
    assert stand(midt, "2021-08-02", "2021-08-05", "2021-08-06") == [740, 740, 1480]


def test_a_months_hours_keep_their_place_in_the_sum_around_days_left_out() -> None:
    """100.00 hours over the 22 weekdays of August 2021: after i of them floor(10000 i / 22).

    Without Tuesday 3 to Friday 6 (the 2nd to 5th weekday): floor(10000/22) = 454 on the 2nd; from the 6th weekday on
    what is added from the 5th (floor(50000/22) = 2272): on the 9th floor(60000/22) - 2272 = 455, so 909.
    """
    case = sag(("2021-08-02", "2021-08-31"), timer=(Timer(maaned=d("2021-08-01"), timer=Decimal(100)),))
    f = et(uden(UR, "2021-08-03", "2021-08-06"), case, "2021-09-30")
    assert stand(f, "2021-08-02", "2021-08-06", "2021-08-09", "2021-08-31") == [454, 454, 909, 454 + 10000 - 2272]


# --- weeks ------------------------------------------------------------------------------------------------------------


def test_a_week_with_any_benefit_day_counts_whole_on_its_sunday() -> None:
    f = et(UGER, sag(("2021-08-04", "2021-08-09")), "2021-08-31")
    # Wednesday to the next Monday touch two weeks
    assert stand(f, "2021-08-07", "2021-08-08", "2021-08-14", "2021-08-15", "2021-08-31") == [0, 3700, 3700, 7400, 7400]


def test_a_spell_that_begins_and_ends_on_a_monday_touches_its_week() -> None:
    f = et(UGER, sag(("2021-08-02", "2021-08-02")), "2021-08-31")
    assert stand(f, "2021-08-07", "2021-08-08") == [0, 3700]


def test_the_last_week_that_counts_whole_is_the_one_before_which_hours_begin() -> None:
    """Hours from Monday 6 September: the week of 1 September counts whole, no day of it twice."""
    f = et(UGER, sag(("2021-08-23", None)), "2021-09-30")
    assert stand(f, "2021-08-29", "2021-09-04", "2021-09-05", "2021-09-06", "2021-09-07") == [
        3700, 3700, 7400, 8140, 8880
    ]  # fmt: skip


def test_when_hours_begin_on_a_monday_no_later_week_counts_whole() -> None:
    f = et(evolve(UR, uger_til=d("2021-08-30")), sag(("2021-08-23", None)), "2021-09-30")
    assert stand(f, "2021-08-28", "2021-08-29", "2021-08-30", "2021-09-05") == [0, 3700, 4440, 7400]


def test_one_who_begins_as_hours_begin_has_no_whole_week() -> None:
    """The first benefit day is 1 September itself: it and the two after it count by the hour."""
    f = et(UGER, sag(("2021-09-01", None)), "2021-09-30")
    assert stand(f, "2021-09-01", "2021-09-03", "2021-09-05", "2021-09-06") == [740, 2220, 2220, 2960]


def test_hours_a_week_that_are_no_whole_hundredths_a_day_add_up_past_the_sunday() -> None:
    """20.01 hours a week from Wednesday 1 September: after five weekdays they are 20.01, with the week before at 37."""
    perioder = (
        Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=d("2021-08-30"), til=d("2021-08-30")),
        Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=d("2021-09-01"), timer_pr_uge=Decimal("20.01")),
    )
    f = et(UGER, Sag(id="T", perioder=perioder), "2021-09-30")
    assert stand(f, "2021-09-03", "2021-09-05", "2021-09-06", "2021-09-07") == [1200, 4900, 5300, 5701]


def test_one_who_comes_back_as_hours_begin_has_no_whole_week_then() -> None:
    """In weeks 2-6 August, and again from Wednesday 1 September: hours from that day, no whole week."""
    f = et(UGER, sag(("2021-08-02", "2021-08-06"), ("2021-09-01", None)), "2021-09-30")
    assert stand(f, "2021-08-31", "2021-09-01", "2021-09-05") == [3700, 4440, 3700 + 3 * 740]
    f = et(UGER, sag(("2021-08-02", "2021-08-06"), ("2021-09-01", "2021-09-10")), "2021-09-30")
    assert stand(f, "2021-09-30") == [3700 + 8 * 740]


def test_hours_that_begin_on_a_tuesday_leave_its_week_whole() -> None:
    """Weeks count before Tuesday 31 August 2021: Monday the 30th makes its week whole, to 5 September."""
    f = et(evolve(UR, uger_til=d("2021-08-31")), sag(("2021-08-23", None)), "2021-09-30")
    assert stand(f, "2021-08-29", "2021-09-04", "2021-09-05", "2021-09-06") == [3700, 3700, 7400, 8140]


def test_the_last_whole_week_is_worth_what_the_spell_in_it_was_insured_for() -> None:
    """Full time to Monday 30 August, part time from Wednesday 1 September, when hours begin: 5 weeks of 37 hours."""
    perioder = (
        Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=d("2021-08-02"), til=d("2021-08-30")),
        Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=d("2021-09-01"), forsikring="deltid"),
    )
    f = et(UGER, Sag(id="T", perioder=perioder), "2021-09-30")
    # and 6.00 on each of the three weekdays from the 1st
    assert stand(f, "2021-08-29", "2021-08-31", "2021-09-03", "2021-09-05") == [14800, 14800, 16600, 20300]


def test_placed_anew_on_a_monday_the_week_before_is_of_the_period_before() -> None:
    et_, to = forloeb(UGER, sag(("2021-08-02", None), haendelser=placeret("2021-08-02", "2021-08-09")), "2021-08-31")
    assert stand(et_, "2021-08-08", "2021-08-31") == [3700, 3700]
    assert stand(to, "2021-08-14", "2021-08-15") == [0, 3700]


def test_the_part_time_insured_have_a_part_time_week() -> None:
    f = et(UGER, sag(("2021-08-02", "2021-08-08"), forsikring="deltid"), "2021-08-31")
    assert stand(f, "2021-08-08") == [3000]


@pytest.mark.parametrize(("forsikring", "uge"), [("fuldtid", 3643), ("deltid", 2954)])
def test_a_month_as_four_weeks_and_two_days(forsikring: str, uge: int) -> None:
    """A month is 4 weeks and 2 days, 22 weekdays; a week 5 of them: 160.33 x 5/22 = 36.43..., 130 x 5/22 = 29.54..."""
    f = et(
        evolve(UGER, uge_tal="4-uger-2-dage"), sag(("2021-08-02", "2021-08-08"), forsikring=forsikring), "2021-08-31"
    )
    assert stand(f, "2021-08-08") == [uge]


def test_months_of_four_weeks_and_two_days_are_exact_and_weeks_stay_weeks() -> None:
    """Five months are 22 weeks, to the 22nd Sunday, 3 January 2021; six weeks are still six, to 13 September."""
    ur = evolve(UGER, uge_tal="4-uger-2-dage")
    f = et(ur, sag(("2020-08-03", None)), "2021-01-31")
    assert naaet(f, f.behov(r.maaneder(5))) == ("2021-01-03", None)
    assert [dt.date.fromordinal(f.naaet(r.uger(n))[0] or 1).isoformat() for n in (6, 13)] == [
        "2020-09-13",
        "2020-11-01",
    ]
    # on 20 December two weeks are left, and the forecast knows it
    f = et(ur, sag(("2020-08-03", None)), "2020-12-20")
    assert naaet(f, f.behov(r.maaneder(5))) == (None, "2021-01-03")
    # without the reading five months are 21.67 weeks, rounded up to the same Sunday
    assert naaet(et(UGER, sag(("2020-08-03", None)), "2021-01-31"), 5 * 16033) == ("2021-01-03", None)


def test_where_hours_are_known_by_the_month_the_whole_weeks_to_come_are_expected() -> None:
    """Eight weeks from Monday 7 June 2021 end on Sunday 1 August; then the rate of the last month goes on."""
    juli = (Timer(maaned=d("2021-07-01"), timer=Decimal(80)),)
    f = et(UGER, sag(("2021-06-07", None), timer=juli), "2021-07-25")
    assert naaet(f, 8 * 3700) == (None, "2021-08-01")
    assert naaet(f, 13 * 3700) == (None, "2021-09-05")
    # 80 hours over 22 weekdays: 3.63 by the Monday, 7.27 by the Tuesday
    assert [naaet(f, 13 * 3700 + x)[1] for x in (1, 363, 364)] == ["2021-09-06", "2021-09-06", "2021-09-07"]
    # also of a month that has only begun
    september = (Timer(maaned=d("2021-09-01"), timer=Decimal(100)),)
    f = et(UGER, sag(("2021-08-16", None), timer=september), "2021-09-03")
    assert naaet(f, 3 * 3700) == (None, "2021-09-05")
    # 100 hours over 22 weekdays, once: 4.54 by the Monday
    assert [naaet(f, 3 * 3700 + x)[1] for x in (1, 454, 455)] == ["2021-09-06", "2021-09-06", "2021-09-07"]
    # the last of two months: 220 hours over August's 22 weekdays, 10.00 on the Monday
    timer = (maaned("2021-07-01", "80"), maaned("2021-08-01", "220"))
    f = et(UGER, sag(("2021-06-07", None), timer=timer), "2021-08-25")
    assert [naaet(f, 13 * 3700 + x)[1] for x in (1000, 1001)] == ["2021-09-06", "2021-09-07"]
    # the month that begins today
    f = et(UGER, sag(("2021-06-07", None), timer=timer), "2021-08-01")
    assert [naaet(f, 13 * 3700 + x)[1] for x in (1000, 1001)] == ["2021-09-06", "2021-09-07"]
    # a month without hours, or still to come, is no rate
    for hours in (("2021-08-01", 0), ("2021-10-01", 100)):
        f = et(UGER, sag(("2021-08-16", None), timer=(maaned(hours[0], str(hours[1])),)), "2021-09-03")
        assert naaet(f, 3 * 3700 + 1) == (None, None)


def test_weeks_as_parts_of_a_month_are_rounded_down_as_they_add_up() -> None:
    """15 weeks are 15 x 160.33 x 5/22 = 546.579..., and nothing is rounded twice: 546.57."""
    f = et(evolve(UGER, uge_tal="4-uger-2-dage"), sag(("2021-01-04", "2021-04-18")), "2021-08-31")
    assert stand(f, "2021-01-10", "2021-04-18") == [3643, 54657]


def test_only_whole_weeks_are_parts_of_a_month() -> None:
    """Hours known by the month, on its first weekday, stay what they are: in October, and on the first day after."""
    ur = evolve(UGER, uge_tal="4-uger-2-dage", fordeling="foerste-dag")
    timer_ = (Timer(maaned=d("2021-09-01"), timer=Decimal(50)), Timer(maaned=d("2021-10-01"), timer=Decimal(100)))
    f = et(ur, sag(("2021-08-16", "2021-08-29"), ("2021-09-06", None), timer=timer_), "2021-12-31")
    assert stand(f, "2021-08-29", "2021-09-05", "2021-09-06", "2021-10-01") == [7287, 7287, 12287, 22287]


def test_who_begins_when_hours_begin_has_no_weeks_to_make_parts_of_a_month() -> None:
    """From Wednesday 1 September 2021: a month's 50 hours on its first weekday are 50, for weeks as for months."""
    ur = evolve(UGER, uge_tal="4-uger-2-dage", fordeling="foerste-dag")
    f = et(ur, sag(("2021-09-01", None), timer=(maaned("2021-09-01", "50"),)), "2021-12-31")
    assert stand(f, "2021-08-31", "2021-09-01", "2021-09-30") == [0, 5000, 5000]
    assert f.naaet_uger(5000) == f.naaet_behov(5000) == (d("2021-09-01").toordinal(), None)


def test_a_spell_of_one_day_has_that_day() -> None:
    assert stand(et(UR, sag(("2021-10-04", "2021-10-04")), "2021-12-31"), "2021-10-03", "2021-10-04") == [0, 740]


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        ("2021-08-09", "2021-08-15", 7400),  # exactly a week left out: two of three count
        ("2021-08-10", "2021-08-15", 11100),  # Monday is left
        ("2021-08-09", "2021-08-14", 11100),  # Sunday is left
    ],
)
def test_a_whole_week_goes_only_where_every_benefit_day_of_it_is_left_out(fra: str, til: str, ventet: int) -> None:
    f = et(uden(UGER, fra, til), sag(("2021-08-02", "2021-08-22")), "2021-08-31")
    assert stand(f, "2021-08-31") == [ventet]


@pytest.mark.parametrize(("til", "ventet"), [("2021-08-11", 3700), ("2021-08-10", 7400)])
def test_of_a_week_only_its_benefit_days_are_asked_for(til: str, ventet: int) -> None:
    """The spell ends on Wednesday 11 August: left out from Monday to that day, its second week is gone."""
    f = et(uden(UGER, "2021-08-09", til), sag(("2021-08-02", "2021-08-11")), "2021-08-31")
    assert stand(f, "2021-08-31") == [ventet]


# --- hours recorded by the month --------------------------------------------------------------------------------------


def maaned(tekst: str, timer_: str) -> Timer:
    return Timer(maaned=d(tekst), timer=Decimal(timer_))


def test_a_months_hours_are_spread_over_its_benefit_days_of_every_spell() -> None:
    """August 2021: 2-6 and 30-31 are 7 weekdays; 70 hours, 10.00 on each. The days between have none."""
    case = sag(("2021-08-02", "2021-08-06"), ("2021-08-30", None), timer=(maaned("2021-08-01", "70"),))
    f = et(UR, case, "2021-09-30")
    assert stand(f, "2021-08-02", "2021-08-06", "2021-08-29", "2021-08-30", "2021-08-31") == [
        1000, 5000, 5000, 6000, 7000
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fordeling", "dage"),
    [
        ("foerste-dag", [0, 7000, 7000, 7000, 7000]),
        ("sidste-dag", [0, 0, 0, 0, 7000]),
    ],
)
def test_a_months_hours_in_a_lump(fordeling: str, dage: list[int]) -> None:
    """On the first weekday of the month's benefit days, or on the last; the first of August 2021 is a Sunday."""
    case = sag(("2021-08-01", "2021-08-06"), ("2021-08-30", None), timer=(maaned("2021-08-01", "70"),))
    f = et(evolve(UR, fordeling=fordeling), case, "2021-09-30")
    assert stand(f, "2021-08-01", "2021-08-02", "2021-08-06", "2021-08-30", "2021-08-31") == dage


@pytest.mark.parametrize("fordeling", ["jaevnt", "foerste-dag", "sidste-dag"])
def test_one_benefit_day_in_the_month_carries_its_hours(fordeling: str) -> None:
    """A lump on the month's only weekday is both its first and its last; a month without weekdays carries nothing."""
    case = sag(("2021-08-31", "2021-08-31"), timer=(maaned("2021-08-01", "5"),))
    assert stand(et(evolve(UR, fordeling=fordeling), case, "2021-09-30"), "2021-08-30", "2021-08-31") == [0, 500]
    sondag = sag(("2021-08-01", "2021-08-01"), timer=(maaned("2021-08-01", "5"),))
    assert stand(et(evolve(UR, fordeling=fordeling), sondag, "2021-09-30"), "2021-08-31") == [0]


@pytest.mark.parametrize("fordeling", ["foerste-dag", "sidste-dag"])
def test_a_lump_inside_days_left_out_is_gone(fordeling: str) -> None:
    case = sag(("2021-08-02", "2021-08-31"), timer=(maaned("2021-08-01", "5"),))
    ur = uden(evolve(UR, fordeling=fordeling), "2021-08-01", "2021-08-31")
    assert stand(et(ur, case, "2021-09-30"), "2021-09-30") == [0]


def test_the_lump_of_the_first_month_of_hours_is_no_week() -> None:
    """Weeks end on Sunday 5 September 2021; the first weekday from then on is no week, though it is a lump.

    September's 100 hours fall on its first weekday, the 1st, inside the week that counted whole: they are in it.
    October's fall on Friday 1 October.
    """
    case = sag(("2021-08-30", None), timer=(maaned("2021-09-01", "100"), maaned("2021-10-01", "60")))
    f = et(evolve(UGER, fordeling="foerste-dag"), case, "2021-10-31")
    assert stand(f, "2021-09-05", "2021-09-30", "2021-10-01") == [3700, 3700, 9700]


def test_a_lump_on_the_first_monday_of_hours_counts_once() -> None:
    """Weeks end with Sunday 1 August 2021; the first weekday of August is Monday the 2nd."""
    ur = evolve(UR, uger_til=d("2021-08-01"), fordeling="foerste-dag")
    case = sag(("2021-07-26", None), timer=(maaned("2021-08-01", "50"),))
    f = et(ur, case, "2021-08-31")
    assert stand(f, "2021-07-31", "2021-08-01", "2021-08-02", "2021-08-31") == [0, 3700, 8700, 8700]
    # and it goes with the days left out, whatever other days its week has
    ude = et(uden(ur, "2021-08-02", "2021-08-02"), case, "2021-08-31")
    assert stand(ude, "2021-08-31") == [3700]


def test_hours_of_the_month_in_which_weeks_end_are_spread_from_the_months_first_day() -> None:
    """September 2021 has 22 weekdays; 220 hours, 10.00 on each. The three to the 3rd are in the whole week."""
    case = sag(("2021-08-30", None), timer=(maaned("2021-09-01", "220"),))
    f = et(UGER, case, "2021-09-30")
    assert stand(f, "2021-09-05", "2021-09-06", "2021-09-30") == [3700, 4700, 3700 + 19 * 1000]


def test_an_uneven_months_hours_keep_their_place_after_the_whole_week() -> None:
    """100.00 hours over the 22 weekdays of September 2021; three are in the whole week, floor(30000/22) = 13.63.

    On Monday the 6th floor(40000/22) = 18.18: 4.55. On the 13th, the ninth weekday, floor(90000/22) = 40.90: 27.27.
    """
    f = et(UGER, sag(("2021-08-30", None), timer=(maaned("2021-09-01", "100"),)), "2021-09-30")
    assert stand(f, "2021-09-06", "2021-09-13", "2021-09-30") == [3700 + 455, 3700 + 2727, 3700 + 8637]


def test_a_hundredth_of_an_hour_in_a_month_counts() -> None:
    f = et(UR, sag(("2021-08-02", None), timer=(maaned("2021-08-01", "0.01"),)), "2021-09-30")
    assert stand(f, "2021-08-30", "2021-08-31") == [0, 1]


def test_a_month_of_no_hours_adds_nothing_and_is_no_missing_month() -> None:
    case = sag(("2021-08-02", None), timer=(maaned("2021-08-01", "0"), maaned("2021-09-01", "22")))
    f = et(UR, case, "2021-09-30")
    assert stand(f, "2021-08-31", "2021-09-30") == [0, 2200]
    assert f.antagelser == ["indplacering-mangler"]


def test_hours_of_the_month_before_or_after_a_spell_are_not_its_hours() -> None:
    """Hours in July and September say nothing of a spell that lies in August: it runs at full time."""
    for maaneder in (("2021-07-01",), ("2021-09-01",)):
        case = sag(("2021-08-02", "2021-08-31"), timer=tuple(maaned(m, "10") for m in maaneder))
        f = et(UR, case, "2021-10-31")
        assert stand(f, "2021-08-31") == [22 * 740], maaneder
        assert "timer-fuld-tid" in f.antagelser


def test_a_spell_that_touches_a_month_by_a_day_has_its_hours() -> None:
    """To Sunday 1 August 2021, or from Tuesday 31: the month's hours are for those days, and the spell has hours."""
    foerst = sag(("2021-07-26", "2021-08-02"), timer=(maaned("2021-08-01", "7"),))
    assert stand(et(UR, foerst, "2021-10-31"), "2021-08-02") == [700]
    # to the 1st: no weekday of August, and July has none recorded
    sondag = et(UR, sag(("2021-07-26", "2021-08-01"), timer=(maaned("2021-08-01", "7"),)), "2021-10-31")
    assert stand(sondag, "2021-08-01") == [0]
    # Wednesday 1 September is a weekday
    onsdag = et(UR, sag(("2021-08-30", "2021-09-01"), timer=(maaned("2021-09-01", "7"),)), "2021-10-31")
    assert stand(onsdag, "2021-08-31", "2021-09-01") == [0, 700]
    sidst = sag(("2021-08-31", "2021-09-03"), timer=(maaned("2021-08-01", "7"),))
    assert stand(et(UR, sidst, "2021-10-31"), "2021-09-03") == [700]


@pytest.mark.parametrize(
    ("pr", "mangler"), [("2021-09-29", False), ("2021-09-30", False), ("2021-10-01", True), ("2021-10-15", True)]
)
def test_a_month_is_missing_when_it_has_ended_without_hours(pr: str, mangler: bool) -> None:
    """August has hours, September none: said from 1 October."""
    f = et(UR, sag(("2021-08-02", None), timer=(maaned("2021-08-01", "100"),)), pr)
    assert ("maaneder-uden-timer" in f.antagelser) is mangler


def test_a_month_that_a_spell_only_begins_is_missing_too() -> None:
    """To Wednesday 1 September: the month has a benefit day and no hours."""
    f = et(UR, sag(("2021-08-02", "2021-09-01"), timer=(maaned("2021-08-01", "100"),)), "2021-10-15")
    assert "maaneder-uden-timer" in f.antagelser


# --- a weekly rate and work -------------------------------------------------------------------------------------------


def med_sats(timer_: str | None, fra: str = "2021-08-02", til: str | None = None) -> Periode:
    return Periode(
        ydelse="dagpenge",
        maalgruppe="dagpengemodtager",
        fra=d(fra),
        til=None if til is None else d(til),
        timer_pr_uge=None if timer_ is None else Decimal(timer_),
    )


def test_the_spells_own_rate_is_used_also_when_it_is_next_to_nothing() -> None:
    f = et(UR, Sag(id="T", perioder=(med_sats("20"),)), "2021-08-10")
    assert stand(f, "2021-08-02", "2021-08-06") == [400, 2000]
    assert "timer-fuld-tid" not in f.antagelser
    # a hundredth of an hour a week: on its fifth weekday
    lidt = et(UR, Sag(id="T", perioder=(med_sats("0.01"),)), "2021-08-10")
    assert stand(lidt, "2021-08-05", "2021-08-06") == [0, 1]
    intet = et(UR, Sag(id="T", perioder=(med_sats("0"),)), "2021-08-10")
    assert stand(intet, "2021-08-10") == [0]
    assert naaet(intet, 740) == (None, None)


def arbejde(fra: str, til: str | None, timer_: str | None) -> Beskaeftigelse:
    return Beskaeftigelse(
        fra=d(fra), til=None if til is None else d(til), timer_pr_uge=None if timer_ is None else Decimal(timer_)
    )


def test_hours_worked_are_taken_from_full_time_on_the_days_of_the_work() -> None:
    """17 hours' work from Wednesday 4 to Tuesday 10 August: 20 hours a week then, 4.00 a day; 7.40 beside it."""
    f = et(UR, sag(("2021-08-02", None), beskaeftigelse=(arbejde("2021-08-04", "2021-08-10", "17"),)), "2021-08-31")
    assert stand(f, "2021-08-03", "2021-08-04", "2021-08-10", "2021-08-11") == [1480, 1880, 3480, 4220]
    assert "timer-fuld-tid-minus-arbejde" in f.antagelser


@pytest.mark.parametrize(
    ("fra", "til", "medregnes"),
    [
        ("2021-07-01", "2021-08-01", False),
        ("2021-07-01", "2021-08-02", True),
        ("2021-08-06", "2021-09-01", True),
        ("2021-08-07", "2021-09-01", False),
        ("2021-08-06", None, True),
    ],
)
def test_work_before_and_after_the_spell_is_nothing_to_it(fra: str, til: str | None, medregnes: bool) -> None:
    """The spell is 2-6 August; work of 37 hours on one of its days takes that day's hours."""
    f = et(UR, sag(("2021-08-02", "2021-08-06"), beskaeftigelse=(arbejde(fra, til, "37"),)), "2021-10-31")
    assert stand(f, "2021-08-06") == [2960 if medregnes else 3700]
    assert ("timer-fuld-tid-minus-arbejde" in f.antagelser) is medregnes


def test_work_of_more_than_full_time_leaves_nothing_and_of_a_hundredth_less_a_hundredth() -> None:
    over = et(UR, sag(("2021-08-02", "2021-08-06"), beskaeftigelse=(arbejde("2021-08-02", None, "40"),)), "2021-08-31")
    assert stand(over, "2021-08-31") == [0]
    naer = et(
        UR, sag(("2021-08-02", "2021-08-06"), beskaeftigelse=(arbejde("2021-08-02", None, "36.99"),)), "2021-08-31"
    )
    assert stand(naer, "2021-08-05", "2021-08-06") == [0, 1]
    ingen = et(UR, sag(("2021-08-02", "2021-08-06"), beskaeftigelse=(arbejde("2021-08-02", None, "0"),)), "2021-08-31")
    assert stand(ingen, "2021-08-06") == [3700]


def test_after_the_spell_nothing_is_added_and_between_two_works_full_time() -> None:
    """The spell is Monday 2 to Wednesday 4 August. Work on Monday only; then on Monday and on Wednesday only."""
    mandag = arbejde("2021-08-02", "2021-08-02", "37")
    f = et(UR, sag(("2021-08-02", "2021-08-04"), beskaeftigelse=(mandag,)), "2021-08-31")
    assert stand(f, "2021-08-04", "2021-08-31") == [1480, 1480]
    f = et(
        UR, sag(("2021-08-02", "2021-08-04"), beskaeftigelse=(mandag, arbejde("2021-08-04", None, "37"))), "2021-08-31"
    )
    assert stand(f, "2021-08-02", "2021-08-03", "2021-08-31") == [0, 740, 740]


def test_two_works_at_once_are_both_taken() -> None:
    """10 hours throughout and 17 from Wednesday 4: 27 left for two days (5.40), then 10 (2.00)."""
    begge = (arbejde("2021-08-02", None, "10"), arbejde("2021-08-04", None, "17"))
    f = et(UR, sag(("2021-08-02", None), beskaeftigelse=begge), "2021-08-31")
    assert stand(f, "2021-08-03", "2021-08-04", "2021-08-06") == [1080, 1280, 1680]


# --- placement, restarts, years without -------------------------------------------------------------------------------


def test_a_new_placement_starts_the_clock_anew_on_its_day() -> None:
    case = sag(("2021-08-02", None), haendelser=placeret("2021-08-02", "2021-08-11"))
    et_, to = forloeb(UR, case, "2021-08-31")
    assert [(x.start, x.slut, x.antagelser) for x in (et_, to)] == [
        (d("2021-08-02").toordinal(), d("2021-08-10").toordinal(), ["timer-fuld-tid"]),
        (d("2021-08-11").toordinal(), None, ["timer-fuld-tid"]),
    ]
    assert stand(et_, "2021-08-10", "2021-08-11", "2021-08-31") == [5180, 5180, 5180]
    assert stand(to, "2021-08-10", "2021-08-11") == [0, 740]
    # what is not reached in a period that has ended is not expected in it
    assert naaet(et_, 22200) == (None, None)
    assert naaet(to, 22200) == (None, "2021-09-21")
    assert [et_.ophoert(d(x).toordinal()) for x in ("2021-08-10", "2021-08-11")] == [False, True]


def test_each_period_ends_the_day_before_the_next_placement() -> None:
    case = sag(("2021-08-02", None), haendelser=placeret("2021-08-02", "2021-08-11", "2021-08-20"))
    assert [f.slut for f in forloeb(UR, case, "2021-08-31")] == [
        d("2021-08-10").toordinal(), d("2021-08-19").toordinal(), None
    ]  # fmt: skip


def test_days_before_the_placement_are_a_period_that_began_without_one() -> None:
    et_, to = forloeb(UR, sag(("2021-08-02", None), haendelser=placeret("2021-08-11")), "2021-08-31")
    assert et_.antagelser == ["indplacering-mangler", "timer-fuld-tid"]
    assert to.antagelser == ["timer-fuld-tid"]


def test_placed_before_the_first_benefit_day_nothing_is_assumed() -> None:
    f = et(UR, sag(("2021-08-02", None), haendelser=placeret("2021-07-20")), "2021-08-31")
    assert (f.start, f.antagelser) == (d("2021-07-20").toordinal(), ["timer-fuld-tid"])


@pytest.mark.parametrize(("placeret_dag", "foerst"), [("2021-08-02", True), ("2021-08-03", False)])
def test_where_placements_restart_nothing_the_first_is_still_looked_for(placeret_dag: str, foerst: bool) -> None:
    ur = evolve(UR, nulstilles=False)
    f = et(ur, sag(("2021-08-02", None), haendelser=placeret(placeret_dag, "2021-08-20")), "2021-08-31")
    assert ("indplacering-mangler" in f.antagelser) is not foerst


@pytest.mark.parametrize(("nyt", "perioder"), [("2021-08-06", 1), ("2021-08-07", 1), ("2021-08-10", 2)])
def test_a_spell_belongs_to_the_period_its_days_lie_in(nyt: str, perioder: int) -> None:
    """The only spells are 2-6 August and from the 9th; placed again on the 6th, 7th or 10th."""
    case = sag(("2021-08-02", "2021-08-06"), ("2021-08-09", None), haendelser=placeret("2021-08-02", nyt))
    et_, to = forloeb(UR, case, "2021-08-31")
    assert [len(et_.spells), len(to.spells)] == {"2021-08-06": [1, 2], "2021-08-07": [1, 1], "2021-08-10": [2, 1]}[nyt]
    assert perioder in {len(et_.spells), len(to.spells)}


def test_a_spell_that_begins_on_the_last_day_of_a_period_is_in_it() -> None:
    case = sag(("2021-08-02", "2021-08-03"), ("2021-08-05", None), haendelser=placeret("2021-08-02", "2021-08-06"))
    et_, _ = forloeb(UR, case, "2021-08-31")
    assert stand(et_, "2021-08-31") == [3 * 740]


@pytest.mark.parametrize(
    ("tilbage", "perioder"),
    [("2021-03-31", 1), ("2021-04-01", 2), ("2021-04-02", 2)],
)
def test_two_years_without_the_benefit_restart_it(tilbage: str, perioder: int) -> None:
    """To 31 March 2019; two years without it are full on 31 March 2021 (toy clock: the law has five)."""
    ur = evolve(UR, aar_til_nulstilling=2, nulstilling_fra=d("2021-01-01"))
    assert len(forloeb(ur, sag(("2018-08-01", "2019-03-31"), (tilbage, None)), "2021-08-31")) == perioder


@pytest.mark.parametrize(("tilbage", "perioder"), [("2020-12-31", 1), ("2021-01-01", 2)])
def test_years_without_the_benefit_restart_it_from_the_day_the_law_says_so(tilbage: str, perioder: int) -> None:
    ur = evolve(UR, aar_til_nulstilling=2, nulstilling_fra=d("2021-01-01"))
    assert len(forloeb(ur, sag(("2016-08-01", "2017-03-31"), (tilbage, None)), "2021-08-31")) == perioder


@pytest.mark.parametrize(
    ("placeret_den", "starter"),
    [
        ("2019-05-31", ["2018-08-01", "2021-06-01"]),  # more than two years before the return
        ("2019-06-01", ["2018-08-01", "2019-06-01"]),  # exactly two: it is the period that the return is of
        ("2020-06-01", ["2018-08-01", "2020-06-01"]),
        ("2021-06-01", ["2018-08-01", "2021-06-01"]),
        ("2021-07-01", ["2018-08-01", "2021-06-01", "2021-07-01"]),  # after it
    ],
)
def test_who_was_placed_since_goes_on_in_that_period(placeret_den: str, starter: list[str]) -> None:
    ur = evolve(UR, aar_til_nulstilling=2, nulstilling_fra=d("2021-01-01"))
    case = sag(("2018-08-01", "2019-03-31"), ("2021-06-01", None), haendelser=placeret("2018-08-01", placeret_den))
    fundne = forloeb(ur, case, "2021-08-31")
    assert [dt.date.fromordinal(f.start).isoformat() for f in fundne] == starter


# --- what is to come --------------------------------------------------------------------------------------------------


def test_off_the_benefit_nothing_is_expected() -> None:
    for til, pr in (("2021-08-06", "2021-08-20"), ("2021-08-20", "2021-08-20")):
        assert naaet(et(UR, sag(("2021-08-02", til)), pr), 22200) == (None, None)


def test_the_present_rate_goes_on_from_where_the_sum_stands() -> None:
    """37.03 hours a week, 740.6 hundredths a day: 22200 = 29.98 weekdays, the thirtieth; pr on the third."""
    f = et(UR, Sag(id="T", perioder=(med_sats("37.03"),)), "2021-08-04")
    assert stand(f, "2021-08-04") == [2221]
    assert naaet(f, 22200) == (None, "2021-09-10")
    # 5 x 740.6 = 3703: two weekdays after 2221
    assert naaet(f, 3703) == (None, "2021-08-06")
    assert naaet(f, 3704) == (None, "2021-08-09")


def test_after_work_that_has_ended_the_expected_rate_is_full_time_again() -> None:
    f = et(UR, sag(("2021-08-02", None), beskaeftigelse=(arbejde("2021-08-02", "2021-08-06", "17"),)), "2021-08-09")
    # 20.00 in the first week, 7.40 on Monday 9: 9.60 are missing to 37.00, two weekdays
    assert naaet(f, 3700) == (None, "2021-08-11")


def test_hours_by_the_month_go_on_at_the_rate_of_the_last_month_with_hours() -> None:
    """220 hours in August over 22 weekdays: 10.00 a weekday goes on. 250.00 is reached on the third of September's."""
    case = sag(("2021-08-02", None), timer=(maaned("2021-08-01", "220"),))
    for pr in ("2021-08-31", "2021-09-01"):
        f = et(UR, case, pr)
        assert stand(f, "2021-08-31") == [22000]
    assert naaet(et(UR, case, "2021-08-31"), 25000) == (None, "2021-09-03")
    # in the month itself the rate is the month's
    assert naaet(et(UR, case, "2021-08-20"), 25000) == (None, "2021-09-03")


def test_while_weeks_count_the_weeks_to_come_are_expected_whole() -> None:
    """Six weeks from Monday 2 August 2021 are full on Sunday 12 September, whatever day it is asked."""
    f = et(evolve(UR, uger_til=d("2022-01-03")), sag(("2021-08-02", None)), "2021-08-06")
    assert stand(f, "2021-08-06") == [0]
    assert naaet(f, 3700) == (None, "2021-08-08")
    for pr in ("2021-08-02", "2021-08-08", "2021-08-11", "2021-09-11"):
        f = et(evolve(UR, uger_til=d("2022-01-03")), sag(("2021-08-02", None)), pr)
        assert naaet(f, 22200) == (None, "2021-09-12"), pr


def test_over_the_end_of_the_weeks_the_rest_is_expected_in_hours() -> None:
    """Weeks to Sunday 5 September 2021, five of them, 185 hours; 222 is five weekdays later."""
    f = et(UGER, sag(("2021-08-02", None)), "2021-08-20")
    assert naaet(f, 22200) == (None, "2021-09-10")


def test_the_present_rate_is_that_of_the_month_also_while_its_hours_do_not_count() -> None:
    """August counts 220.00 over 22 weekdays, September is left out with 110.00 over 22: 5.00 a day from October."""
    case = sag(("2021-08-02", None), timer=(maaned("2021-08-01", "220"), maaned("2021-09-01", "110")))
    f = et(uden(UR, "2021-09-01", "2021-09-30"), case, "2021-09-20")
    # 2.00 are missing to 222.00: Friday 1 October
    assert naaet(f, 22200) == (None, "2021-10-01")
    assert naaet(f, 22600) == (None, "2021-10-04")


def test_the_rate_is_the_last_months_also_after_a_pause_in_the_month_before() -> None:
    """220 hours over September's 22 weekdays, 10.00 a day, whatever August's two spells had."""
    timer = (maaned("2021-08-01", "100"), maaned("2021-09-01", "220"))
    f = et(UR, sag(("2021-08-02", "2021-08-08"), ("2021-08-16", None), timer=timer), "2021-09-30")
    assert [naaet(f, 32000 + x)[1] for x in (1000, 1001)] == ["2021-10-01", "2021-10-04"]


def test_lumps_go_on_at_the_rate_of_their_month() -> None:
    """100 hours over August's 22 weekdays: 122.00 more is 26.84 of them, the 27th after Friday 10 September."""
    for fordeling in ("foerste-dag", "sidste-dag"):
        case = sag(("2021-08-02", None), timer=(maaned("2021-08-01", "100"),))
        assert naaet(et(evolve(UR, fordeling=fordeling), case, "2021-09-10"), 22200) == (None, "2021-10-19")


def test_the_rate_of_the_month_that_begins_today_goes_on() -> None:
    """220 hours in August over 22 weekdays: 210.00 on the 21st of them."""
    f = et(UR, sag(("2021-08-02", None), timer=(maaned("2021-08-01", "220"),)), "2021-08-02")
    assert naaet(f, 21000) == (None, "2021-08-30")
    # 100 hours over 22: 4.545 a day, which begins anew after the month
    f = et(UR, sag(("2021-08-02", None), timer=(maaned("2021-08-01", "100"),)), "2021-08-31")
    assert [naaet(f, 10000 + x)[1] for x in (454, 455, 909)] == ["2021-09-01", "2021-09-02", "2021-09-02"]


def test_the_rate_of_a_spell_that_begins_today_goes_on() -> None:
    f = et(UR, Sag(id="T", perioder=(med_sats("20", fra="2021-08-02"),)), "2021-08-02")
    # 4.00 on the first day, 18.00 more: five weekdays
    assert naaet(f, 2200) == (None, "2021-08-09")


# --- consumption (BEK 1216/2023 § 7, stk. 2; BEK 1220/2023 § 63, stk. 6) ----------------------------------------------

FORBRUG = r.Forbrugsur(navn="forbrug", titel="forbrug", graense=(41000, 33300), overtagelse="overgang-til-jobcenter")


def forbrugt(maaned_: str, timer_: str, registreret: str | None = None) -> kf.Forbrug:
    return kf.Forbrug(
        maaned=d(maaned_), timer=Decimal(timer_), registreret=None if registreret is None else d(registreret)
    )


def fase(pr: str, *poster: kf.Forbrug, fra: str = "2024-01-01", **mere: Any) -> tuple[Any, Any, Any]:
    f = et(UR, sag((fra, None), forbrug=poster, **mere), pr)
    slut, ventet, hvorfor = forbrug.faseslut(FORBRUG, f)
    return (*(None if x is None else dt.date.fromordinal(x).isoformat() for x in (slut, ventet)), hvorfor)


JAN, FEB = forbrugt("2024-01-01", "200"), forbrugt("2024-02-01", "200")


def test_the_phase_ends_with_the_month_that_reaches_410_hours() -> None:
    assert fase("2024-04-30", JAN, FEB, forbrugt("2024-03-01", "10")) == ("2024-03-31", None, None)
    assert fase("2024-04-30", JAN, FEB, forbrugt("2024-03-01", "9.99")) == (None, None, None)


def test_the_part_time_insured_reach_333_hours() -> None:
    marts = {"333": "2024-01-31", "332.99": None}
    for timer_, slut in marts.items():
        assert fase("2024-04-30", forbrugt("2024-01-01", timer_), forsikring="deltid") == (slut, None, None)


@pytest.mark.parametrize(
    ("registreret", "slut"),
    [
        ("2024-03-15", "2024-03-31"),
        ("2024-03-31", "2024-03-31"),
        ("2024-04-01", "2024-04-01"),
        ("2024-04-12", "2024-04-12"),
    ],
)
def test_registered_in_a_later_month_it_ends_on_that_day(registreret: str, slut: str) -> None:
    marts = forbrugt("2024-03-01", "10", registreret)
    assert fase("2024-05-31", JAN, FEB, marts) == (slut, None, None)


def test_an_earlier_month_registered_late_holds_the_phase_back() -> None:
    """410 hours in March, but January's are registered on 12 April: that day the a-kasse has registered 410."""
    poster = (forbrugt("2024-01-01", "200", "2024-04-12"), FEB, forbrugt("2024-03-01", "10"))
    assert fase("2024-04-11", *poster) == (None, "2024-04-12", None)
    assert fase("2024-04-12", *poster) == ("2024-04-12", None, None)
    # on 31 March itself the month ends, on 5 April April's own hours fill the place of January's
    poster = (forbrugt("2024-01-01", "200", "2024-03-31"), FEB, forbrugt("2024-03-01", "10"))
    assert fase("2024-04-11", *poster) == ("2024-03-31", None, None)
    april = forbrugt("2024-04-01", "200", "2024-04-05")
    poster = (forbrugt("2024-01-01", "200", "2024-04-12"), FEB, forbrugt("2024-03-01", "10"), april)
    assert fase("2024-04-11", *poster) == ("2024-04-05", None, None)


def test_what_is_to_be_registered_before_the_month_ends_is_not_known_yet() -> None:
    """March is registered on the 20th, January only on the 25th: on the 24th nobody knows that March ends it."""
    poster = (forbrugt("2024-01-01", "200", "2024-03-25"), FEB, forbrugt("2024-03-01", "10", "2024-03-20"))
    assert fase("2024-03-24", *poster) == (None, "2024-03-31", None)
    assert fase("2024-03-25", *poster) == ("2024-03-31", None, None)


def test_a_registration_that_is_still_to_come_is_expected() -> None:
    marts = forbrugt("2024-03-01", "10", "2024-04-12")
    assert fase("2024-04-11", JAN, FEB, marts) == (None, "2024-04-12", None)
    assert fase("2024-04-12", JAN, FEB, marts) == ("2024-04-12", None, None)


def test_the_job_centres_part_is_expected_the_day_after() -> None:
    poster = (JAN, FEB, forbrugt("2024-03-01", "10", "2024-04-12"))
    for pr, ventet in (("2024-04-11", (None, "2024-04-13")), ("2024-04-12", ("2024-04-13", None))):
        f = et(UR, sag(("2024-01-01", None), forbrug=poster), pr)
        sted: Any = SimpleNamespace(f=f, dom=SimpleNamespace(lov=SimpleNamespace(forbrug=FORBRUG)), antagelser=[])
        fundet = [punkter.punkt(p, sted) for p in (r.Faseslut(), r.FaseslutDagenEfter())]
        (dag, forventet), (naeste, forventet_naeste) = fundet
        assert tuple(None if x is None else dt.date.fromordinal(x).isoformat() for x in fundet[1]) == ventet
        assert (naeste or forventet_naeste) == (dag or forventet or 0) + 1


@pytest.mark.parametrize(
    ("pr", "registreret", "slut"),
    [
        ("2024-03-30", None, None),  # the month has not ended, and nobody has registered it
        ("2024-03-31", None, "2024-03-31"),
        ("2024-03-20", "2024-03-20", "2024-03-31"),
        ("2024-03-19", "2024-03-20", None),
    ],
)
def test_a_month_counts_when_it_has_ended_or_is_registered(pr: str, registreret: str | None, slut: str | None) -> None:
    assert fase(pr, JAN, FEB, forbrugt("2024-03-01", "10", registreret)) == (slut, None, None)


def test_a_month_that_has_not_ended_stops_the_count() -> None:
    """April is registered and March is not: what comes after what is missing is not counted."""
    poster = (JAN, FEB, forbrugt("2024-03-01", "5"), forbrugt("2024-04-01", "10", "2024-03-20"))
    assert fase("2024-03-25", *poster) == (None, None, None)


@pytest.mark.parametrize(("pr", "slut"), [("2024-04-30", None), ("2024-05-01", "2024-05-31")])
def test_a_month_that_has_not_begun_has_used_nothing(pr: str, slut: str | None) -> None:
    """May is registered in April, and the 405 hours before it are not enough."""
    poster = (JAN, FEB, forbrugt("2024-03-01", "5"), forbrugt("2024-05-01", "10", "2024-04-05"))
    assert fase(pr, *poster) == (slut, None, None)


def test_consumption_before_the_period_is_not_its_own() -> None:
    """Placed again on 1 February: January's 200 hours are of the period before; on 31 January they are its own."""
    poster = (JAN, FEB, forbrugt("2024-03-01", "200"))
    for dag, slut in (("2024-02-01", None), ("2024-01-31", "2024-03-31")):
        sidste = forloeb(UR, sag(("2023-11-01", None), forbrug=poster, haendelser=placeret(dag)), "2024-05-31")[-1]
        fundet, _, _ = forbrug.faseslut(FORBRUG, sidste)
        assert (None if fundet is None else dt.date.fromordinal(fundet).isoformat()) == slut


@pytest.mark.parametrize(("overgang", "slut"), [("2024-01-31", "2024-03-31"), ("2024-02-01", "2024-01-31")])
def test_the_hand_over_is_the_one_in_the_period(overgang: str, slut: str) -> None:
    """Placed again on 1 February: handed over that day, the phase ended the day before; earlier it is another's."""
    haendelser = (*placeret("2024-02-01"), Haendelse(art="overgang-til-jobcenter", dato=d(overgang)))
    poster = (FEB, forbrugt("2024-03-01", "210"))
    sidste = forloeb(UR, sag(("2023-11-01", None), forbrug=poster, haendelser=haendelser), "2024-05-31")[-1]
    fundet, _, _ = forbrug.faseslut(FORBRUG, sidste)
    assert fundet == d(slut).toordinal()


@pytest.mark.parametrize(
    ("overgang", "maaned_", "slut"),
    [
        ("2024-01-31", "2024-01-01", "2024-01-30"),  # handed over on the period's last day
        ("2024-02-01", "2024-01-01", "2024-01-31"),
        ("2024-02-01", "2024-02-01", None),
    ],
)
def test_what_comes_after_the_next_placing_ends_no_phase_of_the_period_before(
    overgang: str, maaned_: str, slut: str | None
) -> None:
    """Placed on 1 December and again on 1 February, so the first period ends on 31 January (LAB § 31, stk. 1)."""
    haendelser = (*placeret("2024-02-01"), Haendelse(art="overgang-til-jobcenter", dato=d(overgang)))
    case = sag(("2023-12-01", None), forbrug=(forbrugt(maaned_, "410"),), haendelser=haendelser)
    foerste, _ = forloeb(UR, case, "2024-05-31")
    fundet, _, _ = forbrug.faseslut(FORBRUG, foerste)
    assert fundet == (None if slut is None else d(slut).toordinal())


def test_the_days_an_exemption_or_work_takes_from_the_old_offer_clock() -> None:
    """BEK 977/2018 § 152, stk. 2: § 21 f, and ordinary work of 20 hours or more."""
    ur = evolve(UR, udelader=("mindre-intensiv-indsats",), udelader_arbejde=20)
    fritaget = (Fritagelse(grund="mindre-intensiv-indsats", fra=d("2021-08-04"), til=d("2021-08-05")),)
    f = et(ur, sag(("2021-08-02", "2021-08-06"), fritagelser=fritaget), "2021-08-31")
    assert stand(f, "2021-08-06") == [3 * 740]
    for timer_, ventet in (("19.99", 2 * 740 + 1020), ("20", 2 * 740)):
        case = sag(("2021-08-02", "2021-08-06"), beskaeftigelse=(arbejde("2021-08-04", None, timer_),))
        # 37 - 19.99 = 17.01 hours a week: three days of 3.402 add up to 10.20
        assert stand(et(ur, case, "2021-08-31"), "2021-08-06") == [ventet]


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [("2021-08-31", False), ("2021-09-01", True), ("2021-09-30", True), ("2021-10-01", False), ("2021-07-31", False)],
)
def test_the_sick_who_go_on_in_the_course_do_so_from_the_first_day_to_the_last(dag: str, ventet: bool) -> None:
    """Sygedagpengeloven § 13 a, stk. 4: in category 1, unemployed and insured, by the rules named."""
    hjemmel = r.Hjemmel(LOV, "§ 1")
    ur = evolve(UR, fortsat=r.Fortsat("sygedagpenge", 1, ("leg",), hjemmel))

    def gaar_videre(familie: str = "leg", **mere: Any) -> bool:
        felter: dict[str, Any] = {"kategori": 1, "ledig_forsikret": True, **mere}
        syg = Periode(
            ydelse="sygedagpenge", maalgruppe="sygedagpengemodtager", fra=d("2021-09-01"), til=d("2021-09-30"), **felter
        )
        case = sag(("2021-08-02", "2021-08-31"))
        (f,) = forloeb(ur, evolve(case, perioder=(*case.perioder, syg)), "2021-12-31")
        return f.fortsat(d(dag).toordinal(), familie)

    assert gaar_videre() is ventet
    assert not gaar_videre("anden")
    assert not gaar_videre(kategori=2)
    assert not gaar_videre(ledig_forsikret=False)


@pytest.mark.parametrize(
    ("genoptjent", "start"), [("2021-07-01", "2021-08-02"), ("2021-08-02", "2021-08-02"), ("2021-08-03", "2021-08-03")]
)
def test_a_right_earned_anew_before_the_first_benefit_day_restarts_nothing(genoptjent: str, start: str) -> None:
    ur = evolve(UR, genstart=("indplacering", "ret-genoptjent"))
    haendelser = (Haendelse(art="ret-genoptjent", dato=d(genoptjent)),)
    sidste = forloeb(ur, sag(("2021-08-02", None), haendelser=haendelser), "2021-09-30")[-1]
    assert sidste.start == d(start).toordinal()
    assert ("indplacering-mangler" in sidste.antagelser) is (start == "2021-08-02")
    # placed before the first benefit day the period is that of the placing
    (f,) = forloeb(ur, sag(("2021-08-02", None), haendelser=placeret("2021-07-01")), "2021-09-30")
    assert f.start == d("2021-07-01").toordinal()


def test_where_a_new_placing_leaves_the_clock_alone_the_first_one_begins_it() -> None:
    """Placed in June and July, before the first benefit day, and again in August: one period, from July."""
    ur = evolve(UR, nulstilles=False)
    (f,) = forloeb(
        ur, sag(("2021-08-02", None), haendelser=placeret("2021-06-01", "2021-07-01", "2021-08-09")), "2021-09-30"
    )
    assert (f.start, "indplacering-mangler" in f.antagelser) == (d("2021-07-01").toordinal(), False)
    (f,) = forloeb(ur, sag(("2021-08-02", None), haendelser=placeret("2021-08-09")), "2021-09-30")
    assert (f.start, "indplacering-mangler" in f.antagelser) == (d("2021-08-02").toordinal(), True)
    (f,) = forloeb(ur, sag(("2021-08-02", None), haendelser=placeret("2021-07-01", "2021-08-02")), "2021-09-30")
    assert (f.start, "indplacering-mangler" in f.antagelser) == (d("2021-08-02").toordinal(), False)
