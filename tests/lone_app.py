"""An app with nothing of its own, to try one screen in the looks of the board."""

from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

from board.art.cells import Pixels, StickerCells
from board.art.shelf import StickerShelf
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.themes import THEMES

SHELF = StickerShelf(lambda _: Path("none"), None, StickerCells(None))
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


def sticker(step: Step, _face: Face | None, size: int) -> Pixels | None:
    """The starter picture of a step, read from its file; nobody has own pictures here."""
    return SHELF(step, None, size)
