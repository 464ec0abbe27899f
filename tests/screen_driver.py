"""Driving the board in tests: reading what stands on the screen, waiting on conditions and never on the clock."""

import time
from collections.abc import Callable

from textual.app import App
from textual.pilot import Pilot

from board.app import BoardApp
from board.cli.context import seat_here
from board.seat.settings import Place
from board.store.class_book import ClassBook


def board_on(book: ClassBook, place: Place | None = None, theme: str = "") -> BoardApp:
    """Give the board of a class, in the overview where nothing else is asked for."""
    seat = seat_here()
    seat.settings.remember(book.key, place or Place(zoom=0), theme or None)
    return BoardApp(seat, book)


def seen(app: App[None]) -> str:
    """Give the text on the screen, line by line, as a user sees it."""
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size)
    return "\n".join(line.text.ljust(width) for line in lines[:height])


def row_of(app: App[None], name: str) -> str:
    """Give the line of a student, as a user sees it."""
    return next(line for line in seen(app).splitlines() if line.lstrip(" ▌|").startswith(name))


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app run until something is so; fail when it has not become so in ten seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, f"it never came to be; the screen says:\n{seen(pilot.app)}"
        await pilot.pause(0.01)
