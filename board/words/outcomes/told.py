"""What can be told of a deed, whatever it was: done, taken back, put back, or nothing to do."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from board.counting import counted


class Told(ABC):
    """What somebody did, or why nothing came of it."""

    @abstractmethod
    def to_adults(self) -> str:
        """Say it to adults."""

    def to_child(self) -> str:
        """Say it to the child it was done with; empty where it is no child's matter."""
        return ""

    def undone_to_adults(self) -> str:
        """Say to adults that it was taken back."""
        return f"Undone: {self.to_adults()}"

    def redone_to_adults(self) -> str:
        """Say to adults that it was put back after that."""
        return f"Done again: {self.to_adults()}"


class Whose(NamedTuple):
    """Whose spots something was done to.

    Attributes:
        names: Names of the students.
        step: Title of the step where all spots are of one, else empty.
    """

    names: Sequence[str]
    step: str = ""

    @property
    def who(self) -> str:
        """The name of one student, or how many they are."""
        return counted("{name}", "{count} students", len(self.names), name=self.names[0] if self.names else "")

    def __str__(self) -> str:
        """Say whose, and which step."""
        return f"{self.who} · {self.step}" if self.step else self.who


class Where(Enum):
    """What was opened last when somebody takes something back: nothing done before that is taken back there."""

    BOARD = "Nothing to undo since the board was opened."
    LIST = "Nothing to undo since this list was opened."
    PAGE = "Nothing to undo since this page was opened."


@dataclass(frozen=True, slots=True)
class Undone(Told):
    """A deed was taken back."""

    deed: Told

    def to_adults(self) -> str:
        """Say it to adults."""
        return self.deed.undone_to_adults()

    def to_child(self) -> str:
        """Say it to the child."""
        return f"Taken back: {self.deed.to_child()}"


@dataclass(frozen=True, slots=True)
class Redone(Told):
    """A deed that was taken back was put back."""

    deed: Told

    def to_adults(self) -> str:
        """Say it to adults."""
        return self.deed.redone_to_adults()

    def to_child(self) -> str:
        """Say it to the child."""
        return f"Put back: {self.deed.to_child()}"


@dataclass(frozen=True, slots=True)
class NothingToUndo(Told):
    """Nothing was done here that could be taken back."""

    where: Where

    def to_adults(self) -> str:
        """Say it to adults."""
        return self.where.value

    def to_child(self) -> str:
        """Say it to the child."""
        return "There is nothing to take back."


@dataclass(frozen=True, slots=True)
class NothingToRedo(Told):
    """Nothing was taken back here that could be put back."""

    def to_adults(self) -> str:
        """Say it to adults."""
        return "Nothing to redo."

    def to_child(self) -> str:
        """Say it to the child."""
        return "There is nothing to put back."


@dataclass(frozen=True, slots=True)
class NothingNew(Told):
    """It is like this already.

    Attributes:
        said: The sentence for adults.
    """

    said: str = "Nothing to change here."

    def to_adults(self) -> str:
        """Say it to adults."""
        return self.said

    def to_child(self) -> str:
        """Say it to the child."""
        return "It is like this already."
