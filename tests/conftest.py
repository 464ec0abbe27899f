"""What every test may ask for: a user folder of its own and an open class on a real disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.tables import STUDENTS, UNITS, put
from builders import UNIT

settings.register_profile("board", deadline=None)  # a test never waits on the clock, nor is it judged by it
settings.load_profile("board")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own data folder, empty and thrown away."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("BOARD_HOME", str(folder))
    monkeypatch.setenv("BOARD_FONTS", "")  # no test depends on the fonts of a computer
    monkeypatch.setenv("TERM", "xterm-256color")  # nor on the terminal it is run in
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Room 12.class"


@pytest.fixture
def book(folder: Path) -> Iterator[ClassBook]:
    """A class of two students and the small unit."""
    opened = ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")
    opened.edit(STUDENTS, lambda _: (Student("ava", "Ava B."), Student("ben", "Ben C.", alias="Comet")))
    opened.edit(UNITS, put(UNIT))
    yield opened
    opened.close()
