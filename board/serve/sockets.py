"""The socket of a page: how large and how many its messages may be, and that it is still there."""

import time
from collections.abc import AsyncIterator, Callable

from aiohttp import WSCloseCode, WSMsgType, web

from board.serve.buckets import Buckets
from board.serve.limits import Limits

_FAREWELL = 3.0
"""Seconds for the other side to say goodbye."""


def page_socket(limits: Limits) -> web.WebSocketResponse:
    """Make the socket of a page, to be prepared and read by `messages`.

    Args:
        limits: How large its messages may be, and how often it is asked whether it is there.
    """
    # What it sends is not packed: a page's messages are small, and unpacking is work somebody else decides about.
    return web.WebSocketResponse(
        compress=False, max_msg_size=limits.frame, heartbeat=limits.heartbeat, autoping=False, timeout=_FAREWELL
    )


async def messages(
    socket: web.WebSocketResponse, limits: Limits, clock: Callable[[], float] = time.monotonic
) -> AsyncIterator[str | bytes]:
    """Give what a page says, until it closes its socket or says too much.

    Args:
        socket: From `page_socket`, prepared.
        limits: How much is too much.
        clock: Gives seconds that only grow.
    """
    counted = Buckets(limits.frames, clock)
    async for message in socket:
        if message.type is WSMsgType.ERROR:
            return
        if not counted.admits(""):
            await socket.close(code=WSCloseCode.POLICY_VIOLATION, message=b"too much")
            return
        if message.type is WSMsgType.PING:
            await socket.pong(message.data)
        elif message.type in {WSMsgType.TEXT, WSMsgType.BINARY}:
            yield message.data
