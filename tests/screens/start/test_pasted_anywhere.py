"""Whatever has the focus, several lines that are pasted land where they belong, and nothing of them is dropped."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from board.app import BoardApp
from board.cli.context import seat_here
from board.screens.board.board import BoardScreen
from board.screens.roster.paste_names import NamesForm, PasteNamesScreen
from board.screens.roster.students import StudentsScreen
from board.screens.start.new_class import NewClassScreen
from board.screens.units.paste_steps import PasteStepsScreen, StepsForm
from board.screens.units.steps import StepsScreen
from board.store.class_book import ClassBook
from screen_driver import board_on, seen, until

NAMES = "Ava Brown\nLiam [/] Lopez\nMia Ng"
STEPS = "I can count to 20\nI can write [b]numbers\n\nI can add up to 10"


def paste(pilot: Pilot[None], text: str) -> None:
    """What a terminal sends when something is pasted into it, or dropped on it."""
    pilot.app.post_message(events.Paste(text))


def typed_in(app: BoardApp, form: type[NamesForm | StepsForm]) -> str:
    """What stands in the place for names, or for steps."""
    return "".join(one.text for one in app.screen.query(f"{form.__name__} TextArea").results(TextArea))


async def at_start(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: "Start my class" in seen(pilot.app))


async def at_page(pilot: Pilot[None], page: int) -> None:
    """Go to a page of a new class."""
    await at_start(pilot)
    await pilot.press("down", "enter")
    await until(pilot, lambda: "1 of 4" in seen(pilot.app))
    if page > 1:
        await pilot.press(*"Room", "enter", *"Lee", "enter")
        await until(pilot, lambda: "2 of 4" in seen(pilot.app))
    for number in range(3, page + 1):
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "again" in seen(pilot.app))
        await pilot.pause(0.5)
        await pilot.press("ctrl+s")
        await until(pilot, lambda number=number: f"{number} of 4" in seen(pilot.app))  # type: ignore[misc]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(("text", "form"), [(NAMES, NamesForm), (STEPS, StepsForm)], ids=["names", "steps"])
async def test_lines_pasted_on_the_start_begin_a_class_and_wait_on_their_page(
    size: tuple[int, int], text: str, form: type[NamesForm | StepsForm]
) -> None:
    app = BoardApp(seat_here())
    async with app.run_test(size=size) as pilot:
        await at_start(pilot)
        paste(pilot, text)
        await until(pilot, lambda: isinstance(app.screen, NewClassScreen) and typed_in(app, form) == text)
        await until(pilot, lambda: "What you pasted stands on page" in seen(app))
        assert app.focused is not None
        assert app.focused.id == "class-name"
        await pilot.press(*"Room", "enter", *"Lee", "enter")
        await until(pilot, lambda: "2 of 4" in seen(app))
        assert ("Ava B." in seen(app)) is (form is NamesForm)


@pytest.mark.parametrize("tabs", range(5))
@pytest.mark.parametrize(("text", "form"), [(NAMES, NamesForm), (STEPS, StepsForm)], ids=["names", "steps"])
@pytest.mark.parametrize("page", [1, 4])
async def test_lines_pasted_on_the_first_and_last_page_land_on_their_own_whatever_has_the_focus(
    quick_hands: None, page: int, text: str, form: type[NamesForm | StepsForm], tabs: int
) -> None:
    app = BoardApp(seat_here())
    async with app.run_test(size=(80, 24)) as pilot:
        await at_page(pilot, page)
        await pilot.press(*["tab"] * tabs)
        focused = app.focused
        paste(pilot, text)
        await until(pilot, lambda: typed_in(app, form) == text)
        await until(pilot, lambda: "What you pasted stands on page" in seen(app))
        assert app.focused is focused
        if page == 4:
            await until(pilot, lambda: ("Ava B." in seen(app)) is (form is NamesForm))


@pytest.mark.parametrize("tabs", range(5))
async def test_names_land_among_the_names_and_steps_among_the_steps_on_their_own_pages(
    quick_hands: None, tabs: int
) -> None:
    app = BoardApp(seat_here())
    async with app.run_test(size=(80, 24)) as pilot:
        await at_page(pilot, 2)
        await pilot.press(*["tab"] * tabs)
        paste(pilot, NAMES)
        await until(pilot, lambda: typed_in(app, NamesForm) == NAMES and "Ava B." in seen(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "3 of 4" in seen(app))
        await pilot.press(*["tab"] * tabs)
        paste(pilot, STEPS)
        await until(pilot, lambda: typed_in(app, StepsForm) == STEPS)
        assert typed_in(app, NamesForm) == NAMES


async def test_a_class_that_is_dropped_on_the_start_is_opened(book: ClassBook, folder: Path) -> None:
    book.close()
    app = BoardApp(seat_here())
    async with app.run_test(size=(100, 30)) as pilot:
        await at_start(pilot)
        paste(pilot, f"'{folder}'")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen) and "Ava B." in seen(app))


async def test_a_single_line_on_the_start_says_what_can_be_pasted() -> None:
    app = BoardApp(seat_here())
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await at_start(pilot)
        paste(pilot, "Ava Brown [/]")
        await until(pilot, lambda: "Paste a list of names" in seen(app))


def a_list(folder: Path) -> Path:
    place = folder / "my class.csv"
    place.write_text("first,last\nAva,Brown\nZoe,Young\n", encoding="utf-8")
    return place


async def test_a_list_that_is_dropped_on_the_start_begins_a_class(tmp_path: Path) -> None:
    place = a_list(tmp_path)
    app = BoardApp(seat_here())
    async with app.run_test(size=(100, 30)) as pilot:
        await at_start(pilot)
        paste(pilot, f"'{place}'")
        await until(pilot, lambda: isinstance(app.screen, NewClassScreen) and str(place) in typed_in(app, NamesForm))
        await pilot.press(*"Room", "enter", *"Lee", "enter")
        await until(pilot, lambda: "Zoe Y." in seen(app))


@pytest.mark.parametrize("text", [NAMES, STEPS], ids=["names", "steps"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_lines_pasted_on_the_board_go_to_the_list_they_belong_to(
    book: ClassBook, size: tuple[int, int], text: str
) -> None:
    lists, page, form = (
        (StudentsScreen, PasteNamesScreen, NamesForm) if text == NAMES else (StepsScreen, PasteStepsScreen, StepsForm)
    )
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        paste(pilot, text)
        await until(pilot, lambda: isinstance(app.screen, page) and typed_in(app, form) == text)
        assert isinstance(app.screen_stack[-2], lists)
        assert not book.facts


async def test_names_pasted_on_the_list_of_students_wait_to_be_added(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, StudentsScreen))
        paste(pilot, NAMES)
        await until(pilot, lambda: isinstance(app.screen, PasteNamesScreen) and typed_in(app, NamesForm) == NAMES)


async def test_a_list_that_is_dropped_on_the_board_goes_to_the_students(book: ClassBook, tmp_path: Path) -> None:
    place = a_list(tmp_path)
    app = board_on(book)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        paste(pilot, str(place))
        await until(pilot, lambda: isinstance(app.screen, PasteNamesScreen) and "Zoe Y." in seen(app))


async def test_a_list_dropped_while_another_program_has_the_keys_lands_all_the_same(tmp_path: Path) -> None:
    """Textual takes the focus away meanwhile: a file dragged from elsewhere comes to nobody (huggingface/tau 505)."""
    place = a_list(tmp_path)
    app = BoardApp(seat_here())
    async with app.run_test(size=(100, 30)) as pilot:
        await at_page(pilot, 2)
        app.post_message(events.AppBlur())
        await until(pilot, lambda: app.focused is None)
        paste(pilot, f"'{place}'")
        await until(pilot, lambda: str(place) in typed_in(app, NamesForm) and "Zoe Y." in seen(app))
