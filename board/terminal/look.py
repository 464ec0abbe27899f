"""How a screen is shown on a terminal that can do less: in the colours it has, in signs it can draw."""

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from board.art.cells import Colour
from board.terminal.colours import SIXTEEN, Colours, is_lost_in_bold, nearest, nearest_read
from board.terminal.plain_signs import plain
from board.terminal.signs import HALVES, Signs

_KEPT = 8_192
"""Looks remembered: children's pictures hold any number of colours."""


class TerminalLook(LineFilter):
    """Turns what is painted into what a terminal can show; the last of Textual's filters.

    It is the one place that knows: everything else paints in true colours and pretty signs.

    Args:
        colours: The colours the terminal has.
        signs: The signs it gets.
    """

    def __init__(self, colours: Colours, signs: Signs) -> None:
        self.colours, self.signs = colours, signs
        super().__init__()

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as Textual calls it
        """Give the same cells as the terminal can show them."""
        return [self._shown(segment) for segment in segments]

    def _shown(self, segment: Segment) -> Segment:
        text, style, control = segment
        if control or not text:
            return segment
        is_picture = text[0] in HALVES
        if is_picture and style is not None and not self.signs.halves and HALVES.issuperset(text):
            text, style = " " * len(text), _one_colour(style)
        elif self.signs.plain and not (is_picture and self.signs.halves):
            text = plain(text, ascii_only=self.signs.ascii)
        if style is not None and self.colours is not Colours.TRUE:
            style = _coloured(style, self.colours, is_picture=is_picture)
        return Segment(text, style, control)


@lru_cache(_KEPT)
def _one_colour(style: Style) -> Style:
    """Give the look of a cell whose two halves can't be told apart: the more colourful one stays, so that lines do."""
    halves = [half for half in (_rgb(style.color), _rgb(style.bgcolor)) if half is not None]
    shown = max(halves, key=lambda half: max(half) - min(half), default=None)
    return style if shown is None else style + Style.from_color(None, RichColor.from_rgb(*shown))


@lru_cache(_KEPT)
def _coloured(style: Style, colours: Colours, *, is_picture: bool) -> Style:
    """Give a style in the colours there are; signs stay readable, in pictures each half has its nearest colour."""
    front, ground = _rgb(style.color), _rgb(style.bgcolor)
    shown = None if ground is None else nearest(ground, colours, is_ground=True, is_picture=is_picture)
    sign = None if front is None else nearest(front, colours)
    if front is not None and ground is not None and shown is not None and not is_picture:
        sign = nearest_read(front, ground, shown, colours)
    quiet = Style(bold=False) if style.bold and is_lost_in_bold(sign, shown, colours) else Style.null()
    return style + Style.from_color(_rich(sign), _rich(shown)) + quiet


def _rgb(colour: RichColor | None) -> Colour | None:
    return None if colour is None or colour.triplet is None else tuple(colour.triplet)  # type: ignore[return-value]


def _rich(number: int | None) -> RichColor | None:
    if number is None:
        return None
    kind = ColorType.STANDARD if number < len(SIXTEEN) else ColorType.EIGHT_BIT
    return RichColor("terminal", kind, number=number)
