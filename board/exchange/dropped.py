"""The file that was meant when its place was typed, pasted, or dropped on the terminal."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from board.exchange.pasted_names import address_place, file_place


def dropped_place(text: str) -> Path | None:
    """Give the first place in a text where something is.

    Terminals write a dropped file in many ways: in quotation marks, with a backslash before each odd sign, as a web address, with
    others behind it. Each way of reading is tried, the plainest first.

    Args:
        text: What was typed or dropped; a place without its beginning is meant in the user's own folder.
    """
    home = Path.home()
    read = (reading for line in text.splitlines() for reading in _readings(line.strip()))
    return next((place for place in (home / reading for reading in read) if _is_there(place)), None)


def _readings(line: str) -> Iterator[Path]:
    if not line:
        return
    if line.lower().startswith("file://"):
        as_written = unquote(line.partition("://")[2])  # an address in which # and ? stand for themselves
        yield from (Path(place) for place in (address_place(line), as_written) if place)
        return
    yield Path(line)
    yield file_place(line)
    yield file_place(re.sub(r"\\(.)", r"\1", line))
    try:
        parts = shlex.split(line)
    except ValueError:  # a quotation mark too many
        return
    for part in parts[:1]:
        yield from _readings(part) if part != line else ()


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):
        return False
