"""Choose the part of a picture that is used: its sticker is cut from it, or it alone is kept."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from board.art.cells import Pixels
from board.art.frame import framed, whole
from board.mastery.pictures import Box
from board.screens.parts.calm import Calm
from board.screens.parts.keys_here import HELP
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.crop_frame import CropFrame
from board.widgets.grid_plan import shortened
from board.widgets.key_bar import KeyBar

_MOST_PX, _LEAST_PX = 48, 16
"""Largest and smallest side of the picture, in px of half a cell."""

_AROUND = 6
"""Lines of the screen that are not the picture's: title, words, two of keys, and the picture's own margin."""

_STEP = 2
"""Px a key moves or grows the frame by: one line of the screen."""

_KEYS = (
    Command("keep", "enter", "Keep", "Use this part of the picture.", 1),
    Command("leave", "escape", "Back", "Go back; everything stays as it was.", 2, "esc"),
    Command("whole", "w", "All", "Use the whole picture.", 3),
    Command(f"grow({_STEP}, {_STEP})", "plus,equals_sign", "More", "Make the frame bigger.", 4, "+"),
    Command(f"grow(-{_STEP}, -{_STEP})", "minus,underscore", "Less", "Make the frame smaller.", 5, "-"),
    Command(f"move(-{_STEP}, 0)", "left", "Left", "Move the frame to the left.", 6, "←"),
    Command(f"move({_STEP}, 0)", "right", "Right", "Move the frame to the right.", 7, "→"),
    Command(f"move(0, -{_STEP})", "up", "Up", "Move the frame up.", 8, "↑"),
    Command(f"move(0, {_STEP})", "down", "Down", "Move the frame down.", 9, "↓"),
    Command(f"grow({_STEP}, 0)", "shift+right", "Wider", "Make the frame wider.", 10, "⇧→"),
    Command(f"grow(-{_STEP}, 0)", "shift+left", "Narrower", "Make the frame narrower.", 11, "⇧←"),
    Command(f"grow(0, {_STEP})", "shift+up", "Higher", "Make the frame higher.", 12, "⇧↑"),
    Command(f"grow(0, -{_STEP})", "shift+down", "Lower", "Make the frame lower.", 13, "⇧↓"),
    HELP,
)

_FIRST_BAR = 5
"""How many of them stand in the first key bar."""


def px_for(size: Size) -> int:
    """Give how large a picture may be on a screen of this size, in px of half a cell."""
    return max(_LEAST_PX, min(_MOST_PX, 2 * (size.height - _AROUND), size.width - 6))


class CropScreen(Calm[Box | None]):
    """Shows a picture with a frame; gives the part inside, or None when it was left.

    Args:
        whose: For whom and for what, as the title says it.
        pixels: The whole picture, at most as large as `px_for` says.
        box: The part that is used so far.
    """

    CSS_PATH = "crop.tcss"
    KEYS = (KeyGroup("The part of a picture", _KEYS),)
    BINDINGS = bindings(KEYS)

    def __init__(self, whose: str, pixels: Pixels, box: Box) -> None:
        super().__init__()
        self._whose, self._pixels, self._box = whose, pixels, box

    def compose(self) -> ComposeResult:
        """What to do, the picture, keys."""
        yield Static(id="title", markup=False)
        with Container():
            yield CropFrame(self._pixels, framed(self._box, len(self._pixels[0]), len(self._pixels)))
        yield Static("Draw a frame around the part you want.", id="said", markup=False)
        for bar in (_KEYS[:_FIRST_BAR], _KEYS[_FIRST_BAR:]):
            yield KeyBar(bar)

    def on_resize(self, event: events.Resize) -> None:
        """Use the room there is."""
        title = shortened(f"Choose the part · {self._whose}", max(1, event.size.width - 2))
        self.query_one("#title", Static).update(Content(title), layout=False)

    def action_move(self, right: int, down: int) -> None:
        """Move the frame."""
        self._crop.frame = self._crop.frame.moved(right, down)

    def action_grow(self, wider: int, higher: int) -> None:
        """Make the frame bigger, or smaller."""
        self._crop.frame = self._crop.frame.grown(wider, higher)

    def action_whole(self) -> None:
        """Put the frame around the whole picture."""
        self._crop.frame = whole(self._crop.frame.width, self._crop.frame.height)

    def action_keep(self) -> None:
        """Give the part inside the frame."""
        self.dismiss(self._crop.frame.box)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    @property
    def _crop(self) -> CropFrame:
        return self.query_one(CropFrame)
