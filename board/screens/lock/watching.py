"""The class is watching: what everybody may see of a unit, until a key is pressed."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from board.mastery.audience import can_be_read_back, quilt_of
from board.mastery.curriculum import Unit
from board.screens.parts.keys_here import does_nothing
from board.screens.parts.live import LiveScreen
from board.store.book import Book
from board.widgets.command import KeyGroup
from board.widgets.quilt import ByLevel, Quilt
from board.widgets.spot_painter import Stickers
from board.words.at_kiosk import WE_LEARN

BEGINS = "Our quilt begins with the first sticker."


class WatchingScreen(LiveScreen[None]):
    """The class quilt of a unit over the whole screen: no names, no numbers, nothing that is still to come.

    Args:
        book: The open class; nothing about any of its students is shown.
        unit: Whose stickers are shown, None in a class that has none.
        stickers: Where pictures come from.
    """

    CSS_PATH = "watching.tcss"
    KEYS = (KeyGroup("The class is watching", told=("Any other key goes back to the board.",)),)
    BACK: ClassVar[str] = "any key goes back"
    ALLOW_SELECT: ClassVar[bool] = False
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, book: Book, unit: Unit | None, stickers: Stickers) -> None:
        super().__init__(book)
        self._unit, self._stickers = unit, stickers

    def compose(self) -> ComposeResult:
        """Title, quilt or a sentence, the way back."""
        yield Static(self._title, id="title")
        earned = self._earned
        if self._unit is not None and any(stickers for _, stickers in earned):
            yield Quilt(self._unit, earned, self._stickers)
        else:
            few = can_be_read_back(self.book.students)
            yield Static(WE_LEARN if few else BEGINS, id="sentence", markup=False)
        yield Static(self.BACK, id="back", markup=False)

    def show_class(self) -> None:
        """Sew what was earned meanwhile into the quilt; the first sticker takes the place of the sentence."""
        old, quilts = self._unit, list(self.query(Quilt))
        self._unit = next((unit for unit in self.book.units if old is None or unit.id == old.id), old)
        earned = self._earned
        if quilts and self._unit is old and any(stickers for _, stickers in earned):
            quilts[0].show(earned)
            self.query_one("#title", Static).update(self._title, layout=False)
        else:
            self.refresh(recompose=True)

    @property
    def is_for_children(self) -> bool:
        """The whole class looks."""
        return True

    @property
    def _title(self) -> Content:
        if self._unit is None:
            return Content(self.book.name)
        beside = f"  ·  {self.book.name}" if self.book.name else ""
        return Content.assemble((self._unit.title, "bold"), (beside, "$foreground 60%"))

    @property
    def _earned(self) -> ByLevel:
        return () if self._unit is None else quilt_of(self._unit, self.book.students, self.book.progress)

    def on_key(self, event: events.Key) -> None:
        """Any key goes back, and does nothing else."""
        if does_nothing(event, self):
            self.dismiss()

    def on_click(self, event: events.Click) -> None:  # noqa: ARG002 - where it was does not matter
        """Go back."""
        self.dismiss()
