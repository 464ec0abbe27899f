"""The doors of the studio: a picture to start from, and everything one can do as big pictures."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

from textual.screen import Screen

from board.art.cells import AIR, StickerCells
from board.art.pixels import FINE, Drawing, traced
from board.widgets.pixel_canvas import PixelCanvas

# ruff: noqa: PLC0415 - the paper is up before what is behind its doors is loaded

_Result = TypeVar("_Result")


class Studio(Protocol):
    """The studio seen from its doors."""

    @property
    def canvas(self) -> PixelCanvas:
        """The paper."""
        ...

    def act(self, drawing: Drawing, said: str) -> None:
        """Change the drawing in one act, and say so."""

    def put_up(self, screen: Screen[_Result], then: Callable[[_Result | None], None] | None = None) -> None:
        """Put another screen on top."""

    @property
    def may_be_tiny(self) -> bool:
        """Whether there is room for tiny squares."""
        ...

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Do something once all that was asked for before is done."""
        ...

    async def run_action(self, action: str) -> None:
        """Do what a key would do."""


class StudioDoors:
    """What opens from the studio; its `action_` methods are those of the screen.

    Args:
        studio: The studio.
        starters: Pictures to start from, by name.
        cells: Where their pixels come from.
        badge: Name of the one that is shown first.
    """

    def __init__(self, studio: Studio, starters: Mapping[str, Path], cells: StickerCells, badge: str) -> None:
        self._studio, self._starters, self._cells, self._badge = studio, starters, cells, badge

    def action_starter(self) -> None:
        """Choose a picture to start from."""
        from board.screens.drawing.starter import StarterChoice

        self._studio.canvas.lift()
        self._studio.put_up(StarterChoice(self._starters, self._cells.pixels, self._badge), self._start_from)

    def action_big_tiles(self) -> None:
        """Show what one can do as big pictures."""
        from board.screens.drawing.big_tiles import StudioTiles, Work

        canvas = self._studio.canvas
        canvas.lift()
        work = Work(self._studio.may_be_tiny, canvas.shown.side == FINE)
        self._studio.put_up(StudioTiles(work), self._do)

    def _do(self, action: str | None) -> None:
        if action is not None:
            self._studio.call_later(self._studio.run_action, action)

    def _start_from(self, name: str | None) -> None:
        if name is not None:
            side = self._studio.canvas.shown.side
            picture = self._cells.pixels(self._starters[name], side + AIR)
            self._studio.act(traced(picture, side), "Make it yours!")
