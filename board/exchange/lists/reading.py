"""A list as it was understood, before anything is changed: the one door for files, pastes and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass

from board.exchange.lists.listed import Column, LeftOut, Listed
from board.exchange.lists.meanings import Meaning

Chosen = Mapping[int, Meaning]
"""What the teacher says a column means, by its place from 0."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A list as it was understood.

    Attributes:
        called: Name of the file or set; empty for what was pasted.
        columns: All its columns, those not used too.
        first_rows: The cells of the first rows with people, to be looked at below the columns.
        people: Everyone it names, each once; who is not active too.
        left_out: The rows that are no child, with the reasons.
        remarks: What else was noticed, in whole sentences.
        is_complete: Whether it is all of a class, so that who is missing may have left; only a set of a school is.
    """

    called: str = ""
    columns: tuple[Column, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = ()
    people: tuple[Listed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    is_complete: bool = False
