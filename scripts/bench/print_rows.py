"""Rows about choosing what to print: what another value costs the program that is to stay quick to every key."""

import asyncio
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from board.app import BoardApp
from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from print_driver import SIZE, go_to, go_to_choice
from screen_driver import board_on
from scripts.bench.table import Row, tell

_PROMISE = 5
"""Milliseconds of the program's own thread from the key until all is painted; the page itself is drawn in another."""

_PAINTED, _SETTLED = 0.12, 2.0
"""Seconds after a key until its change is painted, which is before a page is drawn, and until that has come, too."""

_CHANGES = (("wall", "Ink"), ("personal", "For"), ("stickers", "First label"))


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
            rows.append(Row(f"print, another value ({kind})", "", "ms", taken, promise=_PROMISE))
        return rows


async def _taken(app: BoardApp, kind: str, label: str, runs: int) -> list[float]:
    """Give the milliseconds of the thread of the screen, once for each key."""
    taken = []
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, kind)
        await go_to_choice(pilot, label)
        for _ in range(runs + 1):
            await asyncio.sleep(_SETTLED)
            before = time.thread_time()
            app.simulate_key("right")
            await asyncio.sleep(_PAINTED)
            taken.append((time.thread_time() - before) * 1000)
    return taken[1:]
