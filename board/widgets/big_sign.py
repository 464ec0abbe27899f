"""A few signs as large as there is room for, with words below for those who read."""

from textual.strip import Strip

from board.art.child_signs import larger
from board.art.kiosk_signs import kiosk_sign
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import wrapped
from board.widgets.painted import Painted

_SIGN, _GAP = 12, 4
_LARGEST = 4
_MOST_WORDS = 3
_AIR = 2
"""Lines above and below."""


class BigSign(Painted):
    """Signs in the middle, side by side or one below the other, whichever makes them larger, and words below.

    Args:
        words: One sentence, or empty.
        signs: Names of signs, see `kiosk_sign`.
    """

    def __init__(self, words: str, *signs: str) -> None:
        self._words, self._signs = words, signs
        super().__init__()

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, ink = self.colour("background"), self.colour("foreground")
        width, height = self.size
        canvas = CellCanvas(width, height, ground)
        words = wrapped(self._words, max(1, width - 2), min(_MOST_WORDS, height))
        room = 2 * (height - len(words) - _AIR)
        times, across = self._laid(width, room)
        rows = -(-len(self._signs) // across)
        tall = (rows * (_SIGN * times + _GAP) - _GAP) // 2 + 1 if times > 0 else 0
        top = max(0, (height - tall - len(words)) // 2)
        if times > 0:
            wide = across * (_SIGN * times + _GAP) - _GAP
            for at, name in enumerate(self._signs):
                row, column = divmod(at, across)
                left = (width - wide) // 2 + column * (_SIGN * times + _GAP)
                canvas.stamp(left, 2 * top + row * (_SIGN * times + _GAP), larger(kiosk_sign(name, ink), times))
        for line, text in enumerate(words, top + tall):
            canvas.write_centred(0, line, text, width, ink, bold=True)
        return canvas.strips()

    def _laid(self, width: int, room: int) -> tuple[int, int]:
        """Give how many times as large as they are drawn the signs fit, and how many of them side by side.

        Args:
            width: Cells across.
            room: Pixels down.
        """
        many = max(1, len(self._signs))
        beside = min(_LARGEST, room // _SIGN, (width + _GAP) // (many * (_SIGN + _GAP)))
        below = min(_LARGEST, (room + _GAP) // (many * (_SIGN + _GAP)), width // _SIGN)
        return (below, 1) if below > beside else (beside, many)
