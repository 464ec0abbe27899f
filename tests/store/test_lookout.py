"""The lookout: tells what others changed, says what it can't read, and looks less often where looking takes long."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.looking import LOOK_EVERY, SLOW, Looked, Pace
from board.store.lookout import Found, Lookout

PATIENCE = 30.0
"""Seconds a busy machine may take for what is there at once on a quiet one."""


@pytest.fixture
def other(book: ClassBook, folder: Path) -> Iterator[ClassBook]:
    with closing(ClassBook(folder, "d2")) as opened:
        yield opened


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_the_lookout_tells_marks_of_others_once_and_a_folder_that_is_gone_until_it_is_back(
    book: ClassBook, other: ClassBook, folder: Path
) -> None:
    told: list[Found] = []
    others_threads = set(threading.enumerate())
    lookout = Lookout(book.look, told.append)
    lookout.start()
    other.record([Draft(Kind.MASTERED, "ava", "u/halves")], other.assessors[0].id)
    until(lambda: bool(told))
    (thread,) = set(threading.enumerate()) - others_threads
    assert thread.daemon, "a look that hangs keeps no program from ending"
    assert told[0].looked is not None
    assert len(book.take(told[0].looked).facts) == 1
    folder.rename(folder.with_name("elsewhere"))
    until(lambda: told[-1].refusal is not None)
    said = len(told)
    time.sleep(3 * LOOK_EVERY)
    assert len(told) == said, "the same is said once"
    folder.with_name("elsewhere").rename(folder)
    until(lambda: told[-1].refusal is None)
    lookout.stop(patience=PATIENCE)
    assert set(threading.enumerate()) <= others_threads


class Told(Pace):
    """A pace that remembers when anything had happened."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: list[bool] = []

    def wait(self, seconds: float, *, happened: bool) -> float:
        self.happened.append(happened)
        return super().wait(seconds, happened=happened)


def test_a_key_or_a_mark_of_others_makes_the_lookout_look_soon_again(book: ClassBook, other: ClassBook) -> None:
    told: list[Found] = []
    lookout, pace = Lookout(book.look, told.append), Told()
    lookout._pace = pace
    for is_key in (False, True, False):
        if is_key:
            lookout.stir()
        assert lookout._looked_once() == LOOK_EVERY
    other.record([Draft(Kind.MASTERED, "ava", "u/halves")], other.assessors[0].id)
    lookout._looked_once()
    assert pace.happened == [False, True, False, True]
    assert len(told) == 1
    lookout.stop()


def test_a_slow_folder_is_looked_at_less_often_and_said(book: ClassBook) -> None:
    moments: list[float] = []
    told: list[Found] = []

    def look() -> Looked:
        moments.append(time.monotonic())
        return book.look()._replace(seconds=1.05 * SLOW)

    lookout = Lookout(look, told.append)
    lookout.start()
    until(lambda: len(moments) == 6)
    lookout.stop()
    assert [found.is_slow for found in told] == [True]
    assert min(later - earlier for earlier, later in pairwise(moments)) >= 0.4


def test_the_pace_slows_down_at_rest_and_where_looking_takes_long() -> None:
    pace = Pace()
    assert [pace.wait(0.001, happened=False) for _ in range(100)] == [LOOK_EVERY] * 100
    assert {pace.wait(0.001, happened=False) for _ in range(100)} == {LOOK_EVERY, 0.4}
    assert pace.wait(0.001, happened=True) == LOOK_EVERY
    assert pace.wait(SLOW, happened=True) == LOOK_EVERY
    assert not pace.is_slow
    assert [pace.wait(0.05, happened=True) for _ in range(4)] == [1.0] * 4
    assert not pace.is_slow
    assert pace.wait(0.05, happened=True) == 1.0
    assert pace.is_slow
    assert pace.wait(9, happened=True) == 5.0
    assert pace.wait(0.001, happened=True) == LOOK_EVERY
    assert not pace.is_slow


def test_a_board_rests_after_twenty_seconds_in_which_nothing_happened() -> None:
    pace = Pace()
    for _ in range(2):
        waits = [pace.wait(0.0, happened=False) for _ in range(200)]
        assert waits.index(0.4) == 134, "twenty seconds of 0.15"
        assert set(waits[134:]) == {0.4}
        assert pace.wait(0.0, happened=True) == LOOK_EVERY


def test_what_others_mark_is_looked_for_as_often_as_is_promised() -> None:
    pace, quiet = Pace(), 0.0
    assert max(pace.wait(0.001, happened=True) for _ in range(20)) <= 0.15
    while quiet < 20.0:
        wait = pace.wait(0.001, happened=False)
        assert wait <= 0.15
        quiet += wait
    assert max(pace.wait(0.001, happened=False) for _ in range(1000)) <= 0.4
    assert pace.wait(0.001, happened=True) <= 0.15
