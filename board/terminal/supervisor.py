"""Keeps a program up on a terminal until it is left on purpose, however often it ends; no key reaches anything in between.

For Linux and macOS: the program runs in a process that was split off before anything large was loaded.
"""

import contextlib
import os
import select
import shutil
import signal
import sys
import termios
import textwrap
import threading
import time
import tty
from collections.abc import Callable, Collection, Iterator, Sequence
from types import FrameType
from typing import Any

from board.terminal.again import Pauses
from board.terminal.endings import ALL_UNDONE, exit_status

DEAF_TO = ("INT", "QUIT", "TSTP", "TTIN", "TTOU", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "IO")
"""Signals that do nothing to a program that is kept up."""

_TO_DEFAULT = ("QUIT", "TSTP", "TTIN", "TTOU", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "IO", "TERM", "HUP", "CHLD")
_ENDS = ("TERM", "HUP")

_PATIENCE = 8.0
"""Seconds a program may take to end once it was told to; longer than it gives itself."""

_ALONE = 4.0
"""Seconds a program whose watcher is gone may take to end by itself; shorter than it gives itself."""

_LOOK = 1.0
"""Seconds between two looks at a program that says nothing."""

_NOT_BEGUN = 1
"""What a program counts as having ended with where the computer had no room to begin it: it is tried again."""

_TRIES = 5

_MOMENT_SCREEN = "\x1b[?1049h\x1b[?25l\x1b[0m\x1b[2J"


