"""Who of a list is a child at the school: words for adults, for those who have left, and for students that are a test."""

import tomllib
from pathlib import Path

from board.exchange.lists.words import plain

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}


def is_adult(role: str) -> bool:
    """Tell whether the role of somebody is that of an adult; a role nobody knows is a child's.

    Args:
        role: What stands in the column, in any of the languages schools write it in.
    """
    return plain(role) in _WORDS["adults"]


def is_away(status: str, *, asks_who_left: bool = False) -> bool:
    """Tell whether a list says that somebody is not at the school (any more).

    Args:
        status: What stands in the column.
        asks_who_left: Whether a bare yes below its header says that somebody has left.
    """
    word = plain(status)
    return word in _WORDS["away"] or word in _WORDS["yes" if asks_who_left else "no"]


def is_test_student(name: str) -> bool:
    """Tell whether a name is that of the student a program made for trying things out: "Student, Test"."""
    return plain(name) in _WORDS["test_students"]
