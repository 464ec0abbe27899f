"""The Print screen: everything that can be printed, what may be chosen, who sees it, the page itself."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import ProgressBar

from board.mastery.people import Student
from board.paper.catalogue import kind_called, kinds
from board.paper.kind import Purpose
from board.paper.making import Printout
from board.screens.files.shown import Shown
from board.screens.paper import print_run
from board.screens.paper.print_words import handed_over
from board.store.class_book import ClassBook
from board.store.documents.tables import STUDENTS
from board.widgets.pixel_picture import PixelPicture
from demo_orders import KINDS
from print_driver import SIZE, go_to, part, text_of, turn
from screen_driver import board_on, seen, until


async def test_every_kind_stands_under_what_it_is_for(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: "Class quilt" in seen(app))
        for words in (*Purpose, *(page.title for page in kinds())):
            assert words in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48)])
async def test_who_will_see_it_is_said_and_the_page_is_shown(book: ClassBook, size: tuple[int, int]) -> None:
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, "wall")
        assert "Who will see it: you: a teacher's copy, not for display" in part(app, "#told")
        await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)


async def test_a_page_is_made_and_opened(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await pilot.press("enter")
        await until(pilot, lambda: "Opened, at 100 %" in seen(app))
        assert not app.screen.query_one(ProgressBar).display
    path = viewer[0][-1]
    assert path.name.startswith("wall-u-letter-")
    assert path.parent == book.folder / "prints"
    assert "Ava B." in text_of(path)
    assert "Ben C." in text_of(path)


async def test_a_page_is_sent_to_the_printer_at_its_true_size(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await pilot.press("l")
        await until(pilot, lambda: "Sent to the printer" in seen(app))
    assert "print-scaling=none" in viewer[0]
    assert "sides=one-sided" in viewer[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_printer_is_told_which_backs_stay_empty(kind: str, viewer: list[list[Any]], tmp_path: Path) -> None:
    one_sided = kind_called(kind).one_sided
    made = Printout(tmp_path / "page.pdf", None, asks=False, pages=1, one_sided=one_sided)
    handed_over(made, lambda *_: Shown.NOWHERE, send=True)
    assert ("sides=one-sided" in viewer[0], "Duplex=None" in viewer[0]) == (one_sided, one_sided)


async def test_a_quilt_of_a_small_group_is_asked_about_once(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "quilt")
        await pilot.press("enter")
        await until(pilot, lambda: "whose sticker is whose. Print all the same?" in " ".join(seen(app).split()))
        assert not viewer
        await pilot.press("enter")
        await until(pilot, lambda: "Opened, at 100 %" in seen(app))
        assert len(viewer) == 1


async def test_a_page_that_can_not_be_written_is_said(book: ClassBook, viewer: list[list[Any]]) -> None:
    (book.folder / "prints").write_text("in the way")
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await pilot.press("enter")
        await until(pilot, lambda: "can't be written" in seen(app))
        assert not app.screen.query_one(ProgressBar).display
        await pilot.press("escape")
        await until(pilot, lambda: "I can halves." in seen(app))
    assert not viewer


async def test_a_fault_while_a_page_is_made_leaves_nobody_waiting(
    book: ClassBook, viewer: list[list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_all: object) -> Printout:
        raise RuntimeError("[bold]nobody thought of this")

    monkeypatch.setattr(print_run, "make", breaks)
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await pilot.press("enter")
        await until(pilot, lambda: "This page could not be made, by a fault of the board" in seen(app))
        assert not app.screen.query_one(ProgressBar).display
    assert not viewer


async def test_what_can_not_be_printed_is_said_before_it_is(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "certificate")
        await until(pilot, lambda: "finished" in seen(app) and app.screen.query_one(PixelPicture).pixels is None)


async def test_choices_are_made_with_arrows_and_remembered(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await turn(pilot, "Ink", "ink saver")
        await pilot.press("p")
        await until(pilot, lambda: bool(viewer))
        await until(pilot, lambda: "Opened" in seen(app))
        await pilot.press("escape", "escape", "p")
        await until(pilot, lambda: "ink saver" in part(app, "ChoiceRows"))


async def test_another_paper_is_for_this_print_and_not_for_the_next(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await turn(pilot, "Paper", "Tabloid")
        await pilot.press("p")
        await until(pilot, lambda: bool(viewer))
        await until(pilot, lambda: "Opened" in seen(app))
        await pilot.press("escape", "escape", "p")
        await until(pilot, lambda: "Paper Letter" in part(app, "ChoiceRows"))
    assert "-tabloid-" in viewer[0][-1].name


async def test_the_usual_paper_is_chosen_once_for_every_kind(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await turn(pilot, "Usual paper", "A4")
        await until(pilot, lambda: "Paper A4" in part(app, "ChoiceRows"))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: "I can halves." in seen(app))
        await go_to(pilot, "quilt")
        await until(pilot, lambda: "Paper A4" in part(app, "ChoiceRows"))


async def test_choices_are_made_by_tapping(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        lines = seen(app).splitlines()
        y = next(at for at, line in enumerate(lines) if "Paper" in line)
        await pilot.click(offset=(lines[y].index("Letter") + 1, y))
        await until(pilot, lambda: "A4" in seen(app))
        await pilot.click("#make")
        await until(pilot, lambda: "Opened" in seen(app))
    assert "-a4-" in viewer[0][-1].name


async def test_a_page_for_the_child_under_the_cursor(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down")
        await go_to(pilot, "personal")
        await turn(pilot, "For", "Ben C.")
        await pilot.press("p")
        await until(pilot, lambda: "Opened" in seen(app))
    assert "Ben C." in text_of(viewer[0][-1])
    assert "Ava B." not in text_of(viewer[0][-1])


async def test_the_palette_finds_a_kind_of_page_by_name(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"take-home")
        await until(pilot, lambda: "Print: Take-home page" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "what we can try at home; in English or Spanish." in part(app, "#told"))


async def test_the_palette_knows_the_boards_commands(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("ctrl+p", *"keep w")
        await until(pilot, lambda: "take one you gave lately" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: "keep working" in seen(app) and "One tip" in seen(app))


async def test_the_page_is_shown_large_and_turned(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "personal")
        await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)
        small = len(app.screen.query_one(PixelPicture).pixels or ())
        await pilot.press("v")
        await until(pilot, lambda: "any other key goes back" in seen(app))
        await until(pilot, lambda: len(app.screen.query_one(PixelPicture).pixels or ()) > small)
        await pilot.press("escape")
        await until(pilot, lambda: "Who will see it:" in seen(app))


async def test_another_page_of_many_is_one_key_away(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "cards")
        await until(pilot, lambda: "page 1 of 3" in seen(app))
        await pilot.press("pagedown")
        await until(pilot, lambda: "page 2 of 3" in seen(app))
        await pilot.press("pagedown", "pagedown")
        await until(pilot, lambda: "page 3 of 3" in seen(app))
        await pilot.press("pageup")
        await until(pilot, lambda: "page 2 of 3" in seen(app))


async def test_escape_goes_back_to_the_list_first_and_choices_are_kept(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "quilt")
        await turn(pilot, "Ink", "ink saver")
        await pilot.press("escape")
        await until(pilot, lambda: "◂" not in part(app, "ChoiceRows"))
        assert "Who will see it:" in seen(app)
        await pilot.press("escape")
        await until(pilot, lambda: "I can halves." in seen(app))
        await pilot.press("p")
        await until(pilot, lambda: "ink saver" in part(app, "ChoiceRows"))


async def test_many_pages_are_asked_about_before_they_go_to_the_printer(
    book: ClassBook, viewer: list[list[Any]]
) -> None:
    book.edit(STUDENTS, lambda _: tuple(Student(f"s{at}", f"Child {at}") for at in range(32)))
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "personal")
        await until(pilot, lambda: "Child 0; the others follow" in part(app, "PagePreview"))
        await pilot.press("l")
        await until(pilot, lambda: "It has 32 pages. l again prints them all" in part(app, "#said"))
        assert not viewer
        await pilot.press("l")
        await until(pilot, lambda: "Sent to the printer" in part(app, "#said"))


async def test_a_page_is_finished_when_the_screen_is_left_meanwhile(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "wall")
        await pilot.press("p", "escape")
        await until(pilot, lambda: bool(viewer))
    assert "Ava B." in text_of(viewer[0][-1])
