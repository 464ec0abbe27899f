"""A server of one odd page, in a thread: what tests of pages must notice is planted in it."""

import asyncio
import threading
from types import TracebackType
from typing import Self

from aiohttp import web

_PAGE = """<!doctype html><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<div class="xterm-screen"></div><button>A</button><script src="/page.js"></script>{planted}"""
_SCRIPT = """
const terminal = document.querySelector(".xterm-screen");
Object.assign(terminal.style, { position: "absolute", left: "0", top: "0", width: "100vw", height: "90vh", touchAction: "none" });
const cell = () => [innerWidth / 52, innerHeight * 0.9 / 52];
const hello = () => JSON.stringify({ kind: "hello", columns: 52, lines: 52, dark: matchMedia("(prefers-color-scheme: dark)").matches });
let socket;
function connect() {
  socket = new WebSocket(`ws://${location.host}/ws`);
  socket.onopen = () => socket.send(hello());
  socket.onclose = () => setTimeout(connect, 100);
}
const say = (what) => (event) => {
  const touch = event.changedTouches[0], [wide, high] = cell();
  const where = `${Math.floor(touch.clientX / wide)} ${Math.floor(touch.clientY / high)}`;
  socket.send(JSON.stringify({ kind: what, where, fingers: event.touches.length, dots: devicePixelRatio }));
};
for (const what of ["touchstart", "touchmove", "touchend"]) terminal.addEventListener(what, say(what));
addEventListener("resize", () => socket.send(JSON.stringify({ kind: "size", columns: 80, lines: 20 })));
connect();
"""
_POLICY = "default-src 'self'; img-src * data:; style-src-attr 'unsafe-inline'"


class LittleServer:
    """The server, ended together with the `with` block.

    Args:
        planted: What stands at the end of its page.
    """

    def __init__(self, planted: str = "") -> None:
        self._planted = planted
        self._loop = asyncio.new_event_loop()
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.base = ""

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._is_up.wait(30)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        runner = web.AppRunner(self._app(), shutdown_timeout=0.1)
        self._loop.run_until_complete(runner.setup())
        self._loop.run_until_complete(web.TCPSite(runner, "127.0.0.1", 0).start())
        self.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._is_up.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())
        self._loop.close()

    def _app(self) -> web.Application:
        async def door(_: web.Request) -> web.Response:
            page = '<!doctype html><link rel="icon" href="data:,"><a href="/">Open</a>'
            return web.Response(text=page, content_type="text/html")

        async def page(_: web.Request) -> web.Response:
            policy = {"Content-Security-Policy": _POLICY}
            return web.Response(text=_PAGE.format(planted=self._planted), content_type="text/html", headers=policy)

        async def script(_: web.Request) -> web.Response:
            return web.Response(text=_SCRIPT, content_type="text/javascript")

        app = web.Application()
        app.router.add_get("/in/token", door)
        app.router.add_get("/", page)
        app.router.add_get("/page.js", script)
        app.router.add_get("/ws", _talk)
        return app


async def _talk(request: web.Request) -> web.WebSocketResponse:
    """Write what the page says into its terminal."""
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    async for message in socket:
        said = message.json()
        await socket.send_bytes(b"\x1b[2J\x1b[1;1H" + " ".join(str(word) for word in said.values()).encode())
    return socket
