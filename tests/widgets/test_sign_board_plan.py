"""Whatever stands on a board of signs and however large the window: digits, arrows and taps lead to each, and to nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from board.widgets.sign_board_plan import BACK, LEAST_HIGH, LEAST_WIDE, NOWHERE, ON, BoardPlan, Grid, plan_board


@st.composite
def grids(draw: st.DrawFn) -> Grid[str]:
    across, down = draw(st.sampled_from([(4, 3), (6, 5), (1, 1), (4, 1), (4, 2), (8, 8)]))
    pages = draw(st.integers(1, 3))
    filled = st.lists(st.booleans(), min_size=across * down, max_size=across * down)
    return Grid(
        across,
        down,
        tuple(
            tuple(f"{page}-{at}" if is_there else None for at, is_there in enumerate(draw(filled)))
            for page in range(pages)
        ),
    )


WINDOWS = st.tuples(st.integers(1, 220), st.integers(1, 70))


def things(plan: BoardPlan[str]) -> list[str]:
    return [thing for page in plan.pages for thing in page if thing is not None]


@given(grids(), WINDOWS)
def test_everything_has_one_place_and_whole_tiles_that_touch_nothing_else(
    grid: Grid[str], window: tuple[int, int]
) -> None:
    plan = plan_board(grid, *window)
    if plan is None:
        assert window[0] < LEAST_WIDE + 4 or window[1] < LEAST_HIGH + 4 or window[1] < LEAST_HIGH + 6
        return
    assert sorted(things(plan)) == sorted(thing for page in grid.pages for thing in page if thing is not None)
    assert plan.across <= 8
    assert plan.down <= 8
    assert plan.tile[0] >= LEAST_WIDE
    assert plan.tile[1] >= LEAST_HIGH
    for page in range(len(plan.pages)):
        boxes = [plan.box_of(place) for place in plan.places(page)]
        boxes += [plan.row_box(row) for row in range(plan.down)] if plan.has_rows else []
        for box in boxes:
            assert box.left >= 0
            assert box.left + box.wide <= window[0]
            assert box.top >= 0
            assert box.top + box.high <= window[1]
        cells = [
            (x, y)
            for box in boxes
            for x in range(box.left, box.left + box.wide)
            for y in range(box.top, box.top + box.high)
        ]
        assert len(cells) == len(set(cells))


@given(grids(), WINDOWS)
def test_a_tap_presses_what_is_drawn_under_it(grid: Grid[str], window: tuple[int, int]) -> None:
    plan = plan_board(grid, *window)
    for page in range(len(plan.pages)) if plan is not None else ():
        assert plan is not None
        for place in plan.places(page):
            box = plan.box_of(place)
            for x, y in ((box.left, box.top), (box.left + box.wide - 1, box.top + box.high - 1)):
                assert plan.under(page, x, y) == place
                assert plan.row_under(x, y) is None


@given(grids(), WINDOWS)
def test_arrows_lead_everywhere_and_never_to_where_nothing_stands(grid: Grid[str], window: tuple[int, int]) -> None:
    plan = plan_board(grid, *window)
    for page in range(len(plan.pages)) if plan is not None else ():
        assert plan is not None
        found: set[int] = set()
        todo = [plan.moved(page, NOWHERE, 1, 0)]
        while todo:
            place = todo.pop()
            if place not in found:
                found.add(place)
                todo += [plan.moved(page, place, *way) for way in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        assert found == set(plan.places(page))
        assert (ON in found) is (len(plan.pages) > 1)
        assert BACK in found
