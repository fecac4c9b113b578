"""The engine beside the naive judge on the same two hundred timelines a group, drawn from a fixed seed.

The long run is `make orakel`. What differs and is not settled by a paragraph (`orakel_afklaret.json`) may only become
less: `AABNE` is the number of such timelines of a group when this was last lowered; a group not named has none.
"""

from __future__ import annotations

from collections import Counter

import pytest

import sammenligning as sm

PER_GROUP = 200
AABNE: dict[str, int] = {}


@pytest.mark.parametrize("group", sm.GROUPS)
def test_engine_and_naive_judge_agree(group: str) -> None:
    kinds: dict[str, int] = {}  # and the timeline that shows it, for `tools/sammenlign_orakel.py --froe hverdag --vis`
    counts: Counter[str] = Counter()
    differing = 0
    for number in range(sm.GROUPS.index(group), PER_GROUP * len(sm.GROUPS), len(sm.GROUPS)):
        found = {f"{d.regel} {d.kind}" for d in sm.compare(sm.task("hverdag", number))}
        left = {kind for kind in found if not sm.settled(kind)}
        counts.update(left)
        kinds.update(dict.fromkeys(left, number))
        differing += bool(left)
    shown = [f"{n} x {kind} (tidslinje {kinds[kind]})" for kind, n in counts.most_common(20)]
    assert differing <= AABNE.get(group, 0), f"{differing} timelines differ: {shown}"
