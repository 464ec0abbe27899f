"""Measure everything that was promised and print one table; exit 1 when a promise is broken."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from board.cli.context import seat_here
from board.demo.demo_class import make_demo
from scripts.bench import CHECKOUT
from scripts.bench.draw_rows import draw_rows
from scripts.bench.grid_rows import grid_rows
from scripts.bench.judging_rows import judging_rows
from scripts.bench.kiosk_rows import kiosk_rows
from scripts.bench.news_rows import news_rows
from scripts.bench.own_rows import own_rows
from scripts.bench.paper_rows import paper_rows
from scripts.bench.personal_rows import personal_rows
from scripts.bench.photo_rows import photo_rows
from scripts.bench.print_rows import print_rows
from scripts.bench.queue_rows import queue_rows
from scripts.bench.screen_rows import screen_rows
from scripts.bench.set_rows import set_rows
from scripts.bench.store_rows import store_rows
from scripts.bench.table import Row, written
from scripts.bench.wire_rows import wire_rows

_RUNS, _QUICK_RUNS = 60, 12


def _screen(place: Path, runs: int) -> list[Row]:
    demo = place / "Demo.class"
    make_demo(demo, seat_here().settings.load().device, datetime(2026, 11, 20, 12, tzinfo=UTC)).close()
    return [*wire_rows(demo, runs / 2), *screen_rows(demo, runs)]


def _news(place: Path, runs: int) -> list[Row]:
    demo = place / "News.class"
    make_demo(demo, seat_here().settings.load().device, datetime(2026, 11, 20, 12, tzinfo=UTC)).close()
    return news_rows(demo, runs)


_GROUPS: dict[str, Callable[[Path, int], list[Row]]] = {
    "screen": _screen,
    "news": _news,
    "judging": judging_rows,
    "kiosk": kiosk_rows,
    "own": own_rows,
    "photos": photo_rows,
    "draw": lambda _, runs: draw_rows(2 * runs),
    "grid": lambda _, runs: grid_rows(runs),
    "sets": set_rows,
    "store": store_rows,
    "paper": paper_rows,
    "personal": personal_rows,
    "print": print_rows,
    "queue": queue_rows,
}


def main() -> int:
    """Measure in a throw-away folder inside the checkout: a disk, not memory."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bench", description="The promises about speed, measured.")
    parser.add_argument("--quick", action="store_true", help="Fewer runs, for a first look.")
    parser.add_argument("--only", choices=[*_GROUPS], action="append", help="Only these rows; may be said again.")
    wanted = parser.parse_args()
    home = CHECKOUT / "build"
    home.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=home) as place:
        os.environ["BOARD_HOME"] = f"{place}/home"
        runs = _QUICK_RUNS if wanted.quick else _RUNS
        rows = [row for group in wanted.only or _GROUPS for row in _GROUPS[group](Path(place), runs)]
    print(written(rows))
    return int(any(row.is_over for row in rows))


if __name__ == "__main__":
    sys.exit(main())
