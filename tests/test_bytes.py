"""What goes through the wire: a board over a slow line is up soon, and nothing is sent that nobody would see."""

import re
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.seat.settings import Place
from pty_terminal import FRAME_END, PATIENCE, Terminal

COMPLETE = 300_000
"""Bytes of a board of 160 columns and 48 lines, at the most, until it is complete."""

PAGE = 120_000
"""Bytes of a page at the most."""

CUT = 3.0
"""Seconds without a byte after which no more stickers come: cutting eight takes about one."""

BLUR, FOCUS, PAGE_DOWN, PAGE_UP = b"\x1b[O", b"\x1b[I", b"\x1b[6~", b"\x1b[5~"


LONE = """
from textual.widgets import Static
from board.widgets.on_screen import SparingApp

class Lone(SparingApp[None]):
    def compose(self):
        yield Static("Hello")

    def on_key(self):
        self.repaint()

Lone().run()
"""
"""An app that paints everything anew at every key."""


@pytest.fixture
def demo(demo_made: Path) -> Path:
    """The demo class, left where stickers are seen; nobody marks anything here."""
    seat_here().settings.remember(str(demo_made.resolve()), Place(zoom=1))
    return demo_made


@contextmanager
def board_on(folder: Path) -> Iterator[Terminal]:
    with Terminal([sys.executable, "-m", "board", "open", str(folder)], columns=160, rows=48) as terminal:
        yield terminal


def frames(came: bytes) -> list[int]:
    """The bytes of each picture; what comes before the first ends with it."""
    return [len(part) for part in came.split(FRAME_END)[:-1]]


def lines_written(came: bytes) -> set[int]:
    return {int(line) for line in re.findall(rb"\x1b\[(\d+);1H", came)}


def test_the_first_board_is_one_picture_and_the_childrens_stickers_on_it(demo: Path) -> None:
    with board_on(demo) as board:
        came = board.gather(CUT, first=PATIENCE)
    first, *later = frames(came)
    assert first + sum(later) <= COMPLETE
    assert sum(later) <= first / 2, "stickers that are cut later are painted where they stand"
    assert "▀".encode() in came[first:]
    with board_on(demo) as board:
        first, *later = frames(board.gather(CUT, first=PATIENCE))
    assert sum(later) <= first / 20, "nothing is painted twice where all stickers are cut"
    shutil.rmtree(seat_here().cache)


@pytest.fixture
def board(demo: Path) -> Iterator[Terminal]:
    """A board whose stickers are cut, wherever one pages to."""
    with board_on(demo) as terminal:
        for key in (b"", PAGE_DOWN, PAGE_DOWN, PAGE_UP, PAGE_UP):
            terminal.write(key)
            terminal.gather(CUT if key in (b"", PAGE_DOWN) else 0.3, first=PATIENCE)
        yield terminal


def test_a_page_is_one_picture_and_the_window_in_front_or_behind_is_none(board: Terminal) -> None:
    for key in (PAGE_DOWN, PAGE_UP):
        board.write(key)
        sizes = frames(board.gather(first=PATIENCE))
        assert len(sizes) == 1
        assert sizes[0] <= PAGE
    board.write(b"\x1b[B\x1b[C\x1b[A")
    board.gather(first=PATIENCE)
    for key in (BLUR, FOCUS, BLUR, FOCUS):
        board.write(key)
        assert board.gather() == b""
    board.write(b"\x1b[D")
    assert board.gather(first=PATIENCE), "keys work as before"
    assert board.gather(3.0) == b"", "at rest nothing is sent"


def test_what_stood_there_before_the_terminal_was_set_up_anew_is_not_taken_for_granted(demo: Path) -> None:
    with board_on(demo) as board:
        board.gather(CUT, first=PATIENCE)
        everything = set(range(1, 49))
        board.resize(150, 48)
        assert lines_written(board.gather(first=PATIENCE)) >= everything
        board.resize(160, 48)
        assert lines_written(board.gather(first=PATIENCE)) >= everything
        for pause in (signal.SIGTSTP, signal.SIGSTOP):
            board.signal(pause)
            board.gather()
            board.signal(signal.SIGCONT)
            came = board.gather()
            board.write(BLUR)  # which paints everything as it is
            assert lines_written(came + board.gather()) >= everything
            board.write(FOCUS)
            assert board.gather() == b""


def test_whoever_asks_for_everything_gets_everything() -> None:
    with Terminal([sys.executable, "-c", LONE], columns=40, rows=12) as lone:
        lone.wait_for("Hello")
        lone.gather()
        for _ in range(2):
            lone.write(b"x")
            assert lines_written(lone.gather()) == set(range(1, 13))
            lone.write(BLUR)
            assert lone.gather() == b""
