"""Where a printed cross lies beside the folds of its page: the arrows move it to where it is seen on paper."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.widgets.grid_colours import grid_colours, style

STEP_MM = 0.5
"""What one key moves the cross by."""

_ACROSS, _DOWN = 16, 4
"""Cells of 0.5 mm to both sides of the fold, and lines of 1 mm above and below it."""

_LINE_MM = 1.0


class FoldCross(Widget, can_focus=True):
    """A dotted cross for the folds, and a strong one for what was printed."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1, 0)", "Left", show=False, id="cross-left"),
        Binding("right", "move(1, 0)", "Right", show=False, id="cross-right"),
        Binding("up", "move(0, -1)", "Up", show=False, id="cross-up"),
        Binding("down", "move(0, 1)", "Down", show=False, id="cross-down"),
    ]
    DEFAULT_CSS = f"FoldCross {{ width: {2 * _ACROSS + 1}; height: {2 * _DOWN + 1}; pointer: pointer; }}"

    off: var[tuple[float, float]] = var((0.0, 0.0))
    """How far the printed cross lies to the right of the fold, and below it, in mm."""

    class Moved(Message):
        """The cross was moved."""

    def watch_off(self) -> None:
        """Paint anew."""
        self.refresh()

    def action_move(self, right: int, down: int) -> None:
        """Move the cross by a step."""
        self._move_to(self.off[0] + right * STEP_MM, self.off[1] + down * STEP_MM)

    def on_click(self, event: events.Click) -> None:
        """Put the cross where it was tapped."""
        self._move_to((event.x - _ACROSS) * STEP_MM, (event.y - _DOWN) * _LINE_MM)

    def _move_to(self, right: float, down: float) -> None:
        self.off = (right, down)
        self.post_message(self.Moved())

    def render(self) -> RenderResult:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        ground = self.background_colors[1].rgb
        colours = grid_colours(self.app.theme_variables)
        fold = self.rich_style
        cross = style(colours.cursor, ground, bold=True)
        column = _ACROSS + max(-_ACROSS, min(_ACROSS, round(self.off[0] / STEP_MM)))
        line = _DOWN + max(-_DOWN, min(_DOWN, round(self.off[1] / _LINE_MM)))
        if y == line:
            row = ["━"] * (2 * _ACROSS + 1)
            row[column] = "╋"
            reach = range(column - 4, column + 5)
            parts = [
                Segment(sign, cross) if at in reach else Segment(_fold(at, y), fold) for at, sign in enumerate(row)
            ]
        else:
            near = abs(y - line) <= 1
            parts = [
                Segment("┃", cross) if at == column and near else Segment(_fold(at, y), fold)
                for at in range(2 * _ACROSS + 1)
            ]
        return Strip(parts).adjust_cell_length(self.size.width, self.rich_style)


def _fold(column: int, line: int) -> str:
    """Give what the folds look like in one cell."""
    if line == _DOWN:
        return "┼" if column == _ACROSS else "┈"
    return "┊" if column == _ACROSS else " "
