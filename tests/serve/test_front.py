"""Several workers behind one address: each guest always comes to the same one, and none can say it comes from elsewhere."""

import os
import signal
from pathlib import Path

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.cli.context import seat_here
from board.seat.links import LinkRole, Links
from board.serve.cookies import baked
from board.serve.front import FROM, cleaned_head, worker_of
from board.serve.options import ServeOptions
from board.serve.server import serving
from board.serve.workers import Crew
from board.store.class_book import ClassBook
from serve.made_pages import until

SECRET = b"s" * 32
NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,20}", fullmatch=True) | st.sampled_from(
    [FROM, FROM.lower(), FROM.upper(), "Connection", "Keep-Alive", "Cookie"]
)
VALUES = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)


def head_of(first: str, *lines: tuple[str, str]) -> bytes:
    return "\r\n".join((first, *(f"{name}: {value}" for name, value in lines))).encode() + b"\r\n\r\n"


@given(st.lists(st.tuples(NAMES, VALUES), max_size=12), st.sampled_from(["10.0.0.7", "fe80::1", ""]))
def test_nobody_can_say_where_they_come_from(lines: list[tuple[str, str]], address: str) -> None:
    cleaned = cleaned_head(head_of("GET / HTTP/1.1", *lines), "secret", address)
    assert cleaned is not None
    said = [line for line in cleaned.split(b"\r\n") if line.lower().startswith(FROM.lower().encode() + b":")]
    assert said == [f"{FROM}: secret {address}".encode()]
    assert cleaned.count(b"\r\n\r\n") == 1
    assert cleaned.startswith(b"GET / HTTP/1.1\r\n")


@given(st.lists(st.tuples(NAMES, VALUES), max_size=12))
def test_each_connection_carries_one_request(lines: list[tuple[str, str]]) -> None:
    cleaned = cleaned_head(head_of("GET / HTTP/1.1", *lines), "secret", "")
    assert cleaned is not None
    said = [line.lower() for line in cleaned.split(b"\r\n") if line.lower().startswith(b"connection:")]
    is_socket = any(name.lower() == "upgrade" for name, _ in lines)
    assert is_socket or said == [b"connection: close"]


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\r\n\r\n"[:0],
        b"GET / HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n",
        b"GET / HTTP/1.1\r\n: b\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\n\r\n",
    ],
)
def test_what_can_be_no_request_is_none(head: bytes) -> None:
    assert cleaned_head(head, "secret", "") is None


@given(st.binary(max_size=300))
def test_rubbish_is_nobodys(rubbish: bytes) -> None:
    number = worker_of(rubbish, 3)
    assert number is None or number in range(3)
    cleaned_head(rubbish, "secret", "")


@given(st.from_regex(r"[A-Za-z0-9_-]{1,30}", fullmatch=True), st.integers(1, 4))
def test_a_guest_comes_to_the_same_worker_whatever_else_it_sends(guest: str, count: int) -> None:
    cookie = baked(SECRET, "link", guest, 2_000_000_000)
    plain = worker_of(head_of("GET / HTTP/1.1", ("Cookie", f"board-8642={cookie}")), count)
    secure = worker_of(head_of("GET /ws HTTP/1.1", ("cookie", f"a=b; __Host-board-443={cookie}; c=d")), count)
    assert plain is not None
    assert plain == secure


def test_a_ticket_leads_to_the_worker_that_gave_it() -> None:
    assert [worker_of(f"GET /bring/{number}-abc HTTP/1.1\r\n\r\n".encode(), 3) for number in (0, 2, 7)] == [0, 2, None]


async def test_a_worker_that_is_killed_takes_only_its_own_pages_along(book: ClassBook, folder: Path) -> None:
    book.close()
    link = Links(seat_here().home, book.key).make(LinkRole.KIOSK, standing=True)
    secret = Links(seat_here().home, book.key).secret()
    async with serving(ServeOptions(folder, seat_here, workers=2)) as served:
        crew = served.behind
        assert isinstance(crew, Crew)
        base = served.hosts.address("127.0.0.1")
        sockets = {}
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser:
            for guest in "abcdefgh":
                cookie = baked(secret, link.id, guest, 4_000_000_000)
                sent = {"Cookie": f"board-{served.hosts.port}={cookie}", "Origin": base}
                number = worker_of(head_of("GET / HTTP/1.1", ("Cookie", sent["Cookie"])), 2)
                if number in sockets:
                    continue
                sockets[number] = await browser.ws_connect(f"{base}/ws", headers=sent)
                await sockets[number].send_json({"kind": "hello", "columns": 52, "lines": 52})
                assert (await sockets[number].receive_json())["kind"] == "page"
            assert set(sockets) == {0, 1}
            await until(lambda: served.pages == 2)
            first = crew.processes[0]
            os.kill(first, signal.SIGKILL)
            await until(lambda: crew.processes[0] not in (first, 0) and crew.places[0] is not None)
            assert not sockets[1].closed
            async with browser.get(f"{base}/in/nothing") as answer:
                assert answer.status == 200
            for socket in sockets.values():
                await socket.close()
