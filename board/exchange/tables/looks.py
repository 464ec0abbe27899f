"""What the cells of a column look like, whatever stands above them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from board.exchange.bullets import is_bullet
from board.exchange.tables.cell_words import is_word

_LOOKED_AT = 400
"""Cells of a column that are looked at one by one; whether they are all different is asked of every one."""

_MOSTLY = 0.75
_HIGHEST_GRADE = 13
_FEW_DIGITS = 4
"""A number with fewer digits is a seat, a grade or a score as well as an id."""

_MARKS = {"x", "h", "d"}
"""Letters that mark a row as well as they say who is a girl or a boy."""

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?\s*%?|-")
_ROUNDED = re.compile(r"\d[.,]\d+E\+?\d{1,3}|\dE\+\d{1,3}", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[T ].*)?|\d{4}\u5e74\d{1,2}\u6708\d{1,2}\u65e5")
_PHONE = re.compile(r"\+?[\d(][\d()]*(?:[\s./-]+[\d()]+){1,5}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_ID = re.compile(r"\{?(?=[^\s]*\d)[A-Za-z0-9][\w./:-]*\}?")
_GRADE = re.compile(
    r"(?:grade|gr|year|yr|y|class|level|klasse|jahrgang|stufe|niveau|curso|grado|p|s|jg|kl|form)?[\s.]*(\d{1,2})"
    r"(?:\s*(?:st|nd|rd|th|er|e|eme|\u00e8me|\.?[\u00ba\u00b0o]|\.a?)?)(?:\s*(?:(?:de\s+)?(?:e\.?\s?s\.?\s?o\.?|e\.?p\.?|primaria|secundaria|bach\w*|fund\w*|medio)|klasse|grade|year|class|ano|s\u00e9rie"
    r"|\u5e74\u751f?|\u5b66\u5e74|\u5e74\u7ea7|\u5e74\u7d1a|\ud559\ub144|\u043a\u043b\u0430\u0441\u0441?))?"
    r"|[\u5c0f\u4e2d\u9ad8](?:\u5b66)?[\d\u4e00-\u4e03]",
    re.IGNORECASE,
)
_CLASS = re.compile(r"\d{1,2}(?:o|e|er|st|nd|rd|th|\.)?\s*[-./]?\s*[^\W\d_]{1,2}|[^\W\d_]{1,4}\s*[-./]?\s*\d{1,3}[a-z]?|.{1,12}\s\d{1,3}[a-z]?", re.IGNORECASE)  # fmt: skip


class Look(Enum):
    """Something the cells of a column look like; a column may look like several things."""

    RUNNING = auto()
    """1 to n, mostly and in any order."""
    SHORT_NUMBER = auto()
    NUMBER = auto()
    ROUNDED = auto()
    """As Excel writes long numbers: 1.23457E+11."""
    ID = auto()
    """Digits, or letters and digits, each different and of one form."""
    GRADE = auto()
    CLASS = auto()
    MAIL = auto()
    DATE = auto()
    PHONE = auto()
    WORDS = auto()
    """Letters as in names."""
    COMMA = auto()
    """Two names with a comma between them."""
    SENTENCE = auto()
    STATUS = auto()
    ROLE = auto()
    GENDER = auto()
    YES_NO = auto()
    BULLET = auto()


@dataclass(frozen=True, slots=True)
class Looks:
    """What the cells of a column look like.

    Attributes:
        kinds: Everything they look like.
        rows: How many rows there are.
        filled: How many cells hold anything.
        distinct: How many different ones there are among them.
        several_words: Whether most of them hold several words.
    """

    kinds: frozenset[Look]
    rows: int
    filled: int
    distinct: int
    several_words: bool

    @property
    def is_unique(self) -> bool:
        """Whether no two cells are the same."""
        return self.distinct == self.filled > 0

    @property
    def is_name(self) -> bool:
        """Whether names may stand there: words of letters that say nothing else."""
        return Look.WORDS in self.kinds and not self.kinds & _NO_NAMES


_NO_NAMES = {Look.STATUS, Look.ROLE, Look.GENDER, Look.YES_NO, Look.MAIL, Look.GRADE, Look.SENTENCE, Look.BULLET}


def looks_of(cells: Sequence[str]) -> Looks:
    """Say what the cells of a column look like.

    Args:
        cells: The cells below each other, the empty ones too.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    seen = [unicodedata.normalize("NFKC", cell) for cell in filled[:_LOOKED_AT]]
    distinct = len(set(filled))
    kinds = {look for look, fits in _FITS if seen and sum(map(fits, seen)) >= _MOSTLY * len(seen)}
    if distinct < 2 and {cell.casefold() for cell in seen} <= _MARKS:  # noqa: PLR2004 - one mark says nothing about girls and boys
        kinds.discard(Look.GENDER)
    kinds |= {look for look, is_all in _ALL if seen and is_all(filled, distinct)}
    if any(_ROUNDED.fullmatch(cell) for cell in seen):
        kinds.add(Look.ROUNDED)
    several = sum(len(cell.split()) > 1 for cell in seen) >= _MOSTLY * len(seen) > 0
    return Looks(frozenset(kinds), len(cells), len(filled), distinct, several)


