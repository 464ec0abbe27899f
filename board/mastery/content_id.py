"""What a kept picture is called: an id made of its pixels alone, so that a file can be held against its name."""

import hashlib
import re

LONG_SIDE = 1024
"""Pixels a kept picture has at most: 300 dpi on 8 cm."""

_ID = re.compile(r"[0-9a-f]{32}")


def is_content_id(text: str) -> bool:
    """Tell whether a text may be the content id of a picture."""
    return _ID.fullmatch(text) is not None


def content_id(width: int, height: int, rgba: bytes) -> str:
    """Give the content id of a picture, 32 lowercase hex digits; equal pictures share it.

    Args:
        width: In px.
        height: In px.
        rgba: Four bytes a pixel, row by row.
    """
    content = hashlib.sha256(b"%d %d " % (width, height))
    content.update(rgba)
    return content.hexdigest()[:32]
