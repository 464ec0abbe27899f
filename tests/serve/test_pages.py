"""Many pages in one process: each its own, all on one class, none a burden once it is gone."""

import asyncio
import gc
import sys
import weakref
from pathlib import Path

import pytest

from board.cli.context import seat_here
from board.mastery.facts import Kind
from board.serve import outbox
from board.serve import page as pages_
from board.serve.cookies import Guest
from board.serve.in_browser import Incoming
from board.serve.messages import Bye, Hello, Look, Size, Typed, WantReport, said_in
from board.serve.pages import THREADS, Full
from board.serve.served import Served
from board.serve.shared_book import SharedClass
from board.store.class_book import ClassBook
from board.store.draft import Draft
from board.widgets.browser import browser_of
from serve.made_pages import GUEST, PHONE, Board, FakeSocket, Pagefuls, at_rest, until

DOWN, RIGHT = b"\x1b[B", b"\x1b[C"


async def test_a_page_shows_the_board_and_takes_keys(many: Pagefuls) -> None:
    page, socket = await many.open()
    await until(lambda: "Ava B." in socket.seen)
    page.hear_bytes(b"t")
    await until(lambda: any(fact.kind is Kind.PRACTISING for fact in many.shared.book.facts), lambda: socket.seen)
    assert socket.told[0] == {"kind": "page", "id": page.id}


async def test_a_mark_on_one_page_stands_on_the_others_and_on_the_disk(many: Pagefuls, folder: Path) -> None:
    page, _ = await many.open()
    _, other = await many.open(guest=Guest("link", "other", 1 << 40))
    page.hear_bytes(b" ")
    await until(lambda: "Got it" in "\n".join(one["text"] for one in other.said("eye")), lambda: other.told)
    looks = ClassBook(folder, "looks")
    assert [fact.kind for fact in looks.facts] == [Kind.MASTERED]
    looks.close()


async def test_what_another_computer_marks_comes_to_all_pages(many: Pagefuls, folder: Path) -> None:
    _, socket = await many.open()
    elsewhere = ClassBook(folder, "d9")
    elsewhere.record([Draft(Kind.KEEP_WORKING, "ava", many.shared.book.units[0].levels[0].steps[0].id)], "t")
    elsewhere.close()
    await until(lambda: "Keep working" in "\n".join(one["text"] for one in socket.said("eye")), lambda: socket.told)


async def test_a_browser_that_comes_back_finds_what_it_left(many: Pagefuls) -> None:
    page, first = await many.open()
    page.hear_bytes(b"?")
    await until(lambda: "Trying" in first.seen)
    shown = await at_rest(first)
    page.detach(first)
    assert not page.is_seen
    assert many.pages.known(page.id, GUEST) is page
    assert many.pages.known(page.id, Guest("link", "somebody else", 1 << 40)) is None
    again = FakeSocket()
    await page.attach(again, PHONE)
    await until(lambda: again.seen == shown, lambda: again.seen)


async def test_a_page_that_is_opened_elsewhere_says_so_where_it_was(many: Pagefuls) -> None:
    page, first = await many.open()
    second = FakeSocket()
    await page.attach(second, PHONE)
    assert first.said("gone") == [{"kind": "gone", "why": "elsewhere"}]
    assert first.closed
    page.detach(first)  # that one ends a moment later: nothing of the new one
    assert page.is_seen


async def test_browsers_that_come_all_at_once_find_one_page_and_one_of_them_has_it(many: Pagefuls) -> None:
    page, first = await many.open()
    crowd = [FakeSocket() for _ in range(20)]
    await asyncio.gather(*(page.attach(socket, PHONE) for socket in crowd))
    left = [socket for socket in (first, *crowd) if not socket.closed]
    assert len(left) == 1
    page.hear_bytes(b"t")
    await until(lambda: "Trying" in left[0].seen)


async def test_nobody_waits_for_ever_for_a_browser(many: Pagefuls, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_, "WAITS", 0.05)
    page, socket = await many.open()
    page.detach(socket)
    await until(lambda: not len(many.pages))


async def test_a_slow_browser_gets_the_whole_screen_once_it_takes_more(
    many: Pagefuls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "_MOST_UNSENT", 30_000)
    page, socket = await many.open()
    _, other = await many.open(guest=Guest("link", "other", 1 << 40))
    await until(lambda: "Ava B." in socket.seen)
    socket.takes.clear()
    for _ in range(30):
        assert page.app is not None
        await page.app.run_action("redraw")
        await asyncio.sleep(0.01)
    assert page._out is not None
    assert page._out.length <= 30_000
    page.hear_bytes(b"t")
    await until(lambda: "Trying" in "\n".join(one["text"] for one in other.said("eye")))
    socket.takes.set()
    await until(lambda: "Trying" in socket.seen and "Ava B." in socket.seen, lambda: socket.seen)


