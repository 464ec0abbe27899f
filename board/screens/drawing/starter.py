"""A picture to start drawing from, chosen among the starter art by looking at it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from board.screens.drawing.tile_page import Pressed, TilePage, turned_to
from board.widgets.path_tiles import PHOTO_SIDES, BigTile
from board.widgets.picture import Painted
from board.widgets.spot_painter import no_stickers
from board.words import child_path


class StarterChoice(TilePage[str]):
    """Shows the starter art, a page at a time; gives the name of a picture, or None.

    Args:
        starters: Pictures by name, at least one.
        painted: Where their pixels come from.
        first: Name of the picture to show first; any where it is not among them.
    """

    def __init__(self, starters: Mapping[str, Path], painted: Painted, first: str) -> None:
        super().__init__(no_stickers)
        self._starters = sorted(starters.items(), key=lambda one: one[0] != first)
        self._painted = painted
        self._turned = 0

    def on_mount(self) -> None:
        """Show the first page."""
        self._show_page()

    def _show_page(self) -> None:
        shown = turned_to(self._starters, self.room - 1, self._turned)
        both: list[Pressed] = [(self._tile(name, path), partial(self.dismiss, name)) for name, path in shown]
        both.append((BigTile(child_path.GO_BACK, "back"), self.action_back))
        if len(shown) < len(self._starters):
            both.append((BigTile(child_path.MORE, "on"), self._turn))
        self.show(both, (child_path.START_FROM,), "starter")

    def _tile(self, name: str, path: Path) -> BigTile:
        return BigTile(name.replace("-", " "), photo=tuple(self._painted(path, side) for side in PHOTO_SIDES))

    def _turn(self) -> None:
        self._turned += 1
        self._show_page()
