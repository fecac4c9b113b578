"""The structure of the timeline picture: everything of the case is in it, where it belongs, told apart by shape."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

import kontaktforloeb as kf
from kontaktforloeb.koder import Udfald
from kontaktforloeb.visning.figurer import MARKS, OUTCOMES
from kontaktforloeb.visning.tidslinjebillede import Picture, picture

D = dt.date
EXAMPLES = Path(next(iter(kf.__path__))) / "eksempler"
INDEX = json.loads((EXAMPLES / "oversigt.json").read_text(encoding="utf-8"))


def drawn(sag: kf.Sag, *, sprog: str = "da", **choices: Any) -> tuple[kf.Vurdering, Picture, ET.Element]:
    verdict = kf.vurder(sag, sprog=sprog, **choices)
    found = picture(verdict, sag, sprog)
    return verdict, found, ET.fromstring(found.svg)  # noqa: S314 - our own


def of_class(svg: ET.Element, name: str) -> list[ET.Element]:
    return [e for e in svg.iter() if name in e.get("class", "").split()]


def percent(text: str | None) -> float:
    assert text is not None
    assert text.endswith("%")
    return float(text[:-1])


@pytest.fixture(scope="module", params=itertools.product(INDEX, ("da", "en")), ids=lambda p: f"{p[0]['navn']}-{p[1]}")
def example(request: pytest.FixtureRequest) -> tuple[kf.Sag, kf.Vurdering, Picture, ET.Element]:
    line, sprog = request.param
    sag = kf.indlaes(EXAMPLES / line["sag"])
    day = D.fromisoformat(line["pr"])
    return sag, *drawn(sag, sprog=sprog, pr=day, lovgrundlag=line["lovgrundlag"])


def test_every_requirement_with_a_place_in_time_has_its_window(example: Any) -> None:
    _, verdict, found, svg = example
    windows = {int(e.get("data-krav", "")): e for e in of_class(svg, "krav")}
    expected = [n for n, k in enumerate(verdict.krav) if k.udfald != "intet-krav" or k.fra or k.frist]

    assert sorted(windows) == expected
    assert found.left_out == len(verdict.krav) - len(expected)
    for number, element in windows.items():
        krav = verdict.krav[number]
        assert krav.udfald in element.get("class", "").split()
        assert (krav.fra.isoformat() if krav.fra else "") == element.get("data-fra")
        assert (krav.frist.isoformat() if krav.frist else "") == element.get("data-frist")
        assert 1 == len(of_class(element, "vindue"))
        assert len({m.dato for m in krav.medregnet}) == len(of_class(element, "talt"))
        assert krav.titel in (element.findtext("title") or "")


def test_there_are_as_many_marks_as_interviews(example: Any) -> None:
    sag, _, _, svg = example

    assert sorted(s.dato.isoformat() for s in sag.samtaler) == sorted(
        e.get("data-dato", "") for e in of_class(svg, "samtale")
    )
    assert len(sag.tilbud) == len(of_class(svg, "tilbud"))
    assert len(sag.perioder) == len(of_class(svg, "periode"))
    assert len(sag.fritagelser) == len(of_class(svg, "fritagelse"))
    assert len(sag.haendelser) == len(of_class(svg, "haendelse"))


def test_the_windows_lie_in_the_order_of_their_days(example: Any) -> None:
    _, verdict, _, svg = example
    ends = []
    for element in of_class(svg, "krav"):
        krav = verdict.krav[int(element.get("data-krav", ""))]
        bar = of_class(element, "vindue")[0]
        x, width = percent(bar.get("x")), percent(bar.get("width"))
        assert 0 <= x
        assert width > 0
        assert x + width <= 100
        if krav.frist is not None:
            ends.append((krav.frist, round(x + width, 2)))
    assert [end for _, end in sorted(ends)] == sorted(end for _, end in ends)


def test_nothing_lies_below_the_picture_or_over_its_sides(example: Any) -> None:
    svg = example[3]
    height = float(svg.get("height", ""))
    for element in svg.iter():
        for name in ("y", "y1", "y2"):
            assert 0 <= float(element.get(name, "0")) <= height or element.tag == "rect"
        for name in ("x1", "x2"):
            if element.get(name, "0").endswith("%"):
                assert 0 <= percent(element.get(name)) <= 100


def test_windows_of_one_rule_never_cover_each_other(example: Any) -> None:
    svg = example[3]
    bars: dict[str | None, list[tuple[float, float]]] = {}
    for element in of_class(svg, "krav"):
        bar = of_class(element, "vindue")[0]
        x = percent(bar.get("x"))
        bars.setdefault(bar.get("y"), []).append((x, x + percent(bar.get("width"))))
    for row in bars.values():
        for (_, end), (begin, _) in itertools.pairwise(sorted(row)):
            assert end <= begin + 0.01


def test_it_can_be_read_aloud_and_runs_nothing(example: Any) -> None:
    _, verdict, found, svg = example
    title, text = svg.find("title"), svg.find("desc")

    assert title is not None
    assert text is not None
    assert svg.get("role") == "img"
    assert f"{title.get('id')} {text.get('id')}" == svg.get("aria-labelledby")
    assert str(len(verdict.krav)) in (text.text or "")
    assert {e.tag for e in svg.iter()} <= {
        "svg", "title", "desc", "g", "rect", "line", "text", "tspan", "circle", "path"
    }  # fmt: skip
    assert not any(name.startswith("on") or "href" in name for e in svg.iter() for name in e.attrib)
    assert "url(" not in found.svg


def test_the_same_verdict_gives_the_same_bytes(example: Any) -> None:
    sag, verdict, found, svg = example
    sprog = "en" if "The timeline" in (svg.findtext("title") or "") else "da"

    assert found.svg == picture(verdict, sag, sprog).svg


def test_every_outcome_has_a_shape_of_its_own() -> None:
    assert set(Udfald.koder()) == set(OUTCOMES)
    assert len(OUTCOMES) == len({name for name, _ in OUTCOMES.values()}) == len({s for _, s in OUTCOMES.values()})
    assert len(MARKS) == len({name for name, _ in MARKS.values()}) == len({s for _, s in MARKS.values()})
    for _, shape in [*OUTCOMES.values(), *MARKS.values()]:
        ET.fromstring(f"<g>{shape}</g>")  # noqa: S314 - our own


def test_the_shape_follows_the_outcome_in_the_picture(example: Any) -> None:
    _, verdict, found, svg = example
    shapes = {(verdict.krav[int(e.get("data-krav", ""))].udfald, e.get("data-form")) for e in of_class(svg, "krav")}

    assert {(u, OUTCOMES[u][0]) for u in found.udfald} == shapes


# --- the lines, and what is known ------------------------------------------------------------------------------------


def en_sag(**more: Any) -> kf.Sag:
    return kf.Sag(
        id="A",
        perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2019, 7, 8)),),
        haendelser=(kf.Haendelse(art="foerste-henvendelse", dato=D(2019, 7, 8)),),
        **more,
    )


@pytest.mark.parametrize(("basis", "switch"), [("gaeldende", "2020-01-01"), ("aftale-2018", "2019-07-01")])
def test_the_day_judged_and_the_switch_are_marked(basis: str, switch: str) -> None:
    _, _, svg = drawn(en_sag(), pr=D(2020, 2, 3), lovgrundlag=basis)

    assert ["2020-02-03"] == [e.get("data-dato") for e in of_class(svg, "pr")]
    assert [switch] == [e.get("data-dato") for e in of_class(svg, "skift")]
    assert "pr. 3.\u00a0februar 2020" == of_class(svg, "pr")[0].findtext("text")


def test_no_switch_is_drawn_that_the_picture_does_not_reach() -> None:
    sag = kf.Sag(id="A", perioder=(kf.Periode(ydelse="kontanthjaelp", maalgruppe="jobparat", fra=D(2022, 7, 4)),))

    assert not of_class(drawn(sag, pr=D(2022, 8, 1))[2], "skift")


def test_the_months_are_named_in_the_language() -> None:
    names = {
        sprog: [e.text for e in of_class(drawn(en_sag(), pr=D(2019, 12, 1), sprog=sprog)[2], "maanedsnavn")]
        for sprog in ("da", "en")
    }

    assert names["da"][3] == "okt"
    assert names["en"][3] == "Oct"


def test_what_comes_after_the_day_judged_is_set_apart() -> None:
    sag = en_sag(samtaler=tuple(kf.Samtale(dato=d) for d in (D(2019, 7, 10), D(2019, 8, 1), D(2019, 9, 2))))
    _, _, svg = drawn(sag, pr=D(2019, 8, 1))

    assert ["2019-09-02"] == [e.get("data-dato") for e in of_class(svg, "samtale") if "senere" in e.get("class", "")]


def test_what_was_not_known_or_was_withdrawn_is_not_drawn() -> None:
    sag = en_sag(
        samtaler=(
            kf.Samtale(dato=D(2019, 7, 10), noegle="1"),
            kf.Samtale(dato=D(2019, 7, 11), noegle="2", erstatter="1", registreret=D(2019, 8, 20)),
            kf.Samtale(dato=D(2019, 7, 12), annulleret=True),
        )
    )
    days = {
        kendt: [e.get("data-dato") for e in of_class(drawn(sag, pr=D(2019, 9, 1), kendt=kendt)[2], "samtale")]
        for kendt in (None, D(2019, 8, 1))
    }

    assert {None: ["2019-07-11"], D(2019, 8, 1): ["2019-07-10"]} == days


def test_a_long_earlier_spell_does_not_push_the_rest_together() -> None:
    sag = kf.Sag(
        id="A", perioder=(kf.Periode(ydelse="foertidspension", maalgruppe="foertidspensionist", fra=D(2010, 1, 4)),)
    )
    verdict, found, svg = drawn(sag, pr=D(2022, 8, 1))

    assert 0 < len(of_class(svg, "aarstal"))
    assert percent(of_class(svg, "bjaelke")[0].get("x")) >= 1.5
    assert found.left_out == sum(k.udfald == "intet-krav" for k in verdict.krav)


def test_an_exemption_an_offer_and_an_interview_that_was_not_held() -> None:
    sag = en_sag(
        samtaler=(kf.Samtale(dato=D(2019, 8, 5), status="udeblevet"),),
        tilbud=(
            kf.Tilbud(art="nytteindsats", fra=D(2019, 9, 2), til=D(2019, 9, 27)),
            kf.Tilbud(art="nytteindsats", fra=D(2019, 10, 7), status="planlagt"),
        ),
        fritagelser=(kf.Fritagelse(grund="barsel", fra=D(2019, 11, 4)),),
    )
    _, found, svg = drawn(sag, pr=D(2019, 12, 1))

    assert ["kryds"] == [e.get("data-form") for e in of_class(svg, "samtale")]
    assert 1 == len(of_class(svg, "plan"))
    assert ("ikke-afholdt", "haendelse") == found.marks
    assert 1 == len(of_class(of_class(svg, "fritagelse")[0], "pil"))
