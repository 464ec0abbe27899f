"""Hands without a browser: they tap cells and wait until the eye stands there, and draw as a finger does."""

import asyncio
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from serve.page_client import Lost, PageClient

_WITHIN = 10.0
"""Seconds after which a tap counts as lost."""

_CELLS = ((22, 6), (34, 10), (22, 14), (34, 18), (28, 8), (28, 16))
"""Where spots of the board lie in a terminal of the size of `sides`."""


_PAPER = (25, 4, 44, 22)
"""Left column, top line, columns and lines of the place that is drawn in."""


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
    """Draw over the whole paper, then again in another colour, so that each move shows; give how many pictures came in a second.

    Args:
        page: The page; its studio is open.
        rate: Moves in a second.
        until: Moment of `time.perf_counter` at which this ends.
        seed: Which colour is the first.
    """
    begun, frames = time.perf_counter(), page.frames
    spots = list(_over_the_paper())
    for moves in itertools.count():
        if time.perf_counter() >= until:
            break
        times, at = divmod(moves, len(spots))
        if at == 0:
            await page.send(_mouse(0, *spots[-1], "m") + b"%d" % (1 + (seed + times) % 9))
        else:
            await page.send(_mouse(0 if at == 1 else 32, *spots[at]))
        await asyncio.sleep(max(0.0, begun + (moves + 1) / rate - time.perf_counter()))
    got = (page.frames - frames) / (time.perf_counter() - begun)
    await page.send(_mouse(0, *spots[0], "m"))
    return got


def _over_the_paper() -> Iterator[tuple[int, int]]:
    """Give cells to and fro over the paper, each a stroke's width from the one before."""
    left, top, wide, high = _PAPER
    for line in range(0, high, 2):
        columns = range(0, wide, 4)
        for column in columns if line % 4 == 0 else reversed(columns):
            yield left + column, top + line


def _mouse(what: int, column: int, line: int, end: str = "M") -> bytes:
    return f"\x1b[<{what};{column + 1};{line + 1}{end}".encode()
