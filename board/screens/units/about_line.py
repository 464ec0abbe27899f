"""The line under the cursor: all there is to say about it, and its title to be written."""

from collections.abc import Iterable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from board.art.cells import StickerCells
from board.art.starter import step_badges
from board.exchange.steps.line import Choice, Kind, Line
from board.mastery.people import NAME_LIMIT, clean_name
from board.screens.units.line_rows import LINE_KEYS, LineRows
from board.widgets.command import Command, KeyGroup, bindings
from board.widgets.key_bar import KeyBar
from board.widgets.one_line import PASTING, OneLine
from board.widgets.picture import Picture

_PICTURE = 8
"""Cells across the picture of a step."""


class _Keys(KeyBar):
    """Keys of the lines or of the title; a tap does what the key does, wherever the focus is."""

    def __init__(self, commands: Iterable[Command], doer: Widget, *, classes: str) -> None:
        super().__init__(commands, has_menu=False)
        self.set_classes(classes)
        self._doer = doer

    async def on_click(self, event: events.Click) -> None:
        """Do what was tapped to the line under the cursor."""
        event.prevent_default()
        command = self._thing_at(event)
        if command is not None and self._tap.ends_on(command):
            await self.app.run_action(command.action, default_namespace=self._doer)


_KEEP = Command("submit", "enter", "keeps it", "Keep the title and go back to the lines.", 1)
_BACK = Command("leave", "escape", "leaves it as it was", "Go back to the lines; the title is as it was.", 2, "esc")


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

    def on_focus(self) -> None:
        """Begin at the end; nothing is replaced by the first letter."""
        self.cursor_position = len(self.value)

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
        &.-writing Picture, &.-writing .of-lines, .of-title, #what { display: none; }
        &.-writing .of-title, &.-writing #what { display: block; }
        #what { text-style: bold; }
        Picture { width: 8; height: 4; margin-right: 2; background: $background; }
        Vertical { width: 1fr; height: 5; }
        TitleLine { background: $panel; width: 100%; }
        TitleLine:focus { border: tall $accent; }
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
                yield Static(id="what", markup=False)
                title = TitleLine(placeholder="a few words", max_length=NAME_LIMIT, compact=True, select_on_focus=False)
                yield title.where_enter(_KEEP.help)
                yield Static(id="about-line", markup=False)
        yield _Keys(LINE_KEYS, self._rows, classes="of-lines")
        yield _Keys((_KEEP, _BACK), title, classes="of-title")

    def show(self, line: Line | None) -> None:
        """Show another line, or the same as it is now."""
        self._line = line
        title = self.query_one(TitleLine)
        title.display = line is not None and (line.is_shown or line.kind is Kind.HEADING)
        if line is not None and not title.has_focus:
            title.value = line.title
            title.cursor_position = 0
        of_level = line is not None and line.kind is Kind.HEADING
        self.query_one("#what", Static).update("Title of the level" if of_level else "Title of the step")
        shown = line.badge if line is not None and line.is_shown else ""
        self.query_one(Picture).show(step_badges().get(shown))
        said = (line.i_can, line.why) if line is not None else ()
        self.query_one("#about-line", Static).update(Content("\n").join(map(Content, filter(None, said))))

    def write(self) -> None:
        """Go to the title."""
        self.query_one(TitleLine).focus()

    def on_descendant_focus(self) -> None:
        """Show the title as a box while it is written, with its own keys."""
        self._before = self.query_one(TitleLine).value
        self._show_box(is_written=True)

    def on_descendant_blur(self) -> None:
        """Show picture and sentence again."""
        self._show_box(is_written=False)

    def _show_box(self, *, is_written: bool) -> None:
        self.set_class(is_written, "-writing")
        self.query_one(TitleLine).compact = not is_written

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
