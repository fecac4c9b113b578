"""Write `tests/vidner_motor.jsonl` and `tests/vidner_afhaengigheder.jsonl`: cases that notice what no other witness does.

Sought among invented timelines, and those timelines with a day of theirs moved to, or beside, a day that matters there.
Each line holds a case, a day, and what is said of ONE rule there: the engine and the naive judge agree on it (of
`afhaenger_af`: the engine and judging again under every other choice), and a test holds both to it. Run by hand after
`mutanter.kode --skriv`, for the survivors that have no reason; `--forny` judges the lines in git again after a change of law.
"""
# ruff: noqa: E501 - sentences in one piece

from __future__ import annotations

import argparse
import copy
import datetime as dt
import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mutanter import kode
from mutanter.proces import forked

ROOT = Path(__file__).resolve().parent.parent.parent
DATED = ("fra", "til", "dato", "afgivet", "planlagt_til", "ventet", "registreret")
PASSES = 1500
"""So many cases that pass a place are tried."""


def moved(task: Any, rows: list[dict[str, Any]], chooser: Any) -> Any:
    """The task with one day moved to one that matters in it, or the day before or after."""
    import sammenligning as sm

    document = copy.deepcopy(task.document)
    fields = [(r, k) for v in document.values() if isinstance(v, list) for r in v for k in DATED if r.get(k)]
    days = {dt.date.fromisoformat(r[k]) for r, k in fields} | {task.pr}
    days |= {row[k] for row in rows for k in ("periode_fra", "fra", "frist") if row[k] is not None}
    day = chooser.pick(sorted(days)) + dt.timedelta(chooser.pick((-1, 0, 0, 0, 1)))
    if chooser.chance(25) or not fields:
        return sm.Task(task.group, document, day, task.basis, task.readings)
    record, key = chooser.pick(fields)
    record[key] = day.isoformat()
    return sm.Task(task.group, document, task.pr, task.basis, task.readings)


def agreed(task: Any) -> tuple[list[dict[str, Any]], dict[str, list[Any]]] | None:
    """What the engine says, and of each rule on which the judges agree what both say; None where it cannot be judged."""
    import kontaktforloeb as kf
    import sammenligning as sm

    try:
        ours = sm.engine(task)
        differ = {d.regel for d in sm.meant(task, sm.differences(ours, sm.oracle(task)))}
    except (kf.Sagsfejl, NotImplementedError):
        return None
    said: dict[str, list[Any]] = defaultdict(list)
    for row in ours:
        if row["regel"] not in differ:
            said[row["regel"]].append(sm.row_of(row))
    return ours, dict(said)


def pool(seed: str, count: int) -> Iterator[tuple[Any, dict[str, list[Any]]]]:
    """Tasks and what is agreed of each: timelines, and of each some with a day moved, twice over."""
    import sammenligning as sm
    from kontaktforloeb.testing.chooser import RandomChooser

    for number in range(count):
        task = sm.task(seed, number)
        for step in range(4):
            found = agreed(task)
            if found is None:
                break
            if found[1]:
                yield task, found[1]
            for attempt in range(5):
                other = moved(task, found[0], RandomChooser(f"{seed}/{number}/{step}/{attempt}"))
                if agreed(other) is not None:
                    task = other
                    break


