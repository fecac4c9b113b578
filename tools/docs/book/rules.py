"""One page a rule: what it asks, how it is counted, where it stands, what lifts it, and what was worked out by hand."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from book.source import (
    act,
    cited,
    clauses,
    described,
    exemptions,
    group_page,
    law,
    lawful_forms,
    paragraph,
    reading_page,
    rule_page,
    rules,
    suspensions,
    tests_of,
)
from book.verdicts import bench_link
from book.words import Page, bullets, date, details, esc, group, iso, label, outcome, span, table
from kontaktforloeb import koder
from kontaktforloeb.forklaring.grundnavn import fritagelse
from kontaktforloeb.forklaring.ordbog import ORDBOEGER
from kontaktforloeb.regelsprog import Hjemmel
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.vurdering.beskriv import Regelinfo

KINDS = {
    "krav": "krav",
    "rettighed": "rettighed eller pligt uden dato",
    "intet-krav": "oplysning om, at der intet krav er",
}

DECIDES = {
    "frist": "fristen",
    "forloeb": "den dag forløbet begyndte",
    "skift": "dagen for lovskiftet",
    "haendelse": "dagen for hændelsen",
}

ACTS = {
    "LAB-2016": "Lov om en aktiv beskæftigelsesindsats før 2020",
    "LAB-2019": "Lov om en aktiv beskæftigelsesindsats fra 2020",
    "LAB-2022": "Lov om en aktiv beskæftigelsesindsats, ændringer fra 2022",
    "LAB-2024": "Lov om en aktiv beskæftigelsesindsats, ændringer fra 2024",
    "LAB-2026": "Lov om en aktiv beskæftigelsesindsats, ændringer fra 2026",
    "RAAD-808": "Rådighedsbekendtgørelsen før 2020",
    "RAAD-1172": "Rådighedsbekendtgørelsen fra 2020",
    "FORSOEG-1186": "Forsøget med mere ansvar til a-kasserne",
    "SDPL-2015": "Sygedagpengeloven før 2020 og uændret siden",
    "SDPL-2020": "Sygedagpengeloven fra 2020",
    "SDPL-2025": "Sygedagpengeloven, ændringer fra 2025",
    "INTL-2017": "Integrationsloven før 2020",
    "INTL-2020": "Integrationsloven fra 2020",
    "INTL-2025": "Integrationsområdet fra 2025",
}


def index() -> Page:
    """All rules, act by act."""
    page = Page.at(
        "regler/index.md",
        "Alle regler",
        description="Alle krav, rettigheder og oplysninger, lov for lov, med målgruppe, tid i kraft og hjemmel",
    )
    page.add(
        f"Her er alle {len(rules())} regler, som programmet kender, i lovenes orden. En regels navn er lovens kortnavn "
        "og paragraffen; navnet bliver ved med at være det samme, også når loven senere får nye numre."
    )
    for name, title in ACTS.items():
        found = [r for r in rules().values() if act(r.regel) == name]
        rows = [
            [
                page.to(rule_page(r.regel), r.regel),
                r.titel,
                ", ".join(page.to(group_page(g), group(g)) for g in r.maalgrupper)
                if len(r.maalgrupper) <= 3  # noqa: PLR2004 - more would drown the table
                else f"{len(r.maalgrupper)} målgrupper",
                span(*in_force(r.regel)),
            ]
            for r in found
        ]
        page.add(f"## {title}", table(["Regel", "Hvad", "Hvem", "I kraft"], rows, wide=True))
    return page


def rule(info: Regelinfo) -> Page:
    """The page of one rule."""
    page = Page.at(
        rule_page(info.regel),
        f"{info.regel}: {info.titel}",
        description=f"{info.titel}: hvem det gælder, hvordan det tælles, og hvor det står",
    )
    page.add(*(esc(words) for words in described(info.regel)), _facts(page, info))
    page.add("## Sådan tælles", *_counting(page, info))
    page.add(*_lifts(info))
    page.add(*_forms(info))
    page.add(*_open(page, info))
    page.add(*_transition(page, info))
    page.add(*_tests(page, info))
    page.add(
        details(
            "Erklæringen, som programmet læser den",
            "```json\n" + json.dumps(list(info.erklaering), ensure_ascii=False, indent=1) + "\n```",
        )
    )
    page.add(
        f"Mener du, at reglen er gengivet forkert? {page.to('fejl-i-en-regel.md', 'Sådan melder du det')}; "
        f"nævn {info.regel} og paragraffen."
    )
    return page


def _facts(page: Page, info: Regelinfo) -> str:
    # Every citation the declarations hold, each on its own day, so that renumbering is shown as it happened.
    sources: dict[str, None] = {}
    for k in clauses(info.regel):
        for h in k.regel.hjemmel:
            sources.setdefault(_citation(page, h, k))
    certain = "læst i en ikrafttrædelsesbestemmelse" if info.sikkerhed == "læst" else "udledt af teksterne før og efter"
    decides = {DECIDES[k.regel.gaelder.dag] for k in clauses(info.regel)}
    rows = [
        ["Slags", KINDS[info.slags]],
        ["Målgrupper", ", ".join(page.to(group_page(g), group(g)) for g in info.maalgrupper)],
        ["Ansvarlig", label(koder.Ansvarlig, info.ansvarlig)],
        ["I kraft", span(*in_force(info.regel))],
        ["Det afgør, om reglen gælder", ", ".join(sorted(decides))],
        ["Hjemmel", "<br>".join(sources)],
        ["Datoerne er", f"{certain}; teksten er læst {date(info.laest)}"],
    ]
    return table(["", ""], rows)


def in_force(rule_id: str, group_code: str | None = None) -> tuple[dt.date, dt.date | None]:
    """From the first declaration of the id to the end of the last; those of one group if given."""
    found = [k for k in clauses(rule_id) if group_code is None or group_code in k.regel.maalgrupper]
    ends = [k.til for k in found]
    return (
        dt.date.fromordinal(min(k.fra for k in found)),
        None if None in ends else dt.date.fromordinal(max(e for e in ends if e is not None)),
    )


def _citation(page: Page, h: Hjemmel, k: Any) -> str:
    first = max(dt.date.fromordinal(k.fra), h.fra or dt.date.min)
    text = h.lov.tekster[0]
    for t in h.lov.tekster:
        if t.fra <= first:
            text = t
    para = paragraph(h.lov.kort, h.paragraf, first)
    when = ""
    if h.fra is not None:
        when = f", fra {date(h.fra)}"
    elif h.til is not None:
        when = f", til og med {date(h.til)}"
    return f"{page.to(para.page, f'{h.lov.kort} {h.paragraf}')} i [{text.navn}]({text.eli}){when}"


def _counting(page: Page, info: Regelinfo) -> list[str]:
    lines = []
    for k in clauses(info.regel):
        clock = law().ure.get(k.regel.ur)
        who = ", ".join(group(g) for g in k.regel.maalgrupper)
        if clock is not None:
            lines.append(f"{who}: {page.to(f'ure.md#{clock.navn}', clock.titel)}")
        counter = getattr(k.regel, "taeller", None)
        if counter is None:
            continue
        kinds = getattr(counter, "arter", ())
        if kinds and isinstance(kinds[0], str):
            words = ", ".join(label(koder.Samtaleart, a) for a in kinds)
            holders = getattr(counter, "holdere", None)
            by = f", holdt af {_or([label(koder.HoldtAf, h) for h in holders])}" if holders else ""
            lines.append(f"det tæller: {words}{by}; kun afholdte samtaler tæller")
            if counter.ogsaa:
                more = ", ".join(label(koder.Samtaleart, a) for a in counter.ogsaa)
                if counter.ogsaa_formaal is not None:
                    more += f" ({label(koder.Formaal, counter.ogsaa_formaal)})"
                lines.append(f"for {', '.join(group(g) for g in counter.ogsaa_for)} tæller også: {more}")
        elif kinds:
            lines.append("det tæller: " + "; ".join(_offer_kind(a) for a in kinds))
    if not lines:
        lines.append("intet tælles")
    return [bullets(dict.fromkeys(lines))]


def _or(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} eller {words[-1]}"


def _offer_kind(kind: Any) -> str:
    words = label(koder.Tilbudsart, kind.art)
    if kind.kun_raadighedsafproevende:
        words += " (kun rådighedsafprøvende)"
    if kind.fra is not None:
        words += f" (begyndt fra {date(kind.fra)})"
    if kind.til is not None:
        words += f" (begyndt til og med {date(kind.til)})"
    return f"{words}, {kind.hjemmel.lov.kort} {kind.hjemmel.paragraf}"


def lifting(families: set[str], groups: set[str]) -> list[list[str]]:
    """What lifts requirements of these families for these groups, as rows of a table."""
    rows: dict[tuple[str, ...], None] = {}
    for t in exemptions():
        e = t.erklaering
        if not families & set(e.familier) or (e.maalgrupper is not None and not groups & set(e.maalgrupper)):
            continue
        if e.beskaeftigelse_timer is not None:
            words = "ordinært arbejde"
            if e.beskaeftigelse_timer:
                words += f" på mindst {e.beskaeftigelse_timer} timer om ugen"
        else:
            words = fritagelse(e.grund, ORDBOEGER["da"])
        if e.undergrunde:
            words += ": " + ", ".join(label(koder.Undergrund, u) for u in e.undergrunde)
        if e.hoejst_dage is not None:
            words += f", de første {e.hoejst_dage} dage"
        if e.ydelser:
            words += f" (på {_or([label(koder.Ydelse, y) for y in e.ydelser])})"
        if e.medmindre_fastholdt:
            words += "; ikke, hvis pligten er fastholdt"
        rows.setdefault((words, span(t.fra, t.til), cited(e)))
    return [list(row) for row in rows]


def suspending(families: set[str]) -> list[list[str]]:
    """The suspensions and unread acts that touch these families, as rows of a table."""
    rows: list[list[str]] = []
    for t in suspensions():
        e = t.erklaering
        if families & set(e.familier):
            where = " (Region Hovedstaden og Region Sjælland)" if e.kommuner else ""
            rows.append(
                [
                    f"suspenderet under corona{where}",
                    span(t.fra, t.til),
                    cited(e),
                ]
            )
    rows += [[f"ikke læst: {u.akt}", span(u.fra, u.til), u.akt] for u in REGELSAET.ulaest if families & set(u.familier)]
    return rows


def _families(rule_id: str) -> set[str]:
    return {k.regel.familie for k in clauses(rule_id) if hasattr(k.regel, "familie")}


def _lifts(info: Regelinfo) -> list[str]:
    rows = [*lifting(_families(info.regel), set(info.maalgrupper)), *suspending(_families(info.regel))]
    if not rows:
        return []
    return ["## Det løfter eller suspenderer kravet", table(["Grund", "Hvornår", "Hjemmel"], rows)]


WHEN = {
    None: "altid",
    "i-tilbud": "mens personen er i tilbud",
    "mindre-intensiv": "under mindre intensiv indsats",
    "efter-6-maaneder": "efter de første 6 måneder",
    "ikke-foerste": "alle samtaler efter den første",
    "syg": "mens personen er syg",
    "anmodet": "når personen beder om det",
    "delvist-i-job": "mens personen er delvist i job",
    "i-ansaettelse": "mens personen er i ansættelse",
    "paragraf-13b4": "i tilfældene i sygedagpengelovens § 13 b, stk. 4",
}


def when(e: Any) -> str:
    """When a form is lawful, in words."""
    ikke = f", ikke {_or([label(koder.Tilbudsart, a) for a in e.ikke_i])}" if e.ikke_i else ""
    return WHEN[e.naar] + ikke


def forms(families: set[str], groups: set[str], rule_id: str | None = None) -> list[list[str]]:
    """The lawful forms of interviews of these families, as rows of a table."""
    rows: dict[tuple[str, ...], None] = {}
    for t in lawful_forms():
        e = t.erklaering
        if not families & set(e.familier) or (e.maalgrupper is not None and not groups & set(e.maalgrupper)):
            continue
        if rule_id is not None and (rule_id in e.undtagen or (e.regler is not None and rule_id not in e.regler)):
            continue
        rows.setdefault(
            (
                ", ".join(label(koder.Samtaleform, f) for f in e.former),
                when(e),
                span(t.fra, t.til),
                cited(e),
            )
        )
    return [list(row) for row in rows]


def _forms(info: Regelinfo) -> list[str]:
    rows = forms(_families(info.regel), set(info.maalgrupper), info.regel)
    if not rows or not any(hasattr(getattr(k.regel, "taeller", None), "holdere") for k in clauses(info.regel)):
        return []
    return ["## Samtalens form", table(["Tilladt form", "Hvornår", "I kraft", "Hjemmel"], rows)]


def _open(page: Page, info: Regelinfo) -> list[str]:
    if not info.fortolkninger:
        return []
    known = {f.navn: f for f in REGELSAET.fortolkninger}
    rows = [
        [page.to(reading_page(n), f"`{n}`"), known[n].spoergsmaal, f"`{known[n].standard}`"] for n in info.fortolkninger
    ]
    return [
        "## Åbne fortolkninger",
        table(["Fortolkning", "Spørgsmål", "Standard"], rows),
    ]


def _transition(page: Page, info: Regelinfo) -> list[str]:
    lines: list[str] = []
    for k in clauses(info.regel):
        heir = getattr(k.regel, "efterfoelger", None)
        if heir is None:
            continue
        links = ", ".join(page.to(rule_page(r), r) for r in heir.regler)
        if heir.tvilling:
            lines.append(f"Kravet føres videre som {links}, når reglen ikke længere gælder; ankeret er det samme.")
        elif links:
            lines.append(
                f"Når vinduet rækker ud over reglens tid, bortfalder kravet og afløses af (den første, der binder): {links}."
            )
        else:
            lines.append("Når vinduet rækker ud over reglens tid, bortfalder kravet uden en afløser.")
    before = [
        r.regel
        for r in rules().values()
        for k in clauses(r.regel)
        if info.regel in getattr(getattr(k.regel, "efterfoelger", None), "regler", ())
    ]
    if before:
        lines.append("Reglen afløser " + ", ".join(page.to(rule_page(r), r) for r in dict.fromkeys(before)) + ".")
    return ["## Overgang", *dict.fromkeys(lines)] if lines else []


def _tests(page: Page, info: Regelinfo) -> list[str]:
    found = tests_of(info.regel)
    if not found:
        return []
    rows = []
    for c in found:
        expected = next(f for f in c.forventet if f.get("regel") == info.regel)
        rows.append(
            [
                esc(c.titel),
                date(c.pr),
                outcome(expected["udfald"])
                if "udfald" in expected
                else ("findes ikke" if expected.get("findes") is False else "–"),
                date(iso(expected["frist"])) if expected.get("frist") else "–",
                bench_link(page, c, "prøv"),
            ]
        )
    worked = dict.fromkeys(c.regnet for c in found if c.regnet and c.sted.startswith("graenser/"))
    return [
        "## Prøver, regnet i hånden",
        "Hvert svar er regnet fra paragraffen, ikke med programmet, og programmet holdes op mod dem alle.",
        *(f"Regnet sådan: {esc(w)}" for w in worked),
        table(["Sag", "Pr.", "Udfald", "Frist", ""], rows, wide=True),
    ]


def pages() -> list[Page]:
    """Every rule page, and the index."""
    return [index(), *(rule(r) for r in rules().values())]
