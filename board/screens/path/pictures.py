"""What a child does with its own pictures from its own screen: it draws, brings one, and says what it shows."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from board.art.cells import Pixels
from board.deeds.visit import Visit
from board.mastery.path_map import MapSpot
from board.mastery.pictures import Art
from board.screens.drawing.tile_page import Pressed
from board.screens.path.screen import PathScreen
from board.seat.seat import Seat
from board.widgets.path_tiles import BigTile
from board.words import child_path

# ruff: noqa: PLC0415 - the page is up before what a child draws with is loaded

_LARGE = 96
"""Side of the square a picture that is looked at fits into, in px of half a cell."""


class Makes(Protocol):
    """What makes pictures of one step."""

    def draw(self) -> None:
        """Draw, from where it was left."""

    def bring(self) -> None:
        """Choose among the pictures that wait."""

    def say_words(self) -> None:
        """Say what the picture shows."""


class ChildsPictures:
    """The pictures of the child whose screen it is.

    Args:
        screen: The child's own screen.
        seat: Where one sits.
        visit: Who draws.
    """

    def __init__(self, screen: PathScreen, seat: Seat, visit: Visit) -> None:
        self._screen, self._seat, self._visit = screen, seat, visit

    def drawing(self, spot: MapSpot) -> list[Pressed]:
        """Give the tile to draw the picture of a step, where the child may."""
        if not self._visit.may_draw:
            return []
        return [(BigTile(child_path.DRAW, "draw"), lambda: self._at(spot).draw())]

    def making(self, spot: MapSpot) -> list[Pressed]:
        """Give what can be made of the picture of a step: drawn anew, brought, told."""
        if not self._visit.may_draw:
            return []
        tiles = [*self.drawing(spot), (BigTile(child_path.BRING, "bring"), lambda: self._at(spot).bring())]
        if self._art(spot) is not None:
            tiles.append((BigTile(child_path.SAY_WORDS, "words"), lambda: self._at(spot).say_words()))
        return tiles

    def words(self, spot: MapSpot) -> str:
        """Give what the child says about its picture of a step, or empty; for the child alone."""
        art = self._art(spot) if self._visit.may_draw else None
        return "" if art is None else art.caption

    def enlarge(self, step: str, show: Callable[[Pixels], object]) -> None:
        """Read the child's own picture for a step in full, and show it then; to somebody nobody knows the sticker is all there is.

        Args:
            step: Id of the step.
            show: Shows it.
        """
        art = self._visit.picture(step)
        if art is not None:
            self._screen.later.begin(partial(self._read, art), lambda read: show(read) if read else None, "large")

    def _read(self, art: Art) -> Pixels:
        from board.art.preview import picture_in

        try:
            return picture_in(self._visit.book.pictures.read(art.content), _LARGE)
        except OSError:
            return ()

    def _art(self, spot: MapSpot) -> Art | None:
        return self._visit.picture(spot.step.id)

    def _at(self, spot: MapSpot) -> Makes:
        from board.screens.path.making import Making

        return Making(self._screen, self._seat, self._visit, spot.step.id)
