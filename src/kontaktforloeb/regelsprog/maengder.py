"""Amounts of time as a statute states them."""

from __future__ import annotations

from attrs import frozen


@frozen
class Maengde:
    """So many days, weeks or months; what they are worth depends on the clock."""

    antal: int
    enhed: str  # "dag", "uge" or "maaned"


def dage(antal: int) -> Maengde:
    """`antal` days."""
    return Maengde(antal, "dag")


def uger(antal: int) -> Maengde:
    """`antal` weeks."""
    return Maengde(antal, "uge")


def maaneder(antal: int) -> Maengde:
    """`antal` months."""
    return Maengde(antal, "maaned")
