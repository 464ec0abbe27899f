"""The studio alone, with an empty sheet of so many pixels across."""

import sys

from textual.app import App

from board.art.cells import StickerCells
from board.art.pixels import empty
from board.art.starter import step_badges
from board.cli.context import seat_here
from board.mastery.curriculum import Step
from board.screens.drawing.draw import DrawScreen
from board.screens.drawing.sketch import Sketch
from board.terminal.themes import THEMES
from board.widgets.spot_preview import Paper

_STEP = Step("u/halves", "Halves", "I can cut a pizza into two halves.")


class LoneStudio(App[None]):
    """Shows the studio; what is drawn is kept nowhere.

    Args:
        side: Pixels of the sheet, across and down.
    """

    ALLOW_SELECT = False

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours of the board."""
        return THEMES[0].variables

    def on_mount(self) -> None:
        """The studio alone."""
        self.push_screen(
            DrawScreen(
                "Amara A.",
                _STEP,
                Sketch(empty(self._side)),
                starters=step_badges(),
                cells=StickerCells(seat_here().cache / "cells"),
                paper=Paper(),
                keep_draft=lambda _drawing, _caption: None,
                save=lambda _drawing, _caption: True,
            )
        )


if __name__ == "__main__":
    LoneStudio(int(sys.argv[1])).run()
