"""What can be told of verdicts, as data."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from board.mastery.two_adults import Said
from board.words.outcomes.whose import Whose


class Judged(NamedTuple):
    """A showing was judged: whose, and what came of it, each with how many times it did."""

    whose: Whose
    counts: Sequence[tuple[Said, int]]
    as_before: int = 0


class AnotherAdult(NamedTuple):
    """Who judges has said got it before, and another adult is to see it too."""

    whose: Whose


class Heard(NamedTuple):
    """Children have heard from an adult that they keep working."""

    whose: Whose
    children: int


class ExampleGiven(NamedTuple):
    """Work of a child, whose name is told nowhere, is an example of what counts at a step, or of what does not yet."""

    step: str
    counts: bool


class ExampleTaken(NamedTuple):
    """Work of a child is no example any more."""

    step: str


def counted_kinds(kinds: Iterable[Said]) -> tuple[tuple[Said, int], ...]:
    """Give each kind with how many there are of it."""
    return tuple(Counter(kinds).items())
