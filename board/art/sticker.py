"""Makes stickers of children's pictures: cut out, whitened, sized for paper and for the screen."""

import math
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image, ImageDraw

from board.art.cells import AIR
from board.art.ink import Drawing, drawing_on, outline_of
from board.art.outline import Circle, Floats, Mask, Pixels, die_cut, distance_to, enclosing_circle
from board.art.paper import Paper, paper_in
from board.mastery.pictures import Box, Cut, Shape

_PIXEL_ART = 64
"""Longest side in px of a picture that is drawn pixel by pixel."""

_FINDING = 640
"""Longest side in px of the copy in which the drawing is looked for."""

_OPAQUE = 128
"""Alpha from which on a pixel belongs to a picture."""

_MAT, _CORNER = 0.04, 0.08
"""Width of a square mat, and radius of its corners, as shares of a side."""

_AIRY = 1.06
"""How much larger than what is drawn a disc of its paper is."""

_STEEP = 4.0
"""How steep the edge of a cut is: soft over about one pixel of the copy it was found in."""

_BORDER, _ROUNDING = 0.035, 0.03
"""Width of the die-cut border, and least radius of its inner corners, as shares of the sticker."""

_SLACK = 1.5
"""Px kept free, so that whole pixels stay inside a circle."""

_INKED = 190
"""Lightest colour, in its darkest part, that is a line."""

_THICKENING = 320
"""Longest side in px of the copy whose lines are thickened."""

_SEEN = 0.9
"""Share of a pixel of the screen that a line covers at least."""


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
    part = _boxed(picture.convert("RGBA"), cut.box)
    if max(picture.size) <= _PIXEL_ART:
        return _pixel_motif(part, cut.shape)
    if cut.shape is Shape.DRAWING and _is_clear(part) and (inside := _solid(part).getbbox()):
        return Motif(part.crop(inside), Shape.DRAWING, exact=False)
    return _photo_motif(_on_white(part), cut.shape)


def _boxed(picture: Image.Image, box: Box) -> Image.Image:
    left, top = (min(round(share * side), side - 1) for share, side in zip(box[:2], picture.size, strict=True))
    right, bottom = (round(share * side) for share, side in zip(box[2:], picture.size, strict=True))
    return picture.crop((left, top, max(left + 1, right), max(top + 1, bottom)))


def _solid(picture: Image.Image) -> Image.Image:
    return picture.getchannel("A").point(lambda alpha: 255 * (alpha >= _OPAQUE))


def _is_clear(picture: Image.Image) -> bool:
    """Say whether some of a picture is transparent."""
    return _solid(picture).getextrema()[0] == 0


def _on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture)
    return white.convert("RGB")


def _pixel_motif(picture: Image.Image, shape: Shape) -> Motif:
    """Cut a picture that is drawn pixel by pixel; its own outline and size stay, so that each pixel stays one."""
    clear = _is_clear(picture)
    if shape is Shape.DRAWING and clear and _solid(picture).getbbox():
        return Motif(picture, Shape.DRAWING, exact=True)
    if shape is Shape.DRAWING and not clear:
        return Motif(picture, Shape.SQUARE, exact=True)
    flat = _on_white(picture)
    if shape is Shape.SQUARE:
        return Motif(_squared(flat).convert("RGBA"), Shape.SQUARE, exact=True)
    round_one = _disc(flat, _middle(flat.size))
    round_one.putalpha(_solid(round_one))
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


def _photo_motif(photo: Image.Image, shape: Shape) -> Motif:
    """Cut a picture without an outline of its own: a photo of a drawing on its paper, or of anything else."""
    view = np.asarray(_at_most(photo, _FINDING))
    paper = paper_in(view)
    if paper is None:
        return _plain_motif(photo, _middle(photo.size), shape)
    drawing = drawing_on(view, paper)
    if shape is Shape.DRAWING and drawing.is_whole:
        return _cut_motif(photo, paper, drawing)
    evened = Image.fromarray(_whitened(np.asarray(photo), paper.light, drawing.dark | ~paper.area))
    around = _middle(photo.size)
    if shape is Shape.DRAWING and drawing.ink.any():
        around = _around(drawing.ink, max(photo.size) / max(view.shape))
    return _plain_motif(evened, around, shape)


def _at_most(picture: Image.Image, side: int) -> Image.Image:
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


def _cut_motif(photo: Image.Image, paper: Paper, drawing: Drawing) -> Motif:
    """Cut a drawing along its outline."""
    outline = cv2.resize(outline_of(drawing.ink).astype(np.float32), photo.size, interpolation=cv2.INTER_LINEAR)
    cut = Image.fromarray(_whitened(np.asarray(photo), paper.light, drawing.ink))
    cut.putalpha(Image.fromarray((np.clip(_STEEP * (outline - 0.5) + 0.5, 0, 1) * 255).astype(np.uint8)))
    return Motif(cut.crop(_solid(cut).getbbox()), Shape.DRAWING, exact=False)


