"""Rows about choosing what to print: what another value costs the program that is to stay quick to every key."""

import asyncio
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from board.app import BoardApp
from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from board.screens.paper.print import PrintScreen
from print_driver import SIZE, go_to, go_to_choice
from screen_driver import board_on
from scripts.bench.table import Row, tell

_PROMISE = 5
"""Milliseconds of the program's own thread to work out what another value makes of rows, notes and order."""

_KEY_PROMISE = 2.5
"""How many times a key that only goes to another line it may take, until all is painted."""

_PAINTED = 0.05
"""Seconds after a key until its change is painted. Keys come so soon that no page is drawn between them: that is done in another
thread, and a processor that slept longer is slow to whatever comes first."""

_CHANGES = (("wall", "Ink"), ("personal", "For"), ("stickers", "First label"))


class _Taken(NamedTuple):
    """Milliseconds of the thread of the screen, once for each key: to work a change out, to paint it, to paint a move."""

    worked_out: list[float]
    changed: list[float]
    moved: list[float]


def print_rows(place: Path, runs: int) -> list[Row]:
    """Measure another value on the Print screen with the demo class.

    Args:
        place: A folder for the class.
        runs: How often another value is chosen.
    """
    device = seat_here().settings.load().device
    with closing(make_demo(place / "Print.class", device, datetime(2026, 11, 20, 12, tzinfo=UTC))) as book:
        rows = []
        for kind, label in _CHANGES:
            tell(f"print, another value of {label} for {kind}, {runs} times")
            taken = asyncio.run(_taken(board_on(book), kind, label, runs))
            name = f"print, another value ({kind})"
            rows += [
                Row(f"{name}: worked out", "", "ms", taken.worked_out, promise=_PROMISE),
                Row(name, "a key that moves", "ms", taken.changed, taken.moved, promise=_KEY_PROMISE),
            ]
        return rows


async def _taken(app: BoardApp, kind: str, label: str, runs: int) -> _Taken:
    taken = _Taken([], [], [])
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, kind)
        await go_to_choice(pilot, label)
        assert isinstance(app.screen, PrintScreen)
        _listen(app.screen, taken.worked_out)
        for _ in range(runs + 1):
            taken.changed.append(await _pressed(app, "right"))
            taken.moved.append(await _pressed(app, "down"))
            await _pressed(app, "up")
    return _Taken(*(each[1:] for each in taken))


async def _pressed(app: BoardApp, key: str) -> float:
    before = time.thread_time()
    app.simulate_key(key)
    await asyncio.sleep(_PAINTED)
    return (time.thread_time() - before) * 1000


def _listen(screen: PrintScreen, taken: list[float]) -> None:
    """Note how long the screen takes to work out each change."""
    show = screen.show

    def timed(page: int | None = None) -> None:
        before = time.thread_time()
        show(page)
        taken.append((time.thread_time() - before) * 1000)

    screen.__dict__["show"] = timed