class Breaks(Board):
    """A board that a key breaks."""

    def on_key(self) -> None:
        if self.around is not None and len(self.screen_stack) == 1:
            raise RuntimeError("Ava B. has a secret")


async def test_a_fault_ends_its_own_page_and_says_nothing(many: Pagefuls, capfd: pytest.CaptureFixture[str]) -> None:
    out, err = sys.stdout, sys.stderr
    broken, socket = await many.open(make=lambda shared: Breaks(seat_here(), shared.book))
    page, other = await many.open(guest=Guest("link", "other", 1 << 40))
    broken.hear_bytes(b"q")
    await until(lambda: socket.closed)
    assert socket.said("gone") == [{"kind": "gone", "why": "fault"}]
    page.hear_bytes(b"t")
    await until(lambda: "Trying" in "\n".join(one["text"] for one in other.said("eye")))
    assert (sys.stdout, sys.stderr) == (out, err)
    said = capfd.readouterr()
    assert "secret" not in said.out + said.err
    assert list(seat_here().faults.iterdir())


async def test_closed_pages_leave_nothing_behind_in_any_order(many: Pagefuls) -> None:
    out = sys.stdout
    apps: list[weakref.ref[Served]] = []
    for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        opened = [await many.open(guest=Guest("link", str(number), 1 << 40)) for number in range(3)]
        for page, socket in opened:
            assert page.app is not None
            apps.append(weakref.ref(page.app))
            page.hear_bytes(b"?" + DOWN + b"\x1b")
            await until(lambda socket=socket: "Ava B." in socket.seen)  # type: ignore[misc]
        for number in order:
            opened[number][0].end()
            await opened[number][0].has_ended()
        del opened, page, socket
    assert not len(many.pages)
    assert sys.stdout is out
    loop = asyncio.get_running_loop()
    loop._scheduled = [timer for timer in loop._scheduled if not timer.cancelled()]  # type: ignore[attr-defined]
    # A timer that is cancelled holds what it was begun in until it would have been due, here up to a minute.
    gc.unfreeze()
    gc.collect()
    kept_by_threads = THREADS
    assert sum(app() is not None for app in apps) <= kept_by_threads


async def test_a_phone_that_is_turned_is_drawn_for_anew(many: Pagefuls) -> None:
    page, _ = await many.open()
    page.hear(Size(107, 37))
    await until(lambda: page.app is not None and page.app.size == (107, 37))
    page.hear(Size(-5, 10**9))
    await until(lambda: page.app is not None and page.app.size == (20, 200))


async def test_it_looks_as_the_system_wishes_until_somebody_chooses(many: Pagefuls) -> None:
    page, socket = await many.open(Hello(52, 52, touch=True, dark=False))
    await until(lambda: page.app is not None and page.app.theme == "board-light")
    page.hear(Look(dark=True, contrast=True))
    await until(lambda: page.app is not None and page.app.theme == "board-contrast")
    await until(lambda: socket.said("colours")[-1]["background"] == "#000000")
    assert page.app is not None
    page.app.call_later(page.app.run_action, "theme")
    await until(lambda: page.app is not None and page.app.theme != "board-contrast")
    chosen = page.app.theme
    page.hear(Look(dark=True, contrast=True))
    await asyncio.sleep(0.1)
    assert page.app.theme == chosen


async def test_what_is_typed_in_the_sheet_stands_in_the_field(many: Pagefuls) -> None:
    page, socket = await many.open()
    page.hear_bytes(b"n")
    await until(lambda: socket.said("field") and socket.said("field")[-1]["id"], lambda: socket.seen)
    field = socket.said("field")[-1]
    assert field["label"]
    page.hear(Typed("no such field", "lost"))
    page.hear(Typed(field["id"], "counts well"))
    await until(lambda: "counts well" in socket.seen, lambda: socket.seen)
    assert "lost" not in socket.seen
    page.hear_bytes(b"\r")
    await until(lambda: any(fact.note == "counts well" for fact in many.shared.book.facts), lambda: socket.seen)
    await until(lambda: socket.said("field")[-1]["id"] == "")


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("/", "Find"),
        ("n", "Note: Ava B. · Halves"),
        ("k", "Ava B. · Halves: keep working"),
        ("\x10", "Search for commands…"),
    ],
)
async def test_a_field_is_called_as_the_screen_calls_it(many: Pagefuls, key: str, label: str) -> None:
    page, socket = await many.open()
    page.hear_bytes(key.encode())
    await until(lambda: socket.said("field") and socket.said("field")[-1]["id"], lambda: socket.seen)
    assert socket.said("field")[-1]["label"] == label


