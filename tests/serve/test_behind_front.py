"""The guard behind the one address of several workers: what it keeps out directly, it keeps out there, too."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp.test_utils import get_port_socket

from board.serve import front
from board.serve.cookies import baked
from board.serve.front import Front, Place, worker_of
from board.serve.limits import Limits
from guarded import SECRET, Reached, guarded
from serve.test_door import SMUGGLED, asking, closed_at_once, status_of


class OneWorker:
    """The one worker there is."""

    secret = "secret"

    def __init__(self, port: int) -> None:
        self.places: list[Place | None] = [Place("127.0.0.1", port)]


@asynccontextmanager
async def fronted(faults: Path, limits: Limits = Limits(linger=0.1, body_within=0.3)) -> AsyncIterator[Reached]:  # noqa: B008
    """Serve a site whose guard knows the address of what stands before it; `port` is the one of the front."""
    place = get_port_socket("127.0.0.1", 0, socket.AF_INET)
    async with guarded(faults, limits, port=place.getsockname()[1]) as site:
        behind, site.port = site.listens, place.getsockname()[1]
        async with Front(OneWorker(behind), place, None, limits):
            yield site


async def test_a_browser_is_served_there_as_well(tmp_path: Path) -> None:
    async with fronted(tmp_path) as site:
        assert await site.asked("GET", "/who", site.let_in()) == (200, "guest-1 by kiosk")
        assert (await site.asked("GET", "/who"))[0] == 403
        assert (await site.asked("GET", "/who", site.let_in(Host="evil.example")))[0] == 421
        async with site.session.ws_connect(site.origin + "/ws", headers=site.let_in()) as socket:
            await socket.send_str("hello")
            assert await socket.receive_str() == "heard 'hello'"


@pytest.mark.parametrize(("method", "lines", "body"), SMUGGLED)
async def test_no_request_hides_in_another(tmp_path: Path, method: str, lines: list[str], body: bytes) -> None:
    async with fronted(tmp_path) as site:
        said = (f"Origin: {site.origin}", f"Cookie: {site.cookie()}", *lines)
        answer = await site.raw(asking(site, *said, first=f"{method} /said HTTP/1.1") + body)
        assert status_of(answer) in {400, 403, 405, 408, 413, 421}
        assert answer.count(b"HTTP/1.") == 1
        assert site.got == []


@pytest.mark.parametrize("upgrade", ["websocket", "h2c", "x"])
@pytest.mark.parametrize("path", ["/who", "/ws", "/static/x"])
async def test_one_that_asks_for_a_socket_asks_for_nothing_else(tmp_path: Path, path: str, upgrade: str) -> None:
    async with fronted(tmp_path) as site:
        said = (f"Cookie: {site.cookie()}", f"Upgrade: {upgrade}", "Connection: Upgrade, keep-alive")
        second = asking(
            site, f"Cookie: {site.cookie(guest='guest-2')}", "X-Board-From: x 10.0.0.9", first="GET /who HTTP/1.1"
        )
        answer = await site.raw(asking(site, *said, f"Origin: {site.origin}", first=f"GET {path} HTTP/1.1") + second)
        assert answer.count(b"HTTP/1.") == 1
        assert b"guest-2" not in answer


async def test_one_address_can_not_take_all_the_room(tmp_path: Path) -> None:
    async with fronted(tmp_path, Limits(connections=5, linger=0.1)) as site:
        many = [await asyncio.open_connection("127.0.0.1", site.port) for _ in range(5)]
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        assert await closed_at_once(reader)
        for _, one in [*many, (reader, writer)]:
            one.close()
        assert (await site.asked("GET", "/static/x"))[0] == 200


async def test_one_who_never_says_what_they_want_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front, "_HEAD_WITHIN", 0.2)
    async with fronted(tmp_path) as site:
        assert await site.raw(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ") == b""


def test_a_link_is_used_at_one_worker_whoever_comes() -> None:
    cookies = [b"Cookie: board-1=" + baked(SECRET, "kiosk", f"guest-{number}", 1).encode() for number in range(20)]
    for count in (2, 3, 4):
        at = {worker_of(b"POST /in/abcd-efgh HTTP/1.1\r\n" + cookie + b"\r\n\r\n", count) for cookie in cookies}
        assert at == {worker_of(b"GET /in/abcd-efgh HTTP/1.1\r\nHost: x\r\n\r\n", count)}
        assert len({worker_of(b"GET /in/%d HTTP/1.1\r\n\r\n" % number, count) for number in range(50)}) == count
