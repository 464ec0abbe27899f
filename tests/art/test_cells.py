import os
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from board.art.cells import AIR, StickerCells, laid_on
from board.art.ready_files import keep_ready
from board.art.signs import sign
from board.mastery.progress import Status


@pytest.fixture
def sticker(tmp_path: Path) -> Path:
    """A red disc with a wide white die-cut border, as starter art has it."""
    image = Image.new("RGBA", (512, 512))
    pen = ImageDraw.Draw(image)
    pen.ellipse((10, 10, 502, 502), fill="white")
    pen.ellipse((30, 30, 482, 482), fill="red")
    image.save(tmp_path / "disc.png")
    return tmp_path / "disc.png"


@pytest.mark.parametrize("size", [8, 10, 12])
def test_a_sticker_fills_its_cells_without_its_border_and_leaves_air(sticker: Path, size: int) -> None:
    pixels = StickerCells(None).pixels(sticker, size)
    assert (len(pixels), len(pixels[0])) == (size, size)
    middle = (size - AIR) // 2
    assert pixels[middle][middle] == (255, 0, 0, 255)
    assert all(pixel[3] == 0 for pixel in pixels[-1])
    assert all(row[-1][3] == 0 for row in pixels)
    assert all(green < 90 for row in pixels for _, green, _, alpha in row if alpha > 200), "no white is left"


def test_a_picture_is_prepared_once_and_anew_when_it_changes(sticker: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert StickerCells(cache).pixels(sticker, 8)[3][3] == (255, 0, 0, 255)
    (kept,) = cache.iterdir()
    keep_ready(kept, bytes((0, 255, 0, 255)) * 64)
    assert StickerCells(cache).pixels(sticker, 8)[3][3] == (0, 255, 0, 255), "it is taken from where it was kept"
    Image.new("RGBA", (512, 512), "blue").save(sticker)
    os.utime(sticker, ns=(1, 1))
    assert StickerCells(cache).pixels(sticker, 8)[3][3] == (0, 0, 255, 255)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("rubbish", [b"", b"cut short", bytes(256), bytes(272), bytes(1 << 25)])
def test_what_was_kept_and_is_not_as_it_was_is_prepared_anew(sticker: Path, tmp_path: Path, rubbish: bytes) -> None:
    first = StickerCells(tmp_path / "cache").pixels(sticker, 8)
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(rubbish)
    assert StickerCells(tmp_path / "cache").pixels(sticker, 8) == first
    assert kept.read_bytes() == whole


def test_a_cache_that_can_not_be_written_only_costs_time(sticker: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert StickerCells(tmp_path / "file").pixels(sticker, 8)


def test_what_is_clear_shows_the_ground() -> None:
    ((seen, half),) = laid_on((((255, 0, 0, 0), (255, 255, 255, 128)),), (10, 20, 30))
    assert seen == (10, 20, 30)
    assert half == (132, 137, 142)


@pytest.mark.parametrize("size", [8, 10, 12])
def test_every_sign_is_told_apart_by_shape_alone(size: int) -> None:
    hue, hole, ground = (255, 255, 255), (0, 0, 0), (90, 90, 90)
    drawn = [sign(status, size, boss=False, hue=hue, hole=hole, ground=ground) for status in Status] + [
        sign(Status.OPEN, size, boss=True, hue=hue, hole=hole, ground=ground)
    ]
    shapes = {tuple(tuple(pixel != (*ground, 255) for pixel in row) for row in pixels) for pixels in drawn}
    inside = {tuple(tuple(pixel for pixel in row) for row in pixels) for pixels in drawn}
    assert len(inside) == len(drawn)
    assert len(shapes) >= len(drawn) - 3, "rings share their outline and differ inside"
    assert all((len(pixels), len(pixels[0])) == (size, size) for pixels in drawn)
