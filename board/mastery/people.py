"""Students and assessors, and how a name is cleaned and shortened."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

NAME_LIMIT = 60
"""Longest name kept, in characters; longer ones end in an ellipsis."""

_JOINERS = "\u200c\u200d"
"""Zero-width joiners: the only format characters that change how a name is written (Persian, Hindi)."""

_BETWEEN_LETTERS = " -'.\u2019\u02bb"
"""What may stand between the letters of a name: space, hyphen, full stop, apostrophes, okina."""


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


@dataclass(frozen=True, slots=True)
class Assessor:
    """An adult who judges a showing."""

    id: str
    name: str


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


def short_name(given: str, family: str, letters: int = 1) -> str:
    """Give the default display name: first name and the first letters of the family name.

    Args:
        given: The given name, clean.
        family: The family name, clean, or empty.
        letters: How many letters of the family name to show; more tell two of one name apart.
    """
    if not family:
        return given
    return f"{given} {family}" if letters >= len(family) else f"{given} {family[:letters]}."


def split_name(full: str) -> tuple[str, str]:
    """Split a full name into given and family name.

    "Brown, Ava" and "Ava Brown" both give ("Ava", "Brown"). A text that isn't made of words of letters is one name:
    nobody's name is cut on a guess.
    """
    if full.count(",") == 1:
        family, given = (part.strip() for part in full.split(","))
        if given and family and _is_words(given) and _is_words(family):
            return given, family
    words = full.split()
    if len(words) < 2 or not _is_words(full):  # noqa: PLR2004 - one word has no family name
        return full, ""
    return words[0], words[-1]


def _is_words(text: str) -> bool:
    return all(char.isalpha() or unicodedata.category(char)[0] == "M" or char in _BETWEEN_LETTERS for char in text)


def short_names(people: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Give the display names of a class: first name and initial, with more letters where two would be the same.

    Args:
        people: Given and family names.

    Returns:
        One display name each, in the same order; equal only where the full names are equal.
    """
    everyone = tuple(people)
    families: dict[str, set[str]] = {}
    for given, family in everyone:
        families.setdefault(given, set()).add(family)
    letters = {}
    for given, alike in families.items():
        in_order = sorted(alike)  # of all twins one of the two neighbours shares the most letters
        shared = [0, *(_shared_letters(*pair) for pair in pairwise(in_order)), 0]
        for at, family in enumerate(in_order):
            letters[given, family] = min(max(shared[at], shared[at + 1]) + 1, max(len(family), 1))
    return tuple(short_name(*person, letters[person]) for person in everyone)


def _shared_letters(one: str, other: str) -> int:
    """Count the letters two names begin with alike."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )


def could_be(display: str, given: str, family: str) -> bool:
    """Tell whether a display name may stand for this full name: "Ava B." for Ava Brown."""
    if display == short_name(given, family, len(family)):
        return True
    first, _, rest = display.rpartition(" ")
    return bool(family) and first == given and rest.endswith(".") and family.startswith(rest[:-1]) and len(rest) > 1


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
