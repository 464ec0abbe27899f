"""The columns of a list over its first rows: what each means, with a cursor that goes from column to column."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from board.counting import counted
from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.grid_plan import shortened
from board.widgets.tapping import Tap

_NARROWEST, _WIDEST = 8, 26
"""Cells of a column."""

_LONGEST = 60
"""Characters of a cell that are looked at; none has room for more."""

_INDENT = 2
"""Cells before what stands in a column, for the cursor's sign."""

_GAP = 1
"""Cells between two columns."""

_NO_HEADER = "(no header)"

_ABOVE = 4
"""Lines before the first row: which columns are shown, the headers, the meanings, a line."""

_HEADER, _MEANING, _RULE = 1, 2, 3


class ShownColumn(NamedTuple):
    """A column as it is shown.

    Attributes:
        header: What stands above it in the list.
        meaning: What it means, in words.
        is_doubtful: Whether the board asks about it.
        is_taken: Whether anything of it is used.
        cells: What the first rows say.
    """

    header: str
    meaning: str
    is_doubtful: bool
    is_taken: bool
    cells: tuple[str, ...]

    @property
    def signed(self) -> str:
        """The meaning, with a question mark before it where it is in doubt."""
        return f"? {self.meaning}" if self.is_doubtful else self.meaning

    @property
    def width(self) -> int:
        """Cells it needs, those of the cursor's sign included."""
        longest = max(cell_len(text[:_LONGEST]) for text in (self.header, self.signed, *self.cells)) + _INDENT
        return max(_NARROWEST, min(_WIDEST, longest))


class ListColumns(HasKeys, Widget, can_focus=True):
    """Shows columns side by side, as many as there is room for."""

    ALLOW_SELECT = False
    KEYS = (
        KeyGroup(
            "On the columns",
            (
                Command("go(1)", "right", "Right", "Go to the next column."),
                Command("go(-1)", "left", "Left", "Go to the column before."),
                Command("go(-1000)", "home", "First", "Go to the first column."),
                Command("go(1000)", "end", "Last", "Go to the last column."),
            ),
            ("A tap on a column goes to it; a tap on what it means chooses the next.",),
        ),
    )
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = "ListColumns { height: 1fr; pointer: pointer; }"

    class Pointed(Message):
        """The cursor is on another column."""

    class Tapped(Message):
        """What the column under the cursor means was tapped."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._columns: Sequence[ShownColumn] = ()
        self._first = 0
        self._tap = Tap()
        self.here = 0

    @property
    def eye(self) -> Offset:
        """The meaning of the column under the cursor."""
        return Offset(next((start for at, start, _ in self._placed() if at == self.here), 0), _MEANING)

    def show(self, columns: Sequence[ShownColumn]) -> None:
        """Show other columns; the cursor stays where it was."""
        self._columns = columns
        self.go_to(self.here)

    def go_to(self, at: int) -> None:
        """Put the cursor on a column, or on the last one where there are fewer."""
        self.here = max(0, min(at, len(self._columns) - 1))
        self._first = min(self._first, self.here)
        while self._first < self.here and self.here not in {at for at, _, _ in self._placed()}:
            self._first += 1
        self.refresh()

    def on_resize(self) -> None:
        """Use the room there is: as many of the first columns as stand beside the one under the cursor."""
        self._first = 0
        self.go_to(self.here)

    def action_go(self, by: int) -> None:
        """Go to another column, as far as there are some."""
        before = self.here
        self.go_to(self.here + by)
        if self.here != before:
            self.post_message(self.Pointed())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._column_at(event))

    def on_click(self, event: events.Click) -> None:
        """A tap goes to a column; on the meaning of the one under the cursor it changes it."""
        tapped = self._column_at(event)
        if tapped is None or not self._tap.ends_on(tapped):
            return
        if tapped != self.here:
            self.action_go(tapped - self.here)
        elif event.y == _MEANING or self.app.has_class(TOUCH_CLASS):
            self.post_message(self.Tapped())

    def _column_at(self, event: events.MouseEvent) -> int | None:
        return next((at for at, start, width in self._placed() if start <= event.x < start + width), None)

    def _placed(self) -> list[tuple[int, int, int]]:
        """Give the columns in sight: number, first cell and cells of each; the last may be cut where it is the only one."""
        placed: list[tuple[int, int, int]] = []
        start = 0
        for at in range(self._first, len(self._columns)):
            width = self._columns[at].width
            if placed and start + width > self.size.width:
                break
            placed.append((at, start, min(width, max(1, self.size.width))))
            start += width + _GAP
        return placed

    def render(self) -> str:
        """Nothing but ground; `render_line` paints the rest."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Paint one line of the columns in sight."""
        line = self._line(y)
        if not line.plain:
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        return Visual.to_strips(self, line, self.size.width, 1, self.visual_style)[0]

    def _line(self, y: int) -> Content:
        placed = self._placed()
        if not placed:
            return Content()
        if y == 0:
            return Content.styled(self._place_in_words(placed), "$foreground 70%")
        if y == _RULE:
            return Content.styled("─" * self.size.width, "$foreground 40%")
        parts = [self._cell(self._columns[at], y, width, here=at == self.here) for at, _, width in placed]
        return Content(" " * _GAP).join(parts)

    def _cell(self, column: ShownColumn, y: int, width: int, *, here: bool) -> Content:
        if y == _HEADER:
            return Content.styled(_filled(f"{'▸ ' if here else '  '}{column.header or _NO_HEADER}", width), "bold")
        if y == _MEANING:
            look = "reverse bold" if here else "$accent" if column.is_taken else "$foreground 70%"
            return Content.styled(_filled(f"  {column.signed}", width), look)
        row = y - _ABOVE
        text = column.cells[row] if row < len(column.cells) else ""
        return Content.styled(_filled(f"  {text}", width), "" if column.is_taken else "$foreground 60%")

    def _place_in_words(self, placed: Sequence[tuple[int, int, int]]) -> str:
        first, last, every = placed[0][0] + 1, placed[-1][0] + 1, len(self._columns)
        if last - first + 1 == every:
            return counted("1 column", "{count} columns", every)
        return f"Columns {first} to {last} of {every}; ← → show the others"


def _filled(text: str, cells: int) -> str:
    """Give a text as wide as its column."""
    cut = shortened(text[:_LONGEST], cells)
    return cut + " " * (cells - cell_len(cut))
