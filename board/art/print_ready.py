"""Makes pictures ready for paper: flattened, sized and small, once for each content."""

import hashlib
import io
from pathlib import Path

from PIL import Image

from board.art.plain_art import plain_art
from board.art.ready_files import found_ready, keep_ready
from board.elsewhere import IN_THIS_THREAD, Elsewhere

_VERSION = 1
"""Rises when the same picture comes out differently; older cached files are then left alone."""

_QUALITY = 88


def print_ready(
    png: Path, px: int = 256, cache: Path | None = None, *, plain: bool = False, elsewhere: Elsewhere = IN_THIS_THREAD
) -> bytes:
    """Give a picture as a square JPEG on white.

    Args:
        png: A picture file; what is transparent turns white, what isn't square gets white sides.
        px: Side of the result in px; 256 are 300 dpi at 21.7 mm.
        cache: Folder that keeps results by content; one that can't be read or written only costs time.
        plain: Whether it becomes a plain shape in one ink, see `plain_art`.
        elsewhere: Where it is made when it was not before.

    Raises:
        OSError: When the picture itself can't be read.
    """
    content = png.read_bytes()
    kept = None if cache is None else cache / _file_name(content, px, plain=plain)
    found = None if kept is None else found_ready(kept)
    if found is not None:
        return found
    jpeg = elsewhere.run(_made_ready, content, px, plain=plain)
    if kept is not None:
        keep_ready(kept, jpeg)
    return jpeg


def _file_name(content: bytes, px: int, *, plain: bool) -> str:
    look = "-plain" if plain else ""
    return f"{hashlib.sha256(content).hexdigest()[:32]}-{px}{look}-v{_VERSION}.jpg"


def _made_ready(content: bytes, px: int, *, plain: bool) -> bytes:
    with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
        art = picture.convert("RGBA")
        return flattened(plain_art(art) if plain else art, px)


def flattened(art: Image.Image, px: int) -> bytes:
    """Give a picture on white as a square JPEG.

    Args:
        art: An RGBA picture.
        px: Side of the result in px.
    """
    side = max(art.size)
    white = Image.new("RGBA", (side, side), "white")
    white.alpha_composite(art, ((side - art.width) // 2, (side - art.height) // 2))
    filtered = Image.Resampling.BOX if side % px == 0 else Image.Resampling.LANCZOS
    jpeg = io.BytesIO()
    white.convert("RGB").resize((px, px), filtered).save(jpeg, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return jpeg.getvalue()
