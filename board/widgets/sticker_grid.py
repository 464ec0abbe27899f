"""The sticker grid: every student's spots of one unit, as one widget whose cost does not depend on their number."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from board import commands
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Row, Status
from board.mastery.readiness import statuses
from board.themes import LEVEL_HUES
from board.widgets.grid_colours import GridColours, grid_colours, style
from board.widgets.grid_plan import ZOOMS, Column, GridPlan, Zoom, plan_grid, shortened, wrapped
from board.widgets.pieced_line import PiecedLine
from board.widgets.spot_painter import Look, SpotPainter, Stickers

_STRIPS_KEPT = 2_000
"""Lines kept before the grid starts over: more than any screen shows."""


class StickerGrid(ScrollView, can_focus=True):
    """A grid of spots with frozen names and header, and a cursor.

    It keeps finished lines (`Strip`s that remember their own text), so moving the cursor or marking a spot paints two
    spots. This leans on how Textual draws a line-API widget; `render_lines` is the one place that does.
    """

    ALLOW_SELECT = False
    BINDINGS = commands.bindings(commands.MOVING)
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

    @dataclass
    class Moved(Message):
        """The cursor is on another spot, or the spot under it has changed."""

        grid: "StickerGrid"
        student: Student
        step: Step

        @property
        def control(self) -> "StickerGrid":
            """The grid."""
            return self.grid

    @dataclass
    class Tapped(Message):
        """The spot under the cursor was tapped once more."""

        grid: "StickerGrid"

        @property
        def control(self) -> "StickerGrid":
            """The grid."""
            return self.grid

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
        self._statuses: dict[str, tuple[Row, tuple[Status, ...]]] = {}
        self._window = (0, 0)
        self._looks: GridColours | None = None
        self._painters: dict[tuple[Zoom, GridColours], SpotPainter] = {}
        self._plan = self._planned()

    @property
    def student(self) -> Student:
        """The student under the cursor."""
        return self._students[self._row]

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        return self._plan.columns[self._column].step

    def show(self, unit: Unit, students: tuple[Student, ...], progress: Progress) -> None:
        """Show another unit, other students, or both; the cursor stays on its student and step where they remain.

        Args:
            unit: Its steps are the columns.
            students: The rows, at least one.
            progress: What the spots show.
        """
        here = (self.student.id, self.step.id)
        self._unit, self._students, self._progress = unit, students, progress
        self._statuses.clear()
        self._replan()
        self._row, self._column = min(self._row, len(students) - 1), min(self._column, len(self._plan.columns) - 1)
        self.go_to(*here)

    def update(self, progress: Progress) -> None:
        """Show new progress: only rows that changed are painted again."""
        old, self._progress = self._progress, progress
        for row, student in enumerate(self._students):
            if progress.rows.get(student.id) is not old.rows.get(student.id):
                self._repaint_changed(row)

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
        self._looks = None
        self._strips.clear()

    def on_mount(self) -> None:
        """Show the cursor's spot and say where it is."""
        self._replan()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._strips.clear()
        self._scroll_to_cursor()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the tapped spot; a second tap is passed on."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        hit = self._plan.hit(offset.x, offset.y, *self._scrolled, len(self._students))
        row, column = hit.row, hit.column
        if (row, column) == (self._row, self._column):
            self.post_message(self.Tapped(self))
        else:
            self._move_to(self._row if row is None else row, self._column if column is None else column)

    def selection_updated(self, selection: Selection | None) -> None:
        """Do nothing: there is no text to select, and painting twice for each tap is slow."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part of the widget; finished lines are used again as they are."""
        width = self.scrollable_content_region.width
        window = (self._scrolled[0], width)
        if window != self._window or len(self._strips) > _STRIPS_KEPT:
            self._strips.clear()
            self._window = window
        lines = [self._line(y, width) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width == width:
            return lines
        return [line.crop(crop.x, crop.right) for line in lines]

    @property
    def _scrolled(self) -> tuple[int, int]:
        return round(self.scroll_x), round(self.scroll_y)

    @property
    def _colours(self) -> GridColours:
        """The colours of the theme, read once for each look."""
        if self._looks is None:
            self._looks = grid_colours(self.app.theme_variables)
        return self._looks

    @property
    def _painting(self) -> SpotPainter:
        key = (self._plan.zoom, self._colours)
        if key not in self._painters:
            self._painters[key] = SpotPainter(*key, self._stickers)
        return self._painters[key]

    def _planned(self) -> GridPlan:
        return plan_grid(self._unit, tuple(student.name for student in self._students), ZOOMS[self.zoom])

    def _replan(self) -> None:
        self._plan = self._planned()
        self._strips.clear()
        rows = len(self._students) * self._plan.zoom.height
        self.virtual_size = Size(self._plan.names_width + self._plan.width, self._plan.header_height + rows)
        self._scroll_to_cursor()
        self.refresh()

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
            self._scroll_to_cursor()
        self.post_message(self.Moved(self, self.student, self.step))

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor's spot into sight, a page at a time: rarely a big change instead of one at every key."""
        view = self.scrollable_content_region
        zoom, column = self._plan.zoom, self._plan.columns[self._column]
        across = view.width - self._plan.names_width
        down = view.height - self._plan.header_height
        if across <= 0 or down <= 0:
            return
        x = _page_with(self._scrolled[0], column.left - 1, column.left + zoom.width + 1, across, zoom.width)
        y = _page_with(self._scrolled[1], self._row * zoom.height, (self._row + 1) * zoom.height, down, zoom.height)
        if (x, y) != self._scrolled:
            self.scroll_to(x, y, animate=False)

    def _repaint_changed(self, row: int) -> None:
        student = self._students[row]
        before = self._statuses.pop(student.id, (None, ()))[1]
        self._forget_row(row)
        for column, (old, new) in enumerate(zip(before, self._row_statuses(student), strict=False)):
            if old is not new:
                self._refresh_spot(row, column)

    def _forget_row(self, row: int) -> None:
        for line in range(self._plan.zoom.height):
            self._strips.pop((row, line), None)

    def _refresh_spot(self, row: int, column: int) -> None:
        """Ask for a spot and its student's name to be painted."""
        plan, (scroll_x, scroll_y) = self._plan, self._scrolled
        top = plan.header_height + row * plan.zoom.height - scroll_y
        left = plan.names_width + plan.columns[column].left - scroll_x
        below = Region(0, plan.header_height, self.size.width, max(0, self.size.height - plan.header_height))
        spot = Region(left, top, plan.zoom.width, plan.zoom.height)
        name = Region(0, top, plan.names_width, plan.zoom.height)
        self.refresh(*(region for region in (spot.intersection(below), name.intersection(below)) if region))

    def _refresh_header(self, column: int) -> None:
        left = self._plan.names_width + self._plan.columns[column].left - self._scrolled[0]
        title = Region(left, 1, self._plan.zoom.width, self._plan.header_height - 1)
        for line in range(1, self._plan.header_height):
            self._strips.pop((-1, line), None)
        self.refresh(title)

    def _row_statuses(self, student: Student) -> tuple[Status, ...]:
        row = self._progress.row(student.id)
        known = self._statuses.get(student.id)
        if known is None or known[0] is not row:
            known = self._statuses[student.id] = (row, statuses(self._unit, row))
        return known[1]

    def _line(self, y: int, width: int) -> Strip:
        header = self._plan.header_height
        if y < header:
            row, line = -1, y
        else:
            row, line = divmod(y - header + self._scrolled[1], self._plan.zoom.height)
        if row >= len(self._students):
            return self._space(width)
        strip = self._strips.get((row, line))
        if strip is None:
            segments = self._header_line(line) if row < 0 else self._spots_line(row, line)
            strip = self._strips[row, line] = self._beside_names(self._name_cell(row, line), segments, width)
        return strip

    def _beside_names(self, name: Strip, pieces: Iterator[tuple[int, Strip]], width: int) -> Strip:
        """Put the pieces of a line, each with its place, beside the frozen name, cut to what is in sight."""
        left, across = self._scrolled[0], max(0, width - self._plan.names_width)
        line, end = [name], left
        for place, piece in pieces:
            if place > end:
                line.append(self._space(place - end))
            shown = piece.crop(max(0, end - place), left + across - place)
            line.append(shown)
            end = max(end, place + piece.cell_length)
        if end < left + across:
            line.append(self._space(left + across - end))
        return PiecedLine(line)

    def _space(self, width: int) -> Strip:
        return Strip([Segment(" " * width, self._colours.space)], width)

    def _columns_in_sight(self) -> Iterator[tuple[int, Column]]:
        left = self._scrolled[0]
        across = self.scrollable_content_region.width - self._plan.names_width
        for at in self._plan.columns_between(left, left + across):
            yield at, self._plan.columns[at]

    def _spots_line(self, row: int, line: int) -> Iterator[tuple[int, Strip]]:
        painter = self._painting
        now = self._row_statuses(self._students[row])
        odd = bool(row % 2) and not self._plan.zoom.has_stickers
        for at, column in self._columns_in_sight():
            cursor = row == self._row and at == self._column
            look = Look(now[at], column.step, column.level, column.boss, cursor, odd)
            yield column.left, painter.spot(look)[line]

    def _name_cell(self, row: int, line: int) -> Strip:
        width = self._plan.names_width
        if row < 0:
            return self._space(width)
        colours = self._colours
        here = row == self._row
        look = colours.name_cursor if here else colours.name_odd if row % 2 else colours.name
        name = self._students[row].name if line == (self._plan.zoom.height - 1) // 2 else ""
        shown = shortened(f"{'▌' if here else ' '}{name}", width)
        return Strip([Segment(set_cell_size(shown, width), look)], width)

    def _header_line(self, line: int) -> Iterator[tuple[int, Strip]]:
        return self._band() if line == 0 else self._titles(line - 1)

    def _band(self) -> Iterator[tuple[int, Strip]]:
        """Give the level names, each kept in sight while any of its columns is."""
        left, spot_width = self._scrolled[0], self._plan.zoom.width
        for level, columns in groupby((column for _, column in self._columns_in_sight()), key=lambda one: one.level):
            places = [column.left for column in columns]
            width = len(places) * spot_width
            hidden = max(0, left - places[0])
            title = shortened(f" {level + 1} {self._unit.levels[level].title}", width - hidden)
            text = set_cell_size(" " * hidden + title, width)
            yield places[0], Strip([Segment(text, self._colours.bands[level % LEVEL_HUES])], width)

    def _titles(self, line: int) -> Iterator[tuple[int, Strip]]:
        zoom = self._plan.zoom
        for at, column in self._columns_in_sight():
            if zoom.has_stickers:
                rows = wrapped(column.step.title, zoom.width, zoom.title_lines)
                text = rows[line] if line < len(rows) else ""
            else:
                text = "★" if column.boss else str(column.number)
            title = Segment(_centred(text, zoom.width), self._title_style(at, column))
            yield column.left, Strip([title], zoom.width)

    def _title_style(self, at: int, column: Column) -> Style:
        colours = self._colours
        ground = colours.ground(column.level, boss=column.boss, odd=bool(column.number % 2))
        if at == self._column:
            return style(colours.cursor, ground, bold=True)
        return style(colours.levels[column.level % LEVEL_HUES].hue, ground, bold=column.boss)


def _page_with(now: int, start: int, end: int, room: int, spot: int) -> int:
    """Give the scroll that shows start to end, kept where they are in sight, else with one more spot before or after.

    Args:
        now: The scroll at present.
        start: Where the wanted part starts.
        end: Where it ends.
        room: How much is in sight.
        spot: Size of one spot.
    """
    if start < now:
        return max(0, min(start, end + spot - room))
    if end > now + room:
        return max(0, start - spot if end - start + spot <= room else start)
    return now


def _centred(text: str, width: int) -> str:
    return set_cell_size(" " * ((width - cell_len(text)) // 2) + text, width)
