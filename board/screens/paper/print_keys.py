"""The keys of the Print screen."""

from board.widgets.command import Command, KeyGroup

PRINTING = KeyGroup(
    "Print",
    (
        Command("make", "p", "Open it", "Make the page and open it.", 1),
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
        Command(
            "well", "y", "Printed well", "The last sticker sheet printed well: its stickers are not printed again.", 5
        ),
        Command("badly", "n", "Not well", "The last sticker sheet did not print well: its stickers stay new.", 6),
        Command("undo", "u", "Undo", "Take back how the last sheet printed.", sign="u"),
        Command("redo", "U", "Redo", "Put back what you took back last.", sign="U"),
        Command("printer", "c", "Printer is off", "Say how far a printer is off, so that stickers land on labels.", 7),
        Command("leave", "escape,q", "Board", "Go back to the board.", 2, "esc"),
    ),
)
