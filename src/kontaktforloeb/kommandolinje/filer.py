"""Whether the files of a command are different ones: what is written must not take the place of what is read."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from kontaktforloeb.kommandolinje.argumenter import Text, UsageError

#: An option and the file it names; None where it was not given.
Named = tuple[str, str | None]


def apart(sprog: str, read: Sequence[Named], written: Sequence[Named]) -> None:
    """Refuse an output that is one of the inputs, by whatever name or link, and two outputs that are one file.

    Raises:
        UsageError: With every such output.
    """
    faults: list[Text] = []
    outputs = [(option, name) for option, name in written if name is not None and name != "-"]
    for nr, (option, name) in enumerate(outputs):
        for _, other in read:
            if other is not None and _replaces(name, other):
                said = other if other != "-" else Text("standardinput", "standard input").paa(sprog)
                faults.append(
                    Text(
                        f"{option}: {name!r} er det, der læses ({said}); tilladt: en anden fil",
                        f"{option}: {name!r} is what is read ({said}); allowed: another file",
                    )
                )
        for earlier, other in outputs[:nr]:
            if earlier != option and _same(Path(name), Path(other)):
                faults.append(
                    Text(
                        f"{option}: {name!r} er samme fil som {earlier}; tilladt: en anden fil",
                        f"{option}: {name!r} is the same file as {earlier}; allowed: another file",
                    )
                )
    if faults:
        raise UsageError([fault.paa(sprog) for fault in dict.fromkeys(faults)])


def _replaces(output: str, source: str) -> bool:
    """Whether writing `output` would take the place of `source`, a file, a folder's file or standard input."""
    target = Path(output)
    if source == "-":
        stream: TextIO | None = sys.stdin
        try:
            if stream is None:
                return False
            given = os.fstat(stream.fileno())
            return stat.S_ISREG(given.st_mode) and os.path.samestat(given, target.stat())
        except (OSError, ValueError):
            return False
    path = Path(source)
    try:
        files = [path, *path.iterdir()] if path.is_dir() else [path]
    except OSError:
        return False
    return any(each.exists() and _same(target, each) for each in files)


def _same(one: Path, other: Path) -> bool:
    """Whether two names are one file; devices take what several write to them, and are none."""
    if any(path.exists() and not path.is_file() for path in (one, other)):
        return False
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there yet
        return one.resolve() == other.resolve()
