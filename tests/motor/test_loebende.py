"""Periods on a benefit, in absence and in a group, by hand: where they begin, break and wait.

BEK 977/2018 § 151; LAB § 9; BEK 1180/2019 § 8.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from kontaktforloeb import regelsprog as r
from kontaktforloeb.ret import tidsregning
from kontaktforloeb.sag import Haendelse, Periode, Sag
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.ure import kalendertid, loebende


def d(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def o(tekst: str) -> int:
    return d(tekst).toordinal()


def periode(ydelse: str, gruppe: str, fra: str, til: str | None = None, **mere: Any) -> Periode:
    return Periode(ydelse=ydelse, maalgruppe=gruppe, fra=d(fra), til=None if til is None else d(til), **mere)


def sag(*perioder: Periode, **haendelser: tuple[str, ...]) -> Sag:
    sket = tuple(Haendelse(art=art.replace("_", "-"), dato=d(x)) for art, dage in haendelser.items() for x in dage)
    return Sag(id="P", perioder=perioder, haendelser=sket)


def iso(dag: int | None) -> str | None:
    return None if dag is None else dt.date.fromordinal(dag).isoformat()


NY = evolve(
    tidsregning.YDELSE_NY,
    brud="hel",
    hul_flytter=True,
    retur="ny-periode",
    ydelsesskift="uafklaret",
)
GAMMEL = evolve(
    tidsregning.YDELSE_GAMMEL,
    brud="hel",
    hul_flytter=True,
    loentilskud_bryder=False,
    genstart_ved_gruppeskift=False,
)
KH, JP = "kontanthjaelp", "jobparat"


def paa(ur: r.Loebendeur, case: Sag, pr: str) -> list[loebende.LoebendeForloeb]:
    return loebende.forloeb(ur, Tidslinje(case, o(pr)))


def vist(ur: r.Loebendeur, case: Sag, pr: str) -> list[tuple[str | None, str | None, bool, list[str]]]:
    """Start, end, begun without a contact, and what was taken as given."""
    return [(iso(f.start), iso(f.slut), f.genstartet, f.antagelser) for f in paa(ur, case, pr)]


ANTAGET = ["start-er-foerste-ydelsesdag"]


# --- what breaks a period ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("brud", "sidste", "bruddag"),
    [
        ("hel", "2021-01-15", "2021-02-28"),  # February is the first whole month
        ("hel", "2021-01-31", "2021-02-28"),
        ("hel", "2021-01-30", "2021-02-28"),
        ("hel", "2021-02-01", "2021-03-31"),
        ("hel", "2020-12-31", "2021-01-31"),
        ("dato-til-dato", "2021-01-15", "2021-02-15"),  # 16 January to 15 February
        ("dato-til-dato", "2021-01-31", "2021-02-28"),
        ("dato-til-dato", "2021-01-30", "2021-02-27"),  # a month from the 31st is the 28th, less a day
        ("dato-til-dato", "2021-02-28", "2021-03-31"),
    ],
)
def test_the_month_without_the_benefit(brud: str, sidste: str, bruddag: str) -> None:
    assert iso(loebende.bruddag(evolve(NY, brud=brud), o(sidste))) == bruddag


@pytest.mark.parametrize(("tilbage", "perioder"), [("2021-02-28", 1), ("2021-03-01", 2)])
def test_back_on_the_last_day_of_the_month_nothing_was_broken(tilbage: str, perioder: int) -> None:
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-15"), periode(KH, JP, tilbage))
    assert len(paa(NY, case, "2021-06-01")) == perioder


@pytest.mark.parametrize(
    ("pr", "slut"),
    [("2021-02-27", None), ("2021-02-28", "2021-01-15"), ("2021-06-01", "2021-01-15")],
)
def test_a_gap_that_could_still_close_leaves_the_period_open(pr: str, slut: str | None) -> None:
    (f,) = paa(NY, sag(periode(KH, JP, "2020-06-01", "2021-01-15")), pr)
    assert iso(f.slut) == slut


@pytest.mark.parametrize(
    ("ydelse", "gruppe", "fra", "slut"),
    [
        ("ressourceforloebsydelse", "jobafklaring", "2021-01-16", "2021-01-15"),
        ("loentilskud", JP, "2021-01-20", None),
        ("ingen", "selvforsoergende", "2021-01-20", None),
    ],
)
def test_another_benefit_ends_it_at_once(ydelse: str, gruppe: str, fra: str, slut: str | None) -> None:
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-15"), periode(ydelse, gruppe, fra))
    first = paa(NY, case, "2021-02-10")[0]
    assert iso(first.slut) == slut


def test_a_single_benefit_day_is_no_other_benefit() -> None:
    (f,) = paa(NY, sag(periode(KH, JP, "2021-01-15", "2021-01-15")), "2021-02-10")
    assert f.slut is None


def test_a_return_to_come_does_not_yet_close_the_gap() -> None:
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-15"), periode(KH, JP, "2021-03-08"))
    assert [iso(f.slut) for f in paa(NY, case, "2021-02-20")] == [None]
    assert [iso(f.slut) for f in paa(NY, case, "2021-03-08")] == ["2021-01-15", None]


# --- a change of benefit or of group (LAB § 9) ------------------------------------------------------------------------


def test_a_change_of_benefit_begins_a_new_period_without_a_contact() -> None:
    case = sag(
        periode("uddannelseshjaelp", "aktivitetsparat-ung", "2020-06-01", "2021-01-31"), periode(KH, JP, "2021-02-01")
    )
    assert vist(NY, case, "2021-06-01") == [
        ("2020-06-01", "2021-01-31", False, ANTAGET),
        ("2021-02-01", None, True, []),
    ]
    # the old act knew no such change, and løntilskud is on the way of both
    assert [x[0] for x in vist(GAMMEL, case, "2021-06-01")] == ["2020-06-01"]


@pytest.mark.parametrize(
    ("foerst", "saa", "perioder"),
    [
        ("integrationsydelse", "sho-ydelse", 1),
        ("overgangsydelse", "sho-ydelse", 1),
        ("sho-ydelse", KH, 2),
        (KH, "overgangsydelse", 2),
        (KH, "loentilskud", 1),
        ("loentilskud", KH, 1),
    ],
)
def test_which_benefits_are_the_same(foerst: str, saa: str, perioder: int) -> None:
    case = sag(periode(foerst, JP, "2020-06-01", "2021-01-31"), periode(saa, JP, "2021-02-01"))
    assert len(paa(NY, case, "2021-06-01")) == perioder


def test_after_wage_subsidy_it_is_the_benefit_before_that_is_compared() -> None:
    for tilbage, perioder in ((KH, 1), ("overgangsydelse", 2)):
        case = sag(
            periode(KH, JP, "2020-06-01", "2021-01-31"),
            periode("loentilskud", JP, "2021-02-01", "2021-03-31"),
            periode(tilbage, JP, "2021-04-01"),
        )
        assert len(paa(NY, case, "2021-06-01")) == perioder


@pytest.mark.parametrize(("skift", "perioder"), [("opholdskrav", 1), (None, 2)])
def test_from_the_transition_benefit_by_residence_alone_the_period_goes_on(skift: str | None, perioder: int) -> None:
    case = sag(periode("sho-ydelse", JP, "2020-06-01", "2021-01-31"), periode(KH, JP, "2021-02-01", skift=skift))
    assert len(paa(NY, case, "2021-06-01")) == perioder


RESSOURCE = ("ressourceforloebsydelse", "jobafklaring")


@pytest.mark.parametrize(
    ("fra", "til", "tilbage", "perioder"),
    [
        ("2021-02-01", "2021-02-14", "2021-02-15", 2),  # another benefit came in between
        ("2021-02-02", "2021-02-14", "2021-02-16", 2),
    ],
)
def test_back_from_another_benefit_in_less_than_a_month_is_a_new_period(
    fra: str, til: str, tilbage: str, perioder: int
) -> None:
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-31"), periode(*RESSOURCE, fra, til), periode(KH, JP, tilbage))
    mine = [f for f in paa(NY, case, "2021-06-01") if f.spells[0].gruppe == JP]
    assert [(iso(f.start), f.genstartet) for f in mine] == [("2020-06-01", False), (tilbage, True)]
    samme = evolve(NY, retur="samme-periode")
    assert len([f for f in paa(samme, case, "2021-06-01") if f.spells[0].gruppe == JP]) == perioder - 1


def test_a_month_without_the_same_benefit_breaks_whatever_was_had_instead() -> None:
    """§ 8, stk. 4, of BEK 1180/2019: February to April on another benefit; however a return is read."""
    case = sag(
        periode(KH, JP, "2020-06-01", "2021-01-31"),
        periode(*RESSOURCE, "2021-02-01", "2021-04-30"),
        periode(KH, JP, "2021-05-01"),
    )
    for retur in ("ny-periode", "samme-periode"):
        mine = [f for f in paa(evolve(NY, retur=retur), case, "2021-06-01") if f.spells[0].gruppe == JP]
        assert [iso(f.start) for f in mine] == ["2020-06-01", "2021-05-01"]


def test_a_gap_without_another_benefit_is_no_return() -> None:
    for fra in ("2021-02-01", "2021-02-02", "2021-02-03"):
        case = sag(periode(KH, JP, "2020-06-01", "2021-01-31"), periode(KH, "aktivitetsparat", fra))
        assert len(paa(NY, case, "2021-06-01")) == 1, fra


def test_straight_from_another_benefit_after_a_period_of_its_own_no_contact_begins_it() -> None:
    case = sag(
        periode(KH, JP, "2020-06-01", "2020-12-31"),
        periode(*RESSOURCE, "2021-01-01", "2021-04-30"),
        periode(KH, JP, "2021-05-01"),
    )
    assert ("2021-05-01", None, True, []) in vist(NY, case, "2021-06-01")
    # after a whole month without any benefit it begins by contact again
    case = evolve(case, perioder=(*case.perioder[:2], periode(KH, JP, "2021-06-01")))
    assert ("2021-06-01", None, False, ANTAGET) in vist(NY, case, "2021-06-15")


@pytest.mark.parametrize(("til", "perioder"), [("2019-03-30", 1), ("2019-04-01", 2)])
def test_under_the_old_act_revalidering_on_the_way_keeps_the_period(til: str, perioder: int) -> None:
    """Off kontanthjælp from 1 January 2019 to the end of March; on revalideringsydelse until some day of it.

    To 30 March no whole month is without. Begun only on 1 April it is no bridge: January was broken.
    """
    bro = ("2019-01-01", til) if perioder == 1 else (til, "2019-04-02")
    case = sag(
        periode(KH, JP, "2018-06-01", "2018-12-31"),
        periode("revalideringsydelse", "revalidend", *bro),
        periode(KH, JP, "2019-04-03"),
    )
    assert len([f for f in paa(GAMMEL, case, "2019-06-01") if f.spells[0].gruppe == JP]) == perioder


@pytest.mark.parametrize("bro", ["2018-12-31", "2019-02-15"])
def test_what_stands_beside_the_last_day_or_after_the_return_is_no_bridge(bro: str) -> None:
    """Broken by January 2019; a stay in revalidering on the way that itself came after the break bridges nothing."""
    case = sag(
        periode(KH, JP, "2018-06-01", "2018-12-15"),
        periode("revalideringsydelse", "revalidend", bro, "2019-03-31"),
        periode(KH, JP, "2019-04-01"),
    )
    brudt = bro == "2019-02-15"
    assert len([f for f in paa(GAMMEL, case, "2019-06-01") if f.spells[0].gruppe == JP]) == (2 if brudt else 1)


def test_a_reading_breaks_at_every_change_of_group_and_not_without_one() -> None:
    ur = evolve(GAMMEL, genstart_ved_gruppeskift=True)
    samme = sag(periode(KH, JP, "2018-01-01", "2018-06-30"), periode(KH, JP, "2018-07-05"))
    andet = sag(periode(KH, JP, "2018-01-01", "2018-06-30"), periode(KH, "aktivitetsparat", "2018-07-01"))
    assert [len(paa(ur, x, "2018-12-31")) for x in (samme, andet)] == [1, 2]


@pytest.mark.parametrize(("bryder", "perioder"), [(False, 1), (True, 2)])
def test_wage_subsidy_is_time_on_the_benefit_or_by_a_reading_a_break(bryder: bool, perioder: int) -> None:
    case = sag(
        periode(KH, JP, "2018-01-01", "2018-03-31"),
        periode("loentilskud", JP, "2018-04-01", "2018-06-30"),
        periode(KH, JP, "2018-07-01"),
    )
    assert len(paa(evolve(GAMMEL, loentilskud_bryder=bryder), case, "2018-12-31")) == perioder


def test_a_benefit_that_is_not_of_the_clock_is_not_on_it() -> None:
    """Of the group, without the benefit: neither time on it, nor a bridge from another group to it."""
    case = sag(
        periode(*RESSOURCE, "2020-06-01", "2020-12-31"), periode("ingen", "jobafklaring", "2021-01-01", "2021-04-30"),
        periode(KH, JP, "2021-05-01"),
    )  # fmt: skip
    assert vist(NY, case, "2021-06-01")[-1] == ("2021-05-01", None, False, ANTAGET)


# --- where it begins --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kontakt", "start"),
    [
        (("2021-04-20",), "2021-04-20"),
        (("2021-05-01",), "2021-05-01"),
        (("2021-05-02",), None),
        (("2020-12-31",), None),  # the last day of the period before
        (("2021-01-01",), "2021-01-01"),
        (("2021-04-02", "2021-04-20"), "2021-04-20"),
    ],
)
def test_the_contact_after_the_period_before_and_on_or_before_the_first_day(
    kontakt: tuple[str, ...], start: str | None
) -> None:
    case = sag(periode(KH, JP, "2020-06-01", "2020-12-31"), periode(KH, JP, "2021-05-01"), foerste_henvendelse=kontakt)
    assert vist(NY, case, "2021-06-01")[-1] == (start or "2021-05-01", None, False, [] if start else ANTAGET)


# --- weeks without the benefit ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sidste", "tilbage", "mandage"),
    [
        ("2021-01-31", "2021-02-08", ["2021-02-01"]),  # Sunday to Monday: one whole week
        ("2021-01-31", "2021-02-07", []),
        ("2021-02-01", "2021-02-14", []),
        ("2021-02-01", "2021-02-15", ["2021-02-08"]),
        ("2021-01-31", "2021-02-15", ["2021-02-01", "2021-02-08"]),
        ("2021-01-31", "2021-02-01", []),
    ],
)
def test_whole_weeks_between_two_spells(sidste: str, tilbage: str, mandage: list[str]) -> None:
    case = sag(periode(KH, JP, "2020-06-01", sidste), periode(KH, "aktivitetsparat", tilbage))
    (f,) = paa(NY, case, "2021-06-01")
    assert [iso(m) for m in f.frie_uger] == mandage


@pytest.mark.parametrize(
    ("ydelse", "fra", "til", "mandage"),
    [
        (KH, "2021-01-25", "2021-01-31", ["2021-01-18", "2021-02-01"]),  # Monday to Sunday
        (KH, "2021-01-24", "2021-01-24", ["2021-01-25", "2021-02-01"]),  # the Sunday of its week alone
        (KH, "2021-01-25", "2021-01-25", ["2021-01-18", "2021-02-01"]),  # its Monday alone
        (KH, "2021-01-24", "2021-02-01", []),
        ("revalideringsydelse", "2021-01-25", "2021-01-31", ["2021-01-18", "2021-01-25", "2021-02-01"]),
    ],
)
def test_a_week_on_the_benefit_in_another_group_is_not_free(
    ydelse: str, fra: str, til: str, mandage: list[str]
) -> None:
    andre = periode(ydelse, "revalidend", fra, til)
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-17"), andre, periode(KH, "aktivitetsparat", "2021-02-08"))
    tl = Tidslinje(case, o("2021-06-01"))
    egne = [p for p in tl.perioder if p.gruppe != "revalidend"]
    assert [iso(m) for m in loebende.frie_uger(tl, egne, None)] == mandage


def test_what_came_after_the_last_day_on_the_clock_leaves_its_weeks_free() -> None:
    """The person went over to another group: how long the gap lasted is not over for the clock of this one."""
    case = sag(periode(KH, "revalidend", "2020-06-01", "2021-01-17"), periode(KH, JP, "2021-01-18"))
    tl = Tidslinje(case, o("2021-01-31"))
    assert [iso(m) for m in loebende.frie_uger(tl, tl.perioder[:1], None)] == ["2021-01-18", "2021-01-25"]


@pytest.mark.parametrize(
    ("ydelse", "til", "starter"),
    [
        (KH, "2021-03-01", ["2020-06-01"]),  # February whole on the benefit, if in another group
        (KH, "2021-01-31", ["2020-06-01", "2021-03-02"]),  # February whole without
        ("revalideringsydelse", "2021-03-01", ["2020-06-01", "2021-03-02"]),  # on another benefit
    ],
)
def test_a_month_in_another_group_on_the_same_benefit_breaks_nothing(ydelse: str, til: str, starter: list[str]) -> None:
    andre = periode(ydelse, "revalidend", "2021-01-11", til)
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-10"), andre, periode(KH, JP, "2021-03-02"))
    fundne = [f for f in paa(NY, case, "2021-06-01") if f.spells[0].gruppe == JP]
    assert [iso(f.start) for f in fundne] == starter


@pytest.mark.parametrize(("pr", "antal"), [("2021-02-06", 0), ("2021-02-07", 1), ("2021-02-13", 1), ("2021-02-14", 2)])
def test_whole_weeks_of_a_gap_that_is_still_open(pr: str, antal: int) -> None:
    (f,) = paa(NY, sag(periode(KH, JP, "2020-06-01", "2021-01-31")), pr)
    assert len(f.frie_uger) == antal


def test_a_deadline_waits_for_the_free_weeks_that_begin_after_its_anchor() -> None:
    """Free: the week of Monday 1 February 2021. A month from 20 January, and one from the Monday itself."""
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-31"), periode(KH, JP, "2021-02-08"))
    (f,) = paa(NY, case, "2021-06-01")
    assert iso(f.plus(o("2021-01-20"), r.maaneder(1))) == "2021-02-27"
    assert iso(f.plus(o("2021-02-01"), r.maaneder(1))) == "2021-03-01"
    assert iso(f.plus(o("2021-01-31"), r.maaneder(1))) == "2021-03-07"
    # a deadline on the Monday waits, one on the Sunday before does not
    assert iso(f.flyt(o("2021-01-20"), o("2021-02-01"))) == "2021-02-08"
    assert iso(f.flyt(o("2021-01-20"), o("2021-01-31"))) == "2021-01-31"


def test_a_wait_that_reaches_the_next_free_week_waits_again() -> None:
    case = sag(
        periode(KH, JP, "2020-06-01", "2021-01-31"), periode(KH, JP, "2021-02-08", "2021-02-14"),
        periode(KH, JP, "2021-02-22"),
    )  # fmt: skip
    (f,) = paa(NY, case, "2021-06-01")
    # from 8 February: the week of the 1st moves it to the 15th, that week to the 22nd
    assert iso(f.flyt(o("2021-01-20"), o("2021-02-08"))) == "2021-02-22"


@pytest.mark.parametrize(
    ("dag", "uger"),
    [
        ("2020-06-07", 0),
        ("2020-06-08", 1),
        ("2021-02-01", 35),
        ("2021-02-07", 35),
        ("2021-02-08", 35),
        ("2021-02-15", 36),
    ],
)
def test_whole_weeks_on_the_clock_before_a_day(dag: str, uger: int) -> None:
    """From Monday 1 June 2020; the week of 1 February 2021 is free. 35 weeks from 1 June is 1 February."""
    case = sag(periode(KH, JP, "2020-06-01", "2021-01-31"), periode(KH, JP, "2021-02-08"))
    (f,) = paa(NY, case, "2021-06-01")
    assert f.fuldfoerte_uger(o(dag)) == uger


# --- absence ----------------------------------------------------------------------------------------------------------

SYG = ("sygedagpenge", "sygedagpengemodtager")


def fravaer(case: Sag, pr: str) -> list[tuple[str | None, str | None, list[str]]]:
    fundne = kalendertid.fravaer(tidsregning.SYGEFRAVAER, Tidslinje(case, o(pr)))
    return [(iso(f.start), iso(f.slut), f.antagelser) for f in fundne]


def test_the_first_day_of_absence_is_the_earliest_in_each_period() -> None:
    to = (periode(*SYG, "2021-03-01", "2021-03-31"), periode(*SYG, "2021-05-03"))
    uden = ["foerste-fravaersdag-er-foerste-ydelsesdag"]
    assert fravaer(sag(*to, foerste_fravaersdag=("2021-02-15", "2021-02-20", "2021-04-20")), "2021-06-01") == [
        ("2021-02-15", "2021-03-31", []),
        ("2021-04-20", None, []),
    ]
    # on the last day of the first period it is the first's, not the second's
    assert fravaer(sag(*to, foerste_fravaersdag=("2021-03-31",)), "2021-06-01") == [
        ("2021-03-31", "2021-03-31", []),
        ("2021-05-03", None, uden),
    ]
    assert fravaer(sag(*to, foerste_fravaersdag=("2021-04-01",)), "2021-06-01") == [
        ("2021-03-01", "2021-03-31", uden),
        ("2021-04-01", None, []),
    ]


@pytest.mark.parametrize(("fra", "perioder"), [("2021-04-01", 1), ("2021-04-02", 2)])
def test_adjoining_spells_of_absence_are_one_period(fra: str, perioder: int) -> None:
    case = sag(periode(*SYG, "2021-03-01", "2021-03-31", kategori=1), periode(*SYG, fra, kategori=2))
    assert len(fravaer(case, "2021-06-01")) == perioder


# --- stays from an event ----------------------------------------------------------------------------------------------

BESOEG = r.Forloebsur("besoeg", "tid fra besøget", (JP,), "besoeg", kraeves=True)
SAMLET = r.Forloebsur("samlet", "sammenlagt tid", (JP,), "besoeg", samler=True, hul_flytter=True)


def ophold(ur: r.Forloebsur, case: Sag, pr: str) -> list[Any]:
    return kalendertid.ophold(ur, Tidslinje(case, o(pr)))


def fra_besoeg(case: Sag, pr: str = "2021-12-31", ur: r.Forloebsur = BESOEG) -> list[tuple[Any, ...]]:
    return [(iso(f.start), iso(f.slut), f.uafklaret, len(f.spells)) for f in ophold(ur, case, pr)]


@pytest.mark.parametrize(
    ("besoeg", "ventet"),
    [
        (("2021-02-01", "2021-02-20"), [("2021-02-20", "2021-03-31", [], 1)]),
        (("2021-03-01",), [("2021-03-01", "2021-03-31", [], 1)]),
        (("2021-03-31",), [("2021-03-31", "2021-03-31", [], 1)]),
        (("2021-04-01",), [("2021-03-01", "2021-03-31", ["haendelser"], 1)]),
        ((), [("2021-03-01", "2021-03-31", ["haendelser"], 1)]),
        (("2021-03-01", "2021-03-20"), [("2021-03-01", "2021-03-19", [], 1), ("2021-03-20", "2021-03-31", [], 1)]),
        (
            ("2021-03-01", "2021-03-11", "2021-03-20"),
            [
                ("2021-03-01", "2021-03-10", [], 1),
                ("2021-03-11", "2021-03-19", [], 1),
                ("2021-03-20", "2021-03-31", [], 1),
            ],
        ),
    ],
)  # fmt: skip
def test_a_period_begins_with_each_visit(besoeg: tuple[str, ...], ventet: list[Any]) -> None:
    assert fra_besoeg(sag(periode(KH, JP, "2021-03-01", "2021-03-31"), besoeg=besoeg)) == ventet


@pytest.mark.parametrize(
    ("besoeg", "antal"),
    [("2021-05-01", [1, 1]), ("2021-05-02", [2, 1]), ("2021-03-31", [1, 2]), ("2021-04-01", [1, 1])],
)
def test_a_spell_is_in_the_period_that_has_a_day_of_it(besoeg: str, antal: list[int]) -> None:
    """March, and from 1 May."""
    case = sag(
        periode(KH, JP, "2021-03-01", "2021-03-31"), periode(KH, JP, "2021-05-01"), besoeg=("2021-03-01", besoeg)
    )
    assert [x[3] for x in fra_besoeg(case)] == antal


@pytest.mark.parametrize(
    ("efter", "slut"),
    [
        (None, None),
        (("ledighedsydelse", "ledighedsydelse"), "2021-03-31"),
        (("loentilskud", "aktivitetsparat"), None),
        (("ingen", "selvforsoergende"), None),
    ],
)
def test_time_that_is_added_up_waits_until_the_person_is_back(efter: tuple[str, str] | None, slut: str | None) -> None:
    perioder = [periode(KH, JP, "2021-03-01", "2021-03-31")]
    if efter is not None:
        perioder.append(periode(*efter, "2021-05-01"))
    assert fra_besoeg(sag(*perioder, besoeg=("2021-03-01",)), ur=SAMLET) == [("2021-03-01", slut, [], 1)]


@pytest.mark.parametrize("flytter", [True, False])
def test_free_weeks_move_the_deadlines_of_time_added_up_where_the_law_is_so_read(flytter: bool) -> None:
    """Visited on Monday 22 February; on the benefit from Monday 1 March, and again from 26 April."""
    case = sag(periode(KH, JP, "2021-03-01", "2021-04-04"), periode(KH, JP, "2021-04-19"), besoeg=("2021-02-22",))
    (f,) = ophold(evolve(SAMLET, hul_flytter=flytter), case, "2021-12-31")
    assert [iso(m) for m in f.frie_uger] == (["2021-02-22", "2021-04-05", "2021-04-12"] if flytter else [])


@pytest.mark.parametrize(("foerst", "antal"), [("2021-02-28", 0), ("2021-03-01", 1), ("2021-03-02", 1)])
def test_free_weeks_from_the_visit_to_the_first_day(foerst: str, antal: int) -> None:
    """Visited on Monday 22 February 2021: its week is free where the benefit begins on Monday 1 March or later."""
    (f,) = ophold(SAMLET, sag(periode(KH, JP, foerst), besoeg=("2021-02-22",)), "2021-12-31")
    assert len(f.frie_uger) == antal


@pytest.mark.parametrize(
    ("foer", "efter", "fra", "perioder"),
    [
        ("uddannelseshjaelp", "kontanthjaelp", "2025-07-01", 1),
        ("overgangsydelse", "kontanthjaelp", "2025-07-01", 1),
        ("sho-ydelse", "kontanthjaelp", "2025-07-01", 1),  # the other half of overgangsydelse
        ("sho-ydelse", "uddannelseshjaelp", "2025-07-01", 2),  # no benefit became this one
        ("kontanthjaelp", "uddannelseshjaelp", "2025-07-01", 2),
        ("uddannelseshjaelp", "kontanthjaelp", "2025-06-30", 2),
        ("uddannelseshjaelp", "kontanthjaelp", "2025-07-02", 2),
    ],
)
def test_the_reform_of_2025_is_the_change_to_kontanthjaelp_that_day(
    foer: str, efter: str, fra: str, perioder: int
) -> None:
    til = (d(fra) - dt.timedelta(days=1)).isoformat()
    unge = "uddannelsesparat"
    case = sag(periode(foer, unge, "2025-03-03", til), periode(efter, unge, fra))
    fundne = paa(NY, case, "2025-09-01")
    assert [len(fundne), ["ydelsesskift-2025"] in [f.uafklaret for f in fundne]] == [perioder, perioder == 1]


@pytest.mark.parametrize(
    ("dag", "svar"), [("2024-01-01", False), ("2024-01-02", True), ("2024-01-15", True), ("2024-01-16", False)]
)
def test_a_course_of_absence_runs_from_its_first_day_whatever_benefit_was_paid(dag: str, svar: bool) -> None:
    """Sick from 2 January on dagpenge, on sygedagpenge from the 16th: until then the course is beside the benefit."""
    syg = periode("sygedagpenge", "sygedagpengemodtager", "2024-01-16", kategori=2)
    case = sag(
        periode("dagpenge", "dagpengemodtager", "2023-01-02", "2024-01-15"), syg, foerste_fravaersdag=("2024-01-02",)
    )
    (f,) = kalendertid.fravaer(tidsregning.SYGEFRAVAER, Tidslinje(case, o("2024-03-01")))
    assert f.fortsat(o(dag), "sygedagpenge") is svar
