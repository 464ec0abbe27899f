"""A picture and the sticker cut from it, small enough to be looked at side by side on the screen."""

from typing import NamedTuple

from PIL import Image, ImageFilter

from board.art.cells import Pixels, rows_of
from board.art.kept_picture import picture_of
from board.mastery.pictures import Box, Cut, Shape

_EDGE = 1
"""Width in px of the white edge of a sticker."""

_EDGED = 24
"""Px from which on there is room for it."""

_SOLID = 96
"""Alpha from which on a pixel belongs to a sticker."""

_FADED = 0.25
"""How much is seen of what is not used."""


class Preview(NamedTuple):
    """A picture before and after.

    Attributes:
        picture: The whole picture; what the sticker does not use is faded.
        sticker: The sticker; one that is cut out has its white edge.
        shape: How it was really cut.
    """

    picture: Pixels
    sticker: Pixels
    shape: Shape


def preview_of(png: bytes, cut: Cut, px: int) -> Preview:
    """Show a picture that is kept beside its sticker.

    Args:
        png: Its bytes.
        cut: What is cut from it.
        px: Side of the square both fit into, in px of half a cell; an even number.

    Raises:
        OSError: The picture can't be read.
    """
    from board.art.motif import Motif, motif_of  # noqa: PLC0415 - a picture is up before what cuts it is loaded
    from board.art.sticker import for_screen  # noqa: PLC0415 - same

    def edged(motif: Motif) -> Image.Image:
        if motif.exact or px < _EDGED:
            return for_screen(motif, px)
        return _on_white_edge(for_screen(motif, px - 2 * _EDGE), px)

    picture = picture_of(png)
    motif = motif_of(picture, cut)
    before = _faded_outside(_fitted(picture, px), cut.box)
    return Preview(_rows(before), rows_of(edged(motif).tobytes(), px), motif.shape)


def picture_in(png: bytes, px: int) -> Pixels:
    """Show all of a picture.

    Args:
        png: Its bytes.
        px: Side of the square it fits into, in px of half a cell; its short side may be shorter.

    Raises:
        OSError: The picture can't be read.
    """
    return _rows(_fitted(picture_of(png), px))


def _fitted(picture: Image.Image, px: int) -> Image.Image:
    """Fit a picture into a square; one that is smaller is enlarged by whole numbers, so that its pixels stay square."""
    long = max(picture.size)
    if long <= px:
        times = px // long
        return picture.resize((picture.width * times, picture.height * times), Image.Resampling.NEAREST)
    size = (max(1, round(picture.width * px / long)), max(1, round(picture.height * px / long)))
    return picture.convert("RGBa").resize(size, Image.Resampling.BOX, reducing_gap=3.0).convert("RGBA")


def _faded_outside(picture: Image.Image, box: Box) -> Image.Image:
    left, top, right, bottom = (
        round(share * side) for share, side in zip(box, (*picture.size, *picture.size), strict=True)
    )
    faded = picture.copy()
    faded.putalpha(picture.getchannel("A").point(lambda alpha: round(alpha * _FADED)))
    used = (left, top, max(left + 1, right), max(top + 1, bottom))
    faded.paste(picture.crop(used), used[:2])
    return faded


def _on_white_edge(small: Image.Image, px: int) -> Image.Image:
    """Lay a sticker in the middle of a square, on a white shape of its own that is a little larger."""
    laid = Image.new("RGBA", (px, px))
    laid.paste(small, (_EDGE, _EDGE))
    solid = laid.getchannel("A").point(lambda alpha: 255 if alpha >= _SOLID else 0)
    shape = solid.filter(ImageFilter.MaxFilter(2 * _EDGE + 1))
    edged = Image.new("RGBA", (px, px), "white")
    edged.alpha_composite(laid)
    edged.putalpha(shape)
    return edged


def _rows(picture: Image.Image) -> Pixels:
    raw, width = picture.tobytes(), picture.width
    pixels = [(raw[at], raw[at + 1], raw[at + 2], raw[at + 3]) for at in range(0, len(raw), 4)]
    return tuple(tuple(pixels[at : at + width]) for at in range(0, len(pixels), width))
