"""Mutants of the engine: a comparison, number, sign or condition of a module changed, one at a time.

`python -m mutanter.kode ure.timer vurdering.afgoer` runs modules; `--aendrede` those whose result in git is of other code.
Each mutant runs in a forked process in which the changed function has other code, and meets the witnesses that pass through
its line (`motorvidner.py`); the first that notices kills it. What runs when a module is imported is changed in a process
that imports it anew. Of `ret/` only functions are changed here: its declarations have mutants of their own, in process
(`deklarationer.py`). Results stand in `resultat/<module>.json` with the hash of the module; what survives needs a reason in
`overlevende_kode.json`.
"""
# ruff: noqa: E501 - sentences in one piece

from __future__ import annotations

import argparse
import ast
import gc
import hashlib
import importlib.util
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from attrs import field, frozen

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

from mutanter import motorvidner  # noqa: E402
from mutanter.proces import Instead, forked, limited  # noqa: E402
from mutanter.steder import Place, places  # noqa: E402

RESULTS = HERE / "resultat"
KNOWN = HERE / "overlevende_kode.json"
PARTS = ("ret", "ure", "vurdering", "maaling")
LEAST = 97.0
SLOWEST = 3.0
"""A test that takes longer is no witness."""

ANSWERS_KEPT = ("vurdering.oversaet", "vurdering.aftryk", "vurdering.foelsomhed")
"""Modules whose answers are kept from case to case: after a change of them nothing kept may stand."""


def package() -> Path:
    """The folder of the package that is tested: the installed wheel, else the tree."""
    spec = importlib.util.find_spec("kontaktforloeb")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


Existing = dict[tuple[str, int], list[FunctionType]]
"""The functions of a module, by name and line."""


@frozen
class Module:
    """A module to change."""

    name: str
    file: Path
    source: str
    tree: ast.Module
    places: list[Place]
    existing: Existing = field(factory=dict)

    @property
    def full(self) -> str:
        """Its name where it is imported."""
        return f"kontaktforloeb.{self.name}"

    @property
    def sha256(self) -> str:
        """What tells that its result in git is of this code."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    def changed(self, place: Place) -> CodeType | None:
        """Its code with one place changed; None where that is no code."""
        place.do()
        try:
            return compile(ast.fix_missing_locations(self.tree), str(self.file), "exec")
        except (SyntaxError, ValueError, TypeError):
            return None
        finally:
            place.undo()


def read(name: str) -> Module:
    """A module by its name inside the package."""
    file = package().joinpath(*name.split(".")).with_suffix(".py")
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    found = list(places(name, source, tree))
    if name.startswith("ret."):
        found = [p for p in found if p.inside]
    return Module(name, file, source, tree, found)


# --- what a witness passes through ----------------------------------------------------------------------------------


def _direct(parts: set[str]) -> list[Callable[[], bool]]:
    # no verdict passes through the measures: they stand on it
    return [*motorvidner.witnesses(), *motorvidner.sensitivity()] if parts - {"maaling"} else []


def _all(items: list[Any], parts: set[str]) -> list[Callable[[], bool]]:
    return [*_direct(parts), *map(motorvidner.as_witness, items)]


def _parts(modules: list[Module]) -> set[str]:
    return {m.name.split(".")[0] for m in modules}


def _coverage(modules: list[Module], items: list[Any]) -> tuple[list[float | None], dict[str, dict[int, list[int]]]]:
    """The seconds of each witness (None: it fails without a mutant, or is slow) and the lines each passes."""
    import coverage

    tracer = coverage.Coverage(data_file=None, include=[str(m.file) for m in modules], config_file=False)
    seconds: list[float | None] = []
    asked = _all(items, _parts(modules))
    for right in asked:  # once without the tracer: nothing is compiled while it looks
        start = time.process_time()
        sound = right()
        took = time.process_time() - start
        seconds.append(took if sound and took < SLOWEST else None)
    tracer.start()
    for i, right in enumerate(asked):
        if seconds[i] is not None:
            tracer.switch_context(str(i))
            right()
    tracer.stop()
    data = tracer.get_data()
    lines: dict[str, dict[int, list[int]]] = {}
    for m in modules:
        found = data.contexts_by_lineno(str(m.file))
        lines[m.name] = {n: sorted(int(c) for c in contexts if c) for n, contexts in found.items()}
    return seconds, lines


def _imported(modules: list[Module]) -> dict[str, set[int]]:
    """The lines of each module that run when everything is imported."""
    import coverage

    tracer = coverage.Coverage(data_file=None, include=[str(m.file) for m in modules], config_file=False)
    tracer.start()
    for m in modules:
        importlib.import_module(m.full)
    importlib.import_module("kontaktforloeb.bibliotek")
    tracer.stop()
    data = tracer.get_data()
    return {m.name: set(data.lines(str(m.file)) or ()) for m in modules}


def through(place: Place, lines: dict[int, list[int]]) -> list[int]:
    """The witnesses that pass through a place: by its own lines, else those of what it stands in."""
    for first, last in place.spans:
        found = {i for n in range(first, last + 1) for i in lines.get(n, ())}
        if found:
            return sorted(found)
    return []


# --- a mutant ---------------------------------------------------------------------------------------------------------


def _codes(code: CodeType) -> Iterator[CodeType]:
    for const in code.co_consts:
        if isinstance(const, CodeType):
            yield const
            yield from _codes(const)


def functions(module: Module) -> Existing:
    """The functions of a module that exist."""
    found: Existing = defaultdict(list)
    for f in gc.get_objects():
        if isinstance(f, FunctionType) and f.__code__.co_filename == str(module.file):
            found[f.__code__.co_qualname, f.__code__.co_firstlineno].append(f)
    return found


def put(code: CodeType, module: Module, existing: Existing) -> None:
    """Give the functions of a module the code of its mutant, wherever they have been imported to."""
    for new in _codes(code):
        for f in existing.get((new.co_qualname, new.co_firstlineno), ()):
            if f.__code__.co_freevars == new.co_freevars:
                f.__code__ = new
    if module.name in ANSWERS_KEPT:
        forget()


def forget() -> None:
    """Drop every answer that the engine keeps."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("kontaktforloeb.vurdering", "kontaktforloeb.ure", "kontaktforloeb.bibliotek")):
            for value in vars(module).values():
                clear = getattr(value, "cache_clear", None)
                if clear is not None:
                    clear()
            for kept_by_hand in ("_FELTER", "_TAELLERE"):
                vars(module).get(kept_by_hand, {}).clear()


