"""A center as it is: somebody calls, the lid is shut, the window is dragged; every mark that was shown stays."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.mastery.facts import Fact, Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from pty_terminal import Terminal

UNIT = "number-explorers"
CHILDREN = tuple(f"{letter}{rest}" for letter in "ABCDEFG" for rest in ("da", "lma", "nso", "ris"))
INTERRUPTIONS = ("resize", "kill", "kill in the middle", "quit") * 2
SIZES = ((40, 20), (120, 40), (80, 24))


@pytest.fixture
def folder(demo: Path) -> Path:
    """A class of 28 without a mark, on its first step."""
    book = ClassBook(demo, seat_here().settings.load().device)
    book.edit(STUDENTS, lambda _: tuple(Student(f"new{at}", name) for at, name in enumerate(CHILDREN)))
    step = next(unit for unit in book.units if unit.id == UNIT).spots[0]
    seat_here().settings.remember(book.key, Place(UNIT, "new0", step.id, zoom=0))
    book.close()
    return book.folder


class Center:
    """One adult at one table who writes down what the screen has shown as recorded."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._board = self._opened()
        self.shown: list[tuple[int, str]] = []

    def show(self, turn: int) -> None:
        """Two children show the step of this turn: one got it, one tries."""
        step = self.steps[turn]
        self._board.write(b"c12" + b"2\r")
        self._board.wait_for(f"{step}: 1 got it, 1 trying")
        self.shown.append((turn, step))

    def go_on(self) -> None:
        self._board.write(b"\x1b[C")
        self._board.settle()

    def interrupt(self, how: str, turn: int) -> None:
        if how == "resize":
            self._board.resize(*SIZES[turn % len(SIZES)])
            self._board.settle()
            return
        if how == "kill in the middle":
            self._board.write(b"cg345")
            self._board.wait_for("3 got it")
        if how == "quit":
            self._board.write(b"q")
            self._board.wait_for_end()
        else:
            self._board.kill()
        self._board.close()
        self._board = self._opened()
        for _ in range(turn - self._place()):  # a kill may forget the last steps of the cursor, never a mark
            self.go_on()

    def close(self) -> None:
        self._board.close()

    @property
    def steps(self) -> list[str]:
        book = self._read()
        return [step.title for step in next(unit for unit in book.units if unit.id == UNIT).spots]

    def _place(self) -> int:
        place = seat_here().settings.load().place(str(self._folder.resolve()))
        spots = next(unit for unit in self._read().units if unit.id == UNIT).spots
        return next(at for at, step in enumerate(spots) if step.id == place.step)

    def _read(self) -> ClassBook:
        book = ClassBook(self._folder, "reader")
        book.close()
        return book

    def _opened(self) -> Terminal:
        board = Terminal([sys.executable, "-m", "board", "open", str(self._folder)], columns=80, rows=24)
        board.wait_for("Ada")
        board.settle()
        return board


@pytest.fixture
def center(folder: Path) -> Iterator[Center]:
    made = Center(folder)
    yield made
    made.close()


def test_a_center_with_eight_interruptions_ends_with_every_mark_and_nothing_else(center: Center, folder: Path) -> None:
    assert len(INTERRUPTIONS) == 8
    for turn, how in enumerate(INTERRUPTIONS):
        center.show(turn)
        center.interrupt(how, turn)
        center.go_on()
    assert len(center.shown) == 8
    book = ClassBook(folder, "reader")
    spots = next(unit for unit in book.units if unit.id == UNIT).spots
    for turn, _ in center.shown:
        assert book.progress.spot("new0", spots[turn].id).status is Status.MASTERED
        assert book.progress.spot("new1", spots[turn].id).status is Status.PRACTISING
    assert len(_new(book)) == 16, "what was tapped and not recorded is not there"
    assert {fact.kind for fact in _new(book)} == {Kind.MASTERED, Kind.PRACTISING}
    assert not book.damaged


def _new(book: ClassBook) -> list[Fact]:
    return [fact for fact in book.facts if fact.student.startswith("new")]
