"""Rows that hold no child: totals, averages, when it was printed, whose class it is, what a gradebook says about its columns."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from board.exchange.tables.headers import LIKELY, SURE, meanings_of
from board.exchange.tables.left_out import Reason
from board.exchange.tables.meanings import Meaning
from board.exchange.tables.words import plain

_TABLE = tomllib.loads(Path(__file__).with_name("footer_words.toml").read_text("utf-8"))
_TOTAL, _POSSIBLE = frozenset(_TABLE["total"].split()), frozenset(_TABLE["points"].split())
_LABELS, _ADULT = frozenset(_TABLE["labels"].split()), frozenset(_TABLE["adult"].split())
_SAID = re.compile("|".join(_TABLE["said"]), re.IGNORECASE)


def _counted() -> re.Pattern[str]:
    """Give the pattern of a line of nothing but counts: "28 children", "Girls 2 Boys 1"."""
    people, groups, whole = ("|".join(map(re.escape, _TABLE[name].split())) for name in ("people", "groups", "all"))
    of_all = rf"(?:{whole})(?: (?:of|de|des|der|dos|d'))? ?(?:{people})"
    told = "(?: ?[:=-] ?| )?"  # two spaces that may both be missing, side by side, are read in ever more ways
    one = rf"(?:(?:(?:{whole}){told})?\d{{1,5}} ?(?:{people}|{groups})|(?:{of_all}|{whole}|{groups}){told}\d{{1,5}})(?!\w)"
    apart = r"(?: ?[,;/+&] ?| )?(?:(?:and|und|et|y|e|og|och) )?"
    return re.compile(rf"{one}(?:{apart}{one})*\.?", re.IGNORECASE)


_COUNTED = _counted()
_NO_NAME = re.compile(r"[\W\d_]*|\(.*\)|.*\d.*")
_LABEL = re.compile(r"([^\d:\uff1a][^:\uff1a]{0,40})[:\uff1a](?!\d)\s*(.*)")
_NUMBERED = re.compile(r"([^\W\d_]{4,})\.?\s+[^\W\d_]?\d")
"""A word and a number behind it, as in "Room 12" and "Klasse 5b"."""

_OF_THE_CLASS = {Meaning.CLASS, Meaning.GRADE}
_OF_THE_LIST = {*_OF_THE_CLASS, Meaning.TEACHER}
_LAST_LINES = 5
_FIRST_LINES = 5
"""Rows at the end and below the header in which a word such as "Average" may stand alone and be no name."""


def reasons_of(rows: Sequence[Sequence[str]], *, has_header: bool) -> list[Reason | None]:
    """Give for each row the reason for which it is no child, None where it may be one.

    Args:
        rows: The cells of the rows below the header, or of all rows.
        has_header: Whether a header stands above them; what stands first below none is a title.
    """
    told = [_tells_of_the_list(cells) for cells in rows]
    if sum(told) * 2 > len(rows):
        told = [False for _ in rows]  # a list that is written like that: "Class 1: Ava"
    reasons: list[Reason | None] = []
    for at, cells in enumerate(rows):
        is_first = at < min(_FIRST_LINES, len(rows) / 2)
        if told[at] and (is_first or len(rows) - at <= _LAST_LINES):
            reasons.append(Reason.TITLE if is_first and not has_header else Reason.FOOTER)
        elif _COUNTED.fullmatch(" ".join(" ".join(cells).split())):
            reasons.append(Reason.FOOTER)
        else:
            reasons.append(_reason_of(cells, from_top=at, from_end=len(rows) - at))
    return reasons


def is_count(cells: Sequence[str]) -> bool:
    """Tell whether a row says how many there are, or when it was printed, wherever it stands.

    Args:
        cells: Its cells.
    """
    whole = " ".join(" ".join(cells).split())
    return _COUNTED.fullmatch(whole) is not None or (_SAID.match(whole) is not None and any(map(str.isdigit, whole)))


def tells_of_the_list(line: str) -> bool:
    """Tell whether a line says something about the list and names no child: "Printed: 9/1/2026, 10:31".

    Args:
        line: The line.
    """
    return is_count([line]) or _tells_of_the_list([line])


def _tells_of_the_list(cells: Sequence[str]) -> bool:
    """Tell whether a row says whose class it is, or who gets the list: "Teacher: Mrs Bell", "Room 12", "Absent: 0"."""
    first, *rest = [cell.strip() for cell in cells if cell.strip()] or [""]
    numbered = _NUMBERED.match(first)
    if numbered is not None and not rest:
        return any(
            meant.meaning in _OF_THE_CLASS and meant.strength >= LIKELY for meant in meanings_of(numbered[1])[:1]
        )
    label = _LABEL.match(first)
    if label is None:
        return False
    what = " ".join([label[2], *rest]).split()
    if not any(any(map(str.isalpha, word)) for word in what) or what[0].casefold().removesuffix(".") in _ADULT:
        return True
    meant = meanings_of(label[1])[:1]
    return plain(label[1]) in _LABELS or any(one.meaning in _OF_THE_LIST and one.strength == SURE for one in meant)


def _reason_of(cells: Sequence[str], *, from_top: int, from_end: int) -> Reason | None:
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return None
    first, *rest = filled
    is_said = _SAID.match(first) is not None
    if any(not _NO_NAME.fullmatch(cell) for cell in rest):
        return Reason.FOOTER if is_said and any(map(str.isdigit, first)) else None
    if is_said:
        return Reason.FOOTER
    is_near_end = from_end <= _LAST_LINES
    if len(cells) == 1 and not is_near_end:
        return None
    word = plain(first)
    if word in _POSSIBLE and len(cells) > 1 and (from_top < _FIRST_LINES or is_near_end):
        return Reason.POINTS
    return Reason.FOOTER if word in _TOTAL else None
