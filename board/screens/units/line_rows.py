"""What each line of a pasted text became, to be gone through and changed."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.message import Message

from board.art.starter import step_badges
from board.exchange.steps.line import Choice, Kind, Line
from board.terminal.themes import LEVEL_HUES
from board.widgets.command import Command, KeyGroup, bindings, without
from board.widgets.row_list import ListRow, RowList

_WORDS = {
    Kind.STEP: "step",
    Kind.HEADING: "heading",
    Kind.BREAK: "level",
    Kind.BOSS: "Boss",
    Kind.CRITERION: "looks like",
    Kind.LEFT_OUT: "left out",
}
"""What a line became, in a word."""

_ORDER = (Kind.STEP, Kind.HEADING, Kind.BOSS, Kind.CRITERION, Kind.LEFT_OUT)
_OF_EMPTY = (Kind.BREAK, Kind.LEFT_OUT)

_LABEL = 11
"""Cells of the word before each line."""

LINE_KEYS = (
    Command(
        "turn",
        "space",
        "Change",
        "Make the line a step, a heading, the Boss, what one looks for in the step above, or leave it out.",
        1,
    ),
    Command("title", "enter", "Title", "Write another title for the line.", 2),
    Command("picture(1)", "right", "Picture", "Take the next starter picture for the step.", 3, "→"),
    Command("picture(-1)", "left", "Picture before", "Take the starter picture before.", 0, "←"),
    Command("as_read", "delete,backspace", "As read", "Take back what you changed about the line.", 4, "del"),
)
"""What can be done to a line."""

_HERE = KeyGroup("What the lines became", LINE_KEYS)


def row_id(line: Line) -> str:
    """Give the id of the row of a line; it stays the same while others are typed."""
    words, which = line.key
    return f"{which}:{words}"


class LineRows(RowList):
    """The lines with what each became; what is changed about one is told in a message.

    Args:
        id: Id of the widget.
    """

    KEYS = (_HERE,)
    BINDINGS = bindings(KEYS)
    DEFAULT_CSS = "LineRows { text-wrap: nowrap; text-overflow: ellipsis; }"

    class Chosen(Message):
        """Something was chosen for the line under the cursor.

        Attributes:
            line: The line.
            choice: What was chosen now, None to have it as it was read.
        """

        def __init__(self, line: Line, choice: Choice | None) -> None:
            super().__init__()
            self.line, self.choice = line, choice

    class Titled(Message):
        """The title of the line under the cursor is to be written."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget calls it
        super().__init__(id=id)
        self._read: dict[str, Line] = {}

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """What can be done to a line, and how one goes about."""
        return (*self.KEYS, *without(RowList.KEYS, ["select"]))

    @property
    def line(self) -> Line | None:
        """The line under the cursor, None where there is none."""
        return self._read.get(self.here or "")

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; the cursor stays on the one it was on."""
        self._read = {row_id(line): line for line in lines}
        self.fill(ListRow(row_id(line), words) for line, words in _rows(lines))

    def action_turn(self) -> None:
        """Make the line what comes next: a step, a heading, the Boss, nothing."""
        line = self.line
        if line is not None:
            order = _ORDER if line.text else _OF_EMPTY
            self.post_message(self.Chosen(line, Choice(order[(order.index(line.kind) + 1) % len(order)])))

    def action_title(self) -> None:
        """Go to where the title is written."""
        if self.line is not None and self.line.title:
            self.post_message(self.Titled())

    def action_select(self) -> None:
        """Enter, or a second tap, writes the title."""
        self.action_title()

    def action_picture(self, by: int) -> None:
        """Take a neighbouring picture; before the first one is none."""
        line = self.line
        if line is not None and line.is_shown:
            names = ["", *step_badges()]
            at = names.index(line.badge) if line.badge in names else 0
            self.post_message(self.Chosen(line, Choice(badge=names[(at + by) % len(names)])))

    def action_as_read(self) -> None:
        """Have the line as it was read."""
        if self.line is not None:
            self.post_message(self.Chosen(self.line, None))


def _rows(lines: Sequence[Line]) -> Iterator[tuple[Line, Content]]:
    """Give each line with its words; levels in their colours, numbered as they will be."""
    number = 0
    begins = True
    for line in lines:
        if line.kind in (Kind.HEADING, Kind.BREAK):
            begins = True
        if line.is_shown and begins:
            number, begins = number + 1, False
        yield line, _row(line, number + 1 if line.kind in (Kind.HEADING, Kind.BREAK) else number)


def _row(line: Line, number: int) -> Content:
    label = f"{_WORDS[line.kind]:<{_LABEL}}"
    if line.kind in (Kind.HEADING, Kind.BREAK):
        title = f"{number} {line.title}" if line.title else f"Level {number}"
        return Content.assemble(label, (title, f"bold $level-{(number - 1) % LEVEL_HUES + 1}"))
    if line.kind is Kind.CRITERION:
        return Content.assemble(label, f"  {line.title}")
    if not line.is_shown:
        return Content.assemble(label, line.text or "an empty line").stylize("$foreground 70%")
    sign = "★" if line.kind is Kind.BOSS else "·"
    codes = f"  {', '.join(line.standards)}" if line.standards else ""
    return Content.assemble(label, f"{sign} {line.title}", (codes, "$foreground 70%"))
