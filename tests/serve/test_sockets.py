"""The socket of a page: what it says is neither large nor much, and it is there."""

import asyncio
import json
from pathlib import Path

import pytest
from aiohttp import ClientWebSocketResponse, WSMsgType

from board.serve.buckets import Rate
from board.serve.limits import Limits
from guarded import Reached, guarded

QUICK = Limits(frames=Rate(50, 10), linger=0.1)


async def closed(socket: ClientWebSocketResponse) -> int | None:
    """Read until the other side closes, and give its reason."""
    async with asyncio.timeout(10):
        while (await socket.receive()).type not in {
            WSMsgType.CLOSE,
            WSMsgType.CLOSED,
            WSMsgType.CLOSING,
            WSMsgType.ERROR,
        }:
            pass
    return socket.close_code


async def joined(site: Reached, **more: object) -> ClientWebSocketResponse:
    return await site.session.ws_connect(site.origin + "/ws", headers=site.let_in(), **more)  # type: ignore[no-any-return, call-overload]


@pytest.mark.parametrize("kind", ["text", "bytes"])
async def test_a_message_as_large_as_a_page_sends_comes_through_and_a_larger_one_ends_it(
    tmp_path: Path, kind: str
) -> None:
    async with guarded(tmp_path) as site:
        socket = await joined(site)
        for size in (65_000, 65_537):
            await (socket.send_str("x" * size) if kind == "text" else socket.send_bytes(bytes(size)))
        assert await closed(socket) == 1009
        assert site.got == ["/ws", "message"]


@pytest.mark.parametrize(
    "piece", [b"\x00\x80\0\0\0\0", b"\x00\xfe\x03\xe8\0\0\0\0" + b"x" * 1000], ids=["of nothing", "of words"]
)
async def test_a_message_that_never_ends_is_not_kept(tmp_path: Path, piece: bytes) -> None:
    async with guarded(tmp_path) as site:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(handshake(site) + b"\x01\x81\0\0\0\0x" + piece * (3_000_000 // len(piece)))
        assert (await asyncio.wait_for(until_closed(reader), 10)).startswith(b"HTTP/1.1 101 ")
        writer.close()
        assert site.got == ["/ws"]


def handshake(site: Reached) -> bytes:
    head = (
        f"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nOrigin: {site.origin}\r\nCookie: {site.cookie()}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    return head.encode()


async def until_closed(reader: asyncio.StreamReader) -> bytes:
    said = b""
    try:
        while piece := await reader.read(1000):
            said += piece
    except ConnectionError:
        pass  # what it did not read any more
    return said


@pytest.mark.parametrize("kind", ["text", "ping", "pong"])
async def test_too_many_end_the_connection_and_not_the_page_of_another(tmp_path: Path, kind: str) -> None:
    async with guarded(tmp_path, QUICK) as site:
        loud, quiet = await joined(site), await joined(site)
        for _ in range(60):
            await {"text": lambda: loud.send_str("x"), "ping": loud.ping, "pong": loud.pong}[kind]()
        assert await closed(loud) == 1008
        assert site.got.count("message") <= 50
        await quiet.send_str("hello")
        assert await quiet.receive_str() == "heard 'hello'"
        await quiet.close()


async def test_fast_hands_are_not_too_many(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        socket = await joined(site)
        for _ in range(5):
            for _ in range(240):  # a finger that draws on a screen of 240 pictures a second
                await socket.send_str("x")
                assert await socket.receive_str() == "heard 'x'"
            site.clock.at += 1
        await socket.close()


async def test_much_in_few_messages_is_too_much(tmp_path: Path) -> None:
    async with guarded(tmp_path, Limits(socket_bytes=Rate(200_000, 1000), linger=0.1)) as site:
        socket = await joined(site)
        for _ in range(4):
            await socket.send_bytes(bytes(60_000))
        assert await closed(socket) == 1006


async def test_nothing_is_packed(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        socket = await joined(site, compress=15)
        assert socket.compress == 0
        await socket.close()


async def test_a_ping_is_answered(tmp_path: Path) -> None:
    async with guarded(tmp_path) as site:
        socket = await joined(site, autoping=False)
        await socket.ping(b"there?")
        answer = await socket.receive(10)
        assert (answer.type, answer.data) == (WSMsgType.PONG, b"there?")
        await socket.close()


async def test_one_that_is_not_there_any_more_is_noticed(tmp_path: Path) -> None:
    async with guarded(tmp_path, Limits(heartbeat=0.1, linger=0.1)) as site:
        gone, there = await joined(site, autoping=False), await joined(site)
        listening = asyncio.create_task(closed(there))
        assert await closed(gone) in {1006, None}
        assert not listening.done()
        await there.close()
        await listening


@pytest.mark.parametrize(
    "frame", [b"\x81\x82\0\0\0\0\xff\xfe", b"\xf1\x80\0\0\0\0", b"\x83\x80\0\0\0\0", b"\x89\xfe\x00\x7e\0\0\0\0"]
)
async def test_what_is_no_message_ends_it(tmp_path: Path, frame: bytes) -> None:
    async with guarded(tmp_path) as site:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(handshake(site) + frame)
        answer = await asyncio.wait_for(until_closed(reader), 10)
        writer.close()
        assert answer.startswith(b"HTTP/1.1 101 ")
        assert b"\r\n\r\n\x88" in answer, "a goodbye, and nothing else"
        assert site.got == ["/ws"]


@pytest.mark.parametrize(
    "lines",
    [
        {"Sec-WebSocket-Version": "1"},
        {"Sec-WebSocket-Key": "short"},
        {"Sec-WebSocket-Key": ""},
        {"Upgrade": "h2c"},
        {"Connection": "close"},
    ],
    ids=json.dumps,
)
async def test_half_a_handshake_is_none(tmp_path: Path, lines: dict[str, str]) -> None:
    async with guarded(tmp_path) as site:
        said = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }
        status, words = await site.asked("GET", "/ws", site.let_in() | said | lines)
        assert status == 400
        assert "Handshake" not in words
