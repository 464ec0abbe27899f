"""What every test may ask for: a user folder of its own, an open class on a real disk, and the demo class."""

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from board.demo.demo_class import make_demo
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from builders import UNIT
from two_folders import Computers

settings.register_profile("board", deadline=None)  # a test never waits on the clock, nor is it judged by it
settings.load_profile("board")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that no test has had yet."""
    place = tmp_path_factory.mktemp("homes")  # once: it looks through all there are
    return (place / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own data folder, empty and thrown away."""
    folder = next(homes)
    folder.mkdir()
    monkeypatch.setenv("BOARD_HOME", str(folder))
    monkeypatch.setenv("BOARD_FONTS", "")  # no test depends on the fonts of a computer
    monkeypatch.setenv("TERM", "xterm-256color")  # nor on the terminal it is run in
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture(autouse=True)
def nothing_is_on_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A class file that is cut off is damaged at once; a test that waits for one says so."""
    monkeypatch.setattr("board.store.documents.class_reading.ARRIVES_WITHIN", 0.0)


@pytest.fixture(autouse=True)
def nobody_looks_out_any_more() -> Iterator[None]:
    """A lookout that is left behind wakes ten times a second, and makes every later test slower."""
    yield
    assert not [thread for thread in threading.enumerate() if thread.name == "lookout"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Room 12.class"


@pytest.fixture(scope="session")
def small_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of two students and the small unit, made once to be copied."""
    folder = tmp_path_factory.mktemp("small") / "Room 12.class"
    made = ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")
    made.edit(STUDENTS, lambda _: (Student("ava", "Ava B."), Student("ben", "Ben C.", alias="Comet")))
    made.edit(UNITS, put(UNIT))
    made.close()
    return folder


@pytest.fixture
def book(small_class: Path, folder: Path) -> Iterator[ClassBook]:
    """A class of two students and the small unit."""
    opened = ClassBook(Path(shutil.copytree(small_class, folder)), "d1")
    yield opened
    opened.close()


@pytest.fixture
def computers(book: ClassBook, folder: Path, tmp_path: Path) -> Iterator[Computers]:
    """The class on computers that each have a copy of its folder."""
    book.close()
    with closing(Computers(folder, tmp_path)) as several:
        yield several


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo class, made once: for tests that keep nothing in it."""
    folder = tmp_path_factory.mktemp("demo") / "Demo.class"
    make_demo(folder, "d1", datetime(2026, 3, 3, 12, tzinfo=UTC)).close()
    return folder


@pytest.fixture
def demo(demo_made: Path, tmp_path: Path, home: Path) -> Path:
    """The demo class to mark in, as it was made at this seat."""
    (home / "settings.json").write_text(json.dumps({"device": "d1"}))
    return Path(shutil.copytree(demo_made, tmp_path / "Demo.class"))
