"""The report: what each table, chart and list says of the figures, read out of its HTML."""

from __future__ import annotations

import re
from fractions import Fraction
from html import unescape
from typing import Any

import pytest

from kontaktforloeb.maaling import rapport
from kontaktforloeb.maaling.dage import read_month
from kontaktforloeb.maaling.opgoerelse import Opgoerelse, Plan, Rejected
from kontaktforloeb.maaling.optaelling import Behind, Key
from kontaktforloeb.maaling.rapport import as_html, group_name
from kontaktforloeb.maaling.resultat import Figure
from kontaktforloeb.maaling.skaerpet_tilsyn import Stage
from kontaktforloeb.maaling.tilsyn_opgoerelse import StageRow


def figure(maal: str = "samtaledata", variant: str = "6-9", **more: Any) -> Figure:
    usual: dict[str, Any] = {
        "maal": maal,
        "variant": variant,
        "kommune": "991",
        "gruppe": "alle",
        "periode": "2019-11",
        "taeller": 39,
        "naevner": 87,
        "andel": Fraction(3900, 87),
    }
    return Figure(**usual | more)


def result(*figures: Figure, first: str = "2019-11", last: str = "2019-12", **more: Any) -> Opgoerelse:
    measures = tuple(dict.fromkeys(f.maal for f in figures)) or ("samtaledata",)
    plan = Plan(
        months=tuple(range(read_month(first), read_month(last) + 1)),
        measures=more.pop("measures", measures),
        lovgrundlag=more.pop("lovgrundlag", "gaeldende"),
        sprog=more.pop("sprog", "da"),
    )
    values: dict[str, Any] = {"rejected": [], "notes": [], "cases": 1234567, "behind": [], "synthetic": False}
    return Opgoerelse(plan, list(figures), **values | more)


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def cells(html: str) -> list[str]:
    return [plain(c) for c in re.findall(r"<td.*?</td>", html)]


# --- the head --------------------------------------------------------------------------------------------------------


def test_the_report_says_which_months_and_how_many_cases_it_is_of() -> None:
    html = as_html(result(figure(), notes=["en note"], rejected=[Rejected("linje 2", "", "derfor")] * 2))
    assert "<title>Opgørelse af kontaktforløb, 2019-11 til 2019-12</title>" in html
    assert "1.234.567 sager er talt med; 2 kunne ikke vurderes" in html
    assert "Vurderet pr. 2019-12-31; lovgrundlag: gældende ret." in html
    assert "<li>en note</li>" in html
    assert "SYNTETISKE DATA" not in html
    assert "(kontrafaktisk)" in as_html(result(figure(), lovgrundlag="aftale-2018"))
    assert "SYNTETISKE DATA" in as_html(result(figure(), synthetic=True))


def test_a_single_municipality_is_unfolded_and_several_are_not() -> None:
    assert "<details open><summary><h2 style='display:inline'>Kommune 991" in as_html(result(figure()))
    html = as_html(result(figure(), figure(kommune="992", naevner=99)))
    assert "<details open>" not in html
    first, second = html.split("Kommune 992")
    assert ("af 87" in first, "af 99" in first) == (True, False)
    assert ("af 87" in second, "af 99" in second) == (False, True)


# --- a cell ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({}, "44,8 39 af 87"),
        ({"uafklaret": 3}, "44,8 39 af 87 3 uafklaret"),
        ({"uafklaret": 0}, "44,8 39 af 87"),
        ({"taeller": None, "naevner": None, "andel": None, "skjult": "under-10"}, "skjult"),
        ({"taeller": 0, "naevner": 0, "andel": None}, "ingen"),
        ({"taeller": 0, "naevner": 12, "andel": Fraction(0)}, "0,0 0 af 12"),
        ({"taeller": None, "naevner": None}, "44,8"),  # a mean
    ],
    ids=str,
)
def test_what_a_cell_shows(more: dict[str, Any], shown: str) -> None:
    table = as_html(result(figure(**more), first="2019-11", last="2019-11")).split("<caption>")[1]
    assert ["alle grupper", shown] == cells(table)[:2]


@pytest.mark.parametrize(("kept", "marked"), [(False, True), (True, False), (None, False)])
def test_a_share_that_does_not_keep_its_limit_is_marked(kept: bool | None, marked: bool) -> None:
    html = as_html(result(figure("alle-krav-opfyldt", "kommunen", graense=Fraction(100), graense_opfyldt=kept)))
    assert marked == ('<span class="ikke">44,8</span>' in html)


