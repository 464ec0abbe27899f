"""What was made ready from a picture and is kept on this computer: given back only as it was kept."""

import hashlib
from pathlib import Path

from board.disk import put_if_possible, read_plain

_MOST = 16 << 20
"""Bytes: far more than the largest sticker for a poster has."""

_PROOF = 16
"""Bytes of the hash a file begins with."""


def found_ready(path: Path) -> bytes | None:
    """Give what was kept; None when there is nothing, or something else.

    Args:
        path: Where it was kept.
    """
    try:
        held = read_plain(path, _MOST)
    except OSError:
        return None
    data = held[_PROOF:]
    return data if held[:_PROOF] == _proof(data) else None


def keep_ready(path: Path, data: bytes) -> None:
    """Keep what was made ready; a failure only costs time.

    Args:
        path: Where, its folder is made when it is missing.
        data: All of it.
    """
    put_if_possible(path, _proof(data) + data)


def _proof(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_PROOF).digest()
