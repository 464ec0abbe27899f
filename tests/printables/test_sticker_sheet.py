import datetime as dt
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from PIL import Image, ImageDraw

import paper_reading as paper
from board.mastery.curriculum import Step, Unit
from board.mastery.pictures import Face
from hostile import HOSTILE
from printables.lettering.voices import USUAL, Letters, letters_of
from printables.page.document import Style
from printables.page.hues import Ink
from printables.page.paper import MM, Paper, Surface
from printables.page.pictures import Picture
from printables.page.printer import TRUE, Printer
from printables.stickers.sheet import INSET, Sticker, sticker_sheets
from printables.stock import Place, Stock, stock, stocks
from printables.stock.own_sheet import own_sheet

Draw = Callable[..., bytes]
UnitOf = Callable[..., Unit]

OFF = Printer(0.7, -1.2, 1.01)
EACH = pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.id)
EACH_PRINTER = pytest.mark.parametrize("printer", [TRUE, OFF], ids=["true", "off"])
SOME = tuple(map(stock, ("avery-5164", "avery-5294", "avery-l7160", "avery-5293")))
"""Few labels each: square, round, wide, round."""

STARTS = [(sheet, start) for sheet in stocks() for start in (1, sheet.count // 2, sheet.count)]
STARTS += [(sheet, start) for sheet in SOME for start in range(2, sheet.count)]
CLOSE = 0.1 * MM
BAR_TICK = 2.4
LINE = 0.4
"""Width of the outlines in pt; a shape's box holds it once at each side."""


LONG = ["", "W" * 200, "Maximiliana-Alexandrina von und zu Hohenstein-Wolkenburg"]


@pytest.fixture
def draw(pictures: Mapping[str, Picture], made: dt.date, unit_of: UnitOf) -> Draw:
    def sheets(
        sheet: Stock,
        stickers: Sequence[Sticker],
        *,
        start: int = 1,
        printer: Printer = TRUE,
        ink: Ink = Ink.COLOUR,
        letters: Letters = USUAL,
        unit: Unit | None = None,
    ) -> bytes:
        style = Style(Surface(Paper.A3), made, ink, letters, printer)
        return sticker_sheets([unit or unit_of()], sheet, stickers, pictures, start=start, style=style).pdf

    return sheets


@pytest.fixture
def stickers(unit_of: UnitOf) -> Callable[[int], list[Sticker]]:
    steps = unit_of().spots
    return lambda count: [Sticker(step, None, "Ava M.") for step in itertools.islice(itertools.cycle(steps), count)]


def is_wide(sheet: Stock) -> bool:
    return not sheet.round and sheet.width >= 1.5 * sheet.height


def printed(sheet: Stock, place: Place, printer: Printer) -> tuple[float, float]:
    """Where a place comes out, in pt from the bottom left."""
    width, height = sheet.page_mm
    x = width / 2 + (place.x - width / 2) * printer.scale + printer.dx
    y = height / 2 + (place.y - height / 2) * printer.scale + printer.dy
    return x * MM, (height - y) * MM


def die(sheet: Stock, number: int, printer: Printer = TRUE, inset: float = 0.0) -> paper.Box:
    """A label, or what is left of it inside so many mm."""
    x, y = printed(sheet, sheet.place(number), printer)
    wide, high = ((side / 2 - inset) * MM * printer.scale for side in (sheet.width, sheet.height))
    return paper.Box(x - wide, y - high, x + wide, y + high)


def art(sheet: Stock, number: int, printer: Printer) -> tuple[float, float]:
    """The middle of the picture on a label: the label's own, or that of the square at its left end."""
    place = sheet.place(number)
    left = (sheet.width - sheet.height) / 2 if is_wide(sheet) else 0.0
    return printed(sheet, Place(place.x - left, place.y), printer)


def assert_close(middle: tuple[float, float], wanted: tuple[float, float]) -> None:
    assert middle == pytest.approx(wanted, abs=CLOSE)


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
def test_every_sticker_of_a_full_sheet_lies_in_the_middle_of_its_label(
    draw: Draw, stickers: Callable[[int], list[Sticker]], sheet: Stock, printer: Printer
) -> None:
    (page,) = paper.pages_of(draw(sheet, stickers(sheet.count), printer=printer))
    found = paper.pictures_on(page)
    assert len(found) == sheet.count
    for number, picture in enumerate(found, 1):
        assert_close(picture.middle, art(sheet, number, printer))


@pytest.mark.parametrize(("sheet", "start"), STARTS, ids=lambda value: getattr(value, "id", str(value)))
def test_the_first_sticker_lies_on_the_label_that_was_asked_for_and_used_ones_stay_empty(
    draw: Draw, stickers: Callable[[int], list[Sticker]], sheet: Stock, start: int
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
def test_no_dot_of_ink_falls_on_a_used_label(
    draw: Draw, stickers: Callable[[int], list[Sticker]], sheet: Stock
) -> None:
    start = sheet.count // 2 + 1
    (page,) = paper.pages_of(draw(sheet, stickers(3), start=start, printer=OFF))
    picture = paper.grey(page, 4)
    for number in range(1, start):
        assert darkest(cut_out(picture, die(sheet, number, OFF), 4 / MM)) == 255
    assert darkest(cut_out(picture, die(sheet, start, OFF), 4 / MM)) < 200


@pytest.mark.parametrize("ident", ["avery-5293", "ol2681", "avery-5160", "rayfilm-2525k"])
def test_the_outermost_mm_of_every_label_stays_white(
    draw: Draw, stickers: Callable[[int], list[Sticker]], ident: str
) -> None:
    sheet = stock(ident)
    (page,) = paper.pages_of(draw(sheet, stickers(sheet.count), printer=OFF))
    picture = without_labels(page, sheet, INSET - 0.1, OFF)
    for number in range(1, sheet.count + 1):
        assert darkest(cut_out(picture, die(sheet, number, OFF), 8 / MM)) > 250


def test_stickers_go_on_to_as_many_sheets_as_they_need(draw: Draw, stickers: Callable[[int], list[Sticker]]) -> None:
    pages = paper.pages_of(draw(stock("avery-5293"), stickers(50), start=20))
    assert [len(paper.pictures_on(page)) for page in pages] == [5, 24, 21]
    words = ["".join(letter.char for letter in paper.letters_on(page)) for page in pages]
    assert [f"sheet{number}of3" in each for number, each in enumerate(words, 1)] == [True] * 3


def test_a_sheet_used_twice_names_itself_where_the_first_words_are_not(
    draw: Draw, stickers: Callable[[int], list[Sticker]]
) -> None:
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
def test_the_bar_is_100_mm_long_and_touches_no_label(
    draw: Draw, stickers: Callable[[int], list[Sticker]], sheet: Stock, printer: Printer
) -> None:
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


def test_a_sheet_with_white_at_one_side_alone_has_its_bar_there_and_one_without_has_none(
    draw: Draw, stickers: Callable[[int], list[Sticker]]
) -> None:
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


def test_a_viewer_is_told_to_print_at_actual_size_on_the_page_of_the_labels(
    draw: Draw, stickers: Callable[[int], list[Sticker]]
) -> None:
    for sheet in SOME:
        pdf = draw(sheet, stickers(1))
        assert b"/PrintScaling /None" in pdf
        assert paper.pages_of(pdf)[0].get_size() == pytest.approx([side * MM for side in sheet.page_mm], abs=0.01)


def test_a_wide_label_says_whose_it_is_and_what_it_stands_for_and_a_round_one_shows_the_picture_alone(
    draw: Draw, stickers: Callable[[int], list[Sticker]]
) -> None:
    (sticker,) = stickers(1)
    wide, round_one = (paper.text_of(draw(stock(ident), [sticker])) for ident in ("avery-5160", "avery-5293"))
    for words in (sticker.whose, sticker.step.i_can):
        assert words in wide
        assert words not in round_one


def test_a_boss_has_its_gold_rim_and_keeps_it_inside_the_label(draw: Draw, unit_of: UnitOf) -> None:
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


def test_a_childs_own_picture_stands_on_the_sticker(
    pictures: Mapping[str, Picture], made: dt.date, unit_of: UnitOf
) -> None:
    face, unit = Face("c" * 40), unit_of()
    own = {face.name: Picture(face.name, pictures["emblem-3"].jpeg)}
    style = Style(Surface(Paper.A4), made)
    pdf = sticker_sheets([unit], stock("5293"), [Sticker(unit.spots[0], face, "Ava")], own, style=style).pdf
    assert pictures["emblem-3"].jpeg in pdf


def test_a_step_of_another_unit_and_one_without_a_picture_have_their_sticker_too(draw: Draw) -> None:
    sheet = stock("avery-5293")
    foreign = [Sticker(Step("art/s1", "Kites", "I can fly", badge=badge), None, "Ava") for badge in ("badge-1", "gone")]
    (page,) = paper.pages_of(draw(sheet, foreign))
    assert len(paper.pictures_on(page)) == 1
    assert [letter.char for letter in paper.letters_on(page, die(sheet, 2))] == ["K"]


@EACH
def test_blank_ink_shows_every_label_in_outline_for_plain_paper(draw: Draw, sheet: Stock) -> None:
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


def test_nothing_to_print_and_a_label_that_is_not_there_are_refused_in_one_sentence(
    draw: Draw, stickers: Callable[[int], list[Sticker]]
) -> None:
    sheet = stock("avery-5293")
    with pytest.raises(ValueError, match="printed already"):
        draw(sheet, [])
    for start in (0, 25, -1):
        with pytest.raises(ValueError, match=f"can't be {start}: .* labels 1 to 24"):
            draw(sheet, stickers(1), start=start)


def test_the_same_stickers_give_the_same_bytes(draw: Draw, stickers: Callable[[int], list[Sticker]]) -> None:
    for ident in ("avery-5293", "avery-5160"):
        first, second = (draw(stock(ident), stickers(30), start=3, printer=OFF) for _ in range(2))
        assert first == second


@pytest.mark.parametrize("letters", [USUAL, letters_of(early=True, larger=True)], ids=["usual", "early-larger"])
@pytest.mark.parametrize("ident", ["avery-5167", "avery-l7160"])
def test_hostile_names_stay_on_their_label(draw: Draw, ident: str, letters: Letters) -> None:
    sheet = stock(ident)
    texts = HOSTILE + LONG
    steps = [Step(f"maths/h{at}", text, text, badge="badge-1") for at, text in enumerate(texts)]
    pdf = draw(sheet, [Sticker(step, None, text) for step, text in zip(steps, texts, strict=True)], letters=letters)
    written = [
        (letter, number)
        for page in paper.pages_of(pdf)
        for number in range(1, sheet.count + 1)
        for letter in paper.letters_on(page, die(sheet, number, inset=0.1))
    ]
    assert len(written) > len(texts)
    for letter, number in written:
        assert letter.box.within(die(sheet, number, inset=0.5)), letter


def test_long_names_and_titles_are_wrapped_and_shortened_without_lying_on_one_another(
    draw: Draw, unit_of: UnitOf
) -> None:
    sheet, badge = stock("avery-l7651"), unit_of().spots[0].badge
    stickers = [Sticker(Step("maths/x", text, f"I can {text}", badge=badge), None, text) for text in LONG]
    (page,) = paper.pages_of(draw(sheet, stickers))
    assert paper.overlapping_letters(page) == []


def test_larger_type_is_larger_on_wide_labels(draw: Draw, stickers: Callable[[int], list[Sticker]]) -> None:
    sheet = stock("avery-5163")
    usual, larger = (
        max(letter.box.height for letter in paper.letters_on(paper.pages_of(pdf)[0], die(sheet, 1)))
        for pdf in (draw(sheet, stickers(1)), draw(sheet, stickers(1), letters=letters_of(larger=True)))
    )
    assert larger > 1.1 * usual


def test_the_files_own_words_name_nobody(
    draw: Draw, stickers: Callable[[int], list[Sticker]], everything_in: Callable[[bytes], bytes]
) -> None:
    held = everything_in(draw(stock("avery-5293"), stickers(3)))
    assert b"Ava" not in held
    assert b"/Title (Stickers)" in held
    assert b"/Lang (en)" in held
