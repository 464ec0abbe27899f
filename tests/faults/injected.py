"""Faults at the system calls of a program: killed right before one, or one that fails; strace puts them there."""

import re
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from faults.begun import Ended, Program, program
from faults.verdict import Told

_CALLS = (
    *("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "flock"),
)
"""What changes a disk, or keeps two programs from doing so at once."""

_ERRORS = {"fsync": "EIO", "fdatasync": "EIO", "ftruncate": "EIO", "flock": "ENOLCK"}
"""What a call answers when it fails; the others say that the disk is full."""

_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)")


class Point(NamedTuple):
    """A moment in a program: the call it makes, how many of these came before, and whether it is its own telling."""

    call: str
    earlier: int
    tells: bool

    @property
    def kill(self) -> str:
        """The rule that kills the program right before the call."""
        return f"inject={self.call}:signal=KILL:when={self.earlier + 1}"

    @property
    def error(self) -> str:
        """The rule that lets the call fail, once."""
        return f"inject={self.call}:error={_ERRORS.get(self.call, 'ENOSPC')}:when={self.earlier + 1}"


class Case(NamedTuple):
    """A copy of a folder in which a fault hit a program, what the program said, and whether it was killed."""

    point: Point
    place: Path
    told: Told
    killed: bool


def points_of(base: Path, room: Path, store: str, deed: str) -> list[Point]:
    """Give every moment of a deed, by letting a program do it undisturbed."""
    place = _copied(base, room / "undisturbed")
    with program() as undisturbed:
        trace, _ = _traced(undisturbed, (deed, store, place), f"trace={','.join(f'?{call}' for call in _CALLS)}")
    earlier: Counter[str] = Counter()
    points = []
    for call, rest in (found.groups() for found in map(_CALL.match, trace.splitlines()) if found):
        if call != "openat" or "O_CREAT" in rest:
            points.append(Point(call, earlier[call], call == "write" and rest.startswith("1,")))
        earlier[call] += 1
    assert points
    return points


def cases(base: Path, room: Path, store: str, deed: str, points: Sequence[Point], *, kill: bool) -> Iterator[Case]:
    """Let a program do a deed in copies of a folder, with a fault at another point in each.

    Args:
        base: The folder.
        room: Where the copies go.
        store: The store, as in `faults.programs`.
        deed: The deed, as in `faults.programs`.
        points: Where the faults go.
        kill: Whether the program is killed there; else the call fails.
    """
    with program() as doing:
        for point in points:
            place = _copied(base, room / f"{deed}-{point.call}-{point.earlier}")
            rule = point.kill if kill else point.error
            trace, (told, code) = _traced(doing, (deed, store, place), f"trace={point.call}", rule)
            assert kill or "(INJECTED)" in trace, trace
            yield Case(point, place, told, code == -signal.SIGKILL)


def _traced(doing: Program, arguments: tuple[str, str, Path], *rules: str) -> tuple[str, Ended]:
    """Let a program work under strace from the moment it is ready; give the trace, and how it ended."""
    place = arguments[-1]
    trace = place.with_name(f"{place.name}.trace")
    pid = doing.begin(*arguments)
    command = ["strace", "-f", "-p", str(pid), "-o", str(trace), *(part for rule in rules for part in ("-e", rule))]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        said = strace.stderr.readline()
        assert "attached" in said, said
        doing.go()
        ended = doing.end()
    return trace.read_text(), ended


def _copied(base: Path, place: Path) -> Path:
    shutil.copytree(base, place)
    return place
