"""What a kept picture is called: an id made of its pixels alone, so that a file can be held against its name."""

import hashlib

LONG_SIDE = 1024
"""Pixels a kept picture has at most: 300 dpi on 8 cm."""


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
