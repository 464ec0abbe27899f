"""Takes the picture a browser sends: into a file of this account alone, no larger and no slower than is allowed."""

import asyncio
import contextlib
import errno
import os
import secrets
from pathlib import Path

from aiohttp import web

from board.art.formats.kinds import is_known
from board.art.formats.limits import EMPTY
from board.disk import DISK, make_plain
from board.disk.modes import made_folders
from board.serve.refusals import No, TurnedAway

_ENDING = ".brought"
_START = 16
"""Bytes by which a picture is known."""

_AT_ONCE = 1 << 18
"""Bytes that are written in one go, outside the loop."""


async def received(
    request: web.Request, folder: Path, most_bytes: int, seconds: float, chunk_seconds: float = 15.0
) -> Path:
    """Take the body of a request as a picture; what it says it is called plays no part.

    Args:
        request: The body is the picture itself.
        folder: Where the file shall be, made when missing.
        most_bytes: How large it may be.
        seconds: How long all of it may take.
        chunk_seconds: How long nothing may come.

    Returns:
        The file; it belongs to the caller, who deletes it.

    Raises:
        TurnedAway: It is too large, too slow, empty or no picture, or there is no room; nothing is left of it.
    """
    if (request.content_length or 0) > most_bytes:
        raise TurnedAway(No.TOO_LARGE)
    file = folder / f"{secrets.token_hex(16)}{_ENDING}"
    try:
        handle = await asyncio.to_thread(_made, file)
        try:
            async with asyncio.timeout(seconds):
                await _written(request, handle, most_bytes, chunk_seconds)
        finally:
            os.close(handle)
    except BaseException as error:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
        if isinstance(error, web.RequestPayloadError):
            raise TurnedAway(No.ODD) from error
        if isinstance(error, TimeoutError):
            raise TurnedAway(No.SLOW) from error
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise TurnedAway(No.NO_SPACE) from error
        raise
    return file


async def small_body(request: web.Request, most_bytes: int, seconds: float) -> bytes:
    """Give the body of a request that can only be small.

    Args:
        request: Any.
        most_bytes: How large it may be.
        seconds: How long it may take.

    Raises:
        TurnedAway: It is too large or too slow.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            while chunk := await request.content.readany():
                body += chunk
                if len(body) > most_bytes:
                    raise TurnedAway(No.TOO_LARGE)
    except TimeoutError as error:
        raise TurnedAway(No.SLOW) from error
    except web.RequestPayloadError as error:
        raise TurnedAway(No.ODD) from error
    return bytes(body)


def swept(folder: Path) -> None:
    """Take away what a process that was ended left behind.

    Args:
        folder: Where pictures are brought to; nobody else may be taking any in there.
    """
    for file in folder.glob(f"*{_ENDING}"):
        with contextlib.suppress(OSError):
            file.unlink()


def _made(file: Path) -> int:
    made_folders(file.parent, private=True)
    handle = make_plain(file)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, 0o600)  # whatever its folder shares
    return handle


async def _written(request: web.Request, handle: int, most_bytes: int, chunk_seconds: float) -> None:
    waiting, total, is_known_yet = bytearray(), 0, False
    while True:
        async with asyncio.timeout(chunk_seconds):
            chunk = await request.content.readany()
        total += len(chunk)
        waiting += chunk
        if total > most_bytes:
            raise TurnedAway(No.TOO_LARGE)
        if not is_known_yet and (len(waiting) >= _START or not chunk):
            if not waiting:
                raise TurnedAway(No.NO_PICTURE, words=EMPTY)
            if not is_known(bytes(waiting[:_START])):
                raise TurnedAway(No.NO_PICTURE)
            is_known_yet = True
        if waiting and (len(waiting) >= _AT_ONCE or not chunk):
            await asyncio.to_thread(DISK.write, handle, bytes(waiting))
            waiting.clear()
        if not chunk:
            return
