"""Work that takes long, done beside a server: in processes of their own, so that it holds up nobody who taps."""

import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from queue import LifoQueue
from threading import Event, Lock, Timer
from typing import Any, ParamSpec, TypeVar

from board.elsewhere import Stopped

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

LENGTH = struct.Struct(">Q")
"""How many bytes come, said before they do."""

_PATIENCE = 180.0
"""Seconds one thing may take: many times as long as a page for every child of a school, on a slow computer."""

_REST = 300.0
"""Seconds without work after which a process ends: what it has loaded takes as much memory as twenty boards."""

_MOST_JOBS = 400
"""Things a process does before another one takes its place, so that no library keeps memory for a whole day."""

_MOST_WAITING = 8
"""Threads that wait at a time; what else is asked for waits until one of them is free."""

_BEGIN = "import sys, pickle; sys.path[:] = pickle.load(sys.stdin.buffer); from board.seat.bench import work; work()"
"""What such a process is told; nothing about the class stands where other users of the computer may read it."""


class Workshop:
    """Does things in processes beside this one: each has one thing in hand at a time, and only that one ends with it.

    They begin when they are needed, and end with `close`, after a while without work, or when this process is gone.

    Args:
        benches: How many there are at most.
        patience: Seconds one thing may take.
        rest: Seconds without work after which a process ends.

    Attributes:
        threads: Those in which whoever asks may wait for its turn.
    """

    def __init__(self, benches: int = 2, *, patience: float = _PATIENCE, rest: float = _REST) -> None:
        self._all = tuple(_Bench(patience, rest) for _ in range(max(1, benches)))
        self._free: LifoQueue[_Bench] = LifoQueue()  # the last one first: it is up, and has loaded what is needed
        self._is_closed = Event()
        self.threads: Executor | None = ThreadPoolExecutor(_MOST_WAITING, "workshop")
        for bench in self._all:
            self._free.put(bench)

    def run(self, work: Callable[_Given, _Made], *given: _Given.args, **named: _Given.kwargs) -> _Made:
        """Do something, see `Elsewhere`; waits for its turn."""
        job = pickle.dumps((work, given, named), pickle.HIGHEST_PROTOCOL)
        bench = self._free.get()
        try:
            if self._is_closed.is_set():
                raise Stopped
            answer = bench.do(job)
        finally:
            self._free.put(bench)
        is_made, made = pickle.loads(answer)  # noqa: S301 - it comes from a process of our own
        if not is_made:
            raise made
        result: _Made = made
        return result

    def close(self) -> None:
        """End all processes at once; what is in hand is stopped, and nothing more is done."""
        self._is_closed.set()
        if self.threads is not None:
            self.threads.shutdown(wait=False, cancel_futures=True)
        for bench in self._all:
            bench.close()


class _Bench:
    """One process that does one thing after the other."""

    def __init__(self, patience: float, rest: float) -> None:
        self._patience, self._rest = patience, rest
        self._process: subprocess.Popen[bytes] | None = None
        self._jobs = 0
        self._resting: Timer | None = None
        self._in_hand, self._begun = Lock(), Lock()
        self._is_closed = False

    def do(self, job: bytes) -> bytes:
        """Hand something in, and give the answer.

        Raises:
            Stopped: The process ended over it, or took too long.
        """
        with self._in_hand:
            if self._resting is not None:
                self._resting.cancel()
            try:
                return self._done(job)
            except (OSError, EOFError, struct.error) as error:
                self._end()
                raise Stopped from error
            finally:
                if self._jobs >= _MOST_JOBS:
                    self._end()
                self._resting = _timer(self._rest, self._end_if_free)

    def _done(self, job: bytes) -> bytes:
        process = self._up()
        assert process.stdin is not None
        assert process.stdout is not None
        self._jobs += 1
        hurry = _timer(self._patience, process.kill)
        try:
            process.stdin.write(LENGTH.pack(len(job)))
            process.stdin.write(job)
            process.stdin.flush()
            (length,) = LENGTH.unpack(process.stdout.read(LENGTH.size))
            answer = process.stdout.read(length)
        finally:
            hurry.cancel()
        if len(answer) != length:
            raise EOFError
        return answer

    def _up(self) -> subprocess.Popen[bytes]:
        """Give the process, which is begun where there is none."""
        with self._begun:
            if self._is_closed:
                raise EOFError
            if self._process is None:
                self._process = _begun()
                self._jobs = 0
            return self._process

    def _end_if_free(self) -> None:
        if self._in_hand.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._in_hand.release()

    def _end(self) -> None:
        with self._begun:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what was written and never read is lost with it
                assert pipe is not None
                pipe.close()

    def close(self) -> None:
        """End the process; whoever waits for it is told at once."""
        with self._begun:
            self._is_closed = True
            if self._process is not None:
                self._process.kill()
        with self._in_hand:
            if self._resting is not None:
                self._resting.cancel()
            self._end()


def _timer(seconds: float, then: Callable[[], object]) -> Timer:
    timer = Timer(seconds, then)
    timer.daemon = True
    timer.start()
    return timer


def _begun() -> subprocess.Popen[bytes]:
    """Begin a process. It is no part of this terminal: ctrl+c there is not for it, and it says nothing there."""
    quiet: Any = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - this very interpreter
        [sys.executable, "-P", "-c", _BEGIN],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=quiet,
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    pickle.dump(sys.path, process.stdin)
    return process
