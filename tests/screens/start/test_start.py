"""The start: every way from it leads to a board, and back."""

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from board.app import BoardApp
from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS, UNITS, put
from board.store.draft import Draft
from board.widgets.class_grid import ClassGrid
from screen_driver import board_on, seen, until


def start(said: str = "") -> BoardApp:
    return BoardApp(seat_here(), said=said)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48), (40, 20)])
async def test_every_choice_is_in_sight_at_every_size(size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        for words in ("Look around", "Start my class", "Open my class", "Choose"):
            await until(pilot, lambda words=words: words in seen(app))  # type: ignore[misc]
        assert "▸ Look around" in seen(app)


async def test_looking_around_opens_the_demo_class_and_a_key_leads_back() -> None:
    app = start()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "Amara O." in seen(app))
        await until(pilot, lambda: "The key o brings you back" in seen(app))
        await pilot.press("o")
        await until(pilot, lambda: "▸ Start my class" in seen(app) and "Try anything" not in seen(app))
        assert "Go on with" not in seen(app), "the demo class is behind Look around"
        await pilot.press("up", "enter")
        await until(pilot, lambda: "Amara O." in seen(app))


async def test_a_known_class_is_one_key_away_and_opens_where_it_was_left(book: ClassBook, folder: Path) -> None:
    seat_here().settings.remember(str(folder), Place("u", "ben", "u/thirds", 0))
    app = start()
    async with app.run_test() as pilot:
        await until(pilot, lambda: "▸ Go on with Room 12" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "I can thirds." in seen(app))
        assert app.screen.query_one(ClassGrid).student.id == "ben"
        await pilot.press("space", "q")
    usual = book.assessors[0].id
    assert seat_here().settings.load().place(str(folder)) == Place("u", "ben", "u/thirds", 0, marking=usual)
    assert seat_here().settings.load().last_class.endswith(folder.name)
    assert [fact.kind for fact in ClassBook(folder, "d9").facts] == [Kind.MASTERED]


async def test_the_newest_known_class_comes_first_and_lost_ones_are_left_out(book: ClassBook, tmp_path: Path) -> None:
    for name in ("Old", "New"):
        ClassBook.create(tmp_path / f"{name}.class", name, "d1").close()
        seat_here().settings.remember(str(tmp_path / f"{name}.class"), Place())
    seat_here().settings.remember(str(tmp_path / "Gone.class"), Place())
    seat_here().settings.remember(str(tmp_path / "Old.class"), Place())
    seat_here().settings.remember(str(tmp_path / "New.class"), Place())
    seat_here().settings.remember(book.key, Place())
    seat_here().settings.remember(str(tmp_path / "Gone.class"), Place())
    assert [one.name for one in seat_here().library.known()] == ["Room 12", "New", "Old"]


async def test_a_board_goes_back_to_the_start_and_on_to_another_class(book: ClassBook, tmp_path: Path) -> None:
    other = ClassBook.create(tmp_path / "Room 9.class", "Room 9", "d1")
    other.edit(STUDENTS, lambda _: book.students)
    other.edit(UNITS, put(book.units[0]))
    other.close()
    seat_here().settings.remember(str(tmp_path / "Room 9.class"), Place("u", "ben", "u/halves", 0))
    seat_here().settings.remember(book.key)
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("down", "right", "o")
        await until(pilot, lambda: "Go on with Room 9" in seen(app))
        assert seat_here().settings.load().place(book.key).step == "u/thirds", "the place is remembered on the way"
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Room 9  ·" in seen(app))
        await pilot.press("t", "o")
        await until(pilot, lambda: "▸ Go on with Room 9" in seen(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "I can thirds." in seen(app))
    assert ClassBook(tmp_path / "Room 9.class", "d9").progress.spot("ben", "u/halves").mark is not None
    assert not ClassBook(book.folder, "d9").facts


async def test_a_tap_goes_through_a_door(book: ClassBook, folder: Path) -> None:
    seat_here().settings.remember(str(folder), Place(zoom=0))
    app = start()
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Go on with Room 12" in seen(app))
        line = next(at for at, text in enumerate(seen(app).splitlines()) if "Go on with" in text)
        await pilot.click(offset=(10, line))
        await until(pilot, lambda: "Ava B." in seen(app))


async def test_a_class_is_found_among_the_documents(documents: Path) -> None:
    ClassBook.create(documents / "School" / "Room [red].class", "Room", "d1").close()
    app = start()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "Room [red]" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "This class is new." in seen(app))


@pytest.mark.parametrize("typed", ["{}", "'{}'", "file://{}", "{}/class.json"])
async def test_a_folder_that_is_dropped_is_opened(tmp_path: Path, typed: str) -> None:
    folder = tmp_path / "stick" / "Room12.class"
    ClassBook.create(folder, "Room 12", "d1").close()
    app = start()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: isinstance(app.focused, Input))
        app.screen.query_one(Input).value = typed.format(folder)
        await pilot.press("enter")
        await until(pilot, lambda: "This class is new." in seen(app))


async def test_a_folder_without_a_class_is_said_and_nothing_opens(tmp_path: Path) -> None:
    app = start()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: "No class was found" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Type where the class is" in seen(app))
        app.screen.query_one(Input).value = "[/nowhere] \x00"
        await pilot.press("enter")
        await until(pilot, lambda: "There is no class in [/nowhere]" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Look around" in seen(app))


async def test_a_class_that_can_not_be_opened_is_said(book: ClassBook, folder: Path) -> None:
    seat_here().settings.remember(str(folder), Place(zoom=0))
    app = start()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "Go on with Room 12" in seen(app))
        (folder / "class.json").write_text("{")
        await pilot.press("enter")
        await until(pilot, lambda: "is damaged" in seen(app))
        await pilot.press("ctrl+t", "question_mark")
        await until(
            pilot, lambda: "Keys of this screen" in seen(app) and "Copy it, and that is your backup." in seen(app)
        )
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.focused, OptionList))


async def test_what_went_wrong_before_is_said_as_it_is() -> None:
    app = start("The class you used last is no longer in /[red]x.")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "no longer in /[red]x." in seen(app))
        await pilot.press("q")


async def test_colours_chosen_at_the_start_are_kept() -> None:
    app = start()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+t")
        await until(pilot, lambda: app.theme == "board-light")
    assert seat_here().settings.load().theme == "board-light"
    assert not seat_here().settings.load().last_class


async def test_a_demo_class_that_can_not_be_made_is_said(home: Path) -> None:
    seat_here().settings.load()
    (home / "Demo.class").write_text("in the way")
    app = start()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "is not empty" in seen(app))
        await pilot.press("down")
        await until(pilot, lambda: "▸ Start my class" in seen(app))


async def test_marks_made_before_going_to_the_start_stay(book: ClassBook, folder: Path) -> None:
    book.record([Draft(Kind.READY, "ava", "u/halves")], book.assessors[0].id)
    app = board_on(book)
    async with app.run_test() as pilot:
        await pilot.press("space", "o")
        await until(pilot, lambda: "Look around" in seen(app))
    assert len(ClassBook(folder, "d9").facts) == 2
