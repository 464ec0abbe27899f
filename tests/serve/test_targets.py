"""What a finger is to hit on a page is large enough: measured where the browser has laid it out."""

import pytest

from serve.chromium import needs_chromium
from serve.conftest import Hands
from serve.room import Room
from serve.tablet import PHONE, TABLET, TABLET_ACROSS, Tablet

pytestmark = needs_chromium

LEAST = 44.0
"""Css px of a target, across and down."""

_VISIBLE = """
() => [...document.querySelectorAll("button, a, input, textarea, select, summary")]
  .filter((one) => !one.closest(".xterm") && one.checkVisibility() && one.getBoundingClientRect().width > 0)
  .map((one) => [one.id || one.textContent.trim(), one.getBoundingClientRect().width, one.getBoundingClientRect().height])
"""


def too_small(tablet: Tablet) -> list[list[object]]:
    """Give what can be touched on a page outside the terminal and is smaller than a finger."""
    found = tablet.page.evaluate(_VISIBLE)
    assert found, "nothing was measured"
    return [one for one in found if min(one[1:]) < LEAST]


@pytest.mark.parametrize("size", [PHONE, TABLET, TABLET_ACROSS])
def test_what_is_touched_on_the_page_itself_is_large_enough(hold: Hands, room: Room, size: tuple[int, int]) -> None:
    tablet = hold(size)
    tablet.page.goto(room.server.links["teacher"])
    assert too_small(tablet) == []
    tablet.open(room.server.links["teacher"])
    tablet.sees("Ava B.")
    assert too_small(tablet) == []
    tablet.page.locator("#menu-button").tap()
    assert too_small(tablet) == []


@pytest.mark.parametrize("size", [PHONE, TABLET, TABLET_ACROSS])
def test_the_buttons_at_the_foot_and_the_rows_of_center_are_large_enough(
    hold: Hands, room: Room, size: tuple[int, int]
) -> None:
    tablet = hold(size)
    tablet.open(room.server.links["teacher"])
    tablet.sees("Ava B.", "Center")
    wide, high = tablet.cell_size
    key = min(place.line for place in tablet.painted.places("Got it"))
    lines = tablet.painted.lines
    above = next(line for line in range(key, 0, -1) if "Ava B." in lines[line])
    assert (len(lines) - above - 1) * high >= LEAST, "the foot is lower than a finger"
    tablet.tap("Center", until="Record")
    tablet.sees("Ava B.", "Ben C.")
    ava, ben = (next(place.line for place in tablet.painted.places(name)) for name in ("Ava B.", "Ben C."))
    assert (ben - ava) * high >= LEAST
    assert tablet.painted.size[0] * wide <= size[0] + 1


def test_a_target_that_is_too_small_is_found(hold: Hands, room: Room) -> None:
    tablet = hold(PHONE)
    tablet.open(room.server.links["teacher"])
    tablet.page.evaluate("() => { document.querySelector('#menu-button').style.height = '30px'; }")
    assert [one[0] for one in too_small(tablet)] == ["menu-button"]
