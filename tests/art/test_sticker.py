import io
import math
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from board.art.cells import AIR
from board.art.motif import Motif, motif_of
from board.art.sticker import for_paper, for_screen
from board.mastery.pictures import WHOLE_DRAWING, Cut, Shape
from photos import HEIGHT, SCENES, WIDTH, photo

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

KEEP_PAPER = ["hill cut off by the frame"]
PENCIL = [name for name in SCENES if name.startswith(("pencil", "cat"))]
CUTS = st.builds(
    Cut,
    st.sampled_from(Shape),
    st.sampled_from([(0.0, 0.0, 1.0, 1.0), (0.0, 0.0, 0.02, 0.02), (0.3, 0.1, 0.9, 0.5), (0.98, 0.98, 1.0, 1.0)]),
)


class Kept(NamedTuple):
    """The ink of a photo that its motif shows, and how large the motif is beside what is drawn."""

    motif: Motif
    inside: float
    coloured: float
    spread: float


@cache
def kept(name: str) -> Kept:
    """Cut a photo, and lay the truth over the motif where it fits best."""
    picture, ink = photo(name)
    motif = motif_of(picture, WHOLE_DRAWING)
    pixels = np.asarray(motif.image)
    opaque = pixels[..., 3] > 127
    room = max(0, max(opaque.shape) - HEIGHT)
    truth = np.pad(ink, room).astype(np.float32)
    coloured = opaque & (pixels[..., :3].min(-1) < 235)
    fits = cv2.matchTemplate(truth, coloured.astype(np.float32), cv2.TM_CCOEFF_NORMED)
    down, right = np.unravel_index(fits.argmax(), fits.shape)
    there = truth[down : down + opaque.shape[0], right : right + opaque.shape[1]] > 0
    inside, inked = ((there & part).sum() / ink.sum() for part in (opaque, coloured))
    return Kept(motif, inside, inked, opaque.sum() / outlined(ink).sum())


