"""From a picture that is kept to its sticker, in the sizes of screen and paper."""

from collections.abc import Iterable

from board.art.kept_picture import picture_of
from board.art.motif import Motif, motif_of
from board.art.print_ready import flattened
from board.art.sticker import for_paper, for_screen
from board.mastery.pictures import Cut


def motif_in(png: bytes, cut: Cut) -> Motif:
    """Cut what goes on a sticker from a picture that is kept.

    Args:
        png: Its bytes.
        cut: The part that is used, and how it is cut.

    Raises:
        OSError: It can't be read.
    """
    return motif_of(picture_of(png), cut)


def cells_in(png: bytes, cut: Cut, sizes: Iterable[int]) -> bytes:
    """Give a sticker for the screen as RGBA bytes, one size after the other.

    Args:
        png: Bytes of the picture.
        cut: What is cut from it.
        sizes: Sides of the sticker in pixels.

    Raises:
        OSError: The picture can't be read.
    """
    motif = motif_in(png, cut)
    return b"".join(for_screen(motif, size).tobytes() for size in sizes)


def jpeg_in(png: bytes, cut: Cut, px: int) -> bytes:
    """Give a sticker for paper as a square JPEG on white.

    Args:
        png: Bytes of the picture.
        cut: What is cut from it.
        px: Side of the result in px.

    Raises:
        OSError: The picture can't be read.
    """
    return flattened(for_paper(motif_in(png, cut), px), px)
