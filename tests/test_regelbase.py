"""Tests over the law as data: its ids, citations, dates, groups and readings, and that every rule is tested."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import kontaktforloeb as kf
import test_vektorer
from kontaktforloeb.koder import Ansvarlig, Maalgruppe
from kontaktforloeb.regelsprog import Efter, Hjemmel, Laes, Regel, Rettighed, UdenKrav
from kontaktforloeb.regelsprog.kilder import Lov
from kontaktforloeb.ret.lovgrundlag import REGELSAET

RULES = REGELSAET.regler
IDS = tuple(dict.fromkeys(rule.id for rule in RULES))
CLOCKS = {clock.navn: clock for clock in REGELSAET.ure}
BASES = {basis.navn: basis for basis in REGELSAET.lovgrundlag}

#: The names of the readings are a contract: one that is missing here or there is a broken promise.
READINGS = (
    "frist-dag", "frist-helligdag", "frist-maaned", "seks-maaneder", "halve-aar", "otte-uger", "kalendermaaned",
    "kort-hul", "loentilskud-brud", "genstart", "retur-efter-anden-ydelse", "maalgruppeskift-gammel",
    "passeret-frist-ved-skift", "uge-og-tre-maaneder", "foerste-samtale-medregnes", "tolv-maaneder",
    "to-maaneder-uger", "hver-fjerde-uge", "tolerance", "tidlig-samtale", "tolv-maaneders-gulv", "seksten-maaneder",
    "foer-cv-samtale", "ledighedsur-2017", "uger-til-maaneder", "timer-pr-maaned", "tilbudsur-nulstilling", "aldersdag",
    "fravalgt-a-kasse", "fravalg-209", "to-uger-tilbud", "afbrudt-tilbud", "fritaget-20-timer", "delvis-fritagelse",
    "forkert-form", "udeblivelse", "corona-vindue", "suspension-start", "ydelsesskift-2025", "uger-209",
    "medmindre-209", "kredit-209", "corona-raadighed",
)  # fmt: skip
#: Choices that no declaration holds: the engine asks for them where it counts any interview at all.
READ_BY_COUNTING = {"delvis-fritagelse", "udeblivelse", "forkert-form"}
#: Rules without a file of boundary cases, each with the reason.
WITHOUT_BOUNDARY: dict[str, str] = {}
#: Groups for which an act sets no countable requirement, with the rule that says so.
NO_REQUIREMENT = {
    ("selvforsoergende", 2018): "LAB-2016:15",
    ("under-18", 2018): "LAB-2016:15",
    ("nyuddannet-handicap", 2018): "LAB-2016:15",
    ("selvforsoergende", 2022): "LAB-2019:31",
    ("under-18", 2022): "LAB-2019:31",
    ("nyuddannet-handicap", 2022): "LAB-2019:31",
}


def parts(value: Any) -> Iterator[Any]:
    """Every part of a declaration, readings' values too."""
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif attrs.has(type(value)) and not isinstance(value, Lov):
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


def day(value: dt.date | str | None, switch: dt.date) -> dt.date | None:
    """A date of a declaration under a legal basis."""
    if value == "skift":
        return switch
    return switch - dt.timedelta(1) if value == "foer-skift" else value


def span(rule: Any, basis: str = "gaeldende") -> tuple[dt.date, dt.date]:
    switch = BASES[basis].skift
    return day(rule.gaelder.fra, switch) or dt.date.min, day(rule.gaelder.til, switch) or dt.date.max


@functools.cache
def in_force(when: dt.date, basis: str) -> dict[str, Any]:
    return {r.regel: r for r in kf.regler(dato=when, lovgrundlag=basis)}


def described(rule: Any) -> str:
    return f"{rule.id} on {rule.ur}"


# --- ids ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=described)
def test_id_names_act_paragraph_and_clause(rule: Any) -> None:
    assert re.fullmatch(
        r"(LAB-20\d\d|RAAD-\d{3,4}|SDPL-20\d\d|INTL-20\d\d|FORSOEG-1186):\d+[a-z]{0,2}(\.[0-9a-z]+)*", rule.id
    ) or rule.id in {
        "INTL-2017:20.barsel",
        "INTL-2020:20.barsel",
        "INTL-2017:20.beskaeftigelse",
        "INTL-2020:20.beskaeftigelse",
    }


