"""How large a picture may be, and the sentences for every file that can't be taken in."""

from board.errors import Refusal

EMPTY = "There is nothing in this file; take the photo again or choose another picture."
NO_PICTURE = "The board can't see a picture in this file; save your picture as JPEG or PNG, or take a photo of it."
BROKEN = "A part of this picture is missing or broken; take the photo again or send it once more."
TOO_LARGE = "This picture is too big for the board; make it smaller, or take a photo of it."
TOO_LONG = "The board takes too long to read this picture; save it once more as JPEG or PNG, or take a photo of it."
NOT_READ = "The board can't get at this file; look whether it is still there, then choose it again."

HEAVIEST = 330_000_000
"""Bytes of a file: as many as the largest picture has in four colours of 16 bits, unpacked."""

BASELINE_JPEG = 108
"""Megapixels of a JPEG that is made smaller while it is read."""

PROGRESSIVE_JPEG = 50
"""Megapixels of a JPEG that the decoder holds whole before it gives the first pixel."""

OTHERS = 40
"""Megapixels of every other picture."""

WEBP = 36
"""Megapixels of a WebP: its decoder holds the whole picture twice, and 40 would take more than 400 million bytes."""

_LONGEST = 65_535
"""Pixels of a side, as in JPEG: of anything longer and thinner, a few rows alone could fill the memory."""

_MEMORY = 340_000_000
"""Bytes that decoding may need at once, so that the whole board stays below 400 million."""


_PIECES = 100_000
"""Pieces of a file before its pixels and between them; the largest picture has half as many where a piece is 8 kB."""

SECONDS = 15.0
"""Time of the processor that one picture may take: five times what the largest needs on a slow computer."""


class TooLong(Exception):
    """A picture takes longer than any that is meant to be looked at."""


def check_pieces(number: int) -> None:
    """See that a file is not made of so many pieces that only counting them takes long.

    Raises:
        TooLong: It is.
    """
    if number > _PIECES:
        raise TooLong


def check_size(width: int, height: int, most: int, need: float) -> None:
    """See from its header that a picture can be decoded.

    Args:
        width: In px.
        height: In px.
        most: Megapixels that are allowed for its kind.
        need: Bytes that its decoding takes at most.

    Raises:
        Refusal: It has no pixels or too many.
    """
    if width < 1 or height < 1:
        raise Refusal(BROKEN)
    if width * height > most * 1_000_000 or max(width, height) > _LONGEST:
        raise Refusal(TOO_LARGE)
    check_memory(need)


def check_memory(need: float) -> None:
    """See that there is room for what is about to be read or decoded, in bytes.

    Raises:
        Refusal: There is not.
    """
    if need > _MEMORY:
        raise Refusal(TOO_LARGE)
