"""On the board, too, a second adult reads nothing of what the first one said of a Boss before both have."""

import pytest

from board.cli.context import seat_here
from board.deeds.judging import Judging
from board.deeds.marks import Marks
from board.mastery.facts import Kind
from board.mastery.showing import Verdict
from board.screens.board.board import BoardScreen
from board.screens.parts.note import NoteScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from lone_app import SHELF, LoneApp
from screen_driver import seen, until
from showings import AVA_PIZZA, sitting_of, two_adults

SECRET = "sang it"


@pytest.fixture
def first_said(book: ClassBook) -> ClassBook:
    """The small class; its teacher has seen Ava's Boss and noted things, an aide has not."""
    two_adults(book)
    sitting = sitting_of(book)
    Judging(sitting).judge([Verdict(*AVA_PIZZA, got_it=True, note=SECRET)])
    Marks(sitting).mark(Kind.NOTE, [AVA_PIZZA], note=SECRET)
    return book


def board_of(book: ClassBook, adult: str) -> LoneApp:
    place = Place("u", *AVA_PIZZA)
    return LoneApp(BoardScreen(seat_here(), sitting_of(book, adult), place, SHELF, keep_place=lambda _: None))


@pytest.mark.parametrize("adult", ["aide", "rev"])
async def test_the_line_of_the_spot_and_the_notes_tell_a_second_adult_nothing(
    first_said: ClassBook, adult: str
) -> None:
    app = board_of(first_said, adult)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Pizza" in seen(app))
        for words in ("1 note", "Ms. Rivera", "another adult gets to see it", SECRET):
            assert words not in " ".join(seen(app).splitlines()[-4:])
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen))
        assert SECRET not in seen(app)


async def test_who_said_it_reads_it_all(first_said: ClassBook) -> None:
    app = board_of(first_said, first_said.assessors[0].id)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 note: n shows it." in seen(app))
        assert "another adult gets to see it too" in seen(app)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteScreen) and SECRET in seen(app))


async def test_once_both_have_said_it_both_read_it(first_said: ClassBook) -> None:
    Judging(sitting_of(first_said, "aide")).judge([Verdict(*AVA_PIZZA, got_it=True)])
    app = board_of(first_said, "aide")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "checked by Ms. Rivera and Mr. Okafor" in seen(app))
        assert "1 note: n shows it." in seen(app)
