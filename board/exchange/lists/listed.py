"""The people of a list, and the rows that are none: every row is one or the other, or asked about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from board.exchange.lists.meanings import Meaning
from board.mastery.names.person_name import PersonName

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


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list, from one row or, in a list with a row for each class, from several.

    Attributes:
        rows: Numbers of the lines, from 1, as an editor counts them; of a set, of the file with its people.
        name: What the person is called.
        ids: The school's ids, the one to be kept first; empty strings never.
        alias: A chosen other name, or empty.
        grade: As the school writes it, or empty.
        classes: Titles of the classes the person is in, where the list says them.
        is_active: Whether the list counts the person as being at the school.
    """

    rows: tuple[int, ...]
    name: PersonName
    ids: tuple[str, ...] = ()
    alias: str = ""
    grade: str = ""
    classes: tuple[str, ...] = ()
    is_active: bool = True


class Reason(StrEnum):
    """Why a row is no child of the class."""

    TITLE = "title"
    """A line above the header."""
    HEADER_AGAIN = "header_again"
    FOOTER = "footer"
    """A total, an average, when it was printed."""
    NO_NAME = "no_name"
    ADULT = "adult"
    """A teacher, a parent, somebody of the staff."""
    TEST_STUDENT = "test_student"
    POINTS = "points"
    """Points possible, as gradebooks write them among the children."""
    MAIL = "mail"
    """A mail address and no name."""
    NOT_THERE = "not_there"
    """Inactive, withdrawn, to be deleted."""
    NO_CHILD_OF_THE_CLASS = "no_child_of_the_class"
    """In another class of the school."""


class LeftOut(NamedTuple):
    """A row that is not taken, with the reason.

    Attributes:
        row: Number of its line, from 1.
        text: What stands there, clean and short.
        reason: Why it is not taken.
    """

    row: int
    text: str
    reason: Reason
