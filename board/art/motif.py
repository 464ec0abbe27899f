"""Cuts what goes on a sticker from a child's picture: the drawing without its paper, a disc, or the whole on a square."""

from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image, ImageDraw

from board.art.photo.ink import Drawing, drawing_on, outline_of
from board.art.photo.outline import Circle, Floats, Mask, Pixels, enclosing_circle
from board.art.photo.paper import Paper, paper_in
from board.mastery.pictures import Box, Cut, Shape

_PIXEL_ART = 64
"""Longest side in px of a picture that is drawn pixel by pixel."""

_FINDING = 640
"""Longest side in px of the copy in which the drawing is looked for."""

OPAQUE = 128
"""Alpha from which on a pixel belongs to a picture."""

_MAT, _CORNER = 0.04, 0.08
"""Width of a square mat, and radius of its corners, as shares of a side."""

_AIRY = 1.06
"""How much larger than what is drawn a disc of its paper is."""

_AS_MUCH = 0.95
"""Share of a part of a drawing that must be found when only that part is looked at."""

_STEEP = 4.0
"""How steep the edge of a cut is: soft over about one pixel of the copy it was found in."""


class Motif(NamedTuple):
    """What is left of a picture for its sticker, still without a border.

    Attributes:
        image: The picture with its outline, trimmed to it; paper inside the outline is white and opaque.
        shape: How it was really cut: a drawing that would lose ink is cut round.
        exact: Whether it is drawn pixel by pixel: it is enlarged by whole numbers only, and never smoothed.
    """

    image: Image.Image
    shape: Shape
    exact: bool


def motif_of(picture: Image.Image, cut: Cut) -> Motif:
    """Cut what goes on a sticker from a picture.

    Args:
        picture: Upright, of any mode, at most about 1000 px wide and high.
        cut: The part that is used, and how it is cut.
    """
    whole = picture.convert("RGBA")
    part = _boxed(whole, cut.box)
    if max(picture.size) <= _PIXEL_ART:
        return _pixel_motif(part, cut.shape)
    if cut.shape is Shape.DRAWING:
        if _is_clear(part) and solid(part).getbbox():
            return _trimmed(part)
        if part.size != whole.size and (found := _part_of_drawing(_on_white(whole), cut.box)) is not None:
            return _trimmed(found)
    return _photo_motif(_on_white(part), cut.shape)


def _trimmed(cut: Image.Image) -> Motif:
    return Motif(cut.crop(solid(cut).getbbox()), Shape.DRAWING, exact=False)


def _part_of_drawing(photo: Image.Image, box: Box) -> Image.Image | None:
    """Cut a part of a drawing that is found in all of its photo: its frame may go right through it.

    Looked for in the part alone, a drawing that is meant whole may come out cleaner; that one is taken where it holds as
    much. None when the photo as a whole holds no drawing there.
    """
    found = _found(photo)
    if found is None or not found.drawing.is_whole:
        return None
    through = _boxed(_cut_out(photo, found), box)
    wanted = np.asarray(solid(through)) > 0
    if not wanted.any():
        return None
    part = _boxed(photo, box)
    found = _found(part)
    if found is not None and found.drawing.is_whole:
        alone = _cut_out(part, found)
        if (wanted & (np.asarray(solid(alone)) > 0)).sum() >= _AS_MUCH * wanted.sum():
            return alone
    return through


def _boxed(picture: Image.Image, box: Box) -> Image.Image:
    left, top = (min(round(share * side), side - 1) for share, side in zip(box[:2], picture.size, strict=True))
    right, bottom = (round(share * side) for share, side in zip(box[2:], picture.size, strict=True))
    return picture.crop((left, top, max(left + 1, right), max(top + 1, bottom)))


def solid(picture: Image.Image) -> Image.Image:
    """Give where a picture is opaque: 255 there, else 0."""
    return picture.getchannel("A").point(lambda alpha: 255 * (alpha >= OPAQUE))


def _is_clear(picture: Image.Image) -> bool:
    """Say whether some of a picture is transparent."""
    return solid(picture).getextrema()[0] == 0


def _on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture)
    return white.convert("RGB")


def _pixel_motif(picture: Image.Image, shape: Shape) -> Motif:
    """Cut a picture that is drawn pixel by pixel; its own outline and size stay, so that each pixel stays one."""
    clear = _is_clear(picture)
    if shape is Shape.DRAWING and clear and solid(picture).getbbox():
        return Motif(picture, Shape.DRAWING, exact=True)
    if shape is Shape.DRAWING and not clear:
        return Motif(picture, Shape.SQUARE, exact=True)
    flat = _on_white(picture)
    if shape is Shape.SQUARE:
        return Motif(_squared(flat).convert("RGBA"), Shape.SQUARE, exact=True)
    round_one = _disc(flat, _middle(flat.size))
    round_one.putalpha(solid(round_one))
    return Motif(round_one, Shape.ROUND, exact=True)


