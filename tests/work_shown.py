"""Pictures of children's work that are evidence, with their families' consent."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from board.deeds.evidence import Evidence
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.content_id import content_id
from board.mastery.facts import Kind
from board.store.book import Book
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft


def picture(colour: str) -> tuple[str, bytes]:
    """A picture of one colour: its content id, and its PNG."""
    image = Image.new("RGBA", (48, 32), colour)
    file = BytesIO()
    image.save(file, "PNG")
    return content_id(*image.size, image.tobytes()), file.getvalue()


def consent(book: Book, student: str, *, photos: bool = True) -> None:
    """The family of a child says yes to photos, or no."""
    book.edit(STUDENTS, lambda now: tuple(replace(one, photos=photos) if one.id == student else one for one in now))


def show(book: Book, student: str, step: str = "u/halves", colour: str = "red", kind: Kind = Kind.MASTERED) -> str:
    """Keep a showing of a child with a photo of its work, as the board itself does; gives the content id."""
    (content,) = Evidence(Sitting(book, usual_adult(book))).keep([(student, step)], [picture(colour)])
    book.record([Draft(kind, student, step, evidence=(content,))], book.assessors[0].id)
    return content
