"""A child's road through a unit: from stop to stop, its stickers on it, the Boss at the end of each, and where it looks."""

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from board.art.cells import Colour
from board.mastery.path_map import ChildMap
from board.widgets.browser import TOUCH_CLASS
from board.widgets.grid_colours import grid_colours, theme_colour
from board.widgets.own_lines import as_shown
from board.widgets.path_road_arrows import RoadArrow, arrow_strips, road_arrows
from board.widgets.path_road_picture import RoadPicture
from board.widgets.path_road_plan import RoadPlan, plan_road
from board.widgets.pieced_line import PiecedLine
from board.widgets.spot_painter import Stickers
from board.widgets.tapping import Tap

_ROOMY, _TITLES_BY_HAND = 16, 2
"""Lines in sight from which titles are not cut to one line where a finger moves the road, and lines of a title then."""


class PathRoad(ScrollView):
    """The road as a picture; a tap on a spot says which it was."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PathRoad {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size: 1 1;
        scrollbar-gutter: stable;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $panel;
        pointer: pointer;
    }
    """

    class Tapped(Message):
        """A spot was tapped."""

        def __init__(self, step_id: str) -> None:
            """Make the message.

            Args:
                step_id: Id of its step.
            """
            super().__init__()
            self.step_id = step_id

    def __init__(self, seen: ChildMap, stickers: Stickers) -> None:
        """Make a road.

        Args:
            seen: The child's map.
            stickers: Where pictures come from.
        """
        super().__init__(can_focus=False)
        self._seen, self._stickers = seen, stickers
        self._here = ""
        self._tap = Tap()
        self._plan: RoadPlan = plan_road((), 1, 1)
        self._picture: RoadPicture | None = None
        self._strips: list[Strip] | None = None

    def show(self, seen: ChildMap, here: str) -> None:
        """Show the map as it is now.

        Args:
            seen: The child's map.
            here: Id of the step the child looks at.
        """
        changed, before = seen != self._seen, self._here
        self._seen, self._here = seen, here
        if changed:
            self._replan()
        elif here != before:
            self._strips = None
            self._bring_into_sight(before)

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""
        self._picture = self._strips = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Paint everything in the new colours."""
        super().notify_style_update()
        self._picture = self._strips = None

    def on_resize(self) -> None:
        """Lay out anew for the room there is; how far it scrolls is known once that is laid out."""
        self._replan()
        self.call_after_refresh(self._bring_into_sight)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def on_click(self, event: events.Click) -> None:
        """Tell which spot was tapped."""
        thing = self._thing_at(event)
        if thing and self._tap.ends_on(thing):
            if isinstance(thing, RoadArrow):
                self._look_on(thing)
            else:
                self.post_message(self.Tapped(thing))

    def selection_updated(self, selection: Selection | None) -> None:
        """Do nothing: there is no text to select."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines of a part, past Textual's cache as those of `Painted`."""
        if self._strips is None:
            self._strips = self._paint()
        top, width = round(self.scroll_y), self.size.width
        blank = Strip.blank(width, grid_colours(self.app.theme_variables).space)
        wanted = (self._strips[at + top] if at + top < len(self._strips) else blank for at in crop.line_range)
        whole = [self._whole(line, blank) for line in wanted]
        for arrow in self.arrows:
            for line, strip in zip(arrow.lines, arrow_strips(arrow, self._inks), strict=True):
                if line in crop.line_range:
                    whole[line - crop.y] = _laid_over(whole[line - crop.y], arrow.box.left, strip)
        return [line.crop(crop.x, crop.right) for line in as_shown(whole, self)]

    @property
    def arrows(self) -> tuple[RoadArrow, ...]:
        """What a finger taps to see more of the road: up and down, as far as there is more of it."""
        return road_arrows(self._plan, round(self.scroll_y), self.size) if self.app.has_class(TOUCH_CLASS) else ()

    @property
    def _inks(self) -> tuple[Colour, Colour]:
        return theme_colour(self.app.theme_variables, "background"), theme_colour(self.app.theme_variables, "accent")

    def _look_on(self, arrow: RoadArrow) -> None:
        """Show the part of the road that comes before or behind what is in sight."""
        room = self.scrollable_content_region.size
        self.virtual_size = Size(room.width, max(self._plan.lines, arrow.leads_to + room.height))
        self.scroll_to(y=arrow.leads_to, animate=False)
        self.refresh()

    def _whole(self, line: Strip, blank: Strip) -> Strip:
        """Give a line as wide as the widget is, the place of the scrollbar too."""
        lacks = self.size.width - line.cell_length
        return line if lacks <= 0 else PiecedLine([line, blank.crop(0, lacks)], self.size.width)

    def _thing_at(self, event: events.MouseEvent) -> RoadArrow | str:
        """Give what lies under the pointer: an arrow, or the id of a step, empty where neither does."""
        offset = event.get_content_offset(self)
        if offset is not None:
            found = [arrow for arrow in self.arrows if arrow.box.holds(offset.x, offset.y)]
            if found:
                return found[0]
        at = None if offset is None else self._plan.hit(offset.x, offset.y + round(self.scroll_y))
        return "" if at is None else self._plan.places[at].spot.step.id

    def _replan(self) -> None:
        room = self.scrollable_content_region.size
        titles = _TITLES_BY_HAND if self.app.has_class(TOUCH_CLASS) and room.height >= _ROOMY else 1
        self._plan = plan_road(self._seen.stops, max(1, room.width), room.height, most_titles=titles)
        self._picture = self._strips = None
        self._bring_into_sight()

    def _bring_into_sight(self, before: str | None = None) -> None:
        """Have the step in sight that the child looks at.

        Args:
            before: Id of the step it looked at when nothing else was another; None where all is painted anew.
        """
        room = self.scrollable_content_region.size
        at = next((at for at, place in enumerate(self._plan.places) if place.spot.step.id == self._here), None)
        top = 0 if at is None else self._plan.scrolled_to(at, round(self.scroll_y), room.height)
        below = 0 if at is None else top + room.height  # so that also the last row can stand where rows begin
        self.virtual_size = Size(room.width, max(self._plan.lines, below))
        if at is not None and top != round(self.scroll_y):
            self.scroll_to(y=top, animate=False)
        elif before is not None:
            rows = {place.row for place in self._plan.places if place.spot.step.id in (before, self._here)}
            for row in (self._plan.rows[number] for number in rows):
                self.refresh(Region(0, row.top - top, room.width, row.end - row.top))
            return
        self.refresh()

    def _paint(self) -> list[Strip]:
        if self._picture is None:
            colours = grid_colours(self.app.theme_variables)
            space = theme_colour(self.app.theme_variables, "background")
            digits = not self.app.has_class(TOUCH_CLASS)
            self._picture = RoadPicture(self._plan, self._seen, colours, self._stickers, space, has_digits=digits)
        return self._picture.strips(self._here)


def _laid_over(line: Strip, left: int, piece: Strip) -> Strip:
    """Give a line with a piece laid over a part of it."""
    end = left + piece.cell_length
    parts = (line.crop(0, left), piece, line.crop(end, line.cell_length))
    return PiecedLine([part for part in parts if part.cell_length], line.cell_length)
