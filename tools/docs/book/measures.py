"""The measures of a municipality, from their declarations, with a worked caseload."""

from __future__ import annotations

from book.source import group_page
from book.words import Page, big, bullets, date, group, table
from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.maaling import definitioner as d


def _source(source: d.Source) -> str:
    return f"[{source.kort}]({source.eli})" if source.eli else source.kort


def _share(value: object) -> str:
    return f"{value} pct.".replace(".0 pct.", " pct.")


def page() -> Page:
    """All measures."""
    page = Page.at(
        "maal.md", "Mål for en kommune", description="Hvordan en kommunes efterlevelse opgøres, og hvad tallene ikke er"
    )
    page.add(
        "Målene opgøres af de samme sager, som programmet vurderer. Et mål er en statistik, aldrig en borgers ret: en "
        "kommune kan opfylde et mål og alligevel skylde en borger en samtale, og omvendt. Hvert tal i et mål har en kilde "
        f"og en dato. Tal om færre end {d.FEWEST} personer vises ikke."
    )
    page.add(
        table(
            ["Mål", "Hvad", "Hvis", "Brugt"],
            [
                [
                    f"[`{m.id}`](#{m.id})",
                    m.titel,
                    m.ejer if m.ejer != "egen" else "vores egen",
                    f"{m.anvendt_fra or ''}-{m.anvendt_til or ''}" if m.anvendt_fra or m.anvendt_til else "altid",
                ]
                for m in d.MEASURES.values()
            ],
            wide=True,
        )
    )
    for m in d.MEASURES.values():
        page.add(f"## {m.titel} {{ #{m.id} }}")
        page.add(table(["", ""], [["Blandt hvem", m.population], ["Tallet", m.tal], *_bounds(m)]))
        page.add(*(f"{note}" for note in m.noter))
        for choice in m.valg:
            page.add(
                f"Åbent: {choice.spoergsmaal}",
                bullets(f"`{k}`: {v}" + (" (standard)" if k == choice.default else "") for k, v in choice.valg.items()),
            )
        page.add("Kilder: " + "; ".join(_source(s) for s in m.kilder) + ".")
        if m.id == "samtaledata":
            page.add(*_needed(page))
    page.add(*_worked())
    return page


def _bounds(m: d.Measure) -> list[list[str]]:
    words = "mindst" if m.god else "under"
    return [[f"Grænse fra {date(b.fra)}", f"{words} {_share(b.vaerdi)} ({_source(b.kilde)})"] for b in m.graense]


def _needed(page: Page) -> list[str]:
    rows = [
        [
            page.to(group_page(g), big(group(g))),
            str(n.antal),
            ("udledt: " if n.udledt else "") + n.grundlag,
        ]
        for g, n in d.SAMTALEDATA_N.items()
        if g in Maalgruppe.koder()
    ]
    return ["Så mange samtaler skal en person i båndet have haft:", table(["Målgruppe", "Antal", "Grundlag"], rows)]


def _worked() -> list[str]:
    return [
        "## En gennemregnet sagsstamme",
        "`sager.jsonl` er en opdigtet sagsstamme fra pakkens egen generator; ingen af personerne findes. Ministerens brev "
        "bedømte april til juni, måned for måned:",
        "```console\n$ kontaktforloeb opgoer sager.jsonl --maal samtaledata --fra 2019-04 --til 2019-06\n```",
        "Hvor mange fik alle de samtaler og tilbud, de efter loven havde krav på?",
        "```console\n$ kontaktforloeb opgoer sager.jsonl --maal alle-krav-opfyldt --fra 2019-06 --til 2019-06\n```",
        "Felterne i svaret og flere formater står under "
        "[opskrifter](en/recipes.md) (på engelsk); `--format html` giver en rapport til at skrive ud.",
    ]


def pages() -> list[Page]:
    """The page of the measures."""
    return [page()]
