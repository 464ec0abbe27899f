"""Choosing students on the board: those the next mark is for, and those who alone are shown."""

from typing import Protocol

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.shown import Only, Shown, shown_students
from board.screens.board.marking import Marked, Marking
from board.widgets.class_grid import ClassGrid

_SHOWN_AS = {
    Shown.NEEDS_STEP: "who needs {step} ({count})",
    Shown.READY: "who is ready to show {step} ({count})",
    Shown.CHOSEN: "who is chosen ({count})",
}
"""The title's words for those who alone are shown."""


class Grid(Marked, Protocol):
    """A board whose students are chosen."""

    @property
    def unit(self) -> Unit:
        """The unit on the board; only there when the class has any."""
        ...

    @property
    def grid(self) -> ClassGrid:
        """The grid; only there when the class has students and the unit has steps."""
        ...

    def show_grid(self) -> None:
        """Show the unit with those students who are to be shown."""


class Choosing:
    """Who is chosen and who alone is shown; its `action_` methods are those of the board that holds it.

    Args:
        board: The board.
        sitting: Who does something there, and in which class.
        marking: What does it and says so.
    """

    def __init__(self, board: Grid, sitting: Sitting, marking: Marking) -> None:
        self._board, self._book, self._marking = board, sitting.book, marking
        self._marks = Marks(sitting)
        self._only = Only()

    @property
    def students(self) -> tuple[Student, ...]:
        """The students that are shown."""
        everyone = self._book.students
        return tuple(one for one in everyone if one.id in self._only.ids) or everyone

    @property
    def step(self) -> Step | None:
        """The step they were chosen for, None where everyone is shown."""
        spots = self._board.unit.spots if self._book.units else ()
        return next((spot for spot in spots if spot.id == self._only.step), None)

    @property
    def told(self) -> str:
        """Who alone is shown and how many, also when some are no longer what they are shown as; empty for everyone."""
        step, students = self.step, self.students
        if step is None:
            return ""
        still = len(shown_students(self._only.shown, students, step, self._book.progress, self._only.ids))
        count = f"{still}" if still == len(students) else f"{still} of {len(students)}"
        return _SHOWN_AS[self._only.shown].format(step=step.title, count=count)

    def hides(self, student: str) -> bool:
        """Tell whether a student is not shown.

        Args:
            student: Id of the student, empty for none.
        """
        return bool(student and self._only.ids and student not in self._only.ids)

    def forget(self) -> None:
        """Let everyone be shown from now on."""
        self._only = Only()

    def show_everyone(self) -> None:
        """Show all students again."""
        self.forget()
        self._board.show_grid()

    def action_choose(self) -> None:
        """Choose the student under the cursor, or let them go."""
        self._board.grid.choose()

    def action_choose_all(self) -> None:
        """Choose everyone in sight, or let all go."""
        self._board.grid.choose_all()

    def action_choose_on(self, down: int) -> None:
        """Choose the student under the cursor and the next one."""
        grid = self._board.grid
        grid.chosen |= {grid.student.id}
        grid.action_move(down, 0)
        grid.chosen |= {grid.student.id}

    def action_let_go(self) -> None:
        """Let go of everyone chosen; then show all students again."""
        if self._board.grid.chosen:
            self._board.grid.chosen = frozenset()
        else:
            self.show_everyone()

    def action_away(self) -> None:
        """Students are away today, or are here after all."""
        students = [student for student, _ in self._board.targets]
        self._marking.do(lambda: self._marks.toggle_away(students))

    def action_filter(self) -> None:
        """Show only some students; kinds of which there is nobody are passed over."""
        shown = self._only.shown.after()
        while shown is not Shown.EVERYONE and not self._who_is(shown):
            shown = shown.after()
        wanted = () if shown is Shown.EVERYONE else self._who_is(shown)
        ids = frozenset(student.id for student in wanted)
        self._only = Only(shown, self._board.grid.step.id, ids) if wanted else Only()
        self._board.show_grid()

    def _who_is(self, shown: Shown) -> tuple[Student, ...]:
        grid = self._board.grid
        return shown_students(shown, self._book.students, grid.step, self._book.progress, grid.chosen)
