"""Pictures that are brought: from the page of whoever is let in, or from another device that has a ticket and nothing else."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from board.errors import Refusal
from board.serve.guard import GUEST, Guard, Written
from board.serve.refusals import No, TurnedAway
from board.serve.tickets import ANYBODY, BRING, UPLOAD, Tickets
from board.serve.uploads import received

Taking = Callable[[object, Path], Awaitable[None]]
"""Gets what a ticket was good for, and the file that came with it, which it deletes; a Refusal is said to who brought it."""


class Bringing:
    """Takes pictures.

    Args:
        guard: Stands before it.
        tickets: The tickets that are out.
        folder: Where pictures lie until they are taken.
        take: What becomes of them.
        written: Writes its page, `bring`.
    """

    def __init__(self, guard: Guard, tickets: Tickets, folder: Path, take: Taking, written: Written) -> None:
        self._guard, self._tickets, self._folder, self._take, self._written = guard, tickets, folder, take, written
        self._on_their_way = 0

    def add_to(self, app: web.Application) -> None:
        """Serve it: `/upload/{ticket}` and `/bring/{ticket}`."""
        app.router.add_post("/upload/{ticket}", self.upload)
        app.router.add_get("/bring/{ticket}", self.show)
        app.router.add_post("/bring/{ticket}", self.bring)

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """Take a picture from a page; its ticket is bound to who opened the page.

        Raises:
            TurnedAway: It can't be taken.
        """
        return await self._brought(request, UPLOAD, request[GUEST].guest)

    async def bring(self, request: web.Request) -> web.StreamResponse:
        """Take a picture from another device.

        Raises:
            TurnedAway: It can't be taken.
        """
        return await self._brought(request, BRING, ANYBODY)

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the page on which another device chooses a picture; its ticket still counts afterwards.

        Raises:
            TurnedAway: The ticket does not count.
        """
        if self._tickets.look(request.match_info["ticket"], BRING, ANYBODY) is None:
            self._guard.went_wrong(request)
            raise TurnedAway(No.DEAD_TICKET)
        return web.Response(text=self._written("bring"), content_type="text/html")

    async def _brought(self, request: web.Request, kind: str, guest: str) -> web.StreamResponse:
        limits, ticket = self._guard.limits, request.match_info["ticket"]
        if self._on_their_way >= limits.pictures_at_once:
            raise TurnedAway(No.BUSY, wait=3)
        value = self._tickets.take(ticket, kind, guest)
        if value is None:
            self._guard.went_wrong(request)
            raise TurnedAway(No.DEAD_TICKET)
        self._on_their_way += 1
        try:
            file = await received(request, self._folder, limits.picture, limits.picture_within, limits.chunk_within)
            await self._take(value, file)
        except BaseException as error:
            self._tickets.give_back(ticket)  # who was refused, or lost the Wi-Fi, may try again
            if isinstance(error, Refusal) and not isinstance(error, TurnedAway):
                raise TurnedAway(No.NO_PICTURE, words=str(error)) from error
            raise
        finally:
            self._on_their_way -= 1
        return web.Response(status=204)
