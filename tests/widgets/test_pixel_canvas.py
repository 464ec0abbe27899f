"""The paper of the studio: what is on it after fingers, mice and keys, and what one then sees."""

from collections.abc import Callable

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from board.art.pixels import COARSE, FINE, NOTHING, PALETTE, Drawing, Point, circle, empty, line
from board.art.strokes import History, Pen, Tool
from board.widgets.pixel_canvas import PixelCanvas
from screen_driver import until

BLUE = Pen().colour
SMALL, BIG = (24, 12), (48, 24)


class Easel(App[None]):
    """Nothing but paper, so many cells wide and high."""

    def __init__(self, drawing: Drawing, size: tuple[int, int]) -> None:
        super().__init__()
        self.canvas = PixelCanvas(drawing)
        self.canvas.styles.width, self.canvas.styles.height = size

    def compose(self) -> ComposeResult:
        yield self.canvas


def cell_at(app: Easel, x: int, y: int) -> tuple[str, Style]:
    """What stands in a cell, as a user sees it."""
    (segment,) = app.screen._compositor.render_strips(app.size)[y].crop(x, x + 1)
    assert segment.style is not None
    return segment.text, segment.style


def colour_at(app: Easel, x: int, y: int) -> tuple[int, int, int]:
    """The colour of a whole cell."""
    ground = cell_at(app, x, y)[1].bgcolor
    assert ground is not None
    assert ground.triplet is not None
    return (ground.triplet.red, ground.triplet.green, ground.triplet.blue)


async def dragged(pilot: Pilot[None], *places: tuple[int, int], to: type[PixelCanvas] = PixelCanvas) -> None:
    """Press at the first place, move over the others, let go at the last."""
    await pilot.mouse_down(to, offset=places[0])
    for place in places[1:]:
        await pilot.hover(to, offset=place)
    await pilot.mouse_up(to, offset=places[-1])


@pytest.mark.parametrize(
    ("side", "size", "cells"), [(COARSE, SMALL, (2, 1)), (COARSE, BIG, (4, 2)), (FINE, BIG, (2, 1))]
)
async def test_a_pixel_looks_square_and_is_as_big_as_there_is_room(
    side: int, size: tuple[int, int], cells: tuple[int, int]
) -> None:
    app = Easel(empty(side).painted([Point(1, 1)], BLUE), size)
    async with app.run_test(size=(60, 30)) as pilot:
        await pilot.pause()
        blue = {(x, y) for y in range(24) for x in range(48) if colour_at(app, x, y) == PALETTE[BLUE - 1].colour}
        assert blue == {(cells[0] + right, cells[1] + down) for right in range(cells[0]) for down in range(cells[1])}


