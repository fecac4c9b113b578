"""A case and its verdict as people read them: the facts, the requirements in a table, the picture, the reasons."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence

from book.source import Case, rule_page
from book.words import Page, bullets, cell, date, esc, iso, label, outcome, span, table
from kontaktforloeb import koder
from kontaktforloeb.visning.tidslinjebillede import picture
from kontaktforloeb.vurdering.resultat import Krav, Vurdering

BENCH = "proev/index.html"


def bench_fragment(case: Case) -> str:
    """The fragment that opens the bench with this case: what its own 'copy link' would make."""
    content = {
        "sag": case.document,
        "pr": case.pr.isoformat(),
        "lovgrundlag": case.lovgrundlag,
        "fortolkninger": dict(case.fortolkninger),
    }
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return "#" + base64.urlsafe_b64encode(data).decode().rstrip("=")


def bench_link(page: Page, case: Case, words: str = "Åbn sagen i Prøv reglerne") -> str:
    """A link that opens the case in the bench."""
    address = "../" * page.path.count("/") + BENCH + bench_fragment(case)
    return f'<a href="{address}">{words}</a>'


def due(krav: Krav) -> str:
    """The deadline in words."""
    if krav.frist is None and krav.forventet_frist is not None:
        return f"ventes {date(krav.forventet_frist)}"
    return date(krav.frist, "ingen dato")


def counted(krav: Krav) -> str:
    """How many were counted of how many."""
    return "" if krav.kraevet is None else f"{len(krav.medregnet)} af {krav.kraevet}"


def titled(krav: Krav) -> str:
    """The title, and the step of a series."""
    return krav.titel + (f", trin {krav.trin}" if krav.trin is not None else "")


def krav_table(page: Page, krav: Sequence[Krav]) -> str:
    """The requirements of a verdict in a table, each linked to its rule."""
    rows = [[outcome(k.udfald), page.to(rule_page(k.regel), k.regel), titled(k), due(k), counted(k)] for k in krav]
    return table(["Udfald", "Regel", "Krav", "Frist", "Talt"], rows, wide=True)


def facts(case: Case) -> str:
    """What the case says, in a list."""
    document = case.document
    lines = [
        f"{label(koder.Ydelse, p['ydelse'])} som {label(koder.Maalgruppe, p['maalgruppe'])}"
        + (f", kategori {p['kategori']}" if p.get("kategori") else "")
        + (f", {str(p['timer_pr_uge']).replace('.', ',')} timer om ugen" if p.get("timer_pr_uge") else "")
        + f": {span(iso(p['fra']), iso(p['til']) if p.get('til') else None)}"
        for p in document["perioder"]
    ]
    if document.get("foedselsdato"):
        lines.append(f"født {date(iso(document['foedselsdato']))}")
    for art in dict.fromkeys(h["art"] for h in document.get("haendelser", ())):
        days = [iso(h["dato"]) for h in document["haendelser"] if h["art"] == art]
        lines.append(f"{label(koder.Haendelsesart, art)}: {_days(days)}")
    for key in dict.fromkeys(_talk(s) for s in document.get("samtaler", ())):
        days = [iso(s["dato"]) for s in document["samtaler"] if _talk(s) == key]
        lines.append(f"{key}: {_days(days)}")
    for t in document.get("tilbud", ()):
        given = f", afgivet {date(iso(t['afgivet']))}" if t.get("afgivet") else ""
        state = f" ({label(koder.Tilbudsstatus, t['status'])})" if t["status"] != "gennemfoert" else ""
        lines.append(
            f"{label(koder.Tilbudsart, t['art'])}{state}: "
            f"{span(iso(t['fra']), iso(t['til']) if t.get('til') else None)}{given}"
        )
    for f in document.get("fritagelser", ()):
        under = f" ({label(koder.Undergrund, f['undergrund'])})" if f.get("undergrund") else ""
        lines.append(
            f"{label(koder.Fritagelsesgrund, f['grund'])}{under}: "
            f"{span(iso(f['fra']), iso(f['til']) if f.get('til') else None)}"
        )
    for b in document.get("beskaeftigelse", ()):
        lines.append(
            f"ordinært arbejde {str(b.get('timer_pr_uge', '')).replace('.', ',')} timer om ugen: "
            f"{span(iso(b['fra']), iso(b['til']) if b.get('til') else None)}"
        )
    if document.get("timer"):
        first, last = document["timer"][0], document["timer"][-1]
        hours = sorted({str(t["timer"]).replace(".", ",") for t in document["timer"]})
        lines.append(f"{' eller '.join(hours)} dagpengetimer om måneden, {first['maaned']} til {last['maaned']}")
    for o in document.get("ordninger", ()):
        lines.append(
            f"{label(koder.Ordningsart, o['art'])}: {span(iso(o['fra']), iso(o['til']) if o.get('til') else None)}"
        )
    return bullets(lines)


def _talk(talk: dict[str, object]) -> str:
    words = str(label(koder.Samtaleart, str(talk["art"])))
    extra = []
    if talk.get("status") not in {None, "afholdt"}:
        extra.append(label(koder.Samtalestatus, str(talk["status"])))
    if talk.get("form") not in {None, "fremmoede"}:
        extra.append(label(koder.Samtaleform, str(talk["form"])))
    if talk.get("holdt_af") == "a-kasse":
        extra.append("holdt af a-kassen")
    if talk.get("a_kasse_deltog"):
        extra.append("a-kassen deltog")
    return words + (f" ({', '.join(extra)})" if extra else "")


def _days(days: Sequence[object]) -> str:
    words = [date(d) for d in days]  # type: ignore[arg-type]  # they come from JSON
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


def drawn(case: Case, vurdering: Vurdering, prefix: str) -> str:
    """The picture of a case as it was judged, in the page, in a frame that scrolls on a phone."""
    svg = " ".join(picture(vurdering, case.sag, prefix=prefix).svg.split("\n"))
    return f'<div class="bred tegning" tabindex="0" role="region" aria-label="Tidslinje, der kan rulles">{svg}</div>'


def worked(page: Page, case: Case, prefix: str, *, level: str = "###", reasons: bool = False) -> list[str]:
    """A worked case: title, facts, verdict, picture, and the link that opens it in the bench."""
    vurdering = case.outline()
    head = f"{level} {case.titel.rstrip('.')}"
    basis = "" if case.lovgrundlag == "gaeldende" else ", efter aftalen af 23. august 2018"
    out = [
        head,
        "Sagen:",
        facts(case),
        f"Vurderet pr. {date(case.pr)}{basis}: {outcome(vurdering.samlet)}",
        krav_table(page, vurdering.krav),
        drawn(case, vurdering, prefix),
    ]
    if reasons:
        out += reasons_of(vurdering)
    if case.kilde:
        out.append(f"Kilde til sagen: {esc(case.kilde)}.")
    if case.regnet:
        out.append(f"Regnet i hånden: {esc(case.regnet)}")
    out.append(bench_link(page, case))
    return out


def reasons_of(vurdering: Vurdering) -> list[str]:
    """The reasons of each requirement, folded together."""
    lines: list[str] = []
    for k in vurdering.krav:
        lines.append(f"**{k.regel}, {cell(titled(k))}:** {outcome(k.udfald)}")
        lines.append(esc(k.forklaring))
        sources = ", ".join(f"[{h.kort} ({h.retskilde})]({h.eli})" for h in k.hjemmel)
        lines.append(f"Hjemmel: {sources}")
    return lines
