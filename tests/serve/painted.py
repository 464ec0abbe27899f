"""What stands in a page, read from the bytes it was sent: the same whether it is drawn by WebGL or by the DOM."""

import re
from typing import NamedTuple

import pyte

_NOT_FOR_READING = re.compile(rb"\x1b\[[<>=?][0-9;]*\$?[a-zA-Z]|\x1b\[[0-9;]* [a-zA-Z]")
"""Modes, questions and keys of other kinds: they paint nothing, and pyte writes out the end of some."""


class Cell(NamedTuple):
    """A cell of the terminal, counted from the upper left, from 0."""

    column: int
    line: int


class Painted:
    """The screen of a terminal, without its colours.

    Args:
        columns: Its width.
        lines: Its height.
    """

    def __init__(self, columns: int, lines: int) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines."""
        return self._screen.columns, self._screen.lines

    def resize(self, columns: int, lines: int) -> None:
        """Give it another size; all of it is painted anew by whoever paints it."""
        self._screen.resize(lines, columns)

    def feed(self, came: bytes) -> None:
        """Take what was sent."""
        self._stream.feed(_NOT_FOR_READING.sub(b"", came))

    @property
    def lines(self) -> list[str]:
        """The text of each line."""
        return ["".join(char for char, _ in self._chars(line)) for line in range(self._screen.lines)]

    @property
    def text(self) -> str:
        """All of it, line by line."""
        return "\n".join(self.lines)

    def places(self, words: str) -> list[Cell]:
        """Give the cell in the middle of each place these words stand at, from top to bottom."""
        found = []
        for line in range(self._screen.lines):
            chars = self._chars(line)
            text = "".join(char for char, _ in chars)
            starts = [match.start() for match in re.finditer(re.escape(words), text)]
            found += [Cell(chars[at + len(words) // 2][1], line) for at in starts]
        return found

    def _chars(self, line: int) -> list[tuple[str, int]]:
        """Give the signs of a line, each with its column; the second cell of a wide one has none."""
        cells = self._screen.buffer[line]
        return [(char, column) for column in range(self._screen.columns) for char in cells[column].data]
