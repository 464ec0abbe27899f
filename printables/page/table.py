"""Tables: rows of words that flow over pages, with their heads again on each, and hairlines between."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportlab.lib.colors import Color

from printables.lettering.lines import Block, line, paragraph, write_down
from printables.page import shapes
from printables.page.columns import PAD, Cell, Column, Text
from printables.page.document import Document
from printables.page.hues import CALM, HAIR, INK, QUIET, Ink
from printables.page.shapes import Look

_MOST = 0.4
"""Share of the page's height one row may take before it is cut."""

_TRIES = 24


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on one page, from its left end to its right.

    Attributes:
        height: Its height in pt.
        draw: Draws it downwards from the height it is told, in pt.
        again: What stands over it once more where a further page begins with it.
        with_next: Whether it never ends a page: a heading stays with what follows.
    """

    height: float
    draw: Callable[[float], None]
    again: tuple["Piece", ...] = ()
    with_next: bool = False


def gap(height: float) -> Piece:
    """Give so many pt of white."""
    return Piece(height, lambda _top: None)


def flow(pieces: Iterable[Piece], first: float, further: float) -> list[list[Piece]]:
    """Lay pieces on pages, each page as full as can be.

    Args:
        pieces: In order.
        first: The height there is on the first page, in pt.
        further: The height there is on every other.

    Returns:
        The pieces of each page; the first is empty where nothing had room on it.
    """
    pages: list[list[Piece]] = [[]]
    room = first
    for run in _runs(pieces):
        height = sum(piece.height for piece in run)
        begun = bool(pages[-1]) or (len(pages) == 1 and first < further)
        if height > room and begun:
            pages.append(list(run[0].again))
            room = further - sum(piece.height for piece in run[0].again)
        pages[-1] += run
        room -= height
    return pages


def flow_evenly(pieces: Sequence[Piece], room: float) -> list[list[Piece]]:
    """Lay pieces on as few pages as can be, each about as full as the others.

    Args:
        pieces: In order.
        room: The height there is on each page, in pt.
    """
    count = len(flow(pieces, room, room))
    least = sum(piece.height for piece in pieces) / count
    tried = (flow(pieces, each, each) for at in range(_TRIES) if (each := least + (room - least) * at / _TRIES) < room)
    return next((pages for pages in tried if len(pages) == count), flow(pieces, room, room))


def _runs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Put headings together with what follows them."""
    runs: list[list[Piece]] = []
    joins = False
    for piece in pieces:
        if joins:
            runs[-1].append(piece)
        else:
            runs.append([piece])
        joins = piece.with_next
    return runs


def draw_pieces(pieces: Iterable[Piece], top: float) -> float:
    """Draw pieces one below the other from a height in pt; give the height under them."""
    for piece in pieces:
        piece.draw(top)
        top -= piece.height
    return top


class _Rule(NamedTuple):
    """A line under a row: its look, and how far from the table's left end it starts."""

    look: Look
    start: float = 0.0


class _Row(NamedTuple):
    """One line of a cell."""

    block: Block
    colour: Color


