"""The kiosk while nobody is there: the class's quilt, turning, and a hand that says touch me."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from board.art.shelf import StickerShelf
from board.mastery.curriculum import Unit
from board.screens.kiosk.idle import Idle, Presence
from board.screens.kiosk.own_signs import sign_grid
from board.screens.kiosk.quilts import earned_of, leads_on, sign_instead, units_with_quilts
from board.screens.kiosk.visit import Visits
from board.screens.parts.keys_here import does_nothing
from board.screens.parts.live import LiveScreen
from board.screens.pictures.preparing import keep_prepared
from board.seat.seat import Seat
from board.store.book import Book
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.quilt import Quilt
from board.widgets.sign_board_plan import plan_board
from board.widgets.sign_painter import side_of
from board.widgets.touch_bar import TouchBar

_TURN = 60.0
"""Seconds until the quilt of the next unit comes up."""

_LOOK = 0.5
"""Seconds between looks whether somebody is still there."""


class KioskQuilt(LiveScreen[None]):
    """What stands on the kiosk for everybody: no names, no numbers, nothing that is still to come.

    Args:
        seat: Where one sits.
        book: The open class.
        shelf: Where stickers come from.
        adult: Called when the adults' corner is pressed.
        presence: What the kiosk knows of whoever stands there.
    """

    CSS_PATH = "kiosk.tcss"
    KEYS = (
        KeyGroup(
            "The kiosk",
            (Command("adult", "0,ctrl+q", "Adults", "For adults: leave the kiosk, or change how it is."),),
            ("Any other key, or a tap, shows the signs of the children.",),
        ),
    )
    BINDINGS = bindings(KEYS)
    ALLOW_SELECT: ClassVar[bool] = False
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (16, "-low"), (32, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self,
        seat: Seat,
        book: Book,
        shelf: StickerShelf,
        adult: Callable[[], object],
        presence: Presence,
    ) -> None:
        super().__init__(book)
        self._shelf, self._adult = shelf, adult
        self._sewn_unit: Unit | None = None
        self._unit_id = ""
        self.visits = Visits(seat, book, shelf, self, presence.clock)
        self.idle = Idle(self, self._patience, presence, self.visits.end)

    def compose(self) -> ComposeResult:
        """The quilt of a unit or a sentence, and what to press."""
        unit = self._unit
        self._unit_id = "" if unit is None else unit.id
        yield Static(unit.title if unit is not None else "", id="title", markup=False)
        yield self._sewn(unit)
        yield TouchBar(leads_on=self._leads_on)

    def on_mount(self) -> None:
        """Turn, look whether somebody is still there, and have stickers cut as they are wanted."""
        keep_prepared(self, self._shelf)
        self.run_worker(partial(self._prepare_signs, *self.app.size), thread=True, exit_on_error=False, group="signs")
        self.set_interval(_TURN, self.turn_over)
        self.set_interval(_LOOK, self.idle.look)

    def show_class(self) -> None:
        """Sew what was earned meanwhile into the quilt; where there is another one, or none yet, begin anew."""
        unit, quilts = self._unit, list(self.query(Quilt))
        if quilts and unit is not None and unit is self._sewn_unit:
            quilts[0].show(earned_of(self.book, unit))
        else:
            self.refresh(recompose=True)

    def turn_over(self) -> None:
        """Show the quilt of the next unit, where there is one and things move here."""
        ids = [unit.id for unit in units_with_quilts(self.book)]
        if self.is_active and self.app.animation_level != "none" and len(ids) > 1:
            at = ids.index(self._unit_id) if self._unit_id in ids else -1
            self._unit_id = ids[(at + 1) % len(ids)]
            self.refresh(recompose=True)

    @property
    def is_for_children(self) -> bool:
        """The whole class looks."""
        return True

    def action_adult(self) -> None:
        """Let an adult in."""
        self._adult()

    def on_key(self, event: events.Key) -> None:
        """Any other key goes to the signs, and does nothing else."""
        if does_nothing(event, self):
            self._begin()

    def on_click(self) -> None:
        """Go to the signs."""
        self._begin()

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002 - there is no place for it
        """Take no text, and say nothing of it."""
        return True

    @on(TouchBar.Pressed)
    def _press(self, message: TouchBar.Pressed) -> None:
        if message.adult:
            self._adult()
        else:
            self._begin()

    def _begin(self) -> None:
        if self._leads_on:
            self.visits.begin()

    def _prepare_signs(self, width: int, height: int) -> None:
        """Draw the signs while nobody is there, so that they are up at once; once drawn they are kept on the disk."""
        signs, has_digits = sign_grid(self.book.everyone, self._shelf.cells), not self.app.has_class(TOUCH_CLASS)
        plan = plan_board(signs, width, height, has_digits=has_digits)
        if plan is not None:
            side = side_of(plan.box(0))
            for tile in (tile for page in plan.pages for tile in page if tile is not None):
                tile.picture(side, (0, 0, 0))

    def _patience(self) -> float:
        student = self.visits.student
        return self.book.about.kiosk.idle * (1 if student is None else student.patience)

    @property
    def _leads_on(self) -> bool:
        """Whether there is a child that has something to do."""
        return leads_on(self.book)

    @property
    def _unit(self) -> Unit | None:
        """The unit whose quilt is up, as it is now; the first one where that has no stickers any more."""
        units = units_with_quilts(self.book)
        return next((unit for unit in units if unit.id == self._unit_id), units[0] if units else None)

    def _sewn(self, unit: Unit | None) -> Widget:
        if unit is None:
            return sign_instead(self.book)
        self._sewn_unit = unit
        return Quilt(unit, earned_of(self.book, unit), self._shelf)