def test_why_a_figure_is_not_shown_stands_on_its_cell() -> None:
    hidden = {"taeller": None, "naevner": None, "andel": None}
    for why, said in (
        ("under-10", "under 10 personer"),
        ("ville-afsloere", "skjult, da det ellers ville afsløre et tal på under 10"),
        ("skjult-maaned", "skjult, da en måned er skjult"),
    ):
        assert f'<td class="note" title="{said}">skjult</td>' in as_html(result(figure(**hidden, skjult=why)))


def test_a_table_has_a_column_for_each_period_and_marks_the_means() -> None:
    rows = [
        figure(periode="2019-11"),
        figure(periode="2019", naevner=None, andel=Fraction(1, 2)),
        figure(gruppe="jobparat", periode="2019-11", andel=Fraction(25)),
    ]
    table = as_html(result(*rows)).split("<caption>")[1].split("</table>")[0]
    assert ["Gruppe", "2019-11", "2019 gns."] == re.findall(r"<th>(.*?)</th>", table)
    assert [["alle grupper", "44,8 39 af 87", "0,5"], [group_name("jobparat"), "25,0 39 af 87", ""]] == [
        cells(row) for row in re.findall(r"<tr>(.*?)</tr>", table)[1:]
    ]


def test_a_group_has_its_name_in_words() -> None:
    assert "alle grupper" == group_name("alle")
    assert group_name("dagpengemodtager").lower().startswith("dagpengemodtager")
    assert "aabenlyst" not in group_name("aabenlyst-uddannelsesparat")
    assert "ukendt-gruppe" == group_name("ukendt-gruppe")


# --- a measure -------------------------------------------------------------------------------------------------------


def test_a_measure_says_when_and_by_whom_it_was_used() -> None:
    html = as_html(result(figure(), figure("alle-krav-opfyldt", "kommunen"), figure("passivandel", "tilbud-12")))
    assert "Anvendt 2018-2019." in html
    assert "Anvendt 2016-." in html
    assert 2 == html.count("Anvendt ")  # our own measure was used by nobody
    offers = as_html(result(figure("fokusmaal-tilbud", "samlet")))
    assert (
        '<a href="https://www.retsinformation.dk/eli/lta/2019/1409">§ 5, nr. 1 (BEK nr. 1409 af 16/12/2019)</a>'
        in offers
    )
    assert 'href=""' not in html


def test_the_numbers_of_samtaledata_stand_with_it_alone() -> None:
    html = as_html(result(figure(), figure("passivandel", "tilbud-12")))
    assert 1 == html.count("N for hver gruppe")
    numbers = cells(html.split("N for hver gruppe")[1].split("</table>")[0])
    assert [group_name("dagpengemodtager"), "6", "offentliggjort"] == numbers[:3]
    assert [group_name("jobparat"), "3", "udledt"] == numbers[4:7]
    assert "N for hver gruppe" not in as_html(result(figure("passivandel", "tilbud-12")))


PASSIVE = ("tilbud-12", "tilbud-samtale-12", "tilbud-1,5")


def charts(*figures: Figure, **more: Any) -> list[str]:
    return [unescape(t) for t in re.findall(r'aria-label="(.*?)"', as_html(result(*figures, **more)))]


def test_what_has_a_chart() -> None:
    assert ["Samtaledata (ministerens breve 2018), 6-9"] == charts(figure())
    assert [] == charts(figure(), last="2019-11")  # one month is no line
    assert [] == charts(figure(andel=None))  # nothing to draw
    assert ["Passivandel (KL's mål), tilbud-12", "Passivandel (KL's mål), tilbud-samtale-12"] == charts(
        *(figure("passivandel", v) for v in PASSIVE)
    )[-2:]
    assert ["Passivandel (KL's mål), tilbud-1,5"] == charts(figure("passivandel", "tilbud-1,5"))
    joint = [figure("faelles-samtaler", v) for v in ("1,5-3", "6-9")]
    assert 2 == len(charts(*joint))


