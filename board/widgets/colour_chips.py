"""The colours of the studio: a row of chips in the order of the digit keys."""

from bisect import bisect_right
from itertools import accumulate

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import RenderResult
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour, mixed
from board.art.pixels import PALETTE, Chip
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import HasKeys, Legend
from board.widgets.grid_colours import grid_colours, readable_on, style
from board.widgets.tapping import Tap

CHIP_KEYS = "123456789b-="
"""The keys that choose them, those with a digit first; 0 is for what else one can do."""

_AIR = 2
"""Cells of a chip its name leaves free: a name never touches the next one."""

_CHOSEN = (("█", "▀", "█"), ("█", " ", "█"), ("█", "▄", "█"))
_EDGE = (("╭", "─", "╮"), ("│", " ", "│"), ("╰", "─", "╯"))
"""Around the chosen chip, and around one that would not be told from the ground: left, between and right, line by line."""

_HEIGHT = len(_CHOSEN)

_ALIKE = 48
"""Shades of red, green and blue by which a colour must differ from the ground to be told from it."""


class ColourChips(HasKeys, Widget):
    """Chips with key, sign and name; the one in the child's hand is framed.

    Args:
        across: How many stand side by side.
        id: Id of the widget.
    """

    ALLOW_SELECT = False
    LEGENDS = (Legend("Signs of the colours", tuple((chip.sign, chip.name) for chip in PALETTE)),)
    DEFAULT_CSS = f"ColourChips {{ height: {_HEIGHT}; pointer: pointer; }}"

    chosen: var[int] = var(1)
    """Palette number of the colour in the child's hand."""

    across: var[int] = var(len(PALETTE))
    """How many stand side by side."""

    class Tapped(Message):
        """A chip was tapped.

        Attributes:
            number: Its palette number.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, across: int = len(PALETTE), *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        self._tap = Tap()
        super().__init__(id=id)
        self.set_reactive(ColourChips.across, across)

    def watch_chosen(self) -> None:
        """Paint anew."""
        self.refresh()

    def watch_across(self) -> None:
        """Paint anew."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self.thing_at(event.x, event.y))

    def on_click(self, event: events.Click) -> None:
        """Tell which chip was tapped."""
        number = self.thing_at(event.x, event.y)
        if number is not None and self._tap.ends_on(number):
            self.post_message(self.Tapped(number))

    def thing_at(self, x: int, y: int) -> int | None:
        """Give the palette number of the chip on a cell, None where there is none."""
        row, at = y // _HEIGHT, bisect_right(list(accumulate(self._widths)), x)
        number = row * self.across + at + 1
        return number if at < self.across and number <= len(PALETTE) else None

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line of a row of chips."""
        ground = grid_colours(self.app.theme_variables).space
        row, line = divmod(y, _HEIGHT)
        parts: list[Segment] = []
        for number, wide in enumerate(self._widths, row * self.across + 1):
            if number <= len(PALETTE):
                key = "" if self.app.has_class(TOUCH_CLASS) else CHIP_KEYS[number - 1]
                parts += self._line(PALETTE[number - 1], key, wide, line, is_chosen=number == self.chosen)
        return Strip(parts).adjust_cell_length(self.size.width, ground)

    @property
    def _widths(self) -> tuple[int, ...]:
        """Give how wide the chips of a row are."""
        if self.across < len(PALETTE) or self.app.has_class(TOUCH_CLASS):
            return (self.size.width // self.across,) * self.across
        return _widths(self.size.width)

    def _line(self, chip: Chip, key: str, wide: int, line: int, *, is_chosen: bool) -> list[Segment]:
        """Give one line of a chip."""
        text = (f" {key} " if key else "", chip.sign * (wide - 2 * _AIR), chip.name)[line]
        look = _look(chip, bold=line != 1)
        ground = self.background_colors[1].rgb
        if len(text) > wide - 2:  # no room for a frame beside the name
            return [Segment(text[:wide].center(wide), look)]
        if is_chosen:
            left, edge, right = _CHOSEN[line]
            front = self._frame(chip)
            frame = style(front, chip.colour)
            before, after = _sides(wide - 2, text)
            return [Segment(left + edge * before, frame), Segment(text, look), Segment(edge * after + right, frame)]
        if not _are_alike(chip.colour, ground):
            return [Segment(text.center(wide), look)]
        left, edge, right = _EDGE[line]
        thin = style(mixed(readable_on(chip.colour), ground, 0.5), chip.colour)
        before, after = _sides(wide - 2, text)
        return [Segment(left + edge * before, thin), Segment(text, look), Segment(edge * after + right, thin)]

    def _frame(self, chip: Chip) -> Colour:
        """Give the colour of the thick frame: the one of words, or where the chip has that one too the accent."""
        found = grid_colours(self.app.theme_variables)
        return found.cursor if _are_alike(chip.colour, self.colors[1].rgb) else self.colors[1].rgb


def _widths(room: int) -> tuple[int, ...]:
    """Give how wide the chips are: all alike, or else each as wide as its name needs."""
    alike = room // len(PALETTE)
    needed = tuple(len(chip.name) + _AIR for chip in PALETTE)
    return (alike,) * len(PALETTE) if alike >= max(needed) else needed


def _sides(room: int, text: str) -> tuple[int, int]:
    left = max(0, room - len(text)) // 2
    return left, max(0, room - len(text) - left)


def _are_alike(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < _ALIKE


def _look(chip: Chip, *, bold: bool) -> Style:
    return style(readable_on(chip.colour), chip.colour, bold=bold)
