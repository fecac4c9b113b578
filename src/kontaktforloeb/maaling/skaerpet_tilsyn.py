"""The stages of the tightened supervision (BEK 1409/2019 §§ 6-14, BEK 301/2023 and 760/2025 §§ 6-13) over the years.

A year's results decide the stage from the spring after it: nothing, under supervision, twelve months more, or the
special requirement (at least one offer to 80, later 70 per cent, and four interviews to 80 per cent, each year).
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from kontaktforloeb.maaling import definitioner as d

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The stages, in the words that the figures use.
NONE, SUPERVISED, EXTENDED, SPECIAL, ENDED = "ikke-omfattet", "omfattet", "forlaenget", "saerligt-krav", "ophoert"
#: The same in English.
STAGES_EN = {
    NONE: "not supervised",
    SUPERVISED: "supervised",
    EXTENDED: "extended",
    SPECIAL: "special demand",
    ENDED: "ended",
}


class Unsettled(ValueError):  # noqa: N818 - a year's stage that cannot be told, not a fault of the program
    """Why a stage cannot be told: `str()` in Danish, `en` in English."""

    def __init__(self, da: str, en: str) -> None:
        super().__init__(da)
        self.en = en


@frozen(kw_only=True)
class YearResult:
    """A municipality's year: actual and expected benefit share and the two targets' yearly means, all in per cent.

    `tilbud` and `samtaler` are the shares without (target 1 and target 2); None where they are not known.
    """

    aar: int
    faktisk: Fraction | None
    forventet: Fraction | None
    tilbud: Fraction | None
    samtaler: Fraction | None


@frozen(kw_only=True)
class Stage:
    """What a year's results led to: the stage, why in a sentence, and the paragraphs that say so."""

    aar: int
    trin: str
    begrundelse: str
    hjemmel: str
    maal_opfyldt: bool | None
    krav_tilbud: Fraction | None = None
    krav_samtaler: Fraction | None = None
    begrundelse_en: str = ""


def _limit(target: d.Measure, year: int) -> Fraction:
    dated = d.at(target.graense, dt.date(year, 12, 31))
    if dated is None:
        raise Unsettled(
            f"{target.id}: der var intet fokusmål i {year}; tilladt: 2020 og senere",
            f"{target.id}: there was no target in {year}; allowed: 2020 and later",
        )
    return dated.vaerdi


def _order_of(year: int) -> str:
    """The order in force when the year's results are decided on, in the April after it."""
    dated = d.at(d.TARGET_HOURS, dt.date(year + 1, 4, 30))
    return dated.kilde.kort.partition("(")[2].rstrip(")") if dated else ""


def _paragraph(year: int, name: str) -> str:
    """The paragraph under its number in the order that decides the year: §§ 11-14 became §§ 10-13."""
    new = d.at(d.TARGET_HOURS, dt.date(year + 1, 4, 30)) not in {None, d.TARGET_HOURS[0]}
    numbers = {"ind": (6, 6), "ud": (11, 10), "forlaeng": (12, 11), "krav": (13, 12), "slut": (14, 13)}[name]
    return f"§ {numbers[new]} ({_order_of(year)})"


def stages(
    results: Iterable[YearResult], *, targets: str = d.TARGETS_CHOICE.default, progress: str = d.PROGRESS_CHOICE.default
) -> list[Stage]:
    """The stage after each year, in order of year.

    `targets` answers whether one failed target is enough to be supervised ('et') or both must fail ('begge');
    `progress` whether half of the progress is asked on each failed target ('hvert') or on their sum ('samlet').

    >>> year = lambda aar, tilbud: YearResult(aar=aar, faktisk=Fraction(18), forventet=Fraction(17),
    ...     tilbud=Fraction(tilbud), samtaler=Fraction(10))
    >>> [s.trin for s in stages([year(2023, 40), year(2024, 35), year(2025, 29)])]
    ['omfattet', 'forlaenget', 'ophoert']
    """
    out: list[Stage] = []
    stage = NONE
    before: YearResult | None = None
    for result in sorted(results, key=lambda r: r.aar):
        if before is not None and result.aar == before.aar:
            raise Unsettled(f"{result.aar} er angivet to gange", f"{result.aar} is given twice")
        if before is not None and result.aar != before.aar + 1 and stage not in {NONE, ENDED}:
            raise Unsettled(
                f"{before.aar + 1} mangler: trinnet efter {before.aar} kan ikke føres videre",
                f"{before.aar + 1} is missing: the stage after {before.aar} cannot be carried on",
            )
        step = _next(stage, before, result, targets, progress)
        out.append(step)
        stage, before = step.trin, result
    return out


