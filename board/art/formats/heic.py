"""HEIC, as Apple's phones write it; the decoder turns it upright by itself."""

from struct import unpack

import pi_heif
from PIL import Image

from board.art.formats.limits import OTHERS, check_memory, check_pieces, check_size
from board.art.formats.opened import Opened, Source

_NEED = 4.6
"""Bytes a pixel of three colours of 8 bits with the usual coarser colours; measured, as are the factors."""

_WITH_ALPHA, _WITH_FINE_COLOURS, _DEEPER = 1.55, 2, 1.75


def open_heic(source: Source) -> Opened:
    """Open a HEIC.

    EXIF may speak of the orientation, too; the standard lets the file's own turning count, or pictures would turn twice.

    Raises:
        Refusal: It is too large.
    """
    heif = pi_heif.open_heif(_undescribed(source))
    picture = heif[heif.primary_index]
    width, height = picture.size
    need = _NEED
    if picture.has_alpha:
        need *= _WITH_ALPHA
    if picture.info.get("chroma", 420) != 420:  # noqa: PLR2004 - 4:2:0
        need *= _WITH_FINE_COLOURS
    if picture.info["bit_depth"] > 8:  # noqa: PLR2004
        need *= _DEEPER
    check_size(width, height, OTHERS, source.held + source.weight + need * width * height)
    picture.load()
    width, height = picture.size

    def rows(top: int, bottom: int) -> Image.Image:
        # Asks the picture each time: its pixels are gone with it, though something still points to them.
        part = bytes(picture.data[top * picture.stride : bottom * picture.stride])
        return Image.frombytes(picture.mode, (width, bottom - top), part, "raw", picture.mode, picture.stride)

    return Opened(width, height, rows, profile=picture.info.get("icc_profile"))


def _undescribed(source: Source) -> bytes:
    """Read a file so that nothing in it describes the picture: the decoder's wrapper dies of some descriptions.

    What describes (EXIF, XMP) and previews stay where they are, but are no longer said to belong to the picture.
    """
    check_memory(source.held + 2 * source.weight)
    source.file.seek(0)
    data = bytearray(source.file.read())
    at, boxes = 0, 0
    while at + 16 <= len(data):
        check_pieces(boxes := boxes + 1)
        length, kind, longer = unpack(">I4sQ", data[at : at + 16])
        end = at + max(8, longer if length == 1 else length)
        if kind == b"meta":
            data[at:end] = data[at:end].replace(b"cdsc", b"free").replace(b"thmb", b"free")
        at = end
    return bytes(data)
