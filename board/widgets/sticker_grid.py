"""The sticker grid: every student's spots of one unit, as one widget whose cost does not depend on their number."""

from dataclasses import dataclass

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import HasKeys, bindings
from board.widgets.grid_colours import GridColours, grid_colours
from board.widgets.grid_keys import MOVING, SIGNS
from board.widgets.grid_lines import GridLines, RowState, Sight
from board.widgets.grid_plan import NAMES_WIDEST, ZOOMS, GridPlan, Hit, Zoom, most_for_names, plan_grid
from board.widgets.own_lines import as_shown
from board.widgets.seen_rows import SeenRows, changed_rows
from board.widgets.spot_painter import SpotPainter, Stickers

_HEADER = -1
"""Row number of the header's lines."""

_STRIPS_KEPT = 2_000
"""Lines kept before the grid starts over: more than any screen shows."""


class StickerGrid(HasKeys, ScrollView, can_focus=True):
    """A grid of spots with frozen names and header, and a cursor.

    It keeps finished lines (`Strip`s that remember their own text), so moving the cursor or marking a spot paints two
    spots. This leans on how Textual draws a line-API widget; `render_lines` is the one place that does.
    """

    ALLOW_SELECT = False
    KEYS = (MOVING,)
    LEGENDS = (SIGNS,)
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = """
    StickerGrid {
        overflow-y: scroll;
        scrollbar-size: 1 1;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        scrollbar-corner-color: $surface;
        scrollbar-color: $panel;
    }
    """

    zoom: var[int] = var(0)
    """Number of the zoom in `ZOOMS`."""

    here: var[tuple[str, str]] = var(("", ""))
    """Student and step under the cursor, by id. Watched, not told by a message: what is said about the spot is then
    painted together with the cursor, not a frame later."""

    @dataclass
    class Tapped(Message):
        """The spot under the cursor was tapped once more: of this student and this step, by id."""

        student: str
        step: str

    def __init__(
        self, unit: Unit, students: tuple[Student, ...], progress: Progress, stickers: Stickers, zoom: int = 0
    ) -> None:
        """Make a grid.

        Args:
            unit: Its steps are the columns.
            students: The rows, at least one.
            progress: What the spots show.
            stickers: Where pictures come from.
            zoom: Number of the zoom in `ZOOMS`.
        """
        super().__init__()
        self.set_reactive(StickerGrid.zoom, zoom)
        self._unit, self._students, self._progress = unit, students, progress
        self._stickers = stickers
        self._row, self._column = 0, 0
        self._strips: dict[tuple[int, int], Strip] = {}
        self._seen = SeenRows()
        self._window: tuple[object, ...] = ()
        self._kept_lines: GridLines | None = None
        self._painters: dict[tuple[Zoom, GridColours], SpotPainter] = {}
        self._plan = self._planned(NAMES_WIDEST)

    @property
    def student(self) -> Student:
        """The student under the cursor."""
        return self._students[self._row]

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        return self._plan.columns[self._column].step

    @property
    def eye(self) -> Offset:
        """The middle of the spot under the cursor."""
        zoom, (left, top) = self._plan.zoom, self._scrolled
        x = self._plan.names_width + self._plan.columns[self._column].left - left
        return Offset(x + zoom.width // 2, self._plan.header_height + self._row * zoom.height - top + zoom.height // 2)

    def show(self, unit: Unit, students: tuple[Student, ...], progress: Progress) -> None:
        """Show another unit, other students, or both; the cursor stays on its student and step where they remain.

        Args:
            unit: Its steps are the columns.
            students: The rows, at least one.
            progress: What the spots show.
        """
        here = (self.student.id, self.step.id)
        self._unit, self._students, self._progress = unit, students, progress
        self._seen.clear()
        self._row, self._column = min(self._row, len(students) - 1), min(self._column, len(unit.spots) - 1)
        self._replan()
        self.go_to(*here)

    def update(self, progress: Progress) -> None:
        """Show new progress: only rows that changed are painted again."""
        old, self._progress = self._progress, progress
        for row in changed_rows(self._students, old, progress):
            self._repaint_changed(row, old)

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""
        self._strips.clear()
        self.refresh()

    def go_to(self, student_id: str, step_id: str) -> None:
        """Put the cursor on a spot; what is not on this grid is left as it is."""
        row = next((at for at, student in enumerate(self._students) if student.id == student_id), self._row)
        column = next((at for at, column in enumerate(self._plan.columns) if column.step.id == step_id), self._column)
        self._move_to(row, column)

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor by rows and columns."""
        self._move_to(self._row + down, self._column + right)

    def action_page(self, pages: int) -> None:
        """Move the cursor by screens of rows."""
        rows = (self.scrollable_content_region.height - self._plan.header_height) // self._plan.zoom.height
        self._move_to(self._row + pages * max(1, rows), self._column)

    def action_edge(self, down: int, right: int) -> None:
        """Move the cursor to the first or last row or column."""
        self._move_to(self._row + down * len(self._students), self._column + right * len(self._plan.columns))

    def watch_zoom(self) -> None:
        """Lay everything out anew."""
        self._replan()

    def notify_style_update(self) -> None:
        """Paint everything in the new colours."""
        super().notify_style_update()
        self._kept_lines = None
        self._strips.clear()

    def on_mount(self) -> None:
        """Lay out, now that the room is known."""
        self._replan()

    def on_resize(self) -> None:
        """Use the room there is, and keep the cursor in sight."""
        self._replan()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the tapped spot; a second tap is passed on."""
        hit = self._hit(event.get_content_offset(self))
        if hit is not None:
            self._tap(*hit)

    def _hit(self, offset: Offset | None) -> Hit | None:
        """Give what lies under a point of the grid."""
        return None if offset is None else self._plan.hit(offset.x, offset.y, *self._scrolled, len(self._students))

    def _tap(self, row: int | None, column: int | None) -> None:
        if (row, column) == (self._row, self._column):
            self.post_message(self.Tapped(self.student.id, self.step.id))
        else:
            self._move_to(self._row if row is None else row, self._column if column is None else column)

    def selection_updated(self, selection: Selection | None) -> None:
        """Do nothing: there is no text to select, and painting twice for each tap is slow."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part of the widget; finished lines are used again as they are."""
        width = self.scrollable_content_region.width
        left, top = self._scrolled
        window = (left, width, *self.get_line_filters())
        if window != self._window or len(self._strips) > _STRIPS_KEPT:
            self._strips.clear()
            self._window = window
        sight = Sight(left, width, self._column)
        lines = [self._line(y, top, sight) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width == width:
            return lines
        return [line.crop(crop.x, crop.right) for line in lines]

    @property
    def _scrolled(self) -> tuple[int, int]:
        return round(self.scroll_x), round(self.scroll_y)

    @property
    def _lines(self) -> GridLines:
        """What makes lines of this plan in the colours of the theme, kept until one of them changes."""
        if self._kept_lines is None:
            key = (self._plan.zoom, grid_colours(self.app.theme_variables))
            if key not in self._painters:
                self._painters[key] = SpotPainter(*key, self._stickers)
            self._kept_lines = GridLines(
                self._plan, tuple(level.title for level in self._unit.levels), self._painters[key]
            )
        return self._kept_lines

    def _planned(self, most: int) -> GridPlan:
        return plan_grid(self._unit, tuple(student.name for student in self._students), ZOOMS[self.zoom], most)

    def _replan(self) -> None:
        is_touched = self.app.has_class(TOUCH_CLASS)
        self._plan = self._planned(most_for_names(self.app.size.width) if is_touched else NAMES_WIDEST)
        self._kept_lines = None
        self._strips.clear()
        rows = len(self._students) * self._plan.zoom.height
        self.virtual_size = Size(self._plan.names_width + self._plan.width, self._plan.header_height + rows)
        self._show_scrollbar()
        self._scroll_to_cursor()
        self.refresh()

    def _show_scrollbar(self) -> None:
        """Decide on the lower scrollbar at once: found out by laying out, it would cost a second painting of all."""
        room = (self.size.width or self.app.size.width) - self.styles.scrollbar_size_vertical
        self.styles.overflow_x = "scroll" if self.virtual_size.width > room else "hidden"
        self.horizontal_scrollbar.position = self.scroll_x  # Textual tells it nothing while it is hidden

    def _move_to(self, row: int, column: int) -> None:
        row = max(0, min(row, len(self._students) - 1))
        column = max(0, min(column, len(self._plan.columns) - 1))
        old_row, old_column = self._row, self._column
        if (row, column) != (old_row, old_column):
            self._row, self._column = row, column
            for at in {row, old_row}:
                self._forget_row(at)
            for at in {column, old_column} if column != old_column else ():
                self._refresh_header(at)
            self._refresh_spot(old_row, old_column)
            self._refresh_spot(row, column)
            for at in {row, old_row} if row != old_row else ():
                self._refresh_below_header(0, at, self._plan.names_width)
            self._scroll_to_cursor()
        self.here = (self.student.id, self.step.id)

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor's spot into sight."""
        scrolled = self._plan.scrolled_to(self._row, self._column, self.scrollable_content_region.size, self._scrolled)
        if scrolled != self._scrolled:
            self.scroll_to(*scrolled, animate=False)

    def _repaint_changed(self, row: int, before: Progress) -> None:
        student = self._students[row].id
        was = self._seen.of(student, self._unit, before)
        self._forget_row(row)
        for column, (old, new) in enumerate(zip(was, self._seen.of(student, self._unit, self._progress), strict=True)):
            if old != new:
                self._refresh_spot(row, column)

    def _forget_row(self, row: int) -> None:
        for line in range(self._plan.zoom.height):
            self._strips.pop((row, line), None)

    def _refresh_spot(self, row: int, column: int) -> None:
        left = self._plan.names_width + self._plan.columns[column].left - self._scrolled[0]
        self._refresh_below_header(left, row, self._plan.zoom.width)

    def _refresh_below_header(self, left: int, row: int, width: int) -> None:
        """Ask for a part of a row to be painted, unless it is out of sight."""
        header, height = self._plan.header_height, self._plan.zoom.height
        below = Region(0, header, self.size.width, max(0, self.size.height - header))
        part = Region(left, header + row * height - self._scrolled[1], width, height).intersection(below)
        if part:
            self.refresh(part)

    def _refresh_header(self, column: int) -> None:
        left = self._plan.names_width + self._plan.columns[column].left - self._scrolled[0]
        title = Region(left, 1, self._plan.zoom.width, self._plan.header_height - 1)
        for line in range(self._plan.header_height):
            self._strips.pop((_HEADER, line), None)
        self.refresh(title)

    def _line(self, y: int, top: int, sight: Sight) -> Strip:
        header = self._plan.header_height
        row, line = (_HEADER, y) if y < header else divmod(y - header + top, self._plan.zoom.height)
        strip = self._strips.get((row, line))
        if strip is None:
            made = as_shown(self._made(row, sight), self)
            self._strips |= {(row, at): one for at, one in enumerate(made)}
            strip = self._strips[row, line]
        return strip

    def _made(self, row: int, sight: Sight) -> tuple[Strip, ...]:
        """Make all lines of a row, which have most of the work in common."""
        if row >= len(self._students):
            return (self._lines.blank(sight.width),) * self._plan.zoom.height
        if row == _HEADER:
            return self._lines.header(sight)
        student = self._students[row]
        seen = self._seen.of(student.id, self._unit, self._progress)
        return self._lines.spots(student.name, seen, row, sight, self._state(row))

    def _state(self, row: int) -> RowState:
        return RowState(here=row == self._row)
