"""Long hours of pages on one class: memory after many were closed, facts after many marked, storms, deaf ones, rubbish."""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from scripts.bench_serve.processes import resident
from serve.running import RunningServer
from serve.soak import facts_in, lost_of, made, marked_together, opened_used_and_closed, rubbish

_MOST = 20.0
"""MB a server may have grown by after a hundred pages."""

_UNTIL_CLEARED = 130.0
"""Seconds after which nothing waits for a closed page any more."""


async def _memory(server: RunningServer, _: Path, scale: float) -> list[str]:
    await opened_used_and_closed(server, 20)
    await asyncio.sleep(_UNTIL_CLEARED)
    before = resident(server.pid)
    await opened_used_and_closed(server, int(100 * scale))
    await asyncio.sleep(_UNTIL_CLEARED)
    after = resident(server.pid)
    print(f"resident after {int(100 * scale)} pages: {before:.0f} -> {after:.0f} MB")
    return [f"it has grown by {after - before:.0f} MB"] if after - before > _MOST else []


async def _marks(server: RunningServer, folder: Path, scale: float) -> list[str]:
    found = await marked_together(server, pages=30, seconds=180 * scale, every=3.0)
    lost = lost_of(folder, found)
    print(f"{sum(found.acknowledged.values())} marks shown as kept by 30 pages, {len(lost)} children with lost ones")
    wrong = [f"lost: {lost}"] if lost else []
    wrong += [f"{len(found.unanswered)} marks were never shown, the first: {one}" for one in found.unanswered[:1]]
    return wrong + ([] if len(set(found.screens)) == 1 else ["the pages do not show the same"])


async def _rubbish(server: RunningServer, folder: Path, scale: float) -> list[str]:
    before, facts = resident(server.pid), facts_in(folder)
    await rubbish(server, int(10_000 * scale), seed=1)
    print(f"resident after {int(10_000 * scale)} frames of rubbish: {before:.0f} -> {resident(server.pid):.0f} MB")
    return ["rubbish has marked something"] if facts_in(folder) != facts else []


_SOAKS: dict[str, Callable[[RunningServer, Path, float], Coroutine[Any, Any, list[str]]]] = {
    "memory": _memory,
    "marks": _marks,
    "rubbish": _rubbish,
}


def main() -> int:
    """Soak a server in a throw-away folder; exit 1 where something has grown, is lost or has ended."""
    parser = argparse.ArgumentParser(prog="python -m scripts.soak_serve", description=__doc__)
    parser.add_argument("--only", choices=[*_SOAKS], action="append", help="Only these; may be said again.")
    parser.add_argument("--scale", type=float, default=1.0, help="How many times as long.")
    wanted = parser.parse_args()
    wrong: list[str] = []
    for name in wanted.only or _SOAKS:
        with tempfile.TemporaryDirectory(prefix="soak-") as place:
            home = Path(place, "home")
            folder = made(Path(place, "Room 12.class"), home)
            env = {"BOARD_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            with RunningServer(folder, env={**os.environ, **env}) as server:
                print(f"{name} ...", flush=True)
                wrong += asyncio.run(_SOAKS[name](server, folder, wanted.scale))
                wrong += [] if server.is_up else [f"{name}: the server has ended"]
                wrong += [f"it says {line!r}" for line in server.said if "Traceback" in line or "Amara" in line]
    print(*(wrong or ["nothing has grown, nothing is lost"]), sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