def test_id_is_unique_on_a_clock_for_a_group_at_a_time() -> None:
    """One id, one requirement: two declarations of an id never bind one group on one day."""
    by_id = defaultdict(list)
    for rule in RULES:
        by_id[rule.id].append(rule)
    for same in by_id.values():
        assert len({type(rule) for rule in same}) == 1
        for one, other in itertools.combinations(same, 2):
            assert one.ur != other.ur, f"{one.id} twice on {one.ur}"
            assert not set(one.maalgrupper) & set(other.maalgrupper), one.id
            assert (one.titel, one.titel_en, one.ansvarlig) == (other.titel, other.titel_en, other.ansvarlig)


def test_no_id_has_gone() -> None:
    """Ids are stable once released: the list may grow, a line that goes breaks those who stored verdicts."""
    stored = (test_vektorer.CASES.parent / "golden" / "regler.txt").read_text(encoding="utf-8").split()
    assert [] == sorted(set(stored) - set(IDS))
    assert [] == sorted(set(IDS) - set(stored)), "add the new ids: make golden"


# --- citations ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=described)
def test_rule_is_cited_with_act_paragraph_and_link(rule: Any) -> None:
    assert rule.hjemmel
    for source in rule.hjemmel:
        assert source.lov.kort
        assert re.match(r"§ \d+( [a-z])?", source.paragraf), source.paragraf
        assert source.lov.tekster
    assert rule.gaelder.sikkerhed in {"læst", "udledt"}
    assert rule.gaelder.laest >= dt.date(2026, 11, 21)
    assert rule.titel
    assert rule.titel_en
    assert rule.ansvarlig in set(Ansvarlig.koder())


@pytest.mark.parametrize("rule", RULES, ids=described)
@pytest.mark.parametrize("basis", BASES)
def test_rule_can_be_cited_on_every_day_it_is_in_force(rule: Any, basis: str) -> None:
    first, last = span(rule, basis)
    for when in (max(first, REGELSAET.foerste_dag), min(last, dt.date(2026, 6, 30))):
        info = in_force(when, basis)[rule.id]
        assert info.hjemmel
        for source in info.hjemmel:
            assert source.kort
            assert re.fullmatch(r"https://www\.retsinformation\.dk/eli/lta/20\d\d/\d+", source.eli)


def test_published_texts_stand_in_order_of_date() -> None:
    acts = {
        id(p.lov): p.lov
        for p in parts(tuple(RULES) + REGELSAET.former + REGELSAET.fritagelser)
        if isinstance(p, Hjemmel)
    }
    for act in acts.values():
        days = [text.fra for text in act.tekster]
        assert days == sorted(set(days)), act.navn
        for text in act.tekster:
            year, number = text.eli.rsplit("/", 2)[1:]
            assert number in text.navn, (text.navn, text.eli)
            assert year in text.navn or f"/{year}" in text.navn, (text.navn, text.eli)


# --- time in force --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=described)
@pytest.mark.parametrize("basis", BASES)
def test_rule_is_in_force_from_a_day_to_a_later_one(rule: Any, basis: str) -> None:
    first, last = span(rule, basis)
    assert first <= last


@pytest.mark.parametrize("basis", BASES)
def test_twins_take_over_the_day_after(basis: str) -> None:
    """A rule that goes on in the next act: no day with both, no day with neither, for the groups they share."""
    by_id = defaultdict(list)
    for rule in RULES:
        by_id[rule.id].append(rule)
    seen = 0
    for rule in RULES:
        after = getattr(rule, "efterfoelger", None)
        if after is None or not after.tvilling:
            continue
        for name in after.regler:
            for twin in by_id[name]:
                if not set(rule.maalgrupper) & set(twin.maalgrupper):
                    continue
                seen += 1
                assert span(rule, basis)[1] + dt.timedelta(1) == span(twin, basis)[0], (rule.id, twin.id)
    assert seen >= 8


