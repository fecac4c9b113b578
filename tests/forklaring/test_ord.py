"""Numbers, dates, amounts, lists and citations as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktforloeb import regelsprog as r
from kontaktforloeb.forklaring import taelleord
from kontaktforloeb.forklaring.ordbog import ORDBOEGER, efter, saetning, samlet
from kontaktforloeb.ret import kilder

DA, EN = ORDBOEGER["da"], ORDBOEGER["en"]


def d(aar: int, maaned: int, dag: int) -> int:
    return dt.date(aar, maaned, dag).toordinal()


def test_dates() -> None:
    assert "4. marts 2019" == DA.dato(d(2019, 3, 4))
    assert "4 March 2019" == EN.dato(d(2019, 3, 4))
    assert ("den 4. marts 2019", "on 4 March 2019") == (DA.paa(d(2019, 3, 4)), EN.paa(d(2019, 3, 4)))
    dage = [d(2018, 12, 3), d(2019, 3, 8), d(2019, 5, 9)]
    assert "3. december 2018, 8. marts og 9. maj 2019" == DA.datoer(dage)
    assert "3 December 2018, 8 March and 9 May 2019" == EN.datoer(dage)
    assert "9. maj 2019" == DA.datoer(dage[2:])


@given(st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)))
def test_a_date_names_its_day_and_year(dag: dt.date) -> None:
    for o in (DA, EN):
        ord_ = o.dato(dag.toordinal()).split()
        assert [str(dag.day), str(dag.year)] == [ord_[0].rstrip("."), ord_[2]]


@pytest.mark.parametrize(
    ("hundrededele", "da", "en"),
    [
        (16033, "160,33", "160.33"),
        (3700, "37", "37"),
        (256528, "2.565,28", "2,565.28"),
        (5, "0,05", "0.05"),
        (0, "0", "0"),
    ],
)
def test_hours(hundrededele: int, da: str, en: str) -> None:
    assert (da, en) == (DA.timer(hundrededele), EN.timer(hundrededele))


@pytest.mark.parametrize(
    ("m", "da", "ejefald", "en"),
    [
        (r.dage(1), "1 dag", "1 dags", "1 day"),
        (r.dage(14), "14 dage", "14 dages", "14 days"),
        (r.uger(1), "1 uge", "1 uges", "1 week"),
        (r.uger(13), "13 uger", "13 ugers", "13 weeks"),
        (r.maaneder(1), "1 måned", "1 måneds", "1 month"),
        (r.maaneder(6), "6 måneder", "6 måneders", "6 months"),
        (r.maaneder(-3), "3 måneder", None, "3 months"),
    ],
)
def test_one_and_many(m: r.Maengde, da: str, ejefald: str | None, en: str) -> None:
    assert (da, en) == (DA.maengde(m), EN.maengde(m))
    if ejefald is not None:
        assert ejefald == DA.ejefald(m)


def test_numbers_in_letters_to_twelve() -> None:
    assert ["én", "to", "tolv", "13"] == [DA.tal(n) for n in (1, 2, 12, 13)]
    assert ["one", "two", "twelve", "13"] == [EN.tal(n) for n in (1, 2, 12, 13)]
    assert "ét" == DA.tal(1, intetkoen=True)


SAMTALER = r.Samtaler(1, ("jobsamtale", "faelles-jobsamtale"))
FAELLES = r.Samtaler(1, ("jobsamtale", "faelles-jobsamtale"), faelles=True)
TILBUD = r.Tilbudstaeller(())


@pytest.mark.parametrize(
    ("taeller", "antal", "da", "en"),
    [
        (SAMTALER, 1, "én jobsamtale", "one job interview"),
        (SAMTALER, 4, "fire jobsamtaler", "four job interviews"),
        (FAELLES, 1, "én fælles jobsamtale", "one joint job interview"),
        (FAELLES, 2, "to fælles jobsamtaler", "two joint job interviews"),
        (TILBUD, 1, "ét tilbud", "one offer"),
        (TILBUD, 2, "to tilbud", "two offers"),
        (r.Kontakter(), 1, "én kontakt", "one contact"),
        (r.Kontakter(), 2, "to kontakter", "two contacts"),
    ],
)
def test_so_many_of_what_is_counted(taeller: object, antal: int, da: str, en: str) -> None:
    assert (da, en) == (taelleord.antal_af(taeller, antal, DA), taelleord.antal_af(taeller, antal, EN))


def test_one_of_them_as_new() -> None:
    assert ["en jobsamtale", "et tilbud", "en kontakt"] == [
        taelleord.ens(t, DA) for t in (SAMTALER, TILBUD, r.Kontakter())
    ]
    assert ["a job interview", "an offer"] == [taelleord.ens(t, EN) for t in (SAMTALER, TILBUD)]


def test_lists() -> None:
    assert ["", "a", "a og b", "a, b og c"] == [DA.og(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])]
    assert "a or b" == EN.eller(["a", "b"])


def test_citations() -> None:
    stk = r.Hjemmel(kilder.LAB, "§ 16 b, stk. 1, nr. 2")
    assert ("LAB § 16 b, stk. 1, nr. 2", "LAB § 16 b(1) no. 2") == (DA.citat(stk), EN.citat(stk))
    syg = r.Hjemmel(kilder.SDPL, "§ 13 b, stk. 1")
    assert ("sygedagpengeloven § 13 b, stk. 1", "the Sickness Benefit Act § 13 b(1)") == (DA.citat(syg), EN.citat(syg))
    assert ("LAB § 20, stk. 1,", "LAB § 19") == (efter("LAB § 20, stk. 1"), efter("LAB § 19"))
    assert "LAB § 31, stk. 2, nr. 1 og 2" == samlet(["LAB § 31, stk. 2, nr. 1", "LAB § 31, stk. 2, nr. 2"], DA)
    assert "LAB § 31(2) no. 1 and no. 2" == samlet(["LAB § 31(2) no. 1", "LAB § 31(2) no. 2"], EN)
    assert "LAB § 1 og sygedagpengeloven § 2" == samlet(["LAB § 1", "sygedagpengeloven § 2"], DA)
    assert "LAB § 1" == samlet(["LAB § 1", "LAB § 1"], DA)


def test_a_sentence() -> None:
    assert ["Ja.", "Ja."] == [saetning("ja"), saetning("Ja.")]
