"""A column while it is being understood: what is thought of it so far, beside its cells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from board.exchange.tables.looks import Looks
from board.exchange.tables.meanings import Meaning


@dataclass(frozen=True, slots=True)
class Guess:
    """A column while it is being understood.

    Attributes:
        at: Its place, from 0.
        header: What stands above it, clean.
        cells: Its cells, one for each row.
        looks: What they look like.
        meaning: What it is taken for so far.
        why: The reason, a whole sentence.
        is_sure: Whether the header or the cells say so without doubt.
        is_open: Whether names may stand in it, and nothing yet says which.
        is_told: Whether the teacher has said what it means; then nothing changes it.
        strength: How strongly its header says so, 0 where it says nothing.
        also: What else its header may mean.
    """

    at: int
    header: str
    cells: Sequence[str]
    looks: Looks
    meaning: Meaning = Meaning.UNUSED
    why: str = ""
    is_sure: bool = True
    is_open: bool = False
    is_told: bool = False
    strength: int = 0
    also: tuple[Meaning, ...] = ()

    def taken_for(self, meaning: Meaning, why: str, *, is_sure: bool = True) -> "Guess":
        """Give the column with another meaning; what the teacher said stays.

        Args:
            meaning: What it is taken for now.
            why: The reason, a whole sentence.
            is_sure: Whether that is without doubt.
        """
        return self if self.is_told else replace(self, meaning=meaning, why=why, is_sure=is_sure, is_open=False)

    def told(self, meaning: Meaning) -> "Guess":
        """Give the column with the meaning the teacher has chosen for it."""
        return replace(self, meaning=meaning, why="You said so.", is_sure=True, is_open=False, is_told=True)
