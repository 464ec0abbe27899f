"""A child's drawing from the studio to the board and to paper: every pixel is where it was drawn."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from board.app import BoardApp
from board.art.intake import kept
from board.art.pixels import COARSE, PALETTE, Drawing
from board.art.shelf import StickerShelf
from board.cli.context import seat_here
from board.deeds.marks import Marks
from board.deeds.pictures import Gallery, stickers_of
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.pictures import Origin
from board.paper.drawing import drawn
from board.paper.order import Look, Order
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.widgets.class_grid import ClassGrid
from screen_driver import board_on, seen, until

STEP = "u/thirds"
DRAWING = Drawing(COARSE, bytes(1 + (x * 5 + y * 7) % len(PALETTE) for y, x in product(range(COARSE), repeat=2)))
"""No two neighbours of one colour, and none left out."""


@pytest.fixture
def drawn_for(book: ClassBook) -> ClassBook:
    """Ben has drawn for a step he has mastered."""
    taken = kept(Image.frombytes("RGBA", (COARSE, COARSE), DRAWING.rgba()))
    sitting = Sitting(book, usual_adult(book))
    gallery = Gallery(sitting)
    gallery.bring("ben", STEP, (taken.content, taken.png), origin=Origin.STUDIO)
    gallery.accept(gallery.waiting())
    Marks(sitting).mark(Kind.MASTERED, [("ben", STEP)])
    return book


def colour_of(drawing: Drawing, x: int, y: int) -> tuple[int, int, int]:
    return PALETTE[drawing.pixels[y * drawing.side + x] - 1].colour


def colours_on(app: BoardApp, left: int, top: int) -> Iterator[tuple[tuple[int, int], tuple[int, int, int]]]:
    """Every half of the cells of a big sticker, by its place as a pixel of the drawing."""
    strips = app.screen._compositor.render_strips(app.size)
    for line in range(6):
        x = 0
        for text, look, _ in strips[top + line].crop(left, left + 12):
            assert look is not None
            front, back = (colour.triplet for colour in (look.color, look.bgcolor) if colour is not None)
            for letter in text:
                upper, lower = (front, back) if letter == "▀" else (back, back)
                yield (x, 2 * line), tuple(upper or ())  # type: ignore[misc]
                yield (x, 2 * line + 1), tuple(lower or ())  # type: ignore[misc]
                x += 1


def shows(app: BoardApp, colour: tuple[int, int, int]) -> bool:
    lines = app.screen._compositor.render_strips(app.size)
    return any(
        part is not None and part.triplet == colour
        for line in lines
        for _, look, _ in line
        if look
        for part in (look.color, look.bgcolor)
    )


async def test_a_drawing_stands_pixel_by_pixel_on_the_board(drawn_for: ClassBook) -> None:
    app = board_on(drawn_for, Place(zoom=3))
    async with app.run_test(size=(160, 48)) as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        grid = app.screen.query_one(ClassGrid)
        plan = grid._plan
        column = next(column for column in plan.columns if column.step.id == STEP)
        left = grid.region.x + plan.names_width + column.left
        top = grid.region.y + plan.header_height + plan.zoom.height

        def is_exact() -> bool:
            halves = dict(colours_on(app, left, top))
            return halves == {place: colour_of(DRAWING, *place) for place in product(range(COARSE), repeat=2)}

        await until(pilot, is_exact)


async def test_starter_art_stands_for_it_until_an_adult_has_looked(drawn_for: ClassBook) -> None:
    (art,) = drawn_for.progress.shelf("ben").values()
    Gallery(Sitting(drawn_for, usual_adult(drawn_for))).hide([art])
    app = board_on(drawn_for, Place(zoom=3))
    async with app.run_test(size=(160, 48)) as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        await app.workers.wait_for_complete()
        assert not shows(app, PALETTE[6].colour)


async def test_a_picture_that_comes_later_from_another_computer_takes_its_place(
    drawn_for: ClassBook, tmp_path: Path
) -> None:
    (art,) = drawn_for.progress.shelf("ben").values()
    path = drawn_for.pictures.path(art.content)
    away = path.rename(tmp_path / "away")
    path.write_bytes(b"\x89PNG half of it")
    app = board_on(drawn_for, Place(zoom=3))
    async with app.run_test(size=(160, 48)) as pilot:
        await until(pilot, lambda: "Ben C." in seen(app))
        shelf = app.screen.query_one(ClassGrid)._stickers
        assert isinstance(shelf, StickerShelf)
        await until(pilot, lambda: bool(shelf._absent))
        assert not shows(app, PALETTE[6].colour)
        away.replace(path)
        await until(pilot, lambda: shows(app, PALETTE[6].colour))


def test_a_drawing_is_crisp_on_paper(drawn_for: ClassBook) -> None:
    (art,) = drawn_for.progress.shelf("ben").values()
    day = date(2026, 1, 5)
    order = Order("wall", drawn_for.units, "Room 12", drawn_for.students, drawn_for.progress, day, Look("a4"))
    asked = []

    def own(face: object, px: int) -> bytes | None:
        asked.append((face, px))
        return stickers_of(drawn_for, seat_here().cache).paper(art.face, px)

    page = pypdfium2.PdfDocument(drawn(order, None, own).pdf)[0]
    assert asked == [(art.face, 256)]
    (picture,) = [thing for thing in page.get_objects(max_depth=9) if thing.type == 3 and thing.get_px_size()[0] == 256]
    printed = picture.get_bitmap().to_pil().convert("RGB")
    across = _across(printed)
    start = (256 - COARSE * across) // 2
    for y, x in product(range(COARSE), repeat=2):
        for inset in (1, across // 2, across - 2):  # crisp: the same from one edge of a pixel to the other
            found = printed.getpixel((start + x * across + inset, start + y * across + across // 2))
            assert isinstance(found, tuple)
            wanted = colour_of(DRAWING, x, y)
            assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 40, (x, y, inset)


def _across(printed: Image.Image) -> int:
    """How many px of the print one pixel of the drawing takes: a whole number."""
    inked = printed.convert("L").point(lambda grey: 255 if grey < 250 else 0).getbbox()
    assert inked is not None
    return round((inked[2] - inked[0]) / COARSE)
