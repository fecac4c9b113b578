"""The places of a module that are changed, one at a time: a comparison, a number, a sign, a condition.

A change is named by module, function, change and line of code, so that its name stays while lines move.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_OPERATE: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


_GUARDS = ("strict", "repr", "init", "eq", "slots")
"""Arguments that guard against a fault of the programmer or say how a value is shown to one."""


@frozen
class Place:
    """One change of a module: its name, its lines, whether it is inside a function, how to do it and how to undo it."""

    name: str
    line: int
    spans: tuple[tuple[int, int], ...]
    inside: bool
    do: Callable[[], None]
    undo: Callable[[], None]


def places(module: str, source: str, tree: ast.Module) -> Iterator[Place]:
    """Every change of a module, in the order of the text."""
    parents = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    lines = source.splitlines()
    seen: Counter[str] = Counter()
    found = sorted(changes(tree), key=lambda x: (x[0].lineno, x[0].col_offset))
    for node, change, do, undo in found:
        up, spans, names, inside = node, [], [], False
        reached = False
        while not isinstance(up, ast.Module):
            above = parents[id(up)]
            if isinstance(above, ast.FunctionDef | ast.ClassDef):
                names.append(above.name)
                inside = inside or (isinstance(above, ast.FunctionDef) and up in above.body)
            if not reached and hasattr(up, "lineno"):
                spans.append((up.lineno, getattr(up, "end_lineno", up.lineno)))
                # of a statement with a body only its head is meant
                reached = isinstance(above, ast.stmt) and hasattr(above, "body")
            reached = reached or isinstance(up, ast.stmt)
            up = above
        where = ".".join(reversed(names))
        name = f"{module} {where}: {change} | {lines[node.lineno - 1].strip()}"
        seen[name] += 1
        again = f" ({seen[name]})" if seen[name] > 1 else ""
        yield Place(name + again, node.lineno, tuple(spans), inside, do, undo)


def changes(tree: ast.AST) -> Iterator[tuple[Any, str, Callable[[], None], Callable[[], None]]]:
    """The node, what is changed, how to do it and how to undo it."""
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
    """Annotations, decorators, guards and docstrings change nothing that a verdict could show."""
    for name in ("annotation", "returns"):
        inner = getattr(node, name, None)
        if isinstance(inner, ast.AST):
            yield from ast.walk(inner)
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        yield from ast.walk(node)
    if isinstance(node, ast.keyword) and node.arg in _GUARDS:
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
