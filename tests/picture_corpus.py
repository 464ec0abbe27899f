"""Makes picture files of every kind, right and wrong, small and far too large; none is kept in the project.

Most show four fields: red and green above, blue and yellow below. What Pillow can't write is put together here byte by
byte: that also makes pictures of a hundred megapixels in no time.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from heic_files import heic

SIZE = (48, 32)
FIELDS = ((220, 30, 30), (30, 160, 60), (40, 60, 200), (240, 210, 40))
"""Colours from left to right, then down."""
GREYS = (0, 85, 170, 255)

CANARY = b"Canary Lane 7, house of Ava Lopez"
"""What must not be found in any picture that was taken in."""


def fields(mode: str = "RGB", colours: tuple[object, ...] = FIELDS, size: tuple[int, int] = SIZE) -> Image.Image:
    """Four fields of these colours, in any mode."""
    image = Image.new(mode, size)
    wide, high = size[0] // 2, size[1] // 2
    for place, colour in enumerate(colours):
        left, top = place % 2 * wide, place // 2 * high
        image.paste(colour, (left, top, left + wide, top + high))  # type: ignore[arg-type]
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """What a picture file of that kind holds."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def exif(turn: int) -> bytes:
    """EXIF with an orientation, the place where a photo was taken, and the canary."""
    tags = Image.Exif()
    tags[274] = turn
    tags[271] = CANARY.decode()
    tags[34853] = {1: "N", 2: (48.0, 12.0, 30.0), 3: "E", 4: (16.0, 22.0, 10.0), 29: "2026:01:05"}
    return tags.tobytes()


