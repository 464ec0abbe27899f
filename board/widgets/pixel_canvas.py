"""The paper of the studio: big pixels to draw on by mouse, finger and keys."""

from collections.abc import Callable, Iterable
from itertools import groupby

from rich.segment import Segment
from textual import events
from textual.app import RenderResult
from textual.geometry import Offset, Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour
from board.art.pixels import NOTHING, PALETTE, Drawing, Point, empty
from board.art.strokes import History, Pen, Stroke, Tool
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.grid_colours import readable_on, style
from board.widgets.pieced_line import PixelStrip

DRAWING_KEYS = (
    Command("pen", "space,enter", "Draw", "Put the pen down on the pixel, and lift it again.", 3, "space"),
    Command("move(-1, 0)", "left", "Left", "Move the pen to the left.", sign="←"),
    Command("move(1, 0)", "right", "Right", "Move the pen to the right.", sign="→"),
    Command("move(0, -1)", "up", "Up", "Move the pen up.", sign="↑"),
    Command("move(0, 1)", "down", "Down", "Move the pen down.", sign="↓"),
)

_PAPER: tuple[Colour, Colour] = ((234, 237, 240), (219, 224, 229))
"""The quiet checker where nothing is painted; paper is light, whatever the look of the board."""

_BIGGEST = 2
"""Lines of a pixel, where there is room."""

_CURSORS = {
    (1, False): ("[]",),
    (1, True): ("><",),
    (2, False): ("┌  ┐", "└  ┘"),
    (2, True): ("┏━━┓", "┗━━┛"),
}
"""The pixel under the cursor, by its lines and whether the pen is down: told apart by shape."""


