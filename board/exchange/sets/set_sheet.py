"""One file of a set, read row by row: its bytes as letters, its header however it is spelled, never all of it at once."""

import codecs
import csv
import difflib
import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from operator import itemgetter
from typing import IO, NamedTuple, TextIO

from board.exchange.sets.set_files import UNREADABLE, NoSet, SetFile, unreadable
from board.mastery.people import clean_line

Words = Mapping[str, Sequence[str]]
"""For each field the headers it may have, folded, the most telling first."""

_HEAD = 1 << 16
"""Bytes that are looked at to tell letters and delimiter."""

_LONGEST = 1 << 20
"""Characters of a line; no row of a real set has a hundredth."""

_ROWS = 2048
"""Rows after which is told how far it is."""

_ALIKE = 0.92
"""How alike a header must be to a known one: "prefferedGivenName" is, and "termSourcedId" is no "userSourcedId"."""

_OLD_BYTES = "the old Windows code page"
"""What bytes are read as that are no UTF-8, one by one: some programs write both into one file."""

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


class _Lines:
    """The lines of a text, and never one that fills the memory."""

    def __init__(self, file: SetFile, text: TextIO) -> None:
        self._file, self._text, self._last = file, text, "\n"

    def __iter__(self) -> Iterator[str]:
        while line := self._read():
            if len(line) == _LONGEST:
                raise NoSet(f"{self._file.said} has a line without an end; export the set once more.")
            self._last = line
            yield line

    def _read(self) -> str:
        try:
            return self._text.readline(_LONGEST)
        except UNREADABLE as error:
            raise unreadable(self._file.place, error) from error

    @property
    def break_off(self) -> bool:
        """Whether the last line so far has no end."""
        return not self._last.endswith(("\n", "\r"))


class Sheet:
    """An open file of a set; its rows can be gone through once.

    Args:
        file: The file.
        lines: Its lines.
        delimiter: What stands between its cells.
        words: The fields that are wanted.
        tell: Called now and then while it is read.
    """

    def __init__(self, file: SetFile, lines: _Lines, delimiter: str, words: Words, tell: Callable[[], None]) -> None:
        self._file, self._lines, self._delimiter, self._tell = file, lines, delimiter, tell
        self._reader = csv.reader(lines, delimiter=delimiter)
        self.header = self._read_header()
        self.places = _places([folded(cell) for cell in self.header], words)
        self._pick = itemgetter(*self.places.values())
        self._line = 0

    def cells(self) -> Iterator[Sequence[str]]:
        """Give of each row the cells that were asked for, in that order; what is not there is empty.

        Raises:
            NoSet: A row can't be read.
        """
        for row in self._rows():
            yield list(map(str.strip, self._pick(row)))

    def rows_of(self, field: str, wanted: Container[str]) -> Iterator[Row]:
        """Give the rows that have one of some values in a field; nothing is made of all the others.

        Args:
            field: The field.
            wanted: The values.

        Raises:
            NoSet: A row can't be read.
        """
        at, width = self.places[field], len(self.header)
        for row in self._rows():
            if row[at].strip() in wanted:
                yield Row(self._line, not any(map(str.strip, row[width:])), list(map(str.strip, self._pick(row))), row)

    def _rows(self) -> Iterator[list[str]]:
        """Give the rows with an empty cell behind them, where the columns stand that are not there."""
        reader, width, due, short = self._reader, len(self.header), _ROWS, 0
        before = reader.line_num
        try:
            for row in reader:
                self._line, before = before + 1, reader.line_num
                if before != self._line:
                    self._refuse_swallowed(row)
                if before > due:
                    due = before + _ROWS
                    self._tell()
                if row:
                    if len(row) < width:
                        short = self._line if short == 0 else -1
                        row.extend([""] * (width - len(row)))
                    row.append("")
                    yield row
        except csv.Error as error:
            raise self._unreadable() from error
        if short == self._line > 0 and self._lines.break_off:  # where others are short, too, cells are only left off
            raise NoSet(f"{self._file.said} breaks off in its last line; export the set once more.")

    def _read_header(self) -> tuple[str, ...]:
        try:
            for row in self._reader:
                if any(map(str.strip, row)) and not _TOLD_TO_EXCEL.match(self._delimiter.join(row).strip()):
                    return tuple(map(clean_line, row))
        except csv.Error as error:
            raise self._unreadable() from error
        return ()

    def _unreadable(self) -> NoSet:
        line = f"{self._reader.line_num:,}"
        return NoSet(f"Line {line} of {self._file.said} can't be read as CSV; export the set once more.")

    def _refuse_swallowed(self, row: Sequence[str]) -> None:
        """Refuse a row over several lines that holds other rows: a quotation mark is never closed, and children are lost.

        Raises:
            NoSet: It is such a row.
        """
        width = len(self.header)
        broken = [cell for cell in row if "\n" in cell or "\r" in cell]
        if any(cell.count(self._delimiter) >= width - 1 for cell in broken) or (broken and len(row) != width):
            raise NoSet(
                f"A quotation mark in line {self._line:,} of {self._file.said} is never closed, so nobody can tell who "
                "stands behind it; export the set once more."
            )


def folded(header: str) -> str:
    """Give a header, or the name of a file, as it is compared: its letters and digits alone, small."""
    return "".join(char for char in header.casefold() if char.isalnum())


@contextmanager
def opened(file: SetFile, words: Words, meter: Meter) -> Iterator[Sheet]:
    """Open a file of a set.

    Args:
        file: The file.
        words: The fields that are wanted; two at least.
        meter: Hears how far it is.

    Raises:
        NoSet: It can't be read.
    """
    encoding, delimiter = _kind_of(file)
    with _open(file) as data, TextIOWrapper(data, encoding, _OLD_BYTES, newline="") as text:
        yield Sheet(file, _Lines(file, text), delimiter, words, lambda: meter.at(data.tell()))
    meter.done(file.size)


def _kind_of(file: SetFile) -> tuple[str, str]:
    """Give the encoding of a file and what stands between its cells."""
    with _open(file) as data:
        try:
            head = data.read(_HEAD)
        except UNREADABLE as error:
            raise unreadable(file.place, error) from error
    encoding = _encoding_of(head)
    lines = re.split(r"[\r\n]+", head.decode(encoding, "replace").strip("\r\n"))
    first = next((line for line in lines if line.strip() and not _TOLD_TO_EXCEL.match(line.strip())), "")
    return encoding, max(",;\t|", key=first.count)


def _open(file: SetFile) -> IO[bytes]:
    try:
        return file.open()
    except UNREADABLE as error:
        raise unreadable(file.place, error) from error


def _encoding_of(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    evens, odds = head[::2].count(0), head[1::2].count(0)
    if max(evens, odds) * 4 > len(head):
        return "utf-16-be" if evens > odds else "utf-16-le"
    return "utf-8-sig"


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


def _of_old_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_OLD_BYTES, _of_old_bytes)
