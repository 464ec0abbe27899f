"""Rows about the studio: a finger dragged over the paper is followed at once."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import ExitStack

from textual.geometry import Offset, Region

from board.art.pixels import COARSE, FINE
from board.widgets.pixel_canvas import PixelCanvas
from pty_terminal import Terminal
from scripts.bench.apps.lone_studio import LoneStudio
from scripts.bench.screen_rows import shown
from scripts.bench.table import By, Row, tell

_COLUMNS, _ROWS = 120, 40
_PROMISE = 30
"""Milliseconds in which a move must have been followed."""

_HELLO = ("-m", "scripts.bench.apps.hello")
_STUDIO = ("-m", "scripts.bench.apps.lone_studio")


def draw_rows(runs: int) -> list[Row]:
    """Measure dragging over the paper with big and with tiny squares.

    Args:
        runs: How many moves of each.
    """
    paper = asyncio.run(_paper())
    return [row for side in (COARSE, FINE) for row in _drag(side, paper, runs)]


async def _paper() -> Region:
    """Give where the paper lies on the screen."""
    app = LoneStudio(FINE)
    async with app.run_test(size=(_COLUMNS, _ROWS)) as pilot:
        await pilot.pause()
        return app.screen.query_one(PixelCanvas).content_region


def _drag(side: int, paper: Region, runs: int) -> list[Row]:
    tell(f"studio: {runs} moves on {side} x {side} in turn with hello")
    ours, floor = [], []
    with ExitStack() as stack:
        hello = stack.enter_context(shown("Hello", *_HELLO))
        command = [sys.executable, *_STUDIO, str(side)]
        studio = stack.enter_context(Terminal(command, columns=_COLUMNS, rows=_ROWS))
        studio.wait_for("My picture shows")
        studio.settle()
        for stroke, points in enumerate(_strokes(side, paper, runs)):
            studio.press(b"123456789"[stroke % 9 :][:1])
            studio.write(_mouse(_PRESS, points[0]))
            studio.settle()
            for point in points[1:]:
                floor.append(hello.press(b"x").first * 1000)
                ours.append(studio.press(_mouse(_DRAG, point)).first * 1000)
            studio.write(_mouse(_PRESS, points[-1], "m"))
            studio.settle()
    return [
        Row(f"drag over {side}x{side}, a move", "", "ms", ours, by=By.P95, promise=_PROMISE),
        Row(f"drag over {side}x{side}, a move", "hello, a key", "ms", ours, floor, By.P95),
    ]


_PRESS, _DRAG = 0, 32
"""How a terminal calls what a mouse does."""


def _mouse(what: int, point: Offset, end: str = "M") -> bytes:
    """Give what a terminal sends, in cells counted from 1."""
    return f"\x1b[<{what};{point.x + 1};{point.y + 1}{end}".encode()


def _strokes(side: int, paper: Region, moves: int) -> Iterator[list[Offset]]:
    """Give strokes over the whole width, two pixels at a time, each a pixel lower, until there are enough moves."""
    across, down = paper.width // side, paper.height // side
    points = range(paper.x, paper.right, 2 * across)
    for row in range(-(-moves // (len(points) - 1))):
        yield [Offset(x, paper.y + row % side * down) for x in points]
