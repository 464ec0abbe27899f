"""The foot of the kiosk's quilt: a large tile that says touch me, and a small key for adults in the corner."""

from textual import events
from textual.message import Message
from textual.strip import Strip

from board.art.cells import mixed
from board.art.child_signs import larger
from board.art.kiosk_signs import digit, kiosk_sign
from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.cell_canvas import CellCanvas
from board.widgets.painted import Painted
from board.widgets.tapping import Tap
from board.words import at_kiosk

_SIGN = 12
_KEY_WIDE = 8
_KEY_HIGH = 4
_QUIET = 0.55
"""Share of the ground in what is for adults: a child in a hurry shall see the large tile and not the key."""

_KEY, _TILE = "key", "tile"
"""What can be tapped."""

_DIGIT_WIDE = 4
_WIDEST = 44


class TouchBar(Painted):
    """Two things to press: the tile in the middle, or anything else on the screen; and the key.

    Args:
        leads_on: Whether there is something behind the tile; otherwise only the key is there.
    """

    DEFAULT_CSS = "TouchBar { pointer: pointer; }"

    class Pressed(Message):
        """One of them was tapped."""

        def __init__(self, adult: bool) -> None:
            """Make the message.

            Args:
                adult: Whether it was the key.
            """
            super().__init__()
            self.adult = adult

    def __init__(self, *, leads_on: bool = True) -> None:
        self._tap, self._leads_on = Tap(), leads_on
        super().__init__()

    @property
    def key_box(self) -> Box:
        """Where the key lies: a tap there is an adult's."""
        wide, high = _KEY_WIDE + _DIGIT_WIDE, min(self.size.height, _KEY_HIGH)
        return Box(max(0, self.size.width - wide), self.size.height - high, wide, high)

    @property
    def tile_box(self) -> Box:
        """Where the large tile lies."""
        width, wide = self.size.width, self.key_box.wide
        is_centred = width > 4 * wide
        room = min(_WIDEST, width - 2 * wide) if is_centred else max(0, width - wide - 1)
        return Box((width - room) // 2 if is_centred else 0, 0, room, self.size.height)

    def thing_at(self, x: int, y: int) -> str | None:
        """Tell what a tap on a cell means: the key, or the tile; beside both it means the tile, too, and stands for nothing."""
        return _KEY if self.key_box.holds(x, y) else _TILE if self.tile_box.holds(x, y) else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self.key_box.holds(event.x, event.y))

    def on_click(self, event: events.Click) -> None:
        """Tell which was tapped; it is no tap on the quilt."""
        event.stop()
        is_key = self.key_box.holds(event.x, event.y)
        if self._tap.ends_on(is_key):
            self.post_message(self.Pressed(is_key))

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, panel, ink, accent = (self.colour(name) for name in ("background", "panel", "foreground", "accent"))
        canvas = CellCanvas(*self.size, ground)
        self._paint_key(canvas, self.key_box)
        if not self._leads_on:
            return canvas.strips()
        left, _, wide, height = self.tile_box
        canvas.fill(left, 0, wide, 2 * height, mixed(panel, ink, 0.12))
        canvas.frame(left, 0, wide, 2 * height, accent)
        at = left + 2
        if 2 * height >= _SIGN and wide >= _SIGN + 2:
            sign = kiosk_sign("touch", ink)
            at = left + max(1, (wide - _SIGN - 3 - len(at_kiosk.TOUCH_ME)) // 2)
            canvas.stamp(at, (2 * height - _SIGN) // 2 + 1, larger(sign, 1))
            at += _SIGN + 3
        if at + len(at_kiosk.TOUCH_ME) < left + wide:
            canvas.write(at, height // 2, at_kiosk.TOUCH_ME, ink, bold=True)
        return canvas.strips()

    def _paint_key(self, canvas: CellCanvas, box: Box) -> None:
        quiet = mixed(self.colour("foreground"), self.colour("background"), _QUIET)
        middle = box.top * 2 + box.high
        if self.app.has_class(TOUCH_CLASS):
            pass  # no digit leads there
        elif self.has_halves:
            canvas.stamp(box.left + 1, middle - 2, digit(0, quiet))
        else:
            canvas.write(box.left + 2, middle // 2, "0", quiet, bold=True)
        canvas.stamp(box.left + 5, middle - 4, kiosk_sign("small_key", quiet))
