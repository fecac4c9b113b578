# ruff: noqa: E501 - a line of HTML is a line
"""The report: one HTML file with tables, charts and the cases behind each figure. No script, nothing fetched."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from attrs import frozen

from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.dage import month_of, month_text, read_month
from kontaktforloeb.maaling.diagram import Line, Mark, chart
from kontaktforloeb.maaling.resultat import ALL, FEW, UNKNOWN, WITH_HIDDEN_MONTH, WOULD_REVEAL, Figure, decimals
from kontaktforloeb.maaling.skaerpet_tilsyn import STAGES_EN
from kontaktforloeb.maaling.skriv import SYNTHETIC_NOTE, SYNTHETIC_NOTE_EN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from kontaktforloeb.maaling.opgoerelse import Opgoerelse
    from kontaktforloeb.maaling.optaelling import Behind
    from kontaktforloeb.maaling.tilsyn_opgoerelse import StageRow

#: So many entries of the lists are put in the report; beyond that the report says how many it left out.
MOST_LISTED = 100_000


@frozen
class _Words:
    """The report's words in one language, with its way to write numbers."""

    sprog: str

    def __call__(self, da: str, en: str) -> str:
        return en if self.sprog == "en" else da

    def number(self, value: int) -> str:
        return f"{value:,}" if self.sprog == "en" else f"{value:,}".replace(",", ".")

    def share(self, value: Fraction) -> str:
        return decimals(value, 1, self(",", "."))


_HIDDEN = {
    FEW: ("under 10 personer", "fewer than 10 people"),
    WOULD_REVEAL: (
        "skjult, da det ellers ville afsløre et tal på under 10",
        "hidden, as it would otherwise reveal a number below 10",
    ),
    WITH_HIDDEN_MONTH: ("skjult, da en måned er skjult", "hidden, as a month is hidden"),
}

_STYLE = """
:root{color-scheme:light dark;--kant:#b9b9b9;--svag:#666;--flade:#f3f3f3}
@media(prefers-color-scheme:dark){:root{--kant:#555;--svag:#aaa;--flade:#222}}
body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:.6rem 0;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--kant);padding:.2rem .6rem;text-align:right}
th:first-child,td:first-child{text-align:left}
thead th{position:sticky;top:0;background:var(--flade)}
caption{text-align:left;font-weight:600;padding:.3rem 0}
.rul{overflow-x:auto}
.advarsel{border:2px solid #b00020;padding:.5rem 1rem;font-weight:600}
.note,small{color:var(--svag)}
.ikke{color:#b00020;font-weight:600}
.diagram{width:100%;max-width:60rem;height:auto}
.gitter{stroke:var(--kant);stroke-width:.5}.graense{stroke:#b00020;stroke-dasharray:4 3}.skift{stroke:currentColor;stroke-dasharray:2 3}
.linje{fill:none;stroke-width:2}.akse{font-size:11px;fill:currentColor}
details{margin:.3rem 0}summary{cursor:pointer}
@media print{details{display:none}}
"""


def as_html(result: Opgoerelse, stages: Sequence[StageRow] = ()) -> str:
    """The whole report as one document, in the language of the plan."""
    plan = result.plan
    o = _Words(plan.sprog)
    title = o("Opgørelse af kontaktforløb", "Figures on contact")
    title += f", {month_text(plan.months[0])} {o('til', 'to')} {month_text(plan.months[-1])}"
    parts = [
        f'<!DOCTYPE html>\n<html lang="{o("da", "en")}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{title}</h1>",
    ]
    if result.synthetic:
        said = o("Tallene siger intet om nogen kommune.", "The figures say nothing about any municipality.")
        parts.append(f'<p class="advarsel">{o(SYNTHETIC_NOTE, SYNTHETIC_NOTE_EN)}. {said}</p>')
    parts.append(_about(result, o))
    municipalities = sorted({f.kommune for f in result.figures})
    behind: dict[tuple[str, str, str, str, str], list[Behind]] = defaultdict(list)
    for b in result.behind[:MOST_LISTED]:
        k = b.key
        behind[k.measure, k.variant, k.municipality or UNKNOWN, k.group, month_text(k.month)].append(b)
    for municipality in municipalities:
        own = [f for f in result.figures if f.kommune == municipality]
        opened = " open" if len(municipalities) == 1 else ""
        parts.append(
            f"<details{opened}><summary><h2 style='display:inline'>{o('Kommune', 'Municipality')} {escape(municipality)}</h2></summary>"
        )
        parts.append(_side_by_side(own, plan.months, plan.lovgrundlag, o))
        for name in plan.measures:
            rows = [f for f in own if f.maal == name]
            if rows:
                parts.append(_measure(d.MEASURES[name], rows, plan.months, behind, o))
        parts.append(_supervision([s for s in stages if s.kommune == municipality], o))
        parts.append("</details>")
    if len(result.behind) > MOST_LISTED:
        shown, every = o.number(MOST_LISTED), o.number(len(result.behind))
        said = o(
            f"Listerne viser de første {shown} af {every} sager bag tallene; opgør færre måneder eller mål ad gangen for at se resten.",
            f"The lists show the first {shown} of {every} cases behind the figures; count fewer months or measures at a time to see the rest.",
        )
        parts.append(f'<p class="note">{said}</p>')
    parts += [_rejected(result, o), _published(result, o), "</body></html>\n"]
    return "\n".join(p for p in parts if p)


