"""What a page and its server say to each other beside the bytes of the terminal; what is not understood is no message."""

from typing import Any

import msgspec
from msgspec import Struct

SMALLEST, LARGEST = (20, 8), (400, 200)
"""Columns and lines of a window that is drawn for; a page may say anything."""

FIELD, EYE, REPORT, COLOURS, UPLOAD, FILE, PAGE, GONE, PONG = (
    "field",
    "eye",
    "report",
    "colours",
    "upload",
    "file",
    "page",
    "gone",
    "pong",
)
"""What a server says, by kind."""


class Hello(Struct, frozen=True, tag_field="kind", tag="hello"):
    """The first message of a page.

    Attributes:
        columns: Width of its terminal in cells.
        lines: Height in cells.
        touch: Whether fingers touch it.
        dark: Whether its system wishes for dark looks.
        contrast: Whether its system wishes for more contrast.
        page: Id of the page that was open there before, empty for none.
    """

    columns: int
    lines: int
    touch: bool = False
    dark: bool = True
    contrast: bool = False
    page: str = ""


class Size(Struct, frozen=True, tag_field="kind", tag="size"):
    """The terminal has another size now, in cells."""

    columns: int
    lines: int


class Look(Struct, frozen=True, tag_field="kind", tag="look"):
    """The system wishes for other looks now."""

    dark: bool
    contrast: bool


class Typed(Struct, frozen=True, tag_field="kind", tag="typed"):
    """What stands in a field now, typed in the page's own sheet."""

    field: str
    text: str


class GivenUp(Struct, frozen=True, tag_field="kind", tag="given_up"):
    """The sheet of a field was closed, and nothing was typed."""

    field: str


class Sheet(Struct, frozen=True, tag_field="kind", tag="sheet"):
    """The sheet of a field is open."""

    field: str


class WantReport(Struct, frozen=True, tag_field="kind", tag="want_report"):
    """Somebody wants to read what the screen shows as text."""


class Bye(Struct, frozen=True, tag_field="kind", tag="bye"):
    """The page was closed for good."""


class Ping(Struct, frozen=True, tag_field="kind", tag="ping"):
    """The page asks whether anybody is still there: a browser is not told of a network that is gone without a word."""


Said = Hello | Size | Look | Typed | GivenUp | Sheet | WantReport | Bye | Ping

_DECODER = msgspec.json.Decoder(Said)


def said_in(text: str) -> Said | None:
    """Give what a page says.

    Args:
        text: One text frame.

    Returns:
        None where it says nothing that is known.
    """
    try:
        return _DECODER.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return None


def cells_in(columns: int, lines: int) -> tuple[int, int]:
    """Give the size of a window that is drawn for, whatever a page says.

    Args:
        columns: Its width in cells.
        lines: Its height in cells.
    """
    (least_wide, least_high), (most_wide, most_high) = SMALLEST, LARGEST
    return min(max(columns, least_wide), most_wide), min(max(lines, least_high), most_high)


def frame(kind: str, **fields: Any) -> str:
    """Write a text frame.

    Args:
        kind: One of the kinds above.
        fields: What it says.
    """
    return msgspec.json.encode({"kind": kind, **fields}).decode()
