"""A board of signs to press: by a tap, by arrows and enter, or by digits alone, the row first and then the place in it."""

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from board.terminal.themes import LEVEL_HUES
from board.widgets.browser import TOUCH_CLASS
from board.widgets.painted import Painted
from board.widgets.sign_board_plan import BACK, NOWHERE, ON, BoardPlan, Grid, plan_board
from board.widgets.sign_painter import BACK_DIGIT, ON_DIGIT, Inks, SignPainter, SignTile
from board.widgets.tapping import Tap
from board.words import at_kiosk

Signs = Grid[SignTile]


class SignBoard(Painted):
    """Tiles in fixed places, and at the foot the way back and the next page.

    Args:
        words: What stands at the foot for those who read.
    """

    DEFAULT_CSS = "SignBoard { pointer: pointer; }"

    page: var[int] = var(0)
    row: var[int] = var(NOWHERE)
    """The row that was chosen by its digit, from 0."""
    here: var[int] = var(NOWHERE)
    """The place with the frame."""

    class Pressed(Message):
        """A tile was pressed."""

        def __init__(self, key: str) -> None:
            """Make the message.

            Args:
                key: What the tile stands for.
            """
            super().__init__()
            self.key = key

    class Left(Message):
        """The way back was pressed, and nothing was left here to take back."""

    def __init__(self, words: str = "") -> None:
        self._words = words
        self._grid: Signs = Grid(1, 1, ((None,),))
        self._instead: tuple[str, ...] = ()
        self._tap = Tap()
        super().__init__()

    def show(self, grid: Signs, *instead: str) -> None:
        """Show other tiles; whoever is about to press one stays where it is.

        Args:
            grid: The tiles.
            instead: Names of signs that stand there in their stead.
        """
        self._grid, self._instead = grid, instead
        self._keep_in_bounds()
        self.paint_anew()

    def on_resize(self) -> None:
        """Lay out anew."""
        super().on_resize()
        self.row = self.here = NOWHERE
        self._keep_in_bounds()

    def watch_page(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def watch_row(self) -> None:
        """Paint anew."""
        self.paint_anew()

    def watch_here(self) -> None:
        """Paint anew."""
        self.paint_anew()

    @property
    def plan(self) -> BoardPlan[SignTile] | None:
        """How it lies in this window, None where there is no room for it."""
        return plan_board(self._grid, *self.size, has_digits=not self.app.has_class(TOUCH_CLASS))

    @property
    def eye(self) -> Offset:
        """The middle of the tile with the frame."""
        plan = self.plan
        if plan is None or self.here == NOWHERE:
            return Offset(0, 0)
        box = plan.box_of(self.here)
        return Offset(box.left + box.wide // 2, box.top + box.high // 2)

    def press_digit(self, number: int) -> None:
        """Choose a row, a place in it, the way back, or the next page; a digit that leads nowhere does nothing."""
        plan = self._plan_now
        if number == BACK_DIGIT or plan is None:
            self.go_back()
        elif number == ON_DIGIT and len(plan.pages) > 1:
            self._press(ON)
        elif plan.has_rows and self.row == NOWHERE:
            if number <= plan.down and plan.is_filled(self.page, number - 1):
                self.row, self.here = number - 1, NOWHERE
        elif number <= plan.across:
            self._press(max(0, self.row) * plan.across + number - 1)

    def go(self, right: int, down: int) -> None:
        """Go to the next tile that way."""
        plan = self._plan_now
        if plan is None:
            return
        if self.row != NOWHERE and self.here == NOWHERE:
            filled = [at for at in plan.row_of(self.row * plan.across) if plan.pages[self.page][at] is not None]
            self.here = filled[0] if filled else NOWHERE
        else:
            self.here = plan.moved(self.page, self.here, right, down)
        if self.here < 0 or self.here not in plan.row_of(max(0, self.row) * plan.across):
            self.row = NOWHERE

    def press_here(self) -> None:
        """Press the tile with the frame."""
        if self._plan_now is not None and self.here != NOWHERE:
            self._press(self.here)

    def go_back(self) -> None:
        """Choose another row; where none is chosen, leave."""
        if self.row != NOWHERE:
            self.row = NOWHERE
        else:
            self.post_message(self.Left())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a tap begins."""
        self._tap.begin(self._under(event))

    def on_click(self, event: events.Click) -> None:
        """Press what was tapped."""
        under = self._under(event)
        if under is None or not self._tap.ends_on(under):
            return
        is_row, at = under
        if is_row:
            self.press_digit(BACK_DIGIT) if at == self.row else self._choose_row(at)
        else:
            self._press(at)

    def _choose_row(self, row: int) -> None:
        self.row = NOWHERE
        self.press_digit(row + 1)

    def _under(self, event: events.MouseEvent) -> tuple[bool, int] | None:
        """Give what lies under the pointer: a row, or a place."""
        plan = self._plan_now
        if plan is None:
            return None
        row, place = plan.row_under(event.x, event.y), plan.under(self.page, event.x, event.y)
        return (True, row) if row is not None else None if place is None else (False, place)

    def _press(self, place: int) -> None:
        plan = self.plan
        if plan is None:
            return
        if place == ON:
            self.row = self.here = NOWHERE
            self.page = (self.page + 1) % len(plan.pages)
        elif place == BACK:
            self.go_back()
        else:
            tile = plan.pages[self.page][place]
            if tile is not None:
                self.row = NOWHERE
                self.post_message(self.Pressed(tile.key))

    @property
    def _plan_now(self) -> BoardPlan[SignTile] | None:
        """The plan of this moment, and nothing that was chosen on another one: a new size is painted before one hears of it."""
        self._keep_in_bounds()
        return self.plan

    def _keep_in_bounds(self) -> None:
        """Forget what was chosen where it is not there any more; whoever calls paints."""
        plan = self.plan
        page = 0 if plan is None else min(self.page, len(plan.pages) - 1)
        self.set_reactive(SignBoard.page, page)
        if plan is not None and self.here not in (NOWHERE, *plan.places(page)):
            self.set_reactive(SignBoard.here, NOWHERE)
        if plan is not None and self.row != NOWHERE and not (self.row < plan.down and plan.is_filled(page, self.row)):
            self.set_reactive(SignBoard.row, NOWHERE)

    def painted(self) -> list[Strip]:
        """Give all its lines."""
        ground, panel, ink, accent = (self.colour(name) for name in ("background", "panel", "foreground", "accent"))
        hues = tuple(self.colour(f"level-{number}") for number in range(1, LEVEL_HUES + 1))
        is_few = float(self.app.theme_variables["thinned"]) < 1
        painter = SignPainter(
            *self.size, Inks(ground, panel, ink, accent, hues, is_few=is_few, is_coarse=not self.has_halves)
        )
        plan = self._plan_now
        if plan is None:
            painter.paint_alone(at_kiosk.LARGER, "larger")
        else:
            painter.paint(plan, plan.pages[self.page], row=self.row, here=self.here)
            painter.paint_foot(plan, self._words, self.here)
            if self._instead:
                painter.paint_instead(plan, self._instead)
        return painter.canvas.strips()
