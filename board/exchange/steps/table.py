"""Rows of a table pasted from a document or a sheet: which cell of each says what the child can do."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from board.exchange.bullets import is_bullet
from board.exchange.steps.sayings import does_something, says_i_can
from board.exchange.steps.standards import is_codes
from board.mastery.people import clean_line

_SAYS = re.compile(
    r"^[\"\u201c]?i can[\"\u201d]?\b.*(?:statements?)?$|statements?$|learning (?:target|goal|intention|objective)s?|^(?:target|goal|objective|skill|outcome|"
    r"competenc(?:y|ies)|kompetenz(?:en)?|lernziele?|ziele?|objectifs?|objetivos?|obiettivi?|doelen?|student.friendly.*|what (?:i|you).*|success criteria)s?$",
    re.IGNORECASE,
)
"""Headers of the column with the steps."""

_CODES = re.compile(
    r"^(?:common core |state |core |content |priority )*(?:standards?|codes?|ccss?|cc|ngss|teks|sol|lehrplan|b\.?o\.?)(?: codes?| numbers?| #)?$",
    re.IGNORECASE,
)
"""Headers of the column with the codes."""

_BESIDE = re.compile(
    r"^(?:#|no\.?|nr\.?|dates?|datum|notes?|comments?|evidence|mastered|met|not (?:yet|met)|got it.*|yes|no|almost|check(?:ed|s)?|done|score|initials?|quarters?|"
    r"q[1-4]|trimester|t[1-3]|week|unit|domain|strand|cluster|anchor standards?|subject|grade|level|assess(?:ed|ment)s?|resources?|vocabulary|activit(?:y|ies)|lesson"
    r"|\u2713|\u2714|bemerkung(?:en)?|bereich|erledigt|emerging|developing|proficient|self.?check|student|teacher|parent|page|score|rating|[1-5])$",
    re.IGNORECASE,
)
"""Headers of columns nothing is taken from."""

_NOTHING_SAID = re.compile(
    r"[\W\d_]*|\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|[xX\u2713\u2714]|(?:yes|no|n/a|tbd|met|nr|np|\w\.)", re.IGNORECASE
)
"""A date, a number, a check mark: cells beside a step."""


class Row(NamedTuple):
    """One line as a row of a table, or as it stands.

    Attributes:
        words: What the line says.
        codes: Cells that hold codes of standards and nothing else.
        is_header: Whether it holds the names of the columns.
        is_title: Whether it is a row with one cell, in a table: a title of what is below.
        leaves_words: Whether other cells hold words, too, which are not taken.
    """

    words: str
    codes: tuple[str, ...] = ()
    is_header: bool = False
    is_title: bool = False
    leaves_words: bool = False


def rows_of(lines: Sequence[str]) -> Iterator[Row]:
    """Read lines as rows where they have cells, with tabs or upright lines between them.

    Args:
        lines: The lines as they were pasted.
    """
    column: int | None = None
    columns = [_cells(line) for line in lines]
    wide = sum(len([cell for cell in cells if cell]) > 1 for cells in columns)
    in_table = wide > 1
    for line, cells in zip(lines, columns, strict=True):
        filled = [cell for cell in cells if cell]
        if len(cells) > 1 and _is_header(filled):
            column = next((at for at, cell in enumerate(cells) if _SAYS.search(cell)), column)
            yield Row(" ".join(filled), is_header=True)
        elif len(filled) > 1:
            yield _row(cells, column)
        elif len(cells) > 1 and filled:
            said = filled[0]
            is_title = in_table and not (says_i_can(said) or does_something(said) or is_codes(said))
            yield Row(said, is_title=is_title and cells.index(said) != column)
        else:
            yield Row(filled[0] if len(cells) > 1 and filled else line)


def _cells(line: str) -> list[str]:
    """Give the cells of a line; bullets in front of the first are none."""
    if "\t" in line.strip("\n"):
        cells = line.split("\t")
    elif line.count("|") > 1 or (line.count(" | ") == 1):
        cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    else:
        return [line]
    cells = [_unquoted(clean_line(cell)) for cell in cells]
    first = next((cell for cell in cells if cell), "")
    if is_bullet(first) and len([cell for cell in cells if cell]) == 2:  # noqa: PLR2004 - a bullet and its line
        return [f"{first} {next(cell for cell in reversed(cells) if cell)}"]
    return cells


def _unquoted(cell: str) -> str:
    return (
        cell[1:-1].strip()
        if len(cell) > 1 and cell[0] == cell[-1] == '"'
        else cell.strip('"')
        if cell.count('"') == 1
        else cell
    )


def _is_header(cells: Sequence[str]) -> bool:
    """Tell whether these cells name columns: each is known, and one says where the steps or the codes are."""
    known = [bool(_SAYS.search(cell) or _CODES.match(cell) or _BESIDE.match(cell)) for cell in cells]
    says = [cell for cell in cells if (_SAYS.search(cell) and not _is_sentence(cell)) or _CODES.match(cell)]
    return bool(says) and 2 * sum(known) > len(cells) and not any(map(_is_sentence, cells)) and len(cells) > 1


def _is_sentence(cell: str) -> bool:
    """Tell whether a cell says what a child can do and is no header such as "I can statements"."""
    return says_i_can(cell) and not re.search(r"statements?|^i can[\W_]*$", cell, re.IGNORECASE)


def _row(cells: Sequence[str], column: int | None) -> Row:
    codes = tuple(cell for cell in cells if is_codes(cell))
    rest = [cell for cell in cells if cell and not is_codes(cell) and not _NOTHING_SAID.fullmatch(cell)]
    named = cells[column] if column is not None and column < len(cells) else ""
    saying = [cell for cell in rest if says_i_can(cell)]
    doing = [cell for cell in rest if does_something(cell)]
    said = named if named in rest else ""
    said = said or next(iter(saying or doing), "") or max(rest, key=len, default="")
    return (
        Row(said, codes, leaves_words=len(rest) > 1) if said else Row(" ".join(cell for cell in cells if cell), codes)
    )
