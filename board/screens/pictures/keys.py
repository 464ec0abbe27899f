"""What can be done with a child's pictures, once: the key bars and tiles read it."""

from board.screens.parts.keys_here import HELP
from board.widgets.command import Command, KeyGroup
from board.widgets.studio_tiles import Tile

DRAW = Command("draw", "d", "Draw", "Draw a picture for this step, or go on with the one that was begun.", 1)
BRING = Command("bring", "b", "Bring", "Bring a picture from a camera, a phone or this computer.", 2)
PHOTOS = Command("photos", "B", "Photos", "Photos from the phone: send many at once, then bring one.", sign="B")
WORDS = Command("words", "w", "Words", "Say what the picture shows.", 3)

CUTTING = (
    Command("cut('drawing')", "o", "Cutout", "Cut the sticker along the drawing, without its paper.", 1),
    Command("cut('round')", "r", "Round", "Cut the sticker round, paper and all.", 2),
    Command("cut('square')", "s", "Square", "Lay the whole picture on a square.", 3),
    Command("part", "c", "Part", "Choose the part of the picture that is used.", 4),
    Command(
        "wall", "f", "Wall", "This picture is for our proud wall, where three of a child have room; again: not.", 5
    ),
)
CHOOSING = (
    Command("choose(0)", "left", "Before", "Look at the picture before.", 2, "←"),
    Command("choose(1)", "right", "Next", "Look at the next picture.", 3, "→"),
    Command("put", "enter", "Use it", "Let this picture be the sticker of this step.", 1),
    Command(
        "count",
        "e",
        "Evidence",
        "This picture and its words show the step: an open step is got by it, after asking.",
        4,
    ),
)
MAKING = (
    DRAW,
    BRING,
    WORDS,
    Command("change", "p", "Change", "Draw on from this picture; the picture itself stays as it is.", 5),
    HELP._replace(shown=4),
)
LEAVING = (
    Command("show_others", "a", "Accept", "You have looked: others may see this picture.", 3),
    Command("hide", "h", "Hide", "Only the child and you see this picture; starter art stands in for others.", 4),
    Command("undo", "u", "Undo", "Take back what was done here last.", 2),
    Command("redo", "U", "Redo", "Put back what was taken back last.", 5, "U"),
    Command("leave", "escape,q", "Back", "Go back; everything is kept.", 1, "esc"),
)

BARS = (CUTTING, CHOOSING, MAKING, LEAVING)
"""What stands together in one key bar; each fits into 40 cells."""

FIRST = (DRAW, BRING, *LEAVING[2:], MAKING[-1])
"""What one can do while there is no picture yet."""

PICTURES = KeyGroup("A child's own pictures", (*(command for bar in BARS for command in bar), PHOTOS))


def making_tiles(*, is_begun: bool) -> tuple[Tile, ...]:
    """Give the two ways to a picture as big tiles.

    Args:
        is_begun: Whether there is a drawing to go on with.
    """
    draw = DRAW._replace(words="Go on" if is_begun else DRAW.words)
    return (Tile(draw, "pencil"), Tile(BRING, "sheet"))
