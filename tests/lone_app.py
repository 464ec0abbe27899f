"""An app with nothing of its own, to try one screen in the looks of the board."""

from typing import Any

from textual.app import App
from textual.screen import Screen

from board.art.cells import Pixels, StickerCells
from board.art.starter import step_badges
from board.mastery.curriculum import Step
from board.themes import THEMES

_CELLS = StickerCells(None)


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


def sticker(step: Step, size: int) -> Pixels | None:
    """The starter picture of a step, read from its file."""
    picture = step_badges().get(step.badge)
    return None if picture is None else _CELLS.pixels(picture, size)