def test_each_limit_is_drawn_once_and_each_group_has_its_line() -> None:
    rows = [
        figure("fokusmaal-tilbud", "samlet", periode=p, graense=Fraction(g), gruppe=gruppe)
        for p, g in (("2023-02", 20), ("2023-03", 30), ("2023-04", 30))
        for gruppe in ("alle", "jobparat")
    ]
    rows += [figure("fokusmaal-tilbud", "samlet", periode="2023-04", gruppe="revalidend")]
    html = as_html(result(*rows, first="2023-02", last="2023-04"))
    assert ["20 pct.", "30 pct."] == re.findall(r">(\d+ pct\.)</text>", html)
    english = as_html(result(*rows, first="2023-02", last="2023-04", sprog="en"))
    assert ["20 per cent", "30 per cent"] == re.findall(r">([\d.]+ per cent)</text>", english)
    assert 2 == html.count('class="graense"')
    assert ["alle grupper", group_name("jobparat"), group_name("revalidend")] == [
        t
        for t in re.findall(r">([^<]*)</text>", html)
        if t in {"alle grupper", group_name("jobparat"), group_name("revalidend")}
    ]


def test_a_mean_is_no_point_of_a_line() -> None:
    html = as_html(result(figure(), figure(periode="2019"), figure(periode="2019-11/2019-12")))
    assert ["alle grupper, 2019-11: 44,8 pct."] == re.findall(r"<title>(alle grupper.*?)</title>", html)


# --- side by side ----------------------------------------------------------------------------------------------------

BOTH = (
    figure(),
    figure(gruppe="jobparat"),
    *(
        figure("passivandel", v, andel=Fraction(n))
        for v, n in (("tilbud-12", 10), ("tilbud-samtale-12", 5), ("tilbud-3", 1))
    ),
)


def beside(*figures: Figure, **more: Any) -> str:
    html = as_html(result(*figures, **more))
    return html.split("Ministerens mål ved siden af KL's</h3>")[1].split("</svg>")[0] if "ved siden af" in html else ""


def test_the_ministers_measure_is_set_beside_kls_over_all_groups() -> None:
    points = re.findall(r"<circle.*?<title>(.*?)</title>", beside(*BOTH))
    assert [
        "Ministerens: mindst N samtaler, 2019-11: 44,8 pct.",
        "KL's: passive, uden tilbud, 2019-11: 10,0 pct.",
        "KL's: passive, heller ingen samtale, 2019-11: 5,0 pct.",
    ] == list(map(unescape, points))


def test_two_lines_are_enough_to_set_beside_each_other_and_one_is_not() -> None:
    assert beside(figure(), figure("passivandel", "tilbud-12"))
    assert not beside(figure())
    assert not beside(figure(), figure("passivandel", "tilbud-3"))


@pytest.mark.parametrize(("lovgrundlag", "switch"), [("gaeldende", "2020-01"), ("aftale-2018", "2019-07")])
def test_the_new_rules_are_marked_where_they_begin_under_each_basis(lovgrundlag: str, switch: str) -> None:
    html = beside(*BOTH, first="2019-05", last="2020-03", lovgrundlag=lovgrundlag)
    (mark,) = re.findall(r'class="skift" x1="([\d.]+)"', html)
    labels = {m: float(x) for x, m in re.findall(r'x="([\d.]+)" y="[\d.]+" text-anchor="middle">([\d-]+)<', html)}
    before = sorted(labels)[sorted(labels).index(switch) - 1]
    assert abs((labels[before] + labels[switch]) / 2 - float(mark)) < 0.11


# --- the cases behind ------------------------------------------------------------------------------------------------


def behind(case_id: str, group: str = "jobparat", month: str = "2019-11", municipality: str = "991") -> Behind:
    return Behind(Key("samtaledata", "6-9", municipality, group, read_month(month)), case_id, f"grund {case_id}")


def test_the_cases_behind_a_figure_stand_under_it_in_order() -> None:
    html = as_html(
        result(
            figure(gruppe="jobparat"),
            figure(gruppe="jobparat", periode="2019-12"),
            behind=[behind("B"), behind("A"), behind("C", month="2019-12"), behind("D", municipality="992")],
        )
    )
    lists = html.split("Sagerne bag tallene")[1]
    name = group_name("jobparat")
    assert [f"2019-11, {name}: 2 sager", f"2019-12, {name}: 1 sager"] == re.findall(r"<summary>(.*?)</summary>", lists)[
        :2
    ]
    assert ["A", "grund A", "B", "grund B", "C", "grund C"] == cells(lists)[:6]
    assert "grund D" not in html
    assert "Sagerne bag tallene" not in as_html(result(figure(gruppe="jobparat")))


