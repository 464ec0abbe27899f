"""WebP; of one that moves, the first frame."""

import io
import itertools
from collections.abc import Iterator
from struct import unpack
from typing import BinaryIO

import cv2
import numpy as np
from PIL import Image

from board.art.formats.limits import WEBP, check_pieces, check_size
from board.art.formats.opened import Opened, Source, turn_in

_HEADER = 12
_FRAME_HEADER = 16
"""Bytes before the chunks of a file, and before those of a frame."""

_MOST = 1 << 22
"""Bytes of a colour profile or of EXIF that are looked at."""

_NEED = 8
"""Bytes a pixel: OpenCV decodes it in half the memory that Pillow's moving canvas takes."""


def open_webp(source: Source) -> Opened:
    """Open a WebP; empty space around a frame that is smaller than its canvas is left away.

    Raises:
        Refusal: It is too large.
    """
    file = source.file
    file.seek(4)
    end = 8 + int.from_bytes(file.read(4), "little")
    if end > source.weight:
        raise ValueError("This WebP is cut off.")
    turn, profile = 1, None
    first: dict[bytes, tuple[int, int]] = {}
    for kind, start, stop in _chunks(file, _HEADER, end):
        if kind == b"ANMF" and not first:
            first = {inner: (a, b) for inner, a, b in _chunks(file, start + _FRAME_HEADER, stop)}
        elif kind in {b"ALPH", b"VP8 ", b"VP8L"}:
            first.setdefault(kind, (start, stop))
        elif kind == b"EXIF":
            turn = turn_in(file.read(min(_MOST, stop - start)))
        elif kind == b"ICCP":
            profile = file.read(min(_MOST, stop - start))
    width, height, data = _still(file, first, source.held)
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    del data
    if pixels is None or pixels.shape[:2] != (height, width):
        raise ValueError("This WebP is broken.")
    mode, order = ("RGBA", "BGRA") if pixels.shape[2] == 4 else ("RGB", "BGR")  # noqa: PLR2004

    def rows(top: int, bottom: int) -> Image.Image:
        return Image.frombytes(mode, (width, bottom - top), pixels[top:bottom].tobytes(), "raw", order)

    return Opened(width, height, rows, turn, profile)


def _still(file: BinaryIO, chunks: dict[bytes, tuple[int, int]], held: int) -> tuple[int, int, bytes]:
    """Make a WebP of one frame alone: its width and height in px, and its bytes."""
    kind = b"VP8 " if b"VP8 " in chunks else b"VP8L"
    start, end = chunks[kind]
    file.seek(start)
    width, height = _size(kind, file.read(10))
    alpha_start, alpha_end = chunks.get(b"ALPH", (0, 0)) if kind == b"VP8 " else (0, 0)
    weight = end - start + alpha_end - alpha_start
    check_size(width, height, WEBP, held + weight + max(weight, _NEED * width * height))
    body = io.BytesIO()
    body.write(b"RIFF\0\0\0\0WEBP")
    if alpha_end:
        body.write(b"VP8X\x0a\0\0\0\x10\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"))
        _copy(file, b"ALPH", alpha_start, alpha_end, body)
    _copy(file, kind, start, end, body)
    body.seek(4)
    body.write((len(body.getbuffer()) - 8).to_bytes(4, "little"))
    return width, height, body.getvalue()


def _copy(file: BinaryIO, kind: bytes, start: int, end: int, body: BinaryIO) -> None:
    file.seek(start)
    body.write(kind + (end - start).to_bytes(4, "little"))
    body.write(file.read(end - start))
    body.write(bytes((end - start) % 2))


def _size(kind: bytes, head: bytes) -> tuple[int, int]:
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = unpack("<HH", head[6:10])
    return width & 0x3FFF, height & 0x3FFF


def _chunks(file: BinaryIO, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Give the kind of each chunk, and where its content starts and ends, with the file standing at its start."""
    for number in itertools.count():
        if at + 8 > end:
            return
        check_pieces(number)
        file.seek(at)
        kind, length = unpack("<4sI", file.read(8))
        yield kind, at + 8, min(end, at + 8 + length)
        at += 8 + length + length % 2
