"""`python -m benchmarks`: run them all, or those named."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib.metadata import version

from benchmarks.measuring import Contender, rounds, table, thousands
from kontaktforloeb import __version__

NAMES = ("duty", "law", "national")


def duty(number: int, repeats: int) -> None:
    """The prototype duty: everybody's answers equal to the reference's, medians and ratios of one run."""
    from benchmarks import duty as d
    from benchmarks import duty_columns as columns
    from benchmarks import duty_engine as engine
    from benchmarks import duty_openfisca as fisca
    from benchmarks import duty_zen as zen

    cases = d.cases(number)
    right = [d.reference(c) for c in cases]
    few = max(1, number // 20)
    sager = engine.sager(cases)
    lines = engine.timelines(sager)
    decision, asked = zen.engine(), zen.requests(cases)
    system, arrays, situations = fisca.system(), fisca.arrays(cases), fisca.situations(cases[:few])
    frames, database = columns.frames(cases), columns.database(cases)
    mine = "our engine, findings from cases"
    contenders = [
        Contender("Python with relativedelta (the reference)", number, lambda: [d.reference(c) for c in cases], list),
        Contender(mine, number, lambda: engine.from_cases(sager), engine.outcomes),
        Contender("our engine, timelines ready", number, lambda: engine.findings(lines), engine.outcomes),
        Contender("our engine, result objects", number, lambda: engine.verdicts(sager), engine.outcomes_of_verdicts),
        Contender("OpenFisca-core, bulk arrays", number, lambda: fisca.in_bulk(system, arrays), fisca.answers),
        Contender("OpenFisca-core, case by case", few, lambda: fisca.one_by_one(system, situations), fisca.answers),
        Contender("zen-engine, batch, static loader", number, lambda: zen.in_batch(decision, asked), zen.answers),
        Contender("zen-engine, case by case with trace", number, lambda: zen.with_trace(decision, asked), zen.answers),
        Contender("Polars, frames ready", number, lambda: columns.polars(*frames), columns.polars_answers),
        Contender("DuckDB, tables ready", number, lambda: columns.in_duckdb(database), columns.duckdb_answers),
    ]

    def check(contender: Contender, answers: list[tuple[str, ...]]) -> None:
        wrong = [i for i, (a, b) in enumerate(zip(right[: contender.number], answers, strict=True)) if a != b]
        assert not wrong, (contender.name, len(wrong), cases[wrong[0]], right[wrong[0]], answers[wrong[0]])

    rates = rounds(contenders, repeats, check)
    outcomes = sum(map(len, right)) / number
    print(f"## One duty, many engines: {thousands(number)} cases, {outcomes:.2f} outcomes a case, every answer equal\n")
    print(f"processor time of all threads, one thread each; the median of {repeats} rounds\n")
    rows = [
        (
            c.name,
            thousands(rates[c.name]),
            thousands(rates[c.name] * outcomes),
            f"{rates[c.name] / rates[mine]:.2f}",
            f"{rates[c.name] / rates[contenders[0].name]:.2f}",
        )
        for c in contenders
    ]
    table(("", "cases/s", "outcomes/s", "x our findings", "x relativedelta"), rows)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    parser.add_argument("name", nargs="*", help=f"which of {', '.join(NAMES)} (all)")
    parser.add_argument("--antal", type=int, help="how many cases (10000; of national the largest size)")
    parser.add_argument("--gentag", type=int, default=5, help="rounds of the duty (5)")
    parser.add_argument("--processer", type=int, default=2, help="processes of national (2)")
    parser.add_argument("--million", action="store_true", help="national with a million cases (needs 2 GB of disk)")
    args = parser.parse_args()
    if unknown := set(args.name) - set(NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    chosen = args.name or NAMES
    versions = {n: version(n) for n in ("openfisca-core", "zen-engine", "polars", "duckdb", "pyarrow")}
    print(f"kontaktforloeb {__version__}, Python {platform.python_version()}, {platform.machine()}, ", end="")
    print(f"{os.cpu_count()} processors")
    print(", ".join(f"{n} {v}" for n, v in versions.items()) + "\n")
    if "duty" in chosen:
        duty(args.antal or 10_000, args.gentag)
    if "law" in chosen:
        from benchmarks import law

        law.run(args.antal or 10_000)
    if "national" in chosen:
        from benchmarks import national

        most = args.antal or 10_000
        sizes = [max(1, most // 10), max(2, most * 3 // 10), most]
        national.run([*sizes, 1_000_000] if args.million else sizes, args.processer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
