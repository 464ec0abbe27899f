"""TIFF, as scanners write it; the first page."""

import math
from struct import calcsize, unpack
from typing import BinaryIO

from PIL.TiffImagePlugin import TiffImageFile

from board.art.formats.limits import OTHERS, check_pieces, check_size
from board.art.formats.opened import Opened, Source, opened

STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of a number of each type."""

_WIDTH, _HEIGHT, _BITS, _PACKING, _MEANING, _TURN, _SAMPLES, _STRIP = 256, 257, 258, 259, 262, 274, 277, 278
_TILE_WIDTH, _TILE_HEIGHT, _PROFILE = 322, 323, 34675
_FURTHER = {34665, 34853, 40965}
"""Tags that lead to more tags, which Pillow reads as well."""

_JPEG = {6, 7}
_MOST_SAID = 1 << 24
"""Bytes of all tags: Pillow reads them however often they name the same place."""


def open_tiff(source: Source) -> Opened:
    """Open a TIFF.

    Raises:
        Refusal: It is too large.
    """
    if _said(source.file) > _MOST_SAID:
        raise ValueError("The tags of this TIFF are longer than any picture's.")
    source.file.seek(0)
    image = TiffImageFile(source.file)
    tags = image.tag_v2
    width, height = image.size
    piece = _piece(image)
    turning = 2 if tags.get(_TURN, 1) != 1 else 1
    unpacking = piece * (3 if tags.get(_PACKING) in _JPEG else 1)
    check_size(width, height, OTHERS, 2 * source.held + 4 * width * height * turning + unpacking)
    bits = max(tags.get(_BITS, (1,)))
    is_negative = tags.get(_MEANING) == 0
    image.load()
    found = opened(image, tags.get(_TURN, 1), tags.get(_PROFILE))
    black, white = (0.0, float((1 << bits) - 1))
    if image.mode in {"I", "F"}:
        black, white = _reach(image)
    elif image.mode.startswith("I;16") and is_negative:
        black, white = white, black
    return found._replace(black=black, white=white)


def _said(file: BinaryIO) -> int:
    """Count the bytes that all tags together claim to have."""
    file.seek(0)
    start = file.read(16)
    order = "<" if start[:2] == b"II" else ">"
    number, offset, entry = ("Q", "Q", "HHQQ") if b"+" in start[:4] else ("H", "I", "HHII")
    inline = calcsize(order + offset)
    ahead = [unpack(order + offset, start[8:16] if inline == 8 else start[4:8])[0]]  # noqa: PLR2004
    seen: set[int] = set()
    total = tags = 0
    while ahead:
        at = ahead.pop()
        if at in seen:
            continue
        seen.add(at)
        file.seek(at)
        (count,) = unpack(order + number, file.read(calcsize(order + number)))
        for _ in range(count):
            check_pieces(tags := tags + 1)
            tag, kind, many, value = unpack(order + entry, file.read(calcsize(order + entry)))
            size = _SIZES.get(kind, 0) * many
            total += size if size > inline else 0
            if tag in _FURTHER:
                ahead.append(value)
    return total


def _piece(image: TiffImageFile) -> int:
    """Give the bytes of a strip or tile, which libtiff unpacks at once."""
    tags = image.tag_v2
    width = tags.get(_TILE_WIDTH, tags[_WIDTH])
    height = tags.get(_TILE_HEIGHT, min(tags.get(_STRIP, tags[_HEIGHT]), tags[_HEIGHT]))
    bits = max(tags.get(_BITS, (1,))) * tags.get(_SAMPLES, 1)
    packed = tags.get(_PACKING, 1) != 1
    return int(width * height * bits // 8) if packed else 0


def _reach(image: TiffImageFile) -> tuple[float, float]:
    """Give the darkest and the lightest number of a picture that doesn't say which numbers stand for black and white."""
    low, high = (float(end) for end in image.getextrema() if not isinstance(end, tuple))
    return (low, high) if math.isfinite(low) and math.isfinite(high) and low < high else (0.0, 1.0)
