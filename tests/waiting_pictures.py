"""Pictures that wait for an adult."""

import io

from PIL import Image

from board.art.intake import take_in
from board.deeds.pictures import Gallery
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.pictures import Origin
from board.store.class_book import ClassBook


def bring(book: ClassBook, student: str, step: str | None, colour: str, caption: str = "") -> None:
    """Bring a picture of one colour for a child, and for a step where one is named."""
    file = io.BytesIO()
    Image.new("RGB", (40, 40), colour).save(file, "PNG")
    taken = take_in(file.getvalue())
    picture = (taken.content, taken.png)
    Gallery(Sitting(book, usual_adult(book))).bring(student, step, picture, origin=Origin.FILE, caption=caption)
