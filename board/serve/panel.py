"""What `board serve` shows in its terminal: the links, who is there, and how it is ended."""

from typing import ClassVar

from textual.screen import Screen

from board.app import BoardApp
from board.deeds.pictures import stickers_of
from board.deeds.sitting import Sitting
from board.screens.links import words
from board.screens.links.links import OWN, LinksScreen
from board.screens.lock.locked import LockScreen
from board.screens.parts.question import Asking, Question
from board.seat.seat import Seat
from board.seat.sharing import Sharing
from board.store.book import Book
from board.widgets.command import Command, KeyGroup, bindings

_END = KeyGroup("The end", (Command("leave", "q,escape", "End", "End: pages stop, and nobody comes in any more.", 1),))


class PanelScreen(LinksScreen):
    """The links, as the whole of what a terminal shows."""

    KEYS = (OWN, _END)
    BINDINGS = bindings(KEYS)

    def __init__(self, sharing: Sharing, sitting: Sitting) -> None:
        super().__init__(sharing, sitting)
        self._ending = Asking()

    def action_leave(self) -> None:
        """End; where pages are open, that is asked first."""
        count = len(self._sharing.connected.pages())
        question = Question(words.ends(count), "q", "ends it", "any other key leaves it running")
        if not count or self._ending.is_sure(question, self.say, "end"):
            self.app.exit()


class PanelApp(BoardApp):
    """The panel; it locks as the board does.

    Args:
        seat: Of whoever serves.
        book: The class.
        sharing: How it is shared.
    """

    MAY_STOP = False
    """Stopped by ctrl+z, it would serve nothing either."""

    SHUT: ClassVar[frozenset[str]] = frozenset({"classes", "kiosk", "links", "suspend_process"})

    def __init__(self, seat: Seat, book: Book, sharing: Sharing) -> None:
        self._shown = sharing
        super().__init__(seat, book)

    def first_in(self, book: Book) -> Screen[None]:
        """Begin on the links."""
        return PanelScreen(self._shown, self.sitting_in(book))

    def locked(self) -> Screen[None] | None:
        """Give the quilt that lies over it."""
        book = self._book
        if book is None:
            return None
        return LockScreen(book, book.units[0] if book.units else None, stickers_of(book, self._seat.cache))

    async def action_quit(self) -> None:
        """End as q does, from every screen."""
        panel = next((screen for screen in self.screen_stack if isinstance(screen, PanelScreen)), None)
        if panel is not None:
            panel.action_leave()
