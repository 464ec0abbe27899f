"""The board stands though its unit, or the last step of it, is taken back or taken out by somebody else."""

import pytest

from board.deeds.unit import UnitEdits
from board.mastery.curriculum import Level, Step, Unit
from board.screens.board.board import BoardScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS
from screen_driver import board_on, seen, until

NO_STEP = Unit("u", "Unit", (Level("u/one", "One", ()),))
ONE_STEP = Unit("u", "Unit", (Level("u/one", "One", (Step("u/a", "Hop", "I can hop."),)),))


@pytest.mark.parametrize("before", [(), (NO_STEP,)], ids=["no unit", "no step"])
async def test_what_filled_the_board_is_taken_back_on_it(book: ClassBook, before: tuple[Unit, ...]) -> None:
    book.edit(UNITS, lambda _: before)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        board = app.screen
        assert isinstance(board, BoardScreen)
        edits = UnitEdits(board._sitting)
        board.marking.do(lambda: edits.make("u", lambda _: ONE_STEP) if before else edits.add(ONE_STEP))
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: book.units == before or not book.units[0].spots)
        await until(pilot, lambda: "g  Add the steps" in seen(app))
        await pilot.press("U")
        await until(pilot, lambda: "Ava B." in seen(app))


@pytest.mark.parametrize("keys", ["", "enter", "c", "y", "b", "w", "p", "s", "g"])
@pytest.mark.parametrize("left", [(), (NO_STEP,)], ids=["no unit", "no step"])
async def test_whatever_is_open_while_somebody_takes_it_out(book: ClassBook, keys: str, left: tuple[Unit, ...]) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        if keys:
            await pilot.press(keys)
            await until(pilot, lambda: not isinstance(app.screen, BoardScreen))
        ClassBook(book.folder, "d2").edit(UNITS, lambda _: left)
        await until(pilot, lambda: book.units == left)
        await pilot.pause()
        for _ in range(3):
            if not isinstance(app.screen, BoardScreen):
                await pilot.press("escape")
                await pilot.pause()
        await until(pilot, lambda: "Add the steps" in seen(app))
        ClassBook(book.folder, "d2").edit(
            UNITS, lambda _: (Unit("v", "New", (Level("v/1", "One", (Step("v/a", "A", "I can a."),)),)),)
        )
        await until(pilot, lambda: "Ava B." in seen(app))
