"""An app with nothing of its own, to try one screen in the looks of the board."""

from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

from board.art.cells import Pixels, StickerCells
from board.art.shelf import StickerShelf
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.screens.parts.calm import Calm
from board.screens.parts.help import HelpScreen
from board.screens.parts.keys_here import keys_here
from board.screens.parts.live import LiveScreen
from board.screens.pictures.pictures import PicturesScreen
from board.screens.pictures.preparing import prepare_pictures
from board.store.pictures.picture_folder import PictureFolder
from board.terminal.themes import THEMES

SHELF = StickerShelf(PictureFolder(Path("none")), None, StickerCells(None))
"""Starter art; nobody has own pictures here."""


class LoneApp(App[None]):
    """Shows one screen over an empty one, and remembers what it was left with."""

    def __init__(self, screen: Screen[Any], theme: str = "board-dark") -> None:
        super().__init__()
        self._alone = screen
        self.left: list[object] = []
        for look in THEMES:
            self.register_theme(look)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables

    def on_mount(self) -> None:
        self.push_screen(self._alone, self.left.append)
        self.set_interval(0.05, self._take_news)

    def action_help(self) -> None:
        """Show the keys of the screen, as the board does."""
        if isinstance(self.screen, Calm):
            self.screen.put_up(HelpScreen(keys_here(self.screen, self.screen.keys)))

    def _take_news(self) -> None:
        """Do what the board does for all its screens."""
        for screen in self.screen_stack:
            if isinstance(screen, LiveScreen):
                screen.look_again()
        if isinstance(self._alone, PicturesScreen) and self._alone.is_attached:
            prepare_pictures(self._alone, self._alone.shelf)


def sticker(step: Step, _face: Face | None, size: int) -> Pixels | None:
    """The starter picture of a step, read from its file; nobody has own pictures here."""
    return SHELF(step, None, size)
