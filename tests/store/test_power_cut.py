"""What is acknowledged outlives a power cut, of which nothing is sure but what was synced."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from faults.power import PowerCut
from faults.programs import EDITED, mark
from faults.verdict import BoardSubject, Tally, Told, judged_edit, judged_marks, note

WANTED = ("k0", "k1", "k2")
CHANCES = 3
"""How often chance decides at each moment what had arrived."""


class Killed(BaseException):
    """The program ends here, without a last word."""


class Cuts:
    """What power cuts at every moment from now on would leave, with what had been said until then."""

    def __init__(self, disk: PowerCut) -> None:
        self.disk = disk
        self.said: list[str] = []
        self.left: list[tuple[dict[Path, bytes], Told]] = []
        disk.passed = self.look

    def look(self) -> None:
        for _ in range(CHANCES):
            chance = random.Random(len(self.left))  # another one each time: three in all may agree by accident
            self.left.append((self.disk.left(chance), Told(tuple(self.said))))

    def say(self, name: str) -> None:
        self.said.append(name)
        self.look()

    def places(self, room: Path) -> Iterator[tuple[Path, Told]]:
        for number, (files, told) in enumerate(self.left):
            place = room / str(number)
            for part in ("ledger", "backups"):
                (place / part).mkdir(parents=True)
            for path, data in files.items():
                (place / path).write_bytes(data)
            yield place, told


class Work(NamedTuple):
    """Something a class book does and says, and how what is left of it is judged."""

    do: Callable[[ClassBook, Callable[[str], None]], None]
    judged: Callable[[Path, Told], Tally]


def keep_marks(book: ClassBook, say: Callable[[str], None]) -> None:
    for name in WANTED:
        book.keep([mark(name, "x" * 80)])
        say(name)


def edit(book: ClassBook, say: Callable[[str], None]) -> None:
    book.edit(STUDENTS, lambda now: now[:1])
    say(EDITED)


MARKS = Work(keep_marks, lambda place, told: judged_marks(BoardSubject(), place, told, WANTED))
EDIT = Work(edit, lambda place, told: judged_edit(BoardSubject(), place, told, ["ava", "ben"]))
EACH = pytest.mark.parametrize("work", [MARKS, EDIT], ids=["marks", "edit"])


def left_by_power_cuts(disk: PowerCut, folder: Path, work: Work) -> Tally:
    cuts = Cuts(disk)
    with closing(ClassBook(folder, "d1", disk)) as book:
        work.do(book, cuts.say)
    return Tally.of(work.judged(place, told) for place, told in cuts.places(folder.with_name(f"{folder.name}-left")))


@EACH
def test_what_was_acknowledged_outlives_a_power_cut_at_any_moment(
    book: ClassBook, folder: Path, request: pytest.FixtureRequest, work: Work
) -> None:
    with closing(PowerCut(folder)) as disk:
        tally = left_by_power_cuts(disk, folder, work)
    note(request, "board", tally)
    assert tally.acknowledged
    assert tally.harm == (0, 0, 0)


@EACH
@pytest.mark.parametrize("kind", [{"bytes_are_kept": False}, {"names_are_kept": False}], ids=["file", "folder"])
def test_a_forgotten_sync_is_noticed(
    book: ClassBook, folder: Path, *, request: pytest.FixtureRequest, work: Work, kind: dict[str, bool]
) -> None:
    (folder / "ledger" / "d1.jsonl").unlink()  # so that its name is new, as on a computer that marks for the first time
    with closing(PowerCut(folder, **kind)) as disk:
        tally = left_by_power_cuts(disk, folder, work)
    note(request, "unsynced", tally)
    assert tally.lost


@EACH
def test_what_a_killed_program_had_not_finished_outlives_a_power_cut_once_it_is_done_again(
    book: ClassBook, folder: Path, request: pytest.FixtureRequest, work: Work
) -> None:
    tallies = []
    for moment in count(1):
        place = folder.with_name(f"killed-{moment}")
        shutil.copytree(folder, place)
        with closing(PowerCut(place)) as disk:
            if not was_killed(disk, moment, place, work):
                break
            tallies.append(left_by_power_cuts(disk, place, work))
    tally = Tally.of(tallies)
    note(request, "board", tally)
    assert len(tallies) > 5
    assert tally.harm == (0, 0, 0)


def was_killed(disk: PowerCut, moment: int, place: Path, work: Work) -> bool:
    """Let a program work until one of the disk's moments; tell whether it was still at work then."""
    moments = iter(range(1, moment))

    def die() -> None:
        if next(moments, None) is None:
            raise Killed

    disk.passed = die
    with closing(ClassBook(place, "d1", disk)) as book:
        try:
            work.do(book, lambda _: None)
        except Killed:
            return True
    return False
