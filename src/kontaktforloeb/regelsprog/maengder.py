"""Amounts of time as a statute states them."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen


@frozen
class Maengde:
    """So many days, weeks or months; what they are worth depends on the clock.

    `sidste_dag`: calendar months from the last day of a month end on the last day of a month.
    """

    antal: int
    enhed: str  # "dag", "uge" or "maaned"
    sidste_dag: Any = False  # a bool, or a reading of it

    def gange(self, faktor: int) -> Maengde:
        """So many times the amount."""
        return evolve(self, antal=self.antal * faktor)


def dage(antal: int) -> Maengde:
    """`antal` days."""
    return Maengde(antal, "dag")


def uger(antal: int) -> Maengde:
    """`antal` weeks."""
    return Maengde(antal, "uge")


def maaneder(antal: int) -> Maengde:
    """`antal` months."""
    return Maengde(antal, "maaned")
