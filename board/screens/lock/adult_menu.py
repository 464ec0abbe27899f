"""Where the kiosk goes on from the adult's corner: the board, the end, or back to the children."""

from enum import Enum, auto

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from board.screens.lock.attended import Attended
from board.screens.parts.keys_here import does_nothing
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.path_tiles import BigTile, BigTiles

_TITLE = "For adults: what comes now?"
_TILES = (BigTile("The board"), BigTile("End the kiosk"), BigTile("Back to the children"))

_KEYS = KeyGroup(
    "For adults",
    (
        Command("choose(0)", "1", "The board", "Open the board here; the kiosk comes back when it is switched back."),
        Command("choose(1)", "2", "End", "Close the kiosk, and the board with it where it was open."),
        Command("choose(2)", "3,escape,0", "Back", "Go back to the children."),
        Command("go(-1)", "left,up", "Before", "Go to the one before."),
        Command("go(1)", "right,down", "Next", "Go to the next one."),
        Command("press", "enter,space", "This one", "Choose the one with the frame."),
    ),
)


class Chosen(Enum):
    """What an adult chose."""

    BOARD = auto()
    END = auto()


class AdultMenu(Attended[Chosen]):
    """What an adult who has given the PIN may do; left with what was chosen, with nothing to go back to the children."""

    CSS_PATH = "adult_menu.tcss"
    KEYS = (_KEYS,)
    BINDINGS = bindings(KEYS)

    def compose(self) -> ComposeResult:
        """What there is to choose."""
        yield Static(_TITLE, id="title", markup=False)
        yield BigTiles(lambda *_: None)

    def on_mount(self) -> None:
        """Begin on the one that changes nothing."""
        tiles = self.query_one(BigTiles)
        tiles.tiles, tiles.here = _TILES, len(_TILES) - 1

    def nobody_is_here(self) -> None:
        """Let the children have it again."""
        self.dismiss()

    def action_choose(self, number: int) -> None:
        """Leave with one of them, the last one for nothing."""
        self.dismiss((*Chosen, None)[number])

    def action_go(self, step: int) -> None:
        """Go to another one."""
        tiles = self.query_one(BigTiles)
        tiles.here = (tiles.here + step) % len(_TILES)

    def action_press(self) -> None:
        """Leave with the one with the frame."""
        self.action_choose(self.query_one(BigTiles).here)

    @on(BigTiles.Pressed)
    def _tapped(self, message: BigTiles.Pressed) -> None:
        self.action_choose(message.number)

    def on_key(self, event: events.Key) -> None:
        """Let no other key do anything."""
        does_nothing(event, self)
