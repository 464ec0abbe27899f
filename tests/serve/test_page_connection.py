"""A connection that comes and goes, and what is said meanwhile."""

import re
from pathlib import Path

import pytest

from board.serve.static_files import STATIC
from serve.chromium import needs_chromium
from serve.mock_page import ACROSS, LAPTOP, PHONE, TABLET, Opener, Tab, _mock, _tab  # noqa: F401

pytestmark = needs_chromium

WHYS = ("closed", "fault", "revoked", "full", "elsewhere")


def halted(page: Tab, why: str) -> None:
    page.until(lambda: page.page.locator(f"#halt[data-why={why}]").is_visible(), f"{why} is not said")


def hurry(page: Tab) -> None:
    """Let a connection be missed at once, which else is said after seconds."""
    page.page.evaluate("window.dispatchEvent(new Event('offline'))")


def test_it_says_first_how_large_it_is(tab: Opener) -> None:
    page = tab(PHONE, color_scheme="dark")
    hello = page.board.said[0]
    assert hello == {
        "kind": "hello",
        "columns": 52,
        "lines": 53,
        "touch": True,
        "dark": True,
        "contrast": False,
        "page": "",
    }


@pytest.mark.parametrize(
    ("size", "least"), [(TABLET, (80, 50)), (ACROSS, (107, 37)), ((360, 640), (52, 40)), ((768, 1024), (100, 64))]
)
def test_each_size_has_the_room_it_is_drawn_for(tab: Opener, size: tuple[int, int], least: tuple[int, int]) -> None:
    columns, lines = tab(size).size
    assert (columns >= least[0], lines >= least[1]) == (True, True), (columns, lines)


def test_cells_suit_devices_of_every_kind(tab: Opener) -> None:
    page = tab()
    measured = page.page.evaluate(
        """async () => {
          const { cellWidth } = await import("/static/page/cells.js");
          const sides = [320, 360, 375, 390, 412, 430, 480, 540, 600, 601, 768, 800, 810, 820, 1024, 1180, 1366, 1920];
          const dots = [1, 1.25, 1.33, 1.5, 1.75, 2, 2.25, 2.625, 3, 3.5];
          return sides.flatMap((width) => dots.map((ratio) => [width, ratio, cellWidth(width, true, ratio, 0)]));
        }"""
    )
    assert len(measured) == 180
    for width, ratio, cell in measured:
        columns = int(width * ratio / cell)
        assert columns >= (52 if width < 560 else 80), (width, ratio, cell)
        assert cell == int(cell)
        if width >= 390 and ratio >= 2:
            assert cell / ratio * 6 >= 42, (width, ratio, cell)


def test_it_comes_back_to_the_same_page_after_a_reload(tab: Opener) -> None:
    page = tab()
    page.board.tell("page", id="page-1")
    page.settle()
    page.page.reload()
    page.until(lambda: len(page.board.heard("hello")) == 2)
    assert page.hello["page"] == "page-1"
    assert not page.board.heard("bye"), "a reload is no leaving"


def test_it_comes_back_by_itself_and_says_so_calmly(tab: Opener) -> None:
    page = tab()
    page.board.tell("page", id="page-1")
    page.settle()
    page.board.status = 500
    page.board.drop()
    page.until(lambda: page.says("#state") == "Connecting again ...")
    assert page.page.locator("#halt").is_hidden()
    assert page.page.locator(".xterm-screen").is_visible(), "a blank page"
    page.tap(5, 5)
    page.page.keyboard.press("x")
    page.board.status = 200
    page.until(lambda: page.says("#state") == "Connected again.")
    assert page.hello["page"] == "page-1"
    page.settle()
    assert page.mice == [], "what was tapped while nobody heard it came afterwards"
    assert "x" not in page.typed
    page.complaints.clear()


def test_another_connection_begins_with_an_empty_terminal(tab: Opener) -> None:
    page = tab()
    page.board.paint("\x1b[10;10Hleft over\x1b[?1h\x1b[31m")
    page.settle()
    page.board.drop()
    page.until(lambda: len(page.board.heard("hello")) == 2)
    page.settle()
    screen = page.page.evaluate("document.querySelector('#screen').textContent")
    assert "left over" not in screen
    page.page.keyboard.press("ArrowUp")
    page.until(lambda: page.typed.endswith("\x1b[A"), "keys are sent as the one before wanted them")
    page.complaints.clear()


