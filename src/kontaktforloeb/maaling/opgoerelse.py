"""A municipality's figures from a caseload: read, judge once, count, and put what cannot be judged aside.

Everything that a user may choose is in `Plan`; `run` gives an `Opgoerelse`, which `skriv` and the report put on paper.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from kontaktforloeb.formater.fejl import Fejl, Sagsfejl
from kontaktforloeb.formater.mapping import INGEN, Kortlaegning
from kontaktforloeb.formater.tabeller import Bemaerkninger
from kontaktforloeb.maaling import definitioner as d
from kontaktforloeb.maaling import kilder, resultat
from kontaktforloeb.maaling.dage import last_day
from kontaktforloeb.maaling.fakta import from_case
from kontaktforloeb.maaling.krav import Judge, alle_krav_opfyldt, demands
from kontaktforloeb.maaling.optaelling import AtMonthEnd, Behind, Options, Sums, Tally
from kontaktforloeb.masse.processer import fordel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kontaktforloeb.sag import Sag

#: Ids of the shipped generator begin so; a report on such cases says so on every page.
SYNTHETIC = "SYN-"

#: Why the second case of one id is set aside.
REPEATED = "id forekommer flere gange; kun den første sag er talt med"
REPEATED_EN = "the id stands more than once; only the first case is counted"

#: Measures that rest on the engine's verdicts; the others count the case's own records.
FROM_VERDICT = frozenset({"alle-krav-opfyldt"})


@frozen(kw_only=True)
class Plan:
    """What to count: months (numbers, in order), measures, and the caller's choices.

    `pr` is the day the cases are judged: the last day of the last month. It is an argument of everything below.
    `sprog` is the language of what is said in words: titles, reasons, the report.
    """

    months: tuple[int, ...]
    measures: tuple[str, ...]
    options: Options = field(factory=Options)
    lovgrundlag: str = "gaeldende"
    fortolkninger: Mapping[str, str] = field(factory=dict)
    kendt: dt.date | None = None
    list_cases: bool = False
    sprog: str = "da"

    @property
    def pr(self) -> dt.date:
        """The last day of the last month."""
        return dt.date.fromordinal(last_day(self.months[-1]))


@frozen
class Rejected:
    """A case that was set aside: where it stood, its id ('' where it has none that can be shown), and why."""

    sted: str
    id: str
    grund: str


@define
class Part:
    """What came of one part of the caseload."""

    sums: Sums
    rejected: list[Rejected]
    ids: list[str]


@define
class Opgoerelse:
    """The figures with what they rest on."""

    plan: Plan
    figures: list[resultat.Figure]
    rejected: list[Rejected]
    notes: list[str]
    cases: int
    behind: list[Behind]
    synthetic: bool


def judge_with(plan: Plan) -> Judge:
    """The engine as a function of one case, bound to the plan's day, legal basis and readings."""
    from kontaktforloeb import vurder

    return partial(
        vurder,
        pr=plan.pr,
        lovgrundlag=plan.lovgrundlag,
        fortolkninger=dict(plan.fortolkninger) or None,
        kendt=plan.kendt,
        sprog=plan.sprog,
        afhaengigheder=False,
    )


def parse(raw: kilder.Raw) -> Sag:
    """A case as it was read, checked.

    Raises:
        Sagsfejl: With every fault.
    """
    from kontaktforloeb.formater.laesning import laes_json
    from kontaktforloeb.formater.sag_json import fra_obj

    _, value = raw
    return fra_obj(
        value
        if isinstance(value, dict)
        else laes_json(value if isinstance(value, bytes) else value.encode(), i_linje=True)
    )


def one_line(fault: Exception, sprog: str = "da") -> str:
    """A fault on one line."""
    text = fault.tekst(sprog) if isinstance(fault, Sagsfejl) else str(fault)
    return " | ".join(text.splitlines())


def shown_id(value: str) -> str:
    """An id as it may be written: never one that looks like a CPR number."""
    from kontaktforloeb.formater.fejl import ligner_cpr

    return "" if ligner_cpr(value) else value


def set_aside(raw: kilder.Raw, fault: Exception, sprog: str = "da") -> Rejected:
    """A case that cannot be read, with the place and the id it can be found by."""
    place, value = raw
    known = value.get("id", "") if isinstance(value, dict) else ""
    return Rejected(place if known != place else "", shown_id(str(known)), one_line(fault, sprog))


def count_one(tally: Tally, case: Sag, plan: Plan, judge: Judge | None) -> None:
    """Count one case, judged once.

    Raises:
        ValueError: The engine refuses it: a date before the encoded law, for example.
    """
    extra: list[tuple[str, AtMonthEnd]] = []
    if judge is not None:
        extra.append(("alle-krav-opfyldt", alle_krav_opfyldt(demands(judge(case)))))
    tally.add(from_case(case, d.POOLED_BENEFITS, plan.kendt), extra)


