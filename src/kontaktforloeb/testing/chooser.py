"""Where the choices of an invented timeline come from: a seeded generator, or Hypothesis.

The code that invents timelines is written once, against `Chooser`. With `RandomChooser` it makes millions of cases
from a seed; with Hypothesis behind it (`strategies`) the same code shrinks: every choice goes towards the first one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Chooser(Protocol):
    """A source of choices; the simplest answer stands first, so that a shrinker goes there."""

    def integer(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        ...

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        ...

    def chance(self, percent: int) -> bool:
        """Whether something happens that does so in about `percent` of all cases; False is the simplest."""
        ...


class RandomChooser:
    """Choices from the standard library's generator: the same seed, the same choices.

    >>> chooser = RandomChooser(7)
    >>> again = RandomChooser(7)
    >>> [chooser.integer(1, 6) for _ in range(5)] == [again.integer(1, 6) for _ in range(5)]
    True
    """

    def __init__(self, seed: int | str) -> None:
        self._rng = random.Random(seed)  # noqa: S311 - invented people, no secret

    def integer(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return self._rng.randint(low, high)

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, each as likely as the others."""
        return options[self._rng.randrange(len(options))]

    def chance(self, percent: int) -> bool:
        """True in about `percent` of all cases."""
        return self._rng.randrange(100) < percent
