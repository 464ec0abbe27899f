"""The pictures of a class, found wherever they lie."""

from pathlib import Path

from board.store.book import Book, Kept


class AllPictures:
    """The pictures of a class wherever they lie: photos of work, and the children's own.

    Args:
        book: The class.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    def has(self, content: str) -> bool:
        """Tell at a glance whether a picture is here."""
        return self._book.evidence.has(content) or self._book.pictures.has(content)

    def read(self, content: str) -> bytes:
        """Give a picture as a PNG of the pixels its id stands for.

        Raises:
            WrongPicture: Something else lies in its place.
            OSError: It is not here, or can't be read.
        """
        if self._book.pictures.has(content) and not self._book.evidence.has(content):
            return self._book.pictures.read(content)
        try:
            return self._book.evidence.read(content)
        except FileNotFoundError:
            return self._book.pictures.read(content)

    def to_view(self, content: str) -> Path:
        """Give a file that other programs can show.

        Raises:
            OSError: It is not here, or not what it should be.
        """
        return self._home(content).to_view(content)

    def size(self, content: str) -> tuple[int, int]:
        """Give width and height of a picture in px; nothing by nothing where there is none."""
        return self._home(content).size(content)

    def originals(self, content: str) -> tuple[Path, ...]:
        """Give the files that were brought in and that a picture was made of."""
        return self._book.pictures.originals(content)

    def keep(self, content: str, png: bytes) -> None:
        """Put a picture back where it belongs.

        Raises:
            NotSaved: It is not kept.
        """
        shelves = self._book.progress.shelves.values()
        is_art = any(art.content == content for shelf in shelves for art in shelf.values())
        (self._book.pictures if is_art else self._book.evidence).keep(content, png)

    def _home(self, content: str) -> Kept:
        return self._book.evidence if self._book.evidence.has(content) else self._book.pictures
