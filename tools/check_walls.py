"""The walls of the house: who may import whom.

Data goes one way, `formater -> sag -> tidslinje -> ure -> vurdering -> forklaring / maaling -> visning`.
The engine never imports the law; only `__init__` binds the two. Every import counts: inside functions,
under `TYPE_CHECKING`, and `import_module` with a written name. Run from the root of the project; exit 1 on a breach.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "kontaktforloeb"

_GROUND = {"koder", "kalender"}
_FACTS = _GROUND | {"sag", "regelsprog", "formater.fejl"}
_ENGINE = _FACTS | {"tidslinje", "ure"}
_RESULTS = _ENGINE | {"vurdering", "forklaring"}
_EDGE = _RESULTS | {"", "formater", "maaling", "masse", "visning", "cli"}

#: For each part (a module or subpackage at the top), the parts it may import; "" is the package itself,
#: which is the engine with the law bound to it. What stands in no list is a breach.
ALLOWED: dict[str, set[str]] = {
    "koder": set(),
    "kalender": {"koder"},
    "sag": _GROUND,
    "regelsprog": _GROUND,
    "ret": {"regelsprog", "koder"},
    "formater": _GROUND | {"sag"},
    "tidslinje": _FACTS,
    "ure": _FACTS | {"tidslinje"},
    "vurdering": _ENGINE,
    "forklaring": _ENGINE | {"vurdering"},
    "maaling": _RESULTS | {"", "formater", "masse"},
    "masse": _RESULTS | {"", "formater"},
    "visning": _RESULTS | {"maaling"},
    "testing": _EDGE,
    # The command line knows the public names and how to show them, nothing behind them.
    "cli": {"kommandolinje"},
    # The binder: the public functions, which put the law into the engine and the words on its findings.
    "bibliotek": _RESULTS | {"", "formater", "ret"},
    "kommandolinje": {"", "koder", "formater", "maaling", "visning"},
}

#: Libraries of others, and the parts that may use them; None: everybody.
OUTSIDE: dict[str, set[str] | None] = {
    "attr": None,
    "attrs": None,
    "dateutil": {"kalender"},
    "duckdb": {"formater", "masse", "maaling"},
    "pyarrow": {"formater", "tidslinje", "masse", "maaling"},
    "pyspark": {"masse"},
    "hypothesis": {"testing"},
}


def module_name(path: Path, root: Path) -> str:
    """The dotted name of a file below `root` (the folder that holds the package), without the package's own."""
    pieces = list(path.relative_to(root / PACKAGE).with_suffix("").parts)
    if pieces[-1] == "__init__":
        pieces.pop()
    return ".".join(pieces)


def imports(tree: ast.AST, package: list[str]) -> Iterator[tuple[int, str]]:
    """Each imported name with its line; relative ones resolved against `package`, the parts of the importer's."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*base, *([node.module] if node.module else [])])
            # `from a import b` may mean the module a.b: the longer name is what the walls are about.
            for alias in node.names:
                yield node.lineno, f"{source}.{alias.name}"
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"import_module", "__import__"} and isinstance(node.args[0].value, str):
                yield node.lineno, node.args[0].value


def breaches(root: Path) -> list[str]:
    """One line for each import that goes through a wall, with its file and line."""
    found: list[str] = []
    parts = {p.stem if p.is_file() else p.name for p in (root / PACKAGE).iterdir()} - {"__init__"}
    for path in sorted((root / PACKAGE).rglob("*.py")):
        name = module_name(path, root)
        if not name:
            continue  # __init__ binds the law to the engine: it may see everything
        part = name.split(".")[0]
        package = [PACKAGE, *name.split(".")] if path.name == "__init__.py" else [PACKAGE, *name.split(".")[:-1]]
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        for line, imported in imports(tree, package):
            said = _judge(part, imported, parts)
            if said:
                found.append(f"{path.relative_to(root.parent)}:{line}: {said}")
    return list(dict.fromkeys(found))


def _judge(part: str, imported: str, parts: set[str]) -> str | None:
    """Why `part` may not import that name; None where it may."""
    top, _, inner = imported.partition(".")
    if top != PACKAGE:
        if top in sys.stdlib_module_names:
            return None
        if top not in OUTSIDE:
            return f"{top} is no library we depend on"
        users = OUTSIDE[top]
        return None if users is None or part in users else f"{part} must not import {top}; only {_list(users)} may"
    target = inner.split(".")[0]
    if target not in parts:
        target = ""  # a name of the package itself, such as `vurder`
    if target == part:
        return None
    if part not in ALLOWED:
        return f"{part} is not in the plan of the house: give it a line in ALLOWED"
    may = ALLOWED[part]
    allowed = target in may or any(inner == m or inner.startswith(m + ".") for m in may if m)
    return None if allowed else f"{part} must not import {target or PACKAGE}"


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names))


def main() -> int:
    """Check the tree beside this file."""
    found = breaches(Path(__file__).resolve().parent.parent / "src")
    print("\n".join(found) if found else "walls: ok")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
