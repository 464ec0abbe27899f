"""A computer a fifth as fast: a share of a core for a program and all that comes of it (Linux)."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PERIOD = 10_000
"""Microseconds in which the share is given out: shorter than anybody sees."""

_GROUPS = Path("/sys/fs/cgroup/cpu")
_UNIFIED = Path("/sys/fs/cgroup")


@contextmanager
def slowed(process: int, share: float) -> Iterator[str]:
    """Let a process and its children have a share of one core and no more; gives how that was done.

    Where no group with a quota can be made, a thread stops them and lets them go on again and again, which is coarser.

    Args:
        process: Its number.
        share: The share, more than 0 and less than 1.
    """
    group = _group(share)
    if group is not None:
        for one in _with_children(process):
            (group / "cgroup.procs").write_text(str(one))
        try:
            yield f"quota of {share:g} core"
        finally:
            for one in _with_children(process):
                with suppress(OSError):
                    (group.parent / "cgroup.procs").write_text(str(one))
            with suppress(OSError):
                group.rmdir()
        return
    ended = threading.Event()
    thread = threading.Thread(target=_stop_and_go, args=(process, share, ended), daemon=True)
    thread.start()
    try:
        yield f"stopped for {1 - share:.0%} of the time"
    finally:
        ended.set()
        thread.join()


def _group(share: float) -> Path | None:
    """Make a group with a quota, None where this computer lets nobody."""
    quota = int(_PERIOD * share)
    with suppress(OSError):
        group = _GROUPS / f"bench-{os.getpid()}"
        group.mkdir(exist_ok=True)
        (group / "cpu.cfs_period_us").write_text(str(_PERIOD))
        (group / "cpu.cfs_quota_us").write_text(str(quota))
        return group
    with suppress(OSError):
        group = _UNIFIED / f"bench-{os.getpid()}"
        group.mkdir(exist_ok=True)
        (group / "cpu.max").write_text(f"{quota} {_PERIOD}")
        return group
    return None


def _stop_and_go(process: int, share: float, ended: threading.Event) -> None:
    seconds = _PERIOD / 1_000_000
    while not ended.is_set():
        for number, wait in ((signal.SIGSTOP, seconds * (1 - share)), (signal.SIGCONT, seconds * share)):
            for one in _with_children(process):
                with suppress(OSError):
                    os.kill(one, number)
            time.sleep(wait)


def _with_children(process: int) -> list[int]:
    """Give a process and all that come of it."""
    found = [process]
    for one in found:
        with suppress(OSError):
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
    return found
