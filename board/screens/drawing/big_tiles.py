"""What one can do in the studio as big pictures, for a child with a number pad: behind 0, each by its digit."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from board.art.strokes import Tool
from board.screens.drawing.tile_page import Pressed, TilePage
from board.widgets.path_tiles import BigTile
from board.widgets.spot_painter import no_stickers
from board.words import child_path


class Work(NamedTuple):
    """What can be done with a drawing now.

    Attributes:
        may_be_tiny: Whether there is room for tiny squares.
        is_tiny: Whether the squares are tiny.
    """

    may_be_tiny: bool
    is_tiny: bool


class StudioTiles(TilePage[str]):
    """Shows tools and what else one can do; gives the action that was chosen, or None.

    Args:
        work: What can be done now.
    """

    def __init__(self, work: Work) -> None:
        super().__init__(no_stickers)
        self._work = work

    def on_mount(self) -> None:
        """Show what is needed most."""
        self._show_first()

    def _show_first(self) -> None:
        back = BigTile(child_path.GO_BACK, "back"), self.action_back
        self._show_tiles([*self._first(), back, (BigTile(child_path.MORE, "on"), self._show_more)])

    def _show_more(self) -> None:
        self._show_tiles([*self._more(), (BigTile(child_path.GO_BACK, "back"), self._show_first), *self._squares()])

    def _show_tiles(self, tiles: Sequence[Pressed]) -> None:
        self.show(tiles, (child_path.WHAT_NOW,), "draw")

    def _first(self) -> Iterator[Pressed]:
        """Give what is needed most, first that one is done; all of it always, so that each keeps its digit."""
        yield self._tile(child_path.DONE, "done", "done")
        yield self._tile(child_path.PENCIL, "pencil", _tool(Tool.PENCIL))
        yield self._tile(child_path.FILL, "fill", _tool(Tool.FILL))
        yield self._tile(child_path.RUBBER, "rubber", _tool(Tool.RUBBER))
        yield self._tile(child_path.STARTER, "starter", "starter")
        yield self._tile(child_path.UNDO, "undo", "undo")
        yield self._tile(child_path.NEW_SHEET, "sheet", "sheet")

    def _more(self) -> Iterator[Pressed]:
        """Give what is needed now and then, as much as stands before the way back on the other page."""
        for number, (words, sign) in _DARK.items():
            yield self._tile(words, sign, f"colour({number})")
        yield self._tile(child_path.LINE, "line", _tool(Tool.LINE))
        yield self._tile(child_path.CIRCLE, "circle", _tool(Tool.CIRCLE))
        yield self._tile(child_path.MIRROR, "mirror", "mirror")
        yield self._tile(child_path.REDO, "redo", "redo")

    def _squares(self) -> Iterator[Pressed]:
        """Give what is not always there, behind all that is, so that these keep their digits."""
        if self._work.is_tiny:
            yield self._tile(child_path.BIG_SQUARES, "big_squares", "tiny")
        elif self._work.may_be_tiny:
            yield self._tile(child_path.TINY_SQUARES, "tiny_squares", "tiny")

    def _tile(self, words: str, sign: str, action: str) -> Pressed:
        return BigTile(words, sign), partial(self.dismiss, action)


_DARK = {
    10: (child_path.BLACK, "black"),
    11: (child_path.GREY, "grey"),
    12: (child_path.WHITE, "white"),
}
"""The colours that have no digit of their own, by number."""


def _tool(tool: Tool) -> str:
    return f"tool('{tool}')"
