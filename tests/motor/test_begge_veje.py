"""Interviews in a form in doubt: what comes to the same both ways stands, and the rest is left open."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb import regelsprog as r
from kontaktforloeb.sag import Haendelse, Periode, Sag, Samtale
from kontaktforloeb.testing.properties import sensitivity_is_brute_force
from kontaktforloeb.vurdering.begge_veje import forlig
from kontaktforloeb.vurdering.fund import (
    AFVENTER,
    BORTFALDET,
    FOR_SENT,
    IKKE,
    OPFYLDT,
    UAFKLARET,
    Fund,
)

SAMTALE, TILBUD = r.Samtaler(1, ("jobsamtale",)), r.Tilbudstaeller(())
FOERST, SIDST = ("form-uvis", "2021-08-07", "digital", ""), ("form-uvis", "2021-08-20", "video", "kommune")


PR = dt.date(2021, 9, 1)


def dag(iso: str) -> int:
    return dt.date.fromisoformat(iso).toordinal()


def fund(udfald: str, trin: int | None = None, *, start: int = 1, regel: str = "A", taeller: Any = SAMTALE) -> Fund:
    x = Fund(Ting(regel=Ting(id=regel, taeller=taeller)), Ting(start=start), trin)
    x.udfald, x.aarsag, x.afgjort, x.efterfoelger = udfald, ("foer",), 5, "B"
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
    forlig([x], [] if med is None else [fund(med, taeller=taeller)], {FOERST})
    assert x.udfald == udfald
    aendret = udfald != uden
    assert (x.aarsag, x.afgjort, x.efterfoelger) == ((FOERST, None, None) if aendret else (("foer",), 5, "B"))


@pytest.mark.parametrize("andet", [{"trin": 2}, {"start": 2}, {"regel": "C"}])
def test_each_is_held_against_its_own_rule_period_and_step(andet: dict[str, Any]) -> None:
    x = fund(OPFYLDT, **{"trin": 1, **andet})
    forlig([x], [fund(IKKE, 1), fund(OPFYLDT, **{"trin": 1, **andet})], {FOERST})
    assert x.udfald == OPFYLDT


def test_equals_are_taken_in_their_order() -> None:
    uden = [fund(OPFYLDT), fund(IKKE)]
    forlig(uden, [fund(OPFYLDT), fund(OPFYLDT)], {FOERST})
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
    forlig([x], [fund(OPFYLDT)], {SIDST, FOERST})
    assert (x.aarsag, x.mangler) == (aarsag, mangler)


def test_what_would_tell_is_named_once() -> None:
    x = fund(IKKE)
    x.fra, x.mangler = dag("2021-08-20"), ["kommune"]
    forlig([x], [fund(OPFYLDT)], {SIDST})
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
