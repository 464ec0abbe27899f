"""Makes stickers of what was cut from children's pictures, sized for paper and for the screen."""

import math

import cv2
import numpy as np
from PIL import Image, ImageFilter

from board.art.cells import AIR
from board.art.motif import OPAQUE, Motif, at_most, solid
from board.art.photo.outline import Circle, die_cut, distance_to, enclosing_circle

_BORDER, _ROUNDING = 0.035, 0.03
"""Width of the die-cut border, and least radius of its inner corners, as shares of the sticker."""

_HAIR, _PALE = 0.006, "#C9D3DC"
"""Width, as a share of the sticker, and colour of the line around what is drawn pixel by pixel."""

_DIAGONAL = 2.0
"""How much farther a square line reaches at a corner than at a side, with whole pixels, at the most."""

_SLACK = 1.5
"""Px kept free, so that whole pixels stay inside a circle."""

_INKED = 190
"""Lightest colour, in its darkest part, that is a line."""

_THICKENING = 320
"""Longest side in px of the copy whose lines are thickened."""

_SEEN = 0.9
"""Share of a pixel of the screen that a line covers at least."""


def for_paper(motif: Motif, px: int) -> Image.Image:
    """Give a sticker for paper: the motif with a white die-cut border, all of it inside the inscribed circle.

    Args:
        motif: What is on it.
        px: Side of the result in px.
    """
    border = max(1.0, _BORDER * px)
    circle = enclosing_circle(np.asarray(motif.image.getchannel("A")) > 0)
    line = max(1, round(_HAIR * px)) if motif.exact else 0
    laid = _laid(motif, circle, px, px / 2 - border - _SLACK - _DIAGONAL * line)
    if line:
        laid = _outlined(laid, line)
    seen = np.asarray(solid(laid)) > 0
    if not seen.any():  # a hair of a drawing, too thin to be solid at this size
        seen = np.asarray(laid.getchannel("A")) > 0
    edge = die_cut(seen, border, _ROUNDING * px)
    sticker = Image.new("RGBA", (px, px), "white")
    sticker.putalpha(Image.fromarray(edge))
    sticker.alpha_composite(laid)
    return sticker


def _outlined(laid: Image.Image, width: int) -> Image.Image:
    """Draw a pale line around a drawing, so that what is white in it is seen on white paper."""
    line = Image.new("RGBA", laid.size, _PALE)
    line.putalpha(solid(laid).filter(ImageFilter.MaxFilter(2 * width + 1)))
    line.alpha_composite(laid)
    return line


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
    seen = _thickened(at_most(motif.image, _THICKENING), side)
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
    ink = (pixels[..., 3] >= OPAQUE) & (pixels[..., :3].min(-1) < _INKED)
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
    return thick.crop(solid(thick).getbbox())
