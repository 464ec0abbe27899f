"""A page of big tiles for a child that may not read yet: pressed by digit, with the arrows, or tapped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ScreenResultType

from board.art.cells import Pixels
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.path_banner import PathBanner
from board.widgets.path_tiles import BigTile, BigTiles
from board.widgets.path_tiles_plan import LEAST_WIDE, tiles_in
from board.widgets.spot_painter import Stickers

_Thing = TypeVar("_Thing")

MOST_TILES = 9
"""Tiles on one page: as many as there are digits."""

_FEWEST = 3
"""Tiles on one page at the least: a picture, one to turn the page, one to go back."""

_OTHER_LINES = 4
"""Lines of a low screen that hold no tiles."""

Press = Callable[[], object]
"""What a tile does."""

Pressed = tuple[BigTile, Press]
"""A tile, and what it does."""

DIGITS = tuple(
    Command(f"press({number})", str(number), "Picture", "Press the picture of this number.") for number in range(1, 10)
)
TILE_KEYS = (
    Command("go(-1)", "left", "Left", "Go to the picture before.", 2, "←"),
    Command("go(1)", "right", "Right", "Go to the next picture.", 2, "→"),
    Command("row(-1)", "up", "Up", "Go up a row.", 4, "↑"),
    Command("row(1)", "down", "Down", "Go down a row.", 4, "↓"),
    Command("press_here", "enter,space", "This one", "Press the picture with the frame.", 1, "enter"),
    *DIGITS,
    Command("back", "escape", "Back", "Go back.", 3, "esc"),
)
PAGE = KeyGroup("Big pictures", TILE_KEYS)


def turned_to(things: Sequence[_Thing], room: int, turned: int) -> Sequence[_Thing]:
    """Give those of some things that have room on a page, one place taken by the tile that turns it where they are too many.

    Args:
        things: All of them.
        room: Tiles there is room for.
        turned: How often the page was turned; after the last one comes the first.
    """
    if len(things) <= room:
        return things
    many = max(1, room - 1)
    pages = -(-len(things) // many)
    at = turned % pages * many
    return things[at : at + many]


def room_in(size: Size) -> int:
    """Give how many tiles have room with their pictures on a screen of this size."""
    return max(_FEWEST, min(MOST_TILES, tiles_in(size.width, size.height - _OTHER_LINES)))


class TilePage(Calm[ScreenResultType]):
    """A strip with a picture and a few words, and tiles to press below it.

    Args:
        stickers: Where pictures of steps come from.
    """

    CSS_PATH = Path(__file__).with_name("tile_page.tcss")  # for the screens that are tile pages, wherever they are
    KEYS = (PAGE,)
    BINDINGS = bindings(KEYS)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-roomy")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, stickers: Stickers) -> None:
        super().__init__()
        self._stickers = stickers
        self._pressed: Sequence[Pressed] = ()

    def compose(self) -> ComposeResult:
        """Picture and words, tiles, keys."""
        yield PathBanner(self._stickers)
        yield BigTiles(self._stickers)
        yield KeyBar((*TILE_KEYS, HELP))

    @property
    def is_for_children(self) -> bool:
        """A child sits before it."""
        return True

    @property
    def room(self) -> int:
        """How many tiles have room with their pictures, at least three and at most as many as there are digits."""
        return room_in(self.app.size)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.set_class(LEAST_WIDE * len(self._pressed) > self.app.size.width, "-many")

    def show(self, both: Sequence[Pressed], words: Sequence[str], sign: str = "", large: Pixels | None = None) -> None:
        """Show other tiles.

        Args:
            both: The tiles, and what each does; at most nine.
            words: What is said above them.
            sign: Name of the sign beside these words, or empty.
            large: A picture that is shown instead, as large as there is room.
        """
        another = len(both) != len(self._pressed)
        self._pressed = tuple(both)
        self.set_class(large is not None, "-large")
        self.set_class(LEAST_WIDE * len(both) > self.app.size.width, "-many")
        banner = self.query_one(PathBanner)
        banner.tell((BigTile("", sign),) if sign else (), words)
        if large is not None:
            banner.enlarge(large)
        tiles = self.query_one(BigTiles)
        tiles.tiles = tuple(tile for tile, _ in both)
        tiles.here = 0 if another else min(max(tiles.here, 0), len(both) - 1)

    def action_go(self, by: int) -> None:
        """Go to the picture before or after; at the ends one stays."""
        tiles = self.query_one(BigTiles)
        tiles.here = max(0, min(tiles.here + by, len(self._pressed) - 1))

    def action_row(self, by: int) -> None:
        """Go a row up or down."""
        self.action_go(by * self.query_one(BigTiles).across)

    def action_press_here(self) -> None:
        """Do what the picture with the frame is for."""
        self.action_press(self.query_one(BigTiles).here + 1)

    def action_press(self, number: int) -> None:
        """Do what the picture of a number is for."""
        if 0 < number <= len(self._pressed):
            self._pressed[number - 1][1]()

    def action_back(self) -> None:
        """Go back and change nothing."""
        self.dismiss(None)

    @on(BigTiles.Pressed)
    def press_tapped(self, message: BigTiles.Pressed) -> None:
        """Do what the tapped picture is for."""
        self.action_press(message.number + 1)
