"""The line charts: where a share and a month stand, what is labelled and how lines are told apart."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from kontaktforloeb.maaling.dage import month_text, read_month
from kontaktforloeb.maaling.diagram import Line, Mark, chart

START = read_month("2019-01")


def months(number: int) -> list[int]:
    return list(range(START, START + number))


def drawn(number: int, *lines: Line, marks: tuple[Mark, ...] = (), title: str = "T") -> ET.Element:
    return ET.fromstring(chart(title, months(number), lines, marks))  # noqa: S314 - of our own making


def line(name: str, *shares: int | None) -> Line:
    return Line(name, {START + i: Fraction(s) for i, s in enumerate(shares) if s is not None})


def of(svg: ET.Element, tag: str, kind: str) -> list[ET.Element]:
    return [e for e in svg.iter(tag) if e.get("class") == kind]


def number(e: ET.Element, name: str) -> float:
    return float(e.attrib[name])


def texts(svg: ET.Element) -> dict[str, ET.Element]:
    return {e.text or "": e for e in of(svg, "text", "akse")}


def grid(svg: ET.Element) -> dict[int, float]:
    """The height of each line of the grid, by the per cent of its label, which stands at the line's left end."""
    found: dict[int, float] = {}
    labels = [e for e in of(svg, "text", "akse") if e.get("text-anchor") == "end"]
    for rule, label in zip(of(svg, "line", "gitter"), labels, strict=True):
        assert number(rule, "y1") == number(rule, "y2")
        assert abs(number(label, "y") - number(rule, "y1")) <= 4  # beside its line
        assert 0 < number(rule, "x1") - number(label, "x") <= 6
        found[int(label.text or "")] = number(rule, "y1")
    return found


