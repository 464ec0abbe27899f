"""How long everybody else waits while one page works: a loop that ticks every 10 ms, and what keeps it from ticking.

Run it with `python -m scripts.loop_gaps`: each kind of work is done in a thread of the process that paints, and in a workshop
beside it. A gap is the time between two ticks less what they wait on purpose.
"""

import asyncio
import io
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
from click.testing import CliRunner
from PIL import Image

from board.art.cutting import cells_in
from board.art.intake import take_in
from board.art.preview import picture_in, preview_of
from board.art.shelf import SIZES
from board.cli import cli
from board.cli.context import seat_here
from board.deeds.pictures import stickers_of
from board.elsewhere import IN_THIS_THREAD, Elsewhere
from board.mastery.pictures import WHOLE_DRAWING
from board.paper.catalogue import kind_called
from board.paper.drawing import drawn
from board.paper.making import look_at
from board.paper.wanted import Wanted, order_of
from board.seat.workshop import Workshop

_TICK = 0.01
_TIMES = 3

Work = Callable[[Elsewhere], object]


async def gaps_of(work: Callable[[], object]) -> tuple[list[float], float]:
    """Do something in a thread, and give how late each tick came meanwhile, and how long it took, in seconds."""
    late: list[float] = []

    async def tick() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(_TICK)
            late.append(time.perf_counter() - before - _TICK)

    ticking = asyncio.create_task(tick())
    begun = time.perf_counter()
    await asyncio.to_thread(work)
    took = time.perf_counter() - begun
    ticking.cancel()
    return late, took


def in_ms(late: list[float], took: float) -> str:
    """Give the middle, the 95th hundredth and the worst of the gaps."""
    ordered = sorted(late) or [0.0]
    places = (len(ordered) // 2, len(ordered) * 95 // 100, -1)
    middle, most, worst = (1000 * ordered[at] for at in places)
    return f"{middle:7.1f} {most:7.1f} {worst:7.1f}   {took:6.2f} s"


def photo() -> bytes:
    """Give a photo as phones make them: 12 million pixels of paper with something on it."""
    noise = np.random.default_rng(1).integers(200, 255, (3000, 4000, 3), dtype=np.uint8)
    noise[800:2200, 1200:2900] //= 3
    file = io.BytesIO()
    Image.fromarray(noise).save(file, "JPEG", quality=85)
    return file.getvalue()


def works(folder: Path) -> dict[str, Work]:
    """Give what a page may be at, each with its pictures made ready before or not as it is at first."""
    CliRunner().invoke(cli, ["demo", str(folder / "Demo.class"), "--no-open"])
    seat = seat_here()
    book = seat.library.open(str(folder / "Demo.class"))
    kind = kind_called("personal")
    order = order_of(Wanted(kind=kind, units=book.units, made=date(2026, 11, 25), paper="a4"), book, seat.settings)
    raw = photo()
    png = take_in(raw).png

    def page(cache: Path | None, elsewhere: Elsewhere) -> object:
        shelf = stickers_of(book, folder / "cache", elsewhere) if cache else stickers_of(book, folder / "no", elsewhere)
        return drawn(order, cache, shelf.paper, elsewhere=elsewhere)

    def preview(elsewhere: Elsewhere) -> object:
        shelf = stickers_of(book, folder / "cache", elsewhere)
        return look_at(order, 0, 60, 90, own=shelf.paper, cache=folder / "cache", elsewhere=elsewhere)

    page(folder / "cache", IN_THIS_THREAD)
    return {
        "nothing": lambda _: time.sleep(1),
        "a chart for every child": partial(page, folder / "cache"),
        "a page that is looked at": preview,
        "a photo taken in": lambda elsewhere: elsewhere.run(take_in, raw),
        "a sticker cut": lambda elsewhere: elsewhere.run(cells_in, png, WHOLE_DRAWING, SIZES),
        "before and after": lambda elsewhere: elsewhere.run(preview_of, png, WHOLE_DRAWING, 48),
        "a picture looked at": lambda elsewhere: elsewhere.run(picture_in, png, 96),
    }


def main() -> None:
    """Print a table."""
    sys.stdout.write(f"{'':28}{'in a thread: p50, p95, max ms':>40}{'in a workshop':>42}\n")
    shop = Workshop(2)
    with tempfile.TemporaryDirectory() as folder:
        for name, work in works(Path(folder)).items():
            work(shop)
            lines = []
            for elsewhere in (IN_THIS_THREAD, shop):
                found = [asyncio.run(gaps_of(partial(work, elsewhere))) for _ in range(_TIMES)]
                lines.append(in_ms([one for late, _ in found for one in late], min(took for _, took in found)))
            sys.stdout.write(f"{name:28}{'   |   '.join(lines)}\n")
    shop.close()


if __name__ == "__main__":
    main()
