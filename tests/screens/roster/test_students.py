"""The class list: what a teacher sees, and what is on the disk afterwards."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from board.art.cells import StickerCells
from board.deeds.sitting import Sitting, usual_adult
from board.disk import Disk
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.mastery.progress import Status
from board.screens.roster.adults import AdultsScreen
from board.screens.roster.join import JoinScreen
from board.screens.roster.student_form import StudentForm
from board.screens.roster.students import StudentsScreen
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.store.draft import Draft
from board.widgets.picture import PictureChoice
from board.widgets.row_list import RowList
from screen_driver import board_on, seen, until

CELLS = StickerCells(None)


def kept(folder: Path) -> dict[str, Student]:
    """Everyone as they are on the disk."""
    return {student.id: student for student in ClassBook(folder, "d9").everyone}


async def opened(pilot: Pilot[None], book: ClassBook) -> StudentsScreen:
    screen = StudentsScreen(Sitting(book, usual_adult(book)), CELLS)
    await pilot.app.push_screen(screen)
    await until(pilot, lambda: "Students:" in seen(pilot.app))
    return screen


async def test_the_list_shows_everyone_and_those_who_left_below(book: ClassBook) -> None:
    book.edit(STUDENTS, lambda now: (Student("zed", "Zed", left=True), *now))
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await until(pilot, lambda: "Students: 2 in the class, 1 has left" in seen(app))
        text = seen(app)
        assert text.index("Ava B.") < text.index("Ben C.") < text.index("Have left the class") < text.index("Zed")
        await pilot.press("down")
        await until(pilot, lambda: seen(app).count("Comet") == 2)  # in the list and on the card


async def test_what_a_family_says_of_photos_is_ticked_seen_in_the_list_and_taken_back(
    book: ClassBook, folder: Path
) -> None:
    app = board_on(book)
    async with app.run_test(size=(130, 30)) as pilot:
        await opened(pilot, book)
        await until(pilot, lambda: "not allowed" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentForm))
        await pilot.press("down", "down", "down", "down", "space", "ctrl+s")
        await until(pilot, lambda: "entry changed" in seen(app))
        assert [one.photos for one in kept(folder).values()] == [True, False]
        await until(pilot, lambda: "yes" in seen(app) and "not allowed" not in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentForm))
        await pilot.press("down", "down", "down", "down", "space")
        await until(pilot, lambda: "Photos that are kept stay until you take them away" in seen(app))
        await pilot.press("escape", "u")
        await until(pilot, lambda: "not allowed" in seen(app))
        assert [one.photos for one in kept(folder).values()] == [False, False]


async def test_a_child_gets_another_name_and_alias_and_undo_takes_it_back(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("enter", *"e", "down", *"Star", "enter")
        await until(pilot, lambda: "Ava B.e: entry changed" in seen(app))
        assert (kept(folder)["ava"].name, kept(folder)["ava"].alias) == ("Ava B.e", "Star")
        await pilot.press("u")
        await until(pilot, lambda: "Undone: Ava B.e: entry changed" in seen(app))
        assert kept(folder)["ava"] == Student("ava", "Ava B.")
        await pilot.press("u")
        await until(pilot, lambda: "Nothing to undo" in seen(app))


async def test_doubtful_names_are_said_while_they_are_typed_and_an_empty_one_is_not_kept(
    book: ClassBook, folder: Path
) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("enter", "ctrl+u", *"ben c.")
        await until(pilot, lambda: "Ben C. is in the class already" in seen(app))
        await pilot.press("down", *"Comet")
        await until(pilot, lambda: "Ben C. has this alias already" in seen(app))
        await pilot.press("up", "ctrl+u")
        await until(pilot, lambda: "Write a name." in seen(app))
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, StudentForm)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StudentsScreen))
        assert kept(folder)["ava"] == Student("ava", "Ava B.")


async def test_the_sign_is_chosen_with_arrows_or_a_tap(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("e", "right")
        await until(pilot, lambda: "bear paw" in seen(app) and "1 of 30" in seen(app))
        choice = app.screen.query_one(PictureChoice)
        await pilot.click(choice, offset=(choice.size.width // 2 + 10, 3))
        await until(pilot, lambda: "2 of 30" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: kept(folder)["ava"].emblem == "bee")


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_a_sign_that_somebody_has_is_marked_and_whose_it_is_is_said_while_choosing(
    book: ClassBook, size: tuple[int, int]
) -> None:
    book.edit(
        STUDENTS,
        lambda now: (*now, Student("dario", "Dario E.", emblem="bee"), Student("zed", "Zed", emblem="fox", left=True)),
    )
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, book)
        await pilot.press("e", "right")
        await until(pilot, lambda: "bear paw" in seen(app) and seen(app).count("taken") == 1)
        assert "has this sign" not in seen(app)
        await pilot.press("right")
        await until(pilot, lambda: "Dario E. has this sign, too." in seen(app))
        assert "taken" not in seen(app), "below the chosen one it says whose it is"
        await pilot.press("left")
        await until(pilot, lambda: "has this sign" not in seen(app))


async def test_who_leaves_keeps_every_mark_and_comes_back_with_the_same_key(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("l")
        await until(pilot, lambda: "Ava B. has left the class; every mark is kept" in seen(app))
        assert kept(folder)["ava"].left
        await pilot.press("l")
        await until(pilot, lambda: "Ava B. is back in the class" in seen(app))
        again = ClassBook(folder, "d9")
        assert again.progress.spot("ava", "u/halves").status is Status.MASTERED
        assert not kept(folder)["ava"].left


async def test_a_double_is_joined_parted_and_every_mark_counts_where_it_should(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.MASTERED, "ben", "u/halves")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("m")
        await until(pilot, lambda: "Stays  Ava B." in seen(app) and "Goes   Ben C." in seen(app))
        await pilot.press("tab")
        await until(pilot, lambda: "Stays  Ben C." in seen(app) and "Goes   Ava B." in seen(app))
        await pilot.press("tab", *"be", "enter")
        await until(pilot, lambda: "one child now, called Ava B." in seen(app))
        assert kept(folder) == {"ava": Student("ava", "Ava B.", alias="Comet", also=("ben",))}
        assert ClassBook(folder, "d9").progress.spot("ava", "u/halves").status is Status.MASTERED
        await pilot.press("p")
        await until(pilot, lambda: "Ava B. 2" in seen(app))
        again = ClassBook(folder, "d9")
        assert again.progress.spot("ava", "u/halves").status is Status.OPEN
        assert again.progress.spot("ben", "u/halves").status is Status.MASTERED
        await pilot.press("u", "u")
        await until(pilot, lambda: "Ben C." in seen(app) and "Comet" in seen(app))
        assert list(kept(folder).values()) == [Student("ava", "Ava B."), Student("ben", "Ben C.", alias="Comet")]


async def test_letters_find_a_child_and_a_second_tap_opens_it(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, book)
        await pilot.press("slash", *"be", "enter")
        await until(pilot, lambda: screen.student is not None and screen.student.id == "ben")
        listed = screen.query_one(RowList)
        await until(pilot, lambda: app.screen is screen)
        await pilot.click(listed, offset=(3, 0))
        await until(pilot, lambda: screen.student is not None and screen.student.id == "ava")
        assert app.screen is screen
        await pilot.click(listed, offset=(3, 0))
        await until(pilot, lambda: isinstance(app.screen, StudentForm))


async def test_an_empty_class_says_what_to_do(folder: Path) -> None:
    book = ClassBook.create(folder.with_name("new"), "Room 1", "d1")
    app = board_on(book)
    async with app.run_test() as pilot:
        await opened(pilot, book)
        await until(pilot, lambda: "Press a and paste their names" in seen(app))
        await pilot.press("enter", "l", "m", "p", "e", "u", "slash")
        await until(pilot, lambda: "Nothing to undo" in seen(app))


async def test_what_others_change_appears_and_is_not_lost_by_an_edit(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("enter", *"e")
        ClassBook(folder, "d2").edit(STUDENTS, lambda now: (Student("ava", "Ava B.", grade="3"), *now[1:]))
        await pilot.press("enter")
        await until(pilot, lambda: "Ava B.e: entry changed" in seen(app))
        assert kept(folder)["ava"] == Student("ava", "Ava B.e", grade="3")
        await pilot.press("u")
        await until(pilot, lambda: "Undone" in seen(app))
        assert kept(folder)["ava"] == Student("ava", "Ava B.", grade="3")
        ClassBook(folder, "d2").edit(STUDENTS, lambda now: (*now, Student("cam", "Cam D.")))
        await until(pilot, lambda: "Cam D." in seen(app))


class _Full(Disk):
    def write(self, handle: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")


async def test_what_can_not_be_kept_is_said_and_nothing_typed_is_lost(book: ClassBook, folder: Path) -> None:
    full = ClassBook(folder, "d1", _Full())
    app = board_on(full)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await opened(pilot, full)
        await pilot.press("enter", *"ster", "enter")
        await until(pilot, lambda: "saved" in seen(app))
        assert isinstance(app.screen, StudentForm)
        assert "Ava B.ster" in seen(app)
    assert kept(folder)["ava"].name == "Ava B."


async def test_names_that_look_like_code_are_just_names(book: ClassBook) -> None:
    names = ("[/", "[@click=app.quit]x", "<img src='x'/>", "🦊 Fox", "علي", "日本 太郎" * 9)
    book.edit(
        STUDENTS,
        lambda _: tuple(
            Student(f"s{at}", name, name, name, name, left=at == 2, also=(f"d{at}",)) for at, name in enumerate(names)
        ),
    )
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, book)
        for name in names:
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, StudentForm))
            await until(pilot, lambda name=name: name[:9] in seen(app))  # type: ignore[misc]
            await pilot.press("escape", "m")
            await until(pilot, lambda: isinstance(app.screen, JoinScreen))
            await pilot.press("escape", "l", "down")
            await until(pilot, lambda: app.screen is screen)


async def test_who_is_marking_is_chosen_added_or_renamed(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    chosen: list[str | None] = []
    async with app.run_test() as pilot:

        async def asked() -> None:
            await app.push_screen(AdultsScreen(Sitting(book, usual_adult(book))), chosen.append)
            await until(pilot, lambda: "Who is marking?" in seen(app))

        await asked()
        await pilot.press(*"Mr. [Lee", "enter")
        await until(pilot, lambda: len(chosen) == 1)
        await asked()
        assert "● Ms. Rivera" in seen(app)
        await pilot.press("down", "f2")
        await until(pilot, lambda: "New name for Mr. [Lee" in seen(app))
        await pilot.press("backspace", "backspace", *"iu", "enter")
        await until(pilot, lambda: "Mr. [Liu" in seen(app) and "Somebody else" in seen(app))
        await pilot.press(*"ms. rivera")
        await until(pilot, lambda: "in the list already" in seen(app))
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: len(chosen) == 2)
        await asked()
        await pilot.press("escape")
        await until(pilot, lambda: len(chosen) == 3)
    rivera, liu = ClassBook(folder, "d9").assessors
    assert (rivera.name, liu.name) == ("Ms. Rivera", "Mr. [Liu")
    assert chosen == [liu.id, liu.id, None]


async def test_one_key_says_that_the_family_allows_photos_and_undo_takes_it_back(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, book)
        assert "Photos" in seen(app)
        await pilot.press("o")
        await until(pilot, lambda: "Ava B.: the family allows photos of its work" in seen(app))
        assert [kept(folder)[id_].photos for id_ in ("ava", "ben")] == [True, False]
        await pilot.press("u")
        await until(pilot, lambda: not kept(folder)["ava"].photos)


async def test_photos_of_all_who_are_chosen_are_allowed_at_once(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(40, 20)) as pilot:
        await opened(pilot, book)
        await pilot.press("x", "x")
        await until(pilot, lambda: seen(app).count("✓ ") == 2)
        await pilot.press("o")
        await until(pilot, lambda: all(kept(folder)[id_].photos for id_ in ("ava", "ben")))
        await until(pilot, lambda: "yes" in seen(app) and "✓" not in seen(app))
        await pilot.press("u")
        await until(pilot, lambda: not any(one.photos for one in kept(folder).values()))


async def test_a_new_card_is_made_once_it_was_asked_and_undo_brings_the_old_one_back(
    book: ClassBook, folder: Path
) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot, book)
        await pilot.press("c")
        await until(
            pilot, lambda: "The card that Ava B. has opens nothing any more once there is a new one." in seen(app)
        )
        assert kept(folder)["ava"].card == 0
        await pilot.press("down", "c")
        await until(pilot, lambda: "The card that Ben C. has" in seen(app))
        await pilot.press("c")
        await until(pilot, lambda: "Ben C. has a new login card to be printed" in seen(app))
        assert [kept(folder)[id_].card for id_ in ("ava", "ben")] == [0, 1]
        await pilot.press("u")
        await until(pilot, lambda: kept(folder)["ben"].card == 0)
        await pilot.press("up", "x", "x", "c")
        await until(pilot, lambda: "The cards these 2 children have open nothing any more" in seen(app))
        await pilot.press("c")
        await until(pilot, lambda: [kept(folder)[id_].card for id_ in ("ava", "ben")] == [1, 1])
        await until(pilot, lambda: "✓" not in seen(app))


@pytest.mark.parametrize("size", [(100, 40), (40, 20)])
async def test_the_kiosk_waits_longer_for_a_child_who_needs_it(
    book: ClassBook, folder: Path, size: tuple[int, int]
) -> None:
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, book)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentForm) and app.screen.focused is not None)
        await pilot.press("up", "right")
        await until(pilot, lambda: "(x) twice as long" in seen(app))
        await pilot.press("right", "right", "left")
        await until(pilot, lambda: "(x) 4 times as long" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: kept(folder)["ava"].patience == 4)
        await pilot.press("u")
        await until(pilot, lambda: kept(folder)["ava"].patience == 1)


async def test_how_long_the_kiosk_waits_is_chosen_with_a_tap(book: ClassBook, folder: Path) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, book)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudentForm))
        await pilot.click("#patience", offset=(25, 0))
        await until(pilot, lambda: "(x) twice as long" in seen(app))
        await pilot.click("#patience", offset=(9, 0))
        await until(pilot, lambda: "(x) as usual" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, StudentForm))
        assert kept(folder)["ava"].patience == 1
