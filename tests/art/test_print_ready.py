import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, JpegImagePlugin

from board.art.print_ready import print_ready
from board.art.ready_files import found_ready, keep_ready


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    picture = Image.new("RGBA", (512, 512), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((56, 56, 456, 456), fill=(200, 30, 60, 255))
    path = tmp_path / "badge.png"
    picture.save(path)
    return path


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg))


def pixel(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    return tuple(picture.crop((x, y, x + 1, y + 1)).tobytes())


def test_a_picture_comes_out_square_on_white(badge: Path) -> None:
    ready = opened(print_ready(badge, 128))
    assert (ready.format, ready.mode, ready.size) == ("JPEG", "RGB", (128, 128))
    assert pixel(ready, 2, 2) == pytest.approx((255, 255, 255), abs=4)
    assert pixel(ready, 64, 64) == pytest.approx((200, 30, 60), abs=6)


def test_colours_are_kept_at_full_sharpness(badge: Path) -> None:
    assert JpegImagePlugin.get_sampling(opened(print_ready(badge))) == 0


def test_a_picture_that_is_not_square_gets_white_sides(tmp_path: Path) -> None:
    Image.new("RGB", (100, 50), "black").save(tmp_path / "wide.png")
    ready = opened(print_ready(tmp_path / "wide.png", 64))
    assert pixel(ready, 32, 4) == pytest.approx((255, 255, 255), abs=9)
    assert pixel(ready, 32, 32) == pytest.approx((0, 0, 0), abs=9)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_png_is_taken(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (40, 40)).save(tmp_path / "any.png")
    assert opened(print_ready(tmp_path / "any.png", 32)).size == (32, 32)


def test_the_cache_answers_for_the_same_content_and_size_only(badge: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = print_ready(badge, 64, cache)
    assert [path.suffix for path in cache.iterdir()] == [".jpg"]
    marked = first[:-2] + b"kept\xff\xd9"
    keep_ready(next(cache.iterdir()), marked)
    assert print_ready(badge, 64, cache) == marked
    assert opened(print_ready(badge, 32, cache)).size == (32, 32)
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xd8 cut short", b"not a picture", b"\xff\xd8 spoilt inside \xff\xd9"])
def test_a_broken_cache_is_mended(badge: Path, tmp_path: Path, rubbish: bytes) -> None:
    cache = tmp_path / "cache"
    good = print_ready(badge, 64, cache)
    kept = next(cache.iterdir())
    kept.write_bytes(rubbish)
    assert print_ready(badge, 64, cache) == good
    assert found_ready(kept) == good


def test_an_unwritable_cache_only_costs_time(badge: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert print_ready(badge, 64, tmp_path / "file") == print_ready(badge, 64)
    assert print_ready(badge, 64, tmp_path / "file" / "deeper") == print_ready(badge, 64)


def test_a_picture_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "not.png").write_text("no picture")
    with pytest.raises(OSError, match="cannot identify"):
        print_ready(tmp_path / "not.png")