@pytest.mark.parametrize("why", WHYS)
def test_whatever_ended_it_is_said_and_something_can_be_done(tab: Opener, why: str) -> None:
    page = tab()
    page.board.tell("page", id="page-1")
    page.settle()
    page.page.clock.install()
    page.page.reload()
    page.until(lambda: len(page.board.heard("hello")) == 2)
    page.settle()
    page.board.tell("gone", why=why)
    halted(page, why)
    page.page.screenshot()  # it is painted
    button = page.page.locator("#halt-button")
    box = button.bounding_box()
    assert box
    assert box["height"] >= 44
    assert re.fullmatch(r"[A-Z].*\.", page.says("#halt-said"))
    page.until(lambda: page.board.connections == 0)
    page.page.clock.run_for(60_000)
    page.page.wait_for_timeout(50)
    assert len(page.board.heard("hello")) == 2, "it does not come back by itself, or two tabs would take turns"
    button.tap()
    page.until(lambda: len(page.board.heard("hello")) == 3)
    page.until(lambda: page.page.locator("#halt").is_hidden())
    assert page.hello["page"] == ("" if why in ("closed", "fault") else "page-1")


def test_a_reason_nobody_knows_is_said_too(tab: Opener) -> None:
    page = tab()
    page.board.tell("gone", why="something new")
    halted(page, "closed")


def test_a_busy_board_is_asked_again_by_itself(tab: Opener) -> None:
    page = tab()
    page.board.tell("gone", why="busy")
    halted(page, "busy")
    page.until(lambda: len(page.board.heard("hello")) == 2)
    page.until(lambda: page.page.locator("#halt").is_hidden())


@pytest.mark.parametrize(("status", "why"), [(403, "revoked"), (429, "busy"), (503, "full")])
def test_a_refused_connection_is_explained(tab: Opener, status: int, why: str) -> None:
    page = tab()
    page.board.status = status
    page.board.drop()
    halted(page, why)
    page.board.status = 200
    page.page.locator("#halt-button").tap()
    page.until(lambda: page.page.locator("#halt").is_hidden())
    page.complaints.clear()


def test_a_device_without_network_is_told_so_and_goes_on_as_soon_as_it_has_one(tab: Opener) -> None:
    page = tab()
    page.context.set_offline(True)
    page.until(lambda: page.board.connections == 0)
    page.until(lambda: page.says("#state") == "Connecting again ...")
    halted(page, "offline")
    page.context.set_offline(False)
    page.until(lambda: page.page.locator("#halt").is_hidden())
    assert len(page.board.heard("hello")) == 2
    page.complaints.clear()


def test_a_stopped_server_is_told_after_a_while(tab: Opener) -> None:
    page = tab()
    page.board.status = 500
    page.board.drop()
    halted(page, "away")
    assert page.page.locator("#state").inner_text() == ""
    page.board.status = 200
    page.page.locator("#halt-button").tap()
    page.until(lambda: page.page.locator("#halt").is_hidden())
    page.complaints.clear()


def test_a_dialog_does_not_hide_that_it_ended(tab: Opener) -> None:
    page = tab()
    page.page.locator("#menu-button").tap()
    page.until(lambda: page.page.locator("#menu").is_visible())
    page.board.tell("gone", why="revoked")
    halted(page, "revoked")
    assert page.page.locator("#menu").is_hidden()


def test_a_connection_that_went_deaf_is_noticed(tab: Opener) -> None:
    page = tab()
    page.page.clock.install()
    page.page.reload()
    page.until(lambda: len(page.board.heard("hello")) == 2)
    page.page.clock.run_for(11_000)
    page.settle()
    page.board.pongs = False
    for _ in range(4):
        page.page.clock.run_for(10_000)
        page.page.wait_for_timeout(50)
    page.until(lambda: len(page.board.heard("hello")) == 3)


def test_a_server_that_knows_no_ping_is_not_left(tab: Opener) -> None:
    page = tab()
    page.board.pongs = False
    page.page.clock.install()
    page.page.reload()
    page.until(lambda: len(page.board.heard("hello")) == 2)
    for _ in range(6):
        page.page.clock.run_for(10_000)
        page.page.wait_for_timeout(20)
    page.settle()
    assert len(page.board.heard("hello")) == 2


def test_what_nobody_understands_is_left_alone(tab: Opener) -> None:
    page = tab()
    page.board.tell("something new", many={"a": 1})
    page.board.tell("colours", background="url(x)", foreground="red;}", accent="#12345", dark=True)
    page.settle()


def test_turning_the_device_tells_the_new_size(tab: Opener) -> None:
    page = tab(PHONE)
    assert page.size == (52, 53)
    page.resize((844, 390))
    page.until(lambda: page.board.heard("size"))
    page.settle()
    columns, lines = page.size
    assert columns > 100
    assert lines > 20
    page.resize(PHONE)
    page.until(lambda: page.size == (52, 53))


def test_the_policy_allows_nothing_from_outside() -> None:
    named = [file for file in Path(STATIC).rglob("*.js") if "eval(" in file.read_text(encoding="utf-8")]
    assert [file.name for file in named if file.parent.name != "vendor"] == []


def test_nothing_is_asked_of_anybody_else(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.page.reload()
    page.until(lambda: len(page.board.heard("hello")) == 2)
    page.settle()
    assert len(asked) > 15
    assert not [url for url in asked if not url.startswith((page.board.url, page.board.url.replace("http", "ws")))]
