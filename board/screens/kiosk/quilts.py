"""The quilts that everybody may see of a class, and what stands in their stead while there is none."""

from board.mastery.audience import quilt_of
from board.mastery.curriculum import Unit
from board.store.book import Book
from board.widgets.big_sign import BigSign
from board.widgets.quilt import ByLevel
from board.words import at_kiosk


def earned_of(book: Book, unit: Unit) -> ByLevel:
    """Give what everybody may see of a unit."""
    return quilt_of(unit, book.students, book.progress)


def units_with_quilts(book: Book) -> tuple[Unit, ...]:
    """Give the units with stickers that everybody may see."""
    return tuple(unit for unit in book.units if any(stickers for _, stickers in earned_of(book, unit)))


def leads_on(book: Book) -> bool:
    """Tell whether there is a child that has something to do."""
    return bool(book.students) and any(unit.spots for unit in book.units)


def sign_instead(book: Book) -> BigSign:
    """Give what stands there while nothing can be shown: something kind, that says what comes."""
    if not book.students:
        return BigSign(at_kiosk.NOBODY_YET, "grown_up")
    if not leads_on(book):
        return BigSign(at_kiosk.NO_STEPS_YET, "grown_up")
    return BigSign(at_kiosk.WE_LEARN, "want")