def test_renumbered_citations_leave_no_gap_and_no_overlap() -> None:
    """Citations of one rule that follow each other in time meet at midnight."""
    for rule in RULES:
        for act in {h.lov.kort for h in rule.hjemmel}:
            dated = sorted(
                (h.fra or dt.date.min, h.til or dt.date.max)
                for h in rule.hjemmel
                if h.lov.kort == act and (h.fra or h.til)
            )
            for (_, end), (start, _) in itertools.pairwise(dated):
                assert end + dt.timedelta(1) == start, rule.id


def test_rules_besides_each_other_have_no_exceptions() -> None:
    """Interviews are allotted among those whose condition may hold: an exception would have to be asked too."""
    besides: set[str] = set()
    for rule in REGELSAET.regler:
        others = getattr(rule, "besides", ())
        choices = [x for _, x in others.vaerdier] if isinstance(others, Laes) else [others]
        besides.update(name for choice in choices for name in (*choice, rule.id) if choice)
    assert "LAB-2019:31.1" in besides
    assert [rule.id for rule in REGELSAET.regler if rule.id in besides and getattr(rule, "undtagelse", None)] == []


def test_successors_and_rules_named_elsewhere_exist() -> None:
    for rule in RULES:
        named = [*getattr(rule, "fortraenges_af", ())]
        for part in parts(rule):
            if isinstance(part, Efter):
                named += part.regler
        after = getattr(rule, "efterfoelger", None)
        named += after.regler if after is not None else ()
        besides = getattr(rule, "besides", ())
        named += [n for p in parts(besides) for n in ([p] if isinstance(p, str) and ":" in p else [])]
        assert [] == [name for name in named if name not in IDS], rule.id


# --- groups ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=described)
def test_groups_are_groups_and_the_clock_is_a_clock(rule: Any) -> None:
    assert rule.maalgrupper
    assert set(rule.maalgrupper) <= set(Maalgruppe.koder())
    assert len(set(rule.maalgrupper)) == len(rule.maalgrupper)
    assert rule.ur in {*CLOCKS, "*"}


@pytest.mark.parametrize("year", range(2016, 2027))
@pytest.mark.parametrize("group", Maalgruppe.koder())
def test_every_group_is_covered_or_declared_without_requirement(group: str, year: int) -> None:
    """On any day, in both acts, something is said of every group: a requirement, a right, or that there is none."""
    rules = [r for r in RULES if group in r.maalgrupper and span(r)[0] <= dt.date(year, 1, 1) <= span(r)[1]]
    assert rules
    if not any(isinstance(rule, Regel | Rettighed) for rule in rules):
        assert any(isinstance(rule, UdenKrav) for rule in rules)
        assert NO_REQUIREMENT[group, 2018 if year < 2020 else 2022] in {rule.id for rule in rules}


@pytest.mark.parametrize(("group", "year"), NO_REQUIREMENT, ids=str)
def test_a_group_without_requirement_is_told_so(group: str, year: int) -> None:
    plan = kf.plan(group, fra=dt.date(year, 3, 1))
    told = {k.regel for k in plan.krav if k.udfald == "intet-krav"}
    assert NO_REQUIREMENT[group, year] in told


@pytest.mark.parametrize("group", Maalgruppe.koder())
@pytest.mark.parametrize("year", range(2016, 2027))
def test_judging_anybody_says_something(group: str, year: int) -> None:
    """Silence would read as 'nothing to do'."""
    plan = kf.plan(group, fra=dt.date(year, 1, 1))
    sag = kf.Sag(id="X", perioder=(_spell(group, dt.date(year, 1, 1)),))
    assert plan.krav
    assert kf.vurder(sag, pr=dt.date(year, 12, 30), afhaengigheder=False).krav


def _spell(group: str, first: dt.date) -> kf.Periode:
    from kontaktforloeb.ret.plan import BEGYNDER

    category = 2 if group == "sygedagpengemodtager" else None
    return kf.Periode(ydelse=BEGYNDER[group].ydelse_paa(first), maalgruppe=group, fra=first, kategori=category)


# --- readings -------------------------------------------------------------------------------------------------------


