"""What schools write into a set about roles, places in a class and days, and what counts of it."""

import re
from datetime import date
from enum import IntEnum, StrEnum
from functools import lru_cache

from board.exchange.lists.standing import is_adult, is_away
from board.exchange.tables.cell_words import is_word
from board.exchange.tables.words import plain

_TEACHERS = frozenset(
    {
        *("teacher", "teachers", "coteacher", "faculty", "professor", "instructor", "primaryteacher"),
        *("lehrer", "lehrerin", "lehrkraft", "enseignant", "enseignante", "profesor", "profesora", "docente"),
    }
)
"""Of the words for adults, those for who teaches a class."""

_CHANGE = "tobedeleted"
"""The status that only a set of changes has (OneRoster 1.1, 2.3): a whole set leaves out who is not there."""

_NOTHING = frozenset({"null", "n/a", "#n/a", "none", "nil", "-"})
"""What programs write where nothing is."""

_YEAR_FIRST = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?:[T ].*)?$")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[T ].*)?$")


_SAID = 1024
"""How many different cells are remembered: a column of roles, statuses or days says the same again and again."""


class Role(StrEnum):
    """What somebody is, at the school or in a class."""

    STUDENT = "student"
    TEACHER = "teacher"
    ADULT = "adult"
    UNSAID = "unsaid"
    """Nothing is said, or nothing that is known."""


class Stay(IntEnum):
    """Whether somebody is in a class; of two, the higher counts."""

    OVER = 0
    LATER = 1
    NOW = 2


@lru_cache(_SAID)
def role_of(text: str) -> Role:
    """Give the role a word stands for.

    Args:
        text: A cell such as "Student" or "faculty".
    """
    if is_word("children", text):
        return Role.STUDENT
    if plain(text) in _TEACHERS:
        return Role.TEACHER
    return Role.ADULT if is_adult(text) else Role.UNSAID


def role_among(*roles: Role) -> Role:
    """Give what somebody is of whom several files speak: who is an adult in one is no child of a class."""
    return next((one for one in (Role.TEACHER, Role.ADULT, Role.STUDENT) if one in roles), Role.UNSAID)


@lru_cache(_SAID)
def is_gone(status: str) -> bool:
    """Tell whether a status says that a person or a place in a class counts no more; one nobody knows does not."""
    return is_away(status)


def is_change(status: str) -> bool:
    """Tell whether a status says that somebody is to be deleted, as only sets of changes say it."""
    return plain(status) == _CHANGE


def is_known_status(status: str) -> bool:
    """Tell whether a status is one the board understands."""
    return not something(status) or is_word("status", status) or is_word("yes_no", status)


def something(text: str) -> str:
    """Give a cell, empty where a program wrote that nothing is there."""
    return "" if text.casefold() in _NOTHING else text


def days_of(text: str) -> tuple[date, ...]:
    """Give the days a text may mean, two where day and month can't be told apart; none where it is no day.

    Args:
        text: Such as "2023-05-01", "2023-05-01T00:00:00Z", "20230501" or "1/05/2023".
    """
    found = _YEAR_FIRST.match(text)
    if found:
        return _real_days((found[1], found[2], found[3]))
    found = _YEAR_LAST.match(text)
    if found is None:
        return ()
    year = found[3] if len(found[3]) == len("2026") else f"20{found[3]}"
    return _real_days((year, found[1], found[2]), (year, found[2], found[1]))


def _real_days(*written: tuple[str, str, str]) -> tuple[date, ...]:
    days = []
    for year, month, day in written:
        try:
            days.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return tuple(days)


@lru_cache(_SAID)
def stay_of(begin: str, end: str, today: date) -> Stay:
    """Tell whether a place in a class counts today; a day that can be read in two ways takes nobody out.

    Args:
        begin: The first day, or empty.
        end: The day it no longer counts (OneRoster 1.1, 4.13.7: the end date is exclusive), or empty.
        today: The day it is.
    """
    ends, begins = days_of(end), days_of(begin)
    if ends and max(ends) <= today:
        return Stay.OVER
    return Stay.LATER if begins and min(begins) > today else Stay.NOW
