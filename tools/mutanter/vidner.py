"""Write `tests/vidner.jsonl`: cases sought at the edges of each rule, of which some mutant of the law is noticed by nobody else.

Each line holds a case, a day, and what is said of ONE rule there: the engine and the naive judge agree on it, and a test
holds both to it. Run by hand (`python -m mutanter.vidner`), as the schedules are: never in CI.
"""
# ruff: noqa: E501 - sentences and cells read best in one piece

from __future__ import annotations

import json
import sys
import time
from typing import Any

import kontaktforloeb as kf
import sammenligning as sm
from kontaktforloeb.ret.lovgrundlag import REGELSAET
from mutanter import deklarationer as d
from mutanter import soegning

MOST = 400
FILE = d.ROOT / "tests" / "vidner.jsonl"


def candidates(rule_id: str) -> list[dict[str, Any]]:
    """The cases sought for a rule on which both judges say the same of that rule."""
    made: list[dict[str, Any]] = []
    seen: set[str] = set()
    for rule in REGELSAET.regler:
        if rule.id != rule_id:
            continue
        places = list(soegning.sought(rule))
        # enough of each kind of place: every so manyth
        for document, pr, basis in places[:: max(1, len(places) // MOST)]:
            key = json.dumps([document, str(pr)], sort_keys=True)
            if key in seen:
                continue
            seen.add(key)
            task = sm.Task("", document, pr, basis, {})
            try:
                ours = sm.engine(task)
                differ = sm.meant(task, sm.differences(ours, sm.oracle(task)))
            except (kf.Sagsfejl, NotImplementedError):
                continue
            if any(x.regel == rule_id for x in differ):
                continue
            said = [_row(row) for row in ours if row["regel"] == rule_id]
            made.append({"regel": rule_id, "sag": document, "pr": pr.isoformat(), "krav": said})
    return made


def _row(row: dict[str, Any]) -> list[Any]:
    text = [None if v is None else str(v) for v in (row["periode_fra"], row["fra"], row["frist"])]
    return [row["trin"], *text, row["udfald"], row["kraevet"], row["medregnet"]]


def main() -> int:
    """For each rule keep the few candidates that notice what hand-worked cases and schedules do not."""
    start = time.perf_counter()
    others = [*d.worked_cases(), *d.plans()]
    rules = list(dict.fromkeys(rule.id for rule in REGELSAET.regler))
    only = set(sys.argv[1:])
    kept = [json.loads(x) for x in FILE.read_text(encoding="utf-8").splitlines()] if FILE.exists() and only else []
    kept = [x for x in kept if x["regel"] not in only]
    todo: dict[str, list[d.Mutant]] = {}
    for mutant in d.mutants():
        if mutant.part == "regler":
            todo.setdefault(mutant.owner.split(" ")[0], []).append(mutant)
    for rule_id in rules:
        if only and rule_id not in only:
            continue
        near = [w for w in others if rule_id in w.named]
        pool = [(x, d.witness(x)) for x in candidates(rule_id)]
        chosen: list[tuple[dict[str, Any], Any]] = []
        left = 0
        for mutant in todo[rule_id]:
            laws = d.Laws(mutant)
            if any(d.noticed(w, laws) for _, w in chosen) or any(d.noticed(w, laws) for w in near):
                continue
            one = next((pair for pair in pool if d.noticed(pair[1], laws)), None)
            if one is None:
                left += 1
            else:
                chosen.append(one)
        kept.extend(x for x, _ in chosen)
        print(
            f"{rule_id}: {len(pool)} søgt, {len(chosen)} beholdt, {left} af {len(todo[rule_id])} mutanter ikke bemærket",
            flush=True,
        )
        order = {name: i for i, name in enumerate(rules)}
        kept.sort(key=lambda x: order[x["regel"]])
        FILE.write_text(
            "".join(json.dumps(x, ensure_ascii=False, separators=(",", ":")) + "\n" for x in kept), encoding="utf-8"
        )
    print(f"{len(kept)} vidner, {time.perf_counter() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
