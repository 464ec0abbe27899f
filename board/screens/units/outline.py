"""The outline of a unit on the screen: levels and steps, a card about one of them, and what a teacher should look at."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from board.art.cells import StickerCells
from board.art.starter import step_badges
from board.mastery.curriculum import Level, Step, Unit, steps_by_id
from board.screens.parts.live import LiveScreen
from board.screens.units.unit_outline import LEVEL, STEP, about_level, about_step, rows_of
from board.store.book import Book
from board.widgets.command import Command
from board.widgets.key_bar import KeyBar
from board.widgets.picture import Picture
from board.widgets.row_list import RowList
from board.words.units import unit_doubts

_ACROSS = 12
"""Pixels of the picture on the card."""

_WIDEST = 60
"""Most cells of a line, so that its remark stands near its title."""

_DOUBTS = 3
"""Doubts shown at once."""


class OutlineScreen(LiveScreen[None]):
    """The outline of a unit with a card of the step or level under the cursor.

    Args:
        book: The open class.
        unit_id: The unit to start with; one that is not there means the first.
        cells: Where pictures come from.
        keys: What stands at the foot.
        step_id: The step to start on, or empty.
    """

    CSS_PATH = "outline.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012 - as Screen has it

    def __init__(
        self, book: Book, unit_id: str, cells: StickerCells, keys: Sequence[Command], step_id: str = ""
    ) -> None:
        super().__init__(book)
        self._unit_id, self._cells = unit_id, cells
        self._keys, self._first = keys, step_id

    def compose(self) -> ComposeResult:
        """Title, outline and card, what to look at, what was done, keys."""
        yield Static(id="title", markup=False)
        with Horizontal():
            with Vertical(id="listed"):
                yield RowList()
                yield Static(id="empty", markup=False)
            with Vertical(id="card"):
                yield Picture(self._cells.pixels, _ACROSS)
                yield Static(id="about", markup=False)
        yield Static(id="doubts", markup=False)
        yield Static(id="said", markup=False)
        yield KeyBar(self._keys)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._show, self._first and STEP + self._first)
        self._first = ""

    def show_class(self) -> None:
        """Show the unit as it is now."""
        self._show()

    @property
    def unit(self) -> Unit | None:
        """The unit, None in a class without any."""
        units = self._book.units
        return next((unit for unit in units if unit.id == self._unit_id), units[0] if units else None)

    @property
    def step(self) -> Step | None:
        """The step or Boss under the cursor."""
        here = self.query_one(RowList).here or ""
        spots = self.unit.spots if self.unit else ()
        return next((spot for spot in spots if STEP + spot.id == here), None)

    @property
    def level(self) -> Level | None:
        """The level under the cursor, or that of the step there."""
        unit, step, here = self.unit, self.step, self.query_one(RowList).here or ""
        if unit is None or step is not None:
            return unit.level_of(step.id) if unit and step else None
        return next((level for level in unit.levels if LEVEL + level.id == here), None)

    def _show(self, go_to: str = "") -> None:
        unit, listed = self.unit, self.query_one(RowList)
        self.query_one("#title", Static).update(self._title())
        listed.fill(rows_of(unit, min(_WIDEST, self.query_one("#listed").content_size.width - 3)) if unit else ())
        if go_to:
            listed.go_to(go_to)
        empty = self.query_one("#empty", Static)
        empty.update(
            "This unit has no steps yet.\n\nPress a and write the first one."
            if unit
            else "No unit yet.\n\nPress n and paste your I-can lines; a blank line starts a new level."
        )
        listed.display = bool(unit and unit.levels)
        empty.display = not listed.display
        doubts = unit_doubts(unit) if unit and unit.levels else ()
        more = [f"and {len(doubts) - _DOUBTS + 1} more to look at"] if len(doubts) > _DOUBTS else []
        self.query_one("#doubts", Static).update("\n".join([*doubts[: _DOUBTS - len(more)], *more]))
        self._show_card()

    def _title(self) -> str:
        unit, units = self.unit, self._book.units
        if unit is None:
            return f"{self._book.name}  ·  Steps"
        number = f"  ·  unit {units.index(unit) + 1} of {len(units)}" if len(units) > 1 else ""
        return f"{self._book.name}  ·  Steps of {unit.title}{number}"

    @on(RowList.OptionHighlighted)
    def _show_card(self) -> None:
        unit, step, level = self.unit, self.step, self.level
        self.query_one("#card").set_class(level is None, "-nothing")
        if unit is None or level is None:
            return
        picture = self.query_one(Picture)
        path = step_badges().get(step.badge) if step else None
        picture.show(path)
        picture.display = path is not None
        titles = {id_: one.title for id_, one in steps_by_id([unit]).items()}
        about = about_step(unit, step, self._book.units) if step else about_level(level, titles)
        self.query_one("#about", Static).update(about)

    def _say(self, said: str) -> None:
        self.query_one("#said", Static).update(Content(said))
