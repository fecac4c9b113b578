"""One page a target group: who, the schedules side by side, what counts, what lifts it, and worked cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen

import kontaktforloeb as kf
from book.pictures import Bar, Lane, first_year, framed
from book.rules import forms, in_force, lifting, suspending
from book.source import Case, case, clauses, examples, group_page, law, rule_page, rules, tried
from book.verdicts import worked
from book.words import Page, big, date, group, plain_date, span, table
from kontaktforloeb.kalender import plus_maaneder
from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.vurdering.resultat import Krav, Vurdering


@frozen
class Era:
    """A law, and the Monday on which a course is begun to show it."""

    words: str
    start: dt.date


ERAS = (
    Era("Før 2020", dt.date(2018, 3, 5)),
    Era("Overgangen", dt.date(2019, 10, 7)),
    Era("Fra 2020", dt.date(2022, 3, 7)),
    Era("Fra 2024", dt.date(2024, 3, 4)),
)

#: Courses that stand in each of the bands of § 209 on the day of the switch.
BANDS = (
    ("under 13 uger", dt.date(2019, 10, 7)),
    ("13-20 uger", dt.date(2019, 9, 2)),
    ("21-25 uger", dt.date(2019, 7, 22)),
    ("6 måneder eller mere", dt.date(2019, 5, 6)),
)

#: Months that the tables look ahead; the picture shows the first year.
HORIZON = 18


@frozen
class About:
    """Who a group is, and its numbers in the two acts."""

    who: str
    old: str
    new: str


ABOUT: Mapping[str, About] = {
    "dagpengemodtager": About("Ledige, der er medlem af en a-kasse og får dagpenge.", "nr. 1", "nr. 1"),
    "jobparat": About(
        "Jobparate på kontanthjælp (eller integrations- og overgangsydelse uden for integrationsprogrammet), der er "
        "fyldt 30 år eller har en erhvervskompetencegivende uddannelse.",
        "nr. 2",
        "nr. 2",
    ),
    "aktivitetsparat": About(
        "Aktivitetsparate på de samme ydelser som jobparate, der er fyldt 30 år eller har en "
        "erhvervskompetencegivende uddannelse.",
        "nr. 3",
        "nr. 3",
    ),
    "aabenlyst-uddannelsesparat": About(
        "Unge under 30 år uden erhvervskompetencegivende uddannelse, som kan begynde på en uddannelse med det samme.",
        "nr. 12",
        "nr. 4",
    ),
    "uddannelsesparat": About(
        "De øvrige uddannelsesparate under 30 år uden erhvervskompetencegivende uddannelse.", "nr. 12", "nr. 4"
    ),
    "aktivitetsparat-ung": About(
        "Aktivitetsparate under 30 år uden erhvervskompetencegivende uddannelse. I den første tid er den unge "
        "uddannelsesparat; målgruppen begynder ved omvisiteringen.",
        "nr. 13",
        "nr. 5",
    ),
    "sygedagpengemodtager": About("Sygemeldte på sygedagpenge, efter visitationskategori.", "nr. 5", "nr. 6"),
    "jobafklaring": About("Personer i jobafklaringsforløb på ressourceforløbsydelse.", "nr. 14", "nr. 7"),
    "ressourceforloeb": About("Personer i ressourceforløb på ressourceforløbsydelse.", "nr. 11", "nr. 8"),
    "ledighedsydelse": About("Personer, der er visiteret til fleksjob og får ledighedsydelse.", "nr. 7", "nr. 9"),
    "fleksjob": About("Personer, der er ansat i fleksjob.", "nr. 7", "nr. 9"),
    "revalidend": About("Personer i revalidering eller forrevalidering.", "nr. 4", "nr. 10"),
    "foertidspensionist": About("Modtagere af førtidspension.", "nr. 6", "nr. 11"),
    "selvforsoergende": About("Ledige uden ydelse.", "nr. 10", "nr. 12"),
    "under-18": About("Unge under 18 år.", "nr. 9", "nr. 13"),
    "nyuddannet-handicap": About("Nyuddannede med et handicap.", "nr. 8", "udgået (flyttet til en anden lov)"),
    "integrationsprogram": About(
        "Udlændinge i integrations- eller selvforsørgelses- og hjemrejseprogram efter integrationsloven.", "–", "–"
    ),
}

#: Cases to work through on a group's page, besides the shipped examples of the group.
_CASES: Mapping[str, Sequence[str]] = {
    "jobparat": ("vektorer/D3b#1", "vektorer/D1#1", "vektorer/T7#1"),
    "dagpengemodtager": ("P12", "vektorer/T1#1", "vektorer/D9#1"),
    "aktivitetsparat": ("vektorer/T3#1",),
    "aktivitetsparat-ung": ("vektorer/D14#1",),
    "sygedagpengemodtager": ("vektorer/D7#1", "vektorer/T20#1"),
    "ressourceforloeb": ("vektorer/D16#1",),
    "jobafklaring": ("vektorer/D16#2",),
}

#: The days of the picture.
_YEAR = 366

#: At most so many worked cases on a page.
_MOST = 4


@cache
def schedule(name: str, start: dt.date, horizon: int = HORIZON) -> Vurdering:
    """The statutory schedule of a course of the group begun that day; sickness in category 2."""
    return kf.plan(name, fra=start, horisont=horizon)


def _kind(krav: Krav) -> str:
    """What sort of requirement it is, for the rows of the comparison."""
    counter = getattr(clauses(krav.regel)[0].regel, "taeller", None)
    name = type(counter).__name__
    if name in {"Tilbudstaeller", "Kontakter"} or krav.regel in {"LAB-2016:84", "LAB-2019:102", "LAB-2019:101"}:
        return "Tilbud"
    kinds: tuple[Any, ...] = getattr(counter, "arter", ())
    if "raadighedssamtale" in kinds:
        return "Rådighedssamtaler"
    if kinds == ("cv-samtale",):
        return "Cv-samtale"
    if getattr(counter, "faelles", False):
        return "Samtaler, hvor a-kassen deltager"
    return "Samtaler"


_KINDS = ("Cv-samtale", "Samtaler", "Samtaler, hvor a-kassen deltager", "Rådighedssamtaler", "Tilbud")


def _by_rule(krav: Sequence[Krav]) -> dict[str, list[Krav]]:
    found: dict[str, list[Krav]] = {}
    for k in sorted(krav, key=lambda k: _day(k) or dt.date.max):
        found.setdefault(k.regel, []).append(k)
    return found


def _day(krav: Krav) -> dt.date | None:
    """The deadline of a schedule, expected where hours decide."""
    return krav.frist or krav.forventet_frist


def _cell(page: Page, many: Sequence[Krav]) -> str:
    k = many[0]
    link = page.to(rule_page(k.regel), k.regel)
    if k.kraevet is None:
        return f"{link}: {k.titel}"
    days = [_day(x) for x in many]
    known = [d for d in days if d is not None]
    if not known:
        return f"{link}: {k.titel}, uden en kendt dato"
    expected = "ventet " if k.frist is None else ""
    when = date(known[0]) if len(days) == 1 else f"{date(known[0])}, … {date(known[-1])} ({len(days)} trin)"
    return f"{link}: {k.titel}, {expected}senest {when}"


def comparison(page: Page, name: str) -> str:
    """The schedules side by side: a column a law, a row a kind of requirement."""
    columns = [_by_rule(schedule(name, era.start).krav) for era in ERAS]
    rows = []
    for kind in _KINDS:
        cells = [[_cell(page, many) for many in column.values() if _kind(many[0]) == kind] for column in columns]
        if any(cells):
            rows.append([f"**{kind}**", *("<br>".join(c) if c else "–" for c in cells)])
    head = ["", *(f"{era.words}<br>begyndt {date(era.start)}" for era in ERAS)]
    return table(head, rows, wide=True)


def _bars(plan: Vurdering) -> list[Bar]:
    start = plan.pr
    bars = []
    for rule_id, many in _by_rule(plan.krav).items():
        k = many[0]
        if k.kraevet is None:
            continue
        days = [((x.frist or x.forventet_frist or start) - start).days for x in many if x.frist or x.forventet_frist]
        first = None if k.fra is None else (k.fra - start).days
        # beyond the year shown
        if not days or (min(days) > _YEAR if first is None else first > _YEAR):
            continue
        kind = "tilbud" if _kind(k) == "Tilbud" else "a-kasse" if k.ansvarlig == "a-kasse" else "samtale"
        count = f" ({k.kraevet})" if k.kraevet > 1 and len(many) == 1 else ""
        words = f"{rule_id.partition(':')[2]} {k.titel}{count}"
        bars.append(Bar(words, first, days[-1], tuple(days), kind))
    return bars


def year_picture(name: str) -> str:
    """The first year of a course under each law."""
    lanes = []
    for era in ERAS:
        bars = _bars(schedule(name, era.start))
        empty = (Bar("intet krav med en dato det første år", None, None),)
        lanes.append(Lane(f"{era.words}: begyndt {plain_date(era.start)}", era.start, bars or empty))
    kinds = [
        k for k in ("samtale", "a-kasse", "tilbud") if any(b.kind == k and b.marks for lane in lanes for b in lane.bars)
    ]
    title = f"Det første år for {group(name)} under fire regelsæt"
    svg = first_year(lanes, f"aar-{name}", title, "De samme datoer står i tabellen over tegningen.")
    return framed(
        svg,
        "Hver bjælke er det vindue, kravet skal opfyldes i; tegnet står på den sidste dag til tiden. En pil viser, at "
        "vinduet fortsætter ud over det første år.",
        kinds=kinds,
    )


def _bands(page: Page, name: str) -> list[str]:
    rows = []
    for words, start in BANDS:
        found = _by_rule(schedule(name, start).krav)
        cells = [
            _cell(page, many)
            for rule_id, many in found.items()
            if ":209." in rule_id or ":102" in rule_id or ":105" in rule_id
        ]
        rows.append([words, date(start), "<br>".join(cells) or "–"])
    if not any(":209." in row[2] for row in rows):
        return []
    return [
        "### Overgangen, efter hvor længe forløbet havde varet",
        f"Den {date(dt.date.fromordinal(law().skift))} afløste § 209 de gamle antal. Hvad der gælder, afhænger af, "
        "hvor længe forløbet da havde varet:",
        table(["Varighed ved lovskiftet", "Forløb begyndt", "Krav herefter"], rows, wide=True),
    ]


def _about_cases(name: str) -> list[Case]:
    named = [case(s) for s in _CASES.get(name, ())]
    shipped = [c for c in examples() if c.groups == (name,)]
    found = list(dict.fromkeys([*named[:1], *shipped, *named[1:]]))
    if not found:
        found = [c for c in tried() if c.groups == (name,) and any(f.get("regel") for f in c.forventet)][:2]
    return found[:_MOST]


def page_of(name: str) -> Page:
    """The page of one group."""
    about = ABOUT[name]
    page = Page.at(
        group_page(name),
        big(group(name)),
        description=f"Krav til samtaler og tilbud for {group(name)}: før 2020, i overgangen, fra 2020 og fra 2024",
        wide=True,
    )
    page.add(
        about.who,
        f"Målgruppen er {about.old} i den gamle lov (LAB § 2) og {about.new} i den nye (LAB § 6). "
        f"Kode i data: `{name}`."
        if about.old != "–"
        else f"Målgruppen er ikke en af de nummererede i LAB; den følger integrationsloven. Kode i data: `{name}`.",
    )
    plans = [schedule(name, era.start) for era in ERAS]
    page.add("## Kravene side om side")
    page.add(
        "Fire forløb, der begynder på en mandag under hvert sit regelsæt, hvor intet endnu er holdt. Ved timer er "
        "fuld tid lagt til grund."
    )
    page.add(comparison(page, name))
    if any(k.kraevet is not None for plan in plans for k in plan.krav):
        page.add("### Det første år som tegning", year_picture(name))
    page.add(*_bands(page, name))
    own = [r for r in rules().values() if name in r.maalgrupper]
    page.add("## Alle regler for målgruppen")
    page.add(
        table(
            ["Regel", "Hvad", "I kraft", "Hjemmel"],
            [
                [
                    page.to(rule_page(r.regel), r.regel),
                    r.titel,
                    span(*in_force(r.regel, name)),
                    "; ".join(h.kort for h in r.hjemmel[:2]),
                ]
                for r in own
            ],
            wide=True,
        )
    )
    families = {k.regel.familie for r in own for k in clauses(r.regel) if hasattr(k.regel, "familie")}
    lifted = [*lifting(families, {name}), *suspending(families)]
    page.add("## Det løfter eller suspenderer krav")
    page.add(
        table(["Grund", "Hvornår", "Hjemmel"], lifted, wide=True)
        if lifted
        else "Ingen fritagelse er beskrevet for målgruppen."
    )
    lawful = forms(families, {name})
    if lawful:
        page.add("## Samtalens form", table(["Tilladt form", "Hvornår", "I kraft", "Hjemmel"], lawful, wide=True))
    cases = _about_cases(name)
    if cases:
        page.add("## Gennemregnede sager")
        for number, c in enumerate(cases):
            page.add(*worked(page, c, f"sag{number + 1}"))
    return page


def index() -> Page:
    """All groups with what they are owed first, before and after."""
    page = Page.at(
        "maalgrupper/index.md",
        "Målgrupper",
        description="Målgrupperne, hvem de er, og hvad de skulle have før og efter",
    )
    page.add("Vælg en målgruppe for at se kravene før 2020, i overgangen, fra 2020 og fra 2024.")
    page.add(groups_table(page))
    return page


def groups_table(page: Page) -> str:
    """Every group with its interviews in the first half-year before and after, linked."""
    rows = []
    for name in Maalgruppe.koder():
        rows.append(
            [
                page.to(group_page(name), big(group(name))),
                *(_summary(page, name, era) for era in (ERAS[0], ERAS[2])),
            ]
        )
    return table(["Målgruppe", "Før 2020", "Fra 2020"], rows, wide=True)


def _summary(page: Page, name: str, era: Era) -> str:
    found = _by_rule(schedule(name, era.start, 12).krav)
    last = dt.date.fromordinal(plus_maaneder(era.start.toordinal(), 7))
    cells: dict[str, str] = {}
    for rule_id, many in found.items():
        k = many[0]
        if k.kraevet is None and len(found) > 1:
            continue
        if _kind(k) in {"Cv-samtale", "Rådighedssamtaler"} or "a-kassen deltager" in _kind(k):
            continue
        due = _day(k)
        if due is not None and due > last:
            continue
        cells.setdefault(k.titel, page.to(rule_page(rule_id), k.titel))
    return "<br>".join(cells.values()) or "–"


def pages() -> list[Page]:
    """Every group page, and the index."""
    return [index(), *(page_of(name) for name in Maalgruppe.koder())]
