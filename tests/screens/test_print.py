"""The Print screen: everything that can be printed, what may be chosen, who sees it, the page itself."""

import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from textual.pilot import Pilot

from board.app import BoardApp
from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.mastery.people import Student
from board.print_desk.making import Made
from board.printing.catalogue import CATALOGUE, PAGES, PageKind, Purpose
from board.printing.printers import Printer
from board.screens.print_words import handed_over
from board.store.class_book import ClassBook
from board.store.tables import STUDENTS
from board.widgets.pixel_picture import PixelPicture
from screen_driver import board_on, seen, until
from seats import memory, printers

SIZE = (120, 40)


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch) -> list[list[Any]]:
    """Programs of this computer that only remember how they were called."""
    called: list[list[Any]] = []

    def run(words: list[Any], **_: object) -> subprocess.CompletedProcess[str]:
        called.append(words)
        return subprocess.CompletedProcess(words, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    return called


def text_of(path: Path) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def part(app: BoardApp, selector: str) -> str:
    """What stands in one part of the screen, all white space made one space."""
    return " ".join(" ".join(lines_of(app, selector)).split())


def lines_of(app: BoardApp, selector: str) -> list[str]:
    """The lines of one part of the screen."""
    region = app.screen.query_one(selector).region
    return [line[region.x : region.right] for line in seen(app).splitlines()[region.y : region.bottom]]


async def go_to(pilot: Pilot[None], kind: PageKind) -> None:
    """Open the Print screen and go to a kind of page."""
    await pilot.press("p", "home")
    await pilot.press(*["down"] * [page.kind for page in PAGES].index(kind))
    title = next(page.title for page in PAGES if page.kind is kind)
    await until(pilot, lambda: seen(pilot.app).count(title) > 1)


async def go_to_choice(pilot: Pilot[None], label: str) -> None:
    """Go from the list of kinds to a line of choices."""
    app = pilot.app
    assert isinstance(app, BoardApp)
    await pilot.press("right")
    await until(pilot, lambda: "◂" in chosen_line(app))
    for key in (*["up"] * 5, *["down"] * 12):
        if chosen_line(app).startswith(label):
            return
        if key == "down" or not chosen_line(app).startswith(lines_of(app, "ChoiceRows")[0][:8]):
            await pilot.press(key)
    raise AssertionError(f"there is no {label}:\n{seen(app)}")


def chosen_line(app: BoardApp) -> str:
    """The line of choices the cursor is on."""
    return next((line for line in lines_of(app, "ChoiceRows") if "◂" in line), "")


async def turn(pilot: Pilot[None], label: str, words: str) -> None:
    """Go to a line of choices and turn it until it says these words."""
    await go_to_choice(pilot, label)
    app = pilot.app
    assert isinstance(app, BoardApp)
    for _ in range(120):
        if words in chosen_line(app):
            return
        await pilot.press("right")
    raise AssertionError(f"{label} never said {words}:\n{seen(app)}")


async def test_every_kind_stands_under_what_it_is_for(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: "Class quilt" in seen(app))
        for words in (*Purpose, *(page.title for page in PAGES)):
            assert words in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 48)])
async def test_who_will_see_it_is_said_and_the_page_is_shown(book: ClassBook, size: tuple[int, int]) -> None:
    app = board_on(book)
    async with app.run_test(size=size) as pilot:
        await go_to(pilot, PageKind.WALL)
        assert "Who will see it: you: a teacher's copy, not for display" in part(app, "#told")
        await until(pilot, lambda: app.screen.query_one(PixelPicture).pixels is not None)


async def test_a_page_is_made_and_opened(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.WALL)
        await pilot.press("enter")
        await until(pilot, lambda: "Opened, at 100 %" in seen(app))
    path = viewer[0][-1]
    assert path.name.startswith("wall-u-letter-")
    assert path.parent == book.folder / "prints"
    assert "Ava B." in text_of(path)
    assert "Ben C." in text_of(path)


async def test_a_page_is_sent_to_the_printer_at_its_true_size(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.WALL)
        await pilot.press("l")
        await until(pilot, lambda: "Sent to the printer" in seen(app))
    assert "print-scaling=none" in viewer[0]
    assert "sides=one-sided" in viewer[0]


@pytest.mark.parametrize("kind", PageKind)
def test_a_printer_is_told_which_backs_stay_empty(kind: PageKind, viewer: list[list[Any]], tmp_path: Path) -> None:
    one_sided = CATALOGUE[kind].one_sided
    handed_over(Made(tmp_path / "page.pdf", None, asks=False, pages=1, one_sided=one_sided), send=True)
    assert ("sides=one-sided" in viewer[0], "Duplex=None" in viewer[0]) == (one_sided, one_sided)


