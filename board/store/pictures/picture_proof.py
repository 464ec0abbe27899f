"""Proves that a file holds the picture its name says; whatever lies there, looking at it costs little."""

import io
import os
from collections.abc import Callable, Collection, Iterator
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from board.disk import NotPlain, TooLong, open_plain, read_plain
from board.mastery.content_id import LONG_SIDE, content_id, is_content_id
from board.store.layout import ART, EVIDENCE, Holding

START = b"\x89PNG\r\n\x1a\n"
END = b"\0\0\0\0IEND\xaeB`\x82"

MOST = 8 << 20
"""Bytes of a file: the largest picture has 4 MiB of pixels, and none grows to the double by being packed."""

_PIXELS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
"""What makes pixels; nothing else in a file is even handed to the decoder."""

PLACES = (ART, EVIDENCE)
"""Where pictures lie: those the children made, and photos of their work."""

_MOST_CHUNKS = 10_000
"""Pieces of a file: programs that write small ones make a thousand of the largest picture."""

_HEAD = slice(16, 24)
"""Where width and height stand."""


class Wrong(Enum):
    """What is wrong with a picture's file, as a sentence about it."""

    EMPTY = "{name} is empty."
    NO_PICTURE = "{name} holds something else than a picture."
    CUT_OFF = "{name} is cut off, so a part of the picture is missing."
    DAMAGED = "{name} is damaged, so the picture in it can't be seen."
    TOO_LARGE = "{name} is larger than any picture the board keeps, so it is not opened."
    ANOTHER = "{name} shows another picture than its name says."
    NO_FILE = "{name} is a link or a folder where a picture should be, and is not followed."
    NOT_READ = "{name} can't be read on this computer."

    def told(self, name: str) -> str:
        """Give the sentence.

        Args:
            name: The file, as seen from the class folder.
        """
        return self.value.format(name=name)


class WrongPicture(OSError):
    """There is a file, but not with the picture it should hold.

    Args:
        wrong: What is wrong with it.
        name: The file, as seen from the class folder.

    Attributes:
        wrong: What is wrong with it.
    """

    def __init__(self, wrong: Wrong, name: str) -> None:
        super().__init__(wrong.told(name))
        self.wrong = wrong


class Seen(NamedTuple):
    """What is in a picture's file.

    Attributes:
        content: Content id of its pixels.
        png: A PNG of these pixels, and of nothing else.
    """

    content: str
    png: bytes


class Stamp(NamedTuple):
    """What changes when a file does: its number on the disk, its size in bytes, and when it was written last in ns."""

    number: int
    size: int
    changed: int


def proved(path: Path, content: str) -> bytes:
    """Give a picture as a PNG that holds its pixels and nothing else.

    Args:
        path: Where it lies.
        content: The id its pixels must have.

    Raises:
        WrongPicture: Something else lies there.
        FileNotFoundError: Nothing lies there.
    """
    found = look_at(path)
    if isinstance(found, Seen) and found.content == content:
        return found.png
    raise WrongPicture(Wrong.ANOTHER if isinstance(found, Seen) else found, f"{path.parent.name}/{path.name}")


def look_at(path: Path) -> Seen | Wrong:
    """Give the picture in a file, or what is wrong with it.

    Args:
        path: The file.

    Raises:
        FileNotFoundError: Nothing lies there.
    """
    try:
        return seen_in(read_plain(path, MOST))
    except NotPlain:
        return Wrong.NO_FILE
    except TooLong:
        return Wrong.TOO_LARGE
    except FileNotFoundError:
        raise
    except OSError:
        return Wrong.NOT_READ


def seen_in(data: bytes) -> Seen | Wrong:
    """Give the picture that bytes hold, or what is wrong with them; neither takes more than a few megabytes.

    Args:
        data: All of a file, at most `MOST` bytes.
    """
    if not data:
        return Wrong.EMPTY
    if not data.startswith(START[: len(data)]):
        return Wrong.NO_PICTURE
    return _in_png(data)


