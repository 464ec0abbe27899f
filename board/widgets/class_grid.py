"""The sticker grid of a class: several students can be chosen in it, so that one mark is for all of them."""

from textual import events
from textual.message import Message
from textual.reactive import var

from board.mastery.people import Student
from board.widgets.browser import TOUCH_CLASS
from board.widgets.grid_lines import RowState
from board.widgets.grid_plan import Hit
from board.widgets.sticker_grid import StickerGrid


class ClassGrid(StickerGrid):
    """A sticker grid in which students are chosen by key, by a tap on the name, or by dragging over their spots."""

    chosen: var[frozenset[str]] = var(frozenset())
    """Ids of the students the next mark is for, as far as they are shown; none means the one under the cursor."""

    away: var[frozenset[str]] = var(frozenset())
    """Ids of the students who are away today."""

    class LetGo(Message):
        """Everyone who was chosen was let go by a tap on somebody else's spot."""

    _pressed: Hit | None = None
    """Where the mouse was pressed, while it is."""

    _aimed_at: tuple[str, str] = ("", "")
    """What the mouse was pressed on, by id: a press that is let go on something else is no tap."""

    _dragged = False
    """Whether the mouse has been dragged since it was pressed: then letting it go is no tap."""

    @property
    def chosen_students(self) -> tuple[Student, ...]:
        """The chosen students that are shown, top first."""
        return tuple(student for student in self._students if student.id in self.chosen)

    def choose(self) -> None:
        """Choose the student under the cursor, or let them go."""
        self.chosen ^= {self.student.id}

    def choose_all(self) -> None:
        """Choose everyone in the grid; let them go when they are chosen already."""
        everyone = frozenset(student.id for student in self._students)
        self.chosen = frozenset() if self.chosen == everyone else everyone

    def watch_chosen(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Paint those anew who were chosen or let go."""
        self._repaint(old ^ new)

    def watch_away(self, old: frozenset[str], new: frozenset[str]) -> None:
        """Paint those anew who came or went."""
        self._repaint(old ^ new)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a drag may begin."""
        self._dragged = False
        self._pressed = self._hit(event.get_content_offset(self))
        self._aimed_at = self._ids(*self._pressed) if self._pressed else ("", "")
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Choose the students a drag goes over, for the step it began on."""
        if self._pressed is None or self._pressed.row is None:
            return
        row = self._row_at(event.get_content_offset_capture(self).y)
        if row != self._pressed.row or self._dragged:
            self._dragged = True
            first, last = sorted((row, self._pressed.row))
            self._move_to(row, self._column if self._pressed.column is None else self._pressed.column)
            self.chosen = frozenset(student.id for student in self._students[first : last + 1])

    def on_mouse_up(self) -> None:
        """End a drag."""
        self._pressed = None
        self.release_mouse()

    def on_mouse_release(self) -> None:
        """A finger that scrolls chooses nobody."""
        self._pressed = None

    def _tap(self, row: int | None, column: int | None) -> None:
        """A tap on a name chooses, one on the title of the step chooses everyone; one that ends a drag does nothing."""
        if self._dragged or self._ids(row, column) != self._aimed_at:
            return
        if not self._plan.zoom.has_stickers and self.app.has_class(TOUCH_CLASS):
            self._come_closer(row, column)
            return
        if (row, column) == (None, self._column):
            self.choose_all()
            return
        if row is not None and column is not None and self._is_for_others(row):
            self.chosen = frozenset()
            self._move_to(row, column)
            self.post_message(self.LetGo())
            return
        super()._tap(row, column)
        if column is None and row is not None:
            self.choose()

    def _come_closer(self, row: int | None, column: int | None) -> None:
        """Go to a spot of the overview, which is too small for a finger, and make all of them large."""
        self._move_to(self._row if row is None else row, self._column if column is None else column)
        self.zoom += 1

    def _is_for_others(self, row: int) -> bool:
        """Tell whether the next mark is for children of whom this one is none."""
        return bool(self.chosen_students) and self._students[row] not in self.chosen_students

    def _ids(self, row: int | None, column: int | None) -> tuple[str, str]:
        """Give the student and the step that stand here, by id."""
        student = "" if row is None else self._students[row].id
        return student, "" if column is None else self._plan.columns[column].step.id

    def _row_at(self, y: int) -> int:
        """Give the row at a height of the widget, also above and below its rows."""
        down = y - self._plan.header_height + self._scrolled[1]
        return max(0, min(down // self._plan.zoom.height, len(self._students) - 1))

    def _move_to(self, row: int, column: int) -> None:
        old_column = self._column
        super()._move_to(row, column)
        if self._column != old_column:
            self._repaint(self.chosen)

    def _state(self, row: int) -> RowState:
        student = self._students[row].id
        return RowState(row == self._row, student in self.chosen, student in self.away)

    def _repaint(self, ids: frozenset[str]) -> None:
        for row, student in enumerate(self._students) if ids else ():
            if student.id in ids:
                self._forget_row(row)
                self._refresh_below_header(0, row, self.size.width)
