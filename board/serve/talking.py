"""The conversation with one browser over its websocket: what it sends goes to its page, as long as it keeps to the rules."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from aiohttp import WSMsgType, web

from board.serve.cookies import Guest
from board.serve.messages import GONE, Bye, Hello, frame, said_in
from board.serve.page import Page
from board.serve.pages import Full, Pages

LONGEST_FRAME = 1 << 16
"""Bytes of one frame a browser may send."""

_FIRST_WORD = 10.0
"""Seconds a browser may take to say what it is."""

_BEAT = 20.0
"""Seconds between two signs of life, without which a connection counts as gone."""

_MOST_FRAMES = 400
"""Frames a second; a finger that draws sends sixty."""


async def talk(request: web.Request, pages: Pages, guest: Guest, make: Callable[[Hello], Page]) -> web.StreamResponse:
    """Talk with one browser until it is gone or the page has ended.

    Args:
        request: Asks for a websocket; who asks was looked at before.
        pages: All pages.
        guest: Who asks.
        make: Makes a new page.
    """
    socket = web.WebSocketResponse(heartbeat=_BEAT, compress=False, max_msg_size=LONGEST_FRAME, autoping=True)
    await socket.prepare(request)
    with suppress(ConnectionError):
        hello = await _hello(socket)
        if hello is None:
            await socket.close()
            return socket
        try:
            page = pages.known(hello.page, guest) or await pages.open(partial(make, hello))
        except Full:
            await socket.send_str(frame(GONE, why="full"))
            await socket.close()
            return socket
        await page.attach(socket, hello)
        pages.tell_changed()
        try:
            await _listen(socket, pages, page)
        finally:
            await page.detach(socket)
            pages.tell_changed()
    return socket


async def _hello(socket: web.WebSocketResponse) -> Hello | None:
    try:
        first = await socket.receive(_FIRST_WORD)
    except TimeoutError:
        return None
    said = said_in(first.data) if first.type is WSMsgType.TEXT else None
    return said if isinstance(said, Hello) else None


async def _listen(socket: web.WebSocketResponse, pages: Pages, page: Page) -> None:
    """Hand on what the browser sends; one that sends more than hands can is let go."""
    loop = asyncio.get_running_loop()
    since, count = loop.time(), 0
    async for message in socket:
        if loop.time() - since > 1:
            since, count = loop.time(), 0
        count += 1
        if count > _MOST_FRAMES:
            await socket.close()
            return
        pages.touch()
        if message.type is WSMsgType.BINARY:
            page.hear_bytes(message.data)
        elif message.type is WSMsgType.TEXT:
            said = said_in(message.data)
            if isinstance(said, Bye):
                page.end()
                return
            if said is not None:
                page.hear(said)