@dataclass(frozen=True, slots=True)
class Table:
    """A table as wide as its columns.

    Attributes:
        page: The document it is drawn in.
        columns: From left to right.
        size: Type size of its words in pt.
        ground: Whether its head has a ground where ink isn't saved.
    """

    page: Document
    columns: Sequence[Column]
    size: float
    ground: bool = True

    @property
    def left(self) -> float:
        """Its left end in pt."""
        return self.page.left

    @property
    def width(self) -> float:
        """Its width in pt."""
        return sum(column.width for column in self.columns)

    @property
    def pad(self) -> float:
        """The white around the words of a cell, in pt."""
        return PAD * self.size

    def text(self, words: str, *, strong: bool = False, small: bool = False, quiet: bool = False) -> Text:
        """Give words for a cell in this table's lettering."""
        letters = self.page.letters
        size = 0.86 * self.size if small else self.size
        return Text(words, letters.strong if strong else letters.plain, size, QUIET if quiet else INK)

    def head(self) -> Piece:
        """Give the titles of the columns over a line."""
        cells = [[self.text(column.title, strong=True, small=True, quiet=True)] for column in self.columns]
        parts = [self._wrapped(cell, column) for cell, column in zip(cells, self.columns, strict=True)]
        words = self._piece(parts, _Rule(Look(stroke=QUIET, width=0.9)))

        def draw(top: float) -> None:
            if self.ground and self.page.style.ink is Ink.COLOUR:
                shapes.strip(self.page.canvas, (self.left, top - words.height, self.width, words.height), Look(CALM))
            words.draw(top)

        return Piece(words.height, draw, with_next=True)

    def rows(self, cells: Sequence[Cell], again: tuple[Piece, ...] = (), key: str = "") -> list[Piece]:
        """Give one row over a hairline, in more than one piece where it is very high.

        Args:
            cells: One for each column.
            again: What stands over it once more on a further page.
            key: What its place is called; a further piece is called so with its number.
        """
        return self._named(key, self._row(cells, _Rule(Look(stroke=HAIR, width=0.5)), again))

    def group(self, first: Cell, rows: Mapping[str, Sequence[Cell]], again: tuple[Piece, ...] = ()) -> list[Piece]:
        """Give rows that share their first cell, which is written once, and once more on each further page.

        Args:
            first: The cell they share; a few lines at most.
            rows: The cells of each, without the first, by what its place is called.
            again: What stands over them once more on a further page.
        """
        nothing: list[Cell] = [[] for _ in self.columns[1:]]
        name = replace(self._row([first, *nothing], None, again)[0], height=0.0, with_next=True)
        pieces = [name]
        for number, (key, cells) in enumerate(rows.items(), 1):
            apart = self.columns[0].width if number < len(rows) else 0.0
            under = _Rule(Look(stroke=HAIR, width=0.5), apart)
            pieces += self._named(key, self._row([first, *cells], under, (*again, name), name_only_room=True))
        return pieces

    def _named(self, key: str, pieces: Sequence[Piece]) -> list[Piece]:
        """Give the pieces of a row, each naming where it is drawn."""
        keys = (key, *(f"{key}/{number}" for number in range(2, len(pieces) + 1)))
        return [self._naming(called, piece) if key else piece for called, piece in zip(keys, pieces, strict=True)]

    def _naming(self, key: str, piece: Piece) -> Piece:
        def draw(top: float) -> None:
            self.page.field(key, (self.left, top - piece.height, self.width, piece.height))
            piece.draw(top)

        return replace(piece, draw=draw)

    def _row(
        self, cells: Sequence[Cell], under: _Rule | None, again: tuple[Piece, ...] = (), *, name_only_room: bool = False
    ) -> list[Piece]:
        """Give a row; its first cell is written, or given room only."""
        most = _MOST * (self.page.top - self.page.bottom)
        parts = [_cut(self._wrapped(cell, column), most) for cell, column in zip(cells, self.columns, strict=True)]
        count = max(len(part) for part in parts)
        if name_only_room:  # each part of a row may begin a page, where the name is written once more
            parts[0] = parts[0][:1] * count
        pieces = []
        for at in range(count):
            here = [part[at] if at < len(part) else [] for part in parts]
            piece = self._piece(here, under if at == count - 1 else None, start=1 if name_only_room else 0)
            pieces.append(replace(piece, again=again))
        return pieces

    def _piece(self, parts: Sequence[list[_Row]], under: _Rule | None, start: int = 0) -> Piece:
        """Give a row of lines already wrapped; cells before `start` are not written."""
        height = max(sum(row.block.height for row in part) for part in parts) + 2 * self.pad

        def draw(top: float) -> None:
            left = self.left
            for at, (part, column) in enumerate(zip(parts, self.columns, strict=True)):
                x, y = left + self.pad + self._room(column) * column.align.value, top - self.pad
                for row in part if at >= start else ():
                    self.page.canvas.setFillColor(row.colour)
                    y = write_down(self.page.canvas, row.block, x, y, column.align)
                left += column.width
            if under is not None:
                shapes.rule(self.page.canvas, self.left + under.start, left, top - height, under.look)

        return Piece(height, draw)

    def _room(self, column: Column) -> float:
        return column.width - 2 * self.pad

    def _wrapped(self, cell: Cell, column: Column) -> list[_Row]:
        blocks = (
            (paragraph(line(text.words, text.voice), self._room(column), text.size, most=text.most), text.colour)
            for text in cell
            if text.words
        )
        return [_Row(Block((each,), block.size), colour) for block, colour in blocks for each in block.lines]


def _cut(rows: list[_Row], most: float) -> list[list[_Row]]:
    """Cut the lines of a cell into parts that are not too high."""
    parts: list[list[_Row]] = [[]]
    for row in rows:
        if parts[-1] and sum(each.block.height for each in parts[-1]) + row.block.height > most:
            parts.append([])
        parts[-1].append(row)
    return parts
