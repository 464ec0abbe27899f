import itertools
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printables.stock import PAGES_MM, Place, Stock, stock, stocks
from printables.stock.own_sheet import own_sheet, parse_own_sheet

HAIR = 1e-6
"""What sums of decimals may be off, in mm."""

each_stock = pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.id)


def described(sheet: Stock) -> tuple[float, float, float, float, float, float]:
    return sheet.left, sheet.top, sheet.width, sheet.height, sheet.across, sheet.down


def overhang(sheet: Stock) -> float:
    """How many mm the outermost labels stand out over the page's edge; below 0 when none does."""
    width, height = sheet.page_mm
    places = list(sheet.places())
    right = max(place.x for place in places) + sheet.width / 2 - width
    bottom = max(place.y for place in places) + sheet.height / 2 - height
    return max(right, bottom, -sheet.left, -sheet.top)


def overlaps(sheet: Stock) -> list[tuple[Place, Place]]:
    return [
        (one, other)
        for one, other in itertools.combinations(sheet.places(), 2)
        if abs(one.x - other.x) < sheet.width - HAIR and abs(one.y - other.y) < sheet.height - HAIR
    ]


@each_stock
def test_all_labels_lie_on_their_page_and_none_on_another(sheet: Stock) -> None:
    assert sheet.page in PAGES_MM
    assert overhang(sheet) <= 0
    assert not overlaps(sheet)


OFF_CENTRE = {
    "avery-5163": (0.32, 0.0),  # both lists: a sixth of a mm to the right of the middle
    "avery-5293": (0.0, -1.02),  # disputed: half an inch above, and rows of which none of our sources ends as far below
    "avery-l7651": (-0.1, 0.4),  # both lists: 1/5 mm below the middle
    "avery-l4732": (0.0, -0.6),  # both lists: 1/3 mm above the middle
}
"""By how many mm the left margin is wider than the right one, and the upper than the lower, where that is more than a hair."""


@each_stock
def test_a_sheet_is_centred_unless_its_sources_say_otherwise(sheet: Stock) -> None:
    width, height = sheet.page_mm
    last = list(sheet.places())[-1]
    off = sheet.left - (width - last.x - sheet.width / 2), sheet.top - (height - last.y - sheet.height / 2)
    assert off == pytest.approx(OFF_CENTRE.get(sheet.id, (0, 0)), abs=0.01 if sheet.id in OFF_CENTRE else 0.3)
    assert max(map(abs, off)) > 0.3 or sheet.id not in OFF_CENTRE


@pytest.mark.parametrize(
    ("name", "left", "top", "across", "down"),
    [
        ("5160", 4.76, 12.7, 69.85, 25.4),
        ("5293", 10.56, 12.7, 51.17, 42.34),
        ("5294", 6.35, 12.7, 69.85, 63.5),
        ("L7163", 4.67, 15.19, 101.6, 38.1),
        ("L7654", 9.75, 21.43, 48.26, 25.4),
    ],
)
def test_labels_that_once_lay_wrong_lie_right(name: str, left: float, top: float, across: float, down: float) -> None:
    sheet = stock(name)
    assert (sheet.left, sheet.top, sheet.across, sheet.down) == (left, top, across, down)


@each_stock
def test_every_sheet_says_where_its_figures_come_from_and_how_sure_they_are(sheet: Stock) -> None:
    assert sheet.source.startswith(("gLabels: ", "LibreOffice: "))
    assert sheet.confidence in {"agreed", "one source", "disputed", "likeness"}
    assert (sheet.confidence == "agreed") == ("; " in sheet.source)
    assert (sheet.confidence == "likeness") == ("like Avery" in sheet.name and sheet.page == "letter")
    assert sheet.note or sheet.confidence in {"agreed", "one source"}


@each_stock
def test_other_figures_of_a_disputed_sheet_can_be_typed_as_they_stand(sheet: Stock) -> None:
    if sheet.confidence != "disputed":
        assert not re.search(r"\d\.\d", sheet.note)
        return
    (figures,) = re.findall(r"(?:\d+\.\d+ ?){6}", sheet.note)
    other = parse_own_sheet(figures, sheet.page)
    assert (other.columns, other.rows, other.round) == (sheet.columns, sheet.rows, sheet.round)
    assert other.spot_mm == pytest.approx(sheet.spot_mm, abs=0.05)
    assert described(other) != described(sheet)


def test_ids_are_unique_and_easy_to_type() -> None:
    ids = [sheet.id for sheet in stocks()]
    assert len(ids) == len(set(ids)) == 23
    assert all(re.fullmatch("[a-z0-9-]{6,16}", name) for name in ids)
    assert len({sheet.name for sheet in stocks()}) == len(ids)


def test_label_stock_as_it_is_sold() -> None:
    dots = stock("ol5275")
    assert (dots.page, dots.round, dots.columns, dots.rows, dots.count) == ("letter", True, 9, 12, 108)
    assert dots.place(1) == pytest.approx((15.88 + 19.05 / 2, 16.66 + 19.05 / 2))
    address = stock("avery-l7160")
    assert (address.page, address.round, address.count, address.spot_mm) == ("a4", False, 21, 38.1)
    assert address.place(21) == pytest.approx((7.2 + 2 * 66.04 + 63.5 / 2, 15.15 + 6 * 38.1 + 38.1 / 2))


@each_stock
def test_labels_are_numbered_row_by_row_from_the_top_left(sheet: Stock) -> None:
    places = list(sheet.places())
    assert len(places) == sheet.count
    assert places == [sheet.place(number) for number in range(1, sheet.count + 1)]
    assert places == sorted(places, key=lambda place: (place.y, place.x))
    assert len({place.y for place in places[: sheet.columns]}) == 1
    assert places[sheet.columns].x == places[0].x
    assert places[sheet.columns].y - places[0].y == pytest.approx(sheet.down)


@pytest.mark.parametrize("number", [0, -1, 31])
def test_a_label_that_is_not_on_the_sheet_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=f"no label {number} on a sheet of Avery 5160 / 8160; its labels are 1 to 30"):
        stock("5160").place(number)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ol5275", "round, 19 mm (3/4 inch)"),
        ("avery-5293", "round, 41.3 mm (1 5/8 inch)"),
        ("avery-6450", "round, 25.4 mm (1 inch)"),
        ("rayfilm-2525k", "round, 25 mm"),
        ("avery-l7670", "round, 63.5 mm (2 1/2 inch)"),
        ("ol2679", "square, 50.8 mm (2 inch)"),
        ("avery-5160", "66.7 x 25.4 mm"),
        ("avery-l7163", "99.1 x 38.1 mm"),
    ],
)
def test_sizes_are_said_as_packs_say_them(name: str, words: str) -> None:
    assert stock(name).size_words == words


@given(st.floats(5, 200))
def test_inches_are_said_only_of_sizes_sold_by_the_inch(size: float) -> None:
    words = own_sheet("letter", 0, 0, size, size, size, size).size_words
    inches = re.search(r"\((?:(\d+) ?)??(?:(\d+)/(\d+))? inch\)", words)
    if inches:
        whole, part, of = (int(figure or 0) for figure in inches.groups())
        assert abs((whole + part / (of or 1)) * 25.4 - size) <= 0.15


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("5293", "avery-5293"),
        ("5193", "avery-5293"),
        ("L7160", "avery-l7160"),
        ("7160", "avery-l7160"),
        ("22807", "ol2682"),
        ("Avery 22830", "ol2683"),
        ("OL 5275", "ol5275"),
        ("Online Labels OL5275", "ol5275"),
        ("OL1025", "avery-6450"),
        ("3415", "avery-l6112"),
        ("Avery 5160/8160", "avery-5160"),
        ("5160/8160", "avery-5160"),
        ("  AVERY_l-7651 ", "avery-l7651"),
        ("2525", "rayfilm-2525k"),
    ],
)
def test_a_sheet_is_found_however_its_number_is_typed(asked: str, meant: str) -> None:
    assert stock(asked).id == meant


@each_stock
def test_every_sheet_is_found_by_id_and_by_name(sheet: Stock) -> None:
    for asked in (sheet.id, sheet.name, sheet.id.upper(), sheet.name.lower().replace(" ", "")):
        assert stock(asked) is sheet


@pytest.mark.parametrize(
    ("asked", "near"),
    [("5161", "avery-5160"), ("avery 5169", "avery-5160"), ("L7161", "avery-l7160"), ("Herma 5160", "avery-5160")],
)
def test_an_unknown_number_is_answered_with_what_comes_near(asked: str, near: str) -> None:
    with pytest.raises(ValueError, match=f'called "{asked}"; did you mean .*{near}.*--list-labels` lists all'):
        stock(asked)


@pytest.mark.parametrize("asked", ["", "?", "avery", "labels", "²"])
def test_what_means_no_sheet_at_all_points_to_the_list(asked: str) -> None:
    with pytest.raises(ValueError, match=r'"; `board print stickers --list-labels` lists all\.$'):
        stock(asked)


def test_two_numbers_mean_no_sheet() -> None:
    with pytest.raises(ValueError, match="avery-5160"):
        stock("5160 5163")


@given(st.text())
def test_hostile_text_is_never_said_back_raw(asked: str) -> None:
    with pytest.raises(ValueError, match="No label sheet is called") as refused:
        stock(f"{asked} unheard-of")
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 250


def test_label_stock_is_known_before_reportlab_is_loaded() -> None:
    code = "import sys, printables.stock as s; s.stocks(); sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
