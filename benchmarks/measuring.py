"""Medians of processor time, and memory."""

from __future__ import annotations

import gc
import os
import platform
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple


class Contender(NamedTuple):
    """Somebody who judges `number` cases when `run` is called; `answers` makes outcomes of what `run` gave."""

    name: str
    number: int
    run: Callable[[], Any]
    answers: Callable[[Any], list[tuple[str, ...]]]


def processor_seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """The processor time of all this process's threads, and what the work gave."""
    gc.collect()
    begin = time.process_time()
    out = work()
    return time.process_time() - begin, out


def rounds(
    contenders: list[Contender], repeats: int, check: Callable[[Contender, list[Any]], None]
) -> dict[str, float]:
    """Cases a second, the median of `repeats` rounds in each of which everybody runs once, with answers checked."""
    rates: dict[str, list[float]] = {c.name: [] for c in contenders}
    for c in contenders:
        check(c, c.answers(c.run()))  # also warms it up
    for _ in range(repeats):
        for c in contenders:
            seconds, out = processor_seconds(c.run)
            check(c, c.answers(out))
            rates[c.name].append(c.number / seconds)
    return {name: statistics.median(values) for name, values in rates.items()}


def resident_mb() -> float:
    """The memory this process has now (on Linux; elsewhere the most it ever had)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return peak_mb()
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def peak_mb() -> float:
    """The most memory this process ever had."""
    scale = 1 if platform.system() == "Darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A table for people: the first column to the left, the others to the right."""
    widths = [max(len(r[i]) for r in (head, *rows)) for i in range(len(head))]
    for row in (head, tuple("-" * w for w in widths), *rows):
        first, *rest = (c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True)))
        print("  ".join((first, *rest)).rstrip())
    print(flush=True)


def thousands(value: float) -> str:
    """A whole number with spaces between the thousands."""
    return f"{value:,.0f}".replace(",", " ")
