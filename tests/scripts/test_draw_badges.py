import io
import math
import re
from itertools import combinations
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageChops, ImageStat

from scripts.draw_badges.gallery import GALLERY
from scripts.draw_badges.sheet import save_sheet
from scripts.draw_badges.sticker import png

HOME = Path(__file__).parents[2] / "assets" / "badges"
WANTED = {"steps/playful": 20, "steps/crest": 20, "emblems/playful": 15, "emblems/crest": 15}
FILES = sorted(HOME.rglob("*.png"))
ACROSS = np.arange(512) - 255.5
FROM_MIDDLE = np.hypot(ACROSS[:, None], ACROSS[None, :])
"""How far each pixel is from the middle of a badge, in px."""
TINY = (12, 12)


def _name(file: Path) -> str:
    return file.relative_to(HOME).with_suffix("").as_posix()


def _open(file: Path) -> Image.Image:
    return Image.open(file).convert("RGBA")


def _outline(file: Path) -> bytes:
    return _open(file).getchannel("A").resize(TINY, Image.Resampling.BOX).tobytes()


def _grey(file: Path, ground: str) -> bytes:
    paper = Image.new("RGBA", (512, 512), ground)
    paper.alpha_composite(_open(file))
    return paper.convert("L").resize(TINY, Image.Resampling.BOX).tobytes()


def _cells_apart(one: bytes, other: bytes) -> float:
    """How many of the 144 cells would have to be switched over to turn one picture into the other."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / 255


def _nearest(pictures: dict[str, bytes]) -> tuple[float, str, str]:
    return min((_cells_apart(pictures[a], pictures[b]), a, b) for a, b in combinations(sorted(pictures), 2))


def test_every_folder_holds_what_is_drawn() -> None:
    assert {folder: len(drawings) for folder, drawings in GALLERY.items()} == WANTED
    drawn = {f"{folder}/{name}" for folder, drawings in GALLERY.items() for name in drawings}
    assert {_name(file) for file in FILES} == drawn


def test_names_are_plain_and_used_once() -> None:
    names = [file.stem for file in FILES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)?", name) for name in names)


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_a_badge_fills_its_circle_and_stays_inside(file: Path) -> None:
    badge = _open(file)
    assert badge.size == (512, 512)
    assert file.stat().st_size <= 20_000
    alpha = np.asarray(badge)[..., 3]
    assert 225 <= FROM_MIDDLE[alpha > 0].max() <= 252
    assert (alpha > 127).sum() >= 0.35 * math.pi * 252**2


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_a_white_border_runs_all_round(file: Path) -> None:
    badge = np.asarray(_open(file))
    shape = (badge[..., 3] > 127).astype(np.uint8)
    outer, inner = (cv2.erode(shape, np.ones((px, px), np.uint8)) for px in (17, 19))
    around = badge[outer > inner]
    assert len(around) > 1000
    assert (around == 255).all(1).mean() > 0.97  # seams may show where two borders meet


@pytest.mark.parametrize("folder", WANTED)
def test_outlines_differ_within_a_folder(folder: str) -> None:
    assert _nearest({_name(file): _outline(file) for file in (HOME / folder).iterdir()}) > (12.0,)


@pytest.mark.parametrize("kind", ["steps", "emblems"])
def test_outlines_differ_across_both_styles(kind: str) -> None:
    assert _nearest({_name(file): _outline(file) for file in (HOME / kind).rglob("*.png")}) > (10.0,)


@pytest.mark.parametrize("kind", ["steps", "emblems"])
@pytest.mark.parametrize("ground", ["#ffffff", "#1c2530"])
def test_grey_pictures_differ(kind: str, ground: str) -> None:
    assert _nearest({_name(file): _grey(file, ground) for file in (HOME / kind).rglob("*.png")}) > (8.5,)


@pytest.mark.parametrize("folder", WANTED)
def test_drawing_again_gives_the_file(folder: str) -> None:
    name, drawing = next(iter(GALLERY[folder].items()))
    again = Image.open(io.BytesIO(png(drawing))).convert("RGBA")
    off = ImageStat.Stat(ImageChops.difference(again, _open(HOME / folder / f"{name}.png"))).mean
    assert max(off) < 1, "more than another version of the renderer would change"


def test_the_sheet_shows_all_badges(tmp_path: Path) -> None:
    save_sheet(HOME, tmp_path / "sheet.png")
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.width > 14 * 128
        assert sheet.height > 5 * 5 * 128
