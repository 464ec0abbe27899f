"""Pictures as cells of the screen: two pixels a cell, one above the other."""

import hashlib
from pathlib import Path

from board.disk import NotSaved, put_file

Pixel = tuple[int, int, int, int]
"""Red, green, blue, alpha, each 0 to 255."""
Pixels = tuple[tuple[Pixel, ...], ...]
"""Rows of pixels, top first."""
Colour = tuple[int, int, int]


class StickerCells:
    """Pictures scaled to cells, each prepared once and kept on disk by its content.

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
        content = picture.read_bytes()
        if self._cache is None:
            return _rows(_scaled(content, size), size)
        name = hashlib.blake2b(content, digest_size=12).hexdigest()
        kept = self._cache / f"{name}-{size}.rgba"
        try:
            raw = kept.read_bytes()
        except OSError:
            raw = b""
        if len(raw) != size * size * 4:
            raw = _scaled(content, size)
            _keep(kept, raw)
        return _rows(raw, size)


def _keep(path: Path, raw: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put_file(path, raw)
    except (OSError, NotSaved):
        pass  # a cache that can't be written only costs time


def _scaled(content: bytes, size: int) -> bytes:
    """Give the RGBA bytes of a picture, area-averaged with its transparency."""
    import io  # noqa: PLC0415 - Pillow is loaded only when a picture was never seen before

    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
        whole = image.convert("RGBA").convert("RGBa")
        whole.thumbnail((size * 8, size * 8), Image.Resampling.BOX)
        small = whole.resize((size, size), Image.Resampling.BOX)
        return small.convert("RGBA").tobytes()


def _rows(raw: bytes, size: int) -> Pixels:
    pixels = [(raw[at], raw[at + 1], raw[at + 2], raw[at + 3]) for at in range(0, len(raw), 4)]
    return tuple(tuple(pixels[row * size : (row + 1) * size]) for row in range(size))


def laid_on(pixels: Pixels, ground: Colour) -> tuple[tuple[Colour, ...], ...]:
    """Give the colours one sees when a picture lies on a plain ground."""
    return tuple(tuple(_over(pixel, ground) for pixel in row) for row in pixels)


def _over(pixel: Pixel, ground: Colour) -> Colour:
    red, green, blue, alpha = pixel
    if alpha == 255:  # noqa: PLR2004 - fully opaque
        return (red, green, blue)
    rest = 255 - alpha
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
