"""The cell the eye is on, where the terminal's own cursor stands: what braille displays, magnifiers and screen readers follow."""

from typing import Protocol, runtime_checkable

from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

_SHOW_CURSOR = "\x1b[?25h"

_BUTTON = 3
"""Lines of a button with its edges: what is no higher says its words in the middle."""


@runtime_checkable
class HasEye(Protocol):
    """A widget that knows which of its cells the eye is on."""

    @property
    def eye(self) -> Offset:
        """The cell, counted from the upper left of what is in sight inside the widget's edges."""
        ...


class EyeApp(App[None]):
    """An app whose terminal cursor stands where the eye is on the topmost screen.

    Textual moves the cursor at the end of each frame; where to is worked out only then, so that nothing is painted for it. It
    stays hidden, which those who follow it do not mind, unless it is asked for.

    Attributes:
        shows_cursor: Whether the terminal's cursor is shown where the eye is.
    """

    shows_cursor = False

    @property
    def cursor_position(self) -> Offset:
        """The cell of the screen the eye is on."""
        return eye_of(self.screen)

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """Take no notice: fields that set it are asked when the frame ends."""

    def post_display_hook(self) -> None:
        """Show the cursor after each frame where that is wanted: a program that was stopped and goes on hides it again."""
        if self.shows_cursor and self._driver is not None and not self.is_headless:
            self._driver.write(_SHOW_CURSOR)


def eye_of(screen: Screen[object]) -> Offset:
    """Give the cell of a screen the eye is on: in what has the focus, else in the first widget with an eye, else where it begins."""
    widget = screen.focused or next(filter(_sees, screen.walk_children(Widget)), None)
    if widget is None:
        return next((one.content_region.offset for one in screen.children if one.region), Offset(0, 0))
    field = getattr(widget, "cursor_screen_offset", None)
    if isinstance(field, Offset):  # where letters are typed; behind the last one Textual counts a cell too many
        return field - Offset(isinstance(widget, Input) and widget.cursor_at_end, 0)
    room = widget.content_region
    return room.offset + room.size.clamp_offset(_within(widget))


def _sees(widget: Widget) -> bool:
    return isinstance(widget, HasEye) and bool(widget.region)


def _within(widget: Widget) -> Offset:
    """Give the cell of a widget the eye is on, counted from the upper left of what is in sight inside its edges."""
    if isinstance(widget, HasEye):
        return widget.eye
    if isinstance(widget, OptionList):
        line = 0 if widget.highlighted is None else widget._index_to_line.get(widget.highlighted, 0)  # noqa: SLF001 - told nowhere else
        return Offset(0, line + getattr(widget, "air", 0)) - widget.scroll_offset
    branch = getattr(widget, "cursor_line", None)
    if isinstance(branch, int):  # a tree, which is not loaded for this
        return Offset(0, branch) - widget.scroll_offset
    return Offset(widget.size.width // 2, widget.size.height // 2) if widget.size.height <= _BUTTON else Offset(0, 0)