def test_the_cases_of_an_unknown_municipality_are_found_under_it() -> None:
    html = as_html(result(figure(gruppe="jobparat", kommune="ukendt"), behind=[behind("A", municipality="")]))
    assert "grund A" in html


def test_more_cases_than_the_report_holds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapport, "MOST_LISTED", 2)
    three = result(figure(gruppe="jobparat"), behind=[behind("A"), behind("B"), behind("C")])
    html = as_html(three)
    assert "de første 2 af 3 sager" in html
    assert ("grund B" in html, "grund C" in html) == (True, False)
    two = as_html(result(figure(gruppe="jobparat"), behind=[behind("A"), behind("B")]))
    assert "grund B" in two
    assert "de første" not in two


def test_the_report_holds_a_hundred_thousand_cases() -> None:
    assert 100_000 == rapport.MOST_LISTED


@pytest.mark.parametrize(("number", "told"), [(1000, False), (1001, True)])
def test_a_thousand_cases_set_aside_are_shown(number: int, told: bool) -> None:
    html = as_html(result(figure(), rejected=[Rejected(f"linje {i}", "", "derfor") for i in range(1, number + 1)]))
    assert f"Sager, der ikke kunne vurderes ({number // 1000}.{number % 1000:03d})" in html
    assert told == ("De første 1.000 er vist" in html)
    assert "linje 1000<" in html
    assert "linje 1001<" not in html
    assert "Sager, der ikke kunne vurderes" not in as_html(result(figure()))


def test_a_case_set_aside_is_named_by_its_id_or_its_line() -> None:
    html = as_html(result(figure(), rejected=[Rejected("linje 2", "B", "x"), Rejected("linje 3", "", "y")]))
    assert ["B", "x", "linje 3", "y"] == cells(html.split("ikke kunne vurderes")[1])[:4]


# --- the supervision and what was published --------------------------------------------------------------------------


def test_the_stages_of_a_municipality_stand_with_its_figures() -> None:
    stage = Stage(aar=2023, trin="omfattet", begrundelse="derfor", hjemmel="§ 6", maal_opfyldt=False)
    html = as_html(result(figure(), figure(kommune="992")), [StageRow("992", stage)])
    first, second = html.split("Kommune 992")
    assert "<h3>Skærpet tilsyn</h3>" not in first
    assert ["2023", "omfattet", "derfor", "§ 6"] == cells(second.split("<h3>Skærpet tilsyn</h3>")[1])[:4]


def test_the_english_report_has_the_reasons_of_the_stages_and_the_published_figures_in_english() -> None:
    told = {"trin": "omfattet", "begrundelse": "derfor", "hjemmel": "§ 6", "maal_opfyldt": False}
    rows = [
        StageRow("991", Stage(aar=2023, begrundelse_en="therefore", **told)),
        StageRow("991", Stage(aar=2024, **told)),
    ]
    html = as_html(result(figure(), sprog="en"), rows)
    before, published = html.split("Published figures from 2018")
    stages = cells(before.split("Year</th><th>Stage")[1])
    assert ["therefore", "derfor"] == [stages[2], stages[6]]  # one without words of its own keeps the Danish ones
    places = cells(published)[::3]
    assert ["Albertslund, June 2018", "The whole country, 2018", "Lejre, 2018"] == [places[i] for i in (0, 6, 7)]


def test_the_figures_of_the_letters_stand_beside_samtaledata_alone() -> None:
    html = as_html(result(figure()))
    published = cells(html.split("Offentliggjorte tal fra 2018")[1])
    rows = [tuple(published[i : i + 3]) for i in range(0, len(published), 3)]
    albertslund = "Albertslund, juni 2018"
    assert [
        (albertslund, group_name("dagpengemodtager"), "40"),
        (albertslund, group_name("jobparat"), "38"),
        (albertslund, group_name("aktivitetsparat"), "77"),
        (albertslund, group_name("sygedagpengemodtager"), "65"),
        (albertslund, group_name("uddannelsesparat"), "42"),
        (albertslund, group_name("aktivitetsparat-ung"), "31"),
        ("Hele landet, 2018", "alle grupper", "64"),
        ("Lejre, 2018", "alle grupper", "43"),
        ("Varde, marts 2018 (87 personer, altså 39)", group_name("dagpengemodtager"), "45"),
    ] == rows
    assert "Offentliggjorte tal" not in as_html(result(figure("passivandel", "tilbud-12")))
