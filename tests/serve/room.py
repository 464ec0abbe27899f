"""A small class on a server, and how a child finds itself there with a finger."""

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from board.art.starter import emblems
from board.mastery.curriculum import Step, Unit
from board.mastery.facts import Fact, Kind
from board.mastery.kiosk import sign_places
from board.mastery.people import Student
from board.mastery.picture_word import PICTURES, picture_word
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import Draft
from board.widgets.sign_board_plan import Grid, plan_board
from board.words import at_kiosk
from builders import UNIT
from seats import seat_at
from serve.painted import Cell
from serve.running import RunningServer
from serve.tablet import Tablet

NAMES = ("Ava B.", "Ben C.", "Cem D.", "Dia E.", "Eli F.", "Fay G.", "Gus H.", "Hal I.")
"""Eight children; six of them show something in Center, and others are there for other stories."""

_WORD_ACROSS, _WORD_DOWN = 4, 3
_HEAD_OF_WORD = 8
"""About how many lines stand above the pictures of a word; a tile is higher than what this may be wrong by."""

T = TypeVar("T")


def _with_criteria(step: Step) -> Step:
    return replace(step, criteria=(f"Shows {step.title} with paper", f"Says what {step.title} are"))


class Room(NamedTuple):
    """A class that is served.

    Attributes:
        folder: Where it lies.
        server: What serves it.
    """

    folder: Path
    server: RunningServer

    def facts(self) -> tuple[Fact, ...]:
        """Give what the class holds now, read as another computer reads it."""
        with closing(ClassBook(self.folder, "looks", only_look=True)) as book:
            return tuple(book.facts)

    def kinds_of(self, student: str) -> list[tuple[Kind, str]]:
        """Give what happened to a child: what, and to which step."""
        return [(fact.kind, fact.step or "") for fact in self.facts() if fact.student == student]


def made(folder: Path, home: Path) -> Path:
    """Make the class, on this computer; Fay and Gus have the first sticker."""
    home.mkdir(exist_ok=True)
    (home / "settings.json").write_text(json.dumps({"device": "d1"}))
    signs = sorted(emblems())
    with closing(ClassBook.create(folder, "Room 12", "d1", "Ms. Rivera")) as book:
        children = [
            Student(name[:3].lower(), name, emblem=signs[number % len(signs)], photos=True)
            for number, name in enumerate(NAMES)
        ]
        book.edit(STUDENTS, lambda _: tuple(children))
        levels = [replace(level, steps=tuple(map(_with_criteria, level.steps))) for level in UNIT.levels]
        book.edit(UNITS, put(Unit(UNIT.id, UNIT.title, tuple(levels))))
        seat_at(home).settings.remember(book.key, Place(zoom=0))
        for child in ("fay", "gus"):
            book.record([Draft(Kind.MASTERED, child, "u/halves")], book.assessors[0].id)
    return folder


def find_oneself(tablet: Tablet, room: Room, name: str) -> None:
    """Come to one's own page at the kiosk: a tap on one's sign, then the three pictures of one's word."""
    with closing(ClassBook(room.folder, "looks", only_look=True)) as book:
        child = next(one for one in book.students if one.name == name)
        places = sign_places(book.everyone)
    tablet.tap(at_kiosk.TOUCH_ME, until=at_kiosk.WHO_ARE_YOU)
    sign = _place(tablet, (places.across, places.down), places.pages[0], places.pages[0].index(child))
    tablet.tap(sign, until=at_kiosk.YOUR_PICTURES)
    for picture in picture_word(child.id, child.card):
        before = tablet.text
        place = _place(tablet, (_WORD_ACROSS, _WORD_DOWN), PICTURES, PICTURES.index(picture), _HEAD_OF_WORD)
        tablet.tap(place)
        tablet.until(lambda before=before: tablet.text != before, "no picture of the word was taken")  # type: ignore[misc]
    tablet.sees(name)


def _place(tablet: Tablet, size: tuple[int, int], page: Sequence[T], at: int, head: int = 0) -> Cell:
    """Give the middle of a tile of a board of signs that reaches to the foot of the page."""
    columns, lines = tablet.painted.size
    plan = plan_board(Grid(*size, (tuple(page),)), columns, lines - head)
    assert plan is not None
    box = plan.box(at)
    return Cell(box.left + box.wide // 2, head + box.top + box.high // 2)
