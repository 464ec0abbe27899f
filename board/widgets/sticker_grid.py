"""The sticker grid: every student's spots of one unit, as one widget whose cost does not depend on their number."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.color import Color
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
from board.art.cells import Colour
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Row, Status
from board.mastery.readiness import statuses
from board.widgets.grid_plan import ZOOMS, Column, GridPlan, plan_grid, shortened, wrapped
from board.widgets.spot_painter import Hues, Look, SpotPainter, Stickers, style

_LEVEL_HUES = 4
_STRIPS_KEPT = 2_000
"""Lines kept before the grid starts over: more than any screen shows."""


class StickerGrid(ScrollView, can_focus=True):
    """A grid of spots with frozen names and header, and a cursor.

    It keeps finished lines (`Strip`s that remember their own text), so moving the cursor or marking a spot paints two
    spots. This leans on how Textual draws a line-API widget; `render_lines` is the one place that does.
    """

    ALLOW_SELECT = False
    BINDINGS = commands.bindings(commands.MOVING)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sticker-grid--name",
        "sticker-grid--name-odd",
        "sticker-grid--name-cursor",
        "sticker-grid--cursor",
        "sticker-grid--gold",
        *(f"sticker-grid--level-{number}" for number in range(1, _LEVEL_HUES + 1)),
        *(f"sticker-grid--boss-{number}" for number in range(1, _LEVEL_HUES + 1)),
        *(f"sticker-grid--band-{number}" for number in range(1, _LEVEL_HUES + 1)),
        "sticker-grid--hole",
    }
    DEFAULT_CSS = """
    StickerGrid {
        scrollbar-size: 1 1;
        & > .sticker-grid--name { color: $foreground; background: $background; }
        & > .sticker-grid--name-odd { color: $foreground; background: $surface; }
        & > .sticker-grid--name-cursor { color: $background; background: $accent; text-style: bold; }
        & > .sticker-grid--cursor { background: $accent; }
        & > .sticker-grid--gold { background: $gold; }
        & > .sticker-grid--hole { background: $spot; }
        & > .sticker-grid--level-1 { color: $level-1; background: $level-1-panel; }
        & > .sticker-grid--level-2 { color: $level-2; background: $level-2-panel; }
        & > .sticker-grid--level-3 { color: $level-3; background: $level-3-panel; }
        & > .sticker-grid--level-4 { color: $level-4; background: $level-4-panel; }
        & > .sticker-grid--boss-1 { color: $level-1; background: $level-1-boss; }
        & > .sticker-grid--boss-2 { color: $level-2; background: $level-2-boss; }
        & > .sticker-grid--boss-3 { color: $level-3; background: $level-3-boss; }
        & > .sticker-grid--boss-4 { color: $level-4; background: $level-4-boss; }
        & > .sticker-grid--band-1 { color: $on-level; background: $level-1; text-style: bold; }
        & > .sticker-grid--band-2 { color: $on-level; background: $level-2; text-style: bold; }
        & > .sticker-grid--band-3 { color: $on-level; background: $level-3; text-style: bold; }
        & > .sticker-grid--band-4 { color: $on-level; background: $level-4; text-style: bold; }
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
        self._painter: SpotPainter | None = None
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
        self._painter = None
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
    def _painting(self) -> SpotPainter:
        if self._painter is None:
            hole = self._ground("hole")
            numbers = range(1, _LEVEL_HUES + 1)
            hues = (
                Hues(self._front(f"level-{n}"), self._ground(f"level-{n}"), self._ground(f"boss-{n}"), hole)
                for n in numbers
            )
            cursor, gold = self._ground("cursor"), self._ground("gold")
            self._painter = SpotPainter(self._plan.zoom, tuple(hues), cursor, gold, self._stickers)
        return self._painter

    def _style(self, part: str) -> Style:
        return self.get_component_rich_style(f"sticker-grid--{part}")

    def _ground(self, part: str) -> Colour:
        return _rgb(self._style(part).bgcolor)

    def _front(self, part: str) -> Colour:
        return _rgb(self._style(part).color)

    def _planned(self) -> GridPlan:
        return plan_grid(self._unit, tuple(student.name for student in self._students), ZOOMS[self.zoom])

    def _replan(self) -> None:
        self._plan = self._planned()
        self._painter = None
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
        """Bring the cursor's spot into sight, whole where it fits, with as little movement as possible."""
        view = self.scrollable_content_region
        zoom, column = self._plan.zoom, self._plan.columns[self._column]
        across = view.width - self._plan.names_width
        down = view.height - self._plan.header_height
        if across <= 0 or down <= 0:
            return
        x = _nearest(self._scrolled[0], column.left - 1, column.left + zoom.width + 1, across)
        y = _nearest(self._scrolled[1], self._row * zoom.height, (self._row + 1) * zoom.height, down)
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
            return Strip([Segment(" " * width, self.rich_style)], width)
        strip = self._strips.get((row, line))
        if strip is None:
            segments = self._header_line(line) if row < 0 else self._spots_line(row, line)
            strip = self._strips[row, line] = self._beside_names(self._name_cell(row, line), segments, width)
        return strip

    def _beside_names(self, name: Segment, segments: Iterator[Segment], width: int) -> Strip:
        """Put a line of columns, cut to what is in sight, beside the frozen names."""
        plan, left = self._plan, self._scrolled[0]
        across = max(0, width - plan.names_width)
        start = plan.columns[plan.columns_between(left, left + across).start].left
        columns = Strip([Segment(" " * max(0, start - left), self.rich_style), *segments])
        skipped = max(0, left - start)
        shown = columns.crop_extend(skipped, skipped + across, self.rich_style)
        return Strip([name, *shown], plan.names_width + across).crop(0, width)

    def _columns_in_sight(self) -> Iterator[tuple[int, Column, Segment | None]]:
        """Give the columns in sight, each with the space before it."""
        left = self._scrolled[0]
        across = self.scrollable_content_region.width - self._plan.names_width
        end: int | None = None
        for at in self._plan.columns_between(left, left + across):
            column = self._plan.columns[at]
            gap = 0 if end is None else column.left - end
            yield at, column, Segment(" " * gap, self.rich_style) if gap else None
            end = column.left + self._plan.zoom.width

    def _spots_line(self, row: int, line: int) -> Iterator[Segment]:
        painter = self._painting
        now = self._row_statuses(self._students[row])
        odd = bool(row % 2) and not self._plan.zoom.has_stickers
        for at, column, gap in self._columns_in_sight():
            if gap:
                yield gap
            cursor = row == self._row and at == self._column
            yield from painter.spot(Look(now[at], column.step, column.level, column.boss, cursor, odd))[line]

    def _name_cell(self, row: int, line: int) -> Segment:
        width = self._plan.names_width
        if row < 0:
            return Segment(" " * width, self.rich_style)
        part = "name-cursor" if row == self._row else "name-odd" if row % 2 else "name"
        name = self._students[row].name if line == (self._plan.zoom.height - 1) // 2 else ""
        return Segment(set_cell_size(shortened(f" {name}", width), width), self._style(part))

    def _header_line(self, line: int) -> Iterator[Segment]:
        return self._band() if line == 0 else self._titles(line - 1)

    def _band(self) -> Iterator[Segment]:
        """Give the level names, each kept in sight while any of its columns is."""
        left, width = self._scrolled[0], self._plan.zoom.width
        shown: dict[int, list[int]] = {}
        gaps: dict[int, Segment | None] = {}
        for at, column, gap in self._columns_in_sight():
            gaps.setdefault(column.level, gap)
            shown.setdefault(column.level, []).append(at)
        for level, columns in shown.items():
            gap = gaps[level]
            if gap:
                yield gap
            start = self._plan.columns[columns[0]].left
            hidden = max(0, left - start)
            room = len(columns) * width - hidden
            title = shortened(f" {level + 1} {self._unit.levels[level].title}", room)
            band = set_cell_size(" " * hidden + title, len(columns) * width)
            yield Segment(band, self._style(f"band-{level % _LEVEL_HUES + 1}"))

    def _titles(self, line: int) -> Iterator[Segment]:
        zoom = self._plan.zoom
        for at, column, gap in self._columns_in_sight():
            if gap:
                yield gap
            if zoom.has_stickers:
                rows = wrapped(column.step.title, zoom.width, zoom.title_lines)
                text = rows[line] if line < len(rows) else ""
            else:
                text = "★" if column.boss else str(column.number)
            yield Segment(_centred(text, zoom.width), self._title_style(at, column))

    def _title_style(self, at: int, column: Column) -> Style:
        painter = self._painting
        hue = painter.hues[column.level % _LEVEL_HUES].hue
        ground = painter.ground(column.level, boss=column.boss, odd=bool(column.number % 2))
        if at == self._column:
            return style(ground, painter.cursor, bold=True)
        return style(hue, ground, bold=column.boss)


def _nearest(now: int, start: int, end: int, room: int) -> int:
    """Give the scroll nearest to the present one that shows start to end in the room."""
    return max(0, min(max(now, end - room), start))


def _centred(text: str, width: int) -> str:
    return set_cell_size(" " * ((width - cell_len(text)) // 2) + text, width)


def _rgb(colour: Color | None) -> Colour:
    red, green, blue = colour.get_truecolor() if colour else (0, 0, 0)
    return (red, green, blue)
