"""Finds the paper in a photo of a drawing, and the light on it."""

from typing import NamedTuple

import cv2
import numpy as np

from board.art.photo.outline import Floats, Mask, Pixels, convex, grown

_STROKE = 0.03
"""Width of the widest stroke that is looked through to the paper below, as a share of the picture's long side."""

_THUMB = 4
"""How many pixels of the picture one pixel is while the paper is looked for."""

_HUES = 64
_HUE_SPAN = 1.6
"""Bins, and their span, of the logarithms of red to green and of blue to green."""

_SAME_HUE = 0.13
"""How far the paper's hue may be off in a corner of the room or in a shadow; pale crayon is twice as far off."""

_STRONGEST_HUE = 0.4
"""How far from grey the hue of paper is at most, in the light of any lamp."""

_DEEPEST_SHADOW = 0.22
"""Share of the paper's brightness that is left in the deepest shadow."""

_SMALLEST = 0.12
"""Share of a picture the paper must have, so that the picture counts as one of a paper."""

_GLOW, _FEW = 1.3, 0.02
"""How many times brighter than the paper nothing on it is, but for a small share of the picture."""

_AROUND, _BRIGHTER = (4, 14), 1.15
"""From how many to how many px around it, and how many times, all is brighter than what is no paper."""

_NARROWEST = 0.07
"""Share of the picture's long side that paper is wide everywhere; what is narrower is a pattern of the table."""

_DOT, _DARK_DOT = 9, 0.5
"""Width in px of the thumbnail, and share of the brightness around it, of what is a dot rather than a shadow."""

_SPOT = 0.01
"""Share of the picture that bare paper has in one part; what is smaller may be drawn."""

_ENOUGH = 0.05
"""Share of bare paper around a point that is enough to tell its light."""

_FARTHER = (5, 15, 45, 135, 405)
"""Px of the thumbnail from how far, and then farther, the light under what is drawn is taken."""


class Paper(NamedTuple):
    """The paper in a picture.

    Attributes:
        light: Colour that bare paper has at each pixel, 1 to 255.
        area: Where the paper lies: a convex shape, cut off by the frame or not.
    """

    light: Floats
    area: Mask


def paper_in(picture: Pixels) -> Paper | None:
    """Find the paper in a picture; None where nothing looks like paper.

    Args:
        picture: Rows of red, green and blue, at most about 700 px wide and high.
    """
    base = _without_strokes(picture)
    height, width = (max(1, side // _THUMB) for side in picture.shape[:2])
    thumb = np.asarray(cv2.resize(base, (width, height), interpolation=cv2.INTER_AREA), np.float32)
    bare = _bare(thumb)
    area = _sheet(bare)
    if (bare & area).mean() < _SMALLEST:
        return None
    whole = cv2.resize(area.astype(np.uint8), picture.shape[1::-1], interpolation=cv2.INTER_LINEAR) > 0
    paper = Paper(_light(base, thumb, bare & area), whole)
    return paper if _is_ground(paper, picture) else None


def _is_ground(paper: Paper, picture: Pixels) -> bool:
    """Say whether the paper is the brightest thing: what glows lies on a dark sheet, or is the sheet around a colour."""
    bright = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) / cv2.cvtColor(paper.light, cv2.COLOR_RGB2GRAY)
    around = grown(paper.area, _AROUND[1]) & ~grown(paper.area, _AROUND[0])
    if around.any() and np.median(bright[around]) > _BRIGHTER:
        return False
    return bool((bright[paper.area] > _GLOW).mean() < _FEW)


def _without_strokes(picture: Pixels) -> Floats:
    across = round(_STROKE * max(picture.shape[:2])) | 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (across, across))
    closed = cv2.morphologyEx(cv2.medianBlur(picture, 3), cv2.MORPH_CLOSE, disc)
    return cv2.GaussianBlur(closed, (0, 0), across / 8).astype(np.float32)


def _bare(thumb: Floats) -> Mask:
    """Say where a picture without strokes has the hue of the paper and is not too dark for it."""
    logs = np.log(thumb + 6)
    hues = np.stack([logs[..., 0] - logs[..., 1], logs[..., 2] - logs[..., 1]], -1)
    bright = cv2.cvtColor(thumb, cv2.COLOR_RGB2GRAY)
    hue = _commonest(hues, bright**2 * _central(bright.shape))
    alike = np.hypot(*np.moveaxis(hues - hue, -1, 0)) < _SAME_HUE
    if np.hypot(*hue) > _STRONGEST_HUE or not alike.any():
        return np.zeros_like(alike)
    around = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((_DOT, _DOT), np.uint8))
    lit = (bright > _DEEPEST_SHADOW * np.percentile(bright[alike], 95)) & (bright > _DARK_DOT * around)
    return _without_spots(alike & lit)


def _without_spots(bare: Mask) -> Mask:
    """Leave out small parts: a black eye in a coloured face has the hue of paper in the dark."""
    _, parts, stats, _ = cv2.connectedComponentsWithStats(bare.astype(np.uint8), connectivity=4)
    large: Mask = (stats[:, cv2.CC_STAT_AREA] > _SPOT * bare.size)[parts]
    return bare & large


def _central(shape: tuple[int, ...]) -> Floats:
    down, right = (np.linspace(-1, 1, side, dtype=np.float32) ** 2 for side in shape[:2])
    return np.asarray(np.exp(-(down[:, None] + right[None, :])), np.float32)


def _commonest(hues: Floats, weight: Floats) -> Floats:
    bins = np.clip((hues / _HUE_SPAN + 0.5) * _HUES, 0, _HUES - 1).astype(np.intp)
    counts = np.bincount((bins[..., 0] * _HUES + bins[..., 1]).ravel(), weight.ravel(), _HUES**2)
    smooth = cv2.GaussianBlur(counts.reshape(_HUES, _HUES).astype(np.float32), (0, 0), 1.0)
    peak = np.array(np.unravel_index(smooth.argmax(), smooth.shape), np.float32)
    return np.asarray(((peak + 0.5) / _HUES - 0.5) * _HUE_SPAN, np.float32)


def _sheet(bare: Mask) -> Mask:
    """Give the sheet that what is bare belongs to: convex, as a rectangle is from wherever it is seen."""
    across = max(3, round(_NARROWEST * max(bare.shape)) | 1)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (across, across))
    framed = np.pad(bare.astype(np.uint8), across, mode="edge")
    opened = cv2.morphologyEx(framed, cv2.MORPH_OPEN, disc)[across:-across, across:-across]
    _, parts, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(opened), connectivity=4)
    stats[0, cv2.CC_STAT_AREA] = 0
    biggest = (parts == stats[:, cv2.CC_STAT_AREA].argmax()) & (opened > 0)
    return convex(biggest) if biggest.any() else biggest


def _light(base: Floats, thumb: Floats, bare: Mask) -> Floats:
    """Give the colour of bare paper everywhere: as seen, and spread from around where something is drawn."""
    sure = bare.astype(np.float32)
    spread, trust = thumb * sure[..., None], sure
    for reach in _FARTHER:
        share = np.clip(1 - trust / _ENOUGH, 0, 1)
        spread = spread + share[..., None] * cv2.blur(thumb * sure[..., None], (reach, reach))
        trust = trust + share * cv2.blur(sure, (reach, reach))
    size = base.shape[1::-1]
    around = cv2.resize(spread / np.maximum(trust, 1e-6)[..., None], size)
    seen = cv2.resize(cv2.blur(cv2.erode(sure, np.ones((3, 3), np.uint8)), (3, 3)), size)[..., None]
    return np.clip(base * seen + around * (1 - seen), 1, 255)
