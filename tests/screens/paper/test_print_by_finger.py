"""The Print screen on a phone and on tablets: a page is chosen, looked at and made by taps alone."""

from typing import Any

import pytest
from textual.pilot import Pilot

from board.app import BoardApp
from board.screens.board.board import BoardScreen
from board.screens.paper.large_page import LargePage
from board.screens.paper.print import PrintScreen
from board.store.class_book import ClassBook
from board.widgets.box import Box
from board.widgets.choice_rows import ChoiceRows
from board.widgets.key_bar import KeyBar
from board.widgets.page_catalogue import PageCatalogue
from board.widgets.page_preview import PagePreview
from board.widgets.pixel_picture import PixelPicture
from board.widgets.print_plan import print_places
from finger_targets import cut_off, over_each_other, too_small
from print_driver import part
from screen_driver import board_on, seen, until
from taps import tap
from under_fingers import SIZES, StandIn, touched


def by_finger(book: ClassBook) -> BoardApp:
    app = board_on(book)
    touched(app)
    return app


async def _opened(pilot: Pilot[Any]) -> PrintScreen:
    await pilot.press("p")  # the board has its own buttons
    await until(pilot, lambda: isinstance(pilot.app.screen, PrintScreen) and pilot.app.screen.is_mounted)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, PrintScreen)
    return screen


async def _tap_key(pilot: Pilot[Any], action: str) -> None:
    for bar in pilot.app.screen.query(KeyBar):
        box = next((button.box for button in bar._buttons if button.command.action == action), None)
        if box is not None:
            await tap(pilot, bar, box)
            return
    raise AssertionError(f"nothing does {action}")


async def _tap_page(pilot: Pilot[Any], name: str) -> None:
    """Tap a kind of page in the list, once it is scrolled there as a finger does."""
    pages = pilot.app.screen.query_one(PageCatalogue)
    at = pages.get_option_index(name)
    line, high = pages._index_to_line[at], pages._heights[at]
    pages.scroll_to(y=max(0, line - 3), animate=False, immediate=True)
    await pilot.pause()
    await tap(pilot, pages, Box(1, line - round(pages.scroll_y), 8, high))


async def _tap_choice(pilot: Pilot[Any], name: str, by: int) -> None:
    rows = pilot.app.screen.query_one(ChoiceRows)
    at = [row.name for row in rows._rows].index(name)
    cells = [(x, y) for y in range(rows.size.height) for x in range(rows.size.width) if rows.thing_at(x, y) == (at, by)]
    x, y = cells[len(cells) // 2]
    await tap(pilot, rows, Box(x, y, 1, 1))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_page_is_chosen_looked_at_and_made_by_taps(book: ClassBook, size: tuple[int, int]) -> None:
    app = by_finger(book)
    async with app.run_test(size=size) as pilot:
        screen = await _opened(pilot)
        await _tap_page(pilot, "personal")
        await until(pilot, lambda: "Personal chart" in part(app, "#told"))
        await until(pilot, lambda: screen.query_one(PixelPicture).pixels is not None)
        assert not too_small(screen)
        assert not over_each_other(screen)
        assert not cut_off(screen)
        before = screen._desk.now().order
        await _tap_choice(pilot, "ink", 1)
        await until(pilot, lambda: screen._desk.now().order != before)
        await _tap_choice(pilot, "ink", -1)
        await until(pilot, lambda: screen._desk.now().order == before)
        await tap(pilot, screen.query_one(PagePreview).query_one(PixelPicture))
        await until(pilot, lambda: isinstance(app.screen, LargePage) and app.screen.is_mounted)
        await pilot.pause()
        await _tap_key(pilot, "dismiss")
        await until(pilot, lambda: app.screen is screen)
        await _tap_key(pilot, "make")
        browser = app.browser
        assert isinstance(browser, StandIn)
        await until(pilot, lambda: bool(browser.shown))
        await _tap_key(pilot, "leave")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
    assert browser.shown[0][0].suffix == ".pdf"
    assert "Ava" not in browser.shown[0][1]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_the_page_is_large_enough_to_be_looked_at(book: ClassBook, size: tuple[int, int]) -> None:
    app = by_finger(book)
    async with app.run_test(size=size) as pilot:
        screen = await _opened(pilot)
        page = screen.query_one(PagePreview).query_one(PixelPicture)
        await until(pilot, lambda: page.pixels is not None)
        assert page.size.width >= 26
        assert page.size.height >= 16
        assert "Class quilt" in seen(app)


def test_nothing_stands_on_anything_else_in_any_window() -> None:
    for by_hand in (True, False):
        for width in range(60, 200, 7):
            for height in range(15, 70, 3):
                boxes = list(print_places(width, height, by_hand=by_hand).values())
                cells = [
                    (x, y)
                    for box in boxes
                    for x in range(box.left, box.left + box.wide)
                    for y in range(box.top, box.top + box.high)
                ]
                assert len(cells) == len(set(cells))
                assert all(0 <= x < width and 0 <= y < height for x, y in cells)


async def test_a_value_among_many_is_found_by_its_letters(book: ClassBook) -> None:
    app = by_finger(book)
    async with app.run_test(size=SIZES["phone"]) as pilot:
        screen = await _opened(pilot)
        await _tap_page(pilot, "stickers")
        rows = screen.query_one(ChoiceRows)
        await until(pilot, lambda: any(len(row.values) > 6 for row in rows._rows))
        name = next(row.name for row in rows._rows if len(row.values) > 6)
        await _tap_choice(pilot, name, 0)
        await until(pilot, lambda: "a few letters or digits of it" in " ".join(seen(app).split()))