async def test_where_two_pixels_share_a_cell_both_are_seen_and_keys_reach_the_lower_one() -> None:
    app = Easel(empty(FINE), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        app.canvas.cursor = Point(0, 1)
        await pilot.press("space", "space", "right", "right")
        text, look = cell_at(app, 0, 0)
        assert text == "▀"
        assert look.bgcolor is not None
        assert look.bgcolor.triplet == PALETTE[BLUE - 1].colour
        assert look.color != look.bgcolor
        await dragged(pilot, (5, 3), (7, 3))
        assert {app.canvas.shown.at(Point(x, 6)) for x in (5, 6, 7)} == {BLUE}


async def test_a_fast_finger_leaves_no_gap_and_one_undo_takes_the_stroke_back() -> None:
    app = Easel(empty(), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        await dragged(pilot, (0, 0), (23, 5), (2, 11))
        trace = [*line(Point(0, 0), Point(11, 5)), *line(Point(11, 5), Point(1, 11))]
        assert app.canvas.history.now == empty().painted(trace, BLUE)
        assert app.canvas.undo()
        assert app.canvas.shown == empty()
        assert not app.canvas.undo()
        assert app.canvas.redo()
        assert app.canvas.shown == empty().painted(trace, BLUE)


async def test_a_finger_may_leave_the_paper_and_come_back_and_let_go_outside() -> None:
    app = Easel(empty(), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        await pilot.mouse_down(PixelCanvas, offset=(22, 2))
        await pilot.hover(offset=(40, 2))
        await pilot.hover(offset=(40, 8))
        await pilot.hover(PixelCanvas, offset=(22, 8))
        await pilot.mouse_up(offset=(50, 8))
        assert app.canvas.history.now == empty().painted([Point(11, 2), Point(11, 8)], BLUE)
        await pilot.hover(PixelCanvas, offset=(4, 4))
        assert app.canvas.shown == app.canvas.history.now, "the pen is lifted"


async def test_keys_draw_while_the_pen_is_down_and_move_while_it_is_up() -> None:
    app = Easel(empty(), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        app.canvas.cursor = Point(2, 2)
        await pilot.press("right", "space", "right", "down", "space", "down")
        assert app.canvas.history.now == empty().painted([Point(3, 2), Point(4, 2), Point(4, 3)], BLUE)
        assert len(app.canvas.history.past) == 1
        assert app.canvas.cursor == Point(4, 4)


async def test_the_cursor_stays_on_the_paper_and_shows_by_its_shape_whether_the_pen_is_down() -> None:
    app = Easel(empty(), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        app.canvas.cursor = Point(0, 0)
        await pilot.press("left", "up")
        await until(pilot, lambda: cell_at(app, 0, 0)[0] == "[")
        await pilot.press("space")
        await until(pilot, lambda: cell_at(app, 0, 0)[0] == ">")
        await pilot.press("space")
        await until(pilot, lambda: cell_at(app, 0, 0)[0] == "[")


async def test_a_line_and_a_circle_follow_the_finger_until_it_lets_go() -> None:
    app = Easel(empty(), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        app.canvas.pen = Pen(Tool.CIRCLE, 3)
        await pilot.mouse_down(PixelCanvas, offset=(2, 1))
        await pilot.hover(PixelCanvas, offset=(20, 10))
        assert app.canvas.shown == empty().painted(circle(Point(1, 1), Point(10, 10)), 3)
        assert app.canvas.history.now == empty()
        await pilot.hover(PixelCanvas, offset=(10, 5))
        await pilot.mouse_up(PixelCanvas, offset=(10, 5))
        round_shape = empty().painted(circle(Point(1, 1), Point(5, 5)), 3)
        assert app.canvas.history.now == round_shape
        app.canvas.pen = Pen(Tool.LINE, 4)
        app.canvas.cursor = Point(0, 11)
        await pilot.press("space", "up", "up", "right", "space")
        assert app.canvas.history.now == round_shape.painted(line(Point(0, 11), Point(1, 9)), 4)


async def test_a_tap_fills_and_rubs_out() -> None:
    app = Easel(empty().painted(circle(Point(1, 1), Point(10, 10)), 2), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        app.canvas.pen = Pen(Tool.FILL, 5)
        await pilot.click(PixelCanvas, offset=(10, 5))
        assert (app.canvas.shown.at(Point(5, 5)), app.canvas.shown.at(Point(0, 0))) == (5, NOTHING)
        app.canvas.pen = Pen(Tool.RUBBER, 5)
        await pilot.click(PixelCanvas, offset=(10, 5))
        assert app.canvas.shown.at(Point(5, 5)) == NOTHING
        assert len(app.canvas.history.past) == 2


async def test_another_pen_or_undo_in_the_middle_of_a_stroke_by_keys_ends_it_first() -> None:
    app = Easel(empty(), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        app.canvas.cursor = Point(0, 0)
        await pilot.press("space", "right", "right")
        app.canvas.pen = Pen(Tool.PENCIL, 1)
        await pilot.press("down")
        assert app.canvas.history.now == empty().painted([Point(0, 0), Point(1, 0), Point(2, 0)], BLUE)
        await pilot.press("space", "down")
        app.canvas.undo()
        await pilot.press("down")
        assert app.canvas.shown == empty().painted([Point(0, 0), Point(1, 0), Point(2, 0)], BLUE)
        assert not app.canvas.is_pen_down


@pytest.mark.parametrize("late", ["another pen", "undo", "redo", "start"])
async def test_what_was_tapped_before_a_finger_draws_counts_under_its_stroke_however_late_it_comes(late: str) -> None:
    changes: dict[str, Callable[[PixelCanvas], object]] = {
        "another pen": lambda canvas: setattr(canvas, "pen", Pen(Tool.LINE, 1, mirrored=True)),
        "undo": PixelCanvas.undo,
        "redo": PixelCanvas.redo,
        "start": lambda canvas: canvas.act(empty().painted([Point(5, 5)], 2)),
    }
    came: list[History] = []
    for at in range(3):
        app = Easel(empty(), SMALL)
        async with app.run_test(size=(60, 30)) as pilot:
            for row in (9, 10):
                await dragged(pilot, (0, row), (8, row))
            app.canvas.undo()
            for now, (do, place) in enumerate(
                ((pilot.mouse_down, (0, 0)), (pilot.hover, (4, 0)), (pilot.hover, (4, 8)))
            ):
                if now == at:
                    changes[late](app.canvas)
                await do(PixelCanvas, offset=place)
            await pilot.mouse_up(PixelCanvas, offset=(4, 8))
            came.append(app.canvas.history)
    assert came[0] == came[1] == came[2]
    assert came[0].now != came[0].past[-1]


async def test_a_paper_of_another_size_takes_what_a_finger_drew_on_the_old_one_off() -> None:
    app = Easel(empty(), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        await pilot.mouse_down(PixelCanvas, offset=(0, 0))
        app.canvas.act(empty(FINE))
        await pilot.hover(PixelCanvas, offset=(4, 0))
        await pilot.mouse_up(PixelCanvas, offset=(4, 0))
        assert app.canvas.shown == app.canvas.history.now == empty(FINE)
        await dragged(pilot, (0, 0), (4, 0))
        assert app.canvas.history.now != empty(FINE)


async def test_a_move_paints_only_the_lines_it_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    real = PixelCanvas.render_line

    def counted(self: PixelCanvas, y: int) -> Strip:
        painted.append(y)
        return real(self, y)

    monkeypatch.setattr(PixelCanvas, "render_line", counted)
    app = Easel(empty(FINE), BIG)
    async with app.run_test(size=(60, 30)) as pilot:
        await pilot.mouse_down(PixelCanvas, offset=(10, 10))
        await pilot.pause()
        painted.clear()
        await pilot.hover(PixelCanvas, offset=(20, 11))
        await until(pilot, lambda: bool(painted))
        assert set(painted) == {10, 11}


async def test_signs_tell_the_colours_apart_without_colour() -> None:
    app = Easel(empty().painted([Point(0, 0)], 1).painted([Point(1, 0)], 3), SMALL)
    async with app.run_test(size=(60, 30)) as pilot:
        app.canvas.signs = True
        await until(pilot, lambda: cell_at(app, 0, 0)[0] == PALETTE[0].sign)
        assert cell_at(app, 2, 0)[0] == PALETTE[2].sign
        assert cell_at(app, 4, 0)[0] == " "
