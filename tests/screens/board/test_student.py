from typing import Any

import pytest
from textual.pilot import Pilot

from board.cli.context import seat_here
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.curriculum import Level, Step, Unit
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.board.student import StudentScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import Draft
from board.widgets.command import commands_of
from lone_app import SHELF, LoneApp
from screen_driver import seen, until

HALVES = Step(
    "v/h",
    "Halves of Things",
    "I can halve [/] anything.",
    criteria=("cuts [b]fairly[/b]",),
    ways=("fold it",),
    standards=("1.G.3",),
)
OTHER = Unit("v", "Other", (Level("v/a", "Start", (HALVES, Step("v/q", "Quarters", "I can quarter."))),))


def student_screen(book: ClassBook, who: str = "ava", unit: int = 0, step: str = "") -> StudentScreen:
    return StudentScreen(seat_here(), Sitting(book, usual_adult(book)), book.units[unit].id, (who, step), SHELF)


async def says(pilot: Pilot[Any], *texts: str) -> None:
    for text in texts:
        await until(pilot, lambda text=text: text in seen(pilot.app))  # type: ignore[misc]


async def test_the_path_shows_every_level_with_its_reasons_and_what_comes_next(book: ClassBook) -> None:
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    app = LoneApp(student_screen(book, "ben"))
    async with app.run_test(size=(120, 50)) as pilot:
        await says(pilot, "Ben C. (Comet)  ·  Unit", "1 One", "2 Two", "3 Three", "Next: Thirds, Fourths")
        await says(pilot, "1 of the 3 steps is done.", "Thirds and Fourths are still to show.", "Pizza")


async def test_the_page_tells_everything_about_the_spot_under_the_cursor(book: ClassBook) -> None:
    book.edit(UNITS, put(OTHER))
    book.record(
        [Draft(Kind.KEEP_WORKING, "ava", "v/h", note="fold again"), Draft(Kind.NOTE, "ava", "v/h", note="shy")],
        book.assessors[0].id,
    )
    app = LoneApp(student_screen(book, unit=1))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "unit 2 of 2", "I can halve [/] anything.", "cuts [b]fairly[/b]", "fold it", "1.G.3")
        await says(pilot, "Rivera): fold again. 1 note", "Ms. Rivera: Keep working", "Note: shy")
        await pilot.press("right")
        await says(pilot, "I can quarter.", "Nothing yet.")
        assert "fold again" not in seen(app)


async def test_nothing_private_shows_while_the_child_looks_along(book: ClassBook) -> None:
    book.edit(UNITS, put(OTHER))
    book.record(
        [
            Draft(Kind.KEEP_WORKING, "ava", "v/h", note="first tip"),
            Draft(Kind.KEEP_WORKING, "ava", "v/h", note="second tip"),
            Draft(Kind.NOTE, "ava", "v/h", note="shy"),
            Draft(Kind.EXCUSED, "ava", "v/q"),
        ],
        book.assessors[0].id,
    )
    day = book.facts[0].at[:4]
    app = LoneApp(student_screen(book, unit=1))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "shy", "History")
        await pilot.press("w")
        await says(pilot, "looking together", "Not yet: try this", "second tip", "Earlier tips", "first tip")
        private = ("shy", "History", "Rivera", "1.G.3", "Keep working (", "note", "step to show", day, "of the")
        assert not [word for word in private if word in seen(app)]
        await pilot.press("right")
        await says(pilot, "I can start this.")
        assert "plan" not in seen(app)
        await pilot.press("n", "d", "e", "v")
        assert len(book.facts) == 4
        assert isinstance(app.screen, StudentScreen)
        await pilot.press("w")
        await says(pilot, "Not in the plan")


