"""Pictures of everything that can be printed, and the page of the documentation that shows them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from board.cli.context import seat_here
from board.deeds.pictures import stickers_of
from board.paper.catalogue import kinds
from board.paper.drawing import drawn
from board.paper.kind import Purpose
from board.paper.order import Order
from board.store.class_book import ClassBook
from demo_orders import ordered
from scripts.looks import names

GALLERY = Path("docs/paper.md")
"""The page that shows them."""

_SCALE, _SMALL = 1.6, 0.62
"""How large a page is drawn alone, and on the sheets that compare inks."""

_GAP = 12
_COLUMNS = 5
_GROUND = "#8A949E"


def paper_looks(book: ClassBook, day: date) -> Iterator[tuple[str, Image.Image]]:
    """Draw each kind of page alone, then all of them side by side in colour, grey, with less ink and blank.

    Args:
        book: The demo class.
        day: The date on the pages.

    Yields:
        Names of pictures without their ending, and the pictures.
    """
    for kind in kinds():
        yield f"paper/{kind.name}", _drawn(book, _order(book, kind.name, day), _SCALE)
    poster = replace(ordered(book, "quilt", "poster2x2"), made=day)
    yield "paper/poster", _sheet([*_all(book, poster, _SMALL)], 2)
    yield "paper/spanish", _drawn(book, replace(_order(book, "takehome", day), language="es"), _SCALE)
    for ink in ("colour", "grey", "saver", "blank"):
        shown = [kind.name for kind in kinds() if ink in kind.inks or ink == "grey"]
        small = [_drawn(book, _order(book, kind, day, ink.replace("grey", "colour")), _SMALL) for kind in shown]
        yield f"paper/all-{ink}", _sheet([each.convert("L") if ink == "grey" else each for each in small], _COLUMNS)
    yield "paper/names", pypdfium2.PdfDocument(names.sheet())[0].render(scale=1.4).to_pil()
    GALLERY.write_text(gallery(), encoding="utf-8")
    print(GALLERY)


def _order(book: ClassBook, kind: str, day: date, ink: str = "colour") -> Order:
    return replace(ordered(book, kind, "a4", ink), made=day)


def _drawn(book: ClassBook, order: Order, scale: float) -> Image.Image:
    return next(_all(book, order, scale))


def _all(book: ClassBook, order: Order, scale: float) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(drawn(order, None, stickers_of(book, seat_here().cache).paper).pdf):
        yield page.render(scale=scale).to_pil()


def _sheet(pictures: list[Image.Image], columns: int) -> Image.Image:
    """Lay pictures side by side on a grey ground."""
    wide, high = (max(size) for size in zip(*(picture.size for picture in pictures), strict=True))
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (wide + _GAP) + _GAP, rows * (high + _GAP) + _GAP), _GROUND)
    for at, picture in enumerate(pictures):
        row, column = divmod(at, columns)
        place = _GAP + column * (wide + _GAP) + (wide - picture.width) // 2, _GAP + row * (high + _GAP)
        sheet.paste(picture.convert("RGB"), place)
    return sheet


def gallery() -> str:
    """Give the page of the documentation that shows everything that can be printed."""
    lines = [
        "# Everything the board prints",
        "",
        "On the board press `p`; on the command line: `board print --list`, `board print KIND --help`. Made by `make looks` from",
        "the demo class, so these pages are what comes out of your printer too.",
        "",
    ]
    for purpose in Purpose:
        lines += [f"## {purpose}", ""]
        for kind in kinds():
            if kind.purpose is purpose:
                lines += [f"### {kind.title}", "", f"{kind.told} Who will see it: {kind.seen_by}.", ""]
                lines += [f"    board print {kind.name} -o {kind.name}.pdf", ""]
                lines += [f"![{kind.title}](looks/paper/{kind.name}.png)", ""]
    lines += ["## In Spanish", "", "![A take-home page in Spanish](looks/paper/spanish.png)", ""]
    lines += ["## Names of the world", "", "![Names in two dozen scripts](looks/paper/names.png)", ""]
    lines += [
        "Chinese, Japanese and Korean need a font on your computer (the board says which); this picture was made without one.",
        "",
    ]
    lines += ["## A poster of 2 x 2 sheets", "", "![Four sheets of one quilt](looks/paper/poster.png)", ""]
    inks = {
        "colour": "In colour",
        "grey": "The same through a grey copier",
        "saver": "With less ink",
        "blank": "Blank, for real stickers and drawings",
    }
    for ink, title in inks.items():
        lines += [f"## {title}", "", f"![{title}](looks/paper/all-{ink}.png)", ""]
    return "\n".join(lines)