def _about(result: Opgoerelse, o: _Words) -> str:
    plan = result.plan
    basis = (
        o("gældende ret", "the law in force")
        if plan.lovgrundlag == "gaeldende"
        else o(
            "efter aftalen af 23. august 2018 (kontrafaktisk)",
            "after the agreement of 23 August 2018 (counterfactual)",
        )
    )
    counted, refused = o.number(result.cases), o.number(len(result.rejected))
    lines = [
        o(
            f"{counted} sager er talt med; {refused} kunne ikke vurderes og står til sidst.",
            f"{counted} cases are counted; {refused} could not be judged and stand at the end.",
        ),
        o(
            f"Vurderet pr. {plan.pr.isoformat()}; lovgrundlag: {basis}.",
            f"As of {plan.pr.isoformat()}; legal basis: {basis}.",
        ),
        o(
            "Tal på færre end 10 personer vises ikke. Andele er i procent.",
            "Figures on fewer than 10 people are not shown. Shares are in per cent.",
        ),
        *result.notes,
    ]
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def group_name(group: str, sprog: str = "da") -> str:
    """A target group in words."""
    if group == ALL:
        return _Words(sprog)("alle grupper", "all groups")
    return _GROUPS[group].tekst(sprog) if group in _GROUPS else group


_GROUPS = {str(group.value): group for group in Maalgruppe}


def _months_of(rows: Iterable[Figure]) -> dict[int, Fraction]:
    return {read_month(f.periode): f.andel for f in rows if len(f.periode) == len("2019-06") and f.andel is not None}


def _side_by_side(rows: Sequence[Figure], months: Sequence[int], basis: str, o: _Words) -> str:
    """The minister's measure beside KL's, before and after the switch."""
    wanted = [
        ("samtaledata", None, o("Ministerens: mindst N samtaler", "The minister's: at least N interviews")),
        ("passivandel", "tilbud-12", o("KL's: passive, uden tilbud", "Local Government Denmark's: passive, no offer")),
        (
            "passivandel",
            "tilbud-samtale-12",
            o("KL's: passive, heller ingen samtale", "Local Government Denmark's: passive, no interview either"),
        ),
    ]
    lines = []
    for measure, variant, name in wanted:
        points = _months_of(
            f for f in rows if f.maal == measure and f.gruppe == ALL and (variant is None or f.variant == variant)
        )
        if points:
            lines.append(Line(name, points))
    if len(lines) < 2:  # noqa: PLR2004 - nothing to set beside it
        return ""
    switch = d.SWITCH[basis]
    title = o("Ministerens mål ved siden af KL's", "The minister's measure beside Local Government Denmark's")
    note = o(
        "Det første mål er godt, når det er højt; de to andre, når de er lave. De har hver sin personkreds "
        "og kan ikke lægges sammen.",
        "The first measure is good when it is high, the two others when they are low. Each has its own people, "
        "and they cannot be added up.",
    )
    marks = [Mark(o("nye regler", "new rules"), month=month_of(switch.toordinal()))]
    return (
        f"<h3>{title}</h3>"
        + chart(f"{title}, {group_name(ALL, o.sprog)}", months, lines, marks, o.sprog)
        + f'<p class="note">{note}</p>'
    )


