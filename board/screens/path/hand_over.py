"""Between a child's own page and what lies behind it: the child gives the keyboard back, and an adult goes on."""

from textual import events, on
from textual.app import ComposeResult

from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.path_banner import PathBanner
from board.widgets.path_tiles import BigTile, BigTiles
from board.widgets.spot_painter import Stickers
from board.words import child_path

_BACK = KeyGroup(
    "Give the keyboard back",
    (
        Command("adult", "w", "An adult goes on", "For the adult alone: leave the child's page.", 1),
        Command(
            "stay", "escape,enter,space", "My page", "Go back to the child's page; any other key does, too.", 2, "esc"
        ),
    ),
    ("A child that presses here by chance comes back to its own page and sees nothing else of the class.",),
)


class HandOver(Calm[bool]):
    """Asks a child for the keyboard; left with whether an adult goes on from here.

    Args:
        stickers: Where pictures of steps come from.
    """

    CSS_PATH = "hand_over.tcss"
    KEYS = (_BACK,)
    BINDINGS = bindings(KEYS)

    def __init__(self, stickers: Stickers) -> None:
        super().__init__()
        self._stickers = stickers

    def compose(self) -> ComposeResult:
        """Picture and words, the way back for the child, keys."""
        yield PathBanner(self._stickers)
        yield BigTiles(self._stickers)
        yield KeyBar((*_BACK.commands, HELP))

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(PathBanner).tell((BigTile("", "hand_over"),), (child_path.HAND_OVER,))
        tiles = self.query_one(BigTiles)
        tiles.tiles, tiles.here = (BigTile(child_path.MY_PAGE, "back"),), 0

    @property
    def is_for_children(self) -> bool:
        """The child still sits before it."""
        return True

    def action_adult(self) -> None:
        """Leave the child's page."""
        self.dismiss(True)

    def action_stay(self) -> None:
        """Go back to the child's page."""
        self.dismiss(False)

    def on_key(self, event: events.Key) -> None:
        """Go back to the child's page by any key that is a sign, whatever it is elsewhere."""
        if event.is_printable and event.character not in ("w", "?"):
            event.stop()  # what is behind this page gets no part of it
            self.action_stay()

    @on(BigTiles.Pressed)
    def _stay_tapped(self) -> None:
        self.action_stay()
