"""Photos of children's work for tests: files with all that a phone writes into them, and families that allow them."""

import io
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PIL import Image

from board.art.intake import Taken, take_in
from board.store.book import Book
from board.store.documents.tables import STUDENTS

SECRET = "7 Elm Street"
"""What a phone writes into a photo beside its pixels."""


def photo_file(path: Path, colour: str = "red", size: tuple[int, int] = (80, 40)) -> Path:
    """Write a photo of two colours, left and right, as a phone does: with a place, a time, words."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", size, colour)
    picture.paste("white", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[0x010E] = exif[0x9286] = SECRET
    exif[0x8825] = {1: "N", 2: (52.0, 31.0, 7.5), 3: "E", 4: (13.0, 24.0, 36.0)}
    picture.save(path, exif=exif, comment=SECRET.encode())
    return path


def photo(number: int) -> Taken:
    """Give a photo that no other number gives."""
    return take_in(_png(number))


def _png(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (12, 8), (number % 256, number // 256, 90)).save(out, "PNG")
    return out.getvalue()


def allow(book: Book, ids: Collection[str]) -> None:
    """Let these families allow photos, and no others."""
    book.edit(STUDENTS, lambda now: tuple(replace(one, photos=one.id in ids) for one in now))
