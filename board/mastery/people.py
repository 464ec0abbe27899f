"""Students and assessors, and how a name is cleaned and shortened."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from board.mastery.plan import USUAL_PLAN, Plan

NAME_LIMIT = 60
"""Longest name kept, in characters; longer ones end in an ellipsis."""

_JOINERS = "\u200c\u200d"
"""Zero-width joiners: the only format characters that change how a name is written (Persian, Hindi)."""


@dataclass(frozen=True, slots=True)
class Student:
    """A child of the class.

    Attributes:
        id: Random, fixed for ever; the only thing marks refer to.
        name: What screens and teacher's copies show, by default first name and initial.
        alias: A chosen other name for paper, or empty.
        emblem: Name of the child's own sign among the starter emblems, or empty.
        grade: As the school writes it, or empty.
        number: The school's own id from the roster, or empty; matches a later roster.
        left: Whether the child has left the class; marks are kept, and the child stands on no board.
        also: Ids of doubles of this child that were joined with it; their marks count here.
        family_check: Three hex digits by which a later list's family name is known again without being kept, or empty.
        photos: Whether the family allows photos of its work to be kept.
        plan: What was settled for this child alone.
        card: How many login cards were made anew for this child; each has another picture word.
        patience: How many times as long as for others the kiosk waits for this child.
    """

    id: str
    name: str
    alias: str = ""
    emblem: str = ""
    grade: str = ""
    number: str = ""
    left: bool = False
    also: tuple[str, ...] = ()
    family_check: str = ""
    photos: bool = False
    plan: Plan = USUAL_PLAN
    card: int = 0
    patience: int = 1


class AdultRole(StrEnum):
    """What an adult is to the class; `may` says what each may do."""

    TEACHER = "teacher"
    AIDE = "aide"
    SPECIALIST = "specialist"
    REVIEWER = "reviewer"
    """Visits, and judges."""
    STUDENT_TEACHER = "student_teacher"


@dataclass(frozen=True, slots=True)
class Assessor:
    """An adult who judges a showing."""

    id: str
    name: str
    role: AdultRole = AdultRole.TEACHER


def clean_line(text: str) -> str:
    """Give a text as it may be kept and shown: composed (NFC), one line, nothing invisible.

    Args:
        text: What was typed or read; may hold control characters, odd spaces, anything.

    Returns:
        The clean line, empty when nothing visible was left.
    """
    if text.isprintable() and "  " not in text and text.strip() == text and unicodedata.is_normalized("NFC", text):
        return text  # as nearly every text is that a folder holds: looked at in a tenth of the time
    kept = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", text) if _may_stay(char))
    return " ".join(kept.split()).strip(_JOINERS + " ")


def hides_something(text: str) -> bool:
    """Tell whether a text holds characters that nobody sees, and that a clean line leaves out."""
    return not text.isprintable() and not all(map(_may_stay, text))


def clean_name(text: str) -> str:
    """Give a name as it may be kept: a clean line of at most `NAME_LIMIT` characters."""
    name = clean_line(text)
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1].rstrip() + "…"


def _may_stay(char: str) -> bool:
    return char.isspace() or char in _JOINERS or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn", "Co")


def found_by(students: Sequence[Student], typed: str) -> tuple[Student, ...]:
    """Give the students with a word of their name or alias that starts with these letters, first names first.

    Args:
        students: Who is looked for.
        typed: First letters; capitals and accents make no difference.
    """
    letters = plain(typed).strip()
    if not letters:
        return ()
    fits = [student for student in students if _starts(student.name, letters) or _starts(student.alias, letters)]
    return tuple(sorted(fits, key=lambda student: not plain(student.name).startswith(letters)))


def _starts(name: str, letters: str) -> bool:
    words = plain(name).split()
    return any(" ".join(words[at:]).startswith(letters) for at in range(len(words)))


def plain(text: str) -> str:
    """Give a text without capitals and accents, for finding a name as it is typed in a hurry."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