def noticed(order: list[int], ask: list[Callable[[], bool]], seconds: list[float]) -> bool:
    """Whether one of the witnesses says otherwise, raises, or does not come to an end."""
    for i in order:
        try:
            with limited(max(2.0, 30 * seconds[i])):
                if not ask[i]():
                    return True
        except (Exception, SystemExit):  # noqa: BLE001 - noticed
            return True
    return False


def _quickest(order: list[int], direct: int, seconds: list[float]) -> list[int]:
    """A few of the cases, the tests from the quickest, then the other cases: most mutants are noticed by the first."""
    cases, tests = [i for i in order if i < direct], sorted((i for i in order if i >= direct), key=seconds.__getitem__)
    few = cases[:: max(1, len(cases) // 100)]
    taken = set(few)
    return [*few, *tests, *(i for i in cases if i not in taken)]


@frozen
class Hearing:
    """The witnesses of a run: how to ask each (the tests from `direct` on), which are sound, and what each costs."""

    ask: list[Callable[[], bool]]
    seconds: list[float]
    sound: list[int]
    direct: int
    parts: set[str]

    def notices(self, m: Module, place: Place, code: CodeType, passed: dict[int, list[int]], early: set[int]) -> bool:
        """Whether a mutant is noticed: in this process forked, else in one that imports the package anew."""
        order = through(place, passed)
        if m.name in ANSWERS_KEPT:
            # what is kept from case to case is made by the first that asks for it: any case will do
            order = sorted({*order, *self.sound[::10], *(i for i in self.sound if i >= self.direct)})

        def one() -> bool:
            put(code, m, m.existing)
            return noticed(_quickest(order, self.direct, self.seconds), self.ask, self.seconds)

        if place.inside and order and forked(one, 900) is not False:
            return True
        first, last = place.spans[0]
        if place.inside and not m.name.startswith("ret.") and not any(n in early for n in range(first, last + 1)):
            return False
        # a test may read what a module declares without passing a line of it
        passing, tests = {i for found in passed.values() for i in found}, {i for i in self.sound if i >= self.direct}
        everyone = sorted(passing | tests) if passing else self.sound
        return forked(lambda: self.anew(m, code, everyone), 900) is not False

    def anew(self, m: Module, code: CodeType, order: list[int]) -> bool:
        """Import the package with the mutant in place of its module, and ask; the tests are collected last."""
        for name in [n for n in sys.modules if n.split(".")[0] in _OURS]:
            del sys.modules[name]
        sys.meta_path.insert(0, Instead(m.full, m.file, code))
        quickest = _quickest(order, self.direct, self.seconds)
        cases, tests = [i for i in quickest if i < self.direct], [i for i in quickest if i >= self.direct]
        killed: list[bool] = []

        def work(items: list[Any]) -> None:
            ask = [*[lambda: True] * self.direct, *map(motorvidner.as_witness, items)]
            # where the tests were changed meanwhile nothing is shown
            killed.append(len(ask) == len(self.seconds) and noticed(tests, ask, self.seconds))

        try:
            importlib.import_module(m.full)  # the test runner would keep to itself that it cannot be imported
            if cases:
                ask = _direct(self.parts)
                if len(ask) == self.direct and noticed(cases, ask, self.seconds):
                    return True
            if tests:
                motorvidner.collected(self.parts, work)
        except (Exception, SystemExit):  # noqa: BLE001 - it cannot even be imported
            return True
        return killed == [True]


def run(
    modules: list[Module],
    part: tuple[int, int],
    tell: Callable[[Module, dict[str, Any], float], None],
    again: dict[str, dict[str, Any]],
) -> None:
    """Every mutant of the modules; of those in `again` only the ones that survived. `tell` is called as each is done."""
    imported = forked(lambda: {k: sorted(v) for k, v in _imported(modules).items()}, 600)
    if isinstance(imported, str):
        raise SystemExit(f"modulerne kan ikke importeres ({imported})")
    parts = _parts(modules)

    def work(items: list[Any]) -> None:
        answer = forked(lambda: _coverage(modules, items), 1800)
        if isinstance(answer, str):
            raise SystemExit(f"dækningen kunne ikke måles ({answer})")
        costs, lines = answer
        hearing = _hearing(costs, items, parts)
        for m in modules:
            importlib.import_module(m.full)  # the command imports some of them only when they are asked for
            m.existing.update(functions(m))
        gc.collect()
        gc.freeze()
        for m in modules:
            start = time.perf_counter()
            passed = {int(n): found for n, found in lines[m.name].items()}
            result = _module(m, part, hearing, passed, set(imported[m.name]), again.get(m.name))
            tell(m, result, time.perf_counter() - start)

    motorvidner.collected(parts, work)


def _hearing(costs: list[float | None], items: list[Any], parts: set[str]) -> Hearing:
    """The witnesses, asked once: what is kept from case to case is kept for all mutants."""
    unsound = sum(c is None for c in costs)
    if unsound:
        print(f"{unsound} vidner siger noget andet uden mutant, eller er for langsomme", flush=True)
    ask = _all(items, parts)
    sound = [i for i, c in enumerate(costs) if c is not None]
    direct = len(ask) - len(items)
    for i in sound:
        if i < direct:
            ask[i]()
    return Hearing(ask, [c or 0.0 for c in costs], sound, direct, parts)


def _module(
    m: Module,
    part: tuple[int, int],
    hearing: Hearing,
    passed: dict[int, list[int]],
    early: set[int],
    before: dict[str, Any] | None,
) -> dict[str, Any]:
    """The result of one module; `before` where only those that survived then are asked for."""
    tried = killed = 0
    survivors: list[str] = []
    for place in m.places[part[0] - 1 :: part[1]]:
        if before is not None and place.name not in before["overlever"]:
            continue
        code = m.changed(place)
        if code is None:
            continue
        tried += 1
        if hearing.notices(m, place, code, passed, early):
            killed += 1
        else:
            survivors.append(place.name)
    if before is not None:
        tried, killed = before["mutanter"], before["mutanter"] - len(survivors)
    return {"modul": m.name, "sha256": m.sha256, "mutanter": tried, "dræbt": killed, "overlever": survivors}


_OURS = {
    "kontaktforloeb",
    "sammenligning",
    "skriv_golden",
    "test_vektorer",
    "orakel",
    "regelbase",
    *motorvidner.MOTOR,
} | {
    file.stem
    for name in (*motorvidner.MOTOR, *(name for names in motorvidner.TESTS.values() for name in names))
    for file in [*(ROOT / "tests" / name).glob("*.py"), ROOT / "tests" / name]
}


# --- the command ------------------------------------------------------------------------------------------------------


def modules() -> list[str]:
    """The modules in which something can be changed."""
    found = []
    for part in PARTS:
        for file in sorted((package() / part).glob("*.py")):
            name = f"{part}.{file.stem}"
            if file.name != "__init__.py" and read(name).places:
                found.append(name)
    return found


def kept(name: str) -> dict[str, Any]:
    """The result of a module in git; nothing where it is of other code."""
    file = RESULTS / f"{name}.json"
    result: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return result if result.get("sha256") == read(name).sha256 else {}


def write(result: dict[str, Any]) -> None:
    """Write a result to git."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(result, ensure_ascii=False, indent=1) + "\n"
    (RESULTS / f"{result['modul']}.json").write_text(text, encoding="utf-8")


def main() -> int:
    """Run the modules, write their results, and fail under 97 percent or where a survivor has no reason.

    The percentage is of the mutants that can be told from the code; each that cannot has its reason.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moduler", nargs="*")
    parser.add_argument("--aendrede", action="store_true", help="moduler, hvis kode er ændret siden sidst")
    parser.add_argument(
        "--igen", action="store_true", help="kun de mutanter, der overlevede sidst, hvor koden er den samme"
    )
    parser.add_argument("--liste", action="store_true", help="vis modulerne, og hvilke der skal regnes")
    parser.add_argument("--del", dest="part", default="1/1", help="hver n'te mutant, som 1/10 for en stikprøve")
    parser.add_argument("--skriv", action="store_true", help="skriv resultaterne til git")
    args = parser.parse_args()
    whole = modules()
    if args.liste:
        print("\n".join(f"{' ' if kept(name) else '*'} {name}" for name in whole))
        return 0
    first, parts = map(int, args.part.split("/"))
    known: dict[str, str] = json.loads(KNOWN.read_text(encoding="utf-8")) if KNOWN.exists() else {}
    chosen = args.moduler or [name for name in whole if not (args.aendrede and kept(name))]
    results = {name: kept(name) for name in whole if args.aendrede and kept(name)}

    def tell(m: Module, result: dict[str, Any], seconds: float) -> None:
        results[m.name] = result
        print(f"{m.name}: {result['dræbt']} af {result['mutanter']} dræbt; {seconds:.0f} s", flush=True)
        for one in result["overlever"]:
            if one not in known:
                print("   overlever:", one, flush=True)
        if args.skriv and parts == 1:
            write(result)

    if chosen:
        again = {name: kept(name) for name in chosen if args.igen and kept(name)}
        run([read(name) for name in chosen], (first, parts), tell, again)
    return _verdict(results, known, everything=set(results) == set(whole) and parts == 1)


def _verdict(results: dict[str, dict[str, Any]], known: dict[str, str], *, everything: bool) -> int:
    """What was killed of all there is, new results and those in git; and whether that is enough."""
    all_, killed = (sum(r[field] for r in results.values()) for field in ("mutanter", "dræbt"))
    if not all_:
        return 0
    left = {name for r in results.values() for name in r["overlever"]}
    unexplained = sorted(left - set(known))
    # what no test can tell from the code itself is none of those that can be killed
    reasoned = sum(len(set(r["overlever"]) & set(known)) for r in results.values())
    share = 100 * killed / max(all_ - reasoned, 1)
    print(
        f"i alt {killed} af {all_} dræbt ({100 * killed / all_:.1f} pct.), {reasoned} kan ikke kendes fra koden selv, "
        f"{len(unexplained)} uden begrundelse ({share:.1f} pct. af dem, der kan kendes, er dræbt)"
    )
    if everything:
        for name in unexplained:
            print("   uden begrundelse:", name)
        for name in sorted(set(known) - left):
            print("   begrundelse for en mutant, der ikke overlever:", name)
    return 1 if unexplained or (everything and share < LEAST) else 0


if __name__ == "__main__":
    sys.exit(main())
