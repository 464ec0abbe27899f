"""What was done on any screen is taken back with u and put back with U, there or on the board, and both are said."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from board.mastery.facts import Kind
from board.screens.board.board import BoardScreen
from board.screens.board.student import StudentScreen
from board.screens.guide.examples import ExamplesScreen
from board.screens.pictures.pictures import PicturesScreen
from board.screens.plan.plan import PlanScreen
from board.screens.roster.students import StudentsScreen
from board.screens.units.steps import StepsScreen
from board.screens.waiting.waiting import WaitingScreen
from board.store.class_book import ClassBook
from class_state import state
from kiosk_said import at_the_kiosk
from screen_driver import board_on, seen, until
from waiting_pictures import bring

Keys = tuple[str, ...]

DEEDS: dict[str, tuple[Keys, type[Screen[Any]], Keys]] = {
    "a mark": ((), BoardScreen, ("space",)),
    "a tip": ((), BoardScreen, ("k", *"fold", "enter")),
    "away today": ((), BoardScreen, ("a",)),
    "the class's name": ((), BoardScreen, ("ctrl+n", *"Otters", "enter")),
    "a new adult": ((), BoardScreen, ("i", *"Mr. Lee", "enter")),
    "a small group": ((), BoardScreen, ("c", "1", "2", "enter")),
    "a mark on the path": (("enter",), StudentScreen, ("t",)),
    "a picture let through": (("y",), WaitingScreen, ("space",)),
    "a picture hidden": (("y",), WaitingScreen, ("h",)),
    "what somebody said": (("y",), WaitingScreen, ("space",)),
    "what is not so": (("y",), WaitingScreen, ("x",)),
    "help that came": (("y",), WaitingScreen, ("space",)),
    "a login card seen": (("y",), WaitingScreen, ("right", "space")),
    "a login card made anew": (("y",), WaitingScreen, ("right", "c", "c")),
    "whether pictures wait": (("y",), WaitingScreen, ("l", "l")),
    "a picture for the wall": (("b",), PicturesScreen, ("f",)),
    "a picture cut round": (("b",), PicturesScreen, ("r",)),
    "who has left": (("s",), StudentsScreen, ("l",)),
    "new children": (("s",), StudentsScreen, ("a", *"Cleo Day", "ctrl+s")),
    "a step not in the plan": (("P",), PlanScreen, ("e",)),
    "a step that comes first": (("P",), PlanScreen, ("down", "f")),
    "who chooses": (("P",), PlanScreen, ("c",)),
    "supports": (("P",), PlanScreen, ("y", *"chart", "ctrl+s")),
    "own criteria": (("P",), PlanScreen, ("v", *"cubes", "ctrl+s")),
    "what a child knows": (("P",), PlanScreen, ("w", "s", "t", "e", "ctrl+s")),
    "a step moved": (("g",), StepsScreen, ("down", "greater_than_sign")),
    "the scoring guide": (("E", "x"), ExamplesScreen, ("e", *"folds it", "ctrl+s")),
    "a step taken out": (("g",), StepsScreen, ("down", "delete")),
}
"""How to get there from the board, where one is then, and what is done."""

BROUGHT = {
    "what somebody said": Kind.MAYBE_READY,
    "what is not so": Kind.MAYBE_READY,
    "help that came": Kind.HELP_WANTED,
    "a login card seen": Kind.CARD_WANTED,
    "a login card made anew": Kind.CARD_WANTED,
}
"""What the kiosk said before."""


async def comes_to(pilot: Pilot[None], screen: type[Screen[Any]]) -> None:
    await until(pilot, lambda: type(pilot.app.screen) is screen and pilot.app.screen.is_current)
    await pilot.pause()


@pytest.mark.parametrize("deed", DEEDS)
async def test_every_deed_is_taken_back_and_put_back_by_the_same_keys(book: ClassBook, deed: str) -> None:
    bring(book, "ava", "u/halves", "red", "my pizza")
    if deed in BROUGHT:
        at_the_kiosk(book, BROUGHT[deed])
    there, screen, keys = DEEDS[deed]
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*there)
        await comes_to(pilot, screen)
        before = state(book)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: state(book) != before)
        await comes_to(pilot, screen)
        after, told = state(book), seen(app)
        await pilot.press("u")
        await until(pilot, lambda: state(book) == before)
        await until(pilot, lambda: seen(app) != told)
        undone = seen(app)
        await pilot.press("U")
        await until(pilot, lambda: state(book) == after)
        await until(pilot, lambda: seen(app) != undone)
        assert ("Taken back" if screen is PicturesScreen else "Undone") in undone
        assert ("Put back" if screen is PicturesScreen else "Done again") in seen(app)


async def test_what_was_done_in_a_list_is_taken_back_on_the_board_too(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space", "s")
        await comes_to(pilot, StudentsScreen)
        marked = state(book)
        await pilot.press("u")
        await until(pilot, lambda: "Nothing to undo since this list was opened." in seen(app))
        await pilot.press("l")
        await until(pilot, lambda: "has left the class; every mark is kept  (u takes it back" in seen(app))
        await pilot.press("escape")
        await comes_to(pilot, BoardScreen)
        await pilot.press("u")
        await until(pilot, lambda: state(book) == marked)
        assert "Undone: Ava B. has left the class; every mark is kept" in seen(app)
        await pilot.press("u")
        await until(pilot, lambda: not book.progress.is_known(student="ava"))
