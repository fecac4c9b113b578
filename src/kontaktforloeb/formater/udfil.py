"""Where output goes: a file that appears whole or not at all, and standard streams that may be closed or full."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARDUD: Final = "-"
"""The name of standard output in an `OSError`: it has no path of its own."""


@contextlib.contextmanager
def hel_fil(til: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes its name when it is whole; after a fault or a hard end the old one stands untouched.

    A link stays a link, a file keeps its rights, and a device or a named pipe is written to as it is.

    Raises:
        OSError: It cannot be written; the error names `til`.

    Examples:
        >>> with tempfile.TemporaryDirectory() as mappe:
        ...     with hel_fil(Path(mappe) / "tal.csv") as fil:
        ...         _ = fil.write(b"maal,tal")
        ...     (Path(mappe) / "tal.csv").read_text()
        'maal,tal'
    """
    if til.exists() and not til.is_file():
        # A file must not take the place of a device or a named pipe.
        with til.open("wb") as device:
            yield device
        return
    til = til.resolve()  # through a link
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=til.parent)
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(til)) from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_rights(til))
        temporary.replace(til)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _rights(til: Path) -> int:
    """The rights of the file that is replaced, or those that any new file would have: mkstemp gives fewer."""
    if til.exists():
        return til.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextlib.contextmanager
def standardoutput() -> Iterator[TextIO]:
    """Standard output, flushed at the end. A reader that had seen enough (`| head`) is no fault.

    Raises:
        OSError: It is closed or full; the error names `STANDARDUD`.
    """
    stream: TextIO | None = sys.stdout  # None where the process was started with it closed
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), STANDARDUD)
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        _til_intet(stream)
    except OSError as fault:
        _til_intet(stream)
        raise OSError(fault.errno, fault.strerror, STANDARDUD) from None


def standardfejl(lines: Iterable[str]) -> None:
    """Lines on standard error. That nobody can read them changes neither the work nor its exit status."""
    stream: TextIO | None = sys.stderr
    if stream is None:
        return
    try:
        for line in lines:
            stream.write(f"{line}\n")
        stream.flush()
    except OSError:
        _til_intet(stream)


def _til_intet(stream: TextIO) -> None:
    """Let what is left in a stream run out: Python, which flushes it at its end, must not change the status."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