def outlined(ink: Mask) -> Mask:
    """What a careful pair of scissors would cut out."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (35, 35))
    whole = cv2.morphologyEx(np.pad(ink.astype(np.uint8), 40), cv2.MORPH_CLOSE, disc)
    outlines, _ = cv2.findContours(whole, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return cv2.drawContours(whole, outlines, -1, 1, cv2.FILLED) > 0


def pieces(alpha: Pixels) -> int:
    return cv2.connectedComponents((alpha > 127).astype(np.uint8))[0] - 1


def from_middle(px: int) -> NDArray[np.float64]:
    ends = np.arange(px) - (px - 1) / 2
    return np.sqrt(ends[:, None] ** 2 + ends[None, :] ** 2)


def spread_of(amounts: NDArray[np.float64]) -> float:
    places = np.arange(len(amounts))
    middle = np.average(places, weights=amounts)
    return math.sqrt(float(np.average((places - middle) ** 2, weights=amounts)))


def painted(size: tuple[int, int], seed: int, *, clear: bool) -> Image.Image:
    """A picture of a few flat colours, some of them transparent where that is asked for."""
    chance = np.random.default_rng(seed)
    colours = chance.integers(0, 256, (4, 4), dtype=np.uint8)
    colours[:, 3] = chance.choice([0, 90, 255], 4) if clear else 255
    few = chance.integers(0, 4, (max(1, size[1] // 3), max(1, size[0] // 3)))
    return Image.fromarray(colours[few]).resize(size, Image.Resampling.NEAREST)


def pixel_art(side: int) -> Image.Image:
    chance = np.random.default_rng(side)
    pixels = chance.integers(0, 256, (side, side, 4), dtype=np.uint8)
    pixels[..., 3] = np.where(chance.random((side, side)) < 0.3, 0, 255)
    return Image.fromarray(pixels)


@pytest.mark.parametrize("name", SCENES)
def test_no_ink_is_lost_from_a_photo(name: str) -> None:
    assert kept(name).inside >= 0.99
    assert kept(name).coloured >= 0.98, "and none of it is whitened"


@pytest.mark.parametrize("name", SCENES)
def test_a_drawing_is_cut_out_without_dirt_table_or_shadow(name: str) -> None:
    assert kept(name).motif.shape is (Shape.ROUND if name in KEEP_PAPER else Shape.DRAWING)
    assert kept(name).spread < (2 if name in KEEP_PAPER else 1.35)


@pytest.mark.parametrize("name", ["yellow rings under a phone", "house in a hard shadow"])
def test_yellow_stays_yellow_in_a_shadow(name: str) -> None:
    colours = np.asarray(kept(name).motif.image).astype(int)
    yellow = (colours[..., 0] > 190) & (colours[..., 1] > 150) & (colours[..., 2] < 130) & (colours[..., 3] > 127)
    assert yellow.sum() > 3000


def test_paper_inside_the_outline_is_white() -> None:
    face = np.asarray(kept("face in warm light").motif.image)
    forehead = face[face.shape[0] // 8 : face.shape[0] // 5, face.shape[1] * 2 // 5 : face.shape[1] * 3 // 5]
    assert (forehead == 255).all()


@pytest.mark.parametrize("name", ["rain in small parts", "letters on creased paper", "child on dark wood"])
def test_a_sticker_for_paper_is_one_white_edged_piece_in_its_circle(name: str) -> None:
    motif = kept(name).motif
    sticker = np.asarray(for_paper(motif, 256))
    assert sticker.shape == (256, 256, 4)
    assert pieces(sticker[..., 3]) == 1
    assert not sticker[from_middle(256) > 128, 3].any()
    assert from_middle(256)[sticker[..., 3] > 127].max() > 122, "it is as big as can be"
    solid = (sticker[..., 3] > 250).astype(np.uint8)
    edge = (solid > 0) & (cv2.erode(solid, np.ones((5, 5), np.uint8)) == 0)
    assert sticker[edge, :3].min() > 200


@pytest.mark.parametrize("name", PENCIL)
@pytest.mark.parametrize("px", [8, 10, 12])
def test_a_pencil_line_is_still_seen_in_a_cell(name: str, px: int) -> None:
    pixels = np.asarray(for_screen(kept(name).motif, px)).astype(int)
    grey = pixels[..., :3].mean(-1)[pixels[..., 3] > 200]
    assert grey.min() < 175
    assert (grey < 200).sum() >= px, "not a dot or two, but lines"


@pytest.mark.parametrize("px", [8, 10, 12, 24, 48])
def test_a_sticker_for_the_screen_fills_its_cell_but_for_the_air(px: int) -> None:
    alpha = np.asarray(for_screen(kept("face in warm light").motif, px))[..., 3]
    assert alpha.shape == (px, px)
    assert alpha[: px - AIR, : px - AIR].any(0).sum() > 0.85 * (px - AIR)
    assert alpha[: px - AIR, : px - AIR].any(1).all()
    assert not alpha[px - AIR :].any()
    assert not alpha[:, px - AIR :].any()


def test_a_pixel_drawing_is_exact_on_the_screen() -> None:
    small, fine = pixel_art(12), pixel_art(24)
    assert for_screen(motif_of(small, WHOLE_DRAWING), 12).tobytes() == small.tobytes()
    doubled = small.resize((24, 24), Image.Resampling.NEAREST)
    assert for_screen(motif_of(small, WHOLE_DRAWING), 24).tobytes() == doubled.tobytes()
    halved = np.asarray(for_screen(motif_of(fine, WHOLE_DRAWING), 12)).astype(int)
    assert abs(halved[..., 3] - np.asarray(fine)[..., 3].reshape(12, 2, 12, 2).mean((1, 3))).max() <= 1
    whole = np.asarray(fine).reshape(12, 2, 12, 2, 4)
    solid = (whole[..., 3] == 255).all((1, 3))
    assert solid.any()
    assert abs(halved[solid] - whole.mean((1, 3))[solid]).max() <= 1


@pytest.mark.parametrize("px", [128, 256, 500])
def test_a_pixel_drawing_is_crisp_on_paper(px: int) -> None:
    art = Image.new("RGBA", (12, 12))
    art.paste("#d62e34", (1, 2, 11, 10))
    art.putpixel((5, 5), (20, 40, 200, 255))
    sticker = np.asarray(for_paper(motif_of(art, WHOLE_DRAWING), px))
    colours = {tuple(colour) for colour in sticker[sticker[..., 3] == 255, :3].tolist()}
    assert colours == {(214, 46, 52), (20, 40, 200), (255, 255, 255), (201, 211, 220)}  # and the pale line around it
    blue = np.argwhere((sticker == (20, 40, 200, 255)).all(-1))
    side = np.ptp(blue, 0) + 1
    assert side[0] == side[1] > px // 20
    assert len(blue) == side[0] ** 2


def test_what_is_white_in_a_pixel_drawing_is_seen_on_white_paper() -> None:
    art = Image.new("RGBA", (12, 12))
    art.paste("white", (3, 3, 9, 9))
    sticker = np.asarray(for_paper(motif_of(art, WHOLE_DRAWING), 256))
    assert (sticker == (201, 211, 220, 255)).all(-1).sum() > 100


def test_a_small_picture_without_clear_parts_stays_a_square() -> None:
    art = painted((24, 24), 3, clear=False)
    motif = motif_of(art, WHOLE_DRAWING)
    assert (motif.shape, motif.exact) == (Shape.SQUARE, True)
    assert motif.image.tobytes() == art.tobytes()


def test_a_picture_with_clear_parts_keeps_its_own_outline() -> None:
    art = Image.new("RGBA", (300, 200))
    ImageDraw.Draw(art).polygon([(50, 20), (250, 100), (80, 180)], "#2577bd")
    motif = motif_of(art, WHOLE_DRAWING)
    assert motif.shape is Shape.DRAWING
    assert motif.image.size == (201, 161)
    assert motif.image.getpixel((200, 0)) == (0, 0, 0, 0)
    assert motif.image.getpixel((40, 80)) == (37, 119, 189, 255)
    assert motif_of(art, Cut(Shape.ROUND)).image.getpixel((100, 100)) == (37, 119, 189, 255)


@pytest.mark.parametrize("size", [(12, 12), (300, 200)])
@pytest.mark.parametrize("colour", [(0, 0, 0, 0), (255, 255, 255, 255)])
def test_an_empty_picture_is_a_round_of_paper(size: tuple[int, int], colour: tuple[int, ...]) -> None:
    motif = motif_of(Image.new("RGBA", size, colour), WHOLE_DRAWING)
    assert motif.shape is (Shape.SQUARE if size == (12, 12) and colour[3] else Shape.ROUND)
    sticker = np.asarray(for_paper(motif, 64))
    assert (sticker[20:44, 20:44] == 255).all()


def test_a_photo_of_no_paper_keeps_its_colours_and_is_cut_round() -> None:
    board = Image.new("RGB", (400, 300), (34, 60, 44))
    ImageDraw.Draw(board).ellipse((140, 90, 260, 210), outline="white", width=12)
    motif = motif_of(board, WHOLE_DRAWING)
    assert motif.shape is Shape.ROUND
    assert motif.image.size == (300, 300)
    assert motif.image.getpixel((150, 150)) == (34, 60, 44, 255)
    assert motif.image.getpixel((2, 2)) == (34, 60, 44, 0)


def test_a_clean_drawing_of_another_program_is_cut_out() -> None:
    art = Image.new("RGB", (500, 400), "white")
    ImageDraw.Draw(art).ellipse((150, 100, 350, 300), "#ffe25a", "black", 5)
    motif = motif_of(art, WHOLE_DRAWING)
    assert motif.shape is Shape.DRAWING
    assert motif.image.size == pytest.approx((201, 201), abs=6)
    middle = (motif.image.width // 2, motif.image.height // 2)
    assert motif.image.getpixel(middle) == pytest.approx((255, 226, 90, 255), abs=1)


def test_the_paper_can_be_kept_and_is_evened() -> None:
    picture = photo("house in a hard shadow").picture
    disc = motif_of(picture, Cut(Shape.ROUND))
    assert (disc.shape, disc.image.size) == (Shape.ROUND, (HEIGHT, HEIGHT))
    assert disc.image.getpixel((HEIGHT // 2, 20)) == (255, 255, 255, 255)
    square = motif_of(picture, Cut(Shape.SQUARE))
    assert square.shape is Shape.SQUARE
    assert square.image.width == square.image.height > WIDTH
    assert square.image.getpixel((square.image.width // 2, square.image.height // 2 - 250)) == (255, 255, 255, 255)


def test_only_the_chosen_part_is_cut() -> None:
    picture = Image.new("RGB", (600, 400), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((60, 120, 200, 260), "#d62e34")
    pen.ellipse((400, 120, 540, 260), "#2577bd")
    motif = motif_of(picture, Cut(box=(0.5, 0.0, 1.0, 1.0)))
    assert motif.image.size == pytest.approx((141, 141), abs=6)
    assert motif.image.getpixel((70, 70)) == pytest.approx((37, 119, 189, 255), abs=1)


@settings(max_examples=20)  # a picture is stretched by every size or by none
@given(st.integers(90, 400), st.integers(90, 400), st.sampled_from([24, 48, 128, 255]))
def test_nothing_is_stretched(width: int, height: int, px: int) -> None:
    across = min(width, height) - 40
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).ellipse((20, 20, 20 + across, 20 + across), "#2577bd")
    motif = motif_of(picture, WHOLE_DRAWING)
    for sticker in (for_paper(motif, px), for_screen(motif, px)):
        pixels = np.asarray(sticker).astype(float)
        blue = (255 - pixels[..., 0]) * (pixels[..., 3] > 127)
        assert spread_of(blue.sum(1)) == pytest.approx(spread_of(blue.sum(0)), rel=0.02)


@given(st.integers(1, 100), st.integers(1, 100), st.integers(0, 999), st.booleans(), CUTS)
@example(34, 64, 0, False, WHOLE_DRAWING)
@example(94, 1, 2, True, WHOLE_DRAWING)
def test_any_picture_gives_a_sticker(width: int, height: int, seed: int, clear: bool, cut: Cut) -> None:
    motif = motif_of(painted((width, height), seed, clear=clear), cut)
    assert motif.image.mode == "RGBA"
    assert np.asarray(motif.image)[..., 3].max() > 127
    assert motif.exact is (max(width, height) <= 64)
    assert motif.shape is cut.shape or cut.shape is Shape.DRAWING
    sticker = np.asarray(for_paper(motif, 60))
    assert pieces(sticker[..., 3]) == 1
    assert not sticker[from_middle(60) > 30, 3].any()
    assert for_screen(motif, 8).size == (8, 8)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "CMYK"])
def test_pictures_of_every_mode_are_cut(mode: str) -> None:
    art = Image.new("RGB", (200, 150), "white")
    ImageDraw.Draw(art).rectangle((60, 40, 120, 100), "black")
    motif = motif_of(art.convert(mode), WHOLE_DRAWING)
    assert motif.shape is Shape.DRAWING
    assert motif.image.size == pytest.approx((61, 61), abs=6)


def test_the_same_picture_always_gives_the_same_sticker() -> None:
    name = "flower on a cloth"
    file = io.BytesIO()
    photo(name).picture.save(file, "PNG")
    again = motif_of(Image.open(file), WHOLE_DRAWING)
    assert for_paper(again, 128).tobytes() == for_paper(kept(name).motif, 128).tobytes()
