"""Fingers on the board, as the server hears of them."""

import pytest

from serve.chromium import needs_chromium
from serve.mock_page import ACROSS, PHONE, TABLET, Opener, Tab, _mock, _tab  # noqa: F401

pytestmark = needs_chromium

LONG = 600
"""Milliseconds of a long press."""


def drag(tab: Tab, *cells: tuple[int, int]) -> None:
    tab.fingers("touchStart", tab.at(*cells[0]))
    for cell in cells[1:]:
        tab.fingers("touchMove", tab.at(*cell))
        tab.page.wait_for_timeout(40)
    tab.fingers("touchEnd")


@pytest.mark.parametrize("size", [PHONE, TABLET, ACROSS], ids=str)
def test_a_tap_presses_and_lets_go_in_the_cell_under_the_finger(tab: Opener, size: tuple[int, int]) -> None:
    page = tab(size)
    columns, lines = page.size
    for cell in ((1, 1), (columns, 1), (1, lines), (columns, lines), (columns // 2, lines // 2)):
        page.tap(*cell)
    page.settle()
    cells = [(1, 1), (columns, 1), (1, lines), (columns, lines), (columns // 2, lines // 2)]
    assert page.mice == [f"<0;{x};{y}{end}" for x, y in cells for end in "Mm"]


def test_a_finger_draws_where_it_goes(tab: Opener) -> None:
    page = tab()
    drag(page, (5, 5), (5, 8), (20, 8))
    page.settle()
    assert page.mice[0] == "<0;5;5M"
    assert page.mice[-1] == "<0;20;8m"
    assert page.mice[-2] == "<32;20;8M"
    assert "<32;5;8M" in page.mice
    assert all(move.startswith("<32;") for move in page.mice[1:-1])


def test_a_finger_that_trembles_only_taps(tab: Opener) -> None:
    page = tab()
    x, y = page.at(10, 10)
    page.fingers("touchStart", (x, y))
    page.fingers("touchMove", (x + 5, y + 4))
    page.fingers("touchEnd")
    page.settle()
    assert page.mice == ["<0;10;10M", "<0;10;10m"]


def test_a_long_press_is_a_press_and_no_menu(tab: Opener) -> None:
    page = tab()
    page.page.evaluate(
        "window.menus = 0; addEventListener('contextmenu', (e) => { window.menus += !e.defaultPrevented; })"
    )
    page.fingers("touchStart", page.at(7, 7))
    page.page.wait_for_timeout(LONG)
    assert page.mice == ["<0;7;7M"]
    page.fingers("touchEnd")
    page.settle()
    assert page.mice == ["<0;7;7M", "<0;7;7m"]
    assert page.page.evaluate("window.menus") == 0
    assert page.page.evaluate("String(getSelection())") == ""


@pytest.mark.parametrize(("down", "button"), [(10, 64), (-10, 65)])
def test_two_fingers_scroll_as_a_wheel_does(tab: Opener, down: int, button: int) -> None:
    page = tab()
    left, right = page.at(20, 25), page.at(30, 25)
    high = page.at(1, 2)[1] - page.at(1, 1)[1]
    page.fingers("touchStart", left)
    page.fingers("touchStart", left, right)
    for step in range(1, 6):
        page.fingers("touchMove", *((x, y + down * high * step / 5) for x, y in (left, right)))
    page.fingers("touchEnd")
    page.settle()
    assert page.mice == [f"<{button};25;25M"] * 5  # two lines a notch


def test_pinching_does_nothing(tab: Opener) -> None:
    page = tab()
    (left, y), (right, _) = page.at(20, 25), page.at(30, 25)
    page.fingers("touchStart", (left, y))
    page.fingers("touchStart", (left, y), (right, y))
    for out in range(10, 100, 10):
        page.fingers("touchMove", (left - out, y), (right + out, y))
    page.fingers("touchEnd")
    page.settle()
    assert page.mice == []
    assert page.page.evaluate("visualViewport.scale") == 1


def test_a_hand_that_rests_on_the_glass_does_not_end_a_stroke(tab: Opener) -> None:
    page = tab()
    page.fingers("touchStart", page.at(5, 5))
    page.fingers("touchMove", page.at(9, 5))
    page.page.wait_for_timeout(40)
    page.fingers("touchStart", page.at(9, 5), page.at(40, 40))
    page.fingers("touchMove", page.at(11, 5), page.at(41, 40))
    page.fingers("touchEnd", page.at(41, 40), first=1)  # the hand is lifted, the finger goes on
    page.fingers("touchMove", page.at(14, 5))
    page.page.wait_for_timeout(40)
    page.fingers("touchEnd")
    page.settle()
    assert page.mice[0] == "<0;5;5M"
    assert page.mice[-1] == "<0;14;5m"
    assert all(";5" in report for report in page.mice)


def test_a_finger_the_system_takes_away_never_tapped(tab: Opener) -> None:
    page = tab()
    page.fingers("touchStart", page.at(5, 5))
    page.fingers("touchCancel")
    page.settle()
    assert page.mice == []
    page.tap(6, 6)
    page.settle()
    assert page.mice == ["<0;6;6M", "<0;6;6m"]


def test_a_finger_that_leaves_the_board_stays_at_its_edge(tab: Opener) -> None:
    page = tab()
    columns, _ = page.size
    x, y = page.at(columns, 5)
    page.fingers("touchStart", (x, y))
    page.fingers("touchMove", (x + 300, y - 700))
    page.page.wait_for_timeout(40)
    page.fingers("touchEnd")
    page.settle()
    assert page.mice == [f"<0;{columns};5M", f"<32;{columns};1M", f"<0;{columns};1m"]


def test_fast_moves_are_joined(tab: Opener) -> None:
    page = tab()
    page.page.evaluate(
        """() => {
          const area = document.querySelector("#screen");
          const { left, top } = area.querySelector(".xterm-screen").getBoundingClientRect();
          const tell = (name, x) => area.dispatchEvent(new PointerEvent(name, {
            pointerType: "touch", pointerId: 5, clientX: left + x, clientY: top + 50, bubbles: true, cancelable: true }));
          tell("pointerdown", 20);
          for (let x = 20; x < 320; x += 1) tell("pointermove", x);
          tell("pointerup", 320);
        }"""
    )
    page.settle()
    assert len(page.mice) <= 4
    assert page.mice[0].startswith("<0;")
    assert page.mice[-1].endswith("m")


@pytest.mark.parametrize("hand", ["first", "then"])
def test_a_pen_draws_whatever_hand_lies_beside_it(tab: Opener, hand: str) -> None:
    page = tab()
    page.page.evaluate(
        """(hand) => {
          const area = document.querySelector("#screen");
          const { left, top } = area.querySelector(".xterm-screen").getBoundingClientRect();
          const tell = (name, pointerType, pointerId, x, y) => area.dispatchEvent(new PointerEvent(name, {
            pointerType, pointerId, clientX: left + x, clientY: top + y, bubbles: true, cancelable: true }));
          const put_hand = () => tell("pointerdown", "touch", 1, 300, 500);
          if (hand === "first") put_hand();
          tell("pointerdown", "pen", 2, 11, 8);
          if (hand === "then") put_hand();
          tell("pointermove", "touch", 1, 310, 520);
          tell("pointermove", "pen", 2, 11 + 75, 8);
          tell("pointerup", "pen", 2, 11 + 75, 8);
          tell("pointerup", "touch", 1, 310, 520);
        }""",
        hand,
    )
    page.settle()
    assert page.mice == ["<0;2;1M", "<32;12;1M", "<0;12;1m"]
    page.tap(3, 3)
    page.settle()
    assert page.mice[3:] == ["<0;3;3M", "<0;3;3m"]


def test_keys_go_to_the_board_again_after_a_tap_on_it(tab: Opener) -> None:
    page = tab()
    page.page.locator("#larger").focus()
    page.tap(5, 5)
    page.page.keyboard.press("x")
    page.until(lambda: page.typed.endswith("x"))


def test_a_mouse_beside_a_touch_screen_is_a_mouse(tab: Opener) -> None:
    page = tab(ACROSS)
    page.page.mouse.click(*page.at(12, 9))
    page.settle()
    assert "<0;12;9M" in page.mice
    assert "<0;12;9m" in page.mice
    page.page.mouse.wheel(0, 100)
    page.until(lambda: "<65;12;9M" in page.mice)
