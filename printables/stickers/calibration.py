"""The printer check: bars, edges and a cross for the folds tell how far off a printer is; for the teacher."""

from collections.abc import Sequence
from dataclasses import replace

from printables.lettering.lines import Align, fit, line, paragraph, write, write_down
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import HAIR, INK, LEGEND, QUIET, WHITE
from printables.page.paper import MM, Surface
from printables.page.parts import draw_foot, draw_heading, draw_number
from printables.page.pictures import Circle
from printables.page.printer import TRUE, Printer
from printables.page.shapes import Look
from printables.page.table import Piece, draw_pieces
from printables.stickers.instruments import CROSS_MM, EDGE_MM, draw_bar, draw_cross, draw_edges

TITLE = "Printer check"
_HOW = "So that stickers land on their labels: once for each printer, on plain paper."

_EDGE = 9 * MM
"""Less than other pages leave free: the rulers at the edges are meant to be cut off, and the bars are the page's own."""

_HEAD = 26.0
_CORNER = 24 * MM
"""Where both bars begin, from the paper's left edge: beside the ruler there."""

_INSIDE = _CORNER + 12 * MM
_LINE = 140 * MM
"""Lines of words are no longer than this on A4: longer ones are hard to follow."""

_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)
_LENGTHS = (98.0, 99.0, 99.5, 100.0, 100.5, 101.0, 102.0)

_BARS = (
    "Measure both bars",
    (
        "Print this page at actual size (100 %). Each bar should be 100 mm long by your ruler; if not, the table has your scale. "
        "Shorter than 98 mm? Then the print dialog still makes pages fit: choose actual size, and print again."
    ),
)
_EDGES = (
    "Look at the four edges",
    "The first number you can read is how close your printer gets to that edge, in mm. What lies nearer comes out white.",
)
_FOLD = (
    "Fold it in half, both ways",
    (
        "Fold the left edge onto the right one, and open it. Then the top edge onto the bottom one. "
        "The folds cross in the true middle of the paper."
    ),
)
_READ = (
    "Read on the grid where the folds cross",
    "Its squares are 1 mm wide. Right 1, down 0.5 means: all that is printed has to move 1 mm right and 0.5 mm down.",
)
_TELL = "Then tell the board"
_SCREEN = "On the screen \u201cPrinter is off?\u201d: move the dotted lines with the arrow keys to where the folds cross here."
_TYPED = "Or type, left and up with a minus:"
_COMMAND = 'board printer "Office" --dx 1 --dy 0.5 --scale 1.01'
_AGAIN = (
    "Where the folds cross in the middle of the grid, all is well. Else add what you read to these numbers (the table has done "
    "so already); on the screen move the dotted lines on from where they stand."
)


def calibration_page(*, style: Style) -> Drawn:
    """Draw a page that tells by ruler and by folding how far a printer is off.

    Args:
        style: What all pages are told alike; the sheet stands upright. What its printer needs is applied, so that a second
            print tells whether it was right.

    Returns:
        The PDF and its places; the same bytes for the same arguments.
    """
    style = replace(style, surface=Surface(style.surface.paper))
    page = Document(style, title=TITLE, subject="How far off a printer is.", actual_size=True, edge=_EDGE)
    canvas, letters = page.canvas, page.letters
    width, height = style.surface.size()
    for edge, ruler in draw_edges(canvas, (width, height), letters).items():
        page.field(f"edge/{edge}", ruler)
    draw_heading(page, TITLE, _HOW, _HEAD)
    corner = page.top - 2.75 * _HEAD * page.scale
    page.field("bar/across", draw_bar(canvas, _CORNER, corner, letters, upright=False))
    page.field("bar/down", draw_bar(canvas, _CORNER, corner, letters, upright=True))
    page.field("cross", draw_cross(canvas, width / 2, height / 2, letters))
    above = (corner - 9 * MM, height / 2 + (CROSS_MM + 2) * MM)
    below = (height / 2 - (CROSS_MM + 4) * MM, (EDGE_MM + 4) * MM)
    _draw_words(page, above, below)
    draw_foot(page, "", written_date(style.made))
    return page.finish()


Room = tuple[float, float]
"""Upper and lower end of what there is for words, in pt."""


def _draw_words(page: Document, above: Room, below: Room) -> None:
    """Draw the instructions over and under the cross, as large as fits."""
    for size in map(page.type, _SIZES):
        first = [_step(page, size, 1, _BARS), _table(page, size), _step(page, size, 2, _EDGES)]
        then = [_step(page, size, 3, _FOLD), _step(page, size, 4, _READ), _box(page, size)]
        if all(_height(part) <= top - bottom for part, (top, bottom) in ((first, above), (then, below))):
            break
    draw_pieces(first, above[0])
    draw_pieces(then, below[0])


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.height for piece in pieces)


