"""What `board serve` shows in its terminal: the links, who is there, and how it is ended."""

from pathlib import PurePath
from typing import ClassVar

from textual.screen import Screen

from board.app import BoardApp
from board.deeds.pictures import stickers_of
from board.deeds.sitting import Sitting
from board.screens.links import words
from board.screens.links.links import LINKS_LOOKS, OWN, LinksScreen
from board.screens.lock.locked import LockScreen
from board.screens.parts.calm import Calm
from board.screens.parts.question import Question
from board.seat.seat import Seat
from board.seat.sharing import Sharing
from board.store.book import Book
from board.widgets.command import Command, KeyGroup, bindings

_END = KeyGroup("The end", (Command("leave", "q", "End", "End: pages stop, and nobody comes in any more.", 1),))


class PanelScreen(LinksScreen):
    """The links, as the whole of what a terminal shows."""

    KEYS = (OWN, _END)
    BINDINGS = bindings(KEYS)

    def __init__(self, sharing: Sharing, sitting: Sitting, said: str) -> None:
        super().__init__(sharing, sitting)
        self._first_said = said

    def on_mount(self) -> None:
        """Say what there is to say at first."""
        if self._first_said:
            self.say(self._first_said)

    def action_leave(self) -> None:
        """End; where pages are open, that is asked first."""
        count = len(self._sharing.connected.pages())
        question = Question(words.ends(count), "q", "ends it", "nothing else does")
        if not count or self._asking.is_sure(question, self.say, "end"):
            self.app.exit()


class PanelApp(BoardApp):
    """The panel; it locks as the board does.

    Args:
        seat: Of whoever serves.
        book: The class.
        sharing: How it is shared.
        said: What is said at first, empty for nothing.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [*BoardApp.CSS_PATH, LINKS_LOOKS]
    """The first screen's too: it is up before it could add its own."""

    MAY_STOP = False
    """Stopped by ctrl+z, it would serve nothing either."""

    SHUT: ClassVar[frozenset[str]] = frozenset({"classes", "kiosk", "links", "suspend_process"})

    def __init__(self, seat: Seat, book: Book, sharing: Sharing, said: str = "") -> None:
        self._shown, self._first_said = sharing, said
        super().__init__(seat, book)

    def first_in(self, book: Book) -> Screen[None]:
        """Begin on the links."""
        return PanelScreen(self._shown, self.sitting_in(book), self._first_said)

    def locked(self) -> Screen[None] | None:
        """Give the quilt that lies over it."""
        book = self._book
        if book is None:
            return None
        return LockScreen(book, book.units[0] if book.units else None, stickers_of(book, self._seat.cache))

    async def action_quit(self) -> None:
        """End as q does; another screen is left first, so that the question is seen."""
        if isinstance(self.screen, PanelScreen):
            self.screen.action_leave()
        elif isinstance(self.screen, Calm):
            self.screen.dismiss(None)
