"""Pictures on their way in, pages on their way out."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page
from reportlab.pdfgen.canvas import Canvas

from serve.chromium import needs_chromium
from serve.mock_page import LAPTOP, TABLET, Opener, Tab, _mock, _tab  # noqa: F401

pytestmark = needs_chromium

PHOTO = FilePayload(name="Ana Lopez.jpg", mimeType="image/jpeg", buffer=b"\xff\xd8" + bytes(5000))
HEIC = FilePayload(name="IMG_1.HEIC", mimeType="", buffer=bytes(700))


def pdf_of(words: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 400))
    canvas.drawString(40, 300, words)
    canvas.save()
    return file.getvalue()


def offer(page: Tab, *, many: bool = False, words: str = "Take a picture of your drawing", ticket: str = "t-1") -> None:
    page.board.tell("upload", ticket=ticket, words=words, many=many)
    page.until(lambda: page.says("#dock-words") == words)


def choose(page: Page, *files: FilePayload, button: str = "#dock-choose") -> None:
    with page.expect_file_chooser() as chooser:
        page.locator(button).click()
    chooser.value.set_files(list(files))


def ends(page: Page, how: str = "") -> int:
    return page.locator(f".picture[data-end{f'={how}' if how else ''}]").count()


def test_a_picture_is_chosen_and_sent_without_its_name(tab: Opener) -> None:
    page = tab()
    offer(page)
    choose(page.page, PHOTO)
    page.until(lambda: page.says("#dock-said") == "The picture has arrived.")
    assert page.board.brought == [("/upload/t-1", "image/jpeg", 5002)]
    assert "Ana" not in page.page.locator("#dock").inner_text()


def test_the_button_takes_room_and_covers_nothing(tab: Opener) -> None:
    page = tab()
    before = page.size
    offer(page)
    page.until(lambda: page.size[1] < before[1])
    dock, screen = (page.page.locator(part).bounding_box() for part in ("#dock", ".xterm-screen"))
    assert dock
    assert screen
    assert screen["y"] + screen["height"] <= dock["y"] + 1
    page.board.tell("upload", ticket="", words="", many=False)
    page.until(lambda: page.size == before)
    assert page.page.locator("#dock").is_hidden()


def test_camera_and_gallery_are_both_offered_where_there_is_touch(tab: Opener) -> None:
    page = tab()
    offer(page)
    assert page.page.locator("#dock-files").get_attribute("capture") is None
    assert page.page.locator("#dock-shot").get_attribute("capture") == "environment"
    choose(page.page, PHOTO, button="#dock-camera")
    page.until(lambda: len(page.board.brought) == 1)


def test_a_laptop_has_one_button_and_takes_what_is_dropped(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    offer(page, many=True)
    assert page.page.locator("#dock-camera").is_hidden()
    page.page.evaluate(
        """() => {
          const data = new DataTransfer();
          for (const name of ["a.png", "b.png"]) data.items.add(new File([new Uint8Array(99)], name, { type: "image/png" }));
          for (const kind of ["dragover", "drop"])
            document.querySelector("#screen").dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    page.until(lambda: page.says("#dock-said") == "2 pictures have arrived.")


def test_many_pictures_come_one_after_the_other(tab: Opener) -> None:
    page = tab(TABLET)
    offer(page, many=True)
    choose(page.page, PHOTO, HEIC, PHOTO)
    page.until(lambda: page.says("#dock-said") == "3 pictures have arrived.")
    assert [kind for _, kind, _ in page.board.brought] == ["image/jpeg", "image/heic", "image/jpeg"]
    choose(page.page, PHOTO)
    page.until(lambda: page.says("#dock-said") == "4 pictures have arrived.")


def test_one_picture_is_one_even_where_more_are_dropped(tab: Opener) -> None:
    page = tab()
    offer(page)
    assert not page.page.locator("#dock-files").evaluate("input => input.multiple")


@pytest.mark.parametrize(
    ("status", "words", "said"),
    [
        (415, "This is a film.", "This is a film."),
        (413, "", "This picture is too large."),
        (415, "", "This is no picture that can be read."),
        (403, "", "The time for sending has run out. Ask for it again on the board."),
        (500, "", "This picture did not arrive. Try again."),
        (500, "<html>" * 100, "This picture did not arrive. Try again."),
    ],
)
def test_a_picture_that_is_refused_says_why(tab: Opener, status: int, words: str, said: str) -> None:
    page = tab()
    offer(page, many=True)
    page.board.answers = [(status, words), (200, "")]
    choose(page.page, PHOTO)
    page.until(lambda: ends(page.page, "failed") == 1)
    assert said in page.says("#dock-bars")
    assert page.says("#dock-said") == ""
    assert page.page.locator("#dock-choose").is_enabled() == (status != 403)
    page.complaints.clear()


def test_a_busy_board_gets_the_picture_a_little_later(tab: Opener) -> None:
    page = tab()
    offer(page)
    page.board.answers = [(503, "full hands"), (429, "too often"), (200, "")]
    choose(page.page, PHOTO)
    page.until(lambda: page.says("#dock-said") == "The picture has arrived.")
    assert len(page.board.brought) == 3
    page.complaints.clear()


def test_another_offer_begins_anew(tab: Opener) -> None:
    page = tab()
    offer(page)
    page.board.answers = [(403, "")]
    choose(page.page, PHOTO)
    page.until(lambda: ends(page.page) == 1)
    offer(page, ticket="t-2", words="Again")
    assert ends(page.page) == 0
    choose(page.page, PHOTO)
    page.until(lambda: len(page.board.brought) == 2)
    assert page.board.brought[-1][0] == "/upload/t-2"
    page.complaints.clear()


def test_another_device_brings_pictures_by_a_link(tab: Opener) -> None:
    page = tab()
    page.page.goto(f"{page.board.url}/bring/t-9")
    choose(page.page, PHOTO, HEIC, button="#choose")
    page.until(lambda: page.says("#said") == "2 pictures have arrived.")
    assert {path for path, _, _ in page.board.brought} == {"/bring/t-9"}
    page.board.answers = [(403, "This way was used already.")]
    choose(page.page, PHOTO, PHOTO, button="#choose")
    page.until(lambda: "This way was used already." in page.says("#bars"))
    assert page.page.locator("#choose").is_hidden()
    assert len(page.board.brought) == 3, "it went on where nothing is taken any more"
    page.complaints.clear()


def test_a_page_is_shown_and_kept_under_its_name(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.board.file = (pdf_of("Chart"), "application/pdf")
    page.board.tell("file", ticket="f-1", name="Chart of Room 12.pdf", type="application/pdf")
    page.until(lambda: page.page.locator("#file-view iframe").is_visible())
    assert page.says("#file-title") == "Chart of Room 12.pdf"
    with page.page.expect_download() as download:
        page.page.locator("#file-keep").click()
    assert download.value.suggested_filename == "Chart of Room 12.pdf"
    assert Path(download.value.path()).read_bytes() == page.board.file[0]
    assert page.board.asked.count("/file/f-1") == 1, "a ticket counts once"
    page.page.locator("#file-close").click()
    page.until(lambda: page.page.locator("#file").is_hidden())
    assert page.page.locator("#file-view iframe").count() == 0


def test_a_page_is_printed_where_it_is_shown(tab: Opener) -> None:
    page = tab(LAPTOP, touch=False)
    page.board.file = (pdf_of("Chart"), "application/pdf")
    page.board.tell("file", ticket="f-1", name="Chart.pdf", type="application/pdf")
    page.until(lambda: page.page.locator("#file-view iframe").is_visible())
    page.page.evaluate(
        """() => {
          window.done = [];
          window.open = () => window.done.push("opened");
          document.querySelector("#file-view iframe").contentWindow.print = () => window.done.push("printed");
        }"""
    )
    page.page.locator("#file-print").click()
    assert page.page.evaluate("window.done") == ["printed"]


def test_a_picture_is_shown_as_one(tab: Opener) -> None:
    page = tab()
    icon = page.page.request.get(f"{page.board.url}/static/icons/icon-192.png").body()
    page.board.file = (icon, "image/png")
    page.board.tell("file", ticket="f-1", name="My sticker.png", type="image/png")
    page.until(lambda: page.page.evaluate("document.querySelector('#file-view img')?.naturalWidth") == 192)
    assert page.page.locator("#file-view img").get_attribute("alt") == "My sticker.png"


def test_where_pages_are_not_shown_they_are_opened_or_kept(tab: Opener) -> None:
    page = tab()
    page.page.evaluate("Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false })")
    page.board.file = (pdf_of("Chart"), "application/pdf")
    page.board.tell("file", ticket="f-1", name="Chart.pdf", type="application/pdf")
    page.until(lambda: "does not show such pages" in page.says("#file-said"))
    assert page.page.locator("#file-view iframe").count() == 0
    for button in ("#file-keep", "#file-open"):
        box = page.page.locator(button).bounding_box()
        assert box
        assert box["height"] >= 44


def test_a_page_that_is_gone_is_said(tab: Opener) -> None:
    page = tab()
    page.board.tell("file", ticket="f-0", name="Chart.pdf", type="application/pdf")
    page.until(lambda: "could not be fetched" in page.says("#file-said"))
    assert page.page.locator("#file-keep").is_hidden()
    page.page.locator("#file-close").tap()
    page.until(lambda: page.page.locator("#file").is_hidden())
    page.complaints.clear()
