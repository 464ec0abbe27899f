"""The numbered rows of a small group: tap or digit says what came of each child's showing."""

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from board.art.cells import Colour, mixed
from board.mastery.facts import Kind
from board.widgets.browser import TOUCH_CLASS
from board.widgets.grid_colours import style, theme_colour
from board.widgets.grid_plan import shortened
from board.widgets.own_lines import as_shown
from board.widgets.tapping import Tap
from board.widgets.tiles import HIGH

MOST_ROWS = 9
"""As many as there are digits."""

_TALLEST, _FLATTEST = 4, 2
"""Lines of a row: a finger needs two, and more than four only part what belongs together."""


class VerdictRow(NamedTuple):
    """One child of the group.

    Attributes:
        child: Id of the student.
        name: The student's name.
        sign: The sign of the spot as it stands.
        has_it: Whether the step is mastered already.
        verdict: What will be recorded, or None.
        remark: What to know before judging, such as the last tip.
        ticks: Of each criterion, where they are shown, whether it was seen.
    """

    child: str
    name: str
    sign: str
    has_it: bool
    verdict: Kind | None
    remark: str = ""
    ticks: tuple[bool, ...] = ()


_TICK = 4
"""Cells for the number of a criterion with its tick: a finger needs as many."""

_BEFORE_TICKS = 6
"""Cells before the first of them, those of the child's number and sign."""


class VerdictRows(Widget):
    """Up to nine rows, painted line by line like the board."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "VerdictRows { height: 1fr; pointer: pointer; }"

    rows: var[tuple[VerdictRow, ...]] = var(())
    """The rows, top first."""

    cursor: var[int] = var(0)
    """Number of the row the arrow keys are on."""

    class Tapped(Message):
        """A row was tapped.

        Attributes:
            child: Id of the student it is about.
            tick: Number of the criterion that was tapped, from 1; 0 for the child.
        """

        def __init__(self, child: str, tick: int = 0) -> None:
            super().__init__()
            self.child, self.tick = child, tick

    def __init__(self) -> None:
        super().__init__()
        self._tap = Tap()

    @property
    def eye(self) -> Offset:
        """The number of the child the arrow keys are on."""
        return Offset(1, self.cursor * self._row_height + self._lines_above)

    def watch_rows(self) -> None:
        """Paint anew."""
        self.refresh()

    def watch_cursor(self) -> None:
        """Paint anew."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def _thing_at(self, event: events.MouseEvent) -> tuple[str, int] | None:
        """Give the child whose row lies under the pointer, by id, and the number of the criterion or 0."""
        number, line = divmod(int(event.y), self._row_height)
        if number >= len(self.rows):
            return None
        row, column = self.rows[number], (int(event.x) - _BEFORE_TICKS) // _TICK
        on_ticks = line > self._lines_above and 0 <= column < len(row.ticks) and not self._is_touched
        return row.child, column + 1 if on_ticks else 0

    def on_click(self, event: events.Click) -> None:
        """Pass on whose row was tapped, and which criterion of it."""
        thing = self._thing_at(event)
        if thing is not None and self._tap.ends_on(thing):
            self.post_message(self.Tapped(*thing))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part of the widget."""
        lines = [line for at, row in enumerate(self.rows) for line in self._painted(at, row)]
        blank = Strip.blank(self.size.width, self._styles(at=0)[0])
        lines += [blank] * (self.size.height - len(lines))
        return as_shown((line.crop(crop.x, crop.right) for line in lines[crop.y : crop.bottom]), self)

    @property
    def most(self) -> int:
        """How many rows there is room for."""
        return max(1, min(MOST_ROWS, self.size.height // self._flattest))

    @property
    def _is_touched(self) -> bool:
        """Whether fingers touch it: a tick is too small for them, so a tap means the child."""
        return self.app.has_class(TOUCH_CLASS)

    @property
    def _flattest(self) -> int:
        return HIGH if self._is_touched else _FLATTEST

    @property
    def _row_height(self) -> int:
        shared = self.size.height // max(1, len(self.rows))
        return max(self._flattest, min(_TALLEST, shared))

    @property
    def _lines_above(self) -> int:
        """Empty lines of a row above its words."""
        return (self._row_height - _FLATTEST + 1) // 2

    def _painted(self, at: int, row: VerdictRow) -> list[Strip]:
        plain, bold, faint, number, label = self._styles(at, row.verdict)
        width = self.size.width
        name = [Segment(f" {at + 1} ", number), Segment(f" {row.sign} ", plain)]
        said = _SAID.get(row.verdict) or (_HAS_IT if row.has_it else "")
        room = max(1, width - sum(segment.cell_length for segment in name) - cell_len(said))
        name += [Segment(set_cell_size(shortened(row.name, room), room), bold), Segment(said, label)]
        edge = Segment(" " * 3, number)
        tail = Segment(" " * cell_len(said), label if row.verdict else plain)
        left = width - 3 - tail.cell_length
        remark = [edge, Segment(set_cell_size(shortened(f"   {_ticked(row)}{row.remark}", left), left), faint), tail]
        empty = [edge, Segment(" " * left, plain), tail]
        below = self._row_height - _FLATTEST - self._lines_above
        lines = [empty] * self._lines_above + [name, remark] + [empty] * below
        return [Strip(line, width) for line in lines]

    def _styles(self, at: int, verdict: Kind | None = None) -> tuple[Style, Style, Style, Style, Style]:
        """Give the styles of a row: plain, bold, faint, its number, and what is said at its end."""
        front, back, odd, accent = (self._colour(name) for name in ("foreground", "background", "surface", "accent"))
        hue = self._colour(_HUES.get(verdict, "foreground"))
        ground = mixed(odd if at % 2 else back, hue, 0.22 if verdict else 0)
        here = at == self.cursor
        number = style(back, accent, bold=True) if here else style(front, mixed(ground, front, 0.12), bold=True)
        label = style(back, hue, bold=True) if verdict else style(mixed(front, ground, 0.35), ground)
        faint = style(mixed(front, ground, 0.35), ground)
        return style(front, ground), style(front, ground, bold=True), faint, number, label

    def _colour(self, name: str) -> Colour:
        return theme_colour(self.app.theme_variables, name)


def _ticked(row: VerdictRow) -> str:
    """Write the ticks of a row, each with the digit of its criterion."""
    return "".join(f"{number}{'✓' if seen else '·'}  " for number, seen in enumerate(row.ticks, 1))


_HUES: dict[Kind | None, str] = {
    Kind.MASTERED: "success",
    Kind.PRACTISING: "primary",
    Kind.AWAY: "foreground",
    Kind.KEEP_WORKING: "warning",
    Kind.READY: "secondary",
}
_SAID: dict[Kind | None, str] = {
    Kind.MASTERED: "  ● Got it  ",
    Kind.PRACTISING: "  ◔ Trying  ",
    Kind.AWAY: "  Away today  ",
    Kind.KEEP_WORKING: "  ↻ Keep working  ",
    Kind.READY: "  ▲ Ready  ",
}
_HAS_IT = "has it  "
