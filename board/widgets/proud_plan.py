"""Where the frames of a proud wall hang on a screen, and the pictures in them. Pure; frames in cells, pictures in pixels."""

from typing import NamedTuple

from board.widgets.box import Box

STICKER = 12
"""Side of a sticker in its own pixels."""

_MOST_TIMES = 3
_RAIL, _MAT = 1, 1
"""Pixels of a frame's rail, and of the air inside it."""

_PLATES = (6, 4)
"""Lines of the plate below a frame, with the sign of its child and what it is called for everybody: the larger one where as
many frames hang with it."""

_GAP = 2
"""Cells between two frames."""

_SEEN_TOGETHER = 6
"""As many frames should hang on one page; where they all do, or so many, they are as large as can be."""


class ProudPlan(NamedTuple):
    """How the frames of a wall hang.

    Attributes:
        times: How many pixels of the screen one of a sticker takes where several share a frame; twice as many where it is alone.
        across: Frames side by side.
        down: Frames one below the other.
        width: Cells across of the room.
        height: Lines of the room.
        plate: Lines of the plate below a frame.
    """

    times: int
    across: int
    down: int
    width: int
    height: int
    plate: int

    @property
    def each(self) -> int:
        """How many hang on a page."""
        return self.across * self.down

    @property
    def side(self) -> int:
        """Pixels of a frame."""
        return _side(self.times)

    def pages(self, many: int) -> int:
        """Give how many pages so many frames take, at least one."""
        return max(1, -(-many // self.each))

    def frame(self, place: int, many: int) -> Box:
        """Give where a frame hangs with its plate, in cells.

        Args:
            place: Its number on the page, from 0.
            many: How many hang on the page.
        """
        row, column = divmod(place, self.across)
        rows = -(-many // self.across)
        here = min(self.across, many - row * self.across)
        wide, high = self.side, self.side // 2 + self.plate
        spare = (self.width - here * wide) // (here + 1)
        air = max(0, self.height - rows * high) // (rows + 1)
        gap = min(max(_GAP, spare), wide // 2)
        left = (self.width - here * wide - (here - 1) * gap) // 2
        return Box(left + column * (wide + gap), air + row * (high + air), wide, high)


def plan_proud(many: int, width: int, height: int) -> ProudPlan | None:
    """Hang frames: as large as can be while some are seen together; None where there is no room for one.

    Args:
        many: How many there are.
        width: Cells across.
        height: Lines.
    """
    found = None
    for times in range(1, _MOST_TIMES + 1):
        high = _side(times) // 2
        across, down = (width + _GAP) // (_side(times) + _GAP), height // (high + _PLATES[-1])
        if across and down and (found is None or across * down >= min(many, _SEEN_TOGETHER)):
            plate = next(lines for lines in _PLATES if height // (high + lines) == down)
            found = ProudPlan(times, across, down, width, height, plate)
    return found


def pictures_at(many: int, times: int, *, turned: bool) -> list[tuple[int, int, int]]:
    """Give where one to three pictures stand in a frame, each by its left, its top and how many times it is enlarged.

    Args:
        many: How many share the frame.
        times: As in the plan.
        turned: Whether they lean the other way.
    """
    edge, one = _RAIL + _MAT, STICKER * times
    if many <= 1:
        return [(edge, edge, 2 * times)]
    low, high = (edge, edge + one) if not turned else (edge + one, edge)
    if many == 2:  # noqa: PLR2004 - from corner to corner
        return [(edge, low, times), (edge + one, high, times)]
    return [(edge + one // 2, low, times), (edge, high, times), (edge + one, high, times)]


def _side(times: int) -> int:
    return 2 * (STICKER * times + _RAIL + _MAT)
