"""What the screen shows as marked is on the disk: the board is killed the moment a mark has been painted."""

import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from board.app import BoardApp
from board.cli.context import seat_here
from board.mastery.curriculum import Step
from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.seat.settings import Place
from board.store.class_book import ClassBook
from pty_terminal import PATIENCE, Terminal
from screen_driver import seen, until

UNIT, STUDENT, NAME = "number-explorers", "demo-04", "Liam K."
OPEN = 4
"""The child's first step without a mark; none behind it has one."""
RIGHT = b"\x1b[C"


@pytest.fixture
def demo(demo: Path) -> Path:
    """The demo class, its board left on a spot that waits for a mark."""
    book = reopened(demo)
    assert not {step.id for step in steps(book)[OPEN:]} & set(book.progress.row(STUDENT))
    seat_here().settings.remember(str(demo.resolve()), Place(UNIT, STUDENT, steps(book)[OPEN].id))
    return demo


def steps(book: ClassBook) -> tuple[Step, ...]:
    return next(unit for unit in book.units if unit.id == UNIT).spots


def reopened(folder: Path) -> ClassBook:
    book = ClassBook(folder, seat_here().settings.load().device)
    book.close()
    assert not book.damaged
    return book


def board_on(folder: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "board", "open", str(folder)])


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_mark_that_was_painted_outlives_a_kill(demo: Path) -> None:
    step = steps(reopened(demo))[OPEN]
    with board_on(demo) as board:
        board.wait_for(NAME)
        board.write(b" ")
        board.wait_for(f"{NAME} · {step.title}: Got it")
        board.kill()
    assert reopened(demo).progress.spot(STUDENT, step.id).status is Status.MASTERED


def test_marks_painted_one_after_another_all_outlive_a_kill(demo: Path) -> None:
    row = steps(reopened(demo))[OPEN : OPEN + 6]
    with board_on(demo) as board:
        board.wait_for(NAME)
        for step in row:
            board.write(b"t")
            board.wait_for(f"{NAME} · {step.title}: Trying")
            if step is not row[-1]:
                board.write(RIGHT)
                board.wait_for(row[row.index(step) + 1].i_can)
        board.kill()
    now = reopened(demo).progress.row(STUDENT)
    assert [now[step.id].status for step in row] == [Status.PRACTISING] * len(row)


def test_marks_typed_faster_than_they_are_painted_all_outlive_a_kill(demo: Path) -> None:
    row = steps(reopened(demo))[OPEN : OPEN + 6]
    with board_on(demo) as board:
        board.wait_for(NAME)
        board.write(RIGHT.join([b"t"] * len(row)))
        board.wait_for(row[-1].i_can, "Trying (")
        board.kill()
    now = reopened(demo).progress.row(STUDENT)
    assert [now[step.id].status for step in row] == [Status.PRACTISING] * len(row)


def test_an_undo_that_was_painted_outlives_a_kill(demo: Path) -> None:
    step = steps(reopened(demo))[OPEN]
    with board_on(demo) as board:
        board.wait_for(NAME)
        board.write(b"t")
        board.wait_for(f"{NAME} · {step.title}: Trying")
        board.write(b"u")
        board.wait_for(f"Undone: {NAME} · {step.title}: Trying")
        board.kill()
    spot = reopened(demo).progress.spot(STUDENT, step.id)
    assert spot.status is Status.OPEN
    assert [fact.kind for fact in spot.facts] == [Kind.PRACTISING, Kind.WITHDRAWN], "both facts are kept"


def test_the_board_killed_once_marks_again_where_it_was_left(demo: Path) -> None:
    start, beside = steps(reopened(demo))[OPEN : OPEN + 2]
    with board_on(demo) as board:
        board.wait_for(NAME)
        board.write(b"t" + RIGHT)
        board.wait_for(beside.i_can)
        wait_until(lambda: seat_here().settings.load().place(str(demo.resolve())).step == beside.id)
        board.kill()
    with board_on(demo) as board:
        board.wait_for(beside.i_can)
        board.write(b"r")
        board.wait_for(f"{NAME} · {beside.title}: Ready to show")
        board.kill()
    row = reopened(demo).progress.row(STUDENT)
    assert [row[step.id].status for step in (start, beside)] == [Status.PRACTISING, Status.READY]


async def test_a_board_left_on_a_child_who_is_gone_opens_on_one_who_is_there(demo: Path) -> None:
    with closing(ClassBook(demo, "d1")) as book:
        seat_here().settings.remember(book.key, Place("gone", "gone", "gone", 99))
        app = BoardApp(seat_here(), book)
        async with app.run_test(size=(160, 48)) as pilot:
            await until(pilot, lambda: steps(book)[0].i_can in seen(app))
