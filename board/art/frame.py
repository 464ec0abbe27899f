"""A frame on a picture: the part of it that is used."""

from typing import NamedTuple

from board.mastery.pictures import Box

SMALLEST = 4
"""Pixels a frame has at least each way, so that it can be seen and held."""


class Spot(NamedTuple):
    """A place on a picture, in px; it may lie outside."""

    x: int
    y: int


class Frame(NamedTuple):
    """A part of a picture, in px; always inside, and never smaller than `SMALLEST` unless the picture is.

    Attributes:
        width: Of the whole picture.
        height: Of the whole picture.
        left: First column.
        top: First row.
        right: First column that no longer belongs to it.
        bottom: First row that no longer belongs to it.
    """

    width: int
    height: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def box(self) -> Box:
        """The part in shares of the picture, in thousandths, as it is kept."""
        sides = (self.left / self.width, self.top / self.height, self.right / self.width, self.bottom / self.height)
        left, top, right, bottom = (round(side, 3) for side in sides)
        return (left, top, right, bottom)

    def moved(self, right: int, down: int) -> "Frame":
        """Move it by so many px; it stops at the edges."""
        right = max(-self.left, min(right, self.width - self.right))
        down = max(-self.top, min(down, self.height - self.bottom))
        return self._replace(
            left=self.left + right, top=self.top + down, right=self.right + right, bottom=self.bottom + down
        )

    def grown(self, wider: int, higher: int) -> "Frame":
        """Make it wider and higher by so many px, half on each side, or smaller by less than nothing."""
        left, right = _grown(self.left, self.right, wider, self.width)
        top, bottom = _grown(self.top, self.bottom, higher, self.height)
        return self._replace(left=left, right=right, top=top, bottom=bottom)

    def drawn(self, start: Spot, end: Spot) -> "Frame":
        """Give the frame that was drawn from one place to another."""
        left, right = _between(start.x, end.x, self.width)
        top, bottom = _between(start.y, end.y, self.height)
        return self._replace(left=left, right=right, top=top, bottom=bottom)

    def around(self, place: Spot) -> "Frame":
        """Move it so that a place is in its middle, as far as the edges let it."""
        return self.moved(place.x - (self.left + self.right) // 2, place.y - (self.top + self.bottom) // 2)


def whole(width: int, height: int) -> Frame:
    """Give the frame around a whole picture of this size in px."""
    return Frame(width, height, 0, 0, width, height)


def framed(box: Box, width: int, height: int) -> Frame:
    """Give the frame of a part that is kept, on a picture of this size in px."""
    left, top, right, bottom = box
    (left_px, right_px), (top_px, bottom_px) = (
        _grown(round(first * room), round(last * room), 0, room)
        for first, last, room in ((left, right, width), (top, bottom, height))
    )
    return Frame(width, height, left_px, top_px, right_px, bottom_px)


def _grown(first: int, last: int, by: int, room: int) -> tuple[int, int]:
    long = max(min(SMALLEST, room), min(last - first + by, room))
    start = max(0, min(first - (long - (last - first)) // 2, room - long))
    return start, start + long


def _between(one: int, other: int, room: int) -> tuple[int, int]:
    """Give the px from one to another, both of them in."""
    first, last = sorted(max(0, min(at, room - 1)) for at in (one, other))
    return _grown(first, last + 1, 0, room)
