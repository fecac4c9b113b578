"""Compare the engine with the naive judge on invented timelines: `python tools/sammenlign_orakel.py --antal 200000`.

Groups take turns; years, legal bases and readings are drawn. Each part writes what it found to `build/orakel`, so that
a run can be stopped and taken up again (`--del 3/20` makes one part), and a part that is done is not made again.
With `--flyttet 25000` so many of them are moved onto the days on which the law changes too (`flyttet.py`).
With `--sigtet` timelines aimed at one rule follow (`sigtet.py`), for each rule with an outcome reached fewer than a
hundred times, until it is or the tries are used up; and then variations (`varieret.py`) of the timelines, drawn or
aimed, that reached what is still rare, or of what reached another outcome of the rule where none did. Everything made
is compared, so differences are found there too. Prints the counts by group, rule and outcome, the outcomes still
reached fewer than a hundred times with the reason (`sjaeldne.py`), and every kind of difference with
the number of the smallest timeline that shows it. Exit 1 if there is a difference that `tests/orakel_afklaret.json`
does not settle, or with `--sigtet` a rare outcome without a reason or one reached against its reason.
"""
# ruff: noqa: E501 - sentences and cells read best in one piece

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import flyttet  # noqa: E402 - the tools stand beside each other
import kontaktforloeb  # noqa: E402 - the same
import sammenligning as sm  # noqa: E402 - the tests' helpers stand beside the tests
import sigtet  # noqa: E402 - the same
import varieret  # noqa: E402 - the same
from sjaeldne import ENOUGH, OUTCOMES, rare, why_not  # noqa: E402 - the same

OUT = ROOT / "build" / "orakel"
SEEDS = 8
"""So many timelines a part names for each outcome it reached."""


def fingerprint() -> str:
    """What the result depends on: a part made by other code is not taken up again."""
    digest = hashlib.sha256()
    for folder in (Path(kontaktforloeb.__file__).parent, ROOT / "tests" / "orakel"):
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.read_bytes())
    for file in (
        ROOT / "tests" / "sammenligning.py",
        ROOT / "tools" / "sigtet.py",
        ROOT / "tools" / "flyttet.py",
        ROOT / "tools" / "varieret.py",
        ROOT / "tools" / "mutanter" / "soegning.py",
    ):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def part(seed: str, count: int, number: int, parts: int, mark: str) -> dict[str, Any]:
    """Judge part `number` of `parts`."""

    def judge(tally: _Tally) -> None:
        for n in range(number - 1, count, parts):
            tally.judge(sm.task(seed, n), n)

    return _once(f"{seed}-{count}-{number}-af-{parts}-{mark}", judge)


def changed(seed: str, count: int, number: int, parts: int, mark: str) -> dict[str, Any]:
    """Judge part `number` of `parts` of the timelines moved onto the law's days."""

    def judge(tally: _Tally) -> None:
        for name, task in flyttet.all_of(seed, range(number - 1, count, parts)):
            tally.judge(task, name)

    return _once(f"flyttet-{seed}-{count}-{number}-af-{parts}-{mark}", judge)


def aimed(seed: str, rule: str, most: int, mark: str) -> dict[str, Any]:
    """Judge timelines aimed at a rule, until each of its outcomes is reached often enough."""

    def judge(tally: _Tally) -> None:
        for n in range(most):
            task = sigtet.aimed(rule, seed, n)
            if task is not None:
                tally.judge(task, f"{rule}/{n}")
            if not (n + 1) % ENOUGH and all(tally.reached(rule, outcome) >= ENOUGH for outcome in OUTCOMES):
                break

    return _once(f"sigtet-{seed}-{rule.replace(':', '-')}-{most}-{mark}", judge)


