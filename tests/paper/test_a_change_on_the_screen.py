"""Another value on the Print screen: what follows from it stands there, and what was there before does not."""

from board.deeds.marks import Marks
from board.deeds.sitting import Sitting, usual_adult
from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from print_driver import SIZE, go_to, part, turn
from screen_driver import board_on, seen, until


async def test_notes_come_and_go_and_make_room_for_what_is_below(book: ClassBook) -> None:
    Marks(Sitting(book, usual_adult(book))).mark(Kind.MASTERED, [("ava", "u/halves")])
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "stickers")
        await until(pilot, lambda: "1 sticker on 1 sheet of Online Labels OL5275, from label 1." in part(app, "#notes"))
        buttons = app.screen.query_one("#buttons").region.y
        await turn(pilot, "First label", "7 of 108")
        await until(pilot, lambda: "from label 7." in part(app, "#notes"))
        assert app.screen.query_one("#buttons").region.y == buttons
        await pilot.press("escape")
        await turn(pilot, "Ink", "blank")
        await until(pilot, lambda: app.screen.query_one("#buttons").region.y < buttons)
        assert "1 sticker on 1 sheet" not in seen(app)
        await pilot.press("escape")
        await turn(pilot, "Ink", "colour")
        await until(pilot, lambda: "from label 7." in part(app, "#notes"))
        assert app.screen.query_one("#buttons").region.y == buttons


async def test_a_line_more_or_less_moves_the_others(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=SIZE) as pilot:
        await go_to(pilot, "quilt")
        await turn(pilot, "Paper", "2 x 2")
        await until(pilot, lambda: "Sheets Letter" in part(app, "ChoiceRows"))
        lines = part(app, "ChoiceRows")
        assert [lines.index(label) for label in ("Paper", "Sheets", "Ink", "Letters")] == sorted(
            lines.index(label) for label in ("Paper", "Sheets", "Ink", "Letters")
        )
        await pilot.press("escape")
        await turn(pilot, "Paper", "3 x 3")
        await pilot.press("escape")
        await turn(pilot, "Paper", "Letter")
        await until(pilot, lambda: "Sheets" not in part(app, "ChoiceRows"))
        assert "Ink colour" in part(app, "ChoiceRows")
