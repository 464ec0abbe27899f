"""Measure what was promised of pages and print one table; exit 1 when a promise is broken."""

import argparse
import asyncio
import os
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from board.seat.settings import Place
from scripts.bench_serve import CHECKOUT
from scripts.bench_serve.figures import Figure, written
from scripts.bench_serve.rows import Measure
from scripts.bench_serve.sides import ours, stock

_SECONDS, _QUICK_SECONDS = 20.0, 6.0
_GROUPS = ("opening", "tapping", "drawing", "rest", "news")


def _made(folder: Path) -> str:
    """Make the demo class; give the name that stands on its board."""
    seat = seat_here()
    book = make_demo(folder, seat.settings.load().device, datetime(2026, 11, 20, 12, tzinfo=UTC))
    seat.settings.remember(book.key, Place(zoom=0))
    name = book.students[0].name
    book.close()
    return name


async def _measured(measure: Measure, groups: list[str]) -> list[Figure]:
    figures: list[Figure] = []
    for group in groups:
        print(f"{group} ...", file=sys.stderr, flush=True)
        figures += await getattr(measure, group)()
    return figures


def main() -> int:
    """Measure in a throw-away folder inside the checkout: a disk, not memory."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench_serve", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="Shorter, for a first look.")
    parser.add_argument("--alone", action="store_true", help="Without the stock server.")
    parser.add_argument("--only", choices=_GROUPS, action="append", help="Only these figures; may be said again.")
    wanted = parser.parse_args()
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    home = CHECKOUT / "build"
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=home) as place, ExitStack() as stack:
        os.environ["BOARD_HOME"] = f"{place}/home"
        folder = Path(place, "Demo.class")
        shows = _made(folder)
        own = stack.enter_context(ours(folder, shows))
        peer = None if wanted.alone else stack.enter_context(stock(folder, shows))
        measure = Measure(own, peer, folder, _QUICK_SECONDS if wanted.quick else _SECONDS)
        figures = asyncio.run(_measured(measure, wanted.only or [*_GROUPS]))
    print(written(figures))
    return int(any(figure.is_missed for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
