"""The way in by a link: a page with one button, and only the button uses the link."""

import asyncio
import hashlib
import re
import secrets
from typing import NamedTuple
from urllib.parse import parse_qs

from aiohttp import web

from board.errors import Refusal
from board.serve.guard import AnyLink, Guard, Written, new_guest
from board.serve.refusals import No, TurnedAway
from board.serve.uploads import small_body

_TAPPED_TWICE = 120.0
"""Seconds in which the same page may send its form again: it was tapped twice, or the answer was lost on the way."""

_VISIT = re.compile(r"[A-Za-z0-9_-]{20,40}")


class _CameIn(NamedTuple):
    link: AnyLink
    guest: str
    until: float


class Entrance:
    """Lets browsers in.

    Programs that only look at a link in order to show a preview of it, or to see whether it is harmful, do no harm: they
    get the page, and the link still counts.

    Args:
        guard: Knows the links, and makes the cookies.
        written: Writes its page, `in`, with the words of `visit`.
    """

    def __init__(self, guard: Guard, written: Written) -> None:
        self._guard, self._written = guard, written
        self._one_at_a_time = asyncio.Lock()
        self._came_in: dict[bytes, _CameIn] = {}

    def add_to(self, app: web.Application) -> None:
        """Serve it: `/in/{token}`."""
        app.router.add_get("/in/{token}", self.show)
        app.router.add_post("/in/{token}", self.let_in)

    async def show(self, request: web.Request) -> web.StreamResponse:  # noqa: ARG002 - every link is answered the same
        """Show the page with the button; whether the link counts is not looked at yet."""
        page = self._written("in", visit=secrets.token_urlsafe(18))
        answer = web.Response(text=page, content_type="text/html")
        answer.force_close()
        return answer

    async def let_in(self, request: web.Request) -> web.StreamResponse:
        """Use the link, and let the browser in.

        Raises:
            TurnedAway: The link does not count.
        """
        limits = self._guard.limits
        body = await small_body(request, limits.body, limits.body_within)
        visit = parse_qs(body.decode("ascii", "replace"), max_num_fields=4).get("visit", [""])[0]
        came_in = await self._used(request.match_info["token"], visit)
        if came_in is None:
            self._guard.went_wrong(request)
            raise TurnedAway(No.DEAD_LINK)
        answer = web.Response(status=303, headers={"Location": "/"})
        self._guard.seat(answer, came_in.link, came_in.guest)
        answer.force_close()
        return answer

    async def _used(self, token: str, visit: str) -> _CameIn | None:
        key = hashlib.sha256(f"{token} {visit}".encode("utf-8", "replace")).digest()
        async with self._one_at_a_time:
            now = self._guard.site.clock()
            self._came_in = {one: came_in for one, came_in in self._came_in.items() if now < came_in.until}
            if came_in := self._came_in.get(key):
                return came_in
            try:
                link = await asyncio.to_thread(self._guard.links.use, token)
            except Refusal as error:  # its words are for who sits at the computer
                raise TurnedAway(No.BUSY, wait=5) from error
            if link is None:
                return None
            came_in = _CameIn(link, new_guest(), now + _TAPPED_TWICE)
            if _VISIT.fullmatch(visit):
                self._came_in[key] = came_in
            return came_in
