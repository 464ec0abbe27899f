"""A class on its server: a process of its own, with nothing but the server in it."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from board.seat.links import LinkRole
from elsewhere import as_here

PATIENCE = 60.0
"""Seconds until a server that does not come up counts as broken."""

_PROGRAM = Path(__file__).with_name("serve_class.py")


class RunningServer:
    """A server, ended together with the `with` block.

    Args:
        folder: The class.
        options: Further options of `serve_class`.
        env: Variables beside those of this process.

    Attributes:
        env: The variables given beside those of this process.
        links: A standing link for every role, by its name; the teacher's is that of the serving computer itself.
        said: What it has said so far, line by line.
    """

    def __init__(self, folder: Path, *options: str, env: Mapping[str, str] | None = None) -> None:
        command = [sys.executable, str(_PROGRAM), str(folder), *options]
        self.said: list[str] = []
        self.env = dict(env or {})
        self.links: dict[str, str] = {}
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
            self._until(lambda: len(self.links) == len(LinkRole))
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
    def base(self) -> str:
        """Its address, without a slash at the end."""
        return next(iter(self.links.values())).rpartition("/in/")[0]

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
            role, _, link = self.said[-1].partition(" ")
            if role in {*map(str, LinkRole)}:
                self.links[role] = link
