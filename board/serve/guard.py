"""The guard of the board's address: who may ask for what, how often, from where; the same for every request."""

import asyncio
import json
import re
import secrets
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from board.serve.buckets import Buckets
from board.serve.cookies import Guest, baked, cookie_name, guest_in
from board.serve.hosts import Hosts, is_plain, network_of
from board.serve.limits import Limits
from board.serve.policy import headers_for
from board.serve.refusals import No, TurnedAway
from board.terminal.crash import told

_OPEN = re.compile(r"/in/[^/]+|/bring/[^/]+|/static/.+|/manifest\.webmanifest|/favicon\.ico")
"""What needs no cookie: the ways in, and what is the same for everybody."""

_PICTURES = ("/upload/", "/bring/")
_SOCKET = "/ws"
_ENTRANCES = re.compile(r"/(?:in/.+|bring/.+)?")
"""What another site may lead to, as a page of its own."""

_METHODS = {"GET", "HEAD", "POST"}
_DAY = 86400.0


class Written(Protocol):
    """Writes the pages that are no board."""

    def __call__(self, name: str, **said: str) -> str:
        """Give a page with what is said on it; whatever that holds, it stands there as text.

        Args:
            name: `in`, `bring` or `refused`.
            said: A text for each of its fields.
        """
        ...


class AnyLink(Protocol):
    """What the guard needs to know of a link."""

    @property
    def id(self) -> str:
        """Names it for ever."""
        ...

    @property
    def is_standing(self) -> bool:
        """Whether it lets in again and again."""
        ...


class AnyLinks(Protocol):
    """What the guard needs of the links of a class."""

    def of(self, id_: str, /) -> AnyLink | None:
        """Give a link, None once it was revoked."""
        ...

    def use(self, token: str, /) -> AnyLink | None:
        """Let somebody in by a token; a one-time link does so once."""
        ...


GUEST = web.RequestKey("guest", Guest)
"""Who sent a request: `request[GUEST]`, in whatever needs a cookie."""

LINK = web.RequestKey[AnyLink]("link")
"""The link they came in by."""


class Site(NamedTuple):
    """What the guard knows of where it stands.

    Attributes:
        hosts: The names under which the board is served.
        secret: Random bytes that cookies are made with.
        faults: Folder for what is known of faults.
        refused: Makes the page that says a sentence to somebody who opened an address by hand.
        now: Gives seconds since 1970.
        clock: Gives seconds that only grow.
        address_of: Gives the address a request came from.
    """

    hosts: Hosts
    secret: bytes
    faults: Path
    refused: Callable[[str], str]
    now: Callable[[], float] = time.time
    clock: Callable[[], float] = time.monotonic
    address_of: Callable[[web.Request], str] = lambda request: request.remote or ""


