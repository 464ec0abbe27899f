"""What a terminal tells of itself: focus, size, where the cursor stands, and what it can do."""

import os
import re

from textual import constants
from textual.events import AppBlur, AppFocus, CursorPosition, Resize
from textual.message import Message
from textual.messages import InBandWindowResize, TerminalSupportsSynchronizedOutput

_SIZE = re.compile(r"\x1b\[48;(\d{1,5})(?::\d*)*;(\d{1,5})(?::\d*)*;(\d{1,6})(?::\d*)*;(\d{1,6})(?::\d*)*t")
_CURSOR = re.compile(r"\x1b\[(\d{1,5});(\d{1,5})R")
_MODE = re.compile(r"\x1b\[\?(\d{1,5});(\d)\$y")
_KITTY = re.compile(r"\x1b\[\?(\d{1,3})u")
_KNOWN_MODE = ("1", "2", "3")
"""Set, reset, set for good; 0 is a mode it does not know, 4 one it never sets."""

_ESCAPE_IS_TOLD = 1
_WIDEST, _HIGHEST = 1000, 500
"""A window beyond this, in cells, is no window: a wall of screens with the smallest letters has less."""

_KEYS_WITH_F3 = range(2, 17)
"""Column 2 to 16 of line 1 reads as F3 with modifiers; who asks for the place of the cursor asks on another line."""


class Reports:
    """Reads what a terminal tells of itself, and remembers how it tells the Escape key.

    Attributes:
        escape_is_told: Whether the Escape key comes as a sequence of its own, so that ESC alone is never the key.
    """

    def __init__(self) -> None:
        self.escape_is_told = False

    def read(self, text: str) -> Message | None:
        """Read a report.

        Args:
            text: One whole escape sequence.

        Returns:
            What it says, None where it is no report or says nothing we need.
        """
        if text in ("\x1b[I", "\x1b[O"):
            return AppFocus() if text.endswith("I") else AppBlur()
        if found := _SIZE.fullmatch(text):
            return _size(*(int(figure) for figure in found.groups()))
        if found := _CURSOR.fullmatch(text):
            line, column = int(found[1]), int(found[2])
            return None if line == 1 and column in _KEYS_WITH_F3 else CursorPosition(column - 1, line - 1)
        if found := _KITTY.fullmatch(text):
            self.escape_is_told = bool(int(found[1]) & _ESCAPE_IS_TOLD)
        elif found := _MODE.fullmatch(text):
            return _mode(found[1], found[2])
        return None


def _mode(mode: str, setting: str) -> Message | None:
    if mode == "2026" and setting in _KNOWN_MODE:
        return TerminalSupportsSynchronizedOutput()
    if mode == "2048" and constants.SMOOTH_SCROLL and not _is_iterm():
        return InBandWindowResize.from_setting_parameter(int(setting))
    return None


def _size(lines: int, columns: int, pixel_lines: int, pixel_columns: int) -> Resize | None:
    if not 0 < columns <= _WIDEST or not 0 < lines <= _HIGHEST:
        return None
    pixels = (pixel_columns, pixel_lines) if pixel_columns > 0 and pixel_lines > 0 else None
    return Resize.from_dimensions((columns, lines), pixels)


def _is_iterm() -> bool:
    """Tell whether this is iTerm, which has a faulty window report."""
    return os.environ.get("LC_TERMINAL") == "iTerm2" or os.environ.get("TERM_PROGRAM") == "iTerm.app"
