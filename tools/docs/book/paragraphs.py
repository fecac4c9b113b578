"""One page a paragraph: every rule, exemption, form and suspension that cites it, in words, and the act itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from attrs import define, field

from book.rules import in_force, when
from book.source import (
    Paragraph,
    citations,
    described,
    exemptions,
    law,
    lawful_forms,
    paragraph,
    rule_page,
    rules,
    suspensions,
    tests_of,
)
from book.words import Page, big, date, esc, group, label, slug, span, table
from kontaktforloeb import koder
from kontaktforloeb.forklaring.grundnavn import fritagelse
from kontaktforloeb.forklaring.ordbog import ORDBOEGER
from kontaktforloeb.regelsprog import Hjemmel
from kontaktforloeb.regelsprog.kilder import Konsolidering


@define
class Cited:
    """What cites a paragraph, and the texts of the act in which it did."""

    rules: dict[str, list[str]] = field(factory=dict)
    others: list[list[str]] = field(factory=list)
    texts: dict[str, Konsolidering] = field(factory=dict)


def _texts(h: Hjemmel, first: dt.date, last: dt.date | None) -> Iterator[Konsolidering]:
    """The published texts that were in force in a stretch of time."""
    known = h.lov.tekster
    for number, text in enumerate(known):
        ends = known[number + 1].fra if number + 1 < len(known) else None
        begins = text.fra if number else dt.date.min
        if (last is None or begins <= last) and (ends is None or ends > first):
            yield text


def _day(ordinal: int | None) -> dt.date | None:
    return None if ordinal is None else dt.date.fromordinal(ordinal)


@cache
def cited() -> dict[Paragraph, Cited]:
    """Every paragraph cited by a rule, an exemption, a form, a suspension or a kind of offer."""
    found: dict[Paragraph, Cited] = {}

    def add(h: Hjemmel, fra: dt.date, til: dt.date | None) -> Cited:
        first = max(fra, h.fra or dt.date.min)
        last = min((d for d in (til, h.til) if d is not None), default=None)
        entry = found.setdefault(paragraph(h.lov.kort, h.paragraf, first), Cited())
        for text in _texts(h, first, last):
            entry.texts.setdefault(text.eli, text)
        return entry

    for k in law().klausuler:
        first, last = dt.date.fromordinal(k.fra), _day(k.til)
        kinds = [a.hjemmel for a in getattr(getattr(k.regel, "taeller", None), "arter", ()) if not isinstance(a, str)]
        for h in (*k.regel.hjemmel, *kinds):
            places = add(h, first, last).rules.setdefault(k.regel.id, [])
            if h.paragraf not in places:
                places.append(h.paragraf)
    for t in exemptions():
        e = t.erklaering
        first, last = t.fra, t.til
        words = (
            fritagelse(e.grund, ORDBOEGER["da"])
            if e.beskaeftigelse_timer is None
            else f"arbejde på {e.beskaeftigelse_timer} timer om ugen"
            if e.beskaeftigelse_timer
            else "arbejde"
        )
        who = "alle" if e.maalgrupper is None else ", ".join(group(g) for g in e.maalgrupper)
        for h in citations(e):
            _other(add(h, first, last), ["fritagelse", words, who, span(first, last)])
    for t in lawful_forms():
        e = t.erklaering
        first, last = t.fra, t.til
        words = ", ".join(label(koder.Samtaleform, f) for f in e.former) + f"; {when(e)}"
        who = "alle" if e.maalgrupper is None else ", ".join(group(g) for g in e.maalgrupper)
        for h in citations(e):
            _other(add(h, first, last), ["samtalens form", words, who, span(first, last)])
    for t in suspensions():
        first, last = t.fra, t.til
        for h in citations(t.erklaering):
            _other(add(h, first, last), ["suspension", "krav med frist i tiden", "alle", span(first, last)])
    return dict(sorted(found.items(), key=lambda item: _order(item[0])))


def _other(entry: Cited, row: list[str]) -> None:
    if row not in entry.others:
        entry.others.append(row)


def _order(p: Paragraph) -> tuple[str, str, int, str]:
    number = re.search(r"\d+", p.name)
    return (p.act, p.era, int(number[0]) if number else 0, p.name)


def page_of(p: Paragraph, entry: Cited) -> Page:
    """The page of one paragraph."""
    era = f" ({p.era})" if p.era else ""
    page = Page.at(
        p.page,
        f"{big(p.title)}{era}",
        description=f"Reglerne, der står i {p.title}{era}, og lovteksten på Retsinformation",
    )
    texts = sorted(entry.texts.values(), key=lambda t: t.fra)
    page.add(
        "Læs lovteksten på Retsinformation: " + "; ".join(f"[{t.navn}]({t.eli})" for t in texts) + ".",
        "Programmet gengiver ikke lovens ord; her står, hvilke regler der bygger på paragraffen, og hvordan de er forstået.",
    )
    for rule_id, places in entry.rules.items():
        info = rules()[rule_id]
        tests = len(tests_of(rule_id))
        page.add(
            f"## {rule_id}: {info.titel}",
            *(esc(words) for words in described(rule_id)),
            f"Gælder {', '.join(group(g) for g in info.maalgrupper)}; i kraft {span(*in_force(rule_id))}. "
            f"Henviser til {', '.join(places)}.",
            f"{page.to(rule_page(rule_id), 'Sådan tælles det')}"
            + (f", med {tests} {'prøve' if tests == 1 else 'prøver'} regnet i hånden." if tests else "."),
        )
    if entry.others:
        page.add("## Fritagelser, former og suspensioner")
        page.add(table(["Hvad", "Hvilken", "Hvem", "Hvornår"], entry.others, wide=True))
    return page


def index() -> Page:
    """All paragraphs, act by act."""
    page = Page.at("paragraffer/index.md", "Paragraffer", description="Alle de paragraffer, som reglerne står i")
    page.add("Find reglerne ud fra paragraffen. Den gamle og den nye lov har hver sine numre.")
    acts: dict[tuple[str, str], list[tuple[Paragraph, Cited]]] = {}
    for p, entry in cited().items():
        acts.setdefault((p.act, p.era), []).append((p, entry))
    for (name, era), entries in acts.items():
        page.add(f"## {big(name)}{f', {era}' if era else ''}")
        page.add(
            table(
                ["Paragraf", "Regler"],
                [
                    [
                        page.to(p.page, p.name),
                        ", ".join(page.to(rule_page(r), r) for r in entry.rules) or "fritagelse, form eller suspension",
                    ]
                    for p, entry in entries
                ],
            )
        )
    return page


def sources() -> Page:
    """The acts and orders with their published texts."""
    page = Page.at("kilder.md", "Love og bekendtgørelser", description="De tekster, reglerne er læst i, med links")
    page.add(
        "Reglerne er læst i disse tekster. En vurdering henviser altid til den tekst, der var i kraft på fristen.",
    )
    acts: dict[str, dict[str, Konsolidering]] = {}
    short: dict[str, str] = {}
    held = [h for k in law().klausuler for h in k.regel.hjemmel]
    for h in [*held, *(h for t in suspensions() for h in citations(t.erklaering))]:
        acts.setdefault(h.lov.navn, {}).update({t.eli: t for t in h.lov.tekster})
        short[h.lov.navn] = h.lov.kort
    for navn, texts in acts.items():
        page.add(f"## {big(navn)} {{ #{slug(navn)} }}", f"Kort navn i henvisninger: {short[navn]}.")
        page.add(
            table(
                ["Tekst", "Citeres fra"],
                [[f"[{t.navn}]({t.eli})", date(t.fra)] for t in sorted(texts.values(), key=lambda t: t.fra)],
            )
        )
    return page


def pages() -> list[Page]:
    """Every paragraph page, the index, and the sources."""
    return [index(), sources(), *(page_of(p, entry) for p, entry in cited().items())]
