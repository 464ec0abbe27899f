"""A class on its server: a process of its own, as `board serve` starts it."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from elsewhere import as_here

PATIENCE = 60.0
"""Seconds until a server that does not come up counts as broken."""

_LINK = re.compile(r"(https?://\S+?)/in/(\S+)")


class RunningServer:
    """A server, ended together with the `with` block.

    Args:
        folder: The class.
        options: Further options of `board serve`.
        env: Variables beside those of this process.

    Attributes:
        said: What it has said so far, line by line.
    """

    def __init__(self, folder: Path, *options: str, env: Mapping[str, str] | None = None) -> None:
        command = [sys.executable, "-m", "board", "serve", "-c", str(folder), "--port", "0", *options]
        self.said: list[str] = []
        self._program = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**as_here(), "PYTHONUNBUFFERED": "1", **(env or {})},
            start_new_session=True,
        )
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        try:
            self._until(lambda: bool(self.links))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Number of its process."""
        return self._program.pid

    @property
    def links(self) -> list[str]:
        """Every link it has told, in order."""
        return [match.group() for line in list(self.said) for match in _LINK.finditer(line)]

    @property
    def link(self) -> str:
        """The first link it told."""
        return self.links[0]

    @property
    def base(self) -> str:
        """Its address, without a slash at the end."""
        match = _LINK.search(self.link)
        assert match is not None
        return match.group(1)

    @property
    def is_up(self) -> bool:
        """Whether it runs."""
        return self._program.poll() is None

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self._program.send_signal(number)

    def close(self) -> None:
        """End it as a teacher does, and at once where it does not end."""
        if self.is_up:
            self.signal(signal.SIGINT)
            try:
                self._program.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self._program.pid, signal.SIGKILL)
                self._program.wait()
        self._ear.join(5)
        if self._program.stdout is not None:
            self._program.stdout.close()

    def _until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert self.is_up, f"the server has ended, and said {self.said}"
            assert time.monotonic() < deadline, f"the server says only {self.said}"
            time.sleep(0.02)

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self.said.append(line.rstrip("\n"))
