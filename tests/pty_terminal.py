"""A terminal without a window: runs a program on a pty and tells what a person in front of it would have seen, and when.

It answers the question for synchronised output as good terminals do, so each picture the program paints ends in `FRAME_END`.
Linux and macOS only.
"""

import contextlib
import os
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

FRAME_END = b"\x1b[?2026l"
_CURSOR = re.compile(rb"\x1b\[(\d+);(\d+)H")
_SHOWN, _HIDDEN = b"\x1b[?25h", b"\x1b[?25l"
_TAIL = 200
"""Bytes before the end of a frame in which its last word about the cursor stands."""

_FRAME_START = b"\x1b[?2026h"
_CAN_YOU_SYNC, _YES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"

PATIENCE = 30.0
"""Seconds until something that should be seen counts as missing."""

_UNMARKED = 0.5
"""Seconds of quiet that end a frame without marks: on a busy machine the first is painted before the answer is read."""

_CHUNK = 1 << 20


class Missing(Exception):
    """What was waited for did not come; the text holds the end of what came instead."""


class Repaint(NamedTuple):
    """What a key did: seconds to the end of its first and its last frame, how many frames, and their bytes."""

    first: float
    last: float
    frames: int
    size: int


class Terminal:
    """A program on a terminal of its own, ended together with the `with` block.

    Args:
        command: The program with its arguments.
        columns: Width in cells.
        rows: Height in lines.
        env: Variables beside those of this process.
    """

    def __init__(
        self, command: Sequence[str], *, columns: int = 160, rows: int = 48, env: Mapping[str, str] | None = None
    ) -> None:
        kept = {name: text for name, text in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        self._ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (rows, columns))
        self.started = time.perf_counter()
        try:
            self._program = subprocess.Popen(
                command,
                stdin=theirs,
                stdout=theirs,
                stderr=theirs,
                env=kept,
                start_new_session=True,
                preexec_fn=_hear_signals,  # noqa: PLW1509 - it takes no lock
            )
        finally:
            os.close(theirs)
        self._unread = b""
        self._answered = False
        self._tail = b""
        self.cursor: tuple[int, int] | None = None
        """Line and column, from 0, where the last whole frame left the terminal's own cursor; None before there was one."""
        self.is_cursor_shown = True
        """Whether the terminal's own cursor can be seen."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Number of the program's process."""
        return self._program.pid

    def write(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._ours, keys)

    def wait_for(self, *texts: str) -> float:
        """Read until a frame that shows these texts has ended, and give the seconds since the program was started.

        Args:
            texts: Words of one style each, so that they stand together in what is sent; in the order they are sent.

        Raises:
            Missing: They did not come, or the program has ended.
        """
        deadline = time.perf_counter() + PATIENCE
        seen, self._unread = self._unread, b""
        while True:
            at = _place(seen, texts)
            end = seen.find(FRAME_END, at) if at >= 0 else -1
            moment = time.perf_counter()
            if end >= 0:
                self._unread = seen[end + len(FRAME_END) :]
                return moment - self.started
            unmarked = at >= 0 and _FRAME_START not in seen
            came = self._read(min(_UNMARKED, deadline - moment) if unmarked else deadline - moment)
            if not came and unmarked:
                return moment - self.started
            if not came:
                raise Missing(f"{texts} were not seen; the last that came: {seen[-2000:]!r}")
            seen += came

    def read(self, patience: float) -> bytes:
        """Give what the program writes next, nothing when nothing came in these seconds or it has ended."""
        return self._read(patience)

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing has come for some seconds."""
        self._unread = b""
        while self._read(quiet):
            pass

    def gather(self, quiet: float = 0.3, *, first: float = 0.0) -> bytes:
        """Give everything that comes until nothing has come for some seconds.

        Args:
            quiet: Seconds without a byte that end it.
            first: Seconds until the first byte, where a program still begins and that takes longer.
        """
        came, self._unread = self._unread, b""
        while more := self._read(quiet if came else max(first, quiet)):
            came += more
        return came

    def press(self, key: bytes, quiet: float = 0.06) -> Repaint:
        """Press a key and measure what it paints.

        Args:
            key: Its bytes.
            quiet: Seconds without a byte that end the burst.

        Raises:
            Missing: It painted nothing.
        """
        self._unread = b""
        ends: list[float] = []
        size, tail = 0, b""
        begun = time.perf_counter()
        self.write(key)
        while came := self._read(quiet if ends else PATIENCE):
            frames = (tail + came).count(FRAME_END)
            tail = came[-len(FRAME_END) + 1 :]
            size += len(came)
            ends += [time.perf_counter() - begun] * frames
        if not ends:
            raise Missing(f"The key {key!r} painted nothing.")
        return Repaint(ends[0], ends[-1], len(ends), size)

    def next_frame(self) -> float:
        """Read until a frame has ended, and give the moment of `time.monotonic`.

        Raises:
            Missing: None came.
        """
        came, self._unread = self._unread, b""
        while FRAME_END not in came:
            more = self._read(PATIENCE)
            if not more:
                raise Missing(f"Nothing was painted but {came[-2000:]!r}")
            came += more
        return time.monotonic()

    def peak_memory(self) -> float:
        """Give the most memory the program has held at once, in MiB (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def busy(self) -> float:
        """Give the seconds of a core the program has used, all its threads together (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._program.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, in cells; the program is told as by any terminal."""
        termios.tcsetwinsize(self._ours, (rows, columns))
        self.signal(signal.SIGWINCH)

    def exit_status(self) -> int:
        """Wait until the program has ended, and give what it says to its shell."""
        return self._program.wait(PATIENCE)

    def wait_for_end(self) -> None:
        """Read until the program has ended by itself.

        Raises:
            Missing: It has not, and may still be writing.
        """
        deadline = time.monotonic() + PATIENCE
        while came := self._read(deadline - time.monotonic()):
            if time.monotonic() > deadline:
                raise Missing(f"The program goes on and on; the last that came: {came[-2000:]!r}")
        self._program.wait(PATIENCE)

    def kill(self) -> None:
        """End the program on the spot, as a power cut would."""
        self._program.send_signal(signal.SIGKILL)
        self._program.wait()

    def close(self) -> None:
        """End the program if it still runs, and let go of the terminal."""
        if self._program.poll() is None:
            self.kill()
        with contextlib.suppress(OSError):
            os.close(self._ours)

    def _read(self, patience: float) -> bytes:
        """Give what comes next, nothing when nothing came in time or the program has ended."""
        if not select.select([self._ours], [], [], max(0.0, patience))[0]:
            return b""
        try:
            came = os.read(self._ours, _CHUNK)
        except OSError:  # Linux says so when the program has ended
            return b""
        if not self._answered and _CAN_YOU_SYNC in came:
            self.write(_YES)
            self._answered = True
        self._follow_cursor(came)
        return came

    def _follow_cursor(self, came: bytes) -> None:
        """Note where the cursor was left at the end of the last frame."""
        self._tail += came
        shown, hidden = self._tail.rfind(_SHOWN), self._tail.rfind(_HIDDEN)
        self.is_cursor_shown = self.is_cursor_shown if shown == hidden else shown > hidden
        frame, end, rest = self._tail.rpartition(FRAME_END)
        if end:
            moves = _CURSOR.findall(frame[-_TAIL:])
            self.cursor = (int(moves[-1][0]) - 1, int(moves[-1][1]) - 1) if moves else self.cursor
        self._tail = rest[-_TAIL - len(FRAME_END) :]


def _hear_signals() -> None:
    """Hear what a program in a window hears, also where the tests themselves were started to outlive theirs (nohup)."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


def _place(seen: bytes, texts: tuple[str, ...]) -> int:
    """Give where the last of these texts begins, each looked for behind the one before; -1 when one is missing."""
    at = 0
    for text in texts:
        at = seen.find(text.encode(), at)
        if at < 0:
            return at
    return at