def _room(page: Document) -> float:
    return min(_LINE * page.scale, page.right - 6 * MM - _INSIDE)


def _step(page: Document, size: float, number: int, words: tuple[str, str]) -> Piece:
    """Give a numbered instruction."""
    canvas, letters, large = page.canvas, page.letters, 1.15 * size
    across = 1.7 * large
    start = _INSIDE + across + 0.6 * size
    room = _INSIDE + _room(page) - start
    title = paragraph(line(words[0], letters.strong), room, large)
    told = paragraph(line(words[1], letters.plain), room, size)

    def draw(top: float) -> None:
        draw_number(page, LEGEND.saving, number, Circle(_INSIDE + across / 2, top - 0.62 * large, across))
        canvas.setFillColor(INK)
        under = write_down(canvas, title, start, top)
        canvas.setFillColor(QUIET)
        write_down(canvas, told, start, under)

    return Piece(title.height + told.height + size, draw)


def _table(page: Document, size: float) -> Piece:
    """Give what scale each length of a bar asks for, all figures in one size."""
    canvas, plain, strong = page.canvas, page.letters.plain, page.letters.strong
    left = _INSIDE + 1.7 * 1.15 * size + 0.6 * size
    room = _INSIDE + _room(page) - left
    wide, column = 0.25 * room, 0.75 * room / len(_LENGTHS)
    lengths = [line(f"{length:g}", plain) for length in _LENGTHS]
    scales = [line(scale_for(length, page.style.printer), strong) for length in _LENGTHS]
    heads = [line("By your ruler, mm", plain), line("Scale", plain)]
    shared = min(fit(text, 0.9 * column, size, 4).size for text in (*lengths, *scales))
    type_size = min(shared, *(fit(head, 0.95 * wide, size, 4).size for head in heads))

    def draw(top: float) -> None:
        for number, figures in enumerate((lengths, scales)):
            y = top - (0.8 + 1.7 * number) * size
            canvas.setFillColor(QUIET)
            write(canvas, heads[number], type_size, left, y)
            canvas.setFillColor(INK)
            for at, figure in enumerate(figures):
                write(canvas, figure, type_size, left + wide + (at + 0.5) * column, y, align=Align.CENTRE)
        shapes.rule(canvas, left, left + room, top - 1.3 * size, Look(stroke=HAIR, width=0.5))

    return Piece(4.2 * size, draw)


def scale_for(length: float, printer: Printer) -> str:
    """Write the scale that makes a bar 100 mm long.

    Args:
        length: How long it is now by a ruler, in mm.
        printer: What it was printed with.
    """
    return f"{printer.scale * 100 / length:.3f}".rstrip("0").rstrip(".")


def profile_words(printer: Printer) -> str:
    """Say what a page was moved by, such as "0.5 mm right, 1 mm down, 100 %"."""
    across = f"{-printer.dx:g} mm left" if printer.dx < 0 else f"{abs(printer.dx):g} mm right"
    along = f"{-printer.dy:g} mm up" if printer.dy < 0 else f"{abs(printer.dy):g} mm down"
    return f"{across}, {along}, {round(100 * printer.scale, 3):g} %"


def _box(page: Document, size: float) -> Piece:
    """Give what becomes of the numbers, and what this page was printed with."""
    canvas, letters, printer = page.canvas, page.letters, page.style.printer
    said = [(_TELL, letters.strong, INK)]
    if printer == TRUE:
        said.append((_SCREEN, letters.plain, QUIET))
    else:
        said.append((f"This page was printed with: {profile_words(printer)}.", letters.strong, INK))
        said.append((_AGAIN, letters.plain, QUIET))
    said += [(_TYPED, letters.plain, QUIET), (_COMMAND, letters.strong, INK)]
    room = _room(page) - 2 * size
    blocks = [(paragraph(line(words, voice), room, size), colour) for words, voice, colour in said]
    height = sum(block.height + 0.25 * size for block, _ in blocks) + 1.5 * size

    def draw(top: float) -> None:
        shapes.panel(canvas, (_INSIDE, top - height, _room(page), height), size, Look(WHITE, HAIR, 0.8))
        y = top - 0.85 * size
        for block, colour in blocks:
            canvas.setFillColor(colour)
            y = write_down(canvas, block, _INSIDE + size, y) - 0.25 * size

    return Piece(height, draw)
