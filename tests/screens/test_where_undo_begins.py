"""A page that others may look at takes back only what was done since it was opened; the board takes back all."""

import pytest
from textual.pilot import Pilot

from board.screens.board.board import BoardScreen
from board.store.class_book import ClassBook
from screen_driver import board_on, until

OPENED = {"students": "s", "steps": "g", "pictures": "b", "print": "p"}


async def pressed(pilot: Pilot[None], key: str) -> None:
    """Press a key that leads to another screen."""
    before = pilot.app.screen
    await pilot.press(key)
    await until(pilot, lambda: pilot.app.screen is not before and pilot.app.screen.is_mounted)


@pytest.mark.parametrize("page", OPENED)
async def test_what_was_done_before_a_page_was_opened_is_not_taken_back_there(book: ClassBook, page: str) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space")
        await until(pilot, lambda: len(book.facts) == 1)
        await pressed(pilot, OPENED[page])
        await pilot.press("u")
        await pilot.pause()
        assert not isinstance(app.screen, BoardScreen)
        assert len(book.facts) == 1
        await pressed(pilot, "escape")
        assert isinstance(app.screen, BoardScreen)
        await pilot.press("u")
        await until(pilot, lambda: len(book.facts) == 2)
