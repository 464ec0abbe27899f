"""A process beside a server: does what is handed in, one thing after the other, and knows nothing of who asks."""

import os
import pickle
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from board.seat.workshop import LENGTH

_MODEST = 5
"""How much this process lets others go first, such as the one that paints."""


def work() -> None:
    """Do what is handed in until nobody hands in any more."""
    with suppress(OSError, AttributeError):  # not every system has it
        os.nice(_MODEST)
    jobs: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_hear, args=(sys.stdin.buffer, jobs), daemon=True).start()
    with os.fdopen(os.dup(1), "wb") as go:
        os.dup2(2, 1)  # what a library prints goes where nobody reads it, and not among the answers
        while True:
            answer = _answer(jobs.get())
            go.write(LENGTH.pack(len(answer)))
            go.write(answer)
            go.flush()


def _hear(come: BinaryIO, jobs: "SimpleQueue[bytes]") -> None:
    """Take what is handed in; end where nobody is there any more, whatever is in hand: one that is stuck would stay for days."""
    while len(head := come.read(LENGTH.size)) == LENGTH.size:
        jobs.put(come.read(LENGTH.unpack(head)[0]))
    os._exit(0)


def _answer(job: bytes) -> bytes:
    """Do something, and give what came of it: it was made, and what, or it was not, and why."""
    try:
        do, given, named = pickle.loads(job)  # noqa: S301 - it comes from the process that began this one
        return pickle.dumps((True, do(*given, **named)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - whatever it was, it is raised where it was asked for
        return _refused(error)


def _refused(error: Exception) -> bytes:
    try:
        answer = pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)
        pickle.loads(answer)  # noqa: S301 - some can be written and not be read
    except Exception:  # noqa: BLE001 - an error may hold anything
        return pickle.dumps((False, RuntimeError(type(error).__name__)), pickle.HIGHEST_PROTOCOL)
    return answer
