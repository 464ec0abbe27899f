"""Rows about the screen: how soon the board is there, and how soon a key has done its work."""

import itertools
import sys
from contextlib import ExitStack
from pathlib import Path

from board.cli.context import seat_here
from board.mastery.progress import Status
from board.mastery.readiness import statuses
from board.seat.settings import Place
from board.store.class_book import ClassBook
from pty_terminal import Terminal
from scripts.bench.classes import prepare_stickers
from scripts.bench.disk_floor import DiskFloor, milliseconds
from scripts.bench.table import By, Row, tell

COLUMNS, ROWS = 160, 48
_RIGHT, _LEFT, _UP, _DOWN = b"\x1b[C", b"\x1b[D", b"\x1b[A", b"\x1b[B"
_WALK = (_RIGHT, _DOWN, _LEFT, _UP, _RIGHT, _RIGHT, _DOWN, _DOWN, _UP, _LEFT, _UP, _LEFT)
"""A walk that ends where it began."""

_IN_SIGHT = 16
"""Columns in sight at 160 cells."""

_HELLO = ("-m", "scripts.bench.apps.hello")


def screen_rows(demo: Path, runs: int) -> list[Row]:
    """Measure the board on the demo class.

    Args:
        demo: The class folder.
        runs: How often each key is pressed; programs are started a quarter as often.
    """
    book = ClassBook(demo, seat_here().settings.load().device)
    name = book.students[0].name
    _leave_board_at_open_spots(book)
    prepare_stickers(book)
    book.close()
    return [*_start(demo, name, max(3, runs // 4)), *_keys(demo, name, runs)]


def started(*arguments: str) -> Terminal:
    """Start a program of this Python on a terminal, as it starts for somebody whose .pyc files are made."""
    command = [sys.executable, *arguments]
    return Terminal(command, columns=COLUMNS, rows=ROWS, env={"PYTHONDONTWRITEBYTECODE": ""})


def shown(text: str, *arguments: str) -> Terminal:
    """Start a program and wait until it shows a text and has come to rest."""
    terminal = started(*arguments)
    terminal.wait_for(text)
    terminal.settle()
    return terminal


def _leave_board_at_open_spots(book: ClassBook) -> None:
    """Put the board's cursor where several spots in a row can be marked."""
    unit = book.units[0]

    def run_of_open(student: str) -> tuple[int, int]:
        now = statuses(unit, book.progress.row(student))[:_IN_SIGHT]
        first = next((at for at in range(len(now)) if all(map(_is_open, now[at:]))), len(now))
        return len(now) - first, first

    longest, student = max((run_of_open(student.id), student) for student in book.students[:8])
    seat_here().settings.remember(book.key, Place(unit.id, student.id, unit.spots[longest[1]].id, 1))


def _is_open(status: Status) -> bool:
    return status in (Status.OPEN, Status.LOCKED)


def _start(demo: Path, name: str, runs: int) -> list[Row]:
    tell(f"first painted board, {runs} starts in turn with hello")
    starts: dict[str, list[float]] = {"hello": [], "board": []}
    for turn in range(runs + 1):  # the first pair makes caches and .pyc files, and is not counted
        for app, text, arguments in (("hello", "Hello", _HELLO), ("board", name, ("-m", "board", "open", str(demo)))):
            with started(*arguments) as terminal:
                seconds = terminal.wait_for(text)
            if turn:
                starts[app].append(seconds * 1000)
    return [Row("board open, first paint", "hello", "ms", starts["board"], starts["hello"], promise=1.35)]


def _keys(demo: Path, name: str, runs: int) -> list[Row]:
    with ExitStack() as stack:
        hello = stack.enter_context(shown("Hello", *_HELLO))
        board = stack.enter_context(shown(name, "-m", "board", "open", str(demo)))
        table = stack.enter_context(shown(name, "-m", "scripts.bench.apps.stock_table", str(demo)))
        disk = stack.enter_context(DiskFloor(demo.parent / "floor"))
        return [*_moves(hello, board, table, runs), *_marks(hello, board, table, disk, runs)]


def _moves(hello: Terminal, board: Terminal, table: Terminal, runs: int) -> list[Row]:
    tell(f"cursor, {runs} moves in turn with hello and a DataTable")
    floor, ours, words, peer = [], [], [], []
    for key in itertools.islice(itertools.cycle(_WALK), runs):
        floor.append(hello.press(b"x").first * 1000)
        moved = board.press(key)
        ours.append(moved.first * 1000)
        words.append(moved.last * 1000)
        peer.append(table.press(key).first * 1000)
    return [
        Row("cursor move", "hello, a key", "ms", ours, floor, By.P95, 2.0),
        Row("cursor move", "DataTable", "ms", ours, peer, By.P95),
        Row("cursor move, words too", "hello, a key", "ms", words, floor, By.P95),
    ]


def _marks(hello: Terminal, board: Terminal, table: Terminal, disk: DiskFloor, runs: int) -> list[Row]:
    tell(f"mark, {runs} marks in turn with hello, the disk and a DataTable")
    floor, ours, peer = [], [], []
    for key in itertools.islice(itertools.cycle((b"t", b"u")), runs):
        floor.append(hello.press(b"x").first * 1000 + milliseconds(disk.append))
        ours.append(board.press(key).first * 1000)
        peer.append(table.press(key).first * 1000)
    return [
        Row("mark", "hello + fsync", "ms", ours, floor, By.P95, 2.0),
        Row("mark", "DataTable update_cell, not kept", "ms", ours, peer, By.P95),
    ]
