"""Big tiles for a child that may not read yet: a picture to press, with its words and the digit of its key."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from board.art.cells import Colour, Pixels, mixed
from board.art.child_signs import SIDE, badge, child_sign, larger
from board.art.colourless import colourless
from board.mastery.curriculum import Step
from board.mastery.pictures import Face
from board.widgets.box import Box
from board.widgets.browser import TOUCH_CLASS
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_colours import style
from board.widgets.grid_plan import wrapped
from board.widgets.painted import Painted
from board.widgets.path_tiles_plan import LINES, RIMS, tile_place, tiles_across
from board.widgets.pieced_line import PiecedLine, PixelStrip
from board.widgets.spot_painter import Stickers
from board.widgets.tapping import Tap

_MOST_WORDS = 3
"""Lines of words at most."""

_TAG = 3
"""Cells of the tag a tile's digit stands on."""

PHOTO_SIDES = (SIDE, 3 * SIDE // 2, 2 * SIDE)
"""Sides of the squares into which a photo fits on a tile, in px; it is shown as large as the tile has room for."""

Photo = tuple[Pixels, ...]
"""A picture that is nobody's yet, in each of `PHOTO_SIDES`."""


class BigTile(NamedTuple):
    """Something to press.

    Attributes:
        words: What it says.
        sign: Name of its sign, see `child_signs`; for a step, of the one that stands in where it has no picture.
        step: The step whose picture it shows, or None.
        face: The child's own picture on its sticker, None for starter art.
        earned: Whether the step has its sticker.
        beside: Names of signs that stand beside the picture, the last one the most needed.
        photo: A picture that is shown instead of all these, or None.
    """

    words: str
    sign: str = ""
    step: Step | None = None
    face: Face | None = None
    earned: bool = False
    beside: tuple[str, ...] = ()
    photo: Photo | None = None


def picture_of(tile: BigTile, stickers: Stickers, ink: Colour) -> Pixels | None:
    """Give the picture of a tile, None where a step has none; of a step that is not shown yet a colourless one.

    Args:
        tile: The tile.
        stickers: Where pictures of steps come from.
        ink: Colour of the lines of signs.
    """
    if tile.photo is not None:
        return tile.photo[0]
    if tile.step is None:
        return _sign(tile, ink)
    own = stickers(tile.step, tile.face, SIDE) if tile.face is not None else None
    picture = own or stickers(tile.step, None, SIDE) or _sign(tile, ink)
    return picture if picture is None or tile.earned else colourless(picture)


def _sign(tile: BigTile, ink: Colour) -> Pixels | None:
    return child_sign(tile.sign, ink) if tile.sign else None


class BigTiles(Painted):
    """Tiles side by side, and in more rows where they are many; the one the child is on has a frame.

    Args:
        stickers: Where pictures of steps come from.
    """

    DEFAULT_CSS = "BigTiles { pointer: pointer; }"

    tiles: var[Sequence[BigTile]] = var(())
    """What there is to press."""

    here: var[int] = var(-1)
    """Number of the tile the child is on, -1 for none."""

    class Pressed(Message):
        """A tile was tapped."""

        def __init__(self, number: int) -> None:
            """Make the message.

            Args:
                number: Its number, from 0.
            """
            super().__init__()
            self.number = number

    def __init__(self, stickers: Stickers) -> None:
        self._stickers = stickers
        self._tap = Tap()
        self._ready: dict[tuple[int, bool], list[Strip]] = {}
        """The lines of tiles that are painted already, by number, and whether the child is on it."""
        self._gaps: dict[int, Strip] = {}
        self._places: list[Box] = []
        super().__init__()

    @property
    def eye(self) -> Offset:
        """The first letter of the tile the child is on."""
        left, top, wide, high = self._place(max(0, self.here))
        return Offset(left + wide // 2, top + high // 2)

    @property
    def across(self) -> int:
        """How many stand side by side."""
        return tiles_across(len(self.tiles), *self.size)

    def watch_tiles(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def watch_here(self, before: int, now: int) -> None:
        """Paint the two tiles that change, and no other: an arrow does no more."""
        self._strips = None
        for number in (before, now):
            if 0 <= number < len(self._places):
                self.refresh(Region(*self._places[number]))

    def paint_anew(self) -> None:
        """Paint all of it again."""
        self._ready.clear()
        self._gaps.clear()
        self._places.clear()
        super().paint_anew()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._tile_at(event))

    def on_click(self, event: events.Click) -> None:
        """Tell which tile was tapped."""
        number = self._tile_at(event)
        if number is not None and self._tap.ends_on(number):
            self.post_message(self.Pressed(number))

    def _tile_at(self, event: events.MouseEvent) -> int | None:
        for number in range(len(self.tiles)):
            if self._place(number).holds(event.x, event.y):
                return number
        return None

    def _place(self, number: int) -> Box:
        """Give where a tile is."""
        return tile_place(number, len(self.tiles), *self.size)

    def painted(self) -> list[Strip]:
        """Give all its lines, made of those of the tiles."""
        width, height = self.size
        if not self._places:
            self._places = [self._place(number) for number in range(len(self.tiles))]
        lines: list[list[Strip]] = [[] for _ in range(height)]
        ends = [0] * height
        for number, (left, top, wide, _) in enumerate(self._places):
            for at, piece in enumerate(self._lines_of(number)[: max(0, height - top)], top):
                if left > ends[at]:
                    lines[at].append(self._gap(left - ends[at]))
                lines[at].append(piece)
                ends[at] = left + wide
        for line, end in zip(lines, ends, strict=True):
            if width > end:
                line.append(self._gap(width - end))
        return [PiecedLine(line, width) for line in lines]

    def _gap(self, width: int) -> Strip:
        """Give the ground between tiles."""
        if width not in self._gaps:
            ground = self.colour("background")
            self._gaps[width] = PixelStrip([Segment(" " * width, style(ground, ground))], width)
        return self._gaps[width]

    def _lines_of(self, number: int) -> list[Strip]:
        """Give the lines of a tile."""
        is_here = number == self.here
        if (number, is_here) not in self._ready:
            _, _, wide, high = self._places[number]
            ground, panel, ink, accent = (self.colour(name) for name in ("background", "panel", "foreground", "accent"))
            canvas = CellCanvas(wide, high, ground)
            is_shown = is_here and not self._is_touched
            back = mixed(panel, accent, 0.22) if is_shown else panel
            canvas.fill(0, 0, wide, 2 * high - 1, back)
            self._paint_tile(canvas, self.tiles[number], (ink, back))
            if is_shown:
                canvas.frame(0, 0, wide, 2 * high - 1, accent)
            if not self._is_touched:
                tag_digit(canvas, (0, 0), number + 1, (ground, accent))
            self._ready[number, is_here] = canvas.strips()
        return self._ready[number, is_here]

    def _paint_tile(self, canvas: CellCanvas, tile: BigTile, colours: tuple[Colour, Colour]) -> None:
        wide, high, ink = canvas.width, canvas.lines, colours[0]
        if tile.photo is not None and high >= LINES:
            self._paint_photo(canvas, tile, ink)
            return
        shown = self._pictures(tile, (wide, high), ink)
        spare = high - LINES - RIMS if shown else high
        words = wrapped(tile.words, wide - RIMS, min(_MOST_WORDS, spare))
        times = self._times(wide, high) if self._is_touched else _times(wide, high, len(words), len(shown))
        tall = LINES * times if shown else 0
        line = max(int(high > tall and not self._is_touched), (high - tall - len(words)) // 2)
        at = (wide - SIDE * times * len(shown)) // 2
        for number, picture in enumerate(shown):
            canvas.stamp(at + number * SIDE * times, 2 * line, larger(picture, times))
        if tile.beside and len(shown) == 1:
            self._paint_badge(canvas, tile, colours)
        for number, text in enumerate(words, line + tall):
            canvas.write_centred(1, number, text, wide - RIMS, ink, bold=True)

    @property
    def _is_touched(self) -> bool:
        """Whether fingers touch it: they need no frame, and so leave more room."""
        return self.app.has_class(TOUCH_CLASS)

    def _times(self, wide: int, high: int) -> int:
        """Give how many times as large as they are drawn pictures are on all tiles: as large as on that with least room."""
        ink = self.colour("foreground")
        return min(
            _times(
                wide,
                high + 1,
                len(wrapped(tile.words, wide - RIMS, min(_MOST_WORDS, high - LINES - RIMS))),
                len(self._pictures(tile, (wide, high), ink)),
            )
            for tile in self.tiles
        )

    def _paint_photo(self, canvas: CellCanvas, tile: BigTile, ink: Colour) -> None:
        """Paint a photo in the middle, as large as there is room, and its words below where these have room too."""
        wide, high, photo = canvas.width, canvas.lines, tile.photo or ()
        words = wrapped(tile.words, wide - RIMS, 1) if tile.words and high > LINES + RIMS else []
        room = high - len(words) - RIMS
        fits = [at for at, side in enumerate(PHOTO_SIDES) if side <= wide - RIMS and side <= 2 * room]
        picture = photo[fits[-1] if fits else 0]
        line = max(0, high - len(words) - (len(picture) + 1) // 2) // 2
        canvas.stamp(max(0, wide - len(picture[0])) // 2, 2 * line, picture)
        for number, text in enumerate(words, line + (len(picture) + 1) // 2):
            canvas.write_centred(1, number, text, wide - RIMS, ink, bold=True)

    def _pictures(self, tile: BigTile, room: tuple[int, int], ink: Colour) -> list[Pixels]:
        """Give the pictures a tile has room for: all, or the one it is about alone, and none that is not whole."""
        wide, high = room
        own = picture_of(tile, self._stickers, ink)
        pictures = [*([] if own is None else [own]), *(child_sign(name, ink) for name in tile.beside)]
        many = wide // SIDE if high >= LINES else 0
        return pictures if len(pictures) <= many else pictures[: min(1, many)]

    def _paint_badge(self, canvas: CellCanvas, tile: BigTile, colours: tuple[Colour, Colour]) -> None:
        """Paint how a step stands into the corner of a tile that has no room for it beside the picture."""
        wide, (ink, back) = canvas.width, colours
        small = badge(tile.beside[-1], ink)
        if small is not None:
            side = len(small)
            canvas.fill(wide - side - 2, 0, side + 2, side + 2, back)
            canvas.stamp(wide - side - 1, 1, small)


def _times(wide: int, high: int, words: int, pictures: int) -> int:
    """Give how many times as large as they are drawn pictures fit on a tile, with so many lines of words below."""
    return 2 if high > 2 * LINES + words and wide >= 2 * SIDE * pictures + 4 else 1


def tag_digit(canvas: CellCanvas, corner: tuple[int, int], number: int, colours: tuple[Colour, Colour]) -> None:
    """Write the digit of a tile on a tag of its own in the tile's corner, where it lies over no picture.

    Args:
        canvas: What is painted.
        corner: Cell and line of the corner.
        number: The digit.
        colours: Those of the digit and of the tag.
    """
    front, back = colours
    canvas.fill(corner[0], 2 * corner[1], _TAG, 2, back)
    canvas.write(*corner, f"{number}".center(_TAG), front, bold=True)
