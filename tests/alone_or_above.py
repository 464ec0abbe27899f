"""Any screen of a class as the first one of the app, with no board below it, or over the board as usual."""

import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual.screen import Screen

from board import app
from board.art.shelf import StickerShelf
from board.cli.context import seat_here
from board.deeds.pictures import stickers_of
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.curriculum import Step
from board.mastery.progress import Status
from board.paper.rows import Around
from board.screens.board.student import StudentScreen
from board.screens.judging.center import CenterScreen
from board.screens.judging.how_did_it_go import HowDidItGo
from board.screens.lock.watching import WatchingScreen
from board.screens.paper.print import PrintScreen
from board.screens.pictures.pictures import PicturesScreen
from board.screens.waiting.waiting import WaitingScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook

Made = Callable[[ClassBook], Screen[Any]]


def open_step(book: ClassBook) -> Step:
    """Give the first step the first child has not mastered."""
    child, unit = book.students[0].id, book.units[0]
    return next(step for step in unit.spots if book.progress.spot(child, step.id).status is not Status.MASTERED)


def _sitting(book: ClassBook) -> Sitting:
    return Sitting(book, usual_adult(book))


def stickers(book: ClassBook) -> StickerShelf:
    return stickers_of(book, seat_here().cache)


def _student(book: ClassBook) -> StudentScreen:
    spot = (book.students[0].id, open_step(book).id)
    return StudentScreen(seat_here(), _sitting(book), book.units[0].id, spot, stickers(book))


def _center(book: ClassBook) -> CenterScreen:
    first = book.students[0].id
    return CenterScreen(_sitting(book), open_step(book), boss=False, group=[first], first=first)


def _pictures(book: ClassBook) -> PicturesScreen:
    spot = (book.students[0].id, open_step(book).id)
    return PicturesScreen(seat_here(), _sitting(book), stickers(book), spot)


def _showing(book: ClassBook) -> HowDidItGo:
    spot = (book.students[0].id, open_step(book).id)
    return HowDidItGo(seat_here(), _sitting(book), stickers(book), spot)


def _print(book: ClassBook, kind: str = "wall") -> PrintScreen:
    around = Around(book.units[0].id, "", "", ())
    return PrintScreen(seat_here(), _sitting(book), around, stickers(book).paper, kind=kind)


OVER_THE_BOARD: dict[str, Made] = {
    "student": _student,
    "center": _center,
    "waiting": lambda book: WaitingScreen(seat_here(), _sitting(book), stickers(book)),
    "pictures": _pictures,
    "showing": _showing,
    "quilt": lambda book: WatchingScreen(book, book.units[0], stickers(book)),
    "print": _print,
}
"""Screens that show how a class stands, beside the board itself."""


_BOARD = Path(app.__file__).parent


class _Anywhere(app.BoardApp):
    """The app, with its looks found from another folder too."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [_BOARD / "app.tcss", *sorted(_BOARD.glob("screens/*/*.tcss"))]
    """Every screen's: the first one is up before it could add its own."""


class Alone(_Anywhere):
    """The app with a screen of its own as the first.

    Args:
        book: The open class.
        screen: Its first screen.
    """

    def __init__(self, book: ClassBook, screen: Screen[Any]) -> None:
        super().__init__(seat_here(), book)
        self._alone = screen

    def get_default_screen(self) -> Screen[None]:
        return self._alone


class Above(_Anywhere):
    """The app with a screen over its board."""

    def __init__(self, book: ClassBook, screen: Screen[Any]) -> None:
        seat_here().settings.remember(book.key, Place(zoom=0))
        super().__init__(seat_here(), book)
        self._over = screen

    def on_ready(self) -> None:
        """Put it up; the app's own `on_ready` is called too, as Textual does for every class."""
        self.call_later(partial(self.push_screen, self._over))


def app_with(book: ClassBook, name: str, *, alone: bool) -> app.BoardApp:
    """Give the app on a screen of this name, with a board below it or without."""
    if name == "board":
        seat_here().settings.remember(book.key, Place(zoom=0))
        return app.BoardApp(seat_here(), book)
    return (Alone if alone else Above)(book, OVER_THE_BOARD[name](book))


if __name__ == "__main__":
    with closing(ClassBook(Path(sys.argv[1]), "alone")) as opened:
        app_with(opened, sys.argv[2], alone=sys.argv[3] == "alone").run()
