"""Where pasted text goes that a screen itself has no use for."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.screen import Screen
from textual.widgets import TextArea

from board.widgets.one_line import OneLine

_SECONDS = 10
"""How long what had no room stays to be read."""


def put(screen: Screen[Any], event: events.Paste, take: Callable[[str], bool], no_place: str) -> None:
    """Put pasted text where it belongs: among the lines that are written, where the screen says, or on the only line there is.

    Args:
        screen: Where it was pasted.
        event: The text.
        take: Takes it where it belongs on that screen; False where it belongs on a line, or nowhere.
        no_place: Said where it has no place; nothing of it is dropped without a word.
    """
    event.stop()
    if isinstance(screen.focused, TextArea) or take(event.text):
        return
    lines = [screen.focused] if isinstance(screen.focused, OneLine) else list(screen.query(OneLine))
    if len(lines) != 1 or not isinstance(lines[0], OneLine):
        screen.notify(no_place, severity="warning", markup=False)
        return
    left_out = lines[0].take(event.text)
    if left_out:
        told = f"There was no room for the end: {left_out}"
        screen.notify(told, severity="warning", markup=False, timeout=_SECONDS)
