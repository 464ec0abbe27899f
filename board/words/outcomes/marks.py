"""What is said of marks: made, taken back, or as before."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.counting import counted
from board.mastery.facts import Kind
from board.words import MARKS
from board.words.outcomes.told import Told, Whose

_TALK = "Who has seen the sticker should hear why."

_COUNTED = {
    Kind.MASTERED: "{count} got it",
    Kind.PRACTISING: "{count} trying",
    Kind.READY: "{count} ready to show",
    Kind.KEEP_WORKING: "{count} keep working",
    Kind.AWAY: "{count} away today",
}
"""How many children of a group a verdict was for."""


@dataclass(frozen=True, slots=True)
class Marked(Told):
    """Spots were marked.

    Attributes:
        whose: The spots that are marked now.
        kind: As what.
        as_before: How many more were asked for and were so already.
    """

    whose: Whose
    kind: Kind
    as_before: int = 0

    def to_adults(self) -> str:
        """Say it to adults."""
        if self.as_before:
            return f"{self.whose}: {MARKS[self.kind]} ({self.as_before} as before)"
        return f"{self.whose}: {MARKS[self.kind]}"


@dataclass(frozen=True, slots=True)
class AlreadyMarked(Told):
    """Spots are marked like this already.

    Attributes:
        whose: The spots.
        kind: What was wished.
        sticker: Whether they have their sticker, which no mark takes away.
    """

    whose: Whose
    kind: Kind
    sticker: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        if self.sticker:
            return f"{self.whose}: already has this sticker; it stays."
        return f"{self.whose}: already {MARKS[self.kind]}."


@dataclass(frozen=True, slots=True)
class Showing(Told):
    """A small group showed one step.

    Attributes:
        step: Title of the step.
        counts: The verdicts, each with how many children it was for.
        as_before: How many were so already.
    """

    step: str
    counts: Sequence[tuple[Kind, int]]
    as_before: int = 0

    def to_adults(self) -> str:
        """Say it to adults."""
        told = ", ".join(_COUNTED[kind].format(count=count) for kind, count in self.counts)
        return f"{self.step}: {told} ({self.as_before} as before)" if self.as_before else f"{self.step}: {told}"


@dataclass(frozen=True, slots=True)
class Attendance(Told):
    """Students are away today, or here after all."""

    whose: Whose
    away: bool

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.whose}: away today" if self.away else f"{self.whose}: here today"

    def undone_to_adults(self) -> str:
        """Say to adults that it was taken back."""
        return f"Undone: {self.whose}: away today" if self.away else f"Put back: {self.whose}: away today"

    def redone_to_adults(self) -> str:
        """Say to adults that it was put back after that."""
        return f"Done again: {self.whose}: away today" if self.away else f"Taken back again: {self.whose}: away today"


@dataclass(frozen=True, slots=True)
class MarksTakenBack(Told):
    """Marks were withdrawn, also those of another day.

    Attributes:
        whose: The spots.
        kinds: What they were marked as.
    """

    whose: Whose
    kinds: frozenset[Kind]

    def to_adults(self) -> str:
        """Say it to adults."""
        if Kind.MASTERED in self.kinds:
            return f"{self.whose}: taken back. {_TALK}"
        return f"{self.whose}: taken back; u puts it back"

    def undone_to_adults(self) -> str:
        """Say to adults what stands again."""
        return f"Put back: {self._stood}"

    def redone_to_adults(self) -> str:
        """Say to adults what stands no more."""
        return f"Taken back again: {self._stood}"

    @property
    def _stood(self) -> str:
        return f"{self.whose}: {MARKS[min(self.kinds)]}" if len(self.kinds) == 1 else str(self.whose)


@dataclass(frozen=True, slots=True)
class NothingMarked(Told):
    """There is no mark to take back."""

    whose: Whose

    def to_adults(self) -> str:
        """Say it to adults."""
        return f"{self.whose}: nothing is marked here."


@dataclass(frozen=True, slots=True)
class StickersPrinted(Told):
    """Stickers came out of the printer well.

    Attributes:
        whose: The spot of one sticker, or of the first.
        count: How many.
    """

    whose: Whose
    count: int

    def to_adults(self) -> str:
        """Say it to adults."""
        return counted("{whose}: Sticker printed", "{count} stickers printed", self.count, whose=self.whose)


@dataclass(frozen=True, slots=True)
class SheetsForgotten(Told):
    """Sticker sheets did not print well."""

    def to_adults(self) -> str:
        """Say it to adults."""
        return "Their stickers stay new, and their labels free."

    def undone_to_adults(self) -> str:
        """Say to adults that it was taken back."""
        return "Taken back: the sheets wait for an answer again."

    def redone_to_adults(self) -> str:
        """Say to adults that it was put back after that."""
        return f"Done again: {self.to_adults()}"


@dataclass(frozen=True, slots=True)
class Steered(Told):
    """One fact was withdrawn or put back by its id.

    Attributes:
        whose: What it is about.
        kind: What it says.
        stands: Whether it stands now.
        already: Whether that was so before.
    """

    whose: Whose
    kind: Kind
    stands: bool
    already: bool = False

    def to_adults(self) -> str:
        """Say it to adults."""
        told = f"{self.whose}: {MARKS[self.kind]}"
        if self.already:
            return f"{told} stands already." if self.stands else f"{told} was taken back already."
        if self.stands:
            return f"Put back: {told}"
        return f"Taken back: {told}. {_TALK}" if self.kind is Kind.MASTERED else f"Taken back: {told}"
