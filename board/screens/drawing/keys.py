"""What one can do in the studio, once: its tiles, its key bar and its help read it."""

from board.art.pixels import PALETTE
from board.screens.parts.keys_here import HELP
from board.widgets.colour_chips import CHIP_KEYS
from board.widgets.command import Command, KeyGroup
from board.widgets.pixel_canvas import DRAWING_KEYS
from board.widgets.studio_tiles import Tile

TOOLS = (
    Command("tool('pencil')", "p", "Pencil", "Press and drag to draw.", 11),
    Command("tool('rubber')", "r", "Rubber", "Press and drag to rub out.", 12),
    Command("tool('line')", "l", "Line", "Press where the line begins, let go where it ends.", 14),
    Command("tool('circle')", "c", "Circle", "Press at one corner of the circle, let go at the other.", 15),
    Command("tool('fill')", "f", "Fill", "Tap, and everything of one colour there is filled.", 13),
    Command("mirror", "m", "Mirror", "Draw on both sides at once; again: on one side.", 16),
)
UNDO = Command("undo", "u", "Undo", "Take back what you did last; again: what you did before.", 4)
REDO = Command("redo", "U", "Redo", "Put back what was taken back last.", 7, "U")
STARTER = Command("starter", "s", "Start", "Choose a picture to start from.", 6)
SHEET = Command("sheet", "n", "New", "Take a new sheet of paper; undo gives the old one back.", 9)
TINY = Command("tiny", "t", "Tiny", "Tiny squares, or big ones again, in a window of 100 by 32.", 17)
SIGNS = Command("signs", "i", "Signs", "Show the signs of the colours on the paper, or not.", 10)
BIG_TILES = Command("big_tiles", "0", "All", "Everything one can do, as big pictures with digits.", 3)
_KEYS = (*CHIP_KEYS[:10], "minus", "equals_sign")
_COLOURS = {
    "red": ("Red", "Draw in red."),
    "orange": ("Orange", "Draw in orange."),
    "yellow": ("Yellow", "Draw in yellow."),
    "green": ("Green", "Draw in green."),
    "sky": ("Sky", "Draw in sky."),
    "blue": ("Blue", "Draw in blue."),
    "purple": ("Purple", "Draw in purple."),
    "pink": ("Pink", "Draw in pink."),
    "brown": ("Brown", "Draw in brown."),
    "black": ("Black", "Draw in black."),
    "grey": ("Grey", "Draw in grey."),
    "white": ("White", "Draw in white."),
}
"""Name and help of each colour."""
COLOURS = tuple(
    Command(f"colour({number})", key, *_COLOURS[chip.name], sign=sign)
    for number, (key, sign, chip) in enumerate(zip(_KEYS, CHIP_KEYS, PALETTE, strict=True), 1)
)
REST = (
    Command("next_colour(-1)", "comma", "Colour before", "Take the colour before this one.", sign=","),
    Command("next_colour(1)", "full_stop", "Next colour", "Take the next colour.", sign="."),
    SIGNS,
    Command("caption", "w", "Words", "Say what your picture shows.", 8),
    Command("done", "d,ctrl+s", "Done", "That's my picture: put it on the board.", 1),
    Command("leave", "escape", "Back", "Go back; your picture waits here.", 2, "esc"),
    HELP._replace(shown=5),
)

DRAW = (
    KeyGroup("Drawing", (*TOOLS, BIG_TILES, UNDO, REDO, STARTER, SHEET, TINY, *REST)),
    KeyGroup("Colours", COLOURS, ("The key of the colour in your hand makes a dot where the pen is.",)),
)
"""Keys of the screen; the paper has the arrows and space of its own."""

FOOT_OF_TOOLS = (*TOOLS, TINY, BIG_TILES)
FOOT = (*DRAWING_KEYS, UNDO, REDO, STARTER, SHEET, *REST)
"""Keys at the foot of the screen, in two lines where there is room; each fits into 80 cells."""

TOOL_TILES = tuple(
    Tile(command, icon)
    for command, icon in zip(TOOLS, ("pencil", "rubber", "line", "circle", "fill", "mirror"), strict=True)
)
ACT_TILES = (Tile(UNDO, "undo"), Tile(REDO, "redo"), Tile(STARTER, "starter"), Tile(SHEET, "sheet"))
ALL_ACT_TILES = (*ACT_TILES, Tile(TINY, "tiny"))
ACT_TILES_BY_HAND = (*ALL_ACT_TILES, Tile(SIGNS, "signs"))
"""Where fingers touch, and no key shows the signs of the colours."""

COARSE_TILES = (*TOOL_TILES, *ACT_TILES, Tile(SIGNS, "signs"))
ALL_TILES = (*TOOL_TILES, *ACT_TILES_BY_HAND)
"""Everything there is a tile for, where the paper has no room for tiny squares and where it has."""
