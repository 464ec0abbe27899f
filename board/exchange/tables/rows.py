"""The rows of a list, however its text sets them apart: delimiter, line ends, quotation marks."""

import csv
import io
import re
from collections.abc import Iterable
from typing import NamedTuple

from board.errors import Refusal
from board.exchange.bullets import without_bullet
from board.exchange.tables.footers import tells_of_the_list
from board.exchange.tables.headers import meanings_of
from board.exchange.tables.numbered import with_places_apart

UNCLOSED = "A quotation mark is never closed, so all of them were left out; look at names with commas."

_LONGEST_CELL = 1000
"""Characters of a cell that are looked at; no name is longer, and piles of accents cost more than they are worth."""

_MOST_COMMAS = 2
"""Commas of a typed name: "McRae, John W., Jr."."""

_DELIMITERS = "\t;|,"
"""What may stand between cells, the rarest in a name first."""

_EXCEL_LINE = re.compile(r"\s*\"?sep=([,;\t|])[^\n]*(?:\n|$)", re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""

_QUOTED = re.compile(r'"[^"\n]*"')
_COMMA_OF_A_NAME = re.compile(r",(?=[ \t]|$)")
_TYPED_NAME = re.compile(r"[^\W\d_][^\d@_/:;|\t]*")
_GAP = re.compile(r"(?<=[^\s,]) {2,}(?=\S)")
_RULING = re.compile(r"[\s|:+=_\u2010-\u2015\u2500-\u257f-]*")
_OTHER_FILES = re.compile(r"\s*(?:<!doctype|<html|<table|<\?xml|\{\\rtf|%pdf)", re.IGNORECASE)


class Row(NamedTuple):
    """One row of a list.

    Attributes:
        number: The line of the text it begins in, from 1.
        cells: Its cells as they stand there, the empty ones too.
    """

    number: int
    cells: tuple[str, ...]


class Rows(NamedTuple):
    """The rows of a text that hold anything, and what was noticed, in whole sentences."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()


def rows_of(text: str) -> Rows:
    """Read the rows of a text; rows of nothing but dashes are rulings and none.

    Args:
        text: A list as a file or the clipboard gives it.

    Raises:
        Refusal: It is no list but a page of the web or of a word processor, or its quotation marks can't be read.
    """
    if _OTHER_FILES.match(text):
        raise Refusal("This is a formatted page and no list of cells; save it as CSV, or copy the table and paste it.")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    read = _rows(lines)
    if read is not None:
        return Rows(read)
    read = _rows(lines.replace('"', ""))
    if read is None:
        raise Refusal("The list can't be read as CSV, a cell never ends; save it as CSV again.")
    return Rows(read, (UNCLOSED,))


def _rows(lines: str) -> tuple[Row, ...] | None:
    """Give the rows, None where a quotation mark that is never closed swallows some of them."""
    told = _EXCEL_LINE.match(lines)
    before, rest = (told[0].count("\n"), lines[told.end() :]) if told else (0, with_places_apart(_with_tabs(lines)))
    if told is None and _is_typed(rest):
        return _filled((number, [line]) for number, line in enumerate(rest.split("\n"), 1))
    delimiter = told[1] if told else _delimiter(rest)
    read = _read(rest, delimiter)
    if read is None or (any("\n" in cell for _, row in read for cell in row) and _is_odd(rest, delimiter)):
        return None
    rows = _filled((before + number, row) for number, row in read)
    return _unframed(rows) if delimiter == "|" else rows


def _with_tabs(lines: str) -> str:
    """Give a list whose columns stand below each other by spaces alone with tabs; where one cell is missing it stays as it is."""
    if any(char in lines for char in _DELIMITERS[:-1] + '"'):
        return lines
    stripped = [line.strip() for line in lines.split("\n")]
    gaps = {count for line in stripped if (count := len(_GAP.findall(line)))}
    several = sum(bool(_GAP.search(line)) for line in stripped) > sum(map(bool, stripped)) / 2
    return "\n".join(_GAP.sub("\t", line) for line in stripped) if len(gaps) == 1 and several else lines


def _filled(rows: Iterable[tuple[int, list[str]]]) -> tuple[Row, ...]:
    return tuple(
        Row(number, tuple(cell[:_LONGEST_CELL] for cell in row))
        for number, row in rows
        if any(map(str.strip, row)) and not all(map(_RULING.fullmatch, row))
    )


def _read(lines: str, delimiter: str) -> list[tuple[int, list[str]]] | None:
    """Give each row with the line it begins in, None where a cell is longer than csv reads."""
    reader = csv.reader(io.StringIO(lines), delimiter=delimiter)
    rows, begins = [], 1
    try:
        for row in reader:
            rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error:
        return None
    return rows


def _is_odd(lines: str, delimiter: str) -> bool:
    """Tell whether quotation marks stand where none can, so that one may have swallowed the next children."""
    if lines.count('"') % 2:
        return True
    try:
        for _ in csv.reader(io.StringIO(lines), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return True
    return False


def _delimiter(lines: str) -> str:
    """Find what stands between cells: what most lines hold; a comma with a space behind it may be one of a name."""
    plain = [_QUOTED.sub("", line) for line in lines.split("\n") if line.strip()]
    held = {char: sum(char in line for line in plain) for char in _DELIMITERS[:-1]}
    held[","] = sum("," in _COMMA_OF_A_NAME.sub("", line) for line in plain)
    best = max(held, key=lambda char: held[char])
    return best if held[best] else ","


def _is_typed(lines: str) -> bool:
    """Tell whether each line is one name, typed as people type them: "Brown, Ava"."""
    typed = [without_bullet(line).strip() for line in lines.split("\n") if line.strip()]
    filled = [line for line in typed if not tells_of_the_list(line)]
    with_comma = [line for line in filled if "," in line]
    return (
        bool(with_comma)
        and sum(map(bool, map(meanings_of, filled[0].split(",")))) < 2  # noqa: PLR2004 - "Name, Grade" are two columns
        and all(line.count(",") <= _MOST_COMMAS for line in with_comma)
        and all(not line.startswith('"') and "," not in _COMMA_OF_A_NAME.sub("", line) for line in filled)
        and all(map(_TYPED_NAME.fullmatch, with_comma))
        and not any("  " in line or "\t" in line for line in filled)
    )


def _unframed(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Take off the empty cells outside of the first and last stroke of a table in Markdown."""
    ends = [(row.cells[0].strip(), row.cells[-1].strip()) for row in rows if len(row.cells) > 1]
    if not ends or any(first or last for first, last in ends):
        return rows
    return tuple(Row(row.number, row.cells[1:-1]) if len(row.cells) > 1 else row for row in rows)
