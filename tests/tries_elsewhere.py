"""Another program that tries PINs of a class: a process of its own, with the clock it is told or the real one."""

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from board.store.tries import Clocks, Tries


class TriesElsewhere:
    """A program that counts tries when it is told to, ended together with the `with` block.

    Args:
        folder: The class folder.
    """

    def __init__(self, folder: Path) -> None:
        here = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, __file__, str(folder)]
        self._program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=here)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.communicate()

    def begin(self, order: str) -> None:
        """Let it do something, and do not wait for that: "try AT" counts a try at this second, "hammer N" tries N times."""
        assert self._program.stdin is not None
        self._program.stdin.write(order + "\n")
        self._program.stdin.flush()

    def counted(self) -> int:
        """Give how many tries of the last order counted."""
        assert self._program.stdout is not None
        return int(self._program.stdout.readline())

    def tries(self, at: float) -> bool:
        """Tell whether a try at this second counts."""
        self.begin(f"try {at}")
        return self.counted() == 1


def _run(folder: Path) -> None:
    told = [0.0]
    by_hand = Tries(folder, clocks=Clocks(lambda: told[0], lambda: told[0]))
    for line in sys.stdin:
        order, number = line.split()
        if order == "try":
            told[0] = float(number)
            counted = int(by_hand.count())
        else:
            real = Tries(folder)
            counted = sum(real.count() for _ in range(int(number)))
        sys.stdout.write(f"{counted}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
