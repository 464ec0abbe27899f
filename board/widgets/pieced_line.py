"""A line of the screen made of finished pieces."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from textual.strip import Strip


class PiecedLine(Strip):
    """A strip whose text is that of its pieces, one after the other.

    A plain strip writes itself segment by segment, and a line of stickers has a hundred. Its pieces have been written
    before and remember their text, so scrolling and moving the cursor write almost nothing anew.

    Args:
        pieces: From left to right.
    """

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Sequence[Strip]) -> None:
        self._pieces = pieces
        super().__init__([segment for piece in pieces for segment in piece], sum(piece.cell_length for piece in pieces))

    def render(self, console: Console) -> str:
        """Give the text for the terminal."""
        return "".join(piece.render(console) for piece in self._pieces)

    def crop(self, start: int, end: int | None = None) -> Strip:
        """Give a part of the line, made of the same pieces.

        Args:
            start: First cell.
            end: One past the last cell, None for the end of the line.
        """
        last = self.cell_length if end is None else min(self.cell_length, end)
        if start <= 0 and last == self.cell_length:
            return self
        return PiecedLine(list(self._between(max(0, start), last)))

    def _between(self, start: int, end: int) -> Iterator[Strip]:
        left = 0
        for piece in self._pieces:
            if left < end and left + piece.cell_length > start:
                yield piece.crop(max(0, start - left), min(piece.cell_length, end - left))
            left += piece.cell_length
