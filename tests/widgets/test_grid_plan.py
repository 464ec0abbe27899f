from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from board.widgets.grid_plan import ZOOMS, plan_grid, shortened, wrapped
from builders import UNIT


@given(st.sampled_from(ZOOMS), st.integers(0, 60), st.integers(0, 40))
def test_every_spot_is_hit_where_it_is_drawn(zoom: object, scroll_x: int, scroll_y: int) -> None:
    plan = plan_grid(UNIT, ("Ava B.", "Ben C."), zoom)  # type: ignore[arg-type]
    for at, column in enumerate(plan.columns):
        for row in range(2):
            for inset in (0, plan.zoom.width - 1):
                x = plan.names_width + column.left + inset - scroll_x
                y = plan.header_height + row * plan.zoom.height - scroll_y
                if x >= plan.names_width and y >= plan.header_height:
                    hit = plan.hit(x, y, scroll_x, scroll_y, 2)
                    assert (hit.row, hit.column) == (row, at)


def test_the_header_the_names_and_the_space_between_levels_hit_no_spot() -> None:
    plan = plan_grid(UNIT, ("Ava B.",), ZOOMS[1])
    assert plan.hit(0, 0, 0, 0, 1) == (None, None)
    assert plan.hit(2, plan.header_height, 0, 0, 1) == (0, None)
    assert plan.hit(plan.names_width, plan.header_height, 0, 0, 1).column is None
    assert plan.hit(plan.names_width + 1, 500, 0, 0, 1) == (None, 0)


@given(st.text(), st.integers(-2, 14), st.integers(-2, 4))
def test_a_title_never_leaves_its_column(title: str, width: int, lines: int) -> None:
    rows = wrapped(title, width, lines)
    assert len(rows) <= max(0, lines)
    assert all(cell_len(row) <= max(0, width) for row in rows)


def test_a_title_that_is_cut_says_so() -> None:
    assert wrapped("Halves and Fourths of a Whole", 8, 3) == ("Halves", "and", "Fourths…")
    assert wrapped("Count to 20", 8, 3) == ("Count to", "20")
    assert shortened("Bartholomew", 8) == "Barthol…"
    assert shortened("日本太郎", 5) == "日本…"