def _whitened(photo: Pixels, light: Floats, coloured: Mask) -> Pixels:
    """Even the light of a photo and make it white but for what is coloured; both may be smaller than the photo."""
    size = photo.shape[1::-1]
    even = np.minimum(photo / cv2.resize(light, size, interpolation=cv2.INTER_LINEAR), 1)
    kept = cv2.GaussianBlur(cv2.dilate(coloured.astype(np.float32), np.ones((3, 3), np.uint8)), (0, 0), 0.7)
    kept = cv2.resize(kept, size, interpolation=cv2.INTER_LINEAR)[..., None]
    return (255.5 - (1 - even) * kept * 255).astype(np.uint8)


def for_paper(motif: Motif, px: int) -> Image.Image:
    """Give a sticker for paper: the motif with a white die-cut border, all of it inside the inscribed circle.

    Args:
        motif: What is on it.
        px: Side of the result in px.
    """
    border = max(1.0, _BORDER * px)
    circle = enclosing_circle(np.asarray(motif.image.getchannel("A")) > 0)
    laid = _laid(motif, circle, px, px / 2 - border - _SLACK)
    edge = die_cut(np.asarray(_solid(laid)) > 0, border, _ROUNDING * px)
    sticker = Image.new("RGBA", (px, px), "white")
    sticker.putalpha(Image.fromarray(edge))
    sticker.alpha_composite(laid)
    return sticker


def _laid(motif: Motif, circle: Circle, px: int, radius: float) -> Image.Image:
    """Lay a motif on a clear square so that the circle around it lies in the middle and has this radius, in px."""
    laid = Image.new("RGBA", (px, px))
    if motif.exact:
        fitted = _exactly(motif.image, radius / circle.radius)
        scale = fitted.width / motif.image.width
        laid.paste(fitted, (round(px / 2 - circle.x * scale), round(px / 2 - circle.y * scale)))
        return laid
    side = math.ceil(2 * circle.radius) + 2
    square = Image.new("RGBA", (side, side))
    square.paste(motif.image, (round(side / 2 - circle.x), round(side / 2 - circle.y)))
    fitted_side = round(side * radius / (circle.radius + _SLACK))
    filtered = Image.Resampling.LANCZOS if fitted_side < side else Image.Resampling.BILINEAR
    fitted = _smoothly(square, fitted_side, filtered)
    laid.paste(fitted, ((px - fitted.width) // 2, (px - fitted.height) // 2))
    return laid


def _exactly(picture: Image.Image, scale: float) -> Image.Image:
    """Enlarge a picture by the whole number within a scale; only what must be smaller is averaged."""
    if scale >= 1:
        return picture.resize((picture.width * int(scale), picture.height * int(scale)), Image.Resampling.NEAREST)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.convert("RGBa").resize(size, Image.Resampling.BOX).convert("RGBA")


def _smoothly(square: Image.Image, side: int, filtered: Image.Resampling) -> Image.Image:
    return square.convert("RGBa").resize((side, side), filtered).convert("RGBA")


def for_screen(motif: Motif, px: int) -> Image.Image:
    """Give a sticker for the screen: without a border, its lines thick enough to be seen, its edges crisp.

    Drawn pixel by pixel, it fills the square where every pixel comes out exact; anything else leaves a pixel of air below
    and right, as starter art does.

    Args:
        motif: What is on it.
        px: Side of the result in px: the width of the cell.
    """
    small = Image.new("RGBA", (px, px))
    if motif.exact:
        across = max(motif.image.size)
        room = px if px % across == 0 or across % px == 0 else px - AIR
        fitted = _exactly(motif.image, room / across)
        small.paste(fitted, ((room - fitted.width) // 2, (room - fitted.height) // 2))
        return small
    side = px - AIR
    seen = _thickened(_at_most(motif.image, _THICKENING), side)
    square = Image.new("RGBA", (max(seen.size), max(seen.size)))
    square.paste(seen, ((square.width - seen.width) // 2, (square.height - seen.height) // 2))
    fitted = _smoothly(square, side, Image.Resampling.BOX)
    fitted.putalpha(fitted.getchannel("A").point(_crisp))
    small.paste(fitted)
    return small


def _crisp(alpha: int) -> int:
    """Steepen a soft edge, a little in favour of the picture."""
    return max(0, min(255, round((alpha - 128) * 2.2 + 150)))


def _thickened(picture: Image.Image, side: int) -> Image.Image:
    """Thicken the lines of a picture that will be so many px wide, so that they are not lost."""
    pixel = max(picture.size) / side
    room = int(pixel) + 1
    pixels = np.pad(np.asarray(picture), ((room, room), (room, room), (0, 0)))
    ink = (pixels[..., 3] >= _OPAQUE) & (pixels[..., :3].min(-1) < _INKED)
    if not ink.any():
        return picture
    thickness = 4 * float(distance_to(~ink)[ink].mean())
    reach = (_SEEN * pixel - thickness) / 2
    if reach < 1:
        return picture
    away, nearest = cv2.distanceTransformWithLabels(
        (~ink).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    colours = np.zeros((nearest.max() + 1, 4), np.uint8)
    colours[nearest[ink]] = cv2.merge((cv2.erode(pixels[..., :3], np.ones((3, 3), np.uint8)), pixels[..., 3]))[ink]
    thick = Image.fromarray(np.where((away <= reach)[..., None], colours[nearest], pixels))
    return thick.crop(_solid(thick).getbbox())
