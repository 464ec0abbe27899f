"""The apps of one page, by what its link lets its browser be."""

from board.app import BoardApp
from board.exchange.report import class_text
from board.kiosk_app import KioskApp
from board.seat.links import Link, LinkRole
from board.seat.seat import Seat
from board.serve.served import Served
from board.serve.shared_book import SharedClass


class _Board(Served, BoardApp):
    pass


class _Kiosk(Served, KioskApp):
    pass


class RoleApps:
    """The apps of one page."""

    def __init__(self, link: Link, seat: Seat, shared: SharedClass) -> None:
        self._link, self._seat, self._shared = link, seat, shared

    def first(self) -> Served:
        """Give the app it begins with."""
        app: Served = (
            _Kiosk(self._seat, self._shared.book)
            if self._link.role is LinkRole.KIOSK
            else _Board(self._seat, self._shared.book)
        )
        self._shared.show(app)
        return app

    def after(self, app: Served) -> Served | None:
        """Give what comes up once an app has ended."""
        self._shared.leave(app)
        return None

    def report(self) -> str:
        """Give the class as text."""
        book = self._shared.book
        return class_text(book.name, book.students, book.units, book.progress)
