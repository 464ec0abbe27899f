"""Pasting names and steps: what people write is read, shown at once, and doubted in words."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from board.exchange.lists.change import NameList
from board.exchange.rosters import read_pasted
from board.screens.roster.paste_names import PasteNamesScreen
from board.screens.units.paste_steps import PasteStepsScreen
from board.store.class_book import ClassBook
from lone_app import LoneApp
from screen_driver import seen, until


async def paste(pilot: Pilot[None], text: str) -> None:
    """What a terminal sends when something is pasted into it."""
    await until(pilot, lambda: isinstance(pilot.app.focused, TextArea | Input))
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_a_file_that_is_dropped_on_the_names_is_read(tmp_path: Path) -> None:
    names = tmp_path / "my class.csv"
    names.write_text("first,last\nAva,Brown\nLiam,Lopez\n")
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await paste(pilot, f"'{names}'")
        await until(pilot, lambda: "Ava B., Liam L." in seen(app) and "Read from my class.csv." in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.left))
    (taken,) = app.left
    assert isinstance(taken, NameList)
    assert [person.name.written for person in taken.reading.people] == ["Ava Brown", "Liam Lopez"]


async def test_children_of_the_class_are_not_added_again(book: ClassBook) -> None:
    app = LoneApp(PasteNamesScreen(book.everyone))
    async with app.run_test(size=(100, 30)) as pilot:
        await paste(pilot, "Ava Brown\r\nMia Ng")
        await until(pilot, lambda: "1 new student" in seen(app))
        assert "1 question is open" in seen(app), "Ava B. of the class may be another Ava"
        await pilot.press("escape")
        await until(pilot, lambda: "Esc again goes back" in seen(app))
        await pilot.press("x", "escape")
        assert not app.left
        await pilot.press("escape")
        await until(pilot, lambda: app.left == [None])


async def test_a_unit_is_made_of_lines_while_they_are_typed() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.focused, OptionList))
        await pilot.press("enter", "enter")
        await paste(pilot, "I can count [/] to 20\n* I can lead a parade\n\nI can add")
        await until(pilot, lambda: "2 steps so far" in seen(app) or "and no title yet" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Give the unit a title" in seen(app))
        app.screen.query_one(Input).value = "[b]Numbers"
        await until(pilot, lambda: "2 levels, 2 steps, 1 Boss ★" in seen(app))
        assert "★ Lead a parade" in seen(app)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.left))
    (unit,) = app.left
    assert unit.title == "[b]Numbers"  # type: ignore[attr-defined]


async def test_a_ready_made_unit_is_one_choice_and_offered_once() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: bool(app.left))
    again = LoneApp(PasteStepsScreen(app.left))  # type: ignore[arg-type]
    async with again.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Germ Detectives" in seen(again))
        assert "Number Explorers" not in seen(again)


async def test_a_paste_key_the_terminal_keeps_for_itself_is_explained() -> None:
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        await pilot.press("ctrl+v")
        await until(pilot, lambda: "ctrl+shift+v" in seen(app))
        await pilot.press("A")
        await until(pilot, lambda: "ctrl+shift+v" not in seen(app) and "1 student" in seen(app))


async def test_a_text_of_many_pages_is_refused_at_once() -> None:
    app = LoneApp(PasteNamesScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await paste(pilot, "Somebody Else\n" * 20_000)
        await until(pilot, lambda: "These are 20000 lines" in seen(app))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ava Brown\n\n  Liam Lopez  \n", ["Ava Brown", "Liam Lopez"]),
        ("1. Ava Brown\n2) Liam\n• Mia Ng", ["Ava Brown", "Liam", "Mia Ng"]),
        ("Ava, Liam, Noah", ["Ava", "Liam", "Noah"]),
        ("Brown, Ava", ["Ava Brown"]),
        ("Ava B.\nLiam L", ["Ava B.", "Liam L"]),
        ('"Ava\nLiam', ["Ava", "Liam"]),
        ("first\tlast\nAva\tBrown", ["Ava Brown"]),
        ("Ava\nAva", ["Ava", "Ava"]),
        ("/no/such/file.csv", []),
        ("C:\\Users\\me\\names.xlsx", []),
        ("", []),
    ],
)
def test_names_are_read_as_people_write_them(text: str, names: list[str]) -> None:
    read = read_pasted(text)
    assert [person.name.written for person in read.people] == names
    assert bool(read.remarks) == (text.startswith(("/", "C:", '"')))
