"""What browsers load: the files the board came with, and a file for whoever has a ticket for it."""

from collections.abc import Callable

from aiohttp import web

from board.serve.guard import GUEST
from board.serve.in_browser import Outgoing
from board.serve.refusals import No, TurnedAway
from board.serve.static_files import StaticFiles
from board.serve.tickets import FILE, Tickets


class HandingOut:
    """Hands files out.

    Args:
        static: The files the board came with.
        tickets: The tickets that are out.
        went_wrong: Called with a request whose ticket does not count.
    """

    def __init__(self, static: StaticFiles, tickets: Tickets, went_wrong: Callable[[web.Request], object]) -> None:
        self._static, self._tickets, self._went_wrong = static, tickets, went_wrong

    def add_to(self, app: web.Application) -> None:
        """Serve it: `/`, `/static/...`, `/manifest.webmanifest` and `/file/{ticket}`."""
        app.router.add_get("/", self.page)
        app.router.add_get("/static/{path:.+}", self.static)
        app.router.add_get("/manifest.webmanifest", self.manifest)
        app.router.add_get("/file/{ticket}", self.file)

    async def page(self, _: web.Request) -> web.Response:
        """Hand out the page the board is shown in."""
        return web.Response(text=self._static.page("page"), content_type="text/html")

    async def static(self, request: web.Request) -> web.Response:
        """Hand out a file the board came with."""
        return self._sent(request, request.match_info["path"])

    async def manifest(self, request: web.Request) -> web.Response:
        """Hand out what makes the page an app of a device."""
        return self._sent(request, "manifest.webmanifest")

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Hand out a file to the guest who has a ticket for it.

        Raises:
            TurnedAway: The ticket does not count.
        """
        file = self._tickets.take(request.match_info["ticket"], FILE, request[GUEST].guest)
        if not isinstance(file, Outgoing):
            self._went_wrong(request)
            raise TurnedAway(No.DEAD_TICKET)
        name = "".join(sign for sign in file.name if sign.isascii() and (sign.isalnum() or sign in "-_ ."))
        shown = {"Content-Type": file.type, "Content-Disposition": f'inline; filename="{name}"'}
        return web.FileResponse(file.path, headers=shown)

    def _sent(self, request: web.Request, name: str) -> web.Response:
        file = self._static.find(name)
        if file is None:
            raise web.HTTPNotFound
        if request.headers.get("If-None-Match") == file.tag:
            return web.Response(status=304, headers={"ETag": file.tag})
        packed = file.packed if "gzip" in request.headers.get("Accept-Encoding", "") else None
        headers = file.headers(packed=packed is not None)
        return web.Response(body=file.body if packed is None else packed, headers=headers)
