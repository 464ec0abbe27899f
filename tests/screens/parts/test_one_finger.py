"""One finger scrolls whatever is longer than the screen; what it was drawn over is not tapped."""

from typing import Any

from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widget import Widget

from board.mastery.people import Student
from board.screens.parts.help import HelpScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.widgets.class_grid import ClassGrid
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.row_list import RowList
from screen_driver import board_on, until
from under_fingers import PHONE, touched, under_fingers


def _many(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", f"Child {at}") for at in range(30)))


async def _drawn_along(pilot: Pilot[None], widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Put a finger down, draw it along, and lift it, as a driver tells it, once what is there was looked at."""
    await pilot.pause(0.5)
    corner = widget.content_region.offset
    ways = [Offset(*(a + (b - a) * part // 3 for a, b in zip(start, end, strict=True))) for part in range(4)]
    kinds = (events.MouseDown, *(events.MouseMove,) * 3, events.MouseUp)
    for kind, (x, y) in zip(kinds, (corner + way for way in (*ways, ways[-1])), strict=True):
        pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await pilot.pause()


async def test_it_scrolls_a_list_and_chooses_nobody(book: ClassBook) -> None:
    _many(book)
    async with under_fingers(book, "StudentsScreen") as (app, pilot, screen):
        rows = screen.query_one(RowList)
        await until(pilot, lambda: rows.max_scroll_y > 0)
        here = rows.here
        await _drawn_along(pilot, rows, (10, 20), (10, 8))
        await until(pilot, lambda: rows.scroll_y == 12)
        assert rows.here == here
        assert app.screen is screen


async def test_it_scrolls_the_board_and_chooses_and_marks_nothing(book: ClassBook) -> None:
    _many(book)
    app = board_on(book)
    touched(app)
    async with app.run_test(size=PHONE) as pilot:
        grid = app.screen.query_one(ClassGrid)
        await until(pilot, lambda: grid.max_scroll_y > 0)
        here = grid.here
        await _drawn_along(pilot, grid, (30, 20), (24, 8))
        await until(pilot, lambda: (grid.scroll_x, grid.scroll_y) == (6, 12))
        assert grid.here == here
        assert not grid.chosen
        assert not book.facts
        await pilot.click(grid, offset=(14, 9))
        await until(pilot, lambda: grid.here != here)


async def test_without_fingers_it_chooses_as_before(book: ClassBook) -> None:
    _many(book)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        grid = app.screen.query_one(ClassGrid)
        await _drawn_along(pilot, grid, (14, 3), (14, 6))
        await until(pilot, lambda: len(grid.chosen) == 4)


async def test_it_scrolls_what_is_only_read_and_the_menu(book: ClassBook) -> None:
    async with under_fingers(book, "CenterScreen") as (app, pilot, screen):
        await screen.run_action("help")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and app.screen.is_mounted)
        page = app.screen.query_one(VerticalScroll)
        await until(pilot, lambda: page.max_scroll_y > 0)
        await _drawn_along(pilot, page, (20, 30), (20, 10))
        await until(pilot, lambda: page.scroll_y == 20)
        assert isinstance(app.screen, HelpScreen), "no row was tapped"


async def test_on_paper_it_draws(book: ClassBook) -> None:
    async with under_fingers(book, "DrawScreen", (107, 37)) as (_, pilot, screen):
        canvas: Any = screen.query_one(PixelCanvas)
        blank = canvas.shown
        await _drawn_along(pilot, canvas, (4, 4), (12, 8))
        await until(pilot, lambda: canvas.shown != blank)


async def test_a_finger_that_slips_a_little_taps(book: ClassBook) -> None:
    _many(book)
    async with under_fingers(book, "StudentsScreen") as (_, pilot, screen):
        rows = screen.query_one(RowList)
        await until(pilot, lambda: rows.max_scroll_y > 0)
        here = rows.here
        await _drawn_along(pilot, rows, (10, 10), (11, 10))
        await until(pilot, lambda: rows.here != here)
        assert rows.scroll_y == 0