def _measure(
    measure: d.Measure,
    rows: Sequence[Figure],
    months: Sequence[int],
    behind: dict[tuple[str, str, str, str, str], list[Behind]],
    o: _Words,
) -> str:
    title = o(measure.titel, measure.titel_en)
    said = f"{o(measure.population, measure.population_en)}: {o(measure.tal, measure.tal_en)}."
    out = [f"<h3>{escape(title)}</h3>", f"<p>{escape(said)}</p>"]
    sources = "; ".join(f'<a href="{k.eli}">{escape(k.kort)}</a>' if k.eli else escape(k.kort) for k in measure.kilder)
    notes = " ".join([_used(measure, o), *(o(*note) for note in zip(measure.noter, measure.noter_en, strict=True))])
    out.append(f'<p class="note">{o("Kilde", "Source")}: {sources}. {escape(notes)}</p>')
    if measure.id == "samtaledata":
        out.append(_needed(o))
    variants = list(dict.fromkeys(f.variant for f in rows))
    for variant in variants:
        own = [f for f in rows if f.variant == variant]
        groups = list(dict.fromkeys(f.gruppe for f in own))
        if len(months) > 1:
            lines = [
                Line(group_name(g, o.sprog), points)
                for g in groups
                if (points := _months_of(f for f in own if f.gruppe == g))
            ]
            limits = list(
                {
                    f.graense: Mark(
                        o(f"{decimals(f.graense, 0)} pct.", f"{decimals(f.graense, 0)} per cent"), share=f.graense
                    )
                    for f in own
                    if f.graense is not None
                }.values()
            )
            if lines and (len(variants) == 1 or variant in _CHARTED or measure.id != "passivandel"):
                out.append(chart(f"{title}, {variant}", months, lines, limits, o.sprog))
        out.append(_table(f"{title}, {variant}", groups, own, o))
        out.append(_lists(own, behind, o))
    return "\n".join(out)


#: The variants of `passivandel` that have a chart; the others have their table.
_CHARTED = frozenset({"tilbud-12", "tilbud-samtale-12"})


def _used(measure: d.Measure, o: _Words) -> str:
    if measure.anvendt_fra is None:
        return ""
    return f"{o('Anvendt', 'Used')} {measure.anvendt_fra}-{measure.anvendt_til or ''}."


