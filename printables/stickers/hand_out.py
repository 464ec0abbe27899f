"""The list by which stickers are handed out: whose lies on which label; a teacher's copy."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from board.counting import counted
from printables.lettering.lines import Align, Block, line, paragraph, write_down
from printables.page import shapes
from printables.page.document import Document, Style, written_date
from printables.page.drawn import Drawn
from printables.page.hues import HAIR, INK, QUIET
from printables.page.paper import Surface
from printables.page.parts import draw_foot, draw_heading, joined, page_of
from printables.page.shapes import Look
from printables.page.table import Piece, draw_pieces, gap
from printables.stickers.hand_out_plan import BETWEEN, HEAD, TYPE, Layout
from printables.stickers.label_map import draw_label_map
from printables.stickers.sheet import Labelled, Sticker, sheets_of
from printables.stock import Stock

TITLE = "Handing out the stickers"
_NUMBER = 2.4
"""Width of the numbers of labels, in parts of the type size."""

_TOGETHER = 8
"""So many stickers of a child stay in one column."""


def hand_out_list(stock: Stock, stickers: Sequence[Sticker], *, start: int, style: Style) -> Drawn:
    """Draw each label sheet small, telling whose sticker lies where, and a list by child.

    Args:
        stock: The label sheets.
        stickers: As they were printed.
        start: The first label of the first sheet that was free, from 1.
        style: What all pages are told alike; the sheet stands upright.

    Returns:
        The PDF and its places; the same bytes for the same arguments.

    Raises:
        ValueError: There is no sticker, or no such label to start with.
    """
    sheets = sheets_of(stock, stickers, start)
    style = replace(style, surface=Surface(style.surface.paper))
    page = Document(style, title=TITLE, subject="Whose sticker lies on which label. Teacher's copy.")
    layout = Layout(page, stock, len(sheets))
    columns = layout.filled(list(_listed(layout, sheets)))
    count = columns[-1][0].page + 1
    for number in range(count):
        if number:
            page.next_page()
        _draw_ends(layout, number + 1, count)
        for at, labelled in enumerate(sheets):
            if layout.drawing(at).page == number:
                _draw_sheet(layout, at, labelled)
        for frame, pieces in columns:
            if frame.page == number:
                page.canvas.saveState()
                page.canvas.translate(frame.left, 0)
                draw_pieces(pieces, frame.top)
                page.canvas.restoreState()
    return page.finish()


def _draw_ends(layout: Layout, number: int, count: int) -> None:
    page = layout.page
    sheets = counted("1 label sheet", "{count} label sheets", layout.sheets)
    draw_heading(page, TITLE, joined(layout.stock.name, sheets), HEAD)
    draw_foot(page, joined("Teacher's copy", page_of(number, count)), written_date(page.style.made))


def _draw_sheet(layout: Layout, number: int, labelled: Labelled) -> None:
    """Draw a label sheet with its caption."""
    page, frame = layout.page, layout.drawing(number)
    caption = _wrapped(layout, _called(layout, number), layout.width, strong=True)
    page.canvas.setFillColor(INK)
    write_down(page.canvas, caption, frame.left, frame.top)
    room = layout.high - layout.caption - BETWEEN
    place = (frame.left, frame.top - layout.caption, layout.width, room)
    for label, box in draw_label_map(page, layout.stock, labelled, place).items():
        page.field(f"label/{number + 1}/{label}", box)


def _called(layout: Layout, number: int) -> str:
    return counted("The label sheet", "Sheet {number} of {count}", layout.sheets, number=number + 1)


def _listed(layout: Layout, sheets: Sequence[Labelled]) -> Iterator[Piece]:
    """Give the list: by sheet, and on it by child, as the labels lie; a sheet is named again where a column begins."""
    for number, labelled in enumerate(sheets):
        head = (_heading(layout, _called(layout, number)),) if layout.sheets > 1 else ()
        for at, (name, group) in enumerate(groupby(labelled, key=lambda pair: pair[1].whose)):
            yield from _child(layout, name, list(group), head, first=at == 0)


def _child(layout: Layout, name: str, labelled: Labelled, head: tuple[Piece, ...], *, first: bool) -> Iterator[Piece]:
    """Give a child's rows, in pieces that fit a column, its name over each; the first child's are headed."""
    for start in range(0, len(labelled), _TOGETHER):
        some = labelled[start : start + _TOGETHER]
        rows = [_row(layout, number, sticker.step.title) for number, sticker in some]
        whole = _stacked([_name(layout, name), *rows, gap(0.5 * layout.page.type(TYPE))])
        yield _stacked([*head, whole]) if first and not start else Piece(whole.height, whole.draw, head)


def _stacked(pieces: Sequence[Piece]) -> Piece:
    """Make one piece of several, one below the other."""

    def draw(top: float) -> None:
        draw_pieces(pieces, top)

    return Piece(sum(piece.height for piece in pieces), draw)


def _heading(layout: Layout, words: str) -> Piece:
    page, size = layout.page, 1.2 * layout.page.type(TYPE)
    block = paragraph(line(words, page.letters.title), layout.width, size, most=1)
    air = 0.4 * size

    def draw(top: float) -> None:
        page.canvas.setFillColor(INK)
        write_down(page.canvas, block, 0, top - air)

    return Piece(block.height + 2 * air, draw)


def _name(layout: Layout, name: str) -> Piece:
    page, block = layout.page, _wrapped(layout, name, layout.width, strong=True)
    air = 0.3 * block.size

    def draw(top: float) -> None:
        shapes.rule(page.canvas, 0, layout.width, top, Look(stroke=HAIR, width=0.5))
        page.canvas.setFillColor(INK)
        write_down(page.canvas, block, 0, top - air)

    return Piece(block.height + air, draw)


def _row(layout: Layout, number: int, title: str) -> Piece:
    """Give a label's number and what the sticker on it stands for."""
    page, size = layout.page, layout.page.type(TYPE)
    start = _NUMBER * size
    digits, words = _wrapped(layout, str(number), start), _wrapped(layout, title, layout.width - start)

    def draw(top: float) -> None:
        page.canvas.setFillColor(QUIET)
        write_down(page.canvas, digits, start - 0.7 * size, top, Align.RIGHT)
        page.canvas.setFillColor(INK)
        write_down(page.canvas, words, start, top)

    return Piece(words.height, draw)


def _wrapped(layout: Layout, words: str, room: float, *, strong: bool = False) -> Block:
    letters = layout.page.letters
    return paragraph(line(words, letters.strong if strong else letters.plain), room, layout.page.type(TYPE), most=2)
