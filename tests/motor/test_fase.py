"""The a-kasse's part of a course: until it is handed over, or the person is visited to the job centre."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace as Ting
from typing import Any

import pytest

from kontaktforloeb import regelsprog as r
from kontaktforloeb.ure.timer import TimeForloeb
from kontaktforloeb.vurdering import fase
from kontaktforloeb.vurdering.fase import a_kassens_del

DEL = r.AKassensDel(dt.date.fromordinal(100), indtil_ordning="visiteret")


def ordning(fra: int, slut: int | None = None, navn: str = "visiteret") -> Any:
    return Ting(fra=fra, slut=slut, navn=navn)


def sidste(*ordninger: Any, start: int = 100, slut: int | None = 200) -> Any:
    """The last day, where consumption ends it on `slut`."""
    f = TimeForloeb.__new__(TimeForloeb)
    f.start = start
    f.tl = Ting(ordninger=list(ordninger))
    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(fase, "faseslut", lambda *_: (slut, None, "antaget"))
        return a_kassens_del(None, f, DEL)


def test_a_course_begun_before_the_act_has_no_such_part() -> None:
    assert sidste(start=99) == (0, None)
    assert sidste(start=100) == (200, "antaget")


@pytest.mark.parametrize(
    ("fra", "svar"),
    [(150, (149, None)), (200, (199, None)), (201, (200, "antaget"))],  # after it had ended the visit changes nothing
)
def test_a_visit_to_the_job_centre_ends_it_the_day_before(fra: int, svar: Any) -> None:
    assert sidste(ordning(fra)) == svar


def test_a_visit_ends_what_has_no_known_end() -> None:
    assert sidste(ordning(150), slut=None) == (149, None)
    assert sidste(slut=None) == (None, "antaget")


@pytest.mark.parametrize(("slut", "svar"), [(99, (200, "antaget")), (100, (49, None)), (None, (49, None))])
def test_a_visit_that_ended_before_the_course_is_of_another(slut: int | None, svar: Any) -> None:
    assert sidste(ordning(50, slut)) == svar


def test_another_scheme_does_not_end_it() -> None:
    assert sidste(ordning(150, navn="forsoeg")) == (200, "antaget")
