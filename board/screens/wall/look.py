"""What a projector shows to everybody: the quilts of the class and its proud wall, one after the other, by themselves."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from board.art.shelf import StickerShelf
from board.mastery.curriculum import Unit
from board.mastery.proud import Proud, proud_wall_of
from board.screens.kiosk.quilts import earned_of, sign_instead, units_with_quilts
from board.screens.parts.live import LiveScreen
from board.screens.pictures.preparing import keep_prepared
from board.store.book import Book
from board.widgets.command import KeyGroup
from board.widgets.proud_frames import ProudFrames
from board.widgets.proud_plan import plan_proud
from board.widgets.quilt import Quilt
from board.words.at_kiosk import WE_ARE_PROUD

_TURN = 20.0
"""Seconds for which one of them is looked at."""

_LOOK = 0.5
"""Seconds between looks whether it is time for the next one."""

_HEAD = 1
"""Lines above what is shown."""


class Sight(NamedTuple):
    """One thing to look at.

    Attributes:
        unit: Id of the unit whose quilt it is, empty for the proud wall.
        page: Number of the page of the proud wall, from 0.
    """

    unit: str
    page: int = 0


class LookScreen(LiveScreen[None]):
    """Shows what everybody may see of a class; nothing can be pressed, and nothing leads anywhere.

    Args:
        book: The open class.
        shelf: Where stickers come from.
        clock: Gives the seconds of now.
    """

    CSS_PATH = "look.tcss"
    KEYS = (KeyGroup("For a projector", told=("It goes on by itself, and no key and no tap does anything here.",)),)
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, book: Book, shelf: StickerShelf, clock: Callable[[], float]) -> None:
        super().__init__(book)
        self._shelf, self._clock = shelf, clock
        self._until = clock() + _TURN
        self._now: Sight | None = None
        self._unit: Unit | None = None

    def compose(self) -> ComposeResult:
        """What is looked at now, below what it is called."""
        shown = self.shown
        self._now = self._now if self._now in shown else next(iter(shown), None)
        yield Static(self._title, id="title", markup=False)
        yield self._widget()

    def on_mount(self) -> None:
        """Go on in time, and have stickers cut as they are wanted."""
        keep_prepared(self, self._shelf)
        self.set_interval(_LOOK, self.go_on_in_time)

    def show_class(self) -> None:
        """Show what was earned or chosen meanwhile where one looks already; where there is something else, begin anew."""
        unit = self._unit_of(self._now)
        if self._now not in self.shown or unit is not self._unit:
            self.refresh(recompose=True)
            return
        for quilt in self.query(Quilt):
            quilt.show(() if unit is None else earned_of(self.book, unit))
        for frames in self.query(ProudFrames):
            frames.show(self._proud)

    def go_on_in_time(self) -> None:
        """Show the next one when it is time."""
        if self._clock() >= self._until:
            self.go_on()

    def go_on(self) -> None:
        """Show the next one; behind the last comes the first."""
        self._until = self._clock() + _TURN
        shown = self.shown
        if len(shown) > 1:
            at = shown.index(self._now) if self._now in shown else -1
            self._now = shown[(at + 1) % len(shown)]
            self.refresh(recompose=True)

    @property
    def shown(self) -> tuple[Sight, ...]:
        """What there is to look at in this window: each quilt, then the pages of the proud wall."""
        quilts = tuple(Sight(unit.id) for unit in units_with_quilts(self.book))
        many = len(self._proud)
        plan = plan_proud(many, self.app.size.width, self.app.size.height - _HEAD)
        return (*quilts, *(Sight("", page) for page in range(plan.pages(many)))) if plan and many else quilts

    @property
    def is_for_children(self) -> bool:
        """The whole class looks."""
        return True

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - there is no place for it
        """Take no text, and say nothing of it."""
        return True

    @property
    def _proud(self) -> list[Proud]:
        return proud_wall_of(self.book.units, self.book.students, self.book.progress)

    @property
    def _title(self) -> str:
        unit = self._unit_of(self._now)
        return unit.title if unit is not None else "" if self._now is None else WE_ARE_PROUD

    def _unit_of(self, shown: Sight | None) -> Unit | None:
        return next((unit for unit in self.book.units if shown is not None and unit.id == shown.unit), None)

    def _widget(self) -> Widget:
        self._unit = self._unit_of(self._now)
        if self._now is None:
            return sign_instead(self.book)
        if self._unit is not None:
            return Quilt(self._unit, earned_of(self.book, self._unit), self._shelf)
        return ProudFrames(self._proud, self._now.page, self._shelf, self._shelf.cells)
