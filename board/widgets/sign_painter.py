"""Painting a board of signs: tiles with their pictures, the digits that lead to them, and the foot."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from board.art.cells import Colour, Pixels, mixed
from board.art.child_signs import larger
from board.art.kiosk_signs import arrow, digit, kiosk_sign
from board.widgets.box import Box
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import wrapped
from board.widgets.sign_board_plan import BACK, NOWHERE, ON, BoardPlan

BACK_DIGIT, ON_DIGIT = 0, 9
"""The digits of the way back and of the next page; no grid has so many rows or columns that a tile would need them."""

_SMALLEST, _LARGEST = 8, 24
"""Pixels of a picture on a tile."""

_TIGHT = 6
"""Lines up to which a picture is as high as its tile."""

_PALE = 0.72

_LIT, _TINT = 0.16, 0.3
"""Share of the ink in the ground of the chosen row, and of its hue in that of a tile that has one."""

_DIGIT = (3, 5)
_CHIP = (5, 7)
"""Pixels of a digit, and of the ground it stands on."""

_BESIDE = 3
"""Pixels beside a picture from which on a large digit leaves enough of it to be known."""

_SIGN, _GAP = 12, 4
_MOST_TIMES = 4

Drawn = Callable[[int, Colour], Pixels | None]
"""Draws a picture: its side in pixels, and the colour of its lines."""


class SignTile(NamedTuple):
    """Something to press.

    Attributes:
        key: What it stands for.
        picture: Gives its picture for a side in pixels and the colour of lines; where there is none, its letters stand on a disc.
        letters: One to three letters, where the picture alone does not tell it from another tile.
        hue: Number of the hue of its ground and letters, from 1; 0 for a tile like most.
        words: What stands below its picture where there is room, for those who read.
    """

    key: str
    picture: Drawn
    letters: str = ""
    hue: int = 0
    words: str = ""


class Inks(NamedTuple):
    """The colours of a board.

    Attributes:
        ground: Behind it.
        panel: Of its tiles.
        ink: Of its lines and words.
        accent: Of its digits.
        hues: By which tiles are told apart.
        is_few: Whether there are so few colours that nothing can be pale.
        is_coarse: Whether both halves of a cell have one colour: then digits are letters, and frames only stand.
    """

    ground: Colour
    panel: Colour
    ink: Colour
    accent: Colour
    hues: tuple[Colour, ...]
    is_few: bool = False
    is_coarse: bool = False

    @property
    def pale(self) -> float:
        """Share of the ground in what stands in other rows than the chosen one; with few colours it is not seen at all."""
        return 1.0 if self.is_few else _PALE

    def hue(self, number: int) -> Colour:
        """Give a hue by its number, from 1, or the ink for none."""
        return self.hues[(number - 1) % len(self.hues)] if number else self.ink


class SignPainter:
    """Paints a board once.

    Args:
        width: Cells across.
        height: Lines.
        inks: Its colours.

    Attributes:
        canvas: What it is painted on.
    """

    def __init__(self, width: int, height: int, inks: Inks) -> None:
        self.canvas, self._inks = CellCanvas(width, height, inks.ground), inks

    def paint(self, plan: BoardPlan[SignTile], page: Sequence[SignTile | None], *, row: int, here: int) -> None:
        """Paint the tiles of a page and the digits of its rows.

        Args:
            plan: How it lies.
            page: What stands there.
            row: The row that was chosen.
            here: The place with the frame.
        """
        for place, tile in enumerate(page):
            if tile is not None:
                is_near = not plan.has_rows or place // plan.across == row
                is_pale = row != NOWHERE and not is_near
                self._paint_tile(plan.box(place), tile, is_lit=is_near and plan.has_rows, is_pale=is_pale)
                if is_near and (plan.has_digits or row != NOWHERE):
                    self._paint_digit(plan.box(place), place % plan.across + 1)
                if place == here:
                    self._frame(plan.box(place))
        filled = {place // plan.across for place, tile in enumerate(page) if tile is not None}
        for number in sorted(filled) if plan.has_rows and plan.has_digits else ():
            self._paint_row(
                plan.row_box(number), number + 1, is_lit=number == row, is_pale=row not in (NOWHERE, number)
            )

    def _paint_tile(self, box: Box, tile: SignTile, *, is_lit: bool, is_pale: bool) -> None:
        ground, ink, pale = self._inks.ground, self._inks.ink, self._inks.pale
        hue, back = self._inks.hue(tile.hue), self._inks.panel
        back = mixed(back, hue, _TINT) if tile.hue and not self._inks.is_few else back
        if is_lit:
            back = mixed(back, ink, _LIT)
        if is_pale:
            back, hue = mixed(back, ground, pale), mixed(hue, ground, pale)
        self.canvas.fill(box.left, 2 * box.top, box.wide - 1, 2 * box.high - 1, back)
        side = side_of(box)
        left, top = _picture_at(box, side, bool(tile.words))
        picture = tile.picture(side, ink)
        if picture is None:
            self.canvas.disc(left, top, side - 1, hue)
            self.canvas.write_centred(left, (top + side // 2 - 1) // 2, tile.letters, side - 1, back, bold=True)
        else:
            self.canvas.stamp(left, top, _paled(picture, ground, pale) if is_pale else picture)
            self._paint_letters(box, tile.letters, hue, back)
        line = top // 2 + side // 2 + 1
        for number, text in enumerate(wrapped(tile.words, box.wide - 3, max(0, box.top + box.high - 1 - line))):
            self.canvas.write_centred(box.left + 1, line + number, text, box.wide - 3, ink, bold=True)

    def _paint_letters(self, box: Box, letters: str, hue: Colour, colour: Colour) -> None:
        """Paint letters on the corner of a tile, on a ground of its hue."""
        if letters:
            wide, line = cell_len(letters) + 2, box.top + box.high - 2
            left = box.left + box.wide - 1 - wide
            self.canvas.fill(left, 2 * line, wide, 2, hue)
            self.canvas.write_centred(left, line, letters, wide, colour, bold=True)

    def _paint_digit(self, box: Box, number: int) -> None:
        """Paint the digit of a tile: large where enough of the picture stays, else on its corner."""
        accent, ground = self._inks.accent, self._inks.ground
        if not self._inks.is_coarse and (box.wide - 1 - side_of(box)) // 2 >= _BESIDE:
            top = 2 * box.top + (2 * box.high - 1 - _CHIP[1]) // 2
            self.canvas.fill(box.left, top, *_CHIP, accent)
            self.canvas.stamp(box.left + 1, top + 1, digit(number, ground))
        else:
            self._write_digit(box.left, box.top, number)

    def _write_digit(self, left: int, line: int, number: int) -> None:
        """Write a digit as a letter, on a ground that is seen."""
        self.canvas.fill(left, 2 * line, 3, 2, self._inks.accent)
        self.canvas.write(left, line, f" {number} ", self._inks.ground, bold=True)

    def _frame(self, box: Box) -> None:
        left, top, wide, high = box.left, 2 * box.top, box.wide - 1, 2 * box.high - 1
        if not self._inks.is_coarse:
            self.canvas.frame(left, top, wide, high, self._inks.accent)
            return
        for side in (left, left + wide - 1):  # lines above and below would hide half of a small picture
            self.canvas.fill(side, top, 1, high + 1, self._inks.accent)

    def _paint_row(self, box: Box, number: int, *, is_lit: bool, is_pale: bool) -> None:
        accent, ground = self._inks.accent, self._inks.ground
        left, top, wide, high = box.left, 2 * box.top, box.wide - 1, 2 * box.high - 1
        if is_lit:
            self.canvas.fill(left, top, wide, high, mixed(self._inks.panel, self._inks.ink, _LIT))
        colour = mixed(accent, ground, self._inks.pale) if is_pale else accent
        if self._inks.is_coarse:
            if not is_pale:
                self._write_digit(box.left, box.top + (box.high - 1) // 2, number)
            return
        self.canvas.stamp(left + (wide - _DIGIT[0]) // 2, top + (high - _DIGIT[1]) // 2, digit(number, colour))

    def paint_foot(self, plan: BoardPlan[SignTile], words: str, here: int) -> None:
        """Paint the way back, the next page where there are several, and words between.

        Args:
            plan: How it lies.
            words: One line.
            here: The place with the frame.
        """
        inks, several = self._inks, len(plan.pages) > 1
        for place, number in ((BACK, BACK_DIGIT), *(((ON, ON_DIGIT),) if several else ())):
            box = plan.box_of(place)
            left, top, wide, high = box.left, 2 * box.top + 1, box.wide, 2 * box.high - 1
            self.canvas.fill(left, top, wide, high, inks.panel)
            picture = arrow(inks.ink, back=place == BACK, coarse=inks.is_coarse)
            across = len(picture[0])
            gap = max(1, (wide - _DIGIT[0] - across) // 3) if plan.has_digits else (wide - across) // 2
            middle = top + high // 2 - (top + high // 2) % 2 * inks.is_coarse
            if inks.is_coarse and plan.has_digits:
                self._write_digit(left + gap, box.top + box.high // 2, number)
            elif plan.has_digits:
                self.canvas.stamp(left + gap, middle - _DIGIT[1] // 2, digit(number, inks.accent))
            self.canvas.stamp(left + wide - gap - across, middle - len(picture) // 2 + inks.is_coarse, picture)
            if place == here:
                self._frame(box)
        start, end = plan.back.wide + 1, (plan.on.left if several else plan.width) - 1
        for line, text in enumerate(wrapped(words, max(1, end - start), plan.foot.high - 2), plan.foot.top + 1):
            self.canvas.write_centred(start, line, text, end - start, inks.ink, bold=True)

    def paint_instead(self, plan: BoardPlan[SignTile], names: Sequence[str]) -> None:
        """Paint large signs where tiles would stand.

        Args:
            plan: How it lies.
            names: Of the signs.
        """
        self._paint_signs(names, plan.width, plan.foot.top)

    def paint_alone(self, words: str, name: str) -> None:
        """Paint one sign where there is no room for tiles, or only words.

        Args:
            words: What it says.
            name: Of the sign.
        """
        width, height = self.canvas.width, self.canvas.lines
        if not self._paint_signs((name,), width, height):
            for line, text in enumerate(wrapped(words, max(1, width), height)):
                self.canvas.write_centred(0, line, text, width, self._inks.ink, bold=True)

    def _paint_signs(self, names: Sequence[str], width: int, height: int) -> bool:
        """Paint signs side by side, as large as they fit; tell whether they do."""
        times = min(_MOST_TIMES, 2 * height // _SIGN, (width + _GAP) // (len(names) * (_SIGN + _GAP)))
        left = (width - len(names) * (_SIGN * times + _GAP) + _GAP) // 2
        for at, name in enumerate(names if times > 0 else ()):
            picture = larger(kiosk_sign(name, self._inks.ink), times)
            self.canvas.stamp(left + at * (_SIGN * times + _GAP), (2 * height - _SIGN * times) // 2, picture)
        return times > 0


def side_of(box: Box) -> int:
    """Give the side of the picture on a tile, in pixels."""
    room = 2 * box.high - (0 if box.high <= _TIGHT else 4)
    return max(_SMALLEST, min(_LARGEST, room, box.wide - 1) // 2 * 2)


def _picture_at(box: Box, side: int, has_words: bool) -> tuple[int, int]:
    """Give where the picture of a tile begins, in pixels: in its middle, or a little higher where words stand below."""
    spare = 2 * box.high - side
    return box.left + (box.wide - side) // 2, 2 * box.top + (spare // 2 - (2 if has_words and spare > _GAP else 0))


@lru_cache(maxsize=64)
def _paled(picture: Pixels, ground: Colour, share: float) -> Pixels:
    return tuple(tuple((*mixed(pixel[:3], ground, share), pixel[3]) for pixel in row) for row in picture)
