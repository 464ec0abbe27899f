"""A column of a list as it was understood, and what the teacher says it means."""

from collections.abc import Mapping
from dataclasses import dataclass

from board.exchange.tables.meanings import Meaning

Chosen = Mapping[int, Meaning]
"""What the teacher says a column means, by its place from 0."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list as it was understood.

    Attributes:
        at: Its place, from 0.
        header: What stands above it, clean; empty where nothing does.
        meaning: What its cells say.
        why: The reason, a whole sentence.
        is_sure: Whether the header, its data or the teacher says so without doubt; a column in doubt is asked about.
    """

    at: int
    header: str
    meaning: Meaning
    why: str
    is_sure: bool = True
