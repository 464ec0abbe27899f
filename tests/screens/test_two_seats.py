"""Two people in one process, each at a seat of their own, with one class open: what is one's is never the other's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from board.app import BoardApp
from board.mastery.facts import Fact, Kind
from board.mastery.people import Assessor
from board.paper.catalogue import kind_called
from board.paper.desk import PrintDesk
from board.paper.memory import PrintMemory, SheetMade
from board.paper.printers import Printers
from board.paper.rows import Around
from board.seat.seat import Seat
from board.seat.settings import Place
from board.store.book import Book
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, put
from printables.page.printer import Printer
from screen_driver import seen, until
from seats import seat_at

DAY = date(2026, 11, 25)
SHEET = SheetMade("2026-11-20", "avery-22805", 1, (("ava", "u/halves"),), "/x.pdf")


class Sat(NamedTuple):
    """Somebody who sits at a seat."""

    seat: Seat
    app: BoardApp
    book: Book
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def reads(self, words: str) -> None:
        await until(self.pilot, lambda: words in seen(self.app))

    async def knows(self, count: int) -> None:
        await until(self.pilot, lambda: len(self.book.facts) == count)


@pytest.fixture
def seats(tmp_path: Path, folder: Path, book: ClassBook) -> tuple[Seat, Seat]:
    """Two seats where the class of Ms. Rivera and Mr. Oka was left in the overview."""
    book.edit(ASSESSORS, put(Assessor("oka", "Mr. Oka")))
    both = seat_at(tmp_path / "one"), seat_at(tmp_path / "other")
    for seat in both:
        seat.settings.remember(str(folder), Place(zoom=0))
    return both


@asynccontextmanager
async def sits(seat: Seat, folder: Path) -> AsyncIterator[Sat]:
    """Somebody sits down at a seat and opens the class."""
    book = seat.library.open(str(folder))
    app = BoardApp(seat, book)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        sat = Sat(seat, app, book, pilot)
        await sat.reads("Ava B.")
        yield sat


def facts_in(folder: Path) -> list[Fact]:
    """Every fact of the class, as they came."""
    return sorted(ClassBook(folder, "d9").facts, key=lambda fact: fact.seq)


async def test_each_marks_as_itself_and_again_the_next_time(seats: tuple[Seat, Seat], folder: Path) -> None:
    rivera = ClassBook(folder, "d9").assessors[0].id
    for key, kind in (("t", Kind.PRACTISING), ("r", Kind.READY)):
        known = len(facts_in(folder))
        async with sits(seats[0], folder) as one, sits(seats[1], folder) as other:
            if kind is Kind.PRACTISING:  # the next time he is remembered
                await one.press("i", "down", "enter")
            await one.reads("Mr. Oka marks")
            await other.reads("Ms. Rivera marks")
            await one.press(key)
            await other.press("down", key)
            await other.knows(known + 2)
            await one.press("q")
            await other.press("q")
        by = {fact.student: fact.by for fact in facts_in(folder) if fact.kind is kind}
        assert by == {"ava": "oka", "ben": rivera}
    assert {fact.device for fact in facts_in(folder)} == {seat.settings.load().device for seat in seats}


async def test_undo_takes_back_what_was_done_at_this_seat_and_nothing_else(
    seats: tuple[Seat, Seat], folder: Path
) -> None:
    async with sits(seats[0], folder) as one, sits(seats[1], folder) as other:
        await one.press("space")
        await other.knows(1)
        await other.press("u")
        await other.reads("Nothing to undo since the board was opened.")
        await other.press("down", "space")
        await one.knows(2)
        await one.press("u")
        await other.knows(3)
        await other.press("u")
        await one.knows(4)
        await one.press("u")
        await one.reads("Nothing to undo since the board was opened.")
    assert [(fact.kind, fact.student) for fact in facts_in(folder)] == [
        (Kind.MASTERED, "ava"),
        (Kind.MASTERED, "ben"),
        (Kind.WITHDRAWN, "ava"),
        (Kind.WITHDRAWN, "ben"),
    ]


async def test_cursor_colours_and_signs_are_ones_own(seats: tuple[Seat, Seat], folder: Path) -> None:
    async with sits(seats[0], folder) as one, sits(seats[1], folder) as other:
        await one.press("down", "right", "ctrl+t", "ctrl+g", "z")
        await other.press("right")
        assert (one.app.theme, other.app.theme) == ("board-light", "board-dark")
        await one.press("q")
        await other.press("q")
    kept = [seat.settings.load() for seat in seats]
    assert [known.theme for known in kept] == ["board-light", ""]
    assert [known.signs for known in kept] == ["pretty", ""]
    assert [(known.place(str(folder)).student, known.place(str(folder)).zoom) for known in kept] == [
        ("ben", 1),
        ("ava", 0),
    ]
    assert kept[0].device != kept[1].device
    async with sits(seats[0], folder) as one, sits(seats[1], folder) as other:
        assert (one.app.theme, other.app.theme) == ("board-light", "board-dark")


def test_what_is_remembered_of_printing_is_ones_own(seats: tuple[Seat, Seat], book: ClassBook) -> None:
    memory, other = (PrintMemory(seat.settings) for seat in seats)
    memory.keep_usual_paper("a4")
    memory.keep_next_label("avery-22805", 7)
    memory.keep_sheet(book.key, SHEET)
    memory.keep_choices("wall", {"ink": "saver"})
    Printers(seats[0].settings).keep("Office", Printer(1.0))
    told = [
        (each.usual_paper(), each.next_label("avery-22805"), each.waiting_sheets(book.key), each.last_kind())
        for each in (memory, other)
    ]
    assert told == [("a4", 7, (SHEET,), "wall"), ("letter", 1, (), "")]
    desks = [PrintDesk(book, seat.settings, Around("u"), DAY) for seat in seats]
    for desk in desks:
        desk.kind = kind_called("stickers")
    assert [[row.name for row in desk.now().rows].count("printer") for desk in desks] == [1, 0]


def test_each_finds_its_own_classes(seats: tuple[Seat, Seat], folder: Path) -> None:
    seats[0].library.create(str(seats[0].folders.documents / "Mine.class"), "Mine", "Me", lambda _: None)
    seats[0].settings.remember(str(seats[0].folders.documents / "Mine.class"))
    assert [[one.name for one in seat.library.known()] for seat in seats] == [["Mine", "Room 12"], ["Room 12"]]
    assert [len(seat.library.found()) for seat in seats] == [2, 1]


async def test_somebody_who_is_no_adult_of_the_class_any_more_marks_no_more(
    seats: tuple[Seat, Seat], folder: Path
) -> None:
    seats[0].settings.remember(str(folder), Place(zoom=0, marking="gone"))
    async with sits(seats[0], folder) as one:
        await one.reads("Ms. Rivera marks")
        await one.press("t")
        await one.knows(1)
        assert one.book.facts[0].by == one.book.assessors[0].id