def edges(seed: str, count: int) -> Iterator[tuple[Any, dict[str, list[Any]]]]:
    """The cases at the edges of every rule (`soegning.py`), so many a rule, and of each one with a day moved."""
    import sammenligning as sm
    from kontaktforloeb.ret.lovgrundlag import REGELSAET
    from kontaktforloeb.testing.chooser import RandomChooser
    from mutanter import soegning

    for number, rule in enumerate(REGELSAET.regler):
        places = list(soegning.sought(rule))
        for step, (document, pr, basis) in enumerate(places[:: max(1, len(places) // count)]):
            task = sm.Task("", document, pr, basis, {})
            found = agreed(task)
            if found is None:
                continue
            if found[1]:
                yield task, found[1]
            chooser = RandomChooser(f"{seed}/{number}/{step}")
            other = moved(moved(task, found[0], chooser), found[0], chooser)
            also = agreed(other)
            if also is not None and also[1]:
                yield other, also[1]


def sensitive(seed: str, count: int) -> Iterator[tuple[Any, list[Any]]]:
    """Tasks whose `afhaenger_af` is what brute force finds."""
    import kontaktforloeb as kf
    import sammenligning as sm
    from kontaktforloeb.formater import sag_json
    from kontaktforloeb.testing import properties

    readings = {r.navn: tuple(r.valg) for r in kf.fortolkninger()}
    for number in range(count):
        task = sm.task(seed, number)
        basis = {"lovgrundlag": task.basis, "fortolkninger": task.readings}
        try:
            properties.sensitivity_is_brute_force(sag_json.fra_obj(task.document), task.pr, readings, **basis)
        except (kf.Sagsfejl, AssertionError):
            continue
        yield task, sm.depends(task)


def survivors(names: list[str]) -> list[tuple[kode.Module, Any]]:
    """The places of the results in git that survive and have no reason."""
    known = json.loads(kode.KNOWN.read_text(encoding="utf-8")) if kode.KNOWN.exists() else {}
    found = []
    for name in names or kode.modules():
        result = kode.kept(name)
        left = set(result.get("overlever", ())) - set(known)
        m = kode.read(name)
        found += [(m, place) for place in m.places if place.name in left and place.inside]
    return found


def seek(todo: list[tuple[kode.Module, Any]], cases: list[tuple[Any, Any]], *, sensitivity: bool) -> None:
    """For each survivor a case that notices it, which is kept; few cases for many survivors."""
    import sammenligning as sm

    def differs(i: int) -> str | None:
        task, kept = cases[i]
        if sensitivity:
            return None if sm.depends(task) == kept else ""
        said: dict[str, list[Any]] = defaultdict(list)
        for row in sm.engine(task):
            said[row["regel"]].append(sm.row_of(row))
        return next((rule for rule in kept if said.get(rule) != kept[rule]), None)

    modules = list({m.name: m for m, _ in todo}.values())
    lines = forked(lambda: _passed(modules, differs, len(cases)), 3600)
    existing = {m.name: kode.functions(m) for m in modules}
    gc.freeze()
    chosen: list[tuple[int, str]] = []
    missed = 0
    for m, place in todo:
        code = m.changed(place)
        order = kode.through(place, {int(n): x for n, x in lines[m.name].items()})
        if code is None:
            continue
        if m.name in kode.ANSWERS_KEPT:
            order = list(range(len(cases)))
        first = [i for i, _ in chosen]
        step = max(1, len(order) // PASSES)

        def one(code: Any = code, m: kode.Module = m, order: list[int] = [*first, *order[::step]]) -> Any:  # noqa: B006 - never changed
            kode.put(code, m, existing[m.name])
            end = time.process_time() + 12
            for i in order:
                try:
                    rule = differs(i)
                except Exception:  # noqa: BLE001 - noticed
                    rule = next(iter(cases[i][1]), "") if not sensitivity else ""
                if rule is not None:
                    return [i, rule]
                if time.process_time() > end:
                    break
            return None

        answer = forked(one, 60)
        if isinstance(answer, list):
            pair = (answer[0], answer[1])
            if pair not in chosen:
                chosen.append(pair)
                _keep(*cases[pair[0]], pair[1], sensitivity=sensitivity)
            _noticed(m, place.name)
        else:
            missed += 1
            print(f"   ikke fundet ({len(order)}): {place.name}", flush=True)
    print(f"{len(chosen)} sager bemærker {len(todo) - missed} af {len(todo)}", flush=True)


def _keep(task: Any, kept: Any, rule: str, *, sensitivity: bool) -> None:
    """Add a case to its file."""
    import sammenligning as sm

    if sensitivity:
        _write(sm.SENSITIVE, [*_lines(sm.SENSITIVE), {**sm.line_of(task), "afhaenger_af": kept}])
    else:
        line = {"regel": rule, **sm.line_of(task), "krav": kept[rule]}
        _write(sm.SOUGHT[1], sorted([*_lines(sm.SOUGHT[1]), line], key=lambda x: x["regel"]))


def _noticed(m: kode.Module, name: str) -> None:
    """Strike a survivor from the result in git: the case that is written notices it."""
    result = kode.kept(m.name)
    result["overlever"].remove(name)
    result["dræbt"] += 1
    kode.write(result)


def _passed(modules: list[kode.Module], ask: Any, count: int) -> dict[str, dict[int, list[int]]]:
    import coverage

    tracer = coverage.Coverage(data_file=None, include=[str(m.file) for m in modules], config_file=False)
    for i in range(count):
        if i % 50 == 0:
            ask(i)  # what is kept from case to case is made without the tracer
    tracer.start()
    for i in range(count):
        tracer.switch_context(str(i))
        ask(i)
    tracer.stop()
    data = tracer.get_data()
    lines: dict[str, dict[int, list[int]]] = {}
    for m in modules:
        lines[m.name] = {}
        for n, contexts in data.contexts_by_lineno(str(m.file)).items():
            found = sorted(int(c) for c in contexts if c)
            lines[m.name][n] = found[:: max(1, len(found) // PASSES)]
    return lines


def _write(file: Path, lines: list[dict[str, Any]]) -> None:
    once = dict.fromkeys(json.dumps(x, ensure_ascii=False, separators=(",", ":")) for x in lines)
    file.write_text("".join(x + "\n" for x in once), encoding="utf-8")


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(x) for x in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def renew() -> None:
    """Judge every line again; a line on which the judges no longer agree is dropped."""
    import sammenligning as sm

    file = sm.SOUGHT[1]
    made = []
    for line in _lines(file):
        found = agreed(sm.task_of(line))
        if found is not None and line["regel"] in found[1]:
            made.append({**line, "krav": found[1][line["regel"]]})
    _write(file, made)
    _write(sm.SENSITIVE, [{**line, "afhaenger_af": sm.depends(sm.task_of(line))} for line in _lines(sm.SENSITIVE)])


def main() -> int:
    """Seek for the survivors of the modules and add what is found to the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moduler", nargs="*")
    parser.add_argument("--froe", default="motor")
    parser.add_argument("--antal", type=int, default=3000, help="tidslinjer; hver bliver til fire sager")
    parser.add_argument("--afhaengigheder", action="store_true", help="søg sager, hvis afhaenger_af bemærker")
    parser.add_argument("--kanter", action="store_true", help="søg ved reglernes kanter; --antal sager pr. regel")
    parser.add_argument("--forny", action="store_true", help="bedøm linjerne i git igen")
    args = parser.parse_args()

    if args.forny:
        renew()
        return 0
    todo = survivors(args.moduler)
    start = time.perf_counter()
    cases: list[tuple[Any, Any]] = list(
        (sensitive if args.afhaengigheder else edges if args.kanter else pool)(args.froe, args.antal)
    )
    print(f"{len(todo)} overlever; {len(cases)} sager efter {time.perf_counter() - start:.0f} s", flush=True)
    seek(todo, cases, sensitivity=args.afhaengigheder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