_LAID = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera lays an upright picture that it marks with an orientation."""


def turned(kind: str, turn: int, **options: object) -> bytes:
    """A file whose pixels lie as its orientation says, so that it is to be seen upright."""
    laid = _LAID[turn]
    image = fields() if laid is None else fields().transpose(laid)
    if kind == "TIFF":
        return saved(image, kind, tiffinfo={274: turn, 270: CANARY.decode()}, **options)
    return saved(image, kind, exif=exif(turn), **options)


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(size: tuple[int, int], depth: int, colours: int, row: Callable[[int], bytes], *more: bytes) -> bytes:
    """A PNG put together from its rows.

    Args:
        size: Width and height in px.
        depth: Bits of a colour.
        colours: 0 grey, 2 colour, 4 grey with alpha, 6 colour with alpha.
        row: Gives the bytes of a row by its number.
        more: Further chunks, to stand before the pixels.
    """
    packer = zlib.compressobj(1)
    pixels = b"".join(packer.compress(b"\0" + row(number)) for number in range(size[1])) + packer.flush()
    head = struct.pack(">IIBBBBB", *size, depth, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(more) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def fine_png(colours: tuple[tuple[int, ...], ...], kind: int, *more: bytes) -> bytes:
    """A PNG of 16 bits a colour with four fields."""
    wide, high = SIZE[0] // 2, SIZE[1] // 2
    fine = [b"".join(struct.pack(">H", colour * 257) for colour in each) * wide for each in colours]
    rows = (fine[0] + fine[1], fine[2] + fine[3])
    return png(SIZE, 16, kind, lambda number: rows[number // high], *more)


def clear_grey_png() -> bytes:
    """A PNG of 16-bit grey that says its darkest field is clear."""
    return fine_png(tuple((grey,) for grey in GREYS), 0, chunk(b"tRNS", b"\0\0"))


def chatty_png(image: Image.Image) -> bytes:
    """A PNG that carries the canary in every kind of text, in EXIF and in chunks of its own, one of them large."""
    plain = saved(image, "PNG")
    said = (
        chunk(b"tEXt", b"Comment\0" + CANARY)
        + chunk(b"zTXt", b"Long\0\0" + zlib.compress(CANARY * 100_000))
        + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + CANARY)
        + chunk(b"eXIf", exif(1).removeprefix(b"Exif\0\0"))
        + chunk(b"prVt", CANARY * 10)
    )
    return plain[:33] + said + plain[33:]


def tiff(size: tuple[int, int], bits: int, samples: int, meaning: int, data: bytes, *, packed: bool = True) -> bytes:
    """A TIFF of one single strip, the hardest to unpack; the strip comes last, so that a file may go on as zeros.

    Args:
        size: Width and height in px.
        bits: Of a colour.
        samples: Colours of a pixel.
        meaning: 0 white is zero, 1 black is zero, 2 colours, 5 printing colours.
        data: The pixels.
        packed: Whether to deflate them.
    """
    strip = zlib.compress(data, 1) if packed else data
    tags = [(256, size[0]), (257, size[1]), (258, bits), (259, 8 if packed else 1), (262, meaning), (273, 0)]
    tags += [(277, samples), (278, size[1]), (279, len(strip) or size[0] * size[1] * samples * bits // 8)]
    start = 8 + 2 + 12 * len(tags) + 4
    bits_at = start
    head = b"II*\0" + struct.pack("<IH", 8, len(tags))
    for tag, value in tags:
        count = samples if tag == 258 and samples > 2 else 1
        there = {258: bits_at if samples > 2 else bits, 273: start + 2 * samples}.get(tag, value)
        head += struct.pack("<HHII", tag, 3 if tag in {258, 259, 262, 277} else 4, count, there)
    return head + bytes(4) + struct.pack("<H", bits) * samples + strip


def flat_jpeg(size: tuple[int, int], layers: int = 3, *, progressive: bool = False, scans: int = 1) -> bytes:
    """A grey JPEG of any size: each of its blocks is a zero bit, or two.

    Args:
        size: Width and height in px.
        layers: 3 for colours, 4 for printing colours.
        progressive: Whether it comes coarse first.
        scans: 1 for all layers at once, or as many as there are layers.
    """
    blocks = -(-size[0] // 8) * -(-size[1] // 8)
    tables = b"\xff\xdb\0\x43\0" + b"\1" * 64
    one_code = b"\1" + bytes(15) + b"\0"
    tables += b"\xff\xc4\0\x14\0" + one_code + b"\xff\xc4\0\x14\x10" + one_code
    named = [bytes([layer + 1, 0x11, 0]) for layer in range(layers)]
    frame = struct.pack(">BHHB", 8, size[1], size[0], layers) + b"".join(named)
    jpeg = (
        b"\xff\xd8" + tables + (b"\xff\xc2" if progressive else b"\xff\xc0") + struct.pack(">H", 2 + len(frame)) + frame
    )
    for scan in range(scans):
        shown = range(layers) if scans == 1 else range(scan, scan + 1)
        head = bytes([len(shown)]) + b"".join(bytes([layer + 1, 0]) for layer in shown)
        head += b"\0\0\0" if progressive else b"\0\x3f\0"
        bits = blocks * len(shown) * (1 if progressive else 2)
        jpeg += b"\xff\xda" + struct.pack(">H", 2 + len(head)) + head + bytes(-(-bits // 8))
    return jpeg + b"\xff\xd9"


def flat_webp(size: tuple[int, int]) -> bytes:
    """A WebP of any size with alpha and one colour, in 42 bytes: a code of one symbol takes no bits."""
    bits, at = 0, 0
    for value, length in ((0x2F, 8), (size[0] - 1, 14), (size[1] - 1, 14), (1, 1), (0, 3), (0, 3)):
        bits, at = bits | value << at, at + length
    for symbol in (60, 220, 30, 128, 0):
        for value, length in ((1, 1), (0, 1), (symbol > 1, 1), (symbol, 8 if symbol > 1 else 1)):
            bits, at = bits | value << at, at + length
    pixels = bits.to_bytes(-(-at // 8), "little")
    chunk = b"VP8L" + struct.pack("<I", len(pixels)) + pixels + bytes(len(pixels) % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def flat_bmp(path: Path, size: tuple[int, int]) -> None:
    """Write a black BMP, as a file with a hole in it."""
    row = -(-size[0] * 3 // 4) * 4
    head = struct.pack(
        "<2sIIIIiiHHIIiiII", b"BM", 54 + row * size[1], 0, 54, 40, *size, 1, 24, 0, row * size[1], 0, 0, 0, 0
    )
    with path.open("wb") as file:
        file.write(head)
        file.truncate(54 + row * size[1])


def polyglot(picture: bytes) -> bytes:
    """A picture that is a web page and a zip archive, too."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as members:
        members.writestr("canary.txt", CANARY)
    return picture + b"<html><script>alert(1)</script>" + CANARY + archive.getvalue()


_SEEN_GREYS = tuple((grey, grey, grey) for grey in GREYS)
_INKS = ((0, 255, 255, 0), (255, 0, 255, 0), (255, 255, 0, 0), (0, 0, 255, 0))
_SEEN_INKS = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0))
_GLASS = ((220, 30, 30, 255), (30, 160, 60, 0), (40, 60, 200, 128), (240, 210, 40, 255))
_CUT_OUT = ((220, 30, 30, 255), (30, 160, 60, 0), (40, 60, 200, 255), (240, 210, 40, 255))
_NEXT: dict[str, object] = {"save_all": True, "append_images": [Image.new("RGB", SIZE, "black")]}


