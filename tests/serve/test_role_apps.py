"""Which app a page gets by its link, and what nobody gets who has not the right to it."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events

from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.about import AboutClass
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.kiosk_app import KioskApp
from board.mastery.facts import Kind
from board.mastery.people import AdultRole
from board.screens.board.board import BoardScreen
from board.screens.board.keys import LISTS, ON_THE_BOARD
from board.screens.board.palette import BoardPalette
from board.screens.board.student import StudentScreen
from board.seat.connected import Connected
from board.seat.links import Link, LinkRole, Links
from board.seat.settings import Place
from board.seat.sharing import Sharing
from board.serve.cookies import Guest
from board.serve.guest_seats import forget_old_guests, seat_of_guest
from board.serve.messages import Hello
from board.serve.page import Page, Room
from board.serve.role_apps import NEEDS_PIN, NOT_LISTED, NOTHING_TO_READ, HelperPage, NoWayPage, RoleApps, TeacherPage
from board.store.class_book import ClassBook
from board.widgets.command import commands_of
from screen_driver import seen
from screen_driver import until as until_in
from serve.made_pages import FakeSocket, Pagefuls, until

PIN, LOCK, PAD = "4716", "presses any key", "types the PIN"
LAPTOP = Hello(100, 40, touch=False)
NAMES = re.compile(rb"Ava|Ben|Comet")


class Recorder(FakeSocket):
    """A browser that keeps every byte it was sent."""

    def __init__(self) -> None:
        super().__init__(LAPTOP.columns, LAPTOP.lines)
        self.all = b""

    async def send_bytes(self, data: bytes) -> None:
        self.all += data
        await super().send_bytes(data)

    async def send_str(self, data: str) -> None:
        self.all += data.encode()
        await super().send_str(data)


def link(role: LinkRole, *, by: str = "", here: bool = False) -> Link:
    return Link("l1", role, "t" * 16, True, True, datetime.now(UTC), by=by, is_here=here)


def with_pin(book: ClassBook) -> None:
    Pins(book).set(Sitting(book, usual_adult(book)), PIN)


def aide(book: ClassBook, role: AdultRole = AdultRole.AIDE) -> str:
    """Put Ms Ortiz on the list of adults, and give her id."""
    added = AboutClass(Sitting(book, usual_adult(book))).add_adult("Ms Ortiz", role)
    assert added.about
    return added.about


async def opened(many: Pagefuls, by: Link, *, reached: bool = True) -> tuple[Page, Recorder, RoleApps]:
    guest = Guest(by.id, "guest", 1 << 40)
    seat, key = seat_here(), many.shared.book.key
    sharing = Sharing(
        Links(seat.home, key), Connected(seat.home, key), "http://127.0.0.1:8765", ("http://board:8765",) * reached
    )
    apps = RoleApps(by, seat_of_guest(seat, by, guest.guest), many.shared, sharing)
    room = Room(many.tickets, lambda path: f"https://board{path}", many.pages.gone)
    page = await many.pages.open(guest, lambda: Page(guest, apps, LAPTOP, room))
    socket = Recorder()
    await page.attach(socket, LAPTOP)
    return page, socket, apps


async def type_pin(page: Page, socket: Recorder) -> None:
    page.hear_bytes(b"x")
    await until(lambda: PAD in socket.seen, lambda: socket.seen)
    page.hear_bytes(PIN.encode() + b"\r")


async def test_nothing_of_a_class_is_sent_to_a_teachers_page_before_the_pin(many: Pagefuls) -> None:
    with_pin(many.shared.book)
    page, socket, apps = await opened(many, link(LinkRole.TEACHER))
    await until(lambda: LOCK in socket.seen, lambda: socket.seen)
    assert apps.report() == NOTHING_TO_READ
    for keys in (b" ", b"\x10", b"c", b"\x1b[B", b"0000\r"):
        page.hear_bytes(keys)
    await until(lambda: PAD in socket.seen)
    assert not NAMES.search(socket.all)
    page.hear_bytes(b"\x1b")
    await until(lambda: LOCK in socket.seen, lambda: socket.seen)
    assert not NAMES.search(socket.all)
    await type_pin(page, socket)
    await until(lambda: "Ava B." in socket.seen, lambda: socket.seen)
    assert "Ava B." in apps.report()


async def test_a_second_page_of_the_same_browser_asks_again(many: Pagefuls) -> None:
    with_pin(many.shared.book)
    page, socket, _ = await opened(many, link(LinkRole.TEACHER))
    await until(lambda: LOCK in socket.seen)
    await type_pin(page, socket)
    await until(lambda: "Ava B." in socket.seen)
    _, second, _ = await opened(many, link(LinkRole.TEACHER))
    await until(lambda: LOCK in second.seen)
    assert not NAMES.search(second.all)


@pytest.mark.parametrize("reached", [True, False])
async def test_the_browser_of_this_very_computer_is_not_asked(many: Pagefuls, reached: bool) -> None:
    with_pin(many.shared.book)
    _, socket, _ = await opened(many, link(LinkRole.TEACHER, here=True), reached=reached)
    await until(lambda: "Ava B." in socket.seen, lambda: socket.seen)


async def test_a_board_that_was_left_locked_here_is_locked_in_the_browser_too(many: Pagefuls) -> None:
    with_pin(many.shared.book)
    seat_here().settings.remember_locked(many.shared.book.key)
    _, socket, _ = await opened(many, link(LinkRole.TEACHER, here=True))
    await until(lambda: LOCK in socket.seen, lambda: socket.seen)
    assert not NAMES.search(socket.all)


async def test_where_others_reach_it_a_class_without_a_pin_has_no_teachers_page(many: Pagefuls) -> None:
    page, socket, apps = await opened(many, link(LinkRole.TEACHER))
    await until(lambda: "board pin" in socket.seen, lambda: socket.seen)
    assert isinstance(page.app, NoWayPage)
    assert NEEDS_PIN.split(":")[0] in " ".join(socket.seen.split())
    page.hear_bytes(b" x\r\x1b\x10?")
    assert not NAMES.search(socket.all)
    assert apps.report() == NOTHING_TO_READ
    _, alone, _ = await opened(many, link(LinkRole.TEACHER), reached=False)
    await until(lambda: "Ava B." in alone.seen, lambda: alone.seen)


async def test_a_pin_that_is_taken_away_opens_no_page_that_was_locked(many: Pagefuls) -> None:
    with_pin(many.shared.book)
    page, socket, _ = await opened(many, link(LinkRole.TEACHER))
    await until(lambda: LOCK in socket.seen)
    Pins(many.shared.book).off(Sitting(many.shared.book, usual_adult(many.shared.book)))
    page.hear_bytes(b"x")
    await until(lambda: socket.said("gone"), lambda: socket.seen)
    assert not NAMES.search(socket.all)


async def test_the_board_leads_to_the_kiosk_and_the_pin_back_to_the_board(many: Pagefuls) -> None:
    with_pin(many.shared.book)
    page, socket, apps = await opened(many, link(LinkRole.KIOSK))
    for _ in range(2):
        await until(lambda: isinstance(page.app, KioskApp) and page.app.is_running)
        assert apps.report() == NOTHING_TO_READ
        page.hear_bytes(b"0")
        await until(lambda: PAD in socket.seen, lambda: socket.seen)
        page.hear_bytes(PIN.encode() + b"\r")
        await until(lambda: "For adults" in socket.seen, lambda: socket.seen)
        page.hear_bytes(b"1")
        await until(lambda: "Ava B." in socket.seen, lambda: socket.seen)
        assert "Ava B." in apps.report()
        page.hear_bytes(b"L")
        await until(lambda: "Ava B." not in socket.seen, lambda: socket.seen)


async def test_without_a_pin_nothing_leads_out_of_the_kiosk(many: Pagefuls) -> None:
    page, socket, _ = await opened(many, link(LinkRole.KIOSK))
    await until(lambda: page.app is not None and page.app.is_running and socket.seen.strip())
    page.hear_bytes(b"0\x11011\r")
    page.hear_bytes(b"\x11")
    await until(lambda: page.app is not None and not page.app._message_queue.qsize())
    assert isinstance(page.app, KioskApp)
    assert "adults" not in socket.seen
    assert not NAMES.search(socket.all)


async def test_a_projectors_page_names_nobody_and_takes_no_key(many: Pagefuls) -> None:
    page, socket, apps = await opened(many, link(LinkRole.LOOK))
    await until(lambda: page.app is not None and page.app.is_running and socket.seen.strip())
    page.hear_bytes(b" x\r\x1b\x10?q0T\x11")
    await until(lambda: page.app is not None and not page.app._message_queue.qsize())
    assert not socket.said("gone")
    assert not NAMES.search(socket.all)
    assert apps.report() == NOTHING_TO_READ


async def test_a_teacher_makes_and_revokes_links_from_a_page_and_a_helper_does_not(many: Pagefuls) -> None:
    page, socket, _ = await opened(many, link(LinkRole.TEACHER, here=True))
    await until(lambda: "Ava B." in socket.seen)
    page.hear_bytes(b"T")
    await until(lambda: "Nobody can come in yet" in socket.seen, lambda: socket.seen)
    page.hear_bytes(b"n")
    await until(lambda: "Who shall come in?" in socket.seen, lambda: socket.seen)
    page.hear_bytes(b"1")
    await until(lambda: "http://board:8765" in socket.seen, lambda: socket.seen)
    links = Links(seat_here().home, many.shared.book.key)
    assert [made.role for made in links.all()] == [LinkRole.KIOSK]
    helper, other, _ = await opened(many, link(LinkRole.HELPER, by=many.shared.book.assessors[0].id))
    await until(lambda: "Ava B." in other.seen)
    helper.hear_bytes(b"T")
    helper.hear_bytes(b"t")
    await until(lambda: many.shared.book.facts, lambda: other.seen)
    assert "Tablets and phones" not in other.seen


async def test_what_a_helper_marks_is_signed_by_who_the_link_names(many: Pagefuls) -> None:
    by = aide(many.shared.book)
    page, socket, _ = await opened(many, link(LinkRole.HELPER, by=by))
    await until(lambda: "Ava B." in socket.seen, lambda: socket.seen)
    page.hear_bytes(b" ")
    await until(lambda: many.shared.book.facts, lambda: socket.seen)
    assert [(fact.kind, fact.by) for fact in many.shared.book.facts] == [(Kind.MASTERED, by)]
    page.hear_bytes(b"u")
    await until(lambda: len(many.shared.book.facts) == 2)
    assert [fact.by for fact in many.shared.book.facts] == [by, by]


async def test_a_helper_who_is_not_in_the_class_any_more_gets_a_sentence(many: Pagefuls) -> None:
    page, socket, _ = await opened(many, link(LinkRole.HELPER, by="nobody"))
    await until(lambda: NOT_LISTED.split(".")[0] in " ".join(socket.seen.split()), lambda: socket.seen)
    assert isinstance(page.app, NoWayPage)


def lists_of(book: ClassBook) -> tuple[object, ...]:
    return book.everyone, book.units, book.assessors, book.about


@pytest.mark.parametrize("role", [AdultRole.AIDE, AdultRole.TEACHER, AdultRole.REVIEWER])
async def test_a_helper_has_no_lists_whatever_they_are_elsewhere(book: ClassBook, role: AdultRole) -> None:
    with_pin(book)
    by = aide(book, role)
    seat = seat_here()
    seat.settings.remember(book.key, Place(zoom=0))
    app = HelperPage(seat, book, by)
    before = lists_of(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_in(pilot, lambda: "Ava B." in seen(app))
        board = app.screen
        keys = {command.action.partition("(")[0]: command.keys for command in commands_of(ON_THE_BOARD)}
        shut = (*LISTS, "app.classes", "app.kiosk")
        assert shut
        for action in shut:
            await pilot.press(keys[action].split(",")[0])
            assert app.screen is board, action
        assert isinstance(board, BoardScreen)
        assert not {command.action for command in commands_of(board.keys)} & set(shut)
        app.post_message(events.Paste("Cleo\nDan\nEve\n"))
        app.post_message(events.Paste("1. I can count\n2. I can add\n"))
        await pilot.pause()
        assert app.screen is board
        palette = [entry.text for entry in BoardPalette(board)._commands()]
        assert any("Center" in text for text in palette)
        assert not [text for text in palette if re.search("Students|Steps|Plan|Print|marking|Kiosk|Classes|Boss", text)]
        assert not list(BoardPalette(board)._pages())
        await pilot.press("enter")
        await until_in(pilot, lambda: isinstance(app.screen, StudentScreen))
        await pilot.press("P")
        assert isinstance(app.screen, StudentScreen)
        assert " Plan" not in seen(app)
    assert lists_of(book) == before


async def test_a_teachers_page_has_no_way_to_other_classes(book: ClassBook) -> None:
    app = TeacherPage(seat_here(), book, is_known=True, needs_pin=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_in(pilot, lambda: isinstance(app.screen, BoardScreen))
        board = app.screen
        await pilot.press("o")
        await app.run_action("classes")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.screen is board
        assert isinstance(board, BoardScreen)
        assert "app.classes" not in {command.action for command in commands_of(board.keys)}
        assert not [entry for entry in BoardPalette(board)._commands() if "Classes" in entry.text]


async def test_a_teachers_page_opens_no_list_of_the_computer_that_serves_it(many: Pagefuls, tmp_path: Path) -> None:
    file = tmp_path / "salaries.csv"
    file.write_text("Xan Quill\nYul Rook\n")
    page, socket, _ = await opened(many, link(LinkRole.TEACHER), reached=False)
    await until(lambda: "Ava B." in socket.seen, lambda: socket.seen)
    page.hear_bytes(b"\x1b[200~" + str(file).encode() + b"\x1b[201~")
    await until(lambda: "has no place on the board" in " ".join(socket.seen.split()), lambda: socket.seen)
    page.hear_bytes(b"\x1b[200~Cleo\nDan\nEve\n\x1b[201~")
    await until(lambda: "Cleo" in socket.seen, lambda: socket.seen)
    page.hear_bytes(b"\x1b[200~" + str(file).encode() + b"\x1b[201~")
    await until(lambda: "opens no file" in " ".join(socket.seen.split()), lambda: socket.seen)
    assert b"Xan" not in socket.all


async def test_the_board_of_a_terminal_leads_everywhere_as_before(book: ClassBook) -> None:
    app = BoardApp(seat_here(), book)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_in(pilot, lambda: isinstance(app.screen, BoardScreen))
        assert isinstance(app.screen, BoardScreen)
        actions = {command.action.partition("(")[0] for command in commands_of(app.screen.keys)}
        assert actions >= {*LISTS, "app.classes", "app.kiosk"} - {"unit"}


def test_each_browser_remembers_for_itself_and_is_the_same_computer_to_a_class() -> None:
    seat = seat_here()
    device = seat.settings.load().device
    ever = link(LinkRole.KIOSK)
    one, two = (seat_of_guest(seat, ever, guest) for guest in ("g1", "g2"))
    one.settings.remember_theme("board-light")
    assert (seat.settings.load().theme, two.settings.load().theme) == ("", "")
    assert seat_of_guest(seat, ever, "g1").settings.load().theme == "board-light"
    assert {one.settings.load().device, two.settings.load().device, one.device.id} == {device}
    assert one.variables["COLORTERM"] == "truecolor"
    own = {one.user, *one.folders}
    assert own == {one.home}
    assert one.home.is_relative_to(seat.home)
    assert seat_of_guest(seat, link(LinkRole.TEACHER, here=True), "g1").home == seat.home


def test_what_guests_remembered_who_have_not_come_for_long_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    seat = seat_here()
    one = seat_of_guest(seat, link(LinkRole.KIOSK), "g1")
    one.settings.remember_theme("board-light")
    forget_old_guests(seat.home)
    assert one.home.is_dir()
    monkeypatch.setattr("board.serve.guest_seats._KEPT", -1.0)
    forget_old_guests(seat.home)
    assert not one.home.exists()
    forget_old_guests(seat.home / "nothing")
