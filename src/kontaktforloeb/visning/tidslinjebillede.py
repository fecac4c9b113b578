"""The timeline picture of a case: one drawing (SVG) that fills whatever width it is given.

Places along the time axis are percentages and everything else is pixels, so that text keeps its size on a phone, on a
screen and on paper. It holds no script, no identifiers of its own beyond its title, and nothing that is fetched.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import field, frozen

from kontaktforloeb.koder import (
    SAMLET_ORDEN,
    Fritagelsesgrund,
    Haendelsesart,
    HoldtAf,
    Maalgruppe,
    Samtaleart,
    Samtalestatus,
    Tilbudsart,
    Tilbudsstatus,
    Udfald,
    Ydelse,
    holder,
)
from kontaktforloeb.maaling.definitioner import SWITCH
from kontaktforloeb.tidslinje import kendte
from kontaktforloeb.visning.figurer import MARKS, OUTCOMES
from kontaktforloeb.visning.opmaerkning import day_text, safe, span_text

if TYPE_CHECKING:
    from kontaktforloeb.sag import Sag, Samtale, Tilbud
    from kontaktforloeb.vurdering.resultat import Krav, Vurdering

T = TypeVar("T")

_MONTHS: Final = {
    "da": ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
#: The width on which marks are kept from covering each other.
_NARROW: Final = 420
#: So many letters of a label fit on a phone.
_LETTERS: Final = 50
#: How long before everything else the picture begins at most, where a spell began earlier.
_LEAD: Final = 184
#: The heights, in pixels, of a row of bars, a row of marks, a line of a label, a heading and a bar.
_ROW, _MARK_ROW, _LINE, _HEADING, _BAR = 19, 14, 15, 30, 8
#: Beyond this, in per cent, a phone has no room for the name of a year.
_LAST_YEAR: Final = 90
#: The part of the width that is left free at each end, in per cent.
_MARGIN: Final = 1.5


@frozen
class Picture:
    """The drawing, and what a legend beside it has to explain.

    `udfald` and `marks` are the shapes that occur; `left_out` counts the requirements that have no place in time.
    """

    svg: str
    udfald: tuple[str, ...]
    marks: tuple[str, ...]
    left_out: int


@frozen
class _Axis:
    """Time along the picture, from the first day to the last, both ordinals, the last not included."""

    first: int
    last: int

    def at(self, day: float) -> float:
        """Where the beginning of a day lies, in per cent of the width."""
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 3)

    @property
    def days(self) -> int:
        return self.last - self.first

    def months(self) -> list[dt.date]:
        """The first day of each month shown."""
        months = [dt.date.fromordinal(self.first)]
        while (following := _next_month(months[-1])).toordinal() < self.last:
            months.append(following)
        return months


@frozen
class _Item:
    """Something in a lane: the days it takes up, and how it is drawn at a height."""

    first: float
    last: float
    draw: Callable[[int], str]


@frozen(kw_only=True)
class _Lane:
    """A label and what lies under it; items that overlap are put in rows of their own."""

    label: str
    items: list[_Item] = field(factory=list)
    note: str = ""
    row: int = _ROW


def picture(vurdering: Vurdering, sag: Sag, sprog: str = "da", *, prefix: str = "billede") -> Picture:
    """Draw a case as it was judged.

    Args:
        vurdering: The verdict.
        sag: The case it is about; what was not known on `kendt` is left out.
        sprog: The language of the words.
        prefix: What the identifiers of the title and the description begin with; one of its own for each picture on
            a page.

    Returns:
        The drawing and what to explain about it.
    """
    return _Painter(vurdering, sag, sprog).paint(prefix)


class _Painter:
    def __init__(self, vurdering: Vurdering, sag: Sag, sprog: str) -> None:
        self.sprog = sprog
        self.vurdering = vurdering
        self.sag = sag
        self.pr = vurdering.pr.toordinal()
        self.spells = _known(sag.perioder, "perioder", vurdering)
        self.interviews = sorted(_known(sag.samtaler, "samtaler", vurdering), key=lambda s: (s.dato, s.art))
        self.offers = _known(sag.tilbud, "tilbud", vurdering)
        self.exemptions = _known(sag.fritagelser, "fritagelser", vurdering)
        self.events = _known(sag.haendelser, "haendelser", vurdering)
        self.drawn = [(n, k) for n, k in enumerate(vurdering.krav) if _window(k, self.pr) is not None]
        self.axis = self._axis()
        self.switch = SWITCH[vurdering.lovgrundlag].toordinal()

    def say(self, da: str, en: str) -> str:
        return en if self.sprog == "en" else da

    def _axis(self) -> _Axis:
        days = [self.pr]
        for _, krav in self.drawn:
            window = _window(krav, self.pr)
            assert window is not None
            days += [window[0], window[1], *(m.dato.toordinal() for m in krav.medregnet)]
        days += [s.dato.toordinal() for s in self.interviews]
        days += [h.dato.toordinal() for h in self.events]
        for spread in (*self.offers, *self.exemptions):
            days += [spread.fra.toordinal(), (spread.til or spread.fra).toordinal()]
        spells = [p.fra.toordinal() for p in self.spells] or days
        ends = [p.til.toordinal() for p in self.spells if p.til is not None and p.til.toordinal() <= self.pr]
        first = min(*days, max(min(spells), min(days) - _LEAD))
        last = dt.date.fromordinal(max([*days, *ends]))
        return _Axis(dt.date.fromordinal(first).replace(day=1).toordinal(), _next_month(last).toordinal())

    # --- the lanes ---

    def sections(self) -> list[tuple[str, list[_Lane]]]:
        """The lanes under their headings, empty ones left out."""
        held = _Lane(
            label=self.say("Samtaler", "Interviews"), items=[self._interview(s) for s in self.interviews], row=_MARK_ROW
        )
        events = _Lane(
            label=self.say("Hændelser", "Events"), items=[self._event(h) for h in self.events], row=_MARK_ROW
        )
        found = [
            (
                self.say("Målgruppe og ydelse", "Group and benefit"),
                [
                    *self._grouped(self.spells, lambda p: p.maalgruppe, self._spell_label, self._spell),
                    *self._grouped(self.exemptions, lambda f: f.grund, self._exemption_label, self._exemption),
                ],
            ),
            (
                self.say("Det, der skete", "What happened"),
                [
                    events,
                    held,
                    *self._grouped(self.offers, lambda t: t.art, self._offer_label, self._offer),
                ],
            ),
            (self.say("Krav", "Requirements"), self._requirements()),
        ]
        kept = ((heading, [lane for lane in lanes if lane.items]) for heading, lanes in found)
        return [(heading, lanes) for heading, lanes in kept if lanes]

    def _grouped(
        self,
        records: Iterable[T],
        key: Callable[[T], str],
        label: Callable[[list[T]], str],
        draw: Callable[[T], _Item],
    ) -> list[_Lane]:
        lanes: dict[str, list[T]] = {}
        for record in records:
            lanes.setdefault(key(record), []).append(record)
        return [_Lane(label=label(found), items=[draw(r) for r in found]) for found in lanes.values()]

    def _requirements(self) -> list[_Lane]:
        """A lane a rule, in the order in which their first windows open."""
        lanes: dict[str, list[tuple[int, Krav]]] = {}
        for number, krav in sorted(self.drawn, key=lambda nk: (_must(_window(nk[1], self.pr))[0], nk[0])):
            lanes.setdefault(krav.regel, []).append((number, krav))
        return [
            _Lane(label=found[0][1].titel, note=regel, items=[self._requirement(n, k) for n, k in found])
            for regel, found in lanes.items()
        ]

    # --- what is drawn in them ---

    def _spell_label(self, found: Sequence[Any]) -> str:
        benefits = dict.fromkeys(self._label(Ydelse, p.ydelse) for p in found)
        group = self._label(Maalgruppe, found[0].maalgruppe)
        return f"{group[0].upper()}{group[1:]}: {', '.join(benefits)}"

    def _spell(self, spell: Any) -> _Item:
        words = f"{self._label(Maalgruppe, spell.maalgruppe)}, {self._label(Ydelse, spell.ydelse)}"
        return self._stretch("periode", words, spell.fra, spell.til)

    def _exemption_label(self, found: Sequence[Any]) -> str:
        return f"{self.say('Fritagelse', 'Exemption')}: {self._label(Fritagelsesgrund, found[0].grund)}"

    def _exemption(self, exemption: Any) -> _Item:
        return self._stretch("fritagelse", self._exemption_label([exemption]), exemption.fra, exemption.til)

    def _offer_label(self, found: Sequence[Any]) -> str:
        return f"{self.say('Tilbud', 'Offer')}: {self._label(Tilbudsart, found[0].art)}"

    def _offer(self, offer: Tilbud) -> _Item:
        kind = f"{self._label(Tilbudsart, offer.art)} ({self._label(Tilbudsstatus, offer.status)})"
        until = offer.til or offer.planlagt_til
        hollow = " plan" if offer.status in {"planlagt", "annulleret"} else ""
        return self._stretch(f"tilbud{hollow}", kind, offer.fra, until)

    def _stretch(self, kind: str, words: str, fra: dt.date, til: dt.date | None) -> _Item:
        """A bar over the days of a record; one that still runs on `pr` ends in an arrow there."""
        first = fra.toordinal()
        runs = til is None
        last = max(self.pr, first) if til is None else til.toordinal()
        later = " senere" if first > self.pr else ""

        title = _title(f"{words}: {span_text(fra, til, self.sprog)}")

        def draw(y: int) -> str:
            bar = self._bar(first, last, y)
            arrow = self._place(last + 1, y, '<path class="pil" d="M-1-6L5 0L-1 6Z"/>') if runs else ""
            return f'<g class="{kind}{later}">{title}{bar}{arrow}</g>'

        return _Item(first, last, draw)

    def _interview(self, interview: Samtale) -> _Item:
        mark = mark_of(interview)
        later = " senere" if interview.dato.toordinal() > self.pr else ""
        by = self._label(HoldtAf, holder(interview.art, interview.holdt_af))
        words = (
            f"{self._label(Samtaleart, interview.art)} {day_text(interview.dato, self.sprog)}, "
            f"{self._label(Samtalestatus, interview.status)}, {by}"
        )
        return self._mark("samtale", mark, words, interview.dato, later)

    def _event(self, event: Any) -> _Item:
        later = " senere" if event.dato.toordinal() > self.pr else ""
        words = f"{self._label(Haendelsesart, event.art)} {day_text(event.dato, self.sprog)}"
        return self._mark("haendelse", "haendelse", words, event.dato, later)

    def _mark(self, kind: str, mark: str, words: str, day: dt.date, later: str) -> _Item:
        form, shape = MARKS[mark]
        middle = day.toordinal() + 0.5
        room = self.axis.days * 6 / _NARROW

        def draw(y: int) -> str:
            return (
                f'<g class="{kind}{later}" data-dato="{day.isoformat()}" data-form="{form}">'
                f"{_title(words)}{self._place(middle, y, shape)}</g>"
            )

        return _Item(middle - room, middle + room, draw)

    def _requirement(self, number: int, krav: Krav) -> _Item:
        """The window from the first to the last day in time, what was counted, and the outcome at its end."""
        first, last = _must(_window(krav, self.pr))
        counted = sorted({m.dato.toordinal() for m in krav.medregnet})
        late = max([d for d in counted if d > last], default=None)
        form, shape = OUTCOMES[krav.udfald]
        step = "" if krav.trin is None else f", {self.say('trin', 'step')}\u00a0{krav.trin}"
        days = span_text(krav.fra, krav.frist or krav.forventet_frist, self.sprog)
        words = f"{krav.titel}{step}: {self._label(Udfald, krav.udfald)}" + (f"; {days}" if days else "")
        ends = krav.frist is not None
        kind = " ".join(["krav", krav.udfald] + ([] if ends else ["aaben"]))

        def draw(y: int) -> str:
            parts = [_title(words), self._bar(first, last, y, "vindue")]
            if late is not None:
                a, b = self.axis.at(last + 1), self.axis.at(late + 0.5)
                parts.append(f'<line class="forsinkelse" x1="{a}%" x2="{b}%" y1="{y}" y2="{y}"/>')
            parts += [self._place(d + 0.5, y, '<circle class="talt" r="2.5"/>') for d in counted]
            parts.append(self._place(last + 1, y, f'<g class="tegn" transform="translate(-7 0)">{shape}</g>'))
            dates = f'data-fra="{_iso(krav.fra)}" data-frist="{_iso(krav.frist)}"'
            return f'<g class="{kind}" data-krav="{number}" data-form="{form}" {dates}>{"".join(parts)}</g>'

        # The symbol at the end is as wide as some days: the next window must not begin under it.
        room = self.axis.days * 14 / _NARROW
        return _Item(min(first, last + 1 - room), max(last, late or 0), draw)

    # --- the paper ---

    def paint(self, prefix: str) -> Picture:
        body: list[str] = []
        y = top = self._top()
        for heading, lanes in self.sections():
            y += _HEADING
            body.append(f'<text class="overskrift" x="{_MARGIN}%" y="{y - 9}">{safe(heading)}</text>')
            for lane in lanes:
                y = self._lane(lane, y, body)
        height = y + 12
        outcomes = {k.udfald for _, k in self.drawn}
        seen = {mark_of(s) for s in self.interviews}
        title = self.say("Tidslinje for sagen", "The timeline of the case")
        months = len(self.axis.months())
        svg = [
            (
                f'<svg class="tidslinje" role="img" width="100%" height="{height}" style="--maaneder:{months}" '
                f'aria-labelledby="{prefix}-titel {prefix}-tekst">'
            ),
            f'<title id="{prefix}-titel">{safe(title)}</title>',
            f'<desc id="{prefix}-tekst">{safe(self._description())}</desc>',
            self._grid(top, height),
            self._lines(top, height),
            *body,
            "</svg>",
        ]
        return Picture(
            "\n".join(svg),
            tuple(str(u.value) for u in SAMLET_ORDEN if u in outcomes),
            tuple(m for m in MARKS if m in seen) + (("haendelse",) if self.events else ()),
            len(self.vurdering.krav) - len(self.drawn),
        )

    def _lane(self, lane: _Lane, y: int, body: list[str]) -> int:
        """Draw a lane from a height on; the height at which it ends."""
        lines = textwrap.wrap(lane.label, _LETTERS)
        for number, line in enumerate(lines):
            y += _LINE
            last = bool(lane.note) and number == len(lines) - 1
            note = f'<tspan class="note" dx="8">{safe(lane.note)}</tspan>' if last else ""
            body.append(f'<text class="navn" x="{_MARGIN}%" y="{y - 3}">{safe(line)}{note}</text>')
        rows: list[float] = []
        placed: list[tuple[int, _Item]] = []
        for item in lane.items:
            row = next((n for n, end in enumerate(rows) if end < item.first), len(rows))
            rows[row:] = [item.last, *rows[row + 1 :]]
            placed.append((row, item))
        body += [item.draw(y + row * lane.row + lane.row // 2) for row, item in placed]
        return y + len(rows) * lane.row + 6

    @property
    def _switch_shown(self) -> bool:
        return self.axis.first <= self.switch < self.axis.last

    def _top(self) -> int:
        return 62 if self._switch_shown else 46

    def _grid(self, top: int, height: int) -> str:
        """The months and years along the top, a thin line down from each that is named, and the days after `pr`."""
        names = _MONTHS["en" if self.sprog == "en" else "da"]
        months = self.axis.months()
        wide, narrow = _step(len(months), 24), _step(len(months), 8)
        after = self.axis.at(self.pr + 1)
        rest = round(100 - after, 3)
        parts = [f'<rect class="senere-end-pr" x="{after}%" y="{top}" width="{rest}%" height="{height - top}"/>']
        for number, month in enumerate(months):
            x = self.axis.at(month.toordinal())
            index = month.month - 1
            if month.month == 1 or number == 0:
                parts.append(f'<line class="aar" x1="{x}%" x2="{x}%" y1="{top - 30}" y2="{height}"/>')
                # the first year is not named where the next one begins so soon that the two would touch
                if month.month == 1 or month.month <= 9 or len(months) <= 13 - month.month:  # noqa: PLR2004 - of 12
                    broad = " bred" if x > _LAST_YEAR else ""
                    parts.append(f'<text class="aarstal{broad}" x="{x}%" dx="4" y="{top - 20}">{month.year}</text>')
            if index % wide == 0:
                broad = " bred" if index % narrow else ""
                if month.month != 1 and number:
                    parts.append(f'<line class="maaned{broad}" x1="{x}%" x2="{x}%" y1="{top - 14}" y2="{height}"/>')
                parts.append(f'<text class="maanedsnavn{broad}" x="{x}%" dx="4" y="{top - 4}">{names[index]}</text>')
        parts.append(f'<line class="akse" x1="0" x2="100%" y1="{top}" y2="{top}"/>')
        return "\n".join(parts)

    def _lines(self, top: int, height: int) -> str:
        """The day judged, and the switch of the legal basis where the picture reaches it."""
        x = self.axis.at(self.pr + 1)
        words = self.say(f"pr. {day_text(self.vurdering.pr)}", f"as of {day_text(self.vurdering.pr, 'en')}")
        parts = [
            (
                f'<g class="pr" data-dato="{self.vurdering.pr.isoformat()}">{_title(words)}'
                f'<line x1="{x}%" x2="{x}%" y1="{top - 32}" y2="{height}"/>{_flag(words, x, top - 36)}</g>'
            )
        ]
        if self._switch_shown:
            x = self.axis.at(self.switch)
            day = dt.date.fromordinal(self.switch)
            words = self.say(f"nye regler {day_text(day)}", f"new rules {day_text(day, 'en')}")
            parts.append(
                f'<g class="skift" data-dato="{day.isoformat()}">{_title(words)}'
                f'<line x1="{x}%" x2="{x}%" y1="{top - 48}" y2="{height}"/>{_flag(words, x, top - 52)}</g>'
            )
        return "\n".join(parts)

    def _description(self) -> str:
        """The picture in words, for those who cannot see it; the tables beside it hold every date."""
        v, en = self.vurdering, self.sprog == "en"
        held = sum(s.status == "afholdt" for s in self.interviews)
        totals = Counter(k.udfald for k in v.krav)
        counted = ", ".join(f"{totals[u]} {self._label(Udfald, u)}" for u in SAMLET_ORDEN if totals[u])
        days = span_text(dt.date.fromordinal(self.axis.first), dt.date.fromordinal(self.axis.last - 1), self.sprog)
        if en:
            words = [
                f"From {days}, as of {day_text(v.pr, 'en')}.",
                (
                    f"{_many(len(self.spells), 'benefit spell', 'benefit spells')}, "
                    f"{_many(len(self.interviews), 'interview', 'interviews')} ({held} held), "
                    f"{_many(len(self.offers), 'offer', 'offers')}, "
                    f"{_many(len(self.exemptions), 'exemption', 'exemptions')}."
                ),
                f"{_many(len(v.krav), 'requirement', 'requirements')}: {counted}." if v.krav else "No requirements.",
            ]
        else:
            words = [
                f"{days}, vurderet pr. {day_text(v.pr)}.",
                (
                    f"{_many(len(self.spells), 'ydelsesperiode', 'ydelsesperioder')}, "
                    f"{_many(len(self.interviews), 'samtale', 'samtaler')} ({held} afholdt), "
                    f"{len(self.offers)} tilbud, {_many(len(self.exemptions), 'fritagelse', 'fritagelser')}."
                ),
                f"{len(v.krav)} krav: {counted}." if v.krav else "Ingen krav.",
            ]
        if self._switch_shown:
            day = day_text(dt.date.fromordinal(self.switch), self.sprog)
            words.append(self.say(f"De nye regler gælder fra {day}.", f"The new rules apply from {day}."))
        return " ".join(words)

    def _bar(self, first: float, last: float, y: int, kind: str = "bjaelke") -> str:
        a, b = self.axis.at(first), self.axis.at(last + 1)
        return f'<rect class="{kind}" x="{a}%" y="{y - _BAR // 2}" width="{round(b - a, 3)}%" height="{_BAR}" rx="2"/>'

    def _place(self, day: float, y: int, shape: str) -> str:
        """A shape at a day: only an inner drawing takes a percentage and pixels at once."""
        return f'<svg x="{self.axis.at(day)}%" y="{y}" width="1" height="1" overflow="visible">{shape}</svg>'

    def _label(self, codes: Any, code: str) -> str:
        return str(codes(code).tekst(self.sprog))


def mark_of(interview: Samtale) -> str:
    """Which mark stands for an interview: held, held by the a-kasse, held together, or not held.

    >>> from kontaktforloeb.sag import Samtale
    >>> day = dt.date(2022, 2, 16)
    >>> mark_of(Samtale(dato=day, art="cv-samtale")), mark_of(Samtale(dato=day, status="aflyst"))
    ('a-kasse', 'ikke-afholdt')
    """
    if interview.status != "afholdt":
        return "ikke-afholdt"
    if interview.a_kasse_deltog or (interview.art == "faelles-jobsamtale" and interview.a_kasse_deltog is not False):
        return "faelles"
    return "a-kasse" if holder(interview.art, interview.holdt_af) == "a-kasse" else "afholdt"


def _known(records: Sequence[Any], name: str, vurdering: Vurdering) -> list[Any]:
    return [record for _, record in kendte(records, name, vurdering.kendt)]


def _window(krav: Krav, pr: int) -> tuple[int, int] | None:
    """The first and the last day drawn; None where the requirement has no place in time.

    One without a deadline lies open from where its period begins until `pr`.
    """
    end = krav.frist or krav.forventet_frist
    if krav.fra is None and end is None and krav.udfald == "intet-krav":
        return None
    if end is None:
        first = (krav.fra or krav.periode_fra).toordinal()
        return first, max(first, pr)
    first = min(krav.fra or krav.periode_fra, end).toordinal()
    return first, end.toordinal()


def _must(window: tuple[int, int] | None) -> tuple[int, int]:
    assert window is not None
    return window


def _flag(words: str, x: float, y: int) -> str:
    """Words beside a line: to the side where there is room on a phone."""
    anchor, shift = ("start", 3) if x < 35 else ("end", -3) if x > 65 else ("middle", 0)  # noqa: PLR2004 - per cent
    if anchor == "middle":
        shift = 0
    return f'<text x="{x}%" dx="{shift}" y="{y}" text-anchor="{anchor}">{safe(words)}</text>'


def _title(words: str) -> str:
    return f"<title>{safe(words)}</title>"


def _step(months: int, most: int) -> int:
    """Every how many months one is named, so that at most so many are."""
    return next((n for n in (1, 2, 3, 6) if months <= n * most), 12)


def _next_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _iso(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
