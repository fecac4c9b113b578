"""What a command says: kept aside until it is whole, then shown or put in its file all at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Self, TextIO

from kontaktforloeb.formater.systemfejl import systemfejl
from kontaktforloeb.formater.udfil import hel_fil, standardfejl, standardoutput

__all__ = ["Output", "standardfejl", "standardoutput", "systemfejl"]

#: Above this the spool goes to disk, so that a long stream of verdicts needs little memory.
_IN_MEMORY = 8 * 1024 * 1024
#: The width of text that no terminal shows: the same wherever it is made.
_WIDTH_IN_PIPES = 100


class Output:
    """The spooled answer of one command.

    Nothing is shown before `deliver`; a command that fails before that leaves nothing behind.

    Args:
        target: The file to write, by way of a temporary one beside it; None: standard output.
    """

    def __init__(self, target: str | None = None) -> None:
        self.target = Path(target) if target is not None and target != "-" else None
        self._spool: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed in __exit__
        self._kept = contextlib.ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.close()
        self._spool.close()

    @property
    def terminal(self) -> bool:
        """Whether a person sees it as it is written."""
        stream: TextIO | None = sys.stdout  # None where it was closed from the start
        return self.target is None and stream is not None and stream.isatty()

    @property
    def colours(self) -> bool:
        """Whether colours may be used: a terminal that allows them, and nobody who asked for none."""
        return self.terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def signs(self) -> bool:
        """Whether signs beyond letters can be shown; files and pipes are always UTF-8."""
        if not self.terminal:
            return True
        try:
            "✓✗…æøå".encode(sys.stdout.encoding or "ascii")
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    @property
    def width(self) -> int:
        """Columns to fill: the terminal's, or a fixed number."""
        return max(40, shutil.get_terminal_size().columns) if self.terminal else _WIDTH_IN_PIPES

    def write(self, text: str) -> None:
        """Add to the answer."""
        self._spool.write(text.encode("utf-8", "replace"))

    def aside(self) -> Output:
        """Another spool, for what is to stand after something that is not known yet; see `append`."""
        return self._kept.enter_context(Output())

    def append(self, other: Output) -> None:
        """Add all that was written to another spool."""
        other._spool.seek(0)
        shutil.copyfileobj(other._spool, self._spool)

    def deliver(self) -> None:
        """Show the whole answer, or move it into its file.

        Raises:
            OSError: The file, or standard output, cannot be written.
        """
        self._spool.seek(0)
        if self.target is not None:
            with hel_fil(self.target) as file:
                shutil.copyfileobj(self._spool, file)
            return
        with standardoutput() as stream:
            encoding = (stream.encoding or "utf-8") if self.terminal else "utf-8"
            if encoding.lower().replace("-", "") == "utf8":
                shutil.copyfileobj(self._spool, stream.buffer)
            else:
                for line in self._spool:
                    stream.buffer.write(line.decode("utf-8").encode(encoding, "replace"))
