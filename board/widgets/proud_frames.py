"""The proud wall on a screen: a frame for each child, all of one size, with the pictures it chose and its sign below."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from board.art.cells import Pixels, StickerCells, mixed
from board.art.child_signs import larger
from board.art.starter import emblems
from board.mastery.audience import Earned
from board.mastery.proud import Proud
from board.terminal.themes import LEVEL_HUES
from board.widgets.box import Box
from board.widgets.cell_canvas import CellCanvas
from board.widgets.grid_plan import shortened
from board.widgets.painted import Painted
from board.widgets.proud_plan import STICKER, ProudPlan, pictures_at, plan_proud
from board.widgets.spot_painter import Stickers

_MOST = 3
"""Pictures in a frame."""


class ProudFrames(Painted):
    """A page of the proud wall; no name stands on it, and nothing that is counted.

    Args:
        children: What hangs there, in this order.
        page: Number of the page, from 0; behind the last one comes the first.
        stickers: Where pictures come from.
        cells: Where signs come from.
    """

    def __init__(self, children: Sequence[Proud], page: int, stickers: Stickers, cells: StickerCells) -> None:
        self._children, self._page = tuple(children), page
        self._stickers, self._cells = stickers, cells
        super().__init__()

    def show(self, children: Sequence[Proud]) -> None:
        """Hang what is chosen now."""
        if tuple(children) != self._children:
            self._children = tuple(children)
            self.paint_anew()

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        canvas = CellCanvas(*self.size, self.colour("background"))
        plan = plan_proud(len(self._children), *self.size)
        if plan is not None:
            first = self._page % plan.pages(len(self._children)) * plan.each
            shown = self._children[first : first + plan.each]
            for place, child in enumerate(shown):
                self._paint_child(canvas, child, plan.frame(place, len(shown)), plan, place)
        return canvas.strips()

    def _paint_child(self, canvas: CellCanvas, child: Proud, box: Box, plan: ProudPlan, place: int) -> None:
        column, row = place % plan.across, place // plan.across
        hue = self.colour(f"level-{(column + 2 * row) % LEVEL_HUES + 1}")
        ground, top, side = self.colour("surface"), 2 * box.top, plan.side
        canvas.fill(box.left, top, side, side, mixed(hue, ground, 0.15))
        canvas.fill(box.left + 1, top + 1, side - 2, side - 2, ground)
        faces = child.stickers[:_MOST]
        places = pictures_at(len(faces), plan.times, turned=(column + row) % 2 == 1)
        for (left, down, times), sticker in zip(places, faces, strict=False):
            picture = self._picture(sticker)
            if picture is not None:
                canvas.stamp(box.left + left, top + down, larger(picture, times))
        if not faces:
            sign, times = self._sign(child, STICKER), 2 * plan.times
            if sign is not None:
                canvas.stamp(box.left + places[0][0], top + places[0][1], larger(sign, times))
        self._paint_plate(canvas, child, box, plan.plate)

    def _paint_plate(self, canvas: CellCanvas, child: Proud, box: Box, high: int) -> None:
        """Paint sign and alias under a frame."""
        top, sign = box.top + box.high - high, self._sign(child, 2 * high)
        across = 2 * high if sign is not None else 0
        alias = shortened(child.alias, max(1, box.wide - across - 1))
        left = box.left + max(0, box.wide - across - (cell_len(alias) + 1 if alias else 0)) // 2
        if sign is not None:
            canvas.stamp(left, 2 * top, sign)
        canvas.write(left + across + 1, top + high // 2, alias, self.colour("foreground"), bold=True)

    def _picture(self, sticker: Earned) -> Pixels | None:
        own = self._stickers(sticker.step, sticker.face, STICKER) if sticker.face is not None else None
        return own or self._stickers(sticker.step, None, STICKER)

    def _sign(self, child: Proud, side: int) -> Pixels | None:
        path = emblems().get(child.emblem)
        return None if path is None else self._cells.pixels(path, side)
