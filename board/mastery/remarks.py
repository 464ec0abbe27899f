"""What an update of a unit changes, and what a teacher should look at, as values; `board/words/units.py` says them."""

from dataclasses import dataclass
from enum import Enum, auto


class What(Enum):
    """What happens to a step by an update, or to the levels."""

    NEW = auto()
    BACK = auto()
    """It leaves the archive, with its marks."""
    ARCHIVED = auto()
    """It is gone from the unit, and its marks are kept."""
    NEW_CRITERIA = auto()
    CHANGED = auto()
    LEVELS = auto()
    """Titles, rules or order of the levels; no step."""
    TWO_ADULTS = auto()
    """Two adults see each Boss from now on."""
    ONE_ADULT = auto()
    """One adult sees each Boss from now on."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an update changes.

    Attributes:
        what: What happens.
        title: The title of the step it happens to, empty for the levels.
    """

    what: What
    title: str = ""


@dataclass(frozen=True, slots=True)
class NewUnit:
    """The whole unit is new.

    Attributes:
        title: Its title.
        levels: How many levels it has.
        steps: How many steps, Bosses not among them.
        bosses: How many Bosses.
    """

    title: str
    levels: int
    steps: int
    bosses: int


@dataclass(frozen=True, slots=True)
class NoLevel:
    """The unit has no level yet."""


@dataclass(frozen=True, slots=True)
class SameTitle:
    """Several steps have one title."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class NoCriteria:
    """Steps say nothing about what must be seen.

    Attributes:
        titles: The titles of these steps, one at least.
    """

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TooLong:
    """The title of a step is too long to head a column."""

    title: str


@dataclass(frozen=True, slots=True)
class EmptyLevel:
    """A level has no steps yet."""

    title: str


@dataclass(frozen=True, slots=True)
class Circle:
    """Steps wait for each other.

    Attributes:
        titles: Each needs the next one; the last is the first again. A step at home elsewhere is told by its id.
    """

    titles: tuple[str, ...]


Doubt = NoLevel | SameTitle | NoCriteria | TooLong | EmptyLevel | Circle
"""One thing a teacher should look at before children use the unit."""
