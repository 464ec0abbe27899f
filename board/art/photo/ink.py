"""Finds what is drawn on a paper, apart from dirt, lines, shadows and the table around."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from board.art.photo.outline import Floats, Mask, Pixels, closed, filled, grown, hull_of
from board.art.photo.paper import Paper

_FAINTEST, _PLAINEST = 0.07, 0.25
"""How much darker than its paper, in one colour, the faintest line is, and on a photo as grainy as can be."""

_QUIET, _GRAIN = 20, 9
"""The grain of a photo is that of the quietest of this many hundredths of the paper; ink stands out so many times."""

_FIRM, _MOST = 0.4, 90
"""Share of the strength below which this many hundredths of the ink stay: fainter, it may be a line of the paper."""

_BESIDE = 4
"""Px around ink that is surely drawn where faint ink belongs to it."""

_SHADE = 4
"""Px of shade along the edge of a sheet."""

_STEP, _STEEP = 15, 0.1
"""Px, and share of the light, of a sudden change of it."""

_ALIKE = 40
"""Grey levels by which colours on both sides of the paper's edge may differ and be those of one thing."""

_SPECK = 6
"""Px that are too few to be anything."""

_RULED = 0.08
"""How long a faint line is at least that nobody draws so straight; this and the next five as shares of the long side."""

_TOGETHER = 0.012
"""How far apart lines may be and still be one part of a drawing, on each side."""

_NEAR = 0.04
"""How near to a part of a drawing something tiny belongs to it: the dot of an i."""

_EDGE = 0.025
"""How far in from the edge of the paper the table may show."""

_GAP = 0.022
"""How wide a gap in an outline is closed, from each side."""

_LONG = 0.25
"""How far the edge of a shadow or of the paper reaches at least."""

_MOSTLY, _HALF = 0.8, 0.5
"""Shares of a part that must lie somewhere for the part to belong there."""

_WIDE = 0.25
"""Width, as a share of its own size, with which something that comes in over the edge of the paper crosses it."""

_DIRT, _LITTER = 0.02, 0.1
"""Share of the biggest part below which a part by itself is dirt; and of all that is drawn which dirt has at most."""


class Drawing(NamedTuple):
    """What is drawn on a paper.

    Attributes:
        ink: Where it is.
        dark: Where anything is that is not bare paper, dirt and lines of the paper too.
        is_whole: Whether all that is drawn is there, so that it can be cut out.
    """

    ink: Mask
    dark: Mask
    is_whole: bool


def drawing_on(picture: Pixels, paper: Paper) -> Drawing:
    """Find the drawing.

    Args:
        picture: Rows of red, green and blue.
        paper: The paper in it.
    """
    calm = cv2.GaussianBlur(picture, (0, 0), 0.9)
    missing = _strongest(1 - calm / paper.light)
    brightness = np.asarray(cv2.cvtColor(paper.light, cv2.COLOR_RGB2GRAY), np.float32)
    grain = _GRAIN * np.percentile(np.abs(missing * brightness)[paper.area][::7], _QUIET)
    dark = (missing > np.clip(grain / brightness, _FAINTEST, _PLAINEST)) & paper.area
    ink = _firm(dark & ~_rim(paper.area, _SHADE), missing, paper.area)
    parts = _Parts(ink)
    _drop_edges(parts, brightness)
    _drop_table(parts, picture, paper.area)
    return _chosen(parts, dark, paper.area)


def outline_of(ink: Mask) -> Mask:
    """Give what lies inside the outline of a drawing: the ink, what it encloses, and the gaps a hand leaves."""
    return filled(grown(closed(ink, _GAP * max(ink.shape)), 1.5))


def _strongest(colours: Floats) -> Floats:
    """Give the largest of each pixel's colours."""
    red, green, blue = cv2.split(colours)
    return np.maximum(np.maximum(red, green), blue)


def _firm(ink: Mask, missing: Floats, area: Mask) -> Mask:
    """Leave out what is faint and straight or runs to the edge: lines of a notebook, a crease, the rest of a shadow."""
    if not ink.any():
        return ink
    near = grown(ink & (missing > _FIRM * np.percentile(missing[ink], _MOST)), _BESIDE)
    faint = ink & ~near
    faint &= ~_ruled(faint)
    _, parts = cv2.connectedComponents(faint.astype(np.uint8))
    at_edge = np.unique(parts[_rim(area, 2 * _SHADE, frame=True)])
    return (ink & near) | (faint & ~np.isin(parts, at_edge))


