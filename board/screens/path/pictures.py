"""What a child does with its own pictures from its own screen: it draws, brings one, and says what it shows."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from board.deeds.visit import Visit
from board.mastery.path_map import MapSpot
from board.mastery.pictures import Art
from board.screens.parts.later import Later
from board.screens.path.pages import Pressed
from board.seat.seat import Seat
from board.widgets.path_tiles import BigTile
from board.words import child_path

# ruff: noqa: PLC0415 - the page is up before what a child draws with is loaded

_Result = TypeVar("_Result")


class ShowsPictures(Protocol):
    """A child's own screen seen from its pictures."""

    @property
    def app(self) -> App[object]:
        """The app."""
        ...

    @property
    def later(self) -> Later:
        """What goes on later there."""
        ...

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""

    def look_again(self) -> None:
        """Show the class as it is now."""

    def say(self, text: str) -> None:
        """Say what was done, or why not."""


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

    def __init__(self, screen: ShowsPictures, seat: Seat, visit: Visit) -> None:
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

    def _art(self, spot: MapSpot) -> Art | None:
        return self._visit.book.progress.picture(self._visit.student_id, spot.step.id)

    def _at(self, spot: MapSpot) -> Makes:
        from board.screens.path.making import Making

        return Making(self._screen, self._seat, self._visit, spot.step.id)
