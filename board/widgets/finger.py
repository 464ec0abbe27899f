"""One finger that scrolls: where fingers touch, whatever is drawn along turns with it, and is no tap."""

from typing import Any, NamedTuple, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from board.widgets.browser import TOUCH_CLASS

_SLIPS = (3, 2)
"""Cells and lines a finger may slip in a tap."""


@runtime_checkable
class TakesDrags(Protocol):
    """A widget on which a finger that is drawn along means something else, such as a line."""

    TAKES_DRAGS: bool
    """Always so; that it is there says it."""


class _Begun(NamedTuple):
    """Where a finger came down."""

    at: Offset
    widget: Widget
    scrolled: Widget
    before: Offset


class Finger:
    """Follows one finger on the screens of an app.

    Args:
        app: The app.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._begun: _Begun | None = None
        self._scrolls = False

    def scrolls(self, event: events.Event) -> bool:
        """Scroll where a finger is drawn along; tell whether that was all this event meant.

        Args:
            event: What came.
        """
        if not isinstance(event, events.MouseEvent) or event.is_forwarded or not self._app.has_class(TOUCH_CLASS):
            return False
        if isinstance(event, events.MouseDown):
            self._begun, self._scrolls = self._beginning(event), False
        elif isinstance(event, events.MouseUp):
            self._begun = None
            return self._scrolls
        elif isinstance(event, events.MouseMove) and self._begun is not None:
            return self._follow(self._begun, event.screen_offset)
        return False

    def _beginning(self, event: events.MouseDown) -> _Begun | None:
        try:
            widget, _ = self._app.screen.get_widget_at(event.screen_x, event.screen_y)
        except NoWidget:
            return None
        for part in widget.ancestors_with_self:
            if isinstance(part, ScrollBar | TakesDrags | Screen) or not isinstance(part, Widget):
                break
            if part.max_scroll_y > 0 or part.max_scroll_x > 0:
                before = Offset(round(part.scroll_x), round(part.scroll_y))
                return _Begun(event.screen_offset, widget, part, before)
        return None

    def _follow(self, begun: _Begun, now: Offset) -> bool:
        along = begun.at - now
        if not self._scrolls and abs(along.x) < _SLIPS[0] and abs(along.y) < _SLIPS[1]:
            return False
        if not self._scrolls:
            self._scrolls = True
            self._app.capture_mouse(None)
            begun.widget.post_message(events.Leave(begun.widget))
        begun.scrolled.scroll_to(*(begun.before + along), animate=False)
        return True
