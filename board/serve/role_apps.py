"""The apps of one page, by what its link lets its browser be."""

from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.screen import Screen

from board.app import BoardApp
from board.class_app import ClassApp, Next
from board.deeds.helping import HelperSitting
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting
from board.exchange.report import class_text
from board.kiosk_app import KioskApp
from board.look_app import LookApp
from board.screens.links.no_way import NO_WAY_LOOKS, NoWay
from board.seat.links import Link, LinkRole
from board.seat.seat import Seat
from board.seat.sharing import Sharing
from board.serve.served import Served
from board.serve.shared_book import SharedClass
from board.store.book import Book

NEEDS_PIN = (
    "This is the way to the teacher's board, and anybody in this network could take it: the class has no PIN. On the "
    "computer that serves the board, S on the board sets one, or in a terminal: board pin"
)
NOT_LISTED = "Whoever this link is for is not in the class any more. Ask the teacher for a new one."
NOTHING_TO_READ = "The class's own stickers are shown here, and nobody's name."


class _BoardPage(Served, BoardApp):
    """A board in a page."""

    _is_up = False

    def on_ready(self) -> None:
        """Once the first screen is painted, what is seen may be read, too."""
        self._is_up = True

    @property
    def is_open(self) -> bool:
        """Whether the class lies before who sits there, and no lock over it."""
        return self._is_up and bool(self.screen_stack) and not self.is_locked


class TeacherPage(_BoardPage):
    """The teacher's board: behind the lock, and without what is this computer's own.

    Args:
        seat: Of the browser.
        book: The class.
        is_known: Whether it is sure to be a teacher: nothing is asked.
        needs_pin: Whether others can take this way, too, so that without a PIN it leads nowhere.
    """

    SHUT: ClassVar[frozenset[str]] = frozenset({"classes", "suspend_process"})

    def __init__(self, seat: Seat, book: Book, *, is_known: bool, needs_pin: bool) -> None:
        self._is_known, self._needs_pin = is_known, needs_pin
        super().__init__(seat, book)

    @property
    def begins_locked(self) -> bool:
        """Always, but where it is known who comes, and the board was left open."""
        return not self._is_known or super().begins_locked

    async def on_event(self, event: events.Event) -> None:
        """End where the PIN is gone that this way needs, before anything else is done.

        Args:
            event: What came.
        """
        if isinstance(event, (events.InputEvent, events.Paste)) and self._needs_pin and not _has_pin(self._book):
            self.exit()
            return
        await super().on_event(event)


class HelperPage(_BoardPage):
    """A helper's board: marking and judging in the name its link says.

    Args:
        seat: Of the browser.
        book: The class.
        by: Id of the assessor that signs.
    """

    SHUT: ClassVar[frozenset[str]] = frozenset({"classes", "kiosk", "suspend_process"})

    def __init__(self, seat: Seat, book: Book, by: str) -> None:
        self._by = by
        super().__init__(seat, book)

    def sitting_in(self, book: Book) -> Sitting:
        """Give the helper's sitting."""
        return HelperSitting(book, self._by)


class KioskPage(Served, KioskApp):
    """The kiosk of the children. Without a PIN there is no way out of it, since any child could take it."""

    def action_adult(self) -> None:
        """Ask for the PIN in the adult's corner."""
        if _has_pin(self._book):
            super().action_adult()


class LookPage(Served, LookApp):
    """What a projector shows."""


class NoWayPage(Served, ClassApp):
    """A page whose link leads nowhere just now.

    Args:
        seat: Of the browser.
        book: The class, of which nothing is shown.
        why: A sentence for an adult.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [NO_WAY_LOOKS]

    def __init__(self, seat: Seat, book: Book, why: str) -> None:
        super().__init__(seat, book)
        self._why = why

    def get_default_screen(self) -> Screen[None]:
        """Say why."""
        return NoWay(self._why)


class RoleApps:
    """The apps of one page.

    Args:
        link: The link its browser came in by.
        seat: Of the browser, see `seat_of_guest`.
        shared: The class.
        sharing: How the class is shared with others.
    """

    def __init__(self, link: Link, seat: Seat, shared: SharedClass, sharing: Sharing) -> None:
        self._link, self._seat, self._shared, self._sharing = link, seat, shared, sharing
        self._app: Served | None = None

    def first(self) -> Served:
        """Give the app it begins with."""
        return self._shown(self._of_role())

    def left(self, app: Served) -> None:
        """Show the class by this app no more.

        Args:
            app: The one that has ended, however it did.
        """
        self._shared.leave(app)
        self._app = None

    def after(self, app: Served) -> Served | None:
        """Give what comes up once an app has ended: the kiosk behind the board, and the board behind the kiosk.

        Args:
            app: The one that has ended.
        """
        if app.fault or app.return_code:
            return None
        if app.next is Next.KIOSK and isinstance(app, TeacherPage):
            return self._shown(self._kiosk())
        if app.next is Next.BOARD and isinstance(app, KioskPage):  # the PIN has just been given
            return self._shown(self._teacher(is_known=True))
        return None

    def report(self) -> str:
        """Give the class as text to adults who have it before them; to anybody else nothing of it."""
        app, book = self._app, self._shared.book
        if isinstance(app, _BoardPage) and app.is_open:
            return class_text(book.name, book.students, book.units, book.progress)
        return NOTHING_TO_READ

    def _shown(self, app: Served) -> Served:
        self._shared.show(app)
        self._app = app
        return app

    def _of_role(self) -> Served:
        link, book = self._link, self._shared.book
        match link.role:
            case LinkRole.KIOSK:
                return self._kiosk()
            case LinkRole.LOOK:
                return LookPage(self._seat, book)
            case LinkRole.HELPER if any(one.id == link.by for one in book.assessors):
                return HelperPage(self._seat, book, link.by)
            case LinkRole.HELPER:
                return NoWayPage(self._seat, book, NOT_LISTED)
            case LinkRole.TEACHER:
                return self._teacher(is_known=link.is_here)

    def _teacher(self, *, is_known: bool) -> Served:
        needs_pin = self._sharing.is_reached and not self._link.is_here
        if needs_pin and not _has_pin(self._shared.book):
            return NoWayPage(self._seat, self._shared.book, NEEDS_PIN)
        page = TeacherPage(self._seat, self._shared.book, is_known=is_known, needs_pin=needs_pin)
        page.sharing = self._sharing
        return page

    def _kiosk(self) -> Served:
        return KioskPage(self._seat, self._shared.book)


def _has_pin(book: Book | None) -> bool:
    return book is not None and Pins(book).is_set
