"""Pictures as cells of the screen: two pixels a cell, one above the other."""

import io
from pathlib import Path

from board.art.ready_files import found_ready, keep_ready

Pixel = tuple[int, int, int, int]
"""Red, green, blue, alpha, each 0 to 255."""
Pixels = tuple[tuple[Pixel, ...], ...]
"""Rows of pixels, top first."""
Colour = tuple[int, int, int]


_OPAQUE = 255

AIR = 1
"""Pixels of ground kept free below and right of a sticker or sign, so that neighbours don't touch."""

_RULE = 3
"""Number of the rule in `_scaled`; a new rule makes new files."""


class StickerCells:
    """Pictures scaled to cells, each prepared once and kept on disk by name, size and time of its file.

    Args:
        cache: Folder for prepared pictures, made when missing; None keeps nothing.
    """

    def __init__(self, cache: Path | None) -> None:
        self._cache = cache
        self._known: dict[tuple[Path, int], Pixels] = {}

    def pixels(self, picture: Path, size: int) -> Pixels:
        """Give a picture fitted into a square.

        Args:
            picture: An image file.
            size: Side of the square in pixels: the width of the cell.
        """
        key = (picture, size)
        if key not in self._known:
            self._known[key] = self._prepared(picture, size)
        return self._known[key]

    def _prepared(self, picture: Path, size: int) -> Pixels:
        if self._cache is None:
            return rows_of(_scaled(picture.read_bytes(), size), size)
        stat = picture.stat()
        kept = self._cache / f"{picture.stem}-{stat.st_size}-{stat.st_mtime_ns}-{size}-{_RULE}.rgba"
        raw = found_ready(kept)
        if raw is None or len(raw) != size * size * 4:
            raw = _scaled(picture.read_bytes(), size)
            keep_ready(kept, raw)
        return rows_of(raw, size)


_WORKING_SIZE = 128
"""Pixels a picture is first brought to: fine enough for 12, cheap enough for hundreds."""

_BORDER = 5
"""Width of the white die-cut border at that size. It is for paper: scaled to a few pixels it only greys the edge."""


def _scaled(content: bytes, size: int) -> bytes:
    """Give the RGBA bytes of a picture without its die-cut border, with crisp edges and a pixel of air below and right."""
    from PIL import Image, ImageFilter  # noqa: PLC0415 - Pillow is loaded only when a picture was never seen before

    with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
        premultiplied = image.convert("RGBA").convert("RGBa")
    whole = premultiplied.resize((_WORKING_SIZE, _WORKING_SIZE), Image.Resampling.BOX).convert("RGBA")
    whole.putalpha(whole.getchannel("A").filter(ImageFilter.MinFilter(2 * _BORDER + 1)))
    inside = whole.crop(whole.getchannel("A").point(lambda alpha: 255 * (alpha > 127)).getbbox())  # noqa: PLR2004
    side = max(inside.size)
    square = Image.new("RGBA", (side, side))
    square.paste(inside, ((side - inside.width) // 2, (side - inside.height) // 2))
    small = square.convert("RGBa").resize((size - AIR, size - AIR), Image.Resampling.LANCZOS).convert("RGBA")
    small.putalpha(small.getchannel("A").point(_crisp))
    aired = Image.new("RGBA", (size, size))
    aired.paste(small)
    return aired.tobytes()


def _crisp(alpha: int) -> int:
    """Steepen a soft edge, a little in favour of the picture."""
    return max(0, min(255, round((alpha - 128) * 2.2 + 150)))


def rows_of(raw: bytes, width: int) -> Pixels:
    """Give RGBA bytes as rows of pixels.

    Args:
        raw: Four bytes a pixel, row by row.
        width: Pixels of a row.
    """
    pixels = [(raw[at], raw[at + 1], raw[at + 2], raw[at + 3]) for at in range(0, len(raw), 4)]
    return tuple(tuple(pixels[start : start + width]) for start in range(0, len(pixels), width))


def laid_on(pixels: Pixels, ground: Colour) -> tuple[tuple[Colour, ...], ...]:
    """Give the colours one sees when a picture lies on a plain ground."""
    return tuple(
        tuple(_over(pixel, ground) if 0 < pixel[3] < _OPAQUE else pixel[:3] if pixel[3] else ground for pixel in row)
        for row in pixels
    )


def _over(pixel: Pixel, ground: Colour) -> Colour:
    red, green, blue, alpha = pixel
    rest = _OPAQUE - alpha
    return (
        (red * alpha + ground[0] * rest) // 255,
        (green * alpha + ground[1] * rest) // 255,
        (blue * alpha + ground[2] * rest) // 255,
    )


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Give a colour between two.

    Args:
        one: The first.
        other: The second.
        share: How much of the second, 0 to 1.
    """
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return (red, green, blue)
