"""A line to write on, into which also several lines may be pasted."""

from typing import Self

from textual import events
from textual.widgets import Input

from board.mastery.people import clean_line
from board.widgets.command import Command, HasKeys, KeyGroup

PASTING = KeyGroup(
    "Pasting",
    (Command("paste", "ctrl+v", "Paste", "Paste what you copied; or ctrl+shift+v, on a Mac cmd+v."),),
)
_DROPPING = PASTING._replace(told=("Drag a file or a folder onto this window instead of typing where it lies.",))


class OneLine(HasKeys, Input):
    """An `Input` that leaves it to its screen where pasted text belongs, and loses none of it without a word."""

    KEYS = (PASTING,)

    _enter_does = ""
    """What Enter does here, empty where the screen says it among its keys."""

    def where_enter(self, does: str) -> Self:
        """Say for the help page what Enter does on this line, and give the line.

        Args:
            does: A sentence.
        """
        self._enter_does = does
        return self

    @property
    def keys(self) -> tuple[KeyGroup, ...]:
        """What Enter does where this line says so, and how one pastes."""
        enter = (Command("submit", "enter", "Go on", self._enter_does),) if self._enter_does else ()
        return (KeyGroup("On this line", enter), *self.KEYS)

    def on_paste(self, event: events.Paste) -> None:
        """Let the text go up to whoever knows where it belongs; Textual's own way keeps its first line only."""
        event.prevent_default()

    def action_paste(self) -> None:
        """Paste what was copied in this program, as if the terminal had pasted it."""
        if self.app.clipboard:
            self.post_message(events.Paste(self.app.clipboard))

    def take(self, text: str) -> str:
        """Write pasted text where the cursor is, several lines one behind the other.

        Args:
            text: What was pasted.

        Returns:
            What there was no room for.
        """
        line = clean_line(text)
        start, end = sorted(self.selection)
        room = max(0, self.max_length - len(self.value) + end - start) if self.max_length else len(line)
        self.replace(line[:room], start, end)
        return line[room:]


class PlaceOnDisk(OneLine):
    """A line for the place of a file or folder."""

    KEYS = (_DROPPING,)
