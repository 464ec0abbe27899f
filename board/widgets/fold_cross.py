"""A printed cross and the folds of its page: the arrows move the folds to where they are seen on paper."""

from rich.segment import Segment
from textual import events
from textual.app import RenderResult
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.grid_colours import grid_colours, style

STEP_MM = 0.5
"""What one key moves the folds by."""

_ACROSS, _DOWN = 16, 4
"""Cells of 0.5 mm to both sides of the cross, and lines of 1 mm above and below it."""

_LINE_MM = 1.0
_REACH = 4
"""Cells the arms of the printed cross reach to both sides."""


class FoldCross(HasKeys, Widget, can_focus=True):
    """A strong cross for what was printed, which stays, and dotted lines for the folds."""

    ALLOW_SELECT = False
    KEYS = (
        KeyGroup(
            "On the grid",
            (
                Command("move(-1, 0)", "left", "Left", "Move the folds 0.5 mm to the left."),
                Command("move(1, 0)", "right", "Right", "Move the folds 0.5 mm to the right."),
                Command("move(0, -1)", "up", "Up", "Move the folds 0.5 mm up."),
                Command("move(0, 1)", "down", "Down", "Move the folds 0.5 mm down."),
            ),
        ),
    )
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = f"FoldCross {{ width: {2 * _ACROSS + 1}; height: {2 * _DOWN + 1}; pointer: pointer; }}"

    off: var[tuple[float, float]] = var((0.0, 0.0))
    """How far the folds cross to the right of the printed cross, and below it, in mm."""

    class Moved(Message):
        """The folds were moved."""

    @property
    def eye(self) -> Offset:
        """Where the folds cross."""
        return Offset(
            _ACROSS + max(-_ACROSS, min(_ACROSS, round(self.off[0] / STEP_MM))),
            _DOWN + max(-_DOWN, min(_DOWN, round(self.off[1] / _LINE_MM))),
        )

    def watch_off(self) -> None:
        """Paint anew."""
        self.refresh()

    def action_move(self, right: int, down: int) -> None:
        """Move the folds by a step."""
        self._move_to(self.off[0] + right * STEP_MM, self.off[1] + down * STEP_MM)

    def on_click(self, event: events.Click) -> None:
        """Put the folds where it was tapped."""
        self._move_to((event.x - _ACROSS) * STEP_MM, (event.y - _DOWN) * _LINE_MM)

    def _move_to(self, right: float, down: float) -> None:
        self.off = (right, down)
        self.post_message(self.Moved())

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line: the cross where it lies, the folds around it."""
        ground = self.background_colors[1].rgb
        cross = style(grid_colours(self.app.theme_variables).cursor, ground, bold=True)
        fold = self.eye
        parts = []
        for at in range(2 * _ACROSS + 1):
            sign = _cross(at, y)
            parts.append(Segment(sign, cross) if sign else Segment(_fold(at, y, fold), self.rich_style))
        return Strip(parts).adjust_cell_length(self.size.width, self.rich_style)


def _cross(column: int, line: int) -> str:
    """Give what the printed cross looks like in one cell, empty where it is not."""
    if line == _DOWN and abs(column - _ACROSS) <= _REACH:
        return "╋" if column == _ACROSS else "━"
    return "┃" if column == _ACROSS and abs(line - _DOWN) == 1 else ""


def _fold(column: int, line: int, fold: tuple[int, int]) -> str:
    """Give what the folds look like in one cell."""
    if line == fold[1]:
        return "┼" if column == fold[0] else "┈"
    return "┊" if column == fold[0] else " "
