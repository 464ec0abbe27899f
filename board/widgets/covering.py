"""Big tiles with open spots and the stickers that belong on them: pressed, a sticker grows out of its spot."""

from collections.abc import Collection, Sequence

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from board.art.cells import Colour, Pixels, mixed
from board.art.child_signs import SIDE, child_sign, larger
from board.art.cover_signs import cover_sign
from board.art.covering import RIBBON_HIGH, STAGES, aired, emptied, grown, on_its_sheet, ribbon
from board.art.shelf import StickerShelf
from board.art.signs import sign
from board.mastery.covering import ToCover
from board.mastery.progress import Status
from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.cell_canvas import CellCanvas
from board.widgets.cover_plan import Inside, inside, tile_places
from board.widgets.grid_colours import grid_colours
from board.widgets.grid_plan import wrapped
from board.widgets.growing import Growing
from board.widgets.painted import Painted
from board.widgets.path_tiles import tag_digit
from board.widgets.tapping import Tap
from board.words import glyph

_HERE, _DONE = 0.12, 0.2
"""Share of the accent behind the tile the child is on, and of the level's colour behind one that is covered."""

_FRAMED = 2
"""Lines of a tile that is nothing but frame."""


class Covering(Painted):
    """Tiles of spots side by side, each with its sticker still on its sheet, and behind them one that goes back.

    Args:
        stickers: Where the children's stickers come from.
        moves: Whether a sticker grows; else it is simply there.
    """

    DEFAULT_CSS = "Covering { pointer: pointer; }"

    spots: var[Sequence[ToCover]] = var(())
    """What is to be covered, or is covered already."""

    here: var[int] = var(0)
    """Number of the tile the child is on; that of the way back is the last."""

    class Pressed(Message):
        """A tile was tapped."""

        def __init__(self, number: int) -> None:
            """Make the message.

            Args:
                number: Its number, from 0.
            """
            super().__init__()
            self.number = number

    class Covered(Message):
        """A sticker is there, whole."""

    def __init__(self, stickers: StickerShelf, *, moves: bool) -> None:
        super().__init__()
        self._stickers, self._moves = stickers, moves
        self._covered: set[str] = set()
        self._awaited: set[str] = set()
        self._growing: Growing[str] = Growing(self, self._moved)
        self._tap = Tap()
        self._ground: CellCanvas | None = None

    @property
    def eye(self) -> Offset:
        """The middle of the tile the child is on."""
        left, top, wide, high = self._places[min(self.here, len(self.spots))]
        return Offset(left + wide // 2, top + high // 2)

    @property
    def left(self) -> tuple[int, ...]:
        """The numbers of the tiles that are not covered yet."""
        return tuple(at for at, spot in enumerate(self.spots) if spot.step.id not in self._covered)

    @property
    def is_covered(self) -> bool:
        """Whether all are."""
        return not self.left

    def watch_spots(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def watch_here(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def cover(self, step_id: str) -> None:
        """Let the sticker of a spot grow; where its picture is not ready yet, as soon as it is.

        Args:
            step_id: Id of its step.
        """
        self._covered.add(step_id)
        self._awaited.add(step_id)
        self._begin()

    def finish(self) -> bool:
        """Let what grows be whole at once, and tell whether anything grew."""
        return self._growing.finish()

    def pictures_came(self) -> None:
        """Let those grow that waited for their pictures."""
        super().pictures_came()
        self._begin()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._tile_at(event))

    def on_click(self, event: events.Click) -> None:
        """Tell which tile was tapped."""
        number = self._tile_at(event)
        if number is not None and self._tap.ends_on(number):
            self.post_message(self.Pressed(number))

    def _tile_at(self, event: events.MouseEvent) -> int | None:
        return next((at for at, place in enumerate(self._places) if place.holds(event.x, event.y)), None)

    @property
    def _places(self) -> tuple[Box, ...]:
        return tile_places(self.size.width, self.size.height, len(self.spots))

    @property
    def _inside(self) -> Inside | None:
        first = self._places[0]
        return inside(first.wide, first.high, ribbon=any(spot.boss for spot in self.spots)) if self.spots else None

    def _begin(self) -> None:
        """Let those grow whose pictures are here."""
        size = found.size if (found := self._inside) is not None else SIDE
        ready = [
            spot.step.id
            for spot in self.spots
            if spot.step.id in self._awaited and self._sticker(spot, size) is not None
        ]
        self._awaited -= set(ready)
        self.paint_anew()
        if self._moves and self._growing.is_wanted:
            self._growing.begin(ready)
        else:
            self._tell(ready)

    def _tell(self, ready: Collection[str]) -> None:
        for _ in ready:
            self.post_message(self.Covered())

    def _moved(self, steps: Collection[str]) -> None:
        """Paint the lines of those that have grown, and nothing else."""
        self._tell([step for step in steps if step not in self._growing])
        place = self._inside
        if self._strips is None or self._ground is None or place is None:
            self.paint_anew()
            return
        canvas = self._grown(self._ground.copy(), place)
        for spot, tile in zip(self.spots, self._places, strict=False):
            if spot.step.id in steps:
                left, top = tile.left + place.hole[0], 2 * tile.top + place.hole[1]
                end = top + place.hole_side + RIBBON_HIGH * place.times
                lines = range(top // 2, min(canvas.lines, -(-end // 2)))
                for line, strip in zip(lines, canvas.strips(lines), strict=True):
                    self._strips[line] = strip
                self.refresh(Region(left, lines.start, place.hole_side, len(lines)))

    def _sticker(self, spot: ToCover, size: int) -> Pixels | None:
        """Give the picture of a sticker: the child's own, and None as long as that is being made."""
        if spot.face is not None:
            own = self._stickers(spot.step, spot.face, size)
            if own is not None or self._stickers.is_waiting:
                return own
        return self._stickers(spot.step, None, size) or self._hole(spot, size, Status.MASTERED, self._back(spot))

    def _hole(self, spot: ToCover, size: int, status: Status, ground: Colour) -> Pixels:
        colours = grid_colours(self.app.theme_variables)
        hue = self._hue(spot)
        return sign(status, size, boss=spot.boss, hue=hue, hole=colours.hole, ground=ground, thinned=colours.thinned)

    def _hue(self, spot: ToCover) -> Colour:
        levels = grid_colours(self.app.theme_variables).levels
        return levels[spot.level % len(levels)].hue

    def _back(self, spot: ToCover) -> Colour:
        """Give the colour behind a spot."""
        panel, accent = self.colour("panel"), self.colour("accent")
        at = next((at for at, one in enumerate(self.spots) if one.step.id == spot.step.id), -1)
        back = mixed(panel, self._hue(spot), _DONE) if spot.step.id in self._covered else panel
        return mixed(back, accent, _HERE) if at == self.here else back

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        canvas = CellCanvas(self.size.width, self.size.height, self.colour("background"))
        place = self._inside
        for number, tile in enumerate(self._places):
            spot = self.spots[number] if number < len(self.spots) else None
            back = self._back(spot) if spot is not None else self.colour("panel")
            if spot is None and number == self.here:
                back = mixed(back, self.colour("accent"), _HERE)
            canvas.fill(tile.left, 2 * tile.top, tile.wide, 2 * tile.high - 1, back)
            if spot is None:
                self._paint_back(canvas, tile)
            elif place is not None:
                self._paint_spot(canvas, spot, tile, place)
            else:
                status = Status.MASTERED if spot.step.id in self._covered else Status.OPEN
                middle = tile.top + tile.high // 2
                canvas.write_centred(tile.left, middle, glyph(status, boss=spot.boss), tile.wide, self._hue(spot))
            if number == self.here:
                canvas.frame(tile.left, 2 * tile.top, tile.wide, 2 * tile.high - 1, self.colour("accent"))
            if not self.app.has_class(TOUCH_CLASS):
                inks = self.colour("background"), self.colour("accent")
                tag_digit(canvas, (tile.left, tile.top), number + 1, inks)
        self._ground = canvas
        return (canvas if place is None else self._grown(canvas.copy(), place)).strips()

    def _paint_back(self, canvas: CellCanvas, tile: Box) -> None:
        """Paint the way back as large as there is room."""
        ink = self.colour("foreground")
        picture = child_sign("back", ink)
        if tile.wide < SIDE + _FRAMED or 2 * tile.high < SIDE + 2 * _FRAMED:
            picture = cover_sign("back", ink)
        side = len(picture)
        if side <= tile.wide:
            middle = 2 * tile.top + tile.high + int(tile.high > SIDE // 2)
            canvas.stamp(tile.left + (tile.wide - side) // 2, middle - side // 2, picture)

    def _paint_spot(self, canvas: CellCanvas, spot: ToCover, tile: Box, place: Inside) -> None:
        ink, sticker = self.colour("foreground"), self._sticker(spot, place.size)
        is_gone = spot.step.id in self._covered and spot.step.id not in self._awaited
        if place.sheet is not None and place.arrow is not None:
            clear = (((0, 0, 0, 0),) * place.size,) * place.size
            sheet = on_its_sheet(sticker or clear, peeled=is_gone)
            canvas.stamp(*_on(tile, place.sheet), larger(sheet, place.sheet_times))
            if not is_gone:
                arrow = cover_sign("onto" if place.beside else "down", self.colour("accent"))
                canvas.stamp(*_on(tile, place.arrow), larger(arrow, place.sheet_times))
        for line, text in enumerate(wrapped(spot.step.title, tile.wide - 2, place.word_lines), tile.top + place.words):
            canvas.write_centred(tile.left + 1, line, text, tile.wide - 2, ink, bold=True)

    def _grown(self, canvas: CellCanvas, place: Inside) -> CellCanvas:
        """Paint the spots as they are now."""
        for spot, tile in zip(self.spots, self._places, strict=False):
            is_open = spot.step.id not in self._covered or spot.step.id in self._awaited
            stage = 0 if is_open else self._growing.stage(spot.step.id)
            back = self._back(spot)
            hole = self._hole(spot, place.size, Status.OPEN, back)
            if spot.boss:
                hole = emptied(hole, back, grid_colours(self.app.theme_variables).hole)
            hole = larger(hole, place.times)
            sticker = self._sticker(spot, place.size) if stage else None
            air = place.air * place.times
            glow = self.colour("gold") if spot.boss else self._hue(spot)
            shown = aired(hole, air)
            if sticker is not None:
                shown = grown(shown, aired(larger(sticker, place.times), air), stage / STAGES, glow)
            canvas.stamp(*_on(tile, place.hole), shown)
            if spot.boss and stage:
                band = ribbon(place.hole_side // place.times, stage / STAGES, glow, mixed(glow, (0, 0, 0), 0.35))
                canvas.stamp(*_on(tile, place.ribbon), larger(band, place.times))
        return canvas


def _on(tile: Box, point: tuple[int, int]) -> tuple[int, int]:
    return tile.left + point[0], 2 * tile.top + point[1]
