"""Two teachers with accounts of their own on one computer: a shared class is both's, a private one is said to be private."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accounts import AVA, BEN, EVE, TEACHERS, done_by, only_as_root, shared_place
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.store.archive import pack
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.store.picture_folder import Unfinished
from board.store.tables import ABOUT, STUDENTS, UNITS, put
from builders import UNIT
from kept_picture import picture

pytestmark = only_as_root

SHARED = [(0o2770, 0o022), (0o2770, 0o077), (0o770, 0o002), (0o777, 0o022)]
"""The mode of the folder a class is made in, and the umask of both."""


def made(folder: Path) -> None:
    """Make a class with all that a class holds."""
    book = ClassBook.create(folder, "Room 12", "a1", "Ms. Rivera")
    book.edit(STUDENTS, lambda _: (Student("ava", "Ava B."), Student("ben", "Ben C.")))
    book.edit(UNITS, put(UNIT))
    worked_on(book)
    book.close()


def worked_on(book: ClassBook) -> None:
    """Do a bit of everything."""
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    red = picture("red")
    book.pictures.keep(red.content, red.png)
    book.pictures.keep_unfinished("ava", "u/halves", Unfinished("drawing", "mine"))
    assert book.outputs.drop.is_dir()
    book.edit(ABOUT, lambda now: now._replace(name=f"{now.name}!"))


def opened(folder: Path, device: str, deed: Callable[[ClassBook], object]) -> Callable[[], object]:
    """Give a deed that opens a class, does something with it, and closes it."""

    def done() -> object:
        book = ClassBook(folder, device)
        try:
            return deed(book)
        finally:
            book.close()

    return done


@pytest.fixture(params=SHARED, ids=str)
def shared(request: pytest.FixtureRequest) -> Iterator[tuple[Path, int]]:
    """A class that Ava made in a shared folder, and the umask of both."""
    mode, umask = request.param
    with shared_place(mode) as place:
        assert done_by(AVA, lambda: made(place / "Room 12.class"), umask) == "None"
        yield place / "Room 12.class", umask


def test_what_one_made_the_other_reads_replaces_and_adds_to(shared: tuple[Path, int]) -> None:
    folder, umask = shared

    def marks(book: ClassBook) -> tuple[str, int, tuple[str, ...]]:
        return book.name, len(book.facts), tuple(student.name for student in book.students)

    for account, device in ((BEN, "b1"), (AVA, "a1"), (BEN, "b1")):
        assert done_by(account, opened(folder, device, worked_on), umask) == "None"
    for account, device in ((AVA, "a1"), (BEN, "b1")):
        assert done_by(account, opened(folder, device, marks), umask) == "('Room 12!!!!', 4, ('Ava B.', 'Ben C.'))"
    assert done_by(BEN, opened(folder, "b1", lambda book: book.erase(book.students[0], "t")), umask) == "()"
    assert done_by(AVA, opened(folder, "a1", lambda book: [one.name for one in book.students]), umask) == "['Ben C.']"


def test_everything_in_a_shared_class_is_shared_and_nothing_more(shared: tuple[Path, int]) -> None:
    folder, umask = shared
    assert done_by(BEN, opened(folder, "b1", worked_on), umask) == "None"
    others = folder.parent.stat().st_mode & 0o006 == 0o006
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 10
    for path in files:
        assert oct(stat.S_IMODE(path.stat().st_mode)) == oct(0o666 if others else 0o660), path
        assert path.stat().st_gid == TEACHERS, path
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        assert stat.S_IMODE(path.stat().st_mode) & 0o777 == (0o777 if others else 0o770), path


@pytest.mark.parametrize("umask", [0o022, 0o000])
def test_a_class_made_in_a_folder_of_ones_own_is_private(umask: int) -> None:
    with shared_place(0o755) as place:
        folder = place / "Room 12.class"
        assert done_by(AVA, lambda: made(folder), umask) == "None"
        for path in (folder, *folder.rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
        for other in (BEN, EVE):
            said = done_by(other, opened(folder, "b1", worked_on))
            assert said.startswith("Refusal: ")
            assert "permission denied" in said
            assert "board restore" not in said, "the class is not damaged"


def test_a_class_others_may_only_look_at_says_so_and_keeps_nothing() -> None:
    with shared_place(0o755) as place:
        folder = place / "Room 12.class"
        assert done_by(AVA, lambda: made(folder)) == "None"
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
        said = done_by(BEN, opened(folder, "b1", worked_on))
        assert said.startswith("NotSaved: ")
        assert "permission denied" in said
        assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_an_older_class_keeps_its_rights_and_what_is_new_in_it_is_private() -> None:
    with shared_place(0o755) as place:
        folder = place / "Room 12.class"
        assert done_by(AVA, lambda: made(folder)) == "None"
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        old = {path for path in folder.rglob("*") if path.is_file()}
        assert done_by(AVA, opened(folder, "a2", worked_on)) == "None"
        for path in folder.rglob("*"):
            if path.is_file():
                assert oct(stat.S_IMODE(path.stat().st_mode)) == oct(0o644 if path in old else 0o600), path


def test_a_backup_is_private_and_a_class_brought_back_from_it_too(tmp_path: Path) -> None:
    before = os.umask(0o000)
    try:
        made(tmp_path / "Room 12.class")
        pack(tmp_path / "Room 12.class", tmp_path / "class.zip", ())
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "class.zip").stat().st_mode) == 0o600
    shutil.rmtree(tmp_path / "Room 12.class")
