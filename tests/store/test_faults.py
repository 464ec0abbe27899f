"""Faults at every system call, many programs killed at once, full disks: what was acknowledged is there once and whole.

TinyDB's own storage goes through the same gate as the control that must fail.
"""

import random
import shutil
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from board.mastery.people import Assessor
from board.store.class_book import ClassBook
from board.store.documents.storage import BACKUPS_KEPT
from board.store.documents.tables import ASSESSORS, put
from faults.begun import kill, program
from faults.injected import Case, cases, points_of
from faults.programs import EDITED
from faults.verdict import (
    BoardSubject,
    StockSubject,
    Subject,
    Tally,
    Told,
    assert_whole_and_once,
    judged_edit,
    judged_marks,
    note,
)

WANTED = ("k0", "k1", "k2")
WRITERS, MARKS, KILLS = 4, 60, 7
"""Programs at once, and marks and kills of each of them at least."""

MEGABYTE = 1 << 20
NOTE = 10_000
"""Letters of a note, so that a small disk is soon full."""

strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is needed to put faults at system calls")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    place = tmp_path / "room"
    place.mkdir()
    return place


@pytest.fixture
def used(book: ClassBook, folder: Path) -> Path:
    """A class that was edited so often that the next edit throws a copy away."""
    for number in range(BACKUPS_KEPT):
        book.edit(ASSESSORS, put(Assessor("x", f"Mr. {number}")))
    book.close()
    return folder


@pytest.fixture
def stock(tmp_path: Path) -> Path:
    """A file of the stock storage, with students and a few weeks of marks."""
    place = tmp_path / "stock"
    place.mkdir()
    with TinyDB(place / "class.json") as db:
        db.table("students").insert_multiple({"id": f"s{number}"} for number in range(20))
        db.insert_multiple({"id": f"old{number}", "note": "x" * 80} for number in range(200))
    return place


def injected(subject: Subject, base: Path, room: Path, deed: str, *, kill: bool) -> list[Case]:
    """Put a fault at every call of a deed; only the telling itself never fails."""
    points = [point for point in points_of(base, room, subject.store, deed) if kill or not point.tells]
    return list(cases(base, room, subject.store, deed, points, kill=kill))


def judged(subject: Subject, base: Path, deed: str, hit: list[Case]) -> Tally:
    if deed == "mark":
        return Tally.of(judged_marks(subject, case.place, case.told, WANTED) for case in hit)
    before = subject.students(base)
    return Tally.of(judged_edit(subject, case.place, case.told, before) for case in hit)


@strace
@pytest.mark.parametrize("deed", ["mark", "edit"])
def test_killed_at_any_system_call_nothing_acknowledged_is_lost_torn_or_doubled(
    used: Path, room: Path, request: pytest.FixtureRequest, deed: str
) -> None:
    hit = injected(BoardSubject(), used, room, deed, kill=True)
    assert all(case.killed for case in hit)
    assert {"write", "fsync"} <= {case.point.call for case in hit}
    tally = judged(BoardSubject(), used, deed, hit)
    note(request, "board", tally)
    assert tally.harm == (0, 0, 0)


@strace
@pytest.mark.parametrize("deed", ["mark", "edit"])
def test_what_a_failing_system_call_keeps_from_being_saved_is_said_in_words_and_the_next_mark_works(
    used: Path, room: Path, request: pytest.FixtureRequest, deed: str
) -> None:
    hit = injected(BoardSubject(), used, room, deed, kill=False)
    for case in hit:
        assert all(words.startswith("NotSaved: ") for words in case.told.refused)
        if deed == "mark":
            assert BoardSubject().marks(case.place) == list(case.told.kept)
            refused = len(case.told.refused)
            assert len(case.told.kept) + refused == len(WANTED)
            assert refused == 1 or case.point.call == "flock", (
                "a turn that can't be given back is given back by closing"
            )
        elif case.told.refused:
            is_old = BoardSubject().students(case.place) == BoardSubject().students(used)
            assert is_old or "may be saved or not" in case.told.refused[0]
    tally = judged(BoardSubject(), used, deed, hit)
    note(request, "board", tally)
    assert tally.harm == (0, 0, 0)


@strace
@pytest.mark.parametrize("deed", ["mark", "edit"])
@pytest.mark.parametrize("kill", [True, False], ids=["killed", "full"])
def test_the_stock_storage_does_not_pass_this_gate(
    stock: Path, room: Path, *, request: pytest.FixtureRequest, deed: str, kill: bool
) -> None:
    tally = judged(StockSubject(), stock, deed, injected(StockSubject(), stock, room, deed, kill=kill))
    note(request, "stock", tally)
    assert tally.harm != (0, 0, 0)
    assert tally.torn or deed == "mark"


def kept_through_kills(folder: Path, device: str, prefix: str, chance: random.Random) -> tuple[list[str], int]:
    """Let a writer keep marks, killed at random moments and started anew at the first it did not acknowledge.

    Returns:
        The names it acknowledged, enough of them; and how often it was killed, which is often enough.
    """
    said: list[str] = []
    kills = 0
    with program() as writer:
        while len(said) < MARKS or kills < KILLS:
            options = f"--device {device} --prefix {prefix} --first {len(said)} --count 1000000"
            pid = writer.begin("mark", "board", folder, *options.split())
            writer.go()
            heard = [writer.line() for _ in range(chance.randrange(12))]
            for _ in range(chance.randrange(30_000)):  # some way into the next one
                pass
            kill(pid)
            told, code = writer.end(*heard)
            assert code == -signal.SIGKILL
            assert not told.refused
            said += told.kept
            kills += 1
    assert said == [f"{prefix}{number}" for number in range(len(said))]
    return said, kills


