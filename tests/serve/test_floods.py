"""Those who ask for too much are told to wait; nobody else is."""

from pathlib import Path

import pytest

from board.serve.buckets import Rate
from board.serve.limits import Limits
from board.serve.policy import headers_for
from guarded import REACHED, guarded

FEW = Limits(requests=Rate(30, 1), guest_requests=Rate(10, 1), linger=0.1)


async def test_an_address_that_floods_is_told_to_wait(tmp_path: Path) -> None:
    async with guarded(tmp_path, FEW) as site:
        for _ in range(30):
            assert (await site.asked("GET", "/nothing", {"X-From": "10.0.0.1"}))[0] == 403
        async with site.session.get(site.origin + "/static/x", headers={"X-From": "10.0.0.1"}) as answer:
            assert answer.status == 429
            assert int(answer.headers["Retry-After"]) > 0
        assert (await site.asked("GET", "/static/x", {"X-From": "10.0.0.2"}))[0] == 200
        site.clock.at += 10
        assert (await site.asked("GET", "/static/x", {"X-From": "10.0.0.1"}))[0] == 200


async def test_one_device_is_one_however_many_addresses_it_has(tmp_path: Path) -> None:
    async with guarded(tmp_path, FEW) as site:
        answers = [
            (await site.asked("GET", "/static/x", {"X-From": f"2001:db8::{number:x}"}))[0] for number in range(31)
        ]
        assert answers == [200] * 30 + [429]


async def test_a_guest_that_floods_from_everywhere_is_told_to_wait(tmp_path: Path) -> None:
    async with guarded(tmp_path, FEW) as site:
        answers = [
            (await site.asked("GET", "/", {"Cookie": site.cookie(), "X-From": f"10.0.0.{number}"}))[0]
            for number in range(11)
        ]
        assert answers == [200] * 10 + [429]
        other = {"Cookie": site.cookie(guest="guest-2"), "X-From": "10.0.0.1"}
        assert await site.asked("GET", "/", other) == (200, REACHED)


async def test_a_classroom_that_opens_all_its_pages_at_once_floods_nothing(tmp_path: Path) -> None:
    async with guarded(tmp_path, Limits()) as site:
        for child in range(30):
            for path in ("/in/token", *(f"/static/{number}.js" for number in range(30)), "/", "/manifest.webmanifest"):
                status, _ = await site.asked("GET", path, {"Cookie": site.cookie(guest=f"guest-{child}")})
                assert status in {200, 404}


SAID_ALWAYS = {*headers_for("/", "")} - {"Cache-Control"}


@pytest.mark.parametrize(
    ("method", "path", "host"),
    [
        ("GET", "/", ""),
        ("HEAD", "/", ""),
        ("GET", "/static/page.js", ""),
        ("GET", "/file/x", ""),
        ("GET", "/nothing", ""),
        ("GET", "/static/..%2fx", ""),
        ("GET", "/fault", ""),
        ("GET", "/", "evil.example"),
        ("POST", "/", "evil.example"),
        ("PUT", "/", ""),
        ("GET", "/in/x", ""),
    ],
)
async def test_every_answer_tells_the_browser_what_it_may_do(tmp_path: Path, method: str, path: str, host: str) -> None:
    async with guarded(tmp_path) as site:
        headers = {"Cookie": site.cookie(), "Host": host or f"127.0.0.1:{site.port}"}
        async with site.session.request(method, site.origin + path, headers=headers) as answer:
            assert set(answer.headers) >= SAID_ALWAYS
            assert answer.headers["Server"] == "board"
            assert ("no-store" in answer.headers.get("Cache-Control", "")) != path.startswith("/static/page")
            policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'; script-src 'self'; style-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert (f"ws://127.0.0.1:{site.port}" in policy) == (not host)
        assert "evil" not in policy


async def test_the_socket_says_so_too(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        socket = await site.session.ws_connect(site.origin + "/ws", headers=site.let_in())
        assert set(socket._response.headers) >= SAID_ALWAYS
        await socket.close()