class Guard:
    """Looks at every request before anything else does, and at every answer after everything else did.

    Args:
        site: Where it stands.
        links: The links by which browsers come in.
        limits: How much is let through.
    """

    def __init__(self, site: Site, links: AnyLinks, limits: Limits = Limits()) -> None:  # noqa: B008 - a value
        self.site, self.links, self.limits = site, links, limits
        self._requests = Buckets(limits.requests, site.clock)
        self._guests = Buckets(limits.guest_requests, site.clock)
        self._wrong = Buckets(limits.wrong, site.clock)

    def protect(self, app: web.Application) -> None:
        """Stand before everything of an application; it must be the first that is added to it."""
        app.middlewares.extend(self.middlewares())
        app.on_response_prepare.append(self.headers)

    def middlewares(self) -> tuple[Middleware, ...]:
        """Give what stands before every handler."""
        return (self._watch,)

    def is_let_in(self, guest: Guest) -> bool:
        """Tell whether a guest still is one: pages that stay open ask this now and then, and end where it is not so.

        Args:
            guest: From the request that opened the page.
        """
        return self.site.now() < guest.until and self.links.of(guest.link_id) is not None

    def seat(self, answer: web.StreamResponse, link: AnyLink, guest: str) -> None:
        """Let a browser be known from now on.

        Args:
            answer: What it is told with.
            link: The link it came in by.
            guest: Its id.
        """
        lasts = self.limits.standing_guest if link.is_standing else self.limits.once_guest
        is_secure = self.site.hosts.is_secure
        answer.set_cookie(
            cookie_name(self.site.hosts.port, is_secure=is_secure),
            baked(self.site.secret, link.id, guest, int(self.site.now() + lasts)),
            max_age=int(lasts),
            path="/",
            secure=is_secure,
            httponly=True,
            samesite="Strict",
        )

    def went_wrong(self, request: web.Request) -> None:
        """Remember that somebody came with a token or a ticket that does not count.

        Raises:
            TurnedAway: It has happened too often.
        """
        if not self._wrong.admits(network_of(self.site.address_of(request))):
            raise TurnedAway(No.FLOOD, wait=30)

    async def headers(self, request: web.Request, answer: web.StreamResponse) -> None:
        """Give an answer its headers, right before it goes out."""
        host = self.site.hosts.named_in(_only(request, "Host") or "")
        scheme = "wss" if self.site.hosts.is_secure else "ws"
        socket = f"{scheme}://{host}" if host else ""
        for name, value in headers_for(request.path, socket).items():
            answer.headers[name] = value
        if answer.status >= No.ODD.status:
            answer.headers["Cache-Control"] = "no-store"  # what was refused once may be there the next time

    @web.middleware
    async def _watch(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            self._look_at(request)
            return self._renewed(request, await handler(request))
        except TurnedAway as no:
            return self._turned_away(request, no)
        except web.HTTPException as answer:
            if answer.status < No.ODD.status:
                raise
            return self._turned_away(request, TurnedAway(_BY_STATUS.get(answer.status, No.ODD)))
        except ConnectionError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, a browser is told no more than that
            await asyncio.to_thread(told, error, self.site.faults)
            return self._turned_away(request, TurnedAway(No.FAULT))

    def _look_at(self, request: web.Request) -> None:
        """Let a request through.

        Raises:
            TurnedAway: It is not let through.
        """
        who = network_of(self.site.address_of(request))
        if not self._requests.admits(who):
            raise TurnedAway(No.FLOOD, wait=10)
        if request.method not in _METHODS:
            raise TurnedAway(No.NOT_SO)
        if not is_plain(request.raw_path):
            raise TurnedAway(No.NOT_HERE)
        self._look_where_from(request)
        self._look_at_body(request)
        if _OPEN.fullmatch(request.path):
            if not request.path.startswith(_KEPT) and not self._wrong.has(who):
                raise TurnedAway(No.FLOOD, wait=30)
            return
        self._look_who(request)

    def _look_where_from(self, request: web.Request) -> None:
        host = _only(request, "Host")
        if host is None or self.site.hosts.named_in(host) is None:
            raise TurnedAway(No.ELSEWHERE)
        wants_socket = "Upgrade" in request.headers
        if wants_socket and request.path != _SOCKET:
            raise TurnedAway(No.ODD)
        origin = _only(request, "Origin")
        must_be_own = "Origin" in request.headers or wants_socket or request.method == "POST"
        if must_be_own and not self.site.hosts.is_own(origin, host):
            raise TurnedAway(No.OTHER_SITE)
        if request.headers.get("Sec-Fetch-Site", "none") in {"same-origin", "none"}:
            return
        is_page = request.headers.get("Sec-Fetch-Dest") == "document"
        if not (is_page and request.method == "GET" and _ENTRANCES.fullmatch(request.path)):
            raise TurnedAway(No.OTHER_SITE)

    def _look_at_body(self, request: web.Request) -> None:
        if request.headers.get("Content-Encoding", "identity") != "identity":
            raise TurnedAway(No.PACKED)
        if request.method != "POST" and request.can_read_body:
            raise TurnedAway(No.ODD)
        most = self.limits.picture if request.path.startswith(_PICTURES) else self.limits.body
        if (request.content_length or 0) > most:
            raise TurnedAway(No.TOO_LARGE)

    def _look_who(self, request: web.Request) -> None:
        guest = guest_in(
            request.headers.getall("Cookie", ()),
            cookie_name(self.site.hosts.port, is_secure=self.site.hosts.is_secure),
            self.site.secret,
            self.site.now(),
        )
        link = None if guest is None else self.links.of(guest.link_id)
        if guest is None or link is None:
            raise TurnedAway(No.NO_LINK)
        if not self._guests.admits(guest.guest):
            raise TurnedAway(No.FLOOD, wait=10)
        request[GUEST], request[LINK] = guest, link

    def _renewed(self, request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
        """Let a browser of a standing link be known for longer, now and then when it opens the page."""
        if request.path == "/" and not answer.prepared:
            guest, link = request[GUEST], request[LINK]
            if link.is_standing and guest.until - self.site.now() < self.limits.standing_guest - _DAY:
                self.seat(answer, link, guest.guest)
        return answer

    def _turned_away(self, request: web.Request, no: TurnedAway) -> web.Response:
        if request.writer.output_size > 0:
            raise ConnectionResetError  # it was answered already, in part; nothing sensible can follow
        headers: Mapping[str, str] = {} if no.wait is None else {"Retry-After": str(no.wait)}
        if no.why is No.NOT_SO:
            headers = {"Allow": ", ".join(sorted(_METHODS))}
        if "text/html" in request.headers.get("Accept", ""):
            text, kind = self.site.refused(str(no)), "text/html"
        elif request.path.startswith(_PICTURES):
            text, kind = json.dumps({"words": str(no)}), "application/json"  # a script shows them
        else:
            text, kind = str(no), "text/plain"
        answer = web.Response(status=no.why.status, text=text, content_type=kind, headers=headers)
        if request.can_read_body or "Upgrade" in request.headers:
            answer.force_close()  # what follows may be another request in disguise
        return answer


def new_guest() -> str:
    """Give an id for a browser that comes in."""
    return secrets.token_urlsafe(12)


_KEPT = "/static/"
_BY_STATUS = {no.status: no for no in (No.NOT_HERE, No.NOT_SO, No.TOO_LARGE, No.LONG_HEAD)}


def _only(request: web.Request, name: str) -> str | None:
    """Give a header that may be there once, None where it is missing or there are several."""
    found = request.headers.getall(name, ())
    return found[0] if len(found) == 1 else None