async def test_a_report_comes_when_it_is_wanted(many: Pagefuls) -> None:
    page, socket = await many.open()
    page.hear(WantReport())
    await until(lambda: socket.said("report") == [{"kind": "report", "text": "the report"}])


async def test_pictures_come_in_and_files_go_out_by_tickets(many: Pagefuls, tmp_path: Path) -> None:
    page, socket = await many.open()
    assert page.app is not None
    browser = browser_of(page.app)
    assert browser is not None
    assert browser.has_touch
    taken: list[Path] = []
    offer = browser.offer_upload("Send a picture", taken.extend, many=False)
    await until(lambda: any(one["ticket"] for one in socket.said("upload")))
    assert socket.said("upload")[-1]["words"] == "Send a picture"
    assert offer.link.startswith("https://board/bring/")
    incoming = many.tickets.take(socket.said("upload")[-1]["ticket"], "upload", "guest")
    assert isinstance(incoming, Incoming)
    incoming.take(tmp_path / "picture")
    await until(lambda: taken == [tmp_path / "picture"])
    offer.withdraw()
    await until(lambda: socket.said("upload")[-1]["ticket"] == "")
    browser.show_file(tmp_path / "chart.pdf", "Chart.pdf")
    await until(lambda: socket.said("file"))
    assert socket.said("file")[-1]["type"] == "application/pdf"
    page.end()
    await page.has_ended()
    assert many.tickets.take(socket.said("file")[-1]["ticket"], "file", "guest") is None


async def test_a_page_that_is_ended_by_force_is_told_of_nothing_more(many: Pagefuls) -> None:
    page, socket = await many.open()
    await until(lambda: "Ava B." in socket.seen)
    assert len(many.shared._showing) == 1
    page._task.cancel()
    await page.has_ended()
    assert not many.shared._showing


async def test_a_picture_that_comes_too_late_is_thrown_away(many: Pagefuls, tmp_path: Path) -> None:
    page, socket = await many.open()
    assert page.app is not None
    browser = browser_of(page.app)
    assert browser is not None
    browser.offer_upload("Send a picture", lambda _: None, many=False)
    await until(lambda: socket.said("upload") and socket.said("upload")[-1]["ticket"])
    incoming = many.tickets.look(socket.said("upload")[-1]["ticket"], "upload", "guest")
    page.end()
    await page.has_ended()
    late = tmp_path / "late"
    late.write_bytes(b"picture")
    assert isinstance(incoming, Incoming)
    incoming.take(late)
    assert not late.exists()


async def test_there_are_no_more_pages_than_fit(book: ClassBook, folder: Path) -> None:
    book.close()
    shared = SharedClass(folder, seat_here().device)
    few = Pagefuls(shared, most=2)
    first, socket = await few.open()
    await few.open()
    with pytest.raises(Full):
        await few.open()
    first.detach(socket)
    third, _ = await few.open()
    assert third.is_seen
    await first.has_ended()
    assert len(few.pages) == 2
    await few.pages.close()
    shared.close()


async def test_many_keys_and_torn_rubbish_end_nothing(many: Pagefuls) -> None:
    page, socket = await many.open()
    for rubbish in (
        b"\xff\xfe",
        b"\x1b[",
        b"\x1b[<0;9999;9999M",
        b"\x1b]52;c;!",
        b"\x1bP",
        b"\x00" * 100,
        b"\x1b[<0;-1;2M",
    ):
        page.hear_bytes(rubbish)
    await asyncio.sleep(0.6)
    page.hear_bytes(b"t")
    await until(lambda: any(fact.kind is Kind.PRACTISING for fact in many.shared.book.facts), lambda: socket.seen)


def test_what_is_no_message_is_none() -> None:
    assert said_in('{"kind": "bye"}') == Bye()
    for odd in (
        "",
        "{",
        "[]",
        '{"kind": "no"}',
        '{"kind": "size", "columns": "x", "lines": 1}',
        "[" * 100_000,
        "\ud800",
    ):
        assert said_in(odd) is None
