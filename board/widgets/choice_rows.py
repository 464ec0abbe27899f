"""Things to choose, one a line: up and down go from one to the next, left and right change it."""

from collections.abc import Sequence
from typing import Protocol

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widgets import Static

from board.widgets.browser import TOUCH_CLASS
from board.widgets.command import Command, HasKeys, KeyGroup, bindings
from board.widgets.grid_plan import shortened

_LABEL = 12
"""Cells of a label."""

_HIGH, _ARROW = 3, 8
"""Lines of what is chosen where fingers touch it, and cells of the arrows beside it."""

_MANY = 6
"""Values from which on a tap on the one that is chosen asks for letters of another: the arrows would be tapped for long."""


class Choosable(Protocol):
    """One line: `values` are pairs of a value and the words for it; a line without values is typed."""

    @property
    def name(self) -> str:
        """What it is called when it changes."""

    @property
    def label(self) -> str:
        """What stands before it."""

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What may be chosen, each with its words."""

    @property
    def chosen(self) -> str:
        """What is chosen now."""

    @property
    def at(self) -> int:
        """The place of what is chosen among the values."""


class ChoiceRows(HasKeys, Static, can_focus=True):
    """Shows what is chosen in each line and changes it.

    Args:
        id: Id of the widget.
    """

    ALLOW_SELECT = False
    KEYS = (
        KeyGroup(
            "On what may be chosen",
            (
                Command("go(-1)", "up", "Up", "Go to the line above."),
                Command("go(1)", "down", "Down", "Go to the line below."),
                Command("turn(-1)", "left", "Before", "Choose the value before."),
                Command("turn(1)", "right,space", "Next", "Choose the next value."),
                Command("turn(-10)", "shift+left", "Ten before", "Choose the value ten before."),
                Command("turn(10)", "shift+right", "Ten on", "Choose the value ten further on."),
                Command("take", "enter", "Take", "Take the value that is typed here, or choose the next one."),
                Command("type", "slash", "Find", "Find a value by a few letters, or type it."),
            ),
        ),
    )
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = "ChoiceRows { height: auto; pointer: pointer; }"

    class Changed(Message):
        """Another value was chosen.

        Attributes:
            name: Name of the line.
            value: What is chosen now.
        """

        def __init__(self, name: str, value: str) -> None:
            super().__init__()
            self.name, self.value = name, value

    class Typing(Message):
        """A value is to be typed: all of it, or a few letters to find it by.

        Attributes:
            name: Name of the line.
            label: What stands before it.
            value: What stands there now.
            is_typed: Whether the value itself is typed.
        """

        def __init__(self, row: Choosable) -> None:
            super().__init__()
            self.name, self.label, self.is_typed = row.name, row.label, not row.values
            self.value = row.chosen if self.is_typed else ""

    class Left(Message):
        """The cursor wants out at the upper end."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(markup=False, id=id)
        self._rows: Sequence[Choosable] = ()
        self._here = 0
        self._digits = ""
        self._lines: list[Content] = []
        self._painted: dict[int, tuple[tuple[Content, int, Style], Strip]] = {}

    @property
    def eye(self) -> Offset:
        """What is chosen in the line under the cursor."""
        return Offset(_ARROW, self._here * _HIGH + 1) if self._is_touched else Offset(_LABEL + 2, self._here)

    def show(self, rows: Sequence[Choosable]) -> None:
        """Show other lines; the cursor stays on the one it was on, by name."""
        name = self._rows[self._here].name if self._rows else ""
        self._rows = rows
        names = [row.name for row in rows]
        self._here = names.index(name) if name in names else min(self._here, max(0, len(rows) - 1))
        self._paint()

    def begin(self) -> None:
        """Put the cursor on the first of the lines that are shown next."""
        self._rows, self._here = (), 0

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, or take it away."""
        super().watch_has_focus(has_focus)
        self._paint()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._paint()

    def action_go(self, by: int) -> None:
        """Go to another line; up from the first goes out."""
        if self._here + by < 0:
            self.post_message(self.Left())
        elif self._here + by < len(self._rows):
            self._here += by
            self._paint()

    def action_type(self) -> None:
        """Type a value, or a few letters to find it by."""
        if self._rows:
            self.post_message(self.Typing(self._rows[self._here]))

    def on_key(self, event: events.Key) -> None:
        """Digits find a value at once: the label a sheet begins with, the number of a pack."""
        if event.character is None or not event.character.isdecimal():
            self._digits = self._digits if event.key == "enter" else ""
            return
        event.stop()
        self._digits += event.character
        if not self.find(self._digits):
            self._digits = event.character
            self.find(self._digits)

    def find(self, text: str) -> bool:
        """Choose the first value of this line that begins with a text, else one that holds it; tell whether there is one."""
        values = self._rows[self._here].values if self._rows else ()
        wanted = text.strip().casefold()
        begin = [value for value, words in values if words.casefold().startswith(wanted)]
        hold = [value for value, words in values if wanted in words.casefold()]
        for value in (*begin, *hold)[:1]:
            self.post_message(self.Changed(self._rows[self._here].name, value))
        return bool(begin or hold)

    def action_take(self) -> None:
        """Take what was typed in digits as it is; where nothing was typed, choose the next value."""
        if self._digits:
            self._digits = ""
        else:
            self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Choose another value of this line; the last is followed by the first."""
        if not self._rows:
            return
        row = self._rows[self._here]
        if not row.values:
            self.action_type()
            return
        value = row.values[(row.at + by) % len(row.values)][0]
        self.post_message(self.Changed(row.name, value))

    def on_click(self, event: events.Click) -> None:
        """A tap goes to a line; on its value it chooses the next, on the arrow before it the one before."""
        thing = self.thing_at(event.x, event.y)
        if thing is None:
            return
        self._here, by = thing
        self._paint()
        if by == 0:
            self.action_type()
        else:
            self.action_turn(by)

    def thing_at(self, x: int, y: int) -> tuple[int, int] | None:
        """Give what a tap on a cell means: the number of a line, and 1 for its next value, -1 for the one before, 0 to find one.

        Args:
            x: Cells from the left.
            y: Lines from the top.
        """
        row = y // self._tall
        if row >= len(self._rows):
            return None
        if not self._is_touched:
            return row, -1 if _LABEL <= x < _LABEL + 2 else 1
        is_between = _ARROW <= x < self.size.width - _ARROW
        return row, 0 if is_between and len(self._rows[row].values) >= _MANY else -1 if x < _ARROW else 1

    def notify_style_update(self) -> None:
        """Write it anew: fingers have come or gone."""
        super().notify_style_update()
        if self._rows and len(self._lines) != len(self._rows) * self._tall:
            self.call_after_refresh(self._paint)

    @property
    def _is_touched(self) -> bool:
        return self.app.has_class(TOUCH_CLASS)

    @property
    def _tall(self) -> int:
        return _HIGH if self._is_touched else 1

    def _paint(self) -> None:
        make = self._lines_by_hand if self._is_touched else self._line_by_keys
        lines = [line for at, row in enumerate(self._rows) for line in make(row, at == self._here and self.has_focus)]
        before, self._lines = self._lines, lines
        if len(lines) != len(before):
            self.update(Content("\n").join(lines))
            return
        changed = [at for at, line in enumerate(lines) if not line.is_same(before[at])]
        if changed:
            self.refresh(*(Region(0, at, self.size.width, 1) for at in changed))

    def render_line(self, y: int) -> Strip:
        """Paint one line, unless it was painted so before."""
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        asked = (self._lines[y], self.size.width, self.visual_style)
        kept = self._painted.get(y)
        if kept is None or kept[0] != asked or not kept[0][0].is_same(asked[0]):
            kept = asked, Visual.to_strips(self, asked[0], self.size.width, 1, self.visual_style)[0]
            self._painted[y] = kept
        return kept[1]

    def _lines_by_hand(self, row: Choosable, _here: bool) -> tuple[Content, ...]:
        """Give what is chosen between two arrows, below what it is; the last line is air."""
        room = max(4, self.size.width - 2 * _ARROW)
        words = row.values[row.at][1] if row.values else row.chosen or "type six numbers"
        before, after = ("◂", "▸") if row.values else ("", "")
        arrows = [Content.styled(sign.center(_ARROW), "bold $accent on $panel") for sign in (before, after)]
        label = Content.styled(_centred(row.label, room), "$foreground 70% on $panel")
        chosen = Content.styled(_centred(words, room), "bold $foreground on $panel")
        blank = Content.styled(" " * _ARROW, "on $panel")
        return (
            Content("").join((blank, label, blank)),
            Content("").join((arrows[0], chosen, arrows[1])),
            Content(" " * (room + 2 * _ARROW)),
        )

    def _line_by_keys(self, row: Choosable, here: bool) -> tuple[Content]:
        room = max(4, self.size.width - _LABEL - 4)
        words = row.values[row.at][1] if row.values else row.chosen or "type six numbers"
        words = shortened(words, room)
        before, after = ("◂ ", " ▸") if here and row.values else ("  ", "  ")
        padding = " " * max(0, room - cell_len(words))
        label = f"{row.label:<{_LABEL}}"
        look = "reverse" if here else "bold"
        return (Content.assemble((label, ""), (before, "bold"), (words, look), (after, "bold"), padding),)


def _centred(text: str, room: int) -> str:
    """Give a text in the middle of so many cells."""
    shown = shortened(text, room)
    gap = room - cell_len(shown)
    return f"{' ' * (gap // 2)}{shown}{' ' * (gap - gap // 2)}"