def varied(
    seed: str, rule: str, had: dict[str, int], sources: dict[str, list[str]], most: int, mark: str
) -> dict[str, Any]:
    """Judge variations for the outcomes of a rule still rare and without a reason; `had` and `sources` by outcome.

    At most `most` tries an outcome.
    """
    lacking = [u for u in OUTCOMES if had[u] < ENOUGH and why_not(rule, u) is None]

    def judge(tally: _Tally) -> None:
        for outcome in lacking:
            if had[outcome] + tally.reached(rule, outcome) >= ENOUGH:
                continue
            beside = [other for other in ("opfyldt", "ikke-opfyldt", "afventer") if sources[other]] or OUTCOMES
            near = sources[outcome] or [name for other in beside for name in sources[other][:SEEDS]]
            for name, task, keep in varieret.variations(rule, seed, near, most, OUTCOMES.index(outcome) * most):
                before = had[outcome] + tally.reached(rule, outcome)
                reached = tally.judge(task, name)
                if (rule, outcome) in reached:
                    keep(not before)
                elif not before and any((rule, other) in reached for other in beside):
                    keep(False)  # until the outcome is met, what stays by the rule leads on
                if had[outcome] + tally.reached(rule, outcome) >= ENOUGH:
                    break

    same = hashlib.sha256(json.dumps([had, sources, lacking], sort_keys=True).encode()).hexdigest()[:12]
    return _once(f"varieret-{seed}-{rule.replace(':', '-')}-{most}-{same}-{mark}", judge)


