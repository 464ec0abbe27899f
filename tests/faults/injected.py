"""Faults at the system calls of a program: killed right before one, or one that fails; strace puts them there."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from faults.programs import REFUSED
from faults.verdict import Told

LIMIT = 60
"""Seconds until a program that hangs fails its test."""

_CALLS = (
    *("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "flock"),
)
"""What changes a disk, or keeps two programs from doing so at once."""

_ERRORS = {"fsync": "EIO", "fdatasync": "EIO", "ftruncate": "EIO", "flock": "ENOLCK"}
"""What a call answers when it fails; the others say that the disk is full."""

_HERE = Path(__file__).parent.parent
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


def started(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start a program of `faults.programs` that is ready and waits for a line."""
    command = [sys.executable, "-m", "faults.programs", *map(str, arguments)]
    pipe = subprocess.PIPE
    same = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}  # every program opens as many files before its work begins
    program = subprocess.Popen(command, cwd=_HERE, env=same, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert program.stdout is not None
    if program.stdout.readline() != "ready\n":
        raise AssertionError(program.communicate(timeout=LIMIT)[1])
    return program


def ended(program: subprocess.Popen[str]) -> Told:
    """Let a program work to its end; it must have ended by itself and well."""
    out, errors = program.communicate("go\n", timeout=LIMIT)
    assert program.returncode == 0, errors
    return told_of(out)


def told_of(out: str) -> Told:
    """Sort what a program said; a last line without its end was not said."""
    lines = out.split("\n")[:-1]
    refused = tuple(line.removeprefix(REFUSED) for line in lines if line.startswith(REFUSED))
    return Told(tuple(line for line in lines if not line.startswith(REFUSED)), refused)


def points_of(base: Path, room: Path, store: str, deed: str) -> list[Point]:
    """Give every moment of a deed, by letting a program do it undisturbed."""
    place = _copied(base, room / "undisturbed")
    trace, _ = _traced((deed, store, place), place, f"trace={','.join(f'?{call}' for call in _CALLS)}")
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

    def case(point: Point) -> Case:
        place = _copied(base, room / f"{deed}-{point.call}-{point.earlier}")
        trace, (told, code) = _traced(
            (deed, store, place), place, f"trace={point.call}", point.kill if kill else point.error
        )
        assert kill or "(INJECTED)" in trace, trace
        return Case(point, place, told, code == -signal.SIGKILL)

    with ThreadPoolExecutor(2) as both:
        yield from both.map(case, points)


def _traced(arguments: Sequence[str | Path], place: Path, *rules: str) -> tuple[str, tuple[Told, int]]:
    """Let a program work under strace from the moment it is ready; give the trace, what it said and how it ended."""
    trace = place.with_name(f"{place.name}.trace")
    program = started(*arguments)
    command = [
        "strace",
        "-f",
        "-p",
        str(program.pid),
        "-o",
        str(trace),
        *(part for rule in rules for part in ("-e", rule)),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        said = strace.stderr.readline()
        assert "attached" in said, said
        out, _ = program.communicate("go\n", timeout=LIMIT)
    return trace.read_text(), (told_of(out), program.returncode)


def _copied(base: Path, place: Path) -> Path:
    shutil.copytree(base, place)
    return place
