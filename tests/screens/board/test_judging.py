"""How did it go?, opened from the board itself: for the spot under the cursor, and back there."""

from board.mastery.facts import Kind
from board.mastery.progress import Status
from board.screens.board.board import BoardScreen
from board.screens.board.palette import Palette
from board.screens.judging.how_did_it_go import HowDidItGo
from board.store.class_book import ClassBook
from screen_driver import board_on, seen, until


async def test_one_key_opens_the_spot_under_the_cursor_and_the_verdict_is_said_and_undone_on_the_board(
    book: ClassBook,
) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "right", "j")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo))
        assert "Ben C." in seen(app)
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen) and "Got it" in seen(app))
        assert [(fact.kind, fact.student, fact.step) for fact in book.facts] == [(Kind.MASTERED, "ben", "u/thirds")]
        await pilot.press("u")
        await until(pilot, lambda: book.progress.spot("ben", "u/thirds").status is Status.OPEN)


async def test_who_leaves_it_is_on_the_board_again_and_nothing_was_kept(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
    assert not book.facts


async def test_the_palette_has_it_too(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette))
        await pilot.press(*"how did it")
        await until(pilot, lambda: "How did it go?" in seen(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HowDidItGo))
