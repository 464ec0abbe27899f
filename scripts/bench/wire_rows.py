"""Rows about what goes through the wire: bytes that a slow line has to carry, and what a board costs that nobody touches."""

import shutil
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from board.cli.context import seat_here
from board.seat.settings import Place
from board.store.class_book import ClassBook
from pty_terminal import FRAME_END, Terminal
from scripts.bench.classes import prepare_stickers
from scripts.bench.screen_rows import shown
from scripts.bench.table import Row, tell

_WINDOWS = {(160, 48): 300, (120, 40): 200}
"""Columns and lines, and the kB until the first board is complete."""

_PAGE = 120
"""kB of a page."""

_CUT = 3.0
"""Seconds without a byte after which no more stickers come."""

_AT_REST = 0.2
"""Percent of a core."""

_PAGE_DOWN, _PAGE_UP, _BLUR, _FOCUS = b"\x1b[6~", b"\x1b[5~", b"\x1b[O", b"\x1b[I"


def wire_rows(demo: Path, seconds: float) -> list[Row]:
    """Measure the bytes of the board on the demo class, before and after its stickers are cut.

    Args:
        demo: The class folder; nothing is cut of its pictures yet.
        seconds: How long to look at a board at rest.
    """
    seat_here().settings.remember(str(demo.resolve()), Place(zoom=1))
    rows = [_first_row(demo, *size, promise) for size, promise in _WINDOWS.items()]
    book = ClassBook(demo, seat_here().settings.load().device)
    prepare_stickers(book)
    book.close()
    return [*rows, *_later_rows(demo), *_rest_rows(demo, seconds)]


def _board(demo: Path, columns: int, rows: int) -> Terminal:
    command = [sys.executable, "-m", "board", "open", str(demo)]
    return Terminal(command, columns=columns, rows=rows, env={"PYTHONDONTWRITEBYTECODE": ""})


def _first_row(demo: Path, columns: int, rows: int, promise: int) -> Row:
    tell(f"bytes of the first board at {columns}x{rows}, its stickers cut meanwhile")
    shutil.rmtree(seat_here().cache / "own", ignore_errors=True)
    with _board(demo, columns, rows) as board:
        size = len(board.gather(_CUT))
    return Row(f"first board {columns}x{rows}, complete", "", "kB", [size / 1000], promise=promise)


def _later_rows(demo: Path) -> list[Row]:
    tell("bytes of a page, and of a window that is not in front any more")
    with _board(demo, *max(_WINDOWS)) as board:
        board.gather(_CUT)
        pages = [_sent(board, key) for key in (_PAGE_DOWN, _PAGE_UP, _PAGE_DOWN, _PAGE_UP)]
        fronts = [_sent(board, key) for key in (_BLUR, _FOCUS, _BLUR, _FOCUS)]
    return [
        Row("a page", "", "kB", [len(sent) / 1000 for sent in pages], promise=_PAGE),
        Row("a page, pictures painted", "", "", [sent.count(FRAME_END) for sent in pages], promise=1),
        Row("window in front or not", "", "B", [len(sent) for sent in fronts], promise=0),
    ]


def _sent(board: Terminal, key: bytes) -> bytes:
    board.write(key)
    return board.gather()


def _rest_rows(demo: Path, seconds: float) -> list[Row]:
    tell(f"a board at rest for {seconds:.0f} s, beside hello")
    with ExitStack() as stack:
        hello = stack.enter_context(shown("Hello", "-m", "scripts.bench.apps.hello"))
        board = stack.enter_context(_board(demo, *max(_WINDOWS)))
        board.gather(_CUT)
        begun, before = time.perf_counter(), [hello.busy(), board.busy()]
        sent = 0
        while (left := begun + seconds - time.perf_counter()) > 0:
            sent += len(board.gather(left))
        took = time.perf_counter() - begun
        floor, ours = ((now - was) / took * 100 for now, was in zip((hello.busy(), board.busy()), before, strict=True))
    return [
        Row("board at rest, of a core", "", "%", [ours], promise=_AT_REST),
        Row("board at rest, of a core", "hello", "%", [ours], [max(floor, 0.01)]),
        Row("board at rest, bytes", "", "B", [sent], promise=0),
    ]
