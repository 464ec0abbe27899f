"""The foot of a screen: a line of keys, and big buttons as soon as fingers touch it."""

import pytest
from textual.app import App
from textual.strip import Strip

from board.screens.judging.center import CenterScreen
from board.store.class_book import ClassBook
from board.widgets.browser import TOUCH_CLASS
from board.widgets.key_bar import KeyBar
from board.widgets.verdict_rows import VerdictRows
from screen_driver import board_on, seen, until
from under_fingers import PHONE, SIZES, under_fingers


def _looks(app: App[None]) -> list[Strip]:
    """The screen with its colours."""
    return app.screen._compositor.render_strips(app.size)


async def test_it_becomes_buttons_as_soon_as_a_finger_is_there_and_a_line_when_it_is_gone(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=PHONE) as pilot:
        bar = app.screen.query_one(KeyBar)
        await until(pilot, lambda: bar.size.height == 1)
        line = seen(app).splitlines()[-1]
        app.add_class(TOUCH_CLASS)
        await until(pilot, lambda: bar.size.height >= 3 and "Menu" in seen(app))
        app.remove_class(TOUCH_CLASS)
        await until(pilot, lambda: bar.size.height == 1 and seen(app).splitlines()[-1] == line)


async def test_it_finds_other_places_when_the_screen_is_turned(book: ClassBook) -> None:
    async with under_fingers(book, "CenterScreen", PHONE) as (app, pilot, screen):
        bar = screen.query_one(KeyBar)
        await until(pilot, lambda: bar.size.height == 7)
        await pilot.resize_terminal(*SIZES["wide"])
        await until(pilot, lambda: bar.size == (SIZES["wide"][0], 3) and "today" in seen(app))


async def test_a_finger_on_a_button_is_shown_and_does_what_the_key_does(book: ClassBook) -> None:
    async with under_fingers(book, "CenterScreen", PHONE) as (app, pilot, screen):
        assert isinstance(screen, CenterScreen)
        rows, bar = screen.query_one(VerdictRows), screen.query_one(KeyBar)
        await pilot.click(rows, offset=(10, 1))
        await until(pilot, lambda: "1 got it" in seen(app))
        at = next(button.box for button in bar._buttons if button.command.action == "keep")
        before = _looks(app)
        await pilot.mouse_down(bar, offset=(at.left + 1, at.top + 2))
        await until(pilot, lambda: _looks(app) != before)
        await pilot.mouse_up(bar, offset=(at.left + 1, at.top + 2))
        await until(pilot, lambda: _looks(app) == before)
        await pilot.click(bar, offset=(at.left + 1, at.top + 2))
        await until(pilot, lambda: bool(book.facts) and app.screen is not screen)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_between_two_buttons_nothing_is_done(book: ClassBook, size: tuple[int, int]) -> None:
    async with under_fingers(book, "CenterScreen", size) as (app, pilot, screen):
        bar = screen.query_one(KeyBar)
        await until(pilot, lambda: bool(bar._buttons))
        gaps = [
            (x, y)
            for y in range(bar.size.height)
            for x in range(bar.size.width)
            if bar.thing_at(x, y) is None and y % 4 < 3
        ]
        assert gaps
        for gap in gaps[:3]:
            await pilot.click(bar, offset=gap)
        await pilot.pause()
        assert app.screen is screen
