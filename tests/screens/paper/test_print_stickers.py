"""Sticker sheets on the Print screen: asked about until answered, label by label, on a printer that is set right."""

from typing import Any

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from print_driver import SIZE, go_to, go_to_choice, part, turn
from printables.page.printer import Printer
from screen_driver import board_on, seen, until
from seats import memory, printers


async def test_a_sticker_sheet_is_asked_about_until_somebody_answers(book: ClassBook, viewer: list[list[Any]]) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves"), ("ben", "u/thirds")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "stickers")
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
        await go_to(pilot, "stickers")
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
        await go_to(pilot, "stickers")
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


async def test_digits_find_a_label_and_a_pack_and_letters_find_a_child(book: ClassBook) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "stickers")
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


async def test_a_first_label_that_was_typed_holds_for_one_sheet(book: ClassBook, viewer: list[list[Any]]) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves"), ("ben", "u/thirds")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "stickers")
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
