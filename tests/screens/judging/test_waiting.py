"""Waiting for you: pictures are let through one by one or all at once, and who is ready is answered."""

import pytest
from textual.pilot import Pilot

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.screens.board.board import BoardScreen
from board.screens.judging.waiting import WaitingScreen
from board.screens.pictures.large_picture import LargePicture
from board.store.class_book import ClassBook
from screen_driver import board_on, seen, until
from waiting_pictures import bring


@pytest.fixture
def waiting(book: ClassBook) -> ClassBook:
    """Three pictures wait, and one child is ready."""
    bring(book, "ava", "u/halves", "red", "[/] my pizza")
    bring(book, "ben", "u/halves", "blue")
    bring(book, "ben", "u/fourths", "green")
    Marks(Sitting(book, usual_adult(book))).mark(Kind.READY, [("ava", "u/thirds")])
    return book


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("y")
    await until(pilot, lambda: isinstance(pilot.app.screen, WaitingScreen))
    await until(pilot, lambda: "Waiting for you" in seen(pilot.app))


def states(book: ClassBook) -> list[tuple[bool, bool]]:
    arts = [art for one in book.students for art in book.progress.shelf(one.id).values()]
    return [(art.accepted, art.hidden) for art in arts]


async def test_the_board_says_that_something_waits(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "4 wait for you: y" in seen(app)
        await pilot.press("r")
        await until(pilot, lambda: "5 wait for you" in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: "4 wait for you" in seen(app))


async def test_one_key_lets_others_see_a_picture_and_undo_takes_it_back(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "3 pictures  ·  1 ready to show" in seen(app)
        assert "My picture shows [/] my pizza" in seen(app)
        assert "is a name inside? A face?" in seen(app)
        await pilot.press("space")
        await until(pilot, lambda: "2 pictures" in seen(app))
        assert states(waiting) == [(True, False), (False, False), (False, False)]
        await pilot.press("u")
        await until(pilot, lambda: "3 pictures" in seen(app))
        assert not any(accepted for accepted, _ in states(waiting))


async def test_all_at_once_is_one_key_and_one_undo(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("A")
        await until(pilot, lambda: all(accepted for accepted, _ in states(waiting)))
        assert "1 ready to show" in seen(app)
        await pilot.press("u")
        await until(pilot, lambda: not any(accepted for accepted, _ in states(waiting)))


async def test_a_picture_can_be_hidden_or_count_as_evidence(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: "e again counts" in seen(app))
        assert waiting.progress.spot("ava", "u/halves").status is Status.OPEN
        await pilot.press("e")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/halves").status is Status.MASTERED)
        await pilot.press("right", "h")
        await until(pilot, lambda: states(waiting)[1] == (False, True))
        assert "starter art stands in" in seen(app)


async def test_who_is_ready_gets_an_answer_here(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right", "right", "right", "right")
        await until(pilot, lambda: "Ready to show: I can thirds." in seen(app))
        await pilot.press("k", *"slower", "enter")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/thirds").status is Status.KEEP_WORKING)
        await pilot.press("u")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/thirds").status is Status.READY)
        await pilot.press("right", "right", "right", "space")
        await until(pilot, lambda: "m is got it" in seen(app))
        assert waiting.progress.spot("ava", "u/thirds").status is Status.READY, "space is for pictures alone"
        await pilot.press("m")
        await until(pilot, lambda: waiting.progress.spot("ava", "u/thirds").status is Status.MASTERED)


async def test_from_here_one_can_go_to_the_spot(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right", "g")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await until(pilot, lambda: "Ben C. · Halves" in seen(app))


async def test_a_teacher_may_let_pictures_through_at_once(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("l")
        await until(pilot, lambda: "l again shows" in seen(app))
        assert waiting.about.looks_first
        await pilot.press("l")
        await until(pilot, lambda: "new pictures don't wait" in seen(app))
        assert not waiting.about.looks_first
        await pilot.press("l")
        await until(pilot, lambda: "From now on new pictures wait" in seen(app))


async def test_where_nothing_waits_it_says_so(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await until(pilot, lambda: "Nothing waits for you." in seen(app))
        await pilot.press("space", "A", "h", "e", "k", "enter", "g", "right", "down")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))


async def test_a_second_tap_says_yes(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.click("WaitingWall", offset=(18, 2))
        await until(pilot, lambda: "Ben C. · Halves" in seen(app))
        assert not any(accepted for accepted, _ in states(waiting))
        await pilot.click("WaitingWall", offset=(18, 2))
        await until(pilot, lambda: states(waiting)[1] == (True, False))


async def test_a_picture_can_be_looked_at_closely_before_others_see_it(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LargePicture))
        await until(pilot, lambda: seen(app).count("▀") + seen(app).count("▄") > 20 * 20)
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, WaitingScreen))
        assert not any(accepted for accepted, _ in states(waiting)), "that key only went back"


async def test_a_picture_that_is_not_here_yet_is_said(waiting: ClassBook) -> None:
    for path in (waiting.folder / "art").iterdir():
        path.unlink()
    app = board_on(waiting)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "has not arrived on this computer yet" in seen(app))


async def test_the_board_says_that_the_childs_picture_still_waits(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "A picture is ready for it, and waits for you: y." in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "The new picture waits for you: y." in seen(app))


async def test_the_cursor_stays_with_its_picture_when_others_come_before_it(waiting: ClassBook) -> None:
    app = board_on(waiting)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("right", "right", "right")
        await until(pilot, lambda: "Ava B. · Thirds" in seen(app))
        bring(waiting, "ava", "u/thirds", "yellow")
        app.screen.look_again()  # type: ignore[attr-defined]  # as news does
        await until(pilot, lambda: "4 pictures" in seen(app))
        assert "Ava B. · Thirds" in seen(app)
        assert "Ready to show: I can thirds." in seen(app)
