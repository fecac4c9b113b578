"""The stages of the supervision over years, each way through them by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kontaktforloeb.maaling.skaerpet_tilsyn import Stage, Unsettled, YearResult, _paragraph, half_way, stages


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
    assert ["omfattet", "forlaenget"] == names(year(2023, 40, 30), year(2024, "29.9", 20))  # 20 is not below 20
    assert ["omfattet", "forlaenget"] == names(year(2023, 40, 30), year(2024, 30, "19.9"))


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


@pytest.mark.parametrize(
    ("step", "old", "new"), [("ind", 6, 6), ("ud", 11, 10), ("forlaeng", 12, 11), ("krav", 13, 12), ("slut", 14, 13)]
)
def test_the_paragraphs_of_each_step_in_the_order_that_decides_the_year(step: str, old: int, new: int) -> None:
    # A year is decided on in the April after it; the orders came into force on 22 March 2023 and 1 July 2025.
    assert [
        f"§ {old} (BEK nr. 1409 af 16/12/2019)",
        f"§ {new} (BEK nr. 301 af 20/3/2023)",
        f"§ {new} (BEK nr. 301 af 20/3/2023)",
        f"§ {new} (BEK nr. 760 af 18/6/2025)",
    ] == [_paragraph(y, step) for y in (2021, 2022, 2024, 2025)]


def told(*years: YearResult, **how: str) -> tuple[str, str, bool | None]:
    last = stages(years, **how)[-1]
    return last.begrundelse, last.hjemmel.partition(" (")[0], last.maal_opfyldt


BEGUN, MISSED, KEPT = year(2023, 40, 30), year(2024, 40, 30), year(2025, 20, 10)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (
            (year(2020, 40, 40),),
            ("de første resultater, der kunne udvælge, er fra 2021", "§ 6", None),
        ),
        ((year(2023, 20, 10),), ("fokusmålene er opfyldt", "§ 6", True)),
        (
            (year(2023, 20, 10, "17", "17"),),
            ("den faktiske ydelsesgrad overstiger ikke den forventede", "§ 6", True),
        ),
        (
            (year(2023, 40, 10, "17", "17"),),
            ("den faktiske ydelsesgrad overstiger ikke den forventede", "§ 6", False),
        ),
        ((BEGUN,), ("den faktiske ydelsesgrad overstiger den forventede, og fokusmål er ikke opfyldt", "§ 6", False)),
        ((BEGUN, year(2024, 20, 10)), ("begge fokusmål er opfyldt", "§ 10", True)),
        (
            (BEGUN, year(2024, 31, 22)),
            ("mindst halvdelen af den påkrævede fremgang er nået: 12 måneder mere", "§ 11", False),
        ),
        ((BEGUN, year(2024, 31, 22), KEPT), ("begge fokusmål er opfyldt", "§ 11", True)),
        (
            (BEGUN, year(2024, 31, 22), year(2025, 31, 22)),
            ("fokusmålene er ikke opfyldt efter den forlængede periode", "§ 12", False),
        ),
        (
            (BEGUN, MISSED),
            ("fokusmålene er ikke opfyldt, og mindre end halvdelen af fremgangen er nået", "§ 12", False),
        ),
        ((BEGUN, MISSED, year(2025, 30, 10)), ("fokusmålene er fortsat ikke opfyldt", "§ 12", False)),
        ((BEGUN, MISSED, KEPT), ("begge fokusmål er opfyldt", "§ 13", True)),
    ],
)
def test_each_step_says_why_and_by_which_paragraph(
    years: tuple[YearResult, ...], said: tuple[str, str, bool | None]
) -> None:
    assert said == told(*years)


def test_one_failed_target_is_not_both() -> None:
    said = ("kun ét fokusmål er uopfyldt", "§ 6", False)
    assert said == told(year(2023, 40, 10), targets="begge")


def test_the_special_requirement_alone_has_demands() -> None:
    found = stages([BEGUN, MISSED, KEPT])
    assert [(None, None), (Fraction(70), Fraction(80)), (None, None)] == [demand(s) for s in found]


def test_years_are_taken_in_order_however_they_are_given() -> None:
    assert [2023, 2024] == [s.aar for s in stages([year(2024, 20, 10), year(2023, 40, 30)])]


def test_a_year_may_be_missing_where_no_supervision_runs() -> None:
    assert ["ikke-omfattet", "omfattet"] == names(year(2021, 10, 10), year(2023, 40, 10))
    gone = (year(2023, 40, 30), year(2024, 20, 10), year(2026, 40, 30))
    assert ["omfattet", "ophoert", "omfattet"] == names(*gone)


def test_the_missing_year_is_named_with_the_one_before_it() -> None:
    with pytest.raises(Unsettled, match=r"^2024 mangler: trinnet efter 2023 kan ikke føres videre$") as raised:
        stages([year(2023, 40, 10), year(2026, 40, 10)])
    assert "2024 is missing: the stage after 2023 cannot be carried on" == raised.value.en


def known(aar: int, tilbud: int | None, samtaler: int | None) -> YearResult:
    return YearResult(
        aar=aar,
        faktisk=Fraction(18),
        forventet=Fraction(17),
        tilbud=None if tilbud is None else Fraction(tilbud),
        samtaler=None if samtaler is None else Fraction(samtaler),
    )


@pytest.mark.parametrize(("tilbud", "samtaler"), [(None, 10), (10, None)])
def test_both_targets_of_the_second_year_are_asked_for(tilbud: int | None, samtaler: int | None) -> None:
    with pytest.raises(ValueError, match=r"^fokusmålene for 2024 mangler: trinnet kan ikke føres videre$"):
        stages([year(2023, 40, 10), known(2024, tilbud, samtaler)])


@pytest.mark.parametrize(
    ("aar", "tilbud", "samtaler", "enough"),
    [(2022, None, 30, True), (2022, 40, None, False), (2023, None, 30, False), (2023, 40, None, False)],
)
def test_the_offer_target_is_not_asked_for_in_the_years_in_which_it_could_not_select(
    aar: int, tilbud: int | None, samtaler: int | None, enough: bool
) -> None:
    if enough:
        assert ["omfattet"] == names(known(aar, tilbud, samtaler))
        return
    with pytest.raises(ValueError, match=f"^{aar}: faktisk og forventet ydelsesgrad og begge fokusmål skal være kendt"):
        stages([known(aar, tilbud, samtaler)])


@pytest.mark.parametrize("missing", ["faktisk", "forventet"])
def test_both_benefit_shares_are_asked_for(missing: str) -> None:
    shares = {"faktisk": Fraction(18), "forventet": Fraction(17), missing: None}
    with pytest.raises(ValueError, match="skal være kendt"):
        stages([YearResult(aar=2023, tilbud=Fraction(1), samtaler=Fraction(1), **shares)])


@pytest.mark.parametrize(
    ("before", "now", "each", "together"),
    [
        ((40, 40), (35, 30), True, True),  # 5 of 10 and 10 of 20
        ((40, 40), (36, 29), False, True),  # 4 of 10 and 11 of 20: 15 of 30
        ((40, 40), (36, 30), False, False),  # 14 of 30
        ((30, 30), (30, 19), False, True),  # still on the limit is no progress; together 11 of 10
        ((29, 40), (30, 20), False, False),  # the one that was kept now fails, exactly on the limit
        ((29, 40), (29, 30), True, True),  # kept both years; 10 of 20
        ((29, 40), (20, 31), False, True),  # below the limit it went on: 9 and 9, of 20
        ((40, 10), (45, 10), False, False),  # the wrong way
        ((40, 25), (45, 18), False, False),  # 7 of 15: what went the wrong way takes nothing from it
        ((38, 30), (39, 21), False, True),  # 9 of 18
    ],
)
def test_half_of_the_progress_on_each_failed_target_and_on_their_sum(
    before: tuple[int, int], now: tuple[int, int], each: bool, together: bool
) -> None:
    a, b = year(2023, *before), year(2024, *now)
    assert (each, together) == (half_way(a, b), half_way(a, b, "samlet"))


@pytest.mark.parametrize("progress", ["hvert", "samlet"])
def test_a_target_that_is_not_known_asks_for_no_progress(progress: str) -> None:
    assert half_way(known(2022, None, 40), known(2023, 50, 30), progress)
    assert not half_way(known(2022, None, 40), known(2023, 20, 31), progress)
    assert half_way(known(2023, 40, 40), known(2024, None, 30), progress)


def test_there_was_no_target_before_2020() -> None:
    with pytest.raises(ValueError, match=r"^fokusmaal-tilbud: der var intet fokusmål i 2019; tilladt: 2020 og senere$"):
        half_way(year(2018, 40, 40), year(2019, 30, 30))