async def test_that_a_sticker_was_printed_is_told_to_the_teacher_alone(book: ClassBook) -> None:
    sitting = Sitting(book, usual_adult(book))
    Marks(sitting).mark(Kind.MASTERED, [("ava", "u/halves")])
    Marks(sitting).printed([("ava", "u/halves")])
    app = LoneApp(student_screen(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "Ms. Rivera: Got it", "Ms. Rivera: Sticker", "printed")
        await pilot.press("w")
        await says(pilot, "I can!")
        assert "rinted" not in seen(app)


async def test_a_doubt_is_never_told_to_the_child(book: ClassBook) -> None:
    book.record(
        [Draft(Kind.MASTERED, "ava", "u/halves"), Draft(Kind.CHECK_AGAIN, "ava", "u/halves", note="hm")],
        book.assessors[0].id,
    )
    app = LoneApp(student_screen(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "check again")
        await pilot.press("w")
        await says(pilot, "I can!")
        assert not [word for word in ("again", "hm", "Got it (") if word in seen(app).replace("Got it t", "")]


async def test_nobody_sees_another_childs_path_while_looking_along(book: ClassBook) -> None:
    app = LoneApp(student_screen(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w", "pagedown")
        await says(pilot, "Press w before you go to another student.")
        assert "Ben C." not in seen(app)


async def test_no_key_marks_judges_or_leads_to_the_class_while_the_child_may_have_its_hand_on_them(
    book: ClassBook,
) -> None:
    screen = student_screen(book)
    app = LoneApp(screen)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: len(book.facts) == 1)
        await pilot.press("w")
        await says(pilot, "looking together", "Adult: show all")
        assert not [words for words in ("Got it", "Keep working", "Undo", "Board") if words in seen(app)]
        keys = [key for command in commands_of(screen.KEYS) for key in command.keys.split(",")]
        for key in keys:
            if key not in ("w", "b", "m"):  # what both do together has pages of its own
                await pilot.press(key)
                await pilot.pause()
                assert app.screen is screen, f"{key} leads to {app.screen}"
        await pilot.press("home", "space")
        await says(pilot, "Press w first: while you look together, no key marks.")
        await pilot.press("escape")
        await says(pilot, "Press w before you go back to the class.")
        assert len(book.facts) == 1
        await pilot.press("w", "space")
        await until(pilot, lambda: len(book.facts) == 2)
        await pilot.press("escape")
        await until(pilot, lambda: len(app.left) == 1)


async def test_an_own_version_shows_its_own_criteria(book: ClassBook) -> None:
    book.edit(UNITS, put(OTHER))
    book.record([Draft(Kind.OWN_VERSION, "ava", "v/h", note="tears it in two")], book.assessors[0].id)
    app = LoneApp(student_screen(book, unit=1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("w")
        await says(pilot, "tears it in two")
        assert "fairly" not in seen(app)
        assert "wn version" not in seen(app)


async def test_marking_works_as_on_the_board(book: ClassBook) -> None:
    app = LoneApp(student_screen(book, step="u/thirds"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space")
        await says(pilot, "Ava B. · Thirds: Got it", "1 of the 3 steps is done.")
        assert book.progress.spot("ava", "u/thirds").status is Status.MASTERED
        await pilot.press("u")
        await says(pilot, "Taken back", "3 steps to show.")
        await pilot.press("right")
        await until(pilot, lambda: "Taken back" not in seen(app))


async def test_marks_made_elsewhere_appear_by_themselves(book: ClassBook) -> None:
    app = LoneApp(student_screen(book))
    async with app.run_test(size=(120, 40)) as pilot:
        await says(pilot, "3 steps to show.")
        book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
        await says(pilot, "1 of the 3 steps is done.")
        book.edit(STUDENTS, lambda now: tuple(Student(one.id, f"{one.name} Jr") for one in now))
        await says(pilot, "Ava B. Jr")


async def test_going_through_students_and_units_and_back_to_the_board(book: ClassBook) -> None:
    book.edit(UNITS, put(Unit("empty", "Empty", (Level("empty/a", "Nothing", ()),))))
    book.edit(UNITS, put(OTHER))
    app = LoneApp(student_screen(book, step="u/add"))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("pagedown")
        await says(pilot, "Ben C.")
        assert app.screen.query_one("StudentPath").here == "u/add"  # type: ignore[attr-defined]
        await pilot.press("pageup")
        await says(pilot, "Ava B.")
        await pilot.press("pagedown", "right_square_bracket")
        await says(pilot, "Other  ·  unit 2 of 2", "Halves of Things")
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [("ben", "v", "v/h")])


async def test_the_words_are_read_on_with_the_keys(book: ClassBook) -> None:
    long = Step("v/h", "Halves", "I can halve.", criteria=tuple(f"Line {at}" for at in range(40)))
    book.edit(UNITS, put(Unit("v", "Other", (Level("v/a", "Start", (long,)),))))
    app = LoneApp(student_screen(book, unit=1))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, "Line 0")
        assert "Line 39" not in seen(app)
        await pilot.press("tab", "end")
        await says(pilot, "Line 39")
        await pilot.press("tab", "space")
        await until(pilot, lambda: book.progress.spot("ava", "v/h").status is Status.MASTERED)


@pytest.mark.parametrize(
    "name", ["[/", "[@click=app.quit]x", "<img src='x'/>", "=1+1", "a" * 60, "🦊 Fox", "日本 太郎"]
)
async def test_a_name_that_looks_like_code_is_just_a_name(book: ClassBook, name: str) -> None:
    book.edit(STUDENTS, lambda _: (Student("ava", name, alias=name),))
    app = LoneApp(student_screen(book))
    async with app.run_test(size=(80, 24)) as pilot:
        await says(pilot, name[:10])
        await pilot.press("space", "w")
        await says(pilot, "I can!", name[:9], "together")


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (160, 48), (20, 8)])
async def test_every_size_works_and_after_resizing_the_spot_is_still_in_sight(
    book: ClassBook, size: tuple[int, int]
) -> None:
    app = LoneApp(student_screen(book))
    async with app.run_test(size=size) as pilot:
        await pilot.press("end", "up", "down", "left", "home", "right", "w", "tab", "tab")
        for wide, high in ((100, 30), (40, 20), (80, 24)):
            await pilot.resize_terminal(wide, high)
            await says(pilot, "I can thirds.", "Ava B.")
        await pilot.press("end")
        await says(pilot, "I can ones.")


async def test_what_the_child_says_about_its_picture_stands_there_for_both(book: ClassBook) -> None:
    added, placed = "0123456789ab", Draft(Kind.PICTURE_PLACED, "ava", "u/halves", of="0123456789ab")
    picture = Draft(Kind.PICTURE_ADDED, "ava", id=added, note="two [/] halves", evidence=("0" * 32,))
    book.record([picture, placed], book.assessors[0].id)
    app = LoneApp(student_screen(book, step="u/halves"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "My picture shows" in seen(app) and "two [/] halves" in seen(app))
        await pilot.press("w")
        await until(pilot, lambda: "looking together" in seen(app))
        assert "two [/] halves" in seen(app)
