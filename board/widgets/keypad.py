"""A keypad with big keys to press or tap, and above it what was typed: a dot for each digit."""

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from board.art.cells import Colour, Pixels, mixed
from board.art.child_signs import larger
from board.art.pin_signs import DOWN, key_sign, lock_sign
from board.widgets.box import Box
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import wrapped
from board.widgets.painted import Painted
from board.widgets.tapping import Tap

ERASE, DONE = "erase", "done"
_LEAVE = "leave"
"""What the key that erases shows while there is nothing to erase."""

_KEYS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), (ERASE, "0", DONE))
_ACROSS, _DOWN = 3, 4
_HIGHEST, _WIDEST = 9, 22
"""Lines and cells of a key at most."""

_MARGIN = 4
"""Pixels above and below a sign together."""


class Keypad(Painted):
    """Ten digits, a key that erases and one that is done."""

    DEFAULT_CSS = "Keypad { pointer: pointer; }"

    empty: var[bool] = var(True)
    """Whether there is nothing to erase: then that key leads away."""

    class Pressed(Message):
        """A key was tapped."""

        def __init__(self, key: str) -> None:
            """Make the message.

            Args:
                key: A digit, `ERASE` or `DONE`.
            """
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        self._tap = Tap()
        super().__init__()

    @property
    def eye(self) -> Offset:
        """The key in the middle."""
        left, top, wide, high = self._place(1, 1)
        return Offset(left + wide // 2, top + high // 2)

    def watch_empty(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._key_at(event))

    def on_click(self, event: events.Click) -> None:
        """Tell which key was tapped."""
        key = self._key_at(event)
        if key is not None and self._tap.ends_on(key):
            self.post_message(self.Pressed(key))

    def _key_at(self, event: events.MouseEvent) -> str | None:
        for row, keys in enumerate(_KEYS):
            for column, key in enumerate(keys):
                if self._place(row, column).holds(event.x, event.y):
                    return key
        return None

    def _place(self, row: int, column: int) -> Box:
        """Give where a key is, with the air right of it and below."""
        high = max(1, min(_HIGHEST, self.size.height // _DOWN))
        wide = max(1, min(_WIDEST, self.size.width // _ACROSS, 3 * high + 2))
        left = max(0, self.size.width - _ACROSS * wide) // 2
        top = max(0, self.size.height - _DOWN * high) // 2
        return Box(left + column * wide, top + row * high, wide, high)

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, panel, ink = (self.colour(name) for name in ("background", "panel", "foreground"))
        canvas = CellCanvas(self.size.width, self.size.height, ground)
        looks = {DONE: mixed(panel, self.colour("success"), 0.35), ERASE: mixed(panel, ink, 0.12)}
        for row, keys in enumerate(_KEYS):
            for column, key in enumerate(keys):
                self._paint(canvas, key, self._place(row, column), (ink, looks.get(key, panel), ground))
        return canvas.strips()

    def _paint(self, canvas: CellCanvas, key: str, place: Box, colours: tuple[Colour, Colour, Colour]) -> None:
        (left, top, wide, high), (ink, back, ground) = place, colours
        across, down = wide - 1, max(1, 2 * high - 1)
        canvas.fill(left, 2 * top, across, down, back)
        for x in (left, left + across - 1) if down > DOWN else ():
            for y in (2 * top, 2 * top + down - 1):
                canvas.fill(x, y, 1, 1, ground)
        name = _LEAVE if key == ERASE and self.empty else key
        sign = _sign(name, ink, down)
        if sign is None:
            canvas.write_centred(left, top, _LETTERS.get(name, name), across, ink, bold=True)
        else:
            canvas.stamp(left + (across - len(sign[0])) // 2, 2 * top + (down - len(sign)) // 2, sign)


_LETTERS = {ERASE: "<", _LEAVE: "<", DONE: "ok"}
"""What stands on keys that have no room for a sign."""


def _sign(name: str, ink: Colour, down: int) -> Pixels | None:
    """Give the sign for a key so many pixels high; None where there is no room for any."""
    if down < DOWN:
        return None
    return larger(key_sign(name, ink), max(1, (down - _MARGIN) // DOWN))


class PinLine(Painted):
    """A lock, a dot for each digit that was typed, and a sentence below."""

    typed: var[int] = var(0)
    """How many digits were typed."""

    words: var[str] = var("")
    """The sentence."""

    is_open: var[bool] = var(False)
    """Whether the lock is open."""

    def __init__(self, fewest: int) -> None:
        """Make it.

        Args:
            fewest: Dots that are there from the first, for digits still to be typed.
        """
        self._fewest = fewest
        super().__init__()

    def watch_typed(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def watch_words(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def watch_is_open(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, ink, accent = (self.colour(name) for name in ("background", "foreground", "accent"))
        width, high = self.size.width, self.size.height
        canvas = CellCanvas(width, high, ground)
        lock, dots = lock_sign(ink, is_open=self.is_open), max(self._fewest, self.typed)
        size = 2 if high < _ROOMY else 4
        shows_lock = high >= _ROOMY
        room = high - int(shows_lock)
        rows = wrapped(self.words, max(1, width - 2), max(0, room - size // 2 - 1)) if self.words else ()
        wide = dots * (size + 2) - 2 + (len(lock[0]) + 3 if shows_lock else 0)
        top = max(0, 2 * room - 2 * len(rows) - (len(lock) if shows_lock else size)) // 2
        left = max(0, width - wide) // 2
        if shows_lock:
            canvas.stamp(left, top, lock)
            left, top = left + len(lock[0]) + 3, top + (len(lock) - size) // 2
        for number in range(dots):
            self._dot(canvas, (left + number * (size + 2), top, size), (accent, mixed(ground, ink, 0.25)), number)
        for line, text in enumerate(rows, room - len(rows)):
            canvas.write_centred(1, line, text, width - 2, ink, bold=True)
        return canvas.strips()

    def _dot(
        self, canvas: CellCanvas, place: tuple[int, int, int], colours: tuple[Colour, Colour], number: int
    ) -> None:
        left, top, size = place
        if number < self.typed:
            canvas.disc(left, top, size, colours[0])
        else:
            canvas.fill(left, top + size - 1, size, 1, colours[1])


_ROOMY = 6
"""Lines from which on there is room for the lock."""
