"""The full law over a stream of invented cases: verdicts a second, with and without `afhaenger_af`, and memory.

The cases are of the six groups of the letter, in the generator's mix, with five to fifteen interviews each, in
courses on both sides of the switch. Making them is not timed.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.measuring import processor_seconds, resident_mb, table, thousands
from kontaktforloeb import AFTALE_2018, GAELDENDE, Sag, vurder
from kontaktforloeb.formater.sag_json import fra_obj
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from kontaktforloeb.testing.generator import Caseload
from kontaktforloeb.tidslinje import Tidslinje
from kontaktforloeb.vurdering.dom import Dom
from kontaktforloeb.vurdering.oversaet import oversaet

#: What the letter calls dagpengemodtagere, jobparate, aktivitetsparate (and those of the young), sygedagpengemodtagere.
GROUPS = frozenset(
    (
        "dagpengemodtager",
        "jobparat",
        "aktivitetsparat",
        "uddannelsesparat",
        "aktivitetsparat-ung",
        "sygedagpengemodtager",
    )
)
FIRST, PR = dt.date(2018, 7, 1), dt.date(2021, 6, 30)
_PART = 500

Judge = Callable[[list[Sag]], Any]


def stream() -> Iterator[Sag]:
    """Cases without end."""
    load = Caseload(antal=10**9, fra=FIRST, til=PR)
    for number in itertools.count():
        document = load.case(number)
        if document["perioder"][0]["maalgruppe"] in GROUPS and 5 <= len(document.get("samtaler", ())) <= 15:
            yield fra_obj(document)


def findings(legal_basis: str) -> Judge:
    """Findings alone, in integers."""
    law = oversaet(REGELSAET, legal_basis, None)
    day = PR.toordinal()
    return lambda cases: [Dom(law, Tidslinje(case, day)).koer() for case in cases]


def objects(cases: list[Sag]) -> list[Any]:
    """Result objects, with what a case system asks for first read from each."""
    out = []
    for case in cases:
        verdict = vurder(case, pr=PR, afhaengigheder=False)
        for k in verdict.krav:
            _ = k.regel, k.udfald, k.fra, k.frist, k.afgjort, k.medregnet
        out.append(verdict)
    return out


def with_readings(cases: list[Sag]) -> list[Any]:
    """Result objects with `afhaenger_af`."""
    return [vurder(case, pr=PR) for case in cases]


def written(cases: list[Sag]) -> list[Any]:
    """The whole line of JSON with reasons in prose and `afhaenger_af`."""
    return [vurder(case, pr=PR).som_json() for case in cases]


def run(number: int) -> None:
    """Each way over its own stream: the dear ones over fewer cases."""
    ways: list[tuple[str, Judge, int]] = [
        ("findings", findings(GAELDENDE), number),
        ("findings, aftale-2018", findings(AFTALE_2018), number // 2),
        ("result objects", objects, number),
        ("result objects with afhaenger_af", with_readings, number // 5),
        ("JSON with reasons and afhaenger_af", written, number // 10),
    ]
    print(f"## The full law: {thousands(number)} cases, judged on {PR}, one process, processor time\n")
    rows, mix, acts = [], Counter[str](), Counter[str]()
    memory: list[tuple[str, ...]] = []
    for name, judge, count in ways:
        seconds, held, start = 0.0, 0, resident_mb()
        marks = []
        cases = itertools.islice(stream(), count)
        judge(list(itertools.islice(stream(), 20)))  # compile first
        for part_number, part in enumerate(iter(lambda: list(itertools.islice(cases, _PART)), [])):  # noqa: B023
            spent, found = processor_seconds(lambda: judge(part))  # noqa: B023
            seconds += spent
            if name == "findings":
                mix.update(case.perioder[0].maalgruppe for case in part)
                acts.update(x.klausul.regel.id.split(":")[0] for one in found for x in one)
                held += sum(len(case.samtaler) for case in part)
            del found
            if part_number == 0:
                start = resident_mb()
            marks.append(resident_mb())
        rows.append((name, thousands(count), thousands(count / seconds), f"{seconds / count * 1e3:.3f}"))
        memory.append((name, f"{start:.0f}", f"{marks[len(marks) // 2]:.0f}", f"{marks[-1]:.0f}"))
        if name == "findings":
            print("groups: " + ", ".join(f"{g} {n / count:.0%}" for g, n in mix.most_common()))
            print("findings by act: " + ", ".join(f"{a} {n}" for a, n in acts.most_common(6)))
            print(f"{sum(acts.values()) / count:.1f} findings and {held / count:.1f} interviews a case\n")
    table(("way", "cases", "verdicts/s", "ms a verdict"), rows)
    table(("resident memory, MB", "first part", "half way", "end"), memory)
