"""The app: opens the board on a class in one of its looks; keeps no state of its own."""

import gc
from collections.abc import Iterable
from functools import partial
from pathlib import PurePath
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from board import commands, settings
from board.art.cells import Pixels, StickerCells
from board.art.starter import step_badges
from board.errors import Refusal
from board.mastery.curriculum import Step
from board.screens.board import BoardScreen
from board.settings import Place
from board.sitting import Sitting
from board.store.class_book import ClassBook
from board.themes import THEMES


class BoardApp(App[None]):
    """The board of one class.

    Args:
        book: The open class.
        place: Where the board was left.
        theme: The look to start with; an unknown one means the first.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/board.tcss"]
    """The first screen's too: it is up before it could add its own."""

    TITLE = "Competency board"
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, book: ClassBook, place: Place, theme: str = "") -> None:
        super().__init__()
        self._book = book
        self._cells = StickerCells(settings.cache_folder() / "cells")
        self._board = BoardScreen(book, Sitting(book), place, self._sticker, self._keep_place)
        for name in list(self.available_themes):
            self.unregister_theme(name)
        for look in THEMES:
            self.register_theme(look)
        names = [look.name for look in THEMES]
        self.theme = theme if theme in names else names[0]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the board's own colours to any theme that lacks them."""
        return THEMES[0].variables

    def get_default_screen(self) -> BoardScreen:
        """Start on the board itself."""
        return self._board

    def on_ready(self) -> None:
        """Once the board is painted, do what could wait."""
        self.call_after_refresh(_look_for_garbage_from_now)
        self.run_worker(self._remember, thread=True, exit_on_error=False)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Fill the palette with the board's own commands, those of moving left out."""
        if screen is self._board:
            for command in (*commands.MARKING, *commands.LOOKING, *commands.BOARD):
                run = partial(screen.run_action, command.action)
                yield SystemCommand(f"{command.words}  ({commands.key_sign(command)})", command.help, run)

    def action_theme(self) -> None:
        """Go to the next look."""
        names = [look.name for look in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._remember(theme=self.theme)

    async def action_quit(self) -> None:
        """Close, remembering the place."""
        self._board.action_quit()

    def _keep_place(self, place: Place) -> None:
        self._remember(place=place)

    def _remember(self, place: Place | None = None, theme: str | None = None) -> None:
        try:
            settings.remember(self._book.folder, place, theme)
        except Refusal as refusal:
            self.log.warning(str(refusal))

    def _sticker(self, step: Step, size: int) -> Pixels | None:
        picture = step_badges().get(step.badge)
        return None if picture is None else self._cells.pixels(picture, size)


def _look_for_garbage_from_now() -> None:
    """Collect garbage from here on, and never go through what was loaded at the start: it stays for good."""
    gc.freeze()
    gc.enable()
