"""What changed, rule by rule, from the dates and the heirs in the declarations; and the two legal bases compared."""

from __future__ import annotations

import datetime as dt

import kontaktforloeb as kf
from book.source import SKIFT, case, clauses, group_page, rule_page, rules
from book.verdicts import bench_link, drawn, facts, krav_table
from book.words import Page, big, bullets, date, group, label, outcome, table
from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.ret.lovgrundlag import LOVGRUNDLAG, REGELSAET


def _ends(rule: str) -> dt.date | None:
    ends = [k.til for k in clauses(rule)]
    return None if None in ends else dt.date.fromordinal(max(e for e in ends if e is not None))


def _begins(rule: str) -> dt.date:
    return dt.date.fromordinal(min(k.fra for k in clauses(rule)))


def _heirs(page: Page, rule: str) -> str:
    heir = getattr(clauses(rule)[0].regel, "efterfoelger", None)
    if heir is None or not heir.regler:
        return "bortfalder uden afløser" if heir is not None else "–"
    links = ", ".join(page.to(rule_page(r), r) for r in heir.regler)
    return f"føres videre som {links}" if heir.tvilling else f"bortfalder; afløses af {links}"


def changed() -> Page:
    """What changed, date by date and rule by rule."""
    page = Page.at(
        "hvad-er-aendret.md", "Hvad er ændret", description="Hver regel, der er begyndt eller ophørt, dato for dato"
    )
    page.add(
        "Siden følger af reglernes egne datoer. For hver dag, hvor noget skifter, står de regler, der ophører, og hvad "
        "der træder i stedet, og de regler, der begynder. Hvordan en enkelt målgruppe var stillet før og efter, står "
        f"på {page.to('maalgrupper/index.md', 'målgruppens side')}."
    )
    days: dict[dt.date, tuple[list[str], list[str]]] = {}
    for rule in rules():
        begins, ends = _begins(rule), _ends(rule)
        if begins > REGELSAET.foerste_dag:
            days.setdefault(begins, ([], []))[1].append(rule)
        if ends is not None:
            days.setdefault(ends + dt.timedelta(1), ([], []))[0].append(rule)
    # A rule that goes on for some groups and ends for others changes too.
    for rule in rules():
        for k in clauses(rule):
            if k.til is not None and _ends(rule) is None:
                days.setdefault(dt.date.fromordinal(k.til + 1), ([], []))[0].append(rule)
    for day in sorted(days):
        ended, begun = days[day]
        page.add(f"## {date(day).replace('&nbsp;', ' ')}")
        if ended:
            page.add(
                "### Ophører",
                table(
                    ["Regel", "Hvad", "Hvem", "Hvad så?"],
                    [
                        [page.to(rule_page(r), r), rules()[r].titel, _who(r, day), _heirs(page, r)]
                        for r in dict.fromkeys(ended)
                    ],
                    wide=True,
                ),
            )
        if begun:
            page.add(
                "### Begynder",
                table(
                    ["Regel", "Hvad", "Hvem", "Ansvarlig"],
                    [[page.to(rule_page(r), r), rules()[r].titel, _all(r), rules()[r].ansvarlig] for r in begun],
                    wide=True,
                ),
            )
    page.add(
        "## Ikke læst", "Fra disse dage er en lov, der rører reglerne, ikke læst. Krav, der rammes, er uafklarede."
    )
    page.add(table(["Fra", "Lov"], [[date(u.fra), u.akt] for u in sorted(REGELSAET.ulaest, key=lambda u: u.fra)]))
    return page


def _who(rule: str, day: dt.date) -> str:
    last = (day - dt.timedelta(1)).toordinal()
    found = dict.fromkeys(g for k in clauses(rule) if k.til == last for g in k.regel.maalgrupper)
    return ", ".join(group(g) for g in found)


def _all(rule: str) -> str:
    return ", ".join(group(g) for g in rules()[rule].maalgrupper)


