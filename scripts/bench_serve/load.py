"""Hands without a browser: they tap cells and wait until the eye stands there, and draw as a finger does."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from serve.page_client import Lost, PageClient

_WITHIN = 10.0
"""Seconds after which a tap counts as lost."""

_CELLS = ((22, 6), (34, 10), (22, 14), (34, 18), (28, 8), (28, 16))
"""Where spots of the board lie in a terminal of the size of `sides`."""


_PAPER, _PAPER_SIZE = (34, 12), 20
"""Upper left cell of the place that is drawn in, and its columns; it has half as many lines."""


@dataclass
class Taps:
    """What became of taps.

    Attributes:
        cells: Where is tapped, see `known_cells`.
        took: Milliseconds until each was painted.
        lost: How many never were.
    """

    cells: Sequence[tuple[tuple[int, int], tuple[int, int]]]
    took: list[float] = field(default_factory=list)
    lost: int = 0


async def known_cells(page: PageClient) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Tap some spots, one after the other, and give for each cell where the eye then stands."""
    known: dict[tuple[int, int], tuple[int, int]] = {}
    for cell in _CELLS:
        before = page.frames
        await page.tap(*cell)
        await page.until(lambda before=before: page.frames > before, _WITHIN)  # type: ignore[misc]
        await page.settled(0.4)
        if page.eye is not None and page.eye not in known.values():
            known[cell] = page.eye
    if len(known) < 2:
        raise Lost(f"the eye does not follow taps: {known}")
    return list(known.items())


async def tapping(page: PageClient, taps: Taps, each: float, until: float, seed: int) -> None:
    """Tap another spot again and again, as somebody does who taps so often on average.

    Args:
        page: The page.
        taps: Where is tapped; gets what became of them.
        each: Seconds between two taps on average.
        until: Moment of `time.perf_counter` at which this ends.
        seed: What makes the same again.
    """
    chance = random.Random(seed)
    await asyncio.sleep(chance.random() * each)
    while time.perf_counter() < until:
        cell, eye = chance.choice([one for one in taps.cells if one[1] != page.eye])
        begun = time.perf_counter()
        await page.tap(*cell)
        try:
            await page.until(lambda eye=eye: page.eye == eye and page.seen_at > begun, _WITHIN)  # type: ignore[misc]  # noqa: B023
            taps.took.append((page.seen_at - begun) * 1000)
        except Lost:
            taps.lost += 1
        await asyncio.sleep(max(0.0, chance.expovariate(1 / each) - (time.perf_counter() - begun)))


async def drawing(page: PageClient, rate: float, until: float, seed: int) -> float:
    """Draw back and forth over the paper; give how many pictures came in a second.

    Args:
        page: The page; its studio is open.
        rate: Moves in a second.
        until: Moment of `time.perf_counter` at which this ends.
        seed: What makes the same again.
    """
    chance = random.Random(seed)
    column, line = _PAPER
    size = _PAPER_SIZE
    await page.send(_mouse(0, column, line))
    begun, frames = time.perf_counter(), page.frames
    moves = 0
    while (now := time.perf_counter()) < until:
        moves += 1
        across, down = moves * 2 % (2 * size), chance.randrange(size // 2)
        across = across if across < size else 2 * size - across - 1
        await page.send(_mouse(32, column + across, line + down))
        await asyncio.sleep(max(0.0, begun + moves / rate - now))
    got = (page.frames - frames) / (time.perf_counter() - begun)
    await page.send(_mouse(0, column, line, "m"))
    return got


def _mouse(what: int, column: int, line: int, end: str = "M") -> bytes:
    return f"\x1b[<{what};{column + 1};{line + 1}{end}".encode()
