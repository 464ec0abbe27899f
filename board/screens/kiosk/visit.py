"""One child at the kiosk, from its sign to good-bye: which screen comes next."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from board.art.shelf import StickerShelf
from board.deeds.visit import Visit
from board.mastery.kiosk import Known
from board.mastery.people import Student
from board.mastery.roll import student_of
from board.screens.kiosk.rests import Rests
from board.screens.kiosk.sign_page import GoodBye
from board.screens.kiosk.signs import OwnSign
from board.screens.kiosk.units import UnitSigns, units_open
from board.screens.kiosk.word import PictureWord
from board.screens.parts.calm import Calm
from board.screens.path.my_path import MyPath
from board.seat.seat import Seat
from board.store.book import Book

PutUp = Callable[[Screen[Any], Callable[[Any], None]], None]
"""Puts a screen over the quilt, and says what is done with what it is left with."""


class Visits:
    """The visits of children, one at a time.

    Args:
        seat: Where one sits.
        book: The open class.
        shelf: Where stickers come from.
        quilt: The screen they begin and end on.
        clock: Gives the seconds of now.
    """

    def __init__(
        self, seat: Seat, book: Book, shelf: StickerShelf, quilt: Calm[Any], clock: Callable[[], float]
    ) -> None:
        self._seat, self._book, self._shelf, self._quilt, self._clock = seat, book, shelf, quilt, clock
        self._rests = Rests(clock)
        self._student_id = ""
        self._number = 0

    @property
    def student(self) -> Student | None:
        """Whose visit it is, as far as the kiosk knows; None where nobody has pressed a sign."""
        return student_of(self._book.students, self._student_id)

    def begin(self) -> None:
        """Ask who is there."""
        self.end()
        self._go_to(OwnSign(self._book, self._shelf.cells), self._signed)

    def end(self) -> None:
        """Nobody is there any more: what still comes of the last visit goes nowhere."""
        self._number += 1
        self._student_id = ""

    def _signed(self, student_id: str | None) -> None:
        if student_id is None:
            self.end()
            return
        self._student_id = student_id
        if self._book.about.kiosk.words:
            self._go_to(PictureWord(self._book, student_id, self._shelf.cells, self._rests), self._worded)
        else:
            self._choose_unit(Known.BY_SIGN)

    def _worded(self, known: Known | None) -> None:
        if known is None:
            self.begin()
        else:
            self._choose_unit(known)

    def _choose_unit(self, known: Known) -> None:
        student = self.student
        units = () if student is None else units_open(self._book, student, known)
        if len(units) > 1:
            self._go_to(UnitSigns(self._book, self._student_id, known, self._shelf.cells), partial(self._open, known))
        elif units:
            self._open(known, units[0].id)
        else:
            self.end()

    def _open(self, known: Known, unit_id: str | None) -> None:
        if unit_id is None or self.student is None:
            self._say_good_bye(None)
        else:
            self._go_to(self._page(known, unit_id), self._say_good_bye)

    def _page(self, known: Known, unit_id: str) -> Screen[None]:
        visit = Visit(self._book, self._student_id, known)
        return MyPath(self._seat, visit, self._shelf, unit_id, at_kiosk=True)

    def _say_good_bye(self, _left: None) -> None:
        self.end()
        self._go_to(GoodBye(self._clock), lambda _: None)

    def _go_to(self, screen: Screen[Any], then: Callable[[Any], None]) -> None:
        number = self._number
        self._quilt.put_up(screen, lambda result: then(result) if number == self._number else None)
