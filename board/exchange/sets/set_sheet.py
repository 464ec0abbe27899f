"""One file of a set, read row by row: its bytes as letters, its header however it is spelled, never all of it at once."""

import csv
import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from operator import itemgetter
from typing import NamedTuple, Protocol

from board.exchange.sets.set_files import NoSet, SetFile
from board.mastery.people import clean_line

Words = Mapping[str, Sequence[str]]
"""For each field the headers it may have, folded, the most telling first."""

_HEAD = 1 << 16
"""Bytes that are looked at to tell letters and delimiter."""

_ROWS = 2048
"""Rows after which is told how far it is."""

_ALIKE = 0.92
"""How alike a header must be to a known one: "prefferedGivenName" is, and "termSourcedId" is no "userSourcedId"."""

_TOLD_TO_EXCEL = re.compile(r"\"?sep=.\"?$", re.IGNORECASE)


class Row(NamedTuple):
    """A row of a sheet.

    Attributes:
        line: Number of its line, from 1.
        fits: Whether it has no more cells than the header; in one that has, nobody knows which cell is which.
        cells: One for each field that was asked for, in that order; empty where it holds nothing.
        all: Every cell as it stands; it is looked at only where the columns are shown.
    """

    line: int
    fits: bool
    cells: list[str]
    all: list[str]


class _Reader(Protocol):
    """What the csv module reads with."""

    @property
    def line_num(self) -> int:
        """How many lines were read."""

    def __iter__(self) -> "_Reader": ...

    def __next__(self) -> list[str]: ...


class Meter:
    """Tells how much of a set is read.

    Args:
        total: Bytes there are to read.
        progress: Called with the share that is done, 0 to 1.
    """

    def __init__(self, total: int, progress: Callable[[float], None]) -> None:
        self._total, self._progress, self._before = max(1, total), progress, 0

    def at(self, position: int) -> None:
        """Tell how far the file is read that is being read."""
        self._progress(min(1.0, (self._before + position) / self._total))

    def done(self, size: int) -> None:
        """Tell that a file of so many bytes is read."""
        self._before += size
        self.at(0)


class Sheet(NamedTuple):
    """An open file of a set.

    Attributes:
        header: Its first row, clean.
        places: For each field where its column stands, from 0; -1 where there is none.
        rows: The rows with anything in them, to be read once.
    """

    header: tuple[str, ...]
    places: Mapping[str, int]
    rows: Iterator[Row]


def folded(header: str) -> str:
    """Give a header, or the name of a file, as it is compared: its letters and digits alone, small."""
    return "".join(char for char in header.casefold() if char.isalnum())


@contextmanager
def opened(file: SetFile, words: Words, meter: Meter) -> Iterator[Sheet]:
    """Open a file of a set; what is asked for and not there is empty in every row.

    Args:
        file: The file.
        words: The fields that are wanted; two at least.
        meter: Hears how far it is.

    Raises:
        NoSet: It can't be read.
    """
    encoding, delimiter = _kind_of(file)
    with file.open() as data, TextIOWrapper(data, encoding, _errors(encoding), newline="") as text:
        reader = csv.reader(text, delimiter=delimiter)
        header = _header_of(file, reader)
        places = _places([folded(cell) for cell in header], words)
        rows = _rows(
            file,
            reader,
            delimiter=delimiter,
            width=len(header),
            places=tuple(places.values()),
            position=data.tell,
            meter=meter,
        )
        yield Sheet(header, places, rows)
    meter.done(file.size)


def header_of(file: SetFile) -> tuple[str, ...]:
    """Give the first row of a file.

    Raises:
        NoSet: It can't be read.
    """
    encoding, delimiter = _kind_of(file)
    with file.open() as data, TextIOWrapper(data, encoding, _errors(encoding), newline="") as text:
        return _header_of(file, csv.reader(text, delimiter=delimiter))


