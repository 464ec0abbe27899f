"""A line of the screen made of finished pieces."""

from collections.abc import Iterator, Sequence
from itertools import chain

from rich.console import Console
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

_HALVES = {"▀": "▄", "▄": "▀"}
_RESET = "\x1b[0m"


class PixelStrip(Strip):
    """A strip of half-blocks, written with as few colour codes as can be.

    A plain strip writes both colours of every cell and resets after each, some 45 bytes; most neighbours share a colour,
    and a half-block may be turned over so that they do. Half the bytes mean a board that is up sooner, above all over
    a network.
    """

    __slots__ = ("_written",)

    def __init__(self, segments: Sequence[Segment], width: int) -> None:
        super().__init__(segments, width)
        self._written: str | None = None

    def render(self, console: Console) -> str:  # noqa: ARG002 - as Textual calls it
        """Give the text for the terminal; its colours are colours the terminal has."""
        if self._written is None:
            self._written = _written(self)
        return self._written

    def apply_filter(self, filter: LineFilter, background: Color) -> Strip:  # noqa: A002 - as Textual calls it
        """Give the same cells as a filter shows them, remembered like any strip's."""
        kept = self._filter_cache.get((filter, background))
        if kept is None:
            kept = PixelStrip(filter.apply(self._segments, background), self.cell_length)
            self._filter_cache[filter, background] = kept
        return kept


def _written(strip: Strip) -> str:
    out: list[str] = []
    front = back = bold = None
    for text, look, _ in strip:
        assert look is not None
        wanted_front, wanted_back = look.color, look.bgcolor
        if text[0] in _HALVES and (wanted_front == back or wanted_back == front) and wanted_front != front:
            text = _HALVES[text[0]] * len(text)  # noqa: PLW2901 - the same cells, turned over
            wanted_front, wanted_back = wanted_back, wanted_front
        codes = []
        if look.bold != bold:
            codes.append("1" if look.bold else "22")
            bold = look.bold
        if wanted_front != front and not text.isspace():
            front = wanted_front
            codes += front.get_ansi_codes() if front else ["39"]
        if wanted_back != back:
            back = wanted_back
            codes += back.get_ansi_codes(foreground=False) if back else ["49"]
        out.append(f"\x1b[{';'.join(codes)}m{text}" if codes else text)
    return "".join((*out, _RESET))


class PiecedLine(Strip):
    """A strip whose text is that of its pieces, one after the other.

    A plain strip writes itself segment by segment, and a line of stickers has a hundred. Its pieces have been written
    before and remember their text, so scrolling and moving the cursor write almost nothing anew.

    Args:
        pieces: From left to right.
        width: Cells of all of them together.
    """

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Sequence[Strip], width: int) -> None:
        self._pieces = pieces
        super().__init__(chain.from_iterable(pieces), width)

    @property
    def pieces(self) -> Sequence[Strip]:
        """From left to right."""
        return self._pieces

    def render(self, console: Console) -> str:
        """Give the text for the terminal."""
        return "".join(piece.render(console) for piece in self._pieces)

    def apply_filter(self, filter: LineFilter, background: Color) -> Strip:  # noqa: A002 - as Textual calls it
        """Give the line made of the same pieces as a filter shows them."""
        return PiecedLine([piece.apply_filter(filter, background) for piece in self._pieces], self.cell_length)

    def crop(self, start: int, end: int | None = None) -> Strip:
        """Give a part of the line, made of the same pieces.

        Args:
            start: First cell.
            end: One past the last cell, None for the end of the line.
        """
        last = self.cell_length if end is None else min(self.cell_length, end)
        if start <= 0 and last == self.cell_length:
            return self
        first = max(0, start)
        return PiecedLine(list(self._between(first, last)), max(0, last - first))

    def _between(self, start: int, end: int) -> Iterator[Strip]:
        left = 0
        for piece in self._pieces:
            right = left + piece.cell_length
            if left >= end:
                return
            if right > start:
                whole = start <= left and right <= end
                yield piece if whole else piece.crop(max(0, start - left), end - left)
            left = right


def pieces_of(strip: Strip) -> Iterator[Strip]:
    """Give the pieces a strip is made of, from left to right; any other strip is one itself."""
    if isinstance(strip, PiecedLine):
        for piece in strip.pieces:
            yield from pieces_of(piece)
    else:
        yield strip
