"""What a finger can press on a screen of children, how large each of it is, and what of the screen is cut off."""

from collections.abc import Callable, Iterator
from typing import Any

from textual.app import App
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from board.art.pixels import PALETTE
from board.widgets.box import Box
from board.widgets.colour_chips import ColourChips
from board.widgets.covering import Covering
from board.widgets.key_bar import KeyBar
from board.widgets.keypad import Keypad
from board.widgets.path_road import PathRoad
from board.widgets.path_tiles import BigTiles
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.sign_board import SignBoard
from board.widgets.studio_tiles import Tiles
from board.widgets.touch_bar import TouchBar
from board.widgets.word_slots import WordSlots
from screen_driver import seen

LEAST_WIDE, LEAST_HIGH = 6, 3
"""Cells and lines of what a finger presses: 44 px, where a cell has 7.5 x 16.2."""

Target = tuple[str, Box]
"""What it is, and where it lies on the screen."""


def _all_of_it(widget: Widget) -> Iterator[Box]:
    yield Box(0, 0, *widget.size)


def _signs(board: SignBoard) -> Iterator[Box]:
    plan = board.plan
    assert plan is not None
    yield from (plan.box_of(place) for place in plan.places(board.page))


def _chips(chips: ColourChips) -> Iterator[Box]:
    for number in range(1, len(PALETTE) + 1):
        cells = [
            (x, y) for y in range(chips.size.height) for x in range(chips.size.width) if chips.number_at(x, y) == number
        ]
        xs, ys = zip(*cells, strict=True)
        yield Box(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def _keys(pad: Keypad) -> Iterator[Box]:
    yield from (pad._place(row, column) for row in range(4) for column in range(3))


def _corner(bar: TouchBar) -> Iterator[Box]:
    yield from (bar.key_box, Box(0, 0, *bar.size))


PRESSED: dict[type[Widget], Callable[[Any], Iterator[Box]]] = {
    BigTiles: lambda tiles: (tiles._place(at) for at in range(len(tiles.tiles))),
    SignBoard: _signs,
    Covering: lambda covering: iter(covering._places),
    Tiles: lambda tiles: (tiles.place(at) for at in range(len(tiles.tiles))),
    ColourChips: _chips,
    Button: _all_of_it,
    Input: _all_of_it,
    Keypad: _keys,
    TouchBar: _corner,
    WordSlots: _all_of_it,
    PixelCanvas: _all_of_it,
    PathRoad: lambda road: (arrow.box for arrow in road.arrows),
    KeyBar: lambda bar: (button.box for button in bar._buttons),
}
"""What there is to press on each kind of widget, in cells of the widget."""


def in_sight(app: App[Any]) -> list[Widget]:
    """Give the widgets of the screen that have room."""
    every = app.screen.walk_children(Widget)
    return [one for one in every if one.size.area and all(part.display for part in one.ancestors_with_self)]


def targets(app: App[Any]) -> list[Target]:
    """Give everything that can be pressed on the screen that is up."""
    found: list[Target] = []
    for widget in in_sight(app):
        kind = next((kind for kind in PRESSED if isinstance(widget, kind)), None)
        if kind is not None:
            corner = widget.region.offset if kind in (Button, Input) else widget.content_region.offset
            boxes = [Box(0, 0, *widget.region.size)] if kind in (Button, Input) else PRESSED[kind](widget)
            found += [
                (type(widget).__name__, box._replace(left=box.left + corner.x, top=box.top + corner.y)) for box in boxes
            ]
    return found


def unknown(app: App[Any]) -> list[str]:
    """Give the widgets that take taps in a way nobody here has told of."""
    return [
        type(widget).__name__
        for widget in in_sight(app)
        if any("on_click" in vars(kind) for kind in type(widget).__mro__ if kind.__module__.startswith("board."))
        and not isinstance(widget, tuple(PRESSED))
    ]


def too_small(app: App[Any]) -> list[Target]:
    """Give what is too small for a finger, or reaches over the edge of the screen."""
    width, height = app.size
    return [
        (name, box)
        for name, box in targets(app)
        if box.wide < LEAST_WIDE
        or box.high < LEAST_HIGH
        or box.left < 0
        or box.top < 0
        or box.left + box.wide > width
        or box.top + box.high > height
    ]


def cut_off(app: App[Any]) -> list[str]:
    """Give what is not whole on the screen: widgets, texts longer than their room, words that end in the middle."""
    found = [
        f"{widget!r} reaches over its room"
        for widget in in_sight(app)
        if not widget.container_viewport.contains_region(widget.region)
        or not app.screen.region.contains_region(widget.region)
    ]
    for text in app.screen.query(Static):
        if text in in_sight(app) and not isinstance(text, KeyBar) and text.id != "title":
            content = text.visual
            lines = content.get_height({}, text.content_size.width)
            if lines > text.content_size.height:
                found.append(f"{text!r} has no room for its {lines} lines")
    rows = seen(app).splitlines()
    return found + [f"a word is cut: {row.strip()}" for row in rows[1:] if "…" in row]
