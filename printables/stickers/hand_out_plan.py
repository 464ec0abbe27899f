"""Where drawings of label sheets and the list by child stand on the pages of a hand-out list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from printables.page.document import Document
from printables.page.paper import MM
from printables.page.table import Piece
from printables.stock import Stock

HEAD, FOOT = 20.0, 20.0
TYPE = 9.0
BETWEEN = 8 * MM
"""Between two columns, and under a drawing, in pt."""

_ACROSS = 2
"""Columns of a page; a label sheet is drawn as wide as one."""


class Frame(NamedTuple):
    """Where something begins: which page, from 0, and its upper left corner in pt."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, in pt: drawings of the label sheets first, the list under and beside the last ones.

    Attributes:
        page: The document.
        stock: The label sheets.
        sheets: How many of them.
    """

    page: Document
    stock: Stock
    sheets: int

    @property
    def top(self) -> float:
        """Where columns begin."""
        return self.page.top - 2.2 * HEAD * self.page.scale

    @property
    def bottom(self) -> float:
        """Where columns end."""
        return self.page.bottom + FOOT * self.page.scale

    @property
    def width(self) -> float:
        """Width of a column."""
        return (self.page.width - (_ACROSS - 1) * BETWEEN) / _ACROSS

    @property
    def caption(self) -> float:
        """Height of the words over a drawing."""
        return 2 * self.page.type(TYPE)

    @property
    def rows(self) -> int:
        """How many drawings stand one under the other: many are drawn smaller."""
        return 1 if self.sheets <= _ACROSS else 2

    @property
    def high(self) -> float:
        """Height a drawing takes, its caption and the white under it included."""
        wide, high = self.stock.page_mm
        whole = self.caption + self.width * high / wide + BETWEEN
        return min(whole, (self.top - self.bottom) / self.rows)

    def drawing(self, number: int) -> Frame:
        """Give where a label sheet is drawn, by its number from 0."""
        page, at = divmod(number, self.rows * _ACROSS)
        row, column = divmod(at, _ACROSS)
        return Frame(page, self._left(column), self.top - row * self.high)

    def columns(self) -> Iterator[Frame]:
        """Give where columns of the list begin, in order."""
        drawings = [self.drawing(number) for number in range(self.sheets)]
        page = drawings[-1].page
        for left in map(self._left, range(_ACROSS)):
            above = sum(drawing.page == page and drawing.left == left for drawing in drawings)
            yield Frame(page, left, self.top - above * self.high)
        while True:
            page += 1
            yield from (Frame(page, self._left(column), self.top) for column in range(_ACROSS))

    def filled(self, pieces: Sequence[Piece]) -> list[tuple[Frame, list[Piece]]]:
        """Lay pieces into columns, each as full as can be."""
        columns = self.columns()
        filled: list[tuple[Frame, list[Piece]]] = [(next(columns), [])]
        room = filled[-1][0].top - self.bottom
        for piece in pieces:
            while piece.height > room and (filled[-1][1] or filled[-1][0].top < self.top):
                filled.append((next(columns), list(piece.again)))
                room = filled[-1][0].top - self.bottom - sum(each.height for each in piece.again)
            filled[-1][1].append(piece)
            room -= piece.height
        return filled

    def _left(self, column: int) -> float:
        return self.page.left + column * (self.width + BETWEEN)
