"""The studio in any window: every part lies inside it, none on another, and what a finger presses is large enough."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.screens.drawing.keys import ALL_TILES
from board.widgets.box import Box
from board.widgets.studio_plan import StudioPlan, plan_studio
from under_fingers import PHONE, SIZES, TABLET, WIDE

LEAST_WIDE, LEAST_HIGH = 6, 3
"""Cells of what a finger presses: 44 px, where a cell has 7.5 x 16.2."""

PRESSED = ("done", "back", "words")
COLOURS = 12


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.wide
        and other.left < one.left + one.wide
        and one.top < other.top + other.high
        and other.top < one.top + one.high
    )


def _cut(plan: StudioPlan, width: int, height: int) -> list[str]:
    """The parts that are not whole in a window, or lie on others."""
    outside = [
        name
        for name, (left, top, wide, high) in plan.places.items()
        if left < 0 or top < 0 or left + wide > width or top + high > height
    ]
    pairs = combinations(plan.places.items(), 2)
    return outside + [f"{one} on {other}" for (one, here), (other, there) in pairs if _touch(here, there)]


def _targets(plan: StudioPlan) -> list[tuple[int, int]]:
    """How wide and high everything is that a finger presses."""
    places = plan.places
    found = [places[name][2:] for name in PRESSED]
    rows = -(-COLOURS // plan.chips_across)
    found.append((places["chips"].wide // plan.chips_across, places["chips"].high // rows))
    tiles = [("tools", len(ALL_TILES) if plan.is_upright else 6, plan.tiles_across)]
    tiles += [] if plan.is_upright else [("acts", 5 if plan.is_large else 4, plan.acts_across)]
    return [
        *found,
        *((places[name].wide // across, places[name].high // -(-many // across)) for name, many, across in tiles),
    ]


@given(st.integers(40, 240), st.integers(40, 100), st.sampled_from([0, 2]))
def test_a_high_window_holds_everything_whole(width: int, height: int, foot: int) -> None:
    assert _cut(plan_studio(width, height, foot=foot), width, height) == []


@given(st.integers(80, 240), st.integers(24, 100), st.sampled_from([0, 2]))
def test_a_wide_window_holds_everything_whole(width: int, height: int, foot: int) -> None:
    assert _cut(plan_studio(width, height, foot=foot), width, height) == []


@given(st.integers(40, 240), st.integers(40, 100))
def test_what_a_finger_presses_is_large_enough(width: int, height: int) -> None:
    plan = plan_studio(width, height, foot=0)
    assert [size for size in _targets(plan) if size[0] < LEAST_WIDE or size[1] < LEAST_HIGH] == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_paper_is_large_on_every_device_of_the_room(size: tuple[int, int]) -> None:
    plan = plan_studio(*size, foot=0)
    assert plan.is_large
    assert plan.places["frame"][2:] == (50, 24 if plan.is_slim else 26)


def test_only_a_screen_held_upright_has_everything_below_the_paper() -> None:
    assert [plan_studio(*size, foot=0).is_upright for size in (PHONE, TABLET, WIDE)] == [True, True, False]


def test_a_plan_that_cuts_something_off_is_found() -> None:
    assert _cut(plan_studio(52, 52, foot=0), 52, 51)
    places = plan_studio(52, 52, foot=0).places
    assert _cut(StudioPlan({**places, "done": places["back"]}), 52, 52) == ["done on back"]
