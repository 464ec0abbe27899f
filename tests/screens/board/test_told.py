"""What an adult told a child, and the way a child is ready: keys of the board and of a student's own page."""

from dataclasses import replace

import pytest

from board.cli.context import seat_here
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.curriculum import Level
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.screens.board.student import StudentScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, put
from builders import UNIT
from lone_app import SHELF, LoneApp
from screen_driver import board_on, seen, until

HALVES = "u/halves"


@pytest.fixture
def ways(book: ClassBook) -> ClassBook:
    level = UNIT.levels[0]
    halves = replace(level.steps[0], ways=("fold it", "draw it"))
    changed = Level(level.id, level.title, (halves, *level.steps[1:]), level.needed, level.must, level.boss)
    book.edit(UNITS, put(replace(UNIT, levels=(changed, *UNIT.levels[1:]))))
    return book


def page(book: ClassBook) -> LoneApp:
    sitting = Sitting(book, usual_adult(book))
    return LoneApp(StudentScreen(seat_here(), sitting, "u", ("ava", HALVES), SHELF))


async def test_after_keep_working_the_board_says_that_the_child_reads_it_once_it_was_told(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("k", *"fold", "enter")
        await until(pilot, lambda: "Its page shows it once K says it was told." in seen(app))
        assert book.progress.spot("ava", HALVES).heard.status is Status.OPEN
        await until(pilot, lambda: "1 waits for you: y" in seen(app))
        await pilot.press("K")
        await until(pilot, lambda: book.progress.spot("ava", HALVES).heard.status is Status.KEEP_WORKING)
        await until(pilot, lambda: "waits for you" not in seen(app))
        await pilot.press("K")
        await until(pilot, lambda: "nothing waits to be told here" in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: book.progress.spot("ava", HALVES).heard.status is Status.OPEN)


async def test_all_who_are_chosen_are_told_at_once(book: ClassBook) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.KEEP_WORKING, [("ava", HALVES), ("ben", HALVES)], note="fold")
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "down", "x", "K")
        await until(pilot, lambda: "2 children have heard it" in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: "2 wait for you" in seen(app))


async def test_on_a_childs_page_a_further_r_goes_on_to_the_next_way(ways: ClassBook) -> None:
    app = page(ways)
    async with app.run_test(size=(100, 30)) as pilot:
        for said in (
            "Ready to show",
            "Ready to show: fold it; r again",
            "Ready to show: draw it",
            "Ready to show: fold it",
        ):
            await pilot.press("r")
            await until(pilot, lambda said=said: said in seen(app))  # type: ignore[misc]
        asked = ways.progress.spot("ava", HALVES).asked
        assert asked is not None
        assert asked.way == "fold it"
        await pilot.press("u")
        await until(pilot, lambda: getattr(ways.progress.spot("ava", HALVES).asked, "way", "") == "draw it")


async def test_a_child_who_looks_along_reads_no_keep_working_before_it_was_told(book: ClassBook) -> None:
    app = page(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("k", *"fold", "enter")
        await until(pilot, lambda: book.progress.spot("ava", HALVES).status is Status.KEEP_WORKING)
        await pilot.press("w")
        await until(pilot, lambda: "looking together" in seen(app))
        assert "fold" not in seen(app)
        await pilot.press("w", "K", "w")
        await until(pilot, lambda: "Not yet: try this" in seen(app) and "fold" in seen(app))
