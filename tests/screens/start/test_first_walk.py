"""Somebody who has never used a terminal: from the start to an own class with a mark, by keys alone and by taps alone."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from board.app import BoardApp
from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.screens.board.board import BoardScreen
from board.store.class_book import ClassBook
from screen_driver import seen, until

NAMES = "Ava Brown\nLiam Lopez\nMia Ng"
STEPS = "I can count to 20\n* I can lead a number parade\n\nI can add up to 10"


def walked(folder: Path) -> None:
    """The class is on the disk as it was typed, with its first mark."""
    book = ClassBook(folder, "d9")
    assert book.name == "Room 12"
    assert [student.name for student in book.students] == ["Ava B.", "Liam L.", "Mia N."]
    assert all(student.emblem for student in book.students)
    assert [assessor.name for assessor in book.assessors] == ["Ms. Rivera"]
    (unit,) = book.units
    assert unit.title == "Numbers"
    assert [len(level.steps) for level in unit.levels] == [1, 1]
    assert unit.levels[0].boss is not None
    assert all(step.badge for step in unit.spots)
    assert [fact.kind for fact in book.facts] == [Kind.MASTERED]
    assert seat_here().settings.load().last_class == str(folder.resolve())


async def pasted(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    first = text.splitlines()[0]
    await until(pilot, lambda: pilot.app.screen.query_one(f"#{pilot.app.focused.id}", TextArea).text.startswith(first))  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_by_keys_alone(documents: Path, size: tuple[int, int]) -> None:
    app = BoardApp(seat_here())
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Start my class" in seen(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "1 of 4" in seen(app) and isinstance(app.focused, Input))
        await pilot.press(*"Room 12", "enter", *"Ms. Rivera", "enter")
        await until(pilot, lambda: "2 of 4" in seen(app) and isinstance(app.focused, TextArea))
        await pasted(pilot, NAMES)
        await until(pilot, lambda: "3 students" in seen(app))
        await pilot.press("tab", "tab", "enter")  # past the switch, onto the button
        await until(pilot, lambda: "3 of 4" in seen(app))
        await pilot.press("enter", *"Numbers", "enter")
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        await pasted(pilot, STEPS)
        await until(pilot, lambda: "2 levels, 2 steps, 1 Boss ★" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "4 of 4" in seen(app) and "Ava B., Liam L., Mia N." in seen(app))
        await until(pilot, lambda: getattr(app.focused, "id", "") == "go-on")
        await pilot.press("enter")
        await until(pilot, lambda: "I can count to 20." in seen(app))
        await pilot.press("space")
        await until(pilot, lambda: "Ava B. · Count to 20: Got it" in seen(app))
    walked(documents / "Room 12.class")


async def tap(pilot: Pilot[None], words: str) -> None:
    """Tap where these words stand."""
    await until(pilot, lambda: words in seen(pilot.app) and not pilot.app.screen.query("Button.-active"))
    lines = seen(pilot.app).splitlines()
    row = next(at for at, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[row].index(words) + 1, row))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_by_taps_alone(documents: Path, size: tuple[int, int]) -> None:
    app = BoardApp(seat_here())
    async with app.run_test(size=size) as pilot:
        await tap(pilot, "Start my class")
        await tap(pilot, "for example Room 12")
        await pilot.press(*"Room 12")
        await tap(pilot, "for example Ms. Rivera")
        await pilot.press(*"Ms. Rivera")
        await tap(pilot, "Go on")
        await tap(pilot, "Liam Lopez")
        await pasted(pilot, NAMES)
        await tap(pilot, "Go on")
        await tap(pilot, "for example Numbers")
        await pilot.press(*"Numbers")
        await tap(pilot, "I can write the numbers")
        await pasted(pilot, STEPS)
        await tap(pilot, "Go on")
        await tap(pilot, "Make my class")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await tap(pilot, "space Got it")
        await until(pilot, lambda: "Ava B. · Count to 20: Got it" in seen(app))
    walked(documents / "Room 12.class")
