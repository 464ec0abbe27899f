"""Many pages for a while: nothing grows, nothing that was shown as kept is lost, and nobody holds up anybody else."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from scripts.bench_serve.processes import resident
from serve import soak
from serve.running import RunningServer
from serve.soak import Watcher, lost_of, made, marked_together, rubbish

_MOST = 20.0
"""MB a server may have grown by for one that takes nothing."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[RunningServer, Path]]:
    home = {"BOARD_HOME": str(tmp_path / "home"), "BOARD_FONTS": "", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    folder = made(tmp_path / "Room 12.class", tmp_path / "home")
    with RunningServer(folder, env=home) as server:
        yield server, folder
        assert server.is_up
        assert not [line for line in server.said if "Amara" in line or "Traceback" in line]


async def test_nothing_that_a_page_showed_as_kept_is_lost_and_all_show_the_same(
    served: tuple[RunningServer, Path],
) -> None:
    server, folder = served
    found = await marked_together(server, pages=8, seconds=4, every=0.2)
    assert sum(found.acknowledged.values()) > 8
    assert not found.unanswered, found.unanswered[0]
    assert lost_of(folder, found) == {}
    assert len(set(found.screens)) == 1, "\n".join(sorted(set(found.screens)))


async def test_pages_that_come_and_go_in_a_storm_stay_themselves(served: tuple[RunningServer, Path]) -> None:
    server, _ = served
    async with AsyncExitStack() as stack:
        guests = await asyncio.gather(*(Watcher(stack, server).come() for _ in range(4)))
        for _ in range(6):
            await asyncio.gather(*(guest.come_back() for guest in guests))
        for guest in guests:
            await guest.page.close()


async def test_one_that_takes_nothing_any_more_holds_up_nobody(served: tuple[RunningServer, Path]) -> None:
    server, _ = served
    async with AsyncExitStack() as stack:
        deaf, hand = [await Watcher(stack, server).come() for _ in range(2)]
        deaf.page.stop_reading()
        before = resident(server.pid)
        for number in range(60):  # each paints everything anew on its own page, and a mark on that of the other
            frames = hand.page.frames
            await hand.page.send((b"t", b"u", b"z")[number % 3])
            await hand.page.until(lambda frames=frames: hand.page.frames > frames)  # type: ignore[misc]
            await deaf.page.send(b"z")
        assert resident(server.pid) - before <= _MOST
        await hand.page.close()


async def test_rubbish_ends_nothing_and_marks_nothing(served: tuple[RunningServer, Path]) -> None:
    server, folder = served
    async with AsyncExitStack() as stack:
        other = await Watcher(stack, server).come()
        await rubbish(server, 600, seed=1)
        frames = other.page.frames
        await other.page.send(b"\x1b[B")
        await other.page.until(lambda: other.page.frames > frames)
        await other.page.close()
    assert soak.facts_in(folder) == 0
