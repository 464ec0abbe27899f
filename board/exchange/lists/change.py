"""What taking a list would do to a class: nobody is taken for another, and nothing doubtful is done unanswered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from board.exchange.lists.listed import LeftOut
from board.mastery.people import Student

Answers = Mapping[str, str]
"""What was answered, by the key of the question."""


class Asks(StrEnum):
    """What a question is about."""

    COLUMN = "column"
    """A column may mean something else; it is answered by saying what it means."""
    SCHOOL = "school"
    """The list is a whole school; it is answered by choosing a class."""
    SEATS = "seats"
    """The ids in the class look like seat numbers of an earlier list."""
    RENAMED = "renamed"
    """The id is one child's and the name is not."""
    OTHER_ID = "other_id"
    """The name is one child's and the id is not."""
    WHICH = "which"
    """The row fits several children, or several rows fit one."""
    ALIKE = "alike"
    """Nobody is called so, and a child the list does not name is called nearly so."""
    TWICE = "twice"
    """The list itself holds one name twice, or one id for two."""
    BACK = "back"
    """A child that has left stands in the list."""
    GONE = "gone"
    """A child of the class is not active any more, or is missing from the school's set."""


class Choice(NamedTuple):
    """One answer to a question.

    Attributes:
        answer: What is given as the answer, such as "same" or a student's id.
        said: What it does, in words.
    """

    answer: str
    said: str


class Question(NamedTuple):
    """Something only a person can know.

    Attributes:
        key: What it is answered under: the number of a line, or a word such as "ids".
        row: Number of the line it is about, None where it is about none.
        asks: What it is about.
        said: The question, a whole sentence.
        choices: The answers there are; empty where it is answered elsewhere (a column, a class of the school).
    """

    key: str
    row: int | None
    asks: Asks
    said: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What taking a list would do to a class.

    Attributes:
        students: Everyone of the class afterwards, those who have left too.
        added: New ones.
        changed: Before and after of those whose name, alias, grade, id or place in the class changes.
        same: How many people of the list change nothing.
        missing: Children in the class whom the list does not name; they stay.
        asked: Every question, answered or not.
        open: The questions without an answer; nothing is done about them.
        left_out: Rows that are not taken, with the reasons.
    """

    students: tuple[Student, ...]
    added: tuple[Student, ...] = ()
    changed: tuple[tuple[Student, Student], ...] = ()
    same: int = 0
    missing: tuple[Student, ...] = ()
    asked: tuple[Question, ...] = ()
    open: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
