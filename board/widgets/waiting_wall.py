"""What waits for the teacher, side by side: pictures nobody has looked at yet, and steps a child is ready to show."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from board.mastery.curriculum import Step
from board.mastery.pictures import Art
from board.mastery.progress import Status
from board.widgets.grid_colours import grid_colours, style
from board.widgets.grid_plan import ZOOMS, shortened
from board.widgets.pieced_line import PiecedLine
from board.widgets.spot_painter import Look, Paint, SpotPainter, Stickers
from board.widgets.tapping import Tap

_ZOOM = ZOOMS[-1]
_GAP = 3
"""Cells between two stickers."""

_WORDS = 2
"""Lines of words under a sticker: whose it is, and which step."""

_TALL = _ZOOM.height + _WORDS + 1
_WIDE = _ZOOM.width + _GAP


class Waiting(NamedTuple):
    """One thing that waits.

    Attributes:
        student: Id of the child.
        name: The child's name.
        step: The step it is about, None for a picture that stands for none yet.
        level: Number of the step's level, from 0.
        boss: Whether the step is a Boss.
        art: The picture, None where the child is ready to show the step.
    """

    student: str
    name: str
    step: Step | None
    level: int = 0
    boss: bool = False
    art: Art | None = None

    @property
    def id(self) -> tuple[str, str]:
        """What it is told by: whose it is, and the picture or the step."""
        return (self.student, self.art.id if self.art is not None else self.step.id if self.step is not None else "")


_NO_STEP = Step("", "no step yet", "")


class WaitingWall(ScrollView, can_focus=True):
    """Stickers with names under them, and a cursor."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    WaitingWall {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 1 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        scrollbar-color: $panel;
    }
    """

    at: var[int] = var(0)
    """Number of the thing under the cursor."""

    class Tapped(Message):
        """The thing under the cursor was tapped once more.

        Attributes:
            thing: What was tapped.
        """

        def __init__(self, thing: Waiting) -> None:
            super().__init__()
            self.thing = thing

    def __init__(self, stickers: Stickers) -> None:
        """Make an empty wall.

        Args:
            stickers: Where pictures come from.
        """
        super().__init__()
        self._tap = Tap()
        self._stickers = stickers
        self.things: Sequence[Waiting] = ()
        """What waits, in order."""
        self._painter: SpotPainter | None = None

    @property
    def here(self) -> Waiting | None:
        """What is under the cursor, None when nothing waits."""
        return self.things[self.at] if self.things else None

    @property
    def eye(self) -> Offset:
        """The name under the sticker the cursor is on."""
        row, column = divmod(self.at, self._across)
        return Offset(column * _WIDE, row * _TALL + _ZOOM.height - round(self.scroll_y))

    def show(self, things: Sequence[Waiting]) -> None:
        """Show other things; the cursor stays with its own, else at its place, or at the last one."""
        before, self.things = self.here, things
        place = next((at for at, thing in enumerate(things) if before is not None and thing.id == before.id), self.at)
        self.at = max(0, min(place, len(things) - 1))
        self._lay_out()

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""
        self.refresh()

    def go(self, down: int, right: int) -> None:
        """Move the cursor by rows and places; it stops at the ends."""
        place = self.at + right + down * self._across
        if self.things and (right or 0 <= place < len(self.things)):
            self.at = max(0, min(place, len(self.things) - 1))

    def watch_at(self) -> None:
        """Bring the cursor into sight."""
        top, room = self.at // self._across * _TALL, self.scrollable_content_region.height
        now = round(self.scroll_y)
        if top < now or top + _TALL > now + room:
            self.scroll_to(y=top if top < now else top + _TALL - room, animate=False)
        self.refresh()

    def on_resize(self) -> None:
        """Lay out anew for the room there is."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Paint everything in the new colours."""
        super().notify_style_update()
        self._painter = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def _thing_at(self, event: events.MouseEvent) -> Waiting | None:
        """Give what lies under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        row, column = (offset.y + round(self.scroll_y)) // _TALL, offset.x // _WIDE
        place = row * self._across + column
        return self.things[place] if column < self._across and place < len(self.things) else None

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to what was tapped; a second tap is passed on."""
        thing = self._thing_at(event)
        if thing is None or not self._tap.ends_on(thing):
            return
        if thing == self.here:
            self.post_message(self.Tapped(thing))
        self.at = self.things.index(thing)

    def render_line(self, y: int) -> Strip:
        """Give a line of the part in sight."""
        row, line = divmod(y + round(self.scroll_y), _TALL)
        width = self.scrollable_content_region.width
        first = row * self._across
        pieces = [self._piece(at, line) for at in range(first, min(first + self._across, len(self.things)))]
        used = sum(piece.cell_length for piece in pieces)
        pieces.append(self._blank(max(0, width - used)))
        return PiecedLine([piece for piece in pieces if piece.cell_length], max(width, used)).crop(0, width)

    @property
    def _across(self) -> int:
        return max(1, self.scrollable_content_region.width // _WIDE)

    def _lay_out(self) -> None:
        rows = -(-len(self.things) // self._across)
        self.virtual_size = Size(self.scrollable_content_region.width, rows * _TALL)
        self.watch_at()

    def _piece(self, at: int, line: int) -> Strip:
        thing = self.things[at]
        if line < _ZOOM.height:
            return PiecedLine([self._paint(thing, here=at == self.at)[line], self._blank(_GAP)], _WIDE)
        if line < _ZOOM.height + _WORDS:
            text = thing.name if line == _ZOOM.height else (thing.step or _NO_STEP).title
            return self._words(text, here=at == self.at, strong=line == _ZOOM.height)
        return self._blank(_WIDE)

    def _paint(self, thing: Waiting, *, here: bool) -> Paint:
        if self._painter is None:
            self._painter = SpotPainter(_ZOOM, grid_colours(self.app.theme_variables), self._stickers)
        status = Status.READY if thing.art is None else Status.MASTERED
        face = None if thing.art is None else thing.art.face
        step = thing.step or _NO_STEP
        look = Look(status, step, thing.level, thing.boss, cursor=here, chosen=False, odd=False, face=face)
        return self._painter.spot(look)

    def _words(self, text: str, *, here: bool, strong: bool) -> Strip:
        shown = shortened(text, _WIDE - 1)
        left = max(0, (_ZOOM.width - cell_len(shown)) // 2)
        cursor = style(grid_colours(self.app.theme_variables).cursor, self.background_colors[1].rgb)
        look = (cursor if here else self.rich_style) + Style(bold=strong)
        return Strip([Segment(set_cell_size(" " * left + shown, _WIDE), look)], _WIDE)

    def _blank(self, width: int) -> Strip:
        return Strip([Segment(" " * width, self.rich_style)] if width else [], width)
