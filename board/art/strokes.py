"""Drawing, act by act: what a pen does from where it is put down to where it is lifted, and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import reduce

from board.art.pixels import FIRST_COLOUR, NOTHING, Drawing, Point, circle, line


class Tool(StrEnum):
    """What one draws with."""

    PENCIL = "pencil"
    RUBBER = "rubber"
    FILL = "fill"
    LINE = "line"
    CIRCLE = "circle"

    @property
    def is_done_at_once(self) -> bool:
        """Whether there is nothing to draw along."""
        return self is Tool.FILL


@dataclass(frozen=True, slots=True)
class Pen:
    """What is in the child's hand.

    Attributes:
        tool: What one draws with.
        colour: Palette number.
        mirrored: Whether everything is drawn twice, left and right changed.
    """

    tool: Tool = Tool.PENCIL
    colour: int = FIRST_COLOUR
    mirrored: bool = False

    def put_down(self, drawing: Drawing, point: Point) -> "Stroke":
        """Begin to draw.

        Args:
            drawing: What is drawn on.
            point: Where, inside.
        """
        return Stroke(self, drawing, (point,), self._begun(drawing, point))

    def _begun(self, drawing: Drawing, point: Point) -> Drawing:
        if not self.tool.is_done_at_once:
            return self.painted(drawing, (point,))
        filled = drawing.filled(point, self.colour)
        return filled.filled(drawing.mirrored(point), self.colour) if self.mirrored else filled

    def painted(self, drawing: Drawing, points: Iterable[Point]) -> Drawing:
        """Paint some pixels, and those opposite where everything is drawn twice."""
        wanted = tuple(points)
        if self.mirrored:
            wanted += tuple(map(drawing.mirrored, wanted))
        return drawing.painted(wanted, NOTHING if self.tool is Tool.RUBBER else self.colour)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A pen on the paper.

    Attributes:
        pen: The pen.
        before: What was drawn before.
        trace: Where it was put down, and everywhere it was moved to.
        drawing: What is drawn now.
    """

    pen: Pen
    before: Drawing
    trace: tuple[Point, ...]
    drawing: Drawing

    @property
    def here(self) -> Point:
        """Where it is."""
        return self.trace[-1]

    def again(self, pen: Pen, drawing: Drawing) -> "Stroke":
        """Give the same way of a hand with another pen, or on another drawing of the same size."""
        return reduce(Stroke.to, self.trace[1:], pen.put_down(drawing, self.trace[0]))

    def to(self, point: Point) -> "Stroke":
        """Move the pen, also over the edge of the paper: a pencil leaves its trace, a line or circle its last shape."""
        match self.pen.tool:
            case Tool.PENCIL | Tool.RUBBER:
                drawing = self.pen.painted(self.drawing, line(self.here, point))
            case Tool.LINE:
                drawing = self.pen.painted(self.before, line(self.trace[0], point))
            case Tool.CIRCLE:
                drawing = self.pen.painted(self.before, circle(self.trace[0], point))
            case Tool.FILL:
                drawing = self.drawing
        return replace(self, trace=(*self.trace, point), drawing=drawing)


@dataclass(frozen=True, slots=True)
class History:
    """A drawing with the way it came and, after going back, the way forward.

    Attributes:
        now: The drawing.
        past: What it was before each act, the oldest first.
        future: What was taken back, the next first.
    """

    now: Drawing
    past: tuple[Drawing, ...] = ()
    future: tuple[Drawing, ...] = ()

    def after(self, drawing: Drawing) -> "History":
        """Go on to another drawing; what was taken back is gone. An act that changes nothing is none."""
        return self if drawing == self.now else History(drawing, (*self.past, self.now))

    def undone(self) -> "History":
        """Go back by an act; at the first drawing, stay."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redone(self) -> "History":
        """Go forward by an act that was taken back; where there is none, stay."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])
