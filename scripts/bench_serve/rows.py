"""What is measured: memory, opening, taps, drawing, rest and news, ours and the stock server's in turn."""

import asyncio
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from board.cli.context import seat_here
from board.seat.settings import Place
from board.store.class_book import ClassBook
from pty_terminal import Terminal
from scripts.bench_serve.figures import Figure, at
from scripts.bench_serve.load import Taps, drawing, known_cells, tapping
from scripts.bench_serve.processes import Share, held, resident
from scripts.bench_serve.sides import Side, opened
from serve.page_client import PageClient

PAGES, DRAWERS, TAPS_A_SECOND, MOVES_A_SECOND = 30, 15, 36.0, 20.0
_BESIDE = 3
"""Pages that tap while others draw."""

_STUDIO = (b"b", b"d")
"""Keys from a spot of the board to its studio."""


class Measure:
    """One round of measuring.

    Args:
        ours: The board's own server, running.
        stock: The stock server, running; None where it is not asked.
        folder: The class.
        seconds: How long taps, moves and rest are measured.
    """

    def __init__(self, ours: Side, stock: Side | None, folder: Path, seconds: float) -> None:
        self._sides = [ours] if stock is None else [ours, stock]
        self._ours, self._folder, self._seconds = ours, folder, seconds

    async def opening(self) -> list[Figure]:
        """Measure memory and the time until thirty pages that are opened at once all show the class."""
        ones, more, takes, slowest, rss = [], [], [], [], 0.0
        for side in self._sides:
            async with opened(side, 1):
                await asyncio.sleep(1)
                ones.append(held(side.pid))
            await asyncio.sleep(2)
            async with opened(side, PAGES) as pages:
                await asyncio.sleep(2)
                more.append(held(side.pid))
                rss = rss or resident(side.pid)
                takes.append(statistics.median(page.took for page in pages))
                slowest.append(max(page.took for page in pages))
            await asyncio.sleep(2)
        each = [(many - one) / (PAGES - 1) for one, many in zip(ones, more, strict=True)]
        return [
            _both("1 page, memory", "MB", ones),
            _both(f"{PAGES} pages, memory", "MB", more, most=200, share=0.2),
            Figure(f"{PAGES} pages, resident", "MB", rss, most=200),
            _both("a further page, memory", "MB", each, most=5),
            _both(f"{PAGES} opened at once, shown, p50", "s", takes, share=0.4),
            _both(f"{PAGES} opened at once, shown, the last", "s", slowest, share=0.4),
        ]

    async def tapping(self) -> list[Figure]:
        """Measure taps on thirty pages."""
        found = [await self._taps(side) for side in self._sides]
        return [
            *(_of_taps(f"{PAGES} pages, {TAPS_A_SECOND:g} taps a second", found, {0.5: None, 0.95: 60, 0.99: 150})),
            _both("taps lost", "of all", [float(taps.lost) for taps in found], most=0),
            _both("taps measured", "taps", [float(len(taps.took)) for taps in found]),
        ]

    async def _taps(self, side: Side) -> Taps:
        async with opened(side, PAGES, together=5) as pages:
            taps = Taps(await known_cells(pages[0].page))
            until = time.perf_counter() + self._seconds
            each = PAGES / TAPS_A_SECOND
            hands = (tapping(page.page, taps, each, until, seed) for seed, page in enumerate(pages))
            await asyncio.gather(*hands)
        return taps

    async def drawing(self) -> list[Figure]:
        """Measure how often fifteen who draw see something new, and how long others' taps take meanwhile."""
        rates: list[list[float]] = []
        found: list[Taps] = []
        for side in self._sides:
            async with opened(side, DRAWERS + _BESIDE, together=5) as pages:
                others = pages[DRAWERS:]
                taps = Taps(await known_cells(others[0].page))
                for page in pages[:DRAWERS]:
                    await _to_studio(page.page)
                until = time.perf_counter() + self._seconds
                hands = [drawing(page.page, MOVES_A_SECOND, until, seed) for seed, page in enumerate(pages[:DRAWERS])]
                beside = [tapping(page.page, taps, 1.0, until, seed) for seed, page in enumerate(others)]
                drawn, _ = await asyncio.gather(asyncio.gather(*hands), asyncio.gather(*beside))
                rates.append(drawn)
                found.append(taps)
        what = f"{DRAWERS} draw, {MOVES_A_SECOND:g} moves a second"
        return [
            _both(f"{what}, seen, p50", "frames/s", map(statistics.median, rates), least=3, share=1, at_least=True),
            _both(f"{what}, seen by the last", "frames/s", map(min, rates), least=3, share=1, at_least=True),
            *_of_taps(f"{what}, taps of others", found, {0.5: 80, 0.95: None}),
            _both(f"{what}, taps of others lost", "of all", [float(taps.lost) for taps in found], most=0),
        ]

    async def rest(self) -> list[Figure]:
        """Measure what thirty pages use that nobody touches."""
        used = []
        for side in self._sides:
            async with opened(side, PAGES, together=5):
                await asyncio.sleep(5)
                share = Share(side.pid)
                await asyncio.sleep(self._seconds)
                used.append(share.percent)
        return [_both(f"{PAGES} pages at rest, of a core", "%", used, most=10)]

    async def news(self) -> list[Figure]:
        """Measure how soon a mark on one page is seen on another one, and on the board in a terminal."""
        elsewhere, terminals = [], []
        _begin_at_an_open_spot(self._folder)
        command = [sys.executable, "-m", "board", "open", str(self._folder)]
        async with opened(self._ours, 2) as pages:
            one, other = (page.page for page in pages)
            with Terminal(command, columns=100, rows=40) as terminal:
                await asyncio.to_thread(terminal.settle, 1.0)
                for number in range(max(10, int(self._seconds * 2))):
                    await asyncio.to_thread(terminal.settle, 0.3)
                    await other.settled(0.2)
                    frames = other.frames
                    begun, clock = time.perf_counter(), time.monotonic()
                    seen = asyncio.create_task(asyncio.to_thread(terminal.next_frame))
                    await one.send(b"t" if number % 2 == 0 else b"u")
                    await other.until(lambda frames=frames: other.frames > frames)  # type: ignore[misc]
                    elsewhere.append((other.seen_at - begun) * 1000)
                    terminals.append((await seen - clock) * 1000)
        return [
            Figure("a mark, seen on another page, p50", "ms", at(0.5, elsewhere), most=300),
            Figure("a mark, seen on another page, p95", "ms", at(0.95, elsewhere), most=300),
            Figure("a mark, seen on a terminal, p50", "ms", at(0.5, terminals), most=300),
            Figure("a mark, seen on a terminal, p95", "ms", at(0.95, terminals)),
        ]


def _both(what: str, unit: str, found: Iterable[float], **limits: Any) -> Figure:
    """Give a figure of both, or of the first alone."""
    ours, *stock = found
    return Figure(what, unit, ours, next(iter(stock), None), **limits)


def _of_taps(what: str, found: Sequence[Taps], limits: dict[float, float | None]) -> list[Figure]:
    return [
        _both(f"{what}, p{share * 100:g}", "ms", (at(share, taps.took) for taps in found), most=most)
        for share, most in limits.items()
    ]


async def _to_studio(page: PageClient) -> None:
    for key in _STUDIO:
        before = page.bytes
        await page.send(key)
        await page.until(lambda before=before: page.bytes > before + 1000)  # type: ignore[misc]
        await page.settled(0.5)


def _begin_at_an_open_spot(folder: Path) -> None:
    """Let every board begin where a mark changes something."""
    with closing(ClassBook(folder, "looks", only_look=True)) as book:
        unit, rows = book.units[0], book.progress
        spots = ((student.id, step.id) for student in book.students for step in unit.spots)
        student, step = next(spot for spot in spots if spot[1] not in rows.row(spot[0]))
        seat_here().settings.remember(book.key, Place(unit.id, student, step, 0))
