"""Where a child draws the picture of a step: it goes on where it was left, and hangs what is finished on its spot."""

from pathlib import Path

from board.art.cells import AIR, Pixels, StickerCells
from board.art.pixels import COARSE, FINE, Drawing, as_text, from_text, traced
from board.deeds.history import Outcome
from board.deeds.pictures import Gallery
from board.mastery.pictures import Art, Origin
from board.store.book import Book
from board.store.pictures.picture_folder import Unfinished

_TRACED = (COARSE + AIR, FINE + AIR)
"""Sides in px of starter art that is drawn after; others are only looked at."""


class StarterCells(StickerCells):
    """Starter art that remembers what was asked for: what is drawn after it and left so is no drawing of the child's."""

    def __init__(self, cache: Path) -> None:
        super().__init__(cache)
        self.asked: set[Pixels] = set()

    def pixels(self, picture: Path, size: int) -> Pixels:
        """Give a picture fitted into a square of so many px."""
        found = super().pixels(picture, size)
        if size in _TRACED:
            self.asked.add(found)
        return found

    def holds(self, drawing: Drawing) -> bool:
        """Say whether a drawing is nothing but starter art."""
        side = drawing.side
        return any(len(asked) == side + AIR and traced(asked, side) == drawing for asked in self.asked)


class Easel:
    """One child's place to draw the picture of one step.

    Args:
        book: The open class.
        gallery: Where finished pictures go.
        student: Id of the child.
        step: Id of the step.
        cache: Folder for what can be made again.
    """

    def __init__(self, book: Book, gallery: Gallery, student: str, step: str, cache: Path) -> None:
        self._pictures, self._gallery = book.pictures, gallery
        self._student, self._step = student, step
        self.cells = StarterCells(cache / "cells")

    @property
    def begun(self) -> tuple[Drawing, str] | None:
        """The drawing that is not finished, and what is said about it; None when there is none with anything on it."""
        kept = self._pictures.unfinished(self._student, self._step)
        drawing = from_text(kept.drawing) if kept is not None else None
        if kept is None or drawing is None or (drawing.is_empty and not kept.caption):
            return None
        return drawing, kept.caption

    def drawing_of(self, art: Art) -> Drawing | None:
        """Give a picture as a drawing to go on with; None for one that is larger than what is drawn here.

        Raises:
            OSError: The picture can't be read.
        """
        from board.art.preview import picture_in  # noqa: PLC0415 - Pillow is loaded only to draw on

        size = self._pictures.size(art.content)
        if size not in {(COARSE, COARSE), (FINE, FINE)}:
            return None
        return traced(picture_in(self._pictures.read(art.content), size[0]), size[0])

    def keep(self, drawing: Drawing, caption: str) -> None:
        """Keep what is drawn so far.

        Raises:
            Refusal: Who sits here may not draw for this child.
            NotSaved: It is not kept; what was kept before is.
        """
        self._gallery.ask(self._student)
        self._pictures.keep_unfinished(self._student, self._step, Unfinished(as_text(drawing), caption))

    def hang(self, drawing: Drawing, caption: str) -> Outcome:
        """Keep a finished drawing as the child's picture for the step.

        Raises:
            NotSaved: Nothing was kept; the unfinished drawing is still there.
        """
        from PIL import Image  # noqa: PLC0415 - Pillow is loaded only when a drawing is finished

        from board.art.intake import kept  # noqa: PLC0415 - same

        taken = kept(Image.frombytes("RGBA", (drawing.side, drawing.side), drawing.rgba()))
        origin = Origin.STARTER if self.cells.holds(drawing) else Origin.STUDIO
        picture = (taken.content, taken.png)
        outcome = self._gallery.bring(self._student, self._step, picture, origin=origin, caption=caption)
        self._pictures.drop_unfinished(self._student, self._step)
        return outcome