async def test_a_quilt_of_a_small_group_is_asked_about_once(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.QUILT)
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
        await go_to(pilot, PageKind.WALL)
        await pilot.press("enter")
        await until(pilot, lambda: "can't be written" in seen(app))
        await pilot.press("escape")
        await until(pilot, lambda: "I can halves." in seen(app))
    assert not viewer


async def test_what_can_not_be_printed_is_said_before_it_is(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.CERTIFICATE)
        await until(pilot, lambda: "finished" in seen(app) and app.screen.query_one(PixelPicture).pixels is None)


async def test_choices_are_made_with_arrows_and_remembered(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.WALL)
        await turn(pilot, "Ink", "ink saver")
        await pilot.press("p")
        await until(pilot, lambda: bool(viewer))
        await until(pilot, lambda: "Opened" in seen(app))
        await pilot.press("escape", "escape", "p")
        await until(pilot, lambda: "ink saver" in part(app, "ChoiceRows"))


async def test_another_paper_is_for_this_print_and_not_for_the_next(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.WALL)
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
        await go_to(pilot, PageKind.WALL)
        await turn(pilot, "Usual paper", "A4")
        await until(pilot, lambda: "Paper A4" in part(app, "ChoiceRows"))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: "I can halves." in seen(app))
        await go_to(pilot, PageKind.QUILT)
        await until(pilot, lambda: "Paper A4" in part(app, "ChoiceRows"))


async def test_choices_are_made_by_tapping(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.WALL)
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
        await go_to(pilot, PageKind.PERSONAL)
        await turn(pilot, "For", "Ben C.")
        await pilot.press("p")
        await until(pilot, lambda: "Opened" in seen(app))
    assert "Ben C." in text_of(viewer[0][-1])
    assert "Ava B." not in text_of(viewer[0][-1])


async def test_a_sticker_sheet_is_asked_about_until_somebody_answers(book: ClassBook, viewer: list[list[Any]]) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves"), ("ben", "u/thirds")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.STICKERS)
        await pilot.press("enter")
        await until(pilot, lambda: "for Ava B. and Ben C. print well?" in part(app, "#said"))
        await pilot.press("escape", "p")
        await until(pilot, lambda: "with 2 stickers for Ava B. and Ben C. print well?" in part(app, "#said"))
        await pilot.press("n")
        await until(pilot, lambda: "Their stickers stay new" in seen(app))
        assert not book.progress.spot("ava", "u/halves").printed
        await pilot.press("enter")
        await until(pilot, lambda: bool(memory().waiting_sheets(book.key)))
        await until(pilot, lambda: "for Ava B. and Ben C. print well?" in part(app, "#said"))
        await pilot.press("y")
        await until(pilot, lambda: "2 stickers printed" in seen(app))
        assert book.progress.spot("ava", "u/halves").printed
        await until(pilot, lambda: "printed already" in seen(app))
        await pilot.press("y")
        await until(pilot, lambda: "No sticker sheet waits" in seen(app))
    assert any(path.name.endswith("-list.pdf") for path in (book.folder / "prints").iterdir())


async def test_how_a_sheet_printed_is_taken_back_and_put_back(book: ClassBook, viewer: list[list[Any]]) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves"), ("ben", "u/thirds")])
    app = board_on(book)

    def waits() -> int:
        return len(memory().waiting_sheets(book.key))

    def printed() -> bool:
        return book.progress.spot("ava", "u/halves").printed

    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.STICKERS)
        await pilot.press("enter")
        await until(pilot, lambda: "print well?" in part(app, "#said"))
        free = [memory().next_label("ol5275")]
        for answer, is_printed in (("n", False), ("y", True)):
            await pilot.press(answer)
            await until(pilot, lambda: not waits())
            assert printed() is is_printed
            free.append(memory().next_label("ol5275"))
            await pilot.press("u")
            await until(pilot, lambda: waits() == 1)
            await until(pilot, lambda: "Taken back" in seen(app) or "Undone" in seen(app))
            assert not printed()
            assert memory().next_label("ol5275") == free[0]
            await pilot.press("U")
            await until(pilot, lambda: not waits())
            await until(pilot, lambda: "Done again" in seen(app))
            assert printed() is is_printed
            assert memory().next_label("ol5275") == free[-1]
            await pilot.press("u")
            await until(pilot, lambda: waits() == 1)
    assert len(viewer) == 1


