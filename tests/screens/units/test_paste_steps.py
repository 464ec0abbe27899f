"""Pasted "I can" lines: what each became is seen, changed with one key, and stays while more is typed."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from board.cli.context import seat_here
from board.mastery.curriculum import Unit
from board.screens.start.new_class import NewClassScreen
from board.screens.units.about_line import TitleLine
from board.screens.units.line_rows import LineRows
from board.screens.units.paste_steps import PasteStepsScreen
from board.widgets.picture import Picture
from lone_app import LoneApp
from screen_driver import seen, until

UGLY = """\
Geometry
\u274f 1.G.A.1 SWBAT draw a square
\u2022 counts the sides of a shape
* I can build a house of shapes
Page 2 of 3
Clocks
I can tell time to the nearest
half hour
"""


async def pasted(pilot: Pilot[None], text: str = UGLY) -> LineRows:
    """Paste a text and go to the lines it became."""
    await until(pilot, lambda: pilot.app.focused is not None)
    pilot.app.post_message(events.Paste(text))
    rows = pilot.app.screen.query_one(LineRows)
    await until(pilot, lambda: rows.option_count > 0 and isinstance(pilot.app.focused, TextArea))
    rows.focus()
    await pilot.press("home")
    await until(pilot, lambda: rows.line is not None and rows.line.text == text.splitlines()[0])
    return rows


def row(app: LoneApp, words: str) -> str:
    """The row of the lines that holds these words, behind the place where they are typed."""
    return next(
        (line.rpartition("\u258e")[2] for line in seen(app).splitlines() if words in line.rpartition("\u258e")[2]), ""
    )


async def unit_of(app: LoneApp, pilot: Pilot[None]) -> Unit:
    app.screen.query_one("#unit-title", Input).value = "Shapes"
    await pilot.press("ctrl+s")
    await until(pilot, lambda: bool(app.left))
    (unit,) = app.left
    assert isinstance(unit, Unit)
    return unit


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)], ids=str)
async def test_each_line_shows_what_it_became_and_why(size: tuple[int, int]) -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=size) as pilot:
        rows = await pasted(pilot)
        await until(pilot, lambda: "1 Geometry" in row(app, "heading"))
        assert "\u00b7 Draw a square  1.G.A.1" in row(app, "Draw a")
        assert "Boss" in row(app, "\u2605 Build a house of shapes")
        assert "left out" in row(app, "Page 2 of 3")
        await pilot.press("end")
        await until(pilot, lambda: rows.line is not None and rows.line.numbers == (7, 8))
        await until(pilot, lambda: "I can tell time to the nearest" in seen(app))


async def test_one_key_changes_what_a_line_is_and_another_takes_it_back() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pasted(pilot)
        await pilot.press("down")
        for word in ("heading", "Boss", "left out", "step"):
            await pilot.press("space")
            await until(pilot, lambda word=word: row(app, "raw a square").lstrip().startswith(word))  # type: ignore[misc]
        await pilot.press("space", "delete")
        await until(pilot, lambda: row(app, "Draw a square").lstrip().startswith("step"))


async def test_a_boss_by_hand_a_title_and_a_picture_come_into_the_unit() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        rows = await pasted(pilot)
        await pilot.press("down", "space", "space", "enter")
        await until(pilot, lambda: isinstance(app.focused, TitleLine))
        await pilot.press("ctrl+u", *"My square", "enter")
        await until(pilot, lambda: app.focused is rows and "\u2605 My square" in seen(app))
        badge = rows.line.badge if rows.line else ""
        await pilot.press("right")
        await until(pilot, lambda: rows.line is not None and rows.line.badge != badge)
        chosen = rows.line.badge if rows.line else ""
        assert app.screen.query_one(Picture)._path is not None
        unit = await unit_of(app, pilot)
    boss = unit.levels[0].boss
    assert boss is not None
    assert (boss.title, boss.badge, boss.standards, boss.i_can) == (
        "My square",
        chosen,
        ("1.G.A.1",),
        "I can draw a square.",
    )
    assert [step.title for step in unit.levels[0].steps] == ["Count the sides of a shape", "Build a house of shapes"]


async def test_esc_leaves_a_title_as_it_was_and_the_screen_stays() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        rows = await pasted(pilot)
        await pilot.press("down", "enter", *"xyz")
        await until(pilot, lambda: "Draw a squarexyz  1.G.A.1" in row(app, "xyz"))
        await pilot.press("escape")
        await until(pilot, lambda: app.focused is rows and "Draw a square  1.G" in row(app, "\u00b7 Draw"))
        assert not app.left


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)], ids=str)
async def test_a_title_is_written_in_a_box_with_its_own_keys_and_nothing_of_it_is_replaced(
    size: tuple[int, int],
) -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=size) as pilot:
        rows = await pasted(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Title of the step" in seen(app) and "enter keeps it" in seen(app))
        title = app.screen.query_one(TitleLine)
        assert "esc leaves it as it was" in seen(app)
        assert "space Change" not in seen(app)
        assert title.size.height < title.outer_size.height
        assert title.selection.is_empty
        await pilot.press("s")
        await until(pilot, lambda: title.value == "Draw a squares")
        await pilot.press("enter")
        await until(pilot, lambda: app.focused is rows and "space Change" in seen(app))
        assert "Title of the step" not in seen(app)


async def test_esc_gives_back_the_title_also_when_it_was_tapped() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        rows = await pasted(pilot)
        await pilot.press("down", "enter", *"xyz", "escape", "down")
        await until(pilot, lambda: app.focused is rows and rows.line is not None and rows.line.numbers == (3,))
        await pilot.press("enter", "ctrl+u", *"Sides", "enter")
        await until(pilot, lambda: app.focused is rows and "\u00b7 Sides" in seen(app))
        await pilot.click(TitleLine, offset=(2, 0))
        await until(pilot, lambda: isinstance(app.focused, TitleLine))
        await pilot.press("end", *"xyz")
        await until(pilot, lambda: "\u00b7 Sidesxyz" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "\u00b7 Sides" in seen(app) and "xyz" not in seen(app))


async def test_a_unit_without_a_title_is_asked_for_where_the_title_is_written() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pasted(pilot)
        lines = app.screen.query_one(TextArea)
        lines.focus()
        await pilot.press("ctrl+s", *"Shapes")
        await until(pilot, lambda: app.screen.query_one("#unit-title", Input).value == "Shapes")
        assert lines.text == UGLY
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(app.left))


async def test_page_three_of_a_new_class_asks_for_the_title_where_it_is_written(tmp_path: Path) -> None:
    app = LoneApp(NewClassScreen(seat_here().library, tmp_path, UGLY))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.focused is not None)
        await pilot.press(*"Room 12", "enter", *"Me", "ctrl+s")
        await until(pilot, lambda: "2 of 4" in seen(app))
        app.post_message(events.Paste("Ava Brown\nLiam Lopez"))
        await until(pilot, lambda: "2 students" in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "3 of 4" in seen(app) and "no title yet" in seen(app))
        app.screen.query_one("#lines").focus()
        await until(pilot, lambda: all(words in seen(app) for words in ("1 Geometry", "2 Clocks", "Tell time")))
        await pilot.press("ctrl+s", *"Shapes")
        await until(pilot, lambda: app.screen.query_one("#unit-title", Input).value == "Shapes")
        assert app.screen.query_one("#lines", TextArea).text == UGLY


async def test_a_unit_without_steps_is_asked_for_where_they_are_written() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.focused is not None)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.focused, TextArea) and "Type at least one step" in seen(app))


LOOSE = "I can hop\n\nI can run\n\nI can sing\nI can hum\n\n" + "\n\n".join(f"I can do {at}" for at in range(9))


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("reading", [False, True])
async def test_many_lines_and_the_whole_remark_are_in_sight_also_on_a_low_screen(
    size: tuple[int, int], *, reading: bool
) -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=size) as pilot:
        await pasted(pilot, LOOSE)
        if not reading:
            app.screen.query_one(TextArea).focus()
        await until(pilot, lambda: len([line for line in seen(app).splitlines() if "  step " in line]) >= 6)
        shown = " ".join(" ".join(line.rpartition("\u258e")[2].split()) for line in seen(app).splitlines())
        assert "So that no level has only one step, one blank line starts none here; two do." in shown


async def test_what_to_type_is_told_whole_on_a_low_screen() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: " level below it." in seen(app))


async def test_a_criterion_stands_as_what_one_looks_for_and_comes_into_the_step() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pasted(pilot, "I can hop\nSuccess criteria\n\u2610 on one leg\nI can run\nTen steps or more")
        await until(pilot, lambda: "looks like" in row(app, "on one leg"))
        await pilot.press("end", "space", "space", "space")
        await until(pilot, lambda: "looks like" in row(app, "Ten steps or more"))
        unit = await unit_of(app, pilot)
    assert [step.criteria for step in unit.spots] == [("on one leg",), ("Ten steps or more",)]


async def test_what_was_changed_stays_while_more_is_typed() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pasted(pilot)
        await pilot.press("down", "down", "space", "space", "space", "space")
        await until(pilot, lambda: row(app, "counts the sides").lstrip().startswith("left out"))
        lines = app.screen.query_one(TextArea)
        lines.move_cursor((0, 0))
        lines.insert("I can name three shapes\n")
        await until(pilot, lambda: "Name three shapes" in row(app, "\u00b7 Name"))
        assert row(app, "counts the sides").lstrip().startswith("left out")


async def test_an_empty_line_that_starts_a_level_can_be_told_not_to() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        rows = await pasted(pilot, "I can hop\nI can run\n\nI can sing\nI can hum")
        await pilot.press("down", "down")
        await until(pilot, lambda: "Level 2" in row(app, "level"))
        await pilot.press("space")
        await until(pilot, lambda: "an empty line" in row(app, "left out"))
        unit = await unit_of(app, pilot)
    assert rows
    assert [len(level.steps) for level in unit.levels] == [4]


@pytest.mark.parametrize("focus", ["#sources", "#unit-title", "#rows", "TitleLine", "#go-on"])
async def test_several_lines_that_are_pasted_land_among_the_lines_whatever_has_the_focus(focus: str) -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pasted(pilot)
        app.screen.query_one(focus).focus()
        await pilot.pause()
        app.post_message(events.Paste("I can paint\nI can dance"))
        await until(pilot, lambda: app.screen.query_one(TextArea).text.endswith("I can paint\nI can dance"))
        assert UGLY.strip() in app.screen.query_one(TextArea).text


async def test_a_tap_on_a_key_changes_the_line_under_the_cursor() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pasted(pilot)
        await pilot.press("down")
        await pilot.click(app.screen.query_one("AboutLine .of-lines"), offset=(4, 0))
        await until(pilot, lambda: row(app, "draw a square").lstrip().startswith("heading"))


async def test_words_of_others_are_never_markup_in_the_lines() -> None:
    app = LoneApp(PasteStepsScreen(()))
    async with app.run_test(size=(100, 30)) as pilot:
        await pasted(pilot, "I can add [/b] and [red]\nI can [@click=app.quit]hop[/]\n[/]:\nI can sing [x")
        await until(pilot, lambda: "Add [/b] and [red]" in seen(app))
        await pilot.press("end")
        await until(pilot, lambda: "Sing [x" in seen(app))
