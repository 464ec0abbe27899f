"""Who is marking, and as what: roles are seen and changed by keys, and the board says who marks."""

from board.deeds.sitting import Sitting, usual_adult
from board.mastery.people import AdultRole, Assessor
from board.screens.roster.adults import AdultsScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import ASSESSORS, put
from screen_driver import board_on, seen, until

LEE = Assessor("lee", "Mr. [Lee", AdultRole.AIDE)


async def test_one_key_goes_round_the_role_of_an_adult(book: ClassBook) -> None:
    book.edit(ASSESSORS, put(LEE))
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdultsScreen(Sitting(book, usual_adult(book))))
        await until(pilot, lambda: "● Ms. Rivera  teacher" in seen(app) and "Mr. [Lee  aide" in seen(app))
        await pilot.press("down", "f3")
        await until(pilot, lambda: "Mr. [Lee is a specialist in this class now." in seen(app))
        assert book.assessors[1].role is AdultRole.SPECIALIST
        for _ in range(4):
            await pilot.press("f3")
        await until(pilot, lambda: book.assessors[1].role is AdultRole.AIDE)


async def test_a_new_adult_gets_a_role_while_the_name_is_typed(book: ClassBook) -> None:
    app = board_on(book)
    chosen: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(AdultsScreen(Sitting(book, usual_adult(book))), chosen.append)
        await pilot.press(*"Ms. Chen", "f3")
        await until(pilot, lambda: "Somebody else: aide" in seen(app))
        await pilot.press("f3", "enter")
        await until(pilot, lambda: len(chosen) == 1)
    assert [(one.name, one.role) for one in book.assessors][1:] == [("Ms. Chen", AdultRole.SPECIALIST)]


async def test_the_only_teacher_can_not_become_something_else(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await app.push_screen(AdultsScreen(Sitting(book, usual_adult(book))))
        await until(pilot, lambda: "Ms. Rivera  teacher" in seen(app))
        await pilot.press("f3")
        await until(pilot, lambda: "the only teacher of" in seen(app))
        assert book.assessors[0].role is AdultRole.TEACHER


async def test_the_board_says_who_marks_and_as_what_and_which_keys_are_the_teachers(book: ClassBook) -> None:
    book.edit(ASSESSORS, put(LEE))
    app = board_on(book)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: "Who is marking?" in seen(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Mr. [Lee (aide) marks from now on." in seen(app))
        assert "Mr. [Lee (aide) marks  " in seen(app)
        await pilot.press("e")
        await until(pilot, lambda: "That is for the teacher" in seen(app))
        assert not book.facts
        await pilot.press("space")
        await until(pilot, lambda: len(book.facts) == 1)
        assert book.facts[0].by == LEE.id
