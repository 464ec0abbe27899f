"""The place of a file as it is typed, pasted, or written by a terminal on which the file was dropped."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from urllib.request import url2pathname

_PLACE = re.compile(r"~?/|~\\|[A-Za-z]:[\\/]|\\\\|file://", re.IGNORECASE)
"""How the place of a file begins, as a terminal writes it when a file is dropped on it."""

_ADDRESS = re.compile(r"file://[^/?#]*([^?#]*)", re.IGNORECASE)
"""A web address of a file: whose computer, its place there, and more behind it. Libraries that read addresses refuse some."""

LISTS = (".csv", ".tsv", ".tab", ".txt", ".zip")
"""Ends of the names of files that hold lists."""

DOCUMENTS = (".xlsx", ".xls", ".ods", ".numbers", ".docx", ".doc", ".odt", ".pages", ".pdf")
"""Ends of the names of files that hold lists only their own program can read."""


def file_place(text: str) -> Path:
    """Give the place that was typed or dropped: without quotation marks, as a web address, or with a ~ for home."""
    place = text.strip()
    if len(place) > 1 and place[0] == place[-1] and place[0] in "'\"":
        place = place[1:-1]
    elif "\\ " in place or "\\(" in place:
        place = re.sub(r"\\(.)", r"\1", place)
    place = address_place(place) or place
    try:
        return Path(place.replace("\0", "")).expanduser()
    except RuntimeError:  # nobody's home is known
        return Path(place)


def address_place(text: str) -> str:
    """Give the place a web address of a file names, empty where a text is none or names none.

    Args:
        text: What was dropped; a file manager writes it so, and anybody may write anything.
    """
    address = _ADDRESS.match(text)
    try:
        return url2pathname(address[1]) if address else ""
    except OSError:  # Windows knows addresses that are no place
        return ""


def is_place(line: str) -> bool:
    """Tell whether a line is the place of a file rather than a name."""
    bare = line.strip("'\"")
    return bool(_PLACE.match(bare)) or bare.lower().endswith((*LISTS, *DOCUMENTS))


def first_place(text: str) -> str:
    """Give the first line of a text that is written as the place of a file, whether or not one is there; empty for none."""
    return next((line.strip() for line in text.splitlines() if is_place(line.strip())), "")


def is_dropped(line: str) -> bool:
    """Tell whether a line among others is the place of a file: one that is there, or that is written as terminals write them.

    Args:
        line: A line; a title or a footer that ends as the name of a list is none.
    """
    if not is_place(line):
        return False
    bare = line.strip("'\"")
    return dropped_place(line) is not None or (bool(_PLACE.match(bare)) and bare.lower().endswith((*LISTS, *DOCUMENTS)))


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
