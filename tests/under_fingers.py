"""Screens in a page of a browser that fingers touch, at the three sizes of the room."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from alone_or_above import Above
from board.class_app import ClassApp
from board.store.class_book import ClassBook
from board.widgets.browser import TOUCH_CLASS, Offer
from made_screens import MADE
from screen_driver import until

PHONE, TABLET, WIDE = (52, 52), (80, 50), (107, 37)
"""Cells of a phone and of a tablet held upright, and of a tablet that lies on its side."""

SIZES = {"phone": PHONE, "tablet": TABLET, "wide": WIDE}


class _Offered:
    link = "http://127.0.0.1/bring/none"

    def withdraw(self) -> None:
        """Nothing was opened."""


class StandIn:
    """A page of a browser that is touched, and to which nothing is brought.

    Attributes:
        shown: The files that were handed out, with their names.
    """

    def __init__(self) -> None:
        self.shown: list[tuple[Path, str]] = []

    @property
    def has_touch(self) -> bool:
        return True

    def offer_upload(self, _words: str, _take: Callable[[Sequence[Path]], object], *, many: bool) -> Offer:
        assert many in (True, False)
        return _Offered()

    def show_file(self, file: Path, name: str) -> None:
        self.shown.append((file, name))


def touched(app: App[Any]) -> None:
    """Let fingers touch an app from now on."""
    if isinstance(app, ClassApp):
        app.browser = StandIn()
    app.add_class(TOUCH_CLASS)


@asynccontextmanager
async def under_fingers(
    book: ClassBook, name: str, size: tuple[int, int] = PHONE, theme: str = "board-dark"
) -> AsyncIterator[tuple[Above, Pilot[None], Screen[Any]]]:
    """Open any screen of `MADE` over the board of a class, where fingers touch it.

    Args:
        book: The class.
        name: Name of the screen's class.
        size: Cells across and down.
        theme: Name of the look.
    """
    screen = MADE[name](book)
    app = Above(book, screen)
    app.theme = theme
    touched(app)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.screen is screen and screen.is_mounted)
        await pilot.pause()
        yield app, pilot, screen
