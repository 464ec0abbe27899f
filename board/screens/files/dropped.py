"""A file that is dropped on a screen, or whose place is pasted there."""

from pathlib import Path
from typing import Any

from textual.app import App

from board.exchange.places import dropped_place
from board.widgets.browser import browser_of


def dropped_here(app: App[Any], text: str) -> Path | None:
    """Give the first place in a pasted text where something is, None where there is none.

    What is pasted into a page of a browser names no file of the computer that serves it: whoever sits there sits elsewhere.

    Args:
        app: The app it was pasted into.
        text: What was pasted.
    """
    return dropped_place(text) if browser_of(app) is None else None
