"""What a finger can hit on a screen, measured from the screen as it stands."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple

from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widget import Widget
from textual.widgets import Button, Checkbox, DirectoryTree, Input, OptionList, TextArea
from textual.widgets._option_list import Option

from board.widgets.class_grid import ClassGrid
from board.widgets.covering import Covering
from board.widgets.crop_frame import CropFrame
from board.widgets.fold_cross import FoldCross
from board.widgets.keypad import Keypad
from board.widgets.list_columns import ListColumns
from board.widgets.path_road import PathRoad
from board.widgets.path_tiles import BigTiles
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.sign_board import SignBoard
from board.widgets.sticker_grid import StickerGrid
from board.widgets.student_path import StudentPath

FINGER = (6, 3)
"""Columns and lines of 44 px on a phone whose screen is 390 px wide."""

Thing = Callable[[Any, int, int], Hashable]


class Target(NamedTuple):
    """Something that can be tapped.

    Attributes:
        what: Of which widget, and which of its things.
        box: The smallest rectangle around it, in the cells of its widget as large as it is when all of it is in sight.
        seen: The part of it that is on the screen now, in its cells.
    """

    what: str
    box: Region
    seen: Region


def _event(x: int, y: int) -> Any:
    """What a widget looks at when it is tapped on a cell."""
    return SimpleNamespace(x=x, y=y, get_content_offset=lambda _: Offset(x, y), style=SimpleNamespace(meta={}))


def _grid_thing(grid: StickerGrid, x: int, y: int) -> Hashable:
    hit = grid._hit(Offset(x, y))
    if hit is None or (hit.row is None and hit.column is None):
        return None
    if hit.row is None and y >= grid._plan.header_height:
        return None
    if hit.column is None and x >= grid._plan.names_width:
        return None
    return (hit.row, hit.column)


_THINGS: dict[type[Widget], Thing] = {
    StickerGrid: _grid_thing,
    ClassGrid: _grid_thing,
    StudentPath: lambda path, x, y: path._plan.hit(x, y + round(path.scroll_y)),
    ListColumns: lambda columns, x, y: columns._column_at(_event(x, y)),
    BigTiles: lambda tiles, x, y: tiles._tile_at(_event(x, y)),
    Covering: lambda tiles, x, y: tiles._tile_at(_event(x, y)),
    SignBoard: lambda board, x, y: board._under(_event(x, y)),
    PathRoad: lambda road, x, y: road._thing_at(_event(x, y)) or None,
    Keypad: lambda pad, x, y: pad._key_at(_event(x, y)),
}
"""What a tap on a cell of a widget means, where the widget calls it by a name of its own."""

_ONE_THING = (Button, Input, TextArea, Checkbox, FoldCross, PixelCanvas, CropFrame)
"""Widgets that are one target, however large."""

_BY_THEMSELVES = (OptionList, ScrollBar, DirectoryTree)


def thing_at(widget: Widget) -> Thing | None:
    """Give how a widget says what a tap on one of its cells means, None where a tap means nothing there."""
    for kind in type(widget).__mro__:
        if kind in _THINGS:
            return _THINGS[kind]
    if callable(getattr(widget, "thing_at", None)):
        return lambda one, x, y: one.thing_at(x, y)
    if callable(getattr(widget, "_thing_at", None)):
        return lambda one, x, y: one._thing_at(_event(x, y))
    return None


def is_tapped(widget: Widget) -> bool:
    """Tell whether a widget of the house does something when it is tapped."""
    hears = ("on_click", "on_mouse_down", "_on_click", "_on_mouse_down")
    return any(
        name in vars(kind) for kind in type(widget).__mro__ if kind.__module__.startswith("board.") for name in hears
    )


def targets(screen: Screen[Any]) -> Iterator[Target]:
    """Give everything on a screen that can be tapped now."""
    for widget in screen.walk_children(Widget):
        if not widget.is_attached or not all(part.display for part in widget.ancestors_with_self):
            continue
        if isinstance(widget, OptionList):
            yield from _rows(widget)
        elif isinstance(widget, _ONE_THING):
            yield Target(_name(widget), Region(0, 0, *widget.outer_size), _seen(screen, widget))
        elif (thing := thing_at(widget)) is not None:
            yield from _things(screen, widget, thing)
        elif is_tapped(widget) and not isinstance(widget, Screen):
            raise AssertionError(f"{type(widget).__name__} is tapped, and does not say what a tap on a cell means")


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__}{'#' + widget.id if widget.id else ''}"


def _seen(screen: Screen[Any], widget: Widget) -> Region:
    """Give the part of a widget that is on the screen."""
    region = widget.region
    for part in widget.ancestors_with_self:
        if isinstance(part, Widget) and part.visible:
            region = region.intersection(part.region)
            if part.styles.overlay == "screen":
                break
    return region.intersection(screen.region)


def _rows(listed: OptionList) -> Iterator[Target]:
    for at, option in enumerate(listed.options):
        if not _is_heading(option):
            line, high = listed._index_to_line.get(at, 0), listed._heights.get(at, 0)
            box = Region(0, line, listed.scrollable_content_region.width, high)
            there = box.translate(listed.content_region.offset - listed.scroll_offset)
            yield Target(f"{_name(listed)} row {at}", box, there.intersection(_seen(listed.screen, listed)))


def _is_heading(option: Option) -> bool:
    return bool(option.disabled)


def _things(screen: Screen[Any], widget: Widget, thing: Thing) -> Iterator[Target]:
    cells: dict[Hashable, list[Offset]] = defaultdict(list)
    width, height = widget.size
    for y in range(height):
        for x in range(width):
            meant = thing(widget, x, y)
            if meant is not None:
                cells[meant].append(Offset(x, y))
    whole = _seen(screen, widget)
    for meant, spots in cells.items():
        left, top = min(one.x for one in spots), min(one.y for one in spots)
        right, bottom = max(one.x for one in spots) + 1, max(one.y for one in spots) + 1
        box = Region.from_corners(left, top, right, bottom)
        if len(spots) < box.area:  # no rectangle: what counts is how much of it there is
            box = Region(left, top, box.width, len(spots) // box.width)
        if _is_scrolled_off(widget, box):
            continue
        there = box.translate(widget.content_region.offset)
        yield Target(f"{_name(widget)} {meant!r:.60}", box, there.intersection(whole))


def _is_scrolled_off(widget: Widget, box: Region) -> bool:
    """Tell whether something ends where its widget does, which scrolls: it may be larger than what is in sight of it."""
    across = widget.max_scroll_x > 0 and (box.x == 0 or box.right >= widget.scrollable_content_region.width)
    down = widget.max_scroll_y > 0 and (box.y == 0 or box.bottom >= widget.scrollable_content_region.height)
    return across or down


def too_small(screen: Screen[Any]) -> list[str]:
    """Name whatever can be tapped and is smaller than a finger."""
    return [
        f"{one.what}: {one.box.width}x{one.box.height}"
        for one in targets(screen)
        if one.box.width < FINGER[0] or one.box.height < FINGER[1]
    ]


def over_each_other(screen: Screen[Any]) -> list[str]:
    """Name whatever lies over something else that can be tapped."""
    every = [one for one in targets(screen) if one.seen]
    return [
        f"{one.what} over {other.what}"
        for at, one in enumerate(every)
        for other in every[:at]
        if one.seen.overlaps(other.seen)
    ]


def cut_off(screen: Screen[Any]) -> list[str]:
    """Name whatever can be tapped, is not all in sight, and lies in nothing that scrolls."""
    found = []
    for widget in screen.walk_children(Widget):
        if not all(part.display for part in widget.ancestors_with_self) or not widget.outer_size:
            continue
        if not (isinstance(widget, (*_ONE_THING, OptionList)) or thing_at(widget) is not None):
            continue
        scrolls = any(
            isinstance(part, Widget) and not isinstance(part, Screen) and part.max_scroll_y > 0
            for part in widget.ancestors
        )
        if not scrolls and _seen(screen, widget).size != widget.region.size:
            found.append(f"{_name(widget)}: {widget.region} is seen as {_seen(screen, widget)}")
    return found
