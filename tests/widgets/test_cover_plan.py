"""Tiles of spots to cover: in any window what is painted lies on its tile, and a tile is large enough to press."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from board.art.cover_signs import SIDE as ARROW
from board.art.covering import SHEET
from board.widgets.cover_plan import inside, tile_places


@given(st.integers(1, 240), st.integers(1, 80), st.integers(0, 3))
def test_tiles_stand_side_by_side_and_none_on_another(width: int, height: int, many: int) -> None:
    places = tile_places(width, height, many)
    assert len(places) == many + 1
    for one, other in pairwise(places):
        assert one.left + one.wide <= other.left or one.top + one.high <= other.top
    if width >= 2 * (many + 1):
        assert all(place.left >= 0 and place.left + place.wide <= width for place in places)
        assert all(place.top >= 0 and place.top + place.high <= height for place in places)


def test_every_tile_is_large_enough_to_press_where_children_sit() -> None:
    for width, height in ((40, 20), (80, 22), (120, 38), (160, 46), (52, 51), (80, 49), (107, 36)):
        for many in (1, 2, 3):
            assert all(place.wide >= 8 and place.high >= 3 for place in tile_places(width, height, many))


@given(st.integers(1, 160), st.integers(1, 80), st.booleans())
def test_everything_on_a_tile_lies_on_it_and_the_largest_that_fits_is_taken(wide: int, high: int, ribbon: bool) -> None:
    found = inside(wide, high, ribbon=ribbon)
    assert (found is not None) == (wide >= 9 and high >= 5)
    if found is None:
        return
    boxes = [(found.hole, found.hole_side)]
    if found.sheet is not None and found.arrow is not None:
        boxes.append((found.sheet, (found.size + 2 * SHEET) * found.sheet_times))
        boxes.append((found.arrow, ARROW * found.sheet_times))
    for (left, top), side in boxes:
        assert left >= 0
        assert top >= 0
        assert left + side <= wide
        assert top + side <= 2 * high
    assert found.words + found.word_lines <= high


def test_the_peeled_sticker_lies_there_on_every_usual_screen() -> None:
    for width, height in ((80, 22), (120, 38), (160, 46)):
        for many in (1, 2, 3):
            tile = tile_places(width, height, many)[0]
            found = inside(tile.wide, tile.high, ribbon=True)
            assert found is not None
            assert found.sheet is not None
            assert found.size == 12