def is_grade(cell: str) -> bool:
    """Tell whether a cell may be a grade: "K", "05", "Grade 2", "2. Klasse"."""
    if is_word("grade", cell) or cell.strip() == "-1":
        return True
    found = _GRADE.fullmatch(unicodedata.normalize("NFKC", cell).strip())
    return found is not None and (found[1] is None or int(found[1]) <= _HIGHEST_GRADE)


def _is_word_of(kind: str) -> Callable[[str], bool]:
    return lambda cell: cell[0].isalnum() and is_word(kind, cell)


def _is_words(cell: str) -> bool:
    return all(char.isalpha() or unicodedata.category(char)[0] == "M" or char in _IN_NAMES for char in cell) and any(
        map(str.isalpha, cell)
    )


_IN_NAMES = " -'.,()\"\u2019\u02bb\u00b7\u30fb\u200c\u200d&/"


def _is_sentence(cell: str) -> bool:
    return len(cell.split()) > 6 or cell.endswith(("!", "?"))  # noqa: PLR2004 - no name has seven words


def _has_comma(cell: str) -> bool:
    parts = cell.split(",")
    return len(parts) > 1 and bool(parts[0].strip()) and bool(parts[1].strip()) and _is_words(cell)


def _is_short(cell: str) -> bool:
    return cell.isdecimal() and len(cell) < _FEW_DIGITS


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda cell: pattern.fullmatch(cell) is not None


_FITS: tuple[tuple[Look, Callable[[str], bool]], ...] = (
    (Look.SHORT_NUMBER, _is_short),
    (Look.NUMBER, _matches(_NUMBER)),
    (Look.GRADE, is_grade),
    (Look.CLASS, _matches(_CLASS)),
    (Look.MAIL, _matches(_MAIL)),
    (Look.DATE, _matches(_DATE)),
    (Look.PHONE, _matches(_PHONE)),
    (Look.WORDS, _is_words),
    (Look.COMMA, _has_comma),
    (Look.SENTENCE, _is_sentence),
    (Look.STATUS, _is_word_of("status")),
    (Look.ROLE, _is_word_of("role")),
    (Look.GENDER, _is_word_of("gender")),
    (Look.YES_NO, _is_word_of("yes_no")),
    (Look.BULLET, is_bullet),
)


def _are_running(filled: Sequence[str], distinct: int) -> bool:
    """Tell whether cells are 1 to n, some missing at most; where a class follows a class each begins anew."""
    numbers = [cell.rstrip(".)") for cell in filled]
    if not all(number.isdecimal() and len(number) < _FEW_DIGITS for number in numbers):
        return False
    values = sorted(map(int, numbers))
    if distinct < len(values):
        return values[0] == 1 and distinct == values[-1] and numbers[0] == numbers[0].lstrip() and _restarts(numbers)
    return values[0] <= 2 and values[-1] <= 1.5 * len(values) + 3  # noqa: PLR2004 - a few may have left


def _restarts(numbers: Sequence[str]) -> bool:
    values = list(map(int, numbers))
    return all(after in (before + 1, 1) for before, after in pairwise(values)) and max(values) > 3  # noqa: PLR2004 - a grade or two classes count no further


def _are_ids(filled: Sequence[str], distinct: int) -> bool:
    if distinct < len(filled) or not all(map(_ID.fullmatch, filled)):
        return False
    forms = {(len(cell), cell.isdecimal()) for cell in filled}
    return len(forms) <= 2 and all(not cell.isdecimal() or len(cell) >= _FEW_DIGITS for cell in filled)  # noqa: PLR2004 - 999 and 1000


_ALL: tuple[tuple[Look, Callable[[Sequence[str], int], bool]], ...] = (
    (Look.RUNNING, _are_running),
    (Look.ID, _are_ids),
)
