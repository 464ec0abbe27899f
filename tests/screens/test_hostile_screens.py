"""Names, titles, notes and criteria that mean harm, through every screen of the board."""

import pytest
from textual.pilot import Pilot

from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student, clean_line, clean_name
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import ABOUT, STUDENTS, UNITS, put
from board.store.draft import Draft
from hostile import HOSTILE, assert_clean_output
from screen_driver import board_on, seen, until

LINES = [line for line in dict.fromkeys(map(clean_line, HOSTILE)) if line]
NAMES = [name for name in dict.fromkeys(map(clean_name, HOSTILE)) if name]


@pytest.fixture
def harmful(folder: ClassBook, book: ClassBook) -> ClassBook:
    """A class in which everything a user can write is hostile; each text also carries a tip, a note or a criterion."""
    spots = [
        Step(
            f"h/s{at}",
            line[:80],
            line,
            criteria=(line,),
            ways=(line,),
            standards=(line,),
            counts=(line,),
            not_yet=(f"1: x because {line}",),
        )
        for at, line in enumerate(LINES)
    ]
    levels = tuple(Level(f"h/l{at}", LINES[at], tuple(spots[at : at + 5]), boss=None) for at in range(0, len(spots), 5))
    book.edit(UNITS, put(Unit("h", LINES[0], levels)))
    book.edit(ABOUT, lambda about: about._replace(name=LINES[3]))
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", name, alias=name[:30]) for at, name in enumerate(NAMES)))
    kinds = (Kind.KEEP_WORKING, Kind.NOTE, Kind.OWN_VERSION)
    drafts = [Draft(kind, f"s{at}", f"h/s{at}", note=LINES[at]) for at in range(len(NAMES)) for kind in kinds]
    book.record(drafts, book.assessors[0].id)
    return book


async def looked_at(pilot: Pilot[None], *keys: str, then: str) -> None:
    """Press keys, wait for words, look at the screen, go back."""
    for key in keys:
        await pilot.press(key)
    await until(pilot, lambda: then in seen(pilot.app))
    assert_clean_output(seen(pilot.app))


@pytest.mark.parametrize("zoom", [0, 1])
async def test_every_screen_shows_them_as_they_are_and_the_board_stays_up(harmful: ClassBook, zoom: int) -> None:
    app = board_on(harmful, Place("h", "s0", "h/s0", zoom))
    async with app.run_test(size=(120, 40)) as pilot:
        await looked_at(pilot, "down", "right", then="? Help")
        await looked_at(pilot, "n", then="Only adults see it")
        await looked_at(pilot, "escape", "k", then="One tip")
        await looked_at(pilot, "escape", "v", then="Own version")
        await looked_at(pilot, "escape", "x", "shift+down", then="chosen")
        await looked_at(pilot, "c", "1", then="1 got it")
        await looked_at(pilot, "escape", "escape", "slash", "[", then="Find")
        await looked_at(pilot, "escape", "enter", then="Looks like")
        await looked_at(pilot, "pagedown", "pagedown", "right", "w", then="Adult: show all")
        await looked_at(pilot, "w", "escape", "w", then="any key goes back")
        await looked_at(pilot, "escape", "s", "down", then="in the class")
        await looked_at(pilot, "enter", then="Alias")
        await looked_at(pilot, "escape", "m", then="Who is ")
        await looked_at(pilot, "escape", "escape", "g", "down", then="Looks like")
        await looked_at(pilot, "enter", then="Looks like")
        await looked_at(pilot, "escape", "escape", "i", then="marking")
        await looked_at(pilot, "escape", "E", then="example 1 of 2")
        await looked_at(pilot, "space", then="guide say")
        await looked_at(pilot, "x", then="Not yet")
        await looked_at(pilot, "e", then="One example a line")
        await looked_at(pilot, "escape", "escape", "escape", "p", then="Print")
        await looked_at(pilot, "escape", "ctrl+p", *"[", then="[/")
        await looked_at(pilot, "escape", "question_mark", then="Keys of this screen")
        await looked_at(pilot, "escape", "f", then="only who")
        await looked_at(pilot, "f", then="? Help")


async def test_each_of_them_can_be_the_child_under_the_cursor(harmful: ClassBook) -> None:
    app = board_on(harmful, Place("h", "s0", "h/s0", 0))
    async with app.run_test(size=(80, 24)) as pilot:
        for at in range(len(NAMES)):
            app.screen.go_to(f"s{at}", f"h/s{at}")  # type: ignore[attr-defined]  # the board's own
            await pilot.press("t")
            await until(pilot, lambda at=at: len(harmful.progress.spot(f"s{at}", f"h/s{at}").facts) == 4)  # type: ignore[misc]
            assert_clean_output(seen(app))
