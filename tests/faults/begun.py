"""Programs of `faults.programs` that begin again and again without being loaded again."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from faults.programs import ENDED, GO, READY, REFUSED
from faults.verdict import Told

_HERE = Path(__file__).parent.parent


class Ended(NamedTuple):
    """What a program said until its end, and its exit code: minus the signal that killed it."""

    told: Told
    code: int


class Program:
    """A program that does one deed after another, each in a process of its own that may be killed.

    Args:
        asks: Where it is told what to do.
        says: Where it says what it has done.
    """

    def __init__(self, asks: IO[str], says: IO[str]) -> None:
        self._asks, self._says = asks, says

    def begin(self, *arguments: str | Path) -> int:
        """Get ready for a deed with arguments as in `faults.programs`; give the id of the process that will do it."""
        self._ask(json.dumps([str(argument) for argument in arguments]))
        ready, pid = self._says.readline().split()
        assert ready == READY
        return int(pid)

    def go(self) -> None:
        """Let the deed be done."""
        self._ask(GO)

    def line(self) -> str:
        """Give the next thing it says, without waiting for its end."""
        return self._says.readline().rstrip("\n")

    def end(self, *before: str) -> Ended:
        """Wait for the end of the deed.

        Args:
            before: What was heard of it already.
        """
        lines = list(before)
        while not lines or not lines[-1].startswith(ENDED):
            line = self._says.readline()
            assert line.endswith("\n"), "the program that begins the others has ended"
            lines.append(line.rstrip("\n"))
        return Ended(_told(lines[:-1]), int(lines[-1].removeprefix(ENDED)))

    def whole(self, *arguments: str | Path) -> Told:
        """Let a deed be done to its end; it must end by itself and well."""
        self.begin(*arguments)
        self.go()
        told, code = self.end()
        assert code == 0
        return told

    def _ask(self, line: str) -> None:
        self._asks.write(f"{line}\n")
        self._asks.flush()


@contextmanager
def program() -> Iterator[Program]:
    """Load a program; what it does is over with the context."""
    command = [sys.executable, "-m", "faults.programs"]
    same = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=_HERE, env=same, stdin=pipe, stdout=pipe, text=True) as loaded:
        assert loaded.stdin is not None
        assert loaded.stdout is not None
        yield Program(loaded.stdin, loaded.stdout)


def kill(pid: int) -> None:
    """Kill the process that does a deed."""
    os.kill(pid, signal.SIGKILL)


def _told(lines: Sequence[str]) -> Told:
    refused = tuple(line.removeprefix(REFUSED) for line in lines if line.startswith(REFUSED))
    return Told(tuple(line for line in lines if not line.startswith(REFUSED)), refused)
