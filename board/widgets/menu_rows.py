"""Everything one can do, one row each, large enough for a finger: a tap on a row presses its key."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from board.widgets.box import Box
from board.widgets.command import Command, KeyGroup, sign_of
from board.widgets.tapping import Tap
from board.widgets.tiles import GAP, NARROWEST, PRESSED, REST, Tile, bottom, boxes, drawn

_SIDE = 1
"""Cells left and right of what is said."""

_LEAST_SAID = 2
"""Lines of words and sentence, so that a row with its edge is as high as a finger."""


class MenuRow(NamedTuple):
    """One row, or the title of a group.

    Attributes:
        key: The key a tap presses; empty in a title, and where each of several keys has a box of its own.
        box: Where it lies, in the cells of the widget.
        lines: What stands there.
        keys: Several keys of one sense, such as digits, each with its box.
    """

    key: str
    box: Box
    lines: tuple[Content, ...]
    keys: tuple[tuple[str, Box], ...] = ()


class MenuRows(Static):
    """Groups of commands as rows to tap.

    Args:
        groups: What one can do.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "MenuRows { height: auto; pointer: pointer; }"

    class Chosen(Message):
        """A row was tapped.

        Attributes:
            key: The key it stands for.
        """

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, groups: Sequence[KeyGroup]) -> None:
        super().__init__(markup=False)
        self._groups = groups
        self._rows: tuple[MenuRow, ...] = ()
        self._pressed: str | None = None
        self._tap = Tap()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual asks
        """Give the lines of all rows."""
        return _high(menu_rows(self._groups, width))

    def on_resize(self) -> None:
        """Break the sentences anew."""
        self._rows = menu_rows(self._groups, self.size.width)
        self._write()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins, and show it."""
        self._pressed = self.thing_at(event.x, event.y)
        self._tap.begin(self._pressed)
        self._write()

    def on_mouse_up(self) -> None:
        """Show that nothing is pressed any more."""
        self._let_go()

    def on_leave(self) -> None:
        """A finger that goes elsewhere presses nothing."""
        self._let_go()

    def on_click(self, event: events.Click) -> None:
        """Tell which row was tapped."""
        event.stop()
        key = self.thing_at(event.x, event.y)
        if key is not None and self._tap.ends_on(key):
            self.post_message(self.Chosen(key))

    def thing_at(self, x: int, y: int) -> str | None:
        """Give the key a tap on a cell means.

        Args:
            x: Cells from the left.
            y: Lines from the top.
        """
        for row in self._rows:
            if row.box.holds(x, y):
                return row.key or next((key for key, box in row.keys if box.holds(x, y)), None)
        return None

    def _let_go(self) -> None:
        if self._pressed is not None:
            self._pressed = None
            self._write()

    def _write(self) -> None:
        width = self.size.width
        lines = [line for row in self._rows for line in _drawn(row, width, self._pressed)]
        self.update(Content("\n").join(lines), layout=False)


def menu_rows(groups: Sequence[KeyGroup], width: int) -> tuple[MenuRow, ...]:
    """Lay out groups of commands in rows, one below the other.

    Args:
        groups: What one can do; neighbours of one sense, such as digits, share a row.
        width: Cells across.
    """
    rows: list[MenuRow] = []
    for group in (group for group in groups if group.commands):
        title = Content.styled(f"{' ' * _SIDE}{group.title}", "bold $accent")
        rows.append(MenuRow("", Box(0, _high(rows), width, 2), (Content(), title)))
        for (words, told), same in groupby(group.commands, lambda command: (command.words, command.help)):
            rows.append(_row(words, told, tuple(same), Box(0, _high(rows), width, 0)))
    return tuple(rows)


def _high(rows: Sequence[MenuRow]) -> int:
    return rows[-1].box.top + rows[-1].box.high if rows else 0


def _row(words: str, told: str, same: Sequence[Command], at: Box) -> MenuRow:
    room = max(1, at.wide - 2 * _SIDE)
    side = " " * _SIDE
    first = same[0].keys.split(",", maxsplit=1)[0].strip()
    sign = sign_of(first) if len(same) == 1 else ""
    gap = max(1, room - cell_len(words) - cell_len(sign))
    sentence = textwrap.wrap(told, room) or [""]
    lines = (
        Content.assemble(side, (words, "bold"), " " * gap, (sign, "$accent 80%")),
        *(Content.styled(f"{side}{line}", "$foreground 75%") for line in sentence),
    )
    if len(same) == 1:
        high = max(_LEAST_SAID, len(lines)) + 1
        return MenuRow(first, at._replace(high=high), lines)
    across = max(1, room // (NARROWEST + GAP))
    placed = boxes(len(same), across, room, top=at.top + len(lines), widest=NARROWEST)
    keys = tuple((command.keys.split(",", maxsplit=1)[0], box) for command, box in zip(same, placed, strict=True))
    return MenuRow("", at._replace(high=bottom(placed) + 1 - at.top), lines, keys)


def _drawn(row: MenuRow, width: int, pressed: str | None) -> Iterator[Content]:
    """Draw a row: what it says, and a thin line below."""
    if not row.key and not row.keys:
        yield from (line.pad_right(max(0, width - line.cell_length)) for line in row.lines)
        return
    is_pressed = bool(row.key) and row.key == pressed
    for y in range(row.box.high - 1 if not row.keys else len(row.lines)):
        line = row.lines[y] if y < len(row.lines) else Content()
        line = line.pad_right(max(0, width - line.cell_length))
        yield Content.styled(line.plain, PRESSED) if is_pressed else line
    if row.keys:
        yield drawn([_chip(key, box, row, pressed) for key, box in row.keys], width)
    yield Content.styled("─" * width, "$foreground 20%")


def _chip(key: str, box: Box, row: MenuRow, pressed: str | None) -> Tile:
    """Draw the box of one of several keys, counted from the first line of these."""
    there = box._replace(top=box.top - row.box.top - len(row.lines))
    return Tile(there, (Content(), Content.styled(sign_of(key), "bold")), PRESSED if key == pressed else REST)