@pytest.mark.parametrize("devices", [["d1"] * WRITERS, ["d1", "d2", "d3", "d4"]], ids=["one device", "four devices"])
def test_four_programs_killed_again_and_again_keep_every_mark_once(
    book: ClassBook, folder: Path, request: pytest.FixtureRequest, devices: list[str]
) -> None:
    with ThreadPoolExecutor(WRITERS) as all_at_once:
        writers = [
            all_at_once.submit(kept_through_kills, folder, device, f"w{number}-", random.Random(number))
            for number, device in enumerate(devices)
        ]
    said = [name for writer in writers for name in writer.result()[0]]
    kills = sum(writer.result()[1] for writer in writers)
    tally = judged_marks(BoardSubject(), folder, Told(tuple(said)), said)
    note(request, "board", replace(tally, faults=kills))
    assert tally.acknowledged >= WRITERS * MARKS
    assert tally.harm == (0, 0, 0)
    assert_whole_and_once(folder)
    book.news()
    assert {fact.id for fact in book.progress.spot("ava", "u/halves").facts} >= set(said)


@pytest.mark.parametrize("store", ["turnless", "stock"])
def test_without_locks_a_ledger_loses_nothing_and_stock_storage_does_not_pass_this_gate(
    book: ClassBook, folder: Path, stock: Path, request: pytest.FixtureRequest, store: str
) -> None:
    place, subject = (stock, StockSubject()) if store == "stock" else (folder, BoardSubject())

    def write(one: int) -> Told:
        with program() as writer:
            return writer.whole("mark", store, place, "--prefix", f"w{one}-", "--count", "250")

    with ThreadPoolExecutor(WRITERS) as all_at_once:
        said = [name for told in all_at_once.map(write, range(WRITERS)) for name in told.kept]
    tally = judged_marks(subject, place, Told(tuple(said)), said)
    note(request, store, tally)
    assert bool(tally.lost) == (store == "stock")


def done(*arguments: str | Path) -> Told:
    with program() as doing:
        return doing.whole(*arguments)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A disk of one megabyte with 0 for no other limit, or, where none can be had, a folder and its limit per file."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    made = shutil.which("mount") and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield place, 0 if made else MEGABYTE // 2
    if made:
        subprocess.run(["umount", place], check=True)


def test_a_disk_that_runs_full_keeps_what_was_acknowledged_and_takes_marks_again_once_there_is_room(
    book: ClassBook, folder: Path, small_disk: tuple[Path, int], request: pytest.FixtureRequest
) -> None:
    book.close()
    disk, limit = small_disk
    place = disk / "class"
    shutil.copytree(folder, place)
    filler = disk / "filler"
    filler.write_bytes(bytes(MEGABYTE // 2))
    wanted = [f"k{number}" for number in range(80)]
    told = done("mark", "board", place, "--count", str(len(wanted)), "--size", str(NOTE), "--limit", str(limit))
    assert told.kept == tuple(wanted[: len(told.kept)])
    assert len(told.kept) + len(told.refused) == len(wanted)
    assert told.refused
    assert all(words.startswith("NotSaved: The mark was not saved") for words in told.refused)
    assert BoardSubject().marks(place) == list(told.kept)
    filler.unlink()
    tally = judged_marks(BoardSubject(), place, told, wanted)
    note(request, "board", replace(tally, faults=len(told.refused)))
    assert tally.harm == (0, 0, 0)


def test_the_stock_storage_does_not_outlive_a_disk_that_runs_full(
    stock: Path, small_disk: tuple[Path, int], request: pytest.FixtureRequest
) -> None:
    disk, limit = small_disk
    place = disk / "class"
    shutil.copytree(stock, place)
    (disk / "filler").write_bytes(bytes(MEGABYTE // 2))
    told = done("mark", "stock", place, "--count", "80", "--size", str(NOTE), "--limit", str(limit))
    tally = judged_marks(StockSubject(), place, told, told.kept)
    note(request, "stock", replace(tally, faults=len(told.refused)))
    assert tally.torn
    assert tally.lost


def test_an_edit_on_a_full_disk_is_refused_and_the_class_stays_as_it_was(
    book: ClassBook, folder: Path, small_disk: tuple[Path, int]
) -> None:
    book.close()
    disk, limit = small_disk
    place = disk / "class"
    shutil.copytree(folder, place)
    done("mark", "board", place)  # so that every lock file is there
    with suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
        for _ in range(2 * MEGABYTE // 4096):
            filler.write(bytes(4096))
    before = (place / "class.json").read_bytes()
    told = done("edit", "board", place, "--limit", str(limit and len(before) // 2))
    assert not told.kept
    assert "could not be saved" in told.refused[0]
    assert (place / "class.json").read_bytes() == before
    assert not [path for path in place.iterdir() if path.name.endswith(".new")]
    (disk / "filler").unlink()
    assert done("edit", "board", place).kept == (EDITED,)
