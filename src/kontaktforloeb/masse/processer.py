"""The work shared among processes of one machine, with the answers in the order of the parts."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

P = TypeVar("P")
R = TypeVar("R")


def _begin() -> None:
    """End this worker when the process that started it has ended, however hard: nobody is left to take its answers."""
    # What a case leaves behind is small and the law is large: looking through it all the time costs a tenth.
    gc.set_threshold(20_000, 20, 50)

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def antal_kerner() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fordel(work: Callable[[P], R], parts: Iterable[P], processer: int) -> Iterator[R]:
    """`work(part)` of each part, in order. At most two parts a process are under way, so memory does not grow.

    One process: no others are started. `work` and the parts must be picklable. New processes start from scratch
    (`spawn`): nothing of the caller's state, threads or random numbers goes with them.
    """
    if processer <= 1:
        yield from map(work, parts)
        return
    context = multiprocessing.get_context("spawn")
    under_way: deque[Future[R]] = deque()
    with ProcessPoolExecutor(processer, mp_context=context, initializer=_begin) as pool:
        try:
            for part in parts:
                under_way.append(pool.submit(work, part))
                if len(under_way) >= 2 * processer:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()
