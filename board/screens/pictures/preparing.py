"""Cutting stickers from children's pictures while the board goes on."""

from functools import partial
from typing import Any

from textual import work
from textual.screen import Screen

from board.art.shelf import StickerShelf
from board.widgets.seen_rows import ShowsPictures
from board.widgets.slowly import slowly

_GROUP = "stickers"

_AT_ONCE = 8
"""Stickers cut before those that are ready are shown, and before closing the board need not wait any longer."""


def keep_prepared(screen: Screen[Any], shelf: StickerShelf) -> None:
    """Have stickers cut from now on as soon as one is wanted that is not ready; nobody needs to ask now and then.

    Args:
        screen: A screen that stays.
        shelf: The stickers.
    """
    shelf.when_waiting = lambda: screen.call_later(prepare_pictures, screen, shelf)
    prepare_pictures(screen, shelf)


def prepare_pictures(screen: Screen[Any], shelf: StickerShelf) -> None:
    """Have those stickers cut that were asked for and are not ready, and show them wherever they stand.

    Args:
        screen: A screen that stays.
        shelf: The stickers.
    """
    if shelf.is_waiting and not any(worker.group == _GROUP and not worker.is_finished for worker in screen.workers):
        _prepare(screen, shelf)


@work(group=_GROUP, exit_on_error=False)
async def _prepare(screen: Screen[Any], shelf: StickerShelf) -> None:
    while shelf.is_waiting:
        await slowly(screen.app, partial(shelf.prepare, _AT_ONCE))
        for shown in screen.app.screen_stack:
            for widget in shown.query("*"):
                if isinstance(widget, ShowsPictures):
                    widget.pictures_came()
