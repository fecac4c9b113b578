"""Counting: each case once, for every month and measure at the same time.

A `Tally` holds only sums, so that the work can be shared among processes and added up in any order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from attrs import define, field, frozen

from kontaktforloeb import kalender
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling.dage import (
    Length,
    last_day,
    month_of,
    window_start,
)
from kontaktforloeb.maaling.fakta import Facts, Work


class Key(NamedTuple):
    """What one figure is about; `month` is a month's number (year times 12 plus month less one)."""

    measure: str
    variant: str
    municipality: str
    group: str
    month: int


class Behind(NamedTuple):
    """A case behind a figure: the one that pulls it the wrong way, and what is unmet."""

    key: Key
    case_id: str
    reason: str


#: One outcome: variant, whether the numerator counts it, whether something about it is undetermined, why it is unmet.
Outcome = tuple[str, bool, bool, str]
#: A measure taken at a month's end of the spell with that index.
AtMonthEnd = Callable[[Facts, int, "Month"], Sequence[Outcome]]


@frozen
class Options:
    """What the caller may choose: N of `samtaledata` by group, and the answers to the measures' open questions."""

    needed: Mapping[str, int] = field(factory=dict)
    choices: Mapping[str, str] = field(factory=dict)

    def choice(self, choice: d.Choice) -> str:
        """The answer in use to an open question."""
        return self.choices.get(choice.navn, choice.default)


@frozen
class Month:
    """A month with everything that does not depend on the case."""

    number: int
    end: int
    #: First day of the window of each length that ends with the month; benefits and interviews of the two targets.
    window: Mapping[Length, int]
    listed: frozenset[str]
    interviews: int

    @classmethod
    def of(cls, number: int) -> Month:
        """The month with that number."""
        lengths = {*d.PASSIVE_WINDOWS, d.TARGET_WINDOW, d.SAMTALEDATA_BAND.lower, d.SAMTALEDATA_BAND.upper}
        for band, joint_from in d.JOINT_BANDS:
            lengths |= {band.lower, band.upper, joint_from}
        end = last_day(number)
        return cls(
            number,
            end,
            {n: window_start(number, n) for n in lengths},
            _at_day(d.LISTED_BENEFITS, end, frozenset()),
            _at_day(d.TARGET_INTERVIEWS, end, 0),
        )

    def in_band(self, start: int, band: d.Band) -> bool:
        """Whether a run begun on that day lies in the band at the month's end, both ends of the band included."""
        return self.window[band.upper] <= start <= self.window[band.lower]


# --- the measures, one function each ---------------------------------------------------------------------------------


def samtaledata(options: Options) -> AtMonthEnd:
    """At least N held interviews since the run on one benefit in one group began."""
    band = d.SAMTALEDATA_BAND
    needed = {g: options.needed.get(g, n.antal) for g, n in d.SAMTALEDATA_N.items()}
    code = band.code

    def take(facts: Facts, i: int, month: Month) -> Sequence[Outcome]:
        spell, start = facts.spells[i], facts.runs_group[i]
        wanted = needed.get(spell.group)
        if wanted is None or not month.in_band(start, band):
            return ()
        if spell.benefit == "sygedagpenge" and spell.category == 1:
            return ()
        held = bisect_right(facts.days, month.end) - bisect_left(facts.days, start)
        return ((code, held >= wanted, False, "" if held >= wanted else f"{held} af {wanted} samtaler"),)

    return take


def faelles_samtaler(_options: Options) -> AtMonthEnd:
    """A joint interview, held at the duration that the band asks for."""

    def take(facts: Facts, i: int, month: Month) -> Sequence[Outcome]:
        spell, start = facts.spells[i], facts.runs_group[i]
        if spell.group != "dagpengemodtager":
            return ()
        for band, joint_from in d.JOINT_BANDS:
            if month.in_band(start, band):
                earliest = kalender.plus_maaneder(start, joint_from.months)
                k = bisect_left(facts.joint_days, earliest)
                hit = k < len(facts.joint_days) and facts.joint_days[k] <= month.end
                return ((band.code, hit, False, "" if hit else "ingen fælles jobsamtale"),)
        return ()

    return take


def passivandel(_options: Options) -> AtMonthEnd:
    """No active offer in the window; in the wider form no interview either."""
    windows = [(n, f"tilbud-{n.code}", f"tilbud-samtale-{n.code}") for n in d.PASSIVE_WINDOWS]

    def take(facts: Facts, i: int, month: Month) -> Sequence[Outcome]:
        if facts.spells[i].benefit in {"ingen", "foertidspension"}:
            return ()
        start, end = facts.runs_benefit[i], month.end
        last_offer = max((min(o.last, end) for o in facts.offers if o.first <= end and o.kind in d.OFFERS), default=0)
        k = bisect_right(facts.days, end)
        last_talk = facts.days[k - 1] if k else 0
        outcomes: list[Outcome] = []
        for length, narrow, wide in windows:
            since = month.window[length]
            if start <= since:
                passive = last_offer < since
                silent = passive and last_talk < since
                outcomes.append((narrow, passive, False, "intet aktivt tilbud i vinduet" if passive else ""))
                outcomes.append((wide, silent, False, "hverken tilbud eller samtale i vinduet" if silent else ""))
        return outcomes

    return take


