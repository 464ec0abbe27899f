"""A new class, page by page: what was typed is kept, what can't be done is said, and nothing is half made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, TextArea

from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds import starting
from board.deeds.starting import LastYear, NewClass
from board.errors import Refusal
from board.screens.start.new_class import NewClassScreen
from board.seat.settings import Place
from board.store.class_book import ClassBook
from board.store.documents.tables import UNITS, T, Table
from board.store.library import chosen_folder
from builders import UNIT
from lists_of_children import name_list
from lone_app import LoneApp
from screen_driver import seen, until

HOSTILE = ("[/", "[@click=app.quit]x", "<img src='x'/>", "=1+1", "🦊 Fox", "علي", "日本 太郎", "x" * 300)


def everything_in(folder: Path) -> list[Path]:
    """All files and folders there, sorted."""
    return sorted(folder.rglob("*"))


def title(app: LoneApp | BoardApp) -> str:
    return seen(app).splitlines()[0]


async def on_page(pilot: Pilot[None], number: int) -> None:
    await until(pilot, lambda: f"{number} of 4" in seen(pilot.app).splitlines()[0])


async def paste(pilot: Pilot[None], text: str) -> None:
    """What a terminal sends when something is pasted into it."""
    await until(pilot, lambda: isinstance(pilot.app.focused, TextArea | Input))
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def to_names(pilot: Pilot[None], name: str = "Room 12", who: str = "Ms. Rivera") -> None:
    await on_page(pilot, 1)
    await until(pilot, lambda: isinstance(pilot.app.focused, Input))
    pilot.app.screen.query_one("#class-name", Input).value = name
    pilot.app.screen.query_one("#assessor", Input).value = who
    await pilot.press("ctrl+s")
    await on_page(pilot, 2)


async def to_steps(pilot: Pilot[None]) -> None:
    await to_names(pilot)
    await paste(pilot, "Ava Brown\nLiam Lopez")
    await pilot.press("ctrl+s")
    await on_page(pilot, 3)
    await until(pilot, lambda: isinstance(pilot.app.focused, OptionList))


async def to_the_end(pilot: Pilot[None]) -> None:
    await to_steps(pilot)
    await pilot.press("down", "enter")
    await on_page(pilot, 4)
    await until(pilot, lambda: isinstance(pilot.app.focused, Button))


async def test_pages_say_what_is_missing_before_they_go_on(documents: Path) -> None:
    app = LoneApp(NewClassScreen(seat_here().library, documents))
    async with app.run_test() as pilot:
        await on_page(pilot, 1)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: "Give the class a name" in seen(app))
        await pilot.press(*"Room", "enter", "enter")
        await until(pilot, lambda: "Say who marks" in seen(app))
        await pilot.press(*"Me", "enter")
        await on_page(pilot, 2)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "No names yet" in seen(app))
        await pilot.press("ctrl+s")
        await on_page(pilot, 3)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "No steps yet" in seen(app))
        await pilot.press("ctrl+s")
        await on_page(pilot, 4)
        await until(pilot, lambda: "No students yet: add them on the board." in seen(app))


async def test_going_back_keeps_everything_that_was_typed(documents: Path) -> None:
    app = LoneApp(NewClassScreen(seat_here().library, documents))
    async with app.run_test(size=(100, 30)) as pilot:
        await to_steps(pilot)
        await pilot.press("enter", *"Counting", "enter")
        await paste(pilot, "I can count\n\nI can add")
        for page in (2, 1):
            await pilot.press("escape")
            await on_page(pilot, page)
        await pilot.press("escape")
        await until(pilot, lambda: "Esc again leaves" in seen(app))
        assert not app.left
        for page in (2, 3, 4):
            await pilot.press("ctrl+s")
            await on_page(pilot, page)
        for words in ("Room 12", "Ms. Rivera", "Ava B., Liam L.", "Counting"):
            assert words in seen(app)
        assert not app.left


async def test_leaving_with_text_is_asked_once_and_without_text_never(documents: Path) -> None:
    for typed, presses in (("", 1), ("R", 2)):
        app = LoneApp(NewClassScreen(seat_here().library, documents))
        async with app.run_test() as pilot:
            await on_page(pilot, 1)
            await until(pilot, lambda app=app: isinstance(app.focused, Input))  # type: ignore[misc]
            await pilot.press(*typed, *["escape"] * presses)
            await until(pilot, lambda app=app: app.left == [None])  # type: ignore[misc]


async def test_closing_the_program_does_not_throw_away_what_was_typed() -> None:
    app = BoardApp(seat_here())
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("down", "enter")
        await to_names(pilot)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "ctrl+c copies" in seen(app))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "ctrl+q again" in seen(app))
        assert app.screen.query_one("#class-name", Input).value == "Room 12"
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)


async def test_what_was_typed_is_not_thrown_away_below_the_help_page() -> None:
    app = BoardApp(seat_here())
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("down", "enter")
        await to_names(pilot)
        await pilot.press("f1")
        await until(pilot, lambda: "Esc" in seen(app) and "Keys of this screen" in seen(app))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "ctrl+q again" in seen(app))
        assert app.is_running


@pytest.mark.parametrize("name", ["[/] \x1b[31m", "../..", "con", "=1+1 🦊", "علي"])
async def test_any_name_makes_a_class_of_that_name(documents: Path, name: str) -> None:
    app = LoneApp(NewClassScreen(seat_here().library, documents))
    async with app.run_test(size=(100, 30)) as pilot:
        await to_names(pilot, name)
        await paste(pilot, "\n".join(HOSTILE))
        await until(pilot, lambda: "8 students" in seen(app))
        await pilot.press("ctrl+s")
        await on_page(pilot, 3)
        await pilot.press("end", "enter")
        await on_page(pilot, 4)
        await until(pilot, lambda: isinstance(app.focused, Button))
        await pilot.press("enter")
        await until(pilot, lambda: bool(app.left))
    assert app.left == [str(everything_in(documents)[0])]
    folder = everything_in(documents)[0]
    book = ClassBook(folder, "d1")
    assert book.name.split() == [part.replace("\x1b", "") for part in name.split()]
    assert len(book.students) == len(HOSTILE)
    assert not book.units


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200b"])
async def test_a_name_nobody_can_see_is_no_name(documents: Path, name: str) -> None:
    app = LoneApp(NewClassScreen(seat_here().library, documents))
    async with app.run_test() as pilot:
        await on_page(pilot, 1)
        app.screen.query_one("#class-name", Input).value = name
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Give the class a name" in seen(app))
    assert not everything_in(documents)


async def test_a_second_class_of_one_name_gets_a_number(documents: Path) -> None:
    ClassBook.create(documents / "Room 12.class", "Room 12", "d1").close()
    app = LoneApp(NewClassScreen(seat_here().library, documents))
    async with app.run_test(size=(120, 30)) as pilot:
        await to_the_end(pilot)
        assert app.screen.query_one("#folder", Input).value.endswith("Room 12 2.class")


async def test_a_place_that_can_not_be_used_is_said_and_nothing_is_left_there(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    ClassBook.create(tmp_path / "mine.class", "Mine", "d1").close()
    before = everything_in(tmp_path)
    app = LoneApp(NewClassScreen(seat_here().library, documents))
    async with app.run_test(size=(120, 30)) as pilot:
        await to_the_end(pilot)
        for place, said in (
            (tmp_path / "file" / "x.class", "can't be made"),
            (tmp_path / "file", "is not empty"),
            (tmp_path / "mine.class", "There is a class in"),
            (Path("/proc/none/x.class"), "can't be made"),
            (Path("   "), "Say where the class shall lie"),
        ):
            app.screen.query_one("#folder", Input).value = str(place)
            await pilot.press("ctrl+s")
            await until(pilot, lambda said=said: said in seen(app))  # type: ignore[misc]
        assert everything_in(tmp_path) == before
        app.screen.query_one("#folder", Input).value = "Elsewhere.class"
        await pilot.press("enter")
        await until(pilot, lambda: app.left == [str(documents / "Elsewhere.class")])


def test_a_class_that_fails_on_the_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ClassBook.edit

    def full(book: ClassBook, table: Table[T], change: Callable[[T], T]) -> None:
        if table.name == UNITS.name:
            raise Refusal("The disk is full.")
        whole(book, table, change)

    monkeypatch.setattr(ClassBook, "edit", full)
    with pytest.raises(Refusal, match="full"):
        starting.make_class(
            seat_here().library, str(tmp_path / "x.class"), NewClass("X", "Me", name_list("Ava Brown"), unit=UNIT)
        )
    assert not list(tmp_path.iterdir())


def test_a_folder_in_use_takes_the_class_inside(tmp_path: Path) -> None:
    (tmp_path / "photo.png").touch()
    assert chosen_folder(tmp_path, "Room 12") == tmp_path / "Room 12.class"


async def test_whole_names_are_kept_only_when_asked_for(documents: Path) -> None:
    for number, (keys, kept) in enumerate((((), "Ava B."), (("tab", "space"), "Ava Brown"))):
        app = LoneApp(NewClassScreen(seat_here().library, documents))
        async with app.run_test(size=(100, 30)) as pilot:
            await to_names(pilot, f"Room {number}")
            await paste(pilot, "Ava Brown")
            await pilot.press(*keys)
            await until(pilot, lambda app=app, kept=kept: kept in seen(app)[-2400:] or kept in seen(app))  # type: ignore[misc]
            await pilot.press("ctrl+s")
            await on_page(pilot, 3)
            await pilot.press("end", "enter")
            await on_page(pilot, 4)
            await pilot.press("ctrl+s")
            await until(pilot, lambda app=app: bool(app.left))  # type: ignore[misc]
        folder = documents / f"Room {number}.class"
        assert [student.name for student in ClassBook(folder, "d1").students] == [kept]
        whole = any(b"Brown" in file.read_bytes() for file in folder.rglob("*") if file.is_file())
        assert whole == (kept == "Ava Brown")


async def test_a_class_starts_from_last_years(book: ClassBook, folder: Path, documents: Path) -> None:
    seat_here().settings.remember(str(folder), Place())
    app = LoneApp(NewClassScreen(seat_here().library, documents))
    async with app.run_test(size=(100, 30)) as pilot:
        await on_page(pilot, 1)
        await pilot.press(*"Room 13", "enter", *"Me", "tab", "down")
        await until(pilot, lambda: "● Room 12" in seen(app) and "its students" in seen(app))
        await pilot.press("enter")
        await on_page(pilot, 2)
        await until(pilot, lambda: "2 students in the class." in seen(app))
        await paste(pilot, "Mia Ng")
        await pilot.press("ctrl+s")
        await on_page(pilot, 3)
        await until(pilot, lambda: "● No more for now" in seen(app))
        await pilot.press("enter")
        await on_page(pilot, 4)
        await until(pilot, lambda: "Ava B., Ben C., Mia N." in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.left))
    new = ClassBook(documents / "Room 13.class", "d1")
    assert [student.name for student in new.students] == ["Ava B.", "Ben C.", "Mia N."]
    assert new.units == book.units
    assert not new.facts


async def test_a_class_of_last_year_that_can_not_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "Bad.class").mkdir()
    (tmp_path / "Bad.class" / "class.json").write_text("{")
    seat_here().settings.remember(str(tmp_path / "Bad.class"))
    app = LoneApp(NewClassScreen(seat_here().library, tmp_path))
    async with app.run_test(size=(120, 30)) as pilot:
        await on_page(pilot, 1)
        await pilot.press(*"R", "enter", *"Me", "tab", "down", "enter")
        await until(pilot, lambda: "damaged" in seen(app))
        assert "1 of 4" in title(app)


def test_only_students_or_only_units_come_along(book: ClassBook, tmp_path: Path) -> None:
    for students, units in ((True, False), (False, True)):
        folder = tmp_path / f"{students}.class"
        wish = NewClass("N", "Me", last_year=LastYear(str(book.folder), students, units))
        starting.make_class(seat_here().library, str(folder), wish)
        made = ClassBook(folder, "d1")
        assert (bool(made.students), bool(made.units)) == (students, units)
