"""The a-kasse's part of a course, as a rule means it."""

from __future__ import annotations

from typing import Any

from kontaktforloeb import regelsprog as r
from kontaktforloeb.ure.forbrug import faseslut
from kontaktforloeb.ure.forloeb import Forloeb
from kontaktforloeb.ure.timer import TimeForloeb


def a_kassens_del(forbrug: Any, f: Forloeb, fasen: r.AKassensDel) -> tuple[int | None, str | None]:
    """The last day of it, None while that is not known, and what was taken as given; day 0 where there is none."""
    assert isinstance(f, TimeForloeb)
    if fasen.forloeb_fra is not None and f.start < fasen.forloeb_fra.toordinal():
        return 0, None
    slut, _, antagelse = faseslut(forbrug, f)
    ordning = next(
        (o.fra for o in f.tl.ordninger if o.navn == fasen.indtil_ordning and (o.slut is None or o.slut >= f.start)),
        None,
    )
    if ordning is not None and (slut is None or ordning <= slut):
        return ordning - 1, None
    return slut, antagelse
