"""Pictures of words as plain shapes on paper: one ink, and each told from every other in grey, at the size of a login list."""

from itertools import combinations
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from board.art.plain_art import INK, plain_art
from board.art.print_ready import print_ready
from board.art.starter import step_badges
from board.mastery.picture_word import PICTURES

SMALL = 40
"""Pixels across, as large as one is on a login list of a full class at 150 dpi."""


def plain(name: str) -> Image.Image:
    with Image.open(step_badges()[name]) as art:
        return plain_art(art.convert("RGBA"))


def test_they_have_one_ink_on_nothing() -> None:
    for name in PICTURES:
        colours = {colour for _, colour in plain(name).getcolors() or []}
        assert colours == {(*INK, 255), (255, 255, 255, 0)}, name


def test_each_is_told_from_every_other_where_small_and_grey() -> None:
    small = {name: _shape(plain(name)) for name in PICTURES}
    for one, other in combinations(PICTURES, 2):
        apart = ImageStat.Stat(ImageChops.difference(small[one], small[other])).mean[0]
        assert apart > 25, (one, other, apart)


def _shape(art: Image.Image) -> Image.Image:
    white = Image.new("RGBA", art.size, "white")
    white.alpha_composite(art)
    return white.convert("L").resize((SMALL, SMALL))


def test_a_tiny_and_an_empty_picture_are_shapes_too() -> None:
    for art in (Image.new("RGBA", (1, 1), "red"), Image.new("RGBA", (3, 9)), Image.new("RGBA", (64, 64), "black")):
        assert plain_art(art).size == art.size


def test_both_styles_are_kept_ready_side_by_side(tmp_path: Path) -> None:
    fish = step_badges()["fish"]
    made = [print_ready(fish, 64, tmp_path, plain=each) for each in (False, True, False, True)]
    assert made[0] == made[2] != made[1] == made[3]
