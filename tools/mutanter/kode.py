"""Mutants of the engine: a comparison, number, sign or condition of a module changed, one at a time.

`python -m mutanter.kode ure.timer vurdering.afgoer` runs modules; `--aendrede` those whose result in git is of other code.
Each mutant is imported in a forked process in place of its module and meets the witnesses that pass through its line:
the hand-worked cases, the cases sought at the edges of the rules, the schedules and the tests of the measures. The first that
notices kills it. Results stand in `resultat/<module>.json` with the hash of the module; what survives needs a reason in
`overlevende_kode.json`.
"""
# ruff: noqa: E501, ARG002 - sentences in one piece; the import system sets the arguments

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib.abc
import importlib.util
import json
import os
import select
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]
RESULTS = HERE / "resultat"
KNOWN = HERE / "overlevende_kode.json"
PARTS = ("ret", "ure", "vurdering", "maaling")
SECONDS = 20

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_OPERATE: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


def package() -> Path:
    """The folder of the package that is tested: the installed wheel, else the tree."""
    spec = importlib.util.find_spec("kontaktforloeb")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def places(tree: ast.AST) -> Iterator[tuple[ast.AST, str, Callable[[], None], Callable[[], None]]]:
    """Every change of a module: the node, what is changed, how to do it and how to undo it."""
    skipped = {id(n) for node in ast.walk(tree) for n in _not_code(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Compare):
            for i, op in enumerate(node.ops):
                other = _COMPARE.get(type(op))
                if other is not None:
                    yield node, f"{type(op).__name__} -> {other.__name__}", *_swap(node.ops, i, other())
        elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATE:
            other_op = _OPERATE[type(node.op)]
            yield node, f"{type(node.op).__name__} -> {other_op.__name__}", *_set(node, "op", other_op())
        elif isinstance(node, ast.BoolOp):
            new: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield node, f"{type(node.op).__name__} -> {type(new).__name__}", *_set(node, "op", new)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "not x -> x", *_drop_not(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield node, f"{node.value} -> {not node.value}", *_set(node, "value", not node.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, int):
            yield node, f"{node.value} -> {node.value + 1}", *_set(node, "value", node.value + 1)
        elif isinstance(node, ast.Continue | ast.Break):
            yield node, f"{type(node).__name__.lower()} -> pass", *_set_class(node)


def _not_code(node: ast.AST) -> Iterator[ast.AST]:
    """Annotations, default slots and docstrings change nothing that a verdict could show."""
    for name in ("annotation", "returns"):
        inner = getattr(node, name, None)
        if isinstance(inner, ast.AST):
            yield from ast.walk(inner)
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        yield from ast.walk(node)
    if isinstance(node, ast.Assert):
        yield from ast.walk(node)
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        for decorator in node.decorator_list:
            yield from ast.walk(decorator)


def _swap(values: list[Any], i: int, new: Any) -> tuple[Callable[[], None], Callable[[], None]]:
    old = values[i]
    return lambda: values.__setitem__(i, new), lambda: values.__setitem__(i, old)


def _set(node: ast.AST, name: str, new: Any) -> tuple[Callable[[], None], Callable[[], None]]:
    old = getattr(node, name)
    return lambda: setattr(node, name, new), lambda: setattr(node, name, old)


def _drop_not(node: ast.UnaryOp) -> tuple[Callable[[], None], Callable[[], None]]:
    twice = ast.copy_location(ast.UnaryOp(op=ast.Not(), operand=node.operand), node)
    return _set(node, "operand", twice)


def _set_class(node: ast.AST) -> tuple[Callable[[], None], Callable[[], None]]:
    old = type(node)
    return lambda: setattr(node, "__class__", ast.Pass), lambda: setattr(node, "__class__", old)


# --- a process of its own -------------------------------------------------------------------------------------------


class _Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a module other code when it is imported."""

    def __init__(self, name: str, file: Path, code: CodeType) -> None:
        self._name, self._file, self._code = name, file, code

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, self._file, loader=self)

    def create_module(self, spec: Any) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)  # noqa: S102 - the module itself, one place changed


def forked(work: Callable[[], Any], seconds: float) -> Any:
    """The answer of `work` in a child process; "tid" where it takes too long, "fejl" where it dies."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        code = 1
        try:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - the child is silent to its end
            answer = json.dumps(work()).encode()
            with os.fdopen(write, "wb") as pipe:
                pipe.write(answer)
            code = 0
        finally:
            os._exit(code)
    os.close(write)
    text, end = b"", time.monotonic() + seconds
    with os.fdopen(read, "rb", buffering=0) as pipe:
        while True:
            ready, _, _ = select.select([pipe], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return "tid"
            piece = pipe.read(1 << 16)
            if not piece:
                break
            text += piece
    os.waitpid(child, 0)
    return json.loads(text) if text else "fejl"


def witnesses() -> list[Callable[[], bool]]:
    """Each tells whether what it looks at is as it should be. Called in a child: it imports the package."""
    import datetime as dt

    import kontaktforloeb as kf
    import sammenligning as sm
    import skriv_golden
    import test_vektorer as cases
    from kontaktforloeb.formater import sag_json

    made: list[Callable[[], bool]] = []

    def worked(v: dict[str, Any]) -> Callable[[], bool]:
        def right() -> bool:
            rest = {k: v[k] for k in ("lovgrundlag", "fortolkninger") if k in v}
            sag, pr = sag_json.fra_obj(v["sag"]), dt.date.fromisoformat(v["pr"])
            found = kf.vurder(sag, pr=pr, afhaengigheder=False, **rest).krav
            return not any(cases.complaint(e, found) for e in v["forventet"])

        return right

    def sought(line: dict[str, Any]) -> Callable[[], bool]:
        def right() -> bool:
            task = sm.Task("", line["sag"], dt.date.fromisoformat(line["pr"]), "gaeldende", {})
            return bool([row_of(r) for r in sm.engine(task) if r["regel"] == line["regel"]] == line["krav"])

        return right

    def verdict(number: str, kept: Any) -> Callable[[], bool]:
        return lambda: bool(skriv_golden.verdict(int(number)) == kept)

    def plan(group: str, first: str, rows: list[Any], basis: str) -> Callable[[], bool]:
        return lambda: skriv_golden.schedule(group, dt.date.fromisoformat(first), basis) == rows

    for folder in cases.FOLDERS:
        for document in cases.read(folder):
            made += [worked(v) for v in document["varianter"] if v.get("slags", "vurdering") == "vurdering"]
    file = ROOT / "tests" / "vidner.jsonl"
    if file.exists():
        made += [sought(json.loads(x)) for x in file.read_text(encoding="utf-8").splitlines()]
    for golden in sorted(skriv_golden.GOLDEN.glob("*.json")):
        stored = json.loads(golden.read_text(encoding="utf-8"))
        if golden.stem == "vurderinger":
            made += [verdict(n, kept) for n, kept in stored.items()]
            continue
        for basis in ("gaeldende", "aftale-2018"):
            made += [plan(stored["maalgruppe"], first, rows, basis) for first, rows in stored[basis].items()]
    return made


def row_of(row: dict[str, Any]) -> list[Any]:
    """A requirement as `tests/vidner.jsonl` keeps it."""
    text = [None if v is None else str(v) for v in (row["periode_fra"], row["fra"], row["frist"])]
    return [row["trin"], *text, row["udfald"], row["kraevet"], row["medregnet"]]


def _coverage(file: str) -> dict[str, list[int]]:
    """For each line of a file, the witnesses that pass through it; those that fail without a mutant are left out."""
    lines: dict[int, list[int]] = defaultdict(list)
    hit: set[int] = set()

    def local(frame: Any, event: str, _: Any) -> Any:
        if event == "line":
            hit.add(frame.f_lineno)
        return local

    def trace(frame: Any, _event: str, _: Any) -> Any:
        return local if frame.f_code.co_filename == file else None

    for i, right in enumerate(witnesses()):
        hit.clear()
        sys.settrace(trace)
        try:
            sound = right()
        finally:
            sys.settrace(None)
        if sound:
            for line in hit:
                lines[line].append(i)
    return {str(line): found for line, found in lines.items()}


def _killed(order: list[int]) -> bool:
    try:
        all_ = witnesses()
    except Exception:  # noqa: BLE001 - it cannot even be imported
        return True
    for i in order:
        try:
            if not all_[i]():
                return True
        except Exception:  # noqa: BLE001 - noticed
            return True
    return False


def _pytest(folder: str) -> bool:
    import pytest

    return pytest.main(["-x", "-q", "-p", "no:cacheprovider", str(ROOT / "tests" / folder)]) != 0


def run(name: str, *, part: tuple[int, int], most: int) -> dict[str, Any]:
    """Every mutant of one module."""
    full = f"kontaktforloeb.{name}"
    file = package().joinpath(*name.split(".")).with_suffix(".py")
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    measures = name.startswith("maaling.")
    covered: Any = {} if measures else forked(lambda: _coverage(str(file)), 600)
    if isinstance(covered, str):
        raise SystemExit(f"{name}: dækningen kunne ikke måles ({covered})")
    # what runs when the module is imported is passed by every witness
    everywhere = sorted({i for found in covered.values() for i in found})
    top = {id(n) for stmt in tree.body if not isinstance(stmt, ast.FunctionDef) for n in ast.walk(stmt)} - {
        id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for stmt in f.body for n in ast.walk(stmt)
    }
    tally: Counter[str] = Counter()
    survivors: list[str] = []
    for number, (node, change, do, undo) in enumerate(places(tree)):
        if number % part[1] != part[0] - 1:
            continue
        line = getattr(node, "lineno", 0)
        span = range(line, getattr(node, "end_lineno", line) + 1)
        order = sorted({i for at in span for i in covered.get(str(at), ())})[:most]
        if id(node) in top or name.startswith("ret."):
            order = everywhere or list(range(most))
        do()
        try:
            code = compile(ast.fix_missing_locations(tree), str(file), "exec")
        except (SyntaxError, ValueError, TypeError):
            undo()
            continue
        undo()
        label = f"{name}:{line} {change}: {source.splitlines()[line - 1].strip()[:90]}"

        def work(code: CodeType = code, order: list[int] = order) -> bool:
            sys.meta_path.insert(0, _Instead(full, file, code))
            return _pytest("maaling") if measures else _killed(order)

        outcome = forked(work, SECONDS * (6 if measures else 1)) if order or measures else False
        killed = outcome is True or outcome in ("tid", "fejl")
        tally["dræbt" if killed else "overlever"] += 1
        if not killed:
            survivors.append(label + ("" if order or measures else "   (ingen vidner)"))
    return {
        "modul": name,
        "sha256": hashlib.sha256(source.encode()).hexdigest(),
        "del": f"{part[0]}/{part[1]}",
        "mutanter": sum(tally.values()),
        "dræbt": tally["dræbt"],
        "overlever": survivors,
    }


def modules() -> list[str]:
    """The modules that are mutated. Those of the law hold declarations only, which have mutants of their own."""
    found = []
    for part in PARTS:
        for file in sorted((package() / part).glob("*.py")):
            if file.name != "__init__.py":
                found.append(f"{part}.{file.stem}")  # noqa: PERF401 - reads better so
    return found


def changed() -> list[str]:
    """The modules whose result in git is of other code, or is not there."""
    out = []
    for name in modules():
        file = RESULTS / f"{name}.json"
        source = package().joinpath(*name.split(".")).with_suffix(".py").read_text(encoding="utf-8")
        kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        if kept.get("sha256") != hashlib.sha256(source.encode()).hexdigest():
            out.append(name)
    return out


def main() -> int:
    """Run the modules, write their results, and fail under 97 percent or where a survivor has no reason."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moduler", nargs="*")
    parser.add_argument("--aendrede", action="store_true", help="moduler, hvis kode er ændret siden sidst")
    parser.add_argument("--liste", action="store_true", help="vis modulerne, og hvilke der skal regnes")
    parser.add_argument("--del", dest="part", default="1/1", help="hver n'te mutant, som 1/10 for en stikprøve")
    parser.add_argument("--vidner", type=int, default=400, help="højst så mange vidner pr. mutant")
    parser.add_argument("--skriv", action="store_true", help="skriv resultaterne til git")
    args = parser.parse_args()
    if args.liste:
        late = set(changed())
        print("\n".join(f"{'*' if name in late else ' '} {name}" for name in modules()))
        return 0
    number, parts = map(int, args.part.split("/"))
    known: dict[str, str] = json.loads(KNOWN.read_text(encoding="utf-8")) if KNOWN.exists() else {}
    total: Counter[str] = Counter()
    for name in args.moduler or (changed() if args.aendrede else modules()):
        start = time.perf_counter()
        result = run(name, part=(number, parts), most=args.vidner)
        unexplained = [
            s
            for s in result["overlever"]
            if not any(s.split(" ", 1)[0].split(":")[0] + s[s.index(" ") :] == k for k in known)
        ]
        total.update(mutanter=result["mutanter"], dræbt=result["dræbt"], uden=len(unexplained))
        print(
            f"{name}: {result['dræbt']} af {result['mutanter']} dræbt; {time.perf_counter() - start:.0f} s", flush=True
        )
        for one in unexplained:
            print("   overlever:", one)
        if args.skriv and parts == 1:
            RESULTS.mkdir(exist_ok=True)
            (RESULTS / f"{name}.json").write_text(
                json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
    if total["mutanter"]:
        print(
            f"i alt {total['dræbt']} af {total['mutanter']} ({100 * total['dræbt'] / total['mutanter']:.1f} pct.), {total['uden']} uden begrundelse"
        )
    return 1 if total["uden"] else 0


if __name__ == "__main__":
    sys.exit(main())