def _squared(picture: Image.Image, mat: int = 0) -> Image.Image:
    """Lay a picture on a white square, with a mat of so many px around its long side."""
    side = max(picture.size) + 2 * mat
    square = Image.new("RGB", (side, side), "white")
    square.paste(picture, ((side - picture.width) // 2, (side - picture.height) // 2))
    return square


def _middle(size: tuple[int, int]) -> Circle:
    return Circle(size[0] / 2, size[1] / 2, min(size) / 2)


def _disc(picture: Image.Image, circle: Circle) -> Image.Image:
    """Give a disc of a picture; where it reaches beyond, it is white."""
    side = max(1, round(2 * circle.radius))
    disc = Image.new("RGB", (side, side), "white")
    disc.paste(picture, (round(side / 2 - circle.x), round(side / 2 - circle.y)))
    ends = np.arange(side) - (side - 1) / 2
    alpha = np.clip(side / 2 - np.hypot(ends[:, None], ends[None, :]) + 0.5, 0, 1) * 255
    disc.putalpha(Image.fromarray(alpha.astype(np.uint8)))
    return disc


class _Found(NamedTuple):
    """What was found in a photo: the paper, and what is drawn on it."""

    paper: Paper
    drawing: Drawing


def _found(photo: Image.Image) -> _Found | None:
    view = np.asarray(at_most(photo, _FINDING))
    paper = paper_in(view)
    return None if paper is None else _Found(paper, drawing_on(view, paper))


def _photo_motif(photo: Image.Image, shape: Shape) -> Motif:
    """Cut a picture without an outline of its own: a photo of a drawing on its paper, or of anything else."""
    found = _found(photo)
    if found is None:
        return _plain_motif(photo, _middle(photo.size), shape)
    paper, drawing = found
    if shape is Shape.DRAWING and drawing.is_whole:
        return _trimmed(_cut_out(photo, found))
    evened = Image.fromarray(_whitened(np.asarray(photo), paper.light, drawing.dark | ~paper.area))
    around = _middle(photo.size)
    if shape is Shape.DRAWING and drawing.ink.any():
        around = _around(drawing.ink, max(photo.size) / max(drawing.ink.shape))
    return _plain_motif(evened, around, shape)


def at_most(picture: Image.Image, side: int) -> Image.Image:
    """Give a picture with sides of at most so many px."""
    if max(picture.size) <= side:
        return picture
    scale = side / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    small = picture.convert("RGBa") if picture.mode == "RGBA" else picture
    return small.resize(size, Image.Resampling.BOX).convert(picture.mode)


def _plain_motif(picture: Image.Image, around: Circle, shape: Shape) -> Motif:
    """Give a disc of a picture, or all of it on a square mat."""
    if shape is not Shape.SQUARE:
        return Motif(_disc(picture, around), Shape.ROUND, exact=False)
    square = _squared(picture, round(_MAT * max(picture.size)) + 1)
    corners = Image.new("L", square.size)
    ImageDraw.Draw(corners).rounded_rectangle((0, 0, square.width - 1, square.height - 1), _CORNER * square.width, 255)
    square.putalpha(corners)
    return Motif(square, Shape.SQUARE, exact=False)


def _around(ink: Mask, scale: float) -> Circle:
    """Give the circle around all ink, with a little air, in a picture so many times larger."""
    circle = enclosing_circle(ink)
    return Circle(circle.x * scale, circle.y * scale, circle.radius * scale * _AIRY)


def _cut_out(photo: Image.Image, found: _Found) -> Image.Image:
    """Give a photo in which only what lies inside the outline of the drawing is opaque."""
    paper, drawing = found
    outline = cv2.resize(outline_of(drawing.ink).astype(np.float32), photo.size, interpolation=cv2.INTER_LINEAR)
    cut = Image.fromarray(_whitened(np.asarray(photo), paper.light, drawing.ink))
    cut.putalpha(Image.fromarray((np.clip(_STEEP * (outline - 0.5) + 0.5, 0, 1) * 255).astype(np.uint8)))
    return cut


def _whitened(photo: Pixels, light: Floats, coloured: Mask) -> Pixels:
    """Even the light of a photo and make it white but for what is coloured; both may be smaller than the photo."""
    size = photo.shape[1::-1]
    even = np.minimum(photo / cv2.resize(light, size, interpolation=cv2.INTER_LINEAR), 1)
    kept = cv2.GaussianBlur(cv2.dilate(coloured.astype(np.float32), np.ones((3, 3), np.uint8)), (0, 0), 0.7)
    kept = cv2.resize(kept, size, interpolation=cv2.INTER_LINEAR)[..., None]
    return (255.5 - (1 - even) * kept * 255).astype(np.uint8)
