"""Looking for what others changed: cheap, beside marks and edits, and nothing is missed or told twice."""

import os
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.disk import Disk, NotSaved
from board.errors import Refusal
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store import ledger_files
from board.store.class_book import ClassBook, Draft, Looked
from board.store.looking import LOOK_EVERY


def mark(book: ClassBook, student: str = "ava", kind: Kind = Kind.MASTERED) -> None:
    book.record([Draft(kind, student, "u/halves")])


@pytest.fixture
def other(book: ClassBook, folder: Path) -> Iterator[ClassBook]:
    with closing(ClassBook(folder, "d2")) as opened:
        yield opened


def test_a_look_changes_nothing_until_it_is_taken(book: ClassBook, other: ClassBook) -> None:
    mark(other)
    other.edit_students(lambda now: (*now, Student("cam", "Cam D.")))
    before, names = book.progress, book.students
    looked = book.look()
    assert looked
    assert (book.progress, book.students) == (before, names)
    news = book.take(looked)
    assert [fact.student for fact in news.facts] == ["ava"]
    assert news.documents
    assert (book.progress, book.students) == (other.progress, other.students)
    assert not book.look()


def test_what_was_looked_at_twice_is_told_once(book: ClassBook, other: ClassBook) -> None:
    mark(other)
    first, second = book.look(), book.look()
    assert len(book.take(first).facts) == 1
    assert not book.take(second)
    assert len(book.facts) == 1


def test_taking_what_was_looked_at_reads_nothing_more(
    book: ClassBook, other: ClassBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.edit_students(lambda now: (*now, Student("cam", "Cam D.")))
    looked = book.look()

    def refuse(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert book.take(looked).documents


@pytest.mark.parametrize("content", ["", "{", '{"class": 3}', '{"class": {"about": {"format": 1}}}', None])
def test_a_class_file_that_is_damaged_is_said_by_the_look_and_changes_nothing(
    book: ClassBook, folder: Path, content: str | None
) -> None:
    path, names = folder / "class.json", book.students
    whole = path.read_bytes()
    if content is None:
        path.unlink()
    else:
        path.write_text(content)
    for _ in range(2):
        with pytest.raises(Refusal, match=r"class\.json is damaged"):
            book.look()
    assert book.students == names
    path.write_bytes(whole)
    book.take(book.look())
    assert book.students == names


def test_an_edit_made_after_the_look_is_no_news(book: ClassBook, other: ClassBook) -> None:
    other.edit_students(lambda now: (*now, Student("cam", "Cam D.")))
    looked = book.look()
    book.edit_students(lambda now: (*now, Student("dee", "Dee E.")))
    assert not book.take(looked)
    assert [student.id for student in book.students] == ["ava", "ben", "cam", "dee"]


class Doubtful(Disk):
    """A disk on which somebody looks before a write is safe, and then it fails."""

    def __init__(self) -> None:
        self.look: Callable[[], object] = tuple

    def sync(self, handle: int) -> None:
        self.look()
        raise OSError(5, "Input/output error")


def test_a_mark_seen_on_its_way_to_the_disk_does_not_count_when_it_fails(book: ClassBook, folder: Path) -> None:
    disk, looks = Doubtful(), list[Looked]()
    mark(book)
    with closing(ClassBook(folder, "d1", disk)) as failing:
        disk.look = lambda: looks.append(failing.look())
        with pytest.raises(NotSaved):
            mark(failing, "ben")
        assert looks[0].ledger[0].facts[0].student == "ben", "it was in the file for a moment"
        assert not failing.take(looks[0])
        assert failing.progress == book.progress


Act = tuple[str, int]
acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["look", "look", "take", "mark here", "mark there", "edit here", "edit there", "copy", "set back"]
        ),
        st.integers(0, 3),
    ),
    min_size=5,
    max_size=30,
)


def test_looks_may_be_taken_late_or_never_while_both_sides_mark_and_edit(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    @settings(max_examples=60, deadline=None)
    @given(acts)
    def always(story: list[Act]) -> None:
        folder = tmp_path_factory.mktemp("classes") / "Room 12.class"
        with (
            closing(ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")) as here,
            closing(ClassBook(folder, "d2")) as there,
        ):
            told = happened(story, here, there, folder)
            told += [fact.id for fact in here.news().facts]
            assert len(told) == len(set(told)), "nothing is told twice"
            assert len({fact.id for fact in here.facts}) == len(here.facts)
            there.news()
            with closing(ClassBook(folder, "reader")) as fresh:
                assert fresh.progress == here.progress == there.progress
                assert fresh.students == here.students == there.students

    always()


def added(id_: str, now: tuple[Student, ...]) -> tuple[Student, ...]:
    return (*now, Student(id_, f"Name of {id_}"))


def happened(story: Sequence[Act], here: ClassBook, there: ClassBook, folder: Path) -> list[str]:
    """Let a story happen, and give the ids of the facts that were told here."""
    looks: list[Looked] = []
    told: list[str] = []
    for number, (act, which) in enumerate(story):
        book = here if act.endswith("here") else there
        match act.split()[0]:
            case "look":
                looks.append(here.look())
            case "take" if looks:
                told += [fact.id for fact in here.take(looks.pop(which % len(looks))).facts]
            case "mark":
                mark(book, f"s{which}", Kind.PRACTISING)
            case "edit":
                book.edit_students(partial(added, f"n{number}"))
            case "copy" if (ledger := folder / "ledger" / "d2.jsonl").exists():
                ledger.with_name(f"d2 (copy {which}).jsonl").write_bytes(ledger.read_bytes())
            case "set" if (ledger := folder / "ledger" / "d2 (copy 0).jsonl").exists():
                ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:which]))
    return told


def test_a_thread_may_look_while_marks_are_made(book: ClassBook, other: ClassBook, folder: Path) -> None:
    looks: queue.SimpleQueue[Looked] = queue.SimpleQueue()
    ended = threading.Event()

    def go_on_looking() -> None:
        while not ended.is_set():
            looks.put(book.look())

    thread = threading.Thread(target=go_on_looking)
    thread.start()
    told: list[str] = []
    try:
        for turn in range(60):
            mark((book, other)[turn % 2], f"s{turn % 5}", Kind.PRACTISING)
            while not looks.empty():
                told += [fact.id for fact in book.take(looks.get()).facts]
    finally:
        ended.set()
        thread.join()
    told += [fact.id for fact in book.news().facts]
    assert len(told) == len(set(told)) <= 30
    with closing(ClassBook(folder, "reader")) as fresh:
        assert book.progress == fresh.progress
    assert len(book.facts) == 60


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
    monkeypatch.setattr(ledger_files, "os", SimpleNamespace(scandir=handed.scan, stat=os.stat))
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


def test_a_class_file_that_does_not_answer_is_said(book: ClassBook, folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a share that went away")
    with pytest.raises(Refusal, match=r"class\.json can't be read"):
        book._file.look()
    with pytest.raises(Refusal):
        book.look()
