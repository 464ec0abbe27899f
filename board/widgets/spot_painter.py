"""Paints one spot of the grid as cells; every look is painted once and kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from board import words
from board.art.cells import Colour, Pixels, laid_on, mixed
from board.art.covering import STAGES, grown
from board.art.signs import sign
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.mastery.progress import Status
from board.terminal.themes import LEVEL_HUES
from board.widgets.grid_colours import GridColours, style
from board.widgets.grid_plan import Zoom
from board.widgets.pieced_line import PixelStrip

Stickers = Callable[[Step, Face | None, int], Pixels | None]
"""Gives the picture of a sticker at a size in pixels: of a child's own picture, or of the step's starter art where no face
is given; None when there is none, or none yet."""


def no_stickers(_step: Step, _face: Face | None, _size: int) -> Pixels | None:
    """Give no picture: where no sticker is shown."""
    return None


_MOST_PAINTED = 1_500
"""Looks kept before starting over: more than any screen shows, and bounded however many pictures a class has."""

Cells = tuple[Segment, ...]
"""One line of a spot."""

Paint = tuple[Strip, ...]
"""The lines of a spot, top first; each remembers its own text once it was written."""


class Look(NamedTuple):
    """Everything that makes two spots look the same; `stage` is how far its sticker has grown, see `board.art.covering`."""

    status: Status
    step: Step
    level: int
    boss: bool
    cursor: bool
    chosen: bool
    odd: bool
    face: Face | None = None
    stage: int = STAGES


@dataclass
class SpotPainter:
    """Paints spots in the colours of one theme at one zoom.

    Attributes:
        zoom: Size of a spot in cells.
        colours: Colours of the theme.
        stickers: Where pictures come from.
    """

    zoom: Zoom
    colours: GridColours
    stickers: Stickers
    _painted: dict[Look, Paint] = field(default_factory=dict, init=False)

    def spot(self, look: Look) -> Paint:
        """Give the lines of a spot."""
        painted = self._painted.get(look)
        if painted is None:
            wanted = look.face if self.zoom.has_stickers else None
            own = self.stickers(look.step, wanted, self.zoom.width) if wanted is not None else None
            lines = self._sticker(look, own) if self.zoom.has_stickers else self._sign(look)
            painted = tuple(PixelStrip(_joined(line), self.zoom.width) for line in lines)
            if wanted is None or own is not None:  # else starter art stands in until the picture is ready
                self._keep(look, painted)
        return painted

    def _keep(self, look: Look, painted: Paint) -> None:
        if len(self._painted) >= _MOST_PAINTED:
            self._painted.clear()
        self._painted[look] = painted

    def _sign(self, look: Look) -> tuple[Cells, ...]:
        """Paint a spot of the overview: a block around the sign is the cursor, brackets say that it is chosen.

        Both at once are a block with braces: other than brackets also where neither colour nor bold is seen.
        """
        glyph = words.glyph(look.status, boss=look.boss)
        ground = self.colours.ground(look.level, boss=look.boss, odd=look.odd, cursor=look.chosen)
        hue = self.colours.levels[look.level % LEVEL_HUES].hue
        if look.cursor:
            inside = style(ground, self.colours.cursor, bold=True)
            if look.chosen:
                return ((Segment(f"{{{glyph}}}", inside),),)
            edge = style(self.colours.cursor, ground)
            return ((Segment("▐", edge), Segment(glyph, inside), Segment("▌", edge)),)
        faint = look.status in (Status.OPEN, Status.LOCKED, Status.EXCUSED)
        beaten = look.boss and look.status is Status.MASTERED
        sign = style(
            self.colours.gold if beaten else mixed(hue, ground, 0.45 * self.colours.thinned) if faint else hue, ground
        )
        if look.chosen:
            bracket = style(self.colours.cursor, ground)
            return ((Segment("[", bracket), Segment(glyph, sign), Segment("]", bracket)),)
        return ((Segment(f" {glyph} ", sign),),)

    def _sticker(self, look: Look, own: Pixels | None) -> tuple[Cells, ...]:
        """Paint a spot of a bigger zoom: a frame is the cursor, a tick in the last corner says that it is chosen."""
        size = self.zoom.width
        ground = self.colours.ground(look.level, boss=look.boss, odd=look.odd, cursor=look.cursor or look.chosen)
        hues = self.colours.levels[look.level % LEVEL_HUES]
        mastered = look.status is Status.MASTERED
        picture = own if own is not None else self.stickers(look.step, None, size) if mastered else None
        if picture is None:
            picture = self._drawn(look.status, look, ground)
        if mastered and look.stage < STAGES:
            glow = self.colours.gold if look.boss else hues.hue
            picture = grown(self._drawn(Status.OPEN, look, ground), picture, look.stage / STAGES, glow)
        lines = _half_blocks(laid_on(picture, ground))
        edge = style(self.colours.cursor, ground, bold=True)
        if look.boss and look.status not in (Status.OPEN, Status.LOCKED):
            glyph, colour = ("★", self.colours.gold) if mastered else ("☆", hues.hue)
            lines = _with_sign(lines, 0, Segment(glyph, style(colour, ground)), framed=look.cursor)
        if look.cursor:
            lines = _framed(lines, edge)
        return _with_sign(lines, -1, Segment(words.CHOSEN, edge)) if look.chosen else lines

    def _drawn(self, status: Status, look: Look, ground: Colour) -> Pixels:
        """Draw the sign of a status."""
        colours, hue = self.colours, self.colours.levels[look.level % LEVEL_HUES].hue
        size, thinned = self.zoom.width, colours.thinned
        return sign(status, size, boss=look.boss, hue=hue, hole=colours.hole, ground=ground, thinned=thinned)


def _half_blocks(rows: tuple[tuple[Colour, ...], ...]) -> tuple[Cells, ...]:
    return tuple(tuple(map(_cell, rows[at], rows[at + 1])) for at in range(0, len(rows), 2))


def _cell(upper: Colour, lower: Colour) -> Segment:
    return Segment(" ", style(upper, upper)) if upper == lower else Segment("▀", style(upper, lower))


def _joined(cells: Cells) -> Cells:
    """Put neighbours of one style together: less to write to the terminal."""
    joined: list[Segment] = []
    for cell in cells:
        if joined and joined[-1].style is cell.style:  # the same object, see `style`; comparing styles takes long
            joined[-1] = Segment(joined[-1].text + cell.text, cell.style)
        else:
            joined.append(cell)
    return tuple(joined)


def _with_sign(lines: tuple[Cells, ...], line: int, sign: Segment, *, framed: bool = False) -> tuple[Cells, ...]:
    """Put a sign at the right end of a line, or before the frame that comes there."""
    changed = list(lines)
    cells = changed[line]
    changed[line] = (*cells[:-2], sign, cells[-1]) if framed else (*cells[:-1], sign)
    return tuple(changed)


def _framed(lines: tuple[Cells, ...], edge: Style) -> tuple[Cells, ...]:
    top, *middle, bottom = lines
    return (
        (Segment("┏", edge), *top[1:-1], Segment("┓", edge)),
        *middle,
        (Segment("┗", edge), *bottom[1:-1], Segment("┛", edge)),
    )
