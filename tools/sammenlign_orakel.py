"""Compare the engine with the naive judge on invented timelines: `python tools/sammenlign_orakel.py --antal 200000`.

Groups take turns; years, legal bases and readings are drawn. Each part writes what it found to `build/orakel`, so that
a run can be stopped and taken up again (`--del 3/20` makes one part), and a part that is done is not made again.
With `--sigtet` timelines aimed at one rule follow (`sigtet.py`), for each rule with an outcome reached fewer than a
hundred times, until it is or the tries are used up. Prints the counts by group, rule and outcome, the outcomes still
reached fewer than a hundred times with the reason (`tests/orakel_sjaeldne.json`), and every kind of difference with
the number of the smallest timeline that shows it. Exit 1 if there is a difference that `tests/orakel_afklaret.json`
does not settle, or with `--sigtet` a rare outcome without a reason.
"""
# ruff: noqa: E501 - sentences and cells read best in one piece

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import kontaktforloeb  # noqa: E402 - the same
import sammenligning as sm  # noqa: E402 - the tests' helpers stand beside the tests
import sigtet  # noqa: E402 - the same
from kontaktforloeb.koder import Udfald  # noqa: E402 - the same

OUT = ROOT / "build" / "orakel"
ENOUGH = 100
RARE = ROOT / "tests" / "orakel_sjaeldne.json"
OUTCOMES = tuple(u for u in Udfald.koder() if u != "intet-krav")


def fingerprint() -> str:
    """What the result depends on: a part made by other code is not taken up again."""
    digest = hashlib.sha256()
    for folder in (Path(kontaktforloeb.__file__).parent, ROOT / "tests" / "orakel"):
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.read_bytes())
    for file in (
        ROOT / "tests" / "sammenligning.py",
        ROOT / "tools" / "sigtet.py",
        ROOT / "tools" / "mutanter" / "soegning.py",
    ):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def part(seed: str, count: int, number: int, parts: int, mark: str) -> dict[str, Any]:
    """Judge part `number` of `parts`; taken from the file if it is there."""
    file = OUT / f"{seed}-{count}-{number}-af-{parts}-{mark}.json"
    if file.exists():
        done: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return done
    tally = _Tally()
    for n in range(number - 1, count, parts):
        tally.judge(sm.task(seed, n), n)
    return _kept(file, tally)


def aimed(seed: str, rule: str, most: int, mark: str) -> dict[str, Any]:
    """Judge timelines aimed at a rule, until each of its outcomes is reached often enough; taken from the file too."""
    file = OUT / f"sigtet-{seed}-{rule.replace(':', '-')}-{most}-{mark}.json"
    if file.exists():
        done: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return done
    tally = _Tally()
    for n in range(most):
        task = sigtet.aimed(rule, seed, n)
        if task is not None:
            tally.judge(task, f"{rule}/{n}")
        if not (n + 1) % ENOUGH and all(tally.reached(rule, outcome) >= ENOUGH for outcome in OUTCOMES):
            break
    return _kept(file, tally)


