"""A file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def hel_fil(til: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes its name when it is whole; after a fault or a hard end the old one stands untouched.

    Raises:
        OSError: The folder does not exist or cannot be written.
    """
    handle, temporary = tempfile.mkstemp(prefix=f".{til.name}.", suffix=".tmp", dir=til.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(til)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
