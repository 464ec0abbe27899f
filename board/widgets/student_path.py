"""One student's path through a unit: level after level, every spot with its sticker or sign, and a cursor."""

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from board import commands
from board.mastery.audience import Audience, seen_face
from board.mastery.curriculum import Step, Unit
from board.mastery.people import Student
from board.mastery.progress import Progress, Row
from board.mastery.readiness import next_steps, unit_readiness
from board.widgets.eye import HasEye
from board.widgets.grid_colours import GridColours, grid_colours
from board.widgets.grid_plan import Zoom
from board.widgets.path_lines import PathLines
from board.widgets.path_plan import PathPlan, plan_path
from board.widgets.path_words import level_words, seen_statuses
from board.widgets.seen_rows import Seen, ShowsPictures
from board.widgets.spot_painter import SpotPainter, Stickers

_MARGIN = 1
"""Cells kept free before what stands beside the path."""

_MOVES = ("left", "right", "up", "down", "home", "end")


class StudentPath(ShowsPictures, HasEye, ScrollView, can_focus=True, inherit_bindings=False):
    """The levels of a unit as bands, with words about each, and under them the student's spots and their titles.

    The stickers are as big as lets the whole path be in sight; in a small room there are signs instead.
    """

    ALLOW_SELECT = False
    BINDINGS = commands.bindings(command for command in commands.MOVING if command.keys in _MOVES)
    DEFAULT_CSS = """
    StudentPath {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 1 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $panel;
    }
    """

    here: var[str] = var("")
    """Id of the step under the cursor."""

    audience: var[Audience] = var(Audience.TEACHER)
    """Who looks: the teacher, or the student too."""

    def __init__(self, unit: Unit, student: Student, progress: Progress, stickers: Stickers) -> None:
        """Make a path.

        Args:
            unit: Its levels, with at least one spot.
            student: Whose path it is.
            progress: What the spots show.
            stickers: Where pictures come from.
        """
        super().__init__()
        self._unit, self._student, self._progress = unit, student, progress
        self._stickers = stickers
        self._at = 0
        self._plan: PathPlan = plan_path(unit, [""] * len(unit.levels), 1, 1)
        self._kept_lines: PathLines | None = None
        self._painters: dict[tuple[Zoom, GridColours], SpotPainter] = {}

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        return self._plan.places[self._at].step

    @property
    def eye(self) -> Offset:
        """The middle of the spot under the cursor."""
        return Offset(*self._plan.middle(self._at)) - Offset(0, round(self.scroll_y))

    def show(self, unit: Unit, student: Student, progress: Progress) -> None:
        """Show another path; the cursor stays on its step, or goes to the first one to work on.

        Args:
            unit: Its levels, with at least one spot.
            student: Whose path it is.
            progress: What the spots show.
        """
        step = self.step.id
        self._unit, self._student, self._progress = unit, student, progress
        known = any(spot.id == step for spot in unit.spots)
        self._at = 0
        self._replan()
        self.go_to(step if known else next((spot.id for spot in next_steps(unit, self._row)), unit.spots[0].id))

    def update(self, progress: Progress) -> None:
        """Show new progress."""
        self._progress = progress
        self._replan()

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""
        self.refresh()

    def go_to(self, step_id: str) -> None:
        """Put the cursor on a step; what is not on this path is left as it is."""
        found = (at for at, place in enumerate(self._plan.places) if place.step.id == step_id)
        self._move_to(next(found, self._at))

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor along the path, or to the row above or below."""
        self._move_to(self._plan.above_or_below(self._at, down) if down else self._at + right)

    def action_edge(self, down: int, right: int) -> None:
        """Move the cursor to the first or last spot."""
        self._move_to((down + right) * len(self._plan.places))

    def watch_audience(self) -> None:
        """Say everything anew, for other eyes."""
        self._replan()

    def notify_style_update(self) -> None:
        """Paint everything in the new colours."""
        super().notify_style_update()
        self._kept_lines = None

    def on_mount(self) -> None:
        """Lay out, now that the room is known."""
        self._replan()

    def on_resize(self) -> None:
        """Lay out anew for the room there is."""
        self._replan()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the tapped spot."""
        offset = event.get_content_offset(self)
        at = None if offset is None else self._plan.hit(offset.x, offset.y + round(self.scroll_y))
        if at is not None:
            self._move_to(at)

    def selection_updated(self, selection: Selection | None) -> None:
        """Do nothing: there is no text to select."""

    def render_line(self, y: int) -> Strip:
        """Give a line of the part in sight."""
        line = self._lines.line(y + round(self.scroll_y), self._at)
        return line.extend_cell_length(self.scrollable_content_region.width, self._lines.space)

    @property
    def _row(self) -> Row:
        return self._progress.row(self._student.id)

    @property
    def _lines(self) -> PathLines:
        """What makes lines of this plan in the colours of the theme, kept until one of them changes."""
        if self._kept_lines is None:
            key = (self._plan.zoom, grid_colours(self.app.theme_variables))
            if key not in self._painters:
                self._painters[key] = SpotPainter(*key, self._stickers)
            statuses = seen_statuses(self._unit, self._row, self.audience)
            seen = tuple(
                Seen(status, seen_face(self._progress, self._student.id, step.id, Audience.STUDENT))
                for step, status in zip(self._unit.spots, statuses, strict=True)
            )
            self._kept_lines = PathLines(self._plan, seen, self._painters[key], self._width)
        return self._kept_lines

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width - _MARGIN)

    def _said(self) -> tuple[str, ...]:
        return tuple(level_words(ready, self.audience) for ready in unit_readiness(self._unit, self._row))

    def _replan(self) -> None:
        room = self.scrollable_content_region.size
        self._plan = plan_path(self._unit, self._said(), self._width, room.height)
        self._kept_lines = None
        self.virtual_size = Size(room.width, len(self._plan.lines))
        self._move_to(self._at)
        self.refresh()

    def _move_to(self, at: int) -> None:
        self._at = max(0, min(at, len(self._plan.places) - 1))
        self._scroll_to_cursor()
        self.refresh()
        self.here = self.step.id

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor's row into sight, with the band above it where there is room for both."""
        room, now = self.scrollable_content_region.height, round(self.scroll_y)
        wanted = self._plan.lines_of(self._at)
        top = max(wanted.start, wanted.stop - room)
        if top < now or wanted.stop > now + room:
            self.scroll_to(y=top if top < now else wanted.stop - room, animate=False)
