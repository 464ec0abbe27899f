"""The peer: a class on Textual's own DataTable. Arrows move, t and u change the cell under the cursor."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from board.mastery.progress import Status
from board.mastery.readiness import statuses
from board.store.class_book import ClassBook
from board.words import glyph


class StockTable(App[None]):
    """Shows the first unit of a class.

    Args:
        book: The class.
    """

    BINDINGS = [("t", "put('◔')"), ("u", "put('·')")]  # noqa: RUF012 - as every Textual app has them

    def __init__(self, book: ClassBook) -> None:
        super().__init__()
        self._book = book

    def compose(self) -> ComposeResult:
        """The table alone."""
        yield DataTable(cursor_type="cell", fixed_columns=1)

    def on_mount(self) -> None:
        """Fill in the class."""
        unit = self._book.units[0]
        table = self.query_one(DataTable[str])
        table.add_columns("", *(step.title[:8] for step in unit.spots))
        for student in self._book.students:
            now: tuple[Status, ...] = statuses(unit, self._book.progress.row(student.id))
            table.add_row(student.name, *(glyph(status, boss=False) for status in now))

    def action_put(self, sign: str) -> None:
        """Change the cell under the cursor."""
        table = self.query_one(DataTable[str])
        table.update_cell_at(table.cursor_coordinate, sign)


if __name__ == "__main__":
    StockTable(ClassBook(Path(sys.argv[1]), "peer")).run()
