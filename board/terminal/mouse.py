"""What a mouse report means; one that can't be so means nothing."""

import re
from typing import NamedTuple

from textual.events import (
    MouseDown,
    MouseEvent,
    MouseMove,
    MouseScrollDown,
    MouseScrollLeft,
    MouseScrollRight,
    MouseScrollUp,
    MouseUp,
)

_SGR = re.compile(r"\x1b\[<(\d{1,5});(\d{1,5});(\d{1,5})([Mm])")
_URXVT = re.compile(r"\x1b\[(\d{1,5});(\d{1,5});(\d{1,5})M")
_SHIFT, _META, _CTRL, _MOVED, _WHEEL = 4, 8, 16, 32, 64
_BUTTON, _NONE = 3, 3
_MOST = 127
"""The highest code of a button we know; side buttons are higher, and no left button."""

_TOO_HIGH = 32
_WHEELS = (MouseScrollUp, MouseScrollDown, MouseScrollLeft, MouseScrollRight)
_FARTHEST = 4096


class _Report(NamedTuple):
    code: int
    x: int
    y: int
    released: bool


class Mouse:
    """Reads mouse reports of all kinds: SGR, urxvt, X10.

    Attributes:
        window: Columns and lines of the window; what lies outside is no place. None where it is not known.
    """

    def __init__(self) -> None:
        self.window: tuple[int, int] | None = None
        self._at = (0, 0)
        self._down = 0

    def sequence(self, text: str) -> MouseEvent | None:
        """Read a report that is an escape sequence.

        Args:
            text: The whole sequence.

        Returns:
            What the mouse did, None where it is no report or an impossible one.
        """
        if found := _SGR.fullmatch(text):
            code, column, line = (int(figure) for figure in found.groups()[:3])
            return self._event(_Report(code, column - 1, line - 1, found[4] == "m"))
        if found := _URXVT.fullmatch(text):
            code, column, line = (int(figure) for figure in found.groups())
            return self._event(_old(code - _TOO_HIGH, column, line))
        return None

    def press(self, codes: bytes) -> MouseEvent | None:
        """Read a report of the oldest kind.

        Args:
            codes: Its three bytes; columns beyond 223 can't be said in one, and come as 0 or below 33.

        Returns:
            What the mouse did, None where it is impossible.
        """
        code, column, line = (number - _TOO_HIGH for number in codes)
        return self._event(_old(code, column, line))

    def _event(self, report: _Report) -> MouseEvent | None:
        if not 0 <= report.code <= _MOST or not self._inside(report):
            return None
        kind = self._kind(report)
        if kind is None:
            return None
        button = self._button(kind, report)
        moved = (report.x - self._at[0], report.y - self._at[1])
        self._at = (report.x, report.y)
        shift, meta, ctrl = (bool(report.code & bit) for bit in (_SHIFT, _META, _CTRL))
        return kind(None, float(report.x), float(report.y), *moved, button, shift, meta, ctrl)

    def _kind(self, report: _Report) -> type[MouseEvent] | None:
        if report.code & _WHEEL:
            wheeled = not report.released and not report.code & _MOVED
            return _WHEELS[report.code & _BUTTON] if wheeled else None
        if report.code & _MOVED or (report.code & _BUTTON == _NONE and not report.released):
            return MouseMove
        return MouseUp if report.released else MouseDown

    def _button(self, kind: type[MouseEvent], report: _Report) -> int:
        """Give the button, 0 for none; old reports don't say which one is let go: it is the one that was pressed."""
        if report.code & _WHEEL:
            return 0
        button = (report.code + 1) & _BUTTON
        if kind is MouseUp:
            button, self._down = button or self._down, 0
        elif kind is MouseDown:
            self._down = button
        return button

    def _inside(self, report: _Report) -> bool:
        columns, lines = self.window or (_FARTHEST, _FARTHEST)
        return 0 <= report.x < columns and 0 <= report.y < lines


def _old(code: int, column: int, line: int) -> _Report:
    released = code & _BUTTON == _NONE and not code & (_MOVED | _WHEEL)
    return _Report(code, column - 1, line - 1, released)
