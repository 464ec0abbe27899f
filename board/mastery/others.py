"""What is written about one child without the names of others: for pages that go to a family or to another school."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from board.mastery.facts import reworded
from board.mastery.people import Student
from board.mastery.progress import Progress, spot_of

SOMEBODY = "(another child)"
"""Stands for the name of another child."""

A_CHILD = "(a child)"
"""Stands for the name of any child."""


_GROWN_TOGETHER = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Writing in which other letters stand right beside a name, as the names of its characters begin."""


def without_others(student: Student, everyone: Sequence[Student]) -> Callable[[str], str]:
    """Give what takes the names of other children out of a text about this one.

    Args:
        student: Whom the text is about; its own names stay, also where another child's is a part of them.
        everyone: All whose names may stand in it, those who left too.
    """
    own = _names(student)
    return _without(
        {name for other in everyone if other.id != student.id for name in _names(other)} - own, own, SOMEBODY
    )


def without_names(everyone: Sequence[Student]) -> Callable[[str], str]:
    """Give what takes the names of all children out of a text, for words about work that tells nothing of its maker.

    Args:
        everyone: All whose names may stand in it, those who left too.
    """
    return _without({name for one in everyone for name in _names(one)}, set(), A_CHILD)


def _without(names: set[str], own: set[str], instead: str) -> Callable[[str], str]:
    if not names:
        return lambda text: text
    longest_first = sorted(own | names, key=len, reverse=True)
    pattern = re.compile("|".join(_standing_alone(name) for name in longest_first))
    return lambda text: pattern.sub(lambda found: found[0] if found[0] in own else instead, text)


def _standing_alone(name: str) -> str:
    """Give the pattern of a name that is no part of a longer word."""
    before, after = (r"(?<![^\W_])", r"(?![^\W_])")
    return f"{before if _ends_a_word(name[0]) else ''}{re.escape(name)}{after if _ends_a_word(name[-1]) else ''}"


def _ends_a_word(char: str) -> bool:
    return char.isalnum() and not unicodedata.name(char, "").startswith(_GROWN_TOGETHER)


def for_families(progress: Progress, students: Iterable[Student], everyone: Sequence[Student]) -> Progress:
    """Give how these students stand, with no other child's name in any words about them.

    Args:
        progress: How the class stands.
        students: Of whom pages are made.
        everyone: All whose names may stand there.
    """
    rows = dict(progress.rows)
    for student in students:
        clean = without_others(student, everyone)
        rows[student.id] = {
            step: spot_of(reworded(fact, clean) for fact in spot.facts)
            for step, spot in progress.row(student.id).items()
        }
    return replace(progress, rows=rows)


def _names(student: Student) -> set[str]:
    """Give the ways a child is named: the whole name, its first word, the alias."""
    return {name for name in (student.name, student.name.split(" ")[0], student.alias) if name}