#: The day on which the narrower meaning of offer and the 100 hours took over.
_CHANGE = d.FROM_301.toordinal()


def offer_within(facts: Facts, first: int, last: int, group: str) -> bool:
    """Whether an offer that counts for the supervision targets ran on a day of `first`..`last`.

    Before 22-03-2023 every offer of kap. 11-14 counts; from then on § 91 only for the groups of § 6 nr. 4 and 5.
    """
    for offer in facts.offers:
        if offer.first > last:
            break
        if offer.last < first or offer.kind not in d.OFFERS:
            continue
        if offer.kind != d.GUIDANCE or group in d.GUIDANCE_GROUPS or max(first, offer.first) < _CHANGE:
            return True
    return False


def worked_hours(work: Sequence[Work], first: int, last: int) -> Fraction:
    """Hours of ordinary work in `first`..`last`: the weekly hours spread evenly over Monday to Friday, exact."""
    total = Fraction(0)
    for job in work:
        days = kalender.hverdage(max(first, job.first), min(last, job.last))
        if days:
            total += Fraction(job.hours) * days / 5
    return total


def enough_hours(work: Sequence[Work], first: int, last: int, choice: str) -> tuple[bool, Fraction]:
    """Whether the hours of a window reach what its days ask for, and how many there are; 225.0 of 225 is enough."""
    old, new = d.TARGET_HOURS[0].vaerdi, d.TARGET_HOURS[1].vaerdi
    before = worked_hours(work, first, min(last, _CHANGE - 1))
    after = worked_hours(work, max(first, _CHANGE), last)
    if choice == "hver-del":
        enough = before >= old or after >= new
    elif choice == "forholdsmaessigt":
        enough = before / old + after / new >= 1
    else:
        enough = after >= new or before + after >= old
    return enough, before + after


def _hours_text(hours: Fraction) -> str:
    tenths = (hours * 10 * 2 + 1) // 2
    return f"{tenths // 10},{tenths % 10}"


def fokusmaal_tilbud(options: Options) -> AtMonthEnd:
    """Neither an offer nor enough hours of ordinary work in the last twelve months of the pooled run."""
    choice = options.choice(d.HOURS_CHOICE)
    length = d.TARGET_WINDOW

    def take(facts: Facts, i: int, month: Month) -> Sequence[Outcome]:
        since = month.window[length]
        spell = facts.spells[i]
        if facts.pooled[i] > since or spell.benefit not in month.listed:
            return ()
        if offer_within(facts, since, month.end, spell.group):
            return (("samlet", False, False, ""),)
        if not facts.work:
            return (("samlet", True, False, "intet tilbud, ingen ordinære timer"),)
        enough, hours = enough_hours(facts.work, since, month.end, choice)
        return (("samlet", not enough, False, "" if enough else f"intet tilbud, {_hours_text(hours)} ordinære timer"),)

    return take


def fokusmaal_samtaler(_options: Options) -> AtMonthEnd:
    """Fewer than four interviews in the last twelve months of the pooled run."""
    length = d.TARGET_WINDOW

    def take(facts: Facts, i: int, month: Month) -> Sequence[Outcome]:
        since = month.window[length]
        if facts.pooled[i] > since or facts.spells[i].benefit not in month.listed:
            return ()
        wanted = month.interviews
        held = bisect_right(facts.days, month.end) - bisect_left(facts.days, since)
        return (("samlet", held < wanted, False, f"{held} af {wanted} samtaler" if held < wanted else ""),)

    return take


def _at_day(parameter: tuple[d.Dated[d.T], ...], day: int, absent: d.T) -> d.T:
    """`definitioner.at` on ordinals, for the inner loop."""
    found = absent
    for dated in parameter:
        if dated.fra.toordinal() > day:
            break
        found = dated.vaerdi
    return found


DIRECT: Mapping[str, Callable[[Options], AtMonthEnd]] = {
    "samtaledata": samtaledata,
    "faelles-samtaler": faelles_samtaler,
    "passivandel": passivandel,
    "fokusmaal-tilbud": fokusmaal_tilbud,
    "fokusmaal-samtaler": fokusmaal_samtaler,
}


