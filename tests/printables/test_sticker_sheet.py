from typing import Any

import pytest
from PIL import Image, ImageDraw

import paper_reading as paper
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from label_sheets import CLOSE, OFF, art, assert_close, die, draw, stickers
from page_builders import MADE, PICTURES, unit_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface
from printables.page.pictures import Picture
from printables.page.printer import TRUE, Printer
from printables.stickers.sheet import INSET, Sticker, sticker_sheets
from printables.stock import Stock, stock, stocks
from printables.stock.own_sheet import own_sheet

EACH = pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.id)
EACH_PRINTER = pytest.mark.parametrize("printer", [TRUE, OFF], ids=["true", "off"])
SOME = tuple(map(stock, ("avery-5164", "avery-5294", "avery-l7160", "avery-5293")))
"""Few labels each: square, round, wide, round."""
STARTS = [(sheet, start) for sheet in stocks() for start in (1, sheet.count // 2, sheet.count)]
STARTS += [(sheet, start) for sheet in SOME for start in range(2, sheet.count)]
BAR_TICK = 2.4
LINE = 0.4
"""Width of the outlines in pt; a shape's box holds it once at each side."""


def without_labels(page: Any, sheet: Stock, inset: float, printer: Printer = TRUE) -> Image.Image:
    """The page with white over what lies within the labels, but not over their outermost mm."""
    picture, dots = paper.grey(page, 8), 8 / MM
    brush, height = ImageDraw.Draw(picture), picture.height
    for number in range(1, sheet.count + 1):
        box = die(sheet, number, printer, inset)
        corners = (
            box.left * dots - 1,
            height - box.top * dots - 1,
            box.right * dots + 1,
            height - box.bottom * dots + 1,
        )
        (brush.ellipse if sheet.round else brush.rectangle)(corners, fill=255)
    return picture


def cut_out(picture: Image.Image, box: paper.Box, dots: float) -> Image.Image:
    height = picture.height
    return picture.crop(
        (int(box.left * dots), int(height - box.top * dots), int(box.right * dots), int(height - box.bottom * dots))
    )


def darkest(picture: Image.Image) -> float:
    lowest, _ = picture.getextrema()
    assert isinstance(lowest, (int, float))
    return lowest


@EACH_PRINTER
@EACH
def test_every_sticker_of_a_full_sheet_lies_in_the_middle_of_its_label(sheet: Stock, printer: Printer) -> None:
    (page,) = paper.pages_of(draw(sheet, stickers(sheet.count), printer=printer))
    found = paper.pictures_on(page)
    assert len(found) == sheet.count
    for number, picture in enumerate(found, 1):
        assert_close(picture.middle, art(sheet, number, printer))


@pytest.mark.parametrize(("sheet", "start"), STARTS, ids=lambda value: getattr(value, "id", str(value)))
def test_the_first_sticker_lies_on_the_label_that_was_asked_for_and_used_ones_stay_empty(
    sheet: Stock, start: int
) -> None:
    first, *further = paper.pages_of(draw(sheet, stickers(2), start=start, printer=OFF))
    (begun, *_), shapes, letters = paper.pictures_on(first), paper.shapes_on(first), paper.letters_on(first)
    assert_close(begun.middle, art(sheet, start, OFF))
    assert len(further) == (1 if start == sheet.count else 0)
    for page in further:
        assert_close(paper.pictures_on(page)[0].middle, art(sheet, 1, OFF))
    for number in range(1, start):
        label = die(sheet, number, OFF, 0.02)
        assert not any(label.shared(each) for each in (*paper.pictures_on(first), *shapes))
        assert not any(label.shared(letter.box) for letter in letters)


@pytest.mark.parametrize("sheet", SOME, ids=lambda sheet: sheet.id)
def test_no_dot_of_ink_falls_on_a_used_label(sheet: Stock) -> None:
    start = sheet.count // 2 + 1
    (page,) = paper.pages_of(draw(sheet, stickers(3), start=start, printer=OFF))
    picture = paper.grey(page, 4)
    for number in range(1, start):
        assert darkest(cut_out(picture, die(sheet, number, OFF), 4 / MM)) == 255
    assert darkest(cut_out(picture, die(sheet, start, OFF), 4 / MM)) < 200


@pytest.mark.parametrize("ident", ["avery-5293", "ol2681", "avery-5160", "rayfilm-2525k"])
def test_the_outermost_mm_of_every_label_stays_white(ident: str) -> None:
    sheet = stock(ident)
    (page,) = paper.pages_of(draw(sheet, stickers(sheet.count), printer=OFF))
    picture = without_labels(page, sheet, INSET - 0.1, OFF)
    for number in range(1, sheet.count + 1):
        assert darkest(cut_out(picture, die(sheet, number, OFF), 8 / MM)) > 250


def test_stickers_go_on_to_as_many_sheets_as_they_need() -> None:
    pages = paper.pages_of(draw(stock("avery-5293"), stickers(50), start=20))
    assert [len(paper.pictures_on(page)) for page in pages] == [5, 24, 21]
    words = ["".join(letter.char for letter in paper.letters_on(page)) for page in pages]
    assert [f"sheet{number}of3" in each for number, each in enumerate(words, 1)] == [True] * 3


def test_a_sheet_used_twice_names_itself_where_the_first_words_are_not() -> None:
    sheet = stock("avery-5293")
    height = sheet.page_mm[1] * MM

    def words_over_the_labels(start: int) -> list[paper.Letter]:
        page = paper.pages_of(draw(sheet, stickers(25), start=start))[0]
        return [letter for letter in paper.letters_on(page) if letter.box.bottom > height - sheet.top * MM]

    first, again = words_over_the_labels(1), words_over_the_labels(7)
    assert first
    assert max(letter.box.right for letter in first) < min(letter.box.left for letter in again)


@EACH_PRINTER
@EACH
def test_the_bar_is_100_mm_long_and_touches_no_label(sheet: Stock, printer: Printer) -> None:
    (page,) = paper.pages_of(draw(sheet, stickers(1), printer=printer))
    labels = [die(sheet, number, printer) for number in range(1, sheet.count + 1)]
    outside = [box for box in paper.shapes_on(page) if not die(sheet, 1, printer).shared(box)]
    ticks = [box.middle[0] for box in outside if box.height == pytest.approx(BAR_TICK * MM * printer.scale, abs=1.2)]
    assert len(ticks) == 3
    assert max(ticks) - min(ticks) == pytest.approx(100 * MM * printer.scale, abs=0.01 * MM)
    words = [letter.box for letter in paper.letters_on(page) if not labels[0].shared(letter.box)]
    assert len(words) > 20
    for box in (*outside, *words):
        assert not any(label.shared(box) for label in labels)
        assert box.within(paper.whole(page, 3))


def test_a_sheet_with_white_at_one_side_alone_has_its_bar_there_and_one_without_has_none() -> None:
    for left in (0.0, 9.0):
        sheet = own_sheet("a4", left, 0, 99, 148.5, 99, 148.5)
        assert (sheet.columns, sheet.rows) == (2, 2)
        (page,) = paper.pages_of(draw(sheet, stickers(1)))
        bars = [box for box in paper.shapes_on(page) if box.height == pytest.approx(100 * MM, abs=1.2)]
        labels = [die(sheet, number) for number in range(1, 5)]
        assert len(bars) == 1
        assert not any(label.shared(bar) for bar in bars for label in labels)
    full = own_sheet("a4", 0, 0, 105, 148.5, 105, 148.5)
    (page,) = paper.pages_of(draw(full, stickers(4)))
    assert len(paper.pictures_on(page)) == 4
    assert not paper.letters_on(page)


def test_a_viewer_is_told_to_print_at_actual_size_on_the_page_of_the_labels() -> None:
    for sheet in SOME:
        pdf = draw(sheet, stickers(1))
        assert b"/PrintScaling /None" in pdf
        assert paper.pages_of(pdf)[0].get_size() == pytest.approx([side * MM for side in sheet.page_mm], abs=0.01)


def test_a_boss_has_its_gold_rim_and_keeps_it_inside_the_label() -> None:
    sheet, level = stock("avery-5293"), unit_of().levels[0]
    assert level.boss is not None
    pdf = draw(sheet, [Sticker(step, None, "Ava") for step in (level.steps[0], level.boss)])
    colours = paper.pages_of(pdf)[0].render(scale=2).to_pil().convert("RGB")
    height = colours.height

    def gold(number: int) -> int:
        box = die(sheet, number)
        area = colours.crop(
            (int(box.left * 2), int(height - box.top * 2), int(box.right * 2), int(height - box.bottom * 2))
        )
        return sum(count for count, colour in area.getcolors(1 << 20) or [] if near(colour, (0xE8, 0xA7, 0x13)))

    assert gold(2) > 500
    assert gold(1) < 20


def near(colour: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 6 for one, other in zip(colour, wanted, strict=True))


def test_a_childs_own_picture_stands_on_the_sticker() -> None:
    face, unit = Face("c" * 40), unit_of()
    own = {face.name: Picture(face.name, PICTURES["emblem-3"].jpeg)}
    style = Style(Surface(Paper.A4), MADE)
    pdf = sticker_sheets([unit], stock("5293"), [Sticker(unit.spots[0], face, "Ava")], own, style=style).pdf
    assert PICTURES["emblem-3"].jpeg in pdf


def test_a_step_of_another_unit_and_one_without_a_picture_have_their_sticker_too() -> None:
    sheet = stock("avery-5293")
    foreign = [Sticker(Step("art/s1", "Kites", "I can fly", badge=badge), None, "Ava") for badge in ("badge-1", "gone")]
    (page,) = paper.pages_of(draw(sheet, foreign))
    assert len(paper.pictures_on(page)) == 1
    assert [letter.char for letter in paper.letters_on(page, die(sheet, 2))] == ["K"]


@EACH
def test_blank_ink_shows_every_label_in_outline_for_plain_paper(sheet: Stock) -> None:
    pdf = draw(sheet, [], ink=Ink.BLANK, printer=OFF)
    (page,) = paper.pages_of(pdf)
    assert not paper.pictures_on(page)
    assert "Hold this plain-paper print against your label sheet" in paper.text_of(pdf)
    outlines = paper.shapes_on(page)[: sheet.count]
    for number, outline in enumerate(outlines, 1):
        label = die(sheet, number, OFF)
        assert_close(outline.middle, label.middle)
        line = 2 * LINE * OFF.scale
        assert outline.width - line == pytest.approx(label.width, abs=CLOSE)
        assert outline.height - line == pytest.approx(label.height, abs=CLOSE)


def test_nothing_to_print_and_a_label_that_is_not_there_are_refused_in_one_sentence() -> None:
    sheet = stock("avery-5293")
    with pytest.raises(ValueError, match="printed already"):
        draw(sheet, [])
    for start in (0, 25, -1):
        with pytest.raises(ValueError, match=f"can't be {start}: .* labels 1 to 24"):
            draw(sheet, stickers(1), start=start)


def test_the_same_stickers_give_the_same_bytes() -> None:
    for ident in ("avery-5293", "avery-5160"):
        first, second = (draw(stock(ident), stickers(30), start=3, printer=OFF) for _ in range(2))
        assert first == second
