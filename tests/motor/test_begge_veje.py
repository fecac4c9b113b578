"""Interviews in a form in doubt: what comes to the same both ways stands, and the rest is left open."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb import regelsprog as r
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.sag import Haendelse, Periode, Sag, Samtale
from kontaktforloeb.testing.properties import sensitivity_is_brute_force
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering.begge_veje import forlig
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.foelsomhed import _Foelsomhed, afhaengigheder
from kontaktforloeb.vurdering.fund import (
    AFVENTER,
    BORTFALDET,
    FOR_SENT,
    IKKE,
    OPFYLDT,
    UAFKLARET,
    Fund,
)
from kontaktforloeb.vurdering.oversaet import oversaet

SAMTALE, TILBUD = r.Samtaler(1, ("jobsamtale",)), r.Tilbudstaeller(())
FOERST, SIDST = ("form-uvis", "2021-08-07", "video", ""), ("form-uvis", "2021-08-20", "digital", "kommune")


TVIVL = {"leg": {FOERST}}
PR = dt.date(2021, 9, 1)


def dag(iso: str) -> int:
    return dt.date.fromisoformat(iso).toordinal()


def fund(
    udfald: str,
    trin: int | None = None,
    *,
    start: int = 1,
    regel: str = "A",
    taeller: Any = SAMTALE,
    familie: str = "leg",
    anledning: Any = None,
    **mere: Any,
) -> Fund:
    x = Fund(Ting(regel=Ting(id=regel, taeller=taeller, familie=familie)), Ting(start=start), trin)
    x.udfald, x.aarsag, x.afgjort, x.efterfoelger, x.anledning = udfald, ("foer",), 5, "B", anledning
    x.medregnet = [Ting(dag=dag("2021-08-20"))] if udfald in (OPFYLDT, FOR_SENT) else []
    for felt, vaerdi in mere.items():
        setattr(x, felt, vaerdi)
    return x


@pytest.mark.parametrize(
    ("uden", "med", "taeller", "udfald"),
    [
        (OPFYLDT, OPFYLDT, SAMTALE, OPFYLDT),
        (IKKE, IKKE, SAMTALE, IKKE),
        (IKKE, OPFYLDT, SAMTALE, UAFKLARET),
        (IKKE, FOR_SENT, SAMTALE, IKKE),  # missed in time both ways
        (IKKE, FOR_SENT, TILBUD, UAFKLARET),
        (FOR_SENT, OPFYLDT, SAMTALE, UAFKLARET),
        (FOR_SENT, IKKE, SAMTALE, UAFKLARET),
        (OPFYLDT, FOR_SENT, SAMTALE, UAFKLARET),
        (AFVENTER, OPFYLDT, SAMTALE, UAFKLARET),
        (BORTFALDET, OPFYLDT, SAMTALE, UAFKLARET),
        (BORTFALDET, BORTFALDET, SAMTALE, BORTFALDET),
        (BORTFALDET, None, SAMTALE, BORTFALDET),
        (IKKE, None, SAMTALE, UAFKLARET),
        (AFVENTER, None, SAMTALE, UAFKLARET),
    ],
)
def test_what_comes_to_something_else_is_left_open(uden: str, med: str | None, taeller: Any, udfald: str) -> None:
    x = fund(uden, taeller=taeller)
    forlig([x], [] if med is None else [fund(med, taeller=taeller)], TVIVL)
    assert x.udfald == udfald
    aendret = udfald != uden
    assert (x.aarsag, x.afgjort, x.efterfoelger) == ((FOERST, None, None) if aendret else (("foer",), 5, "B"))


@pytest.mark.parametrize("andet", [{"trin": 2}, {"start": 2}, {"regel": "C"}])
def test_each_is_held_against_its_own_rule_period_and_step(andet: dict[str, Any]) -> None:
    x = fund(OPFYLDT, **{"trin": 1, **andet})
    forlig([x], [fund(IKKE, 1), fund(OPFYLDT, **{"trin": 1, **andet})], TVIVL)
    assert x.udfald == OPFYLDT


KONTROL, ANDEN = Ting(art="kontrolaktion", dag=7), Ting(art="kontrolaktion", dag=90)


def test_the_steps_of_each_event_are_counted_from_its_first() -> None:
    """Where they count the first event has a step more, so that those of the next one are numbered on from there."""
    uden = [fund(IKKE, 1, anledning=KONTROL), fund(OPFYLDT, 2, anledning=ANDEN), fund(AFVENTER, 3, anledning=ANDEN)]
    med = [fund(IKKE, n, anledning=KONTROL) for n in (1, 2)]
    med += [fund(AFVENTER, 4, anledning=ANDEN), fund(OPFYLDT, 3, anledning=ANDEN)]
    forlig(uden[::-1], med, TVIVL)
    assert [x.udfald for x in uden] == [IKKE, OPFYLDT, AFVENTER]
    forlig(uden, [x for x in med if x.anledning is KONTROL], TVIVL)
    assert [x.udfald for x in uden] == [IKKE, UAFKLARET, UAFKLARET]


def test_without_an_event_a_step_is_its_number() -> None:
    uden = [fund(OPFYLDT, 2)]
    forlig(uden, [fund(OPFYLDT, 1)], TVIVL)
    assert uden[0].udfald == UAFKLARET


def test_events_of_one_day_are_told_apart_by_their_kind() -> None:
    x = fund(OPFYLDT, anledning=KONTROL)
    forlig([x], [fund(IKKE, anledning=Ting(art="foedsel", dag=7)), fund(OPFYLDT, anledning=KONTROL)], TVIVL)
    assert x.udfald == OPFYLDT


@pytest.mark.parametrize(("frist", "udfald"), [(9, AFVENTER), (8, UAFKLARET), (None, UAFKLARET)])
def test_a_deadline_ahead_is_the_same_day_both_ways(frist: int | None, udfald: str) -> None:
    x = fund(AFVENTER, frist=9)
    forlig([x], [fund(AFVENTER, frist=frist)], TVIVL)
    assert x.udfald == udfald
    passeret = fund(IKKE, frist=9)
    forlig([passeret], [fund(IKKE, frist=frist)], TVIVL)
    assert passeret.udfald == IKKE


@pytest.mark.parametrize(
    ("tvivl", "bemaerket"),
    [({"leg": {SIDST}}, [SIDST]), ({"leg": {FOERST}}, []), ({"leg": {FOERST, SIDST}}, [SIDST])],
)
def test_what_may_have_met_it_late_is_told(tvivl: Any, bemaerket: Any) -> None:
    x = fund(IKKE)
    forlig([x], [fund(FOR_SENT)], tvivl)
    assert (x.udfald, x.bemaerkninger) == (IKKE, bemaerket)


@pytest.mark.parametrize(
    ("bemaerkninger", "tvivl", "aarsag"),
    [
        ([("lukkedag", "2021-08-07"), SIDST], {"leg": {FOERST}}, SIDST),  # the one in its own window
        ([("lukkedag", "2021-08-07")], {"leg": {SIDST}, "andre": {FOERST}}, SIDST),  # else of its family
        ([], {"andre": {FOERST}}, FOERST),  # else what it counts from
    ],
)
def test_the_interview_named_bears_on_the_requirement(bemaerkninger: Any, tvivl: Any, aarsag: Any) -> None:
    x = fund(AFVENTER, bemaerkninger=bemaerkninger)
    forlig([x], [fund(OPFYLDT)], tvivl)
    assert x.aarsag == aarsag


def test_equals_are_taken_in_their_order() -> None:
    uden = [fund(OPFYLDT), fund(IKKE)]
    forlig(uden, [fund(OPFYLDT), fund(OPFYLDT)], TVIVL)
    assert [x.udfald for x in uden] == [OPFYLDT, UAFKLARET]


@pytest.mark.parametrize(
    ("fra", "aarsag", "mangler"),
    [
        (None, FOERST, []),
        ("2021-08-07", FOERST, []),
        ("2021-08-08", SIDST, ["kommune"]),
        ("2021-08-21", SIDST, ["kommune"]),  # none from then on: the last one before
    ],
)
def test_the_first_from_the_window_on_is_named(fra: str | None, aarsag: Any, mangler: list[str]) -> None:
    x = fund(IKKE)
    x.fra = None if fra is None else dag(fra)
    forlig([x], [fund(OPFYLDT)], {"leg": {SIDST, FOERST}})
    assert (x.aarsag, x.mangler) == (aarsag, mangler)


def test_what_would_tell_is_named_once() -> None:
    x = fund(IKKE)
    x.fra, x.mangler = dag("2021-08-20"), ["kommune"]
    forlig([x], [fund(OPFYLDT)], {"leg": {SIDST}})
    assert x.mangler == ["kommune"]


def _sag(form: str) -> Sag:
    return Sag(
        id="T",
        perioder=(Periode(ydelse="kontanthjaelp", maalgruppe="aktivitetsparat", fra=dt.date(2021, 6, 17)),),
        haendelser=(
            Haendelse(art="foerste-henvendelse", dato=dt.date(2021, 6, 17)),
            Haendelse(art="kontrolaktion", dato=dt.date(2021, 8, 10), udland=False),
        ),
        samtaler=(Samtale(dato=dt.date(2021, 8, 15), art="jobsamtale", form=form, status="afholdt"),),
    )


def _udfald(form: str, **valg: str) -> tuple[str, tuple[tuple[str, str | None], ...], str]:
    v = kf.vurder(_sag(form), pr=PR, fortolkninger=valg)
    (k,) = (k for k in v.krav if k.regel == "LAB-2019:38.1a")
    return k.udfald, tuple((a.valg, a.udfald) for a in k.afhaenger_af if a.fortolkning == "forkert-form"), k.forklaring


def test_a_form_in_doubt_leaves_the_requirement_open_and_the_reading_that_counts_it_settles_it() -> None:
    assert _udfald("fremmoede")[:2] == ("opfyldt", ())
    udfald, andet, forklaring = _udfald("video")
    assert (udfald, andet) == ("uafklaret", (("taeller", "opfyldt"),))
    assert "det ikke fremgår af sagen, om samtalen den 15. august 2021 måtte holdes i den form (video)" in forklaring
    assert _udfald("video", **{"forkert-form": "taeller"})[:2] == ("opfyldt", (("taeller-ikke", "uafklaret"),))


@pytest.mark.parametrize("valg", [{}, {"forkert-form": "taeller"}, {"frist-dag": "medregnet"}])
def test_what_depends_on_a_reading_is_found_both_ways_too(valg: dict[str, str]) -> None:
    laesninger = {x.navn: tuple(x.valg) for x in kf.fortolkninger()}
    sensitivity_is_brute_force(_sag("video"), PR, laesninger, fortolkninger=valg)


def test_a_reading_that_leaves_it_open_as_well_changes_nothing() -> None:
    """One day earlier or later, what turns on the form is open: judged one way alone it would seem to be a breach."""
    (k,) = (k for k in kf.vurder(_sag("video"), pr=PR).krav if k.regel == "LAB-2019:38.1a")
    assert [a for a in k.afhaenger_af if a.fortolkning == "frist-dag"] == []


@pytest.mark.parametrize(("art", "uvis"), [("jobsamtale", False), ("faelles-jobsamtale", True)])
def test_only_a_joint_interview_is_in_doubt_for_what_asks_for_one(art: str, uvis: bool) -> None:
    dag_1, talt = dt.date(2021, 8, 2), dt.date(2021, 8, 20)
    ledig = Periode(ydelse="dagpenge", maalgruppe="dagpengemodtager", fra=dag_1)
    sket = (Haendelse(art="indplacering", dato=dag_1), Haendelse(art="behov-for-a-kasse", dato=dag_1))
    samtale = Samtale(dato=talt, art=art, form="telefon", status="afholdt")
    v = kf.vurder(Sag(id="T", perioder=(ledig,), haendelser=sket, samtaler=(samtale,)), pr=dt.date(2021, 12, 1))
    (k,) = (k for k in v.krav if k.regel == "LAB-2019:31.2.1")
    assert ("form-uvis" in [b.kode for b in k.bemaerkninger]) is uvis
    assert k.udfald == ("uafklaret" if uvis else "ikke-opfyldt")


@pytest.mark.parametrize(("tvivl", "hvordan"), [({}, {"proev"}), ({"leg": {FOERST}}, {"forfra"})])
def test_what_was_judged_both_ways_is_judged_so_under_every_choice(
    tvivl: Any, hvordan: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules that were left open by what they count from would not be told from others, judged again alone."""
    dom = Dom(oversaet(REGELSAET, "gaeldende", None), Tidslinje(_sag("fremmoede"), PR.toordinal()))
    fund = dom.koer()
    assert dom.tvivl == {}
    dom.tvivl = tvivl
    kaldt: set[str] = set()
    for navn in ("proev", "forfra"):
        monkeypatch.setattr(_Foelsomhed, navn, lambda _self, _andet, navn=navn: kaldt.add(navn))
    afhaengigheder(dom, fund)
    assert kaldt == hvordan