def tidlig_indsats(facts: Facts, sprog: str = "da") -> list[tuple[int, str, str, Outcome]]:
    """Month, municipality, group and outcome for each time the person reaches six months on a benefit."""
    found: list[tuple[int, str, str, Outcome]] = []
    for start in sorted({*facts.runs_benefit}):
        day = kalender.plus_maaneder(start, d.EARLY_AT.months)
        for spell, run in zip(facts.spells, facts.runs_benefit, strict=True):
            if run != start or not spell.first <= day <= spell.last or spell.group not in d.EARLY_GROUPS:
                continue
            if spell.group == "sygedagpengemodtager" and spell.category == 1:
                continue
            held = bisect_right(facts.days, day) - bisect_left(facts.days, start)
            ok = held >= d.EARLY_INTERVIEWS
            said = ("of", "interviews") if sprog == "en" else ("af", "samtaler")
            reason = "" if ok else f"{held} {said[0]} {d.EARLY_INTERVIEWS} {said[1]}"
            month = month_of(day)
            found.append((month, spell.municipality, spell.group, ("samtaler", ok, False, reason)))
            if spell.group in d.EARLY_OFFER_GROUPS:
                none = "no offer within 6 months" if sprog == "en" else "intet tilbud inden 6 måneder"
                given = offer_within(facts, start, day, spell.group)
                found.append(
                    (
                        month,
                        spell.municipality,
                        spell.group,
                        ("tilbud", given, False, "" if given else none),
                    )
                )
    return found


# --- the tally -------------------------------------------------------------------------------------------------------


@define
class Sums:
    """What was counted: by figure the numerator, the people and the undetermined; the cases behind; how many cases."""

    figures: dict[Key, list[int]] = field(factory=dict)
    behind: list[Behind] = field(factory=list)
    cases: int = 0

    def merge(self, other: Sums) -> None:
        """Add what another process counted."""
        for key, values in other.figures.items():
            mine = self.figures.setdefault(key, [0, 0, 0])
            for i, value in enumerate(values):
                mine[i] += value
        self.behind += other.behind
        self.cases += other.cases


class Tally:
    """Sums of numerators, denominators and undetermined, by figure; with the cases behind them where asked for."""

    def __init__(
        self,
        months: Sequence[int],
        measures: Sequence[str],
        options: Options,
        *,
        list_cases: bool = False,
        sprog: str = "da",
    ) -> None:
        """Months and measures to count; with `list_cases` also the cases behind each figure, in words of `sprog`."""
        self.sprog = sprog
        self.months = [Month.of(m) for m in months]
        self.ends = [m.end for m in self.months]
        self.measures = list(measures)
        self.options = options
        self.takes = [(m, DIRECT[m](options)) for m in measures if m in DIRECT]
        self.early = "tidlig-indsats" in measures
        self.list_cases = list_cases
        self.sums = Sums()
        first = {m: definition.gaelder_fra for m, definition in d.MEASURES.items()}
        self._from = {m: day.toordinal() if day else 0 for m, day in first.items()}

    def add(self, facts: Facts, extra: Sequence[tuple[str, AtMonthEnd]] = ()) -> None:
        """Count one case; `extra` are measures that rest on this case's verdict."""
        self.sums.cases += 1
        takes = [*self.takes, *extra]
        ends = self.ends
        for i, spell in enumerate(facts.spells):
            low, high = bisect_left(ends, spell.first), bisect_right(ends, spell.last)
            for k in range(low, high):
                month = self.months[k]
                for measure, take in takes:
                    if month.end < self._from[measure]:
                        continue
                    for outcome in take(facts, i, month):
                        self._book(measure, spell.municipality, spell.group, month.number, facts.case_id, outcome)
        if self.early and self.months:
            low_month, high_month = self.months[0].number, self.months[-1].number
            for number, municipality, group, outcome in tidlig_indsats(facts, self.sprog):
                if low_month <= number <= high_month:
                    self._book("tidlig-indsats", municipality, group, number, facts.case_id, outcome)

    def _book(self, measure: str, municipality: str, group: str, month: int, case_id: str, outcome: Outcome) -> None:
        variant, hit, undetermined, reason = outcome
        figures = self.sums.figures
        # A plain tuple finds a Key too, and costs a tenth to make.
        sums = figures.get((measure, variant, municipality, group, month))  # type: ignore[call-overload]
        if sums is None:
            sums = figures[Key(measure, variant, municipality, group, month)] = [0, 0, 0]
        sums[0] += hit
        sums[1] += 1
        sums[2] += undetermined
        if reason and self.list_cases:
            self.sums.behind.append(Behind(Key(measure, variant, municipality, group, month), case_id, reason))


__all__ = ["DIRECT", "AtMonthEnd", "Behind", "Key", "Month", "Options", "Outcome", "Sums", "Tally"]
