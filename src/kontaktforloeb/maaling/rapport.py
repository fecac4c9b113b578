# ruff: noqa: E501 - a line of HTML is a line
"""The report: one HTML file with tables, charts and the cases behind each figure. No script, nothing fetched."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from kontaktforloeb.koder import Maalgruppe
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.dage import month_of, month_text, read_month
from kontaktforloeb.maaling.diagram import Line, Mark, chart
from kontaktforloeb.maaling.resultat import ALL, FEW, UNKNOWN, WITH_HIDDEN_MONTH, WOULD_REVEAL, Figure, decimals
from kontaktforloeb.maaling.skriv import SYNTHETIC_NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from kontaktforloeb.maaling.opgoerelse import Opgoerelse
    from kontaktforloeb.maaling.optaelling import Behind
    from kontaktforloeb.maaling.tilsyn_opgoerelse import StageRow

#: So many entries of the lists are put in the report; beyond that the report says how many it left out.
MOST_LISTED = 100_000

_HIDDEN = {
    FEW: "under 10 personer",
    WOULD_REVEAL: "skjult, da det ellers ville afsløre et tal på under 10",
    WITH_HIDDEN_MONTH: "skjult, da en måned er skjult",
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
    """The whole report as one document."""
    plan = result.plan
    span = f"{month_text(plan.months[0])} til {month_text(plan.months[-1])}"
    parts = [
        '<!DOCTYPE html>\n<html lang="da"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>Opgørelse af kontaktforløb, {span}</title><style>{_STYLE}</style></head><body>",
        f"<h1>Opgørelse af kontaktforløb, {span}</h1>",
    ]
    if result.synthetic:
        parts.append(f'<p class="advarsel">{SYNTHETIC_NOTE}. Tallene siger intet om nogen kommune.</p>')
    parts.append(_about(result))
    municipalities = sorted({f.kommune for f in result.figures})
    behind: dict[tuple[str, str, str, str, str], list[Behind]] = defaultdict(list)
    for b in result.behind[:MOST_LISTED]:
        k = b.key
        behind[k.measure, k.variant, k.municipality or UNKNOWN, k.group, month_text(k.month)].append(b)
    for municipality in municipalities:
        own = [f for f in result.figures if f.kommune == municipality]
        opened = " open" if len(municipalities) == 1 else ""
        parts.append(
            f"<details{opened}><summary><h2 style='display:inline'>Kommune {escape(municipality)}</h2></summary>"
        )
        parts.append(_side_by_side(own, plan.months, plan.lovgrundlag))
        for name in plan.measures:
            rows = [f for f in own if f.maal == name]
            if rows:
                parts.append(_measure(d.MEASURES[name], rows, plan.months, behind))
        parts.append(_supervision([s for s in stages if s.kommune == municipality]))
        parts.append("</details>")
    if len(result.behind) > MOST_LISTED:
        parts.append(
            f'<p class="note">Listerne viser de første {_number(MOST_LISTED)} af {_number(len(result.behind))} '
            "sager bag tallene; opgør færre måneder eller mål ad gangen for at se resten.</p>"
        )
    parts += [_rejected(result), _published(result), "</body></html>\n"]
    return "\n".join(p for p in parts if p)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _about(result: Opgoerelse) -> str:
    plan = result.plan
    basis = "gældende ret" if plan.lovgrundlag == "gaeldende" else "efter aftalen af 23. august 2018 (kontrafaktisk)"
    lines = [
        f"{_number(result.cases)} sager er talt med; {_number(len(result.rejected))} kunne ikke vurderes og står til sidst.",
        f"Vurderet pr. {plan.pr.isoformat()}; lovgrundlag: {basis}.",
        "Tal på færre end 10 personer vises ikke. Andele er i procent.",
        *result.notes,
    ]
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def group_name(group: str) -> str:
    """A target group in words."""
    return "alle grupper" if group == ALL else _NAMES.get(group, group)


_NAMES = {str(group.value): group.tekst() for group in Maalgruppe}


def _months_of(rows: Iterable[Figure]) -> dict[int, Fraction]:
    return {read_month(f.periode): f.andel for f in rows if len(f.periode) == len("2019-06") and f.andel is not None}


def _side_by_side(rows: Sequence[Figure], months: Sequence[int], basis: str) -> str:
    """The minister's measure beside KL's, before and after the switch."""
    wanted = [
        ("samtaledata", None, "Ministerens: mindst N samtaler"),
        ("passivandel", "tilbud-12", "KL's: passive, uden tilbud"),
        ("passivandel", "tilbud-samtale-12", "KL's: passive, heller ingen samtale"),
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
    return (
        "<h3>Ministerens mål ved siden af KL's</h3>"
        + chart(
            "Ministerens mål ved siden af KL's, alle grupper",
            months,
            lines,
            [Mark("nye regler", month=month_of(switch.toordinal()))],
        )
        + '<p class="note">Det første mål er godt, når det er højt; de to andre, når de er lave. De har hver sin personkreds '
        "og kan ikke lægges sammen.</p>"
    )


def _measure(
    measure: d.Measure,
    rows: Sequence[Figure],
    months: Sequence[int],
    behind: dict[tuple[str, str, str, str, str], list[Behind]],
) -> str:
    out = [f"<h3>{escape(measure.titel)}</h3>", f"<p>{escape(measure.population)}: {escape(measure.tal)}.</p>"]
    sources = "; ".join(f'<a href="{k.eli}">{escape(k.kort)}</a>' if k.eli else escape(k.kort) for k in measure.kilder)
    used = _used(measure)
    out.append(f'<p class="note">Kilde: {sources}. {escape(used)} {escape(" ".join(measure.noter))}</p>')
    if measure.id == "samtaledata":
        out.append(_needed())
    variants = list(dict.fromkeys(f.variant for f in rows))
    for variant in variants:
        own = [f for f in rows if f.variant == variant]
        groups = list(dict.fromkeys(f.gruppe for f in own))
        if len(months) > 1:
            lines = [
                Line(group_name(g), points) for g in groups if (points := _months_of(f for f in own if f.gruppe == g))
            ]
            limits = list(
                {
                    f.graense: Mark(f"{decimals(f.graense, 0)} pct.", share=f.graense)
                    for f in own
                    if f.graense is not None
                }.values()
            )
            if lines and (len(variants) == 1 or variant in _CHARTED or measure.id != "passivandel"):
                out.append(chart(f"{measure.titel}, {variant}", months, lines, limits))
        out.append(_table(f"{measure.titel}, {variant}", groups, own))
        out.append(_lists(own, behind))
    return "\n".join(out)


#: The variants of `passivandel` that have a chart; the others have their table.
_CHARTED = frozenset({"tilbud-12", "tilbud-samtale-12"})


def _used(measure: d.Measure) -> str:
    if measure.anvendt_fra is None:
        return ""
    return f"Anvendt {measure.anvendt_fra}-{measure.anvendt_til or ''}."


def _needed() -> str:
    rows = "".join(
        f"<tr><td>{escape(group_name(g))}</td><td>{n.antal}</td><td>{'udledt' if n.udledt else 'offentliggjort'}</td><td>{escape(n.grundlag)}</td></tr>"
        for g, n in d.SAMTALEDATA_N.items()
    )
    return f"<details><summary>N for hver gruppe</summary><table><thead><tr><th>Gruppe</th><th>N</th><th></th><th>Grundlag</th></tr></thead><tbody>{rows}</tbody></table></details>"


def _table(title: str, groups: Sequence[str], rows: Sequence[Figure]) -> str:
    periods = list(dict.fromkeys(f.periode for f in rows))
    cells = {(f.gruppe, f.periode): f for f in rows}
    head = "".join(f"<th>{escape(p)}{'' if len(p) == len('2019-06') else ' gns.'}</th>" for p in periods)
    body = "".join(
        f"<tr><td>{escape(group_name(g))}</td>{''.join(_cell(cells.get((g, p))) for p in periods)}</tr>" for g in groups
    )
    return f'<div class="rul"><table><caption>{escape(title)}</caption><thead><tr><th>Gruppe</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return "<td></td>"
    if figure.skjult:
        return f'<td class="note" title="{escape(_HIDDEN.get(figure.skjult, figure.skjult))}">skjult</td>'
    if figure.andel is None:
        return '<td class="note">ingen</td>'
    of = f"<br><small>{figure.taeller} af {figure.naevner}</small>" if figure.naevner is not None else ""
    if figure.uafklaret:
        of += f"<br><small>{figure.uafklaret} uafklaret</small>"
    missed = ' class="ikke"' if figure.graense_opfyldt is False else ""
    return f"<td><span{missed}>{decimals(figure.andel, 1, ',')}</span>{of}</td>"


def _lists(rows: Sequence[Figure], behind: dict[tuple[str, str, str, str, str], list[Behind]]) -> str:
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
                f"<details><summary>{escape(f.periode)}, {escape(group_name(f.gruppe))}: {len(found)} sager</summary>"
                f"<table><thead><tr><th>Sag</th><th>Ikke opfyldt</th></tr></thead><tbody>{items}</tbody></table></details>"
            )
    return f"<details><summary>Sagerne bag tallene</summary>{''.join(out)}</details>" if out else ""


def _supervision(stages: Sequence[StageRow]) -> str:
    if not stages:
        return ""
    rows = "".join(
        f"<tr><td>{s.trin.aar}</td><td>{escape(s.trin.trin)}</td><td style='text-align:left'>{escape(s.trin.begrundelse)}</td><td>{escape(s.trin.hjemmel)}</td></tr>"
        for s in stages
    )
    return f"<h3>{escape(d.SUPERVISION.titel)}</h3><table><thead><tr><th>År</th><th>Trin</th><th>Begrundelse</th><th>Hjemmel</th></tr></thead><tbody>{rows}</tbody></table>"


def _rejected(result: Opgoerelse) -> str:
    if not result.rejected:
        return ""
    shown = result.rejected[:1000]
    rows = "".join(
        f"<tr><td>{escape(r.id or r.sted)}</td><td style='text-align:left'>{escape(r.grund)}</td></tr>" for r in shown
    )
    more = (
        f'<p class="note">De første {_number(len(shown))} er vist; --afvist skriver dem alle.</p>'
        if len(result.rejected) > len(shown)
        else ""
    )
    return (
        f"<h2>Sager, der ikke kunne vurderes ({_number(len(result.rejected))})</h2>{more}<details><summary>Vis</summary>"
        f"<table><thead><tr><th>Sag</th><th>Grund</th></tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _published(result: Opgoerelse) -> str:
    """The letters' published figures, as labels; there are no micro-data behind them."""
    if "samtaledata" not in result.plan.measures:
        return ""
    rows = "".join(
        f"<tr><td>{escape(p.sted)}, {escape(p.hvornaar)}</td><td>{escape(group_name(p.gruppe))}</td><td>{p.pct}</td></tr>"
        for p in d.PUBLISHED
    )
    return (
        "<h2>Offentliggjorte tal fra 2018</h2><p class='note'>Kun til sammenligning: der ligger ingen oplysninger om personer bag, og intet her er "
        f"tilpasset dem.</p><table><thead><tr><th>Kommune</th><th>Gruppe</th><th>Pct.</th></tr></thead><tbody>{rows}</tbody></table>"
    )