def _next(stage: str, before: YearResult | None, now: YearResult, targets: str, progress: str) -> Stage:
    if stage in {NONE, ENDED} or before is None:
        return _select(now, targets)
    if now.tilbud is None or now.samtaler is None:
        raise Unsettled(
            f"fokusmålene for {now.aar} mangler: trinnet kan ikke føres videre",
            f"the targets of {now.aar} are missing: the stage cannot be carried on",
        )
    met = now.tilbud < _limit(d.TARGET_OFFERS, now.aar) and now.samtaler < _limit(d.TARGET_TALKS, now.aar)
    if met:
        which = "slut" if stage == SPECIAL else "forlaeng" if stage == EXTENDED else "ud"
        return Stage(
            aar=now.aar,
            trin=ENDED,
            begrundelse="begge fokusmål er opfyldt",
            begrundelse_en="both targets are met",
            hjemmel=_paragraph(now.aar, which),
            maal_opfyldt=True,
        )
    if stage == SUPERVISED and half_way(before, now, progress):
        return Stage(
            aar=now.aar,
            trin=EXTENDED,
            begrundelse="mindst halvdelen af den påkrævede fremgang er nået: 12 måneder mere",
            begrundelse_en="at least half of the progress asked for is reached: 12 months more",
            hjemmel=_paragraph(now.aar, "forlaeng"),
            maal_opfyldt=False,
        )
    day = dt.date(now.aar + 1, 4, 30)
    offers, talks = d.at(d.SPECIAL_OFFERS, day), d.at(d.SPECIAL_INTERVIEWS, day)
    why = {
        SUPERVISED: (
            "fokusmålene er ikke opfyldt, og mindre end halvdelen af fremgangen er nået",
            "the targets are not met, and less than half of the progress is reached",
        ),
        EXTENDED: (
            "fokusmålene er ikke opfyldt efter den forlængede periode",
            "the targets are not met after the extended period",
        ),
        SPECIAL: ("fokusmålene er fortsat ikke opfyldt", "the targets are still not met"),
    }[stage]
    return Stage(
        aar=now.aar,
        trin=SPECIAL,
        begrundelse=why[0],
        begrundelse_en=why[1],
        hjemmel=_paragraph(now.aar, "krav"),
        maal_opfyldt=False,
        krav_tilbud=offers.vaerdi if offers else None,
        krav_samtaler=talks.vaerdi if talks else None,
    )


def _select(now: YearResult, targets: str) -> Stage:
    """Whether a municipality outside the supervision comes under it."""
    said = _paragraph(now.aar, "ind")
    if now.aar < d.FIRST_YEAR:
        return Stage(
            aar=now.aar,
            trin=NONE,
            begrundelse=f"de første resultater, der kunne udvælge, er fra {d.FIRST_YEAR}",
            begrundelse_en=f"{d.FIRST_YEAR} is the first year whose results could bring a municipality under it",
            hjemmel=said,
            maal_opfyldt=None,
        )
    failed: list[bool | None] = [None if now.samtaler is None else now.samtaler >= _limit(d.TARGET_TALKS, now.aar)]
    if now.aar not in d.OFFER_TARGET_NOT_USED:
        failed.append(None if now.tilbud is None else now.tilbud >= _limit(d.TARGET_OFFERS, now.aar))
    if now.faktisk is None or now.forventet is None or None in failed:
        raise Unsettled(
            f"{now.aar}: faktisk og forventet ydelsesgrad og begge fokusmål skal være kendt",
            f"{now.aar}: the actual and the expected benefit share and both targets must be known",
        )
    above = now.faktisk > now.forventet
    enough = any(failed) if targets == "et" else all(failed)
    met = not any(failed)
    if above and enough:
        return Stage(
            aar=now.aar,
            trin=SUPERVISED,
            hjemmel=said,
            maal_opfyldt=met,
            begrundelse="den faktiske ydelsesgrad overstiger den forventede, og fokusmål er ikke opfyldt",
            begrundelse_en="the actual benefit share exceeds the expected one, and targets are not met",
        )
    why = (
        "den faktiske ydelsesgrad overstiger ikke den forventede",
        "the actual benefit share does not exceed the expected one",
    )
    if above:
        why = ("fokusmålene er opfyldt", "the targets are met")
        if not met:
            why = ("kun ét fokusmål er uopfyldt", "only one target is unmet")
    return Stage(aar=now.aar, trin=NONE, begrundelse=why[0], begrundelse_en=why[1], hjemmel=said, maal_opfyldt=met)


def half_way(before: YearResult, now: YearResult, progress: str = d.PROGRESS_CHOICE.default) -> bool:
    """Whether at least half of the way from last year's shares down to this year's limits was gone.

    A target that was kept last year asks for no progress; failing it now is none.
    """
    pairs = [
        (before.tilbud, now.tilbud, _limit(d.TARGET_OFFERS, now.aar)),
        (before.samtaler, now.samtaler, _limit(d.TARGET_TALKS, now.aar)),
    ]
    known = [(a, b, limit) for a, b, limit in pairs if a is not None and b is not None]
    open_ones = [(a, b, limit) for a, b, limit in known if b >= limit]
    if progress == "samlet":
        return sum(max(a - b, Fraction(0)) for a, b, _ in known) >= d.HALF * sum(
            max(a - limit, Fraction(0)) for a, _, limit in known
        ) and all(a >= limit for a, _, limit in open_ones)
    return all(a >= limit and a > b and a - b >= d.HALF * (a - limit) for a, b, limit in open_ones)