async def test_a_label_sheet_of_ones_own_is_typed(book: ClassBook, viewer: list[list[Any]]) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.STICKERS)
        await turn(pilot, "Label sheet", "my own sheet")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "six numbers in mm" in " ".join(seen(app).split()))
        await pilot.press(
            *"12", "space", *"12", "space", *"30", "space", *"30", "space", *"34", "space", *"34", "enter"
        )
        await until(pilot, lambda: "12 12 30 30 34 34" in seen(app))
        await pilot.press("p")
        await until(pilot, lambda: "Opened" in seen(app))


async def test_the_printer_is_set_right_with_arrows(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "c")
        await until(pilot, lambda: "Printer is off?" in seen(app))
        await pilot.press("p")
        await until(pilot, lambda: "print it at 100 %:" in seen(app))
        await pilot.press("right", "right", "up", "minus")
        await until(pilot, lambda: "1 mm right and 0.5 mm up" in part(app, "#needs"))
        await pilot.press("enter")
        await until(pilot, lambda: "Kept." in seen(app))
        assert printers().known() == {"My printer": Printer(1.0, -0.5, 1.00503)}
        await pilot.press("delete")
        await until(pilot, lambda: "is forgotten" in seen(app))
        assert printers().known() == {}
        await pilot.press("escape")
        await until(pilot, lambda: "Class quilt" in seen(app))
    assert viewer[0][-1].name.startswith("calibration-")


async def test_a_known_printer_is_shown_as_it_was_kept(book: ClassBook) -> None:
    printers().keep("Office", Printer(-2.0, 1.5, 0.99))
    printers().keep("Hall", Printer(0.5, 0.0))
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "c")
        await until(pilot, lambda: "moves everything 0.5 mm right" in part(app, "#needs"))
        await pilot.press("n")
        await until(pilot, lambda: "2 mm left and 1.5 mm down" in part(app, "#needs"))


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
        await go_to(pilot, PageKind.PERSONAL)
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
        await go_to(pilot, PageKind.CARDS)
        await until(pilot, lambda: "page 1 of 3" in seen(app))
        await pilot.press("pagedown")
        await until(pilot, lambda: "page 2 of 3" in seen(app))
        await pilot.press("pagedown", "pagedown")
        await until(pilot, lambda: "page 3 of 3" in seen(app))
        await pilot.press("pageup")
        await until(pilot, lambda: "page 2 of 3" in seen(app))


async def test_digits_find_a_label_and_a_pack_and_letters_find_a_child(book: ClassBook) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.STICKERS)
        await turn(pilot, "Label sheet", "OL5275")
        await pilot.press(*"22807")
        await until(pilot, lambda: "Avery 22807" in part(app, "ChoiceRows"))
        await until(pilot, lambda: "not sure" in part(app, "#notes"))
        await pilot.press("down", "1", "1", "enter")
        await until(pilot, lambda: "11 of 12" in part(app, "ChoiceRows"))
        await until(pilot, lambda: "from label 11" in part(app, "#notes"))
        await pilot.press("escape")
        await go_to_choice(pilot, "For")
        await pilot.press("slash")
        await until(pilot, lambda: "a few letters or digits" in seen(app))
        await pilot.press(*"ben", "enter")
        await until(pilot, lambda: "Ben C." in part(app, "ChoiceRows"))


async def test_escape_goes_back_to_the_list_first_and_choices_are_kept(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.QUILT)
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
        await go_to(pilot, PageKind.PERSONAL)
        await until(pilot, lambda: "Child 0; the others follow" in part(app, "PagePreview"))
        await pilot.press("l")
        await until(pilot, lambda: "It has 32 pages. l again prints them all" in part(app, "#said"))
        assert not viewer
        await pilot.press("l")
        await until(pilot, lambda: "Sent to the printer" in part(app, "#said"))


async def test_a_first_label_that_was_typed_holds_for_one_sheet(book: ClassBook, viewer: list[list[Any]]) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves"), ("ben", "u/thirds")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.STICKERS)
        await turn(pilot, "For", "Ava B.")
        await pilot.press("escape")
        await go_to_choice(pilot, "First label")
        await pilot.press("7")
        await until(pilot, lambda: "7 of 108" in part(app, "ChoiceRows"))
        await pilot.press("p")
        await until(pilot, lambda: "with 1 sticker for Ava B. print well?" in part(app, "#said"))
        await pilot.press("y", "escape")
        await turn(pilot, "For", "Ben C.")
        await until(pilot, lambda: "8 of 108" in part(app, "ChoiceRows"))


async def test_a_page_is_finished_when_the_screen_is_left_meanwhile(book: ClassBook, viewer: list[list[Any]]) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, PageKind.WALL)
        await pilot.press("p", "escape")
        await until(pilot, lambda: bool(viewer))
    assert "Ava B." in text_of(viewer[0][-1])
