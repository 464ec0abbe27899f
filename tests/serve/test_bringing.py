"""Pictures that are brought: by page or by another device, each with a ticket."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from board.art.intake import take_in
from board.disk import DISK
from board.errors import Refusal
from board.serve import uploads
from board.serve.bringing import Bringing
from board.serve.limits import Limits
from board.serve.tickets import ANYBODY, BRING, UPLOAD, Tickets
from guarded import Reached, guarded, until, written
from heic_files import heic
from picture_attacks import LARGE

QUICK = Limits(linger=0.1, picture=3_000_000, picture_within=5.0, chunk_within=0.2)


def picture(kind: str = "PNG", side: int = 40) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((side, side), 90).convert("RGB").save(file, kind)
    return file.getvalue()


@dataclass
class Tray:
    """A site that takes pictures, and what it took."""

    site: Reached
    tickets: Tickets
    folder: Path
    taken: list[tuple[object, bytes]] = field(default_factory=list)
    refusing: str = ""
    hold: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, value: object, file: Path) -> None:
        data = await asyncio.to_thread(self.read, file)
        await self.hold.wait()
        if self.refusing:
            raise Refusal(self.refusing)
        self.taken.append((value, data))

    def read(self, file: Path) -> bytes:
        assert file.stat().st_mode & 0o777 == 0o600
        assert file.parent == self.folder
        data = file.read_bytes()
        file.unlink()
        return data

    def left(self) -> list[str]:
        return [file.name for file in self.folder.iterdir()] if self.folder.exists() else []

    async def send(self, ticket: str, data: bytes, kind: str = UPLOAD, **headers: str) -> tuple[int, str]:
        said = {"Origin": self.site.origin} if kind == BRING else self.site.let_in()
        return await self.site.asked("POST", f"/{kind}/{ticket}", said | headers, data)


@asynccontextmanager
async def tray(folder: Path, limits: Limits = QUICK) -> AsyncIterator[Tray]:
    trays: list[Tray] = []
    tickets: list[Tickets] = []

    async def take(value: object, file: Path) -> None:
        await trays[0].take(value, file)

    def add(app: object, guard: object) -> None:
        tickets.append(Tickets(guard.site.clock))  # type: ignore[attr-defined]
        Bringing(guard, tickets[0], folder / "brought", take, written).add_to(app)  # type: ignore[arg-type]

    async with guarded(folder / "faults", limits, adding=(add,)) as site:
        trays.append(Tray(site, tickets[0], folder / "brought"))
        trays[0].hold.set()
        yield trays[0]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "HEIC"])
async def test_a_picture_of_any_kind_comes_through_as_it_is(tmp_path: Path, kind: str) -> None:
    async with tray(tmp_path) as it:
        data = heic() if kind == "HEIC" else picture(kind, 300)
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        assert await it.send(ticket, data, Content_Type="text/html", Content_Disposition="../../x") == (204, "")
        assert it.taken == [("ava", data)]
        assert not it.left()


async def test_a_ticket_counts_once_for_one_guest_for_some_minutes(tmp_path: Path) -> None:
    async with tray(tmp_path) as it:
        mine = it.tickets.give(UPLOAD, 1, "guest-1", "p")
        others = it.tickets.give(UPLOAD, 1, "guest-2", "p")
        old = it.tickets.give(UPLOAD, 1, "guest-1", "p")
        file = it.tickets.give("file", 1, "guest-1", "p")
        anybodys = it.tickets.give(BRING, 1, ANYBODY, "p")
        assert (await it.send(mine, picture()))[0] == 204
        it.taken.clear()
        it.site.clock.at += 300
        for ticket in (mine, others, old, file, anybodys, "nothing"):
            assert (await it.send(ticket, picture()))[0] == 403
        assert (await it.send(mine, picture(), BRING))[0] == 403
        assert not it.taken


async def test_another_device_needs_the_ticket_and_nothing_else(tmp_path: Path) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(BRING, "ava", ANYBODY, "p")
        for _ in range(3):
            assert (await it.site.asked("GET", f"/bring/{ticket}"))[0] == 200, "looking at it uses nothing"
        assert (await it.send(ticket, picture(), BRING, Origin="http://evil.example"))[0] == 403
        assert (await it.send(ticket, picture(), BRING))[0] == 204
        assert (await it.send(ticket, picture(), BRING))[0] == 403
        assert (await it.site.asked("GET", f"/bring/{ticket}"))[0] == 403
        assert len(it.taken) == 1


async def test_a_way_that_was_withdrawn_is_closed(tmp_path: Path) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(BRING, "ava", ANYBODY, "p", uses=100)
        assert (await it.send(ticket, picture(), BRING))[0] == 204
        assert (await it.send(ticket, picture(), BRING))[0] == 204
        it.tickets.withdraw_page("p")
        assert (await it.send(ticket, picture(), BRING))[0] == 403


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"GIF8",
        b"hello, this is no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><script>alert(1)</script>",
        b"%PDF-1.7 and so on",
        b"PK\x03\x04 a zip, and so on",
        b"\x7fELF and what follows",
        b"MZ and what follows it here",
        b"RIFF____WAVEfmt ________",
        b"____ftypisom____________",
        b"____ftypavif____________",
        b"\0" * 100,
    ],
)
async def test_what_is_no_picture_is_refused_in_words_and_leaves_nothing(tmp_path: Path, data: bytes) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        status, said = await it.send(ticket, data)
        assert status == 415
        assert "picture" in said
        assert not it.left()
        assert not it.taken
        assert (await it.send(ticket, picture()))[0] == 204, "one that was refused may be followed by another"


async def test_one_of_50_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    async with tray(tmp_path, Limits(chunk_within=0.2, linger=0.1)) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        head = (
            f"POST /upload/{ticket} HTTP/1.1\r\nHost: 127.0.0.1:{it.site.port}\r\nOrigin: {it.site.origin}\r\n"
            f"Cookie: {it.site.cookie()}\r\nContent-Length: 50000000\r\n\r\n"
        )
        answer = await it.site.raw(head.encode())
        assert b" 413 " in answer
        assert b"too big" in answer
        assert not it.left()
        assert (await it.send(ticket, picture()))[0] == 204


async def endless(size: int) -> AsyncIterator[bytes]:
    yield picture()
    for _ in range(size // 50_000):
        yield bytes(50_000)


async def test_one_that_does_not_say_how_large_it_is_is_cut_off(tmp_path: Path) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        async with it.site.session.post(
            f"{it.site.origin}/upload/{ticket}", headers=it.site.let_in(), data=endless(20_000_000)
        ) as answer:
            assert answer.status == 413
        assert not it.left()
        assert not it.taken


@pytest.mark.parametrize("packed", ["gzip", "deflate", "br", "gzip, gzip"])
async def test_what_is_packed_is_not_unpacked(tmp_path: Path, packed: str) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        status, _ = await it.send(ticket, b"\x1f\x8b" + bytes(100), **{"Content-Encoding": packed})
        assert status == 415
        assert (await it.send(ticket, picture()))[0] == 204


def head_of(it: Tray, ticket: str, length: int) -> bytes:
    return (
        f"POST /upload/{ticket} HTTP/1.1\r\nHost: 127.0.0.1:{it.site.port}\r\nOrigin: {it.site.origin}\r\n"
        f"Cookie: {it.site.cookie()}\r\nContent-Length: {length}\r\n\r\n"
    ).encode()


async def test_one_that_stands_still_is_not_waited_for(tmp_path: Path) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        answer = await it.site.raw(head_of(it, ticket, 2_000_000) + picture())
        assert b" 408 " in answer
        assert not it.left()
        assert (await it.send(ticket, picture()))[0] == 204


async def test_one_that_drips_is_not_waited_for(tmp_path: Path) -> None:
    async with tray(tmp_path, QUICK._replace(picture_within=0.3)) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        reader, writer = await asyncio.open_connection("127.0.0.1", it.site.port)
        writer.write(head_of(it, ticket, 2_000_000) + picture())
        answer = asyncio.create_task(reader.readline())
        while not answer.done():
            writer.write(b"x")
            await asyncio.sleep(0.01)
        assert b" 408 " in await answer
        writer.close()
        assert not it.left()


async def test_one_who_goes_away_leaves_nothing_and_may_come_again(tmp_path: Path) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        _, writer = await asyncio.open_connection("127.0.0.1", it.site.port)
        writer.write(head_of(it, ticket, 2_000_000) + picture(side=300))
        await until(lambda: bool(it.left()))
        writer.transport.abort()
        await until(lambda: not it.left() and it.tickets.look(ticket, UPLOAD, "guest-1") is not None)
        assert (await it.send(ticket, picture()))[0] == 204
        assert len(it.taken) == 1


async def test_many_at_once_wait_for_their_turn(tmp_path: Path) -> None:
    async with tray(tmp_path, QUICK._replace(pictures_at_once=2)) as it:
        it.hold.clear()
        tickets = [it.tickets.give(UPLOAD, number, "guest-1", "p") for number in range(3)]
        first = [asyncio.create_task(it.send(ticket, picture())) for ticket in tickets[:2]]
        await until(lambda: all(it.tickets.look(ticket, UPLOAD, "guest-1") is None for ticket in tickets[:2]))
        assert (await it.send(tickets[2], picture()))[0] == 503
        it.hold.set()
        assert [status for status, _ in await asyncio.gather(*first)] == [204, 204]
        assert (await it.send(tickets[2], picture()))[0] == 204


async def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(DISK, "write", full)
            status, said = await it.send(ticket, picture())
        assert status == 507
        assert str(tmp_path) not in said
        assert not it.left()
        assert (await it.send(ticket, picture()))[0] == 204


async def test_what_the_taker_refuses_is_said(tmp_path: Path) -> None:
    async with tray(tmp_path) as it:
        it.refusing = "A part of this picture is missing or broken; take the photo again or send it once more."
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        assert await it.send(ticket, picture()) == (415, json.dumps({"words": it.refusing}))
        it.refusing = ""
        assert (await it.send(ticket, picture()))[0] == 204


async def test_someone_else_may_not_look_into_what_lies_there(tmp_path: Path) -> None:
    folder = tmp_path / "brought"
    folder.mkdir()
    folder.chmod(0o2770)
    (folder / "left.brought").write_bytes(b"x")
    (folder / "other").write_bytes(b"x")
    uploads.swept(folder)
    async with tray(tmp_path) as it:
        assert it.left() == ["other"]
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        assert (await it.send(ticket, picture()))[0] == 204


@pytest.mark.parametrize("name", sorted(LARGE))
async def test_small_files_of_too_many_pixels_are_refused_where_they_are_taken_in(tmp_path: Path, name: str) -> None:
    async with tray(tmp_path) as it:
        ticket = it.tickets.give(UPLOAD, "ava", "guest-1", "p")
        assert (await it.send(ticket, LARGE[name]()))[0] == 204
        ((_, data),) = it.taken
    with pytest.raises(Refusal, match="too big"):
        take_in(data)
