"""What waits for the teacher, part by part: children side by side, each with a picture, the step, and the way chosen."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from board.art.cells import Pixels
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.mastery.progress import Status
from board.widgets.grid_colours import grid_colours, style
from board.widgets.grid_plan import ZOOMS, shortened
from board.widgets.pieced_line import PiecedLine
from board.widgets.spot_painter import Look, Paint, SpotPainter, Stickers
from board.widgets.tapping import Tap
from board.widgets.waiting_rows import WORDS, Waiting, WallRow, next_place, rows_of

_ZOOM = ZOOMS[-1]
_GAP = 3
"""Cells between two stickers."""

_WIDE = _ZOOM.width + _GAP
_NO_STEP = Step("", "", "")


class WaitingWall(ScrollView, can_focus=True, inherit_bindings=False):
    """Stickers with words under them, a line above each part, and a cursor."""

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

    def __init__(self, stickers: Stickers, emblems: Callable[[str, int], Pixels | None]) -> None:
        """Make an empty wall.

        Args:
            stickers: Where pictures come from.
            emblems: Gives the picture of a child's sign by its name, at a size in pixels.
        """
        super().__init__()
        self._tap = Tap()
        self._stickers, self._emblems = stickers, emblems
        self._rows: tuple[WallRow, ...] = ()
        self.things: Sequence[Waiting] = ()
        """What waits, in order."""
        self._painters: tuple[SpotPainter, SpotPainter] | None = None

    @property
    def here(self) -> Waiting | None:
        """What is under the cursor, None when nothing waits."""
        return self.things[self.at] if self.things else None

    @property
    def eye(self) -> Offset:
        """The name under the sticker the cursor is on."""
        row = self._row
        if row is None:
            return Offset(0, 0)
        return Offset((self.at - row.first) * _WIDE, row.stickers + _ZOOM.height - round(self.scroll_y))

    def show(self, things: Sequence[Waiting]) -> None:
        """Show other things; the cursor stays with its own, and from what is done goes on to the next, see `next_place`."""
        before, self.things = self.things, things
        self.at = next_place(before, self.at, things)
        self._lay_out()

    def pictures_came(self) -> None:
        """Paint the stickers whose own pictures are ready now."""
        self.refresh()

    def go(self, down: int, right: int) -> None:
        """Move the cursor by rows and places; it stops at the ends."""
        row = self._row
        if row is None:
            return
        to = self._rows.index(row) + down
        if right:
            self.at = max(0, min(self.at + right, len(self.things) - 1))
        elif 0 <= to < len(self._rows):
            self.at = self._rows[to].place(self.at - row.first)

    def watch_at(self) -> None:
        """Bring the cursor into sight."""
        row, room, now = self._row, self.scrollable_content_region.height, round(self.scroll_y)
        if row is not None and (row.top < now or row.end > now + room):
            self.scroll_to(y=row.top if row.top < now else min(row.top, row.end - room), animate=False)
        self.refresh()

    def on_resize(self) -> None:
        """Lay out anew for the room there is."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Paint everything in the new colours."""
        super().notify_style_update()
        self._painters = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._thing_at(event))

    def _thing_at(self, event: events.MouseEvent) -> Waiting | None:
        """Give what lies under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        line, column = offset.y + round(self.scroll_y), offset.x // _WIDE
        row = self._row_at(line)
        hit = row is not None and row.stickers <= line < row.end and column < row.many
        return self.things[row.first + column] if row is not None and hit else None

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
        line, width = y + round(self.scroll_y), self.scrollable_content_region.width
        row = self._row_at(line)
        if row is None:
            return self._blank(width)
        if line < row.stickers:
            return Strip(
                [Segment(set_cell_size(shortened(row.title, width), width), self.rich_style + Style(bold=True))]
            )
        pieces = [self._piece(at, line - row.stickers) for at in range(row.first, row.first + row.many)]
        used = sum(piece.cell_length for piece in pieces)
        pieces.append(self._blank(max(0, width - used)))
        return PiecedLine([piece for piece in pieces if piece.cell_length], max(width, used)).crop(0, width)

    @property
    def _across(self) -> int:
        return max(1, self.scrollable_content_region.width // _WIDE)

    @property
    def _row(self) -> WallRow | None:
        """The row the cursor is in."""
        return next((row for row in self._rows if row.first <= self.at < row.first + row.many), None)

    def _row_at(self, line: int) -> WallRow | None:
        """Give the row in which a line of the whole wall lies, None below the last one."""
        number = bisect_right(self._rows, line, key=lambda row: row.top) - 1
        row = self._rows[number] if number >= 0 else None
        return row if row is not None and line < row.end else None

    def _lay_out(self) -> None:
        self._rows = tuple(rows_of(self.things, self._across))
        self.virtual_size = Size(self.scrollable_content_region.width, self._rows[-1].end if self._rows else 0)
        self.watch_at()

    def _piece(self, at: int, line: int) -> Strip:
        thing = self.things[at]
        if line < _ZOOM.height:
            return PiecedLine([self._paint(thing, here=at == self.at)[line], self._blank(_GAP)], _WIDE)
        if line < _ZOOM.height + WORDS:
            said = (thing.name, thing.about, thing.words)[line - _ZOOM.height]
            return self._words(said, here=at == self.at, strong=line == _ZOOM.height)
        return self._blank(_WIDE)

    def _paint(self, thing: Waiting, *, here: bool) -> Paint:
        if self._painters is None:
            colours = grid_colours(self.app.theme_variables)
            self._painters = SpotPainter(_ZOOM, colours, self._stickers), SpotPainter(_ZOOM, colours, self._sign)
        painter, sign = self._painters
        status = Status.READY if thing.art is None else Status.MASTERED
        face = thing.face if thing.art is None else thing.art.face
        step = thing.step or _NO_STEP
        look = Look(status, step, thing.level, thing.boss, cursor=here, chosen=False, odd=False, face=face)
        if face is None and self._emblems(thing.emblem, _ZOOM.width) is not None:
            whose = Step("", "", "", badge=thing.emblem)
            return sign.spot(look._replace(status=Status.MASTERED, step=whose, boss=False))
        return painter.spot(look)

    def _sign(self, whose: Step, _face: Face | None, size: int) -> Pixels | None:
        """Give the sign of a child."""
        return self._emblems(whose.badge, size)

    def _words(self, text: str, *, here: bool, strong: bool) -> Strip:
        shown = shortened(text, _WIDE - 1)
        left = max(0, (_ZOOM.width - cell_len(shown)) // 2)
        cursor = style(grid_colours(self.app.theme_variables).cursor, self.background_colors[1].rgb)
        look = (cursor if here else self.rich_style) + Style(bold=strong)
        return Strip([Segment(set_cell_size(" " * left + shown, _WIDE), look)], _WIDE)

    def _blank(self, width: int) -> Strip:
        return Strip([Segment(" " * width, self.rich_style)] if width else [], width)
