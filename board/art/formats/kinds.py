"""Tells picture files apart by their first bytes; what a file is called plays no part."""

from collections.abc import Callable

from PIL.BmpImagePlugin import BmpImageFile

from board.art.formats.gif import STARTS as GIF
from board.art.formats.gif import open_gif
from board.art.formats.jpeg import START as JPEG
from board.art.formats.jpeg import open_jpeg
from board.art.formats.limits import NO_PICTURE, OTHERS, TooLong, check_size
from board.art.formats.opened import Opened, Source, opened
from board.art.formats.png import START as PNG
from board.art.formats.png import open_png
from board.art.formats.tiff import STARTS as TIFF
from board.art.formats.tiff import open_tiff
from board.errors import Refusal

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


_START = 16
"""Bytes by which a kind is known."""

_MOST_PACKED = 4_000_000
"""Bytes of a packed BMP: a second or two."""


def ending_of(start: bytes) -> str:
    """Tell by the first bytes of a file how names of its kind end, such as ".jpg"; empty where it is no picture.

    Args:
        start: At least 12 bytes.
    """
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return ".webp"
    if start[4:8] == b"ftyp" and start[8:12] in _HEIC:
        return ".heic"
    kinds: dict[str, bytes | tuple[bytes, ...]] = {".jpg": JPEG, ".png": PNG, ".gif": GIF, ".tif": TIFF, ".bmp": b"BM"}
    return next((ending for ending, signs in kinds.items() if start.startswith(signs)), "")


def open_picture(source: Source) -> Opened:
    """Open a picture file of any kind the board knows.

    Raises:
        Refusal: It is no picture, or too large.
        Exception: It is broken; decoders say so in many ways.
    """
    start = source.file.read(_START)
    source.file.seek(0)
    opener = _opener(start)
    if opener is None:
        raise Refusal(NO_PICTURE)
    return opener(source)


def is_known(start: bytes) -> bool:
    """Tell whether a file begins as a picture of a kind the board knows.

    Args:
        start: Its first 16 bytes, or all it has.
    """
    return _opener(start) is not None


def _opener(start: bytes) -> Callable[[Source], Opened] | None:
    for signs, opener in _OPENERS:
        if start.startswith(signs):
            return opener
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return _open_webp
    return _open_heic if start[4:8] == b"ftyp" and start[8:12] in _HEIC else None


def _open_webp(source: Source) -> Opened:
    from board.art.formats.webp import open_webp  # noqa: PLC0415 - brings OpenCV, which other kinds do without

    return open_webp(source)


def _open_heic(source: Source) -> Opened:
    from board.art.formats.heic import open_heic  # noqa: PLC0415 - brings its decoder, which other kinds do without

    return open_heic(source)


def _open_bmp(source: Source) -> Opened:
    """Open a BMP; Pillow unpacks one byte after the other where it is packed."""
    image = BmpImageFile(source.file)
    if image.tile[0][0] == "bmp_rle" and source.weight > _MOST_PACKED:
        raise TooLong
    check_size(*image.size, OTHERS, source.held + 4 * image.width * image.height)
    return opened(image)


_OPENERS: tuple[tuple[tuple[bytes, ...], Callable[[Source], Opened]], ...] = (
    ((JPEG,), open_jpeg),
    ((PNG,), open_png),
    (GIF, open_gif),
    (TIFF, open_tiff),
    ((b"BM",), _open_bmp),
)
