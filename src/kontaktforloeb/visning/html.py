"""The report of a case as one HTML page: it can be read, printed and archived as it is.

Nothing in it runs and nothing is fetched; the only addresses are links to the statutes. Whatever a case holds is
escaped. The same verdict always gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field, frozen

from kontaktforloeb.forklaring.afhaengighed import afhaengighed_i_ord
from kontaktforloeb.koder import (
    SAMLET_ORDEN,
    Ansvarlig,
    Fritagelsesgrund,
    Haendelsesart,
    HoldtAf,
    Lovgrundlag,
    Maalgruppe,
    Samtaleart,
    Samtaleform,
    Samtalestatus,
    Tilbudsart,
    Tilbudsstatus,
    Udfald,
    Ydelse,
    holder,
)
from kontaktforloeb.maaling.definitioner import SWITCH
from kontaktforloeb.tidslinje import kendte
from kontaktforloeb.visning.figurer import mark_icon, outcome_icon
from kontaktforloeb.visning.opmaerkning import day_text, isolated, link, safe, span_text, time
from kontaktforloeb.visning.stil import style
from kontaktforloeb.visning.tidslinjebillede import Picture, picture

if TYPE_CHECKING:
    from kontaktforloeb.sag import Sag
    from kontaktforloeb.vurdering.resultat import Krav, Vurdering

#: Of the day of a deadline: none.
_NONE: Final = "–"

_MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "afholdt": ("samtale i jobcenteret", "interview by the job centre"),
    "a-kasse": ("samtale i a-kassen", "interview by the unemployment fund"),
    "faelles": ("fælles samtale", "joint interview"),
    "ikke-afholdt": ("samtale, der ikke blev holdt", "interview not held"),
    "haendelse": ("hændelse", "event"),
}


@frozen
class _Words:
    """The language of a page."""

    sprog: str

    def say(self, da: str, en: str) -> str:
        """The words in that language."""
        return en if self.sprog == "en" else da

    def label(self, codes: Any, code: str) -> str:
        """The label of a code."""
        return str(codes(code).tekst(self.sprog))

    def outcome(self, udfald: str) -> str:
        """An outcome as shape and word."""
        return f'<span class="udfald {safe(udfald)}">{outcome_icon(udfald)}{safe(self.label(Udfald, udfald))}</span>'

    def counted(self, outcomes: Iterable[str]) -> str:
        """How many ended how, the worst first."""
        totals = Counter(outcomes)
        return ", ".join(f"{totals[u]} {self.label(Udfald, u)}" for u in SAMLET_ORDEN if totals[u])


@define
class Report:
    """A page of one or many cases, made in one pass: add the cases, then put `head` before and `foot` after them.

    `readings` are the open readings in words, as the library gives them; those that bear on a case are explained once.
    `alone` says that the page is about one case only: it then needs no list of them. `shows` stands over its heading,
    and `overview` is a page beside it to lead back to.
    """

    sprog: str = "da"
    readings: Sequence[Any] = ()
    alone: bool = True
    shows: str = ""
    overview: str = ""
    _lines: list[str] = field(factory=list, init=False)
    _used: dict[str, str] = field(factory=dict, init=False)
    _outcomes: list[str] = field(factory=list, init=False)
    _first: Any = field(default=None, init=False)

    def add(self, vurdering: Vurdering, sag: Sag) -> str:
        """The part of the page that is about a case."""
        self._first = self._first or vurdering
        self._outcomes.append(vurdering.samlet)
        number = len(self._outcomes)
        words = _Words(self.sprog)
        for krav in vurdering.krav:
            self._used.update(krav.fortolkninger)
        if not self.alone:
            self._lines.append(
                f'<tr><td>{words.outcome(vurdering.samlet)}</td><th scope="row"><a href="#sag-{number}">'
                f'{isolated(vurdering.id)}</a></th><td class="smal-vaek">'
                f"{safe(words.counted(k.udfald for k in vurdering.krav))}</td></tr>"
            )
        explained = {r.navn for r in self.readings}
        return _Case(words, vurdering, sag, number, 1 if self.alone else 2, explained, self.shows).text()

    def head(self) -> str:
        """Everything before the cases; call it when all have been added."""
        words = _Words(self.sprog)
        if self.alone and self._first is not None:
            title = f"{words.say('Vurdering af sag', 'Verdict on case')} {self._first.id}"
            back = words.say("Alle eksempler", "All examples")
            nav = f'<nav class="lille"><a href="{safe(self.overview)}">{back}</a></nav>\n' if self.overview else ""
            return f"{document_head(title, self.sprog)}{nav}<main>\n"
        title = words.say("Vurdering af sager", "Verdicts on cases")
        many = words.say(f"{len(self._outcomes)} sager", f"{len(self._outcomes)} cases")
        counted = words.counted(self._outcomes)
        columns = words.say("Samlet Sag Krav", "Overall Case Requirements").split()
        return (
            f"{document_head(title, self.sprog)}"
            f'<header>\n<h1 class="titel1">{title}</h1>\n<p>{many}{f": {safe(counted)}" if counted else ""}.</p>\n'
            f'</header>\n<nav aria-label="{words.say("Sagerne", "The cases")}">\n<table>\n<caption>'
            f"{words.say('Sagerne på siden', 'The cases on this page')}</caption>\n"
            f'<thead><tr><th scope="col">{columns[0]}</th><th scope="col">{columns[1]}</th>'
            f'<th scope="col" class="smal-vaek">{columns[2]}</th></tr></thead>\n<tbody>\n'
            + "\n".join(self._lines)
            + "\n</tbody>\n</table>\n</nav>\n<main>\n"
        )

    def foot(self) -> str:
        """Everything after the cases."""
        words = _Words(self.sprog)
        parts = [_explained(self.readings, self._used, words), "</main>\n"]
        if self._first is not None:
            basis = words.label(Lovgrundlag, self._first.lovgrundlag)
            parts.append(
                '<footer class="fod">\n<p><strong>'
                + _no_decision(words)
                + "</strong> "
                + words.say(
                    "Den bygger alene på de oplysninger, der er sendt, og den er lavet af et regneprogram.",
                    "It rests only on the facts that were sent, and was worked out by a program.",
                )
                + f"</p>\n<p>kontaktforloeb {safe(self._first.version)} · {safe(basis)} · "
                f"{words.say('regelsæt', 'rule set')} <code>{safe(self._first.regelsaet)}</code></p>\n</footer>\n"
            )
        return "".join(parts) + document_foot()


def report(
    vurdering: Vurdering,
    sag: Sag,
    sprog: str = "da",
    readings: Sequence[Any] = (),
    *,
    shows: str = "",
    overview: str = "",
) -> str:
    """The page about one case.

    Args:
        vurdering: The verdict, with its words in `sprog`.
        sag: The case it is about.
        sprog: The language of the page, `da` or `en`.
        readings: The open readings in words (`kontaktforloeb.fortolkninger`).
        shows: What the case is an example of, if it is one.
        overview: The page beside it to lead back to, if there is one.

    Returns:
        The whole document.
    """
    page = Report(sprog, readings, shows=shows, overview=overview)
    body = page.add(vurdering, sag)
    return page.head() + body + page.foot()


@frozen(kw_only=True)
class Entry:
    """A line of an overview: how a case ended, what it shows, and the pages about it."""

    samlet: str
    navn: str
    titel: str
    pr: dt.date
    lovgrundlag: str


def index(entries: Sequence[Entry], sprog: str = "da") -> str:
    """The overview of reports that lie beside it, each as `navn` with the endings html, txt and json."""
    words = _Words(sprog)
    title = words.say("Eksempler på vurderinger", "Examples of verdicts")
    caption = words.say("Eksemplerne i den rækkefølge, de bedst læses", "The examples in the order they are best read")
    head = [words.say("Samlet", "Overall"), words.say("Eksempel", "Example"), words.say("Vurderet pr.", "As of")]
    rows = []
    for e in entries:
        name = safe(e.navn)
        basis = ""
        if e.lovgrundlag != "gaeldende":
            basis = f' · <span class="svag">{safe(words.label(Lovgrundlag, e.lovgrundlag))}</span>'
        rows.append(
            f'<tr><td>{words.outcome(e.samlet)}</td><th scope="row"><a href="{name}.html">{safe(e.titel)}</a>'
            f'<span class="regelnr">{name} · <a href="{name}.txt">{words.say("tekst", "text")}</a> · '
            f'<a href="{name}.json">JSON</a>{basis}</span></th><td class="smal-vaek">{time(e.pr, sprog)}</td></tr>'
        )
    counted = words.counted(e.samlet for e in entries)
    many = words.say(f"{len(entries)} eksempler", f"{len(entries)} examples")
    intro = words.say(
        "Fik borgeren de samtaler og det tilbud, som loven kræver, og til tiden? Hvert eksempel er en opdigtet borger, "
        "vurderet på en bestemt dag.",
        "Did the citizen get the interviews and the offer that the law requires, in time? Each example is an invented "
        "citizen, judged on a certain day.",
    )
    return (
        f'{document_head(title, sprog)}<header>\n<p class="overlinje">kontaktforloeb</p>\n'
        f'<h1 class="titel1">{title}</h1>\n<p>{intro}</p>\n<p class="svag">{many}: {safe(counted)}.</p>\n</header>\n'
        f'<main>\n<table class="oplysninger">\n<caption>{caption}</caption>\n<thead><tr>'
        f'<th scope="col">{head[0]}</th><th scope="col">{head[1]}</th><th scope="col" class="smal-vaek">{head[2]}</th>'
        "</tr></thead>\n<tbody>\n" + "\n".join(rows) + f"\n</tbody>\n</table>\n</main>\n"
        f'<footer class="fod"><p><strong>{_no_decision(words)}</strong></p></footer>\n{document_foot()}'
    )


def _no_decision(words: _Words) -> str:
    return words.say(
        "Dette er en vurdering og ikke en afgørelse.", "This is an assessment and not a decision (afgørelse)."
    )


def document_head(title: str, sprog: str) -> str:
    """The beginning of a page. What may be loaded is said too: nothing."""
    return (
        f'<!DOCTYPE html>\n<html lang="{safe(sprog)}">\n<head>\n<meta charset="utf-8"/>\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        '<meta name="referrer" content="no-referrer"/>\n'
        f"<title>{safe(title)}</title>\n<style>{style()}</style>\n</head>\n"
        '<body>\n<div class="ark">\n'
    )


def document_foot() -> str:
    """The end of a page."""
    return "</div>\n</body>\n</html>\n"


# --- one case ------------------------------------------------------------------------------------------------------


@frozen
class _Case:
    """One case on the page; `level` is that of its heading."""

    words: _Words
    vurdering: Vurdering
    sag: Sag
    number: int
    level: int
    explained: set[str]
    shows: str = ""

    def say(self, da: str, en: str) -> str:
        return self.words.say(da, en)

    def text(self) -> str:
        v = self.vurdering
        drawing = picture(v, self.sag, self.words.sprog, prefix=f"billede-{self.number}")
        parts = [
            f'<article class="sag" id="sag-{self.number}">',
            self._header(),
            self._counterfactual(),
            self._warnings(),
            self._timeline(drawing),
            self._table(),
            self._reasons(),
            self._facts(),
            "</article>",
        ]
        return "\n".join(p for p in parts if p) + "\n"

    def _heading(self, depth: int, words: str) -> str:
        return f'<h{self.level + depth} class="titel{depth + 1}">{words}</h{self.level + depth}>'

    def _header(self) -> str:
        v, say = self.vurdering, self.say
        sprog = self.words.sprog
        rows = [(say("Vurderet pr.", "As of"), time(v.pr, sprog))]
        if v.kendt is not None:
            rows.append((say("Som kendt", "As known on"), time(v.kendt, sprog)))
        rows.append((say("Lovgrundlag", "Legal basis"), self._basis()))
        if v.fortolkninger:
            chosen = ", ".join(self._reading(n, c) for n, c in v.fortolkninger.items())
            rows.append((say("Valgte læsninger", "Readings chosen"), chosen))
        rows.append((say("Næste frist", "Next deadline"), self._next()))
        counted = self.words.counted(k.udfald for k in v.krav)
        many = say(f"{len(v.krav)} krav", f"{len(v.krav)} requirement{'' if len(v.krav) == 1 else 's'}")
        total = f'<span class="svag">{many}: {safe(counted)}</span>' if v.krav else f'<span class="svag">{many}</span>'
        title = f"{say('Sag', 'Case')} {isolated(v.id)}"
        kicker = safe(self.shows) or say("Vurdering af kontaktforløb", "Assessment of the contact course")
        return (
            f'<header>\n<p class="overlinje">{kicker}</p>\n'
            f"{self._heading(0, title)}\n"
            f'<p class="samlet {safe(v.samlet)}">{self.words.outcome(v.samlet)} {total}</p>\n'
            f"{_data(rows)}\n</header>"
        )

    def _basis(self) -> str:
        v = self.vurdering
        return safe(self.words.label(Lovgrundlag, v.lovgrundlag))

    def _next(self) -> str:
        """The pending requirement that falls due first."""
        pending = [
            (due, k)
            for k in self.vurdering.krav
            if k.udfald == "afventer" and (due := k.frist or k.forventet_frist) is not None
        ]
        if not pending:
            return self.say("ingen kendt frist", "no known deadline")
        due, krav = min(pending, key=lambda dk: dk[0])
        expected = self.say(" (ventet)", " (expected)") if krav.frist is None else ""
        return f"{time(due, self.words.sprog)}{expected}: {safe(_titled(krav, self.words))}"

    def _counterfactual(self) -> str:
        v = self.vurdering
        if v.lovgrundlag == "gaeldende":
            return ""
        switch, real = (day_text(SWITCH[b], self.words.sprog) for b in (v.lovgrundlag, "gaeldende"))
        text = self.say(
            f"Her gælder de nye regler fra den {switch}, som aftalen af 23. august 2018 og ministerens breve varslede. "
            f"I gældende ret trådte de i kraft den {real}.",
            f"Here the new rules apply from {switch}, as the agreement of 23 August 2018 and the minister's letters "
            f"announced. In the law in force they took effect on {real}.",
        )
        return (
            f'<div class="bemaerk kontrafaktisk" role="note">\n<p><strong>'
            f"{self.say('Kontrafaktisk svar.', 'A counterfactual answer.')}</strong> {safe(text)}</p>\n</div>"
        )

    def _warnings(self) -> str:
        if not self.vurdering.advarsler:
            return ""
        items = "".join(f"<li>{safe(note.tekst)}</li>" for note in self.vurdering.advarsler)
        return (
            f'<div class="bemaerk" role="note">\n<p><strong>{self.say("Advarsler", "Warnings")}</strong></p>\n'
            f"<ul>{items}</ul>\n</div>"
        )

    def _timeline(self, drawing: Picture) -> str:
        heading = self.say("Tidslinje", "Timeline")
        return (
            f"<section>\n{self._heading(1, heading)}\n"
            f'<figure>\n<div class="rul" tabindex="0" role="region" aria-label="{heading}">\n{drawing.svg}\n</div>\n'
            f"<figcaption>\n{self._legend(drawing)}</figcaption>\n</figure>\n</section>"
        )

    def _legend(self, drawing: Picture) -> str:
        signs = [
            f'<li><span class="{safe(u)}">{outcome_icon(u)}</span>{safe(self.words.label(Udfald, u))}</li>'
            for u in drawing.udfald
        ]
        signs += [f"<li>{mark_icon(m)}{safe(self.say(*_MARKS[m]))}</li>" for m in drawing.marks]
        notes = [
            self.say(
                "Et krav går fra den første til den sidste rettidige dag; tegnet sidder ved fristen, og prikkerne "
                "viser, hvad der er talt med.",
                "A requirement reaches from the first to the last day in time; the sign stands at the deadline, and "
                "the dots show what was counted.",
            )
        ]
        if drawing.left_out:
            notes.append(
                self.say(
                    f"{drawing.left_out} krav uden frist er ikke tegnet.",
                    f"{drawing.left_out} without a deadline {'is' if drawing.left_out == 1 else 'are'} not drawn.",
                )
            )
        return f'<ul class="tegnforklaring">{"".join(signs)}</ul>\n<p class="lille">{" ".join(notes)}</p>\n'

    def _table(self) -> str:
        v, say = self.vurdering, self.say
        if not v.krav:
            return ""
        head = [
            f'<th scope="col">{say("Udfald", "Outcome")}</th>',
            f'<th scope="col">{say("Krav", "Requirement")}</th>',
            f'<th scope="col">{say("Frist", "Deadline")}</th>',
            f'<th scope="col" class="tal smal-vaek">{say("Talt", "Counted")}</th>',
        ]
        rows = [
            f"<tr><td>{self.words.outcome(k.udfald)}</td>"
            f'<th scope="row"><a href="#krav-{self.number}-{n}">{safe(_titled(k, self.words))}</a>'
            f'<span class="regelnr">{safe(k.regel)}</span></th>'
            f'<td>{self._due(k)}</td><td class="tal smal-vaek">{_count(k, self.words)}</td></tr>'
            for n, k in enumerate(v.krav, 1)
        ]
        caption = say("Kravene i rækkefølge efter frist", "The requirements in order of deadline")
        return (
            f"<section>\n{self._heading(1, say('Krav', 'Requirements'))}\n<table>\n<caption>{caption}</caption>\n"
            f"<thead><tr>{''.join(head)}</tr></thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>\n</section>"
        )

    def _due(self, krav: Krav) -> str:
        if krav.frist is not None:
            return time(krav.frist, self.words.sprog)
        if krav.forventet_frist is not None:
            return f"{self.say('ventet', 'expected')} {time(krav.forventet_frist, self.words.sprog)}"
        return _NONE

    # --- the reasons ---

    def _reasons(self) -> str:
        if not self.vurdering.krav:
            return ""
        articles = [self._krav(n, k) for n, k in enumerate(self.vurdering.krav, 1)]
        heading = self._heading(1, self.say("Begrundelser", "Reasons"))
        return f"<section>\n{heading}\n" + "\n".join(articles) + "\n</section>"

    def _krav(self, number: int, krav: Krav) -> str:
        say, sprog = self.say, self.words.sprog
        group = safe(self.words.label(Maalgruppe, krav.maalgruppe))
        rows: list[tuple[str, str]] = [
            (say("Regel", "Rule"), f'<span class="kode">{safe(krav.regel)}</span> <span class="svag">({group})</span>'),
            (say("Rettidigt", "In time"), self._window(krav)),
            (say("Medregnet", "Counted"), self._counted(krav)),
            (say("Afgjort", "Settled"), time(krav.afgjort, sprog) if krav.afgjort is not None else ""),
            (say("Ansvarlig", "Responsible"), safe(self.words.label(Ansvarlig, krav.ansvarlig))),
            (say("Hjemmel", "Authority"), _listed(_citation(h) for h in krav.hjemmel)),
            (say("Antaget", "Assumed"), _listed(safe(n.tekst) for n in krav.antagelser)),
            (say("Bemærk", "Note"), _listed(safe(n.tekst) for n in krav.bemaerkninger)),
            (say("Mangler", "Missing"), _listed(f'<span class="kode">{safe(m)}</span>' for m in krav.mangler)),
            (say("Læst som", "Read as"), ", ".join(self._reading(n, c) for n, c in krav.fortolkninger.items())),
            (say("Afhænger af", "Depends on"), _listed(safe(a) for a in self._depends(krav))),
            (
                say("Føres videre", "Goes on as"),
                f'<span class="kode">{safe(krav.efterfoelger)}</span>' if krav.efterfoelger else "",
            ),
        ]
        data = _data([(t, d) for t, d in rows if d], classes={say("Hjemmel", "Authority"): "hjemmel"})
        return (
            f'<section class="krav" id="krav-{self.number}-{number}">\n<div class="hoved">'
            f"{self._heading(2, safe(_titled(krav, self.words)))}{self.words.outcome(krav.udfald)}</div>\n"
            f'<p class="grund">{safe(krav.forklaring)}</p>\n{data}\n</section>'
        )

    def _window(self, krav: Krav) -> str:
        text = safe(span_text(krav.fra, krav.frist, self.words.sprog))
        if krav.frist is None and krav.forventet_frist is not None:
            due = self.say("ventet frist", "expected deadline")
            text += f"{', ' if text else ''}{due} {time(krav.forventet_frist, self.words.sprog)}"
        return text

    def _counted(self, krav: Krav) -> str:
        counted = "; ".join(
            time(m.dato, self.words.sprog) + (f" ({isolated(m.noegle)})" if m.noegle is not None else "")
            for m in krav.medregnet
        )
        if krav.kraevet is None:
            return counted
        number = f"{len(krav.medregnet)} {self.say('af', 'of')} {krav.kraevet}"
        return f"{number}: {counted}" if counted else number

    def _depends(self, krav: Krav) -> tuple[str, ...]:
        """Each other choice that would change the requirement; a verdict that did not look for them says nothing."""
        return afhaengighed_i_ord(krav, self.words.sprog) if krav.afhaenger_af else ()

    def _reading(self, name: str, choice: str) -> str:
        """A reading and the choice used, linked to where it is explained."""
        text = f"{safe(name)}: {safe(choice)}"
        return f'<a href="#laesning-{safe(name)}">{text}</a>' if name in self.explained else text

    # --- the facts ---

    def _facts(self) -> str:
        """What was sent, in tables: the picture for those who cannot see it, and the ground under the verdict."""
        say, sprog, label = self.say, self.words.sprog, self.words.label
        sag = self.sag
        spells = [
            [safe(label(Maalgruppe, p.maalgruppe)), safe(label(Ydelse, p.ydelse)), safe(self._days(p.fra, p.til))]
            for p in self._known(sag.perioder, "perioder")
        ]
        interviews = [
            [
                time(s.dato, sprog) + self._unused(s.dato),
                safe(label(Samtaleart, s.art)),
                safe(label(Samtaleform, s.form)) if s.form else _NONE,
                safe(label(Samtalestatus, s.status)),
                safe(label(HoldtAf, holder(s.art, s.holdt_af))),
            ]
            for s in sorted(self._known(sag.samtaler, "samtaler"), key=lambda s: (s.dato, s.art))
        ]
        offers = [
            [
                safe(label(Tilbudsart, t.art)),
                safe(self._days(t.fra, t.til)) + self._unused(t.fra),
                safe(label(Tilbudsstatus, t.status)),
            ]
            for t in self._known(sag.tilbud, "tilbud")
        ]
        exemptions = [
            [safe(label(Fritagelsesgrund, f.grund)), safe(self._days(f.fra, f.til))]
            for f in self._known(sag.fritagelser, "fritagelser")
        ]
        events = [
            [time(h.dato, sprog) + self._unused(h.dato), safe(label(Haendelsesart, h.art))]
            for h in sorted(self._known(sag.haendelser, "haendelser"), key=lambda h: (h.dato, h.art))
        ]
        kind, when = say("Art", "Kind"), say("Periode", "Period")
        tables = [
            _facts_table(
                say("Perioder", "Spells"), [say("Målgruppe", "Group"), say("Ydelse", "Benefit"), when], spells
            ),
            _facts_table(say("Hændelser", "Events"), [say("Dato", "Date"), kind], events),
            _facts_table(
                say("Samtaler", "Interviews"),
                [say("Dato", "Date"), kind, say("Form", "Form"), "Status", say("Holdt af", "Held by")],
                interviews,
                hidden=2,
            ),
            _facts_table(say("Tilbud", "Offers"), [kind, when, "Status"], offers),
            _facts_table(say("Fritagelser", "Exemptions"), [say("Grund", "Ground"), when], exemptions),
        ]
        heading = self._heading(1, say("Sagens oplysninger", "The facts of the case"))
        return f"<section>\n{heading}\n" + "\n".join(t for t in tables if t) + "\n</section>"

    def _known(self, records: Sequence[Any], name: str) -> list[Any]:
        return [record for _, record in kendte(records, name, self.vurdering.kendt)]

    def _days(self, fra: dt.date, til: dt.date | None) -> str:
        return span_text(fra, til, self.words.sprog)

    def _unused(self, day: dt.date) -> str:
        if day <= self.vurdering.pr:
            return ""
        words = self.say("efter pr.-dagen, ikke brugt", "after the day judged, not used")
        return f' <span class="svag">({words})</span>'


# --- small pieces --------------------------------------------------------------------------------------------------


def _titled(krav: Krav, words: _Words) -> str:
    return krav.titel if krav.trin is None else f"{krav.titel}, {words.say('trin', 'step')}\u00a0{krav.trin}"


def _count(krav: Krav, words: _Words) -> str:
    return _NONE if krav.kraevet is None else f"{len(krav.medregnet)} {words.say('af', 'of')} {krav.kraevet}"


def _citation(hjemmel: Any) -> str:
    return f'{link(hjemmel.eli, hjemmel.kort)} <span class="svag">({safe(hjemmel.retskilde)})</span>'


def _listed(items: Iterable[str]) -> str:
    """One thing as it is, several as a list, none as nothing."""
    found = list(items)
    if len(found) < 2:  # noqa: PLR2004 - one or none
        return "".join(found)
    return f"<ul>{''.join(f'<li>{item}</li>' for item in found)}</ul>"


def _data(rows: Iterable[tuple[str, str]], classes: Mapping[str, str] | None = None) -> str:
    """Names and what they stand for; both are markup already."""
    cells = []
    for name, value in rows:
        mark = f' class="{classes[name]}"' if classes and name in classes else ""
        cells.append(f"<dt>{name}</dt><dd{mark}>{value}</dd>")
    return '<dl class="data">' + "".join(cells) + "</dl>"


def _facts_table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], hidden: int = -1) -> str:
    """A table of facts, nothing where there are none; `hidden` is the column that a phone has no room for."""
    if not rows:
        return ""

    def mark(column: int) -> str:
        return ' class="smal-vaek"' if column == hidden else ""

    titles = "".join(f'<th scope="col"{mark(n)}>{title}</th>' for n, title in enumerate(head))
    lines = "\n".join(
        "<tr>" + "".join(f"<td{mark(n)}>{cell}</td>" for n, cell in enumerate(row)) + "</tr>" for row in rows
    )
    return (
        f'<table class="oplysninger">\n<caption>{caption}</caption>\n<thead><tr>{titles}</tr></thead>\n'
        f"<tbody>\n{lines}\n</tbody>\n</table>"
    )


def _explained(readings: Sequence[Any], used: Mapping[str, str], words: _Words) -> str:
    """The readings that bear on the cases: the question and the choice used, with the other choices."""
    found = [r for r in readings if r.navn in used]
    if not found:
        return ""
    items = []
    for reading in found:
        chosen = used[reading.navn]
        others = "; ".join(f"{safe(c)} ({safe(t)})" for c, t in reading.valg.items() if c != chosen)
        items.append(
            f'<div class="laesning" id="laesning-{safe(reading.navn)}"><dt>{safe(reading.spoergsmaal)}</dt>'
            f"<dd>{safe(_capital(reading.valg[chosen]))} "
            f'<span class="svag">(<span class="kode">{safe(reading.navn)}={safe(chosen)}</span>)</span></dd>'
            f'<dd class="svag lille">{words.say("Ellers", "Otherwise")}: {others}</dd></div>'
        )
    heading = words.say("Sådan er loven læst, hvor den er åben", "How the law was read where it is open")
    return f'<section>\n<h2 class="titel2">{heading}</h2>\n<dl>\n' + "\n".join(items) + "\n</dl>\n</section>\n"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