def _ruled(faint: Mask) -> Mask:
    """Say where long straight lines run."""
    length = _RULED * max(faint.shape)
    ruled = np.zeros(faint.shape, np.uint8)
    lines = cv2.HoughLinesP(
        faint.astype(np.uint8), 1, np.pi / 360, round(length / 2), minLineLength=length, maxLineGap=length / 2
    )
    for line in [] if lines is None else lines.reshape(-1, 2, 2).astype(int):
        cv2.line(ruled, line[0], line[1], 1, 2 * _BESIDE - 1)
    return ruled > 0


def _rim(area: Mask, width: float, *, frame: bool = False) -> Mask:
    """Give the part of the paper along its edge: where it ends, and, where that is asked for, where the frame cuts it."""
    if not frame:
        return area & grown(~area, width)
    return area & grown(~np.pad(area, 1), width)[1:-1, 1:-1]


class _Parts:
    """Ink in parts that lie apart.

    Attributes:
        ink: All of it.
        reach: Width or height of each part in px, whichever is more.
        sizes: Px of ink of each part; none for a part that was dropped.
    """

    def __init__(self, ink: Mask) -> None:
        self.ink = ink
        together = closed(ink, _TOGETHER * max(ink.shape)).astype(np.uint8)
        self._count, self._numbers, boxes, _ = cv2.connectedComponentsWithStats(together)
        self.reach = boxes[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(1)
        self.sizes = self.within(ink)

    def within(self, where: Mask) -> NDArray[np.intp]:
        """Count the px of ink of each part somewhere."""
        return np.bincount(self._numbers[self.ink & where], minlength=self._count)

    def share(self, where: Mask) -> NDArray[np.float64]:
        """Say how much of the ink of each part is somewhere, 0 to 1."""
        return self.within(where) / np.maximum(self.sizes, 1)

    def of(self, chosen: NDArray[np.bool_]) -> Mask:
        """Give the ink of some parts."""
        there: Mask = chosen[self._numbers]
        return self.ink & there

    def one(self, number: np.intp) -> Mask:
        """Give the ink of one part."""
        there: Mask = self._numbers == number
        return self.ink & there

    def drop(self, which: NDArray[np.bool_]) -> None:
        """Take parts for something else than ink."""
        self.sizes[which] = 0


def _drop_edges(parts: _Parts, brightness: Floats) -> None:
    """Drop the edge of a shadow, or of the paper on a table as white: thin, and the light changes across it."""
    window = np.ones((_STEP, _STEP), np.uint8)
    changes = cv2.dilate(brightness, window) - cv2.erode(brightness, window) > _STEEP * brightness
    for number in np.flatnonzero((parts.reach > _LONG * max(changes.shape)) & (parts.share(changes) > _HALF)):
        this = parts.one(number)
        around = cv2.polylines(np.zeros(this.shape, np.uint8), [hull_of(this)], isClosed=True, color=1, thickness=_STEP)
        parts.sizes[number] *= (around[this] > 0).mean() < _MOSTLY


def _drop_table(parts: _Parts, picture: Pixels, area: Mask) -> None:
    """Drop what lies along the edge of the paper, and what goes on beyond it in the same colour: a hand that holds it."""
    at_edge = _rim(area, 3 * _SHADE)
    touching = parts.within(at_edge) > 0
    parts.drop(touching & (parts.share(_rim(area, _EDGE * max(area.shape), frame=True)) > _MOSTLY))
    beyond = grown(area, 4 * _SHADE) & ~grown(area, _SHADE)
    for number in np.flatnonzero(touching & (parts.sizes > 0)):
        this = parts.one(number)
        inside = this & at_edge
        outside = beyond & grown(inside, 6 * _SHADE)
        crosses = inside.sum() > _WIDE * 3 * _SHADE * np.sqrt(this.sum())
        if crosses and outside.any():
            apart = np.abs(np.median(picture[inside], 0) - np.median(picture[outside], 0)).max()
            parts.sizes[number] *= apart >= _ALIKE


def _chosen(parts: _Parts, dark: Mask, area: Mask) -> Drawing:
    """Tell the drawing from dirt."""
    sizes = parts.sizes
    big = sizes > _DIRT * sizes.max(initial=0)
    near = grown(parts.of(big), _NEAR * max(area.shape))
    kept = big | ((parts.within(near) > 0) & (sizes > _SPECK))
    cut_off = kept & (parts.within(_rim(np.ones_like(area), 2, frame=True)) > 0)
    whole = sizes[cut_off].sum() <= _DIRT * sizes.sum() and sizes[~kept].sum() <= _LITTER * sizes.sum()
    return Drawing(parts.of(kept), dark, bool(kept.any() and whole))