def count_part(part: Sequence[kilder.Raw], plan: Plan, skip: frozenset[int] = frozenset()) -> Part:
    """Count one part; `skip` are positions in it that were found to be repeats of an id."""
    judge = judge_with(plan) if FROM_VERDICT & set(plan.measures) else None
    tally = Tally(plan.months, plan.measures, plan.options, list_cases=plan.list_cases, sprog=plan.sprog)
    rejected: list[Rejected] = []
    ids: list[str] = []
    for position, raw in enumerate(part):
        place = raw[0]
        try:
            case = parse(raw)
        except Sagsfejl as fault:
            ids.append("")
            rejected.append(set_aside(raw, fault, plan.sprog))
            continue
        ids.append(case.id)
        where = place if place != case.id else ""
        if position in skip:
            rejected.append(Rejected(where, case.id, REPEATED_EN if plan.sprog == "en" else REPEATED))
            continue
        try:
            count_one(tally, case, plan, judge)
        except ValueError as fault:
            rejected.append(Rejected(where, case.id, one_line(fault, plan.sprog)))
    return Part(tally.sums, rejected, ids)


def run(
    source: Path,
    plan: Plan,
    *,
    mapping: Kortlaegning = INGEN,
    processer: int = 1,
    fremdrift: Callable[[int], None] = lambda _: None,
) -> Opgoerelse:
    """Count a caseload. `fremdrift` is called with the number of cases read so far.

    The same source and plan give the same figures whatever the number of processes.

    Raises:
        Sagsfejl: The source cannot be read as a caseload; a single bad case is set aside instead.
        OSError: It cannot be read.
    """
    from kontaktforloeb.maaling import bulk

    check(plan)
    notes = Bemaerkninger()
    if bulk.wanted(source, mapping):
        total = bulk.count(source, plan, mapping, notes, processer, fremdrift)
    else:
        total = _one_by_one(source, plan, mapping, notes, processer, fremdrift)
    rows = resultat.early_runs(resultat.figures(total.sums.figures, plan.months, plan.measures))
    hidden = {(r.maal, r.variant, r.kommune, r.gruppe, r.periode) for r in rows if r.skjult}
    behind = [b for b in total.sums.behind if not _hides(b, hidden)]
    synthetic = any(i.startswith(SYNTHETIC) for i in total.ids)
    return Opgoerelse(plan, rows, total.rejected, notes.linjer(plan.sprog), total.sums.cases, behind, synthetic)


def _one_by_one(
    source: Path,
    plan: Plan,
    mapping: Kortlaegning,
    notes: Bemaerkninger,
    processer: int,
    fremdrift: Callable[[int], None],
) -> Part:
    """Count JSON Lines, or tables small enough for memory, part by part."""
    total = Part(Sums(), [], [])
    seen: set[str] = set()
    sent: deque[list[kilder.Raw]] = deque()

    def parts() -> Iterator[list[kilder.Raw]]:
        for part in kilder.parts(kilder.read(source, mapping, notes)):
            sent.append(part)
            yield part

    for done in fordel(partial(count_part, plan=plan), parts(), processer):
        part, result = sent.popleft(), done
        repeated = frozenset(_repeats(result.ids, seen))
        if repeated:
            result = count_part(part, plan, repeated)
        total.sums.merge(result.sums)
        total.rejected += result.rejected
        total.ids += result.ids
        fremdrift(len(total.ids))
    return total


def _repeats(ids: Sequence[str], seen: set[str]) -> Iterator[int]:
    for position, case_id in enumerate(ids):
        if case_id and case_id in seen:
            yield position
        seen.add(case_id)


def _hides(behind: Behind, hidden: set[tuple[str, str, str, str, str]]) -> bool:
    from kontaktforloeb.maaling.dage import month_text

    k = behind.key
    return (k.measure, k.variant, k.municipality or resultat.UNKNOWN, k.group, month_text(k.month)) in hidden


def check(plan: Plan) -> None:
    """Name every fault of a plan at once.

    Raises:
        Sagsfejl: An unknown measure, choice or group, or months in the wrong order.
    """
    faults = faults_of(plan.measures, plan.options)
    if not plan.months or list(plan.months) != list(range(plan.months[0], plan.months[-1] + 1)):
        faults.append(wrong_order())
    if faults:
        raise Sagsfejl(faults)


def wrong_order() -> Fejl:
    """The fault that the last month lies before the first."""
    return Fejl(
        "--til",
        "",
        "en måned, der ikke ligger før --fra",
        "ligger før --fra.",
        "maaneder",
        "lies before --fra.",
        "a month not before --fra",
    )


def faults_of(measures: Sequence[str], options: Options) -> list[Fejl]:
    """What is unknown among the measures and the caller's choices."""
    known = ", ".join(d.MEASURES)
    answers = "; ".join(f"{c.navn}={'|'.join(c.valg)}" for c in d.CHOICES.values())
    groups = ", ".join(d.SAMTALEDATA_N)
    return [
        *(
            Fejl("--maal", name, f"{known}, alle", "er ikke et mål.", "maal", "is no measure.", f"{known}, alle")
            for name in measures
            if name not in d.MEASURES
        ),
        *(
            Fejl("--valg", f"{name}={value}", answers, "er ikke et valg.", "valg", "is no choice.", answers)
            for name, value in options.choices.items()
            if name not in d.CHOICES or value not in d.CHOICES[name].valg
        ),
        *(
            Fejl(
                "--antal",
                f"{group}={number}",
                f"{groups}; mindst 1",
                "går ikke.",
                "antal",
                "cannot be used.",
                f"{groups}; at least 1",
            )
            for group, number in options.needed.items()
            if group not in d.SAMTALEDATA_N or number < 1
        ),
    ]
