"""How often a folder is gone through, and what is seen all the same."""

import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from board.store.class_book import ClassBook
from board.store.ledger import ledger_files
from board.store.looking import LOOK_EVERY
from one_mark import mark


class Clock:
    """A clock that is set by hand, and the folders that were gone through meanwhile."""

    def __init__(self) -> None:
        self.now = 0.0
        self.scanned = 0

    def scan(self, folder: Path) -> object:
        self.scanned += 1
        return os.scandir(folder)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    handed = Clock()
    since = time.time_ns()
    shown = SimpleNamespace(
        monotonic=lambda: handed.now, time_ns=lambda: since + 3600 * 10**9 + round(handed.now * 10**9)
    )
    monkeypatch.setattr(ledger_files, "time", shown)
    monkeypatch.setattr(ledger_files, "os", SimpleNamespace(scandir=handed.scan, stat=os.stat, fdopen=os.fdopen))
    return handed


def test_at_rest_the_folder_is_gone_through_once_in_two_seconds_and_not_at_every_look(
    book: ClassBook, other: ClassBook, clock: Clock
) -> None:
    mark(other)
    book.news()
    clock.scanned = 0
    for _ in range(40):
        clock.now += LOOK_EVERY
        assert not book.look()
    assert clock.scanned == 2, "in six seconds"


def test_a_mark_in_a_known_file_is_seen_without_going_through_the_folder(
    book: ClassBook, other: ClassBook, clock: Clock
) -> None:
    mark(other)
    book.news()
    clock.scanned = 0
    mark(other, "ben")
    assert [fact.student for fact in book.news().facts] == ["ben"]
    assert clock.scanned == 1, "by the other, who marked"


def test_a_new_file_is_seen_at_the_next_look(book: ClassBook, folder: Path, clock: Clock) -> None:
    book.news()
    clock.now += LOOK_EVERY
    with closing(ClassBook(folder, "d3")) as third:
        mark(third)
    assert len(book.news().facts) == 1


def test_a_new_file_is_seen_within_seconds_where_the_folder_does_not_tell(
    book: ClassBook, other: ClassBook, folder: Path, clock: Clock
) -> None:
    mark(other)
    os.utime(folder / "ledger", ns=(0, 0))  # as on sticks that keep no time of a folder
    book.news()
    with same_time(folder / "ledger"):
        (folder / "ledger" / "d3.jsonl").write_bytes(copied(folder / "ledger" / "d2.jsonl"))
    assert not book.look()
    clock.now += 2
    assert len(book.news().facts) == 1


def test_a_new_file_is_seen_at_once_though_the_clock_of_the_disk_is_coarse(
    book: ClassBook, other: ClassBook, folder: Path
) -> None:
    mark(other)
    book.news()
    with same_time(folder / "ledger"):
        (folder / "ledger" / "d3.jsonl").write_bytes(copied(folder / "ledger" / "d2.jsonl"))
    assert len(book.news().facts) == 1


@contextmanager
def same_time(folder: Path) -> Iterator[None]:
    """Change files of a folder whose time stays as it was."""
    was = folder.stat()
    yield
    os.utime(folder, ns=(was.st_atime_ns, was.st_mtime_ns))


def copied(ledger: Path) -> bytes:
    """What another computer's file might hold: the same marks with other ids."""
    return ledger.read_bytes().replace(b'"id":"', b'"id":"x')


def test_a_file_a_sync_program_takes_away_for_a_moment_is_no_fault(
    book: ClassBook, other: ClassBook, folder: Path, clock: Clock
) -> None:
    mark(other)
    book.news()
    ledger = folder / "ledger" / "d2.jsonl"
    whole = ledger.read_bytes()
    with same_time(folder / "ledger"):
        ledger.unlink()
    assert not book.news()
    mark(book, "ben")
    ledger.write_bytes(whole)
    assert not book.news(), "it is known"
    assert len(book.facts) == 2
