"""Another computer, or another program of this one: a process of its own that has the class open and marks when it is told to."""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from board.store.draft import Draft

_READY = "ready"


def as_here() -> dict[str, str]:
    """Give the variables with which a program finds the modules this one has found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


class Elsewhere:
    """A program that has a class open, ended together with the `with` block.

    Args:
        folder: The class folder.
    """

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, __file__, str(folder)]
        self._program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=as_here()
        )
        assert self._heard() == _READY

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.close()
        self._program.stdout.close()
        self._program.wait()

    def mark(self, kind: Kind, student: str, step: str, of: str = "") -> float:
        """Mark a spot; gives the moment of `time.monotonic` at which the mark was on the disk.

        Args:
            kind: What the fact says.
            student: Id of the student.
            step: Id of the step.
            of: Id of the fact it speaks of, or empty.
        """
        assert self._program.stdin is not None
        self._program.stdin.write(f"{kind} {student} {step} {of}\n")
        self._program.stdin.flush()
        return float(self._heard())

    def _heard(self) -> str:
        assert self._program.stdout is not None
        return self._program.stdout.readline().strip()


def _main(folder: str) -> None:
    book = ClassBook(Path(folder), "elsewhere")
    print(_READY, flush=True)  # noqa: T201 - told to who began it
    for line in sys.stdin:
        kind, student, step, *of = line.split()
        book.record([Draft(Kind(kind), student, step, of=next(iter(of), None))], book.assessors[0].id)
        print(time.monotonic(), flush=True)  # noqa: T201 - same


if __name__ == "__main__":
    _main(*sys.argv[1:])
