"""Where somebody is on a screen, and what stands there."""

from typing import Any

from board.app import BoardApp
from board.widgets.pixel_picture import PixelPicture
from board.widgets.waiting_wall import WaitingWall
from screen_driver import seen


def page_of(app: BoardApp) -> Any:
    """The page that is shown small, None where there is none yet."""
    return next((picture.pixels for picture in app.screen.query(PixelPicture)), None)


def place(app: BoardApp) -> object:
    """Where somebody is on a screen: what has the focus, how far everything is scrolled, and where each cursor stands."""
    cursors = [
        [getattr(widget, name, None) for name in _PLACES if not (name == "at" and isinstance(widget, WaitingWall))]
        for widget in app.screen.query("*")
    ]  # what waits stands part by part, so the place of a thing changes and the cursor stays on it
    return app.screen.focused, [widget.scroll_offset for widget in app.screen.query("*")], cursors


_PLACES = ("here", "at", "cursor", "chosen", "zoom", "highlighted", "value")
"""What widgets call the place of their cursor, what was chosen, and what was typed."""


def left_half(app: BoardApp) -> list[str]:
    """The part of the screen where a page and how it shall be are chosen."""
    return [line[: app.size.width // 2] for line in seen(app).splitlines()]