def test_the_readings_are_those_of_the_contract() -> None:
    assert READINGS == tuple(reading.navn for reading in REGELSAET.fortolkninger)


def test_every_reading_mentioned_exists_with_all_its_choices() -> None:
    codes = {reading.navn: {choice.kode for choice in reading.valg} for reading in REGELSAET.fortolkninger}
    law = (
        *RULES, *REGELSAET.ure, REGELSAET.forbrug, *REGELSAET.fritagelser, *REGELSAET.suspensioner, *REGELSAET.former,
    )  # fmt: skip
    used = set()
    for part in parts(law):
        if isinstance(part, Laes):
            used.add(part.navn)
            assert codes[part.navn] == {code for code, _ in part.vaerdier}, part.navn
    used |= {name for rule in RULES for name in getattr(rule, "laeser", ())}
    assert set(codes) - used == READ_BY_COUNTING


def test_every_reading_has_a_question_a_default_and_another_choice_in_both_languages() -> None:
    for reading in REGELSAET.fortolkninger:
        assert reading.spoergsmaal.endswith("?"), reading.navn
        assert reading.spoergsmaal_en.endswith("?"), reading.navn
        assert len(reading.valg) >= 2, reading.navn
        assert reading.standard == reading.valg[0].kode
        assert len({choice.kode for choice in reading.valg}) == len(reading.valg)
        assert all(choice.tekst and choice.tekst_en for choice in reading.valg)


# --- tests ----------------------------------------------------------------------------------------------------------


def test_every_rule_has_a_boundary_file_or_a_reason() -> None:
    have = test_vektorer.rules_with_boundary_file()
    assert set() == set(IDS) - have - set(WITHOUT_BOUNDARY)
    assert set() == have - set(IDS)
    assert set() == set(WITHOUT_BOUNDARY) & have


@pytest.mark.parametrize("name", [rule.id for rule in RULES if isinstance(rule, Regel)])
def test_boundary_file_shows_the_last_day_in_time_and_the_first_too_late(name: str) -> None:
    """Among the answers for a requirement there is one met and one that is not."""
    file = test_vektorer.GRAENSER / f"{name.replace(':', '_')}.json"
    outcomes = {
        expected.get("udfald")
        for document in test_vektorer.read(test_vektorer.GRAENSER)
        if document["fil"] == file
        for variant in document["varianter"]
        for expected in variant.get("forventet", ())
        if expected["regel"] == name
    }
    assert "opfyldt" in outcomes, name
    assert outcomes & {"opfyldt-for-sent", "ikke-opfyldt", "uafklaret", "bortfaldet", "afventer"}, name


#: Region Hovedstaden and Region Sjælland, municipality by municipality, and Christiansø, which is in none.
EAST = """
    101 København 147 Frederiksberg 151 Ballerup 153 Brøndby 155 Dragør 157 Gentofte 159 Gladsaxe 161 Glostrup
    163 Herlev 165 Albertslund 167 Hvidovre 169 Høje-Taastrup 173 Lyngby-Taarbæk 175 Rødovre 183 Ishøj 185 Tårnby
    187 Vallensbæk 190 Furesø 201 Allerød 210 Fredensborg 217 Helsingør 219 Hillerød 223 Hørsholm 230 Rudersdal
    240 Egedal 250 Frederikssund 260 Halsnæs 270 Gribskov 400 Bornholm 411 Christiansø
    253 Greve 259 Køge 265 Roskilde 269 Solrød 306 Odsherred 316 Holbæk 320 Faxe 326 Kalundborg 329 Ringsted
    330 Slagelse 336 Stevns 340 Sorø 350 Lejre 360 Lolland 370 Næstved 376 Guldborgsund 390 Vordingborg
"""


def test_the_longer_suspension_is_of_the_municipalities_of_the_two_eastern_regions() -> None:
    """BEK 686/2020 § 2: 29 municipalities in Hovedstaden, 17 in Sjælland, and Christiansø."""
    codes = EAST.split()[::2]
    assert len(codes) == 29 + 17 + 1
    (suspension,) = (s for s in REGELSAET.suspensioner if s.kommuner is not None)
    assert sorted(suspension.kommuner) == sorted(codes)
