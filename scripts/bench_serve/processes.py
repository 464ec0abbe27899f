"""What processes hold and use, with all that were begun by them (Linux)."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def tree(pid: int) -> Iterator[int]:
    """Give a process and all below it."""
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(one) for task in tasks for one in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from tree(child)


def held(pid: int) -> float:
    """Give the memory of a process and all below it, in MB: what they share counts once."""
    return sum(_kilobytes(one, "smaps_rollup", "Pss:") for one in tree(pid)) / 1024


def resident(pid: int) -> float:
    """Give the resident memory of a process and all below it, in MB, as a task manager adds it up."""
    return sum(_kilobytes(one, "status", "VmRSS:") for one in tree(pid)) / 1024


def busy(pid: int) -> float:
    """Give the seconds of a core a process and all below it have used."""
    return sum(map(_seconds, tree(pid)))


class Share:
    """Which share of a core is used from now on.

    Args:
        pid: A process; all below it count.
    """

    def __init__(self, pid: int) -> None:
        self._pid, self._begun, self._used = pid, time.perf_counter(), busy(pid)

    @property
    def percent(self) -> float:
        """Give it in percent of one core."""
        return 100 * (busy(self._pid) - self._used) / (time.perf_counter() - self._begun)


def _kilobytes(pid: int, file: str, name: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0  # it has just ended
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS
