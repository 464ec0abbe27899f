"""Makes the lines of a student's path: bands, words, and rows of spots with their titles."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from board.art.cells import AIR, Colour
from board.art.covering import STAGES
from board.mastery.seen import Seen
from board.terminal.themes import LEVEL_HUES
from board.widgets.grid_colours import GridColours, style
from board.widgets.grid_plan import shortened
from board.widgets.path_plan import Kind, Line, PathPlan, Place
from board.widgets.pieced_line import PiecedLine
from board.widgets.spot_painter import Look, SpotPainter


@dataclass(frozen=True, eq=False)
class PathLines:
    """Makes lines of one path in one theme.

    Attributes:
        plan: Where everything stands.
        seen: What the spot of each place of the plan shows.
        painter: Paints the spots.
        width: Cells across.
        stage: Gives how far the sticker of a step has grown, see `board.art.covering`.
    """

    plan: PathPlan
    seen: Sequence[Seen]
    painter: SpotPainter
    width: int
    stage: Callable[[str], int] = lambda _: STAGES

    def line(self, y: int, here: int) -> Strip:
        """Give a line.

        Args:
            y: Its number from the top.
            here: Number of the place under the cursor.
        """
        if y >= len(self.plan.lines):
            return self._text("", self.space)
        line = self.plan.lines[y]
        match line.kind:
            case Kind.BAND:
                return self._text(line.text, self._colours.bands[line.level % LEVEL_HUES])
            case Kind.WORDS:
                return self._text(line.text, style(self._hue(line.level), self._ground(line.level)))
            case Kind.GAP:
                return self._text("", self.space)
        return self._spots(line, here)

    @property
    def space(self) -> Style:
        """The style where nothing is."""
        return self._colours.space

    @property
    def _colours(self) -> GridColours:
        return self.painter.colours

    def _hue(self, level: int) -> Colour:
        return self._colours.levels[level % LEVEL_HUES].hue

    def _ground(self, level: int, *, boss: bool = False) -> Colour:
        return self._colours.ground(level, boss=boss)

    def _text(self, text: str, look: Style) -> Strip:
        shown = set_cell_size(shortened(text, self.width), self.width)
        return Strip([Segment(shown, look)], self.width)

    def _spots(self, line: Line, here: int) -> Strip:
        pieces: list[Strip] = []
        end = 0
        for at, place in self.plan.row(line.row):
            pieces.append(_blank(place.left - end, self._ground(line.level)))
            pieces += self._part(at, line.at, here=at == here)
            end = place.left + self.plan.pitch
        pieces.append(_blank(self.width - end, self._ground(line.level)))
        filled = [piece for piece in pieces if piece.cell_length]
        return PiecedLine(filled, sum(piece.cell_length for piece in filled)).crop(0, self.width)

    def _part(self, at: int, line: int, *, here: bool) -> Iterator[Strip]:
        """Give one line of a place's part of its row: sticker over title, or sign before title."""
        place, zoom, pitch = self.plan.places[at], self.plan.zoom, self.plan.pitch
        ground = self._ground(place.level, boss=place.boss)
        if not zoom.has_stickers:
            yield self._paint(at, here=here)[0] if line == 0 else _blank(zoom.width, ground)
            yield self._title(place, line, pitch - zoom.width, here=here, centred=False)
        elif line < zoom.height:
            left = (pitch - zoom.width + AIR) // 2
            yield _blank(left, ground)
            yield self._paint(at, here=here)[line]
            yield _blank(pitch - zoom.width - left, ground)
        else:
            yield self._title(place, line - zoom.height, pitch, here=here, centred=True)

    def _paint(self, at: int, *, here: bool) -> Sequence[Strip]:
        place = self.plan.places[at]
        return self.painter.spot(
            Look(
                self.seen[at].status,
                place.step,
                place.level,
                place.boss,
                cursor=here,
                chosen=False,
                odd=False,
                face=self.seen[at].face if self.plan.zoom.has_stickers else None,
                stage=self.stage(place.step.id) if self.plan.zoom.has_stickers else STAGES,
            )
        )

    def _title(self, place: Place, line: int, width: int, *, here: bool, centred: bool) -> Strip:
        text = place.title[line] if line < len(place.title) else ""
        before = (width - cell_len(text)) // 2 if centred else 0
        colour = self._colours.cursor if here else self._hue(place.level)
        look = style(colour, self._ground(place.level, boss=place.boss), bold=here or place.boss)
        return Strip([Segment(set_cell_size(" " * before + text, width), look)], width)


def _blank(width: int, ground: Colour) -> Strip:
    return Strip([Segment(" " * width, style(ground, ground))] if width > 0 else [], max(0, width))
