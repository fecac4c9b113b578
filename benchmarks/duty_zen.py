"""The duty as a decision of zen-engine, from a static loader: `create_decision` would compile it at each evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import zen

from benchmarks.duty import MET, PENDING, PR, UNMET, WINDOWS, Case, Outcomes

_KEY = "duty"


def _outcome(met: str, k: int) -> str:
    return f"{met} ? '{MET}' : $.e{k} >= $.pr ? '{PENDING}' : '{UNMET}'"


def _expressions() -> dict[str, str]:
    """In seconds since 1970, as the engine's `date` gives them; its `timestamp` gives thousandths."""
    out = {"s": "date(start)", "pr": "date(pr)", "t": "map(talks, date(#))"}
    out["e0"] = "d(start).add(6, 'month').timestamp() / 1000"
    for k in range(1, WINDOWS):
        out[f"e{k}"] = f"d(start).add(6, 'month').add({3 * k}, 'month').timestamp() / 1000"
    out["w0"] = _outcome("count($.t, # >= $.s and # <= $.e0) >= 4", 0)
    for k in range(1, WINDOWS):
        judged = _outcome(f"some($.t, # > $.e{k - 1} and # <= $.e{k})", k)
        out[f"w{k}"] = judged if k == 1 else f"$.e{k - 1} > $.pr ? null : ({judged})"
    return out


def _node(name: str, kind: str, content: Any = None) -> dict[str, Any]:
    node = {"id": name, "type": kind, "name": name, "position": {"x": 0, "y": 0}}
    return node if content is None else {**node, "content": content}


def engine() -> zen.ZenEngine:
    """An engine with the one decision loaded."""
    expressions = [{"id": k, "key": k, "value": v} for k, v in _expressions().items()]
    graph = {
        "nodes": [
            _node("in", "inputNode"),
            _node("duty", "expressionNode", {"expressions": expressions, "passThrough": False}),
            _node("out", "outputNode"),
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "duty", "type": "edge"},
            {"id": "b", "sourceId": "duty", "targetId": "out", "type": "edge"},
        ],
    }
    return zen.ZenEngine({"loader": {"type": "static", "content": {_KEY: graph}}})


def requests(cases: Sequence[Case]) -> list[dict[str, Any]]:
    """One request a case."""
    return [
        {
            "key": _KEY,
            "context": {
                "start": c.start.isoformat(),
                "pr": PR.isoformat(),
                "talks": [t.isoformat() for t in c.talks],
            },
        }
        for c in cases
    ]


def in_batch(one: zen.ZenEngine, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All in one call."""
    return [x["data"]["result"] for x in one.evaluate_batch(asked)]


def with_trace(one: zen.ZenEngine, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One call a case, with the trace that stands for reasons there."""
    return [one.evaluate(x["key"], x["context"], {"trace": True})["result"] for x in asked]


def answers(found: list[dict[str, Any]]) -> list[Outcomes]:
    return [tuple(v for k in range(WINDOWS) if (v := x.get(f"w{k}"))) for x in found]
