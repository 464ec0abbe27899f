"""A child shows its picture word: the three pictures of its card, one after the other."""

from functools import partial

from textual import on
from textual.widget import Widget

from board.art.cells import Colour, Pixels, StickerCells
from board.art.plain_pictures import finer, plain
from board.art.starter import step_badges
from board.art.word_pictures import word_picture
from board.deeds.card import Card
from board.mastery.kiosk import Known
from board.mastery.picture_word import PICTURES, picture_word
from board.mastery.roll import student_of
from board.screens.kiosk.own_signs import nothing_drawn, own_signs
from board.screens.kiosk.rests import Rests
from board.screens.kiosk.sign_screen import SignScreen
from board.store.book import Book
from board.widgets.sign_board import Signs
from board.widgets.sign_painter import Drawn, SignTile
from board.widgets.word_slots import WordSlots
from board.words import at_kiosk

ACROSS, _DOWN = 4, 3
_LENGTH = 3
_LOOK = 0.25
"""Seconds between looks whether a rest is over."""


class PictureWord(SignScreen[Known]):
    """Asks for the picture word of a child; left with how it is known then, None where it went back.

    A word of somebody else's is nobody's fault: all three pictures go, the card is shown, and after some in a row the
    teacher hears of it, never the room.

    Args:
        book: The open class.
        student_id: Id of the child whose sign was pressed.
        cells: Where pictures come from.
        rests: What the kiosk remembers of words that were not right.
    """

    def __init__(self, book: Book, student_id: str, cells: StickerCells, rests: Rests) -> None:
        super().__init__(book, at_kiosk.YOUR_PICTURES)
        self._student_id, self._cells, self._rests = student_id, cells, rests
        self._chosen: tuple[str, ...] = ()

    def head(self) -> tuple[Widget, ...]:
        """Give the places of the three pictures, and whose they are."""
        tile = own_signs(self.book.students, self._cells).get(self._student_id)
        return (WordSlots(nothing_drawn if tile is None else tile.picture),)

    def on_mount(self) -> None:
        """Begin with none, or with the rest of the last word."""
        super().on_mount()
        self._show_rest()
        self.set_interval(_LOOK, self._show_rest)

    def signs(self) -> Signs:
        """Give the pictures words are made of, always in the same places; none while the kiosk rests."""
        if self._rests.rests(self._student_id):
            return Signs(ACROSS, _DOWN, ((None,) * (ACROSS * _DOWN),))
        tiles = tuple(SignTile(name, self._drawn(name)) for name in PICTURES)
        return Signs(ACROSS, _DOWN, (tiles,))

    def show_signs(self) -> None:
        """Show the pictures; while the kiosk rests, that it does, and that a card helps."""
        self.board.show(self.signs(), *(("rest", "card") if self._rests.rests(self._student_id) else ()))

    def show_class(self) -> None:
        """Go back where the child is gone; draw the pictures as the class has them now."""
        if student_of(self.book.students, self._student_id) is None:
            self.dismiss(None)
            return
        super().show_class()
        if self._chosen:
            self._show_chosen()

    def pressed(self, key: str) -> None:
        """Choose a picture; the third one shows the word."""
        if self._rests.rests(self._student_id):
            return
        self._chosen = (*self._chosen, key)
        self._show_chosen()
        if len(self._chosen) == _LENGTH:
            self._show_word()

    def leave(self) -> None:
        """Take the last picture back; where there is none, go back."""
        if self._chosen:
            self.take_back()
        else:
            self.dismiss(None)

    @on(WordSlots.Tapped)
    def take_back(self) -> None:
        """Take the last picture back."""
        if self._chosen:
            self._chosen = self._chosen[:-1]
            self._show_chosen()

    def _show_word(self) -> None:
        student = student_of(self.book.students, self._student_id)
        if student is None:
            self.dismiss(None)
        elif self._chosen == picture_word(student.id, student.card):
            self._rests.was_right(student.id)
            Card(self.book, student.id).seen()
            self.dismiss(Known.BY_WORD)
        else:
            self._rests.was_wrong(student.id)
            self._chosen = ()
            self._slots.tell("look", "card")
            self._show_rest()
            if self._rests.is_card_wanted(student.id):
                Card(self.book, student.id).wanted()

    def _show_rest(self) -> None:
        """Show a rest that has begun, and the pictures again when it is over."""
        is_resting, was_resting = self._rests.rests(self._student_id), self.has_class("-rests")
        if is_resting is not was_resting:
            self.set_class(is_resting, "-rests")
            self.show_signs()
            if is_resting:
                self._slots.show(())
            else:
                self._slots.tell("look", "card")

    def _show_chosen(self) -> None:
        self._slots.show([self._drawn(name) for name in self._chosen])

    def _drawn(self, name: str) -> Drawn:
        return partial(_plain if self.book.about.kiosk.outlines else _coloured, self._cells, name)

    @property
    def _slots(self) -> WordSlots:
        return self.query_one(WordSlots)


def _coloured(cells: StickerCells, name: str, side: int, _ink: Colour) -> Pixels:
    return word_picture(name, side) or cells.pixels(step_badges()[name], side)


def _plain(cells: StickerCells, name: str, side: int, ink: Colour) -> Pixels:
    return plain(cells.pixels(step_badges()[name], finer(side)), side, ink)