def _needed(o: _Words) -> str:
    derived, published = o("udledt", "derived"), o("offentliggjort", "published")
    rows = "".join(
        f"<tr><td>{escape(group_name(g, o.sprog))}</td><td>{n.antal}</td><td>{derived if n.udledt else published}</td>"
        f"<td>{escape(o(n.grundlag, n.grundlag_en))}</td></tr>"
        for g, n in d.SAMTALEDATA_N.items()
    )
    return (
        f"<details><summary>{o('N for hver gruppe', 'N for each group')}</summary><table><thead><tr><th>{o('Gruppe', 'Group')}</th><th>N</th>"
        f"<th></th><th>{o('Grundlag', 'Basis')}</th></tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _table(title: str, groups: Sequence[str], rows: Sequence[Figure], o: _Words) -> str:
    periods = list(dict.fromkeys(f.periode for f in rows))
    cells = {(f.gruppe, f.periode): f for f in rows}
    head = "".join(f"<th>{escape(p)}{'' if len(p) == len('2019-06') else o(' gns.', ' mean')}</th>" for p in periods)
    body = "".join(
        f"<tr><td>{escape(group_name(g, o.sprog))}</td>{''.join(_cell(cells.get((g, p)), o) for p in periods)}</tr>"
        for g in groups
    )
    return f'<div class="rul"><table><caption>{escape(title)}</caption><thead><tr><th>{o("Gruppe", "Group")}</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(figure: Figure | None, o: _Words) -> str:
    if figure is None:
        return "<td></td>"
    if figure.skjult:
        why = o(*_HIDDEN.get(figure.skjult, (figure.skjult, figure.skjult)))
        return f'<td class="note" title="{escape(why)}">{o("skjult", "hidden")}</td>'
    if figure.andel is None:
        return f'<td class="note">{o("ingen", "none")}</td>'
    of = f"<br><small>{figure.taeller} {o('af', 'of')} {figure.naevner}</small>" if figure.naevner is not None else ""
    if figure.uafklaret:
        of += f"<br><small>{figure.uafklaret} {o('uafklaret', 'undetermined')}</small>"
    missed = ' class="ikke"' if figure.graense_opfyldt is False else ""
    return f"<td><span{missed}>{o.share(figure.andel)}</span>{of}</td>"


def _lists(rows: Sequence[Figure], behind: dict[tuple[str, str, str, str, str], list[Behind]], o: _Words) -> str:
    """For each figure of a group and month, the cases that are not as wanted, and what is unmet."""
    out = []
    for f in rows:
        found = behind.get((f.maal, f.variant, f.kommune, f.gruppe, f.periode))
        if found:
            items = "".join(
                f"<tr><td>{escape(b.case_id)}</td><td>{escape(b.reason)}</td></tr>"
                for b in sorted(found, key=lambda b: b.case_id)
            )
            out.append(
                f"<details><summary>{escape(f.periode)}, {escape(group_name(f.gruppe, o.sprog))}: {len(found)} {o('sager', 'cases')}</summary>"
                f"<table><thead><tr><th>{o('Sag', 'Case')}</th><th>{o('Ikke opfyldt', 'Unmet')}</th></tr></thead><tbody>{items}</tbody></table></details>"
            )
    return (
        f"<details><summary>{o('Sagerne bag tallene', 'The cases behind the figures')}</summary>{''.join(out)}</details>"
        if out
        else ""
    )


def _supervision(stages: Sequence[StageRow], o: _Words) -> str:
    if not stages:
        return ""
    rows = "".join(
        f"<tr><td>{s.trin.aar}</td><td>{escape(o(s.trin.trin, STAGES_EN[s.trin.trin]))}</td><td style='text-align:left'>{escape(o(s.trin.begrundelse, s.trin.begrundelse_en or s.trin.begrundelse))}</td><td>{escape(s.trin.hjemmel)}</td></tr>"
        for s in stages
    )
    head = "".join(f"<th>{w}</th>" for w in o("År Trin Begrundelse Hjemmel", "Year Stage Reason Authority").split())
    title = escape(o(d.SUPERVISION.titel, d.SUPERVISION.titel_en))
    return f"<h3>{title}</h3><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _rejected(result: Opgoerelse, o: _Words) -> str:
    if not result.rejected:
        return ""
    shown = result.rejected[:1000]
    rows = "".join(
        f"<tr><td>{escape(r.id or r.sted)}</td><td style='text-align:left'>{escape(r.grund)}</td></tr>" for r in shown
    )
    more = ""
    if len(result.rejected) > len(shown):
        said = o(
            f"De første {o.number(len(shown))} er vist; --afvist skriver dem alle.",
            f"The first {o.number(len(shown))} are shown; --afvist writes them all.",
        )
        more = f'<p class="note">{said}</p>'
    title = o("Sager, der ikke kunne vurderes", "Cases that could not be judged")
    return (
        f"<h2>{title} ({o.number(len(result.rejected))})</h2>{more}<details><summary>{o('Vis', 'Show')}</summary>"
        f"<table><thead><tr><th>{o('Sag', 'Case')}</th><th>{o('Grund', 'Reason')}</th></tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _published(result: Opgoerelse, o: _Words) -> str:
    """The letters' published figures, as labels; there are no micro-data behind them."""
    if "samtaledata" not in result.plan.measures:
        return ""
    rows = "".join(
        f"<tr><td>{escape(o(p.sted, p.sted_en or p.sted))}, {escape(o(p.hvornaar, p.hvornaar_en or p.hvornaar))}</td>"
        f"<td>{escape(group_name(p.gruppe, o.sprog))}</td><td>{p.pct}</td></tr>"
        for p in d.PUBLISHED
    )
    note = o(
        "Kun til sammenligning: der ligger ingen oplysninger om personer bag, og intet her er tilpasset dem.",
        "For comparison only: no information on people lies behind them, and nothing here is fitted to them.",
    )
    head = "".join(f"<th>{w}</th>" for w in o("Kommune Gruppe Pct.", "Municipality Group Per&nbsp;cent").split())
    return (
        f"<h2>{o('Offentliggjorte tal fra 2018', 'Published figures from 2018')}</h2><p class='note'>{note}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
