import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from board.art.intake import kept
from board.art.preview import picture_in, preview_of
from board.mastery.pictures import Cut, Shape

RED, BLUE = (226, 58, 46, 255), (45, 108, 214, 255)


@given(st.integers(1, 200), st.integers(1, 200), st.sampled_from([12, 24, 40, 48]))
def test_a_picture_fits_and_is_never_stretched(width: int, height: int, px: int) -> None:
    rows = picture_in(kept(Image.new("RGB", (width, height), "red")).png, px)
    long = max(width, height)
    across = px if long > px else long * (px // long)
    assert max(len(rows), len(rows[0])) == across
    assert abs(len(rows[0]) * height - len(rows) * width) <= max(width, height)


def test_small_pictures_keep_every_pixel() -> None:
    picture = Image.new("RGBA", (12, 12), RED)
    picture.putpixel((3, 5), BLUE)
    preview = preview_of(kept(picture).png, Cut(), 24)
    assert preview.picture[10][6] == preview.picture[11][7] == BLUE
    assert preview.sticker[10][6] == preview.sticker[11][7] == BLUE
    assert preview.picture[9][6] == RED


def test_what_is_not_used_is_faded_and_the_sticker_is_of_the_rest() -> None:
    picture = Image.new("RGB", (100, 100), RED[:3])
    picture.paste(BLUE[:3], (50, 0, 100, 100))
    preview = preview_of(kept(picture).png, Cut(Shape.SQUARE, (0.5, 0.0, 1.0, 1.0)), 24)
    assert preview.picture[5][20] == BLUE
    assert preview.picture[5][4][:3] == RED[:3]
    assert preview.picture[5][4][3] < 100
    colours = {pixel[:3] for row in preview.sticker for pixel in row if pixel[3]}
    assert BLUE[:3] in colours
    assert RED[:3] not in colours


def test_a_picture_that_is_broken_is_an_error_of_the_disk() -> None:
    with pytest.raises(OSError):  # noqa: PT011 - whatever Pillow calls it
        preview_of(b"\x89PNG\r\n\x1a\nbroken", Cut(), 24)
