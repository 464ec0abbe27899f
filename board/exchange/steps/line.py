"""A line of a pasted text and what it became."""

from enum import StrEnum
from typing import NamedTuple

Key = tuple[str, int]
"""A line by its words, and which of the lines of these words it is, from 0: it stays the same while others are typed."""


class Kind(StrEnum):
    """What a line became."""

    STEP = "step"
    HEADING = "heading"
    """The title of the level below."""
    BREAK = "break"
    """An empty line that starts a level."""
    BOSS = "boss"
    CRITERION = "criterion"
    """What one looks for in the step above."""
    LEFT_OUT = "left_out"


class Line(NamedTuple):
    """A line, or several that were one sentence.

    Attributes:
        numbers: Numbers of the lines in the text, from 1.
        text: What stands there, clean; empty where an empty line starts a level.
        key: By what a choice for this line is remembered.
        kind: What it became.
        title: A few words that head the column; of a heading, the title of the level; of a criterion, its words.
        i_can: The whole sentence in the child's words; empty where it is no step.
        standards: Codes of standards that stand in it or above it.
        badge: Name of the starter picture that stands for it, or empty.
        why: What there is to say about it, a whole sentence, or empty.
    """

    numbers: tuple[int, ...]
    text: str
    key: Key
    kind: Kind
    title: str = ""
    i_can: str = ""
    standards: tuple[str, ...] = ()
    badge: str = ""
    why: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether children work on it: a step or a Boss."""
        return self.kind in (Kind.STEP, Kind.BOSS)


class Choice(NamedTuple):
    """What somebody chose for a line by hand.

    Attributes:
        kind: What it is, None as it was read.
        title: Its title, empty as it was made.
        badge: Name of its starter picture, empty for none, None as it was found.
    """

    kind: Kind | None = None
    title: str = ""
    badge: str | None = None
