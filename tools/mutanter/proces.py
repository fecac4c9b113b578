"""A process of its own for a mutant: what it breaks, fills or never ends is its own."""

from __future__ import annotations

import importlib.abc
import importlib.util
import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType, ModuleType
from typing import Any

MEMORY = 4 << 30


class Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a module other code when it is imported."""

    def __init__(self, name: str, file: Path, code: CodeType) -> None:
        self._name, self._file, self._code = name, file, code

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:  # noqa: ARG002 - the import system sets the arguments
        """The module, with this as its loader."""
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, self._file, loader=self)

    def create_module(self, spec: Any) -> None:  # noqa: ARG002 - as above
        """An ordinary module."""
        return

    def exec_module(self, module: ModuleType) -> None:
        """Run the other code."""
        exec(self._code, module.__dict__)  # noqa: S102 - the module itself, one place changed


def forked(work: Callable[[], Any], seconds: float) -> Any:
    """The answer of `work` in a child process; "tid" where it takes too long, "fejl" where it dies."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            if not os.environ.get("MUTANTER_HOERES"):
                silent = os.open(os.devnull, os.O_WRONLY)
                os.dup2(silent, 1)
                os.dup2(silent, 2)
            answer = json.dumps(work()).encode()
            with os.fdopen(write, "wb") as pipe:
                pipe.write(answer)
        finally:
            os._exit(0)
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


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End this process where what is inside takes more than so many seconds of the processor."""

    def end(_number: int, _frame: FrameType | None) -> None:
        os._exit(1)

    signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
