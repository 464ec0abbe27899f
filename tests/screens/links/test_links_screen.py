"""Tablets and phones: links made, shown, counted and taken back on the screen."""

from pathlib import Path

import pytest
from textual.app import App

from board.app import BoardApp
from board.cli.context import seat_here
from board.deeds.pin import Pins
from board.deeds.sitting import Sitting, usual_adult
from board.screens.links import words
from board.screens.links.links import LinksScreen
from board.screens.links.new_link import NewLinkScreen
from board.screens.links.trust import TrustScreen
from board.screens.lock.locked import LockScreen
from board.screens.lock.new_pin import NewPinScreen
from board.screens.roster.adults import AdultsScreen
from board.seat.connected import Connected, OpenPage
from board.seat.links import Link, LinkRole, Links
from board.seat.sharing import OwnTrust, Sharing
from board.serve.panel import PanelApp
from board.store.class_book import ClassBook
from board.widgets.browser import TOUCH_CLASS
from board.widgets.glance import Glance
from screen_driver import board_on, seen, until
from widgets.test_qr_code import read

HERE, WIFI, CABLE = "http://127.0.0.1:8765", "http://192.168.178.120:8765", "http://10.0.0.7:8765"


@pytest.fixture(autouse=True)
def everything_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question may be answered at once."""
    monkeypatch.setattr(Glance, "is_seen", True)


@pytest.fixture
def sharing(book: ClassBook, home: Path) -> Sharing:
    return Sharing(Links(home, book.key), Connected(home, book.key), HERE, (WIFI,))


def shared_board(book: ClassBook, sharing: Sharing) -> BoardApp:
    app = board_on(book)
    app.sharing = sharing
    return app


def address_on(app: App[None]) -> str:
    """Give the link as it can be read on the screen, line by line."""
    text = seen(app)
    start = text[text.index("http") :].split()
    path = next(word for word in text.split() if word.startswith("/in/"))
    return start[0] + path


def page(link: Link, at: float = 1.0, **fields: bool) -> OpenPage:
    return OpenPage(link.id, link.role, at, 52, 52, **fields)


async def test_a_key_on_the_board_leads_there_where_the_class_is_served(book: ClassBook, sharing: Sharing) -> None:
    app = shared_board(book, sharing)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        await pilot.press("T")
        await until(pilot, lambda: isinstance(app.screen, LinksScreen))
        assert "Nobody can come in yet" in seen(app)
        await pilot.press("escape")
        await until(pilot, lambda: "Ava B." in seen(app))


async def test_nothing_speaks_of_links_where_the_class_is_not_served(book: ClassBook) -> None:
    app = board_on(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Ava B." in seen(app))
        board = app.screen
        await pilot.press("T")
        await app.run_action("links")
        await pilot.pause()
        assert app.screen is board
        await pilot.press("?")
        await until(pilot, lambda: "Keys of this screen" in seen(app))
        assert "Tablets" not in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (52, 52), (107, 37), (80, 50)])
@pytest.mark.parametrize("theme", ["board-dark", "board-light", "board-contrast"])
async def test_a_machine_and_a_person_read_the_same_link(
    book: ClassBook, sharing: Sharing, size: tuple[int, int], theme: str
) -> None:
    link = sharing.links.make(LinkRole.KIOSK, standing=True)
    app = shared_board(book, sharing)
    app.set_class(size != (80, 24), TOUCH_CLASS)
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        app.push_screen(LinksScreen(sharing, Sitting(book, usual_adult(book))))
        await until(pilot, lambda: isinstance(app.screen, LinksScreen) and "/in/" in seen(app))
        await until(pilot, lambda: read(app) == f"{WIFI}/in/{link.token}")
        used = sharing.links.use(address_on(app).removeprefix(f"{WIFI}/in/"))
        assert used is not None
        assert used.id == link.id


async def test_the_longest_address_fits_a_small_terminal(book: ClassBook, sharing: Sharing) -> None:
    long = "https://[fd00:1234:5678:9abc:def0:1234:5678:9abc]:8765"
    link = sharing.links.make(LinkRole.KIOSK, standing=True)
    app = shared_board(book, sharing)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(LinksScreen(sharing._replace(others=(long,)), Sitting(book, usual_adult(book))))
        await until(pilot, lambda: read(app) == f"{long}/in/{link.token}")


async def opened(pilot: object, app: BoardApp, sharing: Sharing, book: ClassBook) -> LinksScreen:
    screen = LinksScreen(sharing, Sitting(book, usual_adult(book)))
    app.push_screen(screen)
    await until(pilot, lambda: screen.is_mounted and app.screen is screen and words.OPEN_TO_ALL[:20] in seen(app))  # type: ignore[arg-type]
    return screen


@pytest.mark.parametrize(("often", "standing"), [((), False), (("o",), True)])
async def test_the_four_are_chosen_by_a_digit_once_or_again_and_again(
    book: ClassBook, sharing: Sharing, often: tuple[str, ...], standing: bool
) -> None:
    Pins(book).set(Sitting(book, usual_adult(book)), "4716")
    app = shared_board(book, sharing)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, sharing, book)
        for key in ("1", "2", "4"):
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, NewLinkScreen))
            await pilot.press(*(often if key == "1" else ()), key)  # it is remembered for the next
            await until(pilot, lambda: isinstance(app.screen, LinksScreen))
        await until(pilot, lambda: len(sharing.links.all()) == 3)
        made = sharing.links.all()
        assert [link.role for link in made] == [LinkRole.KIOSK, LinkRole.TEACHER, LinkRole.LOOK]
        assert [link.is_standing for link in made] == [standing] * 3
        await until(pilot, lambda: address_on(app).endswith(made[-1].typed_path))


async def test_a_helpers_link_asks_in_whose_name(book: ClassBook, sharing: Sharing) -> None:
    app = shared_board(book, sharing)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, sharing, book)
        await pilot.press("n", "3")
        await until(pilot, lambda: isinstance(app.screen, AdultsScreen))
        await pilot.press(*"Ms Ortiz", "enter")
        await until(pilot, lambda: bool(sharing.links.all()))
        (link,) = sharing.links.all()
        assert link.role is LinkRole.HELPER
        assert {one.id: one.name for one in book.assessors}[link.by] == "Ms Ortiz"
        await until(pilot, lambda: "Helper · Ms Ortiz" in seen(app))
        await pilot.press("n", "3")
        await until(pilot, lambda: isinstance(app.screen, AdultsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LinksScreen))
        assert sharing.links.all() == (link,)


async def test_a_teachers_link_for_others_asks_for_a_pin_first(book: ClassBook, sharing: Sharing) -> None:
    app = shared_board(book, sharing)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, sharing, book)
        await pilot.press("n", "2")
        await until(pilot, lambda: isinstance(app.screen, NewPinScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LinksScreen))
        assert not sharing.links.all()
        await pilot.press("n", "2")
        await until(pilot, lambda: isinstance(app.screen, NewPinScreen))
        await pilot.press(*"9031", "enter", *"9031", "enter")
        await until(pilot, lambda: bool(sharing.links.all()))
        assert Pins(book).is_set


async def test_who_is_there_is_seen_and_revoking_asks_once_and_says_what_becomes_of_them(
    book: ClassBook, sharing: Sharing
) -> None:
    links, connected = sharing.links, sharing.connected
    stays, goes = links.make(LinkRole.LOOK, standing=True), links.make(LinkRole.KIOSK, standing=True)
    app = shared_board(book, sharing)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, sharing, book)
        connected.write(0, [page(goes, touch=True), page(goes, 2.0), page(goes, 3.0, is_seen=False)])
        told = ("● 3 open", "A phone, since", "A computer, since", "Away for a moment")
        await until(pilot, lambda: all(words in seen(app) for words in told))
        await pilot.press("x")
        await until(pilot, lambda: "3 pages are open by this link" in " ".join(seen(app).split()))
        assert links.of(goes.id) is not None
        await pilot.press("down", "x")
        await until(pilot, lambda: "Nobody is in by this link now" in " ".join(seen(app).split()))
        assert links.all() == (stays, goes), "another link is another question"
        await pilot.press("up", "x", "x")
        await until(pilot, lambda: links.all() == (stays,))
        await until(pilot, lambda: "Children's kiosk" not in seen(app))


async def test_what_others_make_and_use_is_seen_without_a_key(book: ClassBook, sharing: Sharing) -> None:
    app = shared_board(book, sharing)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, sharing, book)
        elsewhere = Links(seat_here().home, book.key)
        link = elsewhere.make(LinkRole.TEACHER)
        await until(pilot, lambda: "Teacher's board" in seen(app))
        elsewhere.use(link.token)
        await until(pilot, lambda: "once, used" in seen(app))
        assert words.USED_UP[:30] in " ".join(seen(app).split())
        assert "/in/" not in seen(app)
        elsewhere.revoke(link.id)
        await until(pilot, lambda: "Nobody can come in yet" in seen(app))


async def test_another_address_of_the_computer_is_shown_by_a_key(book: ClassBook, sharing: Sharing) -> None:
    link = sharing.links.make(LinkRole.KIOSK, standing=True)
    app = shared_board(book, sharing)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, sharing._replace(others=(WIFI, CABLE)), book)
        for base in (WIFI, CABLE, WIFI):
            await until(pilot, lambda base=base: read(app) == f"{base}{link.path}")  # type: ignore[misc]
            await pilot.press("a")


async def test_a_link_for_this_computer_alone_has_no_code(book: ClassBook, sharing: Sharing) -> None:
    link = sharing.links.make(LinkRole.TEACHER, here=True)
    app = shared_board(book, sharing)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, app, sharing, book)
        await until(pilot, lambda: words.FOR_HERE in seen(app))
        assert address_on(app) == f"{HERE}{link.typed_path}"
        assert read(app) == ""


async def test_where_devices_warn_a_key_says_why(book: ClassBook, sharing: Sharing, tmp_path: Path) -> None:
    app = shared_board(book, sharing)
    trust = OwnTrust(":".join(["AB", "CD"] * 16), tmp_path / "authority.crt")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = LinksScreen(sharing._replace(trust=trust, is_secure=True), Sitting(book, usual_adult(book)))
        app.push_screen(screen)
        await until(pilot, lambda: "h says why" in " ".join(seen(app).split()))
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, TrustScreen))
        assert seen(app).count("AB CD AB CD AB CD AB CD") == 4
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)


def panel(book: ClassBook, sharing: Sharing, said: str = "") -> PanelApp:
    return PanelApp(seat_here(), book, sharing, said)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_panel_ends_at_once_where_nobody_is_there(book: ClassBook, sharing: Sharing, key: str) -> None:
    app = panel(book, sharing, "The board opens.")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "The board opens." in seen(app))
        await pilot.press(key)
        await until(pilot, lambda: not app.is_running)


async def test_the_panel_asks_before_it_ends_where_pages_are_open(book: ClassBook, sharing: Sharing) -> None:
    link = sharing.links.make(LinkRole.KIOSK, standing=True)
    sharing.connected.write(0, [page(link)])
    app = panel(book, sharing)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "● 1 open" in seen(app))
        await pilot.press("q")
        await until(pilot, lambda: "1 page is open, and stops" in seen(app))
        assert app.is_running
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewLinkScreen))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not isinstance(app.screen, NewLinkScreen))
        assert app.is_running
        await pilot.press("q", "q")
        await until(pilot, lambda: not app.is_running)


async def test_the_panel_locks_as_the_board_does(book: ClassBook, sharing: Sharing) -> None:
    Pins(book).set(Sitting(book, usual_adult(book)), "4716")
    sharing.links.make(LinkRole.KIOSK, standing=True)
    seat_here().settings.remember_locked(book.key)
    app = panel(book, sharing)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LockScreen))
        assert "/in/" not in seen(app)
        for key in ("q", "ctrl+q", "n", "3"):
            await pilot.press(key)
        assert app.is_running
        assert not isinstance(app.screen, NewLinkScreen)


async def test_the_panel_shows_the_link_as_the_board_does(book: ClassBook, sharing: Sharing) -> None:
    link = sharing.links.make(LinkRole.KIOSK, standing=True)
    app = panel(book, sharing, "The board opens in the browser of this computer.")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: read(app) == f"{WIFI}{link.path}")
        assert address_on(app) == f"{WIFI}{link.typed_path}"


async def test_the_panel_leads_nowhere_else(book: ClassBook, sharing: Sharing) -> None:
    app = panel(book, sharing)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LinksScreen))
        screen = app.screen
        for key in ("ctrl+p", "o", "L", "T", "ctrl+z", "escape"):
            await pilot.press(key)
            assert app.screen is screen
