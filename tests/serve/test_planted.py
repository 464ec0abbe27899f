"""Each guard was seen to fail: with one of them switched off, what it keeps out gets in; with all of them, it does not."""

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from aiohttp import WSServerHandshakeError, web

import guarded as guarded_module
from board.serve import door, entrance, guard, uploads
from board.serve.bringing import Bringing
from board.serve.buckets import Buckets, Rate
from board.serve.cookies import Guest, baked
from board.serve.entrance import Entrance
from board.serve.guard import Guard
from board.serve.hosts import Hosts
from board.serve.limits import Limits
from board.serve.refusals import No, TurnedAway
from board.serve.tickets import UPLOAD, Tickets, _Given, _key
from guarded import Reached, StandInLink, guarded, written

Attack = Callable[["Place"], Awaitable[bool]]
Fault = Callable[[pytest.MonkeyPatch], None]

LIMITS = Limits(
    requests=Rate(40, 1),
    guest_requests=Rate(20, 1),
    wrong=Rate(5, 1),
    picture=100_000,
    connections=6,
    idle_connection=0.2,
    chunk_within=0.2,
    frames=Rate(30, 1),
    socket_bytes=Rate(200_000, 1),
    linger=0.1,
)
LOOSE = LIMITS._replace(
    connections=1000, idle_connection=30.0, frame=10_000_000, socket_bytes=Rate(10_000_000, 1), picture=10_000_000
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


class Place(NamedTuple):
    """Where an attack goes.

    Attributes:
        site: Behind its guard.
        tickets: The tickets that are out.
        folder: A folder whose files can be asked for, with a secret beside it.
        taken: Pictures that were taken.
    """

    site: Reached
    tickets: Tickets
    folder: Path
    taken: list[bytes]

    async def gets(self, path: str, headers: dict[str, str] | None = None, method: str = "GET") -> bool:
        status, _ = await self.site.asked(method, path, headers)
        return status in {200, 204, 303}

    async def sends(self, ticket: str, data: bytes, **headers: str) -> bool:
        said = self.site.let_in() | headers
        return (await self.site.asked("POST", f"/upload/{ticket}", said, data))[0] == 204


async def foreign_host(at: Place) -> bool:
    return await at.gets("/who", {"Cookie": at.site.cookie(), "Host": f"evil.example:{at.site.port}"})


async def foreign_socket(at: Place) -> bool:
    headers = {"Cookie": at.site.cookie(), "Origin": "http://evil.example"}
    try:
        socket = await at.site.session.ws_connect(at.site.origin + "/ws", headers=headers)
    except WSServerHandshakeError:
        return False
    await socket.close()
    return True


async def foreign_post(at: Place) -> bool:
    return await at.gets("/said", {"Cookie": at.site.cookie(), "Origin": "null"}, "POST")


async def foreign_picture(at: Place) -> bool:
    headers = {"Cookie": at.site.cookie(), "Sec-Fetch-Site": "same-site", "Sec-Fetch-Dest": "image"}
    return await at.gets("/file/x", headers)


async def no_cookie(at: Place) -> bool:
    return await at.gets("/who")


async def forged_cookie(at: Place) -> bool:
    forged = f"board-{at.site.port}=" + baked(bytes(32), "kiosk", "guest", int(at.site.clock()) + 100)
    return await at.gets("/who", {"Cookie": forged})


async def old_cookie(at: Place) -> bool:
    return await at.gets("/who", {"Cookie": at.site.cookie(lasts=-1)})


async def revoked_link(at: Place) -> bool:
    cookie = at.site.cookie()
    del at.site.links.there["kiosk"]
    return await at.gets("/who", {"Cookie": cookie})


async def revoked_page(at: Place) -> bool:
    del at.site.links.there["kiosk"]
    return at.site.guard.is_let_in(Guest("kiosk", "guest", int(at.site.clock()) + 100))


async def used_ticket(at: Place) -> bool:
    ticket = at.tickets.give(UPLOAD, 1, "guest-1", "p")
    assert await at.sends(ticket, PNG)
    return await at.sends(ticket, PNG)


async def foreign_ticket(at: Place) -> bool:
    return await at.sends(at.tickets.give(UPLOAD, 1, "guest-2", "p"), PNG)


async def old_ticket(at: Place) -> bool:
    ticket = at.tickets.give(UPLOAD, 1, "guest-1", "p")
    at.site.clock.at += 300
    return await at.sends(ticket, PNG)


async def ticket_of_another_kind(at: Place) -> bool:
    return await at.sends(at.tickets.give("file", 1, "guest-1", "p"), PNG)


async def large_picture(at: Place) -> bool:
    return await at.sends(at.tickets.give(UPLOAD, 1, "guest-1", "p"), PNG + bytes(200_000))


async def large_picture_in_pieces(at: Place) -> bool:
    async def pieces() -> object:
        for _ in range(20):
            yield PNG + bytes(10_000)

    ticket = at.tickets.give(UPLOAD, 1, "guest-1", "p")
    url = f"{at.site.origin}/upload/{ticket}"
    async with at.site.session.post(url, headers=at.site.let_in(), data=pieces()) as answer:
        return answer.status == 204


async def no_picture(at: Place) -> bool:
    return await at.sends(at.tickets.give(UPLOAD, 1, "guest-1", "p"), b"<svg><script>" * 20)


async def packed_picture(at: Place) -> bool:
    return await at.sends(at.tickets.give(UPLOAD, 1, "guest-1", "p"), PNG, **{"Content-Encoding": "gzip"})


async def left_behind(at: Place) -> bool:
    await at.sends(at.tickets.give(UPLOAD, 1, "guest-1", "p"), b"no picture at all")
    return bool(list((at.folder.parent / "brought").iterdir()))


async def slow_picture(at: Place) -> bool:
    ticket = at.tickets.give(UPLOAD, 1, "guest-1", "p")
    head = (
        f"POST /upload/{ticket} HTTP/1.1\r\nHost: 127.0.0.1:{at.site.port}\r\nOrigin: {at.site.origin}\r\n"
        f"Cookie: {at.site.cookie()}\r\nContent-Length: 200\r\n\r\n"
    )
    return await waits(at, head.encode() + PNG)


async def slow_words(at: Place) -> bool:
    return await waits(at, b"GET / HTTP/1.1\r\n")


async def waits(at: Place, sent: bytes) -> bool:
    """Whether somebody who says no more is still waited for a second later."""
    reader, writer = await asyncio.open_connection("127.0.0.1", at.site.port)
    writer.write(sent)
    try:
        await asyncio.wait_for(reader.read(), 1)
    except TimeoutError:
        return True
    finally:
        writer.close()
    return False


async def many_connections(at: Place) -> bool:
    many = [await asyncio.open_connection("127.0.0.1", at.site.port) for _ in range(20)]
    await asyncio.sleep(0)
    many[-1][1].write(f"GET /static/x HTTP/1.1\r\nHost: 127.0.0.1:{at.site.port}\r\n\r\n".encode())
    try:
        return (await asyncio.wait_for(many[-1][0].readline(), 5)).startswith(b"HTTP/1.1 200")
    except ConnectionError:
        return False
    finally:
        for _, writer in many:
            writer.close()


async def way_up(at: Place) -> bool:
    lines = f"GET /files/..%2fsecret.txt HTTP/1.1\r\nHost: 127.0.0.1:{at.site.port}\r\nCookie: {at.site.cookie()}\r\n"
    return b"the secret" in await at.site.raw(f"{lines}Connection: close\r\n\r\n".encode())


async def flood(at: Place) -> bool:
    return all([await at.gets("/static/x") for _ in range(50)])


async def flood_from_everywhere(at: Place) -> bool:
    headers = [{"Cookie": at.site.cookie(), "X-From": f"10.0.0.{number}"} for number in range(30)]
    return all([await at.gets("/who", one) for one in headers])


async def guesses(at: Place) -> bool:
    for number in range(10):
        await at.gets(f"/in/guess-{number}", {"Origin": at.site.origin}, "POST")
    return await at.gets("/in/token-of-kiosk", {"Origin": at.site.origin}, "POST")


async def preview(at: Place) -> bool:
    await at.gets("/in/token-of-once")
    return not await at.gets("/in/token-of-once", {"Origin": at.site.origin}, "POST")


async def once_twice(at: Place) -> bool:
    both = [await at.gets("/in/token-of-once", {"Origin": at.site.origin}, "POST") for _ in range(2)]
    return all(both)


async def large_message(at: Place) -> bool:
    return await answers(at, ["x" * 100_000])


async def many_messages(at: Place) -> bool:
    return await answers(at, ["x"] * 50)


async def heavy_messages(at: Place) -> bool:
    return await answers(at, ["x" * 60_000] * 5)


async def answers(at: Place, said: list[str]) -> bool:
    socket = await at.site.session.ws_connect(at.site.origin + "/ws", headers=at.site.let_in())
    try:
        for words in said:
            await socket.send_str(words)
        for _ in said:
            await socket.receive_str(timeout=5)
    except (TypeError, ConnectionError):
        return False
    finally:
        await socket.close()
    return True


async def packed_messages(at: Place) -> bool:
    socket = await at.site.session.ws_connect(at.site.origin + "/ws", headers=at.site.let_in(), compress=15)
    await socket.close()
    return bool(socket.compress)


async def name_of_a_child(at: Place) -> bool:
    return "Ava" in (await at.site.asked("GET", "/fault", at.site.let_in()))[1]


async def what_was_said_wrongly(at: Place) -> bool:
    return b"secret-token" in await at.site.raw(b"GET /in/secret-token\x01 HTTP/1.1\r\n\r\n")


async def shown_by_another_site(at: Place) -> bool:
    async with at.site.session.get(at.site.origin + "/", headers=at.site.let_in()) as answer:
        return "frame-ancestors 'none'" not in answer.headers.get("Content-Security-Policy", "")


def switched(where: object, name: str, instead: object) -> Fault:
    """Give a fault: something else stands in the place of a guard."""
    return lambda patch: patch.setattr(where, name, instead)


def loose(name: str) -> Fault:
    """Give a fault: a limit is far too wide."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        patch.setitem(globals(), "LIMITS", LIMITS._replace(**{name: getattr(LOOSE, name)}))

    return plant


def all_of(*faults: Fault) -> Fault:
    def plant(patch: pytest.MonkeyPatch) -> None:
        for fault in faults:
            fault(patch)

    return plant


def by_any(*_: object, **__: object) -> Guest:
    return Guest("kiosk", "guest-1", 2**40)


def without_a_link(self: Guard, request: web.Request) -> None:
    request[guard.GUEST] = Guest("kiosk", "guest-1", 2**40)
    request[guard.LINK] = StandInLink("kiosk", "", is_standing=False)


def found_anyhow(alike: Callable[[_Given, str, str, float], bool]) -> Fault:
    def counting(self: Tickets, token: str, kind: str, guest: str) -> _Given | None:
        one = self._given.get(_key(token))
        return one if one is not None and alike(one, kind, guest, self._clock()) else None

    return switched(Tickets, "_counting", counting)


async def used_by_looking(self: Entrance, request: web.Request) -> web.StreamResponse:
    self._guard.links.use(request.match_info["token"])
    return web.Response(text="Welcome")


def as_it_was_said(self: object, request: web.BaseRequest, *said: object) -> web.StreamResponse:
    return web.Response(status=400, text=str(said))


class Outspoken(TurnedAway):
    def __init__(self, why: No, *, wait: int | None = None) -> None:
        super().__init__(why, wait=wait, words=str(sys.exception()))


PATIENT = SimpleNamespace(timeout=lambda _: asyncio.timeout_at(None), to_thread=asyncio.to_thread)

FAULTS: dict[str, tuple[Attack, Fault]] = {
    "foreign host": (foreign_host, switched(Hosts, "named_in", lambda _, authority: authority)),
    "foreign socket": (foreign_socket, switched(Hosts, "is_own", lambda *_: True)),
    "foreign post": (foreign_post, switched(Hosts, "is_own", lambda *_: True)),
    "foreign picture": (foreign_picture, switched(Guard, "_look_where_from", lambda *_: None)),
    "no cookie": (no_cookie, switched(guard, "guest_in", by_any)),
    "forged cookie": (forged_cookie, switched(guard, "guest_in", by_any)),
    "old cookie": (old_cookie, switched(guard, "guest_in", by_any)),
    "revoked link": (revoked_link, switched(Guard, "_look_who", without_a_link)),
    "revoked page": (revoked_page, switched(Guard, "is_let_in", lambda *_: True)),
    "used ticket": (used_ticket, switched(Tickets, "take", Tickets.look)),
    "foreign ticket": (foreign_ticket, found_anyhow(lambda one, kind, _, now: one.kind == kind and now < one.until)),
    "old ticket": (old_ticket, found_anyhow(lambda one, kind, guest, _: (one.kind, one.guest) == (kind, guest))),
    "ticket of another kind": (
        ticket_of_another_kind,
        found_anyhow(lambda one, _, guest, now: one.guest == guest and now < one.until),
    ),
    "large picture": (large_picture, loose("picture")),
    "large picture in pieces": (large_picture_in_pieces, loose("picture")),
    "no picture": (no_picture, switched(uploads, "is_known", lambda _: True)),
    "packed picture": (packed_picture, switched(Guard, "_look_at_body", lambda *_: None)),
    "left behind": (left_behind, switched(Path, "unlink", lambda *_, **__: None)),
    "slow picture": (slow_picture, switched(uploads, "asyncio", PATIENT)),
    "slow words": (slow_words, loose("idle_connection")),
    "many connections": (many_connections, loose("connections")),
    "way up": (way_up, switched(guard, "is_plain", lambda _: True)),
    "flood": (flood, switched(Buckets, "admits", lambda *_: True)),
    "flood from everywhere": (flood_from_everywhere, switched(Buckets, "admits", lambda *_: True)),
    "guesses": (guesses, switched(Guard, "went_wrong", lambda *_: None)),
    "preview": (preview, switched(Entrance, "show", used_by_looking)),
    "once twice": (once_twice, switched(entrance, "_VISIT", re.compile(""))),
    "large message": (large_message, all_of(loose("frame"), loose("socket_bytes"))),
    "many messages": (many_messages, switched(Buckets, "admits", lambda *_: True)),
    "heavy messages": (heavy_messages, loose("socket_bytes")),
    "packed messages": (packed_messages, switched(guarded_module, "page_socket", lambda _: web.WebSocketResponse())),
    "name of a child": (name_of_a_child, switched(guard, "TurnedAway", Outspoken)),
    "what was said wrongly": (what_was_said_wrongly, switched(door._Connection, "handle_error", as_it_was_said)),
    "shown by another site": (shown_by_another_site, switched(guard, "headers_for", lambda *_: {})),
}
"""By what is tried: whether it gets in, and the fault with which it does."""


async def tried(attack: Attack, folder: Path) -> bool:
    """Try something at a site of its own."""
    shown, taken, tickets = folder / "files", list[bytes](), list[Tickets]()

    def make() -> None:
        shown.mkdir()
        (folder / "secret.txt").write_text("the secret")

    async def take(_: object, file: Path) -> None:
        taken.append(await asyncio.to_thread(file.read_bytes))
        await asyncio.to_thread(Path.unlink, file)

    async def naive(request: web.Request) -> web.StreamResponse:
        return web.FileResponse(shown / request.match_info["name"])

    def add(app: web.Application, guard: Guard) -> None:
        tickets.append(Tickets(guard.site.clock))
        Entrance(guard, written).add_to(app)
        Bringing(guard, tickets[0], folder / "brought", take, written).add_to(app)
        app.router.add_get("/files/{name}", naive)

    await asyncio.to_thread(make)
    async with guarded(folder / "faults", LIMITS, adding=(add,)) as site:
        return await attack(Place(site, tickets[0], shown, taken))


@pytest.mark.parametrize("name", FAULTS)
async def test_it_does_not_get_in(name: str, tmp_path: Path) -> None:
    assert not await tried(FAULTS[name][0], tmp_path)


@pytest.mark.parametrize("name", FAULTS)
async def test_it_would_without_its_guard(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attack, fault = FAULTS[name]
    fault(monkeypatch)
    assert await tried(attack, tmp_path)
