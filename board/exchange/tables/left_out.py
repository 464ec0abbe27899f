"""The rows of a list that are no child of the class, each with its reason."""

from enum import StrEnum
from typing import NamedTuple


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