def two_bases() -> Page:
    """1 July 2019 or 1 January 2020."""
    page = Page.at(
        "2019-eller-2020.md",
        "1. juli 2019 eller 1. januar 2020?",
        wide=True,
        description="Hvorfor brevene siger 1. juli 2019, loven 1. januar 2020, og hvad det betyder for en sag",
    )
    in_force, planned = LOVGRUNDLAG[0].skift, LOVGRUNDLAG[1].skift
    page.add(
        f"**Kort svar:** De nye regler trådte i kraft den {date(in_force)}. Aftalen fra august 2018 og ministerens breve "
        f"fra september 2018 varslede dem til den {date(planned)}, men det blev lovforslaget, der gjaldt: lov nr. 548 af "
        "7/5/2019 § 208, stk. 1. Et forløb i andet halvår 2019 bedømmes derfor efter de gamle regler.",
        "Fordi mange har indrettet sig efter brevene, kan programmet også svare på, hvad der ville have gældt efter "
        "planen. Det er et valg, man selv træffer, og hvert svar siger, hvilket lovgrundlag det bygger på:",
    )
    page.add(
        table(
            ["Lovgrundlag", "Hvad det er", "De nye regler gælder fra"],
            [
                [f"`{g.navn}`", g.titel + (" (kontrafaktisk)" if g.kontrafaktisk else " (standard)"), date(g.skift)]
                for g in LOVGRUNDLAG
            ],
        ),
        "Overgangsreglerne i § 209 læses under `aftale-2018` med den anden dato. Rådighedssamtalerne flyttes ikke, for de "
        "stod hverken i aftalen eller i loven. Efter begge lovgrundlag er retten den samme fra den dag, loven trådte i "
        "kraft; kun de forløb, der løb imens, beholder den overgang, de fik.",
    )
    page.add("## En sag efter begge")
    for number, name in enumerate(("EKS-TO-LOVGRUNDLAG-gaeldende", "EKS-TO-LOVGRUNDLAG-aftale-2018")):
        c = case(name)
        vurdering = c.outline()
        if number == 0:
            page.add("En jobparat henvender sig første gang midt imellem de to datoer:", facts(c))
        basis = next(g for g in LOVGRUNDLAG if g.navn == c.lovgrundlag)
        page.add(
            f"### Efter {basis.titel}",
            f"Vurderet pr. {date(c.pr)}: {outcome(vurdering.samlet)}",
            krav_table(page, vurdering.krav),
            drawn(c, vurdering, f"grundlag{number}"),
            bench_link(page, c),
        )
    start = dt.date(2019, 7, 8)
    page.add(
        "## Målgruppe for målgruppe",
        f"Lovens tidsplan for et forløb, der begynder den {date(start)}, efter hvert lovgrundlag:",
    )
    rows = []
    for name in Maalgruppe.koder():
        cells = []
        for name_of_basis in (kf.GAELDENDE, kf.AFTALE_2018):
            plan = kf.plan(name, fra=start, lovgrundlag=name_of_basis, horisont=9)
            cells.append(
                [
                    f"{page.to(rule_page(k.regel), k.regel)}: {k.titel}, "
                    f"{'ventet ' if k.frist is None else ''}senest {date(k.frist or k.forventet_frist)}"
                    for k in plan.krav
                    if k.kraevet is not None and k.trin in {None, 1}
                ]
            )
        if cells[0] != cells[1]:
            rows.append([page.to(group_page(name), big(group(name))), *("<br>".join(c) or "–" for c in cells)])
    page.add(table(["Målgruppe", "Gældende ret", "Aftalen fra 2018"], rows, wide=True))
    assert in_force == SKIFT
    return page


def not_decided_lists(page: Page) -> str:
    """What leaves requirements undetermined by declaration: unread acts and schemes."""
    from kontaktforloeb import koder

    # an act without a number is named by its day already
    lines = [
        f"krav, der rammes af {u.akt}" + ("" if " fra " in u.akt else f", fra {date(u.fra)}") for u in REGELSAET.ulaest
    ]
    lines += [
        f"krav i en sag med ordningen »{label(koder.Ordningsart, x.navn)}«"
        + (" (kun tilbud)" if x.familier else "")
        + (f" fra {date(x.fra)}" if x.fra else "")
        for x in REGELSAET.uafklarede_ordninger
    ]
    del page
    return bullets(lines)


def pages() -> list[Page]:
    """The two pages."""
    return [changed(), two_bases()]
