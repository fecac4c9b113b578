"""Where the cases come from: JSON Lines, or a folder of CSV or Parquet tables; in parts that can be shared out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from kontaktforloeb.formater import tabeller
from kontaktforloeb.formater.fejl import Fejl, Sagsfejl
from kontaktforloeb.formater.mapping import INGEN, Kortlaegning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

T = TypeVar("T")

#: A case as it was read, with where it stood: a line of JSON, or a document from tables.
Raw = tuple[str, "str | bytes | dict[str, Any]"]

#: Cases in a part. Small enough that two processes end together, large enough that sharing costs little.
PART = 1000


def parts(items: Iterable[T], size: int = PART) -> Iterator[list[T]]:
    """The items in lists of that size, in order; the last may be shorter."""
    it = iter(items)
    while part := list(islice(it, size)):
        yield part


def read(source: Path, mapping: Kortlaegning, notes: tabeller.Bemaerkninger) -> Iterator[Raw]:
    """The cases of a source, unread and unchecked, in the order of the file or of the id.

    Raises:
        Sagsfejl: The source cannot be a caseload at all.
        OSError: It cannot be read.
    """
    if source.is_dir():
        yield from tabeller.laes_mappe(source, mapping, notes)
        return
    if mapping is not INGEN:
        raise Sagsfejl(
            [
                Fejl(
                    "--mapping",
                    "",
                    "sammen med en mappe med tabeller",
                    "kan ikke bruges på JSON Lines.",
                    "mapping-brug",
                    "cannot be used on JSON Lines.",
                    "with a folder of tables",
                )
            ]
        )
    with source.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield f"linje {number}", line.rstrip(b"\r\n")
