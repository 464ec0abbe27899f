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
        shown: How soon the foot of the screen shows it where room is short, 1 first; 0 never.
        sign: How the key is written, empty for its own name.
    """

    action: str
    keys: str
    words: str
    help: str
    shown: int = 0
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
    Command("mark('mastered')", "space", "Got it", "Mark the spot as mastered: the sticker appears at once.", 2),
    Command("mark('practising')", "t", "Trying", "The student has begun to work on this step.", 5),
    Command("mark('ready')", "r", "Ready", "The student is ready to show this step.", 7),
    Command("keep_working", "k", "Keep working", "You saw a try: write one tip, or take one you gave lately.", 6),
    Command("repeat", "full_stop", "Again", "Repeat the last mark on this spot.", sign="."),
    Command("undo", "u", "Undo", "Take back the last thing you did; press it again for the one before.", 3),
    Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
    Command("note", "n", "Note", "Write a note about this student and step; only adults see it.", 17),
    Command("excuse", "e", "Not in the plan", "Leave this step out of the child's plan, or put it back in."),
    Command("own_version", "v", "Own version", "Give this child criteria of their own for this step."),
    Command("check_again", "d", "Check again", "A doubt only adults see: the sticker stays, the words remind you."),
    Command("take_back", "backspace,delete", "Take back", "Withdraw a mark of another day; both stay in the history."),
)
CHOOSING = (
    Command("choose", "x", "Choose", "Choose this student; the next mark then goes to all who are chosen.", 12),
    Command("choose_all", "X", "Choose all", "Choose every student in sight of this step, or let all go.", sign="X"),
    Command("choose_on(1)", "shift+down", "Choose down", "Choose this student and go on to the next."),
    Command("choose_on(-1)", "shift+up", "Choose up", "Choose this student and go on to the one above."),
    Command("let_go", "escape", "Let go", "Let go of everyone chosen, then show all students again."),
    Command("away", "a", "Away today", "This student, or all who are chosen, are away today; again takes it back.", 15),
    Command("find", "slash", "Find", "Go to a student by the first letters of the name.", 10, "/"),
    Command("filter", "f", "Filter", "Show only who needs this step, who is ready, who is chosen, then everyone.", 11),
)
REDRAW = Command("app.redraw", "ctrl+l", "Redraw", "Paint the screen anew, after something else wrote over it.")
"""Works on every screen, in text fields too."""

LOOKING = (
    Command("center", "c", "Center", "One step, one small group: a number for each child, Enter records all.", 4),
    Command("student", "enter", "Student", "Open the student: the whole path, this step's criteria, the history.", 13),
    Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
    Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", sign="]"),
    Command("zoom(1)", "z", "Zoom", "Make the stickers bigger; after the biggest comes the overview.", 9),
    Command("zoom(-1)", "Z", "Zoom out", "Make the stickers smaller.", sign="Z"),
    Command(
        "watching", "w", "Class is watching", "Show only the class quilt, without names, until a key is pressed.", 16
    ),
    Command("app.theme", "ctrl+t", "Colours", "Go through the looks: dark, light, high contrast."),
    Command(
        "app.signs",
        "ctrl+g",
        "Signs",
        "Go through the signs: automatic, pretty, plain; the board says why it has these.",
    ),
    REDRAW,
)
HELP = Command("help", "question_mark,f1", "Help", "Show every key and sign.", 1, "?")
PICTURES = Command(
    "pictures", "b", "Picture", "The child's own pictures for this step: draw one, bring one, choose one.", 8
)
WAITS = Command(
    "waiting", "y", "Waiting for you", "Pictures to look at before others see them; who is ready to show.", 19
)
BOARD = (
    PICTURES,
    WAITS,
    Command("print", "p", "Print", "Print charts, certificates, stickers and pages for home; each is shown first.", 14),
    Command("students", "s", "Students", "Add, rename and join students, choose aliases and signs, say who has left."),
    Command("steps", "g", "Steps", "Add, change and sort the steps of this unit, or paste a new unit."),
    Command("marker", "i", "Who is marking?", "Say who marks on this computer from now on, or add an adult."),
    Command("rename", "ctrl+n", "Name of the class", "Give the class another name."),
    Command("app.classes", "o", "Classes", "Close this class; go to the start to open or make another."),
    Command("app.command_palette", "ctrl+p", "More", "Every command, student, unit and step by name.", 8, "ctrl+p"),
    Command("app.suspend_process", "ctrl+z", "Shell", "Go to the shell that started the board; fg comes back."),
    Command("quit", "q,ctrl+q", "Close", "Close the board; every mark is on the disk already."),
)
CENTER = (
    Command("keep", "enter", "Record all", "Record everything on this page as one showing; one undo takes it back.", 1),
    Command("leave", "escape", "Leave", "Leave; nothing is recorded.", 2),
    Command("page(1)", "pagedown,right", "More", "Go to the next children.", 3),
    Command("page(-1)", "pageup,left", "Before", "Go to the children before.", 6),
    Command("whole", "g", "Whole class", "Change between the small group and the whole class.", 4),
    Command("away", "a", "Away today", "The child under the cursor is away today.", 5),
    Command("change", "space", "Change", "Change the child under the cursor: got it, trying, nothing."),
    Command("step(-1)", "up", "Up", "Go to the child above.", sign="↑"),
    Command("step(1)", "down", "Down", "Go to the child below.", sign="↓"),
)

STUDENT = (
    Command("leave", "escape,q", "Board", "Go back to the board, to this spot.", 1, "esc"),
    Command(
        "together", "w", "Together", "The child looks along: notes, dates and history are put away; again: all.", 4
    ),
    PICTURES,
    Command("student(1)", "pagedown", "Next student", "Go to the next student, to the same step.", 8, "PgDn"),
    Command("student(-1)", "pageup", "Student before", "Go to the student before, to the same step.", sign="PgUp"),
    Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", 9, "]"),
    Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
    Command("app.focus_next", "tab", "Read on", "Go to the words and back; there the arrows scroll.", 10),
    Command("app.theme", "ctrl+t", "Colours", "Go through the looks: dark, light, high contrast."),
)
WAITING = (
    Command("yes", "space,a", "Accept", "Let others see this picture.", 1),
    Command("got_it", "m", "Got it", "A child who was ready has shown it: got it.", 6),
    Command("hide", "h", "Hide", "Only its maker and you see this picture; starter art stands in for others.", 3),
    Command("accept_all", "A", "All pictures", "Let others see every picture that waits.", 4, "A"),
    Command("count", "e", "Evidence", "Count the picture and its words as evidence: the step is got by it.", 6),
    Command("keep_working", "k", "Keep working", "A child who was ready keeps working, with one tip.", 8),
    Command("closer", "enter", "Look closer", "Show the picture as large as the window is; a step: go to its spot.", 5),
    Command("there", "g", "Go there", "Go to this spot on the board.", 9),
    Command("undo", "u", "Undo", "Take back the last thing you did; press it again for the one before.", 7),
    Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
    Command("look_first", "l", "Look first", "Say whether new pictures wait here before others see them.", 10),
    Command("move(0, -1)", "left", "Left", "Go to what is before.", sign="←"),
    Command("move(0, 1)", "right", "Right", "Go to what comes next.", sign="→"),
    Command("move(-1, 0)", "up", "Up", "Go to what is above.", sign="↑"),
    Command("move(1, 0)", "down", "Down", "Go to what is below.", sign="↓"),
    Command("leave", "escape,q", "Board", "Go back to the board; everything is kept.", 2, "esc"),
)
WAITING_BARS = (WAITING[:6], WAITING[6:])
"""What stands together in one key bar."""

PRINTING = (
    Command("make", "p", "Open it", "Make the page and open it; Enter does the same.", 1),
    Command("send", "l", "Print it", "Make the page and send it to this computer's printer, at 100 %.", 3),
    Command(
        "to_choices",
        "right",
        "Choose",
        "Go from the list of pages to what may be chosen: ← → changes it, digits or / find it, Esc goes back.",
        4,
        "→",
    ),
    Command("closer", "v", "Look closer", "Show the page as large as the window is.", 8),
    Command("page(1)", "pagedown", "Next page", "Look at the next page.", 9, "PgDn"),
    Command("page(-1)", "pageup", "Page before", "Look at the page before.", sign="PgUp"),
    Command("well", "y", "Printed well", "The last sticker sheet printed well: its stickers are not printed again.", 5),
    Command("badly", "n", "Not well", "The last sticker sheet did not print well: its stickers stay new.", 6),
    Command("undo", "u", "Undo", "Take back how the last sheet printed.", sign="u"),
    Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
    Command("printer", "c", "Printer is off", "Say how far a printer is off, so that stickers land on labels.", 7),
    Command("leave", "escape,q", "Board", "Go back to the board.", 2, "esc"),
)

CLASS_LIST = (
    Command("edit", "enter", "Edit", "Change name, alias, grade and sign of this child.", 1),
    Command("add", "a", "Add", "Paste or type the names of new students.", 2),
    Command("leave_class", "l", "Left", "This child has left the class, or is back; every mark is kept.", 3),
    Command("join", "m", "Join", "Two entries are one child: make them one; the marks of both count.", 4),
    Command("part", "p", "Part", "Let the double this child was joined with stand on its own again.", 7),
    Command("emblem", "e", "Sign", "Choose the child's own sign.", 6),
    Command("undo", "u", "Undo", "Take back the last change made here.", 5),
    Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
    Command("find", "slash", "Find", "Go to a student by the first letters of the name.", 8, "/"),
    Command("leave", "escape,q", "Back", "Go back to the board; everything is kept.", 4, "esc"),
)
OUTLINE = (
    Command("edit", "enter", "Edit", "Change this step, or the title of this level.", 1),
    Command("add", "a", "Add", "Write a new step below the cursor.", 2),
    Command("boss", "b", "Boss", "Write the Boss of this level, or change it.", 5),
    Command("level", "v", "Level", "Add a level at the end of the unit.", 6),
    Command("move(-1)", "shift+up,less_than_sign", "Up", "Move this step up, also into the level before.", 7, "<"),
    Command(
        "move(1)", "shift+down,greater_than_sign", "Down", "Move this step down, also into the next level.", 8, ">"
    ),
    Command("take_out", "delete,backspace", "Take out", "Take this step out; its marks are kept.", 9, "del"),
    Command("undo", "u", "Undo", "Take back the last edit made here.", 3),
    Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
    Command("title", "t", "Title", "Give the unit another title.", 12),
    Command("new_unit", "n", "New unit", "Paste or type the I-can lines of a new unit.", 10),
    Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
    Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", 11, "]"),
    Command("leave", "escape,q", "Back", "Go back to the board; everything is kept.", 4, "esc"),
)

ON_THE_BOARD = (HELP, *MARKING, *CHOOSING, *LOOKING, *BOARD)
SCREENS = {
    "Center, where the digits 1 to 9 change the child of that number": CENTER,
    "One student": STUDENT,
    "Waiting for you": WAITING,
    "Print": PRINTING,
    "The list of students": CLASS_LIST,
    "The steps of a unit": OUTLINE,
}
"""The keys of the screens that open from the board, by what they are called."""

EVERY = (*ON_THE_BOARD, *MOVING, *(command for screen in SCREENS.values() for command in screen))


def bindings(commands: Iterable[Command], *, priority: bool = False) -> list[BindingType]:
    """Give the key bindings of these commands, each with an id so that a teacher can choose other keys.

    Args:
        commands: The commands.
        priority: Whether they come before whatever has the focus, text fields too.
    """
    return [
        Binding(
            command.keys,
            command.action,
            command.words,
            show=bool(command.shown),
            priority=priority,
            key_display=command.sign or None,
            tooltip=command.help,
            id=command.action,
        )
        for command in commands
    ]


def key_sign(command: Command) -> str:
    """Give the key of a command as the help page writes it."""
    return command.sign or command.keys.split(",", maxsplit=1)[0]
