"""The studio on a phone and on tablets: everything is there, and everything is done by a finger alone."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset, Size
from textual.pilot import Pilot
from textual.widget import Widget

from board.art.pixels import COARSE, FINE, PALETTE, Point, empty, line
from board.art.strokes import Pen, Stroke, Tool
from board.screens.drawing.easel import Easel
from board.screens.drawing.sketch import Sketch
from board.screens.drawing.starter import StarterChoice
from board.widgets.box import Box
from board.widgets.on_screen import SparingApp
from board.widgets.one_line import OneLine
from board.widgets.pixel_canvas import PixelCanvas
from board.widgets.spot_preview import SpotPreview
from board.widgets.studio_plan import plan_studio
from lone_app import LoneApp
from screen_driver import seen, until
from studio import BLUE, DOT, Kept, canvas, studio
from taps import tap, tap_tile, tap_tool, tap_words
from under_fingers import PHONE, SIZES, TABLET, WIDE, touched
from written import whole, written_by

WORDS = ("Pencil", "Rubber", "Line", "Circle", "Fill", "Mirror", "Undo", "Redo", "Start", "New", "Tiny")
points = st.builds(Point, st.integers(-3, COARSE + 2), st.integers(-3, COARSE + 2))
inside = st.builds(Point, st.integers(0, COARSE - 1), st.integers(0, COARSE - 1))


def by_finger(kept: Kept, draft: Sketch | None = None) -> LoneApp:
    app = studio(kept, draft)
    touched(app)
    return app


async def _cell(pilot: Pilot[None], point: Point) -> Offset:
    """Where a pixel of the paper lies on the screen."""
    paper = pilot.app.screen.query_one(PixelCanvas)
    side = paper.shown.side
    across, down = paper.size.width // side, paper.size.height // side
    return paper.content_region.offset + Offset(point.x * across + across // 2, point.y * down + down // 2)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_everything_is_there(size: tuple[int, int]) -> None:
    app = by_finger(Kept(), Sketch(empty(), "my fish"))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "Pencil" in seen(app))
        words = (*WORDS, "That's my picture!", "Back", "my fish", *(chip.name for chip in PALETTE))
        assert not [word for word in words if word not in seen(app)]
        assert not [key for key in ("p Pencil", "u Undo", "? Help") if key in seen(app)], "there are no keys"
        for widget in app.screen.query("Tiles, Button, Input, ColourChips, PixelCanvas, SpotPreview").results(Widget):
            assert widget.container_viewport.contains_region(widget.region), f"{widget} is cut off"
        assert canvas(app).size == (48, 24)
        assert app.screen.query_one(SpotPreview).size == (16, 6)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_every_tile_and_colour_is_taken_by_a_finger(size: tuple[int, int]) -> None:
    app = by_finger(Kept())
    async with app.run_test(size=size) as pilot:
        for tool in (Tool.RUBBER, Tool.LINE, Tool.CIRCLE, Tool.FILL, Tool.PENCIL):
            await tap_tool(pilot, str(tool.value).capitalize())
            assert canvas(app).pen.tool is tool
        for number, chip in enumerate(PALETTE, 1):
            await tap_words(pilot, chip.name)
            assert canvas(app).pen.colour == number
            await pilot.click(offset=await _cell(pilot, Point(number - 1, 0)))
        drawn = empty()
        for number in range(1, len(PALETTE) + 1):
            drawn = drawn.painted([Point(number - 1, 0)], number)
        assert canvas(app).shown == drawn
        await tap_tool(pilot, "New")
        assert canvas(app).shown == empty()
        await tap_tool(pilot, "Undo")
        assert canvas(app).shown == drawn
        await tap_tool(pilot, "Redo")
        assert canvas(app).shown == empty()
        await tap_tool(pilot, "Tiny")
        assert canvas(app).shown.side == FINE
        await tap_tool(pilot, "Tiny")
        assert canvas(app).shown.side == COARSE
        await until(pilot, lambda: "Undo" in seen(app).split("squares.")[-1])


async def test_starting_from_a_picture_and_back_by_taps() -> None:
    app = by_finger(Kept(), Sketch(DOT))
    async with app.run_test(size=PHONE) as pilot:
        for tile in ("back", 0):
            await tap_tool(pilot, "Start")
            await until(pilot, lambda: isinstance(app.screen, StarterChoice) and app.screen.is_mounted)
            await tap_tile(pilot, tile)
            await until(pilot, lambda: not isinstance(app.screen, StarterChoice))
        await until(pilot, lambda: canvas(app).shown not in (DOT, empty()))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_words_are_written_and_the_picture_is_done_by_taps(size: tuple[int, int]) -> None:
    kept = Kept()
    app = by_finger(kept, Sketch(DOT))
    async with app.run_test(size=size) as pilot:
        words = app.screen.query_one(OneLine)
        await tap(pilot, words)
        await until(pilot, lambda: words.has_focus)
        words.value = "my fish"  # as the page's own sheet gives it
        await tap_words(pilot, "That's my picture!")
        await until(pilot, lambda: app.left == [True])
    assert kept.saved == [Sketch(DOT, "my fish")]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_what_cant_be_kept_is_said_in_words_of_a_finger(size: tuple[int, int]) -> None:
    kept = Kept(is_full=True)
    app = by_finger(kept, Sketch(DOT))
    async with app.run_test(size=size) as pilot:
        await pilot.click(offset=await _cell(pilot, Point(3, 3)))
        await tap_words(pilot, "Back")
        await until(pilot, lambda: "Back again loses" in " ".join(seen(app).split()))
        assert not app.left


async def test_turning_the_tablet_keeps_what_is_drawn_and_lays_it_out_anew() -> None:
    app = by_finger(Kept(), Sketch(DOT, "a dot"))
    async with app.run_test(size=TABLET) as pilot:
        await pilot.click(offset=await _cell(pilot, Point(2, 2)))
        drawn = DOT.painted([Point(2, 2)], BLUE)
        for size in (WIDE, PHONE, TABLET):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: app.screen.size == size)  # type: ignore[misc]
            await until(pilot, lambda: "a dot" in seen(app))
            assert canvas(app).shown == drawn
            await tap_tool(pilot, "Undo")
            assert canvas(app).shown == DOT
            await tap_tool(pilot, "Redo")
            assert canvas(app).shown == drawn


async def test_a_finger_sees_no_cursor_of_keys_before_it_draws() -> None:
    app = by_finger(Kept())
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: "Pencil" in seen(app))
        assert "┌  ┐" not in seen(app)


async def test_a_stroke_whose_moves_were_all_merged_ends_where_the_finger_lets_go() -> None:
    app = by_finger(Kept())
    async with app.run_test(size=PHONE) as pilot:
        start, end = await _cell(pilot, Point(1, 2)), await _cell(pilot, Point(9, 10))
        await pilot.mouse_down(offset=start)
        await pilot.mouse_up(offset=end)
        assert canvas(app).history.now == empty().painted(line(Point(1, 2), Point(9, 10)), BLUE)


def _stroke(moves: Sequence[Point]) -> Stroke:
    stroke = Pen().put_down(empty(), moves[0])
    for point in moves[1:]:
        stroke = stroke.to(point)
    return stroke


def _hangs_together(painted: set[Point]) -> bool:
    reached, waiting = set[Point](), [next(iter(painted))]
    while waiting:
        x, y = waiting.pop()
        if (x, y) in painted and Point(x, y) not in reached:
            reached.add(Point(x, y))
            waiting += [Point(x + right, y + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    return reached == painted


@given(st.lists(inside, min_size=1, max_size=12))
def test_a_stroke_hangs_together_however_few_of_its_moves_arrive(moves: list[Point]) -> None:
    drawn = _stroke(moves).drawing
    painted = {Point(at % COARSE, at // COARSE) for at, colour in enumerate(drawn.pixels) if colour}
    assert painted.issuperset(moves)
    assert _hangs_together(painted)


@given(inside, st.lists(points, max_size=8), st.sampled_from([Tool.LINE, Tool.CIRCLE]))
def test_a_shape_is_that_of_its_last_place_whatever_was_merged_before(
    start: Point, moves: list[Point], tool: Tool
) -> None:
    stroke = Pen(tool).put_down(empty(), start)
    ends = [*moves, Point(5, 5)]
    every, last = stroke, stroke.to(ends[-1])
    for point in ends:
        every = every.to(point)
    assert every.drawing == last.drawing


class _Page(LoneApp, SparingApp[None]):
    """A page that shows one screen, and is sent only what does not stand there already."""


async def _opened(size: tuple[int, int]) -> float:
    """How often the screen could be painted with what is written while the studio opens."""
    app = _Page(studio(Kept())._alone)
    touched(app)
    async with written_by(app, size) as (pilot, frames):
        await until(pilot, lambda: "Pencil" in seen(app))
        for _ in range(5):
            await pilot.pause()
        return sum(map(len, frames)) / len(whole(app))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_the_studio_is_painted_once_when_it_opens(size: tuple[int, int]) -> None:
    assert 0.9 < await _opened(size) < 1.3


async def test_a_studio_that_is_laid_out_twice_when_it_opens_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Size] = []

    def places(easel: Easel, size: Size) -> Mapping[str, Box]:
        asked.append(size)
        easel.call_after_refresh(easel.refresh, layout=len(asked) == 1)
        return plan_studio(*(size if len(asked) > 1 else (80, 24)), foot=0).places

    monkeypatch.setattr(Easel, "places", places)
    assert await _opened(WIDE) > 1.3
