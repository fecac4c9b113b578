"""What the system could not do with a file, in words: Danish for the common faults, the system's own otherwise."""

from __future__ import annotations

import errno
from typing import Final

from kontaktforloeb.formater.udfil import STANDARDUD

_DANSK: Final = {
    errno.ENOENT: "findes ikke",
    errno.EISDIR: "er en mappe",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.EEXIST: "findes allerede",
    errno.EACCES: "der er ikke adgang",
    errno.EPERM: "det er ikke tilladt",
    errno.EROFS: "der kan kun læses",
    errno.ENOSPC: "der er ikke mere plads",
    errno.EDQUOT: "der er ikke mere plads",
    errno.EFBIG: "filen bliver for stor",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "links fører i ring",
    errno.EMFILE: "for mange filer er åbne",
    errno.ENFILE: "for mange filer er åbne",
    errno.EIO: "kan ikke læses eller skrives",
    errno.EBADF: "er ikke åben",
}


def systemfejl(fejl: OSError, sprog: str, sted: str = "") -> str:
    """One line on a fault of the system: where, and what; `sted` is the place where the fault names none.

    >>> systemfejl(FileNotFoundError(errno.ENOENT, "No such file or directory", "a.json"), "da")
    'a.json: findes ikke'
    >>> systemfejl(OSError(errno.ENOSPC, "No space left on device"), "en", "b.json")
    'b.json: No space left on device'
    """
    place = sted if fejl.filename is None else str(fejl.filename)
    if place == STANDARDUD:
        place = "standard output" if sprog == "en" else "standardoutput"
    said = str(fejl.strerror or fejl)
    if sprog != "en" and fejl.errno is not None:
        said = _DANSK.get(fejl.errno, said)
    return f"{place}: {said}" if place else said
