"""GIF; of one that moves, the first frame."""

import io
from typing import BinaryIO

from PIL.GifImagePlugin import GifImageFile

from board.art.formats.limits import OTHERS, check_pieces, check_size
from board.art.formats.opened import Opened, Parts, Source, opened

STARTS = (b"GIF87a", b"GIF89a")

_SCREEN = 13
"""Bytes up to the table of colours."""

_SAYS, _DRAWS, _HOW_TO_DRAW = b"\x21", b"\x2c", b"\xf9"


def open_gif(source: Source) -> Opened:
    """Open a GIF.

    Raises:
        Refusal: It is too large.
    """
    file = source.file
    start = _SCREEN + _colours(file.read(_SCREEN)[10])
    parts = Parts(file)
    parts.add(0, start)
    at, pieces = start, 0
    file.seek(at)
    while (kind := file.read(1)) == _SAYS:
        counts = file.read(1) == _HOW_TO_DRAW
        pieces += _past(file)
        check_pieces(pieces)
        if counts:
            parts.add(at, file.tell())
        at = file.tell()
    if kind != _DRAWS:
        raise ValueError("There is no picture in this GIF.")
    parts.add(at, source.weight)
    image = GifImageFile(io.BufferedReader(parts))
    check_size(*image.size, OTHERS, source.held + 4 * image.width * image.height)
    return opened(image)


def _colours(flags: int) -> int:
    """Give the bytes of the table of colours."""
    return 3 * 2 ** ((flags & 0x07) + 1) if flags & 0x80 else 0


def _past(file: BinaryIO) -> int:
    """Go past what is said in blocks, and give their number; Pillow would keep all of it and join it."""
    blocks = 1
    while length := file.read(1):
        if length == b"\0":
            break
        file.seek(length[0], io.SEEK_CUR)
        blocks += 1
        check_pieces(blocks)
    return blocks
