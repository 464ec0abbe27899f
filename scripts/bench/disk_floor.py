"""The floor under every mark: a line appended to a file, and the wait until the disk has it."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

_LINE = b"x" * 249 + b"\n"
"""As long as the line of a mark."""


class DiskFloor:
    """A file that lines are appended to.

    Args:
        path: The file; it must be on the disk that the marks are on.
    """

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)

    def append(self) -> None:
        """Append a line and wait for the disk."""
        os.write(self._handle, _LINE)
        os.fsync(self._handle)


def milliseconds(deed: Callable[[], object]) -> float:
    """Do something once and give how long it took."""
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000
