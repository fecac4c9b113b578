"""Write the pages of the documentation: `python tools/docs` from the root of the project; `--check` only compares."""

from __future__ import annotations

import sys


def main(arguments: list[str]) -> int:
    """Write, or say what is out of step (status 1)."""
    from book.everything import made, present, write

    files = made()
    if "--check" in arguments:
        before = present()
        stale = sorted(path for path in {**files, **before} if files.get(path) != before.get(path))
        for path in stale:
            print(f"docs/{path} is not what the rules make of it; run: make pages")
        return 1 if stale else 0
    changed, gone = write(files)
    print(f"{len(files)} files; {changed} written, {gone} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
