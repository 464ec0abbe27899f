"""Screens that look through this computer find only what a test put there; a class that two programs have open."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from board.demo.demo_class import make_demo
from board.mastery.people import Student
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.widgets import aim, glance
from elsewhere import Elsewhere
from parsed_once import parsed_once
from waiting_pictures import bring


@pytest.fixture(scope="session", autouse=True)
def looks_parsed_once() -> Iterator[None]:
    with parsed_once():
        yield


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo class, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("demo") / "Room 12.class"
    make_demo(folder, "d1", datetime(2026, 11, 20, 14, 0, tzinfo=UTC)).close()
    return folder


@pytest.fixture
def demo(demo_made: Path, folder: Path) -> Iterator[ClassBook]:
    """The demo class, for one test."""
    shutil.copytree(demo_made, folder)
    book = ClassBook(folder, "d1")
    yield book
    book.close()


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to look for a while before a key counts, and no key is worn, but where that is under test.

    A pilot presses Esc twice within 50 ms when the computer is busy with other things; no hand does.
    """
    monkeypatch.setattr(glance, "SEEN_AFTER", 0.0)
    monkeypatch.setattr(aim, "CHATTER", 0.0)


@pytest.fixture(autouse=True)
def documents(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's documents, and no other place to look in."""
    nobody = tmp_path_factory.mktemp("nobody")
    folder = nobody / "Documents"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(folder))
    monkeypatch.setattr("platformdirs.user_desktop_dir", lambda: str(nobody / "Desktop"))
    monkeypatch.setenv("HOME", str(nobody))
    monkeypatch.setenv("USERPROFILE", str(nobody))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def shown_class(book: ClassBook, folder: Path) -> Iterator[tuple[ClassBook, Elsewhere]]:
    """A class large enough for a quilt, with a picture that waits for its step, which another program has open too."""
    more = tuple(Student(f"kid{at}", f"Kid {at}") for at in range(5))
    book.edit(STUDENTS, lambda now: (*now, *more))
    bring(book, "ava", "u/halves", "red", "a fish")
    with Elsewhere(folder) as other:
        yield book, other


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch) -> list[list[Any]]:
    """Programs of this computer that only remember how they were called."""
    called: list[list[Any]] = []

    def run(words: list[Any], **_: object) -> subprocess.CompletedProcess[str]:
        called.append(words)
        return subprocess.CompletedProcess(words, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return called
