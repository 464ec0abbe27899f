"""How the page looks and sounds: sizes, colours, what is drawn, who only listens."""

import io

import pytest
from PIL import Image

from serve.chromium import needs_chromium
from serve.mock_page import ACROSS, LAPTOP, PHONE, TABLET, Opener, Tab, _mock, _tab  # noqa: F401

pytestmark = needs_chromium

SMALLEST = 44
"""Css pixels a finger needs."""

HALVES = "\x1b[2J\x1b[H\x1b[38;2;255;0;0m\x1b[48;2;0;0;255m" + ("▀" * 30 + "\r\n") * 10
RED, BLUE = (255, 0, 0), (0, 0, 255)

COLOURS = {"background": "#FFFFFF", "foreground": "#20303F", "accent": "#B35A00", "dark": False}

NO_GRAPHICS = """
const plain = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return kind.startsWith("webgl") ? null : plain.call(this, kind, ...rest);
};
"""

TAKE_AWAY = """() => {
  const drawing = document.querySelector(".xterm-screen canvas:not(.xterm-link-layer)")?.getContext("webgl2");
  const taking = drawing && !drawing.isContextLost() && drawing.getExtension("WEBGL_lose_context");
  if (taking) {
    taking.loseContext();
  }
  return Boolean(taking);
}"""


def picture(page: Tab, selector: str = ".xterm-screen") -> Image.Image:
    return Image.open(io.BytesIO(page.page.locator(selector).screenshot())).convert("RGB")


def painted(page: Tab, text: str) -> Image.Image:
    page.board.paint(text)
    page.settle()
    page.page.evaluate("new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))")
    return picture(page)


