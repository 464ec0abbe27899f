"""The conversation with one browser over its websocket: what it sends goes to its page, as long as it keeps to the rules."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from aiohttp import WSMsgType, web

from board.serve.cookies import Guest
from board.serve.limits import Limits
from board.serve.messages import GONE, PONG, Bye, Hello, Ping, frame, said_in
from board.serve.page import Page
from board.serve.pages import Full, Pages
from board.serve.sockets import messages, page_socket

_FIRST_WORD = 10.0
"""Seconds a browser may take to say what it is."""


class Asked(NamedTuple):
    """Somebody who asks for a websocket, and was looked at.

    Attributes:
        guest: Who asks.
        make: Makes a new page for them.
    """

    guest: Guest
    make: Callable[[Hello], Page]


async def talk(request: web.Request, pages: Pages, asked: Asked, limits: Limits) -> web.StreamResponse:
    """Talk with one browser until it is gone or the page has ended.

    Args:
        request: Asks for a websocket.
        pages: All pages.
        asked: Who asks.
        limits: How much it may say.
    """
    socket = page_socket(limits)
    await socket.prepare(request)
    with suppress(ConnectionError):
        hello = await _hello(socket)
        if hello is None:
            await socket.close()
            return socket
        try:
            page = pages.known(hello.page, asked.guest) or await pages.open(asked.guest, partial(asked.make, hello))
        except Full:
            await socket.send_str(frame(GONE, why="full"))
            await socket.close()
            return socket
        await page.attach(socket, hello)
        pages.tell_changed()
        try:
            await _listen(socket, pages, page, limits)
        finally:
            page.detach(socket)
            pages.tell_changed()
    return socket


async def _hello(socket: web.WebSocketResponse) -> Hello | None:
    try:
        first = await socket.receive(_FIRST_WORD)
    except TimeoutError:
        return None
    said = said_in(first.data) if first.type is WSMsgType.TEXT else None
    return said if isinstance(said, Hello) else None


async def _listen(socket: web.WebSocketResponse, pages: Pages, page: Page, limits: Limits) -> None:
    """Hand on what the browser sends."""
    async for message in messages(socket, limits):
        pages.touch()
        if isinstance(message, bytes):
            page.hear_bytes(message)
            continue
        said = said_in(message)
        if isinstance(said, Bye):
            page.end()
            return
        if isinstance(said, Ping):
            await socket.send_str(frame(PONG))
        elif said is not None:
            page.hear(said)
