"""JPEG, also the kind of several pictures that phones write (MPO): the first is taken."""

import io
import itertools
from collections.abc import Iterator
from struct import unpack
from typing import BinaryIO

from PIL.JpegImagePlugin import JpegImageFile

from board.art.formats.limits import BASELINE_JPEG, PROGRESSIVE_JPEG, TooLong, check_pieces, check_size
from board.art.formats.opened import Opened, Parts, Source, opened, turn_in
from board.mastery.content_id import LONG_SIDE

START = b"\xff\xd8\xff"

_END = b"\xff\xd9"

_MOST_SCANS = 200
"""Scans of a JPEG: programs write a dozen; each goes through the whole picture, and takes a few bytes where it changes nothing."""

_PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_EXIF, _PROFILE, _ADOBE, _COMMENT, _SCAN = 0xE1, 0xE2, 0xEE, 0xFE, 0xDA
_SAID = {*range(0xE0, 0xF0), _COMMENT} - {_ADOBE}
"""Segments that pixels don't need; Adobe's says whether colours are turned over."""


def open_jpeg(source: Source) -> Opened:
    """Open a JPEG, smaller where it is larger than what is kept.

    Raises:
        Refusal: It is too large.
    """
    file = source.file
    parts, turn = Parts(file), 1
    profile: dict[int, bytes] = {}
    frame, is_held = b"", False
    parts.add(0, 2)
    for marker, start, end in _segments(file):
        if marker in _FRAMES:
            frame, is_held = file.read(end - start), marker in _PROGRESSIVE
        elif marker == _SCAN:
            is_held |= file.read(5)[4] < frame[9]
            parts.add(start, source.weight)
            file.seek(start)
            break
        elif marker == _EXIF and turn == 1:
            turn = turn_in(file.read(end - start)[4:])
        elif marker == _PROFILE and file.read(16)[4:] == b"ICC_PROFILE\0":
            number, _ = file.read(2)
            profile[number] = file.read(end - start - 18)
        if marker not in _SAID:
            parts.add(start, end)
    height, width = unpack(">HH", frame[5:9])
    held = 2 * _numbers(frame, width * height) if is_held else 0
    check_size(width, height, PROGRESSIVE_JPEG if is_held else BASELINE_JPEG, source.held + held)
    if is_held:
        _check_scans(file)
    image = JpegImageFile(io.BufferedReader(parts))
    share = LONG_SIDE / max(width, height)
    image.draft(image.mode, (max(1, int(width * share)), max(1, int(height * share))))
    return opened(image, turn, b"".join(profile[number] for number in sorted(profile)) or None)


def _segments(file: BinaryIO) -> Iterator[tuple[int, int, int]]:
    """Give marker, start and end of each segment before the pixels, with the file standing at its start."""
    at = 2
    for number in itertools.count():
        check_pieces(number)
        file.seek(at)
        sign, marker, length = unpack(">BBH", file.read(4))
        if sign != 0xFF:  # noqa: PLR2004
            raise ValueError("The segments of this JPEG do not follow each other.")
        if marker == 0xFF:  # noqa: PLR2004 - filling
            at += 1
            continue
        file.seek(at)
        yield marker, at, at + 2 + length
        at += 2 + length


def _check_scans(file: BinaryIO) -> None:
    """See that a JPEG is not drawn over and over again; the file stands at its first scan.

    Raises:
        TooLong: It is.
    """
    scans, last = 0, b""
    while data := file.read(1 << 20):
        pixels, ends, _ = (last + data).partition(_END)
        scans += pixels.count(bytes((0xFF, _SCAN)))
        if scans > _MOST_SCANS:
            raise TooLong
        if ends:
            return
        last = data[-1:]


def _numbers(frame: bytes, pixels: int) -> int:
    """Count the numbers that make a JPEG; those of the colours may lie coarser than its pixels."""
    grains = [(grain >> 4, grain & 15) for grain in frame[11 : 10 + 3 * frame[9] : 3]]
    finest = max(across for across, _ in grains) * max(down for _, down in grains)
    return pixels * sum(across * down for across, down in grains) // finest
