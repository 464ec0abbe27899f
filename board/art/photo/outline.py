"""Outlines: grown, rounded, filled, and fitted into a circle."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

_WIDER = (1, 2, 4)
"""How much wider gaps are closed, step by step, until an outline is one piece."""

_HALF = 127


class Circle(NamedTuple):
    """A circle in a picture, in px."""

    x: float
    y: float
    radius: float


def distance_to(mask: Mask) -> Floats:
    """Give how far each pixel is from a mask, in px, from middle to middle; very far where the mask is empty."""
    away = cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(away, np.float32)


def grown(mask: Mask, reach: float) -> Mask:
    """Widen a mask all around by so many px."""
    return distance_to(mask) <= reach


def closed(mask: Mask, reach: float) -> Mask:
    """Close the gaps in a mask that are at most twice so many px wide, and round its inner corners."""
    room = int(reach) + 2
    return ~grown(~grown(np.pad(mask, room), reach), reach)[room:-room, room:-room]


def filled(mask: Mask) -> Mask:
    """Add all that a mask encloses."""
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = mask.astype(np.uint8)
    cv2.drawContours(whole, outlines, -1, 1, cv2.FILLED)
    return whole > 0


def hull_of(mask: Mask) -> NDArray[np.int32]:
    """Give the corners of the convex outline of a mask that is not empty, right and down."""
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return cv2.convexHull(np.concatenate(outlines)).reshape(-1, 2).astype(np.int32)


def convex(mask: Mask) -> Mask:
    """Add all that lies between parts of a mask."""
    return cv2.fillPoly(np.zeros(mask.shape, np.uint8), [hull_of(mask)], 1) > 0


def enclosing_circle(mask: Mask) -> Circle:
    """Give the smallest circle around all pixels of a mask that is not empty, their corners included."""
    corners = np.concatenate([hull_of(mask) + corner for corner in ((0, 0), (0, 1), (1, 0), (1, 1))])
    (x, y), radius = cv2.minEnclosingCircle(corners.astype(np.float32))
    return Circle(x, y, radius)


def die_cut(mask: Mask, border: float, rounding: float) -> Pixels:
    """Give the alpha of the one piece of sticker around a mask: inner corners rounded, no holes, smooth edges.

    It stays in any circle the mask stays in, made larger by the border.

    Args:
        mask: What is on the sticker, with room for the border around it.
        border: Width of the border in px.
        rounding: Least radius of inner corners in px; it is more where parts would else lie apart.
    """
    for wider in _WIDER:
        alpha = _bordered(mask, border, wider * rounding)
        if cv2.connectedComponents((alpha > _HALF).astype(np.uint8))[0] == 2:  # noqa: PLR2004 - the ground, and it
            return alpha
    return _bordered(convex(mask), border, rounding)


def _bordered(mask: Mask, border: float, rounding: float) -> Pixels:
    room = int(rounding) + 2
    wide = filled(grown(np.pad(mask, room), border + rounding))
    inside = distance_to(~wide)[room:-room, room:-room]
    return np.asarray(np.clip(inside - rounding, 0, 1) * 255, np.uint8)
