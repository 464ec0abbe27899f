"""The colours of the studio: a row of chips in the order of the digit keys."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import RenderResult
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.pixels import PALETTE, Chip
from board.widgets.grid_colours import style
from board.widgets.pixel_canvas import readable_on

CHIP_KEYS = "1234567890-="
"""The row of keys that chooses them, from left to right."""

_FRAME = (("┏", "━", "┓"), ("┃", " ", "┃"), ("┗", "━", "┛"))
"""Around the chosen chip: left, between and right, line by line."""

_HEIGHT = len(_FRAME)


class ColourChips(Widget):
    """Chips with key, sign and name; the one in the child's hand is framed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = f"ColourChips {{ height: {_HEIGHT}; pointer: pointer; }}"

    chosen: var[int] = var(1)
    """Palette number of the colour in the child's hand."""

    class Tapped(Message):
        """A chip was tapped.

        Attributes:
            number: Its palette number.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def watch_chosen(self) -> None:
        """Paint anew."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which chip was tapped."""
        at = event.x // self._wide
        if at < len(PALETTE):
            self.post_message(self.Tapped(at + 1))

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line of all chips."""
        parts = [
            Segment(_line(chip, key, self._wide, y, is_chosen=number == self.chosen), _look(chip, bold=y != 1))
            for number, (chip, key) in enumerate(zip(PALETTE, CHIP_KEYS, strict=True), 1)
        ]
        return Strip(parts).adjust_cell_length(self.size.width, self.rich_style)

    @property
    def _wide(self) -> int:
        return max(1, self.size.width // len(PALETTE))


def _line(chip: Chip, key: str, wide: int, line: int, *, is_chosen: bool) -> str:
    """Give the text of one line of a chip; a name that needs the whole width stands on the frame."""
    text = (f" {key} ", chip.sign * (wide - 4), chip.name)[line]
    if not is_chosen or len(text) > wide - 2:
        return text.center(wide)
    left, edge, right = _FRAME[line]
    return left + text.center(wide - 2, edge) + right


def _look(chip: Chip, *, bold: bool) -> Style:
    return style(readable_on(chip.colour), chip.colour, bold=bold)
