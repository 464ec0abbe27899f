"""Typing: by the keys of a laptop straight into the board, by fingers in a sheet of the page."""

import pytest

from serve.chromium import needs_chromium
from serve.mock_page import ACROSS, LAPTOP, Opener, Tab, _mock, _tab  # noqa: F401

pytestmark = needs_chromium

FIELD = {"id": "7", "label": "Name", "value": "Ana", "lines": False, "digits": False, "secret": False}


def field(page: Tab, **changes: object) -> None:
    page.board.tell("field", **{**FIELD, **changes})


def is_open(page: Tab) -> bool:
    return page.page.locator("#sheet").is_visible()


def open_sheet(page: Tab, **changes: object) -> None:
    field(page, **changes)
    page.until(lambda: page.page.locator("#type-button").is_visible())
    page.page.locator("#type-button").tap()
    page.until(lambda: is_open(page))


def keyed(page: Tab, key: str, sent: str) -> None:
    before = len(page.typed)
    page.page.keyboard.press(key)
    page.until(lambda: page.typed[before:] == sent, f"{key}: {page.typed[before:]!r} instead of {sent!r}")


@pytest.mark.parametrize("touch", [False, True], ids=["laptop", "tablet with a keyboard"])
def test_keys_go_to_the_board(tab: Opener, touch: bool) -> None:
    page = tab(ACROSS if touch else LAPTOP, touch=touch)
    keys = {
        "ArrowUp": "\x1b[A",
        "ArrowLeft": "\x1b[D",
        "a": "a",
        "Shift+A": "A",
        "/": "/",
        "?": "?",
        "Escape": "\x1b",
        "Tab": "\t",
        "Shift+Tab": "\x1b[Z",
        "Enter": "\r",
        "Backspace": "\x7f",
        "Delete": "\x1b[3~",
        "Home": "\x1b[H",
        "PageDown": "\x1b[6~",
        "F1": "\x1bOP",
        "Control+p": "\x10",
        "Control+c": "\x03",
        "Control+s": "\x13",
        "Control+f": "\x06",
        "Control+ArrowRight": "\x1b[1;5C",
        "Alt+x": "\x1bx",
        "Space": " ",
    }
    for key, sent in keys.items():
        keyed(page, key, sent)
    page.page.keyboard.insert_text("é漢")
    page.until(lambda: page.typed.endswith("é漢"))


def test_the_first_key_of_a_tablet_is_not_lost(tab: Opener) -> None:
    for key, sent in (("ArrowDown", "\x1b[B"), ("b", "b")):
        page = tab(ACROSS)
        assert page.page.evaluate("document.activeElement.tagName") == "BODY"
        page.board.keys = b""
        keyed(page, key, sent)


def test_no_keyboard_comes_up_by_itself(tab: Opener) -> None:
    page = tab()
    page.tap(10, 10)
    page.settle()
    assert page.page.evaluate("document.activeElement.tagName") == "BODY"
    assert page.page.locator(".xterm-helper-textarea").get_attribute("inputmode") == "none"


