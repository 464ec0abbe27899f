"""The outline of a unit on the screen: levels and steps, and a card about one of them."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from board.art.cells import StickerCells
from board.art.starter import step_badges
from board.mastery.curriculum import Level, Step, Unit, steps_by_id
from board.screens.units.unit_outline import LEVEL, STEP, about_level, about_step, rows_of
from board.store.book import Book
from board.widgets.picture import Picture
from board.widgets.row_list import RowList

_ACROSS = 12
"""Pixels of the picture on the card."""

_WIDEST = 60
"""Most cells of a line, so that its remark stands near its title."""


class Outline(Horizontal):
    """The outline of a unit with a card of the step or level under the cursor.

    Args:
        book: The open class.
        unit_id: The unit to start with; one that is not there means the first.
        cells: Where pictures come from.
    """

    def __init__(self, book: Book, unit_id: str, cells: StickerCells) -> None:
        super().__init__()
        self._book, self._unit_id, self._cells = book, unit_id, cells

    def compose(self) -> ComposeResult:
        """Outline and card."""
        with Vertical(id="listed"):
            yield RowList()
            yield Static(id="empty", markup=False)
        with Vertical(id="card"):
            yield Picture(self._cells.pixels, _ACROSS)
            yield Static(id="about", markup=False)

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

    def turn_to(self, unit_id: str) -> None:
        """Be about another unit from now on; it is shown with the next `show`.

        Args:
            unit_id: Id of the unit.
        """
        self._unit_id = unit_id

    def show(self, go_to: str = "") -> None:
        """Show the unit as it is now.

        Args:
            go_to: Id of the row to put the cursor on, empty to leave it where it is.
        """
        unit, listed = self.unit, self.query_one(RowList)
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
        self._show_card()

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
        about = (
            about_step(unit, step, self._book.units) if step else about_level(level, titles, two_adults=unit.two_adults)
        )
        self.query_one("#about", Static).update(about)
