"""Who of a list is a child at the school: words for adults, for those who have left, and for students that are a test."""

from board.exchange.tables.cell_words import is_word

_TICKS = frozenset("\u25cb\u25ef\u25cf\u2713\u2714\u2611\u2612\u2717\u2715\u00d7*+")
"""Marks that say yes, where a column asks who has left."""


def is_adult(role: str) -> bool:
    """Tell whether the role of somebody is that of an adult; a role nobody knows is a child's.

    Args:
        role: What stands in the column, in any of the languages schools write it in.
    """
    return is_word("adults", role)


def is_away(status: str, *, asks_who_left: bool = False) -> bool:
    """Tell whether a list says that somebody is not at the school (any more).

    Args:
        status: What stands in the column.
        asks_who_left: Whether a bare yes below its header says that somebody has left.
    """
    if asks_who_left and status.strip() in _TICKS:
        return True
    return is_word("away", status) or is_word("yes" if asks_who_left else "no", status)


def is_test_student(name: str) -> bool:
    """Tell whether a name is that of the student a program made for trying things out: "Student, Test"."""
    return is_word("test_students", name)
