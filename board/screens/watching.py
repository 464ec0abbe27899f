"""The class is watching: what everybody may see of a unit, until a key is pressed."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.mastery.audience import can_be_read_back, earned_by_level
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from board.screens.calm import Calm
from board.widgets.quilt import Quilt
from board.widgets.spot_painter import Stickers

BEGINS = "Our quilt begins with the first sticker."
SMALL = "We learn together, each in our own time."
"""Said instead of a quilt that could be read back to the few children who made it. Paper asks first; here there is no
time to ask, since a child is already looking, and the question itself would tell."""


class WatchingScreen(Calm[None]):
    """The class quilt of a unit over the whole screen: no names, no numbers, nothing that is still to come.

    Args:
        unit: Whose stickers are shown.
        students: The class; nothing about any of them is shown.
        progress: What they have earned.
        stickers: Where pictures come from.
        class_name: Stands beside the title.
    """

    CSS_PATH = "watching.tcss"
    ALLOW_SELECT: ClassVar[bool] = False
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self, unit: Unit, students: Sequence[Student], progress: Progress, stickers: Stickers, *, class_name: str = ""
    ) -> None:
        super().__init__()
        self._unit, self._class_name, self._stickers = unit, class_name, stickers
        self._few = can_be_read_back(students)
        self._earned = () if self._few else earned_by_level(unit, students, progress)

    def compose(self) -> ComposeResult:
        """Title, quilt or a sentence, the way back."""
        beside = f"  ·  {self._class_name}" if self._class_name else ""
        yield Static(Content.assemble((self._unit.title, "bold"), (beside, "$foreground 60%")), id="title")
        if any(steps for _, steps in self._earned):
            yield Quilt(self._unit, self._earned, self._stickers)
        else:
            yield Static(SMALL if self._few else BEGINS, id="sentence", markup=False)
        yield Static("any key goes back", id="back", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Go back; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self) -> None:
        """Go back."""
        self.dismiss()
