"""One or two signs as large as there is room for, with words below for those who read."""

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
    """Signs side by side in the middle, words below.

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
        times = min(_LARGEST, room // _SIGN, (width + _GAP) // (len(self._signs) * (_SIGN + _GAP)))
        tall = (_SIGN * times // 2 + 1) if times > 0 else 0
        top = max(0, (height - tall - len(words)) // 2)
        if times > 0:
            wide = len(self._signs) * (_SIGN * times + _GAP) - _GAP
            for at, name in enumerate(self._signs):
                left = (width - wide) // 2 + at * (_SIGN * times + _GAP)
                canvas.stamp(left, 2 * top, larger(kiosk_sign(name, ink), times))
        for line, text in enumerate(words, top + tall):
            canvas.write_centred(0, line, text, width, ink, bold=True)
        return canvas.strips()