def _kind_of(file: SetFile) -> tuple[str, str]:
    """Give the encoding of a file and what stands between its cells."""
    with file.open() as data:
        head = data.read(_HEAD)
    encoding = _encoding_of(head)
    lines = re.split(r"[\r\n]+", head.decode(encoding, "replace").strip("\r\n"))
    first = next((line for line in lines if line.strip() and not _TOLD_TO_EXCEL.match(line.strip())), "")
    return encoding, max(",;\t|", key=first.count)


def _encoding_of(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    evens, odds = head[::2].count(0), head[1::2].count(0)
    if max(evens, odds) * 4 > len(head):
        return "utf-16-be" if evens > odds else "utf-16-le"
    return "utf-8-sig"


def _errors(encoding: str) -> str:
    """Keep bytes that are no UTF-8 apart, so that a cell in the old Windows code page can still be read."""
    return "surrogateescape" if encoding == "utf-8-sig" else "replace"


def _legible(cell: str) -> str:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return cell


def _next(file: SetFile, reader: _Reader) -> list[str] | None:
    """Read a row, None at the end."""
    try:
        return next(reader, None)
    except csv.Error as error:
        line = f"{reader.line_num:,}"
        raise NoSet(f"Line {line} of {file.said} can't be read as CSV; export the set once more.") from error


def _header_of(file: SetFile, reader: _Reader) -> tuple[str, ...]:
    while (row := _next(file, reader)) is not None:
        if any(map(str.strip, row)) and not (len(row) <= 2 and _TOLD_TO_EXCEL.match("".join(row).strip() + ",")):  # noqa: PLR2004 - "sep=," is two cells
            return tuple(clean_line(_legible(cell)) for cell in row)
    return ()


def _places(header: Sequence[str], words: Words) -> dict[str, int]:
    """Find the column of each field: as it is known, or else spelled nearly so."""
    places = {field: _exact(header, known) for field, known in words.items()}
    known = {word for some in words.values() for word in some}
    for field in [field for field, at in places.items() if at < 0]:
        for word in words[field]:
            strange = [cell for at, cell in enumerate(header) if cell not in known and at not in places.values()]
            for near in difflib.get_close_matches(word, strange, 1, _ALIKE):
                places[field] = header.index(near)
    return places


def _exact(header: Sequence[str], known: Sequence[str]) -> int:
    return next((header.index(word) for word in known if word in header), -1)


def _rows(  # one loop, as it is gone through a million times
    file: SetFile,
    reader: _Reader,
    *,
    delimiter: str,
    width: int,
    places: Sequence[int],
    position: Callable[[], int],
    meter: Meter,
) -> Iterator[Row]:
    pick = itemgetter(*places)
    before, count = reader.line_num, 0
    while (row := _next(file, reader)) is not None:
        line, before = before + 1, reader.line_num
        if before != line:
            _refuse_swallowed(file, row, delimiter, width, line)
        if not row:
            continue
        count += 1
        if not count % _ROWS:
            meter.at(position())
        fits = len(row) <= width or not any(map(str.strip, row[width:]))
        row.extend([""] * (width - len(row)))
        row.append("")  # the cell of what has no column
        yield Row(line, fits, [cell if cell.isascii() else _legible(cell) for cell in map(str.strip, pick(row))], row)


def _refuse_swallowed(file: SetFile, row: Sequence[str], delimiter: str, width: int, line: int) -> None:
    """Refuse a row over several lines that holds other rows: a quotation mark is never closed, and children are lost.

    Raises:
        NoSet: It is such a row.
    """
    broken = [cell for cell in row if "\n" in cell or "\r" in cell]
    if any(cell.count(delimiter) >= width - 1 for cell in broken) or (broken and len(row) != width):
        raise NoSet(
            f"A quotation mark in line {line:,} of {file.said} is never closed, so nobody can tell who stands behind it; "
            "export the set once more."
        )
