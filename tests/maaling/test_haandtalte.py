"""Small caseloads counted by hand: every edge of every measure, with the dates worked out on paper."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.dage import month_text, read_month
from kontaktforloeb.maaling.fakta import from_case
from kontaktforloeb.maaling.optaelling import Options, Sums, Tally
from kontaktforloeb.maaling.resultat import Figure, decimals, figures, hide, within_limit
from kontaktforloeb.sag import Beskaeftigelse, Periode, Sag, Samtale, Tilbud


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def spell(
    fra: str, til: str | None = None, maalgruppe: str = "dagpengemodtager", ydelse: str = "dagpenge", **more: Any
) -> Periode:
    return Periode(ydelse=ydelse, maalgruppe=maalgruppe, fra=day(fra), til=day(til) if til else None, **more)


def talks(*dates: str, **more: Any) -> tuple[Samtale, ...]:
    return tuple(Samtale(dato=day(t), **more) for t in dates)


def case(number: int | str, *spells: Periode, kommune: str = "991", **more: Any) -> Sag:
    return Sag(id=f"S{number}", kommune=kommune, perioder=spells, **more)


def count(cases: list[Sag], measure: str, first: str, last: str | None = None, **options: Any) -> list[Figure]:
    months = range(read_month(first), read_month(last or first) + 1)
    tally = Tally(tuple(months), (measure,), Options(**options))
    for c in cases:
        tally.add(from_case(c, d.POOLED_BENEFITS))
    return figures(tally.sums.figures, months, (measure,))


def one(rows: list[Figure], **wanted: str) -> Figure:
    found = [r for r in rows if all(getattr(r, k) == v for k, v in wanted.items())]
    assert len(found) == 1, [(r.variant, r.gruppe, r.periode) for r in rows]
    return found[0]


def raw(cases: list[Sag], measure: str, month: str, variant: str = "", **options: Any) -> tuple[int, int]:
    """Numerator and denominator over all groups, before anything is hidden."""
    tally = Tally((read_month(month),), (measure,), Options(**options))
    for c in cases:
        tally.add(from_case(c, d.POOLED_BENEFITS))
    chosen = [v for k, v in tally.sums.figures.items() if not variant or k.variant == variant]
    return sum(v[0] for v in chosen), sum(v[1] for v in chosen)


# --- samtaledata -----------------------------------------------------------------------------------------------------

SIX = ("2018-10-30", "2018-11-29", "2018-12-28", "2019-01-29", "2019-02-28", "2019-03-29")


def test_six_interviews_in_nine_months_to_the_day_are_in_the_band_and_meet_samtaledata() -> None:
    # P2: dagpenge from 1 October 2018; at the end of June 2019 nine months to the day.
    assert (1, 1) == raw([case(1, spell("2018-10-01"), samtaler=talks(*SIX))], "samtaledata", "2019-06")


def test_five_interviews_do_not_meet_samtaledata_of_dagpenge() -> None:
    assert (0, 1) == raw([case(1, spell("2018-10-01"), samtaler=talks(*SIX[:5]))], "samtaledata", "2019-06")


@pytest.mark.parametrize(
    ("fra", "people"),
    [("2018-09-30", 0), ("2018-10-01", 1), ("2019-01-01", 1), ("2019-01-02", 0)],
    ids=["over nine months", "nine months", "six months", "under six months"],
)
def test_the_band_from_six_to_nine_months_at_the_end_of_june_2019(fra: str, people: int) -> None:
    assert (0, people) == raw([case(1, spell(fra))], "samtaledata", "2019-06")


@pytest.mark.parametrize(("til", "people"), [("2019-06-29", 0), ("2019-06-30", 1), (None, 1)])
def test_only_who_is_on_the_benefit_on_the_last_day_of_the_month(til: str | None, people: int) -> None:
    assert (0, people) == raw([case(1, spell("2018-12-01", til))], "samtaledata", "2019-06")


def test_a_gap_without_a_whole_calendar_month_does_not_begin_a_new_run() -> None:
    # 16 March to 30 April holds all of April: a new run. 16 March to 29 April does not.
    broken = case(1, spell("2018-11-01", "2019-03-15"), spell("2019-05-01"), samtaler=talks(*SIX))
    whole = case(2, spell("2018-11-01", "2019-03-15"), spell("2019-04-30"), samtaler=talks(*SIX))
    assert (0, 0) == raw([broken], "samtaledata", "2019-06")
    assert (0, 1) == raw([whole], "samtaledata", "2019-06")  # five since 1 November


@pytest.mark.parametrize(
    "talk",
    [
        {"status": "udeblevet"},
        {"status": "aflyst"},
        {"status": "indkaldt"},
        {"status": "tilbudt"},
        {"form": "standby"},
        {"art": "cv-samtale"},
        {"art": "raadighedssamtale"},
        {"art": "informationsmoede"},
        {"art": "gruppemoede"},
        {"art": "anden"},
        {"annulleret": True},
        {"art": "opfoelgningssamtale"},
    ],
    ids=str,
)
def test_what_is_no_interview_of_the_contact_course(talk: dict[str, object]) -> None:
    cases = [case(1, spell("2018-12-01"), samtaler=talks("2019-02-01", **talk))]
    assert (0, 1) == raw(cases, "samtaledata", "2019-06", needed={"dagpengemodtager": 1})


@pytest.mark.parametrize(
    "talk", [{"form": "telefon"}, {"form": "brev"}, {"art": "faelles-jobsamtale"}, {"holdt_af": "a-kasse"}], ids=str
)
def test_what_is_an_interview_of_the_contact_course(talk: dict[str, object]) -> None:
    cases = [case(1, spell("2018-12-01"), samtaler=talks("2019-02-01", **talk))]
    assert (1, 1) == raw(cases, "samtaledata", "2019-06", needed={"dagpengemodtager": 1})


def test_a_corrected_interview_counts_once_and_on_its_new_day() -> None:
    records = (*talks("2018-11-30", noegle="a"), *talks("2018-12-01", noegle="b", erstatter="a"))
    cases = [case(1, spell("2018-12-01"), samtaler=records)]
    assert (1, 1) == raw(cases, "samtaledata", "2019-06", needed={"dagpengemodtager": 1})
    assert (0, 1) == raw(cases, "samtaledata", "2019-06", needed={"dagpengemodtager": 2})


@pytest.mark.parametrize(
    ("group", "benefit", "needed"),
    [
        ("dagpengemodtager", "dagpenge", 6),
        ("jobparat", "kontanthjaelp", 3),
        ("aktivitetsparat", "kontanthjaelp", 1),
        ("uddannelsesparat", "uddannelseshjaelp", 3),
        ("aabenlyst-uddannelsesparat", "uddannelseshjaelp", 1),
        ("aktivitetsparat-ung", "uddannelseshjaelp", 3),
        ("sygedagpengemodtager", "sygedagpenge", 5),
        ("ressourceforloeb", "ressourceforloebsydelse", 3),
        ("jobafklaring", "ressourceforloebsydelse", 3),
        ("revalidend", "revalideringsydelse", 2),
        ("ledighedsydelse", "ledighedsydelse", 2),
    ],
)
def test_the_number_that_samtaledata_asks_of_each_group(group: str, benefit: str, needed: int) -> None:
    days = ["2019-01-10", "2019-02-10", "2019-03-10", "2019-04-10", "2019-05-10", "2019-06-10"]
    enough = case(1, spell("2018-12-01", None, group, benefit), samtaler=talks(*days[:needed]))
    short = case(2, spell("2018-12-01", None, group, benefit), samtaler=talks(*days[: needed - 1]))
    assert (1, 2) == raw([enough, short], "samtaledata", "2019-06")
    assert (group != "dagpengemodtager") == d.SAMTALEDATA_N[group].udledt


def test_sickness_category_1_is_not_in_samtaledata_and_its_talks_are_not_follow_ups() -> None:
    first = case(1, spell("2018-12-01", None, "sygedagpengemodtager", "sygedagpenge", kategori=1))
    second = case(
        2,
        spell("2018-12-01", None, "sygedagpengemodtager", "sygedagpenge", kategori=2),
        samtaler=talks("2019-01-20", art="opfoelgningssamtale"),
    )
    assert (1, 1) == raw([first, second], "samtaledata", "2019-06", needed={"sygedagpengemodtager": 1})


# --- Varde, suppression, nobody --------------------------------------------------------------------------------------


def test_only_39_of_vardes_87_people_give_the_published_45_per_cent() -> None:
    assert [39] == [n for n in range(88) if decimals(Fraction(100 * n, 87), 0) == "45"]


def test_vardes_87_people_of_whom_39_had_six_interviews() -> None:
    cases = [
        case(
            i,
            spell("2018-12-01"),
            samtaler=talks("2018-12-10", "2019-01-10", "2019-02-10", "2019-03-10", "2019-04-10", "2019-05-10")
            if i < 39
            else (),
        )
        for i in range(87)
    ]
    row = one(count(cases, "samtaledata", "2019-06"), gruppe="dagpengemodtager")
    assert (39, 87, "44.83") == (row.taeller, row.naevner, decimals(row.andel))


@pytest.mark.parametrize(("people", "hidden"), [(9, "under-10"), (10, "")])
def test_nine_people_are_hidden_and_ten_are_shown(people: int, hidden: str) -> None:
    row = one(count([case(i, spell("2018-12-01")) for i in range(people)], "samtaledata", "2019-06"), gruppe="alle")
    assert hidden == row.skjult
    assert (None if hidden else people) == row.naevner
    assert (None if hidden else Fraction(0)) == row.andel
    assert hidden == "" or row.taeller is None


def test_nobody_in_the_band_has_a_row_without_a_share() -> None:
    cases = [case(i, spell("2018-12-01")) for i in range(10)]
    row = one(count(cases, "samtaledata", "2019-04", "2019-06"), gruppe="dagpengemodtager", periode="2019-04")
    assert (0, 0, None, "") == (row.taeller, row.naevner, row.andel, row.skjult)


def test_a_single_hidden_group_is_not_to_be_found_by_subtraction() -> None:
    cells = {"jobparat": (1, 9, 0), "dagpengemodtager": (2, 10, 0), "alle": (3, 19, 0)}
    assert {"jobparat": "under-10", "alle": "ville-afsloere"} == hide(cells, total_is_the_measure=False)
    assert {"jobparat": "under-10", "dagpengemodtager": "ville-afsloere"} == hide(cells, total_is_the_measure=True)
    three = {**cells, "revalidend": (0, 12, 0), "alle": (3, 31, 0)}
    assert {"jobparat": "under-10", "dagpengemodtager": "ville-afsloere"} == hide(three, total_is_the_measure=False)
    two = {"jobparat": (1, 9, 0), "revalidend": (1, 4, 0), "dagpengemodtager": (2, 10, 0), "alle": (4, 23, 0)}
    assert {"jobparat": "under-10", "revalidend": "under-10"} == hide(two, total_is_the_measure=False)


# --- fælles samtaler -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fra", "joint", "expected"),
    [
        ("2019-05-17", "2019-05-20", (1, 1)),  # 1½ months back from the month's end: 1 June, and 15 days
        ("2019-05-18", "2019-05-20", (0, 0)),  # a day short
        ("2019-04-01", "2019-05-20", (1, 1)),  # three months to the day
        ("2018-10-01", "2018-12-31", (0, 1)),  # band 6-9: the day before three months does not count
        ("2018-10-01", "2019-01-01", (1, 1)),  # three months
        ("2018-03-01", "2018-11-30", (0, 1)),  # band 16-20: the day before nine months
        ("2018-03-01", "2018-12-01", (1, 1)),
        ("2018-10-01", "2019-06-30", (1, 1)),  # on the last day of the month
        ("2018-10-01", "2019-07-01", (0, 1)),
        ("2018-08-01", "2019-01-01", (0, 0)),  # eleven months: in none of the bands
    ],
)
def test_joint_interviews_in_the_three_bands_at_the_end_of_june_2019(
    fra: str, joint: str, expected: tuple[int, int]
) -> None:
    cases = [case(1, spell(fra), samtaler=talks(joint, art="faelles-jobsamtale"))]
    assert expected == raw(cases, "faelles-samtaler", "2019-06")


@pytest.mark.parametrize(
    ("talk", "hit"),
    [
        ({"art": "faelles-jobsamtale"}, 1),
        ({"art": "faelles-jobsamtale", "a_kasse_deltog": False}, 0),
        ({"art": "jobsamtale", "a_kasse_deltog": True}, 1),
        ({"art": "jobsamtale", "holdt_af": "a-kasse"}, 0),
    ],
    ids=str,
)
def test_when_an_interview_is_joint(talk: dict[str, object], hit: int) -> None:
    assert (hit, 1) == raw(
        [case(1, spell("2019-04-15"), samtaler=talks("2019-05-20", **talk))], "faelles-samtaler", "2019-06"
    )


# --- passivandel -----------------------------------------------------------------------------------------------------


def offer(fra: str, til: str | None, art: str = "virksomhedspraktik", **more: Any) -> Tilbud:
    return Tilbud(art=art, fra=day(fra), til=day(til) if til else None, **more)


@pytest.mark.parametrize(
    ("given", "passive"),
    [
        (offer("2018-06-01", "2018-06-30"), 1),  # ended the day before the window of twelve months
        (offer("2018-06-01", "2018-07-01"), 0),
        (offer("2019-06-30", None), 0),
        (offer("2019-07-01", None), 1),  # after the month
        (offer("2019-01-01", "2019-02-01", "mentor"), 1),
        (offer("2019-01-01", "2019-02-01", "jobrettet-uddannelse"), 1),
        (offer("2019-01-01", "2019-02-01", status="annulleret"), 1),
        (offer("2019-01-01", "2019-01-03", status="afbrudt"), 0),
        (offer("2019-01-01", "2019-02-01", "oevrig-vejledning-opkvalificering"), 0),
    ],
)
def test_passive_without_an_offer_in_the_last_twelve_months_of_june_2019(given: Tilbud, passive: int) -> None:
    assert (passive, 1) == raw([case(1, spell("2018-07-01"), tilbud=(given,))], "passivandel", "2019-06", "tilbud-12")


def test_the_wider_passive_measure_counts_an_interview_too() -> None:
    cases = [
        case(1, spell("2018-07-01"), samtaler=talks("2018-07-01")),
        case(2, spell("2018-07-01"), samtaler=talks("2019-07-01")),
    ]
    assert (2, 2) == raw(cases, "passivandel", "2019-06", "tilbud-12")
    assert (1, 2) == raw(cases, "passivandel", "2019-06", "tilbud-samtale-12")


@pytest.mark.parametrize(
    ("fra", "windows"),
    [
        ("2018-07-01", {"12", "9", "6", "3", "1,5"}),
        ("2018-07-02", {"9", "6", "3", "1,5"}),
        ("2019-05-17", {"1,5"}),
        ("2019-05-18", set()),
    ],
)
def test_a_window_asks_for_as_long_on_the_benefit(fra: str, windows: set[str]) -> None:
    tally = Tally((read_month("2019-06"),), ("passivandel",), Options())
    tally.add(from_case(case(1, spell(fra)), d.POOLED_BENEFITS))
    assert windows == {k.variant.removeprefix("tilbud-") for k in tally.sums.figures if "samtale" not in k.variant}


# --- the two targets -------------------------------------------------------------------------------------------------


def target_case(number: int, **more: Any) -> Sag:
    return case(number, spell("2022-01-01", None, "jobparat", "kontanthjaelp"), **more)


@pytest.mark.parametrize(
    ("fra", "people"), [("2022-12-01", 1), ("2022-12-02", 0)], ids=["twelve months to the day", "a day short"]
)
def test_the_targets_take_spells_of_at_least_twelve_months(fra: str, people: int) -> None:
    cases = [case(1, spell(fra, None, "jobparat", "kontanthjaelp"))]
    assert (people, people) == raw(cases, "fokusmaal-samtaler", "2023-11")


def test_the_targets_pool_the_listed_benefits() -> None:
    pooled = case(1, spell("2022-12-01", "2023-04-30"), spell("2023-05-15", None, "jobparat", "kontanthjaelp"))
    broken = case(2, spell("2022-12-01", "2023-04-30"), spell("2023-06-01", None, "jobparat", "kontanthjaelp"))
    pension = case(3, spell("2022-01-01", None, "foertidspensionist", "foertidspension"))
    assert (1, 1) == raw([pooled, broken, pension], "fokusmaal-samtaler", "2023-11")


@pytest.mark.parametrize(
    ("dates", "fails"),
    [
        (("2022-12-01", "2023-03-01", "2023-06-01", "2023-11-30"), 0),  # four, on the first and the last day
        (("2022-12-01", "2023-03-01", "2023-06-01"), 1),
        (("2022-11-30", "2023-03-01", "2023-06-01", "2023-11-30"), 1),  # the first lies before the window
        (("2022-12-01", "2023-03-01", "2023-06-01", "2023-12-01"), 1),  # the last lies after it
    ],
)
def test_four_interviews_in_twelve_months_pass_and_three_fail(dates: tuple[str, ...], fails: int) -> None:
    assert (fails, 1) == raw([target_case(1, samtaler=talks(*dates))], "fokusmaal-samtaler", "2023-11")


def shares(bad: int, people: int, month: str) -> Figure:
    four = talks(*(f"{month[:4]}-{m:02d}-05" for m in (1, 2, 3, 4)))
    cases = [target_case(i, samtaler=() if i < bad else four) for i in range(people)]
    return one(count(cases, "fokusmaal-samtaler", month), gruppe="alle")


def test_exactly_20_per_cent_fails_below_20_and_a_hair_less_passes() -> None:
    exact = shares(4, 20, "2023-11")
    assert (Fraction(20), False) == (exact.andel, exact.graense_opfyldt)
    less = shares(19, 96, "2023-11")
    assert ("19.79", True) == (decimals(less.andel), less.graense_opfyldt)


def test_the_limit_of_the_offer_target_rose_to_30_on_22_march_2023() -> None:
    for when, limit in (("2023-03-21", 20), ("2023-03-22", 30), ("2025-07-01", 30)):
        assert (Fraction(limit), False) == within_limit(d.TARGET_OFFERS, Fraction(limit), day(when))
    assert (None, None) == within_limit(d.TARGET_OFFERS, Fraction(1), day("2019-12-31"))


def job(fra: str, til: str, hours: str) -> Beskaeftigelse:
    return Beskaeftigelse(fra=day(fra), til=day(til), timer_pr_uge=Decimal(hours))


@pytest.mark.parametrize(
    ("work", "fails"),
    [
        (job("2022-02-07", "2022-03-20", "37.5"), 0),  # six weeks of 37.5: 225.0
        (job("2022-02-07", "2022-03-20", "37.49"), 1),  # 224.94
        (job("2022-02-07", "2022-03-18", "37.5"), 0),  # to the Friday
        (job("2022-02-07", "2022-03-17", "37.5"), 1),  # 217.5
    ],
)
def test_225_hours_of_ordinary_work_pass_before_22_march_2023(work: Beskaeftigelse, fails: int) -> None:
    assert (fails, 1) == raw([target_case(1, beskaeftigelse=(work,))], "fokusmaal-tilbud", "2022-12")


@pytest.mark.parametrize(
    ("work", "fails"),
    [
        (job("2024-02-05", "2024-03-10", "20"), 0),  # five weeks of 20: 100.0
        (job("2024-02-05", "2024-03-10", "19.99"), 1),
        (job("2024-02-05", "2024-03-07", "20"), 1),  # 24 days: 96
    ],
)
def test_100_hours_pass_from_22_march_2023(work: Beskaeftigelse, fails: int) -> None:
    assert (fails, 1) == raw([target_case(1, beskaeftigelse=(work,))], "fokusmaal-tilbud", "2024-12")


@pytest.mark.parametrize(
    ("work", "fails"),
    [
        # The window is 1 December 2022 to 30 November 2023.
        ((job("2023-01-02", "2023-02-05", "20"),), 1),  # 100 hours before the change: 225 were asked
        ((job("2023-01-02", "2023-02-12", "37.5"),), 0),  # 225 before it
        ((job("2023-04-03", "2023-05-07", "20"),), 0),  # 100 after it
        ((job("2023-01-02", "2023-01-29", "37.5"), job("2023-04-03", "2023-04-30", "20")), 0),  # 150 + 80: 230 in all
        ((job("2023-01-02", "2023-01-29", "30"), job("2023-04-03", "2023-04-30", "20")), 1),  # 120 + 80: 200 in all
    ],
)
def test_hours_in_a_window_across_22_march_2023(work: tuple[Beskaeftigelse, ...], fails: int) -> None:
    assert (fails, 1) == raw([target_case(1, beskaeftigelse=work)], "fokusmaal-tilbud", "2023-11")


@pytest.mark.parametrize(
    ("choice", "fails"), [("strengeste-hele-vinduet", 1), ("hver-del", 1), ("forholdsmaessigt", 0)]
)
def test_the_readings_of_hours_across_the_change(choice: str, fails: int) -> None:
    # 120 / 225 + 80 / 100 is more than 1; neither part is enough alone, and 200 is not 225.
    work = (job("2023-01-02", "2023-01-29", "30"), job("2023-04-03", "2023-04-30", "20"))
    cases = [target_case(1, beskaeftigelse=work)]
    assert (fails, 1) == raw(cases, "fokusmaal-tilbud", "2023-11", choices={"timer-over-skiftet": choice})


GUIDANCE = "oevrig-vejledning-opkvalificering"


@pytest.mark.parametrize(
    ("fra", "til", "fails"),
    [("2023-03-21", "2023-03-21", 0), ("2023-03-22", "2023-04-30", 1), ("2023-03-21", "2023-04-30", 0)],
)
def test_an_offer_of_section_91_counts_to_and_including_21_march_2023(fra: str, til: str, fails: int) -> None:
    assert (fails, 1) == raw([target_case(1, tilbud=(offer(fra, til, GUIDANCE),))], "fokusmaal-tilbud", "2023-11")


def test_an_offer_of_section_91_that_ran_on_past_the_change_does_not_count_in_a_window_after_it() -> None:
    cases = [target_case(1, tilbud=(offer("2023-03-01", "2023-05-31", GUIDANCE),))]
    assert (0, 1) == raw(cases, "fokusmaal-tilbud", "2024-02")  # the window begins on 1 March 2023
    assert (1, 1) == raw(cases, "fokusmaal-tilbud", "2024-03")  # on 1 April


@pytest.mark.parametrize(
    ("group", "benefit", "fails"),
    [
        ("uddannelsesparat", "uddannelseshjaelp", 0),
        ("aabenlyst-uddannelsesparat", "uddannelseshjaelp", 0),
        ("aktivitetsparat-ung", "overgangsydelse", 0),
        ("aktivitetsparat", "kontanthjaelp", 1),
        ("dagpengemodtager", "dagpenge", 1),
    ],
)
def test_section_91_goes_on_for_groups_4_and_5(group: str, benefit: str, fails: int) -> None:
    cases = [case(1, spell("2022-01-01", None, group, benefit), tilbud=(offer("2023-05-01", "2023-06-01", GUIDANCE),))]
    assert (fails, 1) == raw(cases, "fokusmaal-tilbud", "2023-11")


def test_the_list_of_benefits_lost_two_on_1_july_2025() -> None:
    cases = [case(1, spell("2024-01-01", None, "uddannelsesparat", "uddannelseshjaelp"))]
    assert (1, 1) == raw(cases, "fokusmaal-samtaler", "2025-06")
    assert (0, 0) == raw(cases, "fokusmaal-samtaler", "2025-07")


def test_no_target_before_2020() -> None:
    cases = [case(i, spell("2018-01-01")) for i in range(10)]
    assert ["2020-01", "2020-01"] == [r.periode for r in count(cases, "fokusmaal-samtaler", "2019-12", "2020-01")]


def reasons(cases: list[Sag], measure: str, month: str, **options: Any) -> list[tuple[str, str, str]]:
    """Case, variant and why, of those behind the figure."""
    tally = Tally((read_month(month),), (measure,), Options(**options), list_cases=True)
    for c in cases:
        tally.add(from_case(c, d.POOLED_BENEFITS))
    return [(b.case_id, b.key.variant, b.reason) for b in tally.sums.behind]


@pytest.mark.parametrize(
    ("hours", "said"),
    [("37.49", "224,9"), ("37.4916", "224,9"), ("37.4917", "225,0"), ("0.4", "2,4"), ("5", "30,0")],
)
def test_the_hours_behind_the_target_are_told_with_one_decimal_halves_upwards(hours: str, said: str) -> None:
    # Six weeks; 6 times 37.4916 is 224.9496, and 6 times 37.4917 is 224.9502.
    cases = [target_case(1, beskaeftigelse=(job("2022-02-07", "2022-03-20", hours),))]
    assert [("S1", "samlet", f"intet tilbud, {said} ordinære timer")] == reasons(cases, "fokusmaal-tilbud", "2022-12")


def test_who_pulls_a_figure_the_wrong_way_is_listed_and_nobody_else() -> None:
    six = talks("2019-01-01", "2019-01-02", "2019-01-03", "2019-01-04", "2019-01-07", "2019-06-30")
    cases = [case(1, spell("2018-12-01"), samtaler=six), case(2, spell("2018-12-01"), samtaler=six[:5])]
    assert [("S2", "6-9", "5 af 6 samtaler")] == reasons(cases, "samtaledata", "2019-06")
    four = talks("2022-12-01", "2023-03-01", "2023-06-01", "2023-11-30")
    cases = [target_case(1, samtaler=four), target_case(2, samtaler=four[1:]), target_case(3)]
    assert [("S2", "samlet", "3 af 4 samtaler"), ("S3", "samlet", "0 af 4 samtaler")] == reasons(
        cases, "fokusmaal-samtaler", "2023-11"
    )
    cases = [
        target_case(1, tilbud=(offer("2023-05-01", None),)),
        target_case(2),
        target_case(3, beskaeftigelse=(job("2023-04-03", "2023-05-07", "20"),)),
    ]
    assert [("S2", "samlet", "intet tilbud, ingen ordinære timer")] == reasons(cases, "fokusmaal-tilbud", "2023-11")


def test_who_was_passive_is_listed_with_what_was_missing() -> None:
    cases = [
        case(1, spell("2019-05-17"), samtaler=talks("2019-06-03")),
        case(2, spell("2019-05-17")),
        case(3, spell("2019-05-17"), tilbud=(offer("2019-06-01", None),)),
    ]
    narrow, wide = "intet aktivt tilbud i vinduet", "hverken tilbud eller samtale i vinduet"
    assert [("S1", "tilbud-1,5", narrow), ("S2", "tilbud-1,5", narrow), ("S2", "tilbud-samtale-1,5", wide)] == reasons(
        cases, "passivandel", "2019-06"
    )


def test_nobody_is_listed_unless_the_cases_are_asked_for() -> None:
    tally = Tally((read_month("2019-06"),), ("samtaledata",), Options())
    tally.add(from_case(case(1, spell("2018-12-01")), d.POOLED_BENEFITS))
    assert [] == tally.sums.behind


DIRECT = ("samtaledata", "faelles-samtaler", "passivandel", "fokusmaal-tilbud", "fokusmaal-samtaler", "tidlig-indsats")


@pytest.mark.parametrize("measure", DIRECT)
def test_what_counts_the_records_themselves_is_never_undetermined(measure: str) -> None:
    months = tuple(range(read_month("2021-01"), read_month("2023-12") + 1))
    tally = Tally(months, (measure,), Options(needed={"dagpengemodtager": 4}))
    some = {
        "samtaler": talks("2021-02-01", "2021-03-01", "2021-04-01", "2021-05-03", art="faelles-jobsamtale"),
        "tilbud": (offer("2021-05-03", "2021-06-04"),),
        "beskaeftigelse": (job("2021-05-03", "2021-10-01", "37"),),
    }
    for c in (
        case(1, spell("2021-01-04"), **some),
        case(2, spell("2021-01-04")),
        case(3, spell("2021-01-04"), beskaeftigelse=some["beskaeftigelse"]),
    ):
        tally.add(from_case(c, d.POOLED_BENEFITS))
    assert {0} == {undetermined for _, _, undetermined in tally.sums.figures.values()}
    assert any(hits for hits, _, _ in tally.sums.figures.values())
    assert any(hits < people for hits, people, _ in tally.sums.figures.values())


def test_joint_interviews_are_counted_of_dagpenge_alone() -> None:
    other = case(
        1, spell("2019-04-15", None, "jobparat", "kontanthjaelp"), samtaler=talks("2019-05-20", a_kasse_deltog=True)
    )
    assert (0, 0) == raw([other], "faelles-samtaler", "2019-06")


def test_an_offer_or_job_after_the_window_does_not_count() -> None:
    later = target_case(1, tilbud=(offer("2023-12-01", None),))
    worked = target_case(2, beskaeftigelse=(job("2023-12-01", "2024-03-01", "37"),))
    assert (2, 2) == raw([later, worked], "fokusmaal-tilbud", "2023-11")
    # an earlier one that is no offer of these chapters does not hide the one that follows it
    both = target_case(3, tilbud=(offer("2023-01-01", "2023-02-01", "mentor"), offer("2023-05-01", None)))
    assert (0, 1) == raw([both], "fokusmaal-tilbud", "2023-11")


@pytest.mark.parametrize(
    ("choice", "before", "after", "fails"),
    [
        ("hver-del", "45", "0.01", 0),  # five weeks of 45: exactly 225 before
        ("hver-del", "44.99", "0.01", 1),
        ("hver-del", "0.01", "20", 0),  # five weeks of 20: exactly 100 after
        ("hver-del", "0.01", "19.99", 1),
        ("forholdsmaessigt", "22.5", "10", 0),  # a half and a half
        ("forholdsmaessigt", "22.5", "9.99", 1),
        ("strengeste-hele-vinduet", "25", "20", 0),
        ("strengeste-hele-vinduet", "25", "19.99", 1),  # 125 and 99.95
        ("strengeste-hele-vinduet", "25.01", "19.99", 0),  # 225.00 in all
    ],
)
def test_the_edges_of_the_readings_of_hours_across_the_change(choice: str, before: str, after: str, fails: int) -> None:
    work = (job("2023-01-02", "2023-02-05", before), job("2023-04-03", "2023-05-07", after))
    cases = [target_case(1, beskaeftigelse=work)]
    assert (fails, 1) == raw(cases, "fokusmaal-tilbud", "2023-11", choices={"timer-over-skiftet": choice})


@pytest.mark.parametrize(("til", "fails"), [("2022-11-30", 1), ("2022-12-01", 0)])
def test_an_offer_that_ended_on_the_first_day_of_the_window_counts(til: str, fails: int) -> None:
    cases = [target_case(1, tilbud=(offer("2022-10-03", til),))]
    assert (fails, 1) == raw(cases, "fokusmaal-tilbud", "2023-11")


@pytest.mark.parametrize(("hours", "fails"), [("100", 0), ("99.9", 1)])
def test_each_day_of_a_week_across_the_change_is_counted_once(hours: str, fails: int) -> None:
    # 125 hours, and a week of which Monday and Tuesday lie before the change: 225.0 or 224.9 in all.
    work = (job("2023-01-02", "2023-02-05", "25"), job("2023-03-20", "2023-03-24", hours))
    cases = [target_case(1, beskaeftigelse=work)]
    assert (fails, 1) == raw(cases, "fokusmaal-tilbud", "2023-11")
    said = [("S1", "samlet", "intet tilbud, 224,9 ordinære timer")] if fails else []
    assert said == reasons(cases, "fokusmaal-tilbud", "2023-11")


@pytest.mark.parametrize(
    ("fra", "til", "fails"),
    [
        ("2023-02-14", "2023-03-21", 1),  # 26 weekdays before the change: 104 hours of the 225
        ("2023-03-22", "2023-04-25", 0),  # 25 weekdays from the change on: exactly 100
        ("2023-03-21", "2023-04-24", 1),  # the first of the 25 lies before it: 96 after, 100 in all
    ],
)
def test_the_day_of_the_change_belongs_to_the_new_hours(fra: str, til: str, fails: int) -> None:
    assert (fails, 1) == raw([target_case(1, beskaeftigelse=(job(fra, til, "20"),))], "fokusmaal-tilbud", "2023-11")


# --- means -----------------------------------------------------------------------------------------------------------


def test_march_to_june_2020_are_left_out_of_the_yearly_mean() -> None:
    # Ten people; all have four interviews in every window but those that end in March to June 2020.
    early = talks("2019-01-05", "2019-01-25", "2019-02-05", "2019-02-26")  # in the windows that end in January 2020
    cases = [case(i, spell("2018-01-01"), samtaler=early) for i in range(10)]
    rows = count(cases, "fokusmaal-samtaler", "2020-01", "2020-12")
    year = one(rows, gruppe="alle", periode="2020")
    # January's window is 1 February 2019 on: two interviews. So every month fails; eight months are meaned.
    assert (8, Fraction(100)) == (year.maaneder, year.andel)
    assert 12 == len([r for r in rows if r.gruppe == "alle" and len(r.periode) == 7])


def test_the_mean_is_the_mean_of_the_months_shares() -> None:
    # June: 10 people, none met. July: 20 people, ten met (50 per cent). The mean of 0 and 50, not 10 of 30.
    late = talks("2019-07-01", "2019-07-02", "2019-07-03", "2019-07-04", "2019-07-05", "2019-07-08")
    cases = [case(i, spell("2018-12-01")) for i in range(10)]
    cases += [case(100 + i, spell("2019-01-15"), samtaler=late) for i in range(10)]
    rows = count(cases, "samtaledata", "2019-06", "2019-07")
    assert [Fraction(0), Fraction(50), Fraction(25)] == [r.andel for r in rows if r.gruppe == "alle"]
    assert ["2019-06", "2019-07", "2019-06/2019-07"] == [r.periode for r in rows if r.gruppe == "alle"]


# --- tidlig indsats --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "hit"),
    [
        (("2021-02-01", "2021-03-01", "2021-04-01", "2021-07-04"), 1),
        (("2021-02-01", "2021-03-01", "2021-04-01", "2021-07-05"), 0),
    ],
)
def test_four_interviews_by_six_months(dates: tuple[str, ...], hit: int) -> None:
    # From 4 January 2021, six months on 4 July 2021.
    cases = [case(1, spell("2021-01-04", None, "jobparat", "kontanthjaelp"), samtaler=talks(*dates))]
    assert (hit, 1) == raw(cases, "tidlig-indsats", "2021-07", "samtaler")
    assert (0, 0) == raw(cases, "tidlig-indsats", "2021-06", "samtaler")


def test_who_leaves_the_day_before_six_months_does_not_reach_them() -> None:
    cases = [case(1, spell("2021-01-04", "2021-07-03", "jobparat", "kontanthjaelp"))]
    assert (0, 0) == raw(cases, "tidlig-indsats", "2021-07", "samtaler")


def test_the_offer_is_asked_of_groups_with_the_duty_only() -> None:
    job_ready = case(
        1, spell("2021-01-04", None, "jobparat", "kontanthjaelp"), tilbud=(offer("2021-07-04", "2021-07-20"),)
    )
    sick = case(2, spell("2021-01-04", None, "sygedagpengemodtager", "sygedagpenge", kategori=2))
    assert (1, 1) == raw([job_ready, sick], "tidlig-indsats", "2021-07", "tilbud")
    assert (0, 2) == raw([job_ready, sick], "tidlig-indsats", "2021-07", "samtaler")


@pytest.mark.parametrize(("first", "hit"), [("2021-01-03", 0), ("2021-01-04", 1)])
def test_interviews_before_the_benefit_are_not_of_the_six_months(first: str, hit: int) -> None:
    dates = talks(first, "2021-03-01", "2021-04-01", "2021-07-04")
    cases = [case(1, spell("2021-01-04", None, "jobparat", "kontanthjaelp"), samtaler=dates)]
    assert (hit, 1) == raw(cases, "tidlig-indsats", "2021-07", "samtaler")


def test_six_months_are_counted_in_the_group_of_that_day() -> None:
    # Six months on 4 July: the last day of the first group, or the first day of the second.
    for last, second, group in (("2021-07-04", "2021-07-05", "jobparat"), ("2021-07-03", "2021-07-04", "revalidend")):
        moved = case(
            1,
            spell("2021-01-04", last, "jobparat", "kontanthjaelp"),
            spell(second, None, "revalidend", "kontanthjaelp"),
        )
        tally = Tally((read_month("2021-07"),), ("tidlig-indsats",), Options())
        tally.add(from_case(moved, d.POOLED_BENEFITS))
        assert {group} == {k.group for k in tally.sums.figures}


def test_who_is_on_another_benefit_that_day_does_not_reach_six_months_of_the_first() -> None:
    moved = case(1, spell("2021-01-04", "2021-03-31", "jobparat", "kontanthjaelp"), spell("2021-04-01"))
    assert (0, 0) == raw([moved], "tidlig-indsats", "2021-07")
    assert (0, 1) == raw([moved], "tidlig-indsats", "2021-10", "samtaler")


@pytest.mark.parametrize(("kategori", "people"), [(1, 0), (2, 1)])
def test_sickness_category_1_is_not_in_the_early_effort(kategori: int, people: int) -> None:
    sick = case(1, spell("2021-01-04", None, "sygedagpengemodtager", "sygedagpenge", kategori=kategori))
    assert (0, people) == raw([sick], "tidlig-indsats", "2021-07", "samtaler")


def test_the_first_and_the_last_month_of_the_span_are_in_the_early_effort() -> None:
    cases = [case(i, spell(f"2021-0{i}-04")) for i in (1, 2, 3, 4, 5)]  # six months in July to November
    rows = count(cases, "tidlig-indsats", "2021-08", "2021-10")
    assert ["2021-08", "2021-09", "2021-10"] == sorted({r.periode for r in rows if len(r.periode) == 7})
    tally = Tally(tuple(range(read_month("2021-08"), read_month("2021-10") + 1)), ("tidlig-indsats",), Options())
    for c in cases:
        tally.add(from_case(c, d.POOLED_BENEFITS))
    assert {"2021-08", "2021-09", "2021-10"} == {month_text(k.month) for k in tally.sums.figures}


def test_what_was_missing_at_six_months_is_told() -> None:
    cases = [case(1, spell("2021-01-04"), samtaler=talks("2021-02-01"))]
    assert [
        ("S1", "samtaler", "1 af 4 samtaler"),
        ("S1", "tilbud", "intet tilbud inden 6 måneder"),
    ] == reasons(cases, "tidlig-indsats", "2021-07")


# --- sums ------------------------------------------------------------------------------------------------------------


def test_sums_that_are_added_are_the_sums_of_all() -> None:
    cases = [case(i, spell("2018-12-01"), samtaler=talks(*SIX) if i % 2 else ()) for i in range(7)]

    def counted(some: list[Sag]) -> Sums:
        tally = Tally(
            (read_month("2019-06"),), ("samtaledata",), Options(needed={"dagpengemodtager": 4}), list_cases=True
        )
        for c in some:
            tally.add(from_case(c, d.POOLED_BENEFITS))
        return tally.sums

    total = Sums()
    for some in (cases[:3], cases[3:]):
        total.merge(counted(some))
    assert counted(cases) == total
    assert (7, [[3, 7, 0]]) == (total.cases, list(total.figures.values()))
    assert ["S0", "S2", "S4", "S6"] == [b.case_id for b in total.behind]


# --- municipality ----------------------------------------------------------------------------------------------------


def test_the_spells_municipality_comes_before_the_cases() -> None:
    cases = [case(i, spell("2018-12-01", kommune="992")) for i in range(10)] + [
        case(100 + i, spell("2018-12-01")) for i in range(11)
    ]
    rows = count(cases, "samtaledata", "2019-06")
    assert {"991": 11, "992": 10} == {r.kommune: r.naevner for r in rows if r.gruppe == "alle"}
