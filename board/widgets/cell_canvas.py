"""A picture of cells to paint on: two pixels a cell, pictures laid over each other, and words on top."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Self

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from board.art.cells import Colour, Pixels, laid_on
from board.widgets.grid_colours import style
from board.widgets.grid_plan import shortened
from board.widgets.pieced_line import PixelStrip

_SEEN = 128
"""Alpha from which on a pixel hides what lies under it."""


class CellCanvas:
    """Pixels with words over them. What lies outside is left out.

    Args:
        width: Cells, and pixels, across.
        lines: Lines of cells: half as many as pixels down.
        ground: Colour of everything at first.
    """

    def __init__(self, width: int, lines: int, ground: Colour) -> None:
        self.width, self.lines = width, lines
        self._rows: list[list[Colour]] = [[ground] * width for _ in range(2 * lines)]
        self._words: dict[int, list[tuple[int, Segment]]] = {}

    def fill(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """Fill a part, in pixels."""
        start, end = max(0, left), min(self.width, left + width)
        for row in self._rows[max(0, top) : max(0, top + height)] if end > start else ():
            row[start:end] = [colour] * (end - start)

    def disc(self, left: int, top: int, across: int, colour: Colour) -> None:
        """Fill a disc, by the square around it in pixels."""
        for y in range(across):
            for x in range(across):
                if (2 * x + 1 - across) ** 2 + (2 * y + 1 - across) ** 2 <= across * across:
                    self.fill(left + x, top + y, 1, 1, colour)

    def frame(self, left: int, top: int, width: int, height: int, colour: Colour) -> None:
        """Draw a frame a pixel wide, just inside a part."""
        for start, size in ((top, 1), (top + height - 1, 1)):
            self.fill(left, start, width, size, colour)
        for start in (left, left + width - 1):
            self.fill(start, top, 1, height, colour)

    def stamp(self, left: int, top: int, picture: Pixels) -> None:
        """Lay a picture over what is there."""
        for y, row in enumerate(picture, top):
            for x, pixel in enumerate(row, left):
                if 0 <= y < len(self._rows) and 0 <= x < self.width and pixel[3]:
                    self._rows[y][x] = laid_on(((pixel,),), self._rows[y][x])[0][0]

    def write(self, left: int, line: int, text: str, front: Colour, *, bold: bool = False) -> None:
        """Write words over the pixels, cut where the canvas ends.

        Args:
            left: Cell they begin at.
            line: Line of cells.
            text: One line.
            front: Its colour; the ground stays.
            bold: Whether it is bold.
        """
        if 0 <= line < self.lines and 0 <= left < self.width and text:
            shown = shortened(text, self.width - left)
            look = style(front, self._rows[2 * line][left], bold=bold)
            self._words.setdefault(line, []).append((left, Segment(shown, look)))

    def write_centred(self, left: int, line: int, text: str, width: int, front: Colour, *, bold: bool = False) -> None:
        """Write words in the middle of so many cells."""
        shown = shortened(text, max(1, width))
        self.write(left + max(0, width - cell_len(shown)) // 2, line, shown, front, bold=bold)

    def copy(self) -> Self:
        """Give another canvas with the same on it."""
        other = copy(self)
        other._rows = [[*row] for row in self._rows]  # noqa: SLF001 - its own kind
        other._words = {line: [*words] for line, words in self._words.items()}  # noqa: SLF001 - same
        return other

    def strips(self, lines: Iterable[int] | None = None) -> list[Strip]:
        """Give lines by their numbers, or all of them."""
        wanted = range(self.lines) if lines is None else lines
        return [PixelStrip(tuple(self._line(line)), self.width) for line in wanted]

    def _line(self, line: int) -> Iterator[Segment]:
        upper, lower = self._rows[2 * line : 2 * line + 2]
        x = 0
        for left, words in sorted(self._words.get(line, []), key=lambda one: one[0]):
            if left < x:
                continue
            yield from _run(upper[x:left], lower[x:left])
            yield words
            x = left + cell_len(words.text)
        yield from _run(upper[x:], lower[x:])


def _run(upper: list[Colour], lower: list[Colour]) -> Iterator[Segment]:
    """Give cells, neighbours of one look together: less to write to the terminal."""
    pairs = list(zip(upper, lower, strict=True))
    start = 0
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or pairs[at] != pairs[start]:
            one, other = pairs[start]
            yield Segment((" " if one == other else "▀") * (at - start), style(one, other))
            start = at
