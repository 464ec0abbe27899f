"""From a list as schools have it, pasted on the start, to a board on which the first mark is made: by keys alone."""

from pathlib import Path

import pytest
from textual import events

from board.app import BoardApp
from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.screens.board.board import BoardScreen
from board.screens.roster.list_columns import ColumnsScreen
from board.screens.roster.list_questions import QuestionsScreen
from board.screens.roster.paste_names import NamesForm
from board.screens.start.new_class import NewClassScreen
from board.screens.units.paste_steps import StepsForm
from board.store.class_book import ClassBook
from screen_driver import seen, until

LISTS = {
    "seat numbers": ("1\tBrown, Ava\n2\tCole, Ben\n3\tNg, Mia", ["Ava B.", "Ben C.", "Mia N."]),
    "a gradebook": (
        (
            "Student,ID,SIS User ID,Section,Unit 1 Quiz (101)\n    Points Possible,,,,10\n"
            '"Block, Jasen",11,,XC 101,8.00\n"Buckridge, Billy",12,,XC 101,9.00\n"Student, Test",99,,XC 101,'
        ),
        ["Jasen B.", "Billy B."],
    ),
    "an empty first column": (
        "Nickname\tFirst Name\tLast Name\tGrade\n\tAva\tBrown\t2\nBenny\tBenjamin\tCole\t2\n\tMia\tNg\t2",
        ["Ava B.", "Benjamin C.", "Mia N."],
    ),
    "suffixes and nicknames": (
        "Hal Dorne III\nBen Brown Jr.\nSmith, Katherine (Katie)",
        ["Hal D.", "Ben B.", "Katie S."],
    ),
    "a title and a footer": (
        'Room 12 roster 2026\n\nLastFirst,Grade\n"Brown, Ava",2\n"Ng, Mia",2\nTotal Students: 2',
        ["Ava B.", "Mia N."],
    ),
    "a row for each class": (
        (
            "Student ID,Last Name,First Name,Grade,Class,Teacher\n1017,Brown,Ava,2,Homeroom 12,Rivera\n"
            "1017,Brown,Ava,2,Math 2B,Lee\n1018,Lopez,Liam,2,Homeroom 12,Rivera\n1019,Ng,Mia,2,Music,Ito"
        ),
        ["Ava B.", "Liam L.", "Mia N."],
    ),
}
STEPS = "I can count to 20\nI can write the numbers"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("kind", LISTS)
async def test_a_list_as_schools_have_it_becomes_a_board(
    quick_hands: None, documents: Path, kind: str, size: tuple[int, int]
) -> None:
    text, names = LISTS[kind]
    app = BoardApp(seat_here())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Start my class" in seen(app))
        app.post_message(events.Paste(text))
        await until(pilot, lambda: isinstance(app.screen, NewClassScreen) and "What you pasted stands on" in seen(app))
        await pilot.press(*"Room", "enter", *"Lee", "enter")
        await until(pilot, lambda: "2 of 4" in seen(app) and f"{len(names)} students" in seen(app))
        for _ in LISTS:
            if "2 of 4" in seen(app):
                await pilot.press("ctrl+s")
                await pilot.pause()
            if isinstance(app.screen, ColumnsScreen | QuestionsScreen):
                await pilot.press("enter")
                await until(pilot, lambda: bool(app.screen.query(NamesForm)))
        await until(pilot, lambda: "3 of 4" in seen(app))
        app.post_message(events.Paste(STEPS))
        await until(pilot, lambda: "count to 20" in app.screen.query_one(StepsForm).text)
        app.screen.query_one("#unit-title").focus()
        await pilot.press(*"Numbers", "ctrl+s")
        await until(pilot, lambda: "4 of 4" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen) and names[0] in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: f"{names[0]} · " in seen(app) and "Got it" in seen(app))
    book = ClassBook(documents / "Room.class", "d9")
    assert [one.name for one in book.students] == names
    assert [fact.kind for fact in book.facts] == [Kind.MASTERED]