def colours_of_a_column(image: Image.Image, lines: int, page_lines: int) -> list[tuple[int, int, int]]:
    high = image.height * lines / page_lines
    return [image.getpixel((image.width // 8, int(y))) for y in range(1, int(high) - 1)]  # type: ignore[misc]


def stripes(colours: list[tuple[int, int, int]]) -> list[tuple[tuple[int, int, int], int]]:
    found: list[tuple[tuple[int, int, int], int]] = []
    for colour in colours:
        if found and found[-1][0] == colour:
            found[-1] = (colour, found[-1][1] + 1)
        else:
            found.append((colour, 1))
    return found


@pytest.mark.parametrize("larger", [0, 3])
@pytest.mark.parametrize("size", [PHONE, TABLET, ACROSS], ids=str)
@pytest.mark.parametrize("drawn", ["webgl", "dom"])
def test_half_blocks_are_crisp_squares_without_seams(
    tab: Opener, size: tuple[int, int], drawn: str, larger: int
) -> None:
    page = tab(size, before=NO_GRAPHICS if drawn == "dom" else "")
    assert page.page.locator("#screen").get_attribute("data-drawn") == drawn
    for _ in range(larger):
        page.page.locator("#larger").tap()
    page.settle()
    image = painted(page, HALVES)
    found = stripes(colours_of_a_column(image, 10, page.size[1]))
    if drawn == "dom":  # drawn as letters are: with one soft pixel at their edge
        assert sum(high for colour, high in found if colour not in (RED, BLUE)) <= 20
        return
    assert {colour for colour, _ in found} == {RED, BLUE}, "something shows between the halves"
    assert len(found) == 20
    wide = image.width / page.size[0]
    assert {round(height / wide, 2) for _, height in found[1:-1]} == {1.0}, "half a block is no square"


def test_a_browser_without_graphics_is_told_so(tab: Opener) -> None:
    page = tab(before=NO_GRAPHICS)
    page.until(lambda: "more slowly" in page.says("#state"))


def test_a_drawing_that_the_browser_took_away_is_drawn_again(tab: Opener) -> None:
    page = tab()
    before = painted(page, HALVES)
    page.until(lambda: page.page.evaluate(TAKE_AWAY))
    page.until(lambda: page.page.locator("#screen").get_attribute("data-drawn") == "webgl" and picture(page) == before)
    page.complaints.clear()


def test_a_drawing_that_is_taken_away_again_and_again_is_drawn_in_another_way(tab: Opener) -> None:
    page = tab()
    before = painted(page, HALVES)
    for _ in range(4):
        page.until(lambda: page.page.evaluate(TAKE_AWAY))
    page.until(lambda: page.page.locator("#screen").get_attribute("data-drawn") == "dom")
    now, then = (colours_of_a_column(image, 10, page.size[1]) for image in (picture(page), before))
    assert sum(one != other for one, other in zip(now, then, strict=True)) <= 20, "it is not drawn, or not the same"


def test_letters_are_made_larger_and_smaller_and_this_is_remembered(tab: Opener) -> None:
    page = tab()
    usual = page.size
    for _ in range(2):
        page.page.locator("#larger").tap()
    page.until(lambda: page.size[0] < usual[0] - 6)
    larger = page.size
    page.page.reload()
    page.until(lambda: len(page.board.heard("hello")) == 2)
    assert page.size == larger
    for _ in range(3):
        page.page.locator("#smaller").tap()
    page.until(lambda: page.size[0] > usual[0])


def test_letters_have_an_end_in_both_directions(tab: Opener) -> None:
    page = tab()
    for button in ("#larger", "#smaller"):
        for _ in range(16):
            if page.page.locator(button).is_enabled():
                page.page.locator(button).tap()
        assert not page.page.locator(button).is_enabled()
        page.settle()
        columns, lines = page.size
        assert 30 <= columns <= 110
        assert 20 <= lines <= 110


def test_a_device_that_remembers_nothing_shows_the_board(tab: Opener) -> None:
    page = tab(
        before="for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new Error('no') } })"
    )
    page.page.locator("#larger").tap()
    page.board.tell("page", id="p")
    page.until(lambda: page.size[0] < 52)


@pytest.mark.parametrize("size", [PHONE, TABLET, ACROSS], ids=str)
def test_everything_that_is_tapped_is_large_enough(tab: Opener, size: tuple[int, int]) -> None:
    page = tab(size)
    page.board.tell("upload", ticket="t", words="Take a picture", many=True)
    page.board.tell("field", id="1", label="Name", value="", lines=False, digits=False, secret=False)
    page.until(lambda: page.page.locator("#type-button").is_visible())
    for opener in ("", "#menu-button", "#type-button"):
        if opener:
            page.page.locator(opener).tap()
        measured = page.page.evaluate(
            """() => [...document.querySelectorAll(document.querySelector("dialog[open]") ? "dialog[open] button" : "button, a")]
              .filter((one) => one.checkVisibility())
              .map((one) => {
                const box = one.getBoundingClientRect();
                const grown = parseFloat(getComputedStyle(one, "::before").top) || 0;
                return [one.id || one.textContent.trim(), box.width, box.height - 2 * Math.min(0, grown),
                  one.getAttribute("aria-label") || one.textContent.trim()];
              })"""
        )
        assert measured
        for name, wide, high, label in measured:
            assert (name, wide >= SMALLEST, high >= SMALLEST, bool(label)) == (name, True, True, True), (wide, high)
        if opener:
            page.page.keyboard.press("Escape")


def test_the_page_takes_the_colours_of_the_board(tab: Opener) -> None:
    page = tab(color_scheme="dark")
    page.board.tell("colours", **COLOURS)
    page.until(
        lambda: (
            page.page.evaluate("getComputedStyle(document.querySelector('#bar')).backgroundColor")
            == "rgb(255, 255, 255)"
        )
    )
    assert page.page.locator('meta[name="theme-color"]').get_attribute("content") == "#FFFFFF"
    assert painted(page, "\x1b[2J\x1b[H").getpixel((50, 50)) == (255, 255, 255)


def test_wishes_of_the_system_are_told_and_told_again(tab: Opener) -> None:
    page = tab(color_scheme="light", contrast="more")
    assert (page.hello["dark"], page.hello["contrast"]) == (False, True)
    page.page.emulate_media(color_scheme="dark", contrast="no-preference")
    page.until(lambda: page.board.heard("look"))
    page.until(lambda: page.board.heard("look")[-1] == {"kind": "look", "dark": True, "contrast": False})


def test_what_the_cursor_says_is_said(tab: Opener) -> None:
    page = tab()
    for words in ("Ana", "Ben", "Ana: got it"):
        page.board.tell("eye", text=words)
    eye = page.page.locator("#eye")
    page.until(lambda: eye.inner_text() == "Ana: got it")
    assert eye.get_attribute("aria-live") == "polite"
    assert page.page.locator("#screen").get_attribute("role") == "application"
    assert not page.page.locator("[aria-hidden=true] .xterm-helper-textarea").count(), "what takes keys is hidden"


def test_the_class_is_read_as_text(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.page.keyboard.press("F6")
    page.page.keyboard.press("Enter")
    page.page.get_by_role("button", name="Read the class as text").click()
    page.until(lambda: page.board.heard("want_report"))
    assert page.page.locator("#menu").is_hidden()
    report = "Ana <b>\n" + "line\n" * 300
    page.board.tell("report", text=report)
    page.until(lambda: page.page.locator("#report-text").evaluate("part => part.textContent") == report)
    assert page.page.evaluate("document.activeElement.id") == "report-text"
    page.page.keyboard.press("Escape")
    page.until(lambda: page.page.locator("#report").is_hidden())
    page.until(
        lambda: page.page.evaluate("document.activeElement.className").startswith("xterm"), "the board has no focus"
    )
    page.page.keyboard.press("x")
    page.until(lambda: page.typed.endswith("x"))


def test_every_part_has_a_name_for_who_only_listens(tab: Opener) -> None:
    page = tab()
    nameless = page.page.evaluate(
        """() => [...document.querySelectorAll("button, a, input, textarea, dialog, section, [role=application], [role=region]")]
          .filter((one) => !(one.getAttribute("aria-label") || one.getAttribute("aria-labelledby") || one.textContent.trim()
            || one.labels?.length || one.type === "file" || one.getAttribute("role") === "status" || one.getAttribute("role") === "alert"))
          .map((one) => one.id || one.outerHTML.slice(0, 80))"""
    )
    assert nameless == ["dock-choose", "halt-button", "sheet-lines"], "these get their words when they are shown"


def test_the_keyboard_of_a_tablet_does_not_squeeze_the_board(tab: Opener) -> None:
    page = tab()
    page.board.tell("field", id="1", label="Name", value="", lines=False, digits=False, secret=False)
    page.until(lambda: page.page.locator("#type-button").is_visible())
    page.page.locator("#type-button").tap()
    page.page.wait_for_timeout(100)
    page.resize((PHONE[0], 420))  # as browsers do that make the whole page smaller
    page.page.wait_for_timeout(300)
    assert not page.board.heard("size")
    box = page.page.locator("#sheet-done").bounding_box()
    assert box
    assert box["y"] + box["height"] < 420
    page.resize(PHONE)
    page.page.locator("#sheet-cancel").tap()
    page.settle()
    assert page.size == (52, 53)
