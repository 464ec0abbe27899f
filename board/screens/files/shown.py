"""A file is shown to whoever asked for it: in the browser they sit at, or by a program of this computer."""

from enum import Enum, auto
from pathlib import Path
from typing import Any

from textual.app import App

from board.screens.files.viewer import opened_in_viewer
from board.widgets.browser import browser_of


class Shown(Enum):
    """Where a file came up."""

    IN_BROWSER = auto()
    """In the page of the browser; nothing came up on the computer that serves it."""
    HERE = auto()
    """In another window of this computer."""
    NOWHERE = auto()
    """Nothing came up."""


def shown(app: App[Any], file: Path, name: str) -> Shown:
    """Show a file where whoever asked for it can see it; called in a thread, for a viewer takes its time.

    A program is never begun on a computer because somebody at another one asked for it.

    Args:
        app: Where it was asked for.
        file: The file, which stays where it is.
        name: What it is called in a browser; made of ids, never of names.

    Returns:
        Where it came up.
    """
    browser = browser_of(app)
    if browser is None:
        return Shown.HERE if opened_in_viewer(file) else Shown.NOWHERE
    try:
        app.call_from_thread(browser.show_file, file, name)
    except RuntimeError:  # the page was closed meanwhile
        return Shown.NOWHERE
    return Shown.IN_BROWSER
