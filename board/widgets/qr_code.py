"""A link as a QR code that phones read from the screen, whatever the colours of the board are."""

from collections.abc import Iterator
from itertools import groupby

from textual.content import Content
from textual.widgets import Static

from board.art.qr import FEW_QUIET, QUIET, Squares, enlarged, framed, qr_squares
from board.terminal.look import TerminalLook

_INKS = {True: "#000000", False: "#ffffff"}
"""Dark on light always: many phones read no code that is light on dark."""

_TOO_SMALL = "The code needs a larger window; the address below is the same."
_NO_SQUARES = "This terminal can't draw the code; the address below is the same."


class QrCode(Static):
    """Shows a code as large as its quiet edge allows, in the middle of its room.

    Args:
        too_small: What stands there where the window is too small for it.
        id: Id of the widget.
    """

    DEFAULT_CSS = """
    QrCode { width: 1fr; height: 1fr; content-align: center middle; text-align: center; }
    """

    def __init__(self, *, too_small: str = _TOO_SMALL, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id, markup=False)
        self._too_small = too_small
        self._text, self._instead = "", ""

    @property
    def lines_needed(self) -> int:
        """How many lines it takes; none where there is nothing to show."""
        return (len(qr_squares(self._text)) + 2 * QUIET + 1) // 2 if self._text else 0

    def show(self, text: str, instead: str = "") -> None:
        """Show a code.

        Args:
            text: What it says, empty for none.
            instead: What stands there where there is none.
        """
        self._text, self._instead = text, instead
        self._draw()

    def on_resize(self) -> None:
        """Fit it into the room there is now."""
        self._draw()

    def _draw(self) -> None:
        if not self.size.width:
            return
        if not self._text:
            self.update(Content(self._instead), layout=False)
            return
        squares = self._fitting(qr_squares(self._text))
        if squares is None:
            self.update(Content(self._too_small if self._has_halves else _NO_SQUARES), layout=False)
        else:
            lines = _in_halves(squares) if self._has_halves else map(_in_grounds, squares)
            self.update(Content("\n").join(lines), layout=False)

    @property
    def _has_halves(self) -> bool:
        looks = [one for one in self.get_line_filters() if isinstance(one, TerminalLook)]
        return all(one.signs.halves for one in looks)

    def _fitting(self, squares: Squares) -> Squares | None:
        """Give the code with as much around it as there is room for, None where there is not enough."""
        width, height = self.size
        room = min(width, 2 * height) if self._has_halves else min(width // 2, height)
        for quiet in (QUIET, FEW_QUIET):
            times = room // (len(squares) + 2 * quiet)
            if times > 0:
                return enlarged(framed(squares, quiet), times)
        return None


def _in_halves(squares: Squares) -> Iterator[Content]:
    """Draw two rows a line, in the one sign that all pictures are made of: it is never taken for a letter."""
    rows = squares if len(squares) % 2 == 0 else (*squares, (False,) * len(squares[0]))
    for pair in zip(rows[::2], rows[1::2], strict=True):
        cells = groupby(zip(*pair, strict=True))
        runs = ((upper, lower, len(list(same))) for (upper, lower), same in cells)
        yield Content.assemble(*(("▀" * long, f"{_INKS[upper]} on {_INKS[lower]}") for upper, lower, long in runs))


def _in_grounds(row: tuple[bool, ...]) -> Content:
    """Draw a row where a terminal has no half blocks: each square is two cells with a ground of its own."""
    return Content.assemble(*(("  ", f"on {_INKS[is_dark]}") for is_dark in row))
