"""Screens that show a class, and never an old state of it."""

from contextlib import suppress
from datetime import date

from textual.css.query import NoMatches
from textual.screen import ScreenResultType

from board.screens.parts.calm import Calm
from board.store.book import Book

Stand = tuple[object, ...]
"""Everything of a class that a screen may show; two stands are one when each part is the very same."""


class LiveScreen(Calm[ScreenResultType]):
    """A screen that shows a class as it is now: also what was done on another screen, by another program, or yesterday.

    Whatever changes the class calls `look_again` on the screen it happens on; the app does so on every screen when news
    came, and the screen itself when it is seen again.

    Args:
        book: The open class.
    """

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book
        self._stand_shown, self._day_shown = self._stand, date.today()  # noqa: DTZ011 - the teacher's own day

    def show_class(self) -> None:
        """Show the class as it is now."""

    def look_again(self) -> None:
        """Show the class as it is now, where it is not what is shown already."""
        stand, day = self._stand, date.today()  # noqa: DTZ011 - the teacher's own day
        changed = day != self._day_shown or any(
            new is not old for new, old in zip(stand, self._stand_shown, strict=True)
        )
        if changed and self.is_mounted:
            self._stand_shown, self._day_shown = stand, day
            with suppress(NoMatches):  # it is being built or taken down just now, and then shows nothing old either
                self.show_class()

    def on_screen_resume(self) -> None:
        """Show what was changed while another screen was up."""
        self.look_again()

    @property
    def _stand(self) -> Stand:
        book = self.book
        return (book.progress, book.everyone, book.units, book.assessors, book.about)