class _Tally:
    """What a part has counted so far."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()
        self.spread: Counter[str] = Counter()
        self.kinds: dict[str, list[Any]] = {}
        self.number = self.left_out = 0

    def reached(self, rule: str, outcome: str) -> int:
        """How often any group got this outcome of the rule."""
        return sum(n for (_, r, u), n in self.counts.items() if r == rule and u == outcome)

    def judge(self, task: sm.Task, name: int | str) -> None:
        """Compare one timeline; a crash is a finding, and the run goes on."""
        self.number += 1
        try:
            found = sm.compare(task, self.counts)
        except NotImplementedError:
            self.left_out += 1
            return
        except Exception as e:  # noqa: BLE001 - see above
            found = []
            self.kinds.setdefault(f"{type(e).__name__}: {e}"[:120], [0, name, 0])[0] += 1
        self.spread[f"{task.basis} {task.pr.year}"] += 1
        self.spread[f"fortolkning {next(iter(task.readings.items()), ('ingen', ''))[0]}"] += 1
        size = len(json.dumps(task.document))
        for kind in {f"{d.regel} {d.kind}" for d in found}:
            entry = self.kinds.setdefault(kind, [0, name, size])
            entry[0] += 1
            if size < entry[2]:
                entry[1:] = [name, size]


def _kept(file: Path, tally: _Tally) -> dict[str, Any]:
    """The part as JSON values, written whole."""
    made = {
        "antal": tally.number,
        "udeladt": tally.left_out,
        "talt": [[*key, value] for key, value in sorted(tally.counts.items())],
        "fordelt": dict(sorted(tally.spread.items())),
        "forskelle": dict(sorted(tally.kinds.items())),
    }
    OUT.mkdir(parents=True, exist_ok=True)
    temporary = file.with_suffix(".tmp")
    temporary.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    temporary.rename(file)
    return made


def total(made: list[dict[str, Any]]) -> dict[str, Any]:
    """The parts added up."""
    counts: Counter[tuple[str, str, str]] = Counter()
    spread: Counter[str] = Counter()
    kinds: dict[str, list[Any]] = {}
    for one in made:
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
    }


def show(result: dict[str, Any], *, everything: bool) -> tuple[int, int]:
    """Print the figures; the number of kinds of difference not settled, and of rare outcomes without a reason."""
    counts: Counter[tuple[str, str, str]] = result["talt"]
    by_group: Counter[str] = Counter()
    by_rule: Counter[tuple[str, str]] = Counter()
    for (group, rule, outcome), n in counts.items():
        by_group[group] += n
        by_rule[rule, outcome] += n
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
    print(f"udfald nået under {ENOUGH} gange: {len(few)}, heraf uden grund: {len(unexplained)}")
    for (rule, outcome), why in reasons.items():
        print(f"  {rule} {outcome}: {by_rule[rule, outcome]}  {why or 'UDEN GRUND'}")
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
    return len(open_kinds), len(unexplained)


def rare(by_rule: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    """The outcomes of requirements reached too seldom, those never reached included."""
    return [
        (rule, outcome)
        for rule, declared in sorted(sigtet.DECLARED.items())
        for outcome in OUTCOMES
        if hasattr(declared[0], "vindue") and by_rule[rule, outcome] < ENOUGH
    ]


def why_not(rule: str, outcome: str) -> str | None:
    """Why an outcome cannot be, by how the rule is declared, else as it is written down; None where it can."""
    window = sigtet.DECLARED[rule][0].vindue
    if outcome in {"opfyldt-for-sent", "ikke-opfyldt"} and getattr(window, "til", ...) is None:
        return "loven sætter ingen sidste dag"
    alone = type(window).__name__ == "PaaHinanden" or getattr(window, "kan_for_sent", True) is False
    if outcome == "opfyldt-for-sent" and alone:
        return "hver periode bedømmes for sig: en samtale efter den hører til den næste"
    written: dict[str, str] = json.loads(RARE.read_text(encoding="utf-8"))
    return written.get(f"{rule} {outcome}")


def main() -> int:
    """Run the parts asked for and add up those that are done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--antal", type=int, default=3_400, help="tidslinjer i alt")
    parser.add_argument("--del", dest="part", help="kun én del, som 3/20")
    parser.add_argument("--dele", type=int, default=20, help="hvor mange dele, når alle regnes")
    parser.add_argument("--froe", default="2026", help="frøet: samme frø, samme tidslinjer")
    parser.add_argument("--processer", type=int, default=1)
    parser.add_argument("--sigtet", action="store_true", help="også tidslinjer sigtet mod det, der sjældent nås")
    parser.add_argument("--hoejst", type=int, default=4_000, help="højst så mange sigtede tidslinjer til en regel")
    parser.add_argument("--vis", help="vis tidslinjen med dette nummer og begge svar: 17, eller sigtet LAB-2016:93/17")
    parser.add_argument("--alt", action="store_true", help="alle tal")
    parser.add_argument("--json", type=Path, help="skriv tallene her")
    args = parser.parse_args()
    if args.vis is not None:
        return _one(args.froe, args.vis)
    start = time.perf_counter()
    mark = fingerprint()
    number, parts = map(int, args.part.split("/")) if args.part else (0, args.dele)
    numbers = [number] if number else list(range(1, parts + 1))
    if args.processer > 1:
        with ProcessPoolExecutor(args.processer) as pool:
            made = list(pool.map(part, *zip(*((args.froe, args.antal, i, parts, mark) for i in numbers), strict=True)))
    else:
        made = [part(args.froe, args.antal, i, parts, mark) for i in numbers]
    if args.sigtet:
        by_rule: Counter[tuple[str, str]] = Counter()
        for (_, rule, outcome), n in total(made)["talt"].items():
            by_rule[rule, outcome] += n
        rules = list(dict.fromkeys(rule for rule, _ in rare(by_rule)))
        if args.processer > 1:
            with ProcessPoolExecutor(args.processer) as pool:
                made += pool.map(aimed, *zip(*((args.froe, rule, args.hoejst, mark) for rule in rules), strict=True))
        else:
            made += [aimed(args.froe, rule, args.hoejst, mark) for rule in rules]
    result = total(made)
    left, unexplained = show(result, everything=args.alt)
    print(f"{time.perf_counter() - start:.0f} sekunder")
    if args.json:
        flat = {**result, "talt": [[*key, n] for key, n in sorted(result["talt"].items())]}
        args.json.write_text(json.dumps(flat, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if left or (args.sigtet and unexplained) else 0


def _one(seed: str, name: str) -> int:
    rule, _, number = name.rpartition("/")
    task = sigtet.aimed(rule, seed, int(number)) if rule else sm.task(seed, int(number))
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
