"""Photos of a child's work are kept only where its family allows it: asked whenever one is kept, by whatever way."""

from collections.abc import Iterable

from board.counting import counted, listed
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store.book import Book
from board.store.draft import Draft

_NO_PHOTOS_ONE = (
    "{names}: no photo of this child's work is kept, for its family has not allowed it yet. Once it has, say so in the list "
    "of students, or with: board student photos"
)
_NO_PHOTOS_MANY = (
    "{names}: no photos of these children's work are kept, for their families have not allowed it yet. Once they have, say so "
    "in the list of students, or with: board student photos"
)


def refuse_photos(book: Book, drafts: Iterable[Draft]) -> None:
    """Let no fact name a photo of a child's work whose family has not allowed that; the child's own pictures are its own.

    Args:
        book: The class.
        drafts: What shall be kept.

    Raises:
        Refusal: Some families have not; it says whose, and how it is said that they have.
    """
    showing = [
        draft for draft in drafts if draft.evidence and draft.kind not in (Kind.PICTURE_ADDED, Kind.PHOTO_REMOVED)
    ]
    _refuse([child.name for draft in showing if (child := _unasked(book, draft)) is not None])


def refuse_new_photos(book: Book, students: Iterable[str]) -> None:
    """Let no photo be brought of the work of a child whose family has not allowed that.

    Args:
        book: The class.
        students: Ids of the children whose work it would show.

    Raises:
        Refusal: As with `refuse_photos`.
    """
    children = [_home(book, student) for student in students]
    _refuse([child.name for child in children if child is not None and not child.photos])


def _refuse(names: Iterable[str]) -> None:
    lacking = dict.fromkeys(names)
    if lacking:
        raise Refusal(counted(_NO_PHOTOS_ONE, _NO_PHOTOS_MANY, len(lacking), names=listed(list(lacking))))


def _unasked(book: Book, draft: Draft) -> Student | None:
    """Give the child a draft shows a photo of though its family has not allowed it, None where all is well."""
    child = _home(book, draft.student)
    if child is None or child.photos:
        return None
    own = {art.content for art in book.progress.shelf(child.id).values()}
    return None if own.issuperset(draft.evidence) else child


def _home(book: Book, student: str) -> Student | None:
    return next((one for one in book.everyone if student in (one.id, *one.also)), None)
