"""The grid of the board: where a mark brings a sticker, it grows out of its spot."""

from collections.abc import Collection

from textual.geometry import Region

from board.mastery.covering import may_grow, new_stickers, taken_back
from board.mastery.curriculum import Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from board.widgets.class_grid import ClassGrid
from board.widgets.grid_lines import RowState
from board.widgets.growing import Growing
from board.widgets.spot_painter import Stickers

Target = tuple[str, str]
"""A student and a step, by id."""


class GrowingGrid(ClassGrid):
    """A grid whose new stickers grow for half a second, as far as they are in sight and nobody near is hurt by it.

    It hides nothing and holds nothing up: with the first picture after the mark the sticker is there, small as it is, the words
    say so already, and what is marked or taken back meanwhile is painted as it is.

    Attributes:
        most: How many stickers may grow at a time now; with 0 none does.
    """

    most = 0

    def __init__(
        self, unit: Unit, students: tuple[Student, ...], progress: Progress, stickers: Stickers, zoom: int = 0
    ) -> None:
        super().__init__(unit, students, progress, stickers, zoom)
        self._growing: Growing[Target] = Growing(self, self._moved)

    def update(self, progress: Progress) -> None:
        """Show new progress, and let new stickers grow."""
        before = self._progress
        super().update(progress)
        self._growing.end(taken_back(self._growing.things, progress))
        if self.most and self._plan.zoom.has_stickers and self._growing.is_wanted:
            rows = [student.id for student in self._students]
            new = new_stickers(self._unit, rows, before, progress)
            if may_grow(new, rows, progress, self.most):
                self._growing.begin([one for one in new if self._is_in_sight(one)])

    def _state(self, row: int) -> RowState:
        state = super()._state(row)
        if not self._growing:
            return state
        student = self._students[row].id
        stages = {
            at: self._growing.stage((student, column.step.id))
            for at, column in enumerate(self._plan.columns)
            if (student, column.step.id) in self._growing
        }
        return state._replace(growing=stages)

    def _moved(self, targets: Collection[Target]) -> None:
        """Paint those that have grown, and nothing else."""
        for target in targets:
            for row, column in self._places(target):
                self._forget_row(row)
                self._refresh_spot(row, column)

    def _places(self, target: Target) -> list[tuple[int, int]]:
        """Give where a spot stands; nowhere once its child or its step is not shown any more."""
        student, step = target
        return [
            (row, column)
            for row, one in enumerate(self._students)
            if one.id == student
            for column, other in enumerate(self._plan.columns)
            if other.step.id == step
        ]

    def _is_in_sight(self, target: Target) -> bool:
        plan, (left, top) = self._plan, self._scrolled
        room = self.scrollable_content_region.size
        sight = Region(
            plan.names_width + left,
            plan.header_height + top,
            room.width - plan.names_width,
            room.height - plan.header_height,
        )
        return any(
            sight.overlaps(
                Region(
                    plan.names_width + plan.columns[column].left,
                    plan.header_height + row * plan.zoom.height,
                    plan.zoom.width,
                    plan.zoom.height,
                )
            )
            for row, column in self._places(target)
        )
