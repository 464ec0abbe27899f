"""The three places of a picture word, filled from the left; or signs that say what comes first."""

from collections.abc import Sequence

from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from board.art.cells import mixed
from board.art.child_signs import larger
from board.art.kiosk_signs import kiosk_sign
from board.widgets.cell_canvas import CellCanvas
from board.widgets.painted import Painted
from board.widgets.sign_painter import Drawn

_PLACES = 3
_SIGN = 12
_SMALLEST, _LARGEST = 8, 24
_AIR = 2
"""Cells beside the sign of the child."""


class WordSlots(Painted):
    """Three places side by side. The one that is filled next has a frame; a tap takes the last picture back.

    Args:
        whose: Draws the sign of the child whose word it is, left of them where there is room.
    """

    DEFAULT_CSS = "WordSlots { pointer: pointer; }"

    class Tapped(Message):
        """Its pictures were tapped."""

    def __init__(self, whose: Drawn) -> None:
        self._whose = whose
        self._pictures: Sequence[Drawn] = ()
        self._signs: tuple[str, ...] = ()
        super().__init__()

    def show(self, pictures: Sequence[Drawn]) -> None:
        """Show the pictures that were chosen so far."""
        self._pictures, self._signs = pictures, ()
        self.paint_anew()

    def tell(self, *signs: str) -> None:
        """Show signs in their stead, by name."""
        self._signs = signs
        self.paint_anew()

    @property
    def eye(self) -> Offset:
        """The place that is filled next."""
        wide = self._wide
        return Offset((self.size.width - _PLACES * wide) // 2 + len(self._pictures) * wide, self.size.height // 2)

    def on_click(self) -> None:
        """Tell of it."""
        self.post_message(self.Tapped())

    def thing_at(self, _x: int, _y: int) -> str:
        """Tell what a tap on a cell means: wherever it is, that the last picture is taken back."""
        return "last"

    @property
    def _wide(self) -> int:
        return max(4, min(2 * self.size.height + 2, _LARGEST + 4, self.size.width // _PLACES))

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, panel, ink, accent = (self.colour(name) for name in ("background", "panel", "foreground", "accent"))
        width, height = self.size
        canvas = CellCanvas(width, height, ground)
        if self._signs:
            self._paint_signs(canvas)
            return canvas.strips()
        wide = self._wide
        left, high = (width - _PLACES * wide) // 2, 2 * height - 1
        self._paint_whose(canvas, left)
        for place in range(_PLACES):
            at, is_next = left + place * wide, place == len(self._pictures)
            canvas.fill(at, 0, wide - 1, high, mixed(panel, ink, 0.16 if is_next else 0.0))
            if is_next:
                canvas.frame(at, 0, wide - 1, high, accent)
            if place < len(self._pictures):
                side = min(_LARGEST, 2 * height, wide - 1) // 2 * 2
                picture = self._pictures[place](side, ink)
                if picture is not None:
                    canvas.stamp(at + (wide - side) // 2, (2 * height - side) // 2, picture)
        return canvas.strips()

    def _paint_whose(self, canvas: CellCanvas, room: int) -> None:
        """Show whose word it is, so that a child at another one's door sees it."""
        side = min(_LARGEST, 2 * self.size.height, room - 2 * _AIR) // 2 * 2
        picture = self._whose(side, self.colour("foreground")) if side >= _SMALLEST else None
        if picture is not None:
            canvas.stamp(_AIR, self.size.height - side // 2, picture)

    def _paint_signs(self, canvas: CellCanvas) -> None:
        ink, (width, height) = self.colour("foreground"), self.size
        times = max(1, min(3, 2 * height // _SIGN, width // (len(self._signs) * (_SIGN + 2))))
        wide = _SIGN * times + 2
        left = (width - len(self._signs) * wide) // 2
        for at, name in enumerate(self._signs):
            picture = larger(kiosk_sign(name, ink), times)
            canvas.stamp(left + at * wide + 1, max(0, (2 * height - _SIGN * times) // 2), picture)
