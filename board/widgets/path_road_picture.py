"""A child's road, painted: grounds, the road itself, spots with stickers or signs, and what they grow from."""

from collections.abc import Iterable, Sequence

from textual.strip import Strip

from board.art.cells import Colour, Pixels, mixed
from board.art.colourless import colourless
from board.art.signs import sign
from board.mastery.path_map import ChildMap
from board.terminal.themes import LEVEL_HUES
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_colours import GridColours
from board.widgets.path_road_plan import STEM, RoadPlace, RoadPlan, RoadRow
from board.widgets.spot_painter import Stickers
from board.words.child_path import MY_OWN_STEPS

_ROAD = 4
"""Pixels the road is wide."""

_DASH, _BETWEEN = 2, 4
"""Pixels of each dash in its middle, and of each gap."""

_BESIDE_TURN = 7
"""Cells a flag's words stand from its end, clear of the road that may cross it."""

_ROOT = 8
"""Pixels a root's sticker is wide."""

_CORNER = 3
"""Pixels of a frame's corner."""

_HEART = (" # # ", "#####", " ### ", "  #  ")
_RED = (226, 58, 46)


class RoadPicture:
    """Paints one road in the colours of one theme; where the child looks another way, only the row it looks at.

    Args:
        plan: Where everything stands.
        seen: The child's map.
        colours: Colours of the theme.
        stickers: Where pictures come from.
        space: Colour where nothing is.
        has_digits: Whether the digits that lead to spots stand beside them.
    """

    def __init__(
        self,
        plan: RoadPlan,
        seen: ChildMap,
        colours: GridColours,
        stickers: Stickers,
        space: Colour,
        *,
        has_digits: bool = True,
    ) -> None:
        self._plan, self._seen, self._colours, self._stickers = plan, seen, colours, stickers
        self._has_digits = has_digits
        self._offered = [spot.step.id for spot in seen.choices]
        self._here = ""
        self._canvas = CellCanvas(plan.width, plan.lines, space)
        for row in plan.rows:
            self._paint_ground(row)
        self._paint_road()
        for row in plan.rows:
            self._write_flag(row)
        self._bare = self._canvas
        self._pictures: dict[str, Pixels] = {}
        self._still = self._painted(plan.places).strips()
        self._near: dict[str, list[Strip]] = {}

    def strips(self, here: str) -> list[Strip]:
        """Give all lines.

        Args:
            here: Id of the step the child looks at; one that is not on the road is looked at nowhere.
        """
        at = next((place.row for place in self._plan.places if place.spot.step.id == here), None)
        if at is None:
            return self._still
        row, self._here = self._plan.rows[at], here
        if here not in self._near:
            near = self._painted(place for place in self._plan.places if place.row == at)
            self._near[here] = near.strips(range(row.top, row.end))
        return [*self._still[: row.top], *self._near[here], *self._still[row.end :]]

    def _painted(self, places: Iterable[RoadPlace]) -> CellCanvas:
        """Give the road with some of its places."""
        self._canvas = self._bare.copy()
        for place in places:
            self._paint_place(place)
        return self._canvas

    def _paint_ground(self, row: RoadRow) -> None:
        """Paint the ground of a row, and the flag of its stop over it."""
        self._canvas.fill(0, 2 * row.start, self._plan.width, 2 * (row.end - row.start), self._ground(row.stop))
        if row.flag is not None:
            self._canvas.fill(0, 2 * row.flag, self._plan.width, 2, self._hue(row.stop))

    def _write_flag(self, row: RoadRow) -> None:
        if row.flag is not None:
            stop, triplet = self._seen.stops[row.stop], self._colours.bands[row.stop % LEVEL_HUES].color
            assert triplet is not None
            red, green, blue = triplet.get_truecolor()
            done = "★ " if stop.finished else ""
            text = f"{done}{stop.title or MY_OWN_STEPS}"
            self._canvas.write(_BESIDE_TURN, row.flag, text, (red, green, blue), bold=True)

    def _paint_road(self) -> None:
        """Paint the road from row to row, and what is behind its last spot not at all."""
        plan, rows = self._plan, self._plan.rows
        for number, row in enumerate(rows):
            places = [place for place in plan.places if place.row == number]
            left, right = 1, plan.width - 1 - _ROAD
            ends = [place.left + plan.zoom.width // 2 for place in (places[0], places[-1])]
            first = ends[0] if number == 0 else right if row.backwards else left
            last = ends[-1] if number == len(rows) - 1 else left if row.backwards else right
            middle = 2 * row.top + plan.zoom.height - _ROAD // 2
            start, end = min(first, last), max(first, last) + _ROAD
            colour = self._road(row.stop)
            self._canvas.fill(start, middle, end - start, _ROAD, colour)
            lane = mixed(self._hue(row.stop), self._colours.hole, 0.1)
            for x in range(start + _BETWEEN, end - _BETWEEN, _DASH + _BETWEEN):
                self._canvas.fill(x, middle + 1, _DASH, _ROAD - 2, lane)
            if number < len(rows) - 1:
                self._paint_turn(row, rows[number + 1], last, middle)

    def _paint_turn(self, row: RoadRow, below: RoadRow, left: int, middle: int) -> None:
        end = 2 * below.top + self._plan.zoom.height + _ROAD // 2
        for y in range(middle, end):
            stop = row.stop if y < 2 * row.end else below.stop
            self._canvas.fill(left, y, _ROAD, 1, self._road(stop))

    def _paint_place(self, place: RoadPlace) -> None:
        canvas, zoom, spot = self._canvas, self._plan.zoom, place.spot
        row, size = self._plan.rows[place.row], self._plan.zoom.width
        top, ground, hue = 2 * row.top, self._ground(place.stop, boss=spot.boss), self._hue(place.stop)
        canvas.disc(place.left - 1, top, size, ground)
        if spot.boss:
            canvas.disc(place.left - 1, top, size, mixed(self._colours.gold, ground, 0.35))
            canvas.disc(place.left, top + 1, size - 2, ground)
        canvas.stamp(place.left, top, self._picture(place, ground))
        if spot.wanted:
            self._paint_heart(place.left + size - 4, top)
        here = spot.step.id == self._here
        if here:
            self._paint_corners(place.left - 2, top, size + 3, size)
        front = self._colours.cursor if here else hue
        start = place.left - (place.width - size) // 2
        for line, text in enumerate(place.title, row.top + zoom.height):
            canvas.write_centred(start, line, text, place.width, front, bold=here or spot.boss)
        if spot.step.id in self._offered and self._has_digits:
            number = self._offered.index(spot.step.id) + 1
            ink = ground if here else self._colours.cursor
            canvas.write(place.left - 2, row.top, f"{number}", ink, bold=True)
        if spot.root is not None:
            self._paint_root(place, row)

    def _paint_root(self, place: RoadPlace, row: RoadRow) -> None:
        """Paint what a step grows from, below its title, with a stem between them."""
        assert place.spot.root is not None
        line = row.top + self._plan.zoom.height + len(place.title)
        middle = place.left + self._plan.zoom.width // 2
        self._canvas.fill(
            middle - 1, 2 * line, 2, 2 * STEM + 2, mixed(self._hue(place.stop), self._ground(place.stop), 0.4)
        )
        root = place.spot.root
        picture = self._stickers(root.step, root.face, _ROOT) or self._stickers(root.step, None, _ROOT)
        if picture is not None:
            self._canvas.stamp(middle - _ROOT // 2, 2 * (line + STEM), picture)

    def _paint_corners(self, left: int, top: int, width: int, height: int) -> None:
        """Paint the corners of a frame: between them no part of the picture is covered."""
        for y in (top, top + height - 1):
            for x in (left, left + width - _CORNER):
                self._canvas.fill(x, y, _CORNER, 1, self._colours.cursor)
        for x in (left, left + width - 1):
            self._canvas.fill(x, top, 1, height, self._colours.cursor)

    def _paint_heart(self, left: int, top: int) -> None:
        for y, line in enumerate(_HEART, top):
            for x, char in enumerate(line, left):
                if char == "#":
                    self._canvas.fill(x, y, 1, 1, _RED)

    def _picture(self, place: RoadPlace, ground: Colour) -> Pixels:
        """Give the picture of a place, the same wherever the child looks."""
        if place.spot.step.id not in self._pictures:
            self._pictures[place.spot.step.id] = self._drawn(place, ground)
        return self._pictures[place.spot.step.id]

    def _drawn(self, place: RoadPlace, ground: Colour) -> Pixels:
        spot, size = place.spot, self._plan.zoom.width
        if spot.sticker is not None:
            own = self._stickers(spot.step, spot.sticker.face, size) or self._stickers(spot.step, None, size)
            if own is not None:
                return own
        own = None if spot.own is None else self._stickers(spot.step, spot.own, size)
        picture = own or self._stickers(spot.step, None, size)
        grey = None if picture is None else colourless(picture)
        if grey is not None and spot.step.id in self._offered:
            return grey
        drawn = sign(
            spot.status,
            size,
            boss=spot.boss,
            hue=self._hue(place.stop),
            hole=self._colours.hole,
            ground=ground,
            thinned=self._colours.thinned,
        )
        return _laid_in(_without(drawn, ground), grey, self._colours.hole)

    def _hue(self, stop: int) -> Colour:
        return self._colours.levels[stop % LEVEL_HUES].hue

    def _ground(self, stop: int, *, boss: bool = False) -> Colour:
        return self._colours.ground(stop, boss=boss)

    def _road(self, stop: int) -> Colour:
        return mixed(self._hue(stop), self._ground(stop), 0.6)


def _laid_in(drawn: Pixels, picture: Pixels | None, hole: Colour) -> Pixels:
    """Give a sign with a picture in place of its hole; where there is none the hole stays."""
    if picture is None:
        return drawn
    return tuple(
        tuple(
            (inner if inner[3] else (0, 0, 0, 0)) if pixel[:3] == hole and pixel[3] else pixel
            for pixel, inner in zip(row, under, strict=True)
        )
        for row, under in zip(drawn, picture, strict=True)
    )


def _without(picture: Sequence[Sequence[tuple[int, int, int, int]]], ground: Colour) -> Pixels:
    """Give a picture that shows what lies under it where it has its ground's colour."""
    return tuple(tuple((*pixel[:3], 0) if pixel[:3] == ground else pixel for pixel in row) for row in picture)
