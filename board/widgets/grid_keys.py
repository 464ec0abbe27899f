"""How one moves on the grid of a class, and what its signs mean."""

from board import words
from board.mastery.progress import Status
from board.widgets.command import Command, KeyGroup, Legend

MOVING = KeyGroup(
    "Moving",
    (
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
    ),
    (
        "Tap or click a spot to go there; tap it again to mark it Got it.",
        "Tap a name to choose the child, tap the title of a step to choose everyone, or drag over spots.",
        "Every mark is on the disk when you see it.",
    ),
)

SIGNS = Legend(
    "Signs of the overview",
    (
        *(
            (f"{words.glyph(status, boss=False)} {words.glyph(status, boss=True)}", words.FOR_ADULTS[status])
            for status in Status
        ),
        (words.AWAY, "Away today, behind a name"),
        (words.CHOSEN, "Chosen, behind a name and in the corner of a sticker; in the overview [ ] { }"),
        ("▌", "Where you are, before a name; a frame around a sticker, in the overview ▐ ▌"),
    ),
    ("The second sign is for a Boss, the task that ends a level.",),
)
