"""At the kiosk no keys with letters stand at the foot of a child's pages: the room is for the tiles."""

import pytest

from board.cli.context import seat_here
from board.deeds.visit import Visit
from board.kiosk_app import KioskApp
from board.mastery.facts import Kind
from board.mastery.kiosk import Known
from board.screens.drawing.big_tiles import StudioTiles, Work
from board.screens.kiosk.quilt import KioskQuilt
from board.screens.path.cover import CoverScreen
from board.screens.path.my_path import MyPath
from board.screens.path.pick_picture import PickPicture
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.widgets.key_bar import KeyBar
from lone_app import SHELF
from screen_driver import until

PAGES = ("MyPath", "CoverScreen", "StudioTiles", "PickPicture")


def page(name: str, book: ClassBook) -> MyPath | CoverScreen | StudioTiles | PickPicture:
    if name == "MyPath":
        return MyPath(seat_here(), Visit(book, "ava", Known.BY_WORD), SHELF, "u", at_kiosk=True)
    if name == "CoverScreen":
        return CoverScreen(book, SHELF, "ava", lambda _: None)
    return StudioTiles(Work(may_be_tiny=True, is_tiny=False)) if name == "StudioTiles" else PickPicture(book.folder)


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_of_the_kiosk_has_no_keys_at_its_foot(book: ClassBook, name: str) -> None:
    book.record([Draft(Kind.MASTERED, "ava", "u/halves")], book.assessors[0].id)
    app = KioskApp(seat_here(), book)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, KioskQuilt))
        shown = page(name, book)
        app.push_screen(shown)
        await until(pilot, lambda: app.screen is shown and bool(shown.query(KeyBar)))
        await until(pilot, lambda: not shown.query_one(KeyBar).display)