def _tiff(bits: str, meaning: int, fields_of: tuple[int, ...] = GREYS, *, packed: bool = True) -> bytes:
    """A TIFF of four grey fields; each number is written as struct says."""
    halves = [struct.pack(f"<24{bits}", *[grey] * 24) for grey in fields_of]
    rows = [halves[0] + halves[1]] * 16 + [halves[2] + halves[3]] * 16
    return tiff(SIZE, 8 * struct.calcsize(bits), 1, meaning, b"".join(rows), packed=packed)


_FINE = tuple(257 * grey for grey in GREYS)
Colours = tuple[tuple[int, ...], ...]

RIGHT: dict[str, tuple[bytes, Colours]] = {
    "jpeg": (saved(fields(), "JPEG", quality=95), FIELDS),
    "progressive jpeg": (saved(fields(), "JPEG", quality=95, progressive=True), FIELDS),
    "grey jpeg": (saved(fields("L", GREYS), "JPEG", quality=95), _SEEN_GREYS),
    "jpeg of a printing office": (saved(fields("CMYK", _INKS), "JPEG", quality=95), _SEEN_INKS),
    "two pictures of a phone": (saved(fields(), "MPO", quality=95, **_NEXT), FIELDS),
    "png": (saved(fields(), "PNG"), FIELDS),
    "png of one bit": (saved(fields("1", (0, 255, 255, 0)), "PNG"), tuple(_SEEN_GREYS[i] for i in (0, 3, 3, 0))),
    "png of two bits": (
        png(SIZE, 2, 0, lambda y: b"\x00" * 6 + b"\x55" * 6 if y < SIZE[1] // 2 else b"\xaa" * 6 + b"\xff" * 6),
        _SEEN_GREYS,
    ),
    "png with grey alpha": (
        saved(fields("LA", tuple((grey, 200) for grey in GREYS)), "PNG"),
        tuple((*grey, 200) for grey in _SEEN_GREYS),
    ),
    "png with a palette": (saved(fields().quantize(8), "PNG"), FIELDS),
    "png with a palette and alpha": (saved(fields("RGBA", _GLASS).quantize(8), "PNG"), _GLASS),
    "png of 16 bits": (fine_png(FIELDS, 2), FIELDS),
    "png of 16 bits with alpha": (fine_png(_GLASS, 6), _GLASS),
    "png of 16-bit grey": (fine_png(tuple((grey,) for grey in GREYS), 0), _SEEN_GREYS),
    "png of 16-bit grey, black is clear": (
        clear_grey_png(),
        ((0, 0, 0, 0), *((*grey, 255) for grey in _SEEN_GREYS[1:])),
    ),
    "moving png": (saved(fields(), "PNG", **_NEXT), FIELDS),
    "talkative png": (chatty_png(fields()), FIELDS),
    "gif": (saved(fields().quantize(8), "GIF"), FIELDS),
    "gif with a clear field": (saved(fields("RGBA", _CUT_OUT), "GIF"), _CUT_OUT),
    "moving gif": (saved(fields(), "GIF", **_NEXT), FIELDS),
    "webp": (saved(fields(), "WEBP", lossless=True), FIELDS),
    "webp with alpha": (saved(fields("RGBA", _GLASS), "WEBP", lossless=True, exact=True), _GLASS),
    "moving webp": (saved(fields(), "WEBP", lossless=True, **_NEXT), FIELDS),
    "bmp": (saved(fields(), "BMP"), FIELDS),
    "packed tiff": (saved(fields(), "TIFF", compression="tiff_lzw"), FIELDS),
    "tiff of a printing office": (saved(fields("CMYK", _INKS), "TIFF"), _SEEN_INKS),
    "tiff of 8-bit grey": (_tiff("B", 1), _SEEN_GREYS),
    "tiff of 16-bit grey": (_tiff("H", 1, _FINE), _SEEN_GREYS),
    "tiff of 16-bit grey, not packed": (_tiff("H", 1, _FINE, packed=False), _SEEN_GREYS),
    "tiff of 16-bit grey as a negative": (_tiff("H", 0, _FINE), _SEEN_GREYS[::-1]),
    "heic": (heic(exif=exif(1)[6:]), FIELDS),
}
"""Every kind of picture the board takes in, small, with the colours its fields are to show."""