def test_a_paste_comes_as_one(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.board.paint("\x1b[?2004h")
    page.settle()
    page.board.keys = b""
    page.page.evaluate("navigator.clipboard.writeText('Ana\\nBen')")
    page.page.keyboard.press("Control+v")
    page.until(lambda: page.typed == "\x1b[200~Ana\rBen\x1b[201~", repr(page.typed))


def test_the_browser_keeps_its_own_keys(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.page.evaluate(
        "window.free = []; addEventListener('keydown', (e) => e.defaultPrevented || window.free.push(e.key))"
    )
    for key in ("F12", "F11", "Control+0", "Control+="):
        page.page.keyboard.press(key)
    page.settle()
    assert page.typed == ""
    assert page.page.evaluate("window.free.filter((key) => key !== 'Control')") == ["F12", "F11", "0", "="]


def test_f6_leads_to_the_buttons_and_back(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.page.keyboard.press("F6")
    assert page.page.evaluate("document.activeElement.id") == "menu-button"
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.id") == "smaller"
    page.page.keyboard.press("F6")
    keyed(page, "x", "x")
    page.page.keyboard.press("F6")
    page.page.keyboard.press("Escape")
    keyed(page, "y", "y")


def test_a_button_that_was_used_takes_no_keys_of_the_board(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.page.locator("#larger").click()
    for key, sent in (("x", "x"), ("ArrowDown", "\x1b[B")):
        page.page.locator("#larger").focus()
        keyed(page, key, sent)
    page.page.locator("#larger").focus()
    page.page.keyboard.press("Shift+Tab")
    assert page.page.evaluate("document.activeElement.id") == "smaller"
    page.page.keyboard.press("Space")
    page.settle()
    assert page.typed == "x\x1b[B"


def test_leaving_the_board_for_a_sheet_is_no_leaving(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.board.paint("\x1b[?1004h")
    page.settle()
    page.page.locator("#menu-button").click()
    page.page.keyboard.press("Escape")
    page.until(lambda: not page.page.locator("#menu").is_visible())
    keyed(page, "x", "x")
    assert page.typed == "x"


def test_a_field_is_typed_in_a_sheet(tab: Opener) -> None:
    page = tab()
    open_sheet(page)
    assert page.board.heard("sheet")[-1]["field"] == "7"
    line = page.page.locator("#sheet-line")
    assert (page.says("#sheet-label"), line.input_value()) == ("Name", "Ana")
    assert page.page.evaluate("document.activeElement.id") == "sheet-line"
    line.fill("Ana María 🐟")
    page.page.locator("#sheet-done").tap()
    page.until(lambda: page.board.heard("typed"))
    assert page.board.heard("typed") == [{"kind": "typed", "field": "7", "text": "Ana María 🐟"}]
    assert not is_open(page)
    assert page.board.keys == b""


def test_enter_is_done(tab: Opener) -> None:
    page = tab()
    open_sheet(page)
    page.page.keyboard.type(" B")
    page.page.keyboard.press("Enter")
    page.until(lambda: page.board.heard("typed"))
    assert page.board.heard("typed")[-1]["text"] == "Ana B"


@pytest.mark.parametrize("how", ["button", "escape"])
def test_cancel_changes_nothing(tab: Opener, how: str) -> None:
    page = tab()
    open_sheet(page)
    page.page.locator("#sheet-line").fill("other")
    if how == "button":
        page.page.locator("#sheet-cancel").tap()
    else:
        page.page.keyboard.press("Escape")
    page.until(lambda: page.board.heard("given_up"))
    assert not is_open(page)
    assert not page.board.heard("typed")
    open_sheet(page)
    assert page.page.locator("#sheet-line").input_value() == "Ana"


def test_a_text_of_several_lines_has_room(tab: Opener) -> None:
    page = tab()
    open_sheet(page, lines=True, value="one\ntwo")
    assert not page.page.locator("#sheet-line").is_visible()
    lines = page.page.locator("#sheet-lines")
    assert lines.input_value() == "one\ntwo"
    page.page.keyboard.press("Enter")
    page.page.keyboard.type("three")
    page.page.locator("#sheet-done").tap()
    page.until(lambda: page.board.heard("typed"))
    assert page.board.heard("typed")[-1]["text"] == "one\ntwo\nthree"


def test_digits_and_secrets_have_their_keyboards(tab: Opener) -> None:
    page = tab()
    open_sheet(page, digits=True, secret=True, value="", label="PIN")
    line = page.page.locator("#sheet-line")
    assert line.get_attribute("type") == "password"
    assert line.evaluate("input => input.inputMode") == "numeric"
    page.page.locator("#sheet-cancel").tap()
    open_sheet(page, id="8")
    assert line.get_attribute("type") == "text"


def test_a_tap_into_a_field_opens_the_sheet_and_a_field_alone_does_not(tab: Opener) -> None:
    page = tab()
    field(page)
    page.until(lambda: page.page.locator("#type-button").is_visible())
    page.settle()
    assert not is_open(page)
    page.board.tell("field", id="")
    page.until(lambda: page.page.locator("#type-button").is_hidden())
    page.tap(10, 10)
    page.settle()
    field(page)
    page.until(lambda: is_open(page))


def test_a_tap_into_the_field_one_is_in_opens_its_sheet_at_once(tab: Opener) -> None:
    page = tab()
    field(page, at=[4, 9, 20, 3])  # columns 5 to 24, lines 10 to 12
    page.until(lambda: page.page.locator("#type-button").is_visible())
    for outside in ((4, 10), (25, 10), (5, 9), (5, 13)):
        page.tap(*outside)
    page.settle()
    assert not is_open(page)
    page.tap(24, 12)
    page.until(lambda: is_open(page))
    assert page.board.heard("sheet")[-1]["field"] == "7"


def test_a_sheet_holds_what_other_keys_typed_meanwhile(tab: Opener) -> None:
    page = tab()
    open_sheet(page)
    field(page, value="Ana by keys")
    page.until(lambda: page.page.locator("#sheet-line").input_value() == "Ana by keys")


def test_a_laptop_needs_no_sheet(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.page.mouse.click(*page.at(5, 5))
    page.settle()
    field(page)
    page.board.tell("eye", text="said")
    page.until(lambda: page.page.locator("#eye").inner_text() == "said")
    assert not is_open(page)
    assert page.page.locator("#type-button").is_hidden()


def test_a_field_that_is_gone_takes_its_sheet_along(tab: Opener) -> None:
    page = tab()
    open_sheet(page)
    page.board.tell("field", id="")
    page.until(lambda: not is_open(page))
    assert page.page.locator("#type-button").is_hidden()
    assert not page.board.heard("typed")


def test_a_field_that_is_told_again_leaves_what_is_being_typed(tab: Opener) -> None:
    page = tab()
    open_sheet(page)
    page.page.locator("#sheet-line").fill("half a wo")
    field(page, value="Ana")
    page.settle()
    assert page.page.locator("#sheet-line").input_value() == "half a wo"


def test_words_are_kept_while_there_is_no_connection(tab: Opener) -> None:
    page = tab()
    open_sheet(page)
    page.page.locator("#sheet-line").fill("kept")
    page.board.status = 500
    page.board.drop()
    page.until(lambda: not page.board.connections)
    page.page.locator("#sheet-done").tap()
    page.until(lambda: "no connection" in page.says("#sheet-said"))
    page.board.status = 200
    page.until(lambda: page.board.connections)
    page.page.locator("#sheet-done").tap()
    page.until(lambda: page.board.heard("typed"))
    assert page.board.heard("typed")[-1]["text"] == "kept"
    page.complaints.clear()


def test_a_label_is_only_text(tab: Opener) -> None:
    page = tab()
    label = "<img src=x onerror=alert(1)> & </label>"
    open_sheet(page, label=label, value="<b>")
    assert page.says("#sheet-label") == label
    assert page.page.locator("#sheet-line").input_value() == "<b>"
