"""Puts the pictures of a class right from what else lies in its folder, and says what can't be put right."""

from collections.abc import Callable, Mapping

from board.counting import counted
from board.deeds.all_pictures import AllPictures
from board.errors import Refusal
from board.mastery.content_id import is_content_id
from board.store.book import Book, Kept
from board.store.erasure import pictures_wanted

Lacking = Mapping[str, OSError]
"""By content id why a picture can't be read: it is not here, or something else lies in its place."""

_WRONG_ONE = "1 picture of this class is damaged or not here in full; board check names it."
_WRONG_MANY = "{count} pictures of this class are damaged or not here in full; board check names them."
_MISSING_ONE = "1 picture of this class is not here; board check names it."
_MISSING_MANY = "{count} pictures of this class are not here; board check names them."
_LEFT_OUT_ONE = "Starter art stands in for 1 picture that is damaged or not here; board check names it."
_LEFT_OUT_MANY = "Starter art stands in for {count} pictures that are damaged or not here; board check names them."


class Mended:
    """The pictures of a class; one that is wrong or gone is made again from what it was made of, where that is at hand.

    Args:
        pictures: The pictures of the class.
    """

    def __init__(self, pictures: Kept) -> None:
        self._pictures = pictures
        self.has = pictures.has

    def read(self, content: str) -> bytes:
        """Give a picture as a PNG of the pixels its id stands for.

        Raises:
            WrongPicture: Something else lies in its place.
            OSError: It is not here, or can't be read.
        """
        try:
            return self._pictures.read(content)
        except OSError:
            if not self._made_again(content):
                raise
            return self._pictures.read(content)

    def _made_again(self, content: str) -> bool:
        from board.art.intake import take_in  # noqa: PLC0415 - Pillow is loaded only to take a picture in

        for original in self._pictures.originals(content):
            try:
                taken = take_in(original)
                if taken.content == content and original.exists():
                    self._pictures.keep(content, taken.png)
                    return True
            except Refusal:
                continue  # the original is damaged too, or what is made of it can't be kept
        return False


def mend(book: Book, *, every: bool, tell: Callable[[float], None] = lambda _: None) -> Lacking:
    """Look through the pictures of a class, and put right what can be.

    Args:
        book: The open class.
        every: Whether each is read; else only those that are not here at a glance.
        tell: Hears how far it is, 0 to 1.

    Returns:
        What can't be read.
    """
    pictures, lacking = Mended(AllPictures(book)), {}
    wanted = pictures_wanted(book.facts, book.progress.erased)
    if not every:  # a photo of work is shown only when somebody asks for it
        wanted &= {art.content for shelf in book.progress.shelves.values() for art in shelf.values()}
    for number, content in enumerate(sorted(filter(is_content_id, wanted)), 1):
        if every or not pictures.has(content):
            try:
                pictures.read(content)
            except OSError as error:
                lacking[content] = error
        tell(number / len(wanted))
    return lacking


def wrong_among(lacking: Lacking) -> frozenset[str]:
    """Give the pictures in whose place something else lies; what is not here may only not have arrived yet."""
    return frozenset(content for content, why in lacking.items() if not isinstance(why, FileNotFoundError))


def told_wrong(lacking: Lacking) -> str:
    """Say that pictures are damaged, empty when none is."""
    wrong = wrong_among(lacking)
    return counted(_WRONG_ONE, _WRONG_MANY, len(wrong)) if wrong else ""


def told_each(lacking: Lacking) -> tuple[str, ...]:
    """Say of each damaged picture which file it is and what is wrong with it."""
    return tuple(str(lacking[content]) for content in sorted(wrong_among(lacking)))


def told_missing(lacking: Lacking) -> str:
    """Say that pictures are not here, empty when all are."""
    missing = len(lacking) - len(wrong_among(lacking))
    return counted(_MISSING_ONE, _MISSING_MANY, missing) if missing else ""


def told_left_out(lacking: Lacking) -> str:
    """Say that starter art stands in on paper, empty when it doesn't."""
    return counted(_LEFT_OUT_ONE, _LEFT_OUT_MANY, len(lacking)) if lacking else ""
