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
    lacking = {child.name: None for draft in showing if (child := _unasked(book, draft)) is not None}
    if lacking:
        raise Refusal(counted(_NO_PHOTOS_ONE, _NO_PHOTOS_MANY, len(lacking), names=listed(list(lacking))))


def _unasked(book: Book, draft: Draft) -> Student | None:
    """Give the child a draft shows a photo of though its family has not allowed it, None where all is well."""
    child = next((one for one in book.everyone if draft.student in (one.id, *one.also)), None)
    if child is None or child.photos:
        return None
    own = {art.content for art in book.progress.shelf(child.id).values()}
    return None if own.issuperset(draft.evidence) else child
