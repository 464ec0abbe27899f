"""The door: slow ones, many ones, and those who send what is no HTTP."""

import asyncio
import logging
from pathlib import Path

import pytest

from board.serve.door import keep_logs_quiet
from board.serve.limits import Limits
from guarded import REACHED, Reached, guarded


def kept_in(folder: Path) -> list[str]:
    """What is known of faults."""
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())
    return [file.read_text() for file in folder.iterdir()]


QUICK = Limits(idle_connection=0.2, connections=5, all_connections=8)


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def asking(site: Reached, *lines: str, first: str = "GET /static/page.js HTTP/1.1") -> bytes:
    return "\r\n".join((first, f"Host: 127.0.0.1:{site.port}", *lines, "", "")).encode("latin-1")


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "], ids=["nothing", "half of it"])
async def test_one_who_never_says_what_they_want_is_not_waited_for(tmp_path: Path, sent: bytes) -> None:
    async with guarded(tmp_path, QUICK) as site:
        assert await site.raw(sent) == b""


async def test_one_who_says_it_letter_by_letter_gets_no_longer(tmp_path: Path) -> None:
    async with guarded(tmp_path, QUICK) as site:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(b"GET /static/page.js HTTP/1.1\r\n")
        closed = asyncio.create_task(closed_at_once(reader))
        while not closed.done():
            writer.write(b"X: y\r\n")
            await asyncio.sleep(0.01)
        assert await closed
        writer.close()


async def test_one_address_can_not_take_all_the_room(tmp_path: Path) -> None:
    async with guarded(tmp_path, Limits(connections=5)) as site:
        many = [await asyncio.open_connection("127.0.0.1", site.port) for _ in range(5)]
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        assert await closed_at_once(reader)
        for _, one in [*many, (reader, writer)]:
            one.close()
        answers = [await site.asked("GET", "/static/page.js")]
        assert answers == [(200, REACHED)], "there is room again once they have gone"


async def closed_at_once(reader: asyncio.StreamReader) -> bool:
    try:
        return await asyncio.wait_for(reader.read(), 10) == b""
    except ConnectionError:
        return True


@pytest.mark.parametrize(
    "lines",
    [
        ["X: " + "a" * 9000],
        [f"X-{number}: a" for number in range(100)],
        ["Cookie: " + "a=b; " * 2000],
        ["X" * 9000 + ": a"],
    ],
    ids=["long", "many", "cookies", "name"],
)
async def test_headers_that_are_too_large_are_not_read_to_the_end(tmp_path: Path, lines: list[str]) -> None:
    async with guarded(tmp_path) as site:
        assert status_of(await site.raw(asking(site, *lines))) in {400, 431}
        assert status_of(await site.raw(asking(site, first="GET /" + "a" * 9000 + " HTTP/1.1"))) in {400, 404}
        assert site.got == []


