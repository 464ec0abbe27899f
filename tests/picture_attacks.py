"""Picture files made to cost much: small ones that unpack to a lot, and ones of so many pieces that counting them takes long."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache

from PIL import Image

from heic_files import heic
from picture_corpus import chunk, fields, flat_jpeg, png, saved

_MANY = 150_000
"""Pieces: more than any picture has."""


def _behind_head(*chunks: bytes) -> bytes:
    plain = saved(fields(), "PNG")
    return plain[:33] + b"".join(chunks) + plain[33:]


@cache
def _bomb() -> bytes:
    """Half a gigabyte of nothing, packed."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(500)) + packer.flush()


def _in_jpeg(more: bytes) -> bytes:
    plain = saved(fields(), "JPEG")
    return plain[:2] + more + plain[2:]


def jpeg_of_scans(size: tuple[int, int], scans: int) -> bytes:
    """A progressive JPEG that goes on for scans that change nothing: about seventy bytes for each pass through 50 megapixels."""
    blocks = -(-size[0] // 8) * -(-size[1] // 8)
    bits = ("0" + "1" * 14) * -(-blocks // 32767)  # the code for a run of blocks that stay as they are, and how many
    bits += "1" * (-len(bits) % 8)
    run = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)).replace(b"\xff", b"\xff\0")
    table = b"\xff\xc4\0\x14\x10\1" + bytes(15) + b"\xe0"
    drawn = [
        b"\xff\xda\0\x08\1" + bytes((1 + scan % 3, 0, 1 + scan // 3 % 63, 1 + scan // 3 % 63, 0)) + run
        for scan in range(scans)
    ]
    return flat_jpeg(size, progressive=True)[:-2] + table + b"".join(drawn) + b"\xff\xd9"


def _in_gif(more: bytes) -> bytes:
    plain = saved(fields().quantize(8), "GIF")
    start = 13 + 3 * 2 ** ((plain[10] & 7) + 1)
    return plain[:start] + more + plain[start:]


def gif_of_frames(count: int) -> bytes:
    """A GIF that shows the same picture over and over."""
    plain = saved(fields().quantize(8), "GIF")
    start = 13 + 3 * 2 ** ((plain[10] & 7) + 1)
    return plain[:start] + plain[start:-1] * count + b";"


def _webp(more: bytes) -> bytes:
    body = b"WEBP" + more + saved(fields(), "WEBP", lossless=True)[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _heic(more: bytes) -> bytes:
    plain = heic()
    first = int.from_bytes(plain[:4])
    return plain[:first] + more + plain[first:]


def packed_bmp(size: tuple[int, int], data: bytes) -> bytes:
    """A BMP of 8 bits that is packed by runs of equal pixels."""
    at = 14 + 40 + 1024
    head = struct.pack("<2sIHHI", b"BM", at + len(data), 0, 0, at)
    return (
        head + struct.pack("<IiiHHIIiiII", 40, *size, 1, 8, 1, len(data), 0, 0, 256, 0) + bytes(1024) + data + b"\0\1"
    )


def tiff_of_tags(count: int) -> bytes:
    """A TIFF of the new kind, whose first page has so many tags."""
    return b"II+\0\x08\0\0\0" + struct.pack("<QQ", 16, count) + struct.pack("<HHQQ", 65000, 1, 1, 0) * count


def _pages(kind: str, count: int) -> bytes:
    file = io.BytesIO()
    more = [Image.new("RGB", (48, 32), (number % 256, 0, 0)) for number in range(count)]
    fields().save(file, kind, save_all=True, append_images=more)
    return file.getvalue()


ENDLESS: dict[str, Callable[[], bytes]] = {
    "png of crumbs that say nothing": lambda: _behind_head(chunk(b"prVt", b"") * _MANY),
    "png whose pixels lie in crumbs between": lambda: _behind_head(
        (chunk(b"IDAT", b"") + chunk(b"prVt", b"")) * (_MANY // 50)
    ),
    "jpeg of segments that say nothing": lambda: _in_jpeg(b"\xff\xe5\0\2" * _MANY),
    "jpeg of crumbs": lambda: _in_jpeg(b"\xff\xe5\0\2\xff\xee\0\2" * (_MANY // 50)),
    "jpeg that is filled up": lambda: _in_jpeg(b"\xff" * _MANY),
    "jpeg drawn over and over": lambda: jpeg_of_scans((8160, 6125), 2000),
    "gif that talks on and on": lambda: _in_gif(b"\x21\xfe\1a\0" * _MANY),
    "gif with one long comment": lambda: _in_gif(b"\x21\xfe" + b"\1a" * _MANY + b"\0"),
    "webp of crumbs": lambda: _webp(b"abcd\0\0\0\0" * _MANY),
    "heic of empty boxes": lambda: _heic(b"\0\0\0\x08free" * _MANY),
    "bmp packed one by one": lambda: packed_bmp((7300, 5470), (b"\1\5" * 7300 + b"\0\0") * 400),
    "tiff of tags": lambda: tiff_of_tags(_MANY),
}
"""Files that would take long, though none is large; each is refused for it."""

HARMLESS: dict[str, Callable[[], bytes]] = {
    "png whose colours unpack to a bomb": lambda: _behind_head(chunk(b"iCCP", b"x\0\0" + _bomb())),
    "png whose words unpack to a bomb": lambda: _behind_head(chunk(b"zTXt", b"x\0\0" + _bomb())),
    "png whose foreign words unpack to a bomb": lambda: _behind_head(chunk(b"iTXt", b"x\0\1\0\0\0" + _bomb())),
    "png whose pixels go on for ever": lambda: (
        saved(fields(), "PNG")[:33] + chunk(b"IDAT", _bomb()) + chunk(b"IEND", b"")
    ),
    "gif of 10,000 frames": lambda: gif_of_frames(10_000),
    "png of 500 frames": lambda: _pages("PNG", 500),
    "webp of 500 frames": lambda: _pages("WEBP", 500),
    "tiff of 500 pages": lambda: _pages("TIFF", 500),
    "bmp that leaps": lambda: packed_bmp((48, 32), b"\0\2\xff\xff" * 100_000),
    "jpeg drawn a dozen times": lambda: jpeg_of_scans((1600, 1200), 12),
}
"""Files with more in them than is wanted; each is taken in, and what is not wanted is not unpacked."""

LARGE: dict[str, Callable[[], bytes]] = {
    "png that says 30,000 x 30,000": lambda: png((30_000, 30_000), 8, 2, lambda _: b""),
    "png that unpacks to 12,000 x 12,000": lambda: png((12_000, 12_000), 1, 0, lambda _: bytes(1500)),
    "gif that says 30,000 x 30,000": lambda: saved(Image.new("P", (48, 32)), "GIF").replace(
        struct.pack("<HH", 48, 32), struct.pack("<HH", 30_000, 30_000)
    ),
}
"""Small files of too many pixels."""
