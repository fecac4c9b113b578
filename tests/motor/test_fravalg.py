"""What an interview is worth where the a-kasse may have been declined for it, before interviews are allotted."""

from __future__ import annotations

from types import SimpleNamespace as Ting
from typing import Any

import pytest

from kontaktforloeb.vurdering import samtaletaelling
from kontaktforloeb.vurdering.samtaletaelling import Samtaletaelling

FRAVALGT = ("fravalgt", "2021-03-01")


@pytest.fixture
def spurgt(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The windows asked about; a condition of a test is what it answers and why."""
    vinduer: list[Any] = []

    def holder(betingelse: Any, _sted: Any, vindue: Any, aarsag: list[tuple[str, ...]]) -> bool | None:
        vinduer.append(vindue)
        svar, hvorfor = betingelse
        aarsag.extend(hvorfor)
        return bool(svar)

    monkeypatch.setattr(samtaletaelling, "holder", holder)
    return vinduer


def fravalgt(dage: list[int], antal: int, fra: int | None, svar: bool) -> tuple[bool, Any]:
    """Whether it was declined for an interview, where these were held, and what is kept of it."""
    dom: Any = Ting(_taellelige=lambda *_: ([Ting(dag=d) for d in dage], []))
    t = Ting(antal=antal, ogsaa_uden=(svar, [FRAVALGT]))
    o: Any = Ting(fra=fra, nominal=300, sted=None, fravalgt=None)
    k: Any = Ting(regel=Ting(taeller=t))
    return Samtaletaelling._fravalgt(dom, k, None, o), o.fravalgt


@pytest.mark.parametrize(
    ("dage", "antal", "fra", "moedt"),
    [
        ([99, 100, 120, 130], 2, 100, 120),  # the first day of the window is of it, the day before is not
        ([100, 120], 2, 100, 120),
        ([100], 2, 100, None),
        ([100], 1, 100, 100),
        ([100, 120], 1, None, None),  # no window yet
    ],
)
def test_it_is_asked_when_as_many_as_needed_had_been_held(
    dage: list[int], antal: int, fra: int | None, moedt: int | None, spurgt: list[Any]
) -> None:
    fravalgt(dage, antal, fra, svar=True)
    assert [(v.fra, v.nominal, v.moedt) for v in spurgt] == [(fra, 300, moedt)]


@pytest.mark.usefixtures("spurgt")
def test_the_day_of_the_refusal_is_kept_with_what_was_refused() -> None:
    assert fravalgt([], 1, 100, svar=True) == (True, "2021-03-01")
    assert fravalgt([], 1, 100, svar=False) == (False, None)


def foreloebigt(betingelse: Any, dage: list[int], kraevet: int = 2, tidligere: str | None = None) -> Any:
    o: Any = Ting(
        klausul=Ting(regel=Ting(betingelse=betingelse)), forloeb=None, trin=None, nominal=300, fravalgt=tidligere,
        sted=None, i_tide=[Ting(dag=d) for d in dage], kraevet=kraevet,
    )  # fmt: skip
    dom: Any = Ting(_vindue=lambda _o: "vinduet")
    x = Samtaletaelling._foreloebigt(dom, o)
    return x.udfald, x.afgjort, x.aarsag, x.fravalgt


@pytest.mark.usefixtures("spurgt")
@pytest.mark.parametrize("betingelse", [None, (True, []), (True, [FRAVALGT])])
@pytest.mark.parametrize(
    ("dage", "svar"), [([5], ("afventer", None)), ([5, 7], ("opfyldt", 7)), ([5, 7, 9], ("opfyldt", 7))]
)
def test_before_they_are_allotted_it_is_met_by_as_many_as_it_asks_for(
    betingelse: Any, dage: list[int], svar: Any
) -> None:
    assert foreloebigt(betingelse, dage) == (*svar, (), None)
    assert foreloebigt(betingelse, dage, tidligere="2021-02-01") == (*svar, (), "2021-02-01")


@pytest.mark.usefixtures("spurgt")
@pytest.mark.parametrize(
    ("hvorfor", "svar"),
    [
        ([FRAVALGT], (FRAVALGT, "2021-03-01")),
        ([("fravalgt", "2021-02-01"), FRAVALGT], (FRAVALGT, "2021-03-01")),
        ([("ikke-sket", "behov")], (("ikke-sket", "behov"), None)),
        ([], ((), None)),
    ],
)
def test_where_its_condition_is_absent_it_lapses_and_says_what_was_refused(hvorfor: Any, svar: Any) -> None:
    assert foreloebigt((False, hvorfor), [5, 7]) == ("bortfaldet", None, *svar)
