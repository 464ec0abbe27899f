from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printables.page.paper import MM
from printables.personal.plan import UNDER, Plan, Room, choose

A4 = Room(28.0, 735.0, 538.0, 665.0)
COUNTS = st.lists(st.integers(0, 30), min_size=1, max_size=12).filter(any)
DIES = st.sampled_from([None, 8 * MM, 19.05 * MM, 38.1 * MM, 70 * MM])
WORDS = st.floats(8.0, 90.0)


def planned(counts: Sequence[int], die: float | None = None, words: float = 20.0, room: Room = A4) -> Plan:
    return choose(counts, lambda _pitch: [[words] * count for count in counts], room, die)


@given(COUNTS, DIES, WORDS)
def test_every_spot_has_its_place_and_none_overlap_nor_leave_the_room(
    counts: list[int], die: float | None, words: float
) -> None:
    plan = planned(counts, die, words)
    shown = [(band.level, spot.number) for page in plan.pages for band in page for row in band.rows for spot in row]
    assert shown == [(level, number) for level, count in enumerate(counts) for number in range(count)]
    for page in plan.pages:
        bottom = A4.top
        for band in page:
            assert band.top <= bottom + 0.01
            bottom = band.top - band.height
            under = band.top - A4.tab
            for row in band.rows:
                assert all(spot.y + plan.die / 2 <= under for spot in row)
                under = min(spot.y - plan.die / 2 - UNDER - spot.words for spot in row)
                assert all(spot.words >= words for spot in row)
                assert row[0].x - plan.die / 2 >= A4.left
                assert row[-1].x + plan.die / 2 <= A4.left + A4.width
                assert all(there.x - here.x >= plan.die for here, there in pairwise(row))
            assert under >= bottom
        assert bottom >= A4.top - A4.height - 0.01


@given(COUNTS)
def test_spots_of_a_given_width_have_that_width(counts: list[int]) -> None:
    assert planned(counts, 25.4 * MM).die == 25.4 * MM


def test_a_level_is_cut_only_where_no_page_holds_it() -> None:
    for page in planned([5] * 6, 38.1 * MM).pages:
        assert all(sum(map(len, band.rows)) == 5 for band in page)
    cut = planned([40], 38.1 * MM)
    assert [len(page) for page in cut.pages] == [1] * len(cut.pages)
    assert len(cut.pages) > 1


def test_a_path_takes_no_more_pages_than_it_needs_and_no_more_rows() -> None:
    plan = planned([5, 5, 5, 5], 19.05 * MM)
    assert len(plan.pages) == 1
    assert [len(band.rows) for band in plan.pages[0]] == [1, 1, 1, 1]


def test_the_last_row_of_a_level_is_not_left_with_one_lonely_spot() -> None:
    (band,) = planned([5], 40 * MM).pages[0]
    assert [len(row) for row in band.rows] == [3, 2]


def test_words_that_need_more_room_make_spots_smaller() -> None:
    assert planned([5, 5, 5, 5], words=60).die < planned([5, 5, 5, 5], words=20).die


def test_a_row_higher_than_the_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="Not even one row"):
        planned([5], 70 * MM, room=A4._replace(height=200.0))
