"""What the guard of the board's address lets through, and what not: over real sockets."""

from html import unescape
from pathlib import Path

import pytest
from aiohttp import WSServerHandshakeError

from board.serve.cookies import Guest
from guarded import REACHED, Reached, guarded


async def test_a_browser_that_came_in_gets_what_it_asks_for(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        assert await site.asked("GET", "/who", site.let_in()) == (200, "guest-1 by kiosk")
        assert await site.asked("GET", "/", {"Cookie": site.cookie()}) == (200, REACHED)
        async with site.session.ws_connect(site.origin + "/ws", headers=site.let_in()) as socket:
            await socket.send_str("hello")
            assert await socket.receive_str() == "heard 'hello'"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.1:{port}",
        "2130706433:{port}",
        "0x7f.0.0.1:{port}",
        "0.0.0.0:{port}",
        "localhost.:{port}",
        "evil.localhost:{port}",
        "localhost.evil.example:{port}",
        "127.0.0.1.nip.io:{port}",
        "user@localhost:{port}",
        "localhost:{port}@evil.example",
        "localhost:{port}:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "localhost:{port}, evil.example",
        "192.168.1.20:{port}",
        "",
    ],
)
async def test_under_a_foreign_name_nothing_is_shown(tmp_path: Path, host: str) -> None:
    async with guarded(tmp_path) as site:
        for path in ("/", "/static/page.js", "/in/token", "/ws"):
            status, _ = await site.asked("GET", path, site.let_in(Host=host.format(port=site.port)))
            assert status == 421
        assert site.got == []


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]", "192.168.1.20", "pi.local"]
)
async def test_under_its_own_names_it_is_served(tmp_path: Path, host: str) -> None:
    async with guarded(tmp_path, names=("192.168.1.20", "Pi.local")) as site:
        headers = {"Cookie": site.cookie(), "Host": f"{host}:{site.port}"}
        assert await site.asked("GET", "/", headers) == (200, REACHED)


async def test_without_a_cookie_only_the_ways_in_are_open(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        for path in ("/who", "/file/x", "/nothing", "/ws"):
            assert (await site.asked("GET", path))[0] == 403
        status, page = await site.asked("GET", "/", {"Accept": "text/html"})
        assert status == 403
        assert "open the board's link again" in unescape(page)
        assert 'href="/"' in page, "one who came from another site has a cookie that only the next step shows"
        assert (await site.asked("GET", "/static/page.js"))[0] == 200
        assert (await site.asked("GET", "/manifest.webmanifest"))[0] == 200
        assert site.got == ["/static/page.js", "/manifest.webmanifest"]


async def test_a_revoked_link_counts_no_more_at_the_next_request(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        assert (await site.asked("GET", "/who", site.let_in()))[0] == 200
        del site.links.there["kiosk"]
        assert (await site.asked("GET", "/who", site.let_in()))[0] == 403


async def test_a_cookie_that_is_too_old_or_of_elsewhere_counts_no_more(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        cookie = site.cookie()
        assert (await site.asked("GET", "/who", {"Cookie": cookie.replace("board-", "boerd-")}))[0] == 403
        assert (await site.asked("GET", "/who", {"Cookie": cookie[:-1] + ("A" if cookie[-1] != "A" else "B")}))[
            0
        ] == 403
        site.clock.at += 1001
        assert (await site.asked("GET", "/who", {"Cookie": cookie}))[0] == 403


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "",
        "http://evil.example",
        "http://127.0.0.1:1",
        "https://127.0.0.1:{port}",
        "http://localhost:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "http://127.0.0.1:{port} http://evil.example",
        "127.0.0.1:{port}",
        "http://127.0.0.1:{port}/",
    ],
)
async def test_only_pages_of_this_host_open_a_socket_or_send_anything(tmp_path: Path, origin: str | None) -> None:
    async with guarded(tmp_path) as site:
        headers = site.let_in()
        del headers["Origin"]
        if origin is not None:
            headers["Origin"] = origin.format(port=site.port)
        with pytest.raises(WSServerHandshakeError) as refused:
            await site.session.ws_connect(site.origin + "/ws", headers=headers)
        assert refused.value.status == 403
        assert (await site.asked("POST", "/", headers, b"x"))[0] == 403
        assert (await site.asked("POST", "/upload/x/x", headers, b"x"))[0] == 403
        assert site.got == []


@pytest.mark.parametrize(
    ("fetched", "dest", "path", "is_let_in"),
    [
        ("same-origin", "empty", "/file/x", True),
        ("none", "document", "/", True),
        ("cross-site", "document", "/", True),
        ("same-site", "document", "/", True),
        ("cross-site", "iframe", "/", False),
        ("cross-site", "image", "/file/x", False),
        ("same-site", "image", "/file/x", False),
        ("cross-site", "script", "/static/page.js", False),
        ("cross-site", "document", "/file/x", False),
        ("cross-site", "empty", "/", False),
    ],
)
async def test_what_other_sites_may_have_a_browser_fetch(
    tmp_path: Path, fetched: str, dest: str, path: str, is_let_in: bool
) -> None:
    async with guarded(tmp_path) as site:
        headers = {"Cookie": site.cookie(), "Sec-Fetch-Site": fetched, "Sec-Fetch-Dest": dest}
        assert (await site.asked("GET", path, headers))[0] == (200 if is_let_in else 403)


async def test_an_open_page_hears_that_its_link_was_revoked(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        guest = Guest("kiosk", "guest-1", int(site.clock()) + 10)
        assert site.guard.is_let_in(guest)
        site.clock.at += 10
        assert not site.guard.is_let_in(guest)
        site.clock.at -= 10
        del site.links.there["kiosk"]
        assert not site.guard.is_let_in(guest)


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND", "get"])
async def test_nothing_but_get_head_and_post_is_understood(tmp_path: Path, method: str) -> None:
    async with guarded(tmp_path) as site:
        answer = await asked_by_hand(site, f"{method} /static/page.js HTTP/1.1")
        assert status_of(answer) in {400, 404, 405}
        assert b"Access-Control" not in answer
        assert site.got == []


async def asked_by_hand(site: Reached, first: str, *more: str) -> bytes:
    lines = (first, f"Host: 127.0.0.1:{site.port}", f"Cookie: {site.cookie()}", *more, "Connection: close", "", "")
    return await site.raw("\r\n".join(lines).encode("latin-1"))