def frame(svg: ET.Element) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of the field in which the lines are drawn."""
    rules = of(svg, "line", "gitter")
    ((left, right),) = {(number(r, "x1"), number(r, "x2")) for r in rules}
    heights = grid(svg)
    return left, right, heights[100], heights[0]


def test_the_scale_goes_from_0_at_the_bottom_to_100_at_the_top_in_even_steps() -> None:
    svg = drawn(6, line("a", 50))
    heights = grid(svg)
    assert [0, 20, 40, 60, 80, 100] == list(heights)
    steps = [heights[a] - heights[a + 20] for a in range(0, 100, 20)]
    assert all(abs(s - steps[0]) < 0.11 for s in steps)  # to the tenth in which they are written
    assert steps[0] > 0


def test_a_share_stands_at_its_height_and_a_month_at_its_place() -> None:
    svg = drawn(5, line("a", 0, 20, 100, 50, 60))
    heights = grid(svg)
    left, right, *_ = frame(svg)
    points = [(number(c, "cx"), number(c, "cy")) for c in svg.iter("circle")]
    assert [heights[0], heights[20], heights[100], heights[60]] == [points[i][1] for i in (0, 1, 2, 4)]
    assert abs(points[3][1] - (heights[0] + heights[100]) / 2) < 0.1
    assert [left + (right - left) * i / 4 for i in range(5)] == pytest.approx([x for x, _ in points], abs=0.06)
    (path,) = of(svg, "polyline", "linje")
    drawn_points = [tuple(map(float, p.split(","))) for p in path.attrib["points"].split()]
    assert points == drawn_points


def test_everything_is_inside_the_picture() -> None:
    lines = [line(f"gruppe {i}", 10 * i, 100) for i in range(11)]
    svg = drawn(24, *lines, marks=(Mark("80 pct.", share=Fraction(80)), Mark("nye regler", month=START + 12)))
    zero_x, zero_y, width, height = map(float, svg.attrib["viewBox"].split())
    assert (0, 0) == (zero_x, zero_y)
    left, right, top, bottom = frame(svg)
    assert 0 < left < right < width
    assert 0 < top < bottom < height
    for e in svg.iter():
        for name, value in e.attrib.items():
            if name in {"x", "x1", "x2", "cx"}:
                assert 0 <= float(value) <= width
            if name in {"y", "y1", "y2", "cy"}:
                assert 0 <= float(value) <= height


def test_the_longest_name_of_a_line_is_inside_the_picture() -> None:
    for name in ("jobparat", "aktivitetsparat under 30 år uden erhvervskompetencegivende uddannelse"):
        svg = drawn(3, line("alle grupper", 10, 20), line(name, 10, 20))
        room = float(svg.attrib["viewBox"].split()[2]) - number(texts(svg)[name], "x")
        assert room >= 6.6 * max(len(name), len("alle grupper"))  # a wide font of 11 pixels has 0.6 of that for a sign


@pytest.mark.parametrize(("count", "every"), [(1, 1), (11, 1), (12, 1), (13, 2), (24, 2), (25, 3), (36, 3), (37, 4)])
def test_at_most_twelve_months_are_labelled_evenly_from_the_first(count: int, every: int) -> None:
    svg = drawn(count, line("a", 50))
    labels = [e for e in of(svg, "text", "akse") if e.get("text-anchor") == "middle"]
    assert [month_text(m) for m in months(count)[::every]] == [e.text for e in labels]
    left, right, _, bottom = frame(svg)
    places = [left + (right - left) * i / max(1, count - 1) for i in range(0, count, every)]
    assert places == pytest.approx([number(e, "x") for e in labels], abs=0.06)
    assert all(number(e, "y") > bottom for e in labels)


def test_a_limit_is_drawn_across_at_its_height_with_its_name_above_it() -> None:
    svg = drawn(6, line("a", 50), marks=(Mark("80 pct.", share=Fraction(80)), Mark("bunden", share=Fraction(0))))
    left, right, *_ = frame(svg)
    heights = grid(svg)
    limits = of(svg, "line", "graense")
    assert [(left, right, heights[n], heights[n]) for n in (80, 0)] == [
        tuple(number(e, k) for k in ("x1", "x2", "y1", "y2")) for e in limits
    ]
    label = texts(svg)["80 pct."]
    assert left < number(label, "x") < left + 10
    assert heights[80] - 10 < number(label, "y") < heights[80]
    assert [] == of(svg, "line", "skift")


def test_the_new_rules_begin_between_their_month_and_the_one_before() -> None:
    svg = drawn(5, line("a", 50), marks=(Mark("nye regler", month=START + 2), Mark("udenfor", month=START + 5)))
    left, right, top, bottom = frame(svg)
    (mark,) = of(svg, "line", "skift")  # the other month is not in the chart
    assert number(mark, "x1") == number(mark, "x2") == pytest.approx(left + (right - left) * 1.5 / 4, abs=0.06)
    assert (top, bottom) == (number(mark, "y1"), number(mark, "y2"))
    label = texts(svg)["nye regler"]
    assert number(mark, "x1") < number(label, "x") < number(mark, "x1") + 10
    assert top < number(label, "y") < top + 20
    assert "udenfor" not in texts(svg)


@pytest.mark.parametrize("count", [1, 2, 12])
def test_new_rules_from_the_first_month_are_marked_at_the_edge_of_the_field(count: int) -> None:
    svg = drawn(count, line("a", 50), marks=(Mark("nye regler", month=START),))
    (mark,) = of(svg, "line", "skift")
    assert frame(svg)[0] == number(mark, "x1")


def test_a_month_without_a_share_leaves_a_gap_and_a_lone_month_only_its_point() -> None:
    svg = drawn(8, line("a", 1, 2, None, None, 5, None, 7, 8))
    x = {m: number(c, "cx") for m, c in zip((0, 1, 4, 6, 7), svg.iter("circle"), strict=True)}
    paths = [[float(p.split(",")[0]) for p in e.attrib["points"].split()] for e in of(svg, "polyline", "linje")]
    assert [[x[0], x[1]], [x[6], x[7]]] == paths


def test_a_point_says_its_line_month_and_share_with_one_decimal() -> None:
    svg = drawn(2, Line("a & b", {START: Fraction(3900, 87)}))
    (point,) = svg.iter("circle")
    assert "a & b, 2019-01: 44,8 pct." == point.findtext("title")
    assert "<b>" == drawn(2, title="<b>").findtext("title") == drawn(2, title="<b>").get("aria-label")


def look(e: ET.Element) -> tuple[str | None, str | None]:
    return e.get("stroke"), e.get("stroke-dasharray")


def test_the_legend_names_the_lines_in_order_each_with_its_own_look() -> None:
    names = [f"gruppe {i}" for i in range(13)]
    svg = drawn(3, *(line(n, 10, 20, 30) for n in names))
    _, right, top, bottom = frame(svg)
    paths, keys = of(svg, "polyline", "linje"), of(svg, "line", "linje")
    assert 13 == len(set(map(look, paths)))
    assert [look(p) for p in paths] == [look(k) for k in keys]
    points = [c.get("fill") for c in svg.iter("circle")]
    assert [p.get("stroke") for p in paths] == points[::3]
    assert ("#0b62a4", None) == look(paths[0])  # the first is drawn whole
    assert paths[11].get("stroke") == paths[0].get("stroke")  # eleven colours, and then from the first again
    assert paths[6].get("stroke-dasharray") is None  # six dashes
    labels = [texts(svg)[n] for n in names]
    assert all(
        0 < number(k, "x2") - number(k, "x1") < number(label, "x") - right
        for k, label in zip(keys, labels, strict=True)
    )
    for key, label in zip(keys, labels, strict=True):
        assert right < number(key, "x1") < number(key, "x2") < number(label, "x")
        assert number(key, "y1") == number(key, "y2")
        assert 0 < number(label, "y") - number(key, "y1") < 8  # through the middle of the small letters
    rows = [number(label, "y") for label in labels]
    assert all(14 <= below - above <= 20 for above, below in pairwise(rows))
    assert top < rows[0] < top + 20
    assert rows[-1] < bottom


def test_a_chart_of_one_month_has_its_point_at_the_left() -> None:
    svg = drawn(1, line("a", 50))
    (point,) = svg.iter("circle")
    assert frame(svg)[0] == number(point, "cx")
    assert [] == of(svg, "polyline", "linje")
