"""What is said of changes to the class itself: its children, its units, its adults, its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from board.counting import counted
from board.words.outcomes.told import Told

TAKES_BACK = "  (u takes it back, here or on the board)"
"""Said behind what was changed in a list."""


class _Listed(Told):
    """A change of a list."""

    def undone_to_adults(self) -> str:
        """Say to adults that it was taken back."""
        return f"Taken back: {self.to_adults()}"

    def redone_to_adults(self) -> str:
        """Say to adults that it was put back after that."""
        return f"Put back: {self.to_adults()}"


@dataclass(frozen=True, slots=True)
class StudentChanged(_Listed):
    """The entry of a child says something else."""

    name: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"Changed: {self.name}"


@dataclass(frozen=True, slots=True)
class StudentLeft(_Listed):
    """A child has left the class, or is back."""

    name: str
    left: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        return (
            f"{self.name} has left the class; every mark is kept" if self.left else f"{self.name} is back in the class"
        )


@dataclass(frozen=True, slots=True)
class StudentsJoined(_Listed):
    """Two entries of one child are one."""

    name: str
    double: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.name} and {self.double} are one child now, called {self.name}; all marks of both count"


@dataclass(frozen=True, slots=True)
class StudentsParted(_Listed):
    """A child and its double are two again."""

    name: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.name} and the double are two again, each with its own marks; give the double its name"


@dataclass(frozen=True, slots=True)
class StudentsAdded(_Listed):
    """Children came into the class."""

    names: Sequence[str]

    def to_adults(self) -> str:
        """Say it to adults."""
        return counted("{name} added", "{count} students added", len(self.names), name=self.names[0])


@dataclass(frozen=True, slots=True)
class UnitChanged(_Listed):
    """A unit says something else.

    Attributes:
        said: What has changed, in a sentence.
    """

    said: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return self.said


class Since(Enum):
    """Why something can't be taken back or put back any more; said before the deed it is about."""

    UNIT_CHANGED = (
        "Somebody has changed the unit since; this still stands: {deed}",
        "Somebody has changed the unit since; this stays taken back: {deed}",
    )
    CLASS_CHANGED = (
        "Somebody has changed it since; this still stands: {deed}",
        "Somebody has changed it since; this stays taken back: {deed}",
    )
    MARKED = ("There are marks by now; this still stands: {deed}", "")


@dataclass(frozen=True, slots=True)
class StillStands(_Listed):
    """A change was not taken back, or not put back, since that would undo what somebody did after it.

    Attributes:
        deed: The change.
        since: What was done after it.
        stands: Whether it stands; else it stays taken back.
    """

    deed: Told
    since: Since
    stands: bool = True

    def to_adults(self) -> str:
        """Say it to adults."""
        stands, stays = self.since.value
        return (stands if self.stands else stays).format(deed=self.deed.to_adults())


@dataclass(frozen=True, slots=True)
class ClassRenamed(_Listed):
    """The class has another name."""

    name: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"The class is called {self.name} now."


@dataclass(frozen=True, slots=True)
class LookFirst(_Listed):
    """Somebody looks at new pictures before others see them, or nobody does."""

    wanted: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        if self.wanted:
            return "From now on new pictures wait here before others see them."
        return "From now on others see new pictures at once; those that wait here still wait."


@dataclass(frozen=True, slots=True)
class AdultAdded(_Listed):
    """There is one more adult who marks."""

    name: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.name} marks in this class, too."


@dataclass(frozen=True, slots=True)
class AdultRenamed(_Listed):
    """An adult is called something else."""

    name: str
    before: str

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.before} is called {self.name} now."