class Supervisor:
    """Holds a terminal while programs come and go on it, each in a process of its own.

    Args:
        moment: What is painted while nothing else is.
        lasting: Gives what is painted besides where it has ended often, by the number it ended with.
    """

    def __init__(self, moment: str, lasting: Callable[[int], Sequence[str]]) -> None:
        self._moment, self._lasting = moment, lasting
        self._child = 0
        self._told = 0
        self._is_painted = False
        self._in, self._out = sys.__stdin__, sys.__stdout__
        self._before: list[Any] | None = None
        self._woken: tuple[int, int] = (-1, -1)

    @property
    def is_told_to_end(self) -> bool:
        """Whether a signal has asked this process to end."""
        return bool(self._told)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the terminal: no key is shown or does anything by itself; at the end it is as it was found."""
        self._before = self._set_quiet()
        before = [(number, signal.signal(number, signal.SIG_IGN)) for number in _numbers(DEAF_TO)]
        before += [(number, signal.signal(number, self._hear_end)) for number in _numbers(_ENDS)]
        before.append((signal.SIGCHLD, signal.signal(signal.SIGCHLD, _nothing)))
        self._woken = os.pipe()
        for end in self._woken:
            os.set_blocking(end, False)
        wakes = signal.set_wakeup_fd(self._woken[1], warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(wakes)
            if self._is_painted:
                self._write(ALL_UNDONE)
            self._give_back(self._before)
            for number, heard in before:
                signal.signal(number, heard)
            for end in self._woken:
                os.close(end)

    def kept_up(self, begin: Callable[[], int], meant: Collection[int], at_first: Collection[int] = ()) -> int:
        """Run something again and again, until it ends with one of the numbers that mean an end.

        Args:
            begin: What runs, in a process of its own, where it gives the number it ends with.
            meant: The numbers that are no accident.
            at_first: Further numbers that mean an end where it has ended for the first time.

        Returns:
            The number; what a shell is told when this process itself has to end.
        """
        pauses, ends = Pauses(), {*meant, *at_first}
        while True:
            begun = time.monotonic()
            number = self.once(begin)
            self._is_painted = self._is_painted and number not in ends
            if self._told or number in ends:
                return exit_status(self._told) if self._told else number
            if not self._is_there:
                return exit_status(signal.SIGHUP)
            ends, pause = set(meant), pauses.after(time.monotonic() - begun)
            self._paint_moment(self._lasting(number) if pauses.is_lasting else ())
            self._sleep(pause)
            if self._told:
                return exit_status(self._told)

    def once(self, begin: Callable[[], int], *, deaf: bool = True) -> int:
        """Run something once, in a process of its own.

        Args:
            begin: What runs; it gives the number it ends with.
            deaf: Whether signals that would stop or trouble it do nothing.

        Returns:
            What it ended with, as a shell is told it.
        """
        self._set_quiet()
        _surely(lambda: termios.tcflush(self._fd, termios.TCIFLUSH))
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        try:
            reads, writes = os.pipe()
        except OSError:
            return _NOT_BEGUN
        try:
            self._child = os.fork()
        except OSError:
            os.close(reads)
            os.close(writes)
            return _NOT_BEGUN
        if not self._child:
            os.close(writes)
            self._be_child(begin, reads, deaf=deaf)
        os.close(reads)
        try:
            status = self._waited()
        finally:
            os.close(writes)
            self._child = 0
        return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else exit_status(os.WTERMSIG(status))

    def _be_child(self, begin: Callable[[], int], lifeline: int, *, deaf: bool) -> None:
        """Be the program; this never returns into what its parent was at."""
        number = 1
        try:
            signal.set_wakeup_fd(-1)
            for one in self._woken:
                os.close(one)
            for one in _numbers(_TO_DEFAULT):
                signal.signal(one, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            if deaf:
                for one in _numbers(DEAF_TO):
                    signal.signal(one, signal.SIG_IGN)
            parent = os.getppid()
            threading.Thread(target=self._end_with_parent, args=(lifeline,), name="lifeline", daemon=True).start()
            number = begin()
            if os.getppid() != parent:
                self._give_back(self._before)
        except SystemExit as left:
            number = left.code if isinstance(left.code, int) else 1
        except BaseException:  # noqa: BLE001 - whoever began it keeps what happened; on the terminal nobody wants to see it
            number = 1
        finally:
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.flush()
            os._exit(number & 0xFF)

    def _end_with_parent(self, lifeline: int) -> None:
        """End this process with the one it was split off from: it would be left to fight a shell for the terminal."""
        with contextlib.suppress(OSError):
            os.read(lifeline, 1)
        os.kill(os.getpid(), signal.SIGHUP)
        time.sleep(_ALONE)
        self._write(ALL_UNDONE)
        self._give_back(self._before)
        os._exit(exit_status(signal.SIGHUP))

    def _waited(self) -> int:
        """Give the state a program has ended with; one that was stopped goes on, one that is told to end has to."""
        until = float("inf")
        while True:
            number, status = os.waitpid(self._child, os.WNOHANG | os.WUNTRACED)
            if number and os.WIFSTOPPED(status):
                os.kill(self._child, signal.SIGCONT)
            elif number:
                return status
            if self._told and until == float("inf"):
                until = time.monotonic() + _PATIENCE
                os.kill(self._child, self._told)
            if time.monotonic() > until:
                self._is_painted = True
                os.kill(self._child, signal.SIGKILL)
            self._sleep(_LOOK)

    def _sleep(self, seconds: float) -> None:
        """Wait, but not longer than until a signal has come."""
        if select.select([self._woken[0]], [], [], seconds)[0]:
            with contextlib.suppress(BlockingIOError):
                os.read(self._woken[0], 1 << 10)

    def _hear_end(self, number: int, _frame: FrameType | None) -> None:
        self._told = self._told or number

    @property
    def _fd(self) -> int:
        assert self._in is not None, "without a terminal nothing is kept up"
        return self._in.fileno()

    @property
    def _is_there(self) -> bool:
        """Whether the terminal is still there."""
        try:
            termios.tcgetattr(self._fd)
        except (termios.error, OSError, ValueError):
            return False
        return True

    def _set_quiet(self) -> list[Any] | None:
        """Let no key be shown, end a line, or send a signal; give how the terminal was set before."""
        try:
            before, now = termios.tcgetattr(self._fd), termios.tcgetattr(self._fd)
        except termios.error:
            return None
        now[tty.LFLAG] &= ~(termios.ECHO | termios.ECHONL | termios.ICANON | termios.ISIG | termios.IEXTEN)
        now[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.BRKINT)
        _surely(lambda: termios.tcsetattr(self._fd, termios.TCSANOW, now))
        return before

    def _give_back(self, before: list[Any] | None) -> None:
        if before is not None:
            _surely(lambda: termios.tcflush(self._fd, termios.TCIFLUSH))
            _surely(lambda: termios.tcsetattr(self._fd, termios.TCSANOW, before))

    def _paint_moment(self, besides: Sequence[str]) -> None:
        """Undo what a program that was killed had asked of the terminal, and paint that it comes back."""
        self._is_painted = True
        size = shutil.get_terminal_size()
        lines = [self._moment[: size.columns]]
        for sentence in besides:
            lines += ["", *textwrap.wrap(sentence, max(1, size.columns - 2))]
        top, painted = max(1, (size.lines - len(lines)) // 2 + 1), f"{ALL_UNDONE}{_MOMENT_SCREEN}"
        for number, text in enumerate(lines[: size.lines]):
            painted += f"\x1b[{top + number};{max(1, (size.columns - len(text)) // 2 + 1)}H{text}"
        self._write(painted)

    def _write(self, text: str) -> None:
        if self._out is not None:
            with contextlib.suppress(OSError):
                os.write(self._out.fileno(), text.encode())


def _surely(set_terminal: Callable[[], None]) -> None:
    """Set something of the terminal, also where a signal comes in between; one that is gone is left alone."""
    for _ in range(_TRIES):
        with contextlib.suppress(termios.error):
            return set_terminal()
    return None


def _numbers(names: Collection[str]) -> list[int]:
    return [getattr(signal, f"SIG{name}") for name in names if hasattr(signal, f"SIG{name}")]


def _nothing(*_: object) -> None:
    """Be there: only a signal that is heard wakes who waits."""
