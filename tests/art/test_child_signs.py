"""The signs for children who do not read yet, and the picture of a step before it is shown: each told from all others."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.art.cells import Pixels
from board.art.child_signs import NAMES, SIDE, badge, child_sign
from board.art.colourless import colourless
from board.art.covering import emptied
from board.art.kiosk_signs import NAMES as AT_KIOSK
from board.art.kiosk_signs import kiosk_sign
from board.art.signs import sign
from board.art.word_pictures import word_picture
from board.mastery.progress import Status

INK = (32, 48, 63)
GROUNDS = ((231, 237, 243), (32, 44, 56), (26, 26, 26), (255, 255, 255), (0, 0, 0))
"""Grounds of tiles in all looks, and what is beyond them."""

_APART = 8
"""Pixels in which two signs that are not of one kind differ at the least."""

pixels = st.tuples(*(st.integers(0, 255),) * 4)
pictures = st.lists(st.lists(pixels, min_size=4, max_size=4).map(tuple), min_size=4, max_size=4).map(tuple)


def shape(name: str) -> list[bool]:
    """Give where a sign has something: what is left of it without any colours."""
    return [bool(pixel[3]) for row in kiosk_sign(name, INK) for pixel in row]


@pytest.mark.parametrize("name", [*NAMES, *(name for name in AT_KIOSK if name != "small_key")])
def test_every_sign_is_as_large_as_a_sticker(name: str) -> None:
    drawn = kiosk_sign(name, INK)
    assert {len(drawn), *map(len, drawn)} == {SIDE}


def test_no_two_signs_are_the_same() -> None:
    alike = [
        (one, other)
        for one, other in combinations(NAMES, 2)
        if sum(a != b for a, b in zip(sum(child_sign(one, INK), ()), sum(child_sign(other, INK), ()), strict=True))
        < _APART
    ]
    assert not alike


def test_the_signs_of_one_page_are_told_apart_without_colours() -> None:
    pages = (
        ("want", "ready", "draw", "helper", "helped", "not_yet", "back"),
        ("seen", "tip", "two", "want", "cover", "stickers", "bye", "on"),
        ("draw", "bring", "words", "back"),
        ("done", "pencil", "fill", "rubber", "starter", "undo", "sheet", "back", "on"),
        ("build", "draw", "write", "say", "act", "hands", "record", "any", "back"),
    )
    for page in pages:
        for one, other in combinations(page, 2):
            assert sum(a != b for a, b in zip(shape(one), shape(other), strict=True)) >= _APART, (one, other)


def test_what_stands_beside_a_step_has_a_badge_for_where_there_is_no_room() -> None:
    small = [badge(name, INK) for name in ("want", "tip", "seen", "two")]
    assert None not in small
    assert len(set(small)) == len(small)
    assert badge("bye", INK) is None


@given(pictures)
def test_a_step_not_shown_yet_is_solid_and_grey_and_seen_on_every_ground(picture: Pixels) -> None:
    for row, was in zip(colourless(picture), picture, strict=True):
        for (red, green, blue, alpha), before in zip(row, was, strict=True):
            assert alpha in (0, 255)
            assert red == green == blue
            assert (alpha == 255) == (before[3] >= 100)
            assert not alpha or all(abs(red - ground[0]) > 20 for ground in GROUNDS)


def test_what_is_lighter_stays_lighter_and_uses_all_greys() -> None:
    dark, middle, light = ((10, 10, 10, 255), (90, 90, 90, 255), (250, 250, 250, 255))
    shades = [pixel[0] for pixel in colourless(((dark, middle, light),))[0]]
    assert shades == sorted(set(shades))
    assert shades[-1] - shades[0] > 128


@pytest.mark.parametrize("size", [8, 10, 12])
def test_the_open_spot_of_a_boss_is_as_empty_as_a_round_one(size: int) -> None:
    hole, ground = (250, 251, 252), (1, 2, 3)
    star = sign(Status.OPEN, size, boss=True, hue=(0, 0, 200), hole=hole, ground=ground)
    inside = [pixel for row in emptied(star, ground, hole) for pixel in row if pixel[:3] == hole]
    assert inside
    assert [row[0] for row in emptied(star, ground, hole)] == [row[0] for row in star]


@pytest.mark.parametrize("side", range(8, 33, 2))
def test_a_picture_of_a_word_drawn_anew_fills_its_room(side: int) -> None:
    for name in ("kite", "open-book"):
        drawn = word_picture(name, side)
        assert drawn is None or {len(drawn), *map(len, drawn)} == {side}
    assert (word_picture("kite", side) is None) == (not 10 <= side < 20)
    assert word_picture("apple", side) is None