SMUGGLED = [
    ("POST", ["Content-Length: 5", "Transfer-Encoding: chunked"], b"0\r\n\r\nGET /who HTTP/1.1\r\n\r\n"),
    ("POST", ["Content-Length: 4", "Content-Length: 5"], b"xxxxx"),
    ("POST", ["Content-Length: 4, 5"], b"xxxxx"),
    ("POST", ["Content-Length: +4"], b"xxxx"),
    ("POST", ["Content-Length: -4"], b"xxxx"),
    ("POST", ["Content-Length: 0x4"], b"xxxx"),
    ("POST", ["Content-Length: 1_0"], b"xxxxxxxxxx"),
    ("POST", ["Content-Length: 99999999999999999999999"], b"xxxx"),
    ("POST", ["Transfer-Encoding: xchunked"], b"0\r\n\r\n"),
    ("POST", ["Transfer-Encoding: chunked, identity"], b"0\r\n\r\n"),
    ("POST", ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"], b"0\r\n\r\n"),
    ("POST", ["Transfer-Encoding : chunked"], b"0\r\n\r\n"),
    ("POST", ["Transfer-Encoding:\x0bchunked"], b"0\r\n\r\n"),
    ("POST", [" Transfer-Encoding: chunked"], b"0\r\n\r\n"),
    ("POST", ["X: a\rTransfer-Encoding: chunked"], b"0\r\n\r\n"),
    ("POST", ["X: a\nTransfer-Encoding: chunked"], b"0\r\n\r\n"),
    ("POST", ["X: a\0"], b""),
    ("POST", ["Transfer-Encoding: chunked"], b"-1\r\nx\r\n0\r\n\r\n"),
    ("POST", ["Transfer-Encoding: chunked"], b"0x1\r\nx\r\n0\r\n\r\n"),
    ("POST", ["Transfer-Encoding: chunked"], b"1 \r\nx\r\n0\r\n\r\n"),
    ("POST", ["Transfer-Encoding: chunked"], b"1;\nx\r\n0\r\n\r\n"),
    ("POST", ["Transfer-Encoding: chunked"], b"fffffffffffffffff\r\nx\r\n0\r\n\r\n"),
    ("GET", ["Content-Length: 20"], b"GET /who HTTP/1.1\r\n\r\n"),
    ("GET", ["Transfer-Encoding: chunked"], b"0\r\n\r\n"),
    ("GET", ["Host: evil.example"], b""),
    ("GET", ["Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"], b""),
]


@pytest.mark.parametrize(("method", "lines", "body"), SMUGGLED)
async def test_no_request_hides_in_another(tmp_path: Path, method: str, lines: list[str], body: bytes) -> None:
    async with guarded(tmp_path, Limits(idle_connection=0.3, body_within=0.3, linger=0.1)) as site:
        head = asking(
            site, f"Origin: {site.origin}", f"Cookie: {site.cookie()}", *lines, first=f"{method} /said HTTP/1.1"
        )
        answer = await site.raw(head + body)
        assert status_of(answer) in {400, 403, 405, 408, 413, 421}
        assert answer.count(b"HTTP/1.") == 1, "what stands behind is not answered"
        assert site.got == []


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"SSH-2.0-OpenSSH_9.0\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/0.9\r\n\r\n",
        b"GET /\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /in/secret-token \x01 HTTP/1.1\r\n\r\n",
        b"\0" * 100,
        b"GET /in/secret-token HTTP/1.1\r\nHost: a\r\nX-\xff\xfe: \x01\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET http://127.0.0.1/static/page.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /static/page.js HTTP/1.0\r\n\r\n",
        b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
)
async def test_what_is_no_http_hears_a_sentence_and_nothing_of_what_it_said(
    tmp_path: Path, sent: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    async with guarded(tmp_path, QUICK) as site:
        answer = await site.raw(sent)
    assert status_of(answer) in {0, 400, 404, 405, 421}
    assert b"secret-token" not in answer
    assert b"Python" not in answer
    assert b"evil" not in answer
    assert not answer or b"nosniff" in answer
    assert site.got == []
    assert capfd.readouterr() == ("", "")
    assert not kept_in(tmp_path)


async def test_nothing_is_logged_but_faults_and_those_in_their_folder(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    keep_logs_quiet(tmp_path)
    try:
        logging.getLogger("aiohttp.access").info("GET /in/secret-token")
        logging.getLogger("aiohttp.server").warning("secret-token")
        for name in ("aiohttp.server", "asyncio"):
            logging.getLogger(name).error("a fault", exc_info=ValueError("Ava B."))
    finally:
        for name in ("aiohttp", "asyncio"):
            logging.getLogger(name).handlers.clear()
            logging.getLogger(name).propagate = True
    assert capfd.readouterr() == ("", "")
    kept = kept_in(tmp_path)
    assert len(kept) == 2
    assert all("Ava B." in text and "secret-token" not in text for text in kept)


async def test_a_fault_shows_no_name_and_lets_others_go_on(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    async with guarded(tmp_path) as site:
        status, said = await site.asked("GET", "/fault", site.let_in())
        assert status == 500
        assert "Ava" not in said
        assert "Traceback" not in said
        assert (await site.asked("GET", "/who", site.let_in()))[0] == 200
    (kept,) = kept_in(tmp_path)
    assert "Ava B. could not be drawn" in kept
    out, err = capfd.readouterr()
    assert "Ava" not in out + err
