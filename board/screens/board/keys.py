"""The keys of the board, and those it shares with a student's own page."""

from collections.abc import Iterator
from typing import Any

from textual.app import App

from board.deeds.sitting import Sitting
from board.screens.board.marking import MARKING
from board.screens.parts.keys_here import HELP
from board.widgets.command import Command, KeyGroup, commands_of

PICTURES = Command(
    "pictures", "b", "Picture", "The child's own pictures for this step: draw one, bring one, choose one.", 8
)
PHOTOS = Command(
    "photos",
    "B",
    "Photos",
    "Photos from the phone: send many at once; they wait until they are given to somebody.",
    sign="B",
)
PLAN = Command("plan", "P", "Plan", "The plan of this child: own versions, order, extra steps, who chooses.", sign="P")
WAITS = Command(
    "waiting",
    "y",
    "Waiting",
    "Waiting for you: who is ready to show, what children have not heard yet, and new pictures to look at.",
    4,
)

VERSIONS = Command(
    "versions", "V", "Two versions", "Choose between what two computers wrote at the same time.", sign="V"
)

CHOOSING = KeyGroup(
    "Choosing and finding",
    (
        Command("choose", "x", "Choose", "Choose this student; the next mark then goes to all who are chosen.", 12),
        Command(
            "choose_all", "X", "Choose all", "Choose every student in sight of this step, or let all go.", sign="X"
        ),
        Command("choose_on(1)", "shift+down", "Choose down", "Choose this student and go on to the next."),
        Command("choose_on(-1)", "shift+up", "Choose up", "Choose this student and go on to the one above."),
        Command("let_go", "escape", "Let go", "Let go of everyone chosen, then show all students again."),
        Command(
            "away", "a", "Away today", "This student, or all who are chosen, are away today; again takes it back.", 15
        ),
        Command("find", "slash", "Find", "Go to a student by the first letters of the name.", 10, "/"),
        Command(
            "filter", "f", "Filter", "Show only who needs this step, who is ready, who is chosen, then everyone.", 11
        ),
    ),
)
LOOKING = KeyGroup(
    "Looking",
    (
        Command("center", "c", "Center", "One step, one small group: a number for each child, Enter records all.", 3),
        Command(
            "student",
            "enter",
            "Student",
            "Open the student: the whole path, the history; Enter again judges a showing.",
            4,
        ),
        Command(
            "judge",
            "j",
            "How did it go?",
            "See a showing of this spot against its criteria: tips, photos, verdict.",
            20,
        ),
        Command("unit(-1)", "left_square_bracket", "Unit before", "Go to the unit before this one.", sign="["),
        Command("unit(1)", "right_square_bracket", "Next unit", "Go to the next unit.", sign="]"),
        Command("zoom(1)", "z", "Zoom", "Make the stickers bigger; after the biggest comes the overview.", 9),
        Command("zoom(-1)", "Z", "Zoom out", "Make the stickers smaller.", sign="Z"),
        Command(
            "watching",
            "w",
            "Class is watching",
            "Show only the class quilt, without names, until a key is pressed.",
            16,
        ),
    ),
)
BOARD = KeyGroup(
    "The board",
    (
        PICTURES,
        PHOTOS,
        PLAN,
        WAITS,
        Command(
            "print", "p", "Print", "Print charts, certificates, stickers and pages for home; each is shown first.", 14
        ),
        Command(
            "students", "s", "Students", "Add, rename and join students, choose aliases and signs, say who has left."
        ),
        Command("steps", "g", "Steps", "Add, change and sort the steps of this unit, or paste a new unit."),
        Command(
            "practise", "E", "Practise judging", "Examples of this step: judge them, read and write them.", sign="E"
        ),
        Command("marker", "i", "Who is marking?", "Say who marks on this computer from now on, or add an adult."),
        VERSIONS,
        Command("lock", "l", "Lock now", "Hide the board behind the quilt; the adult PIN opens it again.", 17),
        Command(
            "app.kiosk", "L", "To the kiosk", "Let the children have this computer; the adult PIN leads back.", sign="L"
        ),
        Command(
            "app.links",
            "T",
            "Tablets, phones",
            "Let tablets and phones in by links, see who is there, and take links back.",
            13,
            sign="T",
        ),
        Command(
            "kiosk_settings",
            "S",
            "Kiosk and lock",
            "Picture words, covering, sound, how long is waited, when this locks, the adult PIN.",
            sign="S",
        ),
        Command("rename", "ctrl+n", "Name of the class", "Give the class another name."),
        Command("app.classes", "o", "Classes", "Close this class; go to the start to open or make another."),
        Command("app.command_palette", "ctrl+p", "More", "Every command, student, unit and step by name.", 8, "ctrl+p"),
        Command("quit", "q,ctrl+q", "Close", "Close the board; every mark is on the disk already."),
    ),
)

ON_THE_BOARD = (MARKING, CHOOSING, LOOKING, BOARD)
FOOT = (HELP, *commands_of(ON_THE_BOARD))
"""What the palette of the board offers, in its order."""

LISTS = frozenset(
    ("students", "steps", "plan", "print", "marker", "versions", "kiosk_settings", "rename"),
)
"""Actions that lead to the lists of the class, to plans, settings and pages: they are for who has them."""

NEEDS_SPOTS = frozenset(command.action.partition("(")[0] for command in commands_of((MARKING, CHOOSING, LOOKING))) - {
    "unit",
    "undo",
    "redo",
} | {"print", "pictures", "plan", "practise"}
"""Actions that make sense only where there is a spot."""


def shut(sitting: Sitting, *, has_spots: bool) -> frozenset[str]:
    """Give those actions of the board that do nothing now: without spots, another unit, or the lists of the class.

    Args:
        sitting: Who sits there, and in which class.
        has_spots: Whether there are any.
    """
    lists = frozenset() if sitting.has_lists else LISTS
    unit = frozenset() if len(sitting.book.units) > 1 else frozenset(("unit",))
    return lists | unit | (frozenset() if has_spots else NEEDS_SPOTS)


def shut_by(app: App[Any]) -> Iterator[str]:
    """Give those actions of the board that lead where this app does not go.

    Args:
        app: The app.
    """
    names = (command.action for command in commands_of(ON_THE_BOARD) if command.action.startswith("app."))
    return (name for name in names if app.check_action(name.removeprefix("app."), ()) is False)
