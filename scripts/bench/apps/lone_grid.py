"""The sticker grid alone, with a made-up class of any size. Arrows and pages move, m marks."""

import sys
from itertools import count

from textual.app import App, ComposeResult

from board.art.cells import Pixels, StickerCells
from board.art.starter import step_badges
from board.cli.context import seat_here
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.pictures import Face
from board.terminal.themes import THEMES
from board.widgets.sticker_grid import StickerGrid
from scripts.bench.classes import mark, shared_progress, students_of, unit_of

STICKERS = 1
"""Number of the zoom."""


class LoneGrid(App[None]):
    """Shows the grid.

    Args:
        students: How many rows.
        steps: How many columns.
    """

    ALLOW_SELECT = False

    def __init__(self, students: int, steps: int) -> None:
        super().__init__()
        self._unit, self._students = unit_of(steps), students_of(students)
        self._progress = shared_progress(self._unit, self._students)
        self._cells = StickerCells(seat_here().cache / "cells")
        self._numbers = count(1_000_000)
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours of the grid."""
        return THEMES[0].variables

    def compose(self) -> ComposeResult:
        """The grid alone."""
        yield StickerGrid(self._unit, self._students, self._progress, self._sticker, STICKERS)

    def key_m(self) -> None:
        """Mark the spot under the cursor, each time as something else."""
        grid = self.query_one(StickerGrid)
        number = next(self._numbers)
        kind = Kind.PRACTISING if number % 2 else Kind.READY
        self._progress = self._progress.after([mark(number, grid.student.id, grid.step.id, kind)])
        grid.update(self._progress)

    def _sticker(self, step: Step, _face: Face | None, size: int) -> Pixels | None:
        return self._cells.pixels(step_badges()[step.badge], size)


if __name__ == "__main__":
    LoneGrid(int(sys.argv[1]), int(sys.argv[2])).run()
