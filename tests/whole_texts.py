"""Texts on a screen that are not whole: longer than their room, or cut in the middle of a word."""

from typing import Any

from textual.app import App
from textual.widget import Widget
from textual.widgets import Static

from board.widgets.key_bar import KeyBar
from screen_driver import seen


def in_sight(app: App[Any]) -> list[Widget]:
    """Give the widgets of the screen that have room."""
    every = app.screen.walk_children(Widget)
    return [one for one in every if one.size.area and all(part.display for part in one.ancestors_with_self)]


def texts_cut(app: App[Any]) -> list[str]:
    """Give what is not whole on the screen: widgets, texts longer than their room, words that end in the middle."""
    found = [
        f"{widget!r} reaches over its room"
        for widget in in_sight(app)
        if not widget.container_viewport.contains_region(widget.region)
        or not app.screen.region.contains_region(widget.region)
    ]
    for text in app.screen.query(Static):
        if text in in_sight(app) and not isinstance(text, KeyBar) and text.id != "title":
            lines = text.visual.get_height({}, text.content_size.width)
            if lines > text.content_size.height:
                found.append(f"{text!r} has no room for its {lines} lines")
    rows = seen(app).splitlines()
    return found + [f"a word is cut: {row.strip()}" for row in rows[1:] if "…" in row]