class _Tally:
    """What a part has counted so far."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.spread: Counter[str] = Counter()
        self.kinds: dict[str, list[Any]] = {}
        self.seeds: dict[tuple[str, str], list[str]] = {}
        self.number = self.left_out = 0

    def reached(self, rule: str, outcome: str) -> int:
        """How often any group got this outcome of the rule."""
        return sum(n for (_, r, u), n in self.counts.items() if r == rule and u == outcome)

    def judge(self, task: sm.Task, name: int | str) -> set[tuple[str, str]]:
        """Compare one timeline: the rules and outcomes it reached. A crash is a finding, and the run goes on."""
        self.number += 1
        counts: Counter[tuple[str, str, str]] = Counter()
        try:
            found = sm.compare(task, counts)
        except NotImplementedError:
            self.left_out += 1
            return set()
        except Exception as e:  # noqa: BLE001 - see above
            found = []
            self.kinds.setdefault(f"{type(e).__name__}: {e}"[:120], [0, name, 0])[0] += 1
        self.counts.update(counts)
        reached = {(rule, outcome) for _, rule, outcome in counts}
        for key in reached:
            seeds = self.seeds.setdefault(key, [])
            if len(seeds) < SEEDS:
                seeds.append(str(name))
        self.spread[f"{task.basis} {task.pr.year}"] += 1
        self.spread[f"fortolkning {next(iter(task.readings.items()), ('ingen', ''))[0]}"] += 1
        size = len(json.dumps(task.document))
        for kind in {f"{d.regel} {d.kind}" for d in found}:
            entry = self.kinds.setdefault(kind, [0, name, size])
            entry[0] += 1
            if size < entry[2]:
                entry[1:] = [name, size]
        return reached


def _once(name: str, judge: Callable[[_Tally], None]) -> dict[str, Any]:
    """What a run counted: made and written whole, or taken from its file if it was made before."""
    file = OUT / f"{name}.json"
    if file.exists():
        done: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return done
    tally = _Tally()
    judge(tally)
    made = _made(tally)
    OUT.mkdir(parents=True, exist_ok=True)
    temporary = file.with_suffix(".tmp")
    temporary.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    temporary.rename(file)
    return made


def _made(tally: _Tally) -> dict[str, Any]:
    """The part as JSON values."""
    return {
        "antal": tally.number,
        "udeladt": tally.left_out,
        "talt": [[*key, value] for key, value in sorted(tally.counts.items())],
        "fordelt": dict(sorted(tally.spread.items())),
        "forskelle": dict(sorted(tally.kinds.items())),
        "fundet": {" ".join(key): names for key, names in sorted(tally.seeds.items())},
    }


def total(made: list[dict[str, Any]]) -> dict[str, Any]:
    """The parts added up."""
    counts: Counter[tuple[str, str, str]] = Counter()
    spread: Counter[str] = Counter()
    kinds: dict[str, list[Any]] = {}
    seeds: dict[str, list[str]] = {}
    for one in made:
        for key, names in one["fundet"].items():
            seeds.setdefault(key, []).extend(names)
        counts.update({(g, r, u): n for g, r, u, n in one["talt"]})
        spread.update(one["fordelt"])
        for kind, (n, smallest, size) in one["forskelle"].items():
            entry = kinds.setdefault(kind, [0, smallest, size])
            entry[0] += n
            if size < entry[2]:
                entry[1:] = [smallest, size]
    return {
        "antal": sum(one["antal"] for one in made),
        "udeladt": sum(one["udeladt"] for one in made),
        "talt": counts,
        "fordelt": spread,
        "forskelle": kinds,
        "fundet": seeds,
    }


def show(result: dict[str, Any], *, everything: bool) -> tuple[int, int]:
    """Print the figures; the number of kinds of difference not settled, and of outcomes without a reason that holds."""
    counts: Counter[tuple[str, str, str]] = result["talt"]
    by_group: Counter[str] = Counter()
    by_rule = by_outcome(result)
    for (group, _, _), n in counts.items():
        by_group[group] += n
    print("krav efter målgruppe:")
    for group in sm.GROUPS:
        print(f"  {group:28}{by_group[group]:>9}")
    print("krav efter regel og udfald:")
    for rule in sorted({r for r, _ in by_rule}):
        row = ", ".join(f"{o} {n}" for (r, o), n in sorted(by_rule.items()) if r == rule)
        print(f"  {rule:22}{row}")
    if everything:
        print("krav efter målgruppe, regel og udfald:")
        for key, n in sorted(counts.items()):
            print(f"  {' '.join(key):60}{n:>9}")
        print("tidslinjer efter lovgrundlag og år, og efter fortolkning:")
        for name, n in sorted(result["fordelt"].items()):
            print(f"  {name:40}{n:>9}")
    few = rare(by_rule)
    reasons = {key: why_not(*key) for key in few}
    unexplained = [key for key, why in reasons.items() if why is None]
    disproved = [key for key, n in sorted(by_rule.items()) if n and why_not(*key)]
    print(f"udfald nået under {ENOUGH} gange: {len(few)}, heraf uden grund: {len(unexplained)}")
    for (rule, outcome), why in reasons.items():
        print(f"  {rule} {outcome}: {by_rule[rule, outcome]}  {why or 'UDEN GRUND'}")
    for rule, outcome in disproved:
        print(f"  {rule} {outcome}: {by_rule[rule, outcome]}  GRUNDEN HOLDER IKKE: {why_not(rule, outcome)}")
    open_kinds = {k: v for k, v in result["forskelle"].items() if not sm.settled(k)}
    print(
        f"forskelle: {sum(v[0] for v in result['forskelle'].values())} af {len(result['forskelle'])} slags, heraf uafklaret {len(open_kinds)} slags:"
    )
    for kind, (n, smallest, _) in sorted(open_kinds.items(), key=lambda item: -item[1][0]):
        print(f"  {n:>6} x {kind}   (tidslinje {smallest})")
    compared = result["antal"] - result["udeladt"]
    print(
        f"{compared} tidslinjer sammenlignet, {sum(counts.values())} krav, {result['udeladt']} udeladt (fortolkning, som den naive dommer ikke kan)"
    )
    return len(open_kinds), len(unexplained) + len(disproved)


def by_outcome(result: dict[str, Any]) -> Counter[tuple[str, str]]:
    """The counts by rule and outcome, of all groups."""
    counts: Counter[tuple[str, str]] = Counter()
    for (_, rule, outcome), n in result["talt"].items():
        counts[rule, outcome] += n
    return counts


def _to_vary(result: dict[str, Any], seed: str, most: int, mark: str) -> list[tuple[Any, ...]]:
    """The rules with an outcome that is rare without a reason: how often each outcome was reached, and where."""
    counts = by_outcome(result)
    rules = dict.fromkeys(rule for rule, outcome in rare(counts) if why_not(rule, outcome) is None)
    return [
        (
            seed,
            rule,
            {outcome: counts[rule, outcome] for outcome in OUTCOMES},
            {outcome: result["fundet"].get(f"{rule} {outcome}", []) for outcome in OUTCOMES},
            most,
            mark,
        )
        for rule in rules
    ]


def _each(do: Callable[..., Any], arguments: list[tuple[Any, ...]], processes: int) -> list[Any]:
    """What the function gives for each of the arguments, in their order."""
    if processes <= 1 or not arguments:
        return [do(*one) for one in arguments]
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(do, *zip(*arguments, strict=True)))


def main() -> int:
    """Run the parts asked for and add up those that are done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--antal", type=int, default=3_400, help="tidslinjer i alt")
    parser.add_argument("--del", dest="part", help="kun én del, som 3/20")
    parser.add_argument("--dele", type=int, default=20, help="hvor mange dele, når alle regnes")
    parser.add_argument(
        "--flyttet", type=int, default=0, help="så mange af dem flyttes også hen på lovens skæringsdage"
    )
    parser.add_argument("--froe", default="2026", help="frøet: samme frø, samme tidslinjer")
    parser.add_argument("--processer", type=int, default=1)
    parser.add_argument(
        "--sigtet", action="store_true", help="også tidslinjer sigtet mod det, der sjældent nås, og variationer af dem"
    )
    parser.add_argument("--hoejst", type=int, default=4_000, help="højst så mange sigtede tidslinjer til en regel")
    parser.add_argument("--variationer", type=int, default=4_000, help="højst så mange variationer til et udfald")
    parser.add_argument(
        "--vis",
        help="vis tidslinjen og begge svar: 17, flyttet: 17>2, sigtet: LAB-2016:93/17, varieret: 17~LAB-2016:93~4",
    )
    parser.add_argument("--alt", action="store_true", help="alle tal")
    parser.add_argument("--json", type=Path, help="skriv tallene her")
    args = parser.parse_args()
    if args.vis is not None:
        return _one(args.froe, args.vis)
    start = time.perf_counter()
    mark = fingerprint()
    number, parts = map(int, args.part.split("/")) if args.part else (0, args.dele)
    numbers = [number] if number else list(range(1, parts + 1))
    made = _each(part, [(args.froe, args.antal, i, parts, mark) for i in numbers], args.processer)
    if args.flyttet:
        made += _each(changed, [(args.froe, args.flyttet, i, parts, mark) for i in numbers], args.processer)
    if args.sigtet:
        rules = list(dict.fromkeys(rule for rule, _ in rare(by_outcome(total(made)))))
        made += _each(aimed, [(args.froe, rule, args.hoejst, mark) for rule in rules], args.processer)
        made += _each(varied, _to_vary(total(made), args.froe, args.variationer, mark), args.processer)
    result = total(made)
    left, unexplained = show(result, everything=args.alt)
    print(f"{time.perf_counter() - start:.0f} sekunder")
    if args.json:
        flat = {
            **{k: v for k, v in result.items() if k != "fundet"},
            "talt": [[*key, n] for key, n in sorted(result["talt"].items())],
        }
        args.json.write_text(json.dumps(flat, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if left or (args.sigtet and unexplained) else 0


def _one(seed: str, name: str) -> int:
    task = varieret.named(seed, name)
    if task is None:
        print("tegningen gav ingen gyldig sag")
        return 0
    print(json.dumps(task.as_json(), ensure_ascii=False, indent=1))
    found = sm.compare(task)
    for d in found:
        print(d.regel, d.kind)
        print("  motor ", d.engine)
        print("  orakel", d.oracle)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
