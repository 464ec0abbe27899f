"""Signs stand in fixed places, in no order of the alphabet."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from board.mastery.kiosk import SignPlaces, sign_places
from board.mastery.people import Student


def children(count: int) -> list[Student]:
    return [Student(f"s{at:03}", f"{chr(ord('A') + at % 26)}{at}") for at in range(count)]


def where(places: SignPlaces) -> dict[str, tuple[int, int]]:
    return {
        student.id: (number, at)
        for number, page in enumerate(places.pages)
        for at, student in enumerate(page)
        if student is not None
    }


@given(st.integers(0, 150), st.data())
def test_everybody_has_one_place_and_nobody_moves_when_others_leave(count: int, data: st.DataObject) -> None:
    everyone = children(count)
    places = where(sign_places(everyone))
    assert set(places) == {student.id for student in everyone}
    assert len(set(places.values())) == count
    gone = data.draw(st.sets(st.sampled_from(everyone))) if everyone else set()
    left = [replace(student, left=student in gone) for student in everyone]
    assert where(sign_places(left)) == {id_: at for id_, at in places.items() if id_ not in {one.id for one in gone}}


@given(st.integers(0, 150))
def test_nobody_moves_when_somebody_joins_but_where_large_tiles_have_no_room_any_more(count: int) -> None:
    before, after = sign_places(children(count)), sign_places(children(count + 1))
    if (before.across, before.down) == (after.across, after.down):
        assert where(before).items() <= where(after).items()
    else:
        assert count == 12


@given(st.integers(2, 150))
def test_neighbours_of_the_list_stand_neither_side_by_side_nor_one_below_the_other(count: int) -> None:
    everyone = children(count)
    places = sign_places(everyone)
    at = where(places)
    for one, other in pairwise(everyone):
        (page, first), (other_page, second) = at[one.id], at[other.id]
        if page == other_page:
            (row, column), (other_row, other_column) = divmod(first, places.across), divmod(second, places.across)
            assert abs(row - other_row) + abs(column - other_column) > 1
