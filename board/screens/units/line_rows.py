"""What each line of a pasted text became, to be gone through and changed, with all there is to say about one beside."""

from collections.abc import Iterator, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from board.art.cells import StickerCells
from board.art.starter import step_badges
from board.exchange.steps.line import Choice, Kind, Line
from board.mastery.people import NAME_LIMIT, clean_name
from board.terminal.themes import LEVEL_HUES
from board.widgets.command import Command, KeyGroup, bindings, without
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import PASTING, OneLine
from board.widgets.picture import Picture
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

_PICTURE = 8
"""Cells across the picture of a step."""

_KEYS = (
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


_HERE = KeyGroup("What the lines became", _KEYS)


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


class _Keys(KeyBar):
    """The keys of the lines; a tap does what the key does, wherever the focus is."""

    def __init__(self, rows: LineRows) -> None:
        super().__init__(_KEYS)
        self._rows = rows

    async def on_click(self, event: events.Click) -> None:
        """Do what was tapped to the line under the cursor."""
        event.prevent_default()
        command = self._thing_at(event)
        if command is not None and self._tap.ends_on(command):
            await self.app.run_action(command.action, default_namespace=self._rows)


_BACK = Command("leave", "escape", "Back", "Go back to the lines; the title is as it was.")


class TitleLine(OneLine):
    """A place for the title of one line."""

    KEYS = (KeyGroup("On the title", (_BACK,)),)
    BINDINGS = bindings(KEYS)

    class Left(Message):
        """It was left, and what was written shall not count."""

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """What Enter and Esc do here, and how one pastes."""
        return (*super().keys, PASTING)

    def action_leave(self) -> None:
        """Go back to the lines."""
        self.post_message(self.Left())


class AboutLine(Vertical):
    """The line under the cursor: its picture, its title to be written, its sentence, and why it became what it is.

    Args:
        rows: The lines.
    """

    DEFAULT_CSS = """
    AboutLine {
        height: 6;
        & > Horizontal { height: 5; }
        Picture { width: 8; height: 4; margin-right: 2; background: $background; }
        Vertical { width: 1fr; height: 5; }
        TitleLine { background: $panel; width: 100%; }
        #about-line { height: 1fr; }
        _Keys { background: $background; }
    }
    """

    def __init__(self, rows: LineRows) -> None:
        super().__init__()
        self._rows = rows
        self._painted = StickerCells(None).pixels
        self._before = ""
        self._line: Line | None = None

    def compose(self) -> ComposeResult:
        """Picture, title, sentence, keys."""
        with Horizontal():
            yield Picture(self._painted, _PICTURE)
            with Vertical():
                yield TitleLine(placeholder="a few words", max_length=NAME_LIMIT, compact=True).where_enter(
                    "Keep the title and go back to the lines."
                )
                yield Static(id="about-line", markup=False)
        yield _Keys(self._rows)

    def show(self, line: Line | None) -> None:
        """Show another line, or the same as it is now."""
        self._line = line
        title = self.query_one(TitleLine)
        title.display = line is not None and (line.is_shown or line.kind is Kind.HEADING)
        if line is not None and not title.has_focus:
            title.value = line.title
            title.cursor_position = 0
        shown = line.badge if line is not None and line.is_shown else ""
        self.query_one(Picture).show(step_badges().get(shown))
        said = (line.i_can, line.why) if line is not None else ()
        self.query_one("#about-line", Static).update(Content("\n").join(map(Content, filter(None, said))))

    def write(self) -> None:
        """Go to the title."""
        self._before = self.query_one(TitleLine).value
        self.query_one(TitleLine).focus()

    @on(Input.Changed)
    def take_title(self, event: Input.Changed) -> None:
        """Take the title while it is written; an empty one is the one that was made."""
        event.stop()
        title = clean_name(event.value)
        if event.input.has_focus and self._line is not None and title != self._line.title:
            self._rows.post_message(LineRows.Chosen(self._line, Choice(title=title)))

    @on(Input.Submitted)
    def keep_title(self, event: Input.Submitted) -> None:
        """Go back to the lines."""
        event.stop()
        self._rows.focus()

    @on(TitleLine.Left)
    def leave_title(self) -> None:
        """Go back to the lines with the title as it was."""
        self._rows.focus()
        if self._line is not None and self._before != self._line.title:
            self._rows.post_message(LineRows.Chosen(self._line, Choice(title=self._before)))
