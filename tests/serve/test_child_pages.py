"""A child with a phone, by touch: its sign, its picture word, a drawing with its caption, a spot covered, a photo brought."""

import io
from contextlib import closing

from PIL import Image, ImageDraw

from board.mastery.facts import Kind
from board.store.class_book import ClassBook
from serve.chromium import needs_chromium
from serve.conftest import Hands
from serve.painted import Cell
from serve.room import Room, find_oneself
from serve.tablet import PHONE, Tablet

pytestmark = needs_chromium

EDGES = 2
"""Of the paper, left and right of it."""


def _at_own_page(hold: Hands, room: Room, name: str) -> Tablet:
    phone = hold(PHONE)
    phone.open(room.server.links["kiosk"])
    find_oneself(phone, room, name)
    return phone


def _is_clean(tablet: Tablet, room: Room) -> None:
    assert tablet.complaints == []
    assert tablet.outside(room.server.base) == []


def _paper(phone: Tablet) -> tuple[Cell, Cell]:
    """Give the upper left and the lower right cell of the paper in the studio, by its edges."""
    edges = [line for line, words in enumerate(phone.painted.lines) if words.count("┃") == EDGES]
    words = phone.painted.lines[edges[0]]
    return Cell(words.index("┃") + 1, edges[0]), Cell(words.rindex("┃") - 1, edges[-1])


def test_a_child_draws_and_says_what_it_shows(hold: Hands, room: Room) -> None:
    phone = _at_own_page(hold, room, "Gus H.")
    phone.tap("Thirds", until="Draw", which=-1)
    phone.tap("Draw", until="My picture shows")
    first, last = _paper(phone)
    middle = Cell((first.column + last.column) // 2, (first.line + last.line) // 2)
    phone.drag([Cell(first.column + 2, first.line + 1), middle, Cell(last.column - 2, last.line - 1)])
    phone.tap("My picture shows")
    phone.type_in("three thirds of my pizza")
    phone.sees("three thirds of my pizza")
    phone.tap("That's my picture!")
    phone.until(
        lambda: "three thirds of my pizza" in [words for fact in room.facts() for words in (fact.note, fact.caption)]
    )
    added = [fact for fact in room.facts() if fact.kind is Kind.PICTURE_ADDED and fact.student == "gus"]
    assert _ink(room, added[-1].evidence[0]) > 0.02
    _is_clean(phone, room)


def test_a_child_covers_its_spot(hold: Hands, room: Room) -> None:
    phone = _at_own_page(hold, room, "Fay G.")
    phone.tap("New sticker!", until="Cover your spot")
    phone.tap("Halves", until="All covered")
    phone.until(lambda: (Kind.COVERED, "u/halves") in room.kinds_of("fay"))
    _is_clean(phone, room)


def test_a_child_brings_a_photo_with_the_camera_of_the_phone(hold: Hands, room: Room) -> None:
    phone = _at_own_page(hold, room, "Fay G.")
    phone.tap("stickers", until="Back")
    phone.tap("Halves", until="Bring a", which=-1)
    phone.tap("Bring a")
    choose = phone.page.locator("#dock-choose")
    choose.wait_for(state="visible")
    with phone.page.expect_file_chooser() as chooser:
        choose.tap()
    file = {"name": "Fay G. at home.jpg", "mimeType": "image/jpeg", "buffer": photo_of_a_drawing()}
    chooser.value.set_files(file)  # type: ignore[arg-type]
    phone.tap("This is mine")
    phone.until(lambda: Kind.PICTURE_ADDED in [kind for kind, _ in room.kinds_of("fay")], "the photo never came")
    added = next(fact for fact in room.facts() if fact.kind is Kind.PICTURE_ADDED and fact.student == "fay")
    assert _ink(room, added.evidence[0]) > 0.02
    assert not [line for line in room.server.said if "Fay" in line]
    _is_clean(phone, room)


def _ink(room: Room, content: str) -> float:
    """Give which share of a picture is drawn on."""
    with closing(ClassBook(room.folder, "looks", only_look=True)) as book:
        picture = Image.open(io.BytesIO(book.pictures.read(content))).convert("RGBA").getchannel("A")
    return 1 - picture.histogram()[0] / (picture.width * picture.height)


def photo_of_a_drawing() -> bytes:
    """Give a photo as a phone takes it: a drawing with crayons on white paper."""
    picture = Image.new("RGB", (1600, 1200), (236, 234, 228))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((500, 300, 1100, 900), fill=(220, 60, 50), outline=(120, 20, 20), width=24)
    pen.line((800, 300, 800, 900), fill=(120, 20, 20), width=24)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=90)
    return file.getvalue()
