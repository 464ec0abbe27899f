"""Work that is done beside this process: the same comes of it, and whatever becomes of a process, everybody is told."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from pickle import PicklingError

import pytest
from textual.app import App

from board.cli.context import seat_here
from board.elsewhere import IN_THIS_THREAD, Stopped
from board.errors import Refusal
from board.seat.workshop import Workshop
from board.widgets.slowly import slowly
from elsewhere import as_here
from long_work import Odd, endless, killed, loud, modules, nap, not_there, odd, own_id, refused

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are looked at and ended by signals")


@pytest.fixture
def shop() -> Iterator[Workshop]:
    shop = Workshop(2)
    yield shop
    shop.close()


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_up(process: int) -> bool:
    """Whether a process is there, and not only its end waits to be heard of."""
    stat = Path(f"/proc/{process}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_on_a_terminal_it_is_done_here() -> None:
    assert seat_here().elsewhere is IN_THIS_THREAD
    assert IN_THIS_THREAD.run(own_id) == os.getpid()


def test_beside_a_server_it_is_done_in_another_process(shop: Workshop) -> None:
    assert shop.run(own_id) != os.getpid()
    assert shop.run(loud, "same") == "same"


def test_one_that_is_up_is_used_again(shop: Workshop) -> None:
    assert shop.run(own_id) == shop.run(own_id)


def test_what_it_raises_is_raised_here(shop: Workshop) -> None:
    with pytest.raises(Refusal, match="no picture"):
        shop.run(refused, "This is no picture.")
    with pytest.raises(FileNotFoundError) as told:
        shop.run(not_there, "/nowhere/at/all")
    assert told.value.errno == 2


def test_an_error_that_can_not_be_handed_on_is_told_by_its_kind_alone(shop: Workshop) -> None:
    with pytest.raises(RuntimeError, match=f"^{Odd.__name__}$"):
        shop.run(odd)


def test_one_that_is_killed_over_it_is_told_and_another_takes_its_place(shop: Workshop) -> None:
    before = shop.run(own_id)
    with pytest.raises(Stopped):
        shop.run(killed)
    assert shop.run(own_id) != before
    assert not is_up(before)


def test_one_that_was_killed_while_it_waited_is_told(shop: Workshop) -> None:
    os.kill(shop.run(own_id), signal.SIGKILL)
    with pytest.raises(Stopped):
        shop.run(own_id)
    assert shop.run(own_id)


def test_nobody_else_loses_anything_by_it(shop: Workshop) -> None:
    with ThreadPoolExecutor(8) as hands:
        others = [hands.submit(shop.run, loud, str(number)) for number in range(20)]
        bad = [hands.submit(shop.run, killed) for _ in range(4)]
        assert [one.result() for one in others] == [str(number) for number in range(20)]
        assert all(isinstance(one.exception(), Stopped) for one in bad)


def test_two_things_are_done_at_once_and_no_more() -> None:
    shop = Workshop(2)
    try:
        with ThreadPoolExecutor(6) as hands:
            done = {one.result() for one in [hands.submit(shop.run, own_id) for _ in range(60)]}
        assert len(done) <= 2
    finally:
        shop.close()


def test_what_takes_too_long_is_stopped() -> None:
    shop = Workshop(1, patience=0.2)
    try:
        with pytest.raises(Stopped):
            shop.run(endless)
        shop._all[0]._patience = 60.0
        assert shop.run(loud, "on") == "on"
    finally:
        shop.close()


def test_one_without_work_ends_and_begins_again() -> None:
    shop = Workshop(1, rest=0.05)
    try:
        first = shop.run(own_id)
        until(lambda: not is_up(first))
        assert shop.run(own_id) != first
    finally:
        shop.close()


def test_after_many_things_another_one_takes_its_place(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("board.seat.workshop._MOST_JOBS", 3)
    assert len({shop.run(own_id) for _ in range(9)}) == 3


def test_closing_ends_what_is_in_hand_and_all_that_waits() -> None:
    shop = Workshop(1)
    process = shop.run(own_id)
    with ThreadPoolExecutor(3) as hands:
        waiting = [hands.submit(shop.run, endless) for _ in range(3)]
        until(lambda: shop._all[0]._jobs > 1)
        shop.close()
        assert all(isinstance(one.exception(20), Stopped) for one in waiting)
    assert not is_up(process)
    with pytest.raises(Stopped):
        shop.run(own_id)


def test_what_can_not_be_handed_over_is_a_fault_at_once(shop: Workshop) -> None:
    with pytest.raises((AttributeError, PicklingError)):
        shop.run(lambda: 1)
    assert shop.run(loud, "on") == "on"


def test_it_loads_neither_a_screen_nor_what_is_not_asked_for(shop: Workshop) -> None:
    assert not shop.run(modules) & {"textual", "rich", "click", "tinydb", "reportlab", "PIL", "cv2", "numpy", "aiohttp"}


OWNER = """
import sys
from pathlib import Path
from threading import Thread
from time import sleep
from board.seat.workshop import Workshop
from long_work import begun, own_id
shop = Workshop(1)
print(shop.run(own_id), flush=True)
if sys.argv[1]:
    Thread(target=shop.run, args=(begun, sys.argv[1]), daemon=True).start()
    while not Path(sys.argv[1]).exists():
        sleep(0.01)
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("is_at_work", [False, True])
def test_it_goes_with_a_server_that_is_killed(tmp_path: Path, is_at_work: bool) -> None:
    sign = str(tmp_path / "begun") if is_at_work else ""
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, sign],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=as_here(),
    ) as owner:
        assert owner.stdout is not None
        process = int(owner.stdout.readline())
        assert owner.stdout.readline() == "ready\n"
        assert is_up(process)
        owner.kill()
        until(lambda: not is_up(process))


def test_who_waits_for_it_holds_no_thread_of_anybody_else(shop: Workshop) -> None:
    async def meanwhile() -> int:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        app = OneApp()
        app.slow_lane = shop.threads
        waiting = [asyncio.ensure_future(slowly(app, partial(shop.run, nap))) for _ in range(6)]
        quick = await asyncio.to_thread(os.getpid)
        assert not any(one.done() for one in waiting)
        return quick + 0 * len(await asyncio.gather(*waiting))

    assert asyncio.run(meanwhile()) == os.getpid()


def test_an_app_of_its_own_waits_in_the_usual_threads() -> None:
    assert asyncio.run(slowly(App(), os.getpid)) == os.getpid()


class OneApp(App[None]):
    slow_lane: Executor | None = None
