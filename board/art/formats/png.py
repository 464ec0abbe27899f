"""PNG; of one that moves (APNG), the picture that is shown where nothing can move."""

import io
import itertools
import zlib
from collections.abc import Iterator
from struct import unpack
from typing import BinaryIO

from PIL.PngImagePlugin import PngImageFile

from board.art.formats.limits import OTHERS, check_pieces, check_size
from board.art.formats.opened import Opened, Parts, Source, opened, turn_in

START = b"\x89PNG\r\n\x1a\n"

_PIXELS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_ONE = 13
"""Bytes of a chunk that holds one."""

_MOST = 1 << 22
"""Bytes of a colour profile or of EXIF that are looked at."""


def open_png(source: Source) -> Opened:
    """Open a PNG.

    ImageMagick says in a chunk of its own (orNT) how a picture is turned, with the numbers of EXIF, which counts before it.

    Raises:
        Refusal: It is too large.
    """
    file = source.file
    file.seek(len(START) + 8)
    width, height, depth = unpack(">IIB", file.read(9))
    check_size(width, height, OTHERS, source.held + 4 * width * height)
    parts, turn, said, profile = Parts(file), 1, 1, None
    parts.add(0, len(START))
    for kind, start, end in _chunks(file):
        if kind in _PIXELS:
            parts.add(start, end)
        elif kind == b"eXIf":
            turn = turn_in(file.read(min(_MOST, end - start - 12)))
        elif kind == b"orNT":
            said = int.from_bytes(file.read(1)) if end - start == _ONE else 1
        elif kind == b"iCCP":
            profile = _unpacked(file.read(min(_MOST, end - start - 12)))
    image = PngImageFile(io.BufferedReader(parts))
    clear = image.info.get("transparency")
    if depth == 16 and isinstance(clear, tuple):  # noqa: PLR2004 - Pillow keeps the upper 8 bits, but not of this
        image.info["transparency"] = tuple(colour >> 8 for colour in clear)
    return opened(image, turn if turn != 1 else said, profile)


def _chunks(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Give kind, start and end of each chunk, with the file standing at its content."""
    at = len(START)
    for number in itertools.count():
        check_pieces(number)
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:  # noqa: PLR2004 - the file is cut off; the decoder sees whether pixels are missing
            return
        length, kind = unpack(">I4s", head)
        yield kind, at, at + 12 + length
        if kind == b"IEND":
            return
        at += 12 + length


def _unpacked(named: bytes) -> bytes | None:
    """Unpack a colour profile that follows its name and a sign for how it is packed."""
    try:
        return zlib.decompressobj().decompress(named[named.index(b"\0") + 2 :], _MOST)
    except (ValueError, zlib.error):
        return None
