"""The pictures of words as plain shapes in one colour: told apart in the smallest cells, and in sixteen colours as well."""

from itertools import combinations

import pytest

from board.art.cells import Colour, Pixels, StickerCells, laid_on
from board.art.plain_pictures import finer, plain
from board.art.starter import emblems, step_badges
from board.mastery.picture_word import PICTURES
from board.terminal.colours import Colours, nearest, oklab, rgb_of

INK, GROUND = (230, 237, 243), (32, 44, 56)
CELLS = StickerCells(None)
APART = 0.15
"""How far two colours are from each other, as eyes measure it, that nobody takes for one another."""


def shape(name: str, side: int) -> Pixels:
    return plain(CELLS.pixels(step_badges()[name], finer(side)), side, INK)


def shown(picture: Pixels, colours: Colours) -> list[Colour]:
    """What a terminal of so many colours shows, pixel by pixel."""
    flat = [colour for row in laid_on(picture, GROUND) for colour in row]
    return flat if colours is Colours.TRUE else [rgb_of(nearest(one, colours, is_picture=True)) for one in flat]


def different(one: list[Colour], other: list[Colour]) -> int:
    """How many pixels of two pictures nobody takes for one another."""
    pairs = ((oklab(a), oklab(b)) for a, b in zip(one, other, strict=True))
    return sum(sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) > APART**2 for a, b in pairs)


@pytest.mark.parametrize("colours", Colours)
@pytest.mark.parametrize("side", [8, 10, 12])
def test_all_twelve_shapes_are_told_apart(side: int, colours: Colours) -> None:
    pictures = {name: shown(shape(name, side), colours) for name in PICTURES}
    for one, other in combinations(PICTURES, 2):
        assert different(pictures[one], pictures[other]) >= side * side // 10, (one, other)


@pytest.mark.parametrize("name", PICTURES)
def test_a_shape_is_one_colour_its_outline_filled_and_something_of_its_inside_is_seen(name: str) -> None:
    made = shape(name, 12)
    assert {pixel[:3] for row in made for pixel in row if pixel[3]} == {INK}
    covered = [pixel[3] > 127 for row in CELLS.pixels(step_badges()[name], 12) for pixel in row]
    filled = [pixel[3] for row in made for pixel in row]
    assert sum(one > 127 for one, is_there in zip(filled, covered, strict=True) if is_there) > 0.4 * sum(covered)
    assert any(60 < one < 230 for one in filled) or any(
        one < 60 for one, is_there in zip(filled, covered, strict=True) if is_there
    )


@pytest.mark.parametrize("colours", Colours)
def test_the_signs_of_children_are_told_apart_on_the_smallest_tiles_in_any_colours(colours: Colours) -> None:
    pictures = {name: shown(CELLS.pixels(path, 8), colours) for name, path in emblems().items()}
    for one, other in combinations(pictures, 2):
        assert different(pictures[one], pictures[other]) >= 8, (one, other)


@pytest.mark.parametrize("colours", Colours)
def test_the_pictures_of_words_are_told_apart_in_any_colours(colours: Colours) -> None:
    pictures = {name: shown(CELLS.pixels(step_badges()[name], 10), colours) for name in PICTURES}
    for one, other in combinations(pictures, 2):
        assert different(pictures[one], pictures[other]) >= 12, (one, other)


def coarse(picture: Pixels) -> list[Colour]:
    """What the console of Linux shows, where both halves of a cell have one colour: the more colourful one."""
    rows = laid_on(picture, GROUND)
    cells = [
        max(upper, lower, key=lambda half: max(half) - min(half))
        for top, bottom in zip(rows[::2], rows[1::2], strict=True)
        for upper, lower in zip(top, bottom, strict=True)
    ]
    return [rgb_of(nearest(cell, Colours.CONSOLE, is_ground=True, is_picture=True)) for cell in cells]


def test_signs_and_pictures_of_words_are_told_apart_on_the_bare_console_too() -> None:
    signs = {name: coarse(CELLS.pixels(path, 8)) for name, path in emblems().items()}
    words = {name: coarse(CELLS.pixels(step_badges()[name], 10)) for name in PICTURES}
    shapes = {name: coarse(shape(name, 10)) for name in PICTURES}
    for pictures in (signs, words, shapes):
        pairs = combinations(pictures, 2)
        alike = {pair for pair in pairs if different(pictures[pair[0]], pictures[pair[1]]) < 5}
        assert alike == ({("bee", "sun")} if pictures is signs else set()), "see COARSE_TWINS, which letters tell apart"


def test_two_pictures_that_look_the_same_are_found() -> None:
    fish = shown(shape("fish", 12), Colours.TRUE)
    assert different(fish, list(fish)) == 0
