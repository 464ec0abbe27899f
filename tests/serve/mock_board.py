"""A board server that does what a test says: our own page, and behind its websocket a terminal stream by hand."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from aiohttp import WSMsgType, web

from board.serve.policy import headers_for
from board.serve.static_files import load_static

TICKETED = ("upload", "bring")


class MockBoard:
    """A server for one page, in a thread of its own.

    Attributes:
        url: Its address.
        said: What the page said, in order: the fields of each text frame.
        keys: The bytes the page sent, joined.
        brought: Type and size of each picture that came, and the address it came to.
        status: What the page and its websocket are answered with; anything but 200 refuses them.
        answers: What a picture is answered with, status and words; 200 when empty.
        file: What lies under every ticket of a file, with its type.
        pongs: Whether pings are answered.
        begins: What a new connection is sent first: texts of the terminal, and fields of text frames.
    """

    def __init__(self) -> None:
        self.url = ""
        self.said: list[dict[str, Any]] = []
        self.keys = b""
        self.brought: list[tuple[str, str, int]] = []
        self.status = 200
        self.answers: list[tuple[int, str]] = []
        self.file = (b"", "application/pdf")
        self.pongs = True
        self.begins: list[str | dict[str, Any]] = ["\x1b[?1049h\x1b[?1000h\x1b[?1003h\x1b[?1006h\x1b[2Jhello"]
        self.asked: list[str] = []
        self._static = load_static()
        self._sockets: set[web.WebSocketResponse] = set()
        self._loop = asyncio.new_event_loop()

    def tell(self, kind: str, **fields: object) -> None:
        """Send every page a text frame."""
        self._all(lambda socket: socket.send_str(json.dumps({"kind": kind, **fields})))

    def paint(self, text: str) -> None:
        """Send every page what a terminal would paint."""
        self._all(lambda socket: socket.send_bytes(text.encode()))

    def drop(self) -> None:
        """Cut every connection, as a network does."""

        async def cut() -> None:
            for socket in list(self._sockets):
                transport = socket._req.transport if socket._req else None  # a close would be said to the page
                if transport:
                    transport.abort()

        self._run(cut())

    def heard(self, kind: str) -> list[dict[str, Any]]:
        """Give what the page said of one kind."""
        return [said for said in list(self.said) if said.get("kind") == kind]

    @property
    def connections(self) -> int:
        """How many pages are connected."""
        return len(self._sockets)

    def _all(self, work: Callable[[web.WebSocketResponse], Any]) -> None:
        async def each() -> None:
            for socket in list(self._sockets):
                await work(socket)

        self._run(each())

    def _run(self, work: Any) -> None:
        future: Future[None] = asyncio.run_coroutine_threadsafe(work, self._loop)
        future.result(10)

    async def _page(self, request: web.Request) -> web.Response:
        if self.status != 200:
            return web.Response(status=self.status)
        return self._html("page")

    def _html(self, name: str, **said: str) -> web.Response:
        page = self._static.page(name, **said)
        return web.Response(text=page, content_type="text/html", headers=dict(headers_for("/", "")))

    async def _bring_page(self, request: web.Request) -> web.Response:
        ticket = request.match_info["ticket"]
        return self._html(
            "bring", title="Pictures for the board", words="They go to the teacher.", ticket=ticket, many="yes"
        )

    async def _file_of_page(self, request: web.Request) -> web.Response:
        path = request.match_info.get("path", "manifest.webmanifest")
        file = self._static.find(path)
        if file is None:
            return web.Response(status=404)
        headers = file.headers(packed=file.packed is not None) | {
            "Content-Security-Policy": headers_for("/", "")["Content-Security-Policy"]
        }
        return web.Response(body=file.body if file.packed is None else file.packed, headers=headers)

    async def _picture(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.brought.append((request.path, request.content_type, len(body)))
        status, words = self.answers.pop(0) if self.answers else (200, "")
        return web.Response(text=words, status=status, headers={"Retry-After": "0.01"})

    async def _made(self, request: web.Request) -> web.Response:
        body, kind = self.file
        return web.Response(body=body, content_type=kind) if body else web.Response(status=403)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if self.status != 200:
            return web.Response(status=self.status)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            async for message in socket:
                if message.type is WSMsgType.BINARY:
                    self.keys += message.data
                elif message.type is WSMsgType.TEXT:
                    await self._hear(socket, json.loads(message.data))
        finally:
            self._sockets.discard(socket)
        return socket

    async def _hear(self, socket: web.WebSocketResponse, said: Mapping[str, Any]) -> None:
        if said["kind"] == "ping":
            if self.pongs:
                await socket.send_str('{"kind": "pong"}')
            return
        self.said.append(dict(said))
        if said["kind"] == "hello":
            for first in self.begins:
                await (
                    socket.send_bytes(first.encode()) if isinstance(first, str) else socket.send_str(json.dumps(first))
                )

    @web.middleware
    async def _note(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.asked.append(request.path)
        answer: web.StreamResponse = await handler(request)
        return answer

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=64 * 1024 * 1024, middlewares=[self._note])
        app.router.add_get("/", self._page)
        app.router.add_get("/ws", self._socket)
        app.router.add_get("/manifest.webmanifest", self._file_of_page)
        app.router.add_get("/static/{path:.*}", self._file_of_page)
        app.router.add_get("/bring/{ticket}", self._bring_page)
        app.router.add_get("/file/{ticket}", self._made)
        for kind in TICKETED:
            app.router.add_post(f"/{kind}/{{ticket}}", self._picture)
        return app

    async def _serve(self, ready: threading.Event) -> None:
        runner = web.AppRunner(self._app(), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._stop = asyncio.Event()
        ready.set()
        await self._stop.wait()
        await runner.cleanup()

    @contextmanager
    def running(self) -> Iterator["MockBoard"]:
        """Serve until the end of a `with`."""
        ready = threading.Event()
        thread = threading.Thread(target=lambda: self._loop.run_until_complete(self._serve(ready)), daemon=True)
        thread.start()
        ready.wait(10)
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._stop.set)
            thread.join(10)
            self._loop.close()
