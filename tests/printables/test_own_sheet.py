import math
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from printables.stock import PAGES_MM, Stock, stock, stocks
from printables.stock.own_sheet import SLACK, own_sheet, parse_own_sheet

HAIR = 1e-6
"""What sums of decimals may be off, in mm."""

each_stock = pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.id)


def described(sheet: Stock) -> tuple[float, float, float, float, float, float]:
    return sheet.left, sheet.top, sheet.width, sheet.height, sheet.across, sheet.down


def refusal(what: Callable[[], object]) -> str:
    """The sentence something is refused with, or nothing."""
    try:
        what()
    except ValueError as error:
        return str(error)
    return ""


@each_stock
def test_a_known_sheet_described_by_six_numbers_comes_out_with_its_own_columns_and_rows(sheet: Stock) -> None:
    own = own_sheet(sheet.page, *described(sheet), round=sheet.round)
    assert (own.columns, own.rows) == (sheet.columns, sheet.rows)
    assert list(own.places()) == list(sheet.places())
    assert own.round == sheet.round


@each_stock
def test_a_ruler_that_is_a_little_off_changes_no_column(sheet: Stock) -> None:
    for slip in (-0.4, 0.4):
        left, top, *rest = described(sheet)
        own = own_sheet(sheet.page, left + slip, top + slip, *rest)
        assert (own.columns, own.rows) == (sheet.columns, sheet.rows)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[str, int, int, tuple[float, float, float, float, float, float]]:
    """A sheet as makers cut it: the same margin on both sides, smaller than one more label."""
    page = draw(st.sampled_from(sorted(PAGES_MM)))
    counts, lefts, sizes, pitches = [], [], [], []
    for room in PAGES_MM[page]:
        size = draw(st.floats(6, 90))
        pitch = size + draw(st.floats(0, 20))
        margin = draw(st.floats(0, pitch - 0.6))
        count = math.floor((room - 2 * margin - size) / pitch) + 1
        margin = max(0.0, (room - size - (count - 1) * pitch) / 2)  # what is left of no margin may be a hair below 0
        assume(count >= 1)
        assume(margin < pitch - 0.6)
        counts.append(count)
        lefts.append(margin)
        sizes.append(size)
        pitches.append(pitch)
    return page, counts[0], counts[1], (lefts[0], lefts[1], sizes[0], sizes[1], pitches[0], pitches[1])


@given(sheets())
def test_as_many_labels_are_counted_as_a_maker_cuts(sheet: tuple[str, int, int, tuple[float, ...]]) -> None:
    page, columns, rows, (left, top, width, height, across, down) = sheet
    own = own_sheet(page, left, top, width, height, across, down)
    assert (own.columns, own.rows) == (columns, rows)


@given(
    st.sampled_from(sorted(PAGES_MM)),
    st.tuples(*[st.floats(-5, 300) | st.floats(5, 40)] * 6),
)
def test_a_sheet_of_ones_own_is_on_its_page_without_overlaps_or_is_refused(
    page: str, numbers: tuple[float, float, float, float, float, float]
) -> None:
    said = refusal(lambda: own_sheet(page, *numbers))
    if said:
        assert said.endswith(".")
        return
    own = own_sheet(page, *numbers)
    first, last = own.place(1), own.place(own.count)
    assert last.x + own.width / 2 <= own.page_mm[0] + SLACK + HAIR
    assert last.y + own.height / 2 <= own.page_mm[1] + SLACK + HAIR
    assert first == pytest.approx((own.left + own.width / 2, own.top + own.height / 2))
    assert own.across >= own.width
    assert own.down >= own.height
    assert last.x >= first.x
    assert last.y >= first.y


def test_a_sheet_of_ones_own_is_round_when_as_wide_as_high_unless_told() -> None:
    assert own_sheet("a4", 8, 18, 60, 60, 67, 67).round
    assert not own_sheet("a4", 8, 18, 60, 60, 67, 67, round=False).round
    assert not own_sheet("a4", 8, 18, 60, 50, 67, 67).round
    assert own_sheet("a4", 8, 18, 60, 60, 67, 67).size_words == "round, 60 mm"


def test_one_big_label_is_a_sheet_too() -> None:
    assert own_sheet("a4", 0, 0, 210, 297, 210, 297).count == 1
    assert own_sheet("a4", 5, 5, 200, 140, 200, 140).count == 2


@pytest.mark.parametrize(
    "text",
    [
        "15.88 16.66 19.05 19.05 20.65 20.65",
        "15,88 16,66 19,05 19,05 20,65 20,65",
        "15,88;16,66;19,05;19,05;20,65;20,65",
        "15.88,16.66,19.05,19.05,20.65,20.65",
        " 15.88, 16.66 , 19.05 ,19.05,\t20.65,\n20.65, ",
        "15,88; 16,66; 19,05; 19,05; 20,65; 20,65;",
    ],
)
def test_six_numbers_are_read_as_teachers_type_them(text: str) -> None:
    assert described(parse_own_sheet(text, "letter")) == described(stock("ol5275"))


@given(st.sampled_from(stocks()), st.sampled_from([" ", ";", ", ", " ; "]), st.sampled_from(".,"))
def test_every_sheet_can_be_typed(sheet: Stock, between: str, point: str) -> None:
    text = between.join(f"{number:.2f}".replace(".", point) for number in described(sheet))
    assert described(parse_own_sheet(text, sheet.page)) == described(sheet)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "six numbers in mm, .* and here are 0"),
        ("5 5 20 20 25", "and here are 5"),
        ("5 5 20 20 25 25 30", "and here are 7"),
        ("15,88 16,66 20,65", "and here are 3"),
        ("15,88,16,66,19,05,19,05,20,65,20,65", "and here are 12"),
        ("5 5 20 20 25 wide", '"wide" is not a number'),
        ("nan 5 20 20 25 25", '"nan" is not a number'),
        ("1e3 5 20 20 25 25", '"1e3" is not a number'),
        ("5 5 20 20 25 \x1b[31m", r'"\[31m" is not a number'),
        ("5 5 0.75 0.75 0.8 0.8", "0.75 x 0.75 mm is too small for a sticker; give all six numbers in mm"),
        ("5 -5 20 20 25 25", "can't be below 0"),
        ("5 5 20 20 15 25", "Labels can't overlap"),
        ("5 5 20 20 25 15", "Labels can't overlap"),
        ("5 5 250 20 250 25", "ends outside the page, which is 210 x 297 mm"),
        ("5 280 20 20 25 25", "ends outside the page"),
        (f"{'9' * 400} 5 20 20 25 25", "six plain numbers"),
    ],
)
def test_what_is_no_sheet_is_refused_with_a_sentence_that_helps(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_own_sheet(text, "a4")


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("at", range(6))
def test_numbers_without_end_are_refused(number: float, at: int) -> None:
    numbers = [5.0, 5.0, 20.0, 20.0, 25.0, 25.0]
    numbers[at] = number
    with pytest.raises(ValueError, match="six plain numbers in mm"):
        own_sheet("a4", *numbers)


def test_labels_come_on_two_pages_only() -> None:
    with pytest.raises(ValueError, match='"a3" is no page labels come on; choose letter or a4'):
        own_sheet("a3", 5, 5, 20, 20, 25, 25)
