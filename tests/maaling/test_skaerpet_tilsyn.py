"""The stages of the supervision over years, each way through them by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kontaktforloeb.maaling.skaerpet_tilsyn import Stage, YearResult, half_way, stages


def year(
    aar: int, tilbud: float | str, samtaler: float | str, faktisk: str = "18", forventet: str = "17"
) -> YearResult:
    return YearResult(
        aar=aar,
        faktisk=Fraction(faktisk),
        forventet=Fraction(forventet),
        tilbud=Fraction(str(tilbud)),
        samtaler=Fraction(str(samtaler)),
    )


def names(*years: YearResult, **how: str) -> list[str]:
    return [s.trin for s in stages(years, **how)]


@pytest.mark.parametrize(
    ("result", "stage"),
    [
        (year(2023, 30, 10), "omfattet"),  # exactly 30 is not below 30
        (year(2023, "29.99", "19.99"), "ikke-omfattet"),
        (year(2023, 10, 20), "omfattet"),
        (year(2023, 40, 40, "17", "17"), "ikke-omfattet"),  # the benefit share does not exceed the expected one
        (year(2023, 40, 40, "17.01", "17"), "omfattet"),
        (year(2020, 40, 40), "ikke-omfattet"),  # the first results that could select are of 2021
        (year(2021, 40, 10), "ikke-omfattet"),  # the offer target could not select for 2021 and 2022
        (year(2022, 40, 10), "ikke-omfattet"),
        (year(2022, 10, 20), "omfattet"),
        (year(2024, 30, 10), "omfattet"),
    ],
)
def test_who_comes_under_the_supervision(result: YearResult, stage: str) -> None:
    assert [stage] == names(result)


def test_section_6_read_as_both_targets() -> None:
    assert ["ikke-omfattet"] == names(year(2023, 40, 10), targets="begge")
    assert ["omfattet"] == names(year(2023, 40, 20), targets="begge")


def test_out_when_both_targets_are_kept_the_year_after() -> None:
    assert ["omfattet", "ophoert"] == names(year(2023, 40, 30), year(2024, "29.9", "19.9"))


def test_out_does_not_ask_about_the_benefit_share() -> None:
    assert ["omfattet", "ophoert"] == names(year(2023, 40, 30), year(2024, 20, 10, "25", "17"))


@pytest.mark.parametrize(
    ("second", "stage"),
    [
        (35, "forlaenget"),  # from 40 to 30 are 10 points; 5 of them are half
        ("35.01", "saerligt-krav"),
        (40, "saerligt-krav"),
        (50, "saerligt-krav"),
    ],
)
def test_half_of_the_required_progress_gives_twelve_months_more(second: float, stage: str) -> None:
    assert ["omfattet", stage] == names(year(2023, 40, 10), year(2024, second, 10))


def test_half_is_asked_on_each_failed_target() -> None:
    before, now = year(2023, 40, 40), year(2024, 30, 31)  # offers all the way, interviews 9 of 20
    assert not half_way(before, now)
    assert half_way(before, now, "samlet")  # 19 of 30


def test_a_target_that_fails_anew_is_no_progress() -> None:
    assert ["omfattet", "saerligt-krav"] == names(year(2023, 40, 10), year(2024, 20, 25))


def test_after_the_extension_there_is_no_second_one() -> None:
    assert ["omfattet", "forlaenget", "saerligt-krav"] == names(
        year(2023, 40, 10), year(2024, 35, 10), year(2025, 31, 10)
    )
    assert ["omfattet", "forlaenget", "ophoert"] == names(year(2023, 40, 10), year(2024, 35, 10), year(2025, 29, 10))


def test_the_special_requirement_lasts_until_the_targets_are_kept() -> None:
    found = names(year(2023, 40, 10), year(2024, 39, 10), year(2025, 35, 10), year(2026, 29, 10), year(2027, 35, 10))
    assert ["omfattet", "saerligt-krav", "saerligt-krav", "ophoert", "omfattet"] == found


def demand(stage: Stage) -> tuple[Fraction | None, Fraction | None]:
    return stage.krav_tilbud, stage.krav_samtaler


def test_the_special_requirement_asks_80_per_cent_and_from_2023_70_of_offers() -> None:
    early = stages([year(2020, 10, 10), year(2021, 40, 30), year(2022, 40, 30)])
    assert (Fraction(70), Fraction(80)) == demand(early[-1])  # decided in April 2023, under BEK 301/2023
    assert "§ 12 (BEK nr. 301 af 20/3/2023)" == early[-1].hjemmel
    assert "§ 6 (BEK nr. 1409 af 16/12/2019)" == early[1].hjemmel  # results of 2021, decided in April 2022


def test_a_missing_year_stops_the_way_through_the_stages() -> None:
    with pytest.raises(ValueError, match="2024 mangler"):
        stages([year(2023, 40, 10), year(2025, 40, 10)])


def test_the_same_year_twice() -> None:
    with pytest.raises(ValueError, match="2023 er angivet to gange"):
        stages([year(2023, 40, 10), year(2023, 40, 10)])


def test_missing_shares_are_named() -> None:
    result = YearResult(aar=2023, faktisk=None, forventet=Fraction(1), tilbud=Fraction(1), samtaler=Fraction(1))
    with pytest.raises(ValueError, match="2023: faktisk og forventet"):
        stages([result])
