"""An opened picture file: its size is known, and its pixels come a few rows at a time."""

import io
import time
from collections.abc import Callable
from struct import unpack_from
from typing import BinaryIO, NamedTuple

from PIL import Image

from board.art.formats.limits import SECONDS, TooLong, check_pieces


class Source(NamedTuple):
    """A file to take a picture from.

    Attributes:
        file: Open to read.
        weight: Its length in bytes.
        held: How many bytes of it are in memory all along.
    """

    file: BinaryIO
    weight: int
    held: int = 0


class Hurried(io.BufferedReader):
    """A file that gives nothing more once reading and decoding it have taken too long.

    Args:
        raw: The file itself.
    """

    def __init__(self, raw: io.FileIO | io.BytesIO) -> None:
        super().__init__(raw)
        self._until = time.thread_time() + SECONDS

    def read(self, size: int | None = -1) -> bytes:
        """Read on.

        Raises:
            TooLong: The time is up.
        """
        if time.thread_time() > self._until:
            raise TooLong
        return super().read(size)


class Opened(NamedTuple):
    """A picture whose rows can be asked for.

    Attributes:
        width: In px.
        height: In px.
        rows: Gives the picture between two heights, in px from the top.
        turn: EXIF orientation that is still to be followed, 1 to 8.
        profile: Colour profile (ICC), if any.
        black: Number that stands for black, in pictures finer than 8 bits.
        white: Number that stands for white in them.
    """

    width: int
    height: int
    rows: Callable[[int, int], Image.Image]
    turn: int = 1
    profile: bytes | None = None
    black: float = 0
    white: float = 65535


def opened(image: Image.Image, turn: int = 1, profile: bytes | None = None) -> Opened:
    """Give an image of Pillow's as an opened picture; it may be one that is still to be decoded."""
    width, height = image.size
    return Opened(width, height, lambda top, bottom: image.crop((0, top, width, bottom)), turn, profile)


_ORIENTATION = 274
"""Number of the tag of TIFF and EXIF."""


def turn_in(exif: bytes) -> int:
    """Find the orientation in EXIF, 1 to 8.

    Pillow would read every other tag with it, however long each claims to be.
    """
    exif = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None or len(exif) < 10:  # noqa: PLR2004 - a header, and the number of tags
        return 1
    (at,) = unpack_from(f"{order}I", exif, 4)
    if at + 2 > len(exif):
        return 1
    (count,) = unpack_from(f"{order}H", exif, at)
    for place in range(at + 2, min(at + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind, _, turn = unpack_from(f"{order}HHIH", exif, place)
        if tag == _ORIENTATION and kind == 3 and 1 <= turn <= 8:  # noqa: PLR2004 - a short, and the eight ways
            return int(turn)
    return 1


_SLOWER = 100
"""Times a part costs more than a piece: each is looked at whenever something is read."""


class Parts(io.RawIOBase):
    """A file as if it were made of only some of its parts, so that what makes no pixels is not even read.

    Args:
        file: The whole file.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._parts: list[tuple[int, int]] = []
        self._at = 0

    def add(self, start: int, end: int) -> None:
        """Let a part of the file follow, in bytes from its start."""
        if self._parts and self._parts[-1][1] == start:
            start = self._parts.pop()[0]
        self._parts.append((start, end))
        check_pieces(len(self._parts) * _SLOWER)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that one can go to and fro in it."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a byte of the parts laid end to end."""
        length = sum(end - start for start, end in self._parts)
        self._at = max(0, offset + (0, self._at, length)[whence])
        return self._at

    def tell(self) -> int:
        """Give the byte that comes next."""
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read up to the end of a part."""
        before = 0
        for start, end in self._parts:
            if self._at < before + end - start:
                place = start + self._at - before
                self._file.seek(place)
                data = self._file.read(min(len(buffer), end - place))
                buffer[: len(data)] = data
                self._at += len(data)
                return len(data)
            before += end - start
        return 0
