"""Every action of the board, once: its key, its words and its line of help."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Command(NamedTuple):
    """One action.

    Attributes:
        action: Name of the action method, with its arguments.
        keys: Keys, comma between them; the first is shown.
        words: Two or three words for footer and palette.
        help: One sentence for the help page.
        shown: Whether the footer shows it.
        sign: How the key is written, empty for its own name.
    """

    action: str
    keys: str
    words: str
    help: str
    shown: bool = False
    sign: str = ""


MOVING = (
    Command("move(0, -1)", "left", "Left", "Move to the step before.", sign="←"),
    Command("move(0, 1)", "right", "Right", "Move to the next step.", sign="→"),
    Command("move(-1, 0)", "up", "Up", "Move to the student above.", sign="↑"),
    Command("move(1, 0)", "down", "Down", "Move to the student below.", sign="↓"),
    Command("page(-1)", "pageup", "Page up", "Move a screen of students up."),
    Command("page(1)", "pagedown", "Page down", "Move a screen of students down."),
    Command("edge(0, -1)", "home", "First step", "Go to the first step of the unit."),
    Command("edge(0, 1)", "end", "Last step", "Go to the last step of the unit."),
    Command("edge(-1, 0)", "ctrl+home", "First student", "Go to the first student."),
    Command("edge(1, 0)", "ctrl+end", "Last student", "Go to the last student."),
)
MARKING = (
    Command("mark('mastered')", "space", "Got it", "Mark the spot as mastered: the sticker appears at once.", True),
    Command("mark('practising')", "t", "Trying", "The student has begun to work on this step.", True),
    Command("mark('ready')", "r", "Ready", "The student is ready to show this step.", True),
    Command("keep_working", "k", "Keep working", "You saw a try: write one tip, or take one you gave lately.", True),
    Command("repeat", "full_stop", "Again", "Repeat the last mark on this spot.", sign="."),
    Command("undo", "u", "Undo", "Take back the last mark; press it again for the one before.", True),
    Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
    Command("note", "n", "Note", "Write a note about this student and step; only adults see it."),
)
LOOKING = (
    Command("spot", "enter", "Open", "Show what the step looks like, ways to show it, and the history of this spot."),
    Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
    Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", sign="]"),
    Command("zoom(1)", "z", "Zoom", "Make the stickers bigger; after the biggest comes the overview.", True),
    Command("zoom(-1)", "Z", "Zoom out", "Make the stickers smaller.", sign="Z"),
    Command("app.theme", "ctrl+t", "Colours", "Go through the looks: dark, light, high contrast."),
)
PRINT = Command("print", "p", "Print", "Print the class quilt or the wall chart of this unit, and open it.", True)
HELP = Command("help", "question_mark,f1", "Help", "Show every key and sign.", True, "?")
BOARD = (
    PRINT,
    HELP,
    Command("quit", "q,ctrl+q,ctrl+c", "Close", "Close the board; every mark is on the disk already."),
)
EVERY = (*MARKING, *LOOKING, *BOARD, *MOVING)


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Give the key bindings of these commands, each with an id so that a teacher can choose other keys."""
    return [
        Binding(
            command.keys,
            command.action,
            command.words,
            show=command.shown,
            key_display=command.sign or None,
            tooltip=command.help,
            id=command.action,
        )
        for command in commands
    ]


def key_sign(command: Command) -> str:
    """Give the key of a command as the help page writes it."""
    return command.sign or command.keys.split(",", maxsplit=1)[0]