class PixelCanvas(HasKeys, Widget, can_focus=True):
    """Shows a drawing and draws on it; a line of cells is made anew only where a pixel has changed.

    A pixel takes as many whole cells as there is room for. Where there is none for so many lines, two of them share
    a cell, one above the other; the mouse then reaches the upper one, on terminals that tell no better, and keys both.

    Args:
        drawing: What is drawn already.
        id: Id of the widget.
    """

    ALLOW_SELECT = False
    KEYS = (KeyGroup("On the paper", DRAWING_KEYS),)
    BINDINGS = bindings(KEYS)
    TAKES_DRAGS = True
    DEFAULT_CSS = "PixelCanvas { width: 24; height: 12; pointer: crosshair; }"

    history: var[History] = var(History(empty()))
    """What was drawn, act by act; changes when an act is finished."""

    shown: var[Drawing] = var(empty())
    """What one sees: changes while a pen is on the paper."""

    pen: var[Pen] = var(Pen())
    """What one draws with; taking another one lifts it, but for a finger's, which is on the paper already."""

    cursor: var[Point] = var(Point(0, 0))
    """The pixel the keys are on."""

    signs: var[bool] = var(False)
    """Whether every pixel shows the sign of its colour."""

    def __init__(self, drawing: Drawing, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self.set_reactive(PixelCanvas.history, History(drawing))
        self.set_reactive(PixelCanvas.shown, drawing)
        self.set_reactive(PixelCanvas.cursor, Point(drawing.side // 2, drawing.side // 2))
        self._stroke: Stroke | None = None
        self._held = False
        self._by_keys = True

    @property
    def eye(self) -> Offset:
        """The pixel under the pen."""
        across, down = self._cells
        return Offset(self.cursor.x * across, self.cursor.y * down if down else self.cursor.y // 2)

    @property
    def is_pen_down(self) -> bool:
        """Whether a pen is on the paper."""
        return self._stroke is not None

    @property
    def may_undo(self) -> bool:
        """Whether something was done that can be taken back."""
        return self.history.undone() != self.history

    def begin(self, *, by_keys: bool) -> None:
        """Show where the pen is, or not: a finger has none to look for before it touches."""
        self._by_keys = by_keys

    def act(self, drawing: Drawing) -> None:
        """Change the drawing in one act that can be undone."""
        self._under_finger(lambda: self._turn_to(self.history.after(drawing)))

    def undo(self) -> bool:
        """Take back the last act; false when there is none."""
        return self._under_finger(lambda: self._turn_to(self.history.undone()))

    def redo(self) -> bool:
        """Put back what was taken back last; false when there is nothing."""
        return self._under_finger(lambda: self._turn_to(self.history.redone()))

    def lift(self) -> None:
        """Lift the pen: what it drew is an act."""
        stroke, self._stroke = self._stroke, None
        if self._held:
            self._held = False
            self.release_mouse()
        if stroke is not None:
            self._refresh_pixels((self.cursor,))
            self.history = self.history.after(stroke.drawing)

    def action_move(self, right: int, down: int) -> None:
        """Move the cursor, and the pen when it is down."""
        last = self.shown.side - 1
        self._go_to(
            Point(min(max(self.cursor.x + right, 0), last), min(max(self.cursor.y + down, 0), last)), by_keys=True
        )
        self._draw_to(self.cursor)

    def action_pen(self) -> None:
        """Put the pen down, or lift it."""
        if self.is_pen_down:
            self.lift()
        else:
            self._go_to(self.cursor, by_keys=True)
            self._put_down(self.cursor)
            if self._stroke is not None and self._stroke.pen.tool.is_done_at_once:
                self.lift()

    def dab(self) -> None:
        """Put the pen down where the cursor is, and lift it where a tool needs no second place."""
        self.action_pen()
        if self.pen.tool in (Tool.PENCIL, Tool.RUBBER):
            self.lift()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the pen down where the finger is; the mouse is held until it lets go, over the edge too."""
        self.lift()
        point = self._point_at(event)
        if point in self.shown:
            self.capture_mouse()
            self._go_to(point, by_keys=False)
            self._put_down(point)
            self._held = True

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw along."""
        if self._held:
            self._draw_to(self._point_at(event))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Draw to where the finger lets go, which no move may have told, and lift the pen; the cursor stays on the paper."""
        if self._held:
            self._draw_to(self._point_at(event))
            if self._stroke is not None and self._stroke.here in self.shown:
                self.cursor = self._stroke.here
            self.lift()

    def on_mouse_release(self) -> None:
        """Lift the pen when something else took the mouse away; a second stroke may have begun since the first let go."""
        if self._held and self.app.mouse_captured is not self:
            self.lift()

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_pixels((self.cursor,))

    def on_blur(self) -> None:
        """Lift the pen, and hide the cursor."""
        self.lift()
        self._refresh_pixels((self.cursor,))

    def watch_shown(self, old: Drawing, new: Drawing) -> None:
        """Paint the pixels that changed."""
        if old.side != new.side:
            self.cursor = Point(self.cursor.x * new.side // old.side, self.cursor.y * new.side // old.side)
            self.refresh()
            return
        side, pairs = new.side, enumerate(zip(old.pixels, new.pixels, strict=True))
        self._refresh_pixels(Point(at % side, at // side) for at, (was, now) in pairs if was != now)

    def watch_pen(self) -> None:
        """Finish what was drawn with the pen before; under a finger, it is the one that was meant."""
        self._under_finger(lambda: True)

    def watch_cursor(self, old: Point, new: Point) -> None:
        """Paint both pixels."""
        self._refresh_pixels((old, new))

    def watch_signs(self) -> None:
        """Paint everything."""
        self.refresh()

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line of cells."""
        across, down = self._cells
        row, line = divmod(y, down) if down else (2 * y, 0)
        if row >= self.shown.side:
            return Strip.blank(self.size.width, self.rich_style)
        points = [Point(x, row) for x in range(self.shown.side)]
        cells = [self._cell(point, across, line) if down else self._two(point) for point in points]
        joined = [
            Segment("".join(cell.text for cell in run), look) for look, run in groupby(cells, lambda cell: cell.style)
        ]
        return PixelStrip(joined, across * self.shown.side).adjust_cell_length(self.size.width, self.rich_style)

    @property
    def _cells(self) -> tuple[int, int]:
        """How many cells a pixel takes across and down; none down when two of them share a cell."""
        side = self.shown.side
        down = min(_BIGGEST, self.size.height // side, self.size.width // side // 2)
        return (2 * down or 1, down)

    @property
    def _is_cursor_shown(self) -> bool:
        return self.has_focus and self._by_keys

    def _cell(self, point: Point, across: int, line: int) -> Segment:
        """Give one line of one pixel."""
        colour, number = self._colour(point), self.shown.at(point)
        text = " " * across
        if self._is_cursor_shown and point == self.cursor:
            text = _CURSORS[across // 2, self.is_pen_down][line]
        elif self.signs and number != NOTHING and line == 0:
            text = PALETTE[number - 1].sign.center(across)
        return Segment(text, style(readable_on(colour), colour))

    def _two(self, upper: Point) -> Segment:
        """Give the cell of two pixels, one above the other."""
        lower = Point(upper.x, upper.y + 1)
        colours = [self._colour(point) for point in (upper, lower)]
        if self._is_cursor_shown and self.cursor in (upper, lower):
            at = (upper, lower).index(self.cursor)
            colours[at] = readable_on(colours[at])
        return Segment("▀", style(*colours))

    def _colour(self, point: Point) -> Colour:
        number = self.shown.at(point)
        return _PAPER[(point.x + point.y) % 2] if number == NOTHING else PALETTE[number - 1].colour

    def _point_at(self, event: events.MouseEvent) -> Point:
        """Give the pixel under the mouse; it may lie outside."""
        across, down = self._cells
        x, y = event.pointer_x - self.gutter.left, event.pointer_y - self.gutter.top
        return Point(int(x // across), int(y // down) if down else int(y * 2 // 1))

    def _put_down(self, point: Point) -> None:
        self._stroke = self.pen.put_down(self.shown, point)
        self._refresh_pixels((point,))
        self.shown = self._stroke.drawing

    def _draw_to(self, point: Point) -> None:
        if self._stroke is not None and point != self._stroke.here:
            self._stroke = self._stroke.to(point)
            self.shown = self._stroke.drawing

    def _go_to(self, point: Point, *, by_keys: bool) -> None:
        """Move the cursor; with the mouse, one sees where one is without it."""
        if by_keys != self._by_keys:
            self._by_keys = by_keys
            self._refresh_pixels((self.cursor,))
        self.cursor = point

    def _under_finger(self, change: Callable[[], bool]) -> bool:
        """Change something; the stroke of a finger on the paper lies on top of it, whole.

        On a slow computer a finger overtakes what it has tapped before, and a stroke that ended there would be lost.
        """
        stroke = self._stroke if self._held else None
        if stroke is None:
            self.lift()
            return change()
        self._stroke, self.shown = None, self.history.now
        has_changed = change()
        if self.shown.side == stroke.before.side:
            self._stroke = stroke.again(self.pen, self.shown)
            self.shown = self._stroke.drawing
        return has_changed

    def _turn_to(self, history: History) -> bool:
        if history is self.history:
            return False
        self.history, self.shown = history, history.now
        return True

    def _refresh_pixels(self, points: Iterable[Point]) -> None:
        """Ask for the part that holds these pixels to be painted."""
        found = list(points)
        if not found:
            return
        across, down = self._cells
        left, right = min(x for x, _ in found), max(x for x, _ in found)
        top, bottom = min(y for _, y in found), max(y for _, y in found)
        if not down:
            top, bottom, down = top // 2, bottom // 2, 1
        self.refresh(Region(left * across, top * down, (right - left + 1) * across, (bottom - top + 1) * down))
