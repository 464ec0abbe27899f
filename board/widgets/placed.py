"""A room in which everything stands where a plan says, laid out once for the size there is."""

from abc import abstractmethod
from collections.abc import Mapping

from textual.containers import Container
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from board.widgets.box import Box


class Placed(Container):
    """A container whose widgets stand where `places` says; those it does not name are not there.

    A plan in plain numbers can stand in another order for each shape of the window, which looks that only flow can't; and
    no look is changed once all is painted, so that a new size is one layout and one painting.
    """

    @property
    def layout(self) -> Layout:
        """Lay out by the plan, whatever the looks say."""
        return _BY_PLAN

    @abstractmethod
    def places(self, size: Size) -> Mapping[str, Box]:
        """Give where everything stands, by the ids of the widgets.

        Args:
            size: Cells across and down of the room.
        """


class _ByPlan(Layout):
    """Lays out the widgets of a `Placed`."""

    name = "by plan"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002 - as Textual calls it
        """Give each widget its place."""
        places = parent.places(size) if isinstance(parent, Placed) else {}
        return [
            WidgetPlacement(Region(*place), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if (place := places.get(child.id or "")) is not None
        ]


_BY_PLAN = _ByPlan()
