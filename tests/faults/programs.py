"""A program that keeps marks or changes a class, and says so: what it said must be there, whatever happens to it.

It reads deeds, a line each, and does each in a process of its own, which says that it is ready and waits for a line before it
works, so that a fault can be aimed at the work alone.
"""

import argparse
import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Protocol

from tinydb import TinyDB

from board.errors import Refusal
from board.mastery.facts import Fact, Kind
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.locks import Turn

EDITED = "edited"
REFUSED = "refused: "
READY, GO, ENDED = "ready", "go", "ended "

_LIMIT = 60
"""Seconds until a deed that hangs is killed."""

_PR_SET_PTRACER = 0x59616D61


class Store(Protocol):
    """Something marks and students are kept in."""

    def keep(self, name: str, note: str) -> None: ...

    def edit(self) -> None:
        """Leave only the first student."""


class Board:
    """The board's own store."""

    def __init__(self, place: Path, device: str) -> None:
        self._book = ClassBook(place, device)

    def keep(self, name: str, note: str) -> None:
        self._book.keep([mark(name, note)])

    def edit(self) -> None:
        self._book.edit(STUDENTS, lambda now: now[:1])


class Turnless(Board):
    """The board's own store, its writers waiting for nobody, as when a lock file is deleted while it is in use."""

    def __init__(self, place: Path, device: str) -> None:
        Turn.taken = nullcontext  # type: ignore[assignment,method-assign]
        Turn.kept = lambda _: True  # type: ignore[assignment,method-assign]
        super().__init__(place, device)


class Stock:
    """TinyDB's own storage: the control that must fail."""

    def __init__(self, place: Path, device: str) -> None:
        self._db = TinyDB(place / "class.json")

    def keep(self, name: str, note: str) -> None:
        try:
            self._db.insert({"id": name, "note": note})
        except ValueError as error:  # what it kept can't be read any more
            raise OSError(str(error)) from error

    def edit(self) -> None:
        students = self._db.table("students")
        students.remove(doc_ids=[student.doc_id for student in students.all()[1:]])


STORES: dict[str, Callable[[Path, str], Store]] = {"board": Board, "turnless": Turnless, "stock": Stock}


def mark(name: str, note: str = "") -> Fact:
    """Give a mark that is the same mark when it is kept again."""
    return Fact(name, 0, "", "2026-01-05T09:00:00+00:00", "t", Kind.NOTE, "ava", "u/halves", note=note or "again")


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("deed", choices=["mark", "edit"])
    parser.add_argument("store", choices=list(STORES))
    parser.add_argument("place", type=Path)
    parser.add_argument("--device", default="d1")
    parser.add_argument("--prefix", default="k", help="What the names of the marks begin with.")
    parser.add_argument("--first", type=int, default=0, help="Number of the first mark.")
    parser.add_argument("--count", type=int, default=3, help="Number at which to stop.")
    parser.add_argument("--size", type=int, default=80, help="Letters in the note of a mark.")
    parser.add_argument("--limit", type=int, default=0, help="Largest size of any file, in bytes; 0 for no limit.")
    return parser.parse_args(words)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _attempt(deed: Callable[[], None], done: str) -> None:
    try:
        deed()
    except (Refusal, OSError) as error:
        _say(f"{REFUSED}{type(error).__name__}: {error}")
    else:
        _say(done)


def _work(asked: argparse.Namespace) -> None:
    signal.alarm(_LIMIT)
    if sys.platform == "linux":  # else only a parent may look into it
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
    if asked.limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked.limit, asked.limit))
    store = STORES[asked.store](asked.place, asked.device)
    _say(f"{READY} {os.getpid()}")
    sys.stdin.readline()
    if asked.deed == "edit":
        _attempt(store.edit, EDITED)
        return
    for number in range(asked.first, asked.count):
        name = f"{asked.prefix}{number}"
        _attempt(lambda name=name: store.keep(name, "x" * asked.size), name)  # type: ignore[misc]


def _main() -> None:
    for line in iter(sys.stdin.readline, ""):
        if line.strip() == GO:  # to one that was killed before it heard it
            continue
        child = os.fork()
        if child == 0:
            _work(_asked(json.loads(line)))
            return
        _say(f"{ENDED}{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


if __name__ == "__main__":
    _main()