def glance_at(path: Path) -> Stamp | None:
    """Tell from both ends of a file whether a whole picture may be in it.

    Args:
        path: The file.

    Returns:
        What changes when the file does; None when there is no file, or one without the ends of a PNG.
    """
    try:
        with os.fdopen(open_plain(path), "rb") as file:
            about = os.fstat(file.fileno())
            starts = file.read(len(START)) == START
            file.seek(max(0, about.st_size - len(END)))
            is_whole = starts and file.read(len(END)) == END
    except OSError:
        return None
    return Stamp(about.st_ino, about.st_size, about.st_mtime_ns) if is_whole else None


def size_at(path: Path) -> tuple[int, int]:
    """Give width and height of a picture in px from the start of its file; nothing by nothing where there is none."""
    try:
        with os.fdopen(open_plain(path), "rb") as file:
            return _size_in(file.read(_HEAD.stop))
    except OSError:
        return 0, 0


def wrong_pictures(
    folder: Path, wanted: Collection[str], tell: Callable[[float], None] = lambda _: None
) -> Iterator[tuple[str, Wrong]]:
    """Read every picture of a class and give those whose file holds something else; what is not there is passed over.

    Args:
        folder: The class folder.
        wanted: Content ids of the pictures.
        tell: Hears how far it is.

    Yields:
        The file as seen from the class folder, and what is wrong with it.
    """
    for number, content in enumerate(sorted(wanted), 1):
        for row in PLACES:
            path = place_of(folder, content, row)
            try:
                proved(path, content)
            except WrongPicture as error:
                yield row.name_of(path.name), error.wrong
            except FileNotFoundError:
                pass  # it lies in the other place, or has not come from another computer yet
        tell(number / len(wanted))


def place_of(folder: Path, content: str, row: Holding = ART) -> Path:
    """Give where a picture of a class lies, there or not; an id that is none gives a place where nothing lies.

    Args:
        folder: The class folder.
        content: Its content id.
        row: Where in the class folder it lies.
    """
    return row.within(folder) / f"{content if is_content_id(content) else 'none'}.png"


def _in_png(data: bytes) -> Seen | Wrong:
    places = list(islice(_chunks(data), _MOST_CHUNKS + 1))
    if len(places) > _MOST_CHUNKS:
        return Wrong.DAMAGED
    chunks = [data[start:end] for start, end in places if data[start + 4 : start + 8] in _PIXELS]
    if chunks[-1:] != [END]:
        return Wrong.CUT_OFF
    png = b"".join((START, *chunks))
    heads = [chunk[4:8] == b"IHDR" for chunk in chunks]
    if not heads[0] or any(heads[1:]):
        return Wrong.DAMAGED
    return _decoded(png) if _size_in(png) != (0, 0) else Wrong.TOO_LARGE


def _chunks(data: bytes) -> Iterator[tuple[int, int]]:
    """Give where each chunk starts and ends, up to the one that says it is the last."""
    at, is_last = len(START), False
    while at + 8 <= len(data) and not is_last:
        end = at + 12 + int.from_bytes(data[at : at + 4])
        is_last = data[at + 4 : at + 8] == b"IEND"
        yield at, end
        at = end


def _size_in(head: bytes) -> tuple[int, int]:
    """Give width and height in px from the first bytes of a file; nothing by nothing where no kept picture begins so."""
    sides = head[_HEAD]
    if not head.startswith(START) or len(sides) < _HEAD.stop - _HEAD.start:
        return 0, 0
    width, height = int.from_bytes(sides[:4]), int.from_bytes(sides[4:])
    return (width, height) if min(width, height) > 0 and max(width, height) <= LONG_SIDE else (0, 0)


def _decoded(png: bytes) -> Seen | Wrong:
    from PIL import Image  # noqa: PLC0415 - Pillow is loaded only when a picture is read

    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
            rgba = picture.convert("RGBA")
    except Exception:  # noqa: BLE001 - a decoder may stumble over broken bytes in any way
        return Wrong.DAMAGED
    return Seen(content_id(*rgba.size, rgba.tobytes()), png)
