"""One student's path through a unit: level after level, every spot with its sticker or sign, and a cursor."""

from collections.abc import Collection, Iterable

from textual import events
from textual.geometry import Offset, Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from board.mastery.curriculum import Step
from board.mastery.seen import SeenPath
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.grid_colours import GridColours, grid_colours
from board.widgets.grid_plan import Zoom
from board.widgets.growing import Growing
from board.widgets.path_lines import PathLines
from board.widgets.path_plan import PathPlan, plan_path
from board.widgets.path_words import level_words
from board.widgets.spot_painter import SpotPainter, Stickers

_MARGIN = 1
"""Cells kept free before what stands beside the path."""

_MOVING = KeyGroup(
    "Moving",
    (
        Command("move(0, -1)", "left", "Left", "Move to the step before.", sign="←"),
        Command("move(0, 1)", "right", "Right", "Move to the next step.", sign="→"),
        Command("move(-1, 0)", "up", "Up", "Move to the step above.", sign="↑"),
        Command("move(1, 0)", "down", "Down", "Move to the step below.", sign="↓"),
        Command("edge(0, -1)", "home", "First step", "Go to the first step of the unit."),
        Command("edge(0, 1)", "end", "Last step", "Go to the last step of the unit."),
    ),
)


class StudentPath(HasKeys, ScrollView, can_focus=True, inherit_bindings=False):
    """The levels of a unit as bands, with words about each, and under them the student's spots and their titles.

    The stickers are as big as lets the whole path be in sight; in a small room there are signs instead.
    """

    ALLOW_SELECT = False
    KEYS = (_MOVING,)
    BINDINGS = bindings(KEYS)
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

    def __init__(self, path: SeenPath, stickers: Stickers) -> None:
        """Make a path.

        Args:
            path: What is seen of it, with at least one spot.
            stickers: Where pictures come from.
        """
        super().__init__()
        self.path = path
        """What is seen of it."""
        self._stickers = stickers
        self._at = 0
        self._plan: PathPlan = plan_path(path.unit, [""] * len(path.levels), 1, 1)
        self._kept_lines: PathLines | None = None
        self._painters: dict[tuple[Zoom, GridColours], SpotPainter] = {}
        self._growing: Growing[str] = Growing(self, self._moved)

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        return self._plan.places[self._at].step

    @property
    def eye(self) -> Offset:
        """The middle of the spot under the cursor."""
        return Offset(*self._plan.middle(self._at)) - Offset(0, round(self.scroll_y))

    def show(self, path: SeenPath) -> None:
        """Show another path; the cursor stays on its step, or goes to the first one to work on.

        Args:
            path: What is seen of it, with at least one spot.
        """
        self._growing.finish()
        step = self.step.id
        spots = path.unit.spots
        self.path = path
        known = any(spot.id == step for spot in spots)
        self._at = 0
        self._replan()
        self.go_to(step if known else next((spot.step.id for spot in path.next), spots[0].id))

    def update(self, path: SeenPath, grow: Iterable[str] = ()) -> None:
        """Show the same path as it is now, or for other eyes.

        Args:
            path: What is seen of it.
            grow: Ids of steps whose stickers grow out of their spots: they came just now.
        """
        self.path = path
        self._growing.end([spot.step.id for spot in path.spots if spot.sticker is None])
        self._replan()
        if self._growing.is_wanted and self._plan.zoom.has_stickers:
            self._growing.begin(grow)

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
    def _lines(self) -> PathLines:
        """What makes lines of this plan in the colours of the theme, kept until one of them changes."""
        if self._kept_lines is None:
            key = (self._plan.zoom, grid_colours(self.app.theme_variables))
            if key not in self._painters:
                self._painters[key] = SpotPainter(*key, self._stickers)
            seen = tuple(spot.seen for spot in self.path.spots)
            self._kept_lines = PathLines(self._plan, seen, self._painters[key], self._width, self._growing.stage)
        return self._kept_lines

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width - _MARGIN)

    def _moved(self, steps: Collection[str]) -> None:
        """Paint the rows of those that have grown, and nothing else."""
        for at, place in enumerate(self._plan.places):
            if place.step.id in steps:
                lines = self._plan.lines_of(at)
                self.refresh(Region(0, lines.start - round(self.scroll_y), self.size.width, len(lines)))

    def _said(self) -> tuple[str, ...]:
        return tuple(level_words(level) for level in self.path.levels)

    def _replan(self) -> None:
        room = self.scrollable_content_region.size
        self._plan = plan_path(self.path.unit, self._said(), self._width, room.height)
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
