"""Stickers of children's own pictures are cut as soon as they are wanted, and shown a few at a time."""

from pathlib import Path

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from board.art.cells import StickerCells
from board.art.shelf import StickerShelf
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.screens.pictures.preparing import keep_prepared
from board.store.pictures.picture_folder import PictureFolder
from lone_app import LoneApp
from screen_driver import until

STEP = Step("u/s", "Step", "I can.")


class Wall(Static):
    """Counts how often pictures came."""

    came = 0

    def pictures_came(self) -> None:
        self.came += 1


class WallScreen(Screen[None]):
    """Keeps the stickers of a shelf prepared."""

    def __init__(self, shelf: StickerShelf) -> None:
        super().__init__()
        self._shelf = shelf

    def compose(self) -> ComposeResult:
        yield Wall()

    def on_mount(self) -> None:
        keep_prepared(self, self._shelf)


async def test_stickers_are_cut_when_they_are_wanted_and_nobody_asks_now_and_then(tmp_path: Path) -> None:
    shelf = StickerShelf(PictureFolder(tmp_path), None, StickerCells(None))

    def want(*numbers: int) -> None:
        for number in numbers:
            assert shelf(STEP, Face(f"picture{number}"), 8) is None

    want(*range(20))
    screen = WallScreen(shelf)
    app = LoneApp(screen)
    async with app.run_test() as pilot:
        await until(pilot, lambda: not shelf.is_waiting)
        wall = screen.query_one(Wall)
        await until(pilot, lambda: wall.came == 3)
        want(20, 21)
        await until(pilot, lambda: not shelf.is_waiting)
        await until(pilot, lambda: wall.came == 4)
        want(0)
        assert not shelf.is_waiting, "what is not there is looked for when it may have come"
